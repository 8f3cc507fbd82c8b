"""Pohon kinerja drawn with shapes on a sheet, each with the reading that a person would write down first."""

import pytest
from readings import cascade, codes, lines, place
from shape_files import SMART_ART, anchored, connector, frame, group, shape, workbook

from indikator_rules.errors import DocumentError
from indikator_rules.importers import read_file

TREE = [
    anchored((1, 0, 11, 1.5), shape(1, "POHON KINERJA DINAS LINGKUNGAN HIDUP TAHUN 2026")),
    anchored(
        (4, 3, 8, 8), shape(2, "SASARAN STRATEGIS\nMeningkatnya mutu lingkungan\nIKU : Indeks Kualitas Lingkungan (72)")
    ),
    anchored(
        (0, 11, 3.5, 16),
        shape(3, "SASARAN PROGRAM\nBerkurangnya sampah\nIndikator : Persentase sampah tertangani (82%)"),
    ),
    anchored((4.2, 11, 7.8, 16), shape(4, "SASARAN PROGRAM\nMembaiknya mutu air\nIndikator : Indeks Kualitas Air")),
    anchored((8.5, 11, 12, 16), shape(5, "SASARAN PROGRAM\nMembaiknya udara kota\nIndikator : Indeks Kualitas Udara")),
]
READ = [
    "strategis: Meningkatnya mutu lingkungan",
    "  program: Berkurangnya sampah",
    "  program: Membaiknya mutu air",
    "  program: Membaiknya udara kota",
]


def test_connectors_tell_the_parents(tmp_path):
    lines_between = [anchored((2, 8, 6, 11), connector(10 + number, glued=(2, number))) for number in (3, 4, 5)]
    path = workbook(tmp_path / "pohon.xlsx", *TREE, *lines_between)
    assert cascade(path) == READ
    assert [line[2:] for line in lines(path)] == [
        ("Indeks Kualitas Lingkungan", None, "72"),
        ("Persentase sampah tertangani", "%", "82"),
        ("Indeks Kualitas Air", None, None),
        ("Indeks Kualitas Udara", None, None),
    ]
    (reading,) = read_file(path)
    assert place(reading, "simpul[0].anak[1].indikator[0].nama") == "Pohon!E12"
    assert reading.dokumen.tahun == "2026"


def test_without_connectors_the_level_above_is_the_parent(tmp_path):
    assert cascade(workbook(tmp_path / "pohon.xlsx", *TREE)) == READ


TWO_HEADS = [
    anchored(
        (0, 0, 4, 3), shape(2, "Sasaran Strategis : Meningkatnya mutu jalan\nIndikator : Persentase jalan mantap")
    ),
    anchored((6, 0, 10, 3), shape(3, "Sasaran Strategis : Meningkatnya mutu air\nIndikator : Persentase air aman")),
    anchored((0, 6, 4, 9), shape(4, "Program : Meningkatnya layanan air\nIndikator : Persentase sambungan rumah")),
    anchored((6, 6, 10, 9), shape(5, "Program : Terpeliharanya jalan\nIndikator : Panjang jalan terpelihara")),
]
CROSSED = [
    "strategis: Meningkatnya mutu jalan",
    "  program: Terpeliharanya jalan",
    "strategis: Meningkatnya mutu air",
    "  program: Meningkatnya layanan air",
]


def test_connectors_overrule_the_position(tmp_path):
    crossing = [
        anchored((2, 3, 8, 6), connector(10, glued=(2, 5))),
        anchored((2, 3, 8, 6), connector(11, glued=(4, 3))),
    ]
    assert cascade(workbook(tmp_path / "pohon.xlsx", *TWO_HEADS, *crossing)) == CROSSED


def test_a_line_that_is_not_glued_joins_what_it_ends_at(tmp_path):
    crossing = [
        anchored((2, 3, 8, 6), connector(10, frame=frame(0, 0, 1, 1))),
        anchored((2, 3, 8, 6), connector(11, frame=frame(0, 0, 1, 1, 'flipH="1"'))),
    ]
    assert cascade(workbook(tmp_path / "pohon.xlsx", *TWO_HEADS, *crossing)) == CROSSED


def test_shapes_in_a_group_lie_where_the_group_puts_them(tmp_path):
    grouped = group(
        *(1000, 1000, 10_000, 9000),
        shape(
            2,
            "Sasaran Strategis : Meningkatnya mutu air\nIndikator : Persentase air aman",
            frame=frame(1000, 1000, 10_000, 3000),
        ),
        shape(3, "Program : Terjaganya mata air\nIndikator : Jumlah mata air", frame=frame(1000, 7000, 4000, 3000)),
        shape(
            4, "Program : Meningkatnya sambungan\nIndikator : Persentase sambungan", frame=frame(7000, 7000, 4000, 3000)
        ),
    )
    path = workbook(tmp_path / "pohon.xlsx", anchored((2, 2, 12, 20), grouped))
    assert cascade(path) == [
        "strategis: Meningkatnya mutu air",
        "  program: Terjaganya mata air",
        "  program: Meningkatnya sambungan",
    ]
    (reading,) = read_file(path)
    assert place(reading, "simpul[0].anak[1].pernyataan") == "Pohon!I15"


def test_boxes_of_indicators_joined_to_their_statement(tmp_path):
    path = workbook(
        tmp_path / "pohon.xlsx",
        anchored((0, 0, 4, 3), shape(2, "Sasaran Strategis : Meningkatnya mutu air", "9DC3E6")),
        anchored((5, 0, 9, 3), shape(3, "Sasaran Strategis : Meningkatnya mutu udara", "9DC3E6")),
        anchored((0, 5, 4, 7), shape(4, "IKU : Indeks Kualitas Udara\nTarget 2026 : 88")),
        anchored((5, 5, 9, 7), shape(5, "IKU : Indeks Kualitas Air\nTarget 2026 : 61,5")),
        anchored((2, 3, 7, 5), connector(10, glued=(2, 5))),
        anchored((2, 3, 7, 5), connector(11, glued=(3, 4))),
    )
    assert lines(path) == [
        ("strategis", "Meningkatnya mutu air", "Indeks Kualitas Air", None, {"2026": "61,5"}),
        ("strategis", "Meningkatnya mutu udara", "Indeks Kualitas Udara", None, {"2026": "88"}),
    ]


TABLE = [["Sasaran", "Indikator", "Satuan", "Target"], ["Meningkatnya mutu", "Persentase mutu", "%", 80]]


def test_text_boxes_beside_a_table_are_told(tmp_path):
    remark = anchored((6, 0, 9, 3), shape(2, "Catatan: angka sementara"))
    path = workbook(tmp_path / "tabel.xlsx", remark, rows=TABLE)
    assert [line[2] for line in lines(path)] == ["Persentase mutu"]
    assert codes(path) == ["B01"]


def test_a_diagram_is_told(tmp_path):
    path = workbook(tmp_path / "tabel.xlsx", anchored((6, 0, 9, 3), SMART_ART), rows=TABLE)
    (reading,) = read_file(path)
    assert [note.message.split(" pada")[0] for note in reading.findings] == ["Diagram SmartArt"]


def test_shapes_without_indicators_hold_none(tmp_path):
    chart = [
        anchored((0, 3 * at, 4, 3 * at + 2), shape(at, name)) for at, name in enumerate(["Kepala Dinas", "Sekretaris"])
    ]
    with pytest.raises(DocumentError, match="tidak ada baris indikator"):
        read_file(workbook(tmp_path / "bagan.xlsx", *chart))
