"""From the shapes drawn on a sheet to a grid: as many rows and columns as it takes to tell their places apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from indikator_rules.importers.cells import Cell
from indikator_rules.importers.looks import Look
from indikator_rules.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indikator_rules.importers.cells import Grid, Merge
    from indikator_rules.importers.looks import Drawing, Shape, Spot

_MAX_CELLS = 1_000_000


def shape_grid(file: str, sheet: str, drawing: Drawing) -> tuple[Grid, list[tuple[Spot, Spot]]]:
    """The shapes with a text as merges of a grid, and which of them are joined, by their first cells, upper ones first.

    The places are those of the cells that the shapes begin over. No grid for more shapes than anybody draws.
    """
    shapes = [shape for shape in drawing.shapes if shape.text]
    rows = _ranks(edge for shape in shapes for edge in (shape.top, shape.bottom))
    columns = _ranks(edge for shape in shapes for edge in (shape.left, shape.right))
    if len(rows) * len(columns) > _MAX_CELLS:
        return [], []
    blank = Cell("", Location(file, sheet=sheet))
    grid = [[blank] * len(columns) for _ in rows]
    first: dict[str, Spot] = {}
    for shape in sorted(shapes, key=lambda shape: (shape.top, shape.left)):
        top, left = rows[_round(shape.top)], columns[_round(shape.left)]
        bottom, right = max(rows[_round(shape.bottom)], top + 1), max(columns[_round(shape.right)], left + 1)
        if grid[top][left] is blank:
            _draw(grid, shape, _place(file, sheet, shape), (top, left, bottom, right))
            first[shape.id] = (top, left)
    joined = [(first[one], first[other]) for one, other in drawing.links if one in first and other in first]
    return grid, [(min(pair), max(pair)) for pair in joined]


def _ranks(edges: Iterable[float]) -> dict[float, int]:
    return {edge: rank for rank, edge in enumerate(sorted({_round(edge) for edge in edges}))}


def _round(edge: float) -> float:
    """`edge` to a tenth of a cell: nobody draws more exactly by hand."""
    return round(edge, 1)


def _place(file: str, sheet: str, shape: Shape) -> Location:
    return Location(file, sheet=sheet, cell=f"{get_column_letter(int(shape.left) + 1)}{int(shape.top) + 1}")


def _draw(grid: Sequence[list[Cell]], shape: Shape, place: Location, area: tuple[int, int, int, int]) -> None:
    top, left, bottom, right = area
    look = Look(fill=shape.fill)
    for row in range(top, bottom):
        for column in range(left, right):
            if not grid[row][column].text:
                covered: Merge = "down" if column == left else "right"
                grid[row][column] = Cell(shape.text, place, "" if (row, column) == (top, left) else covered, look=look)
