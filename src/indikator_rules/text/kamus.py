"""The word lists that the analysis itself uses, and quick answers to which of them have an entry where."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from indikator_rules.istilah import bundled_istilah
from indikator_rules.text.daftar import Daftar, Entri, matches, matches_exactly
from indikator_rules.text.kata import Rentang, new_rentang

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from indikator_rules.text.kata import Bentuk, Kata


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


_Words = dict[str, Cocok]
_Phrases = dict[str, list[_Calon]]
_NOTHING: _Words = {}


@cache
def kamus(nama: str) -> Daftar:
    """The shipped list `nama`, compiled."""
    return Daftar.compile(bundled_istilah(nama))


@dataclass(frozen=True, slots=True)
class Lists:
    """Several shipped lists that are asked together: one lookup of a form tells what may start there in any of them."""

    names: tuple[str, ...]
    _starting: dict[str, tuple[_Words, _Phrases]] = field(default_factory=dict)

    def at(self, kata: tuple[Kata, ...], i: int) -> Mapping[str, Cocok]:
        """The lists that have an entry starting at token `i`, each with its longest; empty beyond the end."""
        if i >= len(kata):
            return _NOTHING
        bentuk = kata[i].bentuk
        words, phrases = self._starting.get(bentuk.rendah) or self._remember(bentuk)
        return self._longest(words, phrases, kata, i) if phrases else words

    def starting(self, bentuk: Bentuk) -> Mapping[str, Cocok]:
        """The lists that have the form as an entry of its own."""
        return (self._starting.get(bentuk.rendah) or self._remember(bentuk))[0]

    def throughout(self, kata: tuple[Kata, ...]) -> Mapping[str, list[Rentang]]:
        """Every match of each list from left to right, those of one list never overlapping."""
        found: dict[str, list[Rentang]] = {}
        starting = self._starting
        for i, word in enumerate(kata):
            known = starting.get(word.bentuk.rendah)
            if known is _NEVER:
                continue
            words, phrases = known or self._remember(word.bentuk)
            for nama, cocok in (self._longest(words, phrases, kata, i) if phrases else words).items():
                span = new_rentang(Rentang, (i, i + cocok.panjang))
                earlier = found.get(nama)
                if earlier is None:
                    found[nama] = [span]
                elif earlier[-1].akhir <= i:
                    earlier.append(span)
        return found

    def _longest(self, words: _Words, phrases: _Phrases, kata: tuple[Kata, ...], i: int) -> _Words:
        """The lists that have an entry starting at token `i`, with the longer entries that `phrases` holds there."""
        if i + 1 == len(kata):
            return words
        following = kata[i + 1].bentuk.sebutan
        if phrases.keys().isdisjoint(following):
            return words
        candidates = [calon for name in following for calon in phrases.get(name, ())]
        fitting = [calon for calon in candidates if (matches_exactly if calon.tepat else matches)(calon.entri, kata, i)]
        return words | {calon.daftar: Cocok(len(calon.entri), calon.nilai) for calon in sorted(fitting, key=_length)}

    def _remember(self, bentuk: Bentuk) -> tuple[_Words, _Phrases]:
        """What may start at a form: entries of one word by list, longer ones by their second word."""
        words: _Words = {}
        phrases: _Phrases = {}
        for nama in self.names:
            for calon in _starting_at(nama, bentuk):
                if len(calon.entri) == 1:
                    words[nama] = Cocok(1, calon.nilai)
                else:
                    phrases.setdefault(calon.entri[1], []).append(calon)
        known = self._starting[bentuk.rendah] = (words, phrases) if words or phrases else _NEVER
        return known


_NEVER: tuple[_Words, _Phrases] = ({}, {})


def _starting_at(nama: str, bentuk: Bentuk) -> Iterator[_Calon]:
    daftar = kamus(nama)
    for name in bentuk.sebutan:
        for entri in daftar.entri.get(name, ()):
            yield _Calon(nama, entri, tepat=False, nilai=daftar.nilai.get(entri))
    for entri in daftar.tepat.get(bentuk.rendah, ()):
        yield _Calon(nama, entri, tepat=True, nilai=daftar.nilai.get(entri))


def _length(calon: _Calon) -> int:
    return len(calon.entri)


HEADS = Lists((
    "kata-masalah", "kata-tersedia", "kata-administratif",
    "kata-kondisi", "kata-ukur", "ukuran-tanpa-kata", "ukuran-asing", "kata-arah",
    "verba-upaya", "nomina-masukan", "nomina-hasil", "nomina-keluaran", "nomina-administratif", "nomina-proses",
    "nomina-penyediaan", "nomina-tenaga", "nomina-keputusan", "kata-perwujudan",
    "nomina-layanan", "nomina-buruk", "perlengkapan-kantor", "sifat-pekerjaan",
    "nomina-upaya", "nomina-benda", "penanda-nomenklatur", "kata-mutu", "kata-bantu-predikat",
    "nomina-kasus", "nomina-pembinaan", "nomina-pelaku", "predikat-hubungan", "predikat-selesai",
    "predikat-aktivitas", "predikat-keluaran", "predikat-hasil", "predikat-terima", "predikat-ada",
))  # fmt: skip
"""Lists that tell something at one place: of an opening, a head noun or a predicate."""

ANYWHERE = Lists(("bahasa/perangkai", "bahasa/negasi", "bahasa/penanda-predikat", "pasangan-tetap", "nama-resmi"))
"""Lists that are looked for throughout a text."""
