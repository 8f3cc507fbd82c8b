"""Kept figures: counts by source, never rows."""

from __future__ import annotations

import yaml

from indikator_rules.review.accuracy import Score
from indikator_rules.review.figures import Figure, keep_figures

SCORE = Score("S02", rows=4, found=1, missed=({"sasaran": "rahasia"},), wrong=())


def test_figures_of_a_source_are_replaced_and_others_stay(tmp_path):
    file = tmp_path / "ukuran.yaml"
    keep_figures([SCORE], "lama", file)
    keep_figures([SCORE], "baru", file)
    keep_figures([], "baru", file)
    assert yaml.safe_load(file.read_text(encoding="utf-8")) == {
        "baru": {},
        "lama": {"S02": {"baris": 4, "salah": 2, "ditemukan": 1, "keliru": 0}},
    }


def test_a_figure_reads_as_indonesian():
    figure = Figure("dev.jsonl", rows=20, faults=10, found=9, wrong=0)
    assert figure.words == "pada 20 baris berlabel (dev.jsonl): tepat 1,00, lengkap 0,90"
