"""The level of every row in a column whose heading names several levels, such as "Tujuan/ Sasaran/ Program"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from indikator_rules.importers.levels import Line, is_heading_line, levels_of
from indikator_rules.importers.notes import Note
from indikator_rules.importers.records import statement_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indikator_rules.importers.cells import Cell
    from indikator_rules.importers.shape import Shape, StatementColumn
    from indikator_rules.importers.tables import Table
    from indikator_rules.location import Location
    from indikator_rules.model.tingkat import Tingkat

    LineLevel = Tingkat | Literal["urusan"] | None

URUSAN: Literal["urusan"] = "urusan"
"""Stands in place of a level for a line that only heads the programmes below it."""


def outline_levels(table: Table, shape: Shape, notes: list[Note]) -> dict[int, list[LineLevel]]:
    """For each column that mixes levels, by its index: the level of every row of `table`."""
    return {column.at: _levels_in(table, shape, column, notes) for column in shape.statements if column.outline}


def _levels_in(table: Table, shape: Shape, column: StatementColumn, notes: list[Note]) -> list[LineLevel]:
    told = [at for at, row in enumerate(table.rows) if column.at < len(row) and row[column.at].own.strip()]
    lines = [_line(table.rows[at], len(table.columns), shape, column) for at in told]
    levels = levels_of(lines, column.levels)
    found: list[LineLevel] = [None] * len(table.rows)
    for at, (row, level) in enumerate(zip(told, levels, strict=True)):
        found[row] = URUSAN if is_heading_line(lines, levels, at) else level
    heading = " ".join(" / ".join(table.headings[column.at]).split())
    notes.extend(_level_note(heading, found[row], table.rows[row][column.at].place) for row in told)
    return found


def _line(row: Sequence[Cell], width: int, shape: Shape, column: StatementColumn) -> Line:
    """The line that a row is in the outline; cells that a short row lacks are empty."""
    texts = [cell.own.strip() for cell in row] + [""] * (width - len(row))
    values = statement_values(texts, column, None)
    return Line(
        text=values["pernyataan"] or "",
        code=values.get("kode", ""),
        measured=any(measure.at is not None and texts[measure.at] for measure in shape.measures),
        budgeted=any(texts[at] for at in shape.budgets),
    )


def _level_note(heading: str, level: LineLevel, place: Location) -> Note:
    if level is None:
        message = f"Kolom “{heading}” memuat beberapa tingkat; tingkat sebagian barisnya tidak dapat ditentukan."
        return Note("B06", message, place)
    return Note("B02", f"Kolom “{heading}” memuat beberapa tingkat; baris ini dibaca sebagai {level}.", place)
