"""Own workbooks whose cascades stand in blocks, bands and columns that few headings explain."""

from openpyxl.utils import get_column_letter
from own_files import own
from sheet_files import BLUE, GOLD, GREEN, GREY, PINK, draw


def cells(column, row, *texts, down=1):
    """Cells side by side from a place on, each as wide as its own number says and `down` rows high."""
    for text, width, colour in texts:
        first, last = get_column_letter(column), get_column_letter(column + width - 1)
        place = f"{first}{row}" if (width, down) == (1, 1) else f"{first}{row}:{last}{row + down - 1}"
        yield place, text, colour
        column += width


ROAD = "strategis: Meningkatnya kualitas layanan perhubungan"
SAFE = f"{ROAD} > program: Meningkatnya keselamatan lalu lintas"
SMOOTH = f"{ROAD} > program: Meningkatnya kelancaran angkutan"


@own(
    "blocks under an echelon and its post, codes and statements merged over the rows of a small table",
    f"{ROAD} | Indeks Kepuasan Layanan Perhubungan | None | 2026=83,5 | Pohon!L5",
    f"{ROAD} | Rasio kecelakaan lalu lintas | None | 2026=0,8 per 10.000 | Pohon!L6",
    f"{SAFE} | Persentase perlengkapan jalan terpasang | % | 2026=75 | Pohon!F11",
    f"{SAFE} > kegiatan: Terpasangnya rambu lalu lintas | Jumlah rambu terpasang | unit | 2026=120 | Pohon!F16",
    f"{SAFE} > kegiatan: Terlaksananya uji berkala | Persentase kendaraan lulus uji | % | 2026=90 | Pohon!R16",
    f"{SMOOTH} | Persentase angkutan umum laik jalan | % | 2026=92 | Pohon!R11",
    f"{SMOOTH} > kegiatan: Tersedianya halte yang layak | Jumlah halte yang direhabilitasi | halte | 2026=Minimal 6"
    " | Pohon!L16",
    f"{SMOOTH} > kegiatan: Tersedianya halte yang layak | Persentase halte ramah disabilitas | None"
    " | 2026=Seluruh halte (24 halte) | Pohon!L17",
)
def echelons(folder):
    def block(column, row, level, code, text, *measures, colour):
        yield from cells(column, row, (level, 6, colour))
        yield from cells(
            column, row + 1, ("KODE", 1, GREY), ("SASARAN", 3, GREY), ("INDIKATOR KINERJA", 1, GREY),
            ("TARGET 2026", 1, GREY),
        )  # fmt: skip
        yield from cells(column, row + 2, (code, 1, colour), (text, 3, colour), down=len(measures))
        for at, (name, target) in enumerate(measures, start=row + 2):
            yield from cells(column + 4, at, (name, 1, None), (target, 1, None))

    return draw(
        folder / "eselon.xlsx",
        ("A1:T1", "CASCADING KINERJA DINAS PERHUBUNGAN KABUPATEN CONTOH"),
        *block(8, 3, "ESELON II - KEPALA DINAS", "SS1", "Meningkatnya kualitas layanan perhubungan",
               ("Indeks Kepuasan Layanan Perhubungan", 83.5), ("Rasio kecelakaan lalu lintas", "0,8 per 10.000"),
               colour=GOLD),
        *block(2, 9, "ESELON III - KEPALA BIDANG LALU LINTAS", "SP1.1", "Meningkatnya keselamatan lalu lintas",
               ("Persentase perlengkapan jalan terpasang", "75%"), colour=BLUE),
        *block(14, 9, "ESELON III - KEPALA BIDANG ANGKUTAN", "SP1.2", "Meningkatnya kelancaran angkutan",
               ("Persentase angkutan umum laik jalan", "92%"), colour=GREEN),
        *block(2, 14, "ESELON IV", "SK1.1.1", "Terpasangnya rambu lalu lintas",
               ("Jumlah rambu terpasang", "120 unit"), colour=BLUE),
        *block(8, 14, "ESELON IV", "SK1.2.1", "Tersedianya halte yang layak",
               ("Jumlah halte yang direhabilitasi", "Minimal 6 halte"),
               ("Persentase halte ramah disabilitas", "Seluruh halte (24 halte)"), colour=GREEN),
        *block(14, 14, "ESELON IV", "SK1.1.2", "Terlaksananya uji berkala",
               ("Persentase kendaraan lulus uji", "90%"), colour=BLUE),
    )  # fmt: skip


FARM = "tujuan: Meningkatnya kesejahteraan petani"
FOOD = f"{FARM} > strategis: Meningkatnya produksi tanaman pangan"
CATTLE = f"{FARM} > strategis: Meningkatnya populasi ternak"


@own(
    "groups of columns side by side, each with its level over headings of two further rows",
    f"{FARM} | Nilai Tukar Petani | indeks | 2025=108; 2026=109,5 | Pohon!B6",
    f"{FOOD} | Produksi padi | ton | 2025=310000; 2026=315000 | Pohon!G6",
    f"{FOOD} > program: Meningkatnya ketersediaan sarana pertanian | Persentase kebutuhan pupuk terpenuhi | %"
    " | 2025=80; 2026=85 | Pohon!L6",
    f"{FOOD} > program: Meningkatnya kapasitas penyuluh | Rasio penyuluh per desa | rasio | 2025=0,8; 2026=1"
    " | Pohon!L7",
    f"{CATTLE} | Populasi sapi potong | ekor | 2025=42000; 2026=43500 | Pohon!G8",
    f"{CATTLE} > program: Menurunnya penyakit hewan menular | Persentase kasus penyakit hewan tertangani | %"
    " | 2025=95; 2026=97 | Pohon!L8",
)
def groups(folder):
    def heading(column, level):
        yield from cells(column, 3, (level, 5, GREY))
        yield from cells(column, 4, ("URAIAN", 1, GREY), ("INDIKATOR", 1, GREY), ("SATUAN", 1, GREY), down=2)
        yield from cells(column + 3, 4, ("TARGET", 2, GREY))
        yield from cells(column + 3, 5, (2025, 1, GREY), (2026, 1, GREY))

    def row(column, first, down, *values):
        yield from cells(column, first, *((value, 1, None) for value in values), down=down)

    return draw(
        folder / "kelompok-kolom.xlsx",
        ("A1:O1", "CASCADING DINAS PERTANIAN 2025-2026"),
        *heading(1, "TUJUAN"), *heading(6, "SASARAN STRATEGIS"), *heading(11, "PROGRAM"),
        *row(1, 6, 3, "Meningkatnya kesejahteraan petani", "Nilai Tukar Petani", "indeks", 108, 109.5),
        *row(6, 6, 2, "Meningkatnya produksi tanaman pangan", "Produksi padi", "ton", 310000, 315000),
        *row(6, 8, 1, "Meningkatnya populasi ternak", "Populasi sapi potong", "ekor", 42000, 43500),
        *row(11, 6, 1, "Meningkatnya ketersediaan sarana pertanian", "Persentase kebutuhan pupuk terpenuhi", "%", 80, 85),
        *row(11, 7, 1, "Meningkatnya kapasitas penyuluh", "Rasio penyuluh per desa", "rasio", 0.8, 1),
        *row(11, 8, 1, "Menurunnya penyakit hewan menular", "Persentase kasus penyakit hewan tertangani", "%", 95, 97),
    )  # fmt: skip


EASE = "strategis: Meningkatnya kemudahan berusaha"
PERMIT = f"{EASE} > program: Meningkatnya kualitas layanan perizinan"
PROMOTION = f"{EASE} > program: Meningkatnya promosi investasi"


@own(
    "a cascade that grows to the right under echelons, parents merged down over their children",
    f"{EASE} | Realisasi investasi | Rp miliar | 950 | Pohon!C4",
    f"{PERMIT} | Persentase izin terbit tepat waktu | % | 98 | Pohon!H4",
    f"{PERMIT} > kegiatan: Terlayaninya permohonan izin | Jumlah izin yang diterbitkan | izin | 3200 | Pohon!M4",
    f"{PROMOTION} | Jumlah minat investasi | proyek | 20 | Pohon!H6",
    f"{PROMOTION} > kegiatan: Terlaksananya pameran investasi | Jumlah pameran | kali | 3 | Pohon!M6",
)
def to_the_right(folder):
    def heading(column, level):
        yield from cells(column, 2, (level, 5, GREY))
        yield from cells(column, 3, *((text, 1, GREY) for text in ("Kode", "Sasaran", "Indikator", "Target", "Satuan")))

    def row(column, first, down, *values):
        yield from cells(column, first, *((value, 1, BLUE) for value in values), down=down)

    return draw(
        folder / "ke-kanan.xlsx",
        ("A1:O1", "CASCADING KINERJA DPMPTSP"),
        *heading(1, "ESELON II"), *heading(6, "ESELON III"), *heading(11, "ESELON IV"),
        *row(1, 4, 3, "1", "Meningkatnya kemudahan berusaha", "Realisasi investasi", 950, "Rp miliar"),
        *row(6, 4, 2, "1.1", "Meningkatnya kualitas layanan perizinan", "Persentase izin terbit tepat waktu", 98, "%"),
        *row(6, 6, 1, "1.2", "Meningkatnya promosi investasi", "Jumlah minat investasi", 20, "proyek"),
        *row(11, 4, 2, "1.1.1", "Terlayaninya permohonan izin", "Jumlah izin yang diterbitkan", 3200, "izin"),
        *row(11, 6, 1, "1.2.1", "Terlaksananya pameran investasi", "Jumlah pameran", 3, "kali"),
    )  # fmt: skip


FED = "tujuan: Terwujudnya ketahanan pangan daerah"
STOCK = f"{FED} > strategis: Meningkatnya ketersediaan pangan"
PURE = f"{FED} > strategis: Meningkatnya keamanan pangan"


@own(
    "a statement, its indicator and its target side by side under the name of a level",
    f"{FED} | Indeks Ketahanan Pangan | None | 78,2 | Pohon!F3",
    f"{STOCK} | Skor Pola Pangan Harapan | None | 92 | Pohon!C7",
    f"{STOCK} > program: Meningkatnya cadangan pangan pemerintah | Jumlah cadangan pangan pemerintah daerah | ton | 150"
    " | Pohon!C11",
    f"{PURE} | Persentase pangan segar yang aman dikonsumsi | % | 95 | Pohon!I7",
    f"{PURE} > program: Meningkatnya pengawasan mutu pangan | Jumlah sampel pangan yang diuji | sampel | 240"
    " | Pohon!I11",
)
def three_beside(folder):
    def three(column, row, level, *texts):
        yield from cells(column, row, (level, 3, GOLD))
        yield from cells(column, row + 1, *((text, 1, None) for text in texts))

    return draw(
        folder / "berpetak.xlsx",
        *three(5, 2, "TUJUAN", "Terwujudnya ketahanan pangan daerah", "Indeks Ketahanan Pangan", "78,2"),
        *three(2, 6, "SASARAN 1", "Meningkatnya ketersediaan pangan", "Skor Pola Pangan Harapan", "92"),
        *three(8, 6, "SASARAN 2", "Meningkatnya keamanan pangan", "Persentase pangan segar yang aman dikonsumsi", "95%"),
        *three(2, 10, "PROGRAM", "Meningkatnya cadangan pangan pemerintah",
               "Jumlah cadangan pangan pemerintah daerah", "150 ton"),
        *three(8, 10, "PROGRAM", "Meningkatnya pengawasan mutu pangan", "Jumlah sampel pangan yang diuji", "240 sampel"),
    )  # fmt: skip


SCHOOLS = "strategis: Meningkatnya kualitas pendidikan"
BASIC = f"{SCHOOLS} > program: Meningkatnya mutu pendidikan dasar"


@own(
    "bands whose level stands before the names of their rows",
    f"{SCHOOLS} | Angka Partisipasi Murni | % | 97 | Pohon!C4",
    f"{BASIC} | Persentase SD terakreditasi A | % | 60 | Pohon!C7",
    f"{BASIC} | Nilai rapor pendidikan | None | Baik | Pohon!F7",
    f"{BASIC} > kegiatan: Terpenuhinya guru bersertifikat | Jumlah guru bersertifikat | orang | 800 | Pohon!C10",
    f"{SCHOOLS} > program: Meningkatnya tata kelola | Opini atas laporan keuangan | None | WTP | Pohon!I7",
)
def bands(folder):
    def band(row, level, statements, names, targets):
        yield from cells(1, row, (level, 1, GREY), down=3)
        for at, (label, texts) in enumerate((("Sasaran", statements), ("Indikator", names), ("Target", targets)), row):
            yield from cells(2, at, (label, 1, GREY), *((text, width, None) for text, width in texts))

    return draw(
        folder / "pita-bertingkat.xlsx",
        ("A1:N1", "CASCADING DINAS PENDIDIKAN"),
        *band(3, "SASARAN STRATEGIS", [("Meningkatnya kualitas pendidikan", 12)], [("Angka Partisipasi Murni", 12)],
              [("97%", 12)]),
        *band(6, "PROGRAM", [("Meningkatnya mutu pendidikan dasar", 6), ("Meningkatnya tata kelola", 6)],
              [("Persentase SD terakreditasi A", 3), ("Nilai rapor pendidikan", 3), ("Opini atas laporan keuangan", 6)],
              [("60%", 3), ("Baik", 3), ("WTP", 6)]),
        *band(9, "KEGIATAN", [("Terpenuhinya guru bersertifikat", 6)], [("Jumlah guru bersertifikat", 6)],
              [("800 orang", 6)]),
    )  # fmt: skip


ORDER = "tujuan: Meningkatnya ketertiban umum"
RULES = f"{ORDER} > strategis: Menurunnya pelanggaran perda"
GUARDS = f"{ORDER} > strategis: Meningkatnya perlindungan masyarakat"


@own(
    "codes in cells of their own, boxes of one colour that stand under others than their parents",
    f"{ORDER} | Indeks Rasa Aman | None | 80 | Pohon!I5",
    f"{RULES} | Persentase pelanggaran perda diselesaikan | % | 95 | Pohon!D9",
    f"{RULES} > program: Meningkatnya patroli wilayah | Jumlah patroli | kali | 360 | Pohon!N13",
    f"{GUARDS} | Rasio linmas per RT | None | 1 : 4 | Pohon!N9",
    f"{GUARDS} > program: Terlatihnya anggota linmas | Persentase linmas terlatih | % | Minimal 70 | Pohon!D13",
)
def scattered(folder):
    def block(column, row, code, text, *measure):
        yield from cells(column, row, (code, 1, PINK), (text, 3, PINK), down=2)
        yield from cells(
            column, row + 2, *((each, width, None) for each, width in zip(measure, (1, 2, 1), strict=True))
        )

    return draw(
        folder / "kode-di-sel.xlsx",
        ("A1:R1", "POHON KINERJA SATPOL PP"),
        ("A3", "TUJUAN", GREY), ("A7", "SASARAN STRATEGIS", GREY), ("A11", "PROGRAM", GREY),
        *block(8, 3, "T1", "Meningkatnya ketertiban umum", "IT1", "Indeks Rasa Aman", 80),
        *block(3, 7, "S1.1", "Menurunnya pelanggaran perda", "IS1.1", "Persentase pelanggaran perda diselesaikan", "95%"),
        *block(13, 7, "S1.2", "Meningkatnya perlindungan masyarakat", "IS1.2", "Rasio linmas per RT", "1 : 4"),
        *block(3, 11, "P1.2.1", "Terlatihnya anggota linmas", "IP1.2.1", "Persentase linmas terlatih", "Minimal 70%"),
        *block(13, 11, "P1.1.1", "Meningkatnya patroli wilayah", "IP1.1.1", "Jumlah patroli", "360 kali"),
    )  # fmt: skip


VISITS = "strategis: Meningkatnya daya saing pariwisata"


@own(
    "names of levels and of indicators beside their texts, targets in the last cell of the row",
    f"{VISITS} | Jumlah kunjungan wisatawan | orang | 1.200.000 | Pohon!G4",
    f"{VISITS} | Lama tinggal wisatawan | hari | 2,1 | Pohon!G5",
    f"{VISITS} > program: Meningkatnya kualitas destinasi | Persentase destinasi berstandar | % | 60 | Pohon!B10",
    f"{VISITS} > program: Meningkatnya kualitas pelaku wisata | Jumlah pelaku bersertifikat | orang | 250 | Pohon!L10",
)
def names_beside(folder):
    def block(column, row, level, text, code, *measures):
        yield from cells(column, row, (level, 1, None), (text, 4, None))
        for at, (name, target) in enumerate(measures, start=1):
            yield from cells(column, row + at, (f"{code}.{at}", 1, None), (name, 3, None), (target, 1, None))

    return draw(
        folder / "nama-di-samping.xlsx",
        ("A1:P1", "POHON KINERJA DINAS PARIWISATA"),
        *block(6, 3, "Sasaran Strategis 1", "Meningkatnya daya saing pariwisata", "IKU 1",
               ("Jumlah kunjungan wisatawan", "1.200.000 orang"), ("Lama tinggal wisatawan", "2,1 hari")),
        ("H7", "▼"),
        *block(1, 9, "Sasaran Program 1.1", "Meningkatnya kualitas destinasi", "IKP 1.1",
               ("Persentase destinasi berstandar", "60%")),
        *block(11, 9, "Sasaran Program 1.2", "Meningkatnya kualitas pelaku wisata", "IKP 1.2",
               ("Jumlah pelaku bersertifikat", "250 orang")),
    )  # fmt: skip
