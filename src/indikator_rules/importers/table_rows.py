"""From tables to rows: statements carried down, lines of their own, several indicators in one cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from indikator_rules.importers.cells import FieldPlaces
from indikator_rules.importers.columns import VALUES, Column, read_column
from indikator_rules.importers.confidence import line_confidence, weaker
from indikator_rules.importers.headings import read_level
from indikator_rules.importers.notes import Note, unknown_level
from indikator_rules.importers.outline import URUSAN, outline_levels
from indikator_rules.importers.records import (
    indicator_values,
    node_values,
    share_of,
    split_lines,
    split_several,
    statement_values,
    take_labelled,
    take_measure_code,
    unit_behind,
    without_enumerator,
)
from indikator_rules.importers.rows import Places, Row, Statement
from indikator_rules.importers.tables import is_numbering
from indikator_rules.importers.tables_read import READ_ONCE, columns_read, confidence_at
from indikator_rules.importers.words import fold
from indikator_rules.istilah import bundled_istilah
from indikator_rules.model.pembacaan import Keyakinan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indikator_rules.importers.cells import Grid, Line
    from indikator_rules.importers.outline import LineLevel
    from indikator_rules.importers.shape import Measure, Shape, StatementColumn
    from indikator_rules.importers.tables import Table
    from indikator_rules.location import Location
    from indikator_rules.model.peta import PetaTabel

_Indicator = tuple[tuple[Statement, ...], dict[str, Any] | None, Places]
"""The statements that an indicator measures, its fields and their places."""
_Position = tuple[int, int]
"""How far in a statement stands: the order of its column, and its level where a column mixes levels."""
_SHOWN = 40
"""How much of a skipped table a note shows."""
_SHOWN_OF_ROW = 200
_TOTAL = "Baris ini menjumlahkan tabelnya dan tidak menyebut indikator."
_NOTHING_NAMED = "Baris ini tidak menyebut sasaran atau indikator."
_FOOT = "Baris ini berada di bawah tabel dan bukan bagiannya."
_LEVEL_UNKNOWN = Keyakinan(derajat="rendah", sebab="tingkatnya tidak disebut")
_UNNAMED = Keyakinan(derajat="rendah", sebab="tabelnya tidak memuat kolom sasaran")
_BLANK = Keyakinan(derajat="rendah", sebab="sasarannya kosong pada baris ini")
_IN_LINE = Keyakinan(derajat="sedang", sebab="tertulis sebagai baris tersendiri di atas barisnya")
_UNIT_IN_NAME = "Satuan dalam kurung di akhir nama indikator dibaca sebagai satuan."
_SEVERAL = "Satu sel memuat beberapa indikator; tiap nomor atau baris dibaca sebagai satu indikator."
_ANNOUNCED = -1
"""The column order of statements that a line of their own announces, outside of all columns."""


@dataclass(slots=True)
class _Context:
    """What holds for the rows that follow: the statements they stand under, and what lines of their own announced."""

    notes: list[Note]
    merged: frozenset[int] = frozenset()
    """The columns whose statements span rows by merges: there a blank cell names nothing, elsewhere the one above."""
    path: list[tuple[_Position, Statement]] = field(default_factory=list)
    instansi: str | None = None
    urusan: str | None = None
    induk: str | None = None
    last: dict[str, Any] | None = None
    """The indicator read last: a line of its own may go on about it."""
    own: dict[int, Keyakinan] = field(default_factory=dict)
    """How sure each column of statements is."""
    sure: dict[int, Keyakinan] = field(default_factory=dict)
    """How sure its statements are, with the level that its heading names."""
    peta: PetaTabel | None = None
    """What a column map says of the table."""
    placed: bool = False
    """Whether something of the row being read has found its place."""
    owners: dict[Measure, tuple[Statement, ...]] = field(default_factory=dict)
    """The part of `path` that each column of indicators measures, as far as somebody has asked."""

    def open(self, position: _Position, statement: Statement) -> None:
        """Puts `statement` under those that stand before `position`, in place of the others."""
        self.close(position)
        self.path.append((position, statement))

    def close(self, position: _Position) -> None:
        """Leaves the statements that stand at `position` or further in."""
        self.path = [(at, held) for at, held in self.path if at < position]
        self.owners.clear()

    def owner(self, measure: Measure) -> tuple[Statement, ...]:
        """The part of `path` down to the statement that `measure` measures; one object as long as `path` stays."""
        if measure not in self.owners:
            self.owners[measure] = _owner(self.path, measure, self.peta)
        return self.owners[measure]


def table_rows(table: Table, shape: Shape, number: int, notes: list[Note]) -> Iterator[Row]:
    """The rows of `table`, top to bottom."""
    levels = outline_levels(table, shape, notes)
    context = _Context(notes, _merged_columns(table, shape), peta=table.peta)
    if table.peta is not None:
        context.instansi = table.peta.instansi
    for column in shape.statements:
        own = context.own[column.at] = confidence_at(table, column.at)
        context.sure[column.at] = weaker(_level_named(table, shape, column), own)
    for row in table.titles:
        _announces(row, context)
    for at, line in enumerate(table.rows):
        if not line.texts:
            continue
        if _is_total(line, shape):
            notes += _outside([line], _TOTAL)
            continue
        if _announces(line, context):
            continue
        context.placed = False
        told = {column: found[at] for column, found in levels.items()} if levels else {}
        rows = _read_row(line, shape, context, number, told)
        context.placed = context.placed or bool(rows)
        yield from rows
        if not context.placed and not is_numbering(line):
            notes += _outside([line], _NOTHING_NAMED)
    notes += _outside(table.foot, _FOOT)


def _level_named(table: Table, shape: Shape, column: StatementColumn) -> Keyakinan:
    """How sure the level is that holds for all statements of a column."""
    if shape.tingkat is not None:
        heading = " ".join(" / ".join(table.headings[shape.tingkat]).split())
        return Keyakinan(derajat="tinggi", sebab=f"tingkat tertulis di kolom “{heading}”")
    if table.columns[column.at].levels and (table.columns[column.at].told or (table.peta and table.peta.tingkat)):
        return Keyakinan(derajat="tinggi", sebab="tingkat ditetapkan dalam peta kolom")
    if table.columns[column.at].levels:
        return Keyakinan(derajat="tinggi", sebab=f"tingkat disebut judul “{table.columns[column.at].heading}”")
    if column.levels:
        return Keyakinan(derajat="sedang", sebab="tingkat disimpulkan dari kolom tujuan di sebelahnya")
    return _LEVEL_UNKNOWN


def _outside(rows: Grid, message: str) -> Iterator[Note]:
    """A note for each of `rows` that says something; the row as it stands is its text."""
    for row in rows:
        texts = [" ".join(cell.own.split()) for cell in row if cell.own.strip()]
        if texts:
            place = next(cell.place for cell in row if cell.own.strip())
            yield Note("B17", message, place, " | ".join(texts)[:_SHOWN_OF_ROW])


def _merged_columns(table: Table, shape: Shape) -> frozenset[int]:
    """The columns of statements in which a merge carries some statement down."""
    columns = [column.at for column in shape.statements]
    return frozenset(at for at in columns for row in table.rows if row.down and row.down[at] and not row.own[at])


def skipped(table: Table) -> Note:
    """The note about a table that holds no indicators."""
    shown = " | ".join(" ".join(texts[-1].split()) for texts in table.headings if texts)
    place = table.heading_cells[0].place if table.heading_cells else None
    return Note("B01", f"Tabel “{shown}” dilewati karena tidak memuat kolom indikator.", place)


def no_table(grid: Grid) -> Iterator[Note]:
    """The note about cells that are no table of indicators, such as signatures; none about blank ones."""
    first = next((cell for row in grid for cell in row if _has_words(cell.own)), None)
    if first is not None:
        shown = " ".join(first.own.split())[:_SHOWN]
        yield Note(
            "B01", f"Tabel yang diawali “{shown}” dilewati karena tidak memuat judul kolom indikator.", first.place
        )


def inferred_levels(table: Table, shape: Shape) -> Iterator[Note]:
    """A note for every column of statements whose level its neighbours tell, not its own heading."""
    for column in shape.statements:
        if column.levels and not table.columns[column.at].levels:
            heading, place = " ".join(table.headings[column.at]), table.heading_cells[column.at].place
            level = column.levels[0]
            yield Note("B02", f"Kolom “{heading}” di sebelah kolom tujuan dibaca sebagai tingkat {level}.", place)


def unread_columns(table: Table, shape: Shape) -> Iterator[Note]:
    """A note for every column that has something beneath its heading and is not read."""
    read = columns_read(shape)
    for at, (column, texts) in enumerate(zip(table.columns, table.headings, strict=True)):
        if not texts or not any(row and row.own[at] for row in table.rows):
            continue
        heading, place = " ".join(" / ".join(texts).split()), table.heading_cells[at].place
        if not column.role:
            yield Note("B04", f"Kolom “{heading}” tidak dikenal dan tidak dibaca.", place)
        elif at not in read and column.role in READ_ONCE:
            yield Note(
                "B04",
                f"Kolom “{heading}” tidak dibaca; isinya sudah ada di kolom lain atau bukan milik sasaran.",
                place,
            )


def _read_row(line: Line, shape: Shape, context: _Context, number: int, levels: dict[int, LineLevel]) -> list[Row]:
    opened = _open_statements(line, shape, context, levels)
    found = [each for measure in shape.measures for each in _indicators(line, shape, measure, context)]
    if opened and not found:
        found = [(tuple(statement for _, statement in context.path), None, {})]
    waiver = None if shape.pengecualian is None else _waiver_at(line, shape.pengecualian)
    instansi = (shape.instansi is not None and line.texts[shape.instansi]) or context.instansi
    name = (shape.id is not None and line.texts[shape.id]) or line.name
    return [Row(path, values, places, name, instansi, number, waiver) for path, values, places in found]


def _waiver_at(line: Line, at: int) -> tuple[str, Location] | None:
    return (line.own[at], line[at].place) if line.own[at] else None


def _open_statements(line: Line, shape: Shape, context: _Context, levels: dict[int, LineLevel]) -> bool:
    """Brings the path of `context` up to this row; whether the row names a statement of its own."""
    texts = line.texts if shape.self_contained else line.own
    opened: Statement | None = None
    if shape.self_contained:
        context.close((0, 0))
    for order, column in enumerate(shape.statements):
        text = texts[column.at]
        level = levels.get(column.at, column.levels[0] if len(column.levels) == 1 else None)
        if level == URUSAN:
            context.urusan, context.placed = text, True
            context.close((order, 0))
        elif _has_words(text):
            values = statement_values(texts, column, level)
            sure = context.sure[column.at]
            if column.at in levels:
                sure = weaker(line_confidence(level, values), context.own[column.at])
            opened = Statement(values, FieldPlaces(line, column.places), sure)
            if context.urusan and column.at in levels:
                opened.values["urusan"] = context.urusan
            context.open((order, level.depth if level and column.at in levels else 0), opened)
        elif column.at in context.merged and order and not text and not line[column.at].merge:
            context.close((order, 0))
    if opened is None and shape.self_contained and shape.statements:
        places = FieldPlaces(line, shape.statements[-1].places)
        opened = Statement({"tingkat": None, "pernyataan": ""}, places, _BLANK)
        context.open((0, 0), opened)
    if opened is not None:
        _fill_owner(opened, line, shape, context)
    return opened is not None


def _has_words(text: str) -> bool:
    """Whether `text` has a letter: a dash or a ditto mark names nothing."""
    return text[:1].isalpha() or any(map(str.isalpha, text))


def _fill_owner(owner: Statement, line: Line, shape: Shape, context: _Context) -> None:
    values = node_values(line.down, shape)
    if not shape.self_contained:
        context.induk = values.setdefault("induk", context.induk)
    owner.values |= {**_unit_of(context.peta), **values}
    if shape.node_values:
        owner.places = {**owner.places, **{value.field: line[value.at].place for value in shape.node_values}}
    if shape.tingkat is not None and line.down[shape.tingkat]:
        word = line.down[shape.tingkat]
        owner.values["tingkat"] = read_level(word)
        if owner.values["tingkat"] is None:
            owner.keyakinan = Keyakinan(derajat="rendah", sebab=f"tingkat “{word}” tidak dikenal")
            context.notes.append(unknown_level(word, line[shape.tingkat].place))


def _indicators(line: Line, shape: Shape, measure: Measure, context: _Context) -> Iterator[_Indicator]:
    """The indicators that `measure` reads in a row."""
    texts = line.down
    name = "" if measure.at is None else line.own[measure.at]
    blank_but_valued = shape.self_contained and not name and any(texts[value.at] for value in measure.values)
    if not (blank_but_valued or _has_words(name)):
        return
    for cell in line.doubtful(measure.columns):
        context.notes.append(Note("B05", cell.doubt, cell.place, cell.text, read=bool(cell.text)))
    names = split_several(name)
    if len(names) == 1 and "\n" in name:
        names = split_lines(name, [texts[value.at] for value in measure.values if value.field in VALUES])
    if len(names) > 1 and measure.at is not None:
        context.notes.append(Note("B08", _SEVERAL, line[measure.at].place))
    for at, part in enumerate(names):
        shares = texts if len(names) == 1 else [share_of(text, at, len(names)) for text in texts]
        values = indicator_values(shares, measure)
        code, part = take_measure_code(without_enumerator(part))  # noqa: PLW2901 - the code is no part of the name
        nama, said = take_labelled(part)
        if said and not nama and context.last is not None:
            context.last |= said
            context.placed = True
            continue
        values |= {field: value for field, value in said.items() if not values.get(field)} if said else {}
        places = FieldPlaces(line, measure.places)
        if "satuan" not in values and (satuan := unit_behind(nama)):
            values["satuan"] = satuan
            context.notes.append(Note("B03", _UNIT_IN_NAME, places.get("nama")))
        values["nama"] = nama
        if code:
            values.setdefault("kode", code)
        context.last = values
        yield context.owner(measure), values, places


def _unit_of(peta: PetaTabel | None) -> dict[str, str]:
    return {"unit": peta.unit} if peta is not None and peta.unit is not None else {}


def _owner(path: list[tuple[_Position, Statement]], measure: Measure, peta: PetaTabel | None) -> tuple[Statement, ...]:
    """The part of `path` down to the statement that `measure` measures; a nameless one where there is none.

    Lines deeper in the same column are measured in their own right, whatever level the heading of the measures names.
    """
    last = measure.order
    if measure.level is not None:
        level = measure.level
        last = next((order for (order, _), held in reversed(path) if held.values["tingkat"] is level), last)
    owner = tuple([held for (order, _), held in path if order <= last])
    return owner or (Statement({"tingkat": peta and peta.tingkat, **_unit_of(peta)}, keyakinan=_UNNAMED),)


def _is_total(line: Line, shape: Shape) -> bool:
    """Whether the row sums up the table: its first words say so and it names no indicator."""
    for measure in shape.measures:
        if measure.at is not None and line.own[measure.at]:
            return False
    first = next((fold(text) for text in line.own if _has_words(text)), "")
    return any(first == word or first.startswith(f"{word} ") for word in bundled_istilah("awal-jumlah").persis)


def _announces(line: Line, context: _Context) -> bool:
    """Whether the row is a line of its own ("Perangkat Daerah : Dinas Kesehatan"); what it says goes to `context`."""
    if ":" not in "".join(line.own):
        return False
    label, said = _labelled([text for text in line.own if text])
    column = read_column((label,)) if said else Column("")
    if column.role in {"instansi", "unit"}:
        context.instansi = context.instansi or said
        return True
    if column.role == "pernyataan" and len(column.levels) == 1:
        at = next(at for at, text in enumerate(line.own) if _has_words(text))
        level = column.levels[0]
        values: dict[str, Any] = {"tingkat": level, "pernyataan": said}
        context.open((_ANNOUNCED, level.depth), Statement(values, FieldPlaces(line, {"pernyataan": at}), _IN_LINE))
        return True
    return False


def _labelled(texts: list[str]) -> tuple[str, str]:
    """Label and text of "label : text", in one cell or in cells side by side; two blanks for any other row."""
    split_after_label = len(texts) > 1 and (texts[0].endswith(":") or texts[1].startswith(":"))
    if sum(map(_has_words, texts)) != 1 + split_after_label:
        return "", ""
    label, _, said = " ".join(texts).partition(":")
    return label.strip(" \t0123456789."), said.strip()
