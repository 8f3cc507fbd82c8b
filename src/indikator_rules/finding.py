"""What a check says: severities, statuses, findings, assessments and the report that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indikator_rules.location import Location


class Severity(StrEnum):
    """How grave a finding is, gravest first; `TANYA` points and lets a person decide, and never fails a gate."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    CATATAN = "catatan"
    TANYA = "tanya"

    @property
    def label(self) -> str:
        """The words shown to people, e.g. "Harus diperbaiki"."""
        return _LABELS[self]

    @property
    def grave(self) -> bool:
        """Whether a text with such a finding does not meet what it is judged by."""
        return self in _GRAVE

    @property
    def rank(self) -> int:
        """0 for the gravest, 3 for the mildest."""
        return _RANKS[self]


_GRAVE = frozenset({Severity.GALAT, Severity.PERINGATAN})
_LABELS = {
    Severity.GALAT: "Harus diperbaiki",
    Severity.PERINGATAN: "Sebaiknya diperbaiki",
    Severity.CATATAN: "Catatan",
    Severity.TANYA: "Perlu ditanyakan",
}
_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Status(StrEnum):
    """What became of one rule on one subject. A check that had no data is never `LOLOS`."""

    TEMUAN = "temuan"
    LOLOS = "lolos"
    TIDAK_BERLAKU = "tidak-berlaku"
    TIDAK_DAPAT_DINILAI = "tidak-dapat-dinilai"
    PERLU_MANUSIA = "perlu-manusia"
    DIKECUALIKAN = "dikecualikan"
    GAGAL = "gagal"

    __hash__ = str.__hash__  # every verdict is counted by it, and that of an enum is worked out anew each time


class Finding(NamedTuple):
    """One thing that is poor or unreadable in a text, with everything a reader needs to act on it.

    `field` is the name used in rows (sasaran, indikator, satuan, target, induk, dokumen, or another field's name);
    `path` is the path of the node or indicator in the document; `span` counts code points in `text`.
    `waiver` tells who lets it stand; `known` is one that the baseline holds already. `places` holds the place of the
    field first, then further places of the same field. `document` (what people call it: its instansi, else its title),
    `level`, `statement` and `indicator` tell a reader what the finding stands under. `title` is that of its rule.
    """

    code: str
    name: str
    severity: Severity
    field: str
    message: str
    path: str = ""
    node: str | None = None
    row: str | None = None
    rows: tuple[str, ...] = ()
    places: tuple[Location, ...] = ()
    text: str | None = None
    span: tuple[int, int] | None = None
    reason: str = ""
    suggestion: str = ""
    repair: str | None = None
    basis: str = ""
    aspect: str | None = None
    principle: str | None = None
    lke: tuple[str, ...] = ()
    fingerprint: str = ""
    waiver: Mapping[str, str] | None = None
    known: bool = False
    document: str = ""
    level: str | None = None
    statement: str | None = None
    indicator: str | None = None
    title: str = ""

    @property
    def called(self) -> str:
        """What people call the rule that speaks: its code and its title, or its name where it has none."""
        return f"{self.code} {self.title or self.name}"

    @property
    def stands(self) -> bool:
        """Whether it counts: it is neither waived nor known already."""
        return self.waiver is None and not self.known

    def fails(self, gate: Severity) -> bool:
        """Whether it counts and is as grave as `gate`; a question never is."""
        return self.stands and self.severity is not Severity.TANYA and self.severity.rank <= gate.rank

    @property
    def is_note(self) -> bool:
        """Whether it tells how a file was read, and nothing of its quality: the codes of notes begin with B."""
        return self.code.startswith("B")


@dataclass(frozen=True, slots=True)
class Assessment:
    """A verdict other than a finding or a pass that a reader must know of, and why it is so."""

    code: str
    status: Status
    because: str
    path: str = ""
    row: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """How many nodes meet a principle or criterion, of those that could be judged by it."""

    met: int
    judged: int


@dataclass(frozen=True, slots=True)
class Lack:
    """Something a draft does not hold yet: nodes at a level, or a `field` of them or of their indicators.

    `missing` are the texts of the nodes or indicators without it, `of` is how many there are with and without.
    """

    words: str
    level: str
    field: str | None = None
    missing: tuple[str, ...] = ()
    of: int = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """The stage at which a draft was checked: its number, how many there are, its name, and what the draft lacks."""

    number: int
    of: int
    name: str
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one run says about one set of documents, in a fixed order: by document, node, field and code.

    `shares` tells for each principle (by name) and LKE criterion (by number) how many nodes have no grave finding.
    `stage` is None when the documents were checked as finished ones.
    """

    findings: tuple[Finding, ...]
    assessments: tuple[Assessment, ...] = ()
    nodes: int = 0
    indicators: int = 0
    statuses: Mapping[str, Mapping[Status, int]] = field(default_factory=dict)
    shares: Mapping[str, Share] = field(default_factory=dict)
    pack: Mapping[str, str] = field(default_factory=dict)
    input_hash: str = ""
    failed: bool = False
    stage: Stage | None = None

    def counts(self) -> dict[Severity, int]:
        """Findings by severity, all four present; waived ones and those known already are not counted."""
        found = dict.fromkeys(Severity, 0)
        for finding in self.findings:
            if finding.stands:
                found[finding.severity] += 1
        return found
