"""Finds the spelling that was meant: by the list of common misspellings, else by one slip of the pen.

A word that the analysis knows is never corrected. A slip is a letter lost, added, replaced or moved; two letters added
count as one slip in a long word ("pelayananan"). Only words of the planning vocabulary are offered.
"""

from __future__ import annotations

from functools import cache
from os.path import commonprefix
from typing import TYPE_CHECKING

from indikator_rules.istilah import bundled_istilah
from indikator_rules.text.morphology import ENCLITIC, fallback_knows, roots, undivided_words

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORTEST = 6
_SURE = 8
_LONG = 10
_VOCABULARY = (
    "kata-kondisi",
    "kata-administratif",
    "kata-tersedia",
    "kata-ukur",
    "kata-arah",
    "nomina-proses",
    "nomina-hasil",
    "nomina-keluaran",
    "verba-upaya",
)


@cache
def misspellings() -> Mapping[str, str]:
    """Common wrong spellings with the right ones."""
    return {str(wrong): str(right) for wrong, right in bundled_istilah("bahasa/salah-eja").nilai.items()}


@cache
def abbreviations() -> Mapping[str, str]:
    """Words cut short in writing, with and without a point, with the word each stands for."""
    listed = {str(short): str(word) for short, word in bundled_istilah("bahasa/singkatan-kata").nilai.items()}
    return {f"{short}.": word for short, word in listed.items()} | listed


def meant(rendah: str) -> str | None:
    """The word that an unknown form was probably meant to be; None when nothing is near or several are."""
    if (listed := misspellings().get(rendah)) is not None:
        return listed
    if len(rendah) < _SHORTEST or not rendah.isalpha() or rendah in vocabulary() or fallback_knows(rendah):
        return None
    stem = rendah.removesuffix(ENCLITIC)
    if stem != rendah and (right := _nearest(stem)) is not None and _distance(stem, right) == 1:
        return right + ENCLITIC
    return _nearest(rendah)


def _nearest(wrong: str) -> str | None:
    cuts = _cuts(wrong)
    if len(wrong) >= _LONG:
        cuts |= {shorter for cut in cuts for shorter in _cuts(cut)}
    near = {word: _likeness(wrong, word) for cut in cuts for word in _index().get(cut, ()) if _is_slip(wrong, word)}
    best = max(near.values(), default=(0, 0, 0))
    nearest = [word for word, likeness in near.items() if likeness == best]
    return nearest[0] if len(nearest) == 1 else None


def _likeness(wrong: str, right: str) -> tuple[int, int, int]:
    """The greater, the likelier: few letters differ, the slip comes late in the word, the longer word was meant."""
    return -_distance(wrong, right), len(commonprefix((wrong, right))), len(right)  # noqa: RUF071 - letters, not paths


@cache
def vocabulary() -> frozenset[str]:
    """The words that a slip may be corrected to."""
    listed = (bundled_istilah(nama) for nama in (*_VOCABULARY, "bahasa/kata-lazim"))
    phrases = (str(phrase) for istilah in listed for phrase in (*istilah.entri, *istilah.persis, *istilah.nilai))
    words = {word for phrase in phrases for word in phrase.split()} | roots().keys()
    return frozenset(
        word for word in words if len(word) >= _SHORTEST and word.isalpha() and word not in undivided_words()
    )


@cache
def _index() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for word in sorted(vocabulary()):
        for cut in _cuts(word):
            table.setdefault(cut, []).append(word)
    return {cut: tuple(words) for cut, words in table.items()}


def _cuts(word: str) -> set[str]:
    """The word, and all it becomes when one letter is left out."""
    return {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}


def _is_slip(wrong: str, right: str) -> bool:
    """Whether two words that share a cut are near enough: the same first letter; in a short word no letter replaced."""
    replaced = len(wrong) == len(right) and sorted(wrong) != sorted(right)
    return wrong[0] == right[0] and not (replaced and len(wrong) < _SURE)


def _distance(wrong: str, right: str) -> int:
    """1 for one letter lost, added, replaced or swapped; 2 for more, where the words share a cut."""
    if len(wrong) == len(right):
        differing = sum(a != b for a, b in zip(wrong, right, strict=True))
        return 1 if differing == 1 or sorted(wrong) == sorted(right) else 2
    shorter, longer = sorted((wrong, right), key=len)
    return 1 if shorter in _cuts(longer) else 2
