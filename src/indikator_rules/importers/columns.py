"""What a column holds, told by all the headings above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from indikator_rules.importers.headings import Heading, is_listed, read_heading, read_level
from indikator_rules.importers.periods import bare_quarter, year_of_plan

if TYPE_CHECKING:
    from indikator_rules.model.tingkat import Tingkat

VALUES = frozenset({"target", "baseline", "realisasi", "kondisi_akhir"})
"""The roles whose cells hold measured values."""
_GROUPS = VALUES | {"anggaran"}
_STAND_ALONE = (_GROUPS - {"target"}) | {"diabaikan", "satuan", "target-teks"}
"""The roles of sub-headings that mean the same under any group heading."""
_MADE_OF = {"kode-indikator": ("kode",), "target": ("tahun", "nilai-kinerja"), "nama": ("pernyataan",)}
"""The further roles of single headings that, under a group heading or with a period, make up a role."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds.

    `role` is "pernyataan", "nama" or another field of Sasaran or Indikator, "kode-indikator", "instansi", "id",
    "anggaran", "diabaikan" (known, not read), or "" when the heading says nothing. `levels` are those it names:
    one, or several for a column that mixes them. `period` is "2026", "TW1", "SM1", "03" or "2026-TW1".
    `mixes` marks a column whose heading names several kinds of lines, such as "Urusan/Program". `heading` is the
    heading that told this, `words` the known heading that it is, holds or misspells; "" where only a period is told.
    `told` marks what a column map says.
    """

    role: str
    levels: tuple[Tingkat, ...] = ()
    period: str | None = None
    mixes: bool = False
    heading: str = ""
    words: str = ""
    told: bool = False


def read_column(headings: tuple[str, ...]) -> Column:
    """What the column under `headings` (outermost first) holds."""
    texts = _whole(headings)
    found = [*map(read_group, texts[:-1]), *map(read_heading, texts[-1:])]
    year = next((heading.year for heading in reversed(found) if heading.year), None)
    part = next((heading.part for heading in reversed(found) if heading.part), None) or bare_quarter(headings)
    period = "-".join(piece for piece in (year, part) if piece) or year_of_plan(headings)
    role, levels = _decide([heading for heading in found if heading.role and heading.role != "nilai-kinerja"])
    if (period and role in {"", "tahun"}) or (role == "tahun" and len(headings) > 1):
        role = "target"
    said = [(text, heading.words) for text, heading in zip(texts, found, strict=True) if heading.role in _told(role)]
    heading, words = said[-1] if said else (texts[-1] if texts else "", "")
    return Column(role, levels, period, any(heading.mixes for heading in found), " ".join(heading.split()), words)


def read_group(text: str) -> Heading:
    """What `text` says over other headings: there words that elsewhere stand in cells name levels: "Eselon III"."""
    heading = read_heading(text)
    level = None if heading != Heading() else read_level(text)
    return heading if level is None or text.isdigit() else Heading("pernyataan", (level,), words=text)


def _told(role: str) -> frozenset[str]:
    """The roles of single headings by which a column can come to hold `role`."""
    return frozenset({role, *_MADE_OF.get(role, ())})


def _whole(headings: tuple[str, ...]) -> tuple[str, ...]:
    """`headings`, joined where a line break in the file has cut one heading in two: "Sasaran" over "Strategis"."""
    joined = " ".join(headings)
    return (joined,) if is_listed(joined) and not is_listed(headings[-1]) else headings


def _decide(found: list[Heading]) -> tuple[str, tuple[Tingkat, ...]]:
    """Role and levels: those of the innermost heading, unless a group above it settles what it means."""
    if not found:
        return "", ()
    *above, last = found
    values = next((group.role for group in reversed(above) if group.role in _GROUPS), None)
    if values is not None and last.role not in _STAND_ALONE:
        return values, ()
    group = above[-1] if above else Heading()
    match group.role, last.role:
        case "nama", "kode":
            return "kode-indikator", ()
        case "nama", "pernyataan" if not last.levels:
            return "nama", group.levels
        case "pernyataan", "pernyataan" | "nama":
            return last.role, last.levels or group.levels
        case _:
            return last.role, last.levels
