"""From tables to rows: statements carried down, lines of their own, several indicators in one cell."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from indikator_rules.importers.columns import Column, read_column
from indikator_rules.importers.confidence import statement_confidence
from indikator_rules.importers.headings import read_level
from indikator_rules.importers.notes import Note, unknown_level
from indikator_rules.importers.outline import URUSAN, outline_levels
from indikator_rules.importers.records import (
    indicator_values,
    node_values,
    split_several,
    statement_values,
    take_labelled,
    unit_behind,
)
from indikator_rules.importers.rows import Row, Statement
from indikator_rules.importers.tables import is_numbering
from indikator_rules.importers.tables_read import READ_ONCE, columns_read, confidence_at
from indikator_rules.importers.words import fold
from indikator_rules.istilah import bundled_istilah
from indikator_rules.model.pembacaan import Keyakinan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indikator_rules.importers.cells import Cell, Grid
    from indikator_rules.importers.outline import LineLevel
    from indikator_rules.importers.shape import Measure, Shape, StatementColumn
    from indikator_rules.importers.tables import Table
    from indikator_rules.location import Location
    from indikator_rules.model.peta import PetaTabel

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
    sure: dict[int, tuple[Keyakinan, Keyakinan]] = field(default_factory=dict)
    """How sure each column of statements is, and the levels its heading names."""
    peta: PetaTabel | None = None
    """What a column map says of the table."""
    placed: bool = False
    """Whether something of the row being read has found its place."""

    def open(self, position: _Position, statement: Statement) -> None:
        """Puts `statement` under those that stand before `position`, in place of the others."""
        self.close(position)
        self.path.append((position, statement))

    def close(self, position: _Position) -> None:
        """Leaves the statements that stand at `position` or further in."""
        self.path = [(at, held) for at, held in self.path if at < position]


def table_rows(table: Table, shape: Shape, number: int, notes: list[Note]) -> Iterator[Row]:
    """The rows of `table`, top to bottom."""
    levels = outline_levels(table, shape, notes)
    context = _Context(notes, _merged_columns(table, shape), peta=table.peta)
    if table.peta is not None:
        context.instansi = table.peta.instansi
    for column in shape.statements:
        context.sure[column.at] = (confidence_at(table, column.at), _level_named(table, shape, column))
    for row in table.titles:
        _announces(row, context)
    for at, row in enumerate(table.rows):
        cells = _padded(row, len(table.columns))
        if cells and _is_total(cells, shape):
            notes += _outside([cells], _TOTAL)
            continue
        if not cells or _announces(cells, context):
            continue
        context.placed = False
        for read in _read_row(cells, shape, context, {column: found[at] for column, found in levels.items()}):
            read.table = number
            read.id = read.id or _row_name(cells[0].place)
            context.placed = True
            yield read
        if not context.placed and not is_numbering(cells):
            notes += _outside([cells], _NOTHING_NAMED)
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
    return frozenset(
        at for at in columns for row in table.rows if at < len(row) and row[at].merge == "down" and row[at].text
    )


def _row_name(place: Location) -> str | None:
    """The id of a row that no column gives one: its number in the sheet or file. Word tables have none."""
    number = place.line if place.cell is None else place.cell.lstrip(ascii_uppercase)
    return f"r{number}" if number else None


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
        if not texts or not any(at < len(row) and row[at].own for row in table.rows):
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


def _padded(cells: Sequence[Cell], width: int) -> list[Cell]:
    row = list(cells[:width])
    return row + [replace(row[-1], text="", merge="right", doubt="")] * (width - len(row)) if row else []


def _read_row(cells: list[Cell], shape: Shape, context: _Context, levels: dict[int, LineLevel]) -> Iterator[Row]:
    opened = _open_statements(cells, shape, context, levels)
    rows = [row for measure in shape.measures for row in _indicator_rows(cells, shape, measure, context)]
    if opened and not rows:
        rows = [Row(tuple(statement for _, statement in context.path))]
    for row in rows:
        row.pengecualian = _waiver_of(cells, shape)
        row.instansi = _text_at(cells, shape.instansi) or context.instansi
        row.id = _text_at(cells, shape.id) or None
        yield row


def _waiver_of(cells: list[Cell], shape: Shape) -> tuple[str, Location] | None:
    text = "" if shape.pengecualian is None else cells[shape.pengecualian].own.strip()
    return None if shape.pengecualian is None or not text else (text, cells[shape.pengecualian].place)


def _text_at(cells: list[Cell], at: int | None) -> str:
    return "" if at is None else cells[at].text.strip()


def _open_statements(cells: list[Cell], shape: Shape, context: _Context, levels: dict[int, LineLevel]) -> bool:
    """Brings the path of `context` up to this row; whether the row names a statement of its own."""
    texts = [(cell.text if shape.self_contained else cell.own).strip() for cell in cells]
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
            own, named = context.sure[column.at]
            sure = statement_confidence(level, named, own, values, mixed=column.at in levels)
            opened = Statement(values, {"pernyataan": cells[column.at].place}, sure)
            if context.urusan and column.outline:
                opened.values["urusan"] = context.urusan
            context.open((order, level.depth if level and column.outline else 0), opened)
        elif column.at in context.merged and order and not text and not cells[column.at].merge:
            context.close((order, 0))
    if opened is None and shape.self_contained and shape.statements:
        place = cells[shape.statements[-1].at].place
        opened = Statement({"tingkat": None, "pernyataan": ""}, {"pernyataan": place}, _BLANK)
        context.open((0, 0), opened)
    if opened is not None:
        _fill_owner(opened, cells, shape, context)
    return opened is not None


def _has_words(text: str) -> bool:
    """Whether `text` has a letter: a dash or a ditto mark names nothing."""
    return any(letter.isalpha() for letter in text)


def _fill_owner(owner: Statement, cells: list[Cell], shape: Shape, context: _Context) -> None:
    texts = _values_down(cells)
    values = node_values(texts, shape)
    if not shape.self_contained:
        context.induk = values.setdefault("induk", context.induk)
    owner.values |= {**_unit_of(context.peta), **values}
    owner.places |= {value.field: cells[value.at].place for value in shape.node_values}
    if shape.tingkat is not None and texts[shape.tingkat]:
        word = texts[shape.tingkat]
        owner.values["tingkat"] = read_level(word)
        if owner.values["tingkat"] is None:
            owner.keyakinan = Keyakinan(derajat="rendah", sebab=f"tingkat “{word}” tidak dikenal")
            context.notes.append(unknown_level(word, cells[shape.tingkat].place))


def _indicator_rows(cells: list[Cell], shape: Shape, measure: Measure, context: _Context) -> Iterator[Row]:
    texts = _values_down(cells)
    name = "" if measure.at is None else cells[measure.at].own.strip()
    blank_but_valued = shape.self_contained and not name and any(texts[value.at] for value in measure.values)
    if not (_has_words(name) or blank_but_valued):
        return
    _report_doubts(cells, measure, context.notes)
    names = split_several(name)
    if len(names) > 1 and measure.at is not None:
        message = "Satu sel memuat beberapa indikator bernomor; tiap nomor dibaca sebagai satu indikator."
        context.notes.append(Note("B08", message, cells[measure.at].place))
    for at, part in enumerate(names):
        values = indicator_values([_part(text, at, len(names)) for text in texts], measure)
        nama, said = take_labelled(part)
        if said and not nama and context.last is not None:
            context.last |= said
            context.placed = True
            continue
        values |= {field: value for field, value in said.items() if not values.get(field)}
        if "satuan" not in values and (satuan := unit_behind(nama)):
            values["satuan"] = satuan
            context.notes.append(Note("B03", _UNIT_IN_NAME, _places(cells, measure).get("nama")))
        context.last = {**values, "nama": nama}
        yield Row(_owner(context.path, measure, context.peta), context.last, _places(cells, measure))


def _values_down(cells: list[Cell]) -> list[str]:
    """The texts of a row, where a vertical merge repeats its value and a horizontal one does not."""
    return ["" if cell.merge == "right" else cell.text.strip() for cell in cells]


def _part(text: str, at: int, count: int) -> str:
    """The share of one of `count` numbered indicators in a cell that may number its values likewise."""
    parts = split_several(text) if count > 1 else ()
    return parts[at] if len(parts) == count else text


def _unit_of(peta: PetaTabel | None) -> dict[str, str]:
    return {"unit": peta.unit} if peta is not None and peta.unit is not None else {}


def _owner(path: list[tuple[_Position, Statement]], measure: Measure, peta: PetaTabel | None) -> tuple[Statement, ...]:
    """The part of `path` down to the statement that `measure` measures; a nameless one where there is none.

    Lines deeper in the same column are measured in their own right, whatever level the heading of the measures names.
    """
    columns = [position[0] for position, held in path if measure.level and held.values["tingkat"] is measure.level]
    named = [at for at, (position, _) in enumerate(path) if position[0] in columns[-1:]]
    reached = named or [at for at, (position, _) in enumerate(path) if position[0] <= measure.order]
    owner = tuple(held for _, held in path[: reached[-1] + 1]) if reached else ()
    return owner or (Statement({"tingkat": peta and peta.tingkat, **_unit_of(peta)}, keyakinan=_UNNAMED),)


def _places(cells: list[Cell], measure: Measure) -> dict[str, Location]:
    places = {} if measure.at is None else {"nama": cells[measure.at].place}
    for value in measure.values:
        place = cells[value.at].place
        places.setdefault(value.field, place)
        if value.period:
            places[f"{value.field}[{value.period}]"] = place
    return places


def _report_doubts(cells: list[Cell], measure: Measure, notes: list[Note]) -> None:
    read = [cells[at] for at in (measure.at, *(value.at for value in measure.values)) if at is not None]
    notes.extend(Note("B05", cell.doubt, cell.place, cell.text) for cell in read if cell.doubt)


def _is_total(cells: list[Cell], shape: Shape) -> bool:
    """Whether the row sums up the table: its first words say so and it names no indicator."""
    if any(measure.at is not None and cells[measure.at].own for measure in shape.measures):
        return False
    first = next((fold(cell.own) for cell in cells if _has_words(cell.own)), "")
    return any(first == word or first.startswith(f"{word} ") for word in bundled_istilah("awal-jumlah").persis)


def _announces(cells: Sequence[Cell], context: _Context) -> bool:
    """Whether the row is a line of its own ("Perangkat Daerah : Dinas Kesehatan"); what it says goes to `context`."""
    label, said = _labelled([cell.own.strip() for cell in cells if cell.own.strip()])
    column = read_column((label,)) if said else Column("")
    if column.role in {"instansi", "unit"}:
        context.instansi = context.instansi or said
        return True
    if column.role == "pernyataan" and len(column.levels) == 1:
        place = next(cell.place for cell in cells if _has_words(cell.own))
        level = column.levels[0]
        values: dict[str, Any] = {"tingkat": level, "pernyataan": said}
        context.open((_ANNOUNCED, level.depth), Statement(values, {"pernyataan": place}, _IN_LINE))
        return True
    return False


def _labelled(texts: list[str]) -> tuple[str, str]:
    """Label and text of "label : text", in one cell or in cells side by side; two blanks for any other row."""
    split_after_label = len(texts) > 1 and (texts[0].endswith(":") or texts[1].startswith(":"))
    if sum(map(_has_words, texts)) != 1 + split_after_label:
        return "", ""
    label, _, said = " ".join(texts).partition(":")
    return label.strip(" \t0123456789."), said.strip()
