"""A report as CSV for spreadsheets: one line a finding, then one for each check that was not made."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from indikator_rules.finding import Status
from indikator_rules.obstacles import reason_of
from indikator_rules.reporters.neutral import in_sheet

if TYPE_CHECKING:
    from indikator_rules.finding import Assessment, Finding, Report

_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the computer."""
_HEADINGS = (
    *("Status", "Keparahan", "Kode", "Aturan", "Dokumen", "Tingkat", "Sasaran", "Indikator", "Bagian", "Tertulis"),
    *("Berkas", "Letak", "Masalah", "Mengapa", "Saran", "Usulan", "Dasar", "Aspek", "Prinsip", "Simpul", "Jalur"),
    *("Sidik", "Alasan pengecualian", "Pejabat", "Berlaku sampai", "Garis dasar"),
)


def to_csv(report: Report) -> str:
    """The report with a byte order mark and one heading line. No cell can pass for a formula; no row is left out."""
    page = StringIO()
    writer = csv.DictWriter(page, _HEADINGS, restval="", lineterminator="\n")
    writer.writeheader()
    for row in (*map(_finding_row, report.findings), *map(_assessment_row, report.assessments)):
        writer.writerow({heading: in_sheet(text) for heading, text in row.items() if text})
    return _BYTE_ORDER_MARK + page.getvalue()


def _finding_row(finding: Finding) -> dict[str, str | None]:
    waiver = finding.waiver or {}
    return {
        "Status": Status.TEMUAN if finding.waiver is None else Status.DIKECUALIKAN,
        "Keparahan": finding.severity.label,
        "Kode": finding.code,
        "Aturan": finding.name,
        "Dokumen": finding.document,
        "Tingkat": finding.level,
        "Sasaran": finding.statement,
        "Indikator": finding.indicator,
        "Bagian": finding.field,
        "Tertulis": finding.text,
        "Berkas": finding.places[0].file if finding.places else None,
        "Letak": " · ".join(map(str, finding.places)),
        "Masalah": finding.message,
        "Mengapa": finding.reason,
        "Saran": finding.suggestion,
        "Usulan": finding.repair,
        "Dasar": finding.basis,
        "Aspek": finding.aspect,
        "Prinsip": finding.principle,
        "Simpul": finding.node,
        "Jalur": finding.path,
        "Sidik": finding.fingerprint,
        "Alasan pengecualian": waiver.get("alasan"),
        "Pejabat": waiver.get("pejabat"),
        "Berlaku sampai": waiver.get("berlaku_sampai"),
        "Garis dasar": "sudah ada" if finding.known else None,
    }


def _assessment_row(assessment: Assessment) -> dict[str, str | None]:
    return {
        "Status": assessment.status,
        "Kode": assessment.code,
        "Masalah": reason_of(assessment),
        "Jalur": assessment.path,
    }
