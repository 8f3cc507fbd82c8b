"""Checked against the official JSON schema (OASIS; as the npm package @microsoft/jest-sarif ships it, MIT licence)."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hostile import HOSTILE
from jsonschema import Draft4Validator
from reports import REPORT, WAIVER, finding

from indikator_rules import check
from indikator_rules.bundled import bundled
from indikator_rules.finding import Report, Severity
from indikator_rules.location import Location
from indikator_rules.reporters.to_sarif import to_sarif

SCHEMA = Draft4Validator(json.loads(Path(__file__).with_name("sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")))


def run_of(*findings, **changes):
    log = json.loads(to_sarif(Report(findings, **changes)))
    SCHEMA.validate(log)
    return log["runs"][0]


def result_of(one):
    return run_of(one)["results"][0]


def in_yaml(folder, line, text, repair):
    """A finding about `text` in the first line of a YAML file that holds `line`."""
    file = folder / "dokumen.yaml"
    file.write_text(f"{line}\n", encoding="utf-8")
    return finding(places=(Location(str(file), line=1, column=1),), text=text, statement=text, repair=repair)


def test_a_report_of_every_kind_of_thing_is_valid():
    SCHEMA.validate(json.loads(to_sarif(REPORT)))
    SCHEMA.validate(json.loads(to_sarif(Report(()))))


@pytest.mark.parametrize("name", ["dinas-perpustakaan-keliru.yaml", "dinas-perpustakaan-bersih.yaml", "asal.yaml"])
def test_reports_on_the_shipped_examples_are_valid(name):
    SCHEMA.validate(json.loads(to_sarif(check(bundled("corpus") / "contoh" / name))))


@pytest.mark.parametrize(
    ("severity", "kind", "level"),
    [
        (Severity.GALAT, "fail", "error"),
        (Severity.PERINGATAN, "fail", "warning"),
        (Severity.CATATAN, "fail", "note"),
        (Severity.TANYA, "review", "none"),
    ],
)
def test_severity_is_told_in_sarifs_words_and_in_ours(severity, kind, level):
    result = result_of(finding(severity=severity))
    assert (result["kind"], result["level"], result["properties"]["severity"]) == (kind, level, severity.value)


def test_each_rule_is_described_once():
    rules = run_of(finding(), finding(path="simpul[1]"))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["S02"]
    assert rules[0]["fullDescription"]["text"] == "Upaya selalu dapat dilakukan."


def test_a_cell_is_named_in_words_and_further_places_are_related():
    result = result_of(finding())
    assert result["locations"][0]["message"]["text"] == "tabel 2, baris 3, kolom 2"
    assert result["relatedLocations"][0]["message"]["text"] == "tabel 2, baris 8, kolom 2"
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "simpul[0]"}]


def test_a_line_of_a_text_file_is_a_region():
    result = result_of(finding(places=(Location("rencana kerja/a#1.yaml", line=11, column=5),)))
    physical = result["locations"][0]["physicalLocation"]
    assert physical["region"] == {"startLine": 11}
    assert physical["artifactLocation"]["uri"] == "rencana%20kerja/a%231.yaml"


def test_a_waived_finding_is_suppressed_and_says_by_whom():
    result = result_of(finding(waiver=WAIVER))
    assert result["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "Amanat RPJMD (Sekretaris Daerah, sampai 2026-12-31)",
        }
    ]
    assert result_of(finding())["suppressions"] == []


def test_what_was_not_judged_is_open_or_for_review_and_crashes_are_notified():
    run = json.loads(to_sarif(REPORT))["runs"][0]
    unjudged = [(result["ruleId"], result["kind"]) for result in run["results"] if "status" in result["properties"]]
    assert unjudged == [("T05", "open"), ("T07", "open"), ("I19", "review")]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["associatedRule"] == {"id": "X01"}


@pytest.mark.parametrize("line", ["a: {}", "a: '{}'", 'a: "{}"', "{}"])
def test_a_repair_in_a_text_file_is_a_fix_that_can_be_made_letter_for_letter(tmp_path, line):
    text, repair = "Meningkatkan mutu layanan", "Meningkatnya mutu layanan"
    result = result_of(in_yaml(tmp_path, line.format(text), text, repair))
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    region, written = replacement["deletedRegion"], line.format(text)
    mended = written[: region["startColumn"] - 1] + repair + written[region["endColumn"] - 1 :]
    assert mended == line.format(repair)


@pytest.mark.parametrize(
    ("line", "text", "repair"),
    [
        ("a: Mutu", "Mutu", "Mutu: baik"),
        ("a: Mutu", "Mutu", "'Mutu'"),
        ("a: Mutu", "Mutu", "#Mutu"),
        ("a: Mutu, Mutu", "Mutu", "Muti"),
        ("a: Mu", "Mutu", "Muti"),
    ],
    ids=["a new mark", "a new quote", "a mark to begin with", "twice in the line", "over several lines"],
)
def test_a_repair_that_could_break_the_file_is_no_fix(tmp_path, line, text, repair):
    result = result_of(in_yaml(tmp_path, line, text, repair))
    assert "fixes" not in result
    assert result["properties"]["repair"] == repair


def test_a_repair_in_an_office_file_is_no_fix():
    assert "fixes" not in result_of(finding())


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_documents_is_only_text(text):
    one = finding(message=text, text=text, statement=text, repair=text, suggestion="", path=text)
    log = to_sarif(Report((one._replace(waiver={**WAIVER, "alasan": text}),)))
    SCHEMA.validate(json.loads(log))
    message = json.loads(log)["runs"][0]["results"][0]["message"]["text"]
    assert "[klik](" not in message.replace("\\[", "")
    assert "{0}" not in message.replace("{{0}}", "")
    assert message.isprintable()


def test_equal_reports_give_equal_bytes():
    assert to_sarif(REPORT) == to_sarif(replace(REPORT))
