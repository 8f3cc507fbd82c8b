"""The marked copy of a workbook: what is marked, what is said, and that all else stays as it came."""

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import MACROS, opened_workbook, parts_of, write_workbook
from openpyxl import Workbook
from reports import WAIVER, about_document, finding

from indikator_rules.finding import Report, Severity
from indikator_rules.location import Location
from indikator_rules.reporters.marks import COLOURS, LONGEST_TEXT
from indikator_rules.reporters.package import harmless, write_parts
from indikator_rules.reporters.to_salinan import to_salinan

SHEET = "PK 2026"
CHANGED = {
    "[Content_Types].xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
    "xl/comments/comment1.xml",
    "xl/drawings/commentsDrawing1.vml",
}


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "pk.xlsm"
    write_workbook(path)
    return path


def about(path, *cells, sheet=SHEET, **changes):
    return finding(places=tuple(Location(str(path), sheet=sheet, cell=cell) for cell in cells), **changes)


def copied(path, *findings):
    return to_salinan(Report(findings), path)


def marked(path, *findings):
    return opened_workbook(copied(path, *findings))


def colour(cell):
    return cell.fill.start_color.rgb.removeprefix("FF")


def listed(book):
    """The rows of the sheet of findings, without its title and headings."""
    return list(book.worksheets[-1].iter_rows(min_row=4))


def test_every_part_that_is_not_marked_stays_byte_for_byte(source):
    before, after = parts_of(source.read_bytes()), parts_of(copied(source, about(source, "A2", "B2", "C2", "A5")))
    assert [name for name in before if name not in CHANGED and after.get(name) != before[name]] == []
    assert after["xl/vbaProject.bin"] == MACROS
    assert set(after) - set(before) == {"xl/worksheets/sheet4.xml", "xl/worksheets/sheet5.xml"}


def test_a_marked_cell_has_colour_frame_and_comment(source):
    cell = marked(source, about(source, "A2"))[SHEET]["A2"]
    assert cell.value == "Meningkatkan mutu layanan"
    assert colour(cell) == COLOURS[Severity.GALAT]
    assert cell.border.left.style == "medium"
    assert cell.comment.text == (
        "HARUS DIPERBAIKI · S02 kata-kerja-aktif\n“Meningkatkan” menyatakan upaya.\nSaran: Tulis keadaannya.\n"
        "Usulan: “Meningkatnya mutu layanan”\n(Nomor 1 pada daftar temuan.)"
    )


def test_the_gravest_finding_colours_a_cell_and_speaks_first(source):
    mild = about(source, "A2", code="S14", severity=Severity.CATATAN)
    cell = marked(source, mild, about(source, "A2"))[SHEET]["A2"]
    assert colour(cell) == COLOURS[Severity.GALAT]
    assert cell.comment.text.index("S02") < cell.comment.text.index("S14")


def test_a_comment_that_was_there_is_continued(source):
    comment = marked(source, about(source, "B2"))[SHEET]["B2"].comment
    assert comment.text.startswith("Mohon dicek.\nHARUS DIPERBAIKI")
    assert comment.author == "Kepala Bidang"


def test_an_empty_cell_can_be_marked(source):
    sheet = marked(source, about(source, "C2", "F3", "B9"))[SHEET]
    assert {colour(sheet[cell]) for cell in ("C2", "F3", "B9")} == {COLOURS[Severity.GALAT]}
    assert sheet["D2"].value == 0.85


def test_formulas_number_formats_and_merges_stay(source):
    sheet = marked(source, about(source, "D3", "A5"))[SHEET]
    assert sheet["D3"].value == "=D2*2"
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A5:B5"]
    assert len(sheet.conditional_formatting) == 1


def test_white_text_on_a_dark_fill_turns_black_and_stays_bold(source):
    font = marked(source, about(source, "A5"))[SHEET]["A5"].font
    assert (font.color.rgb, font.bold) == ("FF000000", True)


def test_the_list_links_to_the_cell_and_takes_a_free_name(source):
    book = marked(source, about(source, "A2", "B3"))
    assert book.sheetnames[-2:] == ["Cara membaca", "Daftar temuan (2)"]
    (row,) = listed(book)
    assert row[3].value == "PK 2026!A2 dan 1 tempat lain"
    assert row[3].hyperlink.location == "'PK 2026'!A2"


def test_waived_findings_and_notes_are_listed_but_mark_nothing(source):
    note = about_document(places=(Location(str(source), sheet=SHEET, cell="A3"),))
    book = marked(source, about(source, "A2", waiver=WAIVER), note)
    assert book[SHEET]["A2"].comment is None
    assert book[SHEET]["A3"].comment is None
    waived, read = listed(book)
    assert waived[1].value == "Dikecualikan (semula: harus diperbaiki)"
    assert waived[6].value == "Dikecualikan oleh Sekretaris Daerah sampai 2026-12-31: Amanat RPJMD"
    assert read[1].value == "Cara berkas dibaca"


def test_known_findings_are_listed_but_mark_nothing(source):
    book = marked(source, about(source, "A2", known=True))
    assert book[SHEET]["A2"].comment is None
    (known,) = listed(book)
    assert known[1].value == "Sudah ada di garis dasar (harus diperbaiki)"


def test_findings_in_other_files_are_left_out(source):
    other = about("lain.xlsx", "A2", document="Dinas Lain")
    assert listed(marked(source, other, about(source, "A3"))) != []
    assert marked(source, other)[SHEET]["A2"].comment is None


def test_a_finding_about_the_whole_document_is_listed_without_a_link(source):
    (row,) = listed(marked(source, finding(places=())))
    assert row[3].value in (None, "")
    assert row[3].hyperlink is None


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_text_from_a_document_is_never_a_formula(source, text):
    (row,) = listed(marked(source, about(source, "A2", text=text, message=text, suggestion=text)))
    for cell in (row[4], row[5]):
        assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)


def test_long_texts_are_cut_and_totals_are_not(source):
    many = [about(source, "A2", code=f"S{number}", message="kata " * 900) for number in range(30)]
    book = marked(source, *many)
    assert "… dan 22 temuan lain" in book[SHEET]["A2"].comment.text
    assert len(book[SHEET]["A2"].comment.text) < 32_767
    assert book.worksheets[-1]["A2"].value == "30 temuan: 30 harus diperbaiki."
    assert len(listed(book)[0][5].value) <= LONGEST_TEXT + 2


def test_equal_input_gives_equal_bytes(source):
    assert copied(source, about(source, "A2")) == copied(source, about(source, "A2"))


def test_a_copy_can_be_marked_again(source, tmp_path):
    again = tmp_path / "lagi.xlsm"
    again.write_bytes(copied(source, about(source, "A2")))
    book = marked(again, about(again, "A2"))
    assert book.sheetnames[-2:] == ["Cara membaca (2)", "Daftar temuan (3)"]
    assert book[SHEET]["A2"].comment.text.count("S02") == 2


def test_rows_that_do_not_tell_their_numbers_are_counted(source):
    parts = parts_of(source.read_bytes())
    sheet = parts["xl/worksheets/sheet1.xml"]
    for number in range(1, 6):
        sheet = sheet.replace(f'<row r="{number}"'.encode(), b"<row")
    assert sheet != parts["xl/worksheets/sheet1.xml"]
    source.write_bytes(write_parts(parts | {"xl/worksheets/sheet1.xml": sheet}))
    assert marked(source, about(source, "B3"))[SHEET]["B3"].comment is not None


def test_words_that_a_document_breaks_stand_on_one_line(source):
    (row,) = listed(marked(source, about(source, "A2", text="Mutu\nlayanan", message="“Mutu\nlayanan”?")))
    assert [cell.value for cell in row[4:6]] == ["Mutu layanan", "“Mutu layanan”?"]


@settings(max_examples=30)
@given(st.text(max_size=80))
def test_any_text_can_be_told(tmp_path_factory, text):
    source = tmp_path_factory.mktemp("teks") / "buku.xlsx"
    book = Workbook()
    book.active["A1"] = "Sasaran"
    book.save(source)
    told = about(source, "A1", sheet="Sheet", text=text, message="x", statement=None)
    (row,) = listed(marked(source, told))
    assert (row[4].value or "").split() == harmless(text).split()


@pytest.mark.needs_program("soffice")
def test_libreoffice_opens_the_copy(source, tmp_path):
    copy = tmp_path / "salinan.xlsm"
    copy.write_bytes(copied(source, about(source, "A2", "B2")))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless"]
    subprocess.run([*command, "--convert-to", "pdf", "--outdir", tmp_path, copy], check=True, capture_output=True)
    assert (tmp_path / "salinan.pdf").stat().st_size > 1_000
