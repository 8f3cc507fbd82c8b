"""Findings by cause, and the order of repairs."""

from hypothesis import given
from hypothesis import strategies as st
from reports import finding

from indikator_rules.finding import Severity
from indikator_rules.reporters.causes import causes, node_of

GRAVEST_FIRST = list(Severity)


def at(node, code, severity=Severity.PERINGATAN, below=""):
    return finding(path=f"simpul[{node}]{below}", code=code, name=f"nama-{code}", severity=severity)


def order(*findings):
    return [(cause.code, cause.nodes, cause.cleared) for cause in causes(findings, {})]


def test_the_repair_that_clears_most_nodes_goes_first():
    assert order(at(0, "A"), at(0, "B"), at(1, "A"), at(1, "B"), at(2, "B"), at(3, "C")) == [
        ("B", 3, 1),
        ("A", 2, 2),
        ("C", 1, 1),
    ]


def test_of_equals_the_one_that_speaks_of_more_nodes_goes_first_then_the_graver_one():
    assert [code for code, *_ in order(at(0, "A"), at(0, "B"), at(1, "B"), at(1, "C"))] == ["B", "A", "C"]
    assert [code for code, *_ in order(at(0, "A"), at(1, "B", Severity.GALAT))] == ["B", "A"]


def test_findings_about_indicators_count_for_their_node():
    assert order(at(0, "A", below=".indikator[0]"), at(0, "A", below=".indikator[1].target[2026]")) == [("A", 1, 1)]


def test_a_finding_about_a_document_clears_no_node():
    assert order(finding(path="", code="A")) == [("A", 0, 0)]


def test_equal_paths_in_other_documents_are_other_nodes():
    assert node_of(at(0, "A")) != node_of(at(0, "A")._replace(document="Dinas Lain"))
    assert node_of(at(0, "A", below=".anak[2].indikator[1].nama")) == (
        "Dinas Contoh",
        "perjanjian-kinerja.docx",
        "simpul[0].anak[2]",
    )


def test_a_cause_is_called_as_its_rule_is_and_as_grave_as_its_gravest_finding():
    [cause] = causes([at(0, "A"), at(1, "A", Severity.GALAT)], {"A": "Judul A"})
    assert (cause.title, cause.severity) == ("Judul A", Severity.GALAT)
    [unknown] = causes([at(0, "A")], {})
    assert unknown.title == "nama-A"


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from("ABCD")), max_size=12))
def test_in_the_end_every_node_is_cleared_once_in_any_order_of_findings(pairs):
    findings = [at(node, code) for node, code in pairs]
    ranked = causes(findings, {})
    assert sum(cause.cleared for cause in ranked) == len({node for node, _ in pairs})
    assert sorted(one for cause in ranked for one in cause.findings) == sorted(findings)
    assert order(*findings) == order(*reversed(findings))
