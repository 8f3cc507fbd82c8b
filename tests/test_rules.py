"""The shipped rules: their examples hold, and they keep the promises made to readers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from importlib.resources import files

import pytest

from indikator_rules.bundled import bundled
from indikator_rules.evaluator import evaluate
from indikator_rules.examples import as_documents, run_examples
from indikator_rules.istilah import read_istilah
from indikator_rules.language.formatter import format_source
from indikator_rules.language.lists import Lists
from indikator_rules.language.matching import found, whole
from indikator_rules.language.printer import show
from indikator_rules.ruleset import load_rules

RULES = load_rules()
LISTS = sorted(
    (entry for entry in bundled("rules").joinpath("istilah").iterdir() if entry.name.endswith(".yaml")),
    key=lambda entry: entry.name,
)


def test_the_pack_loads_without_a_fault():
    assert RULES.findings == ()


def test_rule_files_are_written_as_the_formatter_writes_them():
    rules = {file.name: file.read_text(encoding="utf-8") for file in _below(bundled("rules"), ".aturan")}
    assert [name for name, source in rules.items() if format_source(source) != source] == []


def test_every_example_holds():
    wrong = [
        f"{outcome.rule.code}, baris {outcome.example.at.line}: {outcome.complaint}"
        for outcome in run_examples(RULES)
        if outcome.complaint is not None
    ]
    assert wrong == []


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.code)
def test_a_rule_has_three_bad_and_three_good_examples(rule):
    outcomes = Counter(example.outcome for example in rule.node.examples)
    if any(section.question is None for section in rule.node.sections):
        assert outcomes["buruk"] + outcomes["tanya"] >= 3
    assert outcomes["baik"] + outcomes["ragu"] >= 3


def noting(section, shown):
    """The section, noting the condition of each branch that reports."""

    def noted(branch):
        def message(subject, env):
            shown.append(branch.condition.node)
            return branch.message(subject, env)

        return replace(branch, message=message)

    return replace(section, branches=tuple(noted(branch) for branch in section.branches))


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.code)
def test_every_branch_of_a_rule_reports_in_some_example(rule):
    shown = []
    watched = replace(rule, compiled=lambda _: [noting(section, shown) for section in rule.sections])
    for example in rule.node.examples:
        readings, _ = as_documents(rule, example)
        evaluate(readings, replace(RULES, rules=(watched,)), strict=True)
    branches = [branch.condition.node for section in rule.sections for branch in section.branches]
    assert [show(condition) for condition in branches if condition not in shown] == []


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.name.removesuffix(".yaml"))
def test_a_list_finds_its_examples_and_nothing_in_its_counter_examples(file):
    istilah = read_istilah(file)
    matcher = Lists({istilah.nama: istilah}).matcher(istilah.nama)

    def finds(text):
        return next(found(matcher, whole(text), frozenset()), None) is not None

    assert [text for text in istilah.contoh if not finds(text)] == []
    assert [text for text in istilah.bukan if finds(text)] == []


def test_every_list_is_used():
    sources = "\n".join(
        file.read_text(encoding="utf-8")
        for file in (*_below(bundled("rules"), ".aturan"), *_below(files("indikator_rules"), ".py"))
    )
    unused = [file.name for file in LISTS if not re.search(rf"\b{file.name.removesuffix('.yaml')}\b", sources)]
    assert unused == []


def _below(folder, ending):
    if not folder.is_dir():
        return
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _below(entry, ending)
        elif entry.name.endswith(ending):
            yield entry


def test_no_rule_cites_an_article():
    """Articles were not checked against the text of the regulations, so no rule names one."""
    cited = [
        (rule.code, basis.text)
        for rule in RULES.rules
        for basis in rule.node.bases
        if re.search(r"\b(pasal|ayat)\b", basis.text, re.IGNORECASE)
    ]
    assert cited == []


@pytest.mark.parametrize(
    "profil", sorted(file.name.removesuffix(".yaml") for file in _below(bundled("rules").joinpath("profil"), ".yaml"))
)
def test_every_profile_loads_and_speaks_of_rules_that_exist(profil):
    rules = load_rules(profil=profil)
    assert rules.findings == ()
    assert {rule.code for rule in rules.rules} <= {rule.code for rule in RULES.rules}
