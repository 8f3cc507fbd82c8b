"""A table before anything is understood: texts in a grid, with their places and merges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from indikator_rules.importers.looks import PLAIN, Look

if TYPE_CHECKING:
    from indikator_rules.location import Location


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. A cell that a merge covers holds the text of the merge's first cell and says how it is covered."""

    text: str
    place: Location
    merge: Literal["", "right", "down"] = ""
    doubt: str = ""
    """What cannot be trusted in this cell, as a message for the reader."""
    look: Look = PLAIN

    @property
    def own(self) -> str:
        """The text that stands in this very cell: "" where a merge covers it."""
        return "" if self.merge else self.text


Grid = Sequence[Sequence[Cell]]
