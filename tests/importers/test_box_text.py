"""What a box of a pohon kinerja says, in the many ways in which offices label and order it."""

import pytest

from indikator_rules.importers.box_text import read_box


def said(*paragraphs):
    """Level, statement, and of each indicator its name with its target."""
    found = read_box((False, paragraph) for paragraph in paragraphs)
    return (
        found.level and str(found.level),
        found.statement,
        [(each["nama"], each["target"]) if "target" in each else each["nama"] for each in found.indicators],
    )


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            ["Final Outcome", "Meningkatnya daya saing", "Indikator: Indeks Daya Saing"],
            ("tujuan", "Meningkatnya daya saing", ["Indeks Daya Saing"]),
        ),
        (
            ["SASARAN PD :", "Meningkatnya mutu data", "INDIKATOR SASARAN PD :", "1. Indeks data", "2. Nilai data"],
            ("strategis", "Meningkatnya mutu data", ["Indeks data", "Nilai data"]),
        ),
        (
            ["SASARAN 1.1", "Meningkatnya kepatuhan", "IK. Persentase kepatuhan", "T. 90%"],
            ("strategis", "Meningkatnya kepatuhan", [("Persentase kepatuhan", "90%")]),
        ),
        (
            ["IMPACT", "Menurunnya stunting", "IKD: Prevalensi stunting"],
            ("tujuan", "Menurunnya stunting", ["Prevalensi stunting"]),
        ),
        (
            ["Meningkatnya literasi", "(Nilai literasi)"],
            (None, "Meningkatnya literasi", ["Nilai literasi"]),
        ),
        (
            ["Meningkatnya hasil tani", "Indikator: Produksi padi", "Target 2025: 20 ton", "Target 2026: 22 ton"],
            (None, "Meningkatnya hasil tani", [("Produksi padi", {"2025": "20 ton", "2026": "22 ton"})]),
        ),
        (
            ["Terwujudnya kesejahteraan", "Tingkat Kemiskinan = 8,5%", "PDRB per kapita = 45 juta rupiah"],
            (
                None,
                "Terwujudnya kesejahteraan",
                [("Tingkat Kemiskinan", "8,5%"), ("PDRB per kapita", "45 juta rupiah")],
            ),
        ),
        (
            ["CSF : Guru yang terlatih", "Program : Meningkatnya mutu guru", "Indikator : Nilai uji guru"],
            ("program", "Meningkatnya mutu guru", ["Nilai uji guru"]),
        ),
        (
            ["Sub Kegiatan : Pengadaan Mebel", "Indikator : Jumlah mebel", "Satuan : Paket", "Pagu : Rp 500.000.000"],
            ("subkegiatan", "Pengadaan Mebel", ["Jumlah mebel"]),
        ),
    ],
)
def test_labels_and_wording_tell_what_is_what(paragraphs, expected):
    assert said(*paragraphs) == expected


def test_the_name_of_a_programme_above_its_statement_is_kept_apart():
    found = read_box(
        (False, text)
        for text in (
            "1.01.02 PROGRAM PENGELOLAAN PENDIDIKAN",
            "Meningkatnya mutu sekolah",
            "IKP : Angka Melek Huruf : 99 %",
        )
    )
    assert (found.level, found.statement) == ("program", "Meningkatnya mutu sekolah")
    assert found.values == {"kode": "1.01.02", "nomenklatur": "PROGRAM PENGELOLAAN PENDIDIKAN"}
    assert found.indicators == [{"nama": "Angka Melek Huruf", "target": "99 %"}]
