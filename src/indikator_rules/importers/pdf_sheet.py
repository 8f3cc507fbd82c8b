"""Pages on which a cascade is drawn in small tables or divided boxes: they are read as sheets laid out sideways are."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from indikator_rules.importers.cells import Cell
from indikator_rules.importers.looks import Look
from indikator_rules.importers.pdf_boxes import Framed, joined_by_lines
from indikator_rules.importers.pdf_page import around, clusters
from indikator_rules.importers.pdf_tree import paragraphs
from indikator_rules.importers.sheet_tree import is_sideways, sheet_rows
from indikator_rules.importers.tables import find_tables
from indikator_rules.location import Location

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indikator_rules.importers.looks import Spot
    from indikator_rules.importers.notes import Note
    from indikator_rules.importers.pdf_page import Area, Page
    from indikator_rules.importers.pdf_ruled import Block, Layout
    from indikator_rules.importers.rows import Row

_Placed = tuple["Block", range, range]
"""A block, and the rows and columns of the page's grid that it covers."""
_TOUCHING = 3.0
_LEAST_GROUPS = 3
"""The fewest tables on a page that are a cascade."""


def drawn_tables(file: str, page: Page, layouts: Sequence[Layout], *, boxed: bool, notes: list[Note]) -> list[Row]:
    """The rows of a cascade that tables on `page` state, side by side and below each other; none for other pages.

    `boxed` tells whether what stands in the cells states a cascade without any headings.
    """
    held = [
        (layout, slot, block)
        for layout in layouts
        for slot, block in layout.blocks.items()
        if block.lines and min(block.area.x1 - block.area.x0, block.area.bottom - block.area.top) > _TOUCHING
    ]
    lefts = _edges([edge for _, _, block in held for edge in (block.area.x0, block.area.x1)])
    tops = _edges([edge for _, _, block in held for edge in (block.area.top, block.area.bottom)])
    spans = [
        (block, _span(tops, block.area.top, block.area.bottom), _span(lefts, block.area.x0, block.area.x1))
        for _, _, block in held
    ]
    groups = _groups(spans)
    if len(groups) < _LEAST_GROUPS or 2 * sum(map(_is_divided, groups)) <= len(groups):
        return []
    grid = [[Cell("", Location(file, page=page.number))] * (len(lefts) - 1) for _ in tops[1:]]
    for (layout, (row, column), block), (_, rows, columns) in zip(held, spans, strict=True):
        place = Location(file, page=page.number, table=layout.number, table_row=row + 1, table_column=column + 1)
        text = "\n".join(paragraphs(block.lines, block.area.x1 - block.area.x0))
        _put(grid, rows, columns, Cell(text, place, look=Look(fill=_colour(page, block.area))))
    if not is_sideways(grid) or not (boxed or any(table.measures for table in find_tables(grid))):
        return []
    return sheet_rows(grid, -page.number, None, notes, _lines(page, groups))


def _put(grid: list[list[Cell]], rows: range, columns: range, cell: Cell) -> None:
    """Puts `cell` on all places of `grid` in these rows and columns, as a merge does."""
    for row in rows:
        for column in columns:
            grid[row][column] = replace(cell, merge="down" if column == columns[0] else "right")
    grid[rows[0]][columns[0]] = cell


def _lines(page: Page, groups: Sequence[Sequence[_Placed]]) -> list[tuple[Spot, Spot]]:
    """The first cells of every two tables that lines on the page join, those of the upper one first."""
    stacks = [Framed(_around(group), None) for group in groups]
    first = {
        id(stack): min((rows[0], columns[0]) for _, rows, columns in group)
        for stack, group in zip(stacks, groups, strict=True)
    }
    joined, _ = joined_by_lines(stacks, page)
    return [(first[id(joined[id(stack)])], first[id(stack)]) for stack in stacks if id(stack) in joined]


def _groups(placed: Sequence[_Placed]) -> list[list[_Placed]]:
    """The blocks of a page in groups that touch, as the cells of one table do."""
    at = {(row, column): each for each in placed for row in each[1] for column in each[2]}
    open_ones = {id(each): each for each in placed}
    groups: list[list[_Placed]] = []
    while open_ones:
        group = [open_ones.pop(next(iter(open_ones)))]
        for _, rows, columns in group:
            around_it = [(row, column) for row in rows for column in (columns[0] - 1, columns[-1] + 1)]
            around_it += [(row, column) for row in (rows[0] - 1, rows[-1] + 1) for column in columns]
            touching = {id(at[spot]): at[spot] for spot in around_it if spot in at}
            group += [open_ones.pop(key) for key in touching if key in open_ones]
        groups.append(group)
    return groups


def _is_divided(group: Sequence[_Placed]) -> bool:
    """Whether some of the cells stand side by side."""
    return min(columns[-1] for _, _, columns in group) < max(columns[0] for _, _, columns in group)


def _around(group: Sequence[_Placed]) -> Area:
    area = group[0][0].area
    for block, _, _ in group[1:]:
        area = around(area, block.area)
    return area


def _edges(found: list[float]) -> list[float]:
    return [group[0] for group in clusters(found, lambda at: at, _TOUCHING)]


def _span(edges: Sequence[float], start: float, end: float) -> range:
    """The numbers of the strips between `edges` that lie between two of them."""
    return range(bisect_right(edges, start) - 1, bisect_right(edges, end) - 1)


def _colour(page: Page, area: Area) -> str:
    """The colour of the smallest ground that the middle of `area` lies on; "" for paper."""
    middle = replace(area, x0=(area.x0 + area.x1) / 2, x1=(area.x0 + area.x1) / 2)
    grounds = [box for box in page.boxes if box.colour and box.holds(middle)]
    smallest = min(grounds, key=lambda box: (box.x1 - box.x0) * (box.bottom - box.top), default=None)
    return "" if smallest is None else str(smallest.colour)
