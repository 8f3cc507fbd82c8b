"""One analysed text. Tokens are there at once; everything else is worked out when first asked for, and kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from indikator_rules.text.kata import Kata, Rentang
from indikator_rules.text.opening import BentukPembuka, is_direction, measure, numbering, opening
from indikator_rules.text.phrase import conjuncts, content_words, core, head, negations, official_names, unit_in_brackets
from indikator_rules.text.repair import words
from indikator_rules.text.result import JenisHasil, indicator_result, statement_result


@dataclass(frozen=True, eq=False)
class Teks:
    """A text and its words. Two texts are equal when they are the same object: `analyse` gives equal strings one object."""

    isi: str
    kata: tuple[Kata, ...]

    @cached_property
    def kunci(self) -> frozenset[str]:
        """Every form, root and word class ("#nomina") in the text: what a rule must find here to have a chance."""
        found = frozenset().union(*[kata.bentuk.kunci for kata in self.kata])
        return found | {"#salah-ketik"} if any(kata.ejaan for kata in self.kata) else found

    @cached_property
    def mulai(self) -> int:
        """The first token after numbering such as "1.", "a." or "Indikator Sasaran 3"."""
        return numbering(self)

    @cached_property
    def bentuk(self) -> BentukPembuka:
        """The grammatical form of the opening of a statement."""
        return opening(self)

    @cached_property
    def jenis_pernyataan(self) -> JenisHasil | None:
        """What a statement promises; None when the words do not tell."""
        return statement_result(self)

    @cached_property
    def jenis_indikator(self) -> JenisHasil | None:
        """What an indicator measures; None when the words do not tell."""
        return indicator_result(self)

    @cached_property
    def ukuran(self) -> str:
        """The class of measure that heads an indicator, or "tanpa-ukuran"."""
        return measure(self)

    @cached_property
    def arah(self) -> bool:
        """Whether the head of an indicator is itself a direction or completion word."""
        return is_direction(self)

    @cached_property
    def inti(self) -> Rentang | None:
        """The head noun of what the text is about."""
        return head(self)

    @cached_property
    def objek(self) -> Rentang | None:
        """The text without its opening measure, condition or effort."""
        return core(self)

    @cached_property
    def unsur(self) -> tuple[Rentang, ...]:
        """The conjuncts of the object; fixed pairs and official names count as one."""
        return conjuncts(self)

    @cached_property
    def kata_isi(self) -> frozenset[str]:
        """Roots of the content words."""
        return content_words(self)

    @cached_property
    def negasi(self) -> tuple[Rentang, ...]:
        """The negating words."""
        return negations(self)

    @cached_property
    def satuan_kurung(self) -> Rentang | None:
        """The unit written in brackets at the end, without the brackets."""
        return unit_in_brackets(self)

    @cached_property
    def nama_resmi(self) -> tuple[Rentang, ...]:
        """Names of programmes, laws and agencies, in which words do not count."""
        return official_names(self)


@lru_cache(maxsize=4096)
def analyse(isi: str) -> Teks:
    """The analysis of `isi`. Total: any string has one."""
    return Teks(isi, words(isi))
