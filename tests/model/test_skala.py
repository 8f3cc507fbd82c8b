import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indikator_rules.istilah import bundled_istilah
from indikator_rules.model.skala import compare_jenjang, find_jenjang


@pytest.mark.parametrize(
    ("teks", "skala", "nama"),
    [
        ("WTP", "opini", "WTP"),
        ("Wajar Tanpa Pengecualian", "opini", "WTP"),
        ("opini WTP", "opini", "WTP"),
        ("Predikat BB", "huruf", "BB"),
        ("sangat baik", "mutu", "sangat baik"),
        ("Level 3 Penuh", "level", "3"),
        ("zona hijau", "zona", "hijau"),
        ("Level III", "level", "3"),
        ("Tingkat Madya", "penghargaan", "madya"),
    ],
)
def test_a_grade_is_found_on_its_scale(teks, skala, nama):
    assert [(jenjang.skala, jenjang.nama) for jenjang in find_jenjang(teks)] == [(skala, nama)]


@pytest.mark.parametrize("teks", ["100", "meningkat", "", "level tinggi sekali"])
def test_other_words_are_no_grade(teks):
    assert find_jenjang(teks) == ()


@pytest.mark.parametrize(
    "worst_to_best", [["TMP", "TW", "WDP", "WTP"], ["E", "D", "C", "CC", "B", "BB", "A-", "A", "AA"]]
)
def test_grades_rank_from_worst_to_best(worst_to_best):
    assert all(compare_jenjang(worse, better) == -1 for worse, better in itertools.pairwise(worst_to_best))


def test_grades_of_different_scales_do_not_compare():
    assert compare_jenjang("WTP", "AA") is None


GRADES = [names[0] for row in bundled_istilah("skala").nilai.values() for names in row.get("jenjang", ())]


@given(st.sampled_from(GRADES), st.sampled_from(GRADES))
def test_comparing_grades_is_antisymmetric(first, second):
    there, back = compare_jenjang(first, second), compare_jenjang(second, first)
    assert there == (None if back is None else -back)
