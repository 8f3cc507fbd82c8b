"""The baseline: what was there on its day is known, what came later is new."""

from __future__ import annotations

import pytest
from packs import document, pack, when

from indikator_rules.errors import DocumentError
from indikator_rules.evaluator import evaluate
from indikator_rules.review.baseline import against_baseline, baseline_text, read_baseline

RULES = pack(when('nama diawali "Jumlah"', about="indikator"))


def report(*names, statement="Mutu"):
    measures = ", ".join(f"{{nama: {name}}}" for name in names)
    return evaluate(
        document(f"simpul: [{{tingkat: program, pernyataan: {statement}, indikator: [{measures}]}}]"), RULES
    )


@pytest.fixture
def known(tmp_path):
    def write(*names):
        path = tmp_path / "dasar.json"
        path.write_text(baseline_text(report(*names)), encoding="utf-8")
        return read_baseline(path)

    return write


def new(said):
    return [finding.indicator for finding in said.findings if finding.stands]


def test_findings_are_known_by_their_text_wherever_they_stand(known):
    said = against_baseline(report("Nilai", "Jumlah b", "Jumlah  A"), known("Jumlah a", "Jumlah b", "Jumlah c"))
    assert new(said) == []
    assert len(said.findings) == 2


def test_what_came_later_is_new(known):
    said = against_baseline(report("Jumlah baru", "Jumlah a"), known("Jumlah a"))
    assert new(said) == ["Jumlah baru"]
    assert sum(said.counts().values()) == 1


def test_one_more_of_the_same_is_new(known):
    assert new(against_baseline(report("Jumlah a", "Jumlah a", "Jumlah a"), known("Jumlah a", "Jumlah a"))) == [
        "Jumlah a"
    ]


def test_a_waived_finding_is_no_part_of_it(known):
    waived = report("Jumlah a").findings[0]._replace(waiver={"alasan": "a"})
    said = report("Jumlah a")
    empty = baseline_text(type(said)((waived,)))
    assert "fingerprint" not in empty
    assert not against_baseline(type(said)((waived,)), known("Jumlah a")).findings[0].known


def test_it_holds_no_text_and_is_the_same_in_any_order():
    assert baseline_text(report("Jumlah a", "Jumlah b")) == baseline_text(report("Jumlah b", "Jumlah a"))
    assert "jumlah" not in baseline_text(report("Jumlah a")).lower()


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"findings": [1]}', '{"findings": [{"code": "S02"}]}', "[" * 9999]
)
def test_another_file_is_none(tmp_path, content):
    path = tmp_path / "dasar.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DocumentError, match="bukan garis dasar"):
        read_baseline(path)


def test_a_file_that_is_not_there_is_told_how_to_make(tmp_path):
    with pytest.raises(DocumentError, match="indikator garis-dasar BERKAS --ke"):
        read_baseline(tmp_path / "tiada.json")
