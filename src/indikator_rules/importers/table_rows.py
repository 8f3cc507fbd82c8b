"""From the tables of a file to rows: statements carried down, levels of mixed columns, several indicators in one cell."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from indikator_rules.importers.columns import fold, read_column, read_level
from indikator_rules.importers.levels import Line, is_heading_line, levels_of
from indikator_rules.importers.notes import Note
from indikator_rules.importers.records import indicator_values, node_values, split_numbered, statement_values
from indikator_rules.importers.rows import Row, Statement
from indikator_rules.istilah import bundled_istilah

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from indikator_rules.importers.cells import Cell
    from indikator_rules.importers.shape import Measure, Shape, StatementColumn
    from indikator_rules.importers.tables import Table
    from indikator_rules.location import Location
    from indikator_rules.model.tingkat import Tingkat

    _Level = Tingkat | Literal["urusan"] | None

_URUSAN: Literal["urusan"] = "urusan"
"""Stands in place of a level for a line that only heads the programmes below it."""


@dataclass(slots=True)
class _Context:
    """What holds for the rows that follow: the statements they stand under, and what lines of their own announced."""

    path: list[tuple[tuple[int, int], Statement]] = field(default_factory=list)
    instansi: str | None = None
    urusan: str | None = None

    def open(self, position: tuple[int, int], statement: Statement) -> None:
        """Puts `statement` under those that stand before `position` (column, level), in place of the others."""
        self.path = [(at, held) for at, held in self.path if at < position]
        self.path.append((position, statement))


def table_rows(
    table: Table, shape: Shape, number: int, notes: list[Note], name_row: Callable[[Cell], str | None]
) -> Iterator[Row]:
    """The rows of `table`, top to bottom. `name_row` gives a row's id where no column does."""
    levels = _mixed_levels(table, shape, notes)
    context = _Context(instansi=_announced_instansi(table))
    for at, cells in enumerate(table.rows):
        full = _padded(cells, len(table.columns))
        if not full or _is_total(full, shape) or _announces(full, context):
            continue
        for row in _read_row(full, shape, context, {column: found[at] for column, found in levels.items()}, notes):
            row.table = number
            row.id = row.id or name_row(full[0])
            yield row


def skipped(table: Table) -> Note:
    """The note about a table that holds no indicators."""
    shown = " | ".join(" ".join(texts[-1].split()) for texts in table.headings if texts)
    return Note("B01", f"Tabel “{shown}” dilewati karena tidak memuat kolom indikator.", _place(table))


def unknown_columns(table: Table) -> Iterator[Note]:
    """A note for every heading that names no known column and has something beneath it."""
    for at, (column, texts) in enumerate(zip(table.columns, table.headings, strict=True)):
        if not column.role and texts and any(at < len(row) and row[at].own for row in table.rows):
            heading = " ".join(" / ".join(texts).split())
            yield Note("B04", f"Kolom “{heading}” tidak dikenal dan tidak dibaca.", table.heading_cells[at].place)


def _place(table: Table) -> Location | None:
    return table.heading_cells[0].place if table.heading_cells else None


def _padded(cells: Sequence[Cell], width: int) -> list[Cell]:
    row = list(cells[:width])
    return row + [replace(row[-1], text="", merge="right", doubt="")] * (width - len(row)) if row else []


def _read_row(
    cells: list[Cell], shape: Shape, context: _Context, mixed: dict[int, _Level], notes: list[Note]
) -> Iterator[Row]:
    opened = _open_statements(cells, shape, context, mixed, notes)
    texts = _values_down(cells)
    path = tuple(statement for _, statement in context.path) or (Statement({"tingkat": None}),)
    instansi = (texts[shape.instansi] if shape.instansi is not None else None) or context.instansi
    row_id = texts[shape.id] if shape.id is not None else None
    found = False
    for measure in shape.measures:
        for row in _indicator_rows(cells, texts, shape, measure, path, notes):
            found = True
            row.instansi, row.id = instansi, row_id or None
            yield row
    if opened and not found:
        yield Row(path, instansi=instansi, id=row_id or None)


def _open_statements(
    cells: list[Cell], shape: Shape, context: _Context, mixed: dict[int, _Level], notes: list[Note]
) -> bool:
    """Brings `context` up to this row; whether the row names a statement of its own."""
    texts = [cell.text.strip() for cell in cells] if shape.self_contained else [cell.own.strip() for cell in cells]
    opened: Statement | None = None
    if shape.self_contained:
        context.path = []
    for order, column in enumerate(shape.statements):
        if not texts[column.at] or _is_mark(texts[column.at]):
            continue
        level = mixed.get(column.at, column.levels[0] if len(column.levels) == 1 else None)
        if level == _URUSAN:
            context.urusan = texts[column.at]
            context.path = [(at, held) for at, held in context.path if at[0] < order]
            continue
        opened = _statement(texts, cells, column, level)
        if context.urusan and column.outline:
            opened.values["urusan"] = context.urusan
        context.open((order, level.depth if level and column.outline else 0), opened)
    if opened is None and shape.self_contained:
        opened = Statement({"tingkat": None, "pernyataan": "" if shape.statements else None})
        context.open((0, 0), opened)
    if opened is None:
        return False
    _fill_owner(opened, texts, cells, shape, notes)
    return True


def _is_mark(text: str) -> bool:
    """Whether `text` has no letter: a dash or a ditto mark names no statement."""
    return not any(letter.isalpha() for letter in text)


def _statement(texts: list[str], cells: list[Cell], column: StatementColumn, level: Tingkat | None) -> Statement:
    return Statement(statement_values(texts, column, level), {"pernyataan": cells[column.at].place})


def _fill_owner(owner: Statement, texts: list[str], cells: list[Cell], shape: Shape, notes: list[Note]) -> None:
    owner.values |= node_values(texts, shape)
    owner.places |= {value.field: cells[value.at].place for value in shape.node_values}
    if shape.tingkat is not None and texts[shape.tingkat]:
        word = texts[shape.tingkat]
        owner.values["tingkat"] = read_level(word)
        if owner.values["tingkat"] is None:
            notes.append(unknown_level(word, cells[shape.tingkat].place))


def unknown_level(word: str, place: Location | None) -> Note:
    """The note about a level word that names no level."""
    return Note(
        "B06",
        f"Tingkat “{word}” tidak dikenal; tulis tujuan, strategis, program, kegiatan, subkegiatan, atau individu.",
        place,
        word,
    )


def _values_down(cells: list[Cell]) -> list[str]:
    """The texts of a row, where a vertical merge repeats its value and a horizontal one does not."""
    return ["" if cell.merge == "right" else cell.text.strip() for cell in cells]


def _indicator_rows(
    cells: list[Cell], texts: list[str], shape: Shape, measure: Measure, path: tuple[Statement, ...], notes: list[Note]
) -> Iterator[Row]:
    if measure.at is None:
        return
    name = cells[measure.at].own.strip()
    if not name and not (shape.self_contained and any(texts[value.at] for value in measure.values)):
        return
    if name and _is_mark(name) and not shape.self_contained:
        return
    names = split_numbered(name)
    if len(names) > 1:
        notes.append(
            Note(
                "B08",
                "Satu sel memuat beberapa indikator bernomor; tiap nomor dibaca sebagai satu indikator.",
                cells[measure.at].place,
            )
        )
    owner = _owner(path, measure)
    places = _places(cells, measure)
    _report_doubts(cells, measure, notes)
    for at, part in enumerate(names):
        row = [_part(text, at, len(names)) for text in texts]
        row[measure.at] = part
        yield Row(owner, indicator_values(row, measure), dict(places))


def _part(text: str, at: int, count: int) -> str:
    """The share of one of `count` numbered indicators in a cell that may number its values likewise."""
    if count == 1:
        return text
    parts = split_numbered(text)
    return parts[at] if len(parts) == count else text


def _owner(path: tuple[Statement, ...], measure: Measure) -> tuple[Statement, ...]:
    if measure.level is None:
        return path
    last = next((at for at, held in enumerate(path) if held.values["tingkat"] is measure.level), len(path) - 1)
    return path[: last + 1]


def _places(cells: list[Cell], measure: Measure) -> dict[str, Location]:
    places = {} if measure.at is None else {"nama": cells[measure.at].place}
    for value in measure.values:
        by_period = f"{value.field}[{value.period}]" if value.period else value.field
        places[by_period] = cells[value.at].place
        places.setdefault(value.field, cells[value.at].place)
    return places


def _report_doubts(cells: list[Cell], measure: Measure, notes: list[Note]) -> None:
    for at in (measure.at, *(value.at for value in measure.values)):
        if at is not None and cells[at].doubt:
            notes.append(Note("B05", cells[at].doubt, cells[at].place, cells[at].text))


def _is_total(cells: list[Cell], shape: Shape) -> bool:
    """Whether the row sums up the table: its first words say so and it names no indicator."""
    if any(measure.at is not None and cells[measure.at].own for measure in shape.measures):
        return False
    first = next((fold(cell.own) for cell in cells if not _is_mark(cell.own)), "")
    return any(first == word or first.startswith(f"{word} ") for word in bundled_istilah("awal-jumlah").persis)


def _announces(cells: list[Cell], context: _Context) -> bool:
    """Whether the row is a line of its own such as "Perangkat Daerah : Dinas Kesehatan"; what it says goes to `context`."""
    texts = [cell.own.strip() for cell in cells if not _is_mark(cell.own)]
    if len(texts) != 1 or ":" not in texts[0]:
        return False
    label, _, said = (part.strip() for part in texts[0].partition(":"))
    role = read_column((label,)).role
    if role not in {"instansi", "unit"} or not said:
        return False
    context.instansi = context.instansi or said
    return True


def _announced_instansi(table: Table) -> str | None:
    context = _Context()
    for row in table.titles:
        _announces(list(row), context)
    return context.instansi


def _mixed_levels(table: Table, shape: Shape, notes: list[Note]) -> dict[int, list[_Level]]:
    """The level of every row in every column whose heading names several; "urusan" for a line that only heads others."""
    return {column.at: _levels_in(table, shape, column, notes) for column in shape.statements if column.outline}


def _levels_in(table: Table, shape: Shape, column: StatementColumn, notes: list[Note]) -> list[_Level]:
    told = [at for at, row in enumerate(table.rows) if column.at < len(row) and row[column.at].own.strip()]
    lines = [_line(table.rows[at], shape, column) for at in told]
    levels = levels_of(lines, column.levels)
    found: list[_Level] = [None] * len(table.rows)
    for at, (row, level) in enumerate(zip(told, levels, strict=True)):
        found[row] = _URUSAN if is_heading_line(lines, levels, at) else level
    heading = " ".join(" / ".join(table.headings[column.at]).split())
    for row in told:
        notes.append(_level_note(heading, found[row], table.rows[row][column.at].place))
    return found


def _level_note(heading: str, level: _Level, place: Location) -> Note:
    if level is None:
        return Note(
            "B06",
            f"Kolom “{heading}” memuat beberapa tingkat; tingkat sebagian barisnya tidak dapat ditentukan.",
            place,
        )
    return Note("B02", f"Kolom “{heading}” memuat beberapa tingkat; baris ini dibaca sebagai {level}.", place)


def _line(row: Sequence[Cell], shape: Shape, column: StatementColumn) -> Line:
    texts: list[str | None] = [cell.own.strip() for cell in row]
    values = statement_values(texts, column, None)
    return Line(
        text=values["pernyataan"] or "",
        code=values.get("kode", ""),
        measured=any(
            measure.at is not None and measure.at < len(texts) and texts[measure.at] for measure in shape.measures
        ),
        budgeted=any(at < len(texts) and texts[at] for at in shape.budgets),
    )
