"""Shapes and text boxes that lie on the sheets of an Excel workbook, and the connectors that join them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree

from indikator_rules.importers.looks import Drawing, Shape

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

_EMU_PER_COLUMN = 609_600
_EMU_PER_ROW = 190_500
"""The size of a cell where nobody has changed it."""
_MARKER = ("col", "colOff", "row", "rowOff")
_WITHIN = 0.999
_NEAR = 0.75
"""How far from a shape the end of a line may lie, in columns or rows."""


@dataclass(slots=True)
class _Frame:
    """Where a part of a drawing lies on the sheet, in columns and rows; `inner` are the numbers that its parts use."""

    left: float
    top: float
    right: float
    bottom: float
    inner: tuple[float, float, float, float] | None = None

    def across(self, part: Any) -> _Frame:
        """Where `part` of a group lies."""
        off, ext = part.find(".//{*}xfrm/{*}off"), part.find(".//{*}xfrm/{*}ext")
        if self.inner is None or off is None or ext is None:
            return self
        x0, y0, width, height = self.inner
        wide, high = (self.right - self.left) / (width or 1), (self.bottom - self.top) / (height or 1)
        left = self.left + (int(off.get("x", 0)) - x0) * wide
        top = self.top + (int(off.get("y", 0)) - y0) * high
        return _Frame(left, top, left + int(ext.get("cx", 0)) * wide, top + int(ext.get("cy", 0)) * high)


@dataclass(slots=True)
class _Line:
    """A connector: the shapes it is glued to, and where its ends lie."""

    glued: tuple[str | None, str | None]
    ends: tuple[tuple[float, float], tuple[float, float]]


@dataclass(slots=True)
class _Found:
    shapes: list[Shape] = field(default_factory=list)
    lines: list[_Line] = field(default_factory=list)
    unread: int = 0


def drawing_of(archive: zipfile.ZipFile, sheet: str) -> Drawing:
    """What is drawn on the sheet that is the part `sheet` of `archive`."""
    found = _Found()
    for part in _drawings(archive, sheet):
        for anchor in _root(archive, part):
            frame = _anchored(anchor)
            if frame is not None:
                _collect(anchor, frame, found)
    return Drawing(tuple(found.shapes), tuple(_links(found)), found.unread)


def _root(archive: zipfile.ZipFile, part: str) -> Any:
    return etree.fromstring(archive.read(part), etree.XMLParser(resolve_entities=False, no_network=True))


def _drawings(archive: zipfile.ZipFile, sheet: str) -> Iterator[str]:
    folder, name = posixpath.split(sheet)
    relations = f"{folder}/_rels/{name}.rels"
    names = set(archive.namelist())
    for relation in _root(archive, relations) if relations in names else ():
        part = posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))).lstrip("/")
        if relation.get("Type", "").endswith("/drawing") and part in names:
            yield part


def _anchored(anchor: Any) -> _Frame | None:
    """Where an anchor holds its part; None for one that lies nowhere."""
    first, last, size = (anchor.find(f"{{*}}{name}") for name in ("from", "to", "ext"))
    if first is not None:
        left, top = _point(first)
        right, bottom = (left, top) if last is None else _point(last)
    elif (position := anchor.find("{*}pos")) is not None:
        left, top = int(position.get("x", 0)) / _EMU_PER_COLUMN, int(position.get("y", 0)) / _EMU_PER_ROW
        right, bottom = left, top
    else:
        return None
    if last is None and size is not None:
        right += int(size.get("cx", 0)) / _EMU_PER_COLUMN
        bottom += int(size.get("cy", 0)) / _EMU_PER_ROW
    return _Frame(left, top, right, bottom)


def _point(marker: Any) -> tuple[float, float]:
    column, across, row, down = (int(marker.findtext(f"{{*}}{name}", "0")) for name in _MARKER)
    return column + min(across / _EMU_PER_COLUMN, _WITHIN), row + min(down / _EMU_PER_ROW, _WITHIN)


def _collect(holder: Any, frame: _Frame, found: _Found) -> None:
    for part in holder:
        match etree.QName(part).localname if isinstance(part.tag, str) else "":
            case "sp":
                _collect_shape(part, frame.across(part), found)
            case "cxnSp":
                _collect_line(part, frame.across(part), found)
            case "grpSp":
                _collect(part, _group(part, frame), found)
            case "graphicFrame":
                found.unread += part.find(".//{*}relIds") is not None
            case "AlternateContent" | "Choice":
                _collect(part, frame, found)


def _group(group: Any, frame: _Frame) -> _Frame:
    """Where a group lies, and how the parts within it are measured."""
    lies = frame.across(group.find("{*}grpSpPr")) if group.find("{*}grpSpPr") is not None else frame
    off, ext = group.find("{*}grpSpPr/{*}xfrm/{*}chOff"), group.find("{*}grpSpPr/{*}xfrm/{*}chExt")
    if off is not None and ext is not None:
        lies.inner = (int(off.get("x", 0)), int(off.get("y", 0)), int(ext.get("cx", 0)), int(ext.get("cy", 0)))
    return lies


def _collect_shape(part: Any, frame: _Frame, found: _Found) -> None:
    paragraphs = ("".join(_letters(paragraph)) for paragraph in part.iterfind("{*}txBody/{*}p"))
    text = "\n".join(line for paragraph in paragraphs if (line := paragraph.strip()))
    number = part.find("{*}nvSpPr/{*}cNvPr")
    colour = part.find("{*}spPr/{*}solidFill/*")
    fill = "" if colour is None else f"{etree.QName(colour).localname}={colour.get('val')}"
    name = "" if number is None else number.get("id", "")
    found.shapes.append(Shape(name, frame.left, frame.top, frame.right, frame.bottom, text, fill))


def _letters(paragraph: Any) -> Iterator[str]:
    for part in paragraph.iter("{*}t", "{*}br"):
        yield "\n" if etree.QName(part).localname == "br" else part.text or ""


def _collect_line(part: Any, frame: _Frame, found: _Found) -> None:
    ends = (part.find(f".//{{*}}{name}") for name in ("stCxn", "endCxn"))
    first, last = (None if end is None else end.get("id") for end in ends)
    turned = part.find(".//{*}xfrm")
    flips = 0 if turned is None else sum(turned.get(name) in {"1", "true"} for name in ("flipH", "flipV"))
    left, right = (frame.right, frame.left) if flips == 1 else (frame.left, frame.right)
    found.lines.append(_Line((first, last), ((left, frame.top), (right, frame.bottom))))


def _links(found: _Found) -> Iterator[tuple[str, str]]:
    """The shapes that every connector joins: those it is glued to, else those at its ends."""
    known = {shape.id: shape for shape in found.shapes if shape.text}
    for line in found.lines:
        ends = [
            known.get(glued) if glued else _shape_at(point, known.values())
            for glued, point in zip(line.glued, line.ends, strict=True)
        ]
        if ends[0] is not None and ends[1] is not None and ends[0] is not ends[1]:
            yield ends[0].id, ends[1].id


def _shape_at(point: tuple[float, float], shapes: Any) -> Shape | None:
    near = [(_distance(point, shape), shape) for shape in shapes]
    distance, shape = min(near, key=lambda pair: pair[0], default=(_NEAR, None))
    return shape if distance < _NEAR else None


def _distance(point: tuple[float, float], shape: Shape) -> float:
    across = max(shape.left - point[0], point[0] - shape.right, 0)
    down = max(shape.top - point[1], point[1] - shape.bottom, 0)
    return max(across, down)
