"""A file that cannot be read is refused with one sentence that names it."""

import zipfile
from contextlib import suppress
from random import Random

import openpyxl
import pytest

from indikator_rules.errors import DocumentError
from indikator_rules.importers import files, read_file


def refusal(path):
    with pytest.raises(DocumentError) as refused:
        read_file(path)
    message = str(refused.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message


@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a.jsonl", "a.csv", "a.xlsx", "a.docx"])
def test_absent_files(tmp_path, name):
    assert "tidak ditemukan" in refusal(tmp_path / name)


@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a.jsonl", "a.csv", "a.xlsx", "a.docx"])
def test_empty_files(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"  \n")
    assert "kosong" in refusal(path)


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx", "a.xlsm"])
def test_protected_files(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert "kata sandi" in refusal(path)


def test_old_formats(tmp_path):
    path = tmp_path / "a.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert "simpan ulang" in refusal(path)


def test_a_picture_named_docx(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    assert "bukan berkas DOCX" in refusal(path)


def test_a_picture_named_csv(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    assert "bukan berkas teks" in refusal(path)


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9])
def test_files_cut_short(tmp_path, keep):
    whole = tmp_path / "whole.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Sasaran", "Indikator"])
    book.save(whole)
    content = whole.read_bytes()
    path = tmp_path / "a.xlsx"
    path.write_bytes(content[: int(len(content) * keep)])
    assert "rusak" in refusal(path)


@pytest.mark.parametrize("seed", range(12))
def test_files_with_flipped_bytes_are_read_or_refused(tmp_path, seed):
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Sasaran", "Indikator"])
    book.active.append(["Meningkatnya mutu", "Nilai mutu"])
    book.save(path)
    content = bytearray(path.read_bytes())
    chance = Random(seed)  # noqa: S311 - damage, not secrets
    for _ in range(30):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)
    with suppress(DocumentError):
        read_file(path)


@pytest.mark.parametrize(("name", "part"), [("a.xlsx", "xl/workbook.xml"), ("a.docx", "word/document.xml")])
def test_archives_with_nonsense_inside(tmp_path, name, part):
    path = tmp_path / name
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "<w>bukan")
    assert "rusak" in refusal(path)


def test_other_archives(tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("catatan.txt", "isi")
    assert "bukan berkas XLSX atau DOCX" in refusal(path)


def test_zip_bombs(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_UNCOMPRESSED_BYTES", 1_000_000)
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 2_000_000)
    assert "terlalu besar" in refusal(path)


def test_too_many_entries(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_ENTRIES", 3)
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(5):
            archive.writestr(f"{number}", "")
    assert "terlalu besar" in refusal(path)


def test_too_large_text_files(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    path = tmp_path / "a.csv"
    path.write_text("sasaran,indikator\na,b\n")
    assert "terlalu besar" in refusal(path)


def test_folders(tmp_path):
    assert "folder" in refusal(tmp_path)


def test_unknown_kinds(tmp_path):
    path = tmp_path / "a.tex"
    path.write_text("isi")
    assert "belum dikenal" in refusal(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.yaml", "simpul: [a\n b: c"), ("a.json", '{"simpul": ['), ("a.yaml", "- satu\n- dua"), ("a.json", '"teks"')],
)
def test_texts_that_are_no_documents(text, name, content):
    refusal(text(content, name))


def test_a_table_without_rows(comma):
    assert "tidak ada baris indikator" in refusal(comma([["Sasaran", "Indikator", "Satuan", "Target"]]))


def test_a_table_without_indicators(comma):
    assert "tidak ada baris indikator" in refusal(comma([["Nama", "Alamat"], ["Ani", "Jalan Melati"]]))


def test_deeply_nested_texts(text):
    refusal(text("[" * 100_000, "a.json"))
    refusal(text("[" * 100_000 + "]" * 100_000, "b.yaml"))


def test_aliases_that_stand_for_billions(text):
    levels = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10))
    assert "terlalu banyak" in refusal(text(f"a0: &a0 [x, x]\n{levels}\n", "a.yaml"))
