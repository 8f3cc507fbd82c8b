"""Makes words of tokens, and repairs what layout and hurry did to them.

    "yangselesai"      two words written together are two words
    "Pemberdaya an"    one word broken by a line end is one word
    "Penegmbangan"     a slip of the pen is read as the word that was meant
    "Jml"              a word cut short is read as that word, and is no slip

A word that the analysis knows is left alone. Positions always tell where the letters stand in the text as given.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from indikator_rules.text.kata import Bentuk, Kata
from indikator_rules.text.morphology import ENCLITIC, analyse_form, undivided_words
from indikator_rules.text.spelling import abbreviations, meant, misspellings
from indikator_rules.text.tokenizer import tokenize

_FRAGMENT = 3
"""The longest rest of a broken word that is told from a word by its shortness alone."""
_HALF = 4
"""The shortest half of two words written together, unless it is a function word."""


def words(isi: str) -> tuple[Kata, ...]:
    """The words of a text."""
    kata: list[Kata] = []
    whole = True
    start = 0
    for chunk in isi.split(" "):
        known, alone, found = chunk_words(chunk)
        end = start + len(chunk)
        if alone is not None:
            kata.append(Kata(alone, start, end))
        else:
            whole = whole and known
            kata += [Kata(word.bentuk, start + word.awal, start + word.akhir) for word in found]
        start = end + 1
    return tuple(kata) if whole else tuple(_rejoined(isi, kata))


@lru_cache(maxsize=100_000)
def chunk_words(chunk: str) -> tuple[bool, Bentuk | None, tuple[Kata, ...]]:
    """Whether every word of a chunk is known, the one known word that it is, and its words with their place in it."""
    found = tuple(word for token, start in tokenize(chunk) for word in _read(token, start))
    known = all(word.bentuk.dikenal and word.bentuk.ejaan is None for word in found)
    alone = found[0].bentuk if known and [(word.awal, word.akhir) for word in found] == [(0, len(chunk))] else None
    return known, alone, found


def _read(token: str, start: int) -> tuple[Kata, ...]:
    """The word or words that a token stands for."""
    end = start + len(token)
    if (word := abbreviations().get(token.lower())) is not None:
        return (Kata(analyse_form(word), start, end),)
    bentuk = analyse_form(token)
    if token.lower() not in misspellings() and (bentuk.dikenal or not token.isalpha()):
        return (Kata(bentuk, start, end),)
    if (cut := _cut_between_words(token)) is not None:
        left, right = token[:cut], token[cut:]
        return (
            Kata(_slip(left, f"{left} {right}"), start, start + cut),
            Kata(analyse_form(right), start + cut, end),
        )
    if (right_word := meant(token.lower())) is not None:
        return (Kata(_slip(right_word, right_word), start, end),)
    return (Kata(bentuk, start, end),)


def _slip(form: str, ejaan: str) -> Bentuk:
    """The analysis of the form that was meant, marked as a slip of the pen."""
    bentuk = analyse_form(form)
    return replace(bentuk, kunci=bentuk.kunci | {"#salah-ketik"}, ejaan=ejaan)


def _cut_between_words(token: str) -> int | None:
    """Where two words were written together: at a capital in the word, or beside a function word."""
    cuts = range(2, len(token) - 1)
    capital = next((i for i in cuts if token[i - 1].islower() and token[i].isupper()), None)
    if capital is not None:
        return (
            capital
            if all(len(half) >= _HALF and analyse_form(half).dikenal for half in (token[:capital], token[capital:]))
            else None
        )
    rendah = token.lower()
    return next(
        (i for i in cuts if _stands_alone(rendah[:i], rendah[i:]) or _stands_alone(rendah[i:], rendah[:i])), None
    )


def _stands_alone(small: str, other: str) -> bool:
    """Whether `small` is a function word of some length and `other` a known word; "kembalinya" holds a clitic."""
    return (
        len(small) > 2
        and small != ENCLITIC
        and len(other) > _HALF
        and undivided_words().get(small) == "tugas"
        and analyse_form(other).dikenal
    )


def _rejoined(isi: str, kata: list[Kata]) -> list[Kata]:
    """The words with those that a line end broke made whole."""
    joined: list[Kata] = []
    for word in kata:
        whole = _whole(isi, joined[-1], word) if joined else None
        if whole is None:
            joined.append(word)
        else:
            joined[-1] = whole
    return joined


def _whole(isi: str, left: Kata, right: Kata) -> Kata | None:
    """The one word that two neighbours are parts of; None when they are two."""
    if left.bentuk.dikenal and right.bentuk.dikenal and isi[left.akhir - 1] != "-":
        return None
    between = isi[left.akhir : right.awal]
    first, second = isi[left.awal : left.akhir], isi[right.awal : right.akhir]
    if not between.isspace() or not second.isalpha() or not (second.islower() or first.isupper()):
        return None
    if first.endswith("-") and first[:-1].isalpha():
        return _as_one(f"{first}{second}", left, right)
    if not first.isalpha():
        return None
    if len(second) > _FRAGMENT and (left.bentuk.dikenal or right.bentuk.dikenal):
        return None
    return _as_one(first + second, left, right)


def _as_one(form: str, left: Kata, right: Kata) -> Kata | None:
    bentuk = _slip(form, form.lower())
    return Kata(bentuk, left.awal, right.akhir) if bentuk.dikenal and len(form) >= _HALF else None
