"""Names of persons are told by titles, by labels and by numbers; all other words stay."""

from __future__ import annotations

import pytest

from indikator_rules.persons import mask, persons_in, words_of

NIP = "19701231 199003 1 001"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Nama : Budi Santoso", "Budi Santoso"),
        ("1. Nama Pegawai: SITI AMINAH", "SITI AMINAH"),
        (f"Nama: Budi Santoso, S.E., M.Si NIP. {NIP}", "Budi Santoso"),
        ("Drs. H. Joko Widodo", "Joko Widodo"),
        ("disusun bersama Dr. Ir. Sri Rahayu Utami, M.Sc., Ph.D sebagai narasumber", "Sri Rahayu Utami"),
        ("Andi Wijaya,S.Kep.,Ns.", "Andi Wijaya"),
        ("RAHMAT HIDAYAT, SE, MM", "RAHMAT HIDAYAT"),
    ],
)
def test_a_name_is_found_without_its_titles(line, name):
    assert set(persons_in([line])) == {name}


def test_a_name_stands_above_its_number():
    assert list(persons_in(["Kepala Dinas,", "Rahmat Hidayat", f"NIP. {NIP}"])) == ["Rahmat Hidayat"]
    assert list(persons_in([f"Rahmat Hidayat\nNIP. {NIP}"])) == ["Rahmat Hidayat"]


@pytest.mark.parametrize(
    "line",
    [
        "Meningkatnya rujukan ke RSUD Dr. Soetomo",
        "Pembangunan Jalan Prof. Dr. Hamka",
        "H. Program Penunjang Urusan",
        "Sesuai Peraturan Bupati, SE Menteri, dan lainnya",
        "Persentase Balita Sehat, SE",
        "Nama : Dinas Kesehatan",
        "Nama: jumlah dokumen",
        "Meningkatnya Mutu Layanan Publik",
        f"NIP. {NIP}",
        "Kepala Dinas",
    ],
)
def test_other_words_are_no_names(line):
    assert list(persons_in([line])) == []


def test_a_name_is_replaced_wherever_it_stands():
    hide = mask(["Budi Santoso", "Siti Aminah"])
    assert hide("Drs. H. Budi Santoso, S.Sos., M.Si menyusun laporan") == "Nama-A menyusun laporan"
    assert hide("Laporan BUDI  SANTOSO dan Siti Aminah") == "Laporan Nama-A dan Nama-B"
    assert hide("laporan-budi-santoso-da702c") == "laporan-Nama-A-da702c"
    assert hide("SKP_budi_santoso") == "SKP_Nama-A"
    assert hide("Budi Santosoaji") == "Budi Santosoaji"


def test_one_word_alone_is_a_name_only_as_written():
    hide = mask(["Indah"])
    assert hide("Indah menata kota yang indah") == "Nama-A menata kota yang indah"


@pytest.mark.parametrize(
    "number", [NIP, f"NIP. {NIP}", "197012311990031001", "NIP: 132 123 456", "NIK 3509012345678901"]
)
def test_numbers_of_persons_are_replaced(number):
    assert mask([])(f"Laporan {number}, selesai") == "Laporan Nomor-A, selesai"


def test_equal_numbers_are_replaced_by_the_same_word():
    assert mask([])(f"{NIP} / {NIP.replace(' ', '')} / 3509012345678901") == "Nomor-A / Nomor-A / Nomor-B"


@pytest.mark.parametrize("text", ["Rp 1.500.000.000.000", "2025-2029", "1.02.03.2.01.0004", "123456789012345678901"])
def test_other_numbers_stay(text):
    assert mask(["Budi Santoso"])(text) == text


def test_more_persons_than_letters_are_told_apart():
    names = [f"Orang {word}" for word in "abcdefghijklmnopqrstuvwxyzé"]
    assert mask(names)(" ".join(names)).endswith("Nama-Z Nama-AA")


def test_the_words_of_a_name_that_tell_somebody():
    assert words_of(["Budi S Santoso"]) == {"budi", "santoso"}
