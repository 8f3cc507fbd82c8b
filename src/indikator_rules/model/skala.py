"""Ordinal scales: grades, opinions and levels that stand in for numbers, each with its order.

The scales stand in `rules/istilah/skala.yaml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from indikator_rules.istilah import bundled_istilah

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}


@dataclass(frozen=True, slots=True)
class Jenjang:
    """One grade of one scale.

    `urutan` grows from the worst grade to the best; `angka` is the number of a numbered grade ("Level 3").
    """

    skala: str
    nama: str
    urutan: int
    angka: float | None = None


@lru_cache(maxsize=65536)
def find_jenjang(teks: str) -> tuple[Jenjang, ...]:
    """The grades that `teks` names, one for each scale that knows it, in the list's order; empty when none does."""
    folded = _folded(teks)
    if (found := _grades().get(folded)) is not None:
        return found
    if (numbered := _numbered_pattern().fullmatch(folded)) is not None:
        level = _ROMAN.get(numbered["angka"]) or int(numbered["angka"])
        return (Jenjang(skala=_numbered_skala(), nama=str(level), urutan=level, angka=float(level)),)
    return _grades().get(_prefix_pattern().sub("", folded, count=1), ())


def compare_jenjang(first: str, second: str) -> int | None:
    """-1, 0 or 1 as `first` is worse than, equal to or better than `second`; None when no scale ranks both."""
    ranks = {jenjang.skala: jenjang.urutan for jenjang in find_jenjang(first)}
    for jenjang in find_jenjang(second):
        if (rank := ranks.get(jenjang.skala)) is not None:
            return (rank > jenjang.urutan) - (rank < jenjang.urutan)
    return None


@cache
def _grades() -> dict[str, tuple[Jenjang, ...]]:
    grades: dict[str, tuple[Jenjang, ...]] = {}
    for skala, row in bundled_istilah("skala").nilai.items():
        for urutan, names in enumerate(row.get("jenjang", ()), start=1):
            for name in names:
                grades[_folded(name)] = (*grades.get(_folded(name), ()), Jenjang(skala, str(names[0]), urutan))
    return grades


@cache
def _numbered_skala() -> str:
    """The name of the scale whose grades are numbers behind a word."""
    return next(skala for skala, row in bundled_istilah("skala").nilai.items() if "bernomor" in row)


@cache
def _numbered_pattern() -> re.Pattern[str]:
    words = bundled_istilah("skala").nilai[_numbered_skala()]["bernomor"]
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})[ -]?(?P<angka>\d{{1,2}}|i{{1,3}}|iv|vi?)(?: [^\W\d].*)?")


@cache
def _prefix_pattern() -> re.Pattern[str]:
    return re.compile(rf"^(?:(?:{'|'.join(map(re.escape, bundled_istilah('skala').entri))})\W+)+")


def _folded(teks: str) -> str:
    return " ".join(teks.casefold().strip(" \t\n\"'“”.").split())
