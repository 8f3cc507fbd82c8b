"""The stages of drawing up a cascade: which rules speak already, and what a draft still lacks."""

from __future__ import annotations

from itertools import pairwise

import pytest
import yaml

from indikator_rules.errors import IndikatorError
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.reading import Reading
from indikator_rules.ruleset import load_rules
from indikator_rules.stages import rules_at, stage_of

RULES = load_rules()
AIM = "{id: T, tingkat: tujuan, pernyataan: Meningkatnya kesejahteraan petani}"
GOAL = "{id: S, tingkat: strategis, pernyataan: Meningkatnya hasil panen, induk: T}"


def lacks(number, *documents):
    readings = [Reading(Dokumen.model_validate(yaml.safe_load(text))) for text in documents]
    return [lack.words for lack in stage_of(readings, number).lacks]


def codes(number):
    return {rule.code for rule in rules_at(RULES, number).rules}


def test_every_rule_begins_to_speak_at_some_stage_and_all_speak_at_the_last():
    named = [codes(number) for number in range(1, 6)]
    assert all(earlier < later for earlier, later in pairwise(named))
    assert named[-1] == {rule.code for rule in RULES.rules}


@pytest.mark.parametrize("number", range(1, 6))
def test_a_rule_speaks_no_earlier_than_those_it_gives_way_to(number):
    spoken = codes(number)
    assert [
        rule.code for rule in RULES.rules if rule.code in spoken and not spoken.issuperset(rule.node.yields_to)
    ] == []


def test_statements_without_indicators_are_enough_at_first_and_not_at_last():
    draft = f"simpul: [{AIM}, {GOAL}]"
    assert lacks(2, draft) == []
    assert "Belum ada sasaran program." in lacks(3, draft)
    assert "1 dari 1 tujuan belum mempunyai indikator." in lacks(5, draft)


def test_what_a_field_lacks_is_counted_and_named():
    unlinked = "{tingkat: strategis, pernyataan: Terjaganya harga gabah}"
    [reading] = [Reading(Dokumen.model_validate(yaml.safe_load(f"simpul: [{AIM}, {GOAL}, {unlinked}]")))]
    [lack] = stage_of([reading], 2).lacks
    assert lack.words == "1 dari 2 sasaran strategis belum mempunyai sasaran di atasnya."
    assert (lack.level, lack.field, lack.missing, lack.of) == ("strategis", "induk", ("Terjaganya harga gabah",), 2)


def test_a_unit_within_the_target_counts_and_an_empty_target_does_not():
    measured = (
        "{tingkat: program, pernyataan: Terawatnya jalan, indikator: [{nama: Jumlah a, target: 5 km}, {nama: b}]}"
    )
    said = lacks(5, f"simpul: [{measured}]")
    assert "1 dari 2 indikator sasaran program belum mempunyai satuan." in said
    assert "1 dari 2 indikator sasaran program belum mempunyai target." in said


def test_documents_of_one_set_complete_each_other():
    assert lacks(1, f"simpul: [{AIM}]") == ["Belum ada sasaran strategis."]
    assert lacks(1, f"simpul: [{AIM}]", f"simpul: [{GOAL}]") == []


def test_a_stage_that_is_not_there_is_refused():
    with pytest.raises(IndikatorError, match="pilih 1 sampai 5"):
        rules_at(RULES, 6)
