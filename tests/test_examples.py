"""The examples inside rules, run as documents."""

from __future__ import annotations

import pytest
from packs import pack, when

from indikator_rules.examples import run_examples


def complaints(condition, examples, **parts):
    return [outcome.complaint for outcome in run_examples(pack(when(condition, examples=examples, **parts)))]


def test_examples_that_hold_have_no_complaint():
    examples = 'contoh buruk "Mutu jalan" menandai "Mutu" contoh baik "Jalan"'
    assert complaints('pernyataan memuat "mutu"', examples) == [None, None]


@pytest.mark.parametrize(
    ("examples", "said"),
    [
        ('contoh buruk "Jalan" contoh baik "Air"', "diharapkan “buruk”, ternyata lolos"),
        ('contoh baik "Mutu" contoh buruk "Mutu air"', "diharapkan “baik”, ternyata temuan"),
        ('contoh ragu "Mutu" contoh buruk "Mutu air"', "diharapkan “ragu”, ternyata temuan"),
        ('contoh buruk "Mutu air" menandai "air" contoh baik "Air"', "diharapkan menandai “air”, ternyata “Mutu”"),
        ('contoh buruk "Mutu air" menjadi "Air" contoh baik "Air"', "diharapkan menjadi “Air”, ternyata “”"),
    ],
)
def test_an_example_that_does_not_hold_says_how(examples, said):
    assert complaints('pernyataan memuat "mutu"', examples)[0] == said


def test_a_known_miss_and_a_known_false_alarm_are_still_tested():
    examples = 'contoh buruk "Mutu" contoh luput "Kualitas" contoh keliru "Mutu air" contoh baik "Air"'
    assert complaints('pernyataan memuat "mutu"', examples) == [None] * 4


def test_an_example_may_be_a_small_tree():
    examples = """
    contoh buruk { pernyataan: "a" induk: { tingkat: strategis pernyataan: "b" } anak: [ { pernyataan: "c" } ] }
    contoh baik  { pernyataan: "a" induk: { tingkat: strategis pernyataan: "d" } anak: [ { pernyataan: "c" } ] }
    """
    condition = '(ada induk yang (pernyataan memuat "b")) dan ada anak'
    assert complaints(condition, examples) == [None, None]


def test_an_example_may_have_an_owner_parts_below_and_other_documents():
    examples = """
    contoh buruk { nama: "a" satuan: "km" sasaran: { tingkat: program pernyataan: "b" } padanan: [ { nama: "a" satuan: "unit" } ] }
    contoh baik  { nama: "a" satuan: "km" sasaran: { tingkat: program pernyataan: "b" } padanan: [ { nama: "a" satuan: "km" } ] }
    """
    condition = "ada padanan yang satuan tidak sama dengan ini.satuan"
    assert complaints(condition, examples, about="indikator") == [None, None]


def test_the_level_of_an_example_decides_whether_the_rule_speaks():
    examples = 'contoh buruk tingkat program "Mutu" contoh baik tingkat individu "Mutu"'
    assert complaints('pernyataan memuat "mutu"', examples, about="sasaran") == [None, None]
