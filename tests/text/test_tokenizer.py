"""The slim tokenizer cuts planning texts where a planner would."""

from __future__ import annotations

import pytest

from indikator_rules.text.slim import slim_tokenizer
from indikator_rules.text.tokenizer import tokenize


@pytest.mark.parametrize(
    ("isi", "expected"),
    [
        ("≥80", "≥ 80"),
        ("≤3,5", "≤ 3,5"),
        ("No.5", "No. 5"),
        ("Kab. Bandung", "Kab. Bandung"),
        ("d.h.", "d.h."),
        ("dan/atau", "dan/atau"),
        ("2020–2024", "2020 – 2024"),
        ("anak-anaknya", "anak-anaknya"),
        ("se-Indonesia", "se-Indonesia"),
        ("ke-3", "ke-3"),
        ("ber-KTP", "ber-KTP"),
        ("non-ASN", "non-ASN"),
        ("PAUD-HI", "PAUD-HI"),
        ("COVID-19", "COVID-19"),
        ("80%/tahun", "80 % / tahun"),
        ("100%(seratus", "100 % ( seratus"),
        ("100.000KH", "100.000 KH"),
        ("Rp1.000.000", "Rp 1.000.000"),
        ("kabupaten/kota", "kabupaten / kota"),
        ("(%)", "( % )"),
        ("meningkat;menurun", "meningkat ; menurun"),
    ],
)
def test_a_text_is_cut(isi: str, expected: str) -> None:
    assert [token for token, _ in tokenize(isi)] == expected.split()


@pytest.mark.parametrize(
    "isi", ["Persentase (%)  jalan\nmantap ≥80%", " 1. Jumlah dokumen dan/atau laporan\t2020–2024"]
)
def test_positions_are_those_of_the_text_as_given(isi: str) -> None:
    assert all(isi[start : start + len(token)] == token for token, start in tokenize(isi))
    assert slim_tokenizer()(isi).text == isi
