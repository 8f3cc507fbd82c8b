"""The document as a tree: parents by id, code or statement, context, cycles, and what a document can tell."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from indikator_rules.model.dokumen import Dokumen, Sasaran
from indikator_rules.model.pohon import PohonDokumen


def tree(text):
    return PohonDokumen(Dokumen.model_validate(yaml.safe_load(text)))


def names(nodes):
    return [node.sasaran.id or node.sasaran.pernyataan for node in nodes]


def test_nodes_stand_in_reading_order_with_their_paths():
    pohon = tree("simpul: [{id: A, anak: [{id: B}, {id: C}]}, {id: D}]")
    assert names(pohon.simpul) == ["A", "B", "C", "D"]
    assert [node.path for node in pohon.simpul] == ["simpul[0]", "simpul[0].anak[0]", "simpul[0].anak[1]", "simpul[1]"]


@pytest.mark.parametrize("name", ["A", "1.1", "Meningkatnya mutu", "meningkatnya  MUTU."])
def test_a_parent_is_found_by_id_code_or_statement(name):
    pohon = tree(
        f"simpul: [{{id: A, kode: '1.1', tingkat: tujuan, pernyataan: Meningkatnya mutu}}, {{id: B, tingkat: program, induk: '{name}'}}]"
    )
    assert names(pohon.simpul[1].induk) == ["A"]
    assert names(pohon.simpul[0].anak) == ["B"]


def test_of_equal_statements_the_lowest_above_is_the_parent():
    pohon = tree(
        "simpul: [{id: A, tingkat: tujuan, pernyataan: x}, {id: B, tingkat: strategis, pernyataan: x}, {id: C, tingkat: program, induk: x}]"
    )
    assert names(pohon.simpul[2].induk) == ["B"]


def test_a_parent_that_is_only_named_is_context_and_shared():
    pohon = tree("simpul: [{id: A, induk: Sasaran kota}, {id: B, induk: sasaran kota}]")
    assert names(pohon.konteks) == ["Sasaran kota"]
    assert names(pohon.simpul) == ["A", "B"]
    assert pohon.simpul[0].induk == pohon.simpul[1].induk


def test_a_node_has_several_parents():
    pohon = tree("simpul: [{id: A}, {id: B}, {id: C, induk: [A], mendukung: [B]}]")
    assert names(pohon.simpul[2].induk) == ["A", "B"]
    assert names(pohon.simpul[2].mendukung) == ["B"]


def test_siblings_are_of_one_level_below_one_parent():
    pohon = tree(
        "simpul: [{id: A, anak: [{id: B, tingkat: program}, {id: C, tingkat: program}, {id: D, tingkat: kegiatan}]}]"
    )
    assert names(pohon.simpul[1].sejajar()) == ["C"]


def test_a_circle_of_parents_ends():
    pohon = tree("simpul: [{id: A, induk: C}, {id: B, induk: A}, {id: C, induk: B}, {id: D, induk: D}]")
    assert names(pohon.simpul[0].leluhur()) == ["C", "B"]
    assert names(pohon.simpul[0].keturunan()) == ["B", "C"]


links = st.lists(st.integers(0, 5), min_size=1, max_size=6)


@settings(max_examples=100)
@given(links)
def test_whoever_is_above_has_me_below(parents):
    nodes = tuple(Sasaran(id=str(number), induk=str(parent)) for number, parent in enumerate(parents))
    pohon = PohonDokumen(Dokumen(simpul=nodes))
    for node in pohon.simpul:
        assert all(node in above.keturunan() for above in node.leluhur())
        assert all(node in below.leluhur() for below in node.keturunan())


def test_what_a_document_offers():
    pohon = tree("simpul: [{id: A, tingkat: program, indikator: [{nama: a, satuan: ''}]}, {tingkat: kegiatan}]")
    assert "nama" in pohon.kolom
    assert "satuan" in pohon.kolom
    assert "definisi" not in pohon.kolom
    assert not pohon.bertaut
    assert pohon.berindikator
    assert tree("{kolom: [definisi], simpul: []}").kolom == {"definisi"}


def test_targets_are_read_cell_by_cell():
    pohon = tree(
        "simpul: [{indikator: [{nama: a, target: {2025: '4', 2026: '5'}}, {nama: b, target: '6'}, {nama: c}]}]"
    )
    many, one, none = pohon.indikator
    assert [(cell.periode, cell.nilai.angka, cell.path[-12:]) for cell in many.target] == [
        ("2025", 4.0, "target[2025]"),
        ("2026", 5.0, "target[2026]"),
    ]
    assert [cell.path for cell in one.target] == ["simpul[0].indikator[1].target"]
    assert none.target == ()
    assert none.seri is None


@pytest.mark.parametrize(("tahun", "period"), [("2026", "2026"), ("2025-2029", ""), (None, "")])
def test_a_single_target_is_that_of_the_documents_year(tahun, period):
    said = f"tahun: '{tahun}', " if tahun else ""
    [item] = tree(f"{{{said}simpul: [{{indikator: [{{nama: a, target: '80'}}]}}]}}").indikator
    assert list(item.seri.nilai) == [period]
    assert item.target[0].path == "simpul[0].indikator[0].target"
