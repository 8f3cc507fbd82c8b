"""The trainers' gallery: every bad text is found by its rule, every better one is not, and no two are alike."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
import yaml
from labelled_rows import RULES, corpus, findings

from indikator_rules.finding import Severity

GALLERY = corpus("kesalahan-umum", ".yaml")
BAD, WHY, BETTER = "buruk", "mengapa", "lebih baik"


def pages():
    return [pytest.param(yaml.safe_load(file.read_text(encoding="utf-8")), id=file.name[:3]) for file in GALLERY]


def found(example, side):
    """What the shipped rules find in one side of an example."""
    about = {name: example[name] for name in ("instansi", "tingkat") if name in example}
    return findings({**about, **example[side]})


def words(example):
    """The words of an example, without names of fields, levels and nodes."""
    return set(re.findall(r"\w+", " ".join(_texts([example[BAD], example[WHY], example[BETTER]])).lower()))


def _texts(value):
    match value:
        case dict():
            for name in value.keys() - {"tingkat", "id", "induk"}:
                yield from _texts(value[name])
        case list():
            for member in value:
                yield from _texts(member)
        case _:
            yield str(value)


def test_every_criterion_has_its_page():
    assert [file.name for file in GALLERY] == [f"{rule.code}.yaml" for rule in RULES.rules]


@pytest.mark.parametrize("page", pages())
def test_ten_faults_are_found_and_their_better_wording_is_not(page):
    code, examples = page["kriteria"], page["contoh"]
    assert len(examples) == 10
    for example in examples:
        assert code in {finding.code for finding in found(example, BAD)}, example
        better = found(example, BETTER)
        assert [f for f in better if f.code == code or f.severity is Severity.GALAT] == [], example


@pytest.mark.parametrize("page", pages())
def test_two_examples_share_less_than_half_their_words(page):
    for one, other in combinations(map(words, page["contoh"]), 2):
        assert len(one & other) / min(len(one), len(other)) < 0.5, one & other


@pytest.mark.parametrize("page", pages())
def test_an_example_says_where_it_stands_what_is_wrong_and_why(page):
    for example in page["contoh"]:
        assert example.keys() - {"tingkat"} == {"instansi", BAD, WHY, BETTER}
        assert example[WHY].endswith((".", "?"))
