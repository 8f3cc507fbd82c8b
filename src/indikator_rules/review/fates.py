"""What became of findings from one draft to the next: which are gone, which stay, which are new."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from indikator_rules.changes import Fate, FindingChange
from indikator_rules.model.pohon import normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from indikator_rules.finding import Finding
    from indikator_rules.model.pohon import PohonDokumen
    from indikator_rules.review.matching import Links, Matching


_Subject = tuple[Literal["dokumen", "simpul", "indikator"], int]
"""What a finding is about: a kind of thing and its number in the draft."""


@dataclass(frozen=True, slots=True)
class _About:
    """A finding, and what it is about."""

    finding: Finding
    subject: _Subject

    @property
    def text(self) -> str:
        """The text that the finding is about, for comparing."""
        finding = self.finding
        return normalised((finding.indicator if self.subject[0] == "indikator" else finding.statement) or "")

    @property
    def rest(self) -> tuple[str, str]:
        """The field, and the period of a target."""
        return self.finding.field, self.finding.path.rpartition("[")[2] if ".target" in self.finding.path else ""


def finding_changes(matching: Matching, old: Sequence[Finding], new: Sequence[Finding]) -> Iterator[FindingChange]:
    """New findings in order, each with the old one it was; then the old ones that are gone.

    A finding is old when its rule spoke before of the same node or indicator, of the whole that it is a part of, or of
    an equal text elsewhere; a rule that speaks of one of two alike may pick the other now.
    """
    before, after = _about(old, matching.old), _about(new, matching.new)
    was = _earlier(before, after, matching)
    for at, about in enumerate(after):
        origin = was[at] if at in was else _whole(about, before, matching)
        if origin is None:
            yield FindingChange(Fate.BARU, about.finding)
        else:
            yield FindingChange(Fate.TETAP, about.finding, before[origin].finding)
    for at, about in enumerate(before):
        if at not in was.values() and not any(_is_merged(about, one, matching) for one in after):
            yield FindingChange(Fate.SELESAI, about.finding)


def _about(findings: Iterable[Finding], pohon: PohonDokumen) -> list[_About]:
    subjects: dict[str, _Subject] = {node.path: ("simpul", number) for number, node in enumerate(pohon.simpul)}
    subjects |= {item.path: ("indikator", number) for number, item in enumerate(pohon.indikator)}
    return [_About(finding, _subject(finding.path, subjects)) for finding in findings]


def _subject(path: str, subjects: Mapping[str, _Subject]) -> _Subject:
    while path and path not in subjects:
        path = path[: max(path.rfind("."), 0)]
    return subjects.get(path, ("dokumen", 0))


def _earlier(before: Sequence[_About], after: Sequence[_About], matching: Matching) -> dict[int, int]:
    """The number of the old finding that each new one was; each old one at most once, the surest first."""
    was: dict[int, int] = {}
    free: dict[str, list[int]] = defaultdict(list)
    for number, about in enumerate(before):
        free[about.finding.code].append(number)
    sure: tuple[Callable[[_About, _About], bool], ...] = (
        lambda one, other: one.rest == other.rest and _is_paired(one, other, matching),
        lambda one, other: _is_paired(one, other, matching),
        lambda one, other: _is_split(one, other, matching) or _is_merged(one, other, matching),
        lambda one, other: one.finding.fingerprint == other.finding.fingerprint,
        _alike,
    )
    for is_same in sure:
        for at, about in enumerate(after):
            candidates = [] if at in was else free[about.finding.code]
            found = next((number for number in candidates if is_same(before[number], about)), None)
            if found is not None:
                was[at] = found
                candidates.remove(found)
    return was


def _whole(part: _About, before: Sequence[_About], matching: Matching) -> int | None:
    """The number of the old finding about the whole that the text of `part` was split off from."""
    return next((number for number, one in enumerate(before) if _is_split(one, part, matching)), None)


def _is_paired(one: _About, other: _About, matching: Matching) -> bool:
    kind, number = one.subject
    if kind != other.subject[0]:
        return False
    return kind == "dokumen" or _links(kind, matching).pairs.get(number) == other.subject[1]


def _is_split(one: _About, other: _About, matching: Matching) -> bool:
    """Whether the rule spoke of the whole that the text of `other` is a part of."""
    kind, number = other.subject
    same_kind = one.finding.code == other.finding.code and one.subject[0] == kind != "dokumen"
    return same_kind and _links(kind, matching).split.get(number) == one.subject[1]


def _is_merged(one: _About, other: _About, matching: Matching) -> bool:
    """Whether the rule speaks now of what took in the text of `one`."""
    kind, number = one.subject
    same_kind = one.finding.code == other.finding.code and other.subject[0] == kind != "dokumen"
    return same_kind and _links(kind, matching).merged.get(number) == other.subject[1]


def _links(kind: str, matching: Matching) -> Links:
    return matching.nodes if kind == "simpul" else matching.indicators


def _alike(one: _About, other: _About) -> bool:
    """Whether both are about equal texts, or each was found in what the rule says of the other."""
    if one.text and one.text == other.text:
        return True
    return _names(one.finding, other.text) and _names(other.finding, one.text)


def _names(finding: Finding, text: str) -> bool:
    return bool(text) and text in normalised(finding.message)
