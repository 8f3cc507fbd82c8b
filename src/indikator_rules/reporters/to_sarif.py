"""A report as SARIF 2.1.0 (OASIS): what code hosts and editors show beside the text of a document."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from indikator_rules.finding import Severity, Status
from indikator_rules.obstacles import reason_of
from indikator_rules.reporters.neutral import short
from indikator_rules.reporters.to_json import tool_version

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from indikator_rules.finding import Assessment, Finding, Report
    from indikator_rules.location import Location

    ReadLines = Callable[[str], Sequence[str]]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.GALAT: "error", Severity.PERINGATAN: "warning", Severity.CATATAN: "note", Severity.TANYA: "none"}
_KINDS = {Status.TIDAK_DAPAT_DINILAI: "open", Status.PERLU_MANUSIA: "review"}
"""SARIF's own words for a check without data, and for one that a person decides."""
_LINK = re.compile(r"\[(?=[^\]]*\]\()")
_SAFE_IN_ANY_QUOTES = re.compile(r"[^\W_]|[ _]")


def to_sarif(report: Report) -> str:
    """The report as one SARIF log, ending with a line break. A repair is a fix where it can be made in a text file."""
    read_lines = cache(_lines_of)
    run = {
        "tool": {"driver": _driver(report)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [
            *(_result(finding, read_lines) for finding in report.findings),
            *(_unjudged(assessment) for assessment in report.assessments if assessment.status in _KINDS),
        ],
        "properties": {"pack": dict(report.pack), "input": report.input_hash},
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


# ---- the program and its rules


def _driver(report: Report) -> dict[str, Any]:
    first = {finding.code: finding for finding in reversed(report.findings)}
    codes = sorted({*first, *(assessment.code for assessment in report.assessments)})
    rules = [_rule(first[code]) if code in first else {"id": code} for code in codes]
    return {"name": "indikator-rules", "version": tool_version(), "rules": rules}


def _rule(finding: Finding) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": finding.code, "name": finding.name, "shortDescription": _said(finding.name)}
    if finding.reason:
        rule["fullDescription"] = _said(finding.reason)
    if finding.basis:
        rule["help"] = _said(f"Dasar: {finding.basis}")
    return rule | {"properties": {"aspect": finding.aspect, "principle": finding.principle, "lke": list(finding.lke)}}


def _invocation(report: Report) -> dict[str, Any]:
    crashes = [assessment for assessment in report.assessments if assessment.status is Status.GAGAL]
    notes = [
        {"level": "error", "message": _said(crash.because), "associatedRule": {"id": crash.code}} for crash in crashes
    ]
    return {"executionSuccessful": not report.failed, "toolExecutionNotifications": notes}


# ---- results


def _result(finding: Finding, read_lines: ReadLines) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "kind": "review" if finding.severity is Severity.TANYA else "fail",
        "level": _LEVELS[finding.severity],
        "message": _said(" ".join(part for part in (finding.message, finding.suggestion) if part)),
        "locations": [_location(place, finding) for place in finding.places[:1]],
        "relatedLocations": [_location(place, finding) for place in finding.places[1:]],
        "suppressions": [] if finding.waiver is None else [_suppression(finding.waiver)],
        "properties": _properties(finding),
    }
    if finding.fingerprint:
        result["partialFingerprints"] = {"indikatorRules/v1": finding.fingerprint}
    if finding.known:
        result["baselineState"] = "unchanged"
    if (fix := _fix(finding, read_lines)) is not None:
        result["fixes"] = [fix]
    return result


def _properties(finding: Finding) -> dict[str, Any]:
    """What SARIF has no word for; absent parts left out."""
    texts = {
        "severity": finding.severity.value,
        "field": finding.field,
        "path": finding.path,
        "node": finding.node,
        "text": finding.text,
        "repair": finding.repair,
    }
    return {name: short(text) for name, text in texts.items() if text}


def _suppression(waiver: Any) -> dict[str, Any]:
    words = f"{waiver.get('alasan', '')} ({waiver.get('pejabat', '?')}, sampai {waiver.get('berlaku_sampai', '?')})"
    return {"kind": "external", "status": "accepted", "justification": short(words)}


def _unjudged(assessment: Assessment) -> dict[str, Any]:
    return {
        "ruleId": assessment.code,
        "kind": _KINDS[assessment.status],
        "level": "none",
        "message": _said(reason_of(assessment)),
        "properties": {"status": assessment.status.value, "path": assessment.path},
    }


def _said(words: str) -> dict[str, str]:
    """A message in which nothing is a link and no brace calls for an argument (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    doubled = short(words).replace("{", "{{").replace("}", "}}")
    return {"text": _LINK.sub(r"\\[", doubled)}


# ---- places


def _location(place: Location, finding: Finding) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.line is not None:
        physical["region"] = {"startLine": place.line}
    location: dict[str, Any] = {"physicalLocation": physical}
    if str(place):
        location["message"] = _said(str(place))
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path}]
    return location


def _uri(file: str) -> str:
    """A reference to `file`: relative when its name is, so that a log means the same on another computer."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else PurePosixPath(f"/{path.as_posix()}").as_uri()[len("file:///") :]


# ---- fixes


def _fix(finding: Finding, read_lines: ReadLines) -> dict[str, Any] | None:
    """The repair as a replacement in a line of a text file; None where it cannot be told what to replace.

    An Excel or Word file has no lines that a program could edit; there the repair stands in the properties.
    """
    place, text = next(iter(finding.places), None), finding.text
    if place is None or not text or not finding.repair or text not in (finding.statement, finding.indicator):
        return None
    region = _region(text, place, read_lines)
    if region is None or not _fits(text, finding.repair):
        return None
    change = {
        "artifactLocation": {"uri": _uri(place.file)},
        "replacements": [{"deletedRegion": region, "insertedContent": {"text": finding.repair}}],
    }
    return {"description": _said("Usulan perbaikan"), "artifactChanges": [change]}


def _region(text: str, place: Location, read_lines: ReadLines) -> dict[str, int] | None:
    """Where `text` stands in the line of `place`; None unless it stands there once, letter for letter."""
    line = next(iter(read_lines(place.file)[place.line - 1 : place.line]), "") if place.line else ""
    if line.count(text) != 1:
        return None
    start = line.index(text) + 1
    return {"startLine": place.line or 1, "startColumn": start, "endColumn": start + len(text)}


def _fits(text: str, repair: str) -> bool:
    """Whether `repair` can stand where `text` does, in whatever quotes: it starts plainly and brings no new mark."""
    return repair[:1].isalnum() and _marks(repair) <= _marks(text)


def _marks(text: str) -> set[str]:
    return set(_SAFE_IN_ANY_QUOTES.sub("", text))


def _lines_of(file: str) -> Sequence[str]:
    try:
        return Path(file).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return ()
