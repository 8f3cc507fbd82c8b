"""The text of words laid out in lines of a given width: words that the layout broke are made whole again."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from indikator_rules.importers.words import fold
from indikator_rules.istilah import bundled_istilah
from indikator_rules.text.morphology import analyse_form
from indikator_rules.text.repair import words as words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indikator_rules.importers.pdf_page import Line

_MARGINS = 13.0
"""The most that both margins of a cell take of its width."""
_WIDE = 1.25
"""How much wider than the letters of its word on the average a letter may be."""
_MOST_PIECES = 5
_LAST_LETTERS = re.compile(r"[^\W\d_]+$")
_FIRST_LETTERS = re.compile(r"^[^\W\d_]+")
_OUTER_MARKS = "()[]“”\"'.,;:/"


def whole_words(blocks: Iterable[Sequence[Line]]) -> frozenset[str]:
    """The words, in lower case, that stand unbroken somewhere in `blocks`.

    A layout breaks a word only where it fills a line alone, so the pieces end a line of one word and begin the next.
    """
    found: set[str] = set()
    for lines in blocks:
        before: Line | None = None
        for line in lines:
            start = 1 if before is not None and len(before) == 1 else 0
            found.update(_bare(word.text) for word in line[start:] if len(lines) == 1 or len(line) > 1)
            before = line
    return frozenset(found)


def rejoined_words(cells: Iterable[tuple[Sequence[Line], float]], vocabulary: frozenset[str]) -> frozenset[str]:
    """The words that some of `cells`, each with its lines and its width, break so that no doubt is left.

    Another cell may break the same word where both pieces are words: "pembudi" and "daya".
    """
    found: set[str] = set()
    for lines, width in cells:
        if any(len(line) == 1 for line in lines[:-1]):
            written = {_bare(word.text) for line in lines for word in line}
            found |= {_bare(word) for word in text_of(lines, width, vocabulary).split()} - written
    return frozenset(found)


def text_of(lines: Sequence[Line], width: float, vocabulary: frozenset[str]) -> str:
    """The text of `lines`, in a column `width` wide, a line end for each; words broken by the width are rejoined."""
    if not lines:
        return ""
    text = " ".join(word.text for word in lines[0])
    joined_until = 0
    for at, (upper, lower) in enumerate(pairwise(lines)):
        joined_until = max(joined_until, _end_of_broken_word(lines, at, width, vocabulary))
        text, link = (text, "") if at < joined_until else _linked(text, upper, lower, width, vocabulary)
        text += link + " ".join(word.text for word in lower)
    return text


def _end_of_broken_word(lines: Sequence[Line], start: int, width: float, vocabulary: frozenset[str]) -> int:
    """The line in which the word ends that fills all of line `start` and is broken twice or more; else `start`.

    Only pieces that are no words themselves are put together.
    """
    alone = start
    while alone + 1 < len(lines) and len(lines[alone]) == 1 and _fills(lines[alone], lines[alone + 1], width):
        alone += 1
    for end in range(min(alone, start + _MOST_PIECES - 1), start + 1, -1):
        if _are_one_word([_bare(lines[at][0].text) for at in range(start, end + 1)], vocabulary):
            return end
    return start


def _are_one_word(pieces: Sequence[str], vocabulary: frozenset[str]) -> bool:
    """Whether `pieces` make a word together and cannot be parted into two words, or into pieces that all are words."""

    def known(several: Sequence[str]) -> bool:
        word = "".join(several)
        return word in vocabulary or word in _heading_words() or (word.isalpha() and analyse_form(word).dikenal)

    return (
        known(pieces)
        and not any(known(pieces[:at]) and known(pieces[at:]) for at in range(1, len(pieces)))
        and not all(known([piece]) for piece in pieces)
    )


def _linked(text: str, upper: Line, lower: Line, width: float, vocabulary: frozenset[str]) -> tuple[str, str]:
    """`text`, which ends with `upper`, and what stands between it and `lower`: a line end, or nothing in one word."""
    left, right = text.rsplit(maxsplit=1)[-1], lower[0].text
    if left.endswith("-") and left[:-1].isalpha() and right[0].isalpha():
        return (text[:-1], "") if _is_hyphenation(left[:-1], right) else (text, "")
    if len(upper) == 1 and _fills(upper, lower, width) and _is_one_word(left, right, vocabulary):
        return text, ""
    return text, "\n"


def _is_hyphenation(left: str, right: str) -> bool:
    """Whether a hyphen at a line end only breaks one word: "pelaya-" before "nan", not "Non-" before "Pemerintah"."""
    bare = _bare(right)
    if not bare.isalpha() or not right[0].islower() or left.lower() == bare:
        return False
    return analyse_form(left + bare).dikenal and not (analyse_form(left).dikenal and analyse_form(bare).dikenal)


def _fills(upper: Line, lower: Line, width: float) -> bool:
    """Whether the first letter of `lower` finds no room behind `upper`."""
    letter = _WIDE * (lower[0].x1 - lower[0].x0) / max(len(lower[0].text), 1)
    return upper[-1].x1 - upper[0].x0 + letter > width - _MARGINS


def _is_one_word(left: str, right: str, vocabulary: frozenset[str]) -> bool:
    if _is_number(left) and _is_number(right):
        return True
    first, second = _LAST_LETTERS.findall(left), _FIRST_LETTERS.findall(right)
    if not first or not second or (right[0].isupper() and not left.isupper()):
        return False
    return _known_as_one(first[0].lower(), second[0].lower(), vocabulary)


def _known_as_one(first: str, second: str, vocabulary: frozenset[str]) -> bool:
    if first in vocabulary and second in vocabulary:
        return False
    return (
        first + second in _heading_words()
        or first + second in vocabulary
        or len(words_in(f"{first} {second}")) == 1
        or _are_one_word([first, second], vocabulary)
    )


def _is_number(text: str) -> bool:
    return text[0].isdigit() and all(letter.isdigit() or letter in ".,%" for letter in text)


def _bare(word: str) -> str:
    return word.strip(_OUTER_MARKS).lower()


@cache
def _heading_words() -> frozenset[str]:
    lists = bundled_istilah("judul-kolom").nilai
    headings = (str(heading) for several in lists.values() for heading in several)
    months = map(str, bundled_istilah("nama-bulan").nilai)
    return frozenset((*months, *(word for heading in headings for word in _long(heading))))


def _long(heading: str) -> Iterator[str]:
    return (word for word in fold(heading).split() if len(word) > 3)
