"""Cascades laid out sideways in a workbook, each with the reading that a person would write down first."""

import pytest
from readings import cascade, codes, lines, place
from sheet_files import BLUE, GOLD, GREEN, GREY, PINK, draw

from indikator_rules.errors import DocumentError
from indikator_rules.importers import read_file


def test_boxes_of_merged_cells_each_under_its_parent(tmp_path):
    path = draw(
        tmp_path / "pohon.xlsx",
        ("B1:N1", "POHON KINERJA DINAS KESEHATAN TAHUN 2026"),
        ("B2:N2", "(menurut rancangan Renstra)"),
        ("E3:K3", "TUJUAN", GOLD),
        ("E4:K5", "Terwujudnya masyarakat sehat"),
        ("E6:K6", "Indikator : Umur Harapan Hidup (72,4 tahun)"),
        ("B9:F9", "SASARAN STRATEGIS 1", BLUE),
        ("B10:F11", "Menurunnya kematian ibu"),
        ("B12:F12", "IKU : Angka Kematian Ibu"),
        ("B13:F13", "Target : 85 per 100.000 KH"),
        ("J9:N9", "SASARAN STRATEGIS 2", BLUE),
        ("J10:N11", "Meningkatnya mutu layanan"),
        ("J12:N12", "IKU : Persentase puskesmas terakreditasi"),
        ("J13:N13", "Target : 90 %"),
        ("B16:C16", "PROGRAM", GREEN),
        ("B17:C18", "Meningkatnya persalinan aman"),
        ("B19:C19", "Indikator : Cakupan persalinan di fasilitas"),
        ("B20:C20", "Target : 95 %"),
        ("E16:F16", "PROGRAM", GREEN),
        ("E17:F18", "Meningkatnya gizi ibu hamil"),
        ("E19:F19", "Indikator : Persentase ibu hamil KEK"),
        ("E20:F20", "Target : 8 %"),
        ("J16:N16", "PROGRAM", GREEN),
        ("J17:N18", "Meningkatnya kompetensi tenaga kesehatan"),
        ("J19:N19", "Indikator : Persentase tenaga bersertifikat"),
        ("J20:N20", "Target : 70 %"),
    )
    assert cascade(path) == [
        "tujuan: Terwujudnya masyarakat sehat",
        "  strategis: Menurunnya kematian ibu",
        "    program: Meningkatnya persalinan aman",
        "    program: Meningkatnya gizi ibu hamil",
        "  strategis: Meningkatnya mutu layanan",
        "    program: Meningkatnya kompetensi tenaga kesehatan",
    ]
    assert {line[2]: line[3:] for line in lines(path)} == {
        "Umur Harapan Hidup": ("tahun", "72,4"),
        "Angka Kematian Ibu": ("per 100.000 KH", "85"),
        "Persentase puskesmas terakreditasi": ("%", "90"),
        "Cakupan persalinan di fasilitas": ("%", "95"),
        "Persentase ibu hamil KEK": ("%", "8"),
        "Persentase tenaga bersertifikat": ("%", "70"),
    }
    (reading,) = read_file(path)
    assert place(reading, "simpul[0].anak[0].anak[1].indikator[0].nama") == "Pohon!E19"
    assert place(reading, "simpul[0].anak[0].anak[1].indikator[0].target") == "Pohon!E20"
    assert reading.dokumen.tahun == "2026"


def test_bands_with_their_labels_at_the_left_and_parents_spanning_their_children(tmp_path):
    path = draw(
        tmp_path / "pita.xlsx",
        ("A1:I1", "CASCADING KINERJA DINAS PERTANIAN"),
        ("A3", "TUJUAN", GREY),
        ("B3:I3", "Meningkatnya kesejahteraan petani"),
        ("A4", "INDIKATOR TUJUAN", GREY),
        ("B4:I4", "Nilai Tukar Petani"),
        ("A5", "TARGET", GREY),
        ("B5:I5", 112),
        ("A6", "SASARAN STRATEGIS", GREY),
        ("B6:E6", "Meningkatnya produksi padi"),
        ("F6:I6", "Meningkatnya produksi hortikultura"),
        ("A7", "INDIKATOR", GREY),
        ("B7:E7", "Produksi padi"),
        ("F7:I7", "Produksi cabai"),
        ("A8", "TARGET", GREY),
        ("B8:E8", "60.000 ton"),
        ("F8:I8", "5.000 ton"),
        ("A9", "PROGRAM", GREY),
        ("B9:C9", "Meningkatnya ketersediaan benih unggul"),
        ("D9:E9", "Berfungsinya jaringan irigasi"),
        ("F9:I9", "Terkendalinya hama cabai"),
        ("A10", "INDIKATOR", GREY),
        ("B10:C10", "Persentase benih unggul terpakai"),
        ("D10", "Persentase jaringan irigasi berfungsi"),
        ("E10", "Luas sawah terairi"),
        ("F10:I10", "Luas serangan hama"),
        ("A11", "TARGET", GREY),
        ("B11:C11", "80 %"),
        ("D11", "75 %"),
        ("E11", "3.000 ha"),
        ("F11:I11", "40 ha"),
    )
    assert cascade(path) == [
        "tujuan: Meningkatnya kesejahteraan petani",
        "  strategis: Meningkatnya produksi padi",
        "    program: Meningkatnya ketersediaan benih unggul",
        "    program: Berfungsinya jaringan irigasi",
        "  strategis: Meningkatnya produksi hortikultura",
        "    program: Terkendalinya hama cabai",
    ]
    assert {line[2]: line[3:] for line in lines(path)} == {
        "Nilai Tukar Petani": (None, "112"),
        "Produksi padi": ("ton", "60.000"),
        "Produksi cabai": ("ton", "5.000"),
        "Persentase benih unggul terpakai": ("%", "80"),
        "Persentase jaringan irigasi berfungsi": ("%", "75"),
        "Luas sawah terairi": ("ha", "3.000"),
        "Luas serangan hama": ("ha", "40"),
    }


def block(column, row, level, statement, *measures, colour=None):
    """A block of four columns: its level, its statement, a heading, and rows of indicator, unit and target."""
    second, third, last = (chr(ord(column) + step) for step in (1, 2, 3))
    yield f"{column}{row}:{last}{row}", level, colour
    yield f"{column}{row + 1}:{last}{row + 2}", statement, colour
    yield from ((f"{column}{row + 3}:{second}{row + 3}", "Indikator"), (f"{third}{row + 3}", "Satuan"))
    yield (f"{last}{row + 3}", "Target")
    for at, (name, unit, target) in enumerate(measures, start=row + 4):
        yield from ((f"{column}{at}:{second}{at}", name), (f"{third}{at}", unit), (f"{last}{at}", target))


def test_blocks_with_small_tables_beside_each_other(tmp_path):
    path = draw(
        tmp_path / "blok.xlsx",
        *block("F", 2, "TUJUAN", "Terwujudnya kota layak huni", ("Indeks Kota Layak Huni", "Indeks", 68)),
        *block("B", 9, "SASARAN 1", "Berkurangnya kawasan kumuh",
               ("Luas kawasan kumuh", "Ha", 12), ("Persentase rumah layak huni", "%", 91)),
        *block("K", 9, "SASARAN 2", "Meningkatnya akses air minum", ("Akses air minum layak", "%", 88)),
        *block("B", 18, "PROGRAM 1.1", "Tertatanya permukiman", ("Kawasan tertata", "Kawasan", 3)),
        *block("G", 18, "PROGRAM 1.2", "Membaiknya rumah warga", ("Rumah diperbaiki", "Unit", 120)),
        *block("L", 18, "PROGRAM 2.1", "Bertambahnya sambungan air", ("Sambungan rumah baru", "SR", 500)),
    )  # fmt: skip
    assert lines(path) == [
        ("tujuan", "Terwujudnya kota layak huni", "Indeks Kota Layak Huni", "Indeks", "68"),
        ("strategis", "Berkurangnya kawasan kumuh", "Luas kawasan kumuh", "Ha", "12"),
        ("strategis", "Berkurangnya kawasan kumuh", "Persentase rumah layak huni", "%", "91"),
        ("program", "Tertatanya permukiman", "Kawasan tertata", "Kawasan", "3"),
        ("program", "Membaiknya rumah warga", "Rumah diperbaiki", "Unit", "120"),
        ("strategis", "Meningkatnya akses air minum", "Akses air minum layak", "%", "88"),
        ("program", "Bertambahnya sambungan air", "Sambungan rumah baru", "SR", "500"),
    ]
    assert [line.count("  ") for line in cascade(path)] == [0, 1, 2, 2, 1, 2]


def test_colour_tells_the_parent_where_position_cannot(tmp_path):
    path = draw(
        tmp_path / "warna.xlsx",
        *block("F", 2, "SASARAN STRATEGIS", "Meningkatnya daya saing daerah", ("Nilai investasi", "Rp miliar", 900)),
        *block("B", 9, "SASARAN PROGRAM", "Meningkatnya minat investor", ("Minat investasi", "Proyek", 40), colour=BLUE),
        *block("G", 9, "SASARAN PROGRAM", "Mudahnya perizinan", ("Indeks kemudahan", "Indeks", 80), colour=GREEN),
        *block("L", 9, "SASARAN PROGRAM", "Siapnya tenaga kerja", ("Pencari kerja lulus", "%", 75), colour=PINK),
        *block("B", 16, "SASARAN KEGIATAN", "Tersebarnya peluang usaha", ("Peluang ditawarkan", "Peluang", 9), colour=BLUE),
        *block("G", 16, "SASARAN KEGIATAN", "Terpetanya kawasan usaha", ("Kawasan dipetakan", "Kawasan", 5), colour=BLUE),
        *block("L", 16, "SASARAN KEGIATAN", "Tertatanya basis izin", ("Izin tercatat", "Izin", 700), colour=GREEN),
        *block("B", 23, "SASARAN KEGIATAN", "Cepatnya izin terbit", ("Rata-rata waktu izin", "Hari", 3), colour=GREEN),
        *block("G", 23, "SASARAN KEGIATAN", "Terlatihnya pencari kerja", ("Peserta lulus", "Orang", 90), colour=PINK),
    )  # fmt: skip
    assert cascade(path) == [
        "strategis: Meningkatnya daya saing daerah",
        "  program: Meningkatnya minat investor",
        "    kegiatan: Tersebarnya peluang usaha",
        "    kegiatan: Terpetanya kawasan usaha",
        "  program: Mudahnya perizinan",
        "    kegiatan: Tertatanya basis izin",
        "    kegiatan: Cepatnya izin terbit",
        "  program: Siapnya tenaga kerja",
        "    kegiatan: Terlatihnya pencari kerja",
    ]
    assert len(lines(path)) == 9


def test_codes_tell_the_parent_and_the_indicators_owner(tmp_path):
    path = draw(
        tmp_path / "kode.xlsx",
        ("A1:L1", "PENJENJANGAN KINERJA BADAN PENDAPATAN"),
        ("A2", "ESELON II", GREY), ("B2:L2", "S1. Meningkatnya kemandirian fiskal daerah", GOLD),
        ("B3:L3", "IK 1.1 Rasio PAD terhadap pendapatan (%)"),
        ("A5", "ESELON III", GREY), ("B5:E5", "S1.1 Meningkatnya kepatuhan wajib pajak", BLUE),
        ("B6:E6", "IK 1.1.1 Persentase wajib pajak patuh (%)"),
        ("G5:L5", "S1.2 Meluasnya basis pajak", BLUE),
        ("G6:L6", "IK 1.2.1 Jumlah wajib pajak baru"),
        ("A8", "ESELON IV", GREY), ("B8:C8", "S1.2.1 Termutakhirkannya data objek pajak", GREEN),
        ("B9:C9", "IK 1.2.1.1 Persentase data mutakhir (%)"),
        ("E8:G8", "S1.1.1 Tertagihnya tunggakan pajak", GREEN),
        ("E9:G9", "IK 1.1.1.1 Persentase tunggakan tertagih (%)"),
        ("I8:L8", "S1.1.2 Mudahnya pembayaran pajak", GREEN),
        ("I9:L9", "IK 1.1.2.1 Indeks kemudahan bayar"),
    )  # fmt: skip
    assert cascade(path) == [
        "strategis: Meningkatnya kemandirian fiskal daerah",
        "  program: Meningkatnya kepatuhan wajib pajak",
        "    kegiatan: Tertagihnya tunggakan pajak",
        "    kegiatan: Mudahnya pembayaran pajak",
        "  program: Meluasnya basis pajak",
        "    kegiatan: Termutakhirkannya data objek pajak",
    ]
    assert {line[1]: line[2:4] for line in lines(path)} == {
        "Meningkatnya kemandirian fiskal daerah": ("Rasio PAD terhadap pendapatan (%)", "%"),
        "Meningkatnya kepatuhan wajib pajak": ("Persentase wajib pajak patuh (%)", "%"),
        "Tertagihnya tunggakan pajak": ("Persentase tunggakan tertagih (%)", "%"),
        "Mudahnya pembayaran pajak": ("Indeks kemudahan bayar", None),
        "Meluasnya basis pajak": ("Jumlah wajib pajak baru", None),
        "Termutakhirkannya data objek pajak": ("Persentase data mutakhir (%)", "%"),
    }
    (reading,) = read_file(path)
    assert reading.dokumen.simpul[0].anak[0].kode == "S1.1"
    assert reading.dokumen.simpul[0].anak[0].indikator[0].kode == "IK 1.1.1"


def strip(column, heading, *rows):
    """Four columns: who, then a table of sasaran, indicator and target."""
    second, third = (chr(ord(column) + step) for step in (1, 2))
    yield f"{column}6:{third}6", heading, GREY
    yield from ((f"{column}7", "Sasaran Program"), (f"{second}7", "Indikator"), (f"{third}7", "Target"))
    for at, row in enumerate(rows, start=8):
        yield from ((f"{letter}{at}", text) for letter, text in zip((column, second, third), row, strict=True) if text)


def test_a_table_for_each_unit_side_by_side(tmp_path):
    path = draw(
        tmp_path / "bidang.xlsx",
        ("A2", "Sasaran Strategis"), ("B2:D2", "Indikator Kinerja Utama"), ("E2:G2", "Target"),
        ("A3", "Terwujudnya tertib administrasi kependudukan"), ("B3:D3", "Indeks kepuasan masyarakat"),
        ("E3:G3", "88 indeks"),
        *strip("A", "KEPALA BIDANG PENDAFTARAN PENDUDUK",
               ("Meningkatnya kepemilikan KTP", "Persentase wajib KTP memiliki KTP", "99 %"),
               (None, "Persentase anak memiliki KIA", "65 %"),
               ("Cepatnya layanan kependudukan", "Waktu layanan", "1 hari")),
        *strip("E", "KEPALA BIDANG PENCATATAN SIPIL",
               ("Meningkatnya kepemilikan akta", "Persentase anak memiliki akta kelahiran", "98 %"),
               (None, "Persentase kematian tercatat", "80 %")),
    )  # fmt: skip
    assert cascade(path) == [
        "strategis: Terwujudnya tertib administrasi kependudukan",
        "  program: Meningkatnya kepemilikan KTP",
        "  program: Cepatnya layanan kependudukan",
        "  program: Meningkatnya kepemilikan akta",
    ]
    assert lines(path)[1:] == [
        ("program", "Meningkatnya kepemilikan KTP", "Persentase wajib KTP memiliki KTP", "%", "99"),
        ("program", "Meningkatnya kepemilikan KTP", "Persentase anak memiliki KIA", "%", "65"),
        ("program", "Cepatnya layanan kependudukan", "Waktu layanan", "hari", "1"),
        ("program", "Meningkatnya kepemilikan akta", "Persentase anak memiliki akta kelahiran", "%", "98"),
        ("program", "Meningkatnya kepemilikan akta", "Persentase kematian tercatat", "%", "80"),
    ]
    (reading,) = read_file(path)
    assert {node.jabatan for node in reading.dokumen.simpul[0].anak} == {
        "KEPALA BIDANG PENDAFTARAN PENDUDUK",
        "KEPALA BIDANG PENCATATAN SIPIL",
    }


def test_a_tree_that_grows_to_the_right_below_the_names_of_its_levels(tmp_path):
    path = draw(
        tmp_path / "kanan.xlsx",
        ("A1:C1", "SASARAN STRATEGIS", GREY), ("E1:G1", "SASARAN PROGRAM", GREY), ("I1:K1", "SASARAN KEGIATAN", GREY),
        ("A3:C8", "Meningkatnya kunjungan wisata\nIndikator: Jumlah wisatawan\nTarget: 500.000 orang", GOLD),
        ("E3:G5", "Meningkatnya mutu destinasi\nIndikator: Persentase destinasi standar\nTarget: 60 %", BLUE),
        ("E7:G8", "Meningkatnya promosi\nIndikator: Persentase kenaikan kunjungan situs\nTarget: 15 %", BLUE),
        ("I3:K3", "Tertatanya fasilitas destinasi\nIndikator: Jumlah destinasi tertata\nTarget: 4 destinasi", GREEN),
        ("I5:K5", "Terlatihnya pemandu\nIndikator: Jumlah pemandu bersertifikat\nTarget: 50 orang", GREEN),
        ("I7:K8", "Terselenggaranya festival\nIndikator: Jumlah festival\nTarget: 6 festival", GREEN),
    )  # fmt: skip
    assert cascade(path) == [
        "strategis: Meningkatnya kunjungan wisata",
        "  program: Meningkatnya mutu destinasi",
        "    kegiatan: Tertatanya fasilitas destinasi",
        "    kegiatan: Terlatihnya pemandu",
        "  program: Meningkatnya promosi",
        "    kegiatan: Terselenggaranya festival",
    ]
    assert [line[2:] for line in lines(path)][:2] == [
        ("Jumlah wisatawan", "orang", "500.000"),
        ("Persentase destinasi standar", "%", "60"),
    ]


def form(column, row, post, statement, *measures, colour=None):
    """A block of four columns whose first holds the names of what stands beside them."""
    second, last = chr(ord(column) + 1), chr(ord(column) + 3)
    yield f"{column}{row}:{last}{row}", post, colour
    yield from ((f"{column}{row + 1}", "Kinerja", colour), (f"{second}{row + 1}:{last}{row + 1}", statement))
    for at, (name, target) in enumerate(measures):
        top = row + 2 + 2 * at
        yield from ((f"{column}{top}", "Indikator", colour), (f"{second}{top}:{last}{top}", name))
        yield from ((f"{column}{top + 1}", "Target", colour), (f"{second}{top + 1}:{last}{top + 1}", target))


def test_forms_under_the_posts_that_own_them(tmp_path):
    path = draw(
        tmp_path / "formulir.xlsx",
        ("B1:N1", "PENJENJANGAN KINERJA DINAS PERHUBUNGAN TAHUN 2026"),
        *form("F", 3, "KEPALA DINAS PERHUBUNGAN", "Meningkatnya keselamatan jalan", ("Fatalitas kecelakaan", "5 orang"), colour=GOLD),
        *form("B", 8, "KEPALA BIDANG LALU LINTAS", "Tertibnya lalu lintas", ("Persentase pelanggaran", "10 %"), ("Kecepatan rata-rata", "40 km/jam"), colour=BLUE),
        *form("J", 8, "KEPALA BIDANG ANGKUTAN", "Laiknya angkutan umum", ("Persentase angkutan laik jalan", "95 %"), colour=BLUE),
        *form("B", 15, "KEPALA SEKSI REKAYASA", "Terpasangnya rambu", ("Jumlah rambu terpasang", "300 unit"), colour=GREEN),
        *form("J", 15, "KEPALA SEKSI PENGUJIAN", "Terujinya kendaraan", ("Jumlah kendaraan diuji", "4.000 unit"), colour=GREEN),
    )  # fmt: skip
    assert cascade(path) == [
        "strategis: Meningkatnya keselamatan jalan",
        "  program: Tertibnya lalu lintas",
        "    kegiatan: Terpasangnya rambu",
        "  program: Laiknya angkutan umum",
        "    kegiatan: Terujinya kendaraan",
    ]
    assert [line[2:] for line in lines(path)] == [
        ("Fatalitas kecelakaan", "orang", "5"),
        ("Persentase pelanggaran", "%", "10"),
        ("Kecepatan rata-rata", "km/jam", "40"),
        ("Jumlah rambu terpasang", "unit", "300"),
        ("Persentase angkutan laik jalan", "%", "95"),
        ("Jumlah kendaraan diuji", "unit", "4.000"),
    ]
    (reading,) = read_file(path)
    assert reading.dokumen.simpul[0].anak[1].jabatan == "KEPALA BIDANG ANGKUTAN"


def yearly(column, row, level, statement, *measures, colour=None):
    """A block whose small table has a target for each year, below a heading that spans them."""
    letters = [chr(ord(column) + step) for step in range(5)]
    yield f"{column}{row}:{letters[4]}{row}", f"{level} : {statement}", colour
    yield from (
        (f"{column}{row + 1}:{column}{row + 2}", "No"),
        (f"{letters[1]}{row + 1}:{letters[1]}{row + 2}", "Indikator"),
    )
    yield from (
        (f"{letters[2]}{row + 1}:{letters[2]}{row + 2}", "Satuan"),
        (f"{letters[3]}{row + 1}:{letters[4]}{row + 1}", "Target"),
    )
    yield from ((f"{letters[3]}{row + 2}", 2025), (f"{letters[4]}{row + 2}", 2026))
    for at, values in enumerate(measures, start=1):
        yield from ((f"{letter}{row + 2 + at}", value) for letter, value in zip(letters, (at, *values), strict=True))


def test_small_tables_with_a_target_for_each_year(tmp_path):
    path = draw(
        tmp_path / "tahunan.xlsx",
        *yearly("D", 2, "Sasaran", "Meningkatnya mutu pendidikan", ("Nilai literasi", "Nilai", 60, 65), colour=GOLD),
        *yearly("A", 8, "Program", "Meningkatnya mutu guru", ("Guru bersertifikat", "%", 70, 80), ("Rasio guru", "Rasio", "1:20", "1:18")),
        *yearly("G", 8, "Program", "Membaiknya sarana sekolah", ("Ruang kelas baik", "%", 85, 90)),
    )  # fmt: skip
    assert lines(path) == [
        ("strategis", "Meningkatnya mutu pendidikan", "Nilai literasi", "Nilai", {"2025": "60", "2026": "65"}),
        ("program", "Meningkatnya mutu guru", "Guru bersertifikat", "%", {"2025": "70", "2026": "80"}),
        ("program", "Meningkatnya mutu guru", "Rasio guru", "Rasio", {"2025": "1:20", "2026": "1:18"}),
        ("program", "Membaiknya sarana sekolah", "Ruang kelas baik", "%", {"2025": "85", "2026": "90"}),
    ]


def test_a_legend_tells_levels_by_colour(tmp_path):
    path = draw(
        tmp_path / "legenda.xlsx",
        ("A1", None, GOLD), ("B1", "Sasaran Strategis"), ("A2", None, BLUE), ("B2", "Program"),
        ("D4:H5", "Meningkatnya literasi warga", GOLD), ("D6:H6", "Nilai Tingkat Gemar Membaca"),
        ("B9:D10", "Meningkatnya layanan perpustakaan", BLUE), ("B11:D11", "Jumlah kunjungan perpustakaan"),
        ("G9:I10", "Bertambahnya koleksi buku", BLUE), ("G11:I11", "Rasio koleksi per penduduk"),
    )  # fmt: skip
    assert cascade(path) == [
        "strategis: Meningkatnya literasi warga",
        "  program: Meningkatnya layanan perpustakaan",
        "  program: Bertambahnya koleksi buku",
    ]
    assert [line[2] for line in lines(path)] == [
        "Nilai Tingkat Gemar Membaca",
        "Jumlah kunjungan perpustakaan",
        "Rasio koleksi per penduduk",
    ]


def test_an_organisation_chart_and_a_budget_hold_no_indicators(tmp_path):
    path = draw(
        tmp_path / "bagan.xlsx",
        ("D2:G3", "Kepala Dinas", GOLD), ("B6:C7", "Sekretariat", BLUE), ("G6:H7", "Bidang Pelayanan", BLUE),
        ("B10", "Program"), ("C10", "Pagu Anggaran"), ("B11", "Program Kesehatan"), ("C11", 5000000),
    )  # fmt: skip
    with pytest.raises(DocumentError, match="tidak ada baris indikator"):
        read_file(path)


def test_numbers_alone_tell_a_tree_without_levels(tmp_path):
    path = draw(
        tmp_path / "nomor.xlsx",
        ("D2:F3", "1. Meningkatnya ketahanan pangan", GOLD), ("D4:F4", "Indeks Ketahanan Pangan"),
        ("A7:C8", "1.1 Terjaganya stok pangan", BLUE), ("A9:C9", "Jumlah cadangan pangan"),
        ("G7:I8", "1.2 Amannya pangan segar", BLUE), ("G9:I9", "Persentase pangan aman"),
        ("A12:C13", "1.2.1 Terawasinya pasar", GREEN), ("A14:C14", "Jumlah pasar diawasi"),
    )  # fmt: skip
    assert cascade(path) == [
        "?: Meningkatnya ketahanan pangan",
        "  ?: Terjaganya stok pangan",
        "  ?: Amannya pangan segar",
        "    ?: Terawasinya pasar",
    ]


def test_a_sheet_of_budgets_beside_a_tree_is_no_part_of_it(tmp_path):
    path = draw(
        tmp_path / "anggaran.xlsx",
        ("B2:F2", "SASARAN STRATEGIS", GOLD), ("B3:F4", "Meningkatnya mutu air"), ("B5:F5", "Indeks Kualitas Air"),
        ("B8:D8", "Program"), ("E8:F8", "Anggaran"),
        ("B9:D9", "Program Pengelolaan Sungai"), ("E9:F9", 500000),
        ("B10:D10", "Jumlah Anggaran"), ("E10:F10", 500000),
    )  # fmt: skip
    assert lines(path) == [("strategis", "Meningkatnya mutu air", "Indeks Kualitas Air", None, None)]
    assert cascade(path) == ["strategis: Meningkatnya mutu air"]
    assert "B01" in codes(path)


def test_what_finds_no_place_is_told(tmp_path):
    path = draw(
        tmp_path / "sisa.xlsx",
        ("B2:F2", "SASARAN STRATEGIS", GOLD), ("B3:F4", "Meningkatnya mutu air"), ("B5:F5", "Indeks Kualitas Air"),
        ("H2:J3", "Catatan rapat tim penyusun"),
    )  # fmt: skip
    assert lines(path) == [("strategis", "Meningkatnya mutu air", "Indeks Kualitas Air", None, None)]
    assert "B15" in codes(path)
