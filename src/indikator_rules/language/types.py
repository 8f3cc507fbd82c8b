"""The types of the rule language. A missing value of any type is None at run time; what is asked of it is unknown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tipe:
    """A type. `isi` is the member type of a set, `kelas` the values of a class from lowest to highest."""

    nama: str
    isi: Tipe | None = None
    kelas: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The name as messages give it."""
        return f"himpunan {self.isi}" if self.isi is not None else self.nama


def himpunan(isi: Tipe) -> Tipe:
    """The type of sets of `isi`."""
    return Tipe("himpunan", isi=isi)


def kelas(nama: str, *values: str) -> Tipe:
    """A class with its values, lowest first where they have an order."""
    return Tipe(nama, kelas=values)


TEKS = Tipe("teks")
UCAPAN = Tipe("ucapan")
"""A text that is only to be said in a message."""
BILANGAN = Tipe("bilangan")
NILAI = Tipe("nilai")
SERI = Tipe("seri target")
TAHUN = Tipe("tahun")
SKALA = Tipe("skala")
SASARAN = Tipe("sasaran")
INDIKATOR = Tipe("indikator")
TARGET = Tipe("sel target")
DOKUMEN = Tipe("dokumen")
PERIODE = Tipe("periode")

SUBJECTS = (SASARAN, INDIKATOR, TARGET, DOKUMEN)
QUANTITIES = (BILANGAN, NILAI)


def member(tipe: Tipe) -> Tipe:
    """The type of one value: the member type of a set, else the type itself."""
    return tipe.isi if tipe.isi is not None else tipe
