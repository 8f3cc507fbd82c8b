"""What is different between two drafts, or two periods: the values that a comparison is made of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indikator_rules.finding import Finding, Share
    from indikator_rules.principles import Turn, Yardstick


class Fate(StrEnum):
    """What became of a finding."""

    BARU = "baru"
    TETAP = "tetap"
    SELESAI = "selesai"


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding as it stands in the new draft, or stood in the old one if it is gone; `earlier`: as it was before."""

    fate: Fate
    finding: Finding
    earlier: Finding | None = None


class Link(StrEnum):
    """How a thing of one draft and one of the other belong together."""

    SAMA = "sama"
    DIPECAH = "dipecah"
    DIGABUNG = "digabung"
    DITAMBAH = "ditambah"
    DIHAPUS = "dihapus"


@dataclass(frozen=True, slots=True)
class Part:
    """A node or an indicator as a reader knows it; `parent` is the text above it."""

    path: str
    text: str
    level: str | None
    parent: str


@dataclass(frozen=True, slots=True)
class Value:
    """A field of an indicator that reads otherwise now; None where it was or is not written."""

    field: str
    period: str | None
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a node or an indicator: of parts of a whole, one change for each part."""

    link: Link
    old: Part | None
    new: Part | None
    moved: bool = False
    reworded: bool = False
    values: tuple[Value, ...] = ()

    @property
    def any(self) -> bool:
        """Whether something is not as it was."""
        return self.link is not Link.SAMA or self.moved or self.reworded or bool(self.values)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One turn for the better: the shares of nodes that show it, before and after."""

    turn: Turn
    shares: tuple[tuple[Yardstick, Share | None, Share | None], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that is different between two drafts, in the order of the new one; what is gone comes last."""

    nodes: tuple[Change, ...]
    indicators: tuple[Change, ...]
    findings: tuple[FindingChange, ...]
    evidence: tuple[Evidence, ...]

    def counts(self) -> dict[Fate, int]:
        """How many findings are new, stay, and are gone."""
        counted = Counter(change.fate for change in self.findings)
        return {fate: counted[fate] for fate in Fate}
