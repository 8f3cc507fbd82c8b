"""Real layouts of performance tables, each with the reading that a person would write down first."""

import docx
from readings import cascade, codes, lines, nodes

from indikator_rules.importers import read_file


def test_a_perjanjian_kinerja_reads_as_its_four_column_table(word):
    path = word(
        "PERJANJIAN KINERJA TAHUN 2026",
        [["PIHAK KEDUA\n\nNAMA", "Kota, Januari 2026\nPIHAK PERTAMA"]],
        [
            ["NO", "TUJUAN/ SASARAN STRATEGIS", "INDIKATOR KINERJA UTAMA", "TARGET"],
            ["1", "2", "3", "4"],
            ["1.", "Meningkatnya mutu air sungai", "Indeks Kualitas Air", "61,5 Angka"],
            ["", "", "Persentase sungai yang memenuhi baku mutu", "80 %"],
            ["2.", "Meningkatnya akuntabilitas kinerja dinas", "Nilai SAKIP", "BB"],
        ],
        [
            ["NO", "PROGRAM", "ANGGARAN", "KET"],
            ["1.", "PROGRAM PENGELOLAAN SUNGAI", "Rp5.000.000,00", ""],
            ["", "TOTAL ANGGARAN", "Rp5.000.000,00", ""],
        ],
    )
    assert lines(path) == [
        ("strategis", "Meningkatnya mutu air sungai", "Indeks Kualitas Air", "Angka", "61,5"),
        ("strategis", "Meningkatnya mutu air sungai", "Persentase sungai yang memenuhi baku mutu", "%", "80"),
        ("strategis", "Meningkatnya akuntabilitas kinerja dinas", "Nilai SAKIP", None, "BB"),
    ]
    assert codes(path) == ["B01", "B01", "B02", "B03"]
    (reading,) = read_file(path)
    assert (reading.dokumen.jenis_dokumen, reading.dokumen.tahun) == ("pk", "2026")


def test_vertical_merges_of_word_carry_the_statement_down(word):
    path = word(
        [
            ["No", "Sasaran", "Indikator", "Satuan", "Target"],
            ["1", "Meningkatnya literasi warga", "Nilai literasi", "Indeks", "70"],
            ["^", "^", "Kunjungan per kapita", "Kali", "3"],
        ]
    )
    assert lines(path) == [
        (None, "Meningkatnya literasi warga", "Nilai literasi", "Indeks", "70"),
        (None, "Meningkatnya literasi warga", "Kunjungan per kapita", "Kali", "3"),
    ]


def test_the_same_indicator_in_two_tables_is_one_with_both_places(word):
    path = word(
        "Perjanjian Kinerja Tahun 2026",
        [
            ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"],
            ["1", "Meningkatnya akses air minum", "Persentase rumah tangga berair minum aman", "75 Persen"],
        ],
        "Rencana Aksi",
        [
            ["No", "Sasaran Strategis/ Program", "Indikator Kinerja", "Target Tahun 2026", "Target Bulan", "<"],
            ["^", "^", "^", "^", "Januari", "Februari"],
            ["1", "2", "3", "4", "5", "6"],
            ["", "Meningkatnya akses  air minum", "Persentase rumah tangga berair minum aman", "75 Persen", "10", "20"],
            ["", "Program Pengelolaan Air Minum", "Cakupan layanan", "60 persen", "0", "5"],
        ],
    )
    assert lines(path) == [
        (
            "strategis",
            "Meningkatnya akses air minum",
            "Persentase rumah tangga berair minum aman",
            "Persen",
            {"2026": "75", "2026-01": "10", "2026-02": "20"},
        ),
        (
            "program",
            "Program Pengelolaan Air Minum",
            "Cakupan layanan",
            "persen",
            {"2026": "60", "2026-01": "0", "2026-02": "5"},
        ),
    ]
    assert cascade(path) == ["strategis: Meningkatnya akses air minum", "  program: Program Pengelolaan Air Minum"]
    (reading,) = read_file(path)
    places = [str(place) for place in reading.locations.of("simpul[0].indikator[0].nama")]
    assert places == ["tabel 1, baris 2, kolom 3", "tabel 2, baris 4, kolom 3"]


def test_different_targets_of_one_indicator_are_told(word):
    row = ["1", "Meningkatnya akses air minum", "Cakupan air minum"]
    heading = ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"]
    path = word([heading, [*row, "75"]], "Rencana aksi", [heading, [*row, "80"]])
    assert [line[-1] for line in lines(path)] == ["75"]
    assert codes(path) == ["B09"]


def test_renstra_with_yearly_targets_and_indicators_of_two_levels(xlsx):
    path = xlsx(
        [
            [
                "Tujuan",
                "Sasaran",
                "Indikator Tujuan/Sasaran",
                "Satuan",
                "Kondisi Awal",
                "Target Kinerja Tahun",
                None,
                None,
                "Kondisi Akhir",
            ],
            [None, None, None, None, 2024, 2025, 2026, 2027, None],
            [1, 2, 3, 4, 5, 6, 7, 8, 9],
            ["Meningkatnya derajat kesehatan", None, "Umur Harapan Hidup", "Tahun", 71.2, 71.5, 71.8, 72, 73],
            [None, "Menurunnya stunting", "Prevalensi stunting", "%", 21.400000000000002, 20, 18, 15, 14],
            [None, None, "Cakupan ASI eksklusif", "%", 60, 65, 70, 75, 80],
        ],
        merges=["A1:A2", "B1:B2", "C1:C2", "D1:D2", "F1:H1", "I1:I2", "A4:A6"],
    )
    assert lines(path) == [
        (
            "tujuan",
            "Meningkatnya derajat kesehatan",
            "Umur Harapan Hidup",
            "Tahun",
            {"2025": "71,5", "2026": "71,8", "2027": "72"},
        ),
        ("strategis", "Menurunnya stunting", "Prevalensi stunting", "%", {"2025": "20", "2026": "18", "2027": "15"}),
        ("strategis", "Menurunnya stunting", "Cakupan ASI eksklusif", "%", {"2025": "65", "2026": "70", "2027": "75"}),
    ]
    (reading,) = read_file(path)
    stunting = nodes(reading)["simpul[0].anak[0]"].indikator[0]
    assert (stunting.baseline, stunting.kondisi_akhir) == ("21,4", "14")


def test_tables_with_an_indicator_column_for_each_level(xlsx):
    path = xlsx(
        [
            [
                "Tujuan",
                "Indikator Tujuan",
                "Target 2026",
                "Sasaran Strategis",
                "Indikator Sasaran",
                "Satuan",
                "Target 2026",
            ],
            [
                "Terwujudnya kota hijau",
                "Indeks Kualitas Lingkungan Hidup",
                "72",
                "Meningkatnya mutu udara",
                "Indeks Kualitas Udara",
                "Indeks",
                "85",
            ],
            [None, None, None, "Berkurangnya sampah", "Timbulan sampah terkelola", "%", "60"],
        ]
    )
    assert lines(path) == [
        ("tujuan", "Terwujudnya kota hijau", "Indeks Kualitas Lingkungan Hidup", None, {"2026": "72"}),
        ("strategis", "Meningkatnya mutu udara", "Indeks Kualitas Udara", "Indeks", {"2026": "85"}),
        ("strategis", "Berkurangnya sampah", "Timbulan sampah terkelola", "%", {"2026": "60"}),
    ]
    assert cascade(path) == [
        "tujuan: Terwujudnya kota hijau",
        "  strategis: Meningkatnya mutu udara",
        "  strategis: Berkurangnya sampah",
    ]


def test_national_codes_tell_programme_activity_and_sub_activity(xlsx):
    path = xlsx(
        [
            ["RENCANA KERJA TAHUN 2026"],
            ["Perangkat Daerah : Dinas Perikanan"],
            ["Kode", "Urusan/Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja", "Target", None, "Pagu"],
            [None, None, None, "2026", "Satuan", None],
            ["3.25", "URUSAN PEMERINTAHAN BIDANG KELAUTAN DAN PERIKANAN", None, None, None, 900],
            ["3.25.03", "PROGRAM PENGELOLAAN PERIKANAN TANGKAP", "Produksi perikanan tangkap", 1200, "Ton", 500],
            ["3.25.03.2.01", "Pengelolaan Penangkapan Ikan", "Jumlah nelayan yang naik kelas", 40, "Orang", 500],
            ["3.25.03.2.01.0001", "Penyediaan Prasarana Usaha", "Jumlah prasarana yang tersedia", 3, "Unit", 500],
            [None, "JUMLAH", None, None, None, 900],
        ],
        merges=["A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:F4"],
    )
    assert cascade(path) == [
        "program: PROGRAM PENGELOLAAN PERIKANAN TANGKAP",
        "  kegiatan: Pengelolaan Penangkapan Ikan",
        "    subkegiatan: Penyediaan Prasarana Usaha",
    ]
    (reading,) = read_file(path)
    assert reading.dokumen.instansi == "Dinas Perikanan"
    assert reading.dokumen.simpul[0].id == "3.25.03"
    assert [line[3:] for line in lines(path)] == [
        ("Ton", {"2026": "1200"}),
        ("Orang", {"2026": "40"}),
        ("Unit", {"2026": "3"}),
    ]


def test_separate_columns_for_programme_activity_and_sub_activity(xlsx):
    path = xlsx(
        [
            ["Program", "Kegiatan", "Sub Kegiatan", "Indikator", "Satuan", "Target"],
            ["Program Irigasi", None, None, "Luas layanan irigasi", "Ha", 200],
            [None, "Pengembangan Irigasi", None, "Panjang saluran", "Km", 12],
            [None, None, "Pembangunan Saluran", "Panjang saluran terbangun", "Km", 4],
            [None, None, "Rehabilitasi Saluran", "Panjang saluran direhabilitasi", "Km", 8],
        ]
    )
    assert cascade(path) == [
        "program: Program Irigasi",
        "  kegiatan: Pengembangan Irigasi",
        "    subkegiatan: Pembangunan Saluran",
        "    subkegiatan: Rehabilitasi Saluran",
    ]


def test_column_names_of_a_database_export(comma):
    path = comma(
        [
            [
                "kode_tujuan",
                "tujuan",
                "kode_sasaran",
                "sasaran",
                "kode_indikator_kinerja",
                "indikator_kinerja",
                "satuan",
                "target_tahunan",
                "definisi_x",
                "definisi_y",
                "tw1",
                "tw2",
                "tw3",
                "tw4",
            ],
            [
                "T1",
                "Meningkatnya daya saing",
                "S1",
                "Meningkatnya ekspor",
                "S1.1",
                "Nilai ekspor",
                "USD",
                "100",
                "ekspor",
                "total",
                "10",
                "40",
                "70",
                "100",
            ],
        ]
    )
    assert lines(path) == [
        (
            "strategis",
            "Meningkatnya ekspor",
            "Nilai ekspor",
            "USD",
            {"tahunan": "100", "TW1": "10", "TW2": "40", "TW3": "70", "TW4": "100"},
        )
    ]
    (reading,) = read_file(path)
    assert [(node.id, node.kode) for node in nodes(reading).values()] == [("T1", "T1"), ("S1", "S1")]
    assert nodes(reading)["simpul[0].anak[0]"].indikator[0].kode == "S1.1"


def test_application_export_with_polarity_and_weights(comma):
    path = comma(
        [
            [
                "Kode",
                "Indikator",
                "Satuan",
                "Target",
                "Realisasi",
                "Capaian",
                "Polarisasi (Maximaze)",
                "V/C (P/L)",
                "Bobot",
                "Jenis Casecading (Direct)",
            ],
            ["1a-N", "Persentase belanja tepat waktu", "%", "95", "90", "94,7", "Maximize", "P/L", "20", "Direct"],
        ]
    )
    assert lines(path) == [(None, None, "Persentase belanja tepat waktu", "%", "95")]
    (reading,) = read_file(path)
    measure = reading.dokumen.simpul[0].indikator[0]
    assert (measure.polarisasi, measure.penjenjangan, measure.realisasi) == ("Maximize", "Direct", {"tahunan": "90"})


def test_code_and_name_in_one_cell(xlsx):
    path = xlsx(
        [
            ["Kode - Nama", "Indikator", "Satuan", "Baseline", "2025", None, "2026", None],
            [None, None, None, None, "Target", "Anggaran", "Target", "Anggaran"],
            [
                "1.02.02 - Program Pemenuhan Upaya Kesehatan",
                "Persentase capaian SPM",
                "%",
                "90",
                "95",
                "1000",
                "100",
                "1200",
            ],
        ],
        merges=["E1:F1", "G1:H1"],
    )
    (reading,) = read_file(path)
    node = reading.dokumen.simpul[0]
    assert (node.kode, node.pernyataan) == ("1.02.02", "Program Pemenuhan Upaya Kesehatan")
    assert node.indikator[0].target == {"2025": "95", "2026": "100"}
    assert node.indikator[0].baseline == "90"


def test_rows_that_name_their_level(comma):
    path = comma(
        [
            [
                "level",
                "kode",
                "sasaran",
                "indikator",
                "target",
                "target_text",
                "definisi_operasional",
                "formulasi_pengukuran",
                "tipe_perhitungan",
                "sumber_data",
                "satuan",
            ],
            [
                "Sasaran Strategis",
                "S1",
                "Meningkatnya minat baca",
                "Indeks minat baca",
                "70",
                "tujuh puluh",
                "ukuran minat",
                "a/b",
                "non_kumulatif",
                "Survei",
                "Indeks",
            ],
            [
                "Outcome Program",
                "P1",
                "Meningkatnya kunjungan",
                "Kunjungan",
                "500",
                "",
                "",
                "",
                "kumulatif",
                "Buku tamu",
                "Kali",
            ],
            ["Eselon IX", "X1", "Meningkatnya koleksi", "Judul baru", "90", "", "", "", "", "", "Judul"],
        ]
    )
    assert [line[0] for line in lines(path)] == ["strategis", "program", None]
    (reading,) = read_file(path)
    first = reading.dokumen.simpul[0].indikator[0]
    assert (first.definisi, first.formula, first.sumber_data, first.konsolidasi) == (
        "ukuran minat",
        "a/b",
        "Survei",
        "non_kumulatif",
    )
    assert codes(path) == ["B06"]


def test_an_skp_form(xlsx):
    path = xlsx(
        [
            ["SASARAN KINERJA PEGAWAI"],
            [
                "No",
                "Rencana Hasil Kerja Pimpinan yang Diintervensi",
                "Rencana Hasil Kerja",
                "Aspek",
                "Indikator Kinerja Individu",
                "Target",
            ],
            [1, 2, 3, 4, 5, 6],
            [
                1,
                "Meningkatnya mutu data",
                "Tersusunnya data sektoral yang mutakhir",
                "Kuantitas",
                "Jumlah basis data yang dimutakhirkan",
                "4 Basis data",
            ],
            [None, None, None, "Waktu", "Ketepatan waktu pemutakhiran", "12 bulan"],
        ]
    )
    (reading,) = read_file(path)
    (node,) = reading.dokumen.simpul
    assert (str(node.tingkat), node.induk) == ("individu", "Meningkatnya mutu data")
    assert [(measure.aspek, measure.nama) for measure in node.indikator] == [
        ("Kuantitas", "Jumlah basis data yang dimutakhirkan"),
        ("Waktu", "Ketepatan waktu pemutakhiran"),
    ]


def test_several_numbered_indicators_in_one_cell_are_several(xlsx):
    path = xlsx(
        [
            ["Sasaran", "Indikator", "Satuan", "Target"],
            [
                "Meningkatnya layanan",
                "1. Indeks Kepuasan Masyarakat\n2. Waktu layanan",
                "1. Indeks\n2. Menit",
                "1. 85\n2. 15",
            ],
            ["Meningkatnya akuntabilitas", "1. Nilai AKIP   2. Opini BPK", "Nilai", "100"],
        ]
    )
    assert lines(path) == [
        (None, "Meningkatnya layanan", "Indeks Kepuasan Masyarakat", "Indeks", "85"),
        (None, "Meningkatnya layanan", "Waktu layanan", "Menit", "15"),
        (None, "Meningkatnya akuntabilitas", "Nilai AKIP", "Nilai", "100"),
        (None, "Meningkatnya akuntabilitas", "Opini BPK", "Nilai", "100"),
    ]
    assert "B08" in codes(path)


def test_k_and_rp_sub_columns_take_the_performance_half(xlsx):
    path = xlsx(
        [
            [
                "Program/Kegiatan",
                "Indikator Kinerja",
                "Satuan",
                "Target Tahun 2025",
                None,
                "Realisasi Kinerja pada Triwulan",
                None,
                None,
                None,
            ],
            [None, None, None, None, None, "I", None, "II", None],
            [1, 2, 3, 4, None, 5, None, 6, None],
            [None, None, None, "K", "Rp", "K", "Rp", "K", "Rp"],
            ["Program Perumahan", "Rumah layak huni", "%", 88, None, 20, None, 45, None],
            ["Penataan Permukiman", "Kawasan tertata", "%", 70, None, 10, None, 30, None],
            ["Perbaikan Rumah", "Rumah diperbaiki", "Unit", 25, 500000, 5, 100000, 12, 200000],
        ],
        merges=["A1:A2", "B1:B2", "C1:C2", "D1:E2", "F1:I1", "F2:G2", "H2:I2", "D3:E3", "F3:G3", "H3:I3"],
    )
    assert lines(path) == [
        ("program", "Program Perumahan", "Rumah layak huni", "%", {"2025": "88"}),
        ("kegiatan", "Penataan Permukiman", "Kawasan tertata", "%", {"2025": "70"}),
        ("subkegiatan", "Perbaikan Rumah", "Rumah diperbaiki", "Unit", {"2025": "25"}),
    ]
    (reading,) = read_file(path)
    assert reading.dokumen.simpul[0].indikator[0].realisasi == {"2025-TW1": "20", "2025-TW2": "45"}


def test_a_list_of_indicators_without_statements_is_one_node_of_unknown_level(xlsx):
    path = xlsx(
        [["No", "Indikator", "Target", "Satuan"], [1, "Nilai SAKIP", 80.01, "Nilai"], [2, "Opini", "WTP", "Opini"]]
    )
    assert lines(path) == [(None, None, "Nilai SAKIP", "Nilai", "80,01"), (None, None, "Opini", "Opini", "WTP")]
    assert lines(path, tingkat="strategis")[0][0] == "strategis"


def test_headings_with_slips_of_spelling(comma):
    path = comma(
        [
            ["Sasran Strategis", "Indikator Knerja", "Satuan", "Terget"],
            ["Menurunnya kemiskinan", "Angka kemiskinan", "%", "9"],
        ]
    )
    assert lines(path) == [("strategis", "Menurunnya kemiskinan", "Angka kemiskinan", "%", "9")]


def test_lines_of_their_own_name_the_statement_above(xlsx):
    path = xlsx(
        [
            ["No", "Indikator", "Satuan", "Target"],
            ["Sasaran Strategis 1 : Meningkatnya keselamatan jalan", None, None, None],
            [1, "Fatalitas kecelakaan", "Orang", 5],
            ["Sasaran Strategis 2 : Lancarnya lalu lintas", None, None, None],
            [1, "Kecepatan rata-rata", "km/jam", 40],
        ],
        merges=["A2:D2", "A4:D4"],
    )
    assert [line[:3] for line in lines(path)] == [
        ("strategis", "Meningkatnya keselamatan jalan", "Fatalitas kecelakaan"),
        ("strategis", "Lancarnya lalu lintas", "Kecepatan rata-rata"),
    ]


def test_signatures_and_notes_under_a_table_are_not_rows(xlsx):
    path = xlsx(
        [
            ["Sasaran", "Indikator", "Satuan", "Target"],
            ["Meningkatnya pariwisata", "Kunjungan wisatawan", "Orang", 1000],
            [None, None, None, None],
            [None, None, None, "Kota, 2 Januari 2026"],
            ["Mengetahui", None, None, "Kepala Dinas"],
        ]
    )
    assert cascade(path) == ["?: Meningkatnya pariwisata"]


def test_two_tables_on_one_sheet_each_have_their_heading(xlsx):
    path = xlsx(
        [
            ["Tujuan", "Indikator", "Target"],
            ["Terwujudnya kota sehat", "Umur harapan hidup", "72"],
            [],
            ["Program", "Pagu Anggaran"],
            ["Program Kesehatan", "5000"],
            [],
            ["Sasaran Strategis", "Indikator", "Target"],
            ["Menurunnya kematian ibu", "Angka kematian ibu", "90"],
        ]
    )
    assert [line[:3] for line in lines(path)] == [
        ("tujuan", "Terwujudnya kota sehat", "Umur harapan hidup"),
        ("strategis", "Menurunnya kematian ibu", "Angka kematian ibu"),
    ]
    assert "B01" in codes(path)


def test_a_heading_repeated_by_a_page_break_is_no_row(xlsx):
    heading = ["Sasaran", "Indikator", "Satuan", "Target"]
    path = xlsx([heading, ["Meningkatnya mutu", "Nilai mutu", "Indeks", 3], heading, [None, "Skor mutu", "Skor", 4]])
    assert [line[1:3] for line in lines(path)] == [
        ("Meningkatnya mutu", "Nilai mutu"),
        ("Meningkatnya mutu", "Skor mutu"),
    ]


def test_a_word_table_that_goes_on_without_its_heading(word):
    path = word(
        [["No", "Sasaran", "Indikator", "Target"], ["1", "Meningkatnya gizi", "Prevalensi gizi buruk", "2 %"]],
        "",
        [["2", "Menurunnya kematian bayi", "Angka kematian bayi", "9"]],
    )
    assert [line[1:3] for line in lines(path)] == [
        ("Meningkatnya gizi", "Prevalensi gizi buruk"),
        ("Menurunnya kematian bayi", "Angka kematian bayi"),
    ]


def test_iku_form_with_sasaran_and_iku_groups(xlsx):
    path = xlsx(
        [
            ["LAPORAN PERENCANAAN"],
            ["SASARAN", None, None, None, "I K U", None, None, None, None, None, None, None],
            [
                "No",
                "Kode",
                "Sasaran",
                "Bobot",
                "No",
                "Kode",
                "IKU",
                "Bobot",
                "Target",
                "Satuan",
                "Polarisasi",
                "Unit Kerja",
            ],
            [
                1,
                "S1",
                "Meningkatnya inovasi",
                50,
                1,
                "S1.1",
                "Indeks inovasi",
                100,
                60,
                "Indeks",
                "Maksimal",
                "Bidang Litbang",
            ],
        ],
        merges=["A2:D2", "E2:L2"],
    )
    assert lines(path) == [(None, "Meningkatnya inovasi", "Indeks inovasi", "Indeks", "60")]
    (reading,) = read_file(path)
    node = reading.dokumen.simpul[0]
    assert (node.kode, node.unit, node.indikator[0].kode, node.indikator[0].polarisasi) == (
        "S1",
        "Bidang Litbang",
        "S1.1",
        "Maksimal",
    )


def test_targets_by_the_years_of_a_plan(xlsx):
    path = xlsx(
        [
            [
                "No",
                "Tujuan",
                "Sasaran",
                "Indikator Tujuan/Sasaran",
                "Target Kinerja Tujuan/Sasaran pada Tahun ke-",
                None,
                None,
            ],
            [None, None, None, None, 1, 2, 3],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
            [
                1,
                "Terwujudnya desa mandiri",
                "Meningkatnya status desa",
                "Indeks Desa Membangun (indeks)",
                0.7,
                0.72,
                0.75,
            ],
        ],
        merges=["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:G1"],
    )
    assert lines(path) == [
        (
            "strategis",
            "Meningkatnya status desa",
            "Indeks Desa Membangun (indeks)",
            "indeks",
            {"ke-1": "0,7", "ke-2": "0,72", "ke-3": "0,75"},
        )
    ]


def test_a_code_spread_over_several_columns(xlsx):
    path = xlsx(
        [
            ["Kode", None, None, None, None, "Program/Kegiatan/Sub Kegiatan", "Indikator", "Target", "Satuan"],
            [1, "02", "02", None, None, "Pemenuhan Upaya Kesehatan", "Capaian SPM", 100, "%"],
            [1, "02", "02", 2.01, None, "Penyediaan Fasilitas", "Fasilitas tersedia", 4, "Unit"],
            [1, "02", "02", 2.01, "0003", "Pembangunan Puskesmas", "Puskesmas terbangun", 1, "Unit"],
        ],
        merges=["A1:E1"],
    )
    assert cascade(path) == [
        "program: Pemenuhan Upaya Kesehatan",
        "  kegiatan: Penyediaan Fasilitas",
        "    subkegiatan: Pembangunan Puskesmas",
    ]


def test_indicators_behind_dashes_and_codes_before_statements(xlsx):
    path = xlsx(
        [
            ["Sasaran Strategis", "Indikator Kinerja", "Target"],
            ["SS1. Meningkatnya tata kelola", "- Nilai SAKIP\n- Indeks RB", "BB"],
            ["2) Menurunnya PM10 di udara", "PM10 di udara ambien", "<50"],
        ]
    )
    assert lines(path) == [
        ("strategis", "Meningkatnya tata kelola", "Nilai SAKIP", None, "BB"),
        ("strategis", "Meningkatnya tata kelola", "Indeks RB", None, "BB"),
        ("strategis", "Menurunnya PM10 di udara", "PM10 di udara ambien", None, "<50"),
    ]


def test_programmes_behind_the_indicators_only_serve_them_and_are_told(xlsx):
    path = xlsx(
        [
            ["Sasaran", "Indikator", "Target", "Program", "Anggaran"],
            ["Meningkatnya panen", "Produktivitas padi", "6 ton/ha", "Program Ketahanan Pangan", "Rp1.000"],
        ]
    )
    assert cascade(path) == ["?: Meningkatnya panen"]
    assert codes(path) == ["B03", "B04"]


def test_renja_with_a_forecast_beside_the_plan(xlsx):
    path = xlsx(
        [
            [
                "Kode",
                "Urusan/Program/Kegiatan",
                "Indikator Kinerja Program/Kegiatan",
                "Rencana Tahun 2025",
                None,
                None,
                "Prakiraan Maju Rencana Tahun 2026",
                None,
            ],
            [
                None,
                None,
                None,
                "Lokasi",
                "Target Capaian Kinerja",
                "Pagu Indikatif",
                "Target Capaian Kinerja",
                "Pagu Indikatif",
            ],
            ["2.19.02", "Program Kepemudaan", "Pemuda wirausaha", "Kota", "5 %", 1000, "6 %", 1200],
        ],
        merges=["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:H1"],
    )
    assert lines(path) == [("program", "Program Kepemudaan", "Pemuda wirausaha", "%", {"2025": "5", "2026": "6"})]


def test_a_cascade_by_eselon_columns(xlsx):
    path = xlsx(
        [
            ["Ultimate Outcome", "Indikator", "Intermediate Outcome", "Indikator", "Immediate Outcome", "Indikator"],
            [
                "Terwujudnya kota aman",
                "Indeks Kota Aman",
                "Menurunnya kejahatan",
                "Angka kejahatan",
                "Cepatnya penanganan",
                "Waktu tanggap",
            ],
            [None, None, None, None, "Luasnya pengawasan", "Titik kamera"],
        ]
    )
    assert [line[:3] for line in lines(path)] == [
        ("tujuan", "Terwujudnya kota aman", "Indeks Kota Aman"),
        ("strategis", "Menurunnya kejahatan", "Angka kejahatan"),
        ("program", "Cepatnya penanganan", "Waktu tanggap"),
        ("program", "Luasnya pengawasan", "Titik kamera"),
    ]


def test_the_matrix_of_programmes_and_funding_of_a_renstra(xlsx):
    path = xlsx(
        [
            ["Tabel T-C.28", *[None] * 10],
            ["Tujuan", "Sasaran", "Kode", "Program dan Kegiatan",
             "Indikator Kinerja Tujuan, Sasaran, Program (outcome) dan Kegiatan", "Data Capaian pada Tahun Awal",
             "Target Kinerja dan Pendanaan", None, None, None, "Kondisi Kinerja pada akhir periode Renstra", None],
            [None, None, None, None, None, None, "2026", None, "2027", None, None, None],
            [None, None, None, None, None, None, "Target", "Rp", "Target", "Rp", "Target", "Rp"],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)"],
            ["Terwujudnya warga sehat", None, None, None, "Umur Harapan Hidup", 71, 72, None, 73, None, 73, None],
            [None, "Menurunnya kematian ibu", None, None, "Angka kematian ibu", 120, 110, None, 100, None, 100, None],
            [None, None, "1.02.02", "Program Upaya Kesehatan", "Capaian SPM", 80, 90, 500, 100, 600, 100, 1100],
            [None, None, "1.02.02.2.01", "Penyediaan Fasilitas", "Fasilitas tersedia", 3, 4, 500, 5, 600, 9, 1100],
        ],
        merges=["A2:A4", "B2:B4", "C2:C4", "D2:D4", "E2:E4", "F2:F4", "G2:J2", "G3:H3", "I3:J3", "K2:L3"],
    )  # fmt: skip
    assert lines(path) == [
        ("tujuan", "Terwujudnya warga sehat", "Umur Harapan Hidup", None, {"2026": "72", "2027": "73"}),
        ("strategis", "Menurunnya kematian ibu", "Angka kematian ibu", None, {"2026": "110", "2027": "100"}),
        ("program", "Program Upaya Kesehatan", "Capaian SPM", None, {"2026": "90", "2027": "100"}),
        ("kegiatan", "Penyediaan Fasilitas", "Fasilitas tersedia", None, {"2026": "4", "2027": "5"}),
    ]
    (reading,) = read_file(path)
    assert [node.indikator[0].kondisi_akhir for node in nodes(reading).values()] == ["73", "100", "100", "9"]
    assert cascade(path)[-1] == "      kegiatan: Penyediaan Fasilitas"


def test_halves_of_a_year_and_headings_in_spaced_letters(xlsx):
    path = xlsx(
        [
            ["S A S A R A N", "INDIKATOR KINERJA UTAMA\n(2)", "T A R G E T   2026", None],
            [None, None, "Semester I", "Semester II"],
            ["Meningkatnya ekspor", "Nilai ekspor", "40", "90"],
        ],
        merges=["A1:A2", "B1:B2", "C1:D1"],
    )
    assert lines(path) == [(None, "Meningkatnya ekspor", "Nilai ekspor", None, {"2026-SM1": "40", "2026-SM2": "90"})]


def test_a_second_target_column_is_told(comma):
    path = comma(
        [["Sasaran", "Indikator", "Target", "Target Revisi"], ["Meningkatnya ekspor", "Nilai ekspor", "40", "50"]]
    )
    assert lines(path)[0][-1] == "40"
    assert codes(path) == ["B04"]


def test_a_table_inside_a_table_cell(tmp_path):
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    inner = cell.add_table(2, 3)
    for at, row in enumerate((["Sasaran", "Indikator", "Target"], ["Meningkatnya mutu", "Nilai mutu", "3"])):
        for column, text in enumerate(row):
            inner.cell(at, column).text = text
    document.save(tmp_path / "a.docx")
    assert lines(tmp_path / "a.docx") == [(None, "Meningkatnya mutu", "Nilai mutu", None, "3")]


def test_groups_with_a_description_below_them(xlsx):
    path = xlsx(
        [
            ["Sasaran Strategis", None, None, "Indikator Kinerja", None, None, "Program", None],
            ["Kode", "Uraian", "PD", "Kode", "Uraian", "Target", "Uraian", "Indikator"],
            ["S1", "Meningkatnya inovasi", "Bappeda", "S1.1", "Indeks inovasi", "60", "Program Riset", "Riset terapan"],
        ],
        merges=["A1:C1", "D1:F1", "G1:H1"],
    )  # fmt: skip
    assert lines(path) == [
        ("strategis", "Meningkatnya inovasi", "Indeks inovasi", None, "60"),
        ("program", "Program Riset", "Riset terapan", None, None),
    ]


def test_what_a_form_says_in_cells_side_by_side(xlsx):
    path = xlsx(
        [
            ["FORMULIR RENCANA STRATEGIS 2025-2029"],
            ["Perangkat Daerah", ":", "Dinas Koperasi"],
            ["Sasaran", "Indikator", "Target"],
            ["Meningkatnya koperasi aktif", "Koperasi aktif", "80 %"],
        ]
    )
    (reading,) = read_file(path)
    dokumen = reading.dokumen
    assert (dokumen.instansi, dokumen.jenis_dokumen, dokumen.tahun) == ("Dinas Koperasi", "renstra", "2025-2029")


def test_a_title_inside_the_word_table(word):
    path = word(
        [
            ["LAMPIRAN PERJANJIAN KINERJA TAHUN 2026", "<", "<", "<"],
            ["No", "Sasaran Kegiatan", "Indikator", "Target"],
            ["1", "Meningkatnya mutu arsip", "Indeks arsip", "80 Indeks"],
        ]
    )
    assert lines(path) == [("kegiatan", "Meningkatnya mutu arsip", "Indeks arsip", "Indeks", "80")]
    (reading,) = read_file(path)
    assert reading.dokumen.tahun == "2026"


def test_names_of_urusan_head_programmes_and_are_no_statements(xlsx):
    path = xlsx(
        [
            ["Bidang Urusan Pemerintahan dan Program", "Indikator Kinerja Program (outcome)", "Satuan", "Target 2026"],
            ["URUSAN PEMERINTAHAN BIDANG PERTANIAN", None, None, None],
            ["Penyediaan Sarana Pertanian", "Produktivitas padi", "kw/ha", 60],
            ["Pengendalian Bencana Pertanian", "Lahan terlindungi", "%", 30],
        ]
    )
    assert cascade(path) == ["program: Penyediaan Sarana Pertanian", "program: Pengendalian Bencana Pertanian"]
    (reading,) = read_file(path)
    assert reading.dokumen.simpul[1].urusan == "URUSAN PEMERINTAHAN BIDANG PERTANIAN"


def test_a_heading_cut_into_two_rows_without_merges(comma):
    path = comma(
        [
            ["Sasaran", "Indikator", "Target"],
            ["Strategis", "Kinerja", "2026"],
            ["Meningkatnya ekspor", "Nilai ekspor", "40"],
        ]
    )
    assert lines(path) == [("strategis", "Meningkatnya ekspor", "Nilai ekspor", None, {"2026": "40"})]
