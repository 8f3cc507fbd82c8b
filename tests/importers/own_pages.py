"""Own files in PDF: tables with and without rules, over pages and cut by them, and a cascade drawn as boxes."""

from own_files import own
from pdf_files import NEW_PAGE, box, columns, draw, join, ruled, write

HEADING = ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"]
WIDTHS = [25, 150, 170, 50, 60]
WATER = "strategis: Meningkatnya mutu air sungai"


@own(
    "PDF: a ruled lampiran with targets in words",
    f"{WATER} | Indeks Kualitas Air | Indeks | 61,5 | halaman 1, tabel 1, baris 3, kolom 3",
    f"{WATER} | Rencana pemulihan sungai | dokumen | Tersusunnya rencana pemulihan bagi 4 sungai"
    " | halaman 1, tabel 1, baris 4, kolom 3",
    "strategis: Meningkatnya akuntabilitas | Nilai AKIP | Nilai | BB | halaman 1, tabel 1, baris 5, kolom 3",
)
def ruled_agreement(folder):
    return write(
        folder / "pk.pdf",
        "LAMPIRAN PERJANJIAN KINERJA TAHUN 2026",
        ruled(
            [
                HEADING,
                ["(1)", "(2)", "(3)", "(4)", "(5)"],
                ["1", "Meningkatnya mutu air sungai", "Indeks Kualitas Air", "Indeks", "61,5"],
                ["^", "^", "Rencana pemulihan sungai", "dokumen", "Tersusunnya rencana pemulihan bagi 4 sungai"],
                ["2", "Meningkatnya akuntabilitas", "Nilai AKIP", "Nilai", "BB"],
            ],
            WIDTHS,
        ),
        "Kota Contoh, 2 Januari 2026",
    )


@own(
    "PDF: a table over pages with its heading repeated",
    *(
        f"strategis: Meningkatnya layanan {n} | Indeks layanan {n} | Indeks | {n},5"
        f" | halaman {1 + (n > 43)}, tabel 1, baris {n + 1 - 43 * (n > 43)}, kolom 3"
        for n in range(1, 61)
    ),
)
def over_pages(folder):
    rows = [[str(n), f"Meningkatnya layanan {n}", f"Indeks layanan {n}", "Indeks", f"{n},5"] for n in range(1, 61)]
    return write(folder / "renstra.pdf", ruled([HEADING, *rows], WIDTHS, repeat=1))


@own(
    "PDF: a row cut by the page",
    "strategis: Meningkatnya mutu jalan | Persentase panjang jalan kabupaten yang berkondisi mantap | % | 70"
    " | halaman 1, tabel 1, baris 2, kolom 3",
    "strategis: Meningkatnya mutu jembatan | Persentase jembatan mantap | % | 60"
    " | halaman 2, tabel 1, baris 2, kolom 3",
)
def cut_row(folder):
    above = [HEADING, ["1", "Meningkatnya mutu jalan", "Persentase panjang jalan kabupaten yang", "%", "70"]]
    below = [
        ["", "", "berkondisi mantap", "", ""],
        ["2", "Meningkatnya mutu jembatan", "Persentase jembatan mantap", "%", "60"],
    ]
    return write(folder / "terpotong.pdf", ruled(above, WIDTHS), NEW_PAGE, ruled(below, WIDTHS))


@own(
    "PDF: a table without rules",
    f"{WATER} | Indeks Kualitas Air | Indeks | 61,5 | halaman 1, tabel 1, baris 2, kolom 3",
    f"{WATER} | Persentase sungai yang memenuhi baku mutu air | % | 80 | halaman 1, tabel 1, baris 3, kolom 3",
)
def unruled(folder):
    def page(page):
        columns(
            page,
            520,
            (40, 70, 260, 480, 560),
            HEADING,
            ("1", "Meningkatnya mutu air\nsungai", "Indeks Kualitas Air", "Indeks", "61,5"),
            ("", "", "Persentase sungai yang memenuhi\nbaku mutu air", "%", "80"),
        )

    return draw(folder / "tanpa-garis.pdf", page)


MOTHERS = "strategis: Menurunnya kematian ibu"


@own(
    "PDF: a pohon kinerja drawn as boxes joined by lines",
    f"{MOTHERS} | Angka Kematian Ibu | None | 85 | halaman 1",
    f"{MOTHERS} > program: Meningkatnya persalinan aman | Cakupan persalinan di fasilitas | % | 95 | halaman 1",
    f"{MOTHERS} > program: Meningkatnya gizi ibu hamil | Persentase ibu hamil kurang energi | % | 8 | halaman 1",
)
def drawn_tree(folder):
    head, left, right = (290, 420, 240, 80), (80, 250, 240, 70), (520, 250, 240, 70)

    def page(page):
        box(page, head, ["SASARAN STRATEGIS", "Menurunnya kematian ibu", "IKU : Angka Kematian Ibu", "Target : 85"])
        box(
            page,
            left,
            ["Sasaran Program", "Meningkatnya persalinan aman", "Indikator : Cakupan persalinan di fasilitas (95%)"],
        )
        box(
            page,
            right,
            ["Sasaran Program", "Meningkatnya gizi ibu hamil", "Indikator : Persentase ibu hamil kurang energi (8%)"],
        )
        join(page, head, left, right)

    return draw(folder / "pohon.pdf", page)


@own("PDF: a page of a statement, which holds no indicators")
def statement(folder):
    return write(
        folder / "pernyataan.pdf",
        "PERJANJIAN KINERJA TAHUN 2026",
        "Pihak pertama berjanji akan mewujudkan target kinerja sesuai lampiran perjanjian ini.",
    )
