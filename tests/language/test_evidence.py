"""The evidence for a true condition, and what an unknown one lacks."""

from __future__ import annotations

import pytest
from packs import compiled, indicator, statement

from indikator_rules.language.compiled import Env
from indikator_rules.language.evidence import gather, missing

ROAD = statement("{tingkat: program, pernyataan: Meningkatkan mutu jalan desa}")


def evidence(condition, about=ROAD):
    it, tipe = about
    return gather(compiled(condition, tipe), it, Env(it))


@pytest.mark.parametrize(
    ("condition", "quotes"),
    [
        ('pernyataan memuat "mutu"', ["mutu"]),
        ('pernyataan memuat "jalan" dan pernyataan memuat "mutu"', ["jalan", "mutu"]),
        ('pernyataan memuat "air" atau pernyataan memuat "mutu"', ["mutu"]),
        ('pernyataan cocok [ "mutu" … "desa" ]', ["mutu jalan desa"]),
        ("bentuk(pernyataan) adalah aktif", ["Meningkatkan"]),
        ('pernyataan tidak memuat "air"', []),
    ],
)
def test_the_words_that_made_a_condition_true(condition, quotes):
    assert [str(quote) for quote in evidence(condition).quotes] == quotes


def test_stretches_and_members_that_were_found_have_names():
    assert str(evidence('pernyataan cocok [ "mutu" … sebagai hal $ ]').bound["hal"]) == "jalan desa"
    item = indicator("{nama: a, target: {2025: '4', 2026: '6', 2027: '8'}}")
    assert evidence("ada tahun yang target[tahun] lebih dari 5", item).bound["tahun"] == "2026"


@pytest.mark.parametrize(
    ("condition", "what"),
    [
        ('unit memuat "x"', "unit kosong"),
        ('pernyataan terisi dan nomenklatur memuat "x"', "nomenklatur kosong"),
        ('ada sejajar yang unit memuat "x"', None),
    ],
)
def test_what_is_missing_is_named(condition, what):
    it, tipe = ROAD
    check = compiled(condition, tipe)
    if what is None:
        assert check.test(it, Env(it)) is False
    else:
        assert missing(check, it, Env(it)) == what
