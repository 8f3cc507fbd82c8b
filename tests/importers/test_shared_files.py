"""The real files beside the project, where they are present: what a person reads in them, by places and digests."""

from hashlib import sha256
from pathlib import Path

import pytest
from readings import cascade, lines, nodes

from indikator_rules.errors import DocumentError
from indikator_rules.importers import read_file

SHARED = Path("/work/shared/dokumen")
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared files are not here")


def digest(*texts):
    return sha256("\n".join(" ".join((text or "").lower().split()) for text in texts).encode()).hexdigest()[:12]


def test_the_perjanjian_kinerja():
    path = SHARED / "perjanjian-kinerja-bpbd-2026.docx"
    found = lines(path)
    assert len(found) == 20
    (reading,) = read_file(path)
    in_first_table = [
        where
        for where, node in nodes(reading).items()
        for at in range(len(node.indikator))
        if reading.locations.of(f"{where}.indikator[{at}].nama")[0].table == 2
    ]
    assert len(in_first_table) == 4
    assert [line.split(":")[0] for line in cascade(path)] == [
        "strategis",
        "strategis",
        "  program",
        "strategis",
        "  program",
    ]
    assert all("anggaran" not in line[2].lower() for line in found)
    assert [line[4]["2026"] for line in found[:4]] == ["0,9", "0,48", "100,00", "75,35"]


def test_the_evaluation_sheet():
    path = SHARED / "evaluasi-renja-bappedalitbang-2025.xlsx"
    found = lines(path)
    assert len(found) == 99
    (reading,) = read_file(path)
    cells = {
        place.cell
        for where, node in nodes(reading).items()
        for at in range(len(node.indikator))
        for place in reading.locations.of(f"{where}.indikator[{at}].nama")
    }
    assert cells == {f"H{row}" for row in range(13, 113)} - {"H91", "H96"}
    assert [line[0] for line in found[:5]] == ["program", "program", "kegiatan", "subkegiatan", "subkegiatan"]
    assert digest(*(line[2] for line in found)) == "e7542267c63b"
    assert digest(*(line[3] for line in found)) == "cfbc27b587cf"


def test_the_import_template():
    found = lines(SHARED / "templat-impor-indikator-sasaran.xlsx")
    assert [(line[0], line[3], line[4]) for line in found] == [
        (None, "Nilai", "80,01"),
        (None, "WTP", "100"),
        (None, "Level", "3,3"),
    ]


def test_the_empty_planning_template():
    with pytest.raises(DocumentError, match="tidak ada baris indikator"):
        read_file(SHARED / "templat-perencanaan-iku.xlsx")


RENSTRA_ROWS = {
    (1, 4): range(3, 6),
    (5, 4): range(3, 6),
    (10, 6): range(2, 17),
    (11, 6): range(1, 15),
    (12, 6): range(2, 18),
    (13, 6): range(1, 23),
    (16, 2): (6, 7, 9, 11, 13, 14),
    (17, 2): range(5, 12),
    (18, 2): range(1, 20),
    (19, 2): range(1, 17),
    (20, 2): range(2, 12),
    (21, 2): range(1, 11),
    (23, 2): range(4, 7),
    (24, 2): range(4, 8),
}
"""The rows that name an indicator, by page and column; on page 12 row 1 and on page 20 row 1 end rows cut before."""


def test_the_renstra():
    path = SHARED / "renstra-dukcapil-banyuwangi-2025-2029-petikan.pdf"
    (reading,) = read_file(path)
    measures = [
        (node, measure, reading.locations.of(f"{where}.indikator[{at}].nama"))
        for where, node in nodes(reading).items()
        for at, measure in enumerate(node.indikator)
    ]
    found = [(place.page, place.table_column, place.table_row) for *_, places in measures for place in places]
    assert sorted(found) == sorted((page, column, row) for (page, column), rows in RENSTRA_ROWS.items() for row in rows)
    assert (reading.dokumen.jenis_dokumen, reading.dokumen.tahun) == ("renstra", "2025-2029")
    names = sorted(digest(measure.nama) for _, measure, _ in measures)
    assert (len(names), digest(*names)) == (143, "b0ab8af39795")
    # One of the 143 stands under the statement above it: row 12 of page 10, whose own cell is blank and unmerged.
    owned = sorted(digest(node.pernyataan, measure.nama) for node, measure, _ in measures)
    assert digest(*owned) == "fbc51cb2be7a"
    targets = sorted(digest(measure.nama, *sorted((measure.target or {}).values())) for _, measure, _ in measures)
    assert digest(*targets) == "d950fe052f13"
