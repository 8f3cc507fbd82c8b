"""From an Excel workbook to Readings; what its sheets show beside their values stands in its XML."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

from lxml import etree
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from indikator_rules.importers.column_map import NO_MAP
from indikator_rules.importers.looks import PLAIN, Look, Looks, check_extent, is_percent
from indikator_rules.importers.workbook import read_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from indikator_rules.importers.column_map import Peta
    from indikator_rules.importers.looks import Spot
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading

_PERCENT_FORMATS = frozenset({9, 10})
"""The built-in number formats "0%" and "0.00%"."""
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NO_FILL = frozenset({"none", "gray125"})
_WHITE = frozenset({"FFFFFFFF", "00FFFFFF"})
_TELLING = re.compile(rb'<(?:\w+:)?f[\s>/]|\st="e"|\shidden="(?:1|true)"')
"""What makes it worth reading a sheet cell by cell."""


def from_xlsx(path: Path, *, tingkat: Tingkat | None = None, peta: Peta = NO_MAP) -> tuple[Reading, ...]:
    """One document per instansi in `path`. Raises DocumentError when it cannot be read or holds no indicator."""
    return read_workbook(path, _looks_of, tingkat=tingkat, peta=peta)


def _looks_of(path: Path) -> dict[str, Looks]:
    """The looks of every sheet of the workbook at `path`, by name. Raises what damaged archives and XML raise."""
    with zipfile.ZipFile(path) as archive:
        sheets = _parts(archive)
        styles = _styles(archive)
        return {name: _looks(path, name, archive.read(part), styles, visible=visible) for name, part, visible in sheets}


def _parts(archive: zipfile.ZipFile) -> list[tuple[str, str, bool]]:
    """Name, part and visibility of every worksheet, in order."""
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in _parse(archive.read("xl/_rels/workbook.xml.rels"))
        if relation.get("Type", "").endswith("/worksheet")
    }
    sheets = _parse(archive.read("xl/workbook.xml")).iterfind("{*}sheets/{*}sheet")
    return [
        (sheet.get("name", ""), _part(targets[relation]), sheet.get("state", "visible") == "visible")
        for sheet in sheets
        if (relation := sheet.get(_RELATION) or sheet.get("id")) in targets
    ]


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _parse(content: bytes) -> Any:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _styles(archive: zipfile.ZipFile) -> Sequence[Look]:
    """The look of every cell format of the workbook, by its number."""
    if "xl/styles.xml" not in archive.namelist():
        return ()
    root = _parse(archive.read("xl/styles.xml"))
    formats = {
        int(each.get("numFmtId", 0)): each.get("formatCode", "") for each in root.iterfind("{*}numFmts/{*}numFmt")
    }
    fills = [_fill(each) for each in root.iterfind("{*}fills/{*}fill")]
    return [_look(each, formats, fills) for each in root.iterfind("{*}cellXfs/{*}xf")]


def _look(xf: Any, formats: Mapping[int, str], fills: Sequence[str]) -> Look:
    number, fill = int(xf.get("numFmtId", 0)), int(xf.get("fillId", 0))
    alignment = xf.find("{*}alignment")
    return Look(
        percent=number in _PERCENT_FORMATS or is_percent(formats.get(number, "")),
        fill=fills[fill] if fill < len(fills) else "",
        indent=int(alignment.get("indent", 0)) if alignment is not None else 0,
    )


def _fill(fill: Any) -> str:
    pattern = fill.find("{*}patternFill")
    colour = None if pattern is None else pattern.find("{*}fgColor")
    if pattern is None or pattern.get("patternType", "none") in _NO_FILL or colour is None:
        return ""
    written = " ".join(f"{name}={value}" for name, value in sorted(colour.items()))
    return "" if colour.get("rgb") in _WHITE else written


def _looks(path: Path, name: str, content: bytes, styles: Sequence[Look], *, visible: bool) -> Looks:
    looks = Looks(visible=visible)
    if not visible:
        return looks
    check_extent(path, name, *_extent(content))
    telling = {at for at, look in enumerate(styles) if look != PLAIN}
    if _TELLING.search(content) or telling.intersection(map(int, set(re.findall(rb'\ss="(\d+)"', content)))):
        _read_cells(content, styles, looks)
    return looks


def _extent(content: bytes) -> tuple[int, int]:
    """How many rows and columns the cells of a sheet span."""
    rows = max(map(int, re.findall(rb'<(?:\w+:)?row\s[^>]*?\br="(\d+)"', content)), default=0)
    letters = set(re.findall(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]+)', content))
    return rows, max((column_index_from_string(each.decode()) for each in letters), default=0)


def _read_cells(content: bytes, styles: Sequence[Look], looks: Looks) -> None:
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
