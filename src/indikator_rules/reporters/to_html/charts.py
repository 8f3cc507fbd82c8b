"""Findings counted by what they are about, as bars with their numbers beside them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indikator_rules.finding import Severity
from indikator_rules.model.angka import write_angka
from indikator_rules.reporters.to_html.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Counts = Mapping[str, Counter[Severity]]

LABEL, LENGTH, NUMBERS = 230, 250, 160
"""Widths in pixels: of the names, of the longest bar, of the numbers at the end."""
ROW = 24
MOST_BARS = 15
_SIZE = 12


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a bar that stands for the findings of one severity."""

    severity: Severity
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart; `numbers` holds how many findings there are of each severity, gravest first."""

    name: str
    label: str
    numbers: tuple[tuple[Severity, int], ...]
    segments: tuple[Segment, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars below each other, longest first, then gravest, and in words what was left out."""

    title: str
    bars: tuple[Bar, ...]
    more: str


def chart_of(title: str, counted: Iterable[tuple[str, Severity]]) -> Chart | None:
    """The chart of how often each name comes with each severity; None where there is nothing to compare."""
    counts: dict[str, Counter[Severity]] = {}
    for name, severity in counted:
        counts.setdefault(name, Counter())[severity] += 1
    if len(counts) < 2:
        return None
    ordered = sorted(counts, key=lambda name: (-counts[name].total(), min(one.rank for one in counts[name]), name))
    shown, hidden = ordered[:MOST_BARS], ordered[MOST_BARS:]
    scale = LENGTH / counts[ordered[0]].total()
    rest = sum(counts[name].total() for name in hidden)
    more = f"… dan {write_angka(len(hidden))} lainnya, dengan {write_angka(rest)} temuan." if hidden else ""
    return Chart(title, tuple(_bar(name, name, counts[name], scale) for name in shown), more)


def before_and_after(title: str, before: Counts, after: Counts) -> Chart | None:
    """The chart of how often each name came before and how often it comes now; None where it never did."""
    ordered = sorted({*before, *after}, key=lambda name: (-_total(before, name), -_total(after, name), name))
    if not ordered:
        return None
    shown, hidden = ordered[:MOST_BARS], ordered[MOST_BARS:]
    scale = LENGTH / max(_total(drafts, name) for drafts in (before, after) for name in ordered)
    bars = (
        _bar(f"{name}, {when}", label, drafts.get(name, Counter()), scale)
        for name in shown
        for label, when, drafts in ((name, "sebelum", before), ("sesudah", "sesudah", after))
    )
    more = f"… dan {write_angka(len(hidden))} lainnya." if hidden else ""
    return Chart(title, tuple(bars), more)


def _total(counts: Counts, name: str) -> int:
    return counts[name].total() if name in counts else 0


def _bar(name: str, label: str, counted: Counter[Severity], scale: float) -> Bar:
    numbers = tuple((severity, counted[severity]) for severity in Severity if counted[severity])
    (shown,) = wrapped(label, LABEL - 10, _SIZE, 1)
    return Bar(name, shown, numbers, tuple(_segments(numbers, scale)), counted.total())


def _segments(numbers: Sequence[tuple[Severity, int]], scale: float) -> Iterator[Segment]:
    """The parts of a bar; one without findings is a bar of no width."""
    if not numbers:
        yield Segment(Severity.CATATAN, float(LABEL), 0.0)
    x = float(LABEL)
    for severity, count in numbers:
        yield Segment(severity, round(x, 1), round(count * scale, 1))
        x += count * scale
