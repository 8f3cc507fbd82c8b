"""A table before anything is understood: texts in a grid, with their places and merges."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase
from typing import TYPE_CHECKING, Literal, cast, overload

from indikator_rules.importers.looks import PLAIN, Look

if TYPE_CHECKING:
    from indikator_rules.location import Location

Merge = Literal["", "right", "down"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. A cell that a merge covers holds the text of the merge's first cell and says how it is covered."""

    text: str
    place: Location
    merge: Merge = ""
    doubt: str = ""
    """What cannot be trusted in this cell, as a message for the reader."""
    look: Look = PLAIN

    @property
    def own(self) -> str:
        """The text that stands in this very cell: "" where a merge covers it."""
        return "" if self.merge else self.text


class Line(Sequence[Cell], ABC):
    """One row of a grid. Its texts are at hand; its cells, of which a large sheet has millions, are made when needed.

    `texts` are those of the cells without blanks around them, `own` the same but "" where a merge covers a cell, `down`
    the same but "" where a merge covers it from the left.
    """

    __slots__ = ("down", "own", "texts")
    texts: Sequence[str]
    own: Sequence[str]
    down: Sequence[str]

    @abstractmethod
    def cell(self, at: int) -> Cell:
        """The cell in column `at`, from 0."""

    @abstractmethod
    def doubtful(self, columns: Iterable[int]) -> list[Cell]:
        """The cells of `columns` in which something cannot be trusted."""

    @overload
    def __getitem__(self, at: int) -> Cell: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Cell]: ...
    def __getitem__(self, at: int | slice) -> Cell | Sequence[Cell]:
        """The cell in column `at`, or those in a span of columns."""
        if isinstance(at, slice):
            return [self.cell(one) for one in range(*at.indices(len(self.texts)))]
        return self.cell(range(len(self.texts))[at])

    def __iter__(self) -> Iterator[Cell]:
        """The cells from left to right."""
        return map(self.cell, range(len(self.texts)))

    def __len__(self) -> int:
        """How many cells the row has."""
        return len(self.texts)

    @property
    def name(self) -> str | None:
        """The id of a row that no column gives one: its number in the sheet or file. Word tables have none."""
        place = self.cell(0).place
        number = place.line if place.cell is None else place.cell.lstrip(ascii_uppercase)
        return f"r{number}" if number else None


class CellLine(Line):
    """A row of which all cells are there already."""

    __slots__ = ("_cells",)

    def __init__(self, cells: Sequence[Cell]) -> None:
        self._cells = cells
        self.texts = [cell.text.strip() for cell in cells]
        self.own = ["" if cell.merge else text for cell, text in zip(cells, self.texts, strict=True)]
        self.down = ["" if cell.merge == "right" else text for cell, text in zip(cells, self.texts, strict=True)]

    def cell(self, at: int) -> Cell:
        """The cell in column `at`, from 0."""
        return self._cells[at]

    def doubtful(self, columns: Iterable[int]) -> list[Cell]:
        """The cells of `columns` in which something cannot be trusted."""
        return [self._cells[at] for at in columns if self._cells[at].doubt]


Grid = Sequence[Sequence[Cell]]


def as_lines(grid: Grid) -> Sequence[Line]:
    """The rows of `grid`, all of one kind, with their texts at hand."""
    return cast("Sequence[Line]", grid) if grid and isinstance(grid[0], Line) else [CellLine(row) for row in grid]


def fitted(line: Line, width: int) -> Line:
    """`line` with `width` cells: without those beyond, and with blank ones in place of those it lacks."""
    if len(line.texts) == width or not line:
        return line
    cells = list(line[:width])
    return CellLine(cells + [replace(cells[-1], text="", merge="right", doubt="")] * (width - len(cells)))


class FieldPlaces(Mapping[str, "Location"]):
    """Where the fields that a row fills stand, by the columns they stand in; each place is made when asked for."""

    __slots__ = ("_columns", "_line")

    def __init__(self, line: Line, columns: Mapping[str, int]) -> None:
        self._line, self._columns = line, columns

    def __getitem__(self, name: str) -> Location:
        """The place of the field `name`."""
        return self._line.cell(self._columns[name]).place

    def __iter__(self) -> Iterator[str]:
        """The names of the fields."""
        return iter(self._columns)

    def __len__(self) -> int:
        """How many fields there are."""
        return len(self._columns)
