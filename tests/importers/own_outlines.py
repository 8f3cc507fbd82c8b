"""Own files in which one column holds statements of several levels, told by number, code, blanks, indent or type."""

import csv

import docx
from docx.shared import Cm
from openpyxl.styles import Alignment, Font, PatternFill
from own_files import book, own
from word_files import word_file as word

GREEN, GOLD = "FFA9D18E", "FFFFD966"

OUTLINE = ["Sasaran / Program / Kegiatan", "Indikator Kinerja", "Satuan", "Target 2026"]


@own(
    "levels by numbers before the texts",
    "strategis: Meningkatnya produksi padi | Produksi padi | ton | 2026=52000 | Data!B3",
    "strategis: Meningkatnya produksi padi > program: Penyediaan dan Pengembangan Sarana Pertanian"
    " | Persentase sarana yang layak pakai | % | 2026=80 | Data!B4",
    "strategis: Meningkatnya produksi padi > program: Penyediaan dan Pengembangan Sarana Pertanian"
    " > kegiatan: Pengawasan Peredaran Sarana Pertanian | Jumlah kios yang diawasi | kios | 2026=40 | Data!B5",
    "strategis: Meningkatnya produksi padi > program: Penyediaan dan Pengembangan Sarana Pertanian"
    " > kegiatan: Pengelolaan Sumber Daya Genetik | Jumlah varietas lokal yang didaftarkan | varietas | 2026=2 | Data!B6",
    "strategis: Meningkatnya pendapatan petani | Nilai Tukar Petani | indeks | 2026=112,5 | Data!B7",
    "strategis: Meningkatnya pendapatan petani > program: Penyuluhan Pertanian"
    " | Persentase kelompok tani yang naik kelas | % | 2026=15 | Data!B8",
)
def numbered(folder):
    return book(
        folder / "bernomor.xlsx",
        [
            ["RENCANA KERJA DINAS PERTANIAN TAHUN 2026"],
            OUTLINE,
            ["1. Meningkatnya produksi padi", "Produksi padi", "ton", 52000],
            ["1.1. Penyediaan dan Pengembangan Sarana Pertanian", "Persentase sarana yang layak pakai", "%", 80],
            ["1.1.1. Pengawasan Peredaran Sarana Pertanian", "Jumlah kios yang diawasi", "kios", 40],
            ["1.1.2. Pengelolaan Sumber Daya Genetik", "Jumlah varietas lokal yang didaftarkan", "varietas", 2],
            ["2. Meningkatnya pendapatan petani", "Nilai Tukar Petani", "indeks", 112.5],
            ["2.1. Penyuluhan Pertanian", "Persentase kelompok tani yang naik kelas", "%", 15],
        ],
    )


@own(
    "levels by 1. a. 1) before the texts",
    "strategis: Meningkatnya mutu jalan | Persentase jalan mantap | % | 2026=78 | tabel 1, baris 2, kolom 2",
    "strategis: Meningkatnya mutu jalan > program: Penyelenggaraan Jalan | Panjang jalan mantap | km | 2026=410"
    " | tabel 1, baris 3, kolom 2",
    "strategis: Meningkatnya mutu jalan > program: Penyelenggaraan Jalan > kegiatan: Pemeliharaan Rutin Jalan"
    " | Panjang jalan yang dipelihara | km | 2026=120 | tabel 1, baris 4, kolom 2",
    "strategis: Meningkatnya mutu jalan > program: Penyelenggaraan Jalan > kegiatan: Rehabilitasi Jembatan"
    " | Jumlah jembatan yang direhabilitasi | unit | 2026=6 | tabel 1, baris 5, kolom 2",
    "strategis: Meningkatnya mutu jalan > program: Penataan Bangunan | Persentase bangunan berizin | % | 2026=55"
    " | tabel 1, baris 6, kolom 2",
)
def lettered(folder):
    return word(
        folder / "berhuruf.docx",
        "Rencana Kerja Tahun 2026",
        [
            OUTLINE,
            ["1. Meningkatnya mutu jalan", "Persentase jalan mantap", "%", "78"],
            ["a. Penyelenggaraan Jalan", "Panjang jalan mantap", "km", "410"],
            ["1) Pemeliharaan Rutin Jalan", "Panjang jalan yang dipelihara", "km", "120"],
            ["2) Rehabilitasi Jembatan", "Jumlah jembatan yang direhabilitasi", "unit", "6"],
            ["b. Penataan Bangunan", "Persentase bangunan berizin", "%", "55"],
        ],
    )


@own(
    "levels by the numbers of the first column",
    "program: Pengelolaan Pendidikan | Angka partisipasi sekolah | % | 2026=98 | Data!C2",
    "program: Pengelolaan Pendidikan > kegiatan: Pengelolaan Sekolah Dasar | Persentase SD terakreditasi A | % | 2026=60"
    " | Data!C3",
    "program: Pengelolaan Pendidikan > kegiatan: Pengelolaan Sekolah Dasar > subkegiatan: Rehabilitasi Ruang Kelas"
    " | Jumlah ruang kelas yang direhabilitasi | ruang | 2026=24 | Data!C4",
    "program: Pengelolaan Pendidikan > kegiatan: Pengelolaan PAUD | Persentase PAUD terakreditasi | % | 2026=45"
    " | Data!C5",
)
def numbered_beside(folder):
    return book(
        folder / "nomor-di-kolom.xlsx",
        [
            ["No", "Program/Kegiatan/Sub Kegiatan", "Indikator", "Satuan", "Target 2026"],
            ["1", "Pengelolaan Pendidikan", "Angka partisipasi sekolah", "%", 98],
            ["1.1", "Pengelolaan Sekolah Dasar", "Persentase SD terakreditasi A", "%", 60],
            ["1.1.1", "Rehabilitasi Ruang Kelas", "Jumlah ruang kelas yang direhabilitasi", "ruang", 24],
            ["1.2", "Pengelolaan PAUD", "Persentase PAUD terakreditasi", "%", 45],
        ],
    )


OUTLINED = [
    ("Pelayanan Kesehatan", "Persentase penduduk dengan jaminan kesehatan", "%", 95, 0),
    ("Penyediaan Fasilitas Kesehatan", "Persentase puskesmas sesuai standar", "%", 70, 1),
    ("Pengadaan Alat Kesehatan", "Jumlah puskesmas yang lengkap alatnya", "puskesmas", 12, 2),
    ("Pemeliharaan Gedung Puskesmas", "Jumlah gedung yang dipelihara", "gedung", 5, 2),
    ("Penyediaan Layanan Rujukan", "Persentase rujukan yang tertangani", "%", 88, 1),
    ("Pemberdayaan Masyarakat", "Persentase posyandu aktif", "%", 75, 0),
]
"""Lines of a programme column: text, indicator, unit, target, and how deep the line stands."""
FACILITIES = "program: Pelayanan Kesehatan > kegiatan: Penyediaan Fasilitas Kesehatan"
OUTLINED_READ = tuple(
    f"{path} | {indicator} | {unit} | 2026={target}"
    for path, (_, indicator, unit, target, _) in zip(
        [
            "program: Pelayanan Kesehatan",
            FACILITIES,
            f"{FACILITIES} > subkegiatan: Pengadaan Alat Kesehatan",
            f"{FACILITIES} > subkegiatan: Pemeliharaan Gedung Puskesmas",
            "program: Pelayanan Kesehatan > kegiatan: Penyediaan Layanan Rujukan",
            "program: Pemberdayaan Masyarakat",
        ],
        OUTLINED,
        strict=True,
    )
)
PROGRAMMES = ["Program / Kegiatan / Sub Kegiatan", "Indikator Kinerja", "Satuan", "Target 2026"]


def _outlined(path, dress):
    def dress_all(sheet):
        for row, line in enumerate(OUTLINED, start=2):
            dress(sheet.cell(row, 1), line[-1])

    return book(path, [PROGRAMMES, *(list(line[:-1]) for line in OUTLINED)], dress=dress_all)


def _at(lines, place):
    return [f"{line} | {place(at)}" for at, line in enumerate(lines, start=2)]


@own("levels by Excel's indent", *_at(OUTLINED_READ, "Data!B{}".format))
def indented(folder):
    def dress(cell, depth):
        cell.alignment = Alignment(indent=depth)

    return _outlined(folder / "inden.xlsx", dress)


@own("levels by blanks before the texts", *_at(OUTLINED_READ, "Data!B{}".format))
def blanks_before(folder):
    def dress(cell, depth):
        cell.value = "   " * depth + cell.value

    return _outlined(folder / "spasi.xlsx", dress)


@own("levels by colour", *_at(OUTLINED_READ, "Data!B{}".format))
def coloured(folder):
    def dress(cell, depth):
        if depth < 2:
            cell.fill = PatternFill("solid", fgColor=(GOLD, GREEN)[depth])

    return _outlined(folder / "warna.xlsx", dress)


@own("levels by bold and italic type", *_at(OUTLINED_READ, "Data!B{}".format))
def bold(folder):
    def dress(cell, depth):
        cell.font = Font(bold=depth == 0, italic=depth == 1)

    return _outlined(folder / "tebal.xlsx", dress)


@own(
    "CSV with levels by blanks before the texts",
    *_at(OUTLINED_READ, "baris {}, kolom 2".format),
)
def blanks_in_csv(folder):
    path = folder / "spasi.csv"
    with path.open("w", encoding="cp1252", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(PROGRAMMES)
        writer.writerows(("  " * depth + text, *others) for text, *others, depth in OUTLINED)
    return path


@own(
    "levels by national codes under a heading that names none",
    "program: PROGRAM PENGELOLAAN PERSAMPAHAN | Persentase sampah tertangani | % | 2026=82 | Data!C3",
    "program: PROGRAM PENGELOLAAN PERSAMPAHAN > kegiatan: Pengelolaan Sampah"
    " | Volume sampah terolah | ton | 2026=5400 | Data!C4",
    "program: PROGRAM PENGELOLAAN PERSAMPAHAN > kegiatan: Pengelolaan Sampah > subkegiatan: Penanganan Sampah"
    " | Jumlah TPS 3R yang berfungsi | unit | 2026=9 | Data!C5",
)
def national_codes(folder):
    return book(
        folder / "kode.xlsx",
        [
            ["Kode", "Uraian", "Indikator", "Target 2026", None],
            [None, None, None, "Volume", "Satuan"],
            ["2.11.11", "PROGRAM PENGELOLAAN PERSAMPAHAN", "Persentase sampah tertangani", 82, "%"],
            ["2.11.11.2.01", "Pengelolaan Sampah", "Volume sampah terolah", 5400, "ton"],
            ["2.11.11.2.01.0002", "Penanganan Sampah", "Jumlah TPS 3R yang berfungsi", 9, "unit"],
        ],
        merges=["A1:A2", "B1:B2", "C1:C2", "D1:E1"],
    )


def _written(folder, name, dress):
    """The outline as a Word table; `dress` writes a text into a paragraph as its depth asks."""
    document = docx.Document()
    table = document.add_table(len(OUTLINED) + 1, len(PROGRAMMES))
    for row, (*texts, _) in enumerate([(*PROGRAMMES, 0), *OUTLINED]):
        for column, text in enumerate(texts):
            if row == 0 or column:
                table.cell(row, column).text = str(text)
    for row, (text, *_, depth) in enumerate(OUTLINED, start=1):
        dress(table.cell(row, 0).paragraphs[0], text, depth)
    document.save(folder / name)
    return folder / name


IN_WORD = [f"{line} | tabel 1, baris {at}, kolom 2" for at, line in enumerate(OUTLINED_READ, start=2)]


@own("Word: levels by the indent of paragraphs", *IN_WORD)
def indented_in_word(folder):
    def dress(paragraph, text, depth):
        paragraph.add_run(text)
        paragraph.paragraph_format.left_indent = Cm(0.6 * depth)

    return _written(folder, "inden.docx", dress)


@own("Word: levels by bold and italic type", *IN_WORD)
def bold_in_word(folder):
    def dress(paragraph, text, depth):
        run = paragraph.add_run(text)
        run.bold, run.italic = depth == 0, depth == 1

    return _written(folder, "tebal.docx", dress)
