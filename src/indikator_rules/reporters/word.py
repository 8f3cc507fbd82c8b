"""The parts of a Word document that a marked copy touches: cells of tables, paragraphs and runs."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lxml import etree

from indikator_rules.reporters.package import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Place = tuple[int, int, int]
"""Table, row and column, counted from 1 over all tables of a document, nested ones too."""
_WRAPPERS = frozenset(f"{W}{tag}" for tag in ("sdt", "sdtContent", "ins", "customXml"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def cells_by_place(body: Any) -> dict[Place, Any]:
    """All table cells of a document; a cell over several columns stands in the first of them."""
    return {
        (table, row, column): cell
        for table, element in enumerate(body.iter(f"{W}tbl"), start=1)
        for row, line in enumerate(_inside(element, "tr"), start=1)
        for column, cell in _numbered_cells(line)
    }


def _numbered_cells(row: Any) -> Iterator[tuple[int, Any]]:
    column = 1 + _count(row, "trPr", "gridBefore")
    for cell in _inside(row, "tc"):
        yield column, cell
        column += max(_count(cell, "tcPr", "gridSpan"), 1)


def _count(element: Any, properties: str, name: str) -> int:
    found = element.find(f"{W}{properties}/{W}{name}")
    return 0 if found is None else int(found.get(f"{W}val", 0))


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """The parts of `element` named `tag` that belong to it and not to a table nested in it."""
    for child in element:
        if child.tag == f"{W}{tag}":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def paragraphs_of(cell: Any) -> list[Any]:
    """The paragraphs of a cell, one at least."""
    return list(_inside(cell, "p")) or [sub(cell, "p")]


def bookmark_name(place: Place) -> str:
    """The name of the bookmark in a marked cell."""
    return "temuan_{}_{}_{}".format(*place)


def sub(parent: Any, tag: str, **attributes: str) -> Any:
    """A new last child of `parent`; attributes are of Word's namespace."""
    return etree.SubElement(parent, W + tag, {W + name: value for name, value in attributes.items()})


def shading(colour: str) -> Any:
    """The fill of a cell or paragraph."""
    return etree.Element(f"{W}shd", {f"{W}val": "clear", f"{W}color": "auto", f"{W}fill": colour})


def run_of(text: str, *, bold: bool = False, colour: str = "", size: int = 0, properties: Any = None) -> Any:
    """A run of text with a copy of `properties`, or with these few: `size` is in half-points."""
    run = etree.Element(f"{W}r")
    if properties is not None:
        run.append(deepcopy(properties))
    elif bold or colour or size:
        made = sub(run, "rPr")
        if bold:
            sub(made, "b")
        if colour:
            sub(made, "color", val=colour)
        if size:
            sub(made, "sz", val=str(size))
    written = sub(run, "t")
    written.set(_SPACE, "preserve")
    written.text = harmless(text)
    return run
