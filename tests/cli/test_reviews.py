"""`--kertas-kerja` and `--catatan` as their user meets them, and which files may be written at all."""

import docx
import pytest
from openpyxl import load_workbook

from indikator_rules.cli import run

ROWS = "tingkat,sasaran,indikator,satuan,target\nprogram,Meningkatkan mutu,Indeks mutu,indeks,3\n"


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "rencana.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_one_command_gives_them_all_beside_the_report(rows, tmp_path, capsys):
    folder = tmp_path / "hasil reviu"
    targets = {"--salinan": "s.xlsx", "--kertas-kerja": "kertas kerja.xlsx", "--catatan": "catatan.DOCX"}
    options = [part for option, name in targets.items() for part in (option, str(folder / name))]
    assert run(["periksa", str(rows), *options]) == 1
    assert load_workbook(folder / "kertas kerja.xlsx")["Indikator"]["C5"].value == "Indeks mutu"
    assert docx.Document(folder / "catatan.DOCX").core_properties.title == "Catatan Hasil Reviu"
    assert (folder / "s.xlsx").exists()
    assert "S02" in capsys.readouterr().out


def test_rules_that_were_not_run_score_nothing(rows, tmp_path):
    run(["periksa", str(rows), "--pilih", "S02", "--kertas-kerja", str(tmp_path / "k.xlsx")])
    sheet = load_workbook(tmp_path / "k.xlsx")["Indikator"]
    assert {sheet.cell(5, column).value for column in range(6, 12)} == {"perlu manusia"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--kertas-kerja", "rencana.csv"], "kertas kerja tidak boleh menimpa dokumen yang diperiksa"),
        (["--kertas-kerja", "hasil.docx"], "kertas kerja harus berupa berkas yang namanya berakhir .xlsx"),
        (["--catatan", "hasil.doc"], "catatan hasil reviu harus berupa berkas yang namanya berakhir .docx"),
        (["--kertas-kerja", "."], "kertas kerja harus berupa berkas"),
        (["--ke", "rencana.csv"], "laporan tidak boleh menimpa dokumen yang diperiksa"),
        (["--ke", "."], "ini folder; sebutkan nama berkas untuk laporan di dalamnya"),
        (["--kertas-kerja", "sama.xlsx", "--salinan", "sama.xlsx"], "berkas ini sudah dipakai untuk keluaran lain"),
    ],
)
def test_what_may_not_be_written_is_refused_before_anything_is(rows, capsys, monkeypatch, arguments, said):
    monkeypatch.chdir(rows.parent)
    assert run(["periksa", rows.name, *arguments]) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in rows.parent.iterdir()] == [rows.name]
    assert rows.read_text(encoding="utf-8") == ROWS
