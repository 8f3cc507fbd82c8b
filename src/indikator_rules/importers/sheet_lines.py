"""The rows of a workbook's sheet: what each value reads as is worked out once, a cell only when it is needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter

from indikator_rules.importers.cell_values import ERROR, EXACT, UNVALUED, cell_text, doubt_of
from indikator_rules.importers.cells import Cell, Line
from indikator_rules.importers.looks import PLAIN, with_blanks
from indikator_rules.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from indikator_rules.importers.looks import Looks, Spot

Values = list[list[Any]]


class _Texts(dict[Any, str]):
    """The text of each value. Those of 0 and 1 aren't kept: False and True equal them and read otherwise."""

    def __init__(self) -> None:
        self.doubts: dict[Any, str] = {}
        """What cannot be trusted in the values met so far."""

    def __missing__(self, value: Any) -> str:
        if type(value) is float and 1 < value < EXACT and value.is_integer():  # a number of a row, mostly
            text = self[value] = str(int(value))
            return text
        text = cell_text(value)
        if value not in (0, 1):
            self[value] = text
            if doubt := doubt_of(value):
                self.doubts[value] = doubt
        return text


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet as its rows know it: `covered` names the first cell of the merge that covers a cell."""

    file: str
    name: str
    values: Values
    looks: Looks
    covered: Mapping[Spot, Spot]
    doubts: Mapping[Any, str]
    suspect: AbstractSet[Spot]
    """The cells in which something cannot be trusted whatever their value."""

    def doubt(self, spot: Spot) -> str:
        """What cannot be trusted in the cell at `spot`, as a message; "" for nothing."""
        if spot in self.looks.errors:
            return ERROR
        return UNVALUED if spot in self.looks.unvalued else self.doubts.get(self.values[spot[0]][spot[1]], "")


class SheetLine(Line):
    """One row of a sheet, by its number from 0."""

    __slots__ = ("_row", "_sheet")

    def __init__(self, sheet: _Sheet, row: int, texts: Sequence[str]) -> None:
        self._sheet, self._row = sheet, row
        self.texts = self.own = self.down = texts

    def cover(self, columns: Iterable[int]) -> None:
        """Notes that merges cover the cells in `columns`."""
        self.own, self.down = list(self.own), list(self.down)
        for at in columns:
            self.own[at] = ""
            if not self._is_below(self._sheet.covered[self._row, at], at):
                self.down[at] = ""

    def _is_below(self, first: Spot, at: int) -> bool:
        return first[0] < self._row and first[1] == at

    def cell(self, at: int) -> Cell:
        """The cell in column `at`, from 0."""
        sheet, here = self._sheet, (self._row, at)
        spot = sheet.covered.get(here, here)
        place = Location(sheet.file, sheet=sheet.name, cell=f"{get_column_letter(spot[1] + 1)}{spot[0] + 1}")
        look = with_blanks(sheet.looks.cells.get(spot, PLAIN), sheet.values[spot[0]][spot[1]])
        if spot == here:
            return Cell(self.texts[at], place, doubt=sheet.doubt(spot), look=look)
        return Cell(self.texts[at], place, "down" if self._is_below(spot, at) else "right", look=look)

    def doubtful(self, columns: Iterable[int]) -> list[Cell]:
        """The cells of `columns` in which something cannot be trusted."""
        sheet, row = self._sheet, self._row
        if not sheet.doubts and not sheet.suspect:
            return []
        values = sheet.values[row]
        found = [self.cell(at) for at in columns if values[at] in sheet.doubts or (row, at) in sheet.suspect]
        return [cell for cell in found if cell.doubt]

    @property
    def name(self) -> str | None:
        """The id of a row that no column gives one: its number, or that of the first row of a merge at its left."""
        return f"r{self._row + 1}" if self.own is self.texts else super().name


def sheet_lines(file: str, name: str, values: Values, looks: Looks, merges: Sequence[tuple[Spot, Spot]]) -> list[Line]:
    """The rows of a sheet of these `values`, all of the same length."""
    known = _Texts()
    texts = [  # a text that opens with a letter, as most of a large sheet does, leaves nothing to doubt
        [value.strip() if type(value) is str and value[:1].isalpha() else known[value] for value in row]
        for row in values
    ]
    height, width = len(texts), len(texts[0]) if texts else 0
    for (row, column), look in looks.cells.items():
        if look.percent and row < height and column < width:
            texts[row][column] = cell_text(values[row][column], percent=True)
    for (row, column), error in looks.errors.items():
        if error and row < height and column < width:
            texts[row][column] = error
    covered = _covered(merges, height, width)
    sheet = _Sheet(file, name, values, looks, covered, known.doubts, looks.errors.keys() | looks.unvalued)
    by_row: dict[int, list[int]] = {}
    for (row, column), first in covered.items():
        texts[row][column] = texts[first[0]][first[1]]
        by_row.setdefault(row, []).append(column)
    lines = [SheetLine(sheet, row, found) for row, found in enumerate(texts)]
    for row, columns in by_row.items():
        lines[row].cover(columns)
    return [*lines]


def _covered(merges: Sequence[tuple[Spot, Spot]], height: int, width: int) -> dict[Spot, Spot]:
    """The first cell of the merge that covers a cell, for the cells that a sheet of this size has."""
    return {
        (row, column): first
        for first, last in merges
        for row in range(first[0], min(last[0] + 1, height))
        for column in range(first[1], min(last[1] + 1, width))
        if (row, column) != first
    }
