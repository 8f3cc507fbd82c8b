"""Packs of rules: loading, faults that stay where they are, selection, profiles."""

from __future__ import annotations

import pytest
from packs import findings, messages, pack, rule, when

from indikator_rules.errors import RuleError
from indikator_rules.evaluator import evaluate
from indikator_rules.finding import Severity
from indikator_rules.ruleset import load_rules

ROAD = "simpul: [{tingkat: program, pernyataan: Meningkatkan mutu jalan}]"


def test_rules_come_in_the_order_of_their_codes():
    assert [one.code for one in pack(when("unit terisi", code="X02"), when("unit terisi")).rules] == ["X01", "X02"]


@pytest.mark.parametrize(
    "faulty",
    [
        "aturan rusak",
        when("pernyatan terisi"),
        when("pernyataan terisi", message="{banyak anek}"),
        'pola a = [ "x" a ] "arti"\n' + when("pernyataan cocok a"),
        "sebut t aneh bila t aneh\n" + when("pernyataan aneh"),
        when("pernyataan termasuk unit"),
        "\x00",
    ],
)
def test_one_faulty_file_is_told_and_the_rest_run(faulty):
    rules = pack(faulty, when("pernyataan terisi", code="X09", message="Ya."))
    assert [fault.severity for fault in rules.findings if fault.severity is Severity.GALAT] != []
    assert all(fault.places[0].file == "0.aturan" for fault in rules.findings)
    assert messages(rules, ROAD) == ["Ya."]
    from packs import document  # noqa: PLC0415

    assert evaluate(document(ROAD), rules).failed


def test_no_rule_at_all_is_an_error_that_carries_the_faults():
    with pytest.raises(RuleError, match="Tidak ada aturan") as caught:
        pack("aturan rusak")
    assert caught.value.findings


def test_a_folder_or_profile_that_does_not_exist(tmp_path):
    with pytest.raises(RuleError, match="tidak ditemukan"):
        load_rules(tmp_path / "tidak-ada")
    with pytest.raises(RuleError, match="Profil “entah” tidak ada"):
        load_rules(profil="entah")


def test_a_rule_is_found_by_code_name_and_alias():
    rules = pack(when("unit terisi", more="alias nama-lama"))
    assert {rules.rule(key).code for key in ("X01", "x01", "uji-x01", "nama-lama")} == {"X01"}
    with pytest.raises(RuleError, match="tidak ada"):
        rules.rule("X02")


def test_rules_are_chosen_and_left_out():
    rules = pack(*(when("pernyataan terisi", code=f"X0{number}") for number in (1, 2, 3)))
    assert [one.code for one in rules.select(pilih=["X01", "uji-x02"]).rules] == ["X01", "X02"]
    assert [one.code for one in rules.select(abaikan=["X01"]).rules] == ["X02", "X03"]


def test_a_pack_may_bring_word_lists_of_its_own():
    rules = pack(when("pernyataan memuat kata-sendiri", message="“{kutipan}”"), lists={"kata-sendiri": ["jalan"]})
    assert messages(rules, ROAD) == ["“jalan”"]


def test_a_pack_may_define_anew_what_the_shipped_pack_shares():
    rules = pack('pola batas-nilai = [ "batas" ] "arti"\n' + when("pernyataan cocok batas-nilai", message="Ya."))
    assert rules.findings == ()
    assert messages(rules, "simpul: [{tingkat: program, pernyataan: Batas wilayah}]") == ["Ya."]


def test_a_scale_is_told_as_a_range():
    rules = pack(when("skala(ini) diketahui", about="indikator", message="{skala(ini)}"))
    tree = "simpul: [{tingkat: program, pernyataan: Mutu, indikator: [{nama: Indeks mutu (skala 1-4), target: '3'}]}]"
    assert messages(rules, tree) == ["1–4"]


def test_a_basis_in_practice_is_called_so():
    [one] = pack(rule('bila unit terisi galat "P."').replace('dasar "Dasar"', 'dasar konvensi "Uji"')).rules
    assert one.basis == "Uji (konvensi)"


def test_the_same_rules_have_the_same_hash_and_others_have_not():
    one, same, other = pack(when("unit terisi")), pack(when("unit terisi")), pack(when("unit kosong"))
    assert one.pack["hash"] == same.pack["hash"] != other.pack["hash"]


def test_the_shipped_rules_find_what_they_are_for():
    assert "S02" in {finding.code for finding in findings(load_rules(), ROAD)}
