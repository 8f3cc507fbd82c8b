"""From an OpenDocument sheet to Readings; what it shows beside its values stands in its XML."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lxml import etree

from indikator_rules.importers.column_map import NO_MAP
from indikator_rules.importers.looks import PLAIN, Look, Looks, check_extent
from indikator_rules.importers.workbook import read_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from indikator_rules.importers.column_map import Peta
    from indikator_rules.importers.looks import Spot
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading

_NS = {
    prefix: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for prefix, name in (
        ("office", "office"),
        ("table", "table"),
        ("style", "style"),
        ("text", "text"),
        ("fo", "xsl-fo-compatible"),
    )
}
_WHITE = frozenset({None, "transparent", "#ffffff"})
_POINTS_PER_INDENT = 10.0
_LENGTHS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0}


def from_ods(path: Path, *, tingkat: Tingkat | None = None, peta: Peta = NO_MAP) -> tuple[Reading, ...]:
    """One document per instansi in `path`. Raises DocumentError when it cannot be read or holds no indicator."""
    return read_workbook(path, _looks_of, tingkat=tingkat, peta=peta)


def _looks_of(path: Path) -> dict[str, Looks]:
    """The looks of every sheet of the document at `path`, by name. Raises what damaged archives and XML raise."""
    with zipfile.ZipFile(path) as archive:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        root = etree.fromstring(archive.read("content.xml"), parser)
    styles = {_get(style, "style:name"): style for style in root.iterfind(".//style:style", _NS)}
    fills = {name: _style_look(style) for name, style in styles.items()}
    return {
        _get(table, "table:name") or "": _looks(path, table, fills, visible=_is_visible(table, styles))
        for table in root.iterfind("office:body/office:spreadsheet/table:table", _NS)
    }


def _tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NS[prefix]}}}{local}"


def _get(element: Any, name: str) -> str | None:
    found: str | None = element.get(_tag(name))
    return found


def _is_visible(table: Any, styles: dict[str | None, Any]) -> bool:
    style = styles.get(_get(table, "table:style-name"))
    properties = None if style is None else style.find("style:table-properties", _NS)
    return properties is None or _get(properties, "table:display") != "false"


def _style_look(style: Any) -> Look:
    cell = style.find("style:table-cell-properties", _NS)
    paragraph = style.find("style:paragraph-properties", _NS)
    fill = None if cell is None else _get(cell, "fo:background-color")
    margin = None if paragraph is None else _get(paragraph, "fo:margin-left")
    text = style.find("style:text-properties", _NS)
    return Look(
        fill="" if fill in _WHITE else str(fill),
        indent=_indent(margin or ""),
        bold=text is not None and _get(text, "fo:font-weight") == "bold",
        italic=text is not None and _get(text, "fo:font-style") == "italic",
    )


def _indent(margin: str) -> int:
    length = _LENGTHS.get(margin[-2:])
    return round(float(margin[:-2]) * length / _POINTS_PER_INDENT) if length else 0


def _looks(path: Path, table: Any, styles: dict[str | None, Look], *, visible: bool) -> Looks:
    looks = Looks(visible=visible)
    rows, columns, height = 0, 0, 0
    for row in table.iter(_tag("table:table-row")):
        cells = list(_cells(row))
        if cells:
            height = rows + _repeats(row, "rows")
            columns = max(columns, cells[-1][0] + cells[-1][1])
            check_extent(path, _get(table, "table:name") or "", height, columns)
            for at in range(rows, height):
                _read_row(cells, at, styles, looks)
        if _get(row, "table:visibility") in {"collapse", "filter"}:
            looks.hidden_rows |= set(range(rows, min(height, rows + _repeats(row, "rows"))))
        rows += _repeats(row, "rows")
    return looks


def _repeats(element: Any, what: str) -> int:
    return int(_get(element, f"table:number-{what}-repeated") or 1)


def _cells(row: Any) -> Iterator[tuple[int, int, Any]]:
    """The cells of `row` that hold something: the first column, how many columns repeat it, and the cell."""
    column = 0
    for cell in row:
        if cell.tag not in {_tag("table:table-cell"), _tag("table:covered-table-cell")}:
            continue
        again = _repeats(cell, "columns")
        if len(cell) or _get(cell, "office:value-type") or _get(cell, "table:formula"):
            yield column, again, cell
        column += again


def _read_row(cells: list[tuple[int, int, Any]], row: int, styles: dict[str | None, Look], looks: Looks) -> None:
    for spot, cell in (((row, at), cell) for column, again, cell in cells for at in range(column, column + again)):
        look = styles.get(_get(cell, "table:style-name"), PLAIN)
        kind = _get(cell, "office:value-type")
        if kind == "percentage":
            look = replace(look, percent=True)
        if look != PLAIN:
            looks.cells[spot] = look
        _read_span(cell, spot, looks)
        _read_formula(cell, spot, looks)


def _read_span(cell: Any, spot: Spot, looks: Looks) -> None:
    rows = int(_get(cell, "table:number-rows-spanned") or 1)
    columns = int(_get(cell, "table:number-columns-spanned") or 1)
    if rows * columns > 1:
        looks.merges.append((spot, (spot[0] + rows - 1, spot[1] + columns - 1)))


def _read_formula(cell: Any, spot: Spot, looks: Looks) -> None:
    """An error stands as its text beside an empty value; without text the formula was never computed."""
    if _get(cell, "table:formula") is None:
        return
    shown = "".join(text for paragraph in cell.iterfind("text:p", _NS) for text in paragraph.itertext())
    kind = _get(cell, "office:value-type")
    if shown.startswith(("#", "Err:")):
        looks.errors[spot] = shown
    elif kind is None:
        looks.unvalued.add(spot)
