"""The principles and LKE criteria that rules refer to."""

from __future__ import annotations

from typing import get_args

from indikator_rules.principles import criteria, judged_on, principles
from indikator_rules.reporters.schema import Prinsip
from indikator_rules.ruleset import load_rules


def test_the_four_principles_are_those_of_the_contract():
    assert {principle.name for principle in principles()} == set(get_args(Prinsip))


def test_every_criterion_that_a_rule_names_has_its_text():
    named = {number for rule in load_rules().rules for number in rule.node.lke}
    assert named <= {criterion.name for criterion in criteria()}


def test_what_is_summed_up_is_judged_on_statements_or_on_indicators():
    summed_up = {"1.b.4", "1.b.5", "1.b.6", "1.b.7", "1.b.8", "1.b.9", "2.a.2"} | set(get_args(Prinsip))
    assert judged_on("sasaran") | judged_on("indikator") == summed_up
    assert not judged_on("sasaran") & judged_on("indikator")
