"""Tables that are drawn with lines: the slots between the lines, and the walls that are missing between slots."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from indikator_rules.importers.pdf_page import Area, Rule, around, clusters, encloses, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indikator_rules.importers.pdf_page import Line, Page, Word

_NEAR = 3.0
"""How far two lines that meet may be drawn apart."""
_MOST_OPEN = 0.2
"""The share of a wall that may be missing."""
Slot = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands in one cell: its lines, the area of all its slots."""

    area: Area
    lines: Sequence[Line] = ()


@dataclass(slots=True)
class Layout:
    """A table as it lies on a page: the borders of its columns, its blocks, of every slot the first of its block."""

    page: int
    area: Area
    borders: list[float]
    blocks: dict[Slot, Block]
    first: list[list[Slot]]
    number: int = 0
    """Which table of its page it is, from 1."""


def ruled_tables(page: Page) -> Iterator[Layout]:
    """The tables on `page` that lines divide into two columns at least, from top to bottom."""
    verticals = [*page.verticals, *_walls_of_open_rows(page)]
    found = [_layout(page, *rules) for rules in _meeting(page.horizontals, verticals)]
    yield from sorted((table for table in found if table is not None), key=lambda table: table.area.top)


def _meeting(horizontals: Sequence[Rule], verticals: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Horizontal and vertical rules in groups that hang together."""
    open_ones = list(range(len(verticals)))
    crossing = {
        at: [row for row, across in enumerate(horizontals) if _crosses(across, verticals[at])] for at in open_ones
    }
    while open_ones:
        down, across = [open_ones.pop(0)], set[int]()
        for at in down:
            new = set(crossing[at]) - across
            across |= new
            reached = [other for other in open_ones if new.intersection(crossing[other])]
            reached += [
                other
                for other in open_ones
                if other not in reached
                and not (crossing[at] and crossing[other])
                and _beside(verticals[at], verticals[other])
            ]
            down += reached
            open_ones = [other for other in open_ones if other not in reached]
        yield [horizontals[row] for row in sorted(across)], [verticals[at] for at in down]


def _walls_of_open_rows(page: Page) -> Iterator[Rule]:
    """The walls that a table leaves out where only some of its rows have a ground: between lines of its whole width."""
    for horizontals, verticals in _meeting(page.horizontals, page.verticals):
        columns = [sum(group) / len(group) for group in clusters([rule.at for rule in verticals], lambda at: at)]
        if len(columns) < 3 or not horizontals:
            continue
        whole = [
            rule.at
            for rule in page.horizontals
            if abs(rule.start - columns[0]) <= _NEAR and abs(rule.end - columns[-1]) <= _NEAR
        ]
        first, last = min(rule.start for rule in verticals), max(rule.end for rule in verticals)
        below = [at for at in sorted(whole) if at >= last - _NEAR]
        above = [at for at in sorted(whole, reverse=True) if at <= first + _NEAR]
        for heights in (below, above):
            for one, other in pairwise(heights):
                if not _is_open_row(page, columns, min(one, other), max(one, other)):
                    break
                yield from (Rule(column, min(one, other), max(one, other)) for column in columns)


def _is_open_row(page: Page, columns: list[float], top: float, bottom: float) -> bool:
    """Whether the words between two lines stand in columns, more than one, and no drawn wall parts them."""
    strip = Area(columns[0], top, columns[-1], bottom)
    words = [word for word in page.words if strip.holds(word, 0)]
    crossed = any(word.x0 + 1 < column < word.x1 - 1 for word in words for column in columns)
    filled = {_between(columns, (word.x0 + word.x1) / 2) for word in words}
    walled = any(
        rule.start < bottom - _NEAR and rule.end > top + _NEAR and columns[0] - _NEAR <= rule.at <= columns[-1] + _NEAR
        for rule in page.verticals
    )
    return len(filled) > 1 and not crossed and not walled


def _crosses(across: Rule, down: Rule) -> bool:
    return across.start - _NEAR <= down.at <= across.end + _NEAR and down.start - _NEAR <= across.at <= down.end + _NEAR


def _beside(one: Rule, other: Rule) -> bool:
    """Whether two vertical rules run from the same height to the same height, as those of one open table do.

    Rules that others cross already are those of tables side by side.
    """
    return abs(one.start - other.start) <= _NEAR and abs(one.end - other.end) <= _NEAR


def _layout(page: Page, horizontals: list[Rule], verticals: list[Rule]) -> Layout | None:
    borders = _borders([rule.at for rule in verticals], [end for rule in horizontals for end in (rule.start, rule.end)])
    heights = _borders([rule.at for rule in horizontals], [end for rule in verticals for end in (rule.start, rule.end)])
    if len(borders) < 3 or len(heights) < 2:
        return None
    area = Area(borders[0], heights[0], borders[-1], heights[-1])
    words = [word for word in page.words if area.holds(word)]
    first = _merged(borders, heights, horizontals, verticals)
    blocks = _blocks(borders, heights, first, words)
    _stand_up(blocks, page.upended)
    if sum(1 for block in blocks.values() if block.lines) < 2:
        return None
    return Layout(page.number, area, borders, blocks, first)


def _borders(rules: list[float], ends: list[float]) -> list[float]:
    """The heights or columns at which slots meet: every rule, and where the others reach beyond the last ones."""
    outer = [min(ends), max(ends)] if ends else []
    outer = [end for end in outer if all(abs(end - rule) > 2 * _NEAR for rule in rules)]
    return [sum(group) / len(group) for group in clusters([*rules, *outer], lambda at: at)]


def _merged(
    borders: list[float], heights: list[float], horizontals: list[Rule], verticals: list[Rule]
) -> list[list[Slot]]:
    """For every slot the first slot of the block it belongs to: slots with no wall between them are one block."""
    rows, columns = len(heights) - 1, len(borders) - 1
    owner = {(row, column): (row, column) for row in range(rows) for column in range(columns)}

    def first(slot: Slot) -> Slot:
        while owner[slot] != slot:
            slot = owner[slot]
        return slot

    for row in range(rows):
        for column in range(columns):
            if column and not _wall(verticals, borders[column], heights[row], heights[row + 1]):
                _unite(owner, first((row, column - 1)), first((row, column)))
            if row and not _wall(horizontals, heights[row], borders[column], borders[column + 1]):
                _unite(owner, first((row - 1, column)), first((row, column)))
    return [[first((row, column)) for column in range(columns)] for row in range(rows)]


def _unite(owner: dict[Slot, Slot], one: Slot, other: Slot) -> None:
    owner[max(one, other)] = min(one, other)


def _wall(rules: list[Rule], at: float, start: float, end: float) -> bool:
    """Whether `rules` close the way at `at` from `start` to `end`."""
    covered = sum(max(min(rule.end, end) - max(rule.start, start), 0.0) for rule in rules if abs(rule.at - at) <= _NEAR)
    return covered >= (1 - _MOST_OPEN) * (end - start) - 0.5


def _blocks(
    borders: list[float], heights: list[float], first: list[list[Slot]], words: list[Word]
) -> dict[Slot, Block]:
    areas: dict[Slot, Area] = {}
    for row, slots in enumerate(first):
        for column, slot in enumerate(slots):
            own = Area(borders[column], heights[row], borders[column + 1], heights[row + 1])
            areas[slot] = around(areas[slot], own) if slot in areas else own
    standing: dict[Slot, list[Word]] = {slot: [] for slot in areas}
    for word in words:
        row = _between(heights, (word.top + word.bottom) / 2)
        column = _between(borders, (word.x0 + word.x1) / 2)
        standing[first[row][column]].append(word)
    return {slot: Block(area, lines_of(standing[slot])) for slot, area in areas.items()}


def _stand_up(blocks: dict[Slot, Block], upended: Sequence[Word]) -> None:
    """Fills blank cells with the lines that stand on their side in them, as narrow headings do."""
    for slot, block in blocks.items():
        if not block.lines and (lines := [[line] for line in upended if encloses(block.area, line, _NEAR)]):
            blocks[slot] = Block(block.area, lines)


def _between(borders: list[float], at: float) -> int:
    return next((number for number, (_, upper) in enumerate(pairwise(borders)) if at < upper), len(borders) - 2)
