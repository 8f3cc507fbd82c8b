"""Findings by their cause, the repair that clears most nodes first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from indikator_rules.finding import Finding, Severity

Node = tuple[str, str, str]
"""What tells a node apart from all others: its document, its file, and its path."""
_NODES = re.compile(r"(?:\.?(?:simpul|anak)\[\d+\])*")


class Cause(NamedTuple):
    """All findings of one rule. `nodes` are those it speaks of.

    `cleared` of them have no other finding once this cause, and those before it, are repaired.
    """

    code: str
    title: str
    severity: Severity
    findings: tuple[Finding, ...]
    nodes: int
    cleared: int


def node_of(finding: Finding) -> Node | None:
    """The node that a finding is about; None when it is about a document as a whole."""
    found = _NODES.match(finding.path)
    path = found[0] if found else ""
    file = finding.places[0].file if finding.places else ""
    return (finding.document, file, path) if path else None


def causes(findings: Iterable[Finding], titles: Mapping[str, str]) -> list[Cause]:
    """The causes of `findings`, in the order in which repairs clear most nodes; `titles` says what rules are called.

    Of causes that clear as many, the one that speaks of more nodes goes first, then the graver one.
    """
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    nodes = {code: {node for one in found if (node := node_of(one))} for code, found in by_code.items()}
    gravest = {code: min((one.severity for one in found), key=lambda s: s.rank) for code, found in by_code.items()}
    ordered: list[Cause] = []
    while len(ordered) < len(by_code):
        done = {cause.code for cause in ordered}
        cleared = {code: len(_cleared_by(code, nodes, done)) for code in by_code if code not in done}
        code = min(cleared, key=lambda c: (-cleared[c], -len(nodes[c]), gravest[c].rank, c))
        found = tuple(by_code[code])
        title = titles.get(code) or found[0].name
        ordered.append(Cause(code, title, gravest[code], found, len(nodes[code]), cleared[code]))
    return ordered


def _cleared_by(code: str, nodes: Mapping[str, set[Node]], done: set[str]) -> set[Node]:
    """The nodes that only this cause, of those that are not repaired yet, keeps from being clear."""
    others = (of_other for other, of_other in nodes.items() if other != code and other not in done)
    return nodes[code].difference(*others)
