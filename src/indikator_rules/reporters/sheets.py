"""New sheets for a workbook: how to read the copy, and all findings with links to their cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from indikator_rules.model.angka import write_angka
from indikator_rules.reporters import stylesheet
from indikator_rules.reporters.marks import (
    GUIDE_TITLE,
    LIST_TITLE,
    MOST_LISTED,
    advice,
    colour_lines,
    place_and_more,
    severity_words,
    short,
    subject,
    totals,
)
from indikator_rules.reporters.package import OFFICE, add_part, harmless, parse, relate, serialise
from indikator_rules.reporters.stylesheet import MAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indikator_rules.finding import Severity
    from indikator_rules.location import Location
    from indikator_rules.reporters.marks import Mark
    from indikator_rules.reporters.package import Parts

WORKBOOK = "xl/workbook.xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_INK = "1F3864"
_LONGEST_NAME = 31
_LINE, _TALLEST = 15, 409
_COLUMNS = {
    "No": 6,
    "Keparahan": 18,
    "Aturan": 24,
    "Letak": 24,
    "Tertulis": 42,
    "Temuan": 52,
    "Saran": 52,
    "Dasar": 36,
}


@dataclass(frozen=True, slots=True)
class Formats:
    """The numbers of the cell formats of the new sheets."""

    title: int
    line: int
    text: int
    heading: int
    cell: int
    link: int
    severity: dict[Severity, int]


@dataclass(frozen=True, slots=True)
class _Cell:
    value: str | int
    format: int
    link: str = ""


def add_formats(styles: Any, fills: dict[Severity, int]) -> Formats:
    """The formats of the new sheets, added to the stylesheet `styles`."""
    plain, border = stylesheet.add_font(styles, "000000"), stylesheet.add_border(styles, "BFBFBF")
    title = stylesheet.add_font(styles, _INK, 16, "b")
    heading, link = stylesheet.add_font(styles, "FFFFFF", 11, "b"), stylesheet.add_font(styles, "0563C1", 11, "u")
    return Formats(
        title=stylesheet.add_line_format(styles, title),
        line=stylesheet.add_line_format(styles, plain),
        text=stylesheet.add_format(styles, plain, 0, 0),
        heading=stylesheet.add_format(styles, heading, stylesheet.add_fill(styles, _INK), border),
        cell=stylesheet.add_format(styles, plain, 0, border),
        link=stylesheet.add_format(styles, link, 0, border),
        severity={severity: stylesheet.add_format(styles, plain, fill, border) for severity, fill in fills.items()},
    )


def add_guide(parts: Parts, sentences: Iterable[str], formats: Formats) -> None:
    """Add the sheet that says how to read the copy."""
    rows = [
        [_Cell(GUIDE_TITLE, formats.title)],
        *([_Cell(sentence, formats.text)] for sentence in sentences),
        [],
        [_Cell("Warna dan artinya", formats.heading)],
        *([_Cell(words, formats.severity[severity])] for severity, words in colour_lines()),
    ]
    _add_sheet(parts, GUIDE_TITLE, rows, widths=[110], frozen=0)


def add_list(parts: Parts, marks: Sequence[Mark], formats: Formats) -> None:
    """Add the sheet with all findings; the first place of each is a link where the workbook has it."""
    known = set(sheet_names(parts))
    hidden = len(marks) - MOST_LISTED
    more = f" Lembar ini memuat {write_angka(MOST_LISTED)} yang pertama." if hidden > 0 else ""
    rows = [
        [_Cell(LIST_TITLE, formats.title)],
        [_Cell(totals(marks) + more, formats.line)],
        [_Cell(heading, formats.heading) for heading in _COLUMNS],
        *(_row(mark, formats, known) for mark in marks[:MOST_LISTED]),
    ]
    _add_sheet(parts, LIST_TITLE, rows, widths=list(_COLUMNS.values()), frozen=3)


def sheet_names(parts: Parts) -> list[str]:
    """The names of all sheets."""
    return [sheet.get("name") for sheet in parse(parts[WORKBOOK]).iter(f"{{{MAIN}}}sheet")]


def _row(mark: Mark, formats: Formats, known: set[str]) -> list[_Cell]:
    finding = mark.finding
    link = _link(mark.places, known)
    coloured = formats.severity[finding.severity] if mark.is_shown else formats.cell
    return [
        _Cell(mark.number, formats.cell),
        _Cell(severity_words(finding), coloured),
        _Cell(finding.called, formats.cell),
        _Cell(place_and_more(mark.places), formats.link if link else formats.cell, link),
        _Cell(subject(finding), formats.cell),
        _Cell(short(finding.message), formats.cell),
        _Cell(advice(finding), formats.cell),
        _Cell(short(finding.basis), formats.cell),
    ]


def _link(places: Sequence[Location], known: set[str]) -> str:
    """The cell of the first place as a link names it: 'PK 2026'!C14."""
    if not places or places[0].cell is None or places[0].sheet not in known:
        return ""
    sheet = places[0].sheet.replace("'", "''")
    return f"'{sheet}'!{places[0].cell}"


# ---- sheets as parts


def _add_sheet(parts: Parts, title: str, rows: Sequence[Sequence[_Cell]], widths: Sequence[int], frozen: int) -> None:
    """Add a sheet at the end of the workbook; `frozen` is the number of rows that stay in sight."""
    name = add_part(parts, "xl/worksheets/sheet{}.xml", _SHEET_TYPE, _sheet(rows, widths, frozen))
    identity = relate(parts, WORKBOOK, "worksheet", name)
    workbook = parse(parts[WORKBOOK])
    sheets = workbook.find(f"{{{MAIN}}}sheets")
    number = max((int(sheet.get("sheetId")) for sheet in sheets), default=0) + 1
    etree.SubElement(
        sheets,
        f"{{{MAIN}}}sheet",
        {"name": _free_name(title, sheet_names(parts)), "sheetId": str(number), f"{{{OFFICE}}}id": identity},
    )
    if frozen:
        _repeat_rows(workbook, sheets[-1].get("name"), len(sheets) - 1, frozen)
    parts[WORKBOOK] = serialise(workbook)


def _repeat_rows(workbook: Any, sheet: str, at: int, row: int) -> None:
    """Print row number `row` of a sheet on top of each of its pages."""
    names = workbook.find(f"{{{MAIN}}}definedNames")
    if names is None:
        names = etree.Element(f"{{{MAIN}}}definedNames")
        before = ("externalReferences", "functionGroups", "sheets")
        next(found for tag in before if (found := workbook.find(f"{{{MAIN}}}{tag}")) is not None).addnext(names)
    _sub(names, "definedName", name="_xlnm.Print_Titles", localSheetId=str(at)).text = f"'{sheet}'!${row}:${row}"


def _free_name(title: str, taken: Iterable[str]) -> str:
    """`title`, with a number if the workbook has a sheet of that name; names do not differ by case alone."""
    folded = {name.lower() for name in taken}
    numbered = (title if number == 1 else f"{title} ({number})" for number in range(1, len(folded) + 2))
    return next(name for name in numbered if name.lower() not in folded)[:_LONGEST_NAME]


def _sheet(rows: Sequence[Sequence[_Cell]], widths: Sequence[int], frozen: int) -> bytes:
    root = parse(f'<worksheet xmlns="{MAIN}"/>'.encode())
    properties = _sub(root, "sheetPr")
    _sub(properties, "tabColor", rgb=f"FF{_INK}")
    _sub(properties, "pageSetUpPr", fitToPage="1")
    view = _sub(_sub(root, "sheetViews"), "sheetView", showGridLines="0", workbookViewId="0")
    if frozen:
        _sub(view, "pane", ySplit=str(frozen), topLeftCell=f"A{frozen + 1}", activePane="bottomLeft", state="frozen")
    columns = _sub(root, "cols")
    for at, width in enumerate(widths, start=1):
        _sub(columns, "col", min=str(at), max=str(at), width=str(width), customWidth="1")
    data = _sub(root, "sheetData")
    for number, cells in enumerate(rows, start=1):
        _write_row(data, number, cells, _height(cells, widths))
    if frozen:
        _sub(root, "autoFilter", ref=f"A{frozen}:{_letter(len(widths))}{max(len(rows), frozen)}")
    _write_links(root, rows)
    _sub(root, "pageMargins", left="0.5", right="0.5", top="0.6", bottom="0.6", header="0.3", footer="0.3")
    _sub(root, "pageSetup", paperSize="9", orientation="landscape", fitToHeight="0")
    _sub(_sub(root, "headerFooter"), "oddFooter").text = "&R&P / &N"
    return serialise(root)


def _height(cells: Sequence[_Cell], widths: Sequence[int]) -> int:
    """The height of a row in points: not every program finds it. A lone cell may run over the whole width."""
    widths = widths if len(cells) > 1 else [sum(widths)]
    lines = (
        sum(1 + len(line) // width for line in str(cell.value).split("\n"))
        for cell, width in zip(cells, widths, strict=False)
    )
    return min(_LINE * max(lines, default=1) + 6, _TALLEST)


def _write_row(data: Any, number: int, cells: Sequence[_Cell], height: int) -> None:
    row = _sub(data, "row", r=str(number), ht=str(height), customHeight="1")
    for at, cell in enumerate(cells, start=1):
        place = {"r": f"{_letter(at)}{number}", "s": str(cell.format)}
        if isinstance(cell.value, int):
            _sub(_sub(row, "c", **place), "v").text = str(cell.value)
        else:
            text = _sub(_sub(_sub(row, "c", **place, t="inlineStr"), "is"), "t")
            text.text = spreadsheet_text(cell.value)
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _write_links(root: Any, rows: Sequence[Sequence[_Cell]]) -> None:
    linked = [
        (f"{_letter(at)}{number}", cell)
        for number, cells in enumerate(rows, start=1)
        for at, cell in enumerate(cells, start=1)
        if cell.link
    ]
    if linked:
        links = _sub(root, "hyperlinks")
        for place, cell in linked:
            _sub(links, "hyperlink", ref=place, location=cell.link, display=harmless(str(cell.value)))


def spreadsheet_text(text: str) -> str:
    """`text` as a string of a sheet: what looks like an escaped character there ("_x0041_") stays as it is written."""
    return re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", harmless(text))


def _sub(parent: Any, tag: str, **attributes: str) -> Any:
    return etree.SubElement(parent, f"{{{MAIN}}}{tag}", attributes)


def _letter(column: int) -> str:
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[column - 1]
