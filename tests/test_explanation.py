"""Why a rule answered as it did."""

from __future__ import annotations

from functools import partial

import pytest
from packs import document, pack, when

from indikator_rules.errors import IndikatorError
from indikator_rules.explanation import explain
from indikator_rules.language.compiled import Env

ROAD = """
simpul:
- id: S
  tingkat: program
  pernyataan: Meningkatkan mutu jalan
  anak:
  - {tingkat: kegiatan, pernyataan: Terbangunnya jalan}
  - {tingkat: kegiatan, pernyataan: Terbangunnya jembatan}
"""


def told(condition, path="S", **parts):
    [section] = explain(document(ROAD), pack(when(condition, **parts)), path, "X01").sections
    return section


def test_a_true_condition_shows_the_words_that_made_it_so():
    condition = told('pernyataan memuat "mutu" dan tingkat adalah program').branches[0].condition
    assert condition.verdict is True
    assert [part.verdict for part in condition.parts] == [True, True]
    assert condition.parts[0].quotes == ("mutu",)


def test_a_false_condition_shows_which_part_failed():
    condition = told('pernyataan terisi dan pernyataan memuat "air"').branches[0].condition
    assert (condition.verdict, [part.verdict for part in condition.parts]) == (False, [True, False])


def test_a_condition_that_is_not_known_names_what_is_missing():
    condition = told('pernyataan terisi dan unit memuat "x"').branches[0].condition
    assert condition.verdict is None
    assert condition.because == "unit kosong"


def test_members_are_named():
    condition = told('ada anak yang pernyataan memuat "jembatan"').branches[0].condition
    assert [(part.subject, part.verdict) for part in condition.parts] == [
        ("Terbangunnya jalan", False),
        ("Terbangunnya jembatan", True),
    ]


@pytest.mark.parametrize(
    ("about", "applies"),
    [
        ("sasaran", True),
        ("sasaran tingkat kegiatan", False),
        ("rumusan yang unit kosong", None),
        ("rumusan yang pernyataan terisi", True),
    ],
)
def test_whether_a_section_speaks_of_the_subject(about, applies):
    assert told("pernyataan terisi", about=about).applies is applies


def test_exceptions_are_explained_too():
    rules = pack(when("pernyataan terisi", severity="kecuali unit terisi galat"))
    [branch] = explain(document(ROAD), rules, "simpul[0]", "X01").sections[0].branches
    assert [exception.verdict for exception in branch.unless] == [False]


def test_a_rule_that_looks_at_too_much_is_said_so(monkeypatch):
    monkeypatch.setattr("indikator_rules.explanation.Env", partial(Env, steps=1))
    with pytest.raises(IndikatorError, match="Aturan X01 melampaui batas langkah untuk “S”"):
        told("ada anak yang unit terisi")


def test_a_rule_or_a_place_that_does_not_exist():
    rules = pack(when("pernyataan terisi"))
    with pytest.raises(IndikatorError, match="tidak ada dalam dokumen"):
        explain(document(ROAD), rules, "simpul[9]", "X01")
    with pytest.raises(IndikatorError, match="X09"):
        explain(document(ROAD), rules, "S", "X09")
