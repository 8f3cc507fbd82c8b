"""Laws of the syntax messages; single messages are in `bad/`."""

from __future__ import annotations

import re

import pytest
from strategies import KEYWORDS
from test_grammar import CONDITIONS, RULE

from indikator_rules.language.diagnostics import Diagnostic
from indikator_rules.language.parser import parse

DEMANDED = ("untuk", "bila", "alasan", "saran", "dasar", "aspek", "contoh")
SHORT = """\
aturan S02 kata-kerja-aktif "Judul"
  untuk       sasaran
  bila        pernyataan kosong
  galat       "Pesan."
  alasan      "Alasan."
  saran       "Saran."
  dasar       "Dasar"
  aspek       spesifik
  contoh      buruk "A"
"""


def told(source: str) -> Diagnostic:
    (diagnostic,) = parse(source).diagnostics
    return diagnostic


@pytest.mark.parametrize("clause", DEMANDED)
def test_a_clause_that_is_missing_is_named(clause: str) -> None:
    source = re.sub(rf"(?m)^  {clause} .*\n", "", SHORT)
    assert f"Bagian “{clause}” belum ada." in told(source).message


@pytest.mark.parametrize("clause", DEMANDED)
def test_a_clause_without_its_text_points_behind_it(clause: str) -> None:
    at = told(re.sub(rf"(?m)^(  {clause}) .*$", r"\1", SHORT)).at
    line = SHORT[: SHORT.index(f"  {clause}")].count("\n") + 1
    assert at.line in (line, line + 1)


@pytest.mark.parametrize("keyword", sorted({*DEMANDED, "galat", "aturan"}))
def test_a_misspelt_keyword_is_found_again(keyword: str) -> None:
    wrong = keyword[0] + keyword[1:].replace("a", "", 1) if "a" in keyword[1:] else keyword + "k"
    source = re.sub(rf"(?m)^(\s*){keyword}\b", rf"\g<1>{wrong}", SHORT, count=1)
    assert f"“{wrong}” tidak dikenal di sini. Maksud Anda “{keyword}”?" == told(source).message


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_cut_short_is_told_at_the_cut_or_before(condition: str) -> None:
    words = condition.split(" ")
    for length in range(1, len(words)):
        source = f"sebut t x bila {' '.join(words[:length])}"
        for diagnostic in parse(source).diagnostics:
            assert diagnostic.at.end <= len(source) + 1


@pytest.mark.parametrize("wrong", ["]", "5", "kata", "Kata", '"teks"'])
def test_a_message_is_short_and_speaks_the_language_of_its_reader(wrong: str) -> None:
    """Nobody reads more than six choices, and no terminal of the grammar means anything to a reader."""
    for place in list(re.finditer(r"\s+", RULE))[::4]:
        for diagnostic in parse(f"{RULE[: place.start()]} {wrong} {RULE[place.end() :]}").diagnostics:
            assert diagnostic.message.count(" · ") < 6
            assert not re.search(r"\b(NAME|STRING|NUMBER|PERCENT|CODE|KEY|[A-Z]+_[A-Z]+)\b", diagnostic.message)


def test_keywords_are_words() -> None:
    assert all(re.fullmatch("[a-z]+", keyword) for keyword in KEYWORDS)
