"""Names of persons and their numbers in texts: by titles, by what stands before them on forms, by a number below.

A name that nothing of the kind shows cannot be told from other words; nothing here guesses it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from string import ascii_uppercase
from typing import TYPE_CHECKING

from indikator_rules.istilah import bundled_istilah

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_WORD = r"[A-Z][\w'’-]*\.?"
_RUN = rf"{_WORD}(?:[ \t]+{_WORD}){{0,5}}"
_MOST_WORDS = 6
_LEAST_LETTERS = 3
_WORDS_BEFORE = 5
_CIVIL_SERVANT = r"(?<!\d)(?:19|20)\d{6}[ .-]{0,2}(?:19|20)\d{4}[ .-]{0,2}[12][ .-]{0,2}\d{3}(?!\d)"
_CITIZEN = r"(?<!\d)\d{16}(?!\d)"


def persons_in(lines: Iterable[str]) -> Iterator[str]:
    """The names of persons that `lines` show, without titles. Lines that belong together follow one another."""
    parted = [part for line in lines for part in (line.split("\n") if line else [""])]
    for above, line in pairwise(("", *parted)):
        yield from _titled(line)
        candidates = _beside_label(line)
        number = _numbers().search(line)
        if number is not None:
            candidates = [*candidates, line[: number.start()] or above]
        yield from (core for candidate in candidates if (core := _name_in(candidate)))


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The words of `names` that are long enough to tell somebody, in lower case."""
    return frozenset(word.casefold() for name in names for word in re.findall(r"\w+", name) if _tells(word))


def mask(names: Iterable[str]) -> Callable[[str], str]:
    """What replaces these names and all numbers of persons in a text, one person always by the same word.

    The words, such as "Nama-A", are of a kind that no rule speaks of.
    """
    written = sorted({" ".join(name.split()) for name in names}, key=lambda name: (-len(name), name))
    persons: dict[str, str] = {}
    numbers: dict[str, str] = {}

    def person(found: re.Match[str]) -> str:
        return persons.setdefault(_folded(found["name"]), f"Nama-{_letters(len(persons))}")

    def number(found: re.Match[str]) -> str:
        return numbers.setdefault(re.sub(r"[^0-9]", "", found[0]), f"Nomor-{_letters(len(numbers))}")

    pattern = _any_of(written)
    if pattern is None:
        return lambda text: _numbers().sub(number, text)
    return lambda text: _numbers().sub(number, pattern.sub(person, text))


def _letters(count: int) -> str:
    """What comes after `count` others: A to Z, then AA, AB and so on."""
    before, last = divmod(count, len(ascii_uppercase))
    return (_letters(before - 1) if before else "") + ascii_uppercase[last]


def _folded(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold().replace("_", " ")))


def _tells(word: str) -> bool:
    return len(word) >= _LEAST_LETTERS


def _any_of(names: list[str]) -> re.Pattern[str] | None:
    """Finds each name with the titles around it. One word alone counts only as it is written."""
    if not names:
        return None
    any_name = "|".join(_spelled(name) for name in names)
    before, after = (f"(?:{_either(parts)})" for parts in (("sapaan", "sapaan-lemah"), ("gelar",)))
    return re.compile(rf"(?<![^\W_])(?:{before}\s*)*(?P<name>{any_name})(?:\s*,\s*{after}\.?(?!\w))*(?![^\W_])")


def _spelled(name: str) -> str:
    words = [re.escape(word) for word in name.split()]
    several = r"[\s_-]+".join(words)
    return several if len(words) == 1 else f"(?i:{several})"


# ---- what shows that a text is a name


def _titled(line: str) -> Iterator[str]:
    for found in _before_degree().finditer(line):
        yield from filter(None, [_name_in(found["name"])])
    for found in _after_title().finditer(line):
        before = re.findall(r"\w+", line[: found.start()].casefold())[-_WORDS_BEFORE:]
        if not any(f" {place} " in f" {' '.join(before)} " for place in _words("lembaga")):
            yield from filter(None, [_name_in(found["name"])])


def _beside_label(line: str) -> list[str]:
    """What stands after "Nama :", up to the number that may follow it."""
    found = _label().match(line)
    return [] if found is None else [_number_words().split(found["value"])[0]]


def _name_in(candidate: str) -> str:
    """The name in `candidate` without titles, or "" when it does not look like one."""
    bare = re.sub(rf"(?<!\w)(?:{_either(('sapaan', 'sapaan-lemah'))})(?=\s|[A-Z])", " ", candidate.partition(",")[0])
    words = bare.strip(" \t:;.()|/-").split()
    like_a_name = 0 < len(words) <= _MOST_WORDS and all(re.fullmatch(_WORD, word) for word in words)
    if not like_a_name or not any(_tells(word) for word in words):
        return ""
    return "" if any(word.casefold().strip(".") in _words("bukan") for word in words) else " ".join(words)


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(bundled_istilah("bahasa/nama-orang").nilai[part])


@cache
def _either(parts: tuple[str, ...]) -> str:
    """One of the titles in `parts`, in capitals or as listed, with blanks after their points."""
    titles = {spelled for part in parts for title in _words(part) for spelled in (title, title.upper())}
    longest_first = sorted(titles, key=lambda title: (-len(title), title))
    return "|".join(re.escape(title).replace(r"\.", r"\.\s?") for title in longest_first)


@cache
def _before_degree() -> re.Pattern[str]:
    """A name before its degrees. One without a point ("SE") may be anything else, but at the end of a line."""
    degree = _either(("gelar",))
    pointed = rf"(?=[^,]{{0,8}}\.)(?:{degree})(?!\w)"
    return re.compile(rf"(?P<name>{_RUN})\s*,\s*(?:{pointed}|(?:{degree})\.?\s*(?:,|$))")


@cache
def _after_title() -> re.Pattern[str]:
    weak = _either(("sapaan-lemah",))
    title = _either(("sapaan",))
    return re.compile(rf"(?<!\w)(?:(?:{weak})\s?)*(?:{title})\s?(?:(?:{title}|{weak})\s?)*(?P<name>{_RUN})")


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(re.escape(label).replace(r"\ ", r"\s+") for label in sorted(_words("keterangan"), reverse=True))
    return re.compile(rf"^\W*(?:\d+\W+)?(?i:{labels})\s*:\s*(?P<value>.+)$")


@cache
def _number_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{'|'.join(map(re.escape, sorted(_words('nomor'), reverse=True)))})(?!\w)")


@cache
def _numbers() -> re.Pattern[str]:
    """The number of an official or citizen, with the word before it."""
    named = rf"{_number_words().pattern}\W{{0,4}}\d[\d .-]{{4,}}\d"
    return re.compile(rf"{named}|{_CIVIL_SERVANT}|{_CITIZEN}")
