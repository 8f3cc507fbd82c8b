"""The list of all criteria with their rules."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from indikator_rules.bundled import bundled
from indikator_rules.review.index import class_of, index
from indikator_rules.ruleset import load_rules

CRITERIA = [
    f"{family}{number:02}"
    for family, last in {"S": 14, "I": 21, "U": 6, "T": 14, "R": 14}.items()
    for number in range(1, last + 1)
]


def test_every_criterion_stands_in_the_list_once_in_the_order_of_the_cascade():
    page = "".join(index(load_rules()))
    assert re.findall(r"^\| ([A-Z]\d\d) ", page, re.MULTILINE) == CRITERIA
    assert len(CRITERIA) == 69


def test_the_kept_list_is_up_to_date():
    kept = bundled("rules").joinpath("README.md").read_text(encoding="utf-8")
    assert kept == "".join(index(load_rules())), "run: indikator aturan dokumen --indeks --ke rules/README.md"


def test_every_row_has_all_columns():
    rows = [line for line in "".join(index(load_rules())).splitlines() if line.startswith("| ")]
    assert {line.count("|") for line in rows} == {8}


@pytest.mark.parametrize(("code", "decides"), [("S02", "mesin"), ("I19", "bantu")])
def test_the_class_follows_from_what_the_rule_does(code, decides):
    assert class_of(load_rules().rule(code)) == decides


def test_a_rule_that_leaves_all_to_people_is_of_their_class():
    rule = load_rules().rule("S02")
    asking = [replace(section, question=lambda *_: "?", branches=()) for section in rule.sections]
    assert class_of(replace(rule, compiled=lambda _: asking)) == "manusia"


def test_what_was_not_measured_is_said_to_be_so(monkeypatch):
    monkeypatch.setattr("indikator_rules.review.index.figures", lambda _: ())
    (row,) = [line for line in "".join(index(load_rules())).splitlines() if line.startswith("| R12 ")]
    assert row.endswith("| belum terukur |")
