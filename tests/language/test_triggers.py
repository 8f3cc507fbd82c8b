"""Which subjects a condition can be true of at all."""

from __future__ import annotations

import pytest
from packs import compiled, statement

TEXT = statement("{tingkat: program, pernyataan: Meningkatkan mutu jalan}")


def trigger(condition):
    _, tipe = TEXT
    return compiled(condition, tipe, {"kata-uji": ["mutu", "jalan"]}).trigger


@pytest.mark.parametrize(
    ("condition", "keys"),
    [
        ("pernyataan memuat kata-uji", {"mutu", "jalan"}),
        ('pernyataan cocok [ "mutu" … "air" ] dan tingkat adalah program', {"mutu"}),
        ('pernyataan memuat "mutu" atau pernyataan memuat "air"', {"mutu", "air"}),
        ("bentuk(pernyataan) adalah aktif", {"aktif"}),
        ("bentuk(pernyataan) termasuk aktif, nama", {"aktif", "nama"}),
    ],
)
def test_words_or_classes_without_which_a_condition_is_not_true(condition, keys):
    assert trigger(condition).keys == keys


@pytest.mark.parametrize(
    "condition",
    [
        "pernyataan tidak memuat kata-uji",
        "bentuk(pernyataan) bukan aktif",
        "pernyataan memuat kata-uji atau unit memuat kata-uji",
        "ada anak yang pernyataan memuat kata-uji",
        "induk.pernyataan memuat kata-uji",
        "pernyataan memuat unit",
        "pernyataan terisi",
    ],
)
def test_conditions_that_must_always_be_asked(condition):
    assert trigger(condition) is None
