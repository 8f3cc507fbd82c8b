"""A new Word document to be read, filled in and signed: headings, lines, tables that run over pages, page numbers."""

from __future__ import annotations

import zlib
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from indikator_rules.reporters.package import harmless, read_parts, write_parts
from indikator_rules.reporters.word import shading

if TYPE_CHECKING:
    from collections.abc import Sequence

FONT = "Arial"
_INK = RGBColor(0x1F, 0x38, 0x64)
_HEADING_FILL, _LINE = "D9E1F2", "A6A6A6"
_NO_DATE = datetime(2000, 1, 1)  # noqa: DTZ001 - a Word document knows no zones; equal reports give equal bytes
_PAGE, _MARGIN = (Cm(21.0), Cm(29.7)), Cm(2.3)
_WIDTH = 16.4
"""Centimetres between the margins."""
_LONGEST_BAR = 5.9


class Bar(NamedTuple):
    """A bar of a chart: its parts, each a length with its colour and what it stands for, and the words beside it."""

    label: str
    parts: tuple[tuple[int, str, str], ...]
    words: str


class Pages:
    """A document in the making."""

    def __init__(self, title: str) -> None:
        self._document = docx.Document()
        _set_properties(self._document, title)
        _set_styles(self._document)
        _set_page(self._document.sections[0])

    def title(self, words: str, below: str) -> None:
        """A title in the middle of the page, with a line below it."""
        paragraph = self._document.add_paragraph(harmless(words), style="Title")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self.line(below, centred=True)

    def heading(self, words: str, level: int = 1, *, new_page: bool = False) -> None:
        """A heading that Word lists in its navigation."""
        self._document.add_heading(harmless(words), level).paragraph_format.page_break_before = new_page

    def line(self, words: str, *, centred: bool = False, keep: bool = False) -> None:
        """A paragraph; `keep` holds it on the page of what follows."""
        paragraph = self._document.add_paragraph(harmless(words))
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = keep

    def bullets(self, lines: Sequence[str]) -> None:
        """A list."""
        for words in lines:
            self._document.add_paragraph(harmless(words), style="List Bullet")

    def facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Names and values side by side, without lines."""
        table = self._document.add_table(rows=0, cols=2)
        _set_widths(table, (5.2, _WIDTH - 5.2))
        for name, value in facts:
            cells = table.add_row().cells
            _fill(cells[0], name, bold=True)
            _fill(cells[1], f": {value}")
        self._document.add_paragraph()

    def table(self, headings: Sequence[str], shares: Sequence[float], rows: Sequence[Sequence[str | None]]) -> None:
        """A table whose headings are repeated on every page; `shares` divide the width of the page.

        Where a row has None, the cell above goes on.
        """
        table = self._add_table(headings, shares)
        for row, below in zip(rows, [*rows[1:], ()], strict=True):
            _add_row(table, row, below)
        self._document.add_paragraph()

    def _add_table(self, headings: Sequence[str], shares: Sequence[float]) -> Any:
        table = self._document.add_table(rows=1, cols=len(headings))
        table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        _set_widths(table, [_WIDTH * share / sum(shares) for share in shares])
        for cell, heading in zip(table.rows[0].cells, headings, strict=True):
            _fill(cell, heading, bold=True)
            cell._tc.get_or_add_tcPr().append(shading(_HEADING_FILL))  # noqa: SLF001 - python-docx has no word for it
        _repeat(table.rows[0])
        return table

    def chart(self, headings: tuple[str, str], bars: Sequence[Bar]) -> None:
        """A table with a bar in each row, beside it in words what it shows; the longest bar fills its column."""
        table = self._add_table((*headings, "Rincian"), (5, 6.4, 5))
        longest = max(sum(length for length, _, _ in bar.parts) for bar in bars)
        for bar in bars:
            _add_row(table, (bar.label, "", bar.words), ())
            run = table.rows[-1].cells[1].paragraphs[0].add_run()
            for length, colour, stands_for in bar.parts:
                picture = run.add_picture(BytesIO(_point(colour)), Cm(_LONGEST_BAR * length / longest), Cm(0.3))
                _join(picture._inline, stands_for)  # noqa: SLF001 - python-docx has no word for what is set there
        self._document.add_paragraph()

    def signature(self, lines: Sequence[str]) -> None:
        """Lines at the right, held together on one page."""
        for words in lines:
            paragraph = self._document.add_paragraph(harmless(words))
            paragraph.paragraph_format.left_indent = Cm(9)
            paragraph.paragraph_format.keep_with_next = words is not lines[-1]

    def close(self) -> bytes:
        """The document as bytes."""
        content = BytesIO()
        self._document.save(content)
        return write_parts(read_parts(content.getvalue()))


def _join(inline: Any, stands_for: str) -> None:
    """Say what a picture stands for, and let it touch the ones beside it."""
    inline.docPr.set("descr", stands_for)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")


def _point(colour: str) -> bytes:
    """A picture of one point in this colour: stretched, it is a bar on every screen and printer."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return len(content).to_bytes(4, "big") + kind + content + check.to_bytes(4, "big")

    header = b"\0\0\0\1\0\0\0\1\x08\2\0\0\0"
    pixel = zlib.compress(b"\0" + bytes.fromhex(colour))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


def _set_properties(document: Any, title: str) -> None:
    """Properties that name nobody: who signs the document is not its author."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.title, properties.language, properties.revision = title, "id-ID", 1
    properties.created = properties.modified = _NO_DATE


def _set_styles(document: Any) -> None:
    styles = document.styles
    for name, size, bold in (
        ("Normal", 10.5, False),
        ("Title", 15, True),
        ("Heading 1", 12, True),
        ("Heading 2", 11, True),
    ):
        style = styles[name]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{script}"), None)
        fonts.set(qn("w:cs"), FONT)
        if name != "Normal":
            style.font.color.rgb = _INK
    styles["Normal"].paragraph_format.space_after = Pt(6)
    for border in styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "id-ID")


def _set_page(section: Any) -> None:
    section.page_width, section.page_height = _PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("Halaman ")
    _add_field(footer, "PAGE")
    footer.add_run(" dari ")
    _add_field(footer, "NUMPAGES")


def _add_field(paragraph: Any, name: str) -> None:
    """A number that Word works out."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no word for it


def _set_widths(table: Any, widths: Sequence[float]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _add_row(table: Any, texts: Sequence[str | None], below: Sequence[str | None]) -> None:
    """Add a row; a cell is joined to the one below it where that one only goes on."""
    row = table.add_row()
    _rule(row, "w:cantSplit")
    for at, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        if text is not None:
            _fill(cell, text)
        if text is None or (below and below[at] is None):
            joined = OxmlElement("w:vMerge")
            joined.set(qn("w:val"), "continue" if text is None else "restart")
            cell._tc.get_or_add_tcPr().append(joined)  # noqa: SLF001 - python-docx would fill in the cell


def _fill(cell: Any, text: str, *, bold: bool = False) -> None:
    """Write `text` into a cell, a paragraph for each of its lines."""
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        run = paragraph.add_run(harmless(line))
        run.bold, run.font.size = bold, Pt(9.5)
        paragraph.paragraph_format.space_after = Pt(2)


def _repeat(row: Any) -> None:
    """Show a row on top of each page that the table runs over."""
    _rule(row, "w:cantSplit")
    _rule(row, "w:tblHeader")


def _rule(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - python-docx has no word for it
