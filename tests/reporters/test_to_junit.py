from dataclasses import replace
from pathlib import Path

import pytest
from hostile import HOSTILE
from lxml import etree
from reports import REPORT, WAIVER, finding

from indikator_rules.finding import Report, Severity, Status
from indikator_rules.location import Location
from indikator_rules.reporters.to_junit import to_junit

SCHEMA = etree.XMLSchema(file=Path(__file__).parent / "junit.xsd")


def cases_of(report, **options):
    """The cases of a report, which has the shape that build servers read."""
    root = etree.fromstring(to_junit(report, **options).encode())
    SCHEMA.assertValid(root)
    return root.findall(".//testcase")


def verdict(case):
    return next((part.tag for part in case if part.tag != "properties"), "passed")


@pytest.mark.parametrize(
    ("severity", "gate", "expected"),
    [
        (Severity.GALAT, Severity.GALAT, "failure"),
        (Severity.PERINGATAN, Severity.GALAT, "skipped"),
        (Severity.PERINGATAN, Severity.PERINGATAN, "failure"),
        (Severity.CATATAN, Severity.PERINGATAN, "skipped"),
        (Severity.TANYA, Severity.CATATAN, "skipped"),
    ],
)
def test_what_reaches_the_gate_fails_and_the_rest_is_skipped(severity, gate, expected):
    (case,) = cases_of(Report((finding(severity=severity),)), gate=gate)
    assert verdict(case) == expected
    assert case.find("properties/property").get("value") == severity.value


def test_a_failure_says_everything_a_reader_needs():
    (case,) = cases_of(Report((finding(places=(Location("a.yaml", line=4, column=2),)),)))
    assert case.get("name") == "S02 kata-kerja-aktif: Meningkatkan mutu layanan"
    assert (case.get("file"), case.get("line")) == ("a.yaml", "4")
    assert case.find("failure").get("message") == "“Meningkatkan” menyatakan upaya."
    for said in ("Harus diperbaiki", "baris 4", "Tulis keadaannya.", "Meningkatnya mutu", "PermenPANRB"):
        assert said in case.find("failure").text


def test_a_waived_finding_is_skipped_and_says_by_whom():
    (case,) = cases_of(Report((finding(waiver=WAIVER),)))
    assert case.find("skipped").get("message") == "Dikecualikan: Amanat RPJMD"
    assert "Sekretaris Daerah" in case.find("skipped").text


def test_what_was_not_judged_is_skipped_and_a_crash_is_an_error():
    verdicts = {case.get("name"): verdict(case) for case in cases_of(Report((), assessments=REPORT.assessments))}
    assert verdicts == {
        "T05 tidak-dapat-dinilai": "skipped",
        "T07 tidak-dapat-dinilai": "skipped",
        "I19 perlu-manusia": "skipped",
        "X01 gagal": "error",
    }


def test_only_rules_that_judged_something_and_found_nothing_pass():
    statuses = {
        "S01": {Status.LOLOS: 3},
        "S02": {Status.LOLOS: 2, Status.TEMUAN: 1},
        "S03": {Status.TIDAK_DAPAT_DINILAI: 3},
        "T05": {Status.LOLOS: 1, Status.TIDAK_DAPAT_DINILAI: 2},
    }
    cases = cases_of(Report((finding(),), assessments=REPORT.assessments, statuses=statuses))
    assert [case.get("name") for case in cases if verdict(case) == "passed"] == ["S01"]


def test_a_report_without_findings_has_the_shape_of_reports():
    assert cases_of(Report(())) == []


def test_totals_are_those_of_the_cases():
    root = etree.fromstring(to_junit(REPORT).encode())
    for element in (root, *root):
        assert int(element.get("tests")) == len(element.findall(".//testcase"))
        assert int(element.get("failures")) == len(element.findall(".//failure"))
        assert int(element.get("skipped")) == len(element.findall(".//skipped"))
        assert int(element.get("errors")) == len(element.findall(".//error"))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("8", "1", "1")


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_documents_is_only_text(text):
    one = finding(message=text, text=text, document=text, path=text, waiver={**WAIVER, "alasan": text})
    (case,) = cases_of(Report((one,)))
    assert case.find("skipped").get("message").isprintable()
    assert len(case) == 2


def test_equal_reports_give_equal_bytes():
    assert to_junit(REPORT) == to_junit(replace(REPORT))
