"""From a table to the account of how it was read: what each column was taken for, and what speaks for that."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from indikator_rules.importers.columns import VALUES, Column, read_column
from indikator_rules.importers.confidence import MOST_CHECKED, column_confidence, is_plain_value, looks_like
from indikator_rules.importers.tables import number_of
from indikator_rules.model.bidang import field_word
from indikator_rules.model.pembacaan import KolomTerbaca, TabelTerbaca

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indikator_rules.importers.cells import Grid
    from indikator_rules.importers.shape import Shape
    from indikator_rules.importers.tables import Table
    from indikator_rules.model.pembacaan import Keyakinan

READ_ONCE = VALUES | {"pernyataan", "satuan", "definisi", "formula", "tahun"}
"""The roles of which a table may have more columns than one document can take."""
_CHECKED_ROWS = 200
"""How many rows of a table are searched for values."""
_SAMPLES = 3
_SAMPLE_LENGTH = 60
_HEADING_WITHIN = 20
"""Within how many rows the headings of an unknown table are looked for."""
_LEAST_COLUMNS = 2
NO_HEADING = (0, 0)
"""The rows of the headings of a table without any."""
_NOT_READ = Column("diabaikan")


def table_read(table: Table, shape: Shape) -> TabelTerbaca:
    """Where `table` stands, and its columns that have a heading or values."""
    read = columns_read(shape)
    columns = [
        column if at in read or column.role not in READ_ONCE else _NOT_READ for at, column in enumerate(table.columns)
    ]
    found = _account(table.heading, columns, table.headings, table.rows)
    if table.peta is None:
        return found
    told = {"tingkat": table.peta.tingkat, "instansi": table.peta.instansi, "unit": table.peta.unit}
    return found.model_copy(update=told)


def columns_read(shape: Shape) -> frozenset[int]:
    """The columns whose statements and values go into the document."""
    values = (value.at for measure in shape.measures for value in measure.values)
    return frozenset((*(column.at for column in shape.statements), *values))


def column_read(at: int, column: Column, heading: str, values: Sequence[str]) -> KolomTerbaca:
    """What the column number `at`, from 0, was taken for."""
    return KolomTerbaca(
        huruf=get_column_letter(at + 1),
        judul=" ".join(heading.split()),
        dibaca=field_word(column.role),
        tingkat=column.levels,
        periode=column.period,
        keyakinan=column_confidence(column, values) if column.role and column is not _NOT_READ else None,
        dugaan=None if column.role else field_word(looks_like(values)),
        contoh=tuple(" ".join(value.split())[:_SAMPLE_LENGTH] for value in dict.fromkeys(values))[:_SAMPLES],
    )


def confidence_at(table: Table, at: int) -> Keyakinan:
    """How sure the reading of column number `at` of `table` is."""
    return column_confidence(table.columns[at], values_of(table.rows, at))


def values_of(rows: Grid, at: int) -> list[str]:
    """The first texts that stand in column number `at`."""
    texts = (row[at].own.strip() for row in rows[:_CHECKED_ROWS] if at < len(row))
    return list(islice(filter(None, texts), MOST_CHECKED))


def _rows_of(rows: Grid) -> tuple[int, int] | None:
    """The numbers of the first and the last of `rows`."""
    found = [number for row in rows if (number := number_of(row)) is not None]
    return (min(found), max(found)) if found else None


def seen_table(table: Table) -> TabelTerbaca:
    """Where a table stands that holds no column of indicators, and what its columns look like."""
    return _account(table.heading, table.columns, table.headings, table.rows)


def seen_grid(grid: Grid) -> TabelTerbaca | None:
    """What the columns of `grid` look like, with the fullest of its first rows as their headings; None if it is blank.

    Of rows that are equally full the first is taken, unless it holds values: then there are no headings.
    """
    filled = [(sum(1 for cell in row if cell.own.strip()), -at) for at, row in enumerate(grid[:_HEADING_WITHIN])]
    width, at = max(filled, default=(0, 0))
    if width < _LEAST_COLUMNS:
        return None
    if any(is_plain_value(cell.own) for cell in grid[-at]):
        columns = [Column("")] * len(grid[-at])
        return _account(grid[:0], columns, [()] * len(columns), grid[-at:])
    heading = grid[-at : -at + 1]
    headings = [(cell.text.strip(),) if cell.text.strip() else () for cell in heading[0]]
    return _account(
        heading, [read_column(texts) if texts else Column("") for texts in headings], headings, grid[-at + 1 :]
    )


def _account(heading: Grid, columns: Sequence[Column], headings: Sequence[tuple[str, ...]], rows: Grid) -> TabelTerbaca:
    place = next((cell.place for row in (*heading, *rows[:1]) for cell in row), None)
    read = (
        column_read(at, column, " / ".join(texts), values_of(rows, at))
        for at, (column, texts) in enumerate(zip(columns, headings, strict=True))
    )
    return TabelTerbaca(
        lembar=place and place.sheet,
        halaman=place and place.page,
        tabel=place and place.table,
        baris_judul=_rows_of(heading) if heading else NO_HEADING,
        kolom=tuple(column for column in read if column.judul or column.contoh),
    )
