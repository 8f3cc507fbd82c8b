"""One analysed text. Tokens are there at once; everything else is worked out when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

from indikator_rules.text.opening import is_direction, measure, opening, opening_entries, past_numbering, past_particles
from indikator_rules.text.phrase import (
    conjuncts,
    content_words,
    core,
    head,
    matches_throughout,
    negations,
    official_names,
    unit_in_brackets,
)
from indikator_rules.text.repair import words
from indikator_rules.text.result import indicator_result, noun_kind, object_entries, predicate_kind, statement_result

if TYPE_CHECKING:
    from collections.abc import Callable

    from indikator_rules.text.kata import Kata

_T = TypeVar("_T")


def lazy(compute: Callable[[Any], _T]) -> _T:
    """An attribute worked out when first read, and kept; without the lock that `cached_property` has."""
    name = ""

    class Lazy:
        def __set_name__(self, _owner: type, given: str) -> None:
            nonlocal name
            name = given

        def __get__(self, teks: Teks, _owner: type) -> _T:
            value = compute(teks)
            setattr(teks, name, value)
            return value

    return cast("_T", Lazy())


@dataclass(eq=False)
class Teks:
    """A text and its words; nobody changes it.

    What others are worked out from, or costs much, is kept (`lazy`); the rest is worked out when asked for.
    """

    isi: str
    kata: tuple[Kata, ...]

    mulai: int
    """The first token after numbering such as "1.", "a." or "Indikator Sasaran 3"."""

    kepala: int
    """The first token after numbering and function words; the number of tokens when there is none."""

    kunci: frozenset[str]
    """Every form, root and word class ("#nomina") in the text: what a rule must find here to have a chance."""

    pembuka = lazy(opening_entries)
    """The word lists of the analysis that have an entry at `kepala`, each with its longest."""

    temuan = lazy(matches_throughout)
    """Where conjunctions, negations, fixed pairs and official names stand."""

    bentuk = lazy(opening)
    """The grammatical form of the opening of a statement."""

    ukuran = lazy(measure)
    """The class of measure that heads an indicator, or "tanpa-ukuran"."""

    arah = property(is_direction)
    """Whether the head of an indicator is itself a direction or completion word."""

    objek = lazy(core)
    """The text without its opening measure, condition or effort; None when nothing is left."""

    inti = property(head)
    """The head noun of the object."""

    unsur = lazy(conjuncts)
    """The conjuncts of the object; fixed pairs and official names count as one."""

    pokok = lazy(object_entries)
    """The word lists of the analysis that have an entry at the start of the object, each with its longest."""

    jenis_nomina = lazy(noun_kind)
    """What the opening noun of the object tells of the kind of result."""

    predikat = lazy(predicate_kind)
    """What the predicate behind "yang" tells of the kind of result."""

    jenis_pernyataan = lazy(statement_result)
    """What a statement promises; None when the words do not tell."""

    jenis_indikator = lazy(indicator_result)
    """What an indicator measures; None when the words do not tell."""

    kata_isi = lazy(content_words)
    """Roots of the content words."""

    negasi = property(negations)
    """The negating words."""

    satuan_kurung = lazy(unit_in_brackets)
    """The unit written in brackets at the end, without the brackets."""

    nama_resmi = property(official_names)
    """Names of programmes, laws and agencies, in which words do not count."""


def analyse(isi: str) -> Teks:
    """The analysis of `isi`, made anew each time. Total: any string has one."""
    kata = words(isi)
    mulai = past_numbering(isi, kata)
    kunci = frozenset().union(*[word.bentuk.kunci for word in kata])
    return Teks(isi, kata, mulai, past_particles(kata, mulai), kunci)
