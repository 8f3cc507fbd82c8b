"""Whole cascades: the clean ones give no cause for complaint, their faulty twins exactly the faults they name."""

from __future__ import annotations

import re

import pytest
from labelled_rows import RULES, corpus

from indikator_rules.api import read
from indikator_rules.evaluator import evaluate
from indikator_rules.finding import Severity

CLEAN = corpus("contoh", "-bersih.yaml")
FAULTY = corpus("contoh", "-keliru.yaml")
GRAVE = {Severity.GALAT, Severity.PERINGATAN}


def name_of(file):
    return file.name.rpartition("-")[0]


def report(file):
    return evaluate(read(file), RULES, strict=True)


def named_faults(file):
    """(line, code) of every fault that a comment behind a value names."""
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
    return {
        (number, code) for number, line in lines for code in re.findall(r"\b[SIUTR]\d\d\b", line.partition(" # ")[2])
    }


def test_there_are_twelve_kinds_of_instansi_each_with_its_twin():
    assert len(CLEAN) >= 12
    assert [name_of(file) for file in CLEAN] == [name_of(file) for file in FAULTY]


@pytest.mark.parametrize("file", CLEAN, ids=name_of)
def test_a_clean_cascade_gives_no_cause_for_complaint(file):
    grave = [finding for finding in report(file).findings if finding.severity in GRAVE]
    assert [(finding.code, finding.path, finding.message) for finding in grave] == []


@pytest.mark.parametrize("file", FAULTY, ids=name_of)
def test_a_faulty_twin_shows_the_faults_it_names_and_no_grave_one_besides(file):
    found = {(finding.places[0].line, finding.code): finding for finding in report(file).findings}
    named = named_faults(file)
    assert len({code for _, code in named}) >= 10
    assert named - found.keys() == set()
    assert {place for place, finding in found.items() if finding.severity in GRAVE} - named == set()


def test_the_worked_example_is_treated_gently():
    [file] = corpus("contoh", "asal.yaml")
    about = {(finding.code, finding.path): finding.severity for finding in report(file).findings}
    assert Severity.GALAT not in about.values()
    assert [code for code, path in about if code == "I13"] == ["I13"]
    assert about["S02", "simpul[0]"] is Severity.PERINGATAN
