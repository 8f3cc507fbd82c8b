"""The grammar itself: without hidden choices, every keyword alive, nothing that makes reading fail hard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark
from strategies import KEYWORDS

from indikator_rules.bundled import bundled
from indikator_rules.language.parser import grammar, parse

TRIAL = Path(__file__).parents[3] / "shared" / "rancangan" / "uji"
SHIPPED = sorted(Path(str(bundled("rules"))).rglob("*.aturan"))

RULE = """\
aturan S02 kata-kerja-aktif "Sasaran ditulis sebagai upaya"

  untuk       tujuan dan sasaran tingkat strategis sampai kegiatan yang (unit terisi)
  kecuali     pernyataan memuat nama-resmi
  bila        pernyataan diawali verba-aktif
  galat di strategis sampai kegiatan; peringatan di tujuan
              "“{kutipan}” menyatakan upaya."  pada pernyataan
  perbaikan   kutipan menjadi bentuk-kondisi(kutipan)
  bila        pernyataan diakhiri "lain"
  catatan     "Akhirnya."
  perbaikan   hapus kutipan
  untuk       rhk
  bila        tidak ada induk
  tanya       "Apa induknya?"
  diam        bila ada temuan S12 atau S13
  alasan      "Upaya selalu dapat dilakukan."
  saran       "Tulis keadaannya."
  tafsir      "Di tingkat tujuan hanya peringatan."
  dasar       "PermenPANRB 88/2021"
  dasar konvensi "Kebiasaan penilai"
  aspek       spesifik
  prinsip     berbasis-hasil
  lke         "1.b.4"
  percobaan
  alias       kata-kerja

  contoh buruk tingkat program "Meningkatkan mutu"  menandai "Meningkatkan"  menjadi "Meningkatnya mutu"
  contoh baik  { pernyataan: "Meningkatnya mutu" target: { 2026: 90% } anak: [ { tingkat: program } ] }
  contoh ragu  "A"
  contoh tanya "B"
  contoh luput "C"
  contoh keliru "D"
"""

CONDITIONS = (
    "nama kosong dan (nama diketahui atau nama tidak terisi)",
    "bentuk(nama) adalah nama dan bentuk(nama) bukan ukuran",
    "satuan termasuk satuan-persen",
    'nama cocok [ ^ (kata-ukur | "per") … …3 angka? sebagai nilai $ ] di luar nama-resmi, [ "tepat" "guna" ]',
    "dokumen berkolom definisi",
    "nama mirip induk.nama paling sedikit 90%",
    "nama sama dengan ini.nama",
    "nama tidak berkaitan dengan sasaran.pernyataan",
    "satuan sesuai dengan ukuran(nama) menurut ukuran-satuan",
    "pertama(target) lebih buruk daripada terakhir(target)",
    "pertama(target) lebih baik daripada terakhir(target)",
    "tingkat lebih tinggi daripada program dan tingkat lebih rendah daripada tujuan",
    "nilai dalam rentang 1 sampai 4",
    "banyak indikator yang (nama kosong) lebih dari 1.500,5",
    "banyak indikator kurang dari batas + 1 × (2 - -3) / 4",
    "banyak indikator paling banyak 5",
    "setiap tahun memenuhi target[tahun - 1] = 3",
    "ada anak yang tidak ada indikator",
)

SOURCES = (
    RULE,
    RULE.replace("  percobaan\n", '  sejak       "1.2"\n'),
    re.sub(r"  bila .*?(?=  diam)", '  manusia     "Apakah selaras?"\n', RULE, flags=re.DOTALL),
    'parameter batas = 5 "Batas"\n',
    'pola angka-lain = [ "di" angka ] "Angka"\n',
    *(f"sebut t x bila {condition}\n" for condition in CONDITIONS),
)


def test_no_conflict_is_settled_in_silence() -> None:
    text = bundled("grammars").joinpath("aturan.lark").read_text(encoding="utf-8")
    Lark(text, parser="lalr", start=["file", "inside_braces"], strict=True)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.split("\n")[0][:40])
def test_every_construct_reads(source: str) -> None:
    assert parse(source).diagnostics == ()


def test_every_keyword_is_used_by_some_construct() -> None:
    used = {token.type for source in SOURCES for token in _tokens(source)}
    terminals = {terminal.pattern.value: terminal.name for terminal in grammar().terminals}
    assert [keyword for keyword in sorted(KEYWORDS) if terminals[keyword] not in used] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_rules_read(path: Path) -> None:
    assert parse(path.read_text(encoding="utf-8")).diagnostics == ()


@pytest.mark.skipif(not TRIAL.is_dir(), reason="the trial of the language is not on this machine")
def test_the_trial_of_the_language_on_all_criteria_reads() -> None:
    for path in sorted(TRIAL.glob("*.aturan")):
        source = re.sub(r"(?m)^(  aspek +[a-z-]+),.*$", r"\1", path.read_text(encoding="utf-8"))
        source = re.sub(r"(?m)^  mendahulukan .*$", "  diam bila ada temuan X01", source)
        assert parse(source).diagnostics == (), path.name


@given(st.text())
def test_reading_any_text_ends_in_a_tree_or_a_message(source: str) -> None:
    parsed = parse(source)
    assert parsed.diagnostics or parsed.file.items or not re.sub(r"#[^\n]*", "", source).strip()


@settings(max_examples=200)
@given(st.data())
def test_reading_a_damaged_rule_ends_in_a_tree_or_a_message(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(SOURCES))
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, min(start + 30, len(source))))
    put = data.draw(
        st.sampled_from(["", " ", '"', "(", "]", "{", "dan", "tidak", "bila", "1.5", "Kata", "\n", "@", "#"])
    )
    damaged = source[:start] + put + source[end:]
    for diagnostic in parse(damaged).diagnostics:
        assert diagnostic.message
        assert diagnostic.message[-1] in ".?)"
        assert 0 <= diagnostic.at.start <= len(damaged)


def _tokens(source: str):
    return grammar().parse_interactive(source, start="file").iter_parse()
