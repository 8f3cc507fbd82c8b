"""What a column holds, told by its headings."""

import pytest

from indikator_rules.importers.columns import read_column
from indikator_rules.importers.headings import read_level
from indikator_rules.model.tingkat import Tingkat


@pytest.mark.parametrize(
    ("headings", "role", "period"),
    [
        ("NO", "diabaikan", None),
        ("INDIKATOR KINERJA UTAMA", "nama", None),
        ("Indikator Kinerja Program (Outcome)/Kegiatan (Output)", "nama", None),
        ("Target Tahun 2026", "target", "2026"),
        ("Target Bulan|Januari", "target", "01"),
        ("Target|2026|Rp", "anggaran", "2026"),
        ("2026|Target", "target", "2026"),
        ("2025", "target", "2025"),
        ("TW I", "target", "TW1"),
        ("Realisasi Kinerja Pada Triwulan|III|K", "realisasi", "TW3"),
        ("Realisasi Kinerja Pada Triwulan|III|%", "diabaikan", "TW3"),
        ("Target Renstra Perangkat Daerah Pada Tahun 2030 (Akhir Periode)|K", "kondisi_akhir", "2030"),
        ("Kondisi Kinerja pada akhir periode Renstra|Target", "kondisi_akhir", None),
        ("SASARAN|Kode", "kode", None),
        ("I K U|Kode", "kode-indikator", None),
        ("Indikator Kinerja|Uraian", "nama", None),
        ("Program|Uraian", "pernyataan", None),
        ("kondisi_awal", "baseline", None),
        ("Formulasi", "formula", None),
        ("Jenis Casecading (Direct)", "penjenjangan", None),
        ("Indikatr Kinerja", "nama", None),
        ("Warna Dinding", "", None),
    ],
)
def test_headings(headings, role, period):
    column = read_column(tuple(headings.split("|")))
    assert (column.role, column.period) == (role, period)


@pytest.mark.parametrize(
    ("heading", "levels"),
    [
        ("TUJUAN/ SASARAN STRATEGIS", "tujuan strategis"),
        ("Tujuan/ Sasaran Strategis/ Program", "tujuan strategis program"),
        ("Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan", "program kegiatan"),
        ("Sasaran Program", "program"),
        ("Sasaran", ""),
        ("Rencana Hasil Kerja", "individu"),
    ],
)
def test_levels_of_statement_columns(heading, levels):
    column = read_column((heading,))
    assert column.role == "pernyataan"
    assert column.levels == tuple(map(Tingkat, levels.split()))


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("Sasaran Strategis", "strategis"),
        ("SS", "strategis"),
        ("Tujuan 1", "tujuan"),
        ("OUTCOME PROGRAM", "program"),
        ("Eselon II", "strategis"),
        ("Es. III", "program"),
        ("Eselon IV", "kegiatan"),
        ("Sub-Kegiatan", "subkegiatan"),
        ("RHK", "individu"),
        ("Hasil Kerja", "individu"),
        ("Eselon IX", None),
        ("", None),
    ],
)
def test_level_words(word, level):
    assert read_level(word) == level
