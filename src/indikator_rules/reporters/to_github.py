"""A report as GitHub workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from indikator_rules.finding import Severity
from indikator_rules.model.angka import write_angka
from indikator_rules.reporters.neutral import in_log, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indikator_rules.finding import Finding, Report

MOST_SHOWN = 50
"""GitHub itself shows ten errors, ten warnings and ten notices of a step; more only slow the log."""
_COMMANDS = {
    Severity.GALAT: "error",
    Severity.PERINGATAN: "warning",
    Severity.CATATAN: "notice",
    Severity.TANYA: "notice",
}


def to_github(report: Report) -> str:
    """One command a line: the gravest findings that count, last a notice with all totals."""
    standing = [finding for finding in report.findings if finding.stands]
    gravest = sorted(standing, key=lambda finding: finding.severity.rank)
    shown = [_command(finding) for finding in gravest[:MOST_SHOWN]]
    return "\n".join((*shown, f"::notice title=indikator::{_in_data(_totals(report, len(gravest)))}", ""))


def _command(finding: Finding) -> str:
    title = f"{finding.severity.label}: {finding.code} {finding.name}"
    properties = ",".join((*_place(finding), f"title={_in_value(title)}"))
    return f"::{_COMMANDS[finding.severity]} {properties}::{_said(finding)}"


def _place(finding: Finding) -> Iterator[str]:
    for place in finding.places[:1]:
        yield f"file={_in_value(place.file)}"
        if place.line is not None:
            yield f"line={place.line}"


def _said(finding: Finding) -> str:
    """What a reader must know, first where it is: a cell of a sheet is no line that GitHub could show."""
    where = "".join(f"[{place}]" for place in finding.places[:1] if place.line is None and str(place))
    repair = f"Usulan: “{finding.repair}”" if finding.repair else ""
    parts = (where, finding.message, finding.suggestion, repair)
    return _in_data(" ".join(filter(None, parts)))


def _totals(report: Report, standing: int) -> str:
    counted = ", ".join(f"{write_angka(count)} {severity.label.lower()}" for severity, count in report.counts().items())
    hidden = f" {write_angka(standing - MOST_SHOWN)} temuan tidak ditampilkan di sini." if standing > MOST_SHOWN else ""
    known = sum(finding.known for finding in report.findings)
    in_baseline = f", {write_angka(known)} sudah ada di garis dasar" if known else ""
    waived = sum(finding.waiver is not None for finding in report.findings)
    return f"{write_angka(standing)} temuan: {counted}; {write_angka(waived)} dikecualikan{in_baseline}.{hidden}"


def _in_data(text: str) -> str:
    """`text` as the message of a command, which cannot begin a command of its own."""
    return in_log(short(text)).replace("%", "%25")


def _in_value(text: str) -> str:
    """`text` as the value of a property of a command."""
    return re.sub("[:,]", lambda found: f"%{ord(found[0]):02X}", _in_data(text))
