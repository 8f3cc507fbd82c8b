"""`--tanpa-nama` as its user meets it: no output holds a name, save the copy of the document itself."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from indikator_rules.cli import run

NAMES = ("budi", "santoso", "aminah", "hidayat", "joko", "19701231")
FORM = [
    ["SASARAN KINERJA PEGAWAI 2026"],
    ["NO", "PEGAWAI YANG DINILAI", "", "NO", "PEJABAT PENILAI"],
    [1, "Nama", "Budi Santoso", 1, "Nama", "Dra. Siti Aminah, M.Si"],
    [2, "NIP", "197012311990031001", 2, "NIP", "19650101 199003 2 002"],
    [],
    ["NO", "RHK PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA", "ASPEK", "INDIKATOR KINERJA INDIVIDU", "TARGET"],
    [
        1,
        "Meningkatnya mutu",
        "Menyusun laporan Budi Santoso bersama Drs. Joko, M.M",
        "Kuantitas",
        "Jumlah laporan",
        "12 laporan",
    ],
    [2, "Meningkatnya mutu", "Melaksanakan kegiatan", "Kuantitas", "Jumlah rapat NIP 197012311990031001", ""],
    [],
    ["", "", "", "", "Rahmat Hidayat"],
    ["", "", "", "", "NIP. 19720101 199803 1 003"],
]


@pytest.fixture
def form(tmp_path, monkeypatch):
    book = openpyxl.Workbook()
    book.active.title = "Budi S"
    for row in FORM:
        book.active.append(row)
    book.save(tmp_path / "SKP Budi Santoso.xlsx")
    monkeypatch.chdir(tmp_path)
    return "SKP Budi Santoso.xlsx"


def names_in(text):
    return [name for name in NAMES if name in text.casefold()]


def parts_of(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def test_no_report_holds_a_name(form, capsys):
    outputs = ["--html", "h.html", "--kertas-kerja", "k.xlsx", "--catatan", "c.docx"]
    assert run(["periksa", form, "--tanpa-nama", *outputs]) == 1
    captured = capsys.readouterr()
    assert "Menyusun laporan Nama-A bersama Nama-B" in captured.out
    assert names_in(captured.out + captured.err) == []
    assert names_in(Path("h.html").read_text(encoding="utf-8")) == []
    for path in ("k.xlsx", "c.docx"):
        assert {name: found for name, part in parts_of(path).items() if (found := names_in(part))} == {}


def test_what_is_added_to_a_copy_holds_none_but_the_names_of_its_sheets(form, capsys, tmp_path):
    run(["periksa", form, "--tanpa-nama", "--salinan", "hasil"])
    assert "Salinan tetap memuat seluruh isi dokumennya, termasuk nama" in capsys.readouterr().err
    before, after = parts_of(form), parts_of(tmp_path / "hasil" / "dokumen-1.xlsx")
    added = {name: part.replace("Budi S", "") for name, part in after.items() if name not in before}
    assert added
    assert {name: found for name, part in added.items() if (found := names_in(part))} == {}
    assert "comments" in " ".join(added)


def test_a_copy_that_is_a_new_workbook_holds_none(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = "tingkat,sasaran,indikator,satuan,target\nprogram,Menyusun tugas Drs. Joko Hidayat,Jumlah,,\n"
    (tmp_path / "Budi.csv").write_text(rows, encoding="utf-8")
    run(["periksa", "Budi.csv", "--tanpa-nama", "--salinan", "hasil"])
    parts = parts_of(tmp_path / "hasil" / "dokumen-1.xlsx")
    assert "Nama-A" in " ".join(parts.values())
    assert {name: found for name, part in parts.items() if (found := names_in(part))} == {}


def test_names_may_be_left_out_by_the_project_file(form, capsys, tmp_path):
    (tmp_path / "indikator.yaml").write_text("tanpa-nama: ya\n", encoding="utf-8")
    run(["periksa", form])
    assert names_in(capsys.readouterr().out) == []


def test_without_it_the_document_is_told_as_it_is(form, capsys):
    run(["periksa", form])
    assert "Menyusun laporan Budi Santoso bersama Drs. Joko, M.M" in capsys.readouterr().out


def test_what_is_shown_of_a_file_that_was_not_understood_may_hold_names(tmp_path, capsys):
    path = tmp_path / "daftar.csv"
    path.write_text("Nama,NIP,Gaji\nBudi Santoso,197012311990031001,5\n", encoding="utf-8")
    assert run(["periksa", str(path)]) == 2
    assert "Budi Santoso" in capsys.readouterr().err
    assert run(["periksa", str(path), "--tanpa-nama"]) == 2
    assert names_in(capsys.readouterr().err) == []
