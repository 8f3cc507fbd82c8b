"""The marked copy of a Word document: what is marked, what is said, and that all else stays as it came."""

import subprocess

import pytest
from docx.oxml.ns import qn
from office_files import MACROS, opened_word, parts_of, write_word
from reports import finding

from indikator_rules.finding import Report, Severity
from indikator_rules.importers import from_docx
from indikator_rules.location import Location
from indikator_rules.reporters.marks import COLOURS
from indikator_rules.reporters.to_salinan import to_salinan
from indikator_rules.reporters.word import cells_by_place

CHANGED = {"[Content_Types].xml", "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"}


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "pk.docm"
    write_word(path)
    return path


def about(path, *cells, **changes):
    """A finding about table cells, each given as table, row and column."""
    places = (Location(str(path), table=table, table_row=row, table_column=column) for table, row, column in cells)
    return finding(places=tuple(places), **changes)


def copied(path, *findings):
    return to_salinan(Report(findings), path)


def marked(path, *findings):
    return opened_word(copied(path, *findings))


def cell(document, *place):
    return cells_by_place(document.element.body)[place]


def fill(element):
    shading = element.findall(f"{qn('w:tcPr')}/{qn('w:shd')}")
    return [one.get(qn("w:fill")) for one in shading]


def commented(document, identity):
    """The text over which a comment hangs."""
    inside, text = False, ""
    for element in document.element.body.iter():
        if element.get(qn("w:id")) == str(identity):
            inside = {qn("w:commentRangeStart"): True, qn("w:commentRangeEnd"): False}.get(element.tag, inside)
        if inside and element.tag == qn("w:t"):
            text += element.text or ""
    return text


def comments(document):
    return [(comment.author, comment.text) for comment in document.comments]


def test_every_part_that_is_not_marked_stays_byte_for_byte(source):
    before, after = parts_of(source.read_bytes()), parts_of(copied(source, about(source, (1, 2, 1), (2, 1, 1))))
    assert [name for name in before if name not in CHANGED and after.get(name) != before[name]] == []
    assert after["word/vbaProject.bin"] == MACROS
    assert set(after) == set(before)


def test_a_marked_cell_has_colour_and_comment(source):
    document = marked(source, about(source, (1, 2, 1)))
    assert fill(cell(document, 1, 2, 1)) == [COLOURS[Severity.GALAT]]
    author, text = comments(document)[-1]
    assert author == "indikator-rules"
    assert text == (
        "HARUS DIPERBAIKI · S02 kata-kerja-aktif\n“Meningkatkan” menyatakan upaya.\nSaran: Tulis keadaannya.\n"
        "Usulan: “Meningkatnya mutu layanan”\n(Nomor 1 pada daftar temuan.)"
    )


def test_a_comment_hangs_on_the_words_in_question(source):
    document = marked(source, about(source, (1, 2, 1)))
    assert commented(document, 1) == "Meningkatkan"
    assert document.tables[0].cell(1, 0).text == "Meningkatkan mutu layanan"


def test_words_over_several_runs_keep_their_format(source):
    text = "Kualitas layanan publik"
    document = marked(source, about(source, (1, 2, 2), text=text, span=(4, 16)))
    assert commented(document, 1) == "itas layanan"
    runs = document.tables[0].cell(1, 1).paragraphs[0].runs
    assert [(run.text, bool(run.bold)) for run in runs if run.text] == [
        ("Kual", True),
        ("itas ", True),
        ("layanan", False),
        (" publik", False),
    ]


def test_words_that_the_cell_does_not_hold_leave_the_comment_on_the_whole_cell(source):
    document = marked(source, about(source, (1, 3, 2), text="Nilai AKIP", span=(0, 5)))
    assert commented(document, 1) == "Indeks layanan"


def test_comments_that_were_there_stay(source):
    assert comments(marked(source, about(source, (1, 2, 1))))[0] == ("Kepala Bidang", "Tanggalnya?")


def test_a_cell_of_a_nested_table_can_be_marked(source):
    document = marked(source, about(source, (2, 1, 1), text="dokumen", span=(0, 7)))
    assert fill(cell(document, 2, 1, 1)) == [COLOURS[Severity.GALAT]]
    assert commented(document, 1) == "dokumen"


def test_places_mean_the_cells_that_the_importer_read(source):
    body = opened_word(source.read_bytes()).element.body
    cells = cells_by_place(body)
    for grid in from_docx._grids(str(source), body):
        for read in (read for row in grid for read in row if read.own):
            place = read.place.table, read.place.table_row, read.place.table_column
            assert from_docx._text(cells[place]) == read.text


def test_the_list_links_to_the_cells(source):
    document = marked(source, about(source, (1, 2, 1)))
    (link,) = document.element.body.iter(qn("w:hyperlink"))
    marks = [mark.get(qn("w:name")) for mark in cell(document, 1, 2, 1).iter(qn("w:bookmarkStart"))]
    assert marks == [link.get(qn("w:anchor"))]
    assert "".join(text.text for text in link.iter(qn("w:t"))) == "tabel 1, baris 2, kolom 1"


def test_the_new_pages_are_a_section_of_their_own(source):
    document = marked(source, about(source, (1, 2, 1)))
    before, after = document.sections
    assert (before.page_width, after.page_width > after.page_height) == (
        opened_word(source.read_bytes()).sections[0].page_width,
        True,
    )
    assert after.header.paragraphs[0].text == "Pemerintah Kabupaten Contoh"
    assert [row.cells[0].text for row in document.tables[-1].rows] == ["No", "1"]
    headings = [paragraph.text for paragraph in document.paragraphs]
    assert "Cara membaca" in headings
    assert "Daftar temuan" in headings


def test_a_document_without_a_finding_says_so(source):
    document = marked(source)
    assert "Tidak ada temuan." in [paragraph.text for paragraph in document.paragraphs]
    assert comments(document) == [("Kepala Bidang", "Tanggalnya?")]


def test_a_place_that_the_document_does_not_have_is_only_listed(source):
    document = marked(source, about(source, (9, 1, 1)))
    assert list(document.element.body.iter(qn("w:hyperlink"))) == []
    assert document.tables[-1].rows[1].cells[2].text == "tabel 9, baris 1, kolom 1"


def test_characters_that_xml_forbids_are_left_out(source):
    document = marked(source, about(source, (1, 2, 1), message="a\x00b\x1b[31mc\u202e"))
    assert "ab[31mc" in comments(document)[-1][1]


def test_equal_input_gives_equal_bytes(source):
    assert copied(source, about(source, (1, 2, 1))) == copied(source, about(source, (1, 2, 1)))


@pytest.mark.needs_program("soffice")
def test_libreoffice_opens_the_copy(source, tmp_path):
    copy = tmp_path / "salinan.docm"
    copy.write_bytes(copied(source, about(source, (1, 2, 1), (2, 1, 1))))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless"]
    subprocess.run([*command, "--convert-to", "pdf", "--outdir", tmp_path, copy], check=True, capture_output=True)
    assert (tmp_path / "salinan.pdf").stat().st_size > 1_000
