"""Why a check could not be made, as people say it."""

from __future__ import annotations

import pytest

from indikator_rules.finding import Assessment, Status
from indikator_rules.obstacles import by_reason, listed, obstacle, reason_of


@pytest.mark.parametrize(
    ("because", "clause"),
    [
        ("sumber-data kosong", "sumber data belum dicantumkan"),
        ("baseline kosong", "nilai awal belum dicantumkan"),
        ("sasaran.unit kosong", "unit pemilik belum dicantumkan"),
        ("tingkat tidak diketahui", "tingkat sasaran belum diketahui"),
        ("induk.pernyataan tidak diketahui", "rumusan sasaran di atasnya belum diketahui"),
        ("perubahan terbesar antarperiode, dalam persen tidak diketahui", "besarnya perubahan target belum diketahui"),
        (
            "kaitan nama dengan sasaran.pernyataan tidak diketahui",
            "kaitan nama indikator dengan rumusan sasarannya belum dapat dipastikan",
        ),
        ("tidak ada dokumen lain yang diperiksa bersama", "tidak ada dokumen lain yang diperiksa bersama"),
        ("“nilai kurang dari 0” tidak dapat dipastikan", "target belum cukup jelas untuk menilainya"),
        (
            "“pertama(target) lebih buruk daripada baseline” tidak dapat dipastikan",
            "target dan nilai awal belum cukup jelas untuk menilainya",
        ),
        ("“2 sama dengan 3” tidak dapat dipastikan", "datanya belum cukup jelas untuk menilainya"),
        (
            "pasangan satuan-terbaca dan ukuran(nama) tidak ada di tabel x",
            "kecocokan satuan dengan nama indikator tidak tercatat dalam daftar acuan",
        ),
        ("bidang-baru kosong", "bidang baru belum dicantumkan"),
    ],
)
def test_what_a_rule_lacked_is_told_without_the_words_of_rules(because, clause):
    assert obstacle(because) == clause


@pytest.mark.parametrize(("words", "told"), [(["A"], "A"), (["A", "B"], "A dan B"), (["A", "B", "C"], "A, B, dan C")])
def test_words_are_listed_as_in_a_sentence(words, told):
    assert listed(words) == told


def test_a_question_is_told_as_its_rule_asks_it():
    assert reason_of(Assessment("I19", Status.PERLU_MANUSIA, "apakah “unit kosong” benar?")) == (
        "Apakah “unit kosong” benar?"
    )


def test_checks_that_lacked_the_same_are_told_together():
    lacking = [
        Assessment("U02", Status.TIDAK_DAPAT_DINILAI, "satuan-terbaca kosong"),
        Assessment("U01", Status.TIDAK_DAPAT_DINILAI, "satuan kosong"),
        Assessment("T01", Status.GAGAL, "terlalu lama"),
    ]
    assert by_reason(lacking, Status.TIDAK_DAPAT_DINILAI) == {"Satuan belum dicantumkan": ["U01", "U02"]}
    assert by_reason(lacking, Status.GAGAL) == {"Terlalu lama": ["T01"]}
