"""Boxes of a sheet: cells and merges with a text, which of them touch, and which of them are headings of others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indikator_rules.importers.box_text import Label, label_of, post_level
from indikator_rules.importers.columns import read_column
from indikator_rules.importers.headings import exact_role, is_heading
from indikator_rules.model.satuan import satuan_baku

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indikator_rules.importers.cells import Cell, Grid
    from indikator_rules.model.tingkat import Tingkat

MAX_BOXES = 5_000
_CODE = re.compile(r"[A-Z]{1,5}[ .-]?\d{1,2}(?:\.\d{1,3})*")
_PATH = re.compile(rf"(?:{_CODE.pattern}\s*/\s*)+(?={_CODE.pattern})")
_CODE_ALONE = re.compile(r"(?P<name>[A-Z]{1,5})[ .-]?(?P<number>\d{1,2}(?:\.\d{1,3})*)")
_UNITS_TOO = frozenset({"diabaikan", "unit"})
"""The roles of headings of which some are units as well: "Persen", "Unit"."""


@dataclass(slots=True, eq=False)
class Box:
    """A cell with a text, or a merge: its first and last row and column, all from 0."""

    top: int
    left: int
    bottom: int
    right: int
    cell: Cell
    label: Label | None = None
    """What it says when it is a heading and nothing more."""
    post: Tingkat | None = None
    """The level of the post that it names, if it names one."""
    path: tuple[str, ...] = ()
    """The codes of those it stands under, where they stand before its own: "T.1" of "T.1/SS.1.2 Meningkatnya …"."""

    @property
    def text(self) -> str:
        """What stands in the box, without the codes of those it stands under."""
        text = self.cell.text.strip()
        return text[found.end() :] if self.path and (found := _PATH.match(text)) else text

    def beside(self, other: Box) -> bool:
        """Whether both share a row."""
        return self.top <= other.bottom and other.top <= self.bottom

    def in_line(self, other: Box) -> bool:
        """Whether both share a column."""
        return self.left <= other.right and other.left <= self.right


class Boxes:
    """The boxes of one sheet, in the order of reading."""

    def __init__(self, grid: Grid) -> None:
        self.all: list[Box] = []
        self._at: dict[tuple[int, int], Box] = {}
        for row, cells in enumerate(grid):
            for column, cell in enumerate(cells):
                if not cell.merge and cell.text.strip():
                    self.all.append(_box(grid, row, column))
        for box in self.all:
            for row in range(box.top, box.bottom + 1):
                for column in range(box.left, box.right + 1):
                    self._at[row, column] = box
        for box in self.all:
            self._read_period(box)
        self.legend = {
            id(box): fill for box in self.all if box.label is not None and (fill := _swatch_before(grid, box, self))
        }
        """The colours that a legend shows beside the names of what they stand for, by the name's box."""

    def _read_period(self, box: Box) -> None:
        """Lets a year or quarter under a wider heading be a heading too."""
        above = self.above(box)
        if box.label is None and above is not None and above.label is not None and _is_wider(above, box):
            outer = [each.label.name for each in self.climb(box) if each.label is not None]
            if read_column((*reversed(outer), box.text)).period and is_heading(box.text):
                box.label = Label(box.text, "", "")

    def at(self, row: int, column: int) -> Box | None:
        """The box at a place, if one stands there."""
        return self._at.get((row, column))

    def above(self, box: Box) -> Box | None:
        """The box that touches `box` from above, the leftmost if there are several."""
        found = (self.at(box.top - 1, column) for column in range(box.left, box.right + 1))
        return next((each for each in found if each is not None), None)

    def below(self, box: Box) -> Box | None:
        """The box that touches `box` from below, the leftmost if there are several."""
        found = (self.at(box.bottom + 1, column) for column in range(box.left, box.right + 1))
        return next((each for each in found if each is not None), None)

    def before(self, box: Box) -> Box | None:
        """The box that touches `box` from the left."""
        return self.at(box.top, box.left - 1)

    def climb(self, box: Box) -> Iterator[Box]:
        """The boxes that stand on each other above `box`, the nearest first."""
        found = self.above(box)
        while found is not None:
            yield found
            found = self.above(found)

    def row_label(self, box: Box) -> Box | None:
        """The heading at the left margin of the rows of `box`, which heads no column itself."""
        row = [other for other in self.all if other.right < box.left and other.top <= box.top <= other.bottom]
        first = min(row, key=lambda other: other.left, default=None)
        if first is None or (first.label is None and first.post is None):
            return None
        if self._heads(first) or id(first) in self.legend:
            return None
        return first

    def column_label(self, box: Box) -> Box | None:
        """The heading that stands first in the columns of `box`, with nothing but titles above it."""
        column = [other for other in self.all if other.bottom < box.top and other.left <= box.left <= other.right]
        return next((other for other in column if other.label is not None and id(other) not in self.legend), None)

    def _heads(self, label: Box) -> bool:
        below = self.below(label)
        return below is not None and below.label is None and below.left >= label.left and below.right <= label.right


def _box(grid: Grid, row: int, column: int) -> Box:
    cell = grid[row][column]
    right = column
    while right + 1 < len(grid[row]) and _covers(cell, grid[row][right + 1]):
        right += 1
    bottom = row
    while bottom + 1 < len(grid) and column < len(grid[bottom + 1]) and _covers(cell, grid[bottom + 1][column]):
        bottom += 1
    codes = _PATH.match(cell.text.strip())
    box = Box(row, column, bottom, right, cell, path=tuple(_CODE.findall(codes[0])) if codes else ())
    box.label = _heading(box.text)
    box.post = None if box.label else post_level(box.text)
    return box


def _is_wider(above: Box, box: Box) -> bool:
    return above.left <= box.left <= box.right <= above.right and above.right - above.left > box.right - box.left


def _swatch_before(grid: Grid, box: Box, held: Boxes) -> str:
    """The colour of a blank cell before the box, where a legend shows it; "" without one."""
    if not box.left or held.at(box.top, box.left - 1) is not None:
        return ""
    return grid[box.top][box.left - 1].look.fill


def _covers(first: Cell, cell: Cell) -> bool:
    return bool(cell.merge) and cell.place == first.place


def _heading(text: str) -> Label | None:
    """The heading that `text` is; units and values are none."""
    role = exact_role(text)
    if role in _UNITS_TOO and satuan_baku(text):
        return None
    found = label_of(" ".join(text.split()))
    if found is not None:
        return found if not found.rest else None
    if not role and (code := _CODE_ALONE.fullmatch(text)) and not is_heading(text):
        return Label(code["name"], code["number"], "")
    return Label(" ".join(text.split()), "", "") if role else None


def runs(held: Boxes) -> list[list[Box]]:
    """The rows of headings with no heading right below them that touch each other from left to right."""
    found: list[list[Box]] = []
    for box in held.all:
        if box.label is None or _has_label_below(box, held):
            continue
        run = next((run for run in found if _touches(run[-1], box)), None)
        if run is None:
            found.append([box])
        else:
            run.append(box)
    return found


def _touches(left: Box, right: Box) -> bool:
    return right.left == left.right + 1 and right.bottom == left.bottom


def _has_label_below(box: Box, held: Boxes) -> bool:
    below = held.below(box)
    return below is not None and below.label is not None and box.left <= below.left <= box.right
