from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from strategies import conditions, rule_files

from indikator_rules.bundled import bundled
from indikator_rules.language import syntax
from indikator_rules.language.parser import parse
from indikator_rules.language.printer import show


def condition(text: str) -> syntax.Condition:
    parsed = parse(f"sebut t x bila {text}")
    assert parsed.diagnostics == ()
    (definition,) = parsed.file.items
    assert isinstance(definition, syntax.Definition)
    return definition.condition


@settings(max_examples=60)
@given(rule_files)
def test_what_is_printed_reads_as_the_same_tree(tree: syntax.RuleFile) -> None:
    parsed = parse(show(tree))
    assert parsed.diagnostics == ()
    assert parsed.file == tree


@given(conditions)
def test_a_condition_alone_reads_as_the_same_tree(tree: syntax.Condition) -> None:
    assert condition(show(tree)) == tree


@pytest.mark.parametrize("path", sorted(Path(str(bundled("rules"))).rglob("*.aturan")), ids=lambda path: path.stem)
def test_shipped_rules_survive_printing(path: Path) -> None:
    tree = parse(path.read_text(encoding="utf-8")).file
    assert parse(show(tree)).file == tree


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("a ≤ 3", "a paling banyak 3"),
        ("a >= 1500", "a paling sedikit 1500"),
        ("a > 15000", "a lebih dari 15.000"),
        ("a > 15.000,50", "a lebih dari 15.000,5"),
        ("a > 90 %", "a lebih dari 90%"),
        ("a > -2,5", "a lebih dari -2,5"),
        ("target[2026] kosong", "target[2026] kosong"),
        ('a memuat "x\n   y"', 'a memuat "x y"'),
        ('a memuat "\\"x\\" \\\\"', 'a memuat "\\"x\\" \\\\"'),
        ("((a kosong) dan (b kosong))", "a kosong dan b kosong"),
        ("(a kosong dan b kosong) dan c kosong", "(a kosong dan b kosong) dan c kosong"),
        ("ada anak yang (a kosong)", "ada anak yang a kosong"),
        ("ada anak yang (a kosong) dan b kosong", "ada anak yang (a kosong) dan b kosong"),
        ("b kosong dan ada anak yang (a kosong)", "b kosong dan ada anak yang a kosong"),
        ("ada anak yang (a kosong atau b kosong)", "ada anak yang (a kosong atau b kosong)"),
        ("setiap anak memenuhi (tidak ada anak)", "setiap anak memenuhi tidak ada anak"),
        ("(a + b) + c = 1", "a + b + c = 1"),
        ("a - (b - c) = 1", "a - (b - c) = 1"),
        ("(a + b) × c / 2 = 1", "(a + b) × c / 2 = 1"),
        ("a × (b / c) = 1", "a × (b / c) = 1"),
        ("a cocok [^ x ... y? ...3 $|(z)]", "a cocok [ ^ x … y? …3 $ | (z) ]"),
    ],
)
def test_there_is_one_way_to_write_a_thing(written: str, canonical: str) -> None:
    assert show(condition(written)) == canonical


RULE = """\
aturan S05 memuat-cara "Sasaran memuat cara"

  untuk       tujuan dan sasaran tingkat strategis sampai kegiatan yang (a kosong dan b kosong)
  kecuali     pernyataan memuat nama-resmi
  bila        pernyataan cocok [ kata-cara … $
                               | "untuk" (verba-aktif | nomina-proses | nomina-akibat) … $
                               | "yang" "dapat"? "mendukung" … $ ] di luar nama-resmi
  catatan     "“{kutipan}” adalah cara."  pada pernyataan
  perbaikan   hapus kutipan
  bila        satuan-terbaca tidak sesuai dengan inti(nama) menurut benda-satuan
         dan  ada indikator-turunan yang satuan tidak sama dengan ini.satuan
  galat di tujuan, strategis; catatan
              "Pesan."
  diam        bila ada temuan S12 atau S13
  alasan      "Alasan."
  saran       "Saran."
  tafsir      "Tafsir."
  tafsir      "Tafsir lagi."
  dasar       "Dasar"
  dasar konvensi "Kebiasaan"
  aspek       spesifik
  prinsip     terukur
  lke         "1.b.4", "1.b.5"
  percobaan
  alias       cara-lama
  alias       S99

  contoh buruk tingkat program "Meningkatnya mutu lewat bimtek"  menandai "lewat bimtek"  menjadi "Meningkatnya mutu"
  contoh baik  { tingkat: strategis pernyataan: "Meningkatnya kualitas jalan"
                 indikator: [ { nama: "Persentase jalan mantap" } { nama: "Panjang jalan rusak" }
                              { nama: "Kecepatan rata-rata" } ] }
"""


def test_a_rule_in_its_canonical_layout_stays_as_it_is() -> None:
    parsed = parse(RULE)
    assert parsed.diagnostics == ()
    assert show(parsed.file) == RULE


def test_parameters_stand_together_and_other_items_apart() -> None:
    source = 'parameter a = 5 "A"\nparameter b = 50% "B"\n\npola p = [ x ] "P"\n\nsebut t q bila t kosong\n'
    assert show(parse(source).file) == source
