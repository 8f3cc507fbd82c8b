"""What layout and hurry did to a text is undone; positions stay those of the text as given."""

from __future__ import annotations

import pytest

from indikator_rules.text import analyse


@pytest.mark.parametrize(
    ("isi", "expected"),
    [
        ("Pemberdaya an masyarakat", ["pemberdayaan", "masyarakat"]),
        ("Kabupaten/Ko ta", ["kabupaten", "/", "kota"]),
        ("Pemberdaya\nan  masyarakat", ["pemberdayaan", "masyarakat"]),
        ("laporan yangselesai", ["laporan", "yang", "selesai"]),
        ("KebutuhanPenunjang", ["kebutuhan", "penunjang"]),
        ("Rata- rata nilai", ["rata-rata", "nilai"]),
        ("Kota Binjai an", ["kota", "binjai", "an"]),
    ],
)
def test_broken_and_joined_words(isi: str, expected: list[str]) -> None:
    teks = analyse(isi)
    assert [kata.bentuk.rendah for kata in teks.kata] == expected
    assert all(isi[kata.awal : kata.akhir].strip() for kata in teks.kata)


def test_one_slip_is_told_once() -> None:
    assert [kata.bentuk.ejaan for kata in analyse("Prosentase laporan yangselesai").kata] == [
        "persentase",
        None,
        "yang selesai",
        None,
    ]


@pytest.mark.parametrize("isi", ["Kabupaten Tabanan", "Indeks SPBE", "Response rate survei", "Kota Langsa"])
def test_names_and_foreign_words_are_left_alone(isi: str) -> None:
    assert not any(kata.bentuk.ejaan for kata in analyse(isi).kata)


def test_a_word_cut_short_is_read_as_that_word_and_is_no_slip() -> None:
    kata = analyse("Jml sampel yg diuji").kata
    assert [word.bentuk.rendah for word in kata] == ["jumlah", "sampel", "yang", "diuji"]
    assert not any(word.bentuk.ejaan for word in kata)


def test_a_clitic_is_not_cut_off_as_a_word() -> None:
    assert [kata.bentuk.rendah for kata in analyse("Kembalinya kepercayaan").kata] == ["kembalinya", "kepercayaan"]
