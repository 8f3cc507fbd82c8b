"""How a text opens, and what it promises: whole classes of words, told by form where no list holds them."""

from __future__ import annotations

import pytest

from indikator_rules.text import analyse


@pytest.mark.parametrize(
    ("isi", "ukuran"),
    [
        ("Cost Recovery Rate BLUD", "persentase"),
        ("Dwelling time", "waktu"),
        ("Road Safety Indeks", "indeks"),
        ("Bed Occupancy Ratio", "rasio"),
        ("Peningkatan response rate", "tanpa-ukuran"),
        ("Pelayanan real time", "tanpa-ukuran"),
    ],
)
def test_a_foreign_name_closes_with_its_measure(isi: str, ukuran: str) -> None:
    assert analyse(isi).ukuran == ukuran


@pytest.mark.parametrize(
    "code",
    ["[IKU 1.1]", "(IKP 2)", "[S 1]", "IKU-1", "IKK.1.2.", "SS.1", "SK1", "S1.", "T.1", "C.2.1", "3)", "Sasaran 2:"],
)
def test_a_code_before_a_text_is_no_part_of_it(code: str) -> None:
    assert analyse(f"{code} Persentase lulusan yang bekerja").ukuran == "persentase"


@pytest.mark.parametrize("isi", ["S1 yang lulus", "PM10 di udara", "K4 pada ibu hamil", "(Persentase) lulusan"])
def test_what_looks_like_a_code_may_be_the_thing_itself(isi: str) -> None:
    assert analyse(isi).mulai == 0


@pytest.mark.parametrize(
    ("isi", "unit"),
    [
        ("Jumlah honorarium (orang/bulan)", True),
        ("Angka kematian ibu (per 100.000 KH)", True),
        ("Jumlah mahasiswa asing (Orang)", True),
        ("Indeks Kepuasan Masyarakat (IKM)", False),
        ("Skor keamanan informasi (Indeks KAMI)", False),
        ("Persentase sarana terawat (indikator penunjang kepala)", False),
    ],
)
def test_brackets_hold_a_unit_or_a_name(isi: str, unit: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (analyse(isi).satuan_kurung is not None) is unit


@pytest.mark.parametrize(
    ("isi", "bentuk"),
    [
        ("Terbimbingnya mahasiswa tugas akhir", "administratif"),
        ("Terawatnya taman kota", "kondisi"),
        ("Terperiksanya berkas secara tertib", "administratif"),
        ("Terekrutnya petugas lapangan", "kondisi"),
        ("Permohonan informasi terlayani sesuai standar waktu", "administratif"),
        ("Kawasan konservasi terlindungi", "kondisi"),
        ("Penanganan anak terlantar", "nama"),
        ("Tidak diisi", "nama"),
        ("Tidak tertibnya parkir", "masalah"),
        ("Mengikuti rapat koordinasi", "aktif"),
        ("Bekerja sama dengan mitra", "aktif"),
        ("Kerja sama dengan mitra", "nama"),
    ],
)
def test_a_verb_of_doing_says_that_work_got_done(isi: str, bentuk: str) -> None:
    assert analyse(isi).bentuk == bentuk


@pytest.mark.parametrize(
    ("isi", "jenis"),
    [
        ("Meningkatnya pembinaan koperasi", "aktivitas"),
        ("Terwujudnya pembinaan koperasi", "hasil"),
        ("Meningkatnya pengelolaan pesisir yang berkelanjutan", "hasil"),
        ("Meningkatnya pengelolaan pesisir secara terpadu", "hasil"),
        ("Meningkatnya penyediaan perlengkapan jalan sesuai ketentuan", "keluaran"),
        ("Meningkatnya penyerbukan tanaman", "hasil"),
        ("Membuka lapangan kerja", "hasil"),
        ("Memeriksa kelengkapan berkas", "aktivitas"),
        ("Meningkatkan pengelolaan aset yang tertib", "hasil"),
        ("Mengembangkan penyuluh yang profesional", "hasil"),
        ("Terwujudnya sarana olahraga yang layak", "keluaran"),
        ("Terlindunginya sarana persandian dari gangguan", "hasil"),
        ("Meningkatnya jumlah pelatihan petani", "aktivitas"),
        ("Meningkatnya jumlah wisatawan", "hasil"),
        ("Terkelolanya barang persediaan", "aktivitas"),
        ("Terkelolanya sampah secara terpadu", "hasil"),
        ("Terselenggaranya tata kelola desa yang transparan", "hasil"),
        ("Pelayanan Rawat Jalan", "keluaran"),
        ("Program Pemberdayaan Sosial", "aktivitas"),
        ("Penerapan Standar Pelayanan Minimal", "aktivitas"),
        ("Perbaikan pengelolaan persampahan", "hasil"),
        ("Terkelola keuangan rutin sekolah", "aktivitas"),
        ("Terkelola arsip sekolah", "aktivitas"),
        ("Meningkatkan pelayanan administrasi pertanahan", "hasil"),
        ("Terselesaikan tepat waktu laporan kegiatan", "aktivitas"),
        ("Kegiatan penyediaan bahan praktik", "keluaran"),
        ("Tertib berlalu lintas", "hasil"),
    ],
)
def test_a_doing_stands_for_its_result_when_it_becomes_real_or_good(isi: str, jenis: str) -> None:
    assert analyse(isi).jenis_pernyataan == jenis


@pytest.mark.parametrize(
    ("isi", "jenis"),
    [
        ("Lama penerbitan surat keterangan", "hasil"),
        ("Waktu penyusunan laporan kinerja", "aktivitas"),
        ("Volume pengerukan alur", "keluaran"),
        ("Persentase rekomendasi yang dilaksanakan", "keluaran"),
        ("Persentase kegiatan yang dilaksanakan", "aktivitas"),
        ("Persentase koperasi yang dilakukan pemeriksaan", "keluaran"),
        ("Persentase kendaraan laik jalan", "hasil"),
        ("Persentase terlaksananya rapat", "aktivitas"),
        ("Nilai realisasi investasi", "hasil"),
        ("Persentase perkara yang dimenangkan", "hasil"),
        ("Jumlah perkara yang dimenangkan", "keluaran"),
        ("Jumlah wajib pajak patuh", "hasil"),
        ("Jumlah sekolah terakreditasi", "hasil"),
        ("Persentase produk hukum yang tidak dibatalkan", "hasil"),
        ("Jumlah produksi garam", "hasil"),
        ("Jumlah pelayanan perizinan", "keluaran"),
        ("Persentase ketersediaan obat", "keluaran"),
        ("Persentase ketersediaan obat sesuai formularium", "hasil"),
        ("Jumlah wajib pajak baru", "keluaran"),
        ("Rasio polisi terhadap penduduk", "masukan"),
        ("Jumlah pelabuhan", "keluaran"),
        ("Waktu pelaksanaan sensus", "aktivitas"),
        ("Persentase penyelesaian pengadaan", "aktivitas"),
        ("Persentase penyelesaian sengketa sesuai standar", "keluaran"),
        ("Persentase pengaduan yang berhasil diselesaikan", "keluaran"),
        ("Persentase kegiatan sesuai jadwal yang ditetapkan", "aktivitas"),
        ("Jumlah kelompok tani yang terlibat dalam penyuluhan", "keluaran"),
        ("Persentase lansia yang terlibat dalam posyandu", "hasil"),
        ("Persentase fasilitas memenuhi standar", "hasil"),
        ("Jumlah siswa dengan nilai ujian di atas rata-rata", "hasil"),
        ("Setiap lansia mendapatkan pemeriksaan", "hasil"),
        ("Program kerja yang terlaksana", "aktivitas"),
        ("Modul pembelajaran tersusun", "keluaran"),
        ("Pegawai hadir tepat waktu", "hasil"),
        ("Persentase penindakan pelanggaran tata ruang", "keluaran"),
        ("Persentase penyelesaian rekomendasi pengawas", "keluaran"),
        ("Persentase penyelesaian rencana aksi", "aktivitas"),
        ("Persentase sengketa batas yang tuntas", "keluaran"),
        ("Persentase program studi yang tuntas", "hasil"),
        ("Persentase perajin yang memperoleh bimbingan", "keluaran"),
        ("Persentase lansia yang memperoleh perawatan", "hasil"),
        ("Persentase kader yang di bina", "keluaran"),
        ("Jumlah pasar diperbaiki", "keluaran"),
        ("Jumlah pemuda yang bergabung dalam koperasi", "hasil"),
        ("Jumlah orang yang berasal dari luar kota", "keluaran"),
        ("Jumlah pengusaha muda", "hasil"),
        ("Jumlah pengusaha muda dilatih", "keluaran"),
        ("Waktu penyelesaian", "aktivitas"),
        ("Waktu penyelesaian permohonan izin", "hasil"),
        ("Adanya lomba kebersihan", "aktivitas"),
        ("Adanya taman bacaan", "keluaran"),
        ("Persentase laporan yang diselesaikan tepat waktu", "aktivitas"),
        ("Persentase laporan perusahaan yang diselesaikan tepat waktu", "hasil"),
        ("Persentase administrasi keuangan yang disusun", "aktivitas"),
        ("Persentase peta yang disusun", "keluaran"),
    ],
)
def test_what_an_indicator_measures(isi: str, jenis: str) -> None:
    assert analyse(isi).jenis_indikator == jenis
