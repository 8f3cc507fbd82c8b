"""From JSONL rows to Readings: one line an indicator, one document an instansi."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from indikator_rules.importers.column_map import NO_MAP, told_column
from indikator_rules.importers.columns import Column, read_column
from indikator_rules.importers.headings import read_level
from indikator_rules.importers.notes import Note, unknown_level
from indikator_rules.importers.records import indicator_values, node_values, statement_values, without_enumerator
from indikator_rules.importers.rows import Row, Statement, to_readings
from indikator_rules.importers.seen import NoIndicatorError
from indikator_rules.importers.shape import shape_of
from indikator_rules.importers.tables_read import column_read
from indikator_rules.importers.text import UTF_16, decode, read_json, read_text
from indikator_rules.importers.words import fold
from indikator_rules.location import Location
from indikator_rules.model.pembacaan import Keyakinan, TabelTerbaca

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from indikator_rules.importers.column_map import Peta
    from indikator_rules.importers.shape import Measure, Shape
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading

_WATCHED = 200
"""How many rows tell what a column holds."""
_ColumnOf = Callable[[str], Column]
"""What tells the column that a key is."""
_SHOWN = 200
"""How much of an unreadable line a finding shows."""
_LEVEL_GIVEN = Keyakinan(derajat="tinggi", sebab="tingkat tertulis pada barisnya")
_LEVEL_NAMED = Keyakinan(derajat="tinggi", sebab="tingkat disebut oleh nama kolomnya")
_LEVEL_UNKNOWN = Keyakinan(derajat="rendah", sebab="tingkatnya tidak disebut")
_read_level = lru_cache(maxsize=1024)(read_level)


def from_jsonl(path: Path, *, tingkat: Tingkat | None = None, peta: Peta = NO_MAP) -> tuple[Reading, ...]:
    """One document per instansi in `path`. A line that is no row becomes a finding; DocumentError if no line is one."""
    notes: list[Note] = []
    return read_records(path, _lines(path, notes), notes, tingkat=tingkat, peta=peta)


def read_records(
    path: Path, records: Iterable[tuple[int, Any]], notes: list[Note], *, tingkat: Tingkat | None, peta: Peta
) -> tuple[Reading, ...]:
    """One document per instansi from numbered rows, each a mapping from column names to values."""
    column_of = _column_of(peta)
    shapes: dict[tuple[str, ...], Shape] = {}
    values: dict[str, list[str]] = {}
    rows = list(_rows(path, _watched(records, values), column_of, shapes, notes))
    if not rows:
        raise NoIndicatorError(path)
    notes.extend(_unread_keys(path, column_of, shapes))
    kolom = sorted({name for shape in shapes.values() for name in shape.kolom})
    columns = (column_read(at, column_of(key), key, found) for at, (key, found) in enumerate(values.items()))
    tabel = (TabelTerbaca(kolom=tuple(columns)),)
    return to_readings(rows, {"kolom": tuple(kolom)}, notes, tingkat=tingkat, tabel=tabel)


def _column_of(peta: Peta) -> _ColumnOf:
    """What a key says, unless the map tells of it."""
    told = {fold(key): meaning for one in peta.tabel for key, meaning in one.kolom.items()}

    def column_of(key: str) -> Column:
        meaning = told.get(fold(key))
        return read_column((key,)) if meaning is None else told_column(meaning, key)

    return column_of


def _watched(records: Iterable[tuple[int, Any]], values: dict[str, list[str]]) -> Iterator[tuple[int, Any]]:
    """`records` as they come; the first values of every key go to `values`."""
    for number, record in records:
        if isinstance(record, dict) and number <= _WATCHED:
            for key, value in record.items():
                values.setdefault(key, []).extend([text] if (text := _text(value)) else [])
        yield number, record


def _unread_keys(path: Path, column_of: _ColumnOf, shapes: dict[tuple[str, ...], Shape]) -> Iterator[Note]:
    """A note for every key that names no known column, or a second indicator in the same row."""
    unread = {key: "tidak dikenal dan" for keys in shapes for key in keys if not column_of(key).role}
    second = {
        keys[at]: "memuat indikator kedua dalam satu baris sehingga"
        for keys, shape in shapes.items()
        for measure in shape.measures[1:]
        for at in (measure.at, *(value.at for value in measure.values))
        if at is not None and at not in {value.at for value in shape.measures[0].values}
    }
    for key, reason in (unread | second).items():
        yield Note("B04", f"Kolom “{key}” {reason} tidak dibaca.", Location(str(path)))


def _lines(path: Path, notes: list[Note]) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(_raw_lines(path), start=1):
        text = line.strip()
        if not text:
            continue
        try:
            yield number, read_json(text)
        except (json.JSONDecodeError, RecursionError):
            notes.append(_unreadable(path, number, text))


def _raw_lines(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        if file.read(2) in UTF_16:
            yield from read_text(path).splitlines()
            return
        file.seek(0)
        for line in file:
            yield decode(line)


def _unreadable(path: Path, number: int, text: str) -> Note:
    return Note(
        "B07", "Baris ini bukan JSON yang benar sehingga tidak dibaca.", Location(str(path), line=number), text[:_SHOWN]
    )


def _rows(
    path: Path,
    records: Iterable[tuple[int, Any]],
    column_of: _ColumnOf,
    shapes: dict[tuple[str, ...], Shape],
    notes: list[Note],
) -> Iterator[Row]:
    file = str(path)
    for number, record in records:
        place = Location(file, line=number)
        if not isinstance(record, dict):
            message = "Baris ini bukan baris indikator sehingga tidak dibaca."
            notes.append(Note("B07", message, place, json.dumps(record, ensure_ascii=False)[:_SHOWN]))
            continue
        keys = tuple(record)
        shape = shapes.get(keys)
        if shape is None:
            shape = shapes[keys] = shape_of([column_of(key) for key in keys])
        yield _row(shape, [_text(value) for value in record.values()], place, f"r{number}", notes)


def _row(shape: Shape, texts: list[str | None], place: Location, name: str, notes: list[Note]) -> Row:
    tingkat, sure = None, _LEVEL_UNKNOWN
    if shape.tingkat is not None and (word := texts[shape.tingkat]):
        tingkat, sure = _read_level(word), _LEVEL_GIVEN
        if tingkat is None:
            notes.append(unknown_level(word, place))
            sure = _LEVEL_UNKNOWN
    values: dict[str, Any] = {"tingkat": tingkat}
    above: list[Statement] = []
    if shape.statements:
        *outer, owner = shape.statements
        values = statement_values(texts, owner, tingkat or _only(owner.levels))
        sure = _LEVEL_NAMED if tingkat is None and values["tingkat"] is not None else sure
        above = [
            Statement(
                statement_values(texts, each, _only(each.levels)),
                {"": place},
                _LEVEL_NAMED if _only(each.levels) else _LEVEL_UNKNOWN,
            )
            for each in outer
            if texts[each.at]
        ]
    values |= node_values(texts, shape)
    waiver = texts[shape.pengecualian] if shape.pengecualian is not None else None
    return Row(
        (*above, Statement(values, {"": place}, sure)),
        _indicator(texts, shape.measures[0]) if shape.measures else None,
        {"": place},
        id=(texts[shape.id] if shape.id is not None else None) or name,
        instansi=texts[shape.instansi] if shape.instansi is not None else None,
        pengecualian=(waiver, place) if waiver else None,
    )


def _indicator(texts: list[str | None], measure: Measure) -> dict[str, Any] | None:
    """The fields of the indicator in a row; None where all of them are blank."""
    values = indicator_values(texts, measure)
    if measure.at is not None:
        nama = texts[measure.at]
        values["nama"] = without_enumerator(nama) if nama else nama
    return values if any(values.values()) else None


def _only(levels: tuple[Tingkat, ...]) -> Tingkat | None:
    return levels[0] if len(levels) == 1 else None


def _text(value: object) -> str | None:
    """A value as text: numbers as the document writes them, nested values as JSON."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, float):
        return f"{value:.12g}".replace(".", ",")
    return str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False)
