"""From the texts of a row to fields: codes, numbers before texts, several indicators in a cell, units behind names."""

import pytest

from indikator_rules.importers.records import (
    split_several,
    statement_values,
    take_measure_code,
    unit_behind,
    without_enumerator,
)
from indikator_rules.importers.shape import StatementColumn


@pytest.mark.parametrize(
    ("text", "code", "statement"),
    [
        ("1.02.02 - Program Kesehatan", "1.02.02", "Program Kesehatan"),
        ("1.1 Meningkatnya mutu", "1.1", "Meningkatnya mutu"),
        ("SS1. Meningkatnya mutu", "SS1", "Meningkatnya mutu"),
        ("1. Meningkatnya mutu", None, "Meningkatnya mutu"),
        ("a) Meningkatnya mutu", None, "Meningkatnya mutu"),
        ("10.000 Rumah layak huni", None, "10.000 Rumah layak huni"),
        ("2.5 persen warga", None, "2.5 persen warga"),
        ("PM10: kadar di udara", None, "PM10: kadar di udara"),
        ("5 kecamatan tangguh", None, "5 kecamatan tangguh"),
    ],
)
def test_codes_before_statements(text, code, statement):
    values = statement_values([text], StatementColumn(0), None)
    assert (values.get("kode"), values["pernyataan"]) == (code, statement)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1. Nilai SAKIP 2. Indeks RB", ["Nilai SAKIP", "Indeks RB"]),
        ("1) A;\n2) B;\n3) C", ["A", "B", "C"]),
        ("a. Nilai\nb. Skor", ["Nilai", "Skor"]),
        ("- Nilai\n- Skor", ["Nilai", "Skor"]),
        ("Nilai SAKIP", ["Nilai SAKIP"]),
        ("1. Nilai SAKIP", ["1. Nilai SAKIP"]),
        ("Indeks versi 1. dan 2. tahun", ["Indeks versi 1. dan 2. tahun"]),
        ("Nilai\nSAKIP", ["Nilai\nSAKIP"]),
        ("1. Nilai 3. Skor", ["1. Nilai 3. Skor"]),
        ("", [""]),
    ],
)
def test_several_things_in_a_cell(text, parts):
    assert split_several(text) == parts


def test_numbers_before_texts():
    assert without_enumerator("1. Nilai SAKIP") == "Nilai SAKIP"
    assert without_enumerator("1.500 orang") == "1.500 orang"


@pytest.mark.parametrize(
    ("nama", "unit"),
    [("Jalan mantap (%)", "%"), ("Nilai ekspor (SAKIP)", None), ("Indeks (indeks) mutu", None), ("Jalan mantap", None)],
)
def test_units_behind_names(nama, unit):
    assert unit_behind(nama) == unit


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("1.2 Persentase jalan mantap", "1.2", "Persentase jalan mantap"),
        ("IKU 3: Nilai SAKIP", "IKU 3", "Nilai SAKIP"),
        ("IKSS.1.1 Indeks Kualitas Air", "IKSS.1.1", "Indeks Kualitas Air"),
        ("B3 Industri yang dikelola", "", "B3 Industri yang dikelola"),
        ("PM 10 Rata-rata harian", "", "PM 10 Rata-rata harian"),
        ("1.000 Hari Pertama Kehidupan", "", "1.000 Hari Pertama Kehidupan"),
    ],
)
def test_the_code_before_an_indicator_is_no_part_of_its_name(text, code, name):
    assert take_measure_code(text) == (code, name)


def test_codes_that_count_up_part_the_indicators_of_a_cell():
    assert split_several("2.1 Persentase jalan\nmantap\n2.2 Jumlah jembatan") == [
        "2.1 Persentase jalan\nmantap",
        "2.2 Jumlah jembatan",
    ]
    assert split_several("1.1 Rasio A terhadap\n3.4 Juta") == ["1.1 Rasio A terhadap\n3.4 Juta"]
