"""Counts and shares of what a rule got right and wrong."""

from __future__ import annotations

import pytest

from indikator_rules.review.accuracy import Score, measure_rows
from indikator_rules.ruleset import load_rules

ACTIVE = {"tingkat": "program", "sasaran": "Meningkatkan mutu jalan", "label": {"s_bentuk": "aktif"}}
STATE = {"tingkat": "program", "sasaran": "Meningkatnya mutu jalan", "label": {"s_bentuk": "kondisi"}}


def score_of_s02(*rows):
    (score,) = measure_rows(rows, load_rules().select(["S02"]))
    return score


def test_what_a_rule_finds_is_compared_with_the_labels():
    missed = {**STATE, "sasaran": "Menurunnya kemiskinan", "label": {"s_bentuk": "aktif"}}
    wrong = {**ACTIVE, "sasaran": "Menyusun laporan", "label": {"s_bentuk": "kondisi"}}
    score = score_of_s02(ACTIVE, STATE, missed, wrong)
    assert (score.rows, score.faults, score.found) == (4, 2, 1)
    assert (score.missed, score.wrong) == ((missed,), (wrong,))
    assert score.precision == score.recall == score.f1 == pytest.approx(0.5)


def test_a_repeated_text_counts_once():
    assert score_of_s02(ACTIVE, ACTIVE, STATE).rows == 2


def test_what_was_not_seen_has_no_share():
    empty = Score("S02", rows=0, found=0, missed=(), wrong=())
    assert empty.precision is empty.recall is empty.f1 is None


def test_a_rule_is_measured_where_it_speaks():
    (score,) = measure_rows([ACTIVE, {**ACTIVE, "tingkat": "individu"}], load_rules().select(["R10"]))
    assert (score.rows, score.found) == (1, 1)


def test_a_rule_that_gives_way_has_seen_what_the_other_tells():
    row = {"tingkat": "program", "indikator": "Meningkatnya mutu jalan", "label": {"i_ukur": False}}
    told = {score.code: score.found for score in measure_rows([row], load_rules().select(["I01", "I02"]))}
    assert told["I01"] == 1
    fine = {**row, "label": {"i_ukur": True}}
    assert all(not score.wrong for score in measure_rows([fine], load_rules().select(["I01", "I02"])))
