"""Tables in PDF files that no lines divide, each with the reading that a person would write down first."""

from pdf_files import columns, draw
from readings import codes, lines

from indikator_rules.importers import read_file

STARTS = (40, 70, 260, 480, 560)
HEADING = ("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target")


def flat(found):
    return [tuple(" ".join(part.split()) if isinstance(part, str) else part for part in line) for line in found]


def test_columns_with_blank_between_are_a_table(tmp_path):
    def page(page):
        page.drawString(40, 560, "PERJANJIAN KINERJA TAHUN 2026")
        page.drawString(
            40, 545, "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel."
        )
        columns(
            page,
            520,
            STARTS,
            HEADING,
            ("1", "Meningkatnya mutu air sungai\ndan danau", "Indeks Kualitas Air", "Indeks", "61,5"),
            ("", "", "Persentase sungai yang memenuhi\nbaku mutu air", "%", "80"),
            ("2", "Meningkatnya akuntabilitas", "Nilai AKIP", "Nilai", "BB"),
        )
        page.drawString(
            40, 300, "Demikian perjanjian ini dibuat dengan sesungguhnya untuk dilaksanakan sebagaimana mestinya."
        )

    path = draw(tmp_path / "pk.pdf", page)
    assert flat(lines(path)) == [
        ("strategis", "Meningkatnya mutu air sungai dan danau", "Indeks Kualitas Air", "Indeks", "61,5"),
        (
            "strategis",
            "Meningkatnya mutu air sungai dan danau",
            "Persentase sungai yang memenuhi baku mutu air",
            "%",
            "80",
        ),
        ("strategis", "Meningkatnya akuntabilitas", "Nilai AKIP", "Nilai", "BB"),
    ]
    assert codes(path) == []
    (reading,) = read_file(path)
    assert str(reading.locations.of("simpul[0].indikator[0].nama")[0]) == "halaman 1, tabel 1, baris 2, kolom 3"


def test_rows_without_wider_blanks_are_told_by_their_values(tmp_path):
    def page(page):
        columns(
            page,
            520,
            (40, 300, 500),
            ("Sasaran", "Indikator", "Target"),
            ("Menurunnya kemiskinan", "Persentase penduduk\nmiskin", "8,5"),
            ("Menurunnya pengangguran", "Tingkat pengangguran\nterbuka", "4,2"),
            gap=0,
        )

    assert flat(lines(draw(tmp_path / "iku.pdf", page))) == [
        (None, "Menurunnya kemiskinan", "Persentase penduduk miskin", None, "8,5"),
        (None, "Menurunnya pengangguran", "Tingkat pengangguran terbuka", None, "4,2"),
    ]


def test_headings_in_several_lines_with_years_beneath(tmp_path):
    def page(page):
        columns(
            page,
            520,
            (40, 250, 440, 500, 560),
            ("Sasaran", "Indikator", "", "Target", ""),
            ("Strategis", "Kinerja", "2025", "2026", "2027"),
            ("Meningkatnya gizi balita", "Prevalensi stunting", "14", "13", "12"),
            ("Meningkatnya imunisasi", "Cakupan imunisasi dasar", "90", "92", "94"),
            gap=4,
        )

    assert flat(lines(draw(tmp_path / "renstra.pdf", page))) == [
        (
            "strategis",
            "Meningkatnya gizi balita",
            "Prevalensi stunting",
            None,
            {"2025": "14", "2026": "13", "2027": "12"},
        ),
        (
            "strategis",
            "Meningkatnya imunisasi",
            "Cakupan imunisasi dasar",
            None,
            {"2025": "90", "2026": "92", "2027": "94"},
        ),
    ]


def test_a_table_without_rules_goes_on_over_the_page(tmp_path):
    rows = [(str(n), f"Meningkatnya mutu {n}", f"Nilai mutu {n}", "Nilai", str(n)) for n in range(1, 41)]
    path = draw(
        tmp_path / "renstra.pdf",
        lambda page: columns(page, 540, STARTS, HEADING, *rows[:25]),
        lambda page: columns(page, 540, STARTS, HEADING, *rows[25:]),
    )
    assert flat(lines(path)) == [("strategis", *row[1:]) for row in rows]
