"""Sets of files as a reviewer is sent them: what links them, what only seems to, and what rules then say."""

import docx
import openpyxl
import pytest

from indikator_rules.api import evaluate, read
from indikator_rules.cli import run
from indikator_rules.importers import read_file
from indikator_rules.importers.sets import join
from indikator_rules.ruleset import load_rules


def sheet(path, *rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def plan(folder):
    return sheet(
        folder / "renstra.xlsx",
        ["RENCANA STRATEGIS DINAS PERIKANAN TAHUN 2025-2029"],
        ["Tujuan", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "2025", "2026"],
        ["Meningkatnya kesejahteraan nelayan", None, "Nilai Tukar Nelayan", "Indeks", "101", "102"],
        [None, "Meningkatnya produksi perikanan", "Jumlah produksi ikan", "Ton", "5000", "5200"],
        [None, "Meningkatnya mutu hasil perikanan", "Persentase produk bersertifikat", "%", "40", "45"],
    )


def indicators(folder):
    return sheet(
        folder / "iku.xlsx",
        ["INDIKATOR KINERJA UTAMA DINAS PERIKANAN TAHUN 2026"],
        ["No", "Sasaran Strategis", "Indikator Kinerja Utama", "Satuan", "Target 2026"],
        [1, "Meningkatnya produksi perikanan", "Jumlah produksi ikan", "Ton", "5200"],
        [2, "Meningkatnya mutu hasil perikanan daerah", "Persentase produk bersertifikat", "%", "45"],
    )


def agreement(folder):
    document = docx.Document()
    document.add_paragraph("PERJANJIAN KINERJA TAHUN 2026")
    rows = [
        ("No", "Sasaran Strategis", "Indikator Kinerja", "Target"),
        ("1", "Meningkatnya produksi perikanan", "Jumlah produksi ikan", "5100 Ton"),
        ("2", "Meningkatnya mutu hasil perikanan", "Persentase produk yang bersertifikat", "45 %"),
    ]
    table = document.add_table(len(rows), 4)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    document.save(folder / "pk.docx")
    return folder / "pk.docx"


def staff(folder):
    return sheet(
        folder / "skp.xlsx",
        ["SASARAN KINERJA PEGAWAI TAHUN 2026"],
        ["No", "Rencana Hasil Kerja Pimpinan yang Diintervensi", "Rencana Hasil Kerja", "Indikator Kinerja", "Target"],
        [1, "Meningkatnya produksi perikanan", "Tersalurkannya benih ikan kepada kelompok", "Jumlah benih", "9 paket"],
        [2, "Meningkatnya mutu hasil perikanan.", "Terbinanya pengolah ikan", "Jumlah pengolah dibina", "40 orang"],
    )


@pytest.fixture
def files(tmp_path):
    return [make(tmp_path) for make in (plan, indicators, agreement, staff)]


def test_four_files_are_one_set(files):
    joined = join([reading for path in files for reading in read_file(path)])
    assert [line.replace(str(files[0].parent) + "/", "") for line in joined.told] == [
        "iku.xlsx: 1 rumusan sama dengan renstra.xlsx.",
        "pk.docx: 1 rumusan sama dengan iku.xlsx.",
        "pk.docx: 2 rumusan sama dengan renstra.xlsx.",
        "skp.xlsx: 2 induk ditemukan di pk.docx.",
    ]


def test_what_only_seems_the_same_is_told_where_it_stands(files):
    (doubt,) = (finding for reading in read(*files[:2]) for finding in reading.findings if finding.code == "B18")
    assert doubt.message.replace(str(files[0].parent) + "/", "") == (
        "“Meningkatnya mutu hasil perikanan daerah” diduga sama dengan “Meningkatnya mutu hasil perikanan” di renstra.xlsx, "
        "belum pasti; samakan rumusannya bila memang sama."
    )
    assert [(place.file, place.cell) for place in doubt.places] == [(str(files[1]), "B4")]


def test_rules_compare_the_documents_of_a_set(files):
    found = [
        (finding.code, finding.places[0].file.rpartition("/")[2], finding.message)
        for finding in evaluate(read(*files), load_rules().select(("T13", "R12", "R07", "R01"), ())).findings
        if finding.code[0] != "B"
    ]
    assert found == [
        ("T13", "renstra.xlsx", "Di PERJANJIAN KINERJA TAHUN 2026, target tahun 2026 adalah 5100; di sini 5200."),
        ("T13", "iku.xlsx", "Di PERJANJIAN KINERJA TAHUN 2026, target tahun 2026 adalah 5100; di sini 5200."),
        (
            "T13",
            "pk.docx",
            "Di RENCANA STRATEGIS DINAS PERIKANAN TAHUN 2025-2029, target tahun 2026 adalah 5200; di sini 5100.",
        ),
        (
            "R12",
            "pk.docx",
            "Di RENCANA STRATEGIS DINAS PERIKANAN TAHUN 2025-2029 namanya “Persentase produk bersertifikat”.",
        ),
    ]


def test_impor_of_several_files_shows_links_and_doubts(files, capsys):
    assert run(["impor", *map(str, files)]) == 0
    shown = capsys.readouterr()
    assert "skp.xlsx: 2 induk ditemukan di" in shown.err
    assert "diduga sama dengan “Meningkatnya mutu hasil perikanan”" in shown.err
    assert shown.out.count("\n---\n") == 3
