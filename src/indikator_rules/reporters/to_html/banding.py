"""A comparison of two drafts as one HTML page: charts of before and after, then what changed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from markupsafe import Markup

from indikator_rules.changes import Fate
from indikator_rules.reporters.marks import colour_lines
from indikator_rules.reporters.to_banding import MOST_SHOWN, TURNS, counted, parts
from indikator_rules.reporters.to_html import environment, page_style, policy
from indikator_rules.reporters.to_html.charts import before_and_after
from indikator_rules.reporters.to_json import tool_version

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indikator_rules.changes import Comparison
    from indikator_rules.finding import Finding, Severity


def to_banding_html(comparison: Comparison, old: str, new: str) -> str:
    """The page on the drafts called `old` and `new`. It asks no network for anything."""
    style = page_style()
    before = [change.earlier or change.finding for change in comparison.findings if change.fate is not Fate.BARU]
    after = [change.finding for change in comparison.findings if change.fate is not Fate.SELESAI]
    drawn = (
        before_and_after("Temuan menurut keparahan", _by_severity(before), _by_severity(after)),
        before_and_after("Temuan menurut kriteria", _by_rule(before), _by_rule(after)),
    )
    return environment().get_template("banding.html").render(
        version=tool_version(),
        style=Markup(style),  # noqa: S704 - our own file
        policy=policy(style),
        old=old,
        new=new,
        counted=counted(comparison),
        charts=[one for one in drawn if one is not None],
        parts=list(parts(comparison)),
        turns=TURNS,
        meanings=[*colour_lines()],
        most_shown=MOST_SHOWN,
    )  # fmt: skip


def _by_severity(findings: Iterable[Finding]) -> dict[str, Counter[Severity]]:
    return _by((finding.severity.label, finding.severity) for finding in findings)


def _by_rule(findings: Iterable[Finding]) -> dict[str, Counter[Severity]]:
    return _by((f"{finding.code} {finding.name}", finding.severity) for finding in findings)


def _by(named: Iterable[tuple[str, Severity]]) -> dict[str, Counter[Severity]]:
    counts: dict[str, Counter[Severity]] = {}
    for name, severity in named:
        counts.setdefault(name, Counter())[severity] += 1
    return counts
