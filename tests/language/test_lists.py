"""Word lists as rules use them: words, tables, fields, agreement."""

from __future__ import annotations

from packs import istilah

from indikator_rules.language.lists import Lists
from indikator_rules.language.matching import Potongan, found, whole

NOTHING = frozenset()


def lists(**content):
    return Lists({name: istilah(name, words) for name, words in content.items()})


def finds(matcher, text):
    return [str(whole(text)._replace(awal=start, akhir=end)) for start, end in found(matcher, whole(text), NOTHING)]


def test_a_list_finds_its_words_by_root():
    assert finds(lists(a=["sosialisasi"]).matcher("a"), "Mensosialisasikan jalan") == ["Mensosialisasikan"]


def test_the_entries_of_a_table_are_words_too():
    assert finds(lists(a={"jalan": 1}).matcher("a"), "Mutu jalan") == ["jalan"]


def test_a_list_that_does_not_exist_finds_nothing():
    assert finds(lists().matcher("a"), "Mutu jalan") == []


def test_a_table_gives_the_value_of_the_longest_entry():
    look_up = lists(a={"jalan": 1, "jalan desa": 2}).table("a")
    assert look_up(whole("Mutu jalan desa")) == 2
    assert look_up(whole("Mutu jalan kota")) == 1
    assert look_up(whole("Mutu air")) is None


def test_a_table_may_be_written_the_other_way_round():
    assert lists(a={"naik": ["jalan", "air"]}).table("a")(whole("Mutu air")) == "naik"


def test_a_text_speaks_of_every_field_whose_words_it_holds():
    fields = lists(bidang={"jalan": ["jalan"], "tata-air": ["air"], "lain": ["desa"]}).fields()
    assert [str(name) for name in fields(whole("Jalan dan air"))] == ["jalan", "tata air"]
    assert fields(whole("Mutu")) is None


def test_units_agree_by_name_and_by_dimension():
    agrees = lists(a={"jalan": {"sesuai": ["dimensi:panjang"], "bertentangan": ["orang"]}}).agreement("a")
    assert agrees(whole("kilometer"), whole("jalan")) is True
    assert agrees(whole("orang"), whole("jalan")) is False
    assert agrees(whole("entah"), whole("jalan")) is None


def test_a_row_of_a_table_of_units_may_hold_for_a_class_of_words_and_for_phrases():
    rows = {"bangunan": {"kata": ["rumah"], "bertentangan": ["orang"]}, "lain": {"kata": ["rumah tangga"]}}
    agrees = lists(a=rows).agreement("a")
    name = whole("rumah tangga miskin").teks
    assert agrees(whole("orang"), whole("rumah")) is False
    assert agrees(whole("orang"), Potongan(name, 0, 1)) is None
    assert agrees(whole("orang"), whole("bangunan")) is None


def test_a_unit_of_several_words_is_what_its_first_word_is_unless_that_multiplies():
    agrees = lists(a={"jalan": {"bertentangan": ["orang", "dimensi:uang"]}}).agreement("a")
    assert agrees(whole("orang Ber-KTP"), whole("jalan")) is False
    assert agrees(whole("juta kunjungan"), whole("jalan")) is None
