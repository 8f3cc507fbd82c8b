"""Excel cells as a person reads them, and Excel's own traps told instead of guessed."""

import re
import subprocess
import zipfile
from datetime import date, time

import openpyxl
import pytest
from readings import codes, lines, place

from indikator_rules.errors import DocumentError
from indikator_rules.importers import read_file
from indikator_rules.importers.cell_values import cell_text
from indikator_rules.importers.looks import is_percent

HEADING = ["Sasaran", "Indikator", "Satuan", "Target"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (73.900000000000006, "73,9"),
        (7.0000000000000007e-2, "0,07"),
        (0.1 + 0.2, "0,3"),
        (1970, "1970"),
        (100.0, "100"),
        (1e-15, "0"),
        (2.5e20, "250000000000000000000"),
        (-0.5, "-0,5"),
        ("  1.500 ", "1.500"),
        (True, "TRUE"),
        (date(2026, 12, 31), "31/12/2026"),
        (None, ""),
    ],
)
def test_values_read_as_they_are_meant(value, shown):
    assert cell_text(value) == shown


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (0.9331, "0%", "93,31%"),
        (0.9331, "0.00%", "93,31%"),
        (0.9331, "0.0 %;[Red]-0.0 %", "93,31%"),
        (1, "0%", "100%"),
        (5, '0" persen (%)"', "5"),
        (5, "#,##0", "5"),
    ],
)
def test_formats_tell_percents(value, number_format, shown):
    assert cell_text(value, percent=is_percent(number_format)) == shown


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


def sheet_xml(path, change):
    """Rewrites the XML of the first sheet of the workbook at `path`."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, change(content.decode()) if part == name else content)
    return path


def test_one_stray_cell_far_below_is_refused_before_it_fills_the_memory(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "Sasaran", "x"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(DocumentError, match="terlalu luas"):
        read_file(tmp_path / "a.xlsx")


def test_cells_without_references_stand_one_after_another(xlsx):
    path = xlsx([HEADING, ["A", "Nilai", "%", 0.5]], formats={"D2": "0%"})
    sheet_xml(path, lambda content: re.sub(r'(<(?:c|row)) r="\w+"', r"\1", content))
    assert lines(path) == [(None, "A", "Nilai", "%", "50%")]


def test_a_sheet_that_names_its_cells_in_another_order_reads_the_same(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(HEADING)
    book.active.append(["A", "Nilai B", "nilai", "#N/A"])
    book.active.append([None, "Nilai C", "nilai", "=1+1"])
    book.active.append([None, "Rasio", None, 0.5])
    book.active["D4"].number_format = "0%"
    book.active.row_dimensions[3].hidden = True
    book.save(tmp_path / "a.xlsx")
    (orderly,) = read_file(tmp_path / "a.xlsx")
    sheet_xml(
        tmp_path / "a.xlsx",
        lambda content: re.sub(r'<(c|row) r="(\w+)"((?: \w+="\w+")+)', r'<\1\3 r="\2"', content),
    )
    (other,) = read_file(tmp_path / "a.xlsx")
    assert other == orderly
    assert [note.code for note in other.findings] == ["B03", "B05", "B05", "B10"]


def test_numbers_stored_as_text_are_told(xlsx):
    path = xlsx([HEADING, ["A", "Nilai", "Skor", "80,5"], ["B", "Opini", "Opini", "WTP"]])
    assert [line[-1] for line in lines(path)] == ["80,5", "WTP"]
    assert codes(path) == ["B05"]


def test_dust_of_binary_arithmetic_is_told_and_left_out(xlsx):
    path = xlsx([HEADING, ["A", "Nilai", "Skor", 0.3], ["B", "Skor", "Skor", 0.4]])
    dusty = {"<v>0.3</v>": "<v>0.30000000000000004</v>", "<v>0.4</v>": "<v>0.33333333333333331</v>"}
    for clean, written in dusty.items():
        sheet_xml(path, lambda content, clean=clean, written=written: content.replace(clean, written))
    assert [line[-1] for line in lines(path)] == ["0,3", "0,333333333333"]
    (reading,) = read_file(path)
    assert [place.cell for finding in reading.findings for place in finding.places] == ["D2"]


def test_a_short_number_that_excel_writes_long_is_the_short_one(xlsx):
    path = xlsx([HEADING, ["A", "Nilai", "Skor", 0.07]])
    sheet_xml(path, lambda content: content.replace("<v>0.07</v>", "<v>7.0000000000000007E-2</v>"))
    assert lines(path)[0][-1] == "0,07"
    assert codes(path) == []


def test_times_of_day_are_told(xlsx):
    path = xlsx([HEADING, ["A", "Rasio guru", "rasio", time(1, 30)]])
    assert lines(path)[0][-1] == "01:30"
    assert codes(path) == ["B05"]


def test_hidden_rows_are_read_and_told(tmp_path):
    book = openpyxl.Workbook()
    for row in (HEADING, ["A", "Nilai", "Skor", 5], ["B", "Opini", "Opini", "WTP"]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.save(tmp_path / "a.xlsx")
    assert [line[2] for line in lines(tmp_path / "a.xlsx")] == ["Nilai", "Opini"]
    assert codes(tmp_path / "a.xlsx") == ["B10"]


ODS_MANIFEST = """<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
</manifest:manifest>"""
ODS_SHEET = """<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
<office:automatic-styles>
 <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
<table:table table:name="PK">{rows}<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
<table:table table:name="Arsip" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>Sasaran</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""


def ods_cell(text, attributes=""):
    return f'<table:table-cell office:value-type="string" {attributes}><text:p>{text}</text:p></table:table-cell>'


@pytest.fixture
def ods(tmp_path):
    """Writes an OpenDocument sheet of these rows of cells."""

    def write(*rows):
        inside = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
        path = tmp_path / "a.ods"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("META-INF/manifest.xml", ODS_MANIFEST)
            archive.writestr("content.xml", ODS_SHEET.format(rows=inside))
        return path

    return write


def test_opendocument_sheets(ods):
    heading = [ods_cell(text) for text in HEADING]
    path = ods(
        heading,
        [
            ods_cell("Meningkatnya mutu", 'table:number-rows-spanned="2"'),
            ods_cell("Cakupan"),
            "<table:table-cell/>",
            '<table:table-cell office:value-type="percentage" office:value="0.9331"><text:p>93%</text:p></table:table-cell>',
        ],
        [
            "<table:covered-table-cell/>",
            ods_cell("Nilai"),
            ods_cell("Skor"),
            '<table:table-cell office:value-type="string" table:formula="of:=1/0" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
        ],
    )
    assert lines(path) == [
        (None, "Meningkatnya mutu", "Cakupan", "%", "93,31"),
        (None, "Meningkatnya mutu", "Nilai", "Skor", "#DIV/0!"),
    ]
    assert codes(path) == ["B01", "B03", "B05"]
    (reading,) = read_file(path)
    assert place(reading, "simpul[0].indikator[1].target") == "PK!D3"


def test_an_opendocument_bomb_of_repeated_cells(ods):
    bomb = ods_cell("x", 'table:number-columns-repeated="999999999"')
    with pytest.raises(DocumentError, match="terlalu luas"):
        read_file(ods([bomb]))


@pytest.mark.needs_program("soffice")
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_workbooks_of_other_programs_read_as_the_xlsx_they_came_from(tmp_path, kind):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        HEADING,
        ["Meningkatnya mutu", "Cakupan layanan", None, 0.9331],
        [None, "Waktu layanan", "hari", date(2026, 3, 1)],
        ["Terjaganya kota", "Angka kejahatan", "Kasus", "=1/0"],
        ["Terjaganya desa", "Desa aman", "Desa", 12],
    ):
        sheet.append(row)
    sheet["D2"].number_format = "0.0%"
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[5].hidden = True
    book.create_sheet("Arsip").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        kind,
        "a.xlsx",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert lines(tmp_path / f"a.{kind}") == [
        (None, "Meningkatnya mutu", "Cakupan layanan", "%", "93,31"),
        (None, "Meningkatnya mutu", "Waktu layanan", "hari", "01/03/2026"),
        (None, "Terjaganya kota", "Angka kejahatan", "Kasus", "#DIV/0!"),
        (None, "Terjaganya desa", "Desa aman", "Desa", "12"),
    ]
    assert codes(tmp_path / f"a.{kind}") == ["B01", "B03", "B05", "B05", "B10"]
