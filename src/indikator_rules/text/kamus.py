"""The word lists that the analysis itself uses, and a quick answer to which of them have an entry at a place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from indikator_rules.istilah import bundled_istilah
from indikator_rules.text.daftar import Daftar, Entri, matches, matches_exactly

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from indikator_rules.text.kata import Bentuk
    from indikator_rules.text.teks import Teks

_AT_A_PLACE = (
    "kata-masalah", "kata-tersedia", "kata-administratif", "kata-kondisi", "kata-ukur", "ukuran-tanpa-kata", "kata-arah", "verba-upaya",
    "nomina-masukan", "nomina-hasil", "nomina-keluaran", "nomina-administratif", "nomina-proses", "nomina-penyediaan", "nomina-tenaga",
    "nomina-layanan", "nomina-buruk", "perlengkapan-kantor", "sifat-pekerjaan", "predikat-aktivitas", "predikat-keluaran", "predikat-hasil", "predikat-terima",
    "bahasa/label-nomor",
)  # fmt: skip


class Cocok(NamedTuple):
    """An entry found: how many tokens it has, and what the list's table says of it."""

    panjang: int
    nilai: Any


class _Calon(NamedTuple):
    """An entry of more than one word that may start at a form."""

    daftar: str
    entri: Entri
    tepat: bool
    nilai: Any


@cache
def kamus(nama: str) -> Daftar:
    """The shipped list `nama`, compiled."""
    return Daftar.compile(bundled_istilah(nama))


def entries_at(teks: Teks, i: int) -> Mapping[str, Cocok]:
    """The lists that have an entry starting at token `i`, each with its longest; empty beyond the end."""
    if i >= len(teks.kata):
        return {}
    bentuk = teks.kata[i].bentuk
    known = _STARTING.get(bentuk.rendah)
    words, phrases = known if known is not None else _remember(bentuk)
    if not phrases or i + 1 == len(teks.kata):
        return words
    following = teks.kata[i + 1].bentuk.sebutan
    if phrases.keys().isdisjoint(following):
        return words
    found = dict(words)
    for calon in sorted((calon for name in following for calon in phrases.get(name, ())), key=_length):
        if (matches_exactly if calon.tepat else matches)(calon.entri, teks.kata, i):
            found[calon.daftar] = Cocok(len(calon.entri), calon.nilai)
    return found


_Phrases = dict[str, list[_Calon]]
_STARTING: dict[str, tuple[Mapping[str, Cocok], _Phrases]] = {}
"""What may start at a form: entries of one word by list, longer ones by their second word. A plain dictionary because `lru_cache` would have to hash the whole `Bentuk`."""


def _remember(bentuk: Bentuk) -> tuple[Mapping[str, Cocok], _Phrases]:
    words: dict[str, Cocok] = {}
    phrases: _Phrases = {}
    for nama in _AT_A_PLACE:
        for calon in _starting(nama, bentuk):
            if len(calon.entri) == 1:
                words[nama] = Cocok(1, calon.nilai)
            else:
                phrases.setdefault(calon.entri[1], []).append(calon)
    _STARTING[bentuk.rendah] = words, phrases
    return words, phrases


def _starting(nama: str, bentuk: Bentuk) -> Iterator[_Calon]:
    daftar = kamus(nama)
    for name in bentuk.sebutan:
        for entri in daftar.entri.get(name, ()):
            yield _Calon(nama, entri, tepat=False, nilai=daftar.nilai.get(entri))
    for entri in daftar.tepat.get(bentuk.rendah, ()):
        yield _Calon(nama, entri, tepat=True, nilai=daftar.nilai.get(entri))


def _length(calon: _Calon) -> int:
    return len(calon.entri)
