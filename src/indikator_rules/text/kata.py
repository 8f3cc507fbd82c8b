"""Words and runs of words. Positions are code points in the text as given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kelas = Literal["nomina", "verba", "adjektiva", "numeralia", "tugas", "tanda"]


@dataclass(frozen=True, slots=True)
class Bentuk:
    """The analysis of one word form, shared by all its occurrences.

    `rendah` is the form in lower case (repaired when it was broken or misspelt), `akar` its root (the form itself
    when none is known), `awalan` and `akhiran` the affix pattern ("meN", "di", "ter", "ber", "peN", "per", "ke",
    "se", and two together as "meN+per", "ke+ber"; "kan", "i", "an"), `klitik` an attached "nya", "ku", "mu" or
    "lah". `dikenal` says that the root stands in our lists, `ejaan` what was probably meant when this is a slip.
    `sebutan` holds the names under which a word list finds the word: the form, the form without clitic, the root.
    `kunci` holds these and the word classes ("#nomina", "#verba-aktif").
    """

    rendah: str
    akar: str
    awalan: str = ""
    akhiran: str = ""
    klitik: str = ""
    ulang: bool = False
    kelas: Kelas = "nomina"
    dikenal: bool = True
    ejaan: str | None = None
    sebutan: frozenset[str] = frozenset()
    kunci: frozenset[str] = frozenset()


@dataclass(slots=True)
class Kata:
    """One token: its form and where it stands. Nobody changes it; it isn't frozen because millions are made."""

    bentuk: Bentuk
    awal: int
    akhir: int


class Rentang(NamedTuple):
    """A run of tokens, `awal` included, `akhir` not: indices into `Teks.kata`."""

    awal: int
    akhir: int


new_rentang = tuple.__new__
"""Makes a `Rentang` without the detour over its own `__new__`."""
