"""What the sheets of a workbook show beside their values: formats, fills, merges, errors, hidden rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from indikator_rules.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

MAX_CELLS = 5_000_000
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
Spot = tuple[int, int]
"""Row and column of a cell, both from 0."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one cell looks. `fill` is its colour as the file writes it: equal texts, equal colours; "" for none."""

    percent: bool = False
    fill: str = ""
    indent: int = 0
    """How far its text stands from the left, in steps or in blanks before it."""
    bold: bool = False
    italic: bool = False


PLAIN = Look()


def with_blanks(look: Look, value: object) -> Look:
    """`look`, and as its indent the blanks that a text opens with, if there are any."""
    blanks = len(value) - len(value.lstrip(" \t\xa0")) if isinstance(value, str) else 0
    return replace(look, indent=look.indent + blanks) if blanks else look


class Shape(NamedTuple):
    """A shape or text box on a sheet: where it lies, in columns and rows from 0, its text and its colour."""

    id: str
    left: float
    top: float
    right: float
    bottom: float
    text: str
    fill: str


class Drawing(NamedTuple):
    """What is drawn on a sheet: shapes, and the ids of those that connectors join. `unread` counts diagrams."""

    shapes: tuple[Shape, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    unread: int = 0


NOTHING_DRAWN = Drawing()


@dataclass(slots=True)
class Looks:
    """What one sheet shows beside its values. Cells that look plain are left out of `cells`."""

    visible: bool = True
    cells: dict[Spot, Look] = field(default_factory=dict)
    merges: list[tuple[Spot, Spot]] = field(default_factory=list)
    errors: dict[Spot, str] = field(default_factory=dict)
    """What stands in cells whose formula failed, such as "#DIV/0!"."""
    unvalued: set[Spot] = field(default_factory=set)
    """The cells whose formula has no stored value."""
    hidden_rows: set[int] = field(default_factory=set)
    drawing: Drawing = NOTHING_DRAWN


def check_extent(path: Path, sheet: str, rows: int, columns: int) -> None:
    """Raises DocumentError for a sheet of more cells than fit in memory: one stray cell far below is enough."""
    if rows * columns > MAX_CELLS:
        raise DocumentError(
            f"{path}: lembar “{sheet}” terlalu luas; hapus baris dan kolom kosong di bawah dan di kanan tabel."
        )


def is_percent(number_format: str) -> bool:
    """Whether a number format shows hundredths as percents; a "%" in quotes is only a text beside the number."""
    return "%" in _QUOTED.sub("", number_format)
