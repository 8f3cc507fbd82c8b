"""Finding words in analysed text: lists, word classes, literals and patterns, all as one kind of matcher.

A pattern runs as a set of threads over the words (Pike's machine), so its cost is words × pattern size, whatever the
text. Of several matches the leftmost counts; from there, optional words are taken when they are there, gaps stop as
soon as what follows them is found, and alternatives are tried in the order written.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from indikator_rules.istilah import Istilah
from indikator_rules.language import syntax
from indikator_rules.text import Daftar, Teks, analyse, kelas_kata

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

WORD_CLASSES = (
    "angka",
    "tahun",
    "satuan",
    "nomina",
    "verba",
    "sifat",
    "verba-aktif",
    "verba-ter",
    "keadaan",
    "salah-ketik",
)
"""Names of word classes: computed from the word, never a list."""

Keys = frozenset[str] | None
"""Words, roots or classes of which every matching text holds at least one; None when nothing can be said."""


class Potongan(NamedTuple):
    """A stretch of an analysed text: words `awal` up to, not including, `akhir`."""

    teks: Teks
    awal: int
    akhir: int

    def __str__(self) -> str:
        if self.awal >= self.akhir:
            return ""
        if self.awal == 0 and self.akhir == len(self.teks.kata):
            return self.teks.isi.strip()
        return self.teks.isi[self.teks.kata[self.awal].awal : self.teks.kata[self.akhir - 1].akhir]

    @property
    def span(self) -> tuple[int, int]:
        """Where the stretch stands in its text, in code points."""
        if self.awal >= self.akhir:
            return (0, 0)
        return self.teks.kata[self.awal].awal, self.teks.kata[self.akhir - 1].akhir


@lru_cache(maxsize=16384)
def whole(isi: str) -> Potongan:
    """All of a text, without the numbering that opens it."""
    teks = analyse(isi)
    return Potongan(teks, teks.mulai, len(teks.kata))


class Match(NamedTuple):
    """Where something was found, and the stretches that `sebagai` named."""

    awal: int
    akhir: int
    captures: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Matcher:
    """Something that may stand at a word. `at` gives the index after the longest match that starts at a word, or None.

    Any text in which it matches holds one of `keys`, and any word at which a match starts one of `first`. A pattern
    looks through a whole stretch at once (`all_in`): word by word, its gaps would be walked again and again.
    """

    at: Callable[[Teks, int], int | None]
    keys: Keys
    first: Keys
    all_in: Callable[[Potongan, frozenset[int]], Iterator[tuple[int, int]]] | None = None

    def may_start(self, teks: Teks, i: int) -> bool:
        """Whether a match may start at word `i`: a cheap look before `at`."""
        return self.first is None or not self.first.isdisjoint(teks.kata[i].bentuk.kunci)


def list_matcher(daftar: Daftar) -> Matcher:
    """A matcher for a compiled word list."""
    return Matcher(daftar.at, daftar.kunci, daftar.kunci)


def class_matcher(name: str) -> Matcher:
    """A matcher for one word of a word class."""
    keys = frozenset({f"#{name}"})
    of_form = name != "salah-ketik"  # a slip belongs to one occurrence, every other class to the form
    return Matcher(lambda teks, i: i + 1 if kelas_kata(teks, i, name) else None, keys, keys if of_form else None)


def literal_matcher(value: str) -> Matcher:
    """A matcher for words as written."""
    return list_matcher(Daftar.compile(Istilah(nama="", arti="", sumber="", persis=(value,))))


def pattern_matcher(automaton: Automaton) -> Matcher:
    """A matcher for a named pattern; "^" in it is the beginning of the text, or of the stretch looked through."""

    def at(teks: Teks, i: int) -> int | None:
        match = automaton.match_at(Potongan(teks, teks.mulai, len(teks.kata)), i)
        return None if match is None else match.akhir

    def all_in(p: Potongan, masked: frozenset[int]) -> Iterator[tuple[int, int]]:
        return ((match.awal, match.akhir) for match in automaton.find_all(p, masked))

    return Matcher(at, automaton.keys, automaton.first, all_in)


def found(matcher: Matcher, potongan: Potongan, masked: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Where `matcher` matches inside a stretch, from left to right, touching no masked word."""
    teks, i, akhir = potongan
    if matcher.keys is not None and matcher.keys.isdisjoint(teks.kunci):
        return
    if matcher.all_in is not None:
        yield from matcher.all_in(potongan, masked)
        return
    while i < akhir:
        end = matcher.at(teks, i) if matcher.may_start(teks, i) else None
        if end is not None and end <= akhir and masked.isdisjoint(range(i, end)):
            yield i, end
            i = end
        else:
            i += 1


Mask = Callable[[Potongan], frozenset[int]]


def opens_with(p: Potongan, matchers: tuple[Matcher, ...], mask: Mask) -> Potongan | None:
    """The words at the beginning of a stretch that one of the matchers finds."""
    if p.awal >= p.akhir:
        return None
    ends = [end for matcher in matchers if (end := matcher.at(p.teks, p.awal)) is not None and end <= p.akhir]
    if not ends or not mask(p).isdisjoint(range(p.awal, max(ends))):
        return None
    return Potongan(p.teks, p.awal, max(ends))


def ends_with(p: Potongan, matchers: tuple[Matcher, ...], mask: Mask) -> Potongan | None:
    """The words at the end of a stretch, closing signs aside, that one of the matchers finds."""
    akhir = p.akhir
    while akhir > p.awal and p.teks.kata[akhir - 1].bentuk.kelas == "tanda":
        akhir -= 1
    inner = Potongan(p.teks, p.awal, akhir)
    masked = mask(p)
    starts = [
        start
        for matcher in matchers
        for start in range(p.awal, akhir)
        if matcher.at(p.teks, start) == akhir and masked.isdisjoint(range(start, akhir))
    ]
    return Potongan(inner.teks, min(starts), akhir) if starts else None


def holds_words(p: Potongan, matchers: tuple[Matcher, ...], mask: Mask) -> Potongan | None:
    """The first words of a stretch that one of the matchers finds."""
    if all(next(found(matcher, p, frozenset()), None) is None for matcher in matchers):
        return None
    masked = mask(p)
    firsts = [first for matcher in matchers if (first := next(found(matcher, p, masked), None)) is not None]
    return Potongan(p.teks, *min(firsts, key=lambda ends: (ends[0], -ends[1]))) if firsts else None


PLACES = {"diawali": opens_with, "diakhiri": ends_with, "memuat": holds_words}


def covers(matcher: Matcher, p: Potongan) -> bool:
    """Whether a whole text is one entry; signs at its end do not count."""
    end = matcher.at(p.teks, p.awal) if p.awal < p.akhir else None
    if end is None or end > p.akhir:
        return False
    return all(kata.bentuk.kelas == "tanda" for kata in p.teks.kata[end : p.akhir])


# ---- patterns

MatcherOf = Callable[[str], "Matcher | syntax.Pattern"]


class _Word(NamedTuple):
    matcher: Matcher
    to: int


class _Any(NamedTuple):
    to: int


class _Split(NamedTuple):
    ways: tuple[int, ...]
    """Where to go on, best first."""


class _Mark(NamedTuple):
    name: str
    opens: bool
    to: int


class _Edge(NamedTuple):
    at_start: bool
    to: int


class _Accept(NamedTuple):
    pass


_Step = _Word | _Any | _Split | _Mark | _Edge | _Accept


class _Arc(NamedTuple):
    """One way from a step over the next word, or to the end of the pattern, with what it passes before: marks, edges.

    `first` is what the word must hold one of, None for any; `to` the step behind the word, None at the end.
    """

    step: int
    first: Keys
    at: Callable[[Teks, int], int | None] | None
    to: int | None
    marks: tuple[_Mark, ...]
    edges: tuple[_Edge, ...]


@dataclass(slots=True)
class _Program:
    """The steps of a pattern, built from the end backwards: each step knows where it leads."""

    matcher_of: MatcherOf
    steps: list[_Step] = field(default_factory=list)

    def add(self, step: _Step) -> int:
        self.steps.append(step)
        return len(self.steps) - 1

    def split(self, *ways: int) -> int:
        """The step that tries the ways in the order given."""
        return self.add(_Split(ways))

    def arcs(self, start: int) -> tuple[_Arc, ...]:
        """Every way on from a step, best first."""
        arcs: list[_Arc] = []
        passed: set[tuple[int, tuple[_Edge, ...]]] = set()

        def follow(at: int, marks: tuple[_Mark, ...], edges: tuple[_Edge, ...]) -> None:
            if not passed.isdisjoint({(at, edges), (at, ())}):
                return
            passed.add((at, edges))
            match self.steps[at]:
                case _Split(ways):
                    for way in ways:
                        follow(way, marks, edges)
                case _Mark() as mark:
                    follow(mark.to, (*marks, mark), edges)
                case _Edge() as edge:
                    follow(edge.to, marks, (*edges, edge))
                case _Word(matcher, to):
                    arcs.append(_Arc(at, matcher.first, matcher.at, to, marks, edges))
                case _Any(to):
                    arcs.append(_Arc(at, None, _one_word, to, marks, edges))
                case _Accept():
                    arcs.append(_Arc(at, None, None, None, marks, edges))

        follow(start, (), ())
        return tuple(arcs)

    def alternatives(self, sequences: tuple[syntax.Sequence, ...], to: int) -> int:
        ways = tuple(self.sequence(sequence, to) for sequence in sequences)
        return ways[0] if len(ways) == 1 else self.split(*ways)

    def sequence(self, sequence: syntax.Sequence, to: int) -> int:
        if sequence.end:
            to = self.add(_Edge(at_start=False, to=to))
        for element in reversed(sequence.elements):
            to = self.element(element, to)
        return self.add(_Edge(at_start=True, to=to)) if sequence.start else to

    def element(self, element: syntax.Element, to: int) -> int:
        after = to if element.capture is None else self.add(_Mark(element.capture, opens=False, to=to))
        start = self.atom(element.atom, after)
        if element.capture is not None:
            start = self.add(_Mark(element.capture, opens=True, to=start))
        return self.split(start, to) if element.optional else start

    def atom(self, atom: syntax.Atom, to: int) -> int:
        match atom:
            case syntax.Gap(limit=None):
                loop = self.add(_Split(()))
                self.steps[loop] = _Split((to, self.add(_Any(loop))))
                return loop
            case syntax.Gap(limit=limit):
                for _ in range(limit or 0):
                    to = self.split(to, self.add(_Any(to)))
                return to
            case syntax.Group(alternatives):
                return self.alternatives(alternatives, to)
            case syntax.Literal(value):
                return self.add(_Word(literal_matcher(value), to))
        named = self.matcher_of(atom.name)
        if isinstance(named, syntax.Pattern):
            return self.alternatives(named.alternatives, to)
        return self.add(_Word(named, to))


def _one_word(_teks: Teks, i: int) -> int:
    return i + 1


@dataclass(frozen=True, slots=True)
class Automaton:
    """A compiled pattern. `keys` and `first` are those of a `Matcher`; an `anchored` one matches only at the start.

    `arcs` are the ways on from each step, best first.
    """

    arcs: tuple[tuple[_Arc, ...], ...]
    start: int
    keys: Keys
    first: Keys
    anchored: bool
    needed: tuple[tuple[frozenset[str], ...], ...]
    """For each alternative, what a matching text must hold: one of each set."""

    def find(self, potongan: Potongan, masked: frozenset[int] = frozenset()) -> Match | None:
        """The first match inside the stretch. Masked words can only be passed over by a gap."""
        if (self.anchored and not self.may_begin(potongan)) or not self.may_match(potongan.teks):
            return None
        return _Search(self, potongan, masked, potongan.awal, self.last_start(potongan)).run()

    def match_at(self, potongan: Potongan, i: int) -> Match | None:
        """The match that starts at word `i` of the stretch."""
        if not self.may_match(potongan.teks):
            return None
        return _Search(self, Potongan(potongan.teks, i, potongan.akhir), frozenset(), potongan.awal, i).run()

    def find_all(self, potongan: Potongan, masked: frozenset[int] = frozenset()) -> Iterator[Match]:
        """Every match from left to right, never overlapping."""
        teks, i, akhir = potongan
        if not self.may_match(teks):
            return
        while i < akhir:
            match = _Search(self, Potongan(teks, i, akhir), masked, potongan.awal, self.last_start(potongan)).run()
            if match is None:
                return
            yield match
            i = max(match.akhir, match.awal + 1)

    def last_start(self, potongan: Potongan) -> int:
        """The last word of the stretch at which a match may start."""
        return potongan.awal if self.anchored else potongan.akhir - 1

    def may_begin(self, potongan: Potongan) -> bool:
        """Whether a match may start where the stretch does."""
        teks, awal, akhir = potongan
        return self.first is None or (awal < akhir and not self.first.isdisjoint(teks.kata[awal].bentuk.kunci))

    def may_match(self, teks: Teks) -> bool:
        """Whether the text holds all that one of the alternatives needs: a cheap look before a search."""
        kunci = teks.kunci
        for needed in self.needed:
            for keys in needed:
                if keys.isdisjoint(kunci):
                    break
            else:
                return True
        return False


def compile_pattern(pattern: syntax.Pattern, matcher_of: MatcherOf) -> Automaton:
    """The automaton for `pattern`; `matcher_of` says what a name in it stands for."""
    program = _Program(matcher_of)
    start = program.alternatives(pattern.alternatives, program.add(_Accept()))
    return Automaton(
        arcs=tuple(program.arcs(step) for step in range(len(program.steps))),
        start=start,
        keys=_keys_of(pattern.alternatives, matcher_of),
        first=_first_of(pattern.alternatives, matcher_of),
        anchored=all(sequence.start for sequence in pattern.alternatives),
        needed=tuple(_needed_of(sequence, matcher_of) for sequence in pattern.alternatives),
    )


def _keys_of(sequences: tuple[syntax.Sequence, ...], matcher_of: MatcherOf) -> Keys:
    """What every text that one of the sequences matches must hold: per sequence its most telling word, all together."""
    union: frozenset[str] = frozenset()
    for sequence in sequences:
        needed = _needed_of(sequence, matcher_of)
        if not needed:
            return None
        union |= min(needed, key=_commonness)
    return union


def _needed_of(sequence: syntax.Sequence, matcher_of: MatcherOf) -> tuple[frozenset[str], ...]:
    """What every text that the sequence matches must hold: one of each set."""
    return tuple(
        keys
        for element in sequence.elements
        if not element.optional and (keys := _keys_of_atom(element.atom, matcher_of)) is not None
    )


def _keys_of_atom(atom: syntax.Atom, matcher_of: MatcherOf) -> Keys:
    match atom:
        case syntax.Gap():
            return None
        case syntax.Group(alternatives):
            return _keys_of(alternatives, matcher_of)
        case syntax.Literal(value):
            return literal_matcher(value).keys
    named = matcher_of(atom.name)
    return _keys_of(named.alternatives, matcher_of) if isinstance(named, syntax.Pattern) else named.keys


def _first_of(sequences: tuple[syntax.Sequence, ...], matcher_of: MatcherOf) -> Keys:
    """What the first word of every match must hold one of; None when it may be any word."""
    union: frozenset[str] = frozenset()
    for sequence in sequences:
        for element in sequence.elements:
            keys = _first_of_atom(element.atom, matcher_of)
            if keys is None:
                return None
            union |= keys
            if not element.optional:
                break
        else:
            return None
    return union


def _first_of_atom(atom: syntax.Atom, matcher_of: MatcherOf) -> Keys:
    match atom:
        case syntax.Gap():
            return None
        case syntax.Group(alternatives):
            return _first_of(alternatives, matcher_of)
        case syntax.Literal(value):
            return literal_matcher(value).first
    named = matcher_of(atom.name)
    return _first_of(named.alternatives, matcher_of) if isinstance(named, syntax.Pattern) else named.first


def _commonness(keys: AbstractSet[str]) -> tuple[int, int]:
    """Word classes are met far more often than words, long lists more often than short ones."""
    return (sum(key.startswith("#") for key in keys), len(keys))


_Captures = tuple[tuple[str, int, int], ...]
_NO_WORD: frozenset[str] = frozenset()


_Thread = tuple[int, int, int, _Captures]
"""The step, the word at which it goes on (several words may match at once), where the match began, what it caught."""


@dataclass(slots=True)
class _Search:
    """One search. `waiting` are the threads for later words, the preferred first; `first` is where the text begins,
    `last_start` the last word at which a match may start.
    """

    automaton: Automaton
    potongan: Potongan
    masked: frozenset[int]
    first: int
    last_start: int
    waiting: list[_Thread] = field(default_factory=list)

    def run(self) -> Match | None:
        """Advances all threads word by word. A complete one ends those behind it; those before may still do better."""
        starts = self.starts()
        if not starts:
            return None
        best: Match | None = None
        for i in range(starts[0], self.potongan.akhir + 1):
            threads, self.waiting = self.waiting, []
            if best is None and i in starts:
                threads.append((self.automaton.start, i, i, ()))
            if not threads and (best is not None or i >= starts[-1]):
                break
            seen: set[int] = set()
            for thread in threads:
                if thread[1] > i:
                    self.waiting.append(thread)
                elif (complete := self.advance(thread, seen)) is not None:
                    best = complete
                    break
        return best

    def starts(self) -> Sequence[int]:
        """The words at which a match may start."""
        (teks, awal, akhir), keys = self.potongan, self.automaton.first
        words = range(awal, min(akhir, self.last_start) + 1)
        if keys is None:
            return words
        kata = teks.kata
        return [i for i in words if i < len(kata) and not keys.isdisjoint(kata[i].bentuk.kunci)]

    def advance(self, thread: _Thread, seen: set[int]) -> Match | None:
        """Follows a thread until it must wait for a later word; the match when it is complete."""
        from_step, i, awal, caught = thread
        teks, _, akhir = self.potongan
        word = teks.kata[i].bentuk.kunci if i < akhir else _NO_WORD
        for step, first, at, to, marks, edges in self.automaton.arcs[from_step]:
            if (first is not None and first.isdisjoint(word)) or step in seen:
                continue
            if edges and not all(map(self.is_at, edges, repeat(i))):
                continue
            seen.add(step)
            captures = _caught(caught, marks, i) if marks else caught
            if at is None or to is None:
                return Match(awal, i, {name: (start, end) for name, start, end in captures})
            end = at(teks, i) if i < akhir else None
            if end is not None and end <= akhir and (at is _one_word or self.masked.isdisjoint(range(i, end))):
                self.waiting.append((to, end, awal, captures))
        return None

    def is_at(self, edge: _Edge, i: int) -> bool:
        """Whether word `i` is where the text begins, or where nothing but signs follows."""
        return i == self.first if edge.at_start else self.only_signs_from(i)

    def only_signs_from(self, i: int) -> bool:
        kata = self.potongan.teks.kata
        return all(kata[k].bentuk.kelas == "tanda" for k in range(i, self.potongan.akhir))


def _caught(captures: _Captures, marks: tuple[_Mark, ...], i: int) -> _Captures:
    """The captures after `marks` were passed before word `i`."""
    for name, opens, _ in marks:
        if opens:
            captures = (*captures, (name, i, i))
        else:
            captures = tuple((other, start, i if other == name else end) for other, start, end in captures)
    return captures
