"""What a column holds, told by its heading: synonyms from the word lists, periods, levels, slips of spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache

from indikator_rules.istilah import bundled_istilah
from indikator_rules.model.tingkat import Tingkat

_LONGEST_HEADING = 200
_CLOSE_ENOUGH = 0.83
_SHORTEST_FOR_SLIPS = 5
_LONGEST_FOR_SLIPS = 45
_MOST_SLIPS = 3
_LEAST_SPACED = 2
_LONGEST_OPENING = 8
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COUNTED_YEARS = re.compile(r"\bke(?:\s+\d)?$")
_YEAR_NUMBER = re.compile(r"^(?:.*\bke\s)?(\d)$")
_REMARK = re.compile(r"\([^)]*\)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

VALUES = frozenset({"target", "baseline", "realisasi", "kondisi_akhir"})
"""The roles whose cells hold measured values."""
_LEVEL_NAMES = frozenset(Tingkat)
_LEAVES = VALUES | {"anggaran", "diabaikan", "satuan", "target-teks"}
_BY_BEGINNING = VALUES | {"nama", "satuan", "anggaran", "definisi", "formula", "sumber_data", "diabaikan"}


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds.

    `role` is "pernyataan", "nama" or another field of Sasaran or Indikator, "kode-indikator", "instansi", "id",
    "anggaran", "diabaikan" (known, not read), or "" when the heading says nothing. `levels` are those it names:
    one, or several for a column that mixes them. `period` is "2026", "TW1", "SM1", "03" or "2026-TW1".
    """

    role: str
    levels: tuple[Tingkat, ...] = ()
    period: str | None = None


@dataclass(frozen=True, slots=True)
class _Heading:
    role: str = ""
    levels: tuple[Tingkat, ...] = ()
    year: str | None = None
    part: str | None = None


def fold(text: str) -> str:
    """`text` in lower case, with single spaces in place of punctuation and line ends."""
    return " ".join(re.sub(r"[\W_]+", " ", text.lower().replace("%", " persen ")).split())


def read_column(headings: tuple[str, ...]) -> Column:
    """What the column under `headings` (outermost first) holds."""
    found = [_read_heading(heading) for heading in headings]
    year = next((heading.year for heading in reversed(found) if heading.year), None)
    part = next((heading.part for heading in reversed(found) if heading.part), None) or _bare_quarter(headings)
    period = "-".join(piece for piece in (year, part) if piece) or _year_of_plan(headings)
    role, levels = _decide(found, has_period=period is not None)
    return Column(role, levels, period)


def is_heading(text: str) -> bool:
    """Whether `text` reads as a column heading by itself."""
    heading = _read_heading(text)
    return bool(heading.role or heading.year or heading.part) or fold(text) in _ROMAN


def heading_role(text: str) -> str:
    """The role of `text` when it is a known heading or opens with one ("Target Kinerja dan Anggaran …"); else ""."""
    rest, _, _ = _take_period(fold(text))
    return _names_field(text) or _with_levels(_role_of_opening(rest), None, None).role


def read_level(text: str) -> Tingkat | None:
    """The level that `text` names ("Sasaran Strategis", "Eselon III", "3"), or None."""
    folded = fold(text)
    return _level_words().get(folded) or _level_words().get(re.sub(r"\s*\d+$", "", folded))


def opening_level(text: str) -> Tingkat | None:
    """The level whose very name `text` opens with ("Program Gizi", "Sub Kegiatan …"), or None."""
    words = fold(text).split()
    openings = ("".join(words[:size]) for size in (2, 1) if len(words) > size)
    return next((Tingkat(opening) for opening in openings if opening in _LEVEL_NAMES), None)


def _names_field(text: str) -> str:
    """The role of `text` when it is, slips aside, exactly a known heading; "" otherwise."""
    rest, _, _ = _take_period(fold(text))
    role = _find_role(rest) if len(rest) <= _LONGEST_HEADING else ""
    return _with_levels(role, None, None).role or ("pernyataan" if _mixed_levels(text) else "")


def _decide(found: list[_Heading], *, has_period: bool) -> tuple[str, tuple[Tingkat, ...]]:
    named = [heading for heading in found if heading.role and heading.role != "nilai-kinerja"]
    if not named:
        return ("target" if has_period else ""), ()
    last = named[-1]
    group = next((heading.role for heading in reversed(named[:-1]) if heading.role in VALUES | {"anggaran"}), None)
    if group is not None and (last.role not in _LEAVES or last.role == "target"):
        return group, ()
    if last.role == "kode" and any(_measures(heading.role) for heading in named[:-1]):
        return "kode-indikator", ()
    if last.role == "tahun" and (has_period or len(found) > 1):
        return "target", ()
    return last.role, last.levels


def _measures(role: str) -> bool:
    return role == "nama" or role.startswith("indikator-")


@lru_cache(maxsize=4096)
def _read_heading(text: str) -> _Heading:
    folded = fold(text)
    if not folded or len(folded) > _LONGEST_HEADING:
        return _Heading()
    rest, year, part = _take_period(folded)
    role = rest and (_find_role(rest) or _find_role(folded) or _find_role(fold(_REMARK.sub(" ", text))))
    if role:
        return _with_levels(role, year, part)
    mixed = _mixed_levels(text)
    if mixed:
        return _Heading("pernyataan", mixed, year, part)
    role = _role_by_part(rest)
    return _with_levels("nama" if _measures(role) else role, year, part)


def _unspaced(folded: str) -> str:
    """`folded` with single spaces; a heading in spaced letters as a word: "t a r g e t" -> "target"."""
    words = folded.split()
    spaced = len(words) > _LEAST_SPACED and all(len(word) == 1 for word in words)
    return ("" if spaced else " ").join(words)


def _with_levels(role: str, year: str | None, part: str | None) -> _Heading:
    kind, _, level = role.partition("-")
    match kind:
        case "tingkat" if level:
            return _Heading("pernyataan", (Tingkat(level),), year, part)
        case "indikator":
            return _Heading("nama", (Tingkat(level),), year, part)
        case _:
            return _Heading("pernyataan" if role == "uraian" else role, (), year, part)


@lru_cache(maxsize=4096)
def _find_role(folded: str) -> str:
    """The role of the known heading that is `folded`, or that differs from it by a slip after the first letter."""
    roles = _roles()
    if folded in roles:
        return roles[folded]
    if not _SHORTEST_FOR_SLIPS <= len(folded) <= _LONGEST_FOR_SLIPS:
        return ""
    near = [known for known in roles if known[0] == folded[0] and abs(len(known) - len(folded)) <= _MOST_SLIPS]
    return next((roles[close] for close in get_close_matches(folded, near, n=1, cutoff=_CLOSE_ENOUGH)), "")


def _role_by_part(folded: str) -> str:
    """The role of the longest known heading that `folded` opens with, or else holds, if that has two words or more."""
    opening = _role_of_opening(folded)
    if opening:
        return opening
    within = [known for known in _roles() if " " in known and f" {known} " in f" {folded} "]
    return _roles()[max(within, key=len)] if within else ""


def _role_of_opening(folded: str) -> str:
    words = folded.split()
    for size in range(min(len(words), _LONGEST_OPENING), 0, -1):
        role = _roles().get(" ".join(words[:size]), "")
        if role and (role in _BY_BEGINNING or _measures(role) or size > 1):
            return role
    return ""


def _mixed_levels(text: str) -> tuple[Tingkat, ...]:
    """The levels of a heading that names several ("Tujuan/ Sasaran Strategis/ Program"); empty for other headings."""
    pieces = [fold(piece) for piece in re.split(r"[/,\n&]|\bdan\b|\batau\b", text, flags=re.IGNORECASE)]
    roles = [_find_role(piece) for piece in pieces if piece]
    stated = [role for role in roles if role.startswith("tingkat-") or role in {"pernyataan", "uraian"}]
    if len(stated) < len(roles) or len(stated) < 2:
        return ()
    levels = {Tingkat(role.removeprefix("tingkat-")) for role in stated if role.startswith("tingkat-")}
    if "pernyataan" in stated:
        levels.add(Tingkat.STRATEGIS)
    return tuple(sorted(levels, key=lambda level: level.depth))


def _take_period(folded: str) -> tuple[str, str | None, str | None]:
    """`folded` without its period, the year, and the quarter, half or month ("TW2", "SM1", "03")."""
    years = _YEAR.findall(folded)
    year = years[0] if len(years) == 1 else None
    rest = _YEAR.sub(" ", folded) if years else folded
    quarter = _quarter_pattern().search(rest)
    if quarter:
        return _without(rest, quarter), year, f"TW{_ROMAN[quarter[1]]}"
    half = _half_pattern().search(rest)
    if half:
        return _without(rest, half), year, f"SM{_ROMAN[half[1]]}"
    months = list(_month_pattern().finditer(rest))
    if len(months) == 1:
        return _without(rest, months[0]), year, f"{_months()[months[0][1]]:02d}"
    return _unspaced(rest), year, None


def _without(text: str, found: re.Match[str]) -> str:
    return _unspaced(text[: found.start()] + " " + text[found.end() :])


def _bare_quarter(headings: tuple[str, ...]) -> str | None:
    """The quarter of a lone "I" or "2" under a heading that speaks of quarters."""
    words = set(_periods()["triwulan"])
    speaks = any(words & set(fold(heading).split()) for heading in headings)
    lone = next((_ROMAN[fold(heading)] for heading in reversed(headings) if fold(heading) in _ROMAN), None)
    return f"TW{lone}" if speaks and lone else None


def _year_of_plan(headings: tuple[str, ...]) -> str | None:
    """The "ke-3" of a lone "3" under a heading that counts the years of a plan, or for "Tahun ke-3" itself."""
    if not any(_COUNTED_YEARS.search(fold(heading)) for heading in headings):
        return None
    numbers = _YEAR_NUMBER.search(fold(headings[-1]))
    return f"ke-{numbers[1]}" if numbers else None


@cache
def _roles() -> dict[str, str]:
    lists = bundled_istilah("judul-kolom").nilai
    return {fold(str(heading)): role for role, headings in lists.items() for heading in headings}


@cache
def _level_words() -> dict[str, Tingkat]:
    lists = bundled_istilah("kata-tingkat").nilai
    return {fold(str(word)): Tingkat(level) for level, words in lists.items() for word in words}


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
