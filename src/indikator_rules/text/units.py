"""Which words are units of measurement, by the list of known units."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from indikator_rules.istilah import Istilah, bundled_istilah
from indikator_rules.text.daftar import Daftar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indikator_rules.text.teks import Teks


def unit_at(teks: Teks, i: int) -> int | None:
    """The index after the longest unit that starts at token `i`; None when none does."""
    return _units().at(teks, i)


@cache
def unit_words() -> frozenset[str]:
    """Units of one word, in lower case."""
    return frozenset(written for written in _spellings() if " " not in written)


@cache
def _units() -> Daftar:
    return Daftar.compile(Istilah("satuan", "", "", persis=tuple(_spellings())))


def _spellings() -> Iterator[str]:
    """Every spelling of every known unit: the list groups units by dimension, each with its other spellings."""
    for units in bundled_istilah("satuan-dikenal").nilai.values():
        for unit, others in units.items():
            yield str(unit).lower()
            yield from (str(other).lower() for kind in ("padanan", "ragam") for other in others.get(kind) or ())
