from __future__ import annotations

from indikator_rules.finding import Finding, Report, Severity


def finding(severity: Severity, waiver: dict[str, str] | None = None) -> Finding:
    return Finding("S02", "kata-kerja-aktif", severity, "sasaran", "…", waiver=waiver)


def test_severities_stand_gravest_first() -> None:
    assert [severity.rank for severity in Severity] == [0, 1, 2, 3]
    assert min(Severity, key=lambda severity: severity.rank) is Severity.GALAT


def test_every_severity_has_words_for_people() -> None:
    assert all(severity.label for severity in Severity)


def test_a_report_counts_findings_by_severity_without_the_waived_ones() -> None:
    report = Report((finding(Severity.GALAT), finding(Severity.GALAT, {"alasan": "…"}), finding(Severity.TANYA)))
    assert report.counts() == {Severity.GALAT: 1, Severity.PERINGATAN: 0, Severity.CATATAN: 0, Severity.TANYA: 1}
