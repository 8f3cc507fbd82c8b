"""The real files beside the project, where they are present: what a person reads in them, by places and digests."""

import csv
import re
from collections import Counter
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest
from readings import cascade, lines, nodes

from indikator_rules.errors import DocumentError
from indikator_rules.importers import read_file

BY_EYE = Path(__file__).parent / "menurut-mata.csv"
"""What a person reads on the pages of the renstra: page, and digests of name, statement and targets of each indicator."""
SHARED = Path(__file__).parents[3] / "shared" / "dokumen"
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
    sheet = openpyxl.load_workbook(path, data_only=True).active
    for where, node in nodes(reading).items():
        for at, measure in enumerate(node.indikator):
            (place, *_) = reading.locations.of(f"{where}.indikator[{at}].nama")
            row = int(place.cell.removeprefix("H"))
            assert digest(measure.nama) in {digest(part) for part in numbered(sheet[f"H{row}"].value)}
            own = 106 if row == 107 else row  # the one blank cell: the row above goes on
            assert digest(node.pernyataan) == digest(sheet[f"G{own}"].value)
            target = sheet[f"N{row}"].value
            assert measure.target == (None if target is None else {"2025": f"{target}".replace(".", ",")})
            assert measure.satuan == sheet[f"I{row}"].value


def numbered(text):
    """What a person sees in a cell that may number several indicators."""
    return [part for part in re.split(r"(?:^|\s)\d\. ", text) if part.strip()]


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


def seen(page, name, sasaran, target):
    """One place of an indicator, as `menurut-mata.csv` holds it."""
    periods = (f"{period}: {text}" for period, text in sorted((target or {}).items()))
    return page, digest(name), digest(sasaran), digest(*periods)


def agreeing(found, expected, size):
    """The share of `expected` of which the first `size` parts are found."""
    both = Counter(line[:size] for line in found) & Counter(line[:size] for line in expected)
    return both.total() / len(expected)


def test_the_renstra():
    path = SHARED / "renstra-dukcapil-banyuwangi-2025-2029-petikan.pdf"
    (reading,) = read_file(path)
    places = [
        (place, node, measure)
        for where, node in nodes(reading).items()
        for at, measure in enumerate(node.indikator)
        for place in reading.locations.of(f"{where}.indikator[{at}].nama")
    ]
    cells = [(place.page, place.table_column, place.table_row) for place, *_ in places]
    assert sorted(cells) == sorted((page, column, row) for (page, column), rows in RENSTRA_ROWS.items() for row in rows)
    assert (reading.dokumen.jenis_dokumen, reading.dokumen.tahun) == ("renstra", "2025-2029")
    found = [seen(place.page, measure.nama, node.pernyataan, measure.target) for place, node, measure in places]
    with BY_EYE.open(encoding="utf-8", newline="") as file:
        expected = [(int(page), *rest) for page, *rest in list(csv.reader(file))[1:]]
    assert agreeing(found, expected, 2) == agreeing(expected, found, 2) == 1.0  # every name, and none that is not there
    # 147 of 148: on page 10 one row leaves its statement blank without a merge and is read under the one above.
    assert agreeing(found, expected, 3) >= 0.99
    # 146 of 148 targets: page 16 adds some to what page 11 names, and page 23 says others than page 1, which is told.
    targets = [(page, name, target) for page, name, _, target in found]
    assert agreeing(targets, [(page, name, target) for page, name, _, target in expected], 3) >= 0.98
    told = [finding for finding in reading.findings if finding.code == "B09"]
    assert any(place.page == 23 for finding in told for place in finding.places)
