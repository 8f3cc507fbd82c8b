"""The period that a heading names: a year, a quarter, a half, a month, or the number of a year of the plan."""

from __future__ import annotations

import re
from functools import cache

from indikator_rules.importers.words import fold
from indikator_rules.istilah import bundled_istilah

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
"""Numbers of quarters as headings write them."""
_LEAST_SPACED = 2
_COUNTED_YEARS = re.compile(r"\bke(?:\s+\d)?$")
_YEAR_NUMBER = re.compile(r"^(?:.*\bke\s)?(\d)$")


def take_period(folded: str) -> tuple[str, str | None, str | None]:
    """`folded` without its period, the year, and the quarter, half or month ("TW2", "SM1", "03")."""
    years = _YEAR.findall(folded)
    year = years[0] if len(years) == 1 else None
    rest = _YEAR.sub(" ", folded) if years else folded
    quarter = _quarter_pattern().search(rest)
    if quarter:
        return _without(rest, quarter), year, f"TW{ROMAN[quarter[1]]}"
    half = _half_pattern().search(rest)
    if half:
        return _without(rest, half), year, f"SM{ROMAN[half[1]]}"
    months = list(_month_pattern().finditer(rest))
    if len(months) == 1:
        return _without(rest, months[0]), year, f"{_months()[months[0][1]]:02d}"
    return _unspaced(rest), year, None


def _without(text: str, found: re.Match[str]) -> str:
    return _unspaced(text[: found.start()] + " " + text[found.end() :])


def _unspaced(folded: str) -> str:
    """`folded` with single spaces; a heading in spaced letters as a word: "t a r g e t" -> "target"."""
    words = folded.split()
    spaced = len(words) > _LEAST_SPACED and all(len(word) == 1 for word in words)
    return ("" if spaced else " ").join(words)


def bare_quarter(headings: tuple[str, ...]) -> str | None:
    """The quarter of a lone "I" or "2" under a heading that speaks of quarters."""
    words = set(_periods()["triwulan"])
    speaks = any(words & set(fold(heading).split()) for heading in headings)
    lone = next((ROMAN[fold(heading)] for heading in reversed(headings) if fold(heading) in ROMAN), None)
    return f"TW{lone}" if speaks and lone else None


def year_of_plan(headings: tuple[str, ...]) -> str | None:
    """The "ke-3" of a lone "3" under a heading that counts the years of a plan, or for "Tahun ke-3" itself."""
    if not any(_COUNTED_YEARS.search(fold(heading)) for heading in headings):
        return None
    numbers = _YEAR_NUMBER.search(fold(headings[-1]))
    return f"ke-{numbers[1]}" if numbers else None


@cache
def _periods() -> dict[str, list[str]]:
    return dict(bundled_istilah("kata-periode").nilai)


@cache
def _months() -> dict[str, int]:
    return dict(bundled_istilah("nama-bulan").nilai)


@cache
def _quarter_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_periods()['triwulan'])})\s*(iv|iii|ii|i|[1-4])\b")


@cache
def _half_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_periods()['semester'])})\s*(ii|i|[12])\b")


@cache
def _month_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(_months(), key=len, reverse=True))
    return re.compile(rf"(?:\b(?:{'|'.join(_periods()['bulan'])})\s+)?\b({words})\b")
