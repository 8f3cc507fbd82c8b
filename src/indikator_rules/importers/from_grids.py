"""From grids of cells (sheets, word tables, CSV) to Readings: the one way for everything that is a table."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from indikator_rules.importers.column_map import NO_MAP
from indikator_rules.importers.people import people
from indikator_rules.importers.rows import to_readings
from indikator_rules.importers.seen import NoIndicatorError
from indikator_rules.importers.shape import shape_of
from indikator_rules.importers.table_rows import inferred_levels, no_table, skipped, table_rows, unread_columns
from indikator_rules.importers.tables import find_tables, mapped_tables
from indikator_rules.importers.tables_read import seen_grid, seen_table, table_read
from indikator_rules.importers.words import fold
from indikator_rules.istilah import bundled_istilah

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from indikator_rules.importers.cells import Grid
    from indikator_rules.importers.column_map import Peta
    from indikator_rules.importers.notes import Note
    from indikator_rules.importers.rows import Row
    from indikator_rules.importers.shape import Shape
    from indikator_rules.importers.tables import Table
    from indikator_rules.model.pembacaan import TabelTerbaca
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading

_TITLE_LINES = 4
_SHOWN_ROWS = 3
_YEARS = re.compile(r"\b(20\d\d)(?:\s*[-–—/]\s*(20\d\d))?\b")


def read_grids(  # noqa: PLR0913 - one for each kind of thing a file holds
    path: Path,
    grids: Iterable[Grid],
    *,
    titles: Sequence[str] = (),
    drawn: Sequence[Row] = (),
    notes: Sequence[Note] = (),
    tingkat: Tingkat | None,
    peta: Peta = NO_MAP,
) -> tuple[Reading, ...]:
    """The documents in `grids`, one per instansi.

    `titles` are lines outside the tables that say what the file is, `drawn` rows that stand in no grid, `notes` what
    was noticed so far. `peta` holds for the columns of which it tells.

    Raises DocumentError when no table holds a row with an indicator.
    """
    grids, noticed = list(grids), list(notes)
    tables: list[Table] = []
    unknown: list[TabelTerbaca] = []
    first_rows: list[str] = []
    for grid in grids:
        found = _tables(path, grid, peta)
        tables += found
        noticed += () if found else no_table(grid)
        if not found:
            unknown += filter(None, (seen_grid(grid),))
            first_rows += _first_rows(grid)
    lines = [*titles, *(cell.own for table in tables for row in table.titles for cell in row if cell.own)]
    about = about_titles(lines)
    shapes = [shape_of(table.columns, about.get("tahun")) for table in tables]
    rows = [*_rows(tables, shapes, noticed), *drawn]
    if not any(row.indikator for row in rows):
        raise NoIndicatorError(path, (*map(seen_table, tables), *unknown), (*lines, *first_rows))
    kolom = sorted(
        {name for table, shape in zip(tables, shapes, strict=True) if table.measures for name in shape.kolom}
        | {name for row in drawn for name in (row.indikator or {})}
    )
    tabel = tuple(table_read(table, shape) for table, shape in zip(tables, shapes, strict=True) if table.measures)
    readings = to_readings(rows, {**about, "kolom": kolom}, noticed, tingkat=tingkat, tabel=tabel)
    persons = people(titles, grids)
    return tuple(replace(reading, persons=persons) for reading in readings)


def _first_rows(grid: Grid) -> list[str]:
    """The first rows of `grid` that say something, as lines."""
    rows = (" | ".join(cell.own for cell in row if cell.own.strip()) for row in grid)
    return list(islice(filter(None, rows), _SHOWN_ROWS))


def _tables(path: Path, grid: Grid, peta: Peta) -> list[Table]:
    said = peta.of_grid(grid)
    if not said:
        return list(find_tables(grid))
    sheet = next((f", lembar “{cell.place.sheet}”" for row in grid for cell in row if cell.place.sheet), "")
    return list(mapped_tables(grid, said, f"{peta.file} untuk {path}{sheet}"))


def about_titles(lines: Sequence[str]) -> dict[str, Any]:
    """What title lines tell of a document: `jenis_dokumen`, `judul` and `tahun`, as far as they tell it."""
    for at, line in enumerate(lines):
        kind = next((kind for words, kind in _kinds() if f" {words} " in f" {fold(line)} "), None)
        if kind is not None:
            return {"jenis_dokumen": kind, "judul": " ".join(line.split()), **_year(lines[at : at + _TITLE_LINES])}
    return _year(lines[:_TITLE_LINES])


def _year(lines: Sequence[str]) -> dict[str, str]:
    """The first year or span of years in `lines`; later ones belong to laws and dates."""
    found = next((found for line in lines if (found := _YEARS.search(line))), None)
    return {"tahun": "-".join(year for year in found.groups() if year)} if found else {}


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    lists = bundled_istilah("judul-dokumen").nilai
    return tuple((str(words), kind) for kind, several in lists.items() for words in several)


def _rows(tables: Sequence[Table], shapes: Sequence[Shape], notes: list[Note]) -> Iterator[Row]:
    for number, (table, shape) in enumerate(zip(tables, shapes, strict=True), start=1):
        if table.measures:
            notes.extend((*unread_columns(table, shape), *inferred_levels(table, shape)))
            yield from table_rows(table, shape, number, notes)
        else:
            notes.append(skipped(table))
