"""Why a check could not be made, as people say it."""

from __future__ import annotations

import pytest

from indikator_rules.reporters.obstacles import listed, obstacle


@pytest.mark.parametrize(
    ("because", "clause"),
    [
        ("sumber-data kosong", "sumber data belum diisi"),
        ("baseline kosong", "nilai awal belum diisi"),
        ("sasaran.unit kosong", "unit pemilik belum diisi"),
        ("tingkat tidak diketahui", "tingkat sasaran belum diketahui"),
        ("induk.pernyataan tidak diketahui", "rumusan sasaran di atasnya belum diketahui"),
        ("perubahan terbesar antarperiode, dalam persen tidak diketahui", "besarnya perubahan target belum diketahui"),
        (
            "kaitan nama dengan sasaran.pernyataan tidak diketahui",
            "kaitan nama indikator dengan rumusan sasarannya belum dapat dipastikan",
        ),
        ("tidak ada dokumen lain yang diperiksa bersama", "tidak ada dokumen lain yang diperiksa bersama"),
        ("“nilai kurang dari 0” tidak dapat dipastikan", "datanya belum cukup untuk memastikannya"),
        ("pasangan satuan-terbaca dan ukuran(nama) tidak ada di tabel x", "datanya belum cukup untuk memastikannya"),
        ("bidang-baru kosong", "bidang baru belum diisi"),
    ],
)
def test_what_a_rule_lacked_is_told_without_the_words_of_rules(because, clause):
    assert obstacle(because) == clause


@pytest.mark.parametrize(("words", "told"), [(["A"], "A"), (["A", "B"], "A dan B"), (["A", "B", "C"], "A, B, dan C")])
def test_words_are_listed_as_in_a_sentence(words, told):
    assert listed(words) == told
