import pytest
from hypothesis import given
from hypothesis import strategies as st

from indikator_rules.model.angka import clean_dust, write_angka
from indikator_rules.model.nilai import (
    Nilai,
    compare,
    decimal_style,
    is_kosong,
    mentioned_unit,
    read_nilai,
    read_target,
    split_satuan,
)


def meaning(teks, gaya=None):
    """The kind and the number, bound or ends that `teks` means."""
    nilai = read_nilai(teks, gaya)
    return (nilai.jenis, nilai.angka if nilai.bawah is None else (nilai.bawah, nilai.atas))


@pytest.mark.parametrize(
    ("teks", "expected"),
    [
        ("100", ("angka", 100)),
        ("78,73", ("angka", 78.73)),
        ("70.33", ("angka", 70.33)),
        ("0.571", ("angka", 0.571)),
        ("1.500.000", ("angka", 1_500_000)),
        ("1.234,5", ("angka", 1234.5)),
        ("1,234.5", ("angka", 1234.5)),
        ("-5,2%", ("persen", -5.2)),
        ("1,1 %", ("persen", 1.1)),
        ("100 persen", ("persen", 100)),
        ("≤ 5 menit", ("batas", 5)),
        ("≤5 menit", ("batas", 5)),
        ("<22", ("batas", 22)),
        (">= 80", ("batas", 80)),
        ("minimal 80%", ("batas", 80)),
        ("< 49/100.000 penduduk", ("batas", 0.00049)),
        ("80-90", ("rentang", (80, 90))),
        ("70,38-70,76", ("rentang", (70.38, 70.76))),
        ("6,97-6,14", ("rentang", (6.14, 6.97))),
        ("80 s.d. 90 %", ("rentang", (80, 90))),
        ("80%-90%", ("rentang", (80, 90))),
        ("2:1000", ("rasio", 0.002)),
        ("2/1000", ("rasio", 0.002)),
        ("2,3:1000", ("rasio", 0.0023)),
        ("Rp1.500.000", ("angka", 1_500_000)),
        ("Rp. 1,5 miliar", ("angka", 1_500_000_000)),
        ("Rp 2.500", ("angka", 2500)),
        ("12 bulan", ("durasi", 12)),
        ("14 hari kerja", ("durasi", 14)),
        ("1.500 orang", ("angka", 1500)),
        ("1.500bh", ("angka", 1500)),
        ("12 (dua belas)", ("angka", 12)),
        ("73.900000000000006", ("angka", 73.9)),
        ("7.0000000000000007E-2", ("angka", 0.07)),
        ("31 Desember 2026", ("tanggal", 739981)),
        ("31/12/2026", ("tanggal", 739981)),
        ("2026-12-31", ("tanggal", 739981)),
        ("31 Des", ("tanggal", None)),
        ("Desember 2026", ("tanggal", None)),
        ("WTP", ("predikat", None)),
        ("Level 3 Penuh", ("predikat", 3)),
        ("B (65)", ("predikat", 65)),
        ("n/a", ("kosong", None)),
        ("-", ("kosong", None)),
        ("", ("kosong", None)),
        ("%", ("kosong", None)),
        ("meningkat", ("teks", None)),
        ("sesuai kebutuhan", ("teks", None)),
        ("1 dokumen dan 2 laporan", ("angka", None)),
        ("10 dok/1 keg", ("angka", None)),
        ("3 hari 12 jam", ("durasi", 3.5)),
        ("7x24 jam", ("durasi", 168)),
        ("4 (empat) dokumen", ("angka", 4)),
        ("5 dokumen (100%)", ("angka", 5)),
        ("Nilai 80", ("angka", 80)),
        ("Peringkat 10 besar", ("angka", 10)),
        ("nihil", ("angka", 0)),
        ("1.000.000,-", ("angka", 1_000_000)),
        ("Rp 20 M", ("angka", 20_000_000_000)),
        ("25 %, 50 %, 75%", ("angka", None)),
        ("Tersusunnya 2 dokumen", ("angka", None)),
        ("1. Penyusunan RKA", ("teks", None)),
        ("100% tepat waktu", ("persen", 100)),
        ("100 persen tepat waktu", ("persen", 100)),
        ("66,5 / B", ("predikat", 66.5)),
        ("Nilai AKIP BB", ("predikat", None)),
        ("31 Desember TA 2026", ("tanggal", 739981)),
        ("tahun 2026", ("tanggal", None)),
        ("± 10%", ("persen", 10)),
        ("80 ke atas", ("batas", 80)),
        ("US$ 5 juta", ("angka", 5_000_000)),
        ("3 dari 5", ("rasio", 0.6)),
        ("1.000:1", ("rasio", 1000)),
        ("TW IV", ("tanggal", None)),
        ("Januari s.d. Desember", ("tanggal", None)),
        ("s.d. 31 Desember 2026", ("tanggal", 739981)),
        ("WTP (Wajar Tanpa Pengecualian)", ("predikat", None)),
        ("Level 3 (Terdefinisi)", ("predikat", 3)),
        ("BB/A", ("predikat", None)),
    ],
)
def test_a_written_value_is_understood(teks, expected):
    assert meaning(teks) == (expected[0], pytest.approx(expected[1]) if expected[1] is not None else None)


@pytest.mark.parametrize("teks", ["1.500", "5.000*", "105,680", "1.2.3"])
def test_a_number_without_evidence_of_its_style_is_kept_but_not_guessed(teks):
    nilai = read_nilai(teks)
    assert (nilai.jenis, nilai.angka, nilai.gaya, nilai.teks) == ("angka", None, "ambigu", teks)


def test_the_style_of_the_column_settles_an_ambiguous_number():
    assert meaning("1.500", "koma") == ("angka", 1500)
    assert meaning("1.500", "titik") == ("angka", 1.5)


def test_a_countable_unit_settles_an_ambiguous_number():
    assert read_target("1.500", "orang").angka == 1500
    assert read_target("1.500", "persen").angka is None
    assert read_target("1.500", "juta rupiah").angka is None


def test_a_bare_target_takes_the_unit_of_its_column():
    assert read_target("80", "%") == Nilai("persen", "80", 80.0, satuan="%", gaya="bulat")
    assert read_target("80", "hari").jenis == "durasi"
    assert read_target("80%", "orang").satuan == "%"


@pytest.mark.parametrize(
    ("cells", "style"),
    [
        (["93.7", "94.9", "1.500"], "titik"),
        (["93,7", "1.500"], "koma"),
        (["1.500.000"], "koma"),
        (["78,73", "70.33"], None),
        (["1.500", "12"], None),
        ([], None),
    ],
)
def test_a_column_proves_its_decimal_style_or_says_nothing(cells, style):
    assert decimal_style(cells) == style


@pytest.mark.parametrize(
    ("teks", "parts"),
    [
        ("0,9 Angka", ("0,9", "Angka")),
        ("100%", ("100", "%")),
        ("4 Laporan", ("4", "Laporan")),
        ("2 hari", ("2", "hari")),
        ("≤ 5 menit", ("≤ 5", "menit")),
        ("80-90 %", ("80-90", "%")),
        ("12 (Laporan)", ("12", "Laporan")),
        ("Rp1.500.000", ("1.500.000", "Rp")),
        ("Level 3", ("Level 3", None)),
        ("WTP", ("WTP", None)),
        ("31 Des", ("31 Des", None)),
        ("B (65)", ("B (65)", None)),
        ("2:1000", ("2:1000", None)),
        ("100% tepat waktu", ("100% tepat waktu", None)),
        ("meningkat", ("meningkat", None)),
        ("%", ("%", None)),
        ("", ("", None)),
    ],
)
def test_the_unit_behind_a_value_is_taken_off(teks, parts):
    assert split_satuan(teks) == parts


@pytest.mark.parametrize(
    ("first", "second", "order"),
    [
        ("80", "90", -1),
        ("0,1", "0.1", 0),
        ("WTP", "WDP", 1),
        ("BB", "A", -1),
        ("Level 2", "Level 4", -1),
        ("60 menit", "1 jam", 0),
        ("2/1000", "3/1000", -1),
        ("80-90", "81-90", -1),
        ("80-90", "70-95", None),
        ("80", "80%", None),
        ("WTP", "BB", None),
        ("≤ 5", "≥ 4", None),
        ("1.500", "2", None),
        ("n/a", "2", None),
        ("5 orang", "5 dokumen", None),
    ],
)
def test_values_compare_only_with_their_like(first, second, order):
    assert compare(read_nilai(first), read_nilai(second)) == order


@pytest.mark.parametrize(
    ("teks", "expected"),
    [
        ("3 ± 0,5%", ("rentang", (2.5, 3.5), "%")),
        ("4,2 dari skala 5", ("angka", 4.2, "skala")),
        ("4,2 (skala 1-5)", ("angka", 4.2, "skala")),
        ("X%", ("kosong", None, "%")),
        ("xx petani milenial", ("kosong", None, "petani milenial")),
        ("… orang", ("kosong", None, "orang")),
        ("-5", ("angka", -5, None)),
    ],
)
def test_a_value_tells_its_unit_also_around_what_is_not_a_bare_number(teks, expected):
    assert (*meaning(teks), read_nilai(teks).satuan) == expected


@pytest.mark.parametrize(
    ("teks", "unit"),
    [
        ("R2: 14 unit", "unit"),
        ("proposal yang lolos > 20%", "%"),
        ("Level 3 (Terdefinisi)", "Level"),
        ("Predikat A", "Predikat"),
        ("naik (skala 1-5)", "skala"),
        ("Peraturan Nomor 3 Tahun 2024", None),
        ("WTP", None),
    ],
)
def test_the_unit_beside_a_number_or_a_grade_is_found(teks, unit):
    assert mentioned_unit(teks) == unit


def test_empty_cells_are_known_by_their_marks():
    assert all(map(is_kosong, (None, "", "  ", "-", "n/a", "N/A", "…", ".....", "- -", "~", "(kosong)")))
    assert not any(map(is_kosong, ("0", "nihil", "100")))


def test_excel_dust_is_removed_and_nothing_else():
    assert clean_dust("73.900000000000006") == "73.9"
    assert clean_dust("7.0000000000000007E-2") == "0.07"
    assert clean_dust("2.65") == "2.65"
    assert clean_dust("B (65)") == "B (65)"


@pytest.mark.parametrize(
    ("angka", "teks"), [(1500.5, "1.500,5"), (0, "0"), (-0.25, "-0,25"), (1e9, "1.000.000.000"), (0.07, "0,07")]
)
def test_numbers_are_written_in_indonesian(angka, teks):
    assert write_angka(angka) == teks


@given(st.text(max_size=60))
def test_any_text_is_read_and_kept(teks):
    assert read_nilai(teks).teks == teks
    value, unit = split_satuan(teks)
    assert value or unit or not teks


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_a_number_that_is_written_is_read_back(number):
    assert read_nilai(write_angka(float(number)), "koma").angka == pytest.approx(float(number))


@given(st.sampled_from(["80", "81,5", "90%", "WTP", "Level 2", "≤ 5", "2/1000", "80-90", "12 bulan", "n/a"]), st.data())
def test_comparing_is_antisymmetric(first, data):
    second = data.draw(st.sampled_from(["80", "75", "85%", "WDP", "Level 3", "≤ 6", "3/1000", "85-95", "1 tahun"]))
    there, back = compare(read_nilai(first), read_nilai(second)), compare(read_nilai(second), read_nilai(first))
    assert there == (None if back is None else -back)
