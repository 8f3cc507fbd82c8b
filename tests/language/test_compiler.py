"""What conditions mean: three-valued logic, predicates, functions, relations, series."""

from __future__ import annotations

import pytest
from packs import indicator, said, statement, subject, target, verdict

GOOD = statement("{tingkat: program, pernyataan: Meningkatnya mutu jalan desa}")
EMPTY = statement("{tingkat: program, pernyataan: ''}")
TRUE, FALSE, UNKNOWN = "pernyataan terisi", "pernyataan kosong", 'unit memuat "x"'

# ---- three-valued logic


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (f"{TRUE} dan {TRUE}", True),
        (f"{TRUE} dan {FALSE}", False),
        (f"{TRUE} dan {UNKNOWN}", None),
        (f"{UNKNOWN} dan {FALSE}", False),
        (f"{TRUE} atau {UNKNOWN}", True),
        (f"{UNKNOWN} atau {TRUE}", True),
        (f"{FALSE} atau {FALSE}", False),
        (f"{FALSE} atau {UNKNOWN}", None),
        ('unit tidak memuat "x"', None),
        (f"({TRUE} atau {FALSE}) dan {TRUE}", True),
    ],
)
def test_what_is_not_known_is_neither_true_nor_false(condition, expected):
    assert verdict(condition, GOOD) is expected


CHILDREN = """
simpul:
- id: atas
  tingkat: program
  pernyataan: Meningkatnya mutu jalan
  anak:
  - {tingkat: kegiatan, pernyataan: Terbangunnya jalan, unit: Bidang A}
  - {tingkat: kegiatan, pernyataan: Terpeliharanya jembatan}
- {tingkat: tujuan, pernyataan: Meningkatnya mutu hidup}
"""
KNOWN, PARTLY = 'pernyataan memuat "jalan"', 'unit memuat "bidang"'


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (f"ada anak yang {KNOWN}", True),
        (f"setiap anak memenuhi {KNOWN}", False),
        (f"tidak ada anak yang {KNOWN}", False),
        (f"banyak anak yang ({KNOWN}) = 1", True),
        ("banyak anak = 2", True),
        (f"ada anak yang {PARTLY}", True),
        (f"setiap anak memenuhi {PARTLY}", None),
        (f"tidak ada anak yang {PARTLY}", False),
        (f"banyak anak yang ({PARTLY}) = 1", None),
        ('ada anak yang unit memuat "dinas"', None),
        ("ada anak", True),
        ("tidak ada induk", True),
        ("setiap induk memenuhi pernyataan terisi", False),
        ("tidak ada induk yang pernyataan terisi", True),
    ],
)
def test_members_that_are_not_known(condition, expected):
    assert verdict(condition, subject(CHILDREN, "atas")) is expected


def test_a_level_that_the_document_does_not_hold_is_not_known():
    assert verdict("tidak ada anak", GOOD) is None
    assert verdict("tidak ada induk", GOOD) is None
    assert verdict("tidak ada indikator", GOOD) is None


def test_a_set_of_one_can_be_counted():
    assert verdict("banyak sasaran = 1", indicator("nama: Jumlah jalan")) is True


@pytest.mark.parametrize(
    ("condition", "filled", "empty", "absent"),
    [
        ("definisi kosong", False, True, None),
        ("definisi terisi", True, False, False),
        ("definisi diketahui", True, False, False),
        ("definisi tidak terisi", False, True, True),
        ("dokumen berkolom definisi", True, True, False),
        ("dokumen tidak berkolom definisi", False, False, True),
    ],
)
def test_empty_is_not_absent(condition, filled, empty, absent):
    assert verdict(condition, indicator("{nama: a, definisi: b}")) is filled
    assert verdict(condition, indicator("{nama: a, definisi: '-'}", about="kolom: [nama, definisi]")) is empty
    assert verdict(condition, indicator("{nama: a}")) is absent


# ---- text predicates

TEXT = statement("{tingkat: program, pernyataan: Meningkatnya penerapan teknologi tepat guna bagi petani desa}")
LISTS = {"kata-uji": ["guna"], "nama-uji": ["tepat guna"], "kata-awal": ["tingkat"]}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("pernyataan diawali kata-awal", True),
        ('pernyataan diawali "tingkat"', False),
        ("pernyataan diakhiri kata-uji", False),
        ('pernyataan diakhiri "petani desa"', True),
        ("pernyataan memuat kata-uji", True),
        ("pernyataan memuat kata-uji di luar nama-uji", False),
        ('pernyataan memuat kata-uji, "petani" di luar nama-uji', True),
        ('pernyataan memuat kata-uji di luar [ "tepat" "guna" ]', False),
        ("pernyataan tidak memuat kata-uji di luar nama-uji", True),
        ('pernyataan cocok [ "teknologi" … "petani" ]', True),
        ("pernyataan cocok [ kata-uji … $ ] di luar nama-uji", False),
        ("pernyataan tidak cocok [ angka ]", True),
        ('pernyataan termasuk "desa"', False),
        ("tingkat termasuk program, kegiatan", True),
        ("tingkat adalah program", True),
        ("tingkat bukan program", False),
        ("tingkat lebih tinggi daripada kegiatan", True),
        ("tingkat lebih rendah daripada kegiatan", False),
        ("bentuk(pernyataan) adalah kondisi", True),
        ("pernyataan mirip pernyataan paling sedikit 90%", True),
        ('pernyataan mirip "mutu air" paling sedikit 90%', False),
        ('pernyataan sama dengan "meningkatnya  penerapan teknologi tepat guna bagi petani desa."', True),
        ('pernyataan berkaitan dengan "kelompok petani"', True),
    ],
)
def test_text_predicates(condition, expected):
    assert verdict(condition, TEXT, LISTS) is expected


def test_named_patterns_named_conditions_and_parameters():
    shared = """
    pola tanpa-arti = [ "tepat" "guna" ] "arti"
    sebut t berguna bila t memuat kata-uji di luar tanpa-arti
    parameter batas = 3 "arti"
    """
    assert verdict("pernyataan berguna", TEXT, LISTS, shared) is False
    assert verdict("pernyataan tidak berguna", TEXT, LISTS, shared) is True
    assert verdict("pernyataan cocok tanpa-arti", TEXT, LISTS, shared) is True
    assert verdict("pernyataan memuat tanpa-arti", TEXT, LISTS, shared) is True
    assert verdict("pernyataan memuat tanpa-arti di luar kata-uji", TEXT, LISTS, shared) is False
    assert verdict("banyak kata-isi(pernyataan) lebih dari batas", TEXT, LISTS, shared) is True


@pytest.mark.parametrize("verb", ["cocok", "memuat", "diawali"])
@pytest.mark.parametrize(("words", "expected"), [('^ "meningkatnya"', True), ('^ "petani"', False)])
def test_the_beginning_that_a_named_pattern_asks_for_is_the_beginning_of_the_text(verb, words, expected):
    assert verdict(f"pernyataan {verb} awalan-uji", TEXT, LISTS, f'pola awalan-uji = [ {words} ] "arti"') is expected


def test_related_by_a_shared_word_a_link_or_a_field():
    lists = {"bidang": {"jalan": ["jalan", "jembatan"], "kesehatan": ["puskesmas"]}, "kaitan": {"a": ["bayi", "ibu"]}}
    assert verdict('pernyataan berkaitan dengan "jembatan gantung"', GOOD, lists) is True
    assert verdict('pernyataan berkaitan dengan "puskesmas"', GOOD, lists) is False
    assert verdict('pernyataan berkaitan dengan "sesuatu"', GOOD, lists) is None
    mother = statement("pernyataan: Selamatnya ibu")
    assert verdict('pernyataan berkaitan dengan "kematian bayi"', mother, lists) is True


def test_a_table_says_what_goes_together_and_nothing_of_what_it_does_not_list():
    lists = {"tabel-uji": {"jalan": {"sesuai": ["km"], "bertentangan": ["orang"]}}}

    def agrees(unit, name="jalan"):
        return verdict(
            "satuan sesuai dengan nama menurut tabel-uji", indicator(f"{{nama: {name}, satuan: {unit}}}"), lists
        )

    assert agrees("km") is True
    assert agrees("orang") is False
    assert agrees("ekor") is None
    assert agrees("km", name="sapi") is None


# ---- values and series

ROAD = "{nama: Persentase jalan mantap, satuan: '%', baseline: '70', target: {2025: '75', 2026: '80', 2027: '90'}}"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("target[2025] lebih dari 70", True),
        ("target[2025] kurang dari 70", False),
        ("target[2025] paling sedikit 75", True),
        ("target[2025] paling banyak 74", False),
        ("target[2025] = 75", True),
        ("target[2025] ≠ 75", False),
        ("target[2030] lebih dari 70", None),
        ("target[2025] dalam rentang 0 sampai 100", True),
        ("target[2025] tidak dalam rentang 80 sampai 100", True),
        ("baseline lebih dari target[2025]", False),
        ("ada tahun yang target[tahun] kurang dari target[tahun - 1]", None),
        ("ada tahun yang target[tahun] lebih dari target[tahun - 1]", True),
        ("setiap tahun memenuhi target[tahun] terisi", True),
        ("lonjakan(target) lebih dari 10", True),
        ("jumlah(target) = 245", True),
        ("pertama(target) kurang dari terakhir(target)", True),
        ("target mendatar", False),
    ],
)
def test_numbers_and_series(condition, expected):
    assert verdict(condition, indicator(ROAD)) is expected


def test_direction_decides_what_is_better():
    up = indicator(ROAD.replace("{nama", "{polarisasi: maksimal, nama"))
    down = indicator(ROAD.replace("{nama", "{polarisasi: minimal, nama"))
    assert verdict("target membaik", up) is True
    assert verdict("target memburuk", down) is True
    assert verdict("target[2026] lebih baik daripada target[2025]", up) is True
    assert verdict("target[2026] lebih buruk daripada target[2025]", down) is True
    assert verdict("arah-baik(ini) adalah maksimal", up) is True


def test_unlike_values_do_not_compare():
    assert (
        verdict("target[2025] lebih dari target[2026]", indicator("{nama: a, target: {2025: WTP, 2026: '5'}}")) is None
    )


def test_the_parts_of_one_written_target():
    assert verdict("jenis-nilai(nilai) adalah persen", target("75%")) is True
    assert verdict("nilai lebih dari 70", target("75%")) is True
    assert verdict('teks memuat "75"', target("75%")) is True
    assert verdict("indikator.nama terisi", target("75%")) is True
    assert verdict("unit kosong", target("75%")) is None


# ---- messages


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("{nama}", "Persentase jalan mantap"),
        ("{target}", "75 (2025), 80 (2026), 90 (2027)"),
        ("{target[2025]}", "75"),
        ("{target[2030]}", "…"),
        ("{jumlah(target)}", "245"),
        ("{rata-rata(target)}", "81,67"),
        ("{1 / 1.600}", "0,000625"),
        ("{1.500 + 0,5}", "1.500,5"),
        ("{1 / 0}", "…"),
        ("{gabung(kata-isi(definisi))}", "…"),
        ("{sasaran.tingkat}", "program"),
        ("{awal(nama)}", "Persentase"),
        ("{banyak sasaran}", "1"),
    ],
)
def test_values_in_messages(message, expected):
    assert said(message, indicator(ROAD)) == expected


def test_a_period_without_a_target_is_not_written():
    assert said("{target}", indicator("{nama: Panjang jalan, target: {2025: '15', 2026: ''}}")) == "15 (2025)"


# ---- relations

CASCADE = """
simpul:
- {id: A, tingkat: tujuan, pernyataan: Meningkatnya mutu hidup, mendukung: []}
- {id: B, tingkat: strategis, pernyataan: Meningkatnya mutu jalan, induk: A}
- {id: C, tingkat: strategis, pernyataan: Meningkatnya mutu air, induk: A}
- {id: D, tingkat: program, pernyataan: Terbangunnya jalan, induk: B, mendukung: [C], unit: Bidang}
- {id: E, tingkat: program, pernyataan: Terbangunnya jembatan, induk: Sasaran yang tidak tertulis}
- {id: F, tingkat: program, pernyataan: Lingkar satu, induk: G}
- {id: G, tingkat: program, pernyataan: Lingkar dua, induk: F}
"""


@pytest.mark.parametrize(
    ("path", "condition"),
    [
        ("D", "banyak induk = 2"),
        ("D", "banyak mendukung = 1"),
        ("D", "banyak leluhur = 3"),
        ("D", 'ada leluhur yang pernyataan memuat "hidup"'),
        ("A", "banyak keturunan = 3"),
        ("A", "banyak anak = 2"),
        ("B", "banyak sejajar = 1"),
        ("E", 'ada induk yang pernyataan memuat "tertulis"'),
        ("E", "banyak leluhur = 1"),
        ("F", "banyak leluhur = 1"),
        ("F", "banyak keturunan = 1"),
        ("A", 'ada anak yang ada anak yang pernyataan memuat "jalan"'),
        ("D", "jarak-tingkat(induk, ini) = 1"),
        ("A", "ragam(anak.tingkat) = 1"),
        ("D", "ada induk yang pernyataan berkaitan dengan ini.pernyataan"),
    ],
)
def test_relations_of_a_cascade(path, condition):
    assert verdict(condition, subject(CASCADE, path)) is True
