"""Labelled rows: what is read, what a label means, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from indikator_rules.errors import DocumentError
from indikator_rules.review.labelled import Criterion, as_documents, criteria, read_corpus, read_labelled
from indikator_rules.ruleset import load_rules

ROW = {"id": "a", "tingkat": "program", "sasaran": "Meningkatkan mutu jalan", "label": {"s_bentuk": "aktif"}}


def written(path, *rows):
    file = path / "baris.jsonl"
    file.write_text("".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def test_rows_without_a_label_and_garbled_rows_are_counted_not_measured(tmp_path):
    file = written(tmp_path, ROW, {**ROW, "label": None}, {**ROW, "label": {"rusak": True}})
    rows, left_out = read_labelled(file)
    assert [row["id"] for row in rows] == ["a"]
    assert left_out == 2


def test_the_level_may_be_called_level(tmp_path):
    row = {name: value for name, value in ROW.items() if name != "tingkat"} | {"level": "kegiatan"}
    assert read_labelled(written(tmp_path, row))[0][0]["tingkat"] == "kegiatan"


@pytest.mark.parametrize(
    "line",
    ["{", "[1]\n", '{"label": 3}\n', json.dumps({**ROW, "tingkat": "lantai"}), json.dumps({**ROW, "sasaran": [1]})],
)
def test_a_line_that_is_no_row_is_named_with_its_number(tmp_path, line):
    with pytest.raises(DocumentError, match=r"baris\.jsonl, baris 2: "):
        read_labelled(written(tmp_path, ROW, line))


def test_a_file_without_labels_or_without_a_place_is_refused(tmp_path):
    with pytest.raises(DocumentError, match="tidak ada baris berlabel"):
        read_labelled(written(tmp_path, {**ROW, "label": None}))
    with pytest.raises(DocumentError, match="tidak dapat dibaca"):
        read_labelled(tmp_path / "tidak-ada.jsonl")


def test_a_label_means_a_fault_no_fault_or_nothing():
    relation = Criterion("R05", "r_selaras", bidang=("induk", "sasaran"), salah=("tidak",), ragu=("ragu",))
    said = {value: relation.fault({**ROW, "label": {"r_selaras": value}}) for value in ("tidak", "ya", "ragu", None)}
    assert said == {"tidak": True, "ya": False, "ragu": None, None: None}
    above = replace(relation, tingkat=("tujuan", "strategis"))
    assert above.fault({**ROW, "label": {"r_selaras": "tidak"}}) is None


def test_labels_and_shipped_rows_speak_of_rules_that_exist():
    known = {rule.code for rule in load_rules().rules}
    assert {code for criterion in criteria() for code in (criterion.kode, *criterion.juga)} <= known
    assert {code for code, _, _ in read_corpus()} <= known


def test_a_row_is_a_document_of_one_node():
    [reading] = as_documents({**ROW, "indikator": "Jumlah jalan", "satuan": "km"})
    [node] = reading.dokumen.simpul
    assert (node.pernyataan, node.indikator[0].satuan) == ("Meningkatkan mutu jalan", "km")


def test_a_row_may_be_a_set_of_documents():
    plan, agreement = as_documents({"dokumen": [{"judul": "Renstra"}, {"judul": "Perjanjian Kinerja"}]})
    assert (plan.dokumen.judul, agreement.dokumen.judul) == ("Renstra", "Perjanjian Kinerja")
    assert plan.dokumen.instansi == agreement.dokumen.instansi
