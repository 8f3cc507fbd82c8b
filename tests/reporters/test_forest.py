"""Which node stands below which when a document is drawn."""

from indikator_rules.model.dokumen import Dokumen, Sasaran
from indikator_rules.model.pohon import PohonDokumen
from indikator_rules.reporters.to_html.forest import forest_of


def drawn(*nodes):
    """The roots, and of each node that has any the children, by name."""
    roots, below = forest_of(PohonDokumen(Dokumen(simpul=tuple(Sasaran(**node) for node in nodes))))
    name = lambda node: node.sasaran.id or node.sasaran.pernyataan  # noqa: E731 - used here only
    children = {name(node): [name(child) for child in found] for node, found in below.items() if found}
    return [name(root) for root in roots], children


def test_a_node_of_several_parents_stands_below_the_first():
    nodes = {"id": "A"}, {"id": "B"}, {"id": "C", "induk": "B", "mendukung": ["A"]}
    assert drawn(*nodes) == (["A", "B"], {"B": ["C"]})


def test_a_parent_that_is_only_named_is_drawn_above_its_children():
    assert drawn({"id": "A", "induk": "Meningkatnya mutu"}) == (["Meningkatnya mutu"], {"Meningkatnya mutu": ["A"]})


def test_a_circle_is_cut_open_at_its_first_node():
    nodes = {"id": "A", "induk": "C"}, {"id": "B", "induk": "A"}, {"id": "C", "induk": "B"}, {"id": "D", "induk": "C"}
    assert drawn(*nodes) == (["A"], {"A": ["B"], "B": ["C"], "C": ["D"]})
