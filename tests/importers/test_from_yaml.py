"""Documents written by hand: everything the contract knows is read, everything else is told."""

from readings import codes, lines_of, nodes, place

from indikator_rules.importers import read_file
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.model.tingkat import Tingkat

CASCADE = """\
instansi: Dinas Contoh
simpul:
  - id: T1
    tingkat: tujuan
    pernyataan: Meningkatkan kualitas pelayanan publik
    anak:
      - tingkat: Sasaran Strategis
        pernyataan: Meningkatnya kepuasan masyarakat
        kode: 1.10
        indikator:
          - nama: Indeks Kepuasan Masyarakat
            target: {2025: 80.5, 2026-TW1: "81"}
            baseline: 0080
"""


def test_a_cascade_with_numbers_as_written(text):
    (reading,) = read_file(text(CASCADE, "a.yaml"))
    assert lines_of(reading) == [
        (
            "strategis",
            "Meningkatnya kepuasan masyarakat",
            "Indeks Kepuasan Masyarakat",
            None,
            {"2025": "80,5", "2026-TW1": "81"},
        )
    ]
    sasaran = nodes(reading)["simpul[0].anak[0]"]
    assert (sasaran.kode, sasaran.indikator[0].baseline) == ("1.10", "0080")


def test_every_field_has_its_line(text):
    (reading,) = read_file(text(CASCADE, "a.yaml"))
    assert place(reading, "simpul[0].anak[0].indikator[0].target[2025]") == "baris 12, kolom 28"
    assert place(reading, "simpul[0].anak[0].indikator[0].satuan") == "baris 11, kolom 13"


def test_level_words_are_read_and_told(text):
    assert codes(text(CASCADE, "a.yaml")) == ["B02"]


def test_nodes_without_any_indicator_are_a_document(text):
    (reading,) = read_file(text("simpul:\n  - pernyataan: Meningkatnya mutu\n", "a.yaml"))
    assert reading.dokumen.simpul[0].pernyataan == "Meningkatnya mutu"


def test_the_level_of_nodes_that_name_none(text):
    (reading,) = read_file(text("simpul:\n  - pernyataan: Meningkatnya mutu\n", "a.yaml"), tingkat=Tingkat.PROGRAM)
    assert reading.dokumen.simpul[0].tingkat is Tingkat.PROGRAM


def test_what_the_contract_does_not_know_is_told_and_the_rest_is_read(text):
    content = """\
instansi: [a, b]
jenis_dokumen: Renstraa
aneh: 1
simpul:
  - teks saja
  - tingkat: eselon 9
    pernyataan: {x: 1}
    indikator:
      - nama saja
      - {nama: Y, nama: Z, target: {2025: [1, 2], 2026: 80.5}, realisasi: 5}
    anak: bukan daftar
pengecualian:
  - {aturan: S01}
"""
    (reading,) = read_file(text(content, "a.yaml"))
    first, second = reading.dokumen.simpul
    assert first.pernyataan == "teks saja"
    assert [measure.nama for measure in second.indikator] == ["nama saja", "Y"]
    assert second.indikator[1].target == {"2025": '["1", "2"]', "2026": "80,5"}
    assert {finding.code for finding in reading.findings} == {"B04", "B05", "B06", "B12"}
    lines = {str(place) for finding in reading.findings for place in finding.places}
    assert {"baris 3, kolom 7", "baris 5, kolom 5", "baris 6, kolom 14"} <= lines


def test_a_json_document_is_the_same_document(text):
    content = Dokumen(simpul=({"pernyataan": "Meningkatnya mutu", "indikator": ({"nama": "Nilai", "target": 3.5},)},))
    (reading,) = read_file(text(content.model_dump_json(exclude_none=True), "a.json"))
    assert reading.dokumen == content
    assert reading.dokumen.simpul[0].indikator[0].target == "3,5"
