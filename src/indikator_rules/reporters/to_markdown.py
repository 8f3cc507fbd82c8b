"""A report as Markdown, for a comment on a change or a page of notes."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from indikator_rules.finding import Severity, Status
from indikator_rules.model.angka import write_angka
from indikator_rules.obstacles import reason_of
from indikator_rules.reporters.neutral import in_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indikator_rules.finding import Finding, Report

MOST_FINDINGS = 200
MOST_PLACES = 3
_MARKS = {Severity.GALAT: "🟥", Severity.PERINGATAN: "🟧", Severity.CATATAN: "🟦", Severity.TANYA: "🟪"}
_NOT_MADE = {
    Status.TIDAK_DAPAT_DINILAI: "Tidak dapat dinilai",
    Status.PERLU_MANUSIA: "Perlu dinilai oleh manusia",
    Status.GAGAL: "Aturan yang gagal dijalankan",
}


def to_markdown(report: Report) -> str:
    """The report as one page: totals, the first findings by document and statement, waived and known ones, checks not
    made.
    """
    standing = [finding for finding in report.findings if finding.stands]
    known = [finding for finding in report.findings if finding.known]
    waived = [finding for finding in report.findings if finding.waiver is not None]
    parts = (
        _totals(report, len(waived), len(known)),
        _findings(standing),
        _waived(waived),
        _known(known),
        _not_made(report),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _totals(report: Report, waived: int, known: int) -> Iterator[str]:
    yield "# Hasil pemeriksaan"
    yield ""
    yield f"{write_angka(report.nodes)} sasaran dan {write_angka(report.indicators)} indikator diperiksa."
    yield ""
    yield "| Keparahan | Temuan |"
    yield "| --- | ---: |"
    for severity, count in report.counts().items():
        yield f"| {_MARKS[severity]} {severity.label} | {write_angka(count)} |"
    yield f"| Dikecualikan | {write_angka(waived)} |"
    if known:
        yield f"| Sudah ada di garis dasar | {write_angka(known)} |"


def _findings(findings: list[Finding]) -> Iterator[str]:
    for document, of_document in groupby(findings[:MOST_FINDINGS], key=lambda finding: finding.document):
        yield ""
        yield f"## {in_markdown(document) or 'Dokumen'}"
        for about, together in groupby(of_document, key=_about):
            yield ""
            yield f"### {about}"
            yield ""
            for finding in together:
                yield from _finding(finding)
    if len(findings) > MOST_FINDINGS:
        yield ""
        yield f"… dan {write_angka(len(findings) - MOST_FINDINGS)} temuan lain."


def _about(finding: Finding) -> str:
    """The statement and the indicator that a finding stands under."""
    texts = [f"“{in_markdown(text)}”" for text in (finding.statement, finding.indicator) if text]
    return " → ".join(texts) or "Dokumen secara keseluruhan"


def _finding(finding: Finding) -> Iterator[str]:
    mark = f"{_MARKS[finding.severity]} **{finding.severity.label}**"
    yield f"- {mark} · {in_markdown(finding.code)} {in_markdown(finding.name)}: {in_markdown(finding.message)}"
    for label, words in (("Saran", finding.suggestion), ("Usulan", finding.repair), ("Letak", _where(finding))):
        if words:
            yield f"  - {label}: {in_markdown(words)}"


def _where(finding: Finding) -> str:
    named = [f"{place.file}, {place}" if str(place) else place.file for place in finding.places]
    more = len(named) - MOST_PLACES
    return " · ".join(named[:MOST_PLACES]) + (f" · dan {write_angka(more)} tempat lain" if more > 0 else "")


def _waived(findings: list[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield ""
    yield f"## Dikecualikan ({write_angka(len(findings))})"
    yield ""
    for finding in findings[:MOST_FINDINGS]:
        yield f"- {_kind(finding)}: {in_markdown(finding.message)} {_waiver(finding)}"
    if len(findings) > MOST_FINDINGS:
        yield f"- … dan {write_angka(len(findings) - MOST_FINDINGS)} lainnya."


def _known(findings: list[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield ""
    yield f"## Sudah ada di garis dasar ({write_angka(len(findings))})"
    yield ""
    yield from (f"- {_kind(finding)}: {in_markdown(finding.message)}" for finding in findings[:MOST_FINDINGS])
    if len(findings) > MOST_FINDINGS:
        yield f"- … dan {write_angka(len(findings) - MOST_FINDINGS)} lainnya."


def _kind(finding: Finding) -> str:
    return f"{in_markdown(finding.code)} {in_markdown(finding.name)}, {finding.severity.label.lower()}"


def _waiver(finding: Finding) -> str:
    waiver = finding.waiver or {}
    by = f"{waiver.get('pejabat', '?')}, sampai {waiver.get('berlaku_sampai', '?')}"
    return f"Alasan: {in_markdown(waiver.get('alasan', ''))} ({in_markdown(by)})"


def _not_made(report: Report) -> Iterator[str]:
    """What was not judged, by reason."""
    for status, title in _NOT_MADE.items():
        reasons = Counter((a.code, reason_of(a)) for a in report.assessments if a.status is status)
        yield from _listed(title, reasons)


def _listed(title: str, reasons: Counter[tuple[str, str]]) -> Iterator[str]:
    if not reasons:
        return
    yield ""
    yield f"## {title} ({write_angka(reasons.total())})"
    yield ""
    shown = list(reasons)[:MOST_FINDINGS]
    yield from (f"- {in_markdown(code)}: {in_markdown(reason)}" for code, reason in shown)
    if len(reasons) > len(shown):
        yield f"- … dan {write_angka(len(reasons) - len(shown))} lainnya."
