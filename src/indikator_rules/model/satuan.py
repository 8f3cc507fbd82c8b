"""Units: the standard spelling of a unit as people write it, what it measures, and its size.

The units and their spellings stand in `rules/istilah/satuan-dikenal.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from indikator_rules.istilah import bundled_istilah


@dataclass(frozen=True, slots=True)
class Satuan:
    """A standard unit. `faktor` is its size in the smallest unit of its dimension, for units that convert."""

    nama: str
    dimensi: str
    faktor: float = 1.0


@lru_cache(maxsize=65536)
def find_satuan(teks: str) -> Satuan | None:
    """The standard unit that `teks` spells, whatever its case and spacing; None when it spells no known unit."""
    return _spellings().get(_folded(teks))


def satuan_baku(teks: str) -> str | None:
    """The standard spelling of the unit `teks` ("Lap." -> "laporan"); None when the unit is not known."""
    satuan = find_satuan(teks)
    return None if satuan is None else satuan.nama


def dimensi(teks: str) -> str | None:
    """What the unit `teks` measures (the `dimensi` of the list, e.g. that of time); None when the unit is not known."""
    satuan = find_satuan(teks)
    return None if satuan is None else satuan.dimensi


def is_baku(teks: str) -> bool | None:
    """Whether the unit `teks` is spelt well, by its standard name or an accepted other; None when it is not known."""
    return None if find_satuan(teks) is None else _folded(teks) not in _faulty_spellings()


@cache
def _faulty_spellings() -> frozenset[str]:
    rows = (row for units in bundled_istilah("satuan-dikenal").nilai.values() for row in units.values())
    return frozenset(_folded(spelling) for row in rows for spelling in row.get("ragam", ()))


@cache
def _spellings() -> dict[str, Satuan]:
    spellings: dict[str, Satuan] = {}
    for kelompok, units in bundled_istilah("satuan-dikenal").nilai.items():
        for nama, row in units.items():
            satuan = Satuan(str(nama), kelompok, float(row.get("faktor", 1)))
            for spelling in (nama, *row.get("padanan", ()), *row.get("ragam", ())):
                spellings.setdefault(_folded(str(spelling)), satuan)
    return spellings


def _folded(teks: str) -> str:
    """`teks` in lower case, without the spaces and the closing point that differ from writer to writer."""
    return "".join(teks.casefold().split()).rstrip(".")
