"""Which columns of a table belong together: statements with their codes, indicators with their values."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from indikator_rules.model.dokumen import Indikator, Sasaran
from indikator_rules.model.tingkat import Tingkat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indikator_rules.importers.columns import Column

_OF_NODE = frozenset(Sasaran.model_fields) - {"id", "kode", "pernyataan", "indikator", "anak", "tingkat"}
_OF_INDICATOR = frozenset(Indikator.model_fields) - {"kode", "nama", "target_asli"}
_BY_PERIOD = frozenset({"target", "realisasi"})
_SELF_CONTAINED = frozenset({"instansi", "tingkat"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_PARTS_OF_YEAR = ("TW", "SM", "0", "10", "11", "12")
_NO_PERIOD = "tahunan"
"""Stands for the year in a column beside quarters or months when no year is known."""
_FIELD_NAMES = {"nama": "nama", "kode-indikator": "kode"}


@dataclass(frozen=True)
class StatementColumn:
    """A column of statements: its index, the levels it names, and the columns that make up its code."""

    at: int
    levels: tuple[Tingkat, ...] = ()
    code: tuple[int, ...] = ()
    outline: bool = False
    """Whether its cells may be headings over other statements of the same column."""

    @cached_property
    def places(self) -> dict[str, int]:
        """The column of its text."""
        return {"pernyataan": self.at}


class Value(NamedTuple):
    """A column that fills `field`, for one `period` where the field has several."""

    at: int
    field: str
    period: str | None = None


@dataclass(frozen=True, eq=False)
class Measure:
    """A column of indicators with its own values.

    It measures the statement of `level`, or where its heading names none, that of statement column number `order`.
    """

    at: int | None
    level: Tingkat | None = None
    order: int = 0
    values: tuple[Value, ...] = ()

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns that are read."""
        return (*(() if self.at is None else (self.at,)), *(value.at for value in self.values))

    @cached_property
    def places(self) -> dict[str, int]:
        """The column of every field, and of every period of a field that has several ("target[2025]")."""
        found = {} if self.at is None else {"nama": self.at}
        for value in self.values:
            found.setdefault(value.field, value.at)
            if value.period:
                found[f"{value.field}[{value.period}]"] = value.at
        return found


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of one table, by what they do.

    In a self-contained table every row names its statement anew; in others an empty cell continues the statement above.
    """

    statements: tuple[StatementColumn, ...]
    measures: tuple[Measure, ...]
    node_values: tuple[Value, ...]
    instansi: int | None
    tingkat: int | None
    id: int | None
    pengecualian: int | None
    budgets: tuple[int, ...]
    self_contained: bool
    kolom: tuple[str, ...]


def shape_of(columns: Sequence[Column], tahun: str | None = None) -> Shape:
    """How the columns of a table belong together. `tahun` is the year of quarters and months that name none."""
    roles = [column.role for column in columns]
    measures = _measures(_dated(columns, tahun))
    last = max((measure.at for measure in measures if measure.at is not None), default=len(columns))
    statements = tuple(_statements(columns, last))
    return Shape(
        statements=statements,
        measures=measures,
        node_values=tuple(Value(at, column.role) for at, column in enumerate(columns) if column.role in _OF_NODE),
        instansi=_first(roles, "instansi"),
        tingkat=_first(roles, "tingkat"),
        id=_first(roles, "id"),
        pengecualian=_first(roles, "pengecualian"),
        budgets=tuple(at for at, role in enumerate(roles) if role == "anggaran"),
        self_contained=not _SELF_CONTAINED.isdisjoint(roles),
        kolom=_offered(roles, measures),
    )


def _dated(columns: Sequence[Column], tahun: str | None) -> list[Column]:
    """`columns` with the year added to quarters and months, and a period given to values that stand beside periods."""
    years = {column.period for column in columns if column.role == "target" and _YEAR.fullmatch(column.period or "")}
    year = years.pop() if len(years) == 1 else tahun if _YEAR.fullmatch(tahun or "") else None
    periodic = {column.role for column in columns if column.role in _BY_PERIOD and column.period} | {"realisasi"}
    taken = {(column.role, column.period) for column in columns}
    return [
        replace(column, period=_full_period(column.period, None if (column.role, year) in taken else year, year))
        if column.role in periodic
        else column
        for column in columns
    ]


def _full_period(period: str | None, free_year: str | None, year: str | None) -> str:
    """`period` with its year; for a column without a period the year, if no other column stands for it."""
    if period is None:
        return free_year or _NO_PERIOD
    return f"{year}-{period}" if year and period.startswith(_PARTS_OF_YEAR) else period


def _first(roles: Sequence[str], role: str) -> int | None:
    return next((at for at, found in enumerate(roles) if found == role), None)


def _statements(columns: Sequence[Column], last_measure: int) -> list[StatementColumn]:
    """The statement columns; those behind the last indicator only say what serves it (programmes, budgets)."""
    found = [at for at, column in enumerate(columns) if column.role == "pernyataan"]
    before = [at for at in found if at < last_measure] or found[:1]
    codes = [at for at, column in enumerate(columns) if column.role == "kode"]
    return [
        StatementColumn(at, _levels(columns, at, before), _code_of(at, codes, before), columns[at].mixes)
        for at in before
    ]


def _levels(columns: Sequence[Column], at: int, statements: Sequence[int]) -> tuple[Tingkat, ...]:
    """The levels that the heading names; statements right behind those of a tujuan are its sasaran strategis."""
    before = max((other for other in statements if other < at), default=None)
    behind_tujuan = before is not None and columns[before].levels == (Tingkat.TUJUAN,)
    return columns[at].levels or ((Tingkat.STRATEGIS,) if behind_tujuan else ())


def _code_of(statement: int, codes: Sequence[int], statements: Sequence[int]) -> tuple[int, ...]:
    """The code columns between `statement` and the statement before it; else the one behind the last statement."""
    earlier = max((at for at in statements if at < statement), default=-1)
    left = tuple(at for at in codes if earlier < at < statement)
    right = tuple(at for at in codes if at > statement == max(statements))
    return left or right[:1]


def _measures(columns: Sequence[Column]) -> tuple[Measure, ...]:
    """The indicator columns; values belong to the indicator before them, or to the only or first one there is."""
    names = [at for at, column in enumerate(columns) if column.role == "nama"]
    values = [
        Value(at, _FIELD_NAMES.get(column.role, column.role), column.period)
        for at, column in enumerate(columns)
        if column.role in _OF_INDICATOR or column.role == "kode-indikator"
    ]
    if not names:
        return (Measure(None, values=_settled(values)),) if values else ()
    owned: dict[int, list[Value]] = {name: [] for name in names}
    for value in values:
        owned[max((name for name in names if name <= value.at), default=names[0])].append(value)
    shared = owned[names[-1]]
    return tuple(
        Measure(name, _only(columns[name].levels), _order_left_of(name, columns), _settled(owned[name] or shared))
        for name in names
    )


def _only(levels: tuple[Tingkat, ...]) -> Tingkat | None:
    return levels[0] if len(levels) == 1 else None


def _order_left_of(measure: int, columns: Sequence[Column]) -> int:
    """The number, from 0, of the last statement column before `measure`."""
    return max(sum(1 for column in columns[:measure] if column.role == "pernyataan") - 1, 0)


def _settled(values: Sequence[Value]) -> tuple[Value, ...]:
    """`values` with periods only where a field is written by period, and one column for every other field."""
    settled: dict[tuple[str, str | None], Value] = {}
    for value in values:
        by_period = value.field in _BY_PERIOD
        settled.setdefault(
            (value.field, value.period if by_period else None), value if by_period else value._replace(period=None)
        )
    return tuple(settled.values())


def _offered(roles: Sequence[str], measures: Sequence[Measure]) -> tuple[str, ...]:
    fields = {value.field for measure in measures for value in measure.values}
    fields |= {role for role in roles if role in _OF_NODE or role in {"pernyataan", "nama", "tingkat"}}
    return tuple(sorted(fields))
