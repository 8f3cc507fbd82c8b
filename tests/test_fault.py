"""What a finding tells of a fault: the words that show it, the repair, and a fingerprint that survives moving."""

from __future__ import annotations

from packs import document, findings, pack, rule

from indikator_rules.evaluator import evaluate
from indikator_rules.location import Location, Locations
from indikator_rules.reading import Reading

FOUND = pack(rule('bila pernyataan memuat "mutu" galat "Ada {kutipan}."'))
ROAD = "{id: S, tingkat: program, pernyataan: Meningkatkan mutu jalan desa}"


def only(text, rules=FOUND):
    [finding] = findings(rules, text)
    return finding


def test_a_finding_points_at_the_words_in_the_text():
    finding = only(f"simpul: [{ROAD}]")
    start, end = finding.span
    assert finding.text[start:end] == "mutu"
    assert finding.message == "Ada mutu."


def test_a_finding_is_called_as_its_rule_is_titled():
    finding = only(f"simpul: [{ROAD}]")
    assert finding.called == "X01 Judul X01"
    assert finding._replace(title="").called == "X01 uji-x01"


def test_the_fingerprint_stays_when_the_node_moves():
    first = only(f"simpul: [{ROAD}]")
    moved = only(f"simpul: [{{tingkat: program, pernyataan: Jalan}}, {ROAD}]")
    assert first.path != moved.path
    assert first.fingerprint == moved.fingerprint


def test_the_fingerprint_changes_with_the_words_and_with_the_parent():
    first = only(f"simpul: [{ROAD}]")
    other = only("simpul: [{tingkat: program, pernyataan: Meningkatnya mutu jalan kota}]")
    below = only(f"simpul: [{{tingkat: strategis, pernyataan: Lancarnya lalu lintas, anak: [{ROAD}]}}]")
    assert len({first.fingerprint, other.fingerprint, below.fingerprint}) == 3


def test_a_repair_keeps_the_case_of_what_it_replaces():
    rules = pack(rule('bila pernyataan memuat "mutu"\n galat "Ada." perbaikan kutipan menjadi "kualitas"'))
    assert only("simpul: [{pernyataan: Mutu jalan}]", rules).repair == "Kualitas jalan"
    assert only("simpul: [{pernyataan: MUTU jalan}]", rules).repair == "KUALITAS jalan"
    assert only("simpul: [{pernyataan: Naiknya mutu jalan}]", rules).repair == "Naiknya kualitas jalan"


def test_a_finding_stands_where_its_field_stands():
    place = Location("a.docx", table=1, table_row=2, table_column=3)
    reading = Reading(
        document(f"simpul: [{ROAD}]"), Locations({"simpul[0].pernyataan": (place,)}, {"simpul[0]": ("r7",)})
    )
    [finding] = evaluate(reading, FOUND).findings
    assert finding.places == (place,)
    assert finding.row == "r7"


def test_a_field_that_the_document_does_not_have_is_missed_where_its_indicator_or_statement_stands():
    name, statement = Location("a.docx", table=1, table_row=2, table_column=3), Location("a.docx", table=1, table_row=2)
    nodes = document("simpul: [{pernyataan: Mutu jalan, indikator: [{nama: Indeks mutu}]}]")
    places = {"simpul[0].indikator[0].nama": (name,), "simpul[0].pernyataan": (statement,)}
    rules = pack(
        rule('bila satuan kosong galat "Satuan kosong." pada satuan', about="indikator"),
        rule('bila pernyataan terisi galat "Tanpa induk." pada induk', code="X02"),
    )
    found = {one.code: one.places for one in evaluate(Reading(nodes, Locations(places)), rules).findings}
    assert found == {"X01": (name,), "X02": (statement,)}
