"""Own files in PDF: tables with and without rules, over pages and cut by them, and a cascade drawn as boxes."""

from own_files import own
from pdf_files import NEW_PAGE, SMALL, box, columns, draw, join, ruled, write

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


PAPERS = "strategis: Meningkatnya kualitas administrasi kependudukan"


@own(
    "PDF: a lampiran whose indicators have codes and whose targets are sentences, over programmes and signatures",
    f"{PAPERS} | Persentase penduduk yang memiliki dokumen | None | Seluruh desa (120 desa) terlayani"
    " | halaman 1, tabel 1, baris 3, kolom 3",
    f"{PAPERS} | Jumlah kerja sama pemanfaatan data | dokumen | Minimal 3 | halaman 1, tabel 1, baris 4, kolom 3",
    f"{PAPERS} | Persentase temuan yang ditindaklanjuti | None | 100% temuan selesai paling lambat 60 hari"
    " | halaman 1, tabel 1, baris 5, kolom 3",
)
def agreement_in_words(folder):
    return write(
        folder / "pk-kalimat.pdf",
        "LAMPIRAN PERJANJIAN KINERJA TAHUN 2026",
        ruled(
            [
                ["NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "TARGET"],
                ["(1)", "(2)", "(3)", "(4)"],
                [
                    "1",
                    "Meningkatnya kualitas administrasi kependudukan",
                    "1.1 Persentase penduduk yang memiliki dokumen",
                    "Seluruh desa (120 desa) terlayani",
                ],
                ["^", "^", "1.2 Jumlah kerja sama pemanfaatan data", "Minimal 3 dokumen"],
                [
                    "^",
                    "^",
                    "1.3 Persentase temuan yang ditindaklanjuti",
                    "100% temuan selesai paling lambat 60 hari",
                ],
            ],
            [25, 160, 170, 130],
        ),
        ruled(
            [
                ["NO", "PROGRAM", "ANGGARAN", "KETERANGAN"],
                ["1", "Program Pendaftaran Penduduk", "Rp 1.250.000.000", "APBD"],
                ["", "JUMLAH", "Rp 1.250.000.000", ""],
            ],
            [25, 230, 130, 100],
        ),
        ruled([["Pihak Kedua, BUPATI CONTOH", "Pihak Pertama, KEPALA DINAS"]], [240, 240]),
    )


@own(
    "PDF: level rules alone, budgets in the same rows, place and date right below",
    "strategis: Terwujudnya wisata yang bermutu | Jumlah kunjungan wisatawan | orang | 1.250.000"
    " | halaman 1, tabel 1, baris 2, kolom 3",
    "strategis: Terwujudnya wisata yang bermutu | Rata-rata lama tinggal | hari | 2,4"
    " | halaman 1, tabel 1, baris 3, kolom 3",
)
def level_rules(folder):
    def page(page):
        rows = (
            ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Program", "Anggaran (Rp)"],
            ("1", "Terwujudnya wisata\nyang bermutu", "Jumlah kunjungan wisatawan", "orang", "1.250.000",
             "Program Destinasi", "3.500.000.000"),
            ("", "", "Rata-rata lama tinggal", "hari", "2,4", "Program Pemasaran", "1.200.000.000"),
            ("", "Jumlah", "", "", "", "", "4.700.000.000"),
        )  # fmt: skip
        columns(page, 520, (40, 70, 220, 400, 450, 520, 680), *rows)
        for height in (532, 514, 486, 468, 450):
            page.line(36, height, 760, height)
        page.drawString(70, 438, "Contoh, 5 Januari 2026")
        page.drawString(70, 428, "Kepala Dinas Pariwisata")

    return draw(folder / "garis-mendatar.pdf", page)


@own(
    "PDF: an indicator in three tables that break words and end sentences each in its own way",
    "strategis: Meningkatnya pemberdayaan masyarakat desa. | Persentase kelompok pemberdayaan yang aktif | %"
    " | 2025=60; 2026=65 | halaman 1, tabel 1, baris 2, kolom 3",
)
def three_tables(folder):
    return write(
        folder / "tiga-tabel.pdf",
        "RENCANA STRATEGIS TAHUN 2025-2026",
        ruled(
            [
                ["No", "Sasaran", "Indikator Sasaran", "Satuan", "2025", "2026"],
                [
                    "1",
                    "Meningkatnya pemberdayaan masyarakat desa.",
                    "Persentase kelompok pemberdayaan yang aktif",
                    "%",
                    "60",
                    "65",
                ],
            ],
            [25, 150, 150, 40, 50, 50],
        ),
        "Tabel berikut memuat indikator kinerja utama.",
        ruled(
            [
                ["No", "Sasaran Strategis", "Indikator Kinerja Utama", "Formulasi"],
                [
                    "1",
                    "Meningkatnya Pemberdaya an masyarakat desa",
                    "Persentase kelompok pemberdaya an yang aktif",
                    "Kelompok aktif dibagi seluruh kelompok",
                ],
            ],
            [25, 160, 160, 150],
        ),
        "Tabel berikut memuat indikator yang mengacu pada RPJMD.",
        ruled(
            [
                ["No", "Indikator", "Satuan", "2025", "2026"],
                ["1", "Persentase kelompok pemberdayaan yang aktif;", "%", "60", "65"],
            ],
            [25, 220, 50, 60, 60],
        ),
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


HALTS = "strategis: Meningkatnya kualitas layanan perhubungan"
SIGNS = f"{HALTS} > program: Meningkatnya keselamatan lalu lintas di jalan kabupaten"
STOPS = f"{HALTS} > program: Meningkatnya kelancaran angkutan"


@own(
    "PDF: small tables in small type side by side, one taller than those beside it",
    f"{HALTS} | Indeks kepuasan pengguna layanan | None | 83,5 | halaman 1, tabel 1, baris 3, kolom 2",
    f"{SIGNS} | Persentase perlengkapan jalan yang terpasang dan berfungsi | % | 75 | halaman 1, tabel 2, baris 3, kolom 2",
    f"{STOPS} | Persentase angkutan umum laik jalan | % | 92 | halaman 1, tabel 3, baris 3, kolom 2",
    f"{STOPS} | Persentase halte yang ramah bagi penyandang disabilitas | None | Seluruh halte (24 halte)"
    " | halaman 1, tabel 3, baris 4, kolom 2",
    f"{HALTS} > program: Meningkatnya mutu uji berkala | Persentase kendaraan lulus uji | % | 90"
    " | halaman 1, tabel 4, baris 3, kolom 2",
)
def small_tables(folder):
    def table(page, x, top, level, *rows):
        cells = [[level, "<", "<"], ["SASARAN", "INDIKATOR", "TARGET"], *(list(row) for row in rows)]
        made = ruled(cells, [70, 70, 40], style=SMALL, middle=True)
        _, height = made.wrap(180, 400)
        made.drawOn(page, x, top - height)

    def page(page):
        table(
            page,
            300,
            560,
            "ESELON II - KEPALA DINAS",
            ("Meningkatnya kualitas layanan perhubungan", "Indeks kepuasan pengguna layanan", "83,5"),
        )
        table(
            page,
            60,
            440,
            "ESELON III - KEPALA BIDANG LALU LINTAS",
            (
                "Meningkatnya keselamatan lalu lintas di jalan kabupaten",
                "Persentase perlengkapan jalan yang terpasang dan berfungsi",
                "75%",
            ),
        )
        table(
            page,
            300,
            440,
            "ESELON III - KEPALA BIDANG ANGKUTAN",
            ("Meningkatnya kelancaran angkutan", "Persentase angkutan umum laik jalan", "92%"),
            ("^", "Persentase halte yang ramah bagi penyandang disabilitas", "Seluruh halte (24 halte)"),
        )
        table(page, 540, 440, "ESELON III - KEPALA BIDANG SARANA",
              ("Meningkatnya mutu uji berkala", "Persentase kendaraan lulus uji", "90%"))  # fmt: skip

    return draw(folder / "tabel-kecil.pdf", page)


@own("PDF: a page of a statement, which holds no indicators")
def statement(folder):
    return write(
        folder / "pernyataan.pdf",
        "PERJANJIAN KINERJA TAHUN 2026",
        "Pihak pertama berjanji akan mewujudkan target kinerja sesuai lampiran perjanjian ini.",
    )
