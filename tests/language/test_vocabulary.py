"""Every word of the language is documented, and no two mean the same."""

from __future__ import annotations

import pytest
from packs import rule

from indikator_rules.language.parser import parse
from indikator_rules.language.vocabulary import FIELDS, FUNCTIONS, KINDS, VERDICTS

WORDS = [*FIELDS.values(), *FUNCTIONS.values(), *KINDS.values(), *VERDICTS.values()]


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.name)
def test_a_word_has_one_line_of_documentation(word):
    assert word.doc
    assert "\n" not in word.doc
    assert not word.doc.endswith(".")


@pytest.mark.parametrize("name", sorted({name for _, name in FIELDS}))
def test_a_field_can_be_named_in_a_rule(name):
    assert parse(rule(f'bila {name} terisi\n galat "P."')).diagnostics == ()


def test_functions_and_verdicts_have_names_of_their_own():
    assert not FUNCTIONS.keys() & VERDICTS.keys()
