"""What principles and LKE criteria say."""

from __future__ import annotations

from typing import get_args

from indikator_rules.principles import criteria_texts, principle_texts
from indikator_rules.reporters.schema import Prinsip
from indikator_rules.ruleset import load_rules


def test_the_four_principles_are_those_of_the_contract():
    assert set(principle_texts()) == set(get_args(Prinsip))


def test_every_criterion_that_a_rule_names_has_its_text():
    named = {number for rule in load_rules().rules for number in rule.node.lke}
    assert named <= set(criteria_texts())
