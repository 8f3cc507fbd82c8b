"""Dates and periods of a year, as targets name them: "31 Desember 2026", "31/12/2026", "Triwulan IV".

The words stand in `rules/istilah/nama-bulan.yaml`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from indikator_rules.istilah import bundled_istilah

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHAPES = (
    re.compile(r"(?P<hari>\d{1,2})\s*[-/. ]\s*(?P<bulan>[^\W\d]+|\d{1,2})\.?\s*[-/. ]\s*(?P<tahun>\d{4})"),
    re.compile(r"(?P<tahun>\d{4})-(?P<bulan>\d{1,2})-(?P<hari>\d{1,2})(?:[ T][\d:.]+)?"),
    re.compile(r"(?P<hari>\d{1,2})\s*[- ]?\s*(?P<bulan>[^\W\d]+)\.?"),
    re.compile(r"(?P<bulan>[^\W\d]+)\.?\s*[- ]?\s*(?P<tahun>\d{4}|\d{2})"),
    re.compile(r"(?P<bulan>[^\W\d]+|\d{1,2})\s*/\s*(?P<tahun>(?:19|20)\d\d)"),
    re.compile(r"(?P<bulan>[^\W\d]{3,})\.?"),
)


def is_tanggal(teks: str) -> bool:
    """Whether `teks` names a date, a month, or another part of a year."""
    return any(_month(parts["bulan"]) is not None for parts in _readings(teks)) or bool(_period().fullmatch(teks))


def day_number(teks: str) -> float | None:
    """The day number of the full date `teks`; None when it leaves out a part, or when there is no such day."""
    for parts in _readings(teks):
        month = _month(parts["bulan"])
        if month is not None and {"hari", "tahun"} <= parts.keys():
            return _ordinal(int(parts["tahun"]), month, int(parts["hari"]))
    return None


def iso_date(teks: str) -> str | None:
    """The full date `teks` as year-month-day; None when it is none."""
    number = day_number(teks)
    return None if number is None else date.fromordinal(int(number)).isoformat()


def _readings(teks: str) -> list[dict[str, str]]:
    plain = _year_word().sub("", teks)
    return [found.groupdict() for shape in _SHAPES if (found := shape.fullmatch(plain)) is not None]


def _ordinal(year: int, month: int, day: int) -> float | None:
    try:
        return float(date(year, month, day).toordinal())
    except ValueError:
        return None


def _month(teks: str) -> int | None:
    if teks.isdecimal():
        return int(teks) if 1 <= int(teks) <= 12 else None
    month: int | None = bundled_istilah("nama-bulan").nilai.get(teks.casefold())
    return month


@cache
def _year_word() -> re.Pattern[str]:
    """The word for "year" between a month and its year."""
    return re.compile(rf"(?<=\s)(?:{_either(bundled_istilah('nama-bulan').entri)})\s+(?=\d{{4}}$)", re.IGNORECASE)


@cache
def _period() -> re.Pattern[str]:
    """The pattern of a part of a year by number, such as a quarter or a week of a month, or of a year by its word."""
    words, months = _either(bundled_istilah("nama-bulan").persis), _either(bundled_istilah("nama-bulan").nilai)
    part = rf"(?:{words})[ .-]*(?:ke[ -]?)?(?:\d{{1,2}}|[ivx]{{1,4}})(?: (?:{months}))?(?:[ /-]+\d{{4}})?"
    return re.compile(rf"{part}|(?:{_either(bundled_istilah('nama-bulan').entri)})\s+\d{{4}}", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))
