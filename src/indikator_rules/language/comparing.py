"""How values compare: numbers, target values, texts, scales. What cannot be compared gives None."""

from __future__ import annotations

import operator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from indikator_rules.language.matching import Potongan
from indikator_rules.language.vocabulary import comparable
from indikator_rules.language.written import written
from indikator_rules.model.nilai import Nilai, compare
from indikator_rules.model.pohon import PohonIndikator, normalised

if TYPE_CHECKING:
    from collections.abc import Callable


def number_of(value: Any) -> float | None:
    """The number of a target value, or the number itself."""
    return value.angka if isinstance(value, Nilai) else value


def order_of(a: Any, b: Any) -> int | None:
    """-1, 0 or 1; two target values only when they are of like kind."""
    if isinstance(a, Nilai) and isinstance(b, Nilai):
        return compare(a, b)
    first, second = number_of(a), number_of(b)
    return None if first is None or second is None else (first > second) - (first < second)


def better(a: Any, b: Any, wanted: str | None) -> int | None:
    """1 when `a` is better than `b`, -1 when worse; grades are better when higher, numbers by the wanted direction."""
    order = order_of(a, b)
    if isinstance(a, Nilai) and a.jenis == "predikat":
        return order
    if order is None or wanted not in {"maksimal", "minimal"}:
        return None
    return order if wanted == "maksimal" else -order


def is_same(a: Any, b: Any) -> bool | None:
    """Whether two values are the same after normalising."""
    if isinstance(a, PohonIndikator) and isinstance(b, PohonIndikator):
        return a.seri is not None and b.seri is not None and _series_key(a) == _series_key(b)
    if isinstance(a, (Nilai, float)) and isinstance(b, (Nilai, float)):
        order = order_of(a, b)
        return None if order is None else order == 0
    same: bool = comparable(a) == comparable(b) if isinstance(a, Potongan) and isinstance(b, Potongan) else a == b
    return same


def _series_key(item: PohonIndikator) -> Any:
    return {} if item.seri is None else {period: comparable(value) for period, value in item.seri.nilai.items()}


def is_within(value: Any, other: Any) -> bool | None:
    """Whether a value is one of the grades of a scale, or equal to another value; a text is a value as written."""
    if other is None:
        return None
    if isinstance(other, Potongan):
        return normalised(written(value)) == normalised(str(other))
    if isinstance(other, tuple) and len(other) == 2:
        number = number_of(value)
        return None if number is None else other[0] <= number <= other[1]
    if isinstance(other, list):
        return normalised(written(value)) in {normalised(str(grade)) for grade in other}
    if isinstance(other, str):
        return isinstance(value, Nilai) and value.skala == other
    return is_same(value, other)


def end_of(value: Any, side: int) -> float | None:
    """One end of a range: of a scale, of a written range, or a plain number."""
    if isinstance(value, tuple):
        return float(value[side])
    if isinstance(value, Nilai) and value.jenis == "rentang":
        return value.atas if side else value.bawah
    return number_of(value) if not isinstance(value, (list, str)) else None


ARITHMETIC: dict[str, Callable[[float, float], float | None]] = {
    "+": operator.add,
    "-": operator.sub,
    "×": operator.mul,
    "/": lambda a, b: a / b if b else None,
}
COMPARISONS: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "≠": operator.ne,
}


_SILENT = frozenset({"tugas", "tanda"})
_AGAIN = " "
"""What marks a word that was there before; no word ends with it."""


def likeness(a: Potongan, b: Potongan) -> float:
    """How alike two texts are, 0 to 1: twice the telling words they share, by root, over all they have (Dice)."""
    first, second = _telling_words(a), _telling_words(b)
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 0.0


@lru_cache(maxsize=16384)
def _telling_words(p: Potongan) -> frozenset[str]:
    """The roots of the words that tell, the second "desa" marked as another than the first."""
    words: set[str] = set()
    for kata in p.teks.kata[p.awal : p.akhir]:
        if (bentuk := kata.bentuk).kelas not in _SILENT:
            akar = bentuk.akar
            while akar in words:
                akar += _AGAIN
            words.add(akar)
    return frozenset(words)
