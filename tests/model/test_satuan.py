import pytest

from indikator_rules.istilah import bundled_istilah
from indikator_rules.model.satuan import dimensi, find_satuan, is_baku, satuan_baku


@pytest.mark.parametrize(
    ("teks", "baku"),
    [
        ("persen", "%"),
        ("Persen (%)", "%"),
        ("prosentase", "%"),
        ("Lap.", "laporan"),
        ("DOK", "dokumen"),
        ("sub kegiatan", "subkegiatan"),
        ("Orang / Bulan", "orang bulan"),
        ("M²", "meter persegi"),
        ("ada/tidak", None),
    ],
)
def test_a_unit_is_known_by_any_of_its_spellings(teks, baku):
    assert satuan_baku(teks) == baku


def test_a_unit_tells_what_it_measures():
    assert dimensi("hari") == "waktu"
    assert dimensi("Ha") == "luas"
    assert dimensi("entah") is None


def test_an_accepted_name_is_not_a_faulty_spelling():
    assert is_baku("persen")
    assert is_baku("OPD")
    assert is_baku("bh") is False
    assert is_baku("index") is False
    assert is_baku("entah") is None


def test_units_of_one_dimension_convert():
    minute, hour = find_satuan("menit"), find_satuan("jam")
    assert hour.faktor == 60 * minute.faktor


def test_no_spelling_stands_for_two_units():
    spellings = [
        "".join(str(spelling).casefold().split())
        for units in bundled_istilah("satuan-dikenal").nilai.values()
        for name, row in units.items()
        for spelling in (name, *row.get("padanan", ()), *row.get("ragam", ()))
    ]
    assert sorted({spelling for spelling in spellings if spellings.count(spelling) > 1}) == []
