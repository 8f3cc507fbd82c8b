"""A report as JUnit XML, which build servers show as tests: one case a finding, in one suite a document."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from lxml import etree

from indikator_rules.finding import Severity, Status
from indikator_rules.obstacles import reason_of
from indikator_rules.reporters.neutral import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indikator_rules.finding import Assessment, Finding, Report

_UNJUDGED = "Tidak dinilai"
_PASSED = "Aturan tanpa temuan"


def to_junit(report: Report, gate: Severity = Severity.GALAT) -> str:
    """The report as XML: what is as grave as `gate` fails; what is milder, waived, known or not judged is skipped.

    A rule that judged something and found nothing passes; one that had no data never does.
    """
    root = etree.Element("testsuites", name="indikator-rules")
    for document, findings in groupby(report.findings, key=lambda finding: finding.document):
        _add_suite(root, document or "Dokumen", [_case(finding, gate) for finding in findings])
    _add_suite(root, _UNJUDGED, [_unjudged(assessment) for assessment in report.assessments])
    _add_suite(root, _PASSED, [_new_case(code, "aturan") for code in _passed(report)])
    _set_totals(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True).decode()


def _add_suite(root: Any, name: str, cases: list[Any]) -> None:
    if cases:
        suite = etree.SubElement(root, "testsuite", name=short(name))
        suite.extend(cases)
        _set_totals(suite)


def _set_totals(element: Any) -> None:
    for total, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(total, str(len(element.findall(f".//{tag}"))))


def _case(finding: Finding, gate: Severity) -> Any:
    place = finding.places[0] if finding.places else None
    about = finding.text or finding.indicator or finding.statement or ""
    case = _new_case(f"{finding.code} {finding.name}: {about}", finding.path or "dokumen")
    if place is not None:
        case.set("file", short(place.file))
    if place is not None and place.line is not None:
        case.set("line", str(place.line))
    properties = etree.SubElement(case, "properties")
    etree.SubElement(properties, "property", name="keparahan", value=finding.severity.value)
    if finding.waiver is not None:
        _add_skipped(case, f"Dikecualikan: {finding.waiver.get('alasan', '')}", finding)
    elif finding.known:
        _add_skipped(case, f"Sudah ada di garis dasar: {finding.message}", finding)
    elif finding.severity is Severity.TANYA or finding.severity.rank > gate.rank:
        _add_skipped(case, f"{finding.severity.label}: {finding.message}", finding)
    else:
        failure = etree.SubElement(case, "failure", type=finding.severity.value, message=short(finding.message))
        failure.text = "\n".join(_details(finding))
    return case


def _new_case(name: str, classname: str) -> Any:
    return etree.Element("testcase", name=short(name), classname=short(classname))


def _add_skipped(case: Any, message: str, finding: Finding) -> None:
    etree.SubElement(case, "skipped", message=short(message)).text = "\n".join(_details(finding))


def _details(finding: Finding) -> Iterator[str]:
    waiver = finding.waiver or {}
    labelled = (
        ("Keparahan", finding.severity.label),
        ("Letak", " · ".join(map(str, finding.places))),
        ("Masalah", finding.message),
        ("Mengapa", finding.reason),
        ("Saran", finding.suggestion),
        ("Usulan", finding.repair),
        ("Dasar", finding.basis),
        ("Pejabat", waiver.get("pejabat")),
        ("Berlaku sampai", waiver.get("berlaku_sampai")),
    )
    return (f"{label}: {short(words)}" for label, words in labelled if words)


def _unjudged(assessment: Assessment) -> Any:
    case = _new_case(f"{assessment.code} {assessment.status.value}", assessment.path or "dokumen")
    tag = "error" if assessment.status is Status.GAGAL else "skipped"
    etree.SubElement(case, tag, message=short(reason_of(assessment)))
    return case


def _passed(report: Report) -> list[str]:
    """The codes of rules that judged something and found nothing."""
    heard = {finding.code for finding in report.findings} | {assessment.code for assessment in report.assessments}
    return sorted(code for code, counts in report.statuses.items() if counts.get(Status.LOLOS) and code not in heard)
