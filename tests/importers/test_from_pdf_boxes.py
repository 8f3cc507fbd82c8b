"""Pohon kinerja drawn as boxes, each with the cascade that a person would write down first."""

import pytest
from pdf_files import box, draw, join, write
from readings import cascade, codes, lines
from reportlab.lib import colors

from indikator_rules.errors import DocumentError
from indikator_rules.importers import read_file

TUJUAN = (300, 480, 240, 60)
LEFT, RIGHT = (80, 330, 240, 80), (520, 330, 240, 80)
LOW_LEFT, LOW_MIDDLE, LOW_RIGHT = (40, 180, 200, 80), (270, 180, 200, 80), (540, 180, 200, 80)


def labelled(page):
    box(page, TUJUAN, ["TUJUAN", "Terwujudnya masyarakat sehat", "Indikator:", "1. Umur Harapan Hidup (72,4 tahun)"])
    box(
        page,
        LEFT,
        [
            "SASARAN STRATEGIS 1",
            "Menurunnya kematian ibu dan bayi",
            "di seluruh kecamatan",
            "IKU:",
            "- Angka Kematian Ibu",
            "Target : 85",
        ],
    )
    box(
        page,
        RIGHT,
        [
            "SASARAN STRATEGIS 2",
            "Meningkatnya mutu layanan",
            "IKU : Persentase puskesmas terakreditasi",
            "Target 2026: 90 %",
        ],
    )
    box(
        page,
        LOW_LEFT,
        ["Sasaran Program", "Meningkatnya persalinan aman", "Indikator : Cakupan persalinan di fasilitas (95%)"],
    )
    box(page, LOW_MIDDLE, ["Sasaran Program", "Meningkatnya gizi balita", "Indikator : Prevalensi stunting (%)"])
    box(
        page,
        LOW_RIGHT,
        ["Sasaran Program", "Meningkatnya kompetensi tenaga", "Indikator : Persentase tenaga", "bersertifikat"],
    )
    join(page, TUJUAN, LEFT, RIGHT)
    join(page, LEFT, LOW_LEFT, LOW_MIDDLE)
    join(page, RIGHT, LOW_RIGHT)


def test_boxes_joined_by_lines_are_a_cascade(tmp_path):
    path = draw(tmp_path / "pohon.pdf", labelled)
    assert cascade(path) == [
        "tujuan: Terwujudnya masyarakat sehat",
        "  strategis: Menurunnya kematian ibu dan bayi di seluruh kecamatan",
        "    program: Meningkatnya persalinan aman",
        "    program: Meningkatnya gizi balita",
        "  strategis: Meningkatnya mutu layanan",
        "    program: Meningkatnya kompetensi tenaga",
    ]
    assert {line[2]: line[3:] for line in lines(path)} == {
        "Umur Harapan Hidup": ("tahun", "72,4"),
        "Angka Kematian Ibu": (None, "85"),
        "Persentase puskesmas terakreditasi": ("%", {"2026": "90"}),
        "Cakupan persalinan di fasilitas": ("%", "95"),
        "Prevalensi stunting (%)": ("%", None),
        "Persentase tenaga bersertifikat": (None, None),
    }


def test_without_lines_the_position_tells_the_parent(tmp_path):
    def page(page):
        box(page, TUJUAN, ["Tujuan : Terwujudnya kota bersih", "Indeks Kualitas Lingkungan Hidup"])
        box(page, LEFT, ["Sasaran : Berkurangnya sampah", "Persentase sampah terkelola"])
        box(page, RIGHT, ["Sasaran : Membaiknya mutu udara", "Indeks Kualitas Udara"])
        box(page, LOW_LEFT, ["Program : Pengelolaan Persampahan", "Persentase sampah terangkut"])
        box(page, LOW_RIGHT, ["Program : Pengendalian Pencemaran", "Persentase usaha taat"])

    assert cascade(draw(tmp_path / "pohon.pdf", page)) == [
        "tujuan: Terwujudnya kota bersih",
        "  strategis: Berkurangnya sampah",
        "    program: Pengelolaan Persampahan",
        "  strategis: Membaiknya mutu udara",
        "    program: Pengendalian Pencemaran",
    ]


def test_boxes_of_indicators_belong_to_the_statement_above(tmp_path):
    def page(page):
        box(page, TUJUAN, ["Terwujudnya desa mandiri"])
        box(page, (300, 440, 240, 40), ["Persentase desa mandiri"])
        box(page, LEFT, ["Meningkatnya pendapatan desa"])
        box(page, (80, 290, 240, 40), ["Rata-rata pendapatan asli desa", "Jumlah BUMDes maju"])
        box(page, RIGHT, ["Meningkatnya layanan desa"])
        box(page, (520, 240, 240, 50), ["Indeks layanan desa"])
        join(page, (300, 440, 240, 40), LEFT, RIGHT)
        join(page, RIGHT, (520, 240, 240, 50))

    path = draw(tmp_path / "pohon.pdf", page)
    assert [line[1:3] for line in lines(path)] == [
        ("Terwujudnya desa mandiri", "Persentase desa mandiri"),
        ("Meningkatnya pendapatan desa", "Rata-rata pendapatan asli desa"),
        ("Meningkatnya pendapatan desa", "Jumlah BUMDes maju"),
        ("Meningkatnya layanan desa", "Indeks layanan desa"),
    ]
    assert set(codes(path)) == {"B06"}


def test_levels_by_the_label_beside_the_row(tmp_path):
    def page(page):
        for y, label in ((510, "Tujuan"), (370, "Sasaran Strategis"), (220, "Program")):
            page.drawString(5, y, label)
        box(page, TUJUAN, ["Terwujudnya warga cerdas", "Rata-rata lama sekolah"])
        box(page, (120, 330, 240, 80), ["Meningkatnya mutu sekolah", "Persentase sekolah terakreditasi"])
        box(page, (120, 180, 240, 80), ["Meningkatnya kompetensi guru", "Persentase guru bersertifikat"])
        join(page, TUJUAN, (120, 330, 240, 80))
        join(page, (120, 330, 240, 80), (120, 180, 240, 80))

    assert [line.split(":")[0] for line in cascade(draw(tmp_path / "pohon.pdf", page))] == [
        "tujuan",
        "  strategis",
        "    program",
    ]


def test_levels_by_colour_as_the_legend_explains(tmp_path):
    def page(page):
        box(page, TUJUAN, ["Terwujudnya warga cerdas", "Rata-rata lama sekolah"], colors.gold)
        box(page, LEFT, ["Meningkatnya mutu sekolah", "Persentase sekolah terakreditasi"], colors.lightgreen)
        box(page, RIGHT, ["Meningkatnya kompetensi guru", "Persentase guru bersertifikat"], colors.lightgreen)
        box(page, (40, 30, 120, 20), ["Tujuan"], colors.gold)
        box(page, (200, 30, 120, 20), ["Sasaran Strategis"], colors.lightgreen)
        join(page, TUJUAN, LEFT, RIGHT)

    assert [line.split(":")[0] for line in cascade(draw(tmp_path / "pohon.pdf", page))] == [
        "tujuan",
        "  strategis",
        "  strategis",
    ]


def test_round_boxes_and_a_tree_that_grows_to_the_right(tmp_path):
    first, second, third = (40, 250, 200, 80), (320, 350, 200, 80), (320, 150, 200, 80)

    def page(page):
        box(page, first, ["Sasaran : Meningkatnya investasi", "Nilai realisasi investasi"], radius=8)
        box(page, second, ["Program : Meningkatnya promosi", "Jumlah peminat investasi"], radius=8)
        box(page, third, ["Program : Meningkatnya layanan izin", "Indeks kepuasan izin"], radius=8)
        page.line(240, 290, 280, 290)
        page.line(280, 190, 280, 390)
        page.line(280, 390, 316, 390)
        page.line(280, 190, 316, 190)

    assert cascade(draw(tmp_path / "pohon.pdf", page)) == [
        "strategis: Meningkatnya investasi",
        "  program: Meningkatnya promosi",
        "  program: Meningkatnya layanan izin",
    ]


def test_a_chart_of_boxes_without_indicators_holds_none(tmp_path):
    def page(page):
        for place, name in ((TUJUAN, "Kepala Dinas"), (LEFT, "Sekretariat"), (RIGHT, "Bidang Pelayanan")):
            box(page, place, [name])
        join(page, TUJUAN, LEFT, RIGHT)

    with pytest.raises(DocumentError, match="tidak ada baris indikator"):
        read_file(draw(tmp_path / "organisasi.pdf", page))
    with pytest.raises(DocumentError, match="tidak ada baris indikator"):
        read_file(write(tmp_path / "kata.pdf", "Kata pengantar"))
