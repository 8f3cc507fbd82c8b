"""Word lists compiled for matching, and word classes by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from indikator_rules.text.kata import Rentang
from indikator_rules.text.tokenizer import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from indikator_rules.istilah import Istilah
    from indikator_rules.text.kata import Kata
    from indikator_rules.text.teks import Teks

Entri = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Daftar:
    """A word list ready to match.

    An entry word matches a token under any of its names (`Bentuk.sebutan`): written as a root it finds every form of
    that root, written as a derived form it finds that form with or without clitic. `tepat` entries match as written.
    Both tables go from the first word of the entries to the entries, longest first. Any text in which the list matches
    holds one of `kunci` in its own `kunci`.
    """

    nama: str
    entri: Mapping[str, tuple[Entri, ...]]
    tepat: Mapping[str, tuple[Entri, ...]]
    nilai: Mapping[Entri, Any]
    kunci: frozenset[str]

    @staticmethod
    def compile(istilah: Istilah) -> Daftar:
        """The matcher for a word list. The keys of a table (`nilai`) that are not `persis` are entries as well."""
        tabled = tuple(str(key) for key in istilah.nilai if key not in istilah.persis)
        entri, tepat = _by_first_word((*istilah.entri, *tabled)), _by_first_word(istilah.persis)
        nilai = {_entry(str(key)): value for key, value in istilah.nilai.items()}
        return Daftar(istilah.nama, entri, tepat, nilai, frozenset(entri) | frozenset(tepat))

    def at(self, teks: Teks, i: int) -> int | None:
        """The index after the longest entry that starts at token `i`; None when none does."""
        entry = self._longest(teks.kata, i)
        return i + len(entry) if entry else None

    def _longest(self, kata: tuple[Kata, ...], i: int) -> Entri:
        if i >= len(kata):
            return ()
        bentuk = kata[i].bentuk
        if self.kunci.isdisjoint(bentuk.sebutan):
            return ()
        best: Entri = next(
            (entry for entry in self.tepat.get(bentuk.rendah, ()) if matches_exactly(entry, kata, i)), ()
        )
        for name in bentuk.sebutan:
            for entry in self.entri.get(name, ()):
                if len(entry) > len(best) and matches(entry, kata, i):
                    best = entry
                    break
        return best

    def find(self, teks: Teks) -> Iterator[Rentang]:
        """Every match from left to right, longest first, never overlapping."""
        if self.kunci.isdisjoint(teks.kunci):
            return
        end = 0
        for i, kata in enumerate(teks.kata):
            if i >= end and not self.kunci.isdisjoint(kata.bentuk.sebutan) and (entry := self._longest(teks.kata, i)):
                end = i + len(entry)
                yield Rentang(i, end)

    def semua(self, teks: Teks) -> bool:
        """Whether the whole text is one entry."""
        return bool(teks.kata) and self.at(teks, 0) == len(teks.kata)


def kelas_kata(teks: Teks, i: int, nama: str) -> bool:
    """Whether token `i` is of the word class `nama`, e.g. "angka", "verba-aktif", "keadaan"."""
    return f"#{nama}" in teks.kata[i].bentuk.kunci


def _by_first_word(written: tuple[str, ...]) -> dict[str, tuple[Entri, ...]]:
    table: dict[str, list[Entri]] = {}
    for text in written:
        if entry := _entry(text):
            table.setdefault(entry[0], []).append(entry)
    return {first: tuple(sorted(entries, key=len, reverse=True)) for first, entries in table.items()}


def _entry(text: str) -> Entri:
    return tuple(token for token, _ in tokenize(text.lower()))


def matches(entry: Entri, kata: tuple[Kata, ...], i: int) -> bool:
    """Whether each token from `i` on goes by the name that the entry calls it."""
    if len(kata) - i < len(entry):
        return False
    for word in entry:
        if word not in kata[i].bentuk.sebutan:
            return False
        i += 1
    return True


def matches_exactly(entry: Entri, kata: tuple[Kata, ...], i: int) -> bool:
    """Whether each token from `i` on is written as in the entry, case aside."""
    if len(kata) - i < len(entry):
        return False
    for word in entry:
        if word != kata[i].bentuk.rendah:
            return False
        i += 1
    return True
