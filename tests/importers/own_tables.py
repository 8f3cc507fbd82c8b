"""Own files whose tables have headings in several rows, several things in a cell, and other tables beside them."""

import json
import subprocess
import zipfile

from own_files import book, own
from word_files import word_file as word

# ---- several things in one cell


@own(
    "numbered indicators in one cell with numbered units and yearly targets",
    "strategis: Meningkatnya mutu layanan | Indeks Kepuasan Masyarakat | indeks | 2025=85; 2026=87 | Data!B3",
    "strategis: Meningkatnya mutu layanan | Persentase pengaduan selesai | % | 2025=90; 2026=95 | Data!B3",
    "strategis: Meningkatnya mutu layanan | Rata-rata waktu layanan | menit | 2025=15; 2026=12 | Data!B3",
    "strategis: Meningkatnya disiplin pegawai | Persentase kehadiran | % | 2025=97; 2026=98 | Data!B4",
)
def several_in_a_cell(folder):
    return book(
        folder / "beberapa.xlsx",
        [
            ["Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", None],
            [None, None, None, "2025", "2026"],
            [
                "Meningkatnya mutu layanan",
                "1. Indeks Kepuasan Masyarakat\n2. Persentase pengaduan selesai\n3. Rata-rata waktu layanan",
                "1. indeks\n2. %\n3. menit",
                "1. 85\n2. 90\n3. 15",
                "1. 87\n2. 95\n3. 12",
            ],
            ["1. Meningkatnya disiplin pegawai", "1. Persentase kehadiran", "%", 97, 98],
        ],
        merges=["A1:A2", "B1:B2", "C1:C2", "D1:E1"],
    )


@own(
    "indicators and values on lines of their own without numbers",
    "program: Meningkatnya tertib arsip | Persentase arsip tertata | % | 80 | tabel 1, baris 2, kolom 2",
    "program: Meningkatnya tertib arsip | Jumlah arsip vital terdigitalisasi | berkas | 1.200"
    " | tabel 1, baris 2, kolom 2",
)
def lines_in_a_cell(folder):
    return word(
        folder / "baris.docx",
        [
            ["Sasaran Program", "Indikator", "Satuan", "Target"],
            [
                "Meningkatnya tertib arsip",
                "Persentase arsip tertata\nJumlah arsip vital terdigitalisasi",
                "%\nberkas",
                "80\n1.200",
            ],
        ],
    )


@own(
    "units in brackets inside names",
    "strategis: Menurunnya kemiskinan | Persentase penduduk miskin (%) | % | 2026=6,1 | Data!B2",
    "strategis: Menurunnya kemiskinan | Indeks Kedalaman Kemiskinan (indeks) | indeks | 2026=0,8 | Data!B3",
    "strategis: Menurunnya kemiskinan | Jumlah keluarga (PKH) yang mandiri (keluarga) | keluarga | 2026=350 | Data!B4",
)
def units_in_names(folder):
    return book(
        folder / "satuan-di-nama.xlsx",
        [
            ["Sasaran Strategis", "Indikator Kinerja Utama", "Target 2026"],
            ["Menurunnya kemiskinan", "Persentase penduduk miskin (%)", 6.1],
            [None, "Indeks Kedalaman Kemiskinan (indeks)", 0.8],
            [None, "Jumlah keluarga (PKH) yang mandiri (keluarga)", 350],
        ],
    )


@own(
    '"Target :" on a line of its own',
    "strategis: Meningkatnya minat baca | Tingkat Kegemaran Membaca | nilai | 68,5 | tabel 1, baris 2, kolom 3",
    "strategis: Meningkatnya minat baca | Persentase perpustakaan sesuai standar | % | 40 | tabel 1, baris 3, kolom 3",
)
def target_on_a_line(folder):
    return word(
        folder / "target.docx",
        "PERJANJIAN KINERJA TAHUN 2026",
        [
            ["No", "Sasaran Strategis", "Indikator Kinerja"],
            ["1", "Meningkatnya minat baca", "Tingkat Kegemaran Membaca\nTarget : 68,5 nilai"],
            ["", "", "Persentase perpustakaan sesuai standar\nTarget :\n40 %"],
        ],
    )


# ---- headings


@own(
    "quarters with performance and money",
    "kegiatan: Pengelolaan Layanan Kependudukan | Persentase KTP-el terbit | %"
    " | 2026-TW1=20; 2026-TW2=45; 2026-TW3=70; 2026-TW4=100 | Data!B6",
)
def quarters(folder):
    return book(
        folder / "triwulan.xlsx",
        [
            ["RENCANA AKSI"],
            ["DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL TAHUN 2026"],
            ["Kegiatan", "Indikator", "Satuan", "Triwulan", *[None] * 7],
            [None, None, None, "I", None, "II", None, "III", None, "IV", None],
            [None, None, None, *["K", "Rp"] * 4],
            [
                "Pengelolaan Layanan Kependudukan",
                "Persentase KTP-el terbit",
                "%",
                *[20, 5_000_000, 45, 6_000_000, 70, 7_000_000, 100, 8_000_000],
            ],
            ["Jumlah", None, None, None, 5_000_000, None, 6_000_000, None, 7_000_000, None, 8_000_000],
        ],
        merges=["A1:K1", "A2:K2", "A3:A5", "B3:B5", "C3:C5", "D3:K3", "D4:E4", "F4:G4", "H4:I4", "J4:K4"],
    )


@own(
    "months under the target",
    "program: Program Ketahanan Pangan | Skor pola pangan harapan | skor"
    " | 2026=91; 2026-01=0; 2026-02=0; 2026-03=91 | tabel 1, baris 4, kolom 2",
)
def months(folder):
    return word(
        folder / "bulan.docx",
        "RENCANA AKSI KINERJA TAHUN 2026",
        [
            ["Program", "Indikator Kinerja", "Satuan", "Target 2026", "Target per bulan", "<", "<"],
            ["^", "^", "^", "^", "Jan", "Feb", "Mar"],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
            ["Program Ketahanan Pangan", "Skor pola pangan harapan", "skor", "91", "0", "0", "91"],
        ],
    )


@own(
    "money and performance by year under a heading of three rows",
    "program: Program Penanggulangan Bencana | Indeks Ketahanan Daerah | indeks | 2025=0,61; 2026=0,65 | Data!C6",
    "program: Program Penanggulangan Bencana > kegiatan: Pelayanan Pencegahan Bencana | Persentase desa tangguh bencana"
    " | % | 2025=30; 2026=40 | Data!C7",
)
def money_and_performance(folder):
    return book(
        folder / "renstra.xlsx",
        [
            ["RENCANA STRATEGIS BADAN PENANGGULANGAN BENCANA DAERAH 2025-2029"],
            ["Kode", "Program dan Kegiatan", "Indikator Kinerja", "Satuan", "Target Kinerja dan Kerangka Pendanaan"],
            [None, None, None, None, "2025", None, "2026", None],
            [None, None, None, None, "Target", "Rp", "Target", "Rp"],
            [1, 2, 3, 4, 5, 6, 7, 8],
            [
                "1.05.03",
                "Program Penanggulangan Bencana",
                "Indeks Ketahanan Daerah",
                "indeks",
                0.61,
                5_000_000_000,
                0.65,
                6_000_000_000,
            ],
            [
                "1.05.03.2.02",
                "Pelayanan Pencegahan Bencana",
                "Persentase desa tangguh bencana",
                "%",
                30,
                900_000_000,
                40,
                950_000_000,
            ],
        ],
        merges=["A1:H1", "A2:A4", "B2:B4", "C2:C4", "D2:D4", "E2:H2", "E3:F3", "G3:H3"],
    )


@own(
    "statements that merges carry down",
    "tujuan: Terwujudnya kota sehat | Umur Harapan Hidup | tahun | 2025=72; 2026=72,4 | Data!C4",
    "tujuan: Terwujudnya kota sehat > strategis: Menurunnya stunting | Prevalensi stunting | % | 2025=17; 2026=14"
    " | Data!C5",
    "tujuan: Terwujudnya kota sehat > strategis: Menurunnya stunting | Persentase balita ditimbang | %"
    " | 2025=85; 2026=90 | Data!C6",
    "tujuan: Terwujudnya kota sehat > strategis: Membaiknya sanitasi | Persentase rumah bersanitasi aman | %"
    " | 2025=60; 2026=66 | Data!C7",
)
def merged_statements(folder):
    return book(
        folder / "gabung.xlsx",
        [
            ["Tujuan", "Sasaran Strategis", "Indikator Tujuan / Sasaran", "Satuan", "Target", None],
            [None, None, None, None, 2025, 2026],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
            ["Terwujudnya kota sehat", None, "Umur Harapan Hidup", "tahun", 72, 72.4],
            [None, "Menurunnya stunting", "Prevalensi stunting", "%", 17, 14],
            [None, None, "Persentase balita ditimbang", "%", 85, 90],
            [None, "Membaiknya sanitasi", "Persentase rumah bersanitasi aman", "%", 60, 66],
        ],
        merges=["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "A4:A7", "B5:B6"],
    )


# ---- forms


@own(
    "perjanjian kinerja with its statement, programmes, money and signatures",
    "strategis: Meningkatnya ketangguhan daerah | Indeks Risiko Bencana | poin | 2026=98 | tabel 2, baris 3, kolom 3",
    "strategis: Meningkatnya ketangguhan daerah | Persentase desa tangguh | % | 2026=40 | tabel 2, baris 4, kolom 3",
    "strategis: Meningkatnya mutu tata kelola | Nilai SAKIP | None | 2026=BB | tabel 2, baris 5, kolom 3",
)
def agreement(folder):
    return word(
        folder / "pk.docx",
        "PERJANJIAN KINERJA TAHUN 2026",
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, kami yang bertanda tangan di bawah ini:",
        [["Nama", ": Contoh Pejabat"], ["Jabatan", ": Kepala Badan"]],
        "LAMPIRAN PERJANJIAN KINERJA TAHUN 2026",
        [
            ["No", "Sasaran Strategis", "Indikator Kinerja", "Target 2026"],
            ["(1)", "(2)", "(3)", "(4)"],
            ["1", "Meningkatnya ketangguhan daerah", "Indeks Risiko Bencana", "98 poin"],
            ["^", "^", "Persentase desa tangguh", "40 %"],
            ["2", "Meningkatnya mutu tata kelola", "Nilai SAKIP", "BB"],
        ],
        [
            ["No", "Program", "Anggaran", "Keterangan"],
            ["1", "Program Penanggulangan Bencana", "Rp1.500.000.000", "APBD"],
            ["", "Jumlah", "Rp1.500.000.000", ""],
        ],
        [["Pihak Kedua,\n\n\nBUPATI CONTOH", "Kota Contoh, 2 Januari 2026\nPihak Pertama,\n\n\nKEPALA BADAN"]],
    )


@own(
    "SKP form with the leader's results and aspects",
    "individu: Tersusunnya data sektoral yang mutakhir | Jumlah basis data yang dimutakhirkan | basis data | 4"
    " | Data!E7",
    "individu: Tersusunnya data sektoral yang mutakhir | Ketepatan waktu pemutakhiran | bulan | 12 | Data!E8",
    "individu: Terlaksananya survei kepuasan | Persentase responden yang mengisi | % | 90 | Data!E9",
)
def skp(folder):
    return book(
        folder / "skp.xlsx",
        [
            ["SASARAN KINERJA PEGAWAI"],
            ["PERIODE 2 JANUARI SD 31 DESEMBER 2026"],
            ["Nama", None, None, "Contoh Pegawai"],
            ["A. KINERJA UTAMA"],
            [
                "No",
                "Rencana Hasil Kerja Pimpinan yang Diintervensi",
                "Rencana Hasil Kerja",
                "Aspek",
                "Indikator Kinerja Individu",
                "Target",
            ],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
            [
                1,
                "Meningkatnya mutu data",
                "Tersusunnya data sektoral yang mutakhir",
                "Kuantitas",
                "Jumlah basis data yang dimutakhirkan",
                "4 basis data",
            ],
            [None, None, None, "Waktu", "Ketepatan waktu pemutakhiran", "12 bulan"],
            [
                2,
                "Meningkatnya kepuasan masyarakat",
                "Terlaksananya survei kepuasan",
                "Kualitas",
                "Persentase responden yang mengisi",
                "90 %",
            ],
            [],
            ["B. KINERJA TAMBAHAN"],
        ],
        merges=["A1:F1", "A2:F2", "A7:A8", "B7:B8", "C7:C8"],
    )


@own(
    "a Word table that goes on in a second one without its heading",
    "strategis: Meningkatnya mutu udara | Indeks Kualitas Udara | poin | 88 | tabel 1, baris 2, kolom 3",
    "strategis: Berkurangnya sampah | Persentase sampah tertangani | % | 82 | tabel 2, baris 1, kolom 3",
    "strategis: Berkurangnya sampah | Volume sampah terolah | ton | 5.400 | tabel 2, baris 2, kolom 3",
)
def table_in_two(folder):
    return word(
        folder / "bersambung.docx",
        [
            ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"],
            ["1", "Meningkatnya mutu udara", "Indeks Kualitas Udara", "poin", "88"],
        ],
        "",
        [
            ["2", "Berkurangnya sampah", "Persentase sampah tertangani", "%", "82"],
            ["", "", "Volume sampah terolah", "ton", "5.400"],
        ],
    )


@own("a budget alone, which holds no indicators")
def budget_alone(folder):
    return book(
        folder / "anggaran.xlsx",
        [
            ["No", "Program", "Pagu Anggaran", "Realisasi", "Keterangan"],
            [1, "Program Penanggulangan Bencana", 5_000_000, 4_500_000, "APBD"],
            [2, "Program Penunjang Urusan", 2_000_000, 1_900_000, "APBD"],
        ],
    )


@own("a statement page without its lampiran")
def statement_page(folder):
    return word(
        folder / "pernyataan.docx",
        "PERJANJIAN KINERJA TAHUN 2026",
        "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini.",
        [["Pihak Kedua,\n\nBUPATI", "Pihak Pertama,\n\nKEPALA DINAS"]],
    )


# ---- other formats

PLAIN_ROWS = [
    ["Sasaran Program", "Indikator", "Satuan", "Target 2026"],
    ["Meningkatnya mutu data", "Persentase data mutakhir", "%", "87,5"],
    ["", "Jumlah himpunan data terbuka", "himpunan data", "1.250"],
]
PLAIN_READ = (
    "program: Meningkatnya mutu data | Persentase data mutakhir | % | 2026=87,5",
    "program: Meningkatnya mutu data | Jumlah himpunan data terbuka | himpunan data | 2026=1.250",
)


@own("CSV of Excel: semicolons and cp1252", *(f"{line} | baris {at}, kolom 2" for at, line in enumerate(PLAIN_READ, 2)))
def semicolons(folder):
    path = folder / "data.csv"
    path.write_text("\n".join(";".join(row) for row in PLAIN_ROWS), encoding="cp1252")
    return path


@own("a table pasted from a sheet", *(f"{line} | baris {at}, kolom 2" for at, line in enumerate(PLAIN_READ, 2)))
def pasted(folder):
    path = folder / "tempelan.csv"
    path.write_text("\n".join("\t".join(row) for row in PLAIN_ROWS), encoding="utf-16")
    return path


@own(
    "rows of another program, each with its level",
    "strategis: Meningkatnya ekspor | Nilai ekspor | juta USD | 2026=120 | baris 1",
    "program: Meningkatnya mutu produk | Persentase produk bersertifikat | % | 2026=65 | baris 2",
)
def json_lines(folder):
    rows = [
        {
            "instansi": "Dinas Perdagangan",
            "tingkat": "strategis",
            "sasaran": "Meningkatnya ekspor",
            "indikator": "Nilai ekspor",
            "satuan": "juta USD",
            "target_2026": 120,
        },
        {
            "instansi": "Dinas Perdagangan",
            "tingkat": "program",
            "induk": "Meningkatnya ekspor",
            "sasaran": "Meningkatnya mutu produk",
            "indikator": "Persentase produk bersertifikat",
            "satuan": "%",
            "target_2026": 65,
        },
    ]
    path = folder / "baris.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


@own(
    "a document in YAML",
    "tujuan: Terwujudnya kota hijau | Indeks Kualitas Lingkungan Hidup | indeks | 2026=72,5 | baris 5, kolom 15",
    "tujuan: Terwujudnya kota hijau > strategis: Berkurangnya sampah | Persentase sampah tertangani | % | 82"
    " | baris 9, kolom 20",
)
def yaml(folder):
    path = folder / "dokumen.yaml"
    path.write_text(
        "simpul:\n"
        "  - tingkat: tujuan\n"
        "    pernyataan: Terwujudnya kota hijau\n"
        "    indikator:\n"
        "      - nama: Indeks Kualitas Lingkungan Hidup\n"
        "        satuan: indeks\n"
        "        target: {2026: 72.5}\n"
        "    anak: [{tingkat: strategis, pernyataan: Berkurangnya sampah, indikator: [\n"
        "            {nama: Persentase sampah tertangani, satuan: '%', target: 82}]}]\n",
        encoding="utf-8",
    )
    return path


@own(
    "an OpenDocument sheet",
    "program: Meningkatnya mutu data | Persentase data mutakhir | % | 2026=87,5 | Data!B2",
    "program: Meningkatnya mutu data | Jumlah himpunan data terbuka | himpunan data | 2026=1.250 | Data!B3",
)
def opendocument(folder):
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
            if text
            else "<table:table-cell/>"
            for text in row
        )
        + "</table:table-row>"
        for row in PLAIN_ROWS
    )
    path = folder / "data.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        )
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="Data">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


@own(
    "a workbook of Excel 97",
    *(f"{line} | Data!B{at}" for at, line in enumerate(PLAIN_READ, 2)),
    program="soffice",
)
def excel_97(folder):
    new = book(folder / "lama.xlsx", PLAIN_ROWS)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", "xls", new.name],  # noqa: S607
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return new.with_suffix(".xls")


@own(
    "an archive of several files",
    *(f"{line} | baris {at}, kolom 2" for at, line in enumerate(PLAIN_READ, 2)),
    "program: Program Ketahanan Pangan | Skor pola pangan harapan | skor"
    " | 2026=91; 2026-01=0; 2026-02=0; 2026-03=91 | tabel 1, baris 4, kolom 2",
)
def archive(folder):
    path = folder / "berkas.zip"
    with zipfile.ZipFile(path, "w") as made:
        for member in (semicolons(folder), months(folder)):
            made.write(member, f"{'a' if member.suffix == '.csv' else 'b'}/{member.name}")
    return path
