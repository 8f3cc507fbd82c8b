"""`--salinan` as its user meets it."""

import pytest

from indikator_rules.cli import run

ROWS = "tingkat,sasaran,indikator,satuan,target\nprogram,Meningkatkan mutu,Indeks mutu,indeks,3\n"


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "rencana.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_one_file_is_copied_to_the_named_file(rows, tmp_path, capsys):
    assert run(["periksa", str(rows), "--salinan", str(tmp_path / "hasil.xlsx")]) == 1
    assert (tmp_path / "hasil.xlsx").read_bytes().startswith(b"PK")
    assert rows.read_text(encoding="utf-8") == ROWS
    assert "S02" in capsys.readouterr().out


def test_several_files_are_copied_into_a_folder_none_over_another(rows, tmp_path):
    second = tmp_path / "dua" / "rencana.csv"
    second.parent.mkdir()
    second.write_text(ROWS, encoding="utf-8")
    run(["periksa", str(rows), str(second), "--salinan", str(tmp_path / "hasil")])
    assert sorted(path.name for path in (tmp_path / "hasil").iterdir()) == ["rencana (2).xlsx", "rencana.xlsx"]


def test_the_input_is_never_overwritten(rows, capsys):
    assert run(["periksa", str(rows), "--salinan", str(rows)]) == 2
    assert "salinan tidak boleh menimpa dokumen yang diperiksa" in capsys.readouterr().err
    assert rows.read_text(encoding="utf-8") == ROWS


def test_a_name_that_no_program_would_open_is_refused(rows, tmp_path, capsys):
    assert run(["periksa", str(rows), "--salinan", str(tmp_path / "hasil.docx")]) == 2
    assert "harus bernama akhir .xlsx" in capsys.readouterr().err


def test_a_name_without_suffix_is_a_folder(rows, tmp_path):
    run(["periksa", str(rows), "--salinan", str(tmp_path / "hasil")])
    assert [path.name for path in (tmp_path / "hasil").iterdir()] == ["rencana.xlsx"]
