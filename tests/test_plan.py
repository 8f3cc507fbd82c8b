"""Which rules are asked about a subject, and which are spared."""

from __future__ import annotations

from packs import pack, subject, when

from indikator_rules.plan import Plans

ROAD = "simpul: [{tingkat: program, pernyataan: Meningkatnya mutu jalan}]"


def asked(*files, text=ROAD):
    node, tipe = subject(text, "simpul[0]")
    plan = Plans(pack(*files)).of(tipe, node.tingkat, node.dokumen)
    return [plan.sections[number].rule.code for number in plan.awake(node)]


def test_a_rule_sleeps_without_its_words():
    assert asked(when('pernyataan memuat "mutu"', code="X01"), when('pernyataan memuat "air"', code="X02")) == ["X01"]


def test_a_rule_needs_all_its_signs():
    both = when('pernyataan memuat "mutu" dan bentuk(pernyataan) adalah aktif', code="X01")
    assert asked(both) == []
    assert asked(both, text=ROAD.replace("Meningkatnya", "Meningkatkan")) == ["X01"]


def test_what_cannot_be_read_wakes_the_rule():
    assert asked(when('pernyataan memuat "air"', code="X01"), text="simpul: [{tingkat: program}]") == ["X01"]


def test_a_rule_about_other_documents_is_blind_in_a_lone_one():
    item, tipe = subject("simpul: [{tingkat: program, indikator: [{nama: Jumlah desa}]}]", "simpul[0].indikator[0]")
    plan = Plans(pack(when("ada padanan", about="indikator"))).of(tipe, item.tingkat, item.dokumen)
    assert plan.sections == ()
    assert [section.rule.code for section, _ in plan.blind] == ["X01"]


def test_a_text_that_was_judged_before_wakes_only_what_had_something_to_say():
    node, tipe = subject(ROAD, "simpul[0]")
    plan = Plans(pack(when('pernyataan memuat "mutu"', code="X01"), when("pernyataan terisi", code="X02"))).of(
        tipe, node.tingkat, node.dokumen
    )
    plan.remember(node, 0b10)
    assert plan.awake(node) == (1,)


def test_a_text_beside_the_name_is_remembered_by_itself():
    first, second = ({"nama": f"Jumlah desa {letter}", "satuan": "desa"} for letter in "ab")
    text = f"simpul: [{{tingkat: program, indikator: [{first}, {second}]}}]"
    item, tipe = subject(text, "simpul[0].indikator[0]")
    named = when("nama terisi", code="X01", about="indikator")
    united = when("satuan terisi", code="X02", about="indikator")
    both = when("satuan sama dengan nama", code="X03", about="indikator")
    plan = Plans(pack(named, united, both)).of(tipe, item.tingkat, item.dokumen)
    plan.remember(item, 0)
    other = item.dokumen.indikator[1]
    assert [plan.sections[number].rule.code for number in plan.awake(other)] == ["X01", "X03"]


def test_a_plan_knows_by_what_its_sections_judge():
    node, tipe = subject(ROAD, "simpul[0]")
    grave = when('pernyataan memuat "air"', code="X01", more='prinsip selaras\n  lke "1.b.8"')
    mild = when('pernyataan memuat "air"', code="X02", severity="catatan", more="prinsip terukur")
    plan = Plans(pack(grave, mild)).of(tipe, node.tingkat, node.dokumen)
    assert plan.judged_by(0) == {"selaras", "1.b.8"}
    assert plan.judged_by(0b01) == frozenset()
