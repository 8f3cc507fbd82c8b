"""New pages at the end of a Word document: how to read the copy, and all findings with links to their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from indikator_rules.model.angka import write_angka
from indikator_rules.reporters.marks import (
    COLOURS,
    GUIDE_TITLE,
    LIST_TITLE,
    advice,
    colour_lines,
    severity_words,
    short,
    subject,
    totals,
)
from indikator_rules.reporters.word import Place, W, bookmark_name, run_of, shading, sub

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indikator_rules.finding import Finding
    from indikator_rules.location import Location
    from indikator_rules.reporters.marks import Mark

MOST_PLACES = 3
MOST_LISTED = 500
"""A longer table is slow in Word; what it leaves out is marked in the document all the same."""
_INK, _LINK = "1F3864", "0563C1"
_COLUMNS = {"No": 700, "Keparahan dan aturan": 2600, "Letak": 2400, "Temuan": 4700, "Saran": 4170}
"""Widths in twentieths of a point; together the width of a landscape A4 page between its margins."""
_MARGIN = 1134


def add_pages(body: Any, sentences: Iterable[str], marks: Sequence[Mark], linked: set[Place]) -> None:
    """Add the pages as a section of their own; places in `linked` have a bookmark to jump to."""
    _end_section(body)
    _heading(body, GUIDE_TITLE)
    for sentence in sentences:
        _paragraph(body, run_of(sentence, size=20))
    for severity, words in colour_lines():
        paragraph = _paragraph(body, run_of(words, size=20))
        paragraph[0].insert(0, shading(COLOURS[severity]))
    _heading(body, LIST_TITLE)
    hidden = len(marks) - MOST_LISTED
    more = f" Tabel ini memuat {write_angka(MOST_LISTED)} yang pertama." if hidden > 0 else ""
    _paragraph(body, run_of(totals(marks) + more, bold=True, size=20))
    _add_table(body, marks[:MOST_LISTED], linked)
    _paragraph(body, run_of("", size=2))
    section = sub(body, "sectPr")
    sub(section, "type", val="nextPage")
    sub(section, "pgSz", w="16838", h="11906", orient="landscape")
    edges = dict.fromkeys(("top", "right", "bottom", "left"), str(_MARGIN))
    sub(section, "pgMar", **edges, header="567", footer="567", gutter="0")


def _end_section(body: Any) -> None:
    """End what the document has as a section with its own paper and columns, in its last paragraph."""
    section = body.find(f"{W}sectPr")
    if section is None:
        section = etree.Element(f"{W}sectPr")
    else:
        body.remove(section)
    last = body[-1] if len(body) else None
    if last is None or last.tag != f"{W}p" or last.find(f"{W}pPr/{W}sectPr") is not None:
        last = _paragraph(body, run_of("", size=2))
    properties = last.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        last.insert(0, properties)
    if (change := properties.find(f"{W}pPrChange")) is None:
        properties.append(section)
    else:
        change.addprevious(section)


def _heading(body: Any, words: str) -> None:
    paragraph = _paragraph(body, run_of(words, bold=True, colour=_INK, size=32))
    paragraph[0].insert(0, etree.Element(f"{W}keepNext"))
    sub(paragraph[0], "outlineLvl", val="0")


def _paragraph(parent: Any, *content: Any) -> Any:
    paragraph = sub(parent, "p")
    sub(sub(paragraph, "pPr"), "spacing", before="40", after="40")
    paragraph.extend(content)
    return paragraph


# ---- the table of findings


def _add_table(body: Any, marks: Iterable[Mark], linked: set[Place]) -> None:
    table = sub(body, "tbl")
    properties = sub(table, "tblPr")
    sub(properties, "tblW", w=str(sum(_COLUMNS.values())), type="dxa")
    borders = sub(properties, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        sub(borders, side, val="single", sz="4", space="0", color="BFBFBF")
    sub(properties, "tblLayout", type="fixed")
    grid = sub(table, "tblGrid")
    for width in _COLUMNS.values():
        sub(grid, "gridCol", w=str(width))
    _add_headings(table)
    for mark in marks:
        _add_row(table, mark, linked)


def _add_headings(table: Any) -> None:
    row = sub(table, "tr")
    rules = sub(row, "trPr")
    sub(rules, "cantSplit")
    sub(rules, "tblHeader")
    for heading, width in _COLUMNS.items():
        _paragraph(_cell(row, width, _INK), run_of(heading, bold=True, colour="FFFFFF", size=18))


def _add_row(table: Any, mark: Mark, linked: set[Place]) -> None:
    finding = mark.finding
    row = sub(table, "tr")
    sub(sub(row, "trPr"), "cantSplit")
    number, kind, where, said, proposed = (_cell(row, width) for width in _COLUMNS.values())
    if mark.is_shown:
        kind[0].append(shading(COLOURS[finding.severity]))
    _write(number, str(mark.number))
    _paragraph(kind, run_of(severity_words(finding), bold=True, size=18))
    _write(kind, finding.called)
    for place in mark.places[:MOST_PLACES]:
        _paragraph(where, _place(place, linked))
    hidden = len(mark.places) - MOST_PLACES
    _write(where, f"dan {write_angka(hidden)} tempat lain" if hidden > 0 else "")
    _write(said, _said(finding))
    _write(proposed, advice(finding))


def _said(finding: Finding) -> str:
    """The message, below the text it speaks of unless it quotes that text."""
    about, message = subject(finding), short(finding.message)
    return message if about in message else f"{about}\n{message}"


def _cell(row: Any, width: int, colour: str = "") -> Any:
    cell = sub(row, "tc")
    properties = sub(cell, "tcPr")
    sub(properties, "tcW", w=str(width), type="dxa")
    if colour:
        properties.append(shading(colour))
    return cell


def _write(cell: Any, text: str) -> None:
    """Write each line of `text` as a paragraph; a cell without any gets an empty one, as Word demands."""
    for line in filter(None, text.split("\n")):
        _paragraph(cell, run_of(line, size=18))
    if len(cell) == 1:
        _paragraph(cell)


def _place(place: Location, linked: set[Place]) -> Any:
    """The words for a place, as a link where its cell is marked."""
    key = place.table or 0, place.table_row or 0, place.table_column or 0
    if key not in linked:
        return run_of(str(place), size=18)
    link = etree.Element(f"{W}hyperlink", {f"{W}anchor": bookmark_name(key), f"{W}history": "1"})
    link.append(run_of(str(place), colour=_LINK, size=18))
    return link
