"""The word lists that the analysis itself uses, compiled once."""

from __future__ import annotations

from functools import cache

from indikator_rules.istilah import bundled_istilah
from indikator_rules.text.daftar import Daftar


@cache
def kamus(nama: str) -> Daftar:
    """The shipped list `nama`, compiled."""
    return Daftar.compile(bundled_istilah(nama))
