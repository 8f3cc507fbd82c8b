"""Finding words in analysed text: lists, word classes, literals and patterns, all as one kind of matcher.

A pattern runs as a set of threads over the words (Pike's machine), so its cost is words × pattern size, whatever the
text. Of several matches the leftmost counts; from there, optional words are taken when they are there, gaps stop as soon
as what follows them is found, and alternatives are tried in the order written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from indikator_rules.istilah import Istilah
from indikator_rules.language import syntax
from indikator_rules.text import Daftar, Teks, analyse, kelas_kata

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WORD_CLASSES = ("angka", "tahun", "satuan", "nomina", "verba", "sifat", "verba-aktif", "salah-ketik")
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
        return self.teks.isi[self.teks.kata[self.awal].awal : self.teks.kata[self.akhir - 1].akhir]

    @property
    def span(self) -> tuple[int, int]:
        """Where the stretch stands in its text, in code points."""
        if self.awal >= self.akhir:
            return (0, 0)
        return self.teks.kata[self.awal].awal, self.teks.kata[self.akhir - 1].akhir


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
    """Something that may stand at a word. `at` gives the index after the longest match that starts at a word, or None."""

    at: Callable[[Teks, int], int | None]
    keys: Keys


def list_matcher(daftar: Daftar) -> Matcher:
    """A matcher for a compiled word list."""
    return Matcher(daftar.at, daftar.kunci)


def class_matcher(name: str) -> Matcher:
    """A matcher for one word of a word class."""
    return Matcher(lambda teks, i: i + 1 if kelas_kata(teks, i, name) else None, frozenset({f"#{name}"}))


def literal_matcher(value: str) -> Matcher:
    """A matcher for words as written."""
    return list_matcher(Daftar.compile(Istilah(nama="", arti="", sumber="", persis=(value,))))


def found(matcher: Matcher, potongan: Potongan, masked: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Where `matcher` matches inside a stretch, from left to right, touching no masked word."""
    teks, i, akhir = potongan
    while i < akhir:
        end = matcher.at(teks, i)
        if end is not None and end <= akhir and masked.isdisjoint(range(i, end)):
            yield i, end
            i = end
        else:
            i += 1


# ---- patterns


class _Word(NamedTuple):
    matcher: Matcher
    to: int


class _Any(NamedTuple):
    to: int


class _Split(NamedTuple):
    ways: tuple[int, ...]


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


@dataclass(slots=True)
class _Program:
    """The steps of a pattern, built from the end backwards: each step knows where it leads."""

    matcher_of: Callable[[str], Matcher | syntax.Pattern]
    steps: list[_Step] = field(default_factory=list)

    def add(self, step: _Step) -> int:
        self.steps.append(step)
        return len(self.steps) - 1

    def alternatives(self, sequences: tuple[syntax.Sequence, ...], to: int) -> int:
        ways = tuple(self.sequence(sequence, to) for sequence in sequences)
        return ways[0] if len(ways) == 1 else self.add(_Split(ways))

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
        return self.add(_Split((start, to))) if element.optional else start

    def atom(self, atom: syntax.Atom, to: int) -> int:
        match atom:
            case syntax.Gap(limit=None):
                loop = self.add(_Split(()))
                self.steps[loop] = _Split((to, self.add(_Any(loop))))
                return loop
            case syntax.Gap(limit=limit):
                for _ in range(limit or 0):
                    to = self.add(_Split((to, self.add(_Any(to)))))
                return to
            case syntax.Group(alternatives):
                return self.alternatives(alternatives, to)
            case syntax.Literal(value):
                return self.add(_Word(literal_matcher(value), to))
        named = self.matcher_of(atom.name)
        if isinstance(named, syntax.Pattern):
            return self.alternatives(named.alternatives, to)
        return self.add(_Word(named, to))


@dataclass(frozen=True, slots=True)
class Automaton:
    """A compiled pattern."""

    steps: tuple[_Step, ...]
    start: int
    keys: Keys

    def find(self, potongan: Potongan, masked: frozenset[int] = frozenset()) -> Match | None:
        """The first match inside the stretch. Masked words can only be passed over by a gap."""
        return _run(self, potongan, masked)

    def find_all(self, potongan: Potongan) -> Iterator[Match]:
        """Every match from left to right, never overlapping."""
        teks, i, akhir = potongan
        while i < akhir and (match := _run(self, Potongan(teks, i, akhir), frozenset(), potongan.awal)) is not None:
            yield match
            i = max(match.akhir, match.awal + 1)


def compile_pattern(pattern: syntax.Pattern, matcher_of: Callable[[str], Matcher | syntax.Pattern]) -> Automaton:
    """The automaton for `pattern`; `matcher_of` says what a name in it stands for."""
    program = _Program(matcher_of)
    start = program.alternatives(pattern.alternatives, program.add(_Accept()))
    return Automaton(tuple(program.steps), start, _keys_of(pattern.alternatives, matcher_of))


def _keys_of(sequences: tuple[syntax.Sequence, ...], matcher_of: Callable[[str], Matcher | syntax.Pattern]) -> Keys:
    """What every text that one of the sequences matches must hold: per sequence its most telling word, all together."""
    union: frozenset[str] = frozenset()
    for sequence in sequences:
        needed = [keys for element in sequence.elements if not element.optional and (keys := _keys_of_atom(element.atom, matcher_of)) is not None]
        if not needed:
            return None
        union |= min(needed, key=_commonness)
    return union


def _keys_of_atom(atom: syntax.Atom, matcher_of: Callable[[str], Matcher | syntax.Pattern]) -> Keys:
    match atom:
        case syntax.Gap():
            return None
        case syntax.Group(alternatives):
            return _keys_of(alternatives, matcher_of)
        case syntax.Literal(value):
            return literal_matcher(value).keys
    named = matcher_of(atom.name)
    return _keys_of(named.alternatives, matcher_of) if isinstance(named, syntax.Pattern) else named.keys


def _commonness(keys: frozenset[str]) -> tuple[int, int]:
    """Word classes are met far more often than words, long lists more often than short ones."""
    return (sum(key.startswith("#") for key in keys), len(keys))


_Captures = tuple[tuple[str, int, int], ...]


class _Thread(NamedTuple):
    step: int
    awal: int
    captures: _Captures


def _run(automaton: Automaton, potongan: Potongan, masked: frozenset[int], first: int | None = None) -> Match | None:
    """Advances all threads word by word; a thread that began earlier, or that was preferred, goes first."""
    teks, awal, akhir = potongan
    first = awal if first is None else first
    waiting: dict[int, list[_Thread]] = {}
    best: _Thread | None = None
    best_end = awal
    for i in range(awal, akhir + 1):
        threads = waiting.pop(i, [])
        if best is None:
            threads.append(_Thread(automaton.start, i, ()))
        seen: set[int] = set()
        for thread in threads:
            if best is not None and thread.awal > best.awal:
                break
            accepted = _advance(automaton.steps, thread, potongan, i, masked, first, seen, waiting)
            if accepted is not None:
                best, best_end = accepted, i
                break
        if best is not None and not waiting:
            break
    if best is None:
        return None
    return Match(best.awal, best_end, {name: (start, end) for name, start, end in best.captures})


def _advance(
    steps: tuple[_Step, ...], thread: _Thread, potongan: Potongan, i: int, masked: frozenset[int], first: int, seen: set[int], waiting: dict[int, list[_Thread]]
) -> _Thread | None:
    """Follows one thread at word `i` until it must wait for a later word; returns it when the pattern is complete."""
    teks, _, akhir = potongan
    todo = [thread]
    while todo:
        step_at, awal, captures = todo.pop()
        if step_at in seen:
            continue
        seen.add(step_at)
        match steps[step_at]:
            case _Accept():
                return _Thread(step_at, awal, captures)
            case _Word(matcher, to):
                end = matcher.at(teks, i) if i < akhir else None
                if end is not None and end <= akhir and masked.isdisjoint(range(i, end)):
                    waiting.setdefault(end, []).append(_Thread(to, awal, captures))
            case _Any(to):
                if i < akhir:
                    waiting.setdefault(i + 1, []).append(_Thread(to, awal, captures))
            case _Split(ways):
                todo.extend(_Thread(way, awal, captures) for way in reversed(ways))
            case _Mark(name, opens, to):
                marked = (*captures, (name, i, i)) if opens else _closed(captures, name, i)
                todo.append(_Thread(to, awal, marked))
            case _Edge(at_start, to):
                if i == first if at_start else _only_closing_signs(teks, i, akhir):
                    todo.append(_Thread(to, awal, captures))
    return None


def _closed(captures: _Captures, name: str, end: int) -> _Captures:
    return tuple((other, start, end if other == name else stop) for other, start, stop in captures)


def _only_closing_signs(teks: Teks, i: int, akhir: int) -> bool:
    return all(teks.kata[k].bentuk.kelas == "tanda" for k in range(i, akhir))
