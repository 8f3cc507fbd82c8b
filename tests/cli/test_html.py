"""`--html` as its user meets it."""

import pytest

from indikator_rules.cli import run

ROWS = "tingkat,sasaran,indikator,satuan,target\nprogram,Meningkatkan mutu,Indeks mutu,indeks,3\n"


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "rencana.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_the_page_is_written_beside_the_report(rows, tmp_path, capsys):
    assert run(["periksa", str(rows), "--html", str(tmp_path / "laporan.html")]) == 1
    page = (tmp_path / "laporan.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "S02" in page
    assert "S02" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["rencana.csv", "laporan.txt"])
def test_only_a_page_is_written_and_never_over_the_input(rows, tmp_path, capsys, name):
    assert run(["periksa", str(rows), "--html", str(tmp_path / name)]) == 2
    assert "laporan HTML" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["rencana.csv"]
    assert rows.read_text(encoding="utf-8") == ROWS
