"""Own files that lay out a cascade in boxes: merged cells of a sheet, or shapes drawn on it."""

from own_files import own
from shape_files import anchored, connector, shape, workbook
from sheet_files import BLUE, GOLD, GREEN, GREY, PINK, draw

DIGITAL = "tujuan: Terwujudnya pemerintahan digital"
SERVICES = f"{DIGITAL} > strategis: Meningkatnya mutu layanan digital"
SAFETY = f"{DIGITAL} > strategis: Terjaganya keamanan informasi"


@own(
    "boxes with codes in cells of their own above small tables",
    f"{DIGITAL} | Indeks SPBE | indeks | 2026=3,6 | Pohon!E6",
    f"{SERVICES} | Persentase layanan terintegrasi | % | 2026=75 | Pohon!B11",
    f"{SERVICES} | Indeks kepuasan pengguna | poin | 2026=86 | Pohon!B12",
    f"{SERVICES} > program: Meluasnya jaringan perangkat daerah | Persentase kantor terhubung | % | 2026=95"
    " | Pohon!B17",
    f"{SERVICES} > program: Tersedianya aplikasi bersama | Jumlah aplikasi bersama | aplikasi | 2026=12 | Pohon!I17",
    f"{SAFETY} | Nilai Indeks KAMI | nilai | 2026=450 | Pohon!I11",
    f"{SAFETY} > program: Siapnya tim tanggap insiden | Waktu tanggap insiden | jam | 2026=4 | Pohon!P17",
)
def codes_apart(folder):
    def block(column, row, code, text, *measures, colour):
        second, third, last = (chr(ord(column) + step) for step in (1, 3, 5))
        yield f"{column}{row}", code, colour
        yield f"{second}{row}:{last}{row}", text, colour
        yield f"{column}{row + 1}:{third}{row + 1}", "Indikator", GREY
        yield f"{chr(ord(column) + 4)}{row + 1}", "Satuan", GREY
        yield f"{last}{row + 1}", "Target 2026", GREY
        for at, (name, unit, target) in enumerate(measures, start=row + 2):
            yield f"{column}{at}:{third}{at}", name
            yield f"{chr(ord(column) + 4)}{at}", unit
            yield f"{last}{at}", target

    return draw(
        folder / "kode-terpisah.xlsx",
        ("B1:U1", "POHON KINERJA DINAS KOMUNIKASI DAN INFORMATIKA TAHUN 2026"),
        ("B2", "", GOLD), ("C2:D2", "Tujuan"), ("F2", "", BLUE), ("G2:H2", "Sasaran Strategis"),
        ("J2", "", GREEN), ("K2:L2", "Sasaran Program"),
        *block("E", 4, "T.1", "Terwujudnya pemerintahan digital", ("Indeks SPBE", "indeks", 3.6), colour=GOLD),
        *block("B", 9, "SS.1.1", "Meningkatnya mutu layanan digital",
               ("Persentase layanan terintegrasi", "%", 75), ("Indeks kepuasan pengguna", "poin", 86), colour=BLUE),
        *block("I", 9, "SS.1.2", "Terjaganya keamanan informasi", ("Nilai Indeks KAMI", "nilai", 450), colour=BLUE),
        *block("B", 15, "SP.1.1.2", "Meluasnya jaringan perangkat daerah",
               ("Persentase kantor terhubung", "%", 95), colour=GREEN),
        *block("I", 15, "SP.1.1.1", "Tersedianya aplikasi bersama", ("Jumlah aplikasi bersama", "aplikasi", 12),
               colour=GREEN),
        *block("P", 15, "SP.1.2.1", "Siapnya tim tanggap insiden", ("Waktu tanggap insiden", "jam", 4), colour=GREEN),
    )  # fmt: skip


POOR = "tujuan: Menurunnya kemiskinan"
INCOME = f"{POOR} > strategis: Meningkatnya pendapatan keluarga miskin"
BURDEN = f"{POOR} > strategis: Berkurangnya beban keluarga miskin"


@own(
    "column groups from left to right, the parent told by colour, values beside the indicator",
    f"{POOR} | Persentase penduduk miskin | % | 2026=6,1 | Pohon!B4",
    f"{INCOME} | Rata-rata pendapatan keluarga binaan | juta rupiah | 2026=2,8 | Pohon!H4",
    f"{INCOME} > program: Meningkatnya keterampilan kerja | Persentase peserta bekerja | % | 2026=60 | Pohon!N3",
    f"{INCOME} > program: Bertambahnya usaha keluarga | Jumlah usaha baru | usaha | 2026=140 | Pohon!N5",
    f"{BURDEN} | Persentase keluarga penerima manfaat tepat sasaran | % | 2026=97 | Pohon!H8",
    f"{BURDEN} > program: Mutakhirnya data keluarga | Persentase data padan | % | 2026=99 | Pohon!N7",
    f"{BURDEN} > program: Lancarnya penyaluran bantuan | Persentase bantuan tepat waktu | % | 2026=95 | Pohon!N9",
)
def column_groups(folder):
    def row(columns, rows, statement, *measure, colour):
        first, *others = columns
        yield f"{first}{rows[0]}:{first}{rows[1]}" if rows[0] != rows[1] else f"{first}{rows[0]}", statement, colour
        for column, text in zip(others, measure, strict=True):
            yield f"{column}{rows[0]}:{column}{rows[1]}" if rows[0] != rows[1] else f"{column}{rows[0]}", text

    def heading(columns, level):
        first, *others = columns
        yield f"{first}2", level, GREY
        yield from (
            (f"{column}2", text, GREY)
            for column, text in zip(others, ("Indikator", "Target 2026", "Satuan"), strict=True)
        )

    return draw(
        folder / "kolom.xlsx",
        ("A1:P1", "CASCADING KINERJA DINAS SOSIAL"),
        *heading("ABCD", "Tujuan"), *heading("GHIJ", "Sasaran Strategis"), *heading("MNOP", "Sasaran Program"),
        *row("ABCD", (4, 8), "Menurunnya kemiskinan", "Persentase penduduk miskin", 6.1, "%", colour=GOLD),
        *row("GHIJ", (4, 5), "Meningkatnya pendapatan keluarga miskin", "Rata-rata pendapatan keluarga binaan", 2.8,
             "juta rupiah", colour=BLUE),
        *row("GHIJ", (8, 9), "Berkurangnya beban keluarga miskin",
             "Persentase keluarga penerima manfaat tepat sasaran", 97, "%", colour=PINK),
        *row("MNOP", (3, 3), "Meningkatnya keterampilan kerja", "Persentase peserta bekerja", 60, "%", colour=BLUE),
        *row("MNOP", (5, 5), "Bertambahnya usaha keluarga", "Jumlah usaha baru", 140, "usaha", colour=BLUE),
        *row("MNOP", (7, 7), "Mutakhirnya data keluarga", "Persentase data padan", 99, "%", colour=PINK),
        *row("MNOP", (9, 9), "Lancarnya penyaluran bantuan", "Persentase bantuan tepat waktu", 95, "%", colour=PINK),
    )  # fmt: skip


HOSPITAL = "strategis: Meningkatnya mutu layanan rumah sakit"
CARE = f"{HOSPITAL} > program: Terjaminnya keselamatan pasien"
ACCESS = f"{HOSPITAL} > program: Meluasnya akses layanan spesialis"


@own(
    "codes that name the whole path, indicators below with target and unit in cells of their own",
    f"{HOSPITAL} | Tingkat kepuasan pasien | % | 88 | Pohon!D4",
    f"{CARE} | Persentase insiden yang ditindaklanjuti | % | 100 | Pohon!B8",
    f"{CARE} | Angka infeksi rumah sakit | per mil | 1,5 | Pohon!B9",
    f"{CARE} > kegiatan: Terlatihnya perawat | Jumlah perawat bersertifikat | orang | 60 | Pohon!N13",
    f"{ACCESS} | Jumlah layanan spesialis | layanan | 14 | Pohon!K8",
    f"{ACCESS} > kegiatan: Tersedianya dokter spesialis | Jumlah dokter spesialis | orang | 22 | Pohon!B13",
    f"{ACCESS} > kegiatan: Terpenuhinya alat kesehatan | Persentase alat laik pakai | % | 96 | Pohon!H13",
)
def path_codes(folder):
    def block(place, text, *measures, colour):
        (left, top), right = (place[0], int(place[1:-1])), place[-1]
        yield f"{left}{top}:{right}{top + 1}", text, colour
        for at, (name, target, unit) in enumerate(measures, start=top + 2):
            before = chr(ord(right) - 2)
            yield f"{left}{at}:{before}{at}", name
            yield f"{chr(ord(right) - 1)}{at}", target
            yield f"{right}{at}", unit

    return draw(
        folder / "jalur-kode.xlsx",
        ("B1:R1", "PENJENJANGAN KINERJA RSUD CONTOH"),
        *block("D2P", "SS.1 Meningkatnya mutu layanan rumah sakit",
               ("IKSS.1.1 Tingkat kepuasan pasien", 88, "%"), colour=GOLD),
        *block("B6H", "SS.1/SP.1.1 Terjaminnya keselamatan pasien",
               ("IKP.1.1.1 Persentase insiden yang ditindaklanjuti", 100, "%"),
               ("IKP.1.1.2 Angka infeksi rumah sakit", 1.5, "per mil"), colour=BLUE),
        *block("K6R", "SS.1/SP.1.2 Meluasnya akses layanan spesialis",
               ("IKP.1.2.1 Jumlah layanan spesialis", 14, "layanan"), colour=GREEN),
        *block("B11F", "SS.1/SP.1.2/SK.1.2.1 Tersedianya dokter spesialis",
               ("IKK.1.2.1.1 Jumlah dokter spesialis", 22, "orang"), colour=GREEN),
        *block("H11L", "SS.1/SP.1.2/SK.1.2.2 Terpenuhinya alat kesehatan",
               ("IKK.1.2.2.1 Persentase alat laik pakai", 96, "%"), colour=GREEN),
        *block("N11R", "SS.1/SP.1.1/SK.1.1.1 Terlatihnya perawat",
               ("IKK.1.1.1.1 Jumlah perawat bersertifikat", 60, "orang"), colour=BLUE),
    )  # fmt: skip


ROADS = "strategis: Meningkatnya konektivitas wilayah"


@own(
    "shapes joined by connectors",
    f"{ROADS} | Persentase jalan mantap | % | 78 | Pohon!E3",
    f"{ROADS} > program: Terpeliharanya jalan kabupaten | Panjang jalan terpelihara | km | 2026=120 | Pohon!A11",
    f"{ROADS} > program: Bertambahnya jembatan layak | Jumlah jembatan layak | unit | 2026=46 | Pohon!I11",
)
def shapes(folder):
    return workbook(
        folder / "bentuk.xlsx",
        anchored((1, 0, 13, 1.5), shape(1, "POHON KINERJA DINAS PEKERJAAN UMUM TAHUN 2026")),
        anchored(
            (4, 2.5, 9, 8),
            shape(2, "SASARAN STRATEGIS\nMeningkatnya konektivitas wilayah\nIKU : Persentase jalan mantap (78%)"),
        ),
        anchored(
            (0, 10, 5, 16),
            shape(
                3,
                "SASARAN PROGRAM\nTerpeliharanya jalan kabupaten\n"
                "Indikator : Panjang jalan terpelihara\nTarget 2026 : 120 km",
            ),
        ),
        anchored(
            (8, 10, 13, 16),
            shape(
                4,
                "SASARAN PROGRAM\nBertambahnya jembatan layak\n"
                "Indikator : Jumlah jembatan layak\nTarget 2026 : 46 unit",
            ),
        ),
        anchored((2.5, 8, 6.5, 10), connector(10, glued=(2, 3))),
        anchored((6.5, 8, 10.5, 10), connector(11, glued=(2, 4))),
    )
