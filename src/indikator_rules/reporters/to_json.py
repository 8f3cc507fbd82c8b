"""A report as the JSON that other programs rely on (`indikator skema laporan`)."""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import pydantic_core

from indikator_rules.finding import Status
from indikator_rules.principles import criteria, principles
from indikator_rules.reporters.shares import shares

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indikator_rules.finding import Assessment, Finding, Report, Share, Stage
    from indikator_rules.location import Location

SCHEMA = "1"
"""The version of the JSON shape. It changes only by adding."""


def to_json(report: Report) -> str:
    """The whole report as one JSON object, ending with a line break. Equal reports give equal bytes."""
    content = {
        "schema": SCHEMA,
        "tool": {"name": "indikator-rules", "version": tool_version()},
        "pack": {key: report.pack.get(key) or None for key in ("name", "version", "profile", "hash")},
        "input": {"hash": report.input_hash},
        "summary": summary(report),
        "findings": [finding_object(finding) for finding in report.findings],
        "assessments": [_assessment_object(assessment) for assessment in report.assessments],
        "stage": None if report.stage is None else _stage_object(report.stage),
    }
    return json.dumps(content, ensure_ascii=False) + "\n"


def to_jsonl(report: Report) -> Iterator[str]:
    """The report as lines: one JSON object a finding, last a `{"summary": …}`."""
    for finding in report.findings:
        yield _encoded(finding_object(finding)) + "\n"
    yield _encoded({"summary": summary(report)}) + "\n"


def _encoded(content: dict[str, Any]) -> str:
    return pydantic_core.to_json(content).decode()


def summary(report: Report) -> dict[str, Any]:
    """The totals of the report."""
    return {
        "nodes": report.nodes,
        "indicators": report.indicators,
        "findings": {severity.value: count for severity, count in report.counts().items()},
        "not_assessable": sum(a.status is Status.TIDAK_DAPAT_DINILAI for a in report.assessments),
        "waived": sum(finding.waiver is not None for finding in report.findings),
        "known": sum(finding.known for finding in report.findings),
        "principles": {yardstick.name: _share_object(share) for yardstick, share in shares(report, principles())},
        "lke": {
            yardstick.text: {"number": yardstick.name, **_share_object(share)}
            for yardstick, share in shares(report, criteria())
        },
    }


def _share_object(share: Share) -> dict[str, Any]:
    return {
        "met": share.met,
        "judged": share.judged,
        "share": round(share.met / share.judged, 4) if share.judged else None,
    }


def finding_object(finding: Finding) -> dict[str, Any]:
    """One finding with every key of the contract; what is absent is null."""
    places = finding.places
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "field": finding.field,
        "path": finding.path,
        "node": finding.node,
        "row": finding.row,
        "rows": finding.rows,
        "location": location_object(places[0]) if places else None,
        "also_at": [location_object(place) for place in places[1:]],
        "text": finding.text,
        "span": finding.span,
        "message": finding.message,
        "reason": finding.reason,
        "suggestion": finding.suggestion,
        "repair": finding.repair,
        "basis": finding.basis,
        "aspect": finding.aspect,
        "principle": finding.principle,
        "lke": finding.lke,
        "fingerprint": finding.fingerprint,
        "waiver": None if finding.waiver is None else dict(finding.waiver),
        "known": finding.known,
    }


def location_object(place: Location) -> dict[str, Any]:
    """One place; parts that its file format does not have are null."""
    return {
        "file": place.file,
        "sheet": place.sheet,
        "cell": place.cell,
        "page": place.page,
        "table": place.table,
        "table_row": place.table_row,
        "table_column": place.table_column,
        "line": place.line,
        "column": place.column,
    }


def _assessment_object(assessment: Assessment) -> dict[str, Any]:
    return {
        "path": assessment.path,
        "row": assessment.row,
        "code": assessment.code,
        "status": assessment.status.value,
        "because": assessment.because,
    }


def _stage_object(stage: Stage) -> dict[str, Any]:
    return {
        "number": stage.number,
        "of": stage.of,
        "name": stage.name,
        "lacks": [
            {
                "level": lack.level,
                "field": lack.field,
                "missing": lack.missing,
                "of": lack.of,
                "words": lack.words,
            }
            for lack in stage.lacks
        ],
    }


@cache
def tool_version() -> str:
    """The version of this program."""
    return version("indikator-rules")
