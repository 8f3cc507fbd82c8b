"""The word lists of a pack, compiled once, for every use the language makes of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from indikator_rules.istilah import Istilah, bundled_istilah
from indikator_rules.language.closeness import means_alike
from indikator_rules.language.matching import Matcher, Potongan, found, list_matcher, whole
from indikator_rules.model.pohon import normalised
from indikator_rules.model.satuan import find_satuan
from indikator_rules.text import Daftar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from indikator_rules.model.satuan import Satuan
    from indikator_rules.text import Bentuk

_NOTHING = Istilah(nama="", arti="", sumber="")
_DIMENSION = "dimensi:"


@dataclass(frozen=True, slots=True)
class Lists:
    """The word lists of a pack by name. A list that the pack does not have finds nothing."""

    istilah: Mapping[str, Istilah]
    _matchers: dict[str, Matcher] = field(default_factory=dict)

    def matcher(self, name: str) -> Matcher:
        """A matcher for the words of a list; the entries of a table count as words."""
        if name not in self._matchers:
            self._matchers[name] = list_matcher(Daftar.compile(_with_keys(self.istilah.get(name, _NOTHING))))
        return self._matchers[name]

    def mapping(self, name: str) -> Mapping[str, Any]:
        """A table as written."""
        return self.istilah.get(name, _NOTHING).nilai

    def table(self, name: str) -> Callable[[Potongan], Any]:
        """A function that gives the value of the longest entry of a table in a text, the first of equals; else None.

        A table may be written the other way round: a value, and the list of the words that have it.
        """
        pairs = dict(_pairs(self.mapping(name)))
        values = {entry: value for key, value in pairs.items() for entry in _entries(key)}
        matcher = list_matcher(Daftar.compile(_listed(pairs)))

        def look_up(p: Potongan) -> Any:
            matches = list(found(matcher, p, frozenset()))
            if not matches:
                return None
            start, end = max(matches, key=lambda match: (match[1] - match[0], -match[0]))
            return next((values[entry] for entry in _spellings(p, start, end) if entry in values), None)

        return look_up

    def headings(self, name: str) -> Callable[[Potongan], frozenset[str]]:
        """A function that gives the headings of a table (heading -> words) whose words a text holds."""
        by_word: dict[str, frozenset[str]] = {}
        phrases: dict[str, list[tuple[str, Matcher]]] = {}
        for heading, words in self.mapping(name).items():
            for word in words:
                matcher = list_matcher(Daftar.compile(_listed([word])))
                for key in matcher.keys or ():
                    if all(len(entry) == 1 for entry in _entries(str(word))):
                        by_word[key] = by_word.get(key, frozenset()) | {str(heading)}
                    else:
                        phrases.setdefault(key, []).append((str(heading), matcher))

        by_form: dict[str, tuple[frozenset[str], tuple[tuple[str, Matcher], ...]]] = {}

        def at_form(bentuk: Bentuk) -> tuple[frozenset[str], tuple[tuple[str, Matcher], ...]]:
            """The headings that the form tells by itself, and those of the phrases that may start with it."""
            known = by_form.get(bentuk.rendah)
            if known is None:
                told = frozenset().union(*(by_word[key] for key in by_word.keys() & bentuk.kunci))
                longer = tuple(pair for key in phrases.keys() & bentuk.kunci for pair in phrases[key])
                known = by_form[bentuk.rendah] = told, longer
            return known

        @lru_cache(maxsize=65536)
        def of(p: Potongan) -> frozenset[str]:
            teks, awal, akhir = p
            told: set[str] = set()
            for i in range(awal, akhir):
                headings, longer = at_form(teks.kata[i].bentuk)
                told |= headings
                for heading, phrase in longer:
                    if heading not in told and (end := phrase.at(teks, i)) is not None and end <= akhir:
                        told.add(heading)
            return frozenset(told)

        return of

    def fields(self) -> Callable[[Potongan], tuple[Potongan, ...] | None]:
        """A function that gives the fields (table `bidang`: field -> words) a text speaks about; None without any."""
        headings = self.headings("bidang")
        return lambda p: tuple(whole(name.replace("-", " ")) for name in sorted(headings(p))) or None

    def agreement(self, name: str) -> Callable[[Any, Any], bool | None]:
        """Whether a value goes with a key by a table of `sesuai` and `bertentangan`; None when that does not say.

        A row that lists its words in `kata` holds for each of them, and its own name is only a heading.
        """
        table = {
            str(word).casefold(): (fitting, contrary)
            for key, row in self.mapping(name).items()
            for fitting, contrary in [(_standards(row.get("sesuai", ())), _standards(row.get("bertentangan", ())))]
            for word in row.get("kata", (key,))
        }
        longest = max((len(word.split()) for word in table), default=1)

        def agrees(value: Any, key: Any) -> bool | None:
            row = next((table[word] for word in _names(key, longest) if word in table), None)
            if row is None:
                return None
            names, (fitting, contrary) = _names_of(str(value)), row
            if not names.isdisjoint(contrary):
                return False
            return None if names.isdisjoint(fitting) else True

        return lru_cache(maxsize=16384)(agrees)

    def relatedness(
        self, alike: Callable[[str, str], bool] = means_alike
    ) -> Callable[[Potongan, Potongan], bool | None]:
        """Whether two texts speak about the same: a shared root or `kaitan` entry; not, when fields are disjoint.

        Texts of disjoint fields that are `alike` in meaning are spared; without the extra `semantik`, none is.
        """
        fields, links = self.headings("bidang"), self.headings("kaitan")
        generic = self.matcher("kata-umum").keys or frozenset()

        def related(first: Potongan, second: Potongan) -> bool | None:
            if (_roots(first) & _roots(second)) - generic or links(first) & links(second):
                return True
            ours, theirs = fields(first), fields(second)
            if not ours or not theirs:
                return None
            return not ours.isdisjoint(theirs) or alike(str(first), str(second))

        return related


def _pairs(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, list) and value and all(isinstance(word, str) for word in value):
            yield from ((word, key) for word in value)
        else:
            yield str(key), value


def _with_keys(istilah: Istilah) -> Istilah:
    if not istilah.nilai:
        return istilah
    return Istilah(
        istilah.nama,
        istilah.arti,
        istilah.sumber,
        (*istilah.entri, *(key for key in map(str, istilah.nilai) if key not in istilah.persis)),
        istilah.persis,
    )


def _listed(words: Any) -> Istilah:
    return Istilah("", "", "", entri=tuple(map(str, words)))


def _entries(key: str) -> Iterator[tuple[str, ...]]:
    for entries in Daftar.compile(_listed([key])).entri.values():
        yield from entries


def _spellings(p: Potongan, start: int, end: int) -> Iterator[tuple[str, ...]]:
    """The ways in which a list may have written the words from `start` to `end`."""
    written: list[tuple[str, ...]] = [()]
    for kata in p.teks.kata[start:end]:
        written = [(*words, name) for words in written for name in sorted(kata.bentuk.sebutan)]
    return iter(written)


def _names(key: Any, longest: int) -> Iterator[str]:
    """What a table may call a key: a class value as it is, a text by its words, then by the roots of its words.

    A text is first called by what it opens: a table that has "rumah tangga" means that where "rumah" is the head.
    """
    if not isinstance(key, Potongan):
        yield str(key)
        return
    for end in (*range(key.awal + longest, key.akhir, -1), key.akhir):
        words = key.teks.kata[key.awal : end]
        yield " ".join(kata.bentuk.rendah for kata in words)
    yield " ".join(kata.bentuk.akar for kata in words)


@lru_cache(maxsize=65536)
def _names_of(value: str) -> frozenset[str]:
    """What a table row may call a value: its standard unit and dimension where it is a unit, else what is written."""
    satuan = find_satuan(value) or _head_unit(value)
    if satuan is None:
        return frozenset({normalised(value)})
    return frozenset({normalised(value), satuan.nama, _DIMENSION + satuan.dimensi})


def _head_unit(value: str) -> Satuan | None:
    """The unit that heads a unit of several words: "formulir pendaftaran" is a form, "orang per hari" is no person."""
    words = value.casefold().split()
    if len(words) < 2 or words[0] in _multiples() or not all(word[0].isalpha() for word in words):
        return None
    if not _joints().isdisjoint(words):
        return None
    heads = (find_satuan(" ".join(words[:n])) for n in range(len(words) - 1, 0, -1) if words[n - 1].isalpha())
    return next((satuan for satuan in heads if satuan is not None), None)


@cache
def _joints() -> frozenset[str]:
    return frozenset(word for name in ("preposisi", "perangkai") for word in bundled_istilah(f"bahasa/{name}").persis)


@cache
def _multiples() -> frozenset[str]:
    """Words that multiply the unit behind them: "juta kunjungan" is no money."""
    return frozenset(bundled_istilah("penanda-bilangan").nilai["kelipatan"])


def _standards(row: Any) -> frozenset[str]:
    """The entries of a row: dimensions as written, units by their standard name, others in lower case."""
    entries = [str(entry) for entry in row]
    return frozenset(
        entry
        if entry.startswith(_DIMENSION)
        else normalised(entry)
        if (satuan := find_satuan(entry)) is None
        else satuan.nama
        for entry in entries
    )


def _roots(p: Potongan) -> frozenset[str]:
    if p.awal <= p.teks.mulai and p.akhir == len(p.teks.kata):
        return p.teks.kata_isi
    return p.teks.kata_isi & {kata.bentuk.akar for kata in p.teks.kata[p.awal : p.akhir]}
