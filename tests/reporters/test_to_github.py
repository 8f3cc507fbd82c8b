import re

import pytest
from hostile import HOSTILE
from reports import REPORT, WAIVER, finding

from indikator_rules.finding import Report, Severity
from indikator_rules.location import Location
from indikator_rules.reporters.to_github import MOST_SHOWN, to_github

COMMAND = re.compile(r"::(error|warning|notice) [^\n:]*::[^\n]*")


def lines_of(*findings):
    return to_github(Report(findings)).splitlines()


@pytest.mark.parametrize(
    ("severity", "command"),
    [
        (Severity.GALAT, "error"),
        (Severity.PERINGATAN, "warning"),
        (Severity.CATATAN, "notice"),
        (Severity.TANYA, "notice"),
    ],
)
def test_severity_is_told_in_githubs_words_and_in_ours(severity, command):
    (line, _) = lines_of(finding(severity=severity))
    assert line.startswith(f"::{command} ")
    assert severity.label in line


def test_a_line_of_a_text_file_is_named_as_one():
    (line, _) = lines_of(finding(places=(Location("rencana, satu.yaml", line=4, column=2),)))
    assert "file=rencana%2C satu.yaml,line=4," in line


def test_a_cell_is_named_in_words():
    (line, _) = lines_of(finding(places=(Location("a.xlsx", sheet="PK 2026", cell="C14"),)))
    assert "::[PK 2026!C14] “Meningkatkan” menyatakan upaya." in line
    assert "line=" not in line


def test_the_gravest_come_first_and_waived_ones_only_count():
    lines = lines_of(finding(severity=Severity.CATATAN), finding(), finding(waiver=WAIVER))
    assert [line.split()[0] for line in lines] == ["::error", "::notice", "::notice"]
    assert "2 temuan: 1 harus diperbaiki, 0 sebaiknya diperbaiki, 1 catatan" in lines[-1]
    assert "1 dikecualikan" in lines[-1]


def test_many_findings_are_cut_but_counted():
    lines = lines_of(*[finding()] * 3000)
    assert len(lines) == MOST_SHOWN + 1
    assert "3.000 temuan" in lines[-1]
    assert "2.950 temuan tidak ditampilkan" in lines[-1]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_documents_gives_no_command(text):
    place = Location(text, sheet=text, cell=text)
    page = to_github(Report((finding(message=text, suggestion=text, repair=text, name=text, places=(place,)),)))
    assert all(COMMAND.fullmatch(line) for line in page.splitlines())
    assert len(page.splitlines()) == 2
    assert "##[" not in page
    assert page.replace("\n", "").isprintable()


def test_a_percent_sign_is_not_an_escape():
    assert "naik 5%25" in lines_of(finding(message="naik 5%"))[0]


def test_a_report_of_every_kind_of_thing_is_made_of_commands():
    assert all(COMMAND.fullmatch(line) for line in to_github(REPORT).splitlines())
