"""The styles of a workbook: formats are added at the end, so that those in use keep their numbers."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from indikator_rules.reporters.package import parse

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
EMPTY = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="1"><xf xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
).encode()
_GROUPS = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles")
_BUILT_IN_FILLS = 2


def complete(root: Any) -> None:
    """Give a stylesheet the groups that it may lack, each with the entry that every workbook has."""
    for group in list(parse(EMPTY)):
        if root.find(group.tag) is None:
            earlier = _GROUPS[: _GROUPS.index(etree.QName(group).localname)]
            root.insert(sum(etree.QName(child).localname in earlier for child in root), group)


def add_font(root: Any, colour: str, size: int = 11, mark: str = "") -> int:
    """The number of a new font; `mark` is "b" for bold, "u" for underlined."""
    shown = f"<{mark}/>" if mark else ""
    return _add(root, "fonts", f'<font>{shown}<sz val="{size}"/><color rgb="FF{colour}"/><name val="Calibri"/></font>')


def add_fill(root: Any, colour: str) -> int:
    """The number of a new solid fill."""
    pattern = f'<patternFill patternType="solid"><fgColor rgb="FF{colour}"/><bgColor indexed="64"/></patternFill>'
    return _add(root, "fills", f"<fill>{pattern}</fill>")


def add_border(root: Any, colour: str, style: str = "thin") -> int:
    """The number of a new border on all sides."""
    sides = ("left", "right", "top", "bottom")
    drawn = "".join(f'<{side} style="{style}"><color rgb="FF{colour}"/></{side}>' for side in sides)
    return _add(root, "borders", f"<border>{drawn}</border>")


def add_format(root: Any, font: int, fill: int, border: int) -> int:
    """The number of a new format for text at the top of its cell, never read as a formula when somebody edits it."""
    return _add(
        root,
        "cellXfs",
        f'<xf fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyFont="1" applyFill="1" '
        'applyBorder="1" applyAlignment="1" quotePrefix="1"><alignment vertical="top" wrapText="1"/></xf>',
    )


def add_line_format(root: Any, font: int) -> int:
    """The number of a new format for one line that may run on over the empty cells beside it."""
    return _add(root, "cellXfs", f'<xf fontId="{font}" fillId="0" borderId="0" xfId="0" applyFont="1"/>')


def add_marked(root: Any, base: int, fill: int, border: int) -> int:
    """The number of a copy of cell format `base`, filled and framed; its text turns black where it stood on a fill."""
    formats = root.find(f"{{{MAIN}}}cellXfs")
    marked = deepcopy(formats[base if base < len(formats) else 0])
    if int(marked.get("fillId", "0")) >= _BUILT_IN_FILLS:
        marked.attrib.update({"fontId": str(_black(root, int(marked.get("fontId", "0")))), "applyFont": "1"})
    marked.attrib.update({"fillId": str(fill), "applyFill": "1", "borderId": str(border), "applyBorder": "1"})
    return _append(formats, marked)


def _black(root: Any, font: int) -> int:
    """The number of a black copy of `font`."""
    fonts = root.find(f"{{{MAIN}}}fonts")
    copy = deepcopy(fonts[font if font < len(fonts) else 0])
    for colour in copy.findall(f"{{{MAIN}}}color"):
        colour.attrib.clear()
        colour.set("rgb", "FF000000")
    return _append(fonts, copy)


def _add(root: Any, group: str, content: str) -> int:
    entry = etree.fromstring(f'<x xmlns="{MAIN}">{content}</x>')[0]
    return _append(root.find(f"{{{MAIN}}}{group}"), entry)


def _append(group: Any, entry: Any) -> int:
    group.append(entry)
    group.set("count", str(len(group)))
    return len(group) - 1
