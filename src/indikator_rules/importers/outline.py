"""The level of every row in a column whose heading names several levels, such as "Tujuan/ Sasaran/ Program"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from indikator_rules.importers.levels import Line, Marks, code_level, is_heading_line, levels_of
from indikator_rules.importers.notes import Note
from indikator_rules.importers.records import number_kind, statement_values

if TYPE_CHECKING:
    from indikator_rules.importers.cells import Line as Row
    from indikator_rules.importers.shape import Shape, StatementColumn
    from indikator_rules.importers.tables import Table
    from indikator_rules.location import Location
    from indikator_rules.model.tingkat import Tingkat

    LineLevel = Tingkat | Literal["urusan"] | None

URUSAN: Literal["urusan"] = "urusan"
"""Stands in place of a level for a line that only heads the programmes below it."""


def outline_levels(table: Table, shape: Shape, notes: list[Note]) -> dict[int, list[LineLevel]]:
    """For each column that mixes levels, by its index: the level of every row of `table`."""
    return {
        column.at: _levels_in(table, shape, column, notes)
        for column in shape.statements
        if column.outline or (not column.levels and shape.tingkat is None and _is_coded(table, column))
    }


def _is_coded(table: Table, column: StatementColumn) -> bool:
    """Whether national codes of several levels stand in or before a column whose heading names no level."""
    codes = (statement_values(row.own, column, None).get("kode", "") for row in table.rows if row)
    return len({level for code in codes if (level := code_level(code))}) > 1


def _levels_in(table: Table, shape: Shape, column: StatementColumn, notes: list[Note]) -> list[LineLevel]:
    told = [at for at, row in enumerate(table.rows) if row and row.own[column.at]]
    lines = [_line(table.rows[at], shape, column) for at in told]
    levels = levels_of(lines, column.levels)
    found: list[LineLevel] = [None] * len(table.rows)
    for at, (row, level) in enumerate(zip(told, levels, strict=True)):
        found[row] = URUSAN if is_heading_line(lines, levels, at) else level
    heading = " ".join(" / ".join(table.headings[column.at]).split())
    notes.extend(_level_note(heading, found[row], table.rows[row][column.at].place) for row in told)
    return found


def _line(row: Row, shape: Shape, column: StatementColumn) -> Line:
    """The line that `row` is in the outline."""
    texts = row.own
    values = statement_values(texts, column, None)
    return Line(
        text=values["pernyataan"] or "",
        code=values.get("kode", ""),
        measured=any(measure.at is not None and texts[measure.at] for measure in shape.measures),
        budgeted=any(texts[at] for at in shape.budgets),
        marks=_marks(row, column),
    )


def _marks(row: Row, column: StatementColumn) -> Marks:
    look = row[column.at].look
    before = row.own[column.at - 1] if column.at else ""
    number = number_kind(row.own[column.at]) or number_kind(f"{before} ")
    return Marks(number, look.indent, (look.fill, look.bold, look.italic))


def _level_note(heading: str, level: LineLevel, place: Location) -> Note:
    if level is None:
        message = f"Kolom “{heading}” memuat beberapa tingkat; tingkat sebagian barisnya tidak dapat ditentukan."
        return Note("B06", message, place)
    return Note("B02", f"Kolom “{heading}” memuat beberapa tingkat; baris ini dibaca sebagai {level}.", place)
