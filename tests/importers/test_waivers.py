"""Waivers as they are written: in a document, in a file of their own, in a column of a table."""

import json

import pytest
from readings import codes, place

from indikator_rules.errors import DocumentError
from indikator_rules.importers import read_file
from indikator_rules.importers.waivers import read_waiver_file, waivers_in_cell

WHOLE = "{aturan: S02, simpul: S, alasan: Amanat RPJMD, pejabat: Kepala Bappeda, berlaku_sampai: 2026-12-31}"
HEADINGS = ["Sasaran", "Indikator", "Satuan", "Target", "Pengecualian"]


def document(*waivers):
    return "simpul: [{id: S, pernyataan: Mutu}]\npengecualian:\n" + "".join(f"- {one}\n" for one in waivers)


def test_the_last_day_may_be_written_as_people_write_dates(text):
    path = text(document(WHOLE, WHOLE.replace("2026-12-31", "31 Desember 2026")), "a.yaml")
    (reading,) = read_file(path)
    assert [one.berlaku_sampai for one in reading.dokumen.pengecualian] == ["2026-12-31", "2026-12-31"]


@pytest.mark.parametrize(
    ("waiver", "message"),
    [
        ("{aturan: S02}", "isilah alasan, pejabat, berlaku_sampai (misalnya 2026-12-31)"),
        (WHOLE.replace("Amanat RPJMD", "' '"), "isilah alasan"),
        (WHOLE.replace("2026-12-31", "akhir tahun"), "isilah berlaku_sampai (misalnya 2026-12-31)"),
        (WHOLE.replace("simpul:", "simpull:"), "bagian simpull tidak dikenal atau tidak sesuai"),
        ("S02", "tulislah bagian aturan, alasan, pejabat, berlaku_sampai"),
    ],
)
def test_a_waiver_that_lacks_something_does_not_hold_and_says_what(text, waiver, message):
    (reading,) = read_file(text(document(waiver, WHOLE), "a.yaml"))
    (note,) = reading.findings
    assert note.message == f"Pengecualian ini tidak berlaku: {message}."
    assert str(note.places[0]).startswith("baris 3")
    assert len(reading.dokumen.pengecualian) == 1
    assert place(reading, "pengecualian[0]").startswith("baris 4")


def test_a_column_of_a_sheet_holds_waivers_for_its_row(xlsx):
    rows = [
        HEADINGS,
        ["Mutu", "Jumlah kelas", "kelas", 3, "I05, I07; Nomenklatur; ditetapkan pusat; Kepala Bappeda; 31-12-2026"],
        ["Mutu", "Jumlah murid", "murid", "3", None],
    ]
    (reading,) = read_file(xlsx(rows))
    first, second = reading.dokumen.pengecualian
    assert (first.aturan, second.aturan) == ("I05", "I07")
    assert first.simpul == reading.dokumen.simpul[0].id
    assert first.indikator == "Jumlah kelas"
    assert first.alasan == "Nomenklatur; ditetapkan pusat"
    assert (first.pejabat, first.berlaku_sampai) == ("Kepala Bappeda", "2026-12-31")
    assert place(reading, "pengecualian[1]") == "Sheet!E2"


def test_rows_and_csv_hold_them_likewise(text, comma):
    written = "S02; Amanat; Sekretaris; 2026-12-31"
    row = {"instansi": "A", "sasaran": "Mutu", "indikator": "Jumlah kelas", "pengecualian": written}
    (lines,) = read_file(text(json.dumps(row), "a.jsonl"))
    (table,) = read_file(comma([HEADINGS, ["Mutu", "Jumlah kelas", "kelas", 3, written]]))
    for reading in (lines, table):
        assert [one.alasan for one in reading.dokumen.pengecualian] == ["Amanat"]


def test_a_cell_that_is_no_whole_waiver_is_told_once(xlsx):
    path = xlsx([HEADINGS, ["Mutu", "Jumlah kelas", "kelas", 3, "S02, S05; Sekretaris"]])
    (reading,) = read_file(path)
    (note,) = reading.findings
    assert "tulislah “KODE; alasan; pejabat; tanggal terakhir berlaku”" in note.message
    assert (note.code, str(note.places[0])) == ("B12", "Sheet!E2")
    assert reading.dokumen.pengecualian == ()


def test_each_line_of_a_cell_is_a_waiver():
    assert [one["aturan"] for one in waivers_in_cell("S02; a; b; 2026-12-31\n\nI05; a; b; 2026-12-31")] == [
        "S02",
        "I05",
    ]


def test_a_file_of_waivers_tells_the_line_of_each(text):
    path = text(f"# Daftar pengecualian\npengecualian:\n- {WHOLE}\n- {{aturan: S05}}\n", "p.yaml")
    waivers, notes = read_waiver_file(path)
    assert [(one.waiver.aturan, one.place.line) for one in waivers] == [("S02", 3)]
    assert [(note.code, note.place.line) for note in notes] == [("B12", 4)]


def test_an_empty_file_of_waivers_holds_none(text):
    assert read_waiver_file(text("", "p.yaml")) == ([], [])


@pytest.mark.parametrize("content", ["simpul: []\npengecualian: []", "- S02", "pengecualian: S02", "a: [", "S02"])
def test_another_file_is_no_file_of_waivers(text, content):
    with pytest.raises(DocumentError, match=r"p\.yaml"):
        read_waiver_file(text(content, "p.yaml"))


def test_a_json_document_holds_waivers_too(text):
    content = {"simpul": [{"pernyataan": "Mutu"}], "pengecualian": [{"aturan": "S02"}]}
    assert codes(text(json.dumps(content), "a.json")) == ["B12"]
