"""Two drafts side by side: nothing old is called new, however rows were moved, renamed and split."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from drafts import drafts, pairs

from indikator_rules.bundled import bundled
from indikator_rules.changes import Fate, Link
from indikator_rules.evaluator import evaluate
from indikator_rules.importers import read_file
from indikator_rules.reading import Reading
from indikator_rules.review.comparison import compare
from indikator_rules.ruleset import load_rules

PAIRS, CODES = pairs()
RULES = load_rules(profil="pemda").select(CODES)


@pytest.fixture(params=PAIRS, ids=[pair["nama"] for pair in PAIRS])
def pair(request):
    return request.param


@pytest.fixture
def compared(pair, tmp_path):
    """The comparison of a pair, and the names of the nodes of both drafts by path."""
    (old, before), (new, after) = drafts(pair, tmp_path)
    comparison = compare(((old,), evaluate(old, RULES)), ((new,), evaluate(new, RULES)))
    return comparison, before, after


def node_of(path):
    return re.match(r"(?:\.?(?:simpul|anak)\[\d+\])*", path)[0]


def told(comparison, fate, names):
    found = (change.finding for change in comparison.findings if change.fate is fate)
    return Counter(f"{finding.code} {names[node_of(finding.path)]}" for finding in found)


def test_no_old_finding_is_called_new_and_no_new_one_old(pair, compared):
    comparison, before, after = compared
    assert told(comparison, Fate.BARU, after) == Counter(pair.get("baru", []))
    assert told(comparison, Fate.SELESAI, before) == Counter(pair.get("selesai", []))


def test_every_node_meets_itself_and_splits_and_merges_are_told(pair, compared):
    comparison, before, after = compared
    links = {link: [] for link in Link}
    for change in comparison.nodes:
        links[change.link].append((change.old and before[change.old.path], change.new and after[change.new.path]))
    assert all(old == new for old, new in links[Link.SAMA])
    assert links[Link.DITAMBAH] == [(None, name) for name in pair.get("ditambah", [])]
    assert sorted(links[Link.DIHAPUS]) == sorted((name, None) for name in pair.get("dihapus", []))
    assert links[Link.DIPECAH] == [(whole, part) for whole, parts in pair.get("dipecah", {}).items() for part in parts]
    merged = [(part, whole) for whole, parts in pair.get("digabung", {}).items() for part in parts if part != whole]
    assert links[Link.DIGABUNG] == merged


def test_there_are_twenty_pairs_of_ten_agencies():
    assert len(PAIRS) == 20
    assert len({pair["dari"] for pair in PAIRS}) >= 10


def test_with_all_rules_the_order_of_siblings_makes_nothing_new():
    for path in sorted(bundled("corpus").joinpath("contoh").glob("*.yaml")):
        (old,) = read_file(path)
        turned = old.dokumen.model_copy(update={"simpul": tuple(map(_turned, reversed(old.dokumen.simpul)))})
        new = Reading(turned)
        rules = load_rules(profil=turned.jenis_instansi)
        comparison = compare(((old,), evaluate(old, rules)), ((new,), evaluate(new, rules)))
        assert {change.fate for change in comparison.findings} <= {Fate.TETAP}, path
        assert not any(change.any for change in (*comparison.nodes, *comparison.indicators)), path


def _turned(node):
    anak, indikator = tuple(map(_turned, reversed(node.anak))), tuple(reversed(node.indikator))
    return node.model_copy(update={"anak": anak, "indikator": indikator, "id": None})
