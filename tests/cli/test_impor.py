"""`indikator impor`: what people see of how a document was read."""

import json

import jsonschema
import pytest

from indikator_rules.cli import run
from indikator_rules.reporters.schema import schema
from indikator_rules.reporters.to_pembacaan import MOST_NODES, MOST_UNPLACED

RENJA = """\
RENCANA KERJA DINAS KESEHATAN TAHUN 2026
;;;;;
No;Sasaran Strategis;Indikator Kinerja;Satuan;Target 2026;PIC
1;Meningkatnya derajat kesehatan;Umur harapan hidup;tahun;72,5;Bidang A
Jumlah;;;;72,5;
"""


@pytest.fixture
def renja(tmp_path):
    path = tmp_path / "renja.csv"
    path.write_text(RENJA, encoding="utf-8")
    return path


def said(capsys, *arguments):
    code = run(tuple(map(str, arguments)))
    out, err = capsys.readouterr()
    return code, out, err


def lines(page):
    return [" ".join(line.split()) for line in page.splitlines()]


def test_people_see_columns_nodes_and_what_found_no_place(capsys, renja):
    code, page, err = said(capsys, "impor", renja, "--format", "teks")
    shown = lines(page)
    assert (code, err) == (0, "")
    assert "RENCANA KERJA DINAS KESEHATAN TAHUN 2026" in shown
    assert any(line.startswith("B Sasaran Strategis sasaran (strategis) tinggi judulnya dikenal") for line in shown)
    assert any(line.startswith("F PIC tidak dikenal –") for line in shown)
    assert "Pohon kinerja: 1 sasaran, 1 indikator" in shown
    assert "• Umur harapan hidup [tahun, 2026: 72,5]" in "".join(shown)
    assert any(line.startswith("baris 5, kolom 1 Jumlah | 72,5 Baris ini menjumlahkan") for line in shown)


def test_beside_a_file_the_account_is_shown(capsys, renja, tmp_path):
    code, page, err = said(capsys, "impor", renja, "--ke", tmp_path / "dokumen.yaml")
    assert (code, err) == (0, "")
    assert "Pohon kinerja: 1 sasaran, 1 indikator" in page
    assert page.endswith(f"Dokumen ditulis ke {tmp_path / 'dokumen.yaml'}.\n")


def test_programs_get_the_same_in_json(capsys, renja):
    _, page, err = said(capsys, "impor", renja, "--format", "json")
    written = json.loads(page)
    jsonschema.validate(written, schema("dokumen"))
    (table,) = written["pembacaan"]["tabel"]
    assert table["kolom"][3]["keyakinan"]["derajat"] == "tinggi"
    assert list(written["pembacaan"]["simpul"]) == [written["simpul"][0]["id"]]
    assert [one["letak"] for one in written["pembacaan"]["tak_ditempatkan"]] == [
        ["baris 3, kolom 6"],
        ["baris 5, kolom 1"],
    ]
    assert "Kolom “PIC” tidak dikenal" in err


def test_what_was_written_is_read_and_written_alike(capsys, renja, tmp_path):
    first, second = tmp_path / "satu.yaml", tmp_path / "dua.yaml"
    said(capsys, "impor", renja, "--ke", first)
    assert said(capsys, "impor", first, "--ke", second)[0] == 0
    assert first.read_bytes() == second.read_bytes()


def test_a_long_account_is_cut_and_its_totals_are_not(capsys, tmp_path):
    path = tmp_path / "panjang.csv"
    rows = [f"Meningkatnya mutu {at};Nilai mutu;indeks;5" for at in range(MOST_NODES + 3)]
    lost = [f";;orang ke-{at};7" for at in range(MOST_UNPLACED + 2)]
    path.write_text("\n".join(["Sasaran;Indikator;Satuan;Target", *rows, *lost, "x;y;z;9"]), encoding="utf-8")
    _, page, _ = said(capsys, "impor", path, "--format", "teks")
    assert f"Pohon kinerja: {MOST_NODES + 4} sasaran" in page
    assert "… dan 4 sasaran lain; semuanya ada di dokumen." in page
    assert f"Tidak ditempatkan ({MOST_UNPLACED + 2})" in page
    assert "… dan 2 lainnya; semuanya ada di dokumen." in page


def test_text_of_a_document_cannot_steer_the_terminal(capsys, tmp_path):
    path = tmp_path / "jahat.csv"
    path.write_text(
        "Sasaran;Indikator;Satuan\x1b[2J;Target\nMutu\x1b]0;x\x07 [bold];Nilai mutu;%;5\n", encoding="utf-8"
    )
    _, page, _ = said(capsys, "impor", path, "--format", "teks")
    assert "\x1b" not in page
    assert "\x07" not in page
