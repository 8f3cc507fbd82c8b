"""Excel cells as a person reads them, and Excel's own traps told instead of guessed."""

from datetime import date

import openpyxl
import pytest
from readings import codes, lines, place

from indikator_rules.importers import read_file
from indikator_rules.importers.from_xlsx import cell_text

HEADING = ["Sasaran", "Indikator", "Satuan", "Target"]


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (73.900000000000006, "General", "73,9"),
        (7.0000000000000007e-2, "General", "0,07"),
        (0.9331, "0%", "93,31%"),
        (0.9331, "0.00%", "93,31%"),
        (1, "0%", "100%"),
        (0.1 + 0.2, "0.00", "0,3"),
        (1970, "#,##0", "1970"),
        (5, '0" persen (%)"', "5"),
        (100.0, "General", "100"),
        (1e-15, "General", "0"),
        (2.5e20, "General", "250000000000000000000"),
        (-0.5, "General", "-0,5"),
        ("  1.500 ", "General", "1.500"),
        (True, "General", "TRUE"),
        (date(2026, 12, 31), "d-mmm", "31/12/2026"),
        (None, "General", ""),
    ],
)
def test_values_read_as_they_are_meant(value, number_format, shown):
    assert cell_text(value, number_format) == shown


def test_percent_cells_give_their_unit(xlsx):
    path = xlsx([HEADING, ["A", "Persentase B", None, 0.9331]], formats={"D2": "0.00%"})
    assert lines(path) == [(None, "A", "Persentase B", "%", "93,31")]


def test_a_range_turned_into_a_date_is_told(xlsx):
    path = xlsx([HEADING, ["A", "Waktu layanan", "hari", date(2026, 3, 1)]])
    assert lines(path)[0][-1] == "01/03/2026"
    assert codes(path) == ["B05"]


def test_error_cells_are_kept_and_told(xlsx):
    path = xlsx([HEADING, ["A", "Nilai", "%", "#DIV/0!"]])
    assert lines(path)[0][-1] == "#DIV/0!"
    assert codes(path) == ["B05"]


def test_formulas_without_value_are_told(xlsx):
    path = xlsx([HEADING, ["A", "Nilai", "%", "=1+1"]])
    assert lines(path)[0][-1] == ""
    assert codes(path) == ["B05"]


def test_all_visible_sheets_are_read_and_hidden_ones_told(tmp_path):
    book = openpyxl.Workbook()
    for title, state in (("PK", "visible"), ("Renaksi", "visible"), ("Arsip", "hidden")):
        sheet = book.create_sheet(title)
        sheet.sheet_state = state
        sheet.append(["Sasaran Strategis", "Indikator", "Target"])
        sheet.append([f"Meningkatnya {title}", "Nilai", 1])
    book.remove(book.worksheets[0])
    book.save(tmp_path / "a.xlsx")
    assert [line[1] for line in lines(tmp_path / "a.xlsx")] == ["Meningkatnya PK", "Meningkatnya Renaksi"]
    assert codes(tmp_path / "a.xlsx") == ["B01"]


def test_cells_are_named_with_their_sheet(xlsx):
    (reading,) = read_file(xlsx([["LAPORAN"], HEADING, ["A", "Nilai", "%", 5]]))
    assert place(reading, "simpul[0].indikator[0].target") == "Sheet!D3"
    assert place(reading, "simpul[0].pernyataan") == "Sheet!A3"


def test_a_vertical_merge_repeats_its_value(xlsx):
    path = xlsx([HEADING, ["A", "Nilai B", "Persen", 5], [None, "Nilai C", None, 6]], merges=["A2:A3", "C2:C3"])
    assert lines(path) == [(None, "A", "Nilai B", "Persen", "5"), (None, "A", "Nilai C", "Persen", "6")]


def test_a_table_that_starts_further_right_and_down(xlsx):
    path = xlsx([[], [], [None, None, *HEADING], [None, None, "A", "Nilai", "%", 5]])
    assert lines(path) == [(None, "A", "Nilai", "%", "5")]
