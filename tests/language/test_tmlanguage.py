"""The colours that editors give: they know the words of the grammar, no more and no fewer."""

from __future__ import annotations

import json
import re

import pytest
from strategies import KEYWORDS

from indikator_rules.bundled import bundled

COLOURS = json.loads(bundled("grammars").joinpath("aturan.tmLanguage.json").read_text(encoding="utf-8"))
REPOSITORY = COLOURS["repository"]
WORDS = ("bagian", "keparahan", "hasil", "kata")


def words(part: str) -> list[str]:
    return re.search(r"\(([a-z|]+)\)", REPOSITORY[part]["match"])[1].split("|")


def test_editors_know_every_keyword_once() -> None:
    assert sorted(word for part in WORDS for word in words(part)) == sorted(KEYWORDS)


def test_every_part_that_is_named_exists_and_is_used() -> None:
    named = {include["include"].removeprefix("#") for include in COLOURS["patterns"]}
    assert named == REPOSITORY.keys()


@pytest.mark.parametrize(
    ("part", "text", "found"),
    [
        ("kode", "aturan S02 diam bila ada temuan S12 atau S123", ["S02", "S12"]),
        ("keparahan", "galat di program; catatan di kegiatan", ["galat", "catatan"]),
        ("bagian", "alasan dasar-hukum dasar", ["alasan", "dasar"]),
        ("fungsi", "bentuk-kondisi(kutipan)", ["bentuk-kondisi"]),
        ("medan", "{ nama: a target: { 2026: b } }", ["nama", "target", "2026"]),
        ("angka", "1.500 90% -2,5 x2", ["1.500", "90%", "-2,5"]),
        ("tanda", "a ≤ b × c … ...", ["≤", "×", "…", "..."]),
    ],
)
def test_parts_of_a_rule_get_their_colour(part: str, text: str, found: list[str]) -> None:
    assert [match[0].strip() for match in re.finditer(REPOSITORY[part]["match"], text)] == found
