"""What the box of a node says, in lines that fit it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indikator_rules.finding import Severity
from indikator_rules.model.angka import write_angka
from indikator_rules.reporters.levels import LEVELS
from indikator_rules.reporters.neutral import one_line
from indikator_rules.reporters.to_html.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indikator_rules.finding import Finding
    from indikator_rules.model.pohon import PohonSasaran

WIDTH = 208
EDGE = 12
"""From the left side of a box to its text."""
SIZE, SMALL = 12, 10
"""Of the letters of the statement, and of all others."""
LEADING, SMALL_LEADING = 15, 13
HEAD = 24
_FOOT = 7
_MOST_LINES = 6
_ROOM = WIDTH - EDGE - 6


@dataclass(frozen=True, slots=True)
class Card:
    """The lines of a box, its marks (how many findings of each severity, gravest first), and its height in pixels."""

    heading: str
    statement: tuple[str, ...]
    foot: tuple[str, ...]
    marks: tuple[tuple[Severity, int], ...]
    told: str
    height: int


def card_of(node: PohonSasaran, findings: Iterable[Finding]) -> Card:
    """The box of `node`, which these findings are about."""
    counted = Counter(finding.severity for finding in findings if finding.stands)
    marks = tuple((severity, counted[severity]) for severity in Severity if counted[severity])
    text = one_line(node.sasaran.pernyataan or "")
    statement = wrapped(text or "(tanpa rumusan)", _ROOM, SIZE, _MOST_LINES)
    foot = tuple(line for words in _foot(node) for line in wrapped(words, _ROOM, SMALL, 2))
    height = HEAD + LEADING * len(statement) + SMALL_LEADING * len(foot) + _FOOT
    return Card(heading_of(node), statement, foot, marks, f"{text}: {said(marks)}", height)


def heading_of(node: PohonSasaran) -> str:
    """What people call a statement of the node's level."""
    return "Sasaran" if node.tingkat is None else LEVELS[node.tingkat]


def said(marks: Iterable[tuple[Severity, int]]) -> str:
    """The marks in words: "2 harus diperbaiki, 1 catatan"."""
    words = ", ".join(f"{write_angka(count)} {severity.label.lower()}" for severity, count in marks)
    return words or "tidak ada temuan"


def _foot(node: PohonSasaran) -> Iterable[str]:
    if node.konteks:
        yield "Hanya disebut sebagai induk; tidak dinilai."
        return
    parts = [node.sasaran.kode, node.sasaran.unit or node.sasaran.jabatan]
    if node.indikator:
        parts.append(f"{write_angka(len(node.indikator))}\xa0indikator")
    yield " · ".join(one_line(part) for part in parts if part)
    if others := node.induk[1:]:
        yield "Juga mendukung " + ", ".join(_name(parent) for parent in others)


def _name(node: PohonSasaran) -> str:
    return one_line(node.sasaran.kode or node.sasaran.id or f"“{node.sasaran.pernyataan}”")
