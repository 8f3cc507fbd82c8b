"""How sure a reading is, what speaks for it, and what found no place."""

import openpyxl
import pytest
from readings import nodes

from indikator_rules.importers import read_file
from indikator_rules.model.pembacaan import Pembacaan
from indikator_rules.reporters.to_dokumen import write_dokumen

RENJA = """\
RENCANA KERJA DINAS KESEHATAN TAHUN 2026
;;;;;
No;Sasaran Strategis;Indikatr Kinerja;Satuan;Target 2026;PIC
1;Meningkatnya derajat kesehatan;Umur harapan hidup;tahun;72,5;Bidang A
2;;Prevalensi stunting;%;14;Bidang B
3;Meningkatnya mutu layanan;Indeks kepuasan masyarakat;indeks;tinggi;Bidang C
;;;orang;12;
Jumlah;;;;112;
;;;;;
Mengetahui, Kepala Dinas;;;;;
"""


def read(path, text, **options):
    path.write_text(text, encoding="utf-8")
    (reading,) = read_file(path, **options)
    return reading


@pytest.fixture
def renja(tmp_path):
    return read(tmp_path / "renja.csv", RENJA)


def columns(reading):
    (table,) = reading.pembacaan.tabel
    return {column.huruf: column for column in table.kolom}


def sure(reading):
    """The degree of every node, by its statement."""
    degrees = reading.pembacaan.simpul
    return {node.pernyataan: degrees[node.id].derajat for node in nodes(reading).values()}


def test_every_column_tells_what_it_was_taken_for_and_what_speaks_for_that(renja):
    found = columns(renja)
    assert [(letter, column.dibaca) for letter, column in found.items()] == [
        ("A", "abaikan"),
        ("B", "sasaran"),
        ("C", "indikator"),
        ("D", "satuan"),
        ("E", "target"),
        ("F", None),
    ]
    assert found["D"].keyakinan.derajat == "tinggi"
    assert found["D"].keyakinan.sebab == "judulnya dikenal; 4 dari 4 isinya satuan yang dikenal"
    assert found["C"].keyakinan.sebab.startswith("judulnya mirip “indikator kinerja”; 3 dari 3")
    assert (found["E"].periode, found["B"].tingkat) == ("2026", ("strategis",))
    assert found["F"].contoh == ("Bidang A", "Bidang B", "Bidang C")
    assert found["F"].keyakinan is None


def test_a_table_tells_where_its_headings_stand(renja):
    (table,) = renja.pembacaan.tabel
    assert table.baris_judul == (3, 3)


@pytest.mark.parametrize(
    ("heading", "values", "degree"),
    [
        ("Satuan", ["%", "orang", "indeks"], "tinggi"),
        ("Satuan", ["Bidang Satu", "Bidang Dua", "orang"], "sedang"),
        ("Satuann", ["%", "orang", "indeks"], "tinggi"),
        ("Satuann", ["Bidang Satu", "Bidang Dua", "Bidang Tiga"], "rendah"),
        ("Satuann", ["%"], "sedang"),
        ("Satuann", ["", ""], "sedang"),
    ],
)
def test_values_speak_for_a_heading_or_against_it(tmp_path, heading, values, degree):
    rows = "\n".join(f"Meningkatnya mutu;Nilai mutu ke-{at};{value};5" for at, value in enumerate(values))
    reading = read(tmp_path / "a.csv", f"Sasaran;Indikator;{heading};Target\n{rows}\n")
    assert columns(reading)["C"].keyakinan.derajat == degree


def test_a_second_target_in_words_is_known_and_not_read(tmp_path):
    reading = read(tmp_path / "a.csv", "Sasaran;Indikator;Target;Target Teks\nMutu layanan;Nilai mutu;5;lima\n")
    column = columns(reading)["D"]
    assert (column.dibaca, column.keyakinan.sebab) == ("abaikan", "judulnya dikenal")


def test_a_column_without_a_known_heading_tells_what_its_values_look_like(tmp_path):
    text = "Sasaran;Indikator;Wujudnya;Besarnya;Isian;Target\n"
    text += "Meningkatnya mutu;Nilai mutu;%;12;baik sekali;5\nMeningkatnya akses;Jumlah akses;orang;13,5;cukup;6\n"
    found = columns(read(tmp_path / "a.csv", text))
    assert [found[letter].dugaan for letter in "CDE"] == ["satuan", "target", None]


def test_what_found_no_place_is_listed_with_its_address_and_why(renja):
    found = {one.letak: (one.isi, one.sebab) for one in renja.pembacaan.tak_ditempatkan}
    assert found == {
        ("baris 3, kolom 6",): (None, "Kolom “PIC” tidak dikenal dan tidak dibaca."),
        ("baris 7, kolom 4",): ("orang | 12", "Baris ini tidak menyebut sasaran atau indikator."),
        ("baris 8, kolom 1",): ("Jumlah | 112", "Baris ini menjumlahkan tabelnya dan tidak menyebut indikator."),
        ("baris 10, kolom 1",): ("Mengetahui, Kepala Dinas", "Baris ini berada di bawah tabel dan bukan bagiannya."),
    }


def test_sums_and_signatures_are_no_findings(renja):
    assert {finding.code for finding in renja.findings} == {"B04"}


def test_a_node_is_as_sure_as_what_tells_its_level(tmp_path):
    assert sure(read(tmp_path / "a.csv", RENJA)) == {
        "Meningkatnya derajat kesehatan": "tinggi",
        "Meningkatnya mutu layanan": "tinggi",
    }
    unnamed = RENJA.replace("Sasaran Strategis", "Sasaran")
    assert set(sure(read(tmp_path / "a.csv", unnamed)).values()) == {"rendah"}
    assert set(sure(read(tmp_path / "a.csv", unnamed, tingkat="program")).values()) == {"tinggi"}


def test_in_a_column_of_several_levels_the_line_itself_is_surer_than_its_neighbours(tmp_path):
    text = (
        "Tujuan/ Sasaran Strategis/ Program;Indikator;Satuan;Target\n"
        "Meningkatnya mutu layanan;Indeks mutu;indeks;80\n"
        "Program Pelayanan Publik;Persentase layanan;%;90\n"
    )
    reading = read(tmp_path / "a.csv", text)
    assert sure(reading) == {"Meningkatnya mutu layanan": "sedang", "Program Pelayanan Publik": "tinggi"}


def test_a_level_that_nothing_in_such_a_column_tells_is_not_sure(tmp_path):
    text = "Program/Kegiatan/Sub Kegiatan;Indikator;Satuan;Target\nPengelolaan koleksi;Jumlah koleksi;buku;80\n"
    reading = read(tmp_path / "a.csv", text)
    assert reading.dokumen.simpul[0].tingkat is None
    assert sure(reading) == {"Pengelolaan koleksi": "rendah"}


def test_how_a_document_was_read_goes_with_it_and_comes_back(renja, tmp_path):
    for form in ("yaml", "json"):
        written = write_dokumen(renja.dokumen, form, renja.pembacaan)
        again = read(tmp_path / f"lagi.{form}", written)
        assert (again.dokumen, again.pembacaan) == (renja.dokumen, renja.pembacaan)
        assert write_dokumen(again.dokumen, form, again.pembacaan) == written


def test_an_account_that_is_none_is_noted_and_left_out(tmp_path):
    reading = read(tmp_path / "a.yaml", "simpul: [{pernyataan: Meningkatnya mutu}]\npembacaan: {kolom: 3}\n")
    assert reading.pembacaan is None
    assert [(finding.code, str(finding.places[0])) for finding in reading.findings] == [("B05", "baris 2, kolom 12")]


def test_a_document_written_by_hand_has_no_account(tmp_path):
    assert read(tmp_path / "a.yaml", "simpul: [{pernyataan: Meningkatnya mutu}]\n").pembacaan is None


def test_rows_of_json_tell_their_keys(tmp_path):
    rows = '{"sasaran": "Meningkatnya mutu", "indikator": "Nilai mutu", "warna": "biru", "tingkat": "program"}\n' * 2
    reading = read(tmp_path / "a.jsonl", rows)
    assert [(column.judul, column.dibaca) for column in columns(reading).values()] == [
        ("sasaran", "sasaran"),
        ("indikator", "indikator"),
        ("warna", None),
        ("tingkat", "tingkat"),
    ]
    assert set(sure(reading).values()) == {"tinggi"}
    assert isinstance(reading.pembacaan, Pembacaan)


def test_a_cell_that_is_doubtful_but_read_has_its_place(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Sasaran", "Indikator", "Satuan", "Target"])
    book.active.append(["Meningkatnya mutu", "Nilai mutu", "indeks", "80"])
    book.active.append(["Meningkatnya akses", "Jumlah akses", "orang", "=1+1"])
    book.save(tmp_path / "a.xlsx")
    (reading,) = read_file(tmp_path / "a.xlsx")
    doubted = {str(place) for finding in reading.findings if finding.code == "B05" for place in finding.places}
    assert doubted == {"Sheet!D2", "Sheet!D3"}
    assert [one.letak for one in reading.pembacaan.tak_ditempatkan] == [("Sheet!D3",)]
