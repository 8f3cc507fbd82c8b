"""From an Excel workbook to Readings; what its sheets show beside their values stands in its XML."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

from lxml import etree

from indikator_rules.importers.column_map import NO_MAP
from indikator_rules.importers.looks import Look, Looks, check_extent, is_percent
from indikator_rules.importers.shapes_xlsx import drawing_of
from indikator_rules.importers.sheet_xml import fill_looks, sheet_xml
from indikator_rules.importers.workbook import read_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from indikator_rules.importers.column_map import Peta
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading

_PERCENT_FORMATS = frozenset({9, 10})
"""The built-in number formats "0%" and "0.00%"."""
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NO_FILL = frozenset({"none", "gray125"})
_WHITE = frozenset({"FFFFFFFF", "00FFFFFF"})


def from_xlsx(path: Path, *, tingkat: Tingkat | None = None, peta: Peta = NO_MAP) -> tuple[Reading, ...]:
    """One document per instansi in `path`. Raises DocumentError when it cannot be read or holds no indicator."""
    return read_workbook(path, _looks_of, tingkat=tingkat, peta=peta)


def _looks_of(path: Path) -> dict[str, Looks]:
    """The looks of every sheet of the workbook at `path`, by name. Raises what damaged archives and XML raise."""
    with zipfile.ZipFile(path) as archive:
        sheets = _parts(archive)
        styles = _styles(archive)
        return {name: _looks(path, name, (archive, part), styles, visible=visible) for name, part, visible in sheets}


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
    fonts = [(_is_on(each.find("{*}b")), _is_on(each.find("{*}i"))) for each in root.iterfind("{*}fonts/{*}font")]
    return [_look(each, formats, fills, fonts) for each in root.iterfind("{*}cellXfs/{*}xf")]


def _is_on(switch: Any) -> bool:
    return switch is not None and switch.get("val", "1") not in {"0", "false"}


def _look(xf: Any, formats: Mapping[int, str], fills: Sequence[str], fonts: Sequence[tuple[bool, bool]]) -> Look:
    number, fill, font = (int(xf.get(name, 0)) for name in ("numFmtId", "fillId", "fontId"))
    alignment = xf.find("{*}alignment")
    bold, italic = fonts[font] if font < len(fonts) else (False, False)
    return Look(
        percent=number in _PERCENT_FORMATS or is_percent(formats.get(number, "")),
        fill=fills[fill] if fill < len(fills) else "",
        indent=int(alignment.get("indent", 0)) if alignment is not None else 0,
        bold=bold,
        italic=italic,
    )


def _fill(fill: Any) -> str:
    pattern = fill.find("{*}patternFill")
    colour = None if pattern is None else pattern.find("{*}fgColor")
    if pattern is None or pattern.get("patternType", "none") in _NO_FILL or colour is None:
        return ""
    written = " ".join(f"{name}={value}" for name, value in sorted(colour.items()))
    return "" if colour.get("rgb") in _WHITE else written


def _looks(path: Path, name: str, at: tuple[zipfile.ZipFile, str], styles: Sequence[Look], *, visible: bool) -> Looks:
    if not visible:
        return Looks(visible=False)
    archive, part = at
    sheet = sheet_xml(archive.read(part))
    check_extent(path, name, sheet.rows, sheet.columns)
    looks = Looks(drawing=drawing_of(archive, part))
    fill_looks(sheet, styles, looks)
    return looks
