"""What one heading says: its field, the levels and the period it names, slips of spelling aside."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache, lru_cache

from indikator_rules.importers.periods import ROMAN, take_period
from indikator_rules.importers.words import fold
from indikator_rules.istilah import bundled_istilah
from indikator_rules.model.tingkat import Tingkat

_LONGEST_HEADING = 200
_CLOSE_ENOUGH = 0.83
_SHORTEST_FOR_SLIPS = 5
_LONGEST_FOR_SLIPS = 45
_MOST_SLIPS = 3
_LONGEST_OPENING = 8
_REMARK = re.compile(r"\([^)]*\)")
_LEVEL_NAMES = frozenset(Tingkat)
_BY_OPENING = frozenset(
    {"nama", "satuan", "target", "baseline", "realisasi", "kondisi_akhir", "anggaran"}
    | {"definisi", "formula", "sumber_data", "diabaikan"}
)

"""The roles whose one-word headings may go on ("Target Kinerja dan Anggaran …")."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What one heading says: see `columns.Column`; `year` and `part` make up its period.

    `words` is the known heading that it is, holds, or spells with a slip.
    """

    role: str = ""
    levels: tuple[Tingkat, ...] = ()
    year: str | None = None
    part: str | None = None
    mixes: bool = False
    words: str = ""


@lru_cache(maxsize=4096)
def read_heading(text: str) -> Heading:
    """What `text` says as a heading; an empty Heading when it says nothing."""
    folded = fold(text)
    if not folded or len(folded) > _LONGEST_HEADING:
        return Heading()
    rest, year, part = take_period(folded)
    known = rest and (_find_known(rest) or _find_known(folded) or _find_known(fold(_REMARK.sub(" ", text))))
    if known:
        return replace(_with_levels(_roles()[known], year, part), words=known)
    mixed = _mixed_levels(text)
    if mixed:
        return Heading("pernyataan", mixed, year, part, mixes=True, words=rest)
    known = _known_part(rest)
    role = _roles().get(known, "")
    return replace(_with_levels("nama" if _measures_level(role) else role, year, part), words=known)


def is_heading(text: str) -> bool:
    """Whether `text` reads as a column heading by itself."""
    heading = read_heading(text)
    return bool(heading.role or heading.year or heading.part) or fold(text) in ROMAN


def heading_role(text: str) -> str:
    """The role of `text` when it is a known heading or opens with one ("Target Kinerja dan Anggaran …"); else ""."""
    rest, _, _ = take_period(fold(text))
    return exact_role(text) or _with_levels(_roles().get(_known_opening(rest), ""), None, None).role


def read_level(text: str) -> Tingkat | None:
    """The level that `text` names ("Sasaran Strategis", "Eselon III", "3"), or None."""
    folded = fold(text)
    return _level_words().get(folded) or _level_words().get(re.sub(r"\s*\d+$", "", folded))


def opening_level(text: str) -> Tingkat | None:
    """The level whose very name `text` opens with ("Program Gizi", "Sub Kegiatan …"), or None."""
    words = fold(text).split()
    openings = ("".join(words[:size]) for size in (2, 1) if len(words) > size)
    return next((Tingkat(opening) for opening in openings if opening in _LEVEL_NAMES), None)


def is_listed(text: str) -> bool:
    """Whether `text`, its period aside, is a known heading letter for letter."""
    return take_period(fold(text))[0] in _roles()


def exact_role(text: str) -> str:
    """The role of `text` when it is, slips aside, exactly a known heading; "" otherwise."""
    rest, _, _ = take_period(fold(text))
    role = _find_role(rest) if len(rest) <= _LONGEST_HEADING else ""
    return _with_levels(role, None, None).role or ("pernyataan" if _mixed_levels(text) else "")


def _with_levels(role: str, year: str | None, part: str | None) -> Heading:
    kind, _, level = role.partition("-")
    match kind:
        case "tingkat" if level:
            return Heading("pernyataan", (Tingkat(level),), year, part)
        case "indikator":
            return Heading("nama", (Tingkat(level),), year, part)
        case _:
            return Heading("pernyataan" if role == "uraian" else role, (), year, part)


@lru_cache(maxsize=4096)
def _find_known(folded: str) -> str:
    """The known heading that is `folded`, or that differs from it by a slip after the first letter; else ""."""
    roles = _roles()
    if folded in roles:
        return folded
    if not _SHORTEST_FOR_SLIPS <= len(folded) <= _LONGEST_FOR_SLIPS:
        return ""
    near = [known for known in roles if known[0] == folded[0] and abs(len(known) - len(folded)) <= _MOST_SLIPS]
    return next(iter(get_close_matches(folded, near, n=1, cutoff=_CLOSE_ENOUGH)), "")


def _find_role(folded: str) -> str:
    return _roles().get(_find_known(folded), "")


def _known_part(folded: str) -> str:
    """The longest known heading that `folded` opens with, or else holds, if that has two words or more."""
    opening = _known_opening(folded)
    if opening:
        return opening
    within = [known for known in _roles() if " " in known and f" {known} " in f" {folded} "]
    return max(within, key=len, default="")


def _known_opening(folded: str) -> str:
    words = folded.split()
    for size in range(min(len(words), _LONGEST_OPENING), 0, -1):
        known = " ".join(words[:size])
        role = _roles().get(known, "")
        if role and (role in _BY_OPENING or _measures_level(role) or size > 1):
            return known
    return ""


def _mixed_levels(text: str) -> tuple[Tingkat, ...]:
    """The levels of a heading that names several ("Tujuan/ Sasaran Strategis/ Program"); empty for other headings.

    A line end parts two names, unless it stands within one.
    """
    return _levels_named(" ".join(text.split())) or _levels_named(text)


def _levels_named(text: str) -> tuple[Tingkat, ...]:
    pieces = [fold(piece) for piece in re.split(r"[/,\n&]|\bdan\b|\batau\b", text, flags=re.IGNORECASE)]
    roles = [_find_role(piece) for piece in pieces if piece]
    stated = [role for role in roles if role.startswith("tingkat-") or role in {"pernyataan", "uraian"}]
    if len(stated) < len(roles) or len(stated) < 2:
        return ()
    levels = {Tingkat(role.removeprefix("tingkat-")) for role in stated if role.startswith("tingkat-")}
    if "pernyataan" in stated:
        levels.add(Tingkat.STRATEGIS)
    return tuple(sorted(levels, key=lambda level: level.depth))


def _measures_level(role: str) -> bool:
    return role == "nama" or role.startswith("indikator-")


@cache
def _roles() -> dict[str, str]:
    lists = bundled_istilah("judul-kolom").nilai
    return {fold(str(heading)): role for role, headings in lists.items() for heading in headings}


@cache
def _level_words() -> dict[str, Tingkat]:
    lists = bundled_istilah("kata-tingkat").nilai
    return {fold(str(word)): Tingkat(level) for level, words in lists.items() for word in words}
