"""From tables as they lie on pages to grids of cells: tables that run over pages are one, and so are split rows."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from indikator_rules.importers.cells import Cell
from indikator_rules.importers.pdf_page import clusters
from indikator_rules.importers.pdf_text import text_of
from indikator_rules.importers.tables import find_tables, repeated_heading
from indikator_rules.istilah import bundled_istilah
from indikator_rules.location import Location
from indikator_rules.text import analyse
from indikator_rules.text.opening import NO_MEASURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indikator_rules.importers.cells import Grid
    from indikator_rules.importers.pdf_ruled import Layout, Slot

_SAME_BORDER = 5.0
_OPEN_ENDS = (",", "/", "(", "&", "-", "–", ":")
"""What no text ends with that is complete."""


def grid_of(file: str, run: Sequence[Layout], vocabulary: frozenset[str]) -> Grid:
    """The cells of a table that lies on one page or goes on over several, in `run`."""
    borders = _common_borders(run)
    grid: list[list[Cell]] = []
    for layout in run:
        rows = _cells(file, layout, [border + layout.borders[0] for border in borders], vocabulary)
        repeated = (repeated_heading(grid, rows) or _rows_alike(grid, rows)) if grid else 0
        if grid and (repeated or not any(find_tables(rows))) and rows[repeated:]:
            rows = _carried_over(grid, rows[repeated:])
            if _is_rest_of_row(grid, rows[0]):
                _append_rest(grid, rows.pop(0))
        grid += rows
    return grid


def _rows_alike(grid: Grid, rows: Grid) -> int:
    """How many of `rows` are the first rows of `grid` again, as headings are, known or not."""
    pairs = zip(grid, rows, strict=False)
    alike = takewhile(lambda pair: [cell.text for cell in pair[0]] == [cell.text for cell in pair[1]], pairs)
    return sum(1 for _ in alike)


def goes_on(above: Layout, below: Layout) -> bool:
    """Whether the columns of two tables are the same, so that the lower may be the rest of the upper one."""
    one = [border - above.borders[0] for border in above.borders]
    other = [border - below.borders[0] for border in below.borders]
    few, many = sorted((one, other), key=len)
    same = sum(1 for border in few if any(abs(border - found) <= _SAME_BORDER for found in many))
    return abs(one[-1] - other[-1]) <= 2 * _SAME_BORDER and same == len(few) and len(few) * 2 > len(many)


def _common_borders(run: Sequence[Layout]) -> list[float]:
    """The borders of the columns of all layouts, counted from the left edge of each."""
    found = [border - layout.borders[0] for layout in run for border in layout.borders]
    return [group[0] for group in clusters(found, lambda at: at, _SAME_BORDER)]


def _cells(file: str, layout: Layout, borders: list[float], vocabulary: frozenset[str]) -> list[list[Cell]]:
    columns = [_column_at(layout, (left + right) / 2) for left, right in pairwise(borders)]
    firsts = {
        slot: Cell(
            text_of(block.lines, block.area.x1 - block.area.x0, vocabulary),
            Location(file, page=layout.page, table=layout.number, table_row=slot[0] + 1, table_column=slot[1] + 1),
        )
        for slot, block in layout.blocks.items()
    }
    return [_row(slots, row, columns, firsts) for row, slots in enumerate(layout.first)]


def _column_at(layout: Layout, x: float) -> int:
    return max(sum(1 for border in layout.borders[1:-1] if border <= x), 0)


def _row(slots: Sequence[Slot], row: int, columns: list[int], firsts: dict[Slot, Cell]) -> list[Cell]:
    cells: list[Cell] = []
    for at, column in enumerate(columns):
        slot = slots[column]
        first = firsts[slot]
        leads = column not in columns[:at]
        if leads and slot == (row, column):
            cells.append(first)
        elif leads and slot[1] == column:
            cells.append(replace(first, merge="down"))
        else:
            cells.append(replace(first, merge="right"))
    return cells


def _carried_over(grid: list[list[Cell]], rows: list[list[Cell]]) -> list[list[Cell]]:
    """`rows` in which the blank cells at the beginning of the page, left of its first text, go on with those above."""
    above = grid[-1]
    carried = {
        cell.place: above[at]
        for at, cell in enumerate(rows[0][: _first_text(rows[0])])
        if cell.own == "" and not cell.merge and above[at].text
    }
    return [
        [
            replace(carried[cell.place], merge="right" if cell.merge == "right" else "down")
            if cell.place in carried
            else cell
            for cell in row
        ]
        for row in rows
    ]


def _first_text(row: Sequence[Cell]) -> int:
    return next((at for at, cell in enumerate(row) if cell.own), 0)


def _is_rest_of_row(grid: Sequence[Sequence[Cell]], lower: Sequence[Cell]) -> bool:
    """Whether the texts of `lower` go on with those of the last row of `grid`: a page break has cut one row in two."""
    both = [
        (at, above.text, cell.own)
        for at, (above, cell) in enumerate(zip(grid[-1], lower, strict=True))
        if above.text and cell.own
    ]
    if any(above[0].isdigit() and below[0].isdigit() for _, above, below in both):
        return False
    going_on = sum(1 for _, above, below in both if _is_rest(above, below))
    return going_on * 2 > len(both) or any(_begins_unlike_others(grid, at, below) for at, _, below in both)


def _is_rest(above: str, below: str) -> bool:
    meeting = {above.split()[-1].lower(), below.split(maxsplit=1)[0].lower()}  # noqa: PLC0207 - line ends are blanks too
    return below[0].islower() or above.endswith(_OPEN_ENDS) or not meeting.isdisjoint(_linking_words())


def _begins_unlike_others(grid: Sequence[Sequence[Cell]], at: int, text: str) -> bool:
    """Whether column `at` holds texts that begin with a measure, as indicators do, and `text` does not."""
    texts = [row[at].own for row in grid if row[at].own]
    measured = sum(1 for other in texts if _is_measured(other))
    return measured >= 3 and measured * 4 >= len(texts) * 3 and not _is_measured(text)


def _is_measured(text: str) -> bool:
    return analyse(text).ukuran != NO_MEASURE


@cache
def _linking_words() -> frozenset[str]:
    """The words that no statement ends with."""
    return frozenset(word for name in ("bahasa/konjungsi", "bahasa/preposisi") for word in bundled_istilah(name).persis)


def _append_rest(grid: list[list[Cell]], rest: Sequence[Cell]) -> None:
    """Adds the texts of `rest` to the cells of the last row, also where a merge holds them."""
    for at, below in enumerate(rest):
        if below.own:
            above = grid[-1][at]
            whole = f"{above.text}\n{below.own}" if above.text else below.own
            for row in grid:
                row[:] = [replace(cell, text=whole) if cell.place == above.place else cell for cell in row]
