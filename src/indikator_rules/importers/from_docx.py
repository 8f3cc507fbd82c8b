"""From a Word document to Readings: its tables, and what the lines between them say of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from indikator_rules.importers.cells import Cell
from indikator_rules.importers.column_map import NO_MAP
from indikator_rules.importers.files import DAMAGE, damaged
from indikator_rules.importers.from_grids import read_grids
from indikator_rules.importers.looks import Look, with_blanks
from indikator_rules.importers.tables import find_tables
from indikator_rules.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from indikator_rules.importers.cells import Grid
    from indikator_rules.importers.column_map import Peta
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading

_NO_FILL = frozenset({"auto", "FFFFFF", ""})
_TWIPS_PER_INDENT = 180
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def from_docx(path: Path, *, tingkat: Tingkat | None = None, peta: Peta = NO_MAP) -> tuple[Reading, ...]:
    """The document in `path`. Raises DocumentError when it cannot be read or holds no indicator."""
    try:
        body = docx.Document(str(path)).element.body
        grids = _grids(str(path), body)
    except (*DAMAGE, OpcError):
        raise damaged(path) from None
    titles = [text for child in body if child.tag == qn("w:p") and (text := _text(child))]
    return read_grids(path, grids, titles=titles, tingkat=tingkat, peta=peta)


def _grids(file: str, body: Any) -> list[Grid]:
    """The tables in `body`; one that goes on right below another without a heading of its own belongs to it."""
    grids: list[Grid] = []
    before = None
    for number, table in enumerate(body.iter(qn("w:tbl")), start=1):
        grid = _grid(file, number, table)
        if before is not None and _neighbour(table) is before and _goes_on(grids[-1], grid):
            grids[-1] = [*grids[-1], *grid]
        else:
            grids.append(grid)
        before = table
    return grids


def _neighbour(table: Any) -> Any:
    """What stands before `table`, blank lines aside."""
    found = table.getprevious()
    while found is not None and found.tag == qn("w:p") and not _text(found):
        found = found.getprevious()
    return found


def _goes_on(above: Grid, below: Grid) -> bool:
    return bool(above and below) and len(above[-1]) == len(below[0]) and not any(find_tables(below))


def _grid(file: str, number: int, table: Any) -> Grid:
    """The cells of `table`; a cell over several columns or rows covers those beside and below it."""
    grid: list[list[Cell]] = []
    for at, row in enumerate(_inside(table, "w:tr"), start=1):
        cells: list[Cell] = []
        _extend_blank(cells, file, number, at, _count(row, "w:trPr/w:gridBefore"))
        for element in _inside(row, "w:tc"):
            column = len(cells) + 1
            place = Location(file, table=number, table_row=at, table_column=column)
            above = grid[-1][column - 1] if grid and column <= len(grid[-1]) else None
            if _continues(element) and above is not None:
                first = Cell(above.text, above.place, "down")
            else:
                first = Cell(_text(element), place, look=_look(element))
            cells.append(first)
            cells.extend([Cell(first.text, first.place, "right")] * (max(_count(element, "w:tcPr/w:gridSpan"), 1) - 1))
        grid.append(cells)
    return grid


def _look(cell: Any) -> Look:
    """How a cell looks: its ground, and the indent and type of its first paragraph."""
    shade = cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
    fill = "" if shade is None else shade.get(qn("w:fill"), "auto")
    paragraph = next(_inside(cell, "w:p"), None)
    if paragraph is None:
        return Look(fill="" if fill in _NO_FILL else fill)
    place = paragraph.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    left = "0" if place is None else place.get(qn("w:left")) or place.get(qn("w:start")) or "0"
    runs = [run for run in paragraph.iter(qn("w:r")) if run.find(qn("w:t")) is not None]
    look = Look(
        fill="" if fill in _NO_FILL else fill,
        indent=round(int(left) / _TWIPS_PER_INDENT) if left.isdigit() else 0,
        bold=bool(runs) and all(_is_on(run, "w:b") for run in runs),
        italic=bool(runs) and all(_is_on(run, "w:i") for run in runs),
    )
    return with_blanks(look, "".join(_runs(paragraph)))


def _is_on(run: Any, switch: str) -> bool:
    found = run.find(f"{qn('w:rPr')}/{qn(switch)}")
    return found is not None and found.get(qn("w:val"), "1") not in {"0", "false"}


def _extend_blank(cells: list[Cell], file: str, table: int, row: int, count: int) -> None:
    cells.extend(Cell("", Location(file, table=table, table_row=row, table_column=at + 1)) for at in range(count))


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """The parts of `element` named `tag` that belong to it and not to a table nested in it."""
    for child in element:
        if child.tag == qn(tag):
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")}:
            yield from _inside(child, tag)


def _count(element: Any, path: str) -> int:
    found = element.find("/".join(qn(step) for step in path.split("/")))
    return int(found.get(qn("w:val"), 0)) if found is not None else 0


def _continues(cell: Any) -> bool:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


def _text(element: Any) -> str:
    """The text of a paragraph or cell, a line for each paragraph; inserted text counts, deleted text does not."""
    if element.tag == qn("w:p"):
        return "".join(_runs(element)).strip()
    return "\n".join(_text(paragraph) for paragraph in _inside(element, "w:p")).strip()


def _runs(paragraph: Any) -> Iterator[str]:
    for part in paragraph.iter():
        if part.tag == qn("w:t"):
            yield part.text or ""
        elif part.tag in _BREAKS and part.getparent().tag == qn("w:r"):
            yield _BREAKS[part.tag]
