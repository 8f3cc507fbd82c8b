"""What the analysis of one text holds. Positions are code points in the text as given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kelas = Literal["nomina", "verba", "adjektiva", "numeralia", "tugas", "tanda"]
BentukPembuka = Literal["kondisi", "administratif", "aktif", "ukuran", "masalah", "nama"]
JenisHasil = Literal["masukan", "aktivitas", "keluaran", "hasil"]


@dataclass(frozen=True, slots=True)
class Bentuk:
    """The analysis of one word form, shared by all its occurrences.

    `rendah` is the form in lower case (repaired when it was broken or misspelt), `akar` its root (the form itself when
    none is known), `awalan` and `akhiran` the affix pattern ("meN", "di", "ter", "ber", "peN", "per", "memper", "ke",
    "se", … and "kan", "i", "an"), `klitik` an attached "nya", "ku" or "mu".
    """

    rendah: str
    akar: str
    awalan: str = ""
    akhiran: str = ""
    klitik: str = ""
    ulang: bool = False
    kelas: Kelas = "nomina"


@dataclass(frozen=True, slots=True)
class Kata:
    """One token: its form and where it stands."""

    bentuk: Bentuk
    awal: int
    akhir: int
    ejaan: str | None = None
    """The spelling that was probably meant, when this one is a slip."""


@dataclass(frozen=True, slots=True)
class Rentang:
    """A run of tokens, `awal` included, `akhir` not: indices into `Teks.kata`."""

    awal: int
    akhir: int
