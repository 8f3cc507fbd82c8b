"""The analysis of whole texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indikator_rules.text import analyse, labels, readable


@given(st.text())
def test_any_string_has_an_analysis_with_true_positions(isi: str) -> None:
    teks = analyse(isi)
    for kata in teks.kata:
        assert 0 <= kata.awal < kata.akhir <= len(isi)
    readable(teks)


def test_labels_of_a_row() -> None:
    assert labels("Meningkatnya mutu jalan", "Persentase jalan mantap") == {
        "s_bentuk": "kondisi",
        "s_jenis": "hasil",
        "i_ukur": True,
        "i_arah": False,
        "i_jenis": "hasil",
    }


def test_an_absent_text_has_no_label() -> None:
    assert set(labels(None, None).values()) == {None}
