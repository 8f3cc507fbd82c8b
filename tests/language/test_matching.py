"""Patterns, against a reference that tries every way in order; and what they cost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packs import rule

from indikator_rules.istilah import Istilah
from indikator_rules.language import syntax
from indikator_rules.language.matching import (
    Matcher,
    class_matcher,
    compile_pattern,
    covers,
    ends_with,
    found,
    holds_words,
    list_matcher,
    literal_matcher,
    opens_with,
    whole,
)
from indikator_rules.language.parser import parse
from indikator_rules.text import Daftar

LETTERS = "xyz"
NOTHING = frozenset()


def pattern(written):
    """A pattern as a rule writes it, e.g. `"x" … $`."""
    parsed = parse(rule(f'bila pernyataan cocok [ {written} ]\n  galat "Pesan."'))
    assert parsed.diagnostics == ()
    return parsed.file.items[0].sections[0].branches[0].condition.pattern


def no_names(name):
    raise AssertionError(name)


def automaton(written, names=no_names):
    return compile_pattern(pattern(written) if isinstance(written, str) else written, names)


def first(written, text, names=no_names, masked=NOTHING):
    """The words that a pattern finds in a text, as text; None when it finds none."""
    p = whole(text)
    match = automaton(written, names).find(p, masked)
    return None if match is None else str(p._replace(awal=match.awal, akhir=match.akhir))


def words(*entries):
    return list_matcher(Daftar.compile(Istilah("", "", "", entri=entries)))


# ---- the reference: all ways in order of preference, by trying one after another


def ways(sequence, letters, i):
    """(end, captures) of every way the sequence matches at `i`, best first."""
    if sequence.start and i != 0:
        return
    for end, captures in _elements(sequence.elements, letters, i):
        if not sequence.end or end == len(letters):
            yield end, captures


def _elements(elements, letters, i):
    if not elements:
        yield i, {}
        return
    for end, captured in _element(elements[0], letters, i):
        for last, later in _elements(elements[1:], letters, end):
            yield last, {**captured, **later}


def _element(element, letters, i):
    for end, captured in _atom(element.atom, letters, i):
        own = {} if element.capture is None else {element.capture: (i, end)}
        yield end, {**captured, **own}
    if element.optional:
        yield i, {}


def _atom(atom, letters, i):
    match atom:
        case syntax.Literal(value):
            wanted = value.split()
            if letters[i : i + len(wanted)] == wanted:
                yield i + len(wanted), {}
        case syntax.Gap(limit):
            most = len(letters) - i if limit is None else min(limit, len(letters) - i)
            yield from ((i + skipped, {}) for skipped in range(most + 1))
        case syntax.Group(alternatives):
            for sequence in alternatives:
                yield from ways(sequence, letters, i)


def reference(node, letters):
    """(start, end, captures) of the leftmost match, the best of those that start there."""
    for start in range(len(letters)):
        for sequence in node.alternatives:
            for end, captures in ways(sequence, letters, start):
                return start, end, captures
    return None


# ---- patterns over a small alphabet

literals = st.lists(st.sampled_from(LETTERS), min_size=1, max_size=3).map(lambda some: syntax.Literal(" ".join(some)))
gaps = st.builds(syntax.Gap, st.one_of(st.none(), st.integers(0, 3)))


def sequences(atoms, capture):
    elements = st.lists(st.builds(syntax.Element, atoms, st.booleans(), capture), min_size=1, max_size=4)
    return st.builds(syntax.Sequence, elements.map(_named_apart), st.booleans(), st.booleans())


def _named_apart(elements):
    """No two captures of one sequence have the same name."""
    return tuple(
        syntax.Element(element.atom, element.optional, element.capture and f"{element.capture}{number}")
        for number, element in enumerate(elements)
    )


inner = st.one_of(literals, gaps)
groups = st.lists(sequences(inner, st.none()), min_size=1, max_size=3).map(lambda some: syntax.Group(tuple(some)))
top = sequences(st.one_of(literals, gaps, groups), st.sampled_from([None, "a"]))
patterns = st.lists(top, min_size=1, max_size=3).map(lambda some: syntax.Pattern(tuple(some)))
texts = st.lists(st.sampled_from(LETTERS), min_size=1, max_size=8)


@settings(max_examples=1500)
@given(patterns, texts)
def test_a_pattern_finds_what_trying_every_way_finds(node, letters):
    match = automaton(node).find(whole(" ".join(letters)))
    assert (match and (match.awal, match.akhir, dict(match.captures))) == reference(node, letters)


@settings(max_examples=300)
@given(patterns, texts)
def test_all_matches_are_those_of_one_search_after_another(node, letters):
    spans = [(match.awal, match.akhir) for match in automaton(node).find_all(whole(" ".join(letters)))]
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    once = automaton(node).find(whole(" ".join(letters)))
    assert spans[:1] == ([] if once is None else [(once.awal, once.akhir)])


@settings(max_examples=300)
@given(patterns, texts)
def test_a_text_without_the_keys_of_a_pattern_has_no_match(node, letters):
    text = whole(" ".join(letters))
    keys = automaton(node).keys
    if reference(node, letters) is not None:
        assert keys is None or not keys.isdisjoint(text.teks.kunci)


# ---- patterns as authors write them


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ('"mutu" "jalan"', "Meningkatnya mutu jalan desa", "mutu jalan"),
        ('"mutu jalan"', "Meningkatnya mutu jalan desa", "mutu jalan"),
        ('"mutu" "jalan"', "Meningkatnya mutu di jalan desa", None),
        ('"mutu" … "desa"', "Meningkatnya mutu jalan di desa", "mutu jalan di desa"),
        ('"mutu" …1 "desa"', "Meningkatnya mutu jalan di desa", None),
        ('"mutu" …2 "desa"', "Meningkatnya mutu jalan di desa", "mutu jalan di desa"),
        ('"mutu" "baik"? "jalan"', "Mutu jalan", "Mutu jalan"),
        ('"mutu" "baik"? "jalan"', "Mutu baik jalan", "Mutu baik jalan"),
        ('^ "mutu"', "Mutu jalan", "Mutu"),
        ('^ "mutu"', "Meningkatnya mutu", None),
        ('"jalan" $', "Mutu jalan.", "jalan"),
        ('"jalan" $', "Mutu jalan desa", None),
        ('"sungai" | "jalan" "desa"', "Mutu jalan desa", "jalan desa"),
        ('"mutu" ("sungai" | "jalan") "desa"', "Mutu jalan desa", "Mutu jalan desa"),
        ('"mutu" ("sungai" | "jalan")? "desa"', "Mutu desa", "Mutu desa"),
    ],
)
def test_the_parts_of_a_pattern(written, text, expected):
    assert first(written, text) == expected


@pytest.mark.parametrize("numbering", ["1. ", "a. ", "Sasaran 3: "])
def test_the_start_of_a_text_is_behind_its_numbering(numbering):
    assert first('^ "mutu"', f"{numbering}Mutu jalan") == "Mutu"


def test_gaps_stop_as_soon_as_what_follows_them_is_found():
    assert first('"mutu" … "desa"', "Mutu desa dan mutu jalan desa") == "Mutu desa"


def test_optional_words_are_taken_when_they_are_there():
    assert first('"mutu" "jalan"?', "Mutu jalan") == "Mutu jalan"


def test_the_match_that_starts_first_wins_however_its_words_are_cut():
    assert first('("mutu" "jalan" "desa" | "jalan desa") "baru"', "mutu jalan desa baru") == "mutu jalan desa baru"


def test_alternatives_are_tried_in_the_order_written():
    assert first('"mutu" | "mutu" "jalan"', "Mutu jalan") == "Mutu"
    assert first('"mutu" "jalan" | "mutu"', "Mutu jalan") == "Mutu jalan"


def test_a_capture_names_a_stretch():
    p = whole("Meningkatnya mutu jalan di desa")
    match = automaton('"mutu" … sebagai hal "desa"').find(p)
    start, end = match.captures["hal"]
    assert str(p._replace(awal=start, akhir=end)) == "jalan di"


def test_masked_words_can_only_be_passed_over_by_a_gap():
    masked = frozenset({1})
    assert first('"tepat" "guna"', "tepat guna desa", masked=masked) is None
    assert first('"tepat" … "desa"', "tepat guna desa", masked=masked) == "tepat guna desa"


def test_a_name_in_a_pattern_is_a_list_a_class_or_another_pattern():
    names = {
        "kata-jalan": words("jalan"),
        "angka": class_matcher("angka"),
        "jalan-bernomor": pattern('"jalan" "nomor"'),
    }
    assert first("kata-jalan angka", "Mutu jalan 12", names.__getitem__) == "jalan 12"
    assert first('jalan-bernomor "dua"', "Mutu jalan nomor dua", names.__getitem__) == "jalan nomor dua"


# ---- cost


def steps_taken(node, length):
    """How often a matcher was asked, on a text of so many equal words that never completes the pattern."""
    asked = 0

    def at(teks, i):
        nonlocal asked
        asked += 1
        return i + 1 if i < len(teks.kata) and teks.kata[i].bentuk.rendah == "x" else None

    names = {"x": Matcher(at, None, None), "y": literal_matcher("y")}
    automaton(node, names.__getitem__).find(whole(" ".join(["x"] * length)))
    return asked


@pytest.mark.parametrize(
    "written",
    ["x … x … x … y", "(x | x x) (x | x x) … y", "x? x? x? x? y", "x …9 x …9 x …9 y", "(x … | x …) x y"],
)
def test_the_cost_of_a_pattern_grows_with_the_text_and_no_faster(written):
    short, long = steps_taken(written, 100), steps_taken(written, 400)
    assert long <= 4 * short + 40


# ---- places in a text


def unmasked(_potongan):
    return NOTHING


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        (opens_with, "Sosialisasi jalan desa", "Sosialisasi"),
        (opens_with, "Desa sosialisasi", None),
        (opens_with, "1. Sosialisasi jalan", "Sosialisasi"),
        (ends_with, "Jalan dan sosialisasi.", "sosialisasi"),
        (ends_with, "Sosialisasi jalan", None),
        (holds_words, "Jalan sosialisasi desa", "sosialisasi"),
        (holds_words, "Jalan desa", None),
        (holds_words, "Mensosialisasikan jalan", "Mensosialisasikan"),
    ],
)
def test_words_of_a_list_at_the_start_at_the_end_and_anywhere(place, text, expected):
    match = place(whole(text), (words("sosialisasi"),), unmasked)
    assert (None if match is None else str(match)) == expected


def test_the_longest_entry_counts():
    assert str(holds_words(whole("Peraturan kepala daerah"), (words("kepala", "kepala daerah"),), unmasked)) == (
        "kepala daerah"
    )


def test_masked_words_are_not_found():
    text = whole("teknologi tepat guna")
    assert holds_words(text, (words("guna"),), lambda _p: frozenset({1, 2})) is None
    assert ends_with(text, (words("guna"),), lambda _p: frozenset({2})) is None
    assert opens_with(text, (words("teknologi"),), lambda _p: frozenset({0})) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("Persen", True), ("persen.", True), ("persen jalan", False), ("", False)]
)
def test_a_list_covers_a_text_that_is_one_entry(text, expected):
    assert covers(words("persen"), whole(text)) is expected


def test_matches_do_not_overlap():
    assert list(found(words("jalan jalan"), whole("jalan jalan jalan jalan"), NOTHING)) == [(0, 2), (2, 4)]


def test_a_word_written_as_it_stands_is_not_found_by_its_root():
    assert next(found(literal_matcher("tingkat"), whole("Meningkatnya"), NOTHING), None) is None
    assert next(found(words("tingkat"), whole("Meningkatnya"), NOTHING), None) == (0, 1)
