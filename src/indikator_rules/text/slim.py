"""A slim spaCy language for Indonesian: our own affix rules and a few dozen abbreviations, nothing else.

`spacy.blank("id")` carries 16,000 exceptions, costs seconds to start and splits what must stay whole.
This language is registered under its own name, so that no saved configuration confuses the two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, cast

from spacy.lang.id import Indonesian
from spacy.symbols import ORTH
from spacy.util import registry

from indikator_rules.istilah import bundled_istilah
from indikator_rules.text.units import unit_words

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

_UNITS = "|".join(sorted((re.escape(unit) for unit in unit_words() if unit[0].isalpha()), key=len, reverse=True))
_LETTER = "A-Za-zÀ-ÿ"
_OPENING = [
    r"[\(\[\{<“”\"'‘’«»]",
    r"[≥≤><=±≈~]+",
    r"[-–—•*·](?=[\(\"“A-Za-zÀ-ÿ0-9])",
    r"(?:Rp|IDR|US\$|\$)(?=[\d.])",
    r"…|\.{3,}",
    r"[/,;:%](?=.)",
]
_CLOSING = [
    r"[\)\]\}“”\"'‘’«»?!,;:]",
    r"…|\.{2,}",
    r"(?<=[\w\)%\]\"”])\.",
    rf"(?<=\d)(?:%|‰|°[CF]?|[A-Z]{{2,3}}|(?i:{_UNITS}))",
    r"(?<=[\w\)])[%/*–—]",
]
_INSIDE = [
    r"[≥≤><=±≈]+",
    r"(?<=[Nn][Oo]\.)(?=\d)",
    r"(?<=\d)[-–—](?=\d)",
    rf"(?<=[{_LETTER}\)])[–—](?=[{_LETTER}\(])",
    rf"(?<=[{_LETTER}0-9%\)\"”])[,;:](?=[{_LETTER}\(\"“])",
    r"(?<=\d)%(?=\D)",
    r"[\(\)\[\]\"“”]",
    rf"(?<=[{_LETTER}0-9%\)])/(?=[{_LETTER}0-9\(%])",
    rf"(?<=\d)\.(?=[{_LETTER}]{{3}})",
    r"(?<=[a-zà-ÿ]{3})\.(?=[A-Z][a-z])",
    r"…|\.{2,}",
]


class SlimDefaults(Indonesian.Defaults):  # type: ignore[valid-type,misc]
    """Tokenizer rules of the slim language."""

    tokenizer_exceptions: ClassVar[dict[str, list[dict[int, str]]]] = {}
    prefixes = _OPENING
    suffixes = _CLOSING
    infixes = _INSIDE
    url_match = None
    token_match = None


@registry.languages("id_indikator")
class SlimIndonesian(Indonesian):  # type: ignore[no-untyped-call]
    """The language object; `tokenizer` is the only part in use."""

    lang = "id_indikator"
    Defaults = SlimDefaults


def slim_tokenizer() -> Tokenizer:
    """A new tokenizer of the slim language, with the abbreviations of `bahasa/singkatan` in three casings."""
    tokenizer = cast("Tokenizer", SlimIndonesian().tokenizer)
    for written in bundled_istilah("bahasa/singkatan").persis:
        for form in {written, written.lower(), written.capitalize(), written.upper()}:
            tokenizer.add_special_case(form, [{ORTH: form}])
    return tokenizer
