"""Rows: one line an indicator, one document an instansi, one node a statement."""

import json

import pytest
from readings import codes, lines, lines_of, place

from indikator_rules.errors import DocumentError
from indikator_rules.importers import read_file

ROWS = [
    {
        "id": "r1",
        "instansi": "Dinas A",
        "tingkat": "strategis",
        "sasaran": "Meningkatnya mutu",
        "indikator": "Nilai mutu",
        "satuan": "Indeks",
        "target": "3",
    },
    {
        "id": "r2",
        "instansi": "Dinas B",
        "tingkat": "program",
        "induk": "r9",
        "sasaran": "Meningkatnya akses",
        "indikator": "Cakupan",
        "satuan": "%",
        "target": "70",
    },
    {
        "id": "r3",
        "instansi": "Dinas A",
        "tingkat": "strategis",
        "sasaran": "Meningkatnya  mutu",
        "indikator": "Skor mutu",
        "satuan": "Skor",
        "target": "4",
    },
    {
        "id": "r4",
        "instansi": "Dinas A",
        "tingkat": "program",
        "induk": "r1",
        "sasaran": "Meningkatnya kecepatan",
        "indikator": "Waktu layanan",
        "satuan": "",
        "target": "5 menit",
    },
]


@pytest.fixture
def jsonl(text):
    return lambda rows: text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), "a.jsonl")


def test_each_instansi_is_a_document_in_order_of_first_appearance(jsonl):
    assert [reading.dokumen.instansi for reading in read_file(jsonl(ROWS))] == ["Dinas A", "Dinas B"]


def test_rows_of_one_statement_are_one_node(jsonl):
    first, _ = read_file(jsonl(ROWS))
    assert lines_of(first) == [
        ("strategis", "Meningkatnya mutu", "Nilai mutu", "Indeks", "3"),
        ("strategis", "Meningkatnya mutu", "Skor mutu", "Skor", "4"),
        ("program", "Meningkatnya kecepatan", "Waktu layanan", "menit", "5"),
    ]


def test_a_parent_named_by_row_id_is_the_node_of_that_row(jsonl):
    first, second = read_file(jsonl(ROWS))
    mutu, kecepatan = first.dokumen.simpul
    assert kecepatan.induk == mutu.id
    assert second.dokumen.simpul[0].induk == "r9"


def test_row_ids_and_lines_of_nodes_and_indicators(jsonl):
    first, _ = read_file(jsonl(ROWS))
    assert first.locations.rows == {
        "simpul[0]": ("r1", "r3"),
        "simpul[0].indikator[0]": ("r1",),
        "simpul[0].indikator[1]": ("r3",),
        "simpul[1]": ("r4",),
        "simpul[1].indikator[0]": ("r4",),
    }
    assert place(first, "simpul[1].indikator[0].satuan") == "baris 4"


def test_the_original_target_is_kept_when_its_unit_moves(jsonl):
    first, _ = read_file(jsonl(ROWS))
    assert first.dokumen.simpul[1].indikator[0].target_asli == "5 menit"


def test_equal_indicators_of_one_file_of_rows_stay_two(jsonl):
    row = {"sasaran": "Meningkatnya mutu", "indikator": "Nilai", "tingkat": "program"}
    assert len(lines(jsonl([row, row]))) == 2


def test_rows_without_a_statement_need_not_share_it(jsonl):
    rows = [{"tingkat": "program", "sasaran": None, "indikator": name} for name in ("Nilai A", "Nilai B")]
    (reading,) = read_file(jsonl(rows))
    assert [len(node.indikator) for node in reading.dokumen.simpul] == [1, 1]
    assert len({node.id for node in reading.dokumen.simpul}) == 2


def test_a_bad_line_is_told_and_the_rest_is_read(jsonl):
    path = jsonl([ROWS[0], '{"id": "r2", ', "[1, 2]", ROWS[2]])
    assert len(lines(path)) == 2
    (reading,) = read_file(path)
    assert [str(place) for finding in reading.findings for place in finding.places] == ["baris 2", "baris 3"]
    assert codes(path) == ["B07", "B07"]


def test_only_bad_lines(jsonl):
    with pytest.raises(DocumentError, match="tidak ada baris indikator"):
        read_file(jsonl(["{", "bukan json"]))


def test_absent_and_empty_are_kept_apart(jsonl):
    (reading,) = read_file(
        jsonl([{"sasaran": "A", "indikator": "Nilai", "satuan": "", "target": None, "definisi": ""}])
    )
    measure = reading.dokumen.simpul[0].indikator[0]
    assert (measure.satuan, measure.target, measure.definisi, measure.formula) == ("", None, "", None)
    assert reading.dokumen.kolom == ("definisi", "nama", "pernyataan", "satuan", "target")


def test_keys_by_their_synonyms_years_and_unknown_ones(jsonl):
    row = {
        "level": "SS",
        "Sasaran Strategis": "A",
        "IKU": "Nilai",
        "Target 2025": 7.0000000000000007e-2,
        "target_2026": 3,
        "warna": 1,
    }
    path = jsonl([row])
    assert lines(path) == [("strategis", "A", "Nilai", None, {"2025": "0,07", "2026": "3"})]
    assert codes(path) == ["B04"]


def test_ids_do_not_depend_on_the_order_of_rows(jsonl):
    def ids(rows):
        (reading,) = read_file(jsonl(rows))
        return {" ".join(node.pernyataan.split()): node.id for node in reading.dokumen.simpul}

    rows = [row | {"instansi": "Dinas A"} for row in ROWS]
    assert ids(rows) == ids(rows[::-1])


def test_a_json_list_of_rows_is_read_as_rows(text):
    (reading, _) = read_file(text(json.dumps(ROWS), "a.json"))
    assert len(lines_of(reading)) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_of_any_encoding_and_delimiter(comma, encoding, delimiter):
    heading = ["id", "instansi", "tingkat", "induk", "sasaran", "indikator", "satuan", "target"]
    rows = [
        heading,
        ["r1", "Dinas – A", "program", "", "Meningkatnya mutu, akses; dan “biaya”", "Nilai\nmutu", "%", "70,5"],
    ]
    assert lines(comma(rows, encoding, delimiter)) == [
        ("program", "Meningkatnya mutu, akses; dan “biaya”", "Nilai\nmutu", "%", "70,5")
    ]


def test_csv_rows_have_their_line(comma):
    path = comma([["sasaran", "indikator"], ["A\nB", "Nilai"], ["C", "Skor"]])
    (reading,) = read_file(path)
    assert place(reading, "simpul[1].indikator[0].nama") == "baris 4, kolom 2"
    assert reading.locations.rows["simpul[1]"] == ("r4",)


def test_a_short_row_lacks_only_its_last_cells(comma):
    path = comma([["Tujuan/Sasaran", "Indikator", "Kode"], ["Mutu A", "Nilai", "1"], ["Mutu B", "Skor"]])
    (reading,) = read_file(path)
    assert [(node.kode, node.pernyataan) for node in reading.dokumen.simpul] == [("1", "Mutu A"), (None, "Mutu B")]


def test_csv_that_is_self_contained_carries_nothing_down(comma):
    rows = [["tingkat", "sasaran", "indikator"], ["program", "A", "Nilai"], ["program", "", "Skor"]]
    assert [line[1] for line in lines(comma(rows))] == ["A", ""]


def test_a_second_indicator_in_one_row_is_told(jsonl):
    assert codes(
        jsonl([{"tujuan": "A", "indikator_tujuan": "Nilai", "sasaran": "B", "indikator_sasaran": "Skor"}])
    ) == ["B04"]


def test_rows_with_a_tujuan_above_the_sasaran(jsonl):
    (reading,) = read_file(jsonl([{"tujuan": "A", "sasaran": "B", "indikator": "Nilai"}]))
    assert reading.dokumen.simpul[0].pernyataan == "A"
    assert lines_of(reading) == [("strategis", "B", "Nilai", None, None)]
