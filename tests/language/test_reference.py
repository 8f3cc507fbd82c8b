"""The reference names every word that a condition may use."""

from __future__ import annotations

from indikator_rules.language.reference import reference
from indikator_rules.language.vocabulary import FIELDS, FUNCTIONS, KINDS, VERDICTS

PAGE = "".join(reference())


def test_every_word_of_the_vocabulary_stands_in_the_reference():
    words = [*KINDS, *VERDICTS, *(name for _, name in FIELDS)]
    assert [word for word in words if f"| `{word}` |" not in PAGE] == []
    assert [name for name in FUNCTIONS if f"| `{name}(" not in PAGE] == []


def test_classes_tell_their_values():
    assert "| `polarisasi` | maksimal, minimal, stabil |" in PAGE
