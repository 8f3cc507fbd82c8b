"""Waivers: for whom they are meant, until when they hold, and what is told of those that nothing needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from packs import document, pack, when

from indikator_rules.evaluator import evaluate
from indikator_rules.importers.waivers import PlacedWaiver, with_waivers
from indikator_rules.location import Location
from indikator_rules.model.dokumen import Pengecualian
from indikator_rules.reading import Reading

TODAY = date(2026, 6, 1)
RULES = pack(when('nama diawali "Jumlah"', about="indikator"), when('unit memuat "x"', code="X02"))
TWO = """
- {id: S, tingkat: program, pernyataan: Mutu, indikator: [{nama: Jumlah kelas}, {nama: Jumlah murid}]}
- {id: T, tingkat: program, pernyataan: Akses, indikator: [{nama: Jumlah kelas}]}
"""


def waiver(**parts):
    given = {"aturan": "X01", "alasan": "Amanat", "pejabat": "Sekretaris", "berlaku_sampai": "2026-12-31", **parts}
    return "{" + ", ".join(f"{name}: {value}" for name, value in given.items()) + "}"


def report(*waivers, rules=RULES, today=TODAY):
    written = f"simpul: {TWO}" + "".join(f"\n{line}" for line in ("pengecualian:", *(f"- {one}" for one in waivers)))
    return evaluate(document(written.replace("pengecualian:", "") if not waivers else written), rules, today=today)


def waived(said):
    return [(one.node, one.indicator) for one in said.findings if one.waiver is not None]


def notes(said):
    return [(one.name, one.message) for one in said.findings if one.code.startswith("B")]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, [("S", "Jumlah kelas"), ("S", "Jumlah murid"), ("T", "Jumlah kelas")]),
        ({"aturan": "UJI-x01"}, [("S", "Jumlah kelas"), ("S", "Jumlah murid"), ("T", "Jumlah kelas")]),
        ({"simpul": "S"}, [("S", "Jumlah kelas"), ("S", "Jumlah murid")]),
        ({"simpul": "S", "indikator": "Jumlah murid"}, [("S", "Jumlah murid")]),
        ({"simpul": "lain"}, []),
        ({"aturan": "X02"}, []),
    ],
)
def test_a_waiver_is_meant_for_what_it_names(parts, expected):
    assert waived(report(waiver(**parts))) == expected


def test_a_waiver_by_fingerprint_is_meant_for_one_text_wherever_it_stands():
    first = report().findings[0]
    assert waived(report(waiver(sidik=f"'{first.fingerprint}'"))) == [("S", "Jumlah kelas"), ("T", "Jumlah kelas")]


def test_what_is_waived_is_shown_with_its_severity_and_counts_for_no_gate():
    said = report(waiver())
    assert {one.severity.value for one in said.findings} == {"galat"}
    assert sum(said.counts().values()) == 0


def test_an_expired_waiver_brings_its_finding_back_and_is_told():
    said = report(waiver(simpul="T"), today=date(2027, 1, 1))
    assert waived(said) == []
    assert notes(said) == [
        (
            "pengecualian-berakhir",
            "Pengecualian aturan X01 untuk simpul “T” (Sekretaris) berakhir 2026-12-31, sehingga temuannya tampil kembali.",
        )
    ]


def test_the_waiver_that_renews_an_expired_one_leaves_the_old_one_to_be_removed():
    said = report(waiver(simpul="T", berlaku_sampai="2026-01-31"), waiver(simpul="T"))
    assert waived(said) == [("T", "Jumlah kelas")]
    assert [name for name, _ in notes(said)] == ["pengecualian-tak-terpakai"]


def test_a_waiver_that_nothing_needs_is_told_if_its_rule_could_judge():
    said = report(waiver(simpul="lain"), waiver(aturan="X02"), waiver(aturan="Z99"))
    assert [name for name, _ in notes(said)] == ["pengecualian-tak-terpakai"]
    assert "“lain”" in notes(said)[0][1]


def test_a_waiver_of_a_rule_that_was_not_run_is_not_told():
    assert notes(report(waiver(simpul="lain"), rules=RULES.select(abaikan=["X01"]))) == []


def test_without_a_day_no_waiver_holds_and_none_is_told():
    said = report(waiver(), today=None)
    assert waived(said) == notes(said) == []


def test_a_waiver_beside_several_documents_is_needed_when_one_of_them_needs_it():
    shared = PlacedWaiver(
        Pengecualian(aturan="X01", simpul="T", alasan="a", pejabat="b", berlaku_sampai="2999-01-01"),
        Location("pengecualian.yaml", line=2),
    )
    one = Reading(document(f"simpul: {TWO}"))
    other = replace(one, dokumen=document("simpul: [{id: S, tingkat: program, pernyataan: Mutu}]"))
    both = with_waivers((one, other), (shared,))
    assert notes(evaluate(both, RULES, today=TODAY)) == []
