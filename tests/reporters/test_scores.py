"""What the columns of evaluators are answered: 1 only where the required checks could be made and passed."""

import pytest

from indikator_rules.evaluator import review
from indikator_rules.finding import Severity, Status
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.reading import Reading
from indikator_rules.reporters.scores import LONGEST_REASON, MOST_REASONS, Lack, Score, columns, score, without_data
from indikator_rules.ruleset import load_rules

RULES = load_rules()
RUN = {rule.code for rule in RULES.rules}
GOOD = {
    "nama": "Persentase jalan dalam kondisi mantap",
    "satuan": "%",
    "target": {"2025": "80", "2026": "82", "2027": "84"},
    "polarisasi": "maksimal",
}
ASPECTS = ["Spesifik", "Terukur", "Dapat dicapai", "Relevan", "Berbatas waktu", "Menantang"]


def verdict(indikator=GOOD, rules=RULES, **node):
    """The verdict on a node with one indicator."""
    simpul = {"tingkat": "program", "pernyataan": "Meningkatnya kemantapan jalan", "indikator": [indikator], **node}
    _, (one,) = review(Reading(Dokumen.model_validate({"instansi": "Dinas Contoh", "simpul": [simpul]})), rules)
    return one


def scores(one, sheet="indikator", run=RUN, **known):
    return {column.title: score(one, column, run, **known) for column in columns(sheet)}


def of_item(indikator, run=RUN, rules=RULES, **node):
    return scores(verdict(indikator, rules, **node).items[0], run=run)


def without(name):
    return {key: value for key, value in GOOD.items() if key != name}


def test_every_required_rule_is_in_the_shipped_pack_and_speaks_about_what_its_column_asks():
    cards = {rule.code: rule.node for rule in RULES.rules}
    for sheet in ("indikator", "sasaran"):
        for column in columns(sheet):
            assert column.required
            for code in column.required:
                card = cards[code]
                heard = {card.aspect} & column.aspects or {card.principle} & column.principles
                assert heard or set(card.lke) & column.criteria, code


def test_what_is_added_up_stands_first():
    smart = [column.is_smart for column in columns("indikator")]
    assert smart == sorted(smart, reverse=True)
    assert sum(smart) == 5


def test_a_good_indicator_is_met_in_every_column_and_says_by_which_checks():
    told = of_item(GOOD)
    assert {title: one.value for title, one in told.items()} == dict.fromkeys(ASPECTS, 1)
    assert told["Terukur"] == (1, "", ("I01", "U01", "T01"), ())


def test_a_grave_finding_is_not_met_and_says_how_grave_it_is():
    one = of_item(GOOD | {"satuan": None})["Terukur"]
    assert one.value == 0
    assert one.told.endswith(" (U01, harus diperbaiki).")


@pytest.mark.parametrize(
    ("indikator", "column", "lacking"),
    [
        (GOOD | {"target": "80"}, "Menantang", "T05"),
        (GOOD | {"target": "80"}, "Dapat dicapai", "T08"),
        (without("polarisasi") | {"nama": "Persentase jalan"}, "Menantang", "T05"),
    ],
)
def test_a_check_without_data_is_never_met(indikator, column, lacking):
    one = of_item(indikator)[column]
    assert one.value is None
    assert lacking in one.lacks[0].codes


def test_without_a_level_what_depends_on_it_is_left_to_a_person():
    told = of_item(GOOD, tingkat=None)
    assert [title for title, one in told.items() if one.value == 1] == ["Terukur", "Berbatas waktu"]
    assert told["Spesifik"].lacks == ((("I04", "I05"), "tingkat sasaran belum diketahui"),)


def test_without_a_period_no_target_is_bound_in_time():
    item = verdict(GOOD | {"target": "80"}).items[0]
    assert scores(item, has_period=True)["Berbatas waktu"].value == 1
    assert scores(item, has_period=False)["Berbatas waktu"] == Score(None, "Periode targetnya tidak disebut.")


def test_a_required_rule_that_was_not_run_leaves_the_column_open():
    chosen = RULES.select(["I01", "T01"])
    one = of_item(GOOD, run={"I01", "T01"}, rules=chosen)["Terukur"]
    assert one == Score(None, lacks=(Lack(("U01",), "pemeriksaannya tidak dijalankan"),))


def test_a_level_no_required_rule_speaks_about_is_left_to_a_person():
    one = of_item(GOOD, tingkat="subkegiatan")["Relevan"]
    assert one == Score(None, "Tidak ada pemeriksaan yang berlaku pada tingkat ini.")


def test_a_question_is_left_to_a_person():
    one = of_item(GOOD, pernyataan="Menurunnya kematian ibu")["Relevan"]
    assert one.value is None
    assert one.told.endswith("tercapai? (I19, perlu ditanyakan).")


def test_a_mild_finding_of_a_required_rule_leaves_the_column_open():
    one = of_item(GOOD | {"target": {"2025": "80", "2026": "80"}})["Menantang"]
    assert one.value is None
    assert one.told.endswith(" (T06, catatan).")


def test_a_mild_finding_of_another_rule_is_told_beside_the_score():
    one = of_item(GOOD | {"satuan": "prosentase"})["Terukur"]
    assert one.value == 1
    assert one.told.endswith(" (U04, catatan).")


def test_a_waived_finding_is_left_to_a_person_and_names_who_waived_it():
    item = verdict(GOOD | {"satuan": None}).items[0]
    waiver = {"alasan": "Sedang disusun", "pejabat": "Sekretaris", "berlaku_sampai": "2026-12-31"}
    waived = item._replace(findings=tuple(finding._replace(waiver=waiver) for finding in item.findings))
    one = scores(waived)["Terukur"]
    assert one.value is None
    assert (
        "Temuan U01 (semula harus diperbaiki) dikecualikan oleh Sekretaris sampai 2026-12-31: Sedang disusun."
        in one.told
    )


def test_a_finding_that_gave_way_to_another_does_not_pass():
    item = verdict().items[0]
    behind = item._replace(statuses={**item.statuses, "U01": frozenset({Status.TEMUAN})})
    (lack,) = scores(behind)["Terukur"].lacks
    assert lack == (("U01",), "temuan lain perlu diperbaiki lebih dahulu")


def test_long_reasons_are_cut_and_many_are_counted():
    item = verdict(GOOD | {"satuan": None}).items[0]
    (found,) = [finding for finding in item.findings if finding.code == "U01"]
    many = tuple(found._replace(code=f"U{number}", message=f"{number} " + "kata " * 200) for number in range(10, 17))
    told = scores(item._replace(findings=many))["Terukur"].told
    assert told.endswith(" Dan 4 lainnya.")
    assert len(told) < MOST_REASONS * (LONGEST_REASON + 40) + 30


def test_what_had_no_data_is_listed():
    lacking = without_data(verdict(GOOD | {"target": "80"}).items[0])
    assert ("T05",) in {lack.codes for lack in lacking}
    assert all(lack.why for lack in lacking)


def test_a_statement_is_judged_by_its_form_and_its_place_in_the_cascade():
    told = scores(verdict(pernyataan="Melaksanakan pembinaan jalan"), "sasaran")
    assert told["Berorientasi hasil"].value == 0
    assert told["Indikator cukup"].value == 1
    assert told["Selaras dengan induk"].value is None


def test_severities_are_told_in_words_of_people():
    found = verdict(GOOD | {"satuan": None}).items[0].findings
    assert Severity.GALAT in {finding.severity for finding in found}
    assert "galat" not in of_item(GOOD | {"satuan": None})["Terukur"].told
