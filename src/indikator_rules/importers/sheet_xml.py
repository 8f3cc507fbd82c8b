"""What the XML of an Excel sheet tells beside its values, found without reading it cell by cell where that is possible.

Excel and most other programs write a row as `<row r="7" …>` and a cell as `<c r="B7" …>`. In such a sheet the few cells
that are worth a look are found by what sets them apart; any other sheet is read as XML from beginning to end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from lxml import etree
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from indikator_rules.importers.looks import PLAIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indikator_rules.importers.looks import Look, Looks, Spot

_ROW = re.compile(rb'<row (?:r="(\d+)")?')
_COLUMN = re.compile(rb'<c (?:r="([A-Z]+))?')
_CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"')
_ANY_ROW = re.compile(rb'<(?:\w+:)?row\s[^>]*?\br="(\d+)"')
_ANY_COLUMN = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]+)')
_HIDDEN = re.compile(rb' hidden="(?:1|true)"')
_ERROR = re.compile(rb' t="e"')
_FORMULA = re.compile(rb"<f[\s>/]")
"""These begin with fixed characters, which makes the search, mostly in vain, ten times as quick."""
_VALUE = re.compile(rb"<v[^>/]*>([^<]+)")
_TEXT_RESULT = re.compile(rb'<c [^>]*\st="str"')


@dataclass(frozen=True, slots=True)
class SheetXml:
    """The XML of one sheet: how many rows and columns its cells span, and whether they can be found by themselves."""

    content: bytes
    rows: int
    columns: int
    regular: bool


def sheet_xml(content: bytes) -> SheetXml:
    """`content` measured."""
    rows = _ROW.findall(content)
    columns = set(_COLUMN.findall(content))
    regular = bool(columns) and b"" not in columns and b"" not in rows
    if not regular:
        rows, columns = _ANY_ROW.findall(content), set(_ANY_COLUMN.findall(content))
    width = max(map(_index, columns), default=-1) + 1
    return SheetXml(content, max(map(int, rows), default=0), width, regular)


def fill_looks(sheet: SheetXml, styles: Sequence[Look], looks: Looks) -> None:
    """Puts into `looks` the cells that show more than their value, and the hidden rows."""
    if not sheet.regular:
        _read_all(sheet.content, styles, looks)
        return
    _find_rows(sheet.content, looks)
    _find_cells(sheet.content, looks)
    telling = {b"%d" % at: look for at, look in enumerate(styles) if look != PLAIN}
    if telling:
        for found in re.finditer(rb' s="(%s)"' % b"|".join(telling), sheet.content):
            if spot := _spot(sheet.content, _tag(sheet.content, found.start())):
                looks.cells[spot] = telling[found[1]]


def _find_rows(content: bytes, looks: Looks) -> None:
    for found in _HIDDEN.finditer(content):
        if row := _ROW.match(content, _tag(content, found.start())):
            looks.hidden_rows.add(int(row[1]) - 1)


def _find_cells(content: bytes, looks: Looks) -> None:
    for found in _ERROR.finditer(content):
        if spot := _spot(content, start := _tag(content, found.start())):
            looks.errors[spot] = _value(content, start).decode()
    for found in _FORMULA.finditer(content):
        start = content.rfind(b"<c ", 0, found.start())
        if (spot := _spot(content, start)) and not _value(content, start) and not _TEXT_RESULT.match(content, start):
            looks.unvalued.add(spot)


def _tag(content: bytes, at: int) -> int:
    """Where the tag begins in which `at` stands."""
    return content.rfind(b"<", 0, at)


def _spot(content: bytes, start: int) -> Spot | None:
    """The place of the cell that begins at `start`, if one does."""
    found = _CELL.match(content, start) if start >= 0 else None
    return (int(found[2]) - 1, _index(found[1])) if found else None


def _value(content: bytes, start: int) -> bytes:
    """The stored value of the cell that begins at `start`; b"" without one."""
    found = _VALUE.search(content, start, content.find(b"</c>", start))
    return found[1] if found else b""


@cache
def _index(letters: bytes) -> int:
    return column_index_from_string(letters.decode()) - 1


def _read_all(content: bytes, styles: Sequence[Look], looks: Looks) -> None:
    row = -1
    for event, element in etree.iterparse(
        BytesIO(content),
        ("start", "end"),
        tag=("{*}row", "{*}c"),
        resolve_entities=False,
        no_network=True,
        huge_tree=True,
    ):
        is_row = etree.QName(element).localname == "row"
        if event == "start" and is_row:
            row, column = int(element.get("r", row + 2)) - 1, -1
            if element.get("hidden") in {"1", "true"}:
                looks.hidden_rows.add(row)
        elif event == "end" and is_row:
            element.clear()
        elif event == "end":
            column = _column(element.get("r"), column)
            _read_cell(element, (row, column), styles, looks)


def _column(reference: str | None, before: int) -> int:
    return before + 1 if reference is None else column_index_from_string(coordinate_from_string(reference)[0]) - 1


def _read_cell(element: Any, spot: Spot, styles: Sequence[Look], looks: Looks) -> None:
    style = int(element.get("s", 0))
    if style < len(styles) and styles[style] != PLAIN:
        looks.cells[spot] = styles[style]
    kind, value = element.get("t"), element.findtext("{*}v")
    if kind == "e":
        looks.errors[spot] = value or ""
    elif not value and kind != "str" and element.find("{*}f") is not None:
        looks.unvalued.add(spot)
