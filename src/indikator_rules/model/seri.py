"""Series: the values of one indicator over periods of one kind, and what their course says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from indikator_rules.model.nilai import Nilai, compare, read_target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indikator_rules.model.angka import GayaDesimal

JenisPeriode = Literal["tahun", "triwulan", "bulan"]
Polarisasi = Literal["maksimal", "minimal", "stabil"]

_KINDS: tuple[tuple[JenisPeriode, re.Pattern[str]], ...] = (
    ("tahun", re.compile(r"\d{4}")),
    ("triwulan", re.compile(r"(?:\d{4}-)?TW[1-4]")),
    ("bulan", re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")),
)


@dataclass(frozen=True, slots=True)
class Seri:
    """Values by period, in the order of time. Periods are all years, all quarters or all months, never mixed."""

    periode: JenisPeriode
    nilai: Mapping[str, Nilai]

    @property
    def pertama(self) -> Nilai | None:
        """The value of the first period that holds one."""
        return next((nilai for nilai in self.nilai.values() if nilai.jenis != "kosong"), None)

    @property
    def terakhir(self) -> Nilai | None:
        """The value of the last period that holds one."""
        return next((nilai for nilai in reversed(tuple(self.nilai.values())) if nilai.jenis != "kosong"), None)


def read_seri(
    values: Mapping[str, str | None], satuan: str | None = None, gaya: GayaDesimal | None = None
) -> tuple[Seri, ...]:
    """The series in `values` (period -> written value), one for each kind of period found: years, quarters, months."""
    return tuple(
        Seri(kind, {period: read_target(values[period] or "", satuan, gaya) for period in periods})
        for kind, pattern in _KINDS
        if (periods := sorted(period for period in values if pattern.fullmatch(period)))
    )


def lonjakan(seri: Seri) -> float | None:
    """The largest change from one period to the next, in percent of the earlier value; None without two numbers."""
    pairs = pairwise(nilai for nilai in seri.nilai.values() if nilai.jenis != "kosong")
    changes = [change for first, second in pairs if (change := _change(first, second)) is not None]
    return max(changes, default=None)


def mendatar(seri: Seri) -> bool | None:
    """Whether all values are equal; None when fewer than two can be compared."""
    steps = _steps(seri)
    return None if steps is None else not any(steps)


def membaik(seri: Seri, polarisasi: Polarisasi) -> bool | None:
    """Whether some step goes the desired way and none the other; None when that cannot be said."""
    steps = _desired_steps(seri, polarisasi)
    return None if steps is None else max(steps) > 0 and min(steps) >= 0


def memburuk(seri: Seri, polarisasi: Polarisasi) -> bool | None:
    """Whether some step goes against the desired way; None when that cannot be said."""
    steps = _desired_steps(seri, polarisasi)
    return None if steps is None else min(steps) < 0


def _change(first: Nilai, second: Nilai) -> float | None:
    if compare(first, second) is None or first.angka is None or second.angka is None or first.angka == 0:
        return None
    return abs(second.angka - first.angka) / abs(first.angka) * 100


def _steps(seri: Seri) -> list[int] | None:
    """1, 0 or -1 for each step that rises, stays or falls; None when a step cannot be compared, or there is none."""
    filled = [nilai for nilai in seri.nilai.values() if nilai.jenis != "kosong"]
    steps = [compare(second, first) for first, second in pairwise(filled)]
    known = [step for step in steps if step is not None]
    return known if known and len(known) == len(steps) else None


def _desired_steps(seri: Seri, polarisasi: Polarisasi) -> list[int] | None:
    """The steps of `seri` seen from what is desired: positive is better. A grade is always better when it is higher."""
    steps = _steps(seri)
    if steps is None:
        return None
    graded = all(nilai.jenis in {"predikat", "kosong"} for nilai in seri.nilai.values())
    match polarisasi:
        case "stabil":
            return [-abs(step) for step in steps]
        case "minimal" if not graded:
            return [-step for step in steps]
        case _:
            return steps
