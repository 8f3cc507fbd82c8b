"""Which subjects a condition can be true of at all."""

from __future__ import annotations

import pytest
from packs import compiled, statement

TEXT = statement("{tingkat: program, pernyataan: Meningkatkan mutu jalan}")


def ways(condition):
    """The ways in which a condition may be true: in each, the keys of its signs."""
    _, tipe = TEXT
    trigger = compiled(condition, tipe, {"kata-uji": ["mutu", "jalan"]}).trigger
    return None if trigger is None else [{frozenset(sign.keys) for sign in way} for way in trigger]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("pernyataan memuat kata-uji", [[{"mutu", "jalan"}]]),
        ('pernyataan cocok [ "mutu" … "air" ]', [[{"mutu"}, {"air"}]]),
        ('pernyataan cocok [ "mutu" "air"? | "desa" ]', [[{"mutu"}], [{"desa"}]]),
        ('pernyataan memuat "mutu" atau pernyataan memuat "air"', [[{"mutu"}], [{"air"}]]),
        ('pernyataan memuat "mutu" dan bentuk(pernyataan) adalah aktif', [[{"mutu"}, {"aktif"}]]),
        ("bentuk(pernyataan) termasuk aktif, nama", [[{"aktif", "nama"}]]),
        ("bentuk(pernyataan) bukan aktif", [[{"kondisi", "administratif", "ukuran", "masalah", "nama"}]]),
        ("tingkat adalah program", [[{"program"}]]),
        ("pernyataan terisi", [[{"terisi"}]]),
        ("unit kosong", [[{"kosong"}]]),
    ],
)
def test_words_and_classes_without_which_a_condition_is_not_true(condition, expected):
    assert ways(condition) == [{frozenset(keys) for keys in way} for way in expected]


@pytest.mark.parametrize(
    "condition",
    [
        "pernyataan tidak memuat kata-uji",
        "ada anak yang pernyataan memuat kata-uji",
        "induk.pernyataan memuat kata-uji",
        "pernyataan memuat unit",
    ],
)
def test_conditions_that_must_always_be_asked(condition):
    assert ways(condition) is None
