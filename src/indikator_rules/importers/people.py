"""The names of persons that a file gives beside its cascade: on forms, in signatures."""

from __future__ import annotations

from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from indikator_rules.persons import persons_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indikator_rules.importers.cells import Cell, Grid

_EDGE = 60
"""Rows from the top and from the foot of a table where forms and signatures stand."""


def people(titles: Sequence[str], grids: Iterable[Grid]) -> tuple[str, ...]:
    """The names in `titles` and `grids`, each once, in order of first appearance."""
    lines = [*titles, *(line for grid in grids for line in _lines(_edges(grid)))]
    return tuple(dict.fromkeys(persons_in(lines)))


def _edges(grid: Grid) -> Grid:
    return grid if len(grid) <= 2 * _EDGE else [*grid[:_EDGE], *grid[-_EDGE:]]


def _lines(grid: Grid) -> Iterator[str]:
    """What stands one below the other, column by column; then what stands beside each other, as "Nama: …"."""
    for column in zip_longest(*grid):
        yield ""
        yield from (cell.own for cell in column if cell is not None and cell.own)
    for row in grid:
        yield ""
        yield from (f"{label}: {value}" for label, value in pairwise(_written(row)))


def _written(row: Sequence[Cell]) -> list[str]:
    return [text for cell in row if (text := cell.own.strip(" :"))]
