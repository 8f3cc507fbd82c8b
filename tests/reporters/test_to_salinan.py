"""Which copy is made of which file."""

import pytest
from office_files import opened_workbook, write_word, write_workbook
from reports import finding

from indikator_rules.errors import DocumentError
from indikator_rules.finding import Report
from indikator_rules.location import Location
from indikator_rules.reporters.to_salinan import copy_suffix, to_salinan


@pytest.mark.parametrize("name", ["rencana.csv", "rencana.yaml", "rencana.json"])
def test_a_file_that_cannot_be_marked_gives_a_workbook_that_says_so(tmp_path, name):
    source = tmp_path / name
    source.write_text("sasaran,indikator\n", encoding="utf-8")
    report = Report((finding(places=(Location(str(source), line=2, column=1),)),))
    book = opened_workbook(to_salinan(report, source))
    assert book.sheetnames == ["Cara membaca", "Daftar temuan"]
    guide = " ".join(str(cell.value) for (cell,) in book.worksheets[0].iter_rows())
    assert f"Berkas {source.suffix[1:].upper()} tidak dapat diberi tanda" in guide
    assert "komentar" not in guide
    assert book.worksheets[1]["D4"].value == "baris 2, kolom 1"


def test_the_copy_is_named_like_a_file_of_its_kind(tmp_path):
    for name, suffix in (("a.xlsm", ".xlsm"), ("b.XLSX", ".xlsx"), ("c.txt", ".xlsx")):
        write_workbook(tmp_path / name)
        assert copy_suffix(tmp_path / name) == suffix
    write_word(tmp_path / "d.docm")
    assert copy_suffix(tmp_path / "d.docm") == ".docm"


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(DocumentError, match="tidak dapat disalin"):
        to_salinan(Report(()), tmp_path / "tiada.xlsx")
