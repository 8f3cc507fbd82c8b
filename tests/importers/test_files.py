"""A file that cannot be read is refused with one sentence that names it."""

import errno
import zipfile
from contextlib import suppress
from pathlib import Path
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


@pytest.mark.parametrize(("name", "cure"), [("a.doc", "simpan ulang sebagai DOCX"), ("a.xls", "simpan ulang")])
def test_old_formats(tmp_path, name, cure):
    path = tmp_path / name
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert cure in refusal(path)


def test_a_protected_workbook_under_its_old_name(tmp_path):
    path = tmp_path / "a.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    assert "kata sandi" in refusal(path)


def test_a_protected_opendocument_sheet(tmp_path):
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>")
        archive.writestr("content.xml", b"\x8f\x01")
    assert "kata sandi" in refusal(path)


def test_lock_files_of_office(tmp_path):
    path = tmp_path / "~$renja.xlsx"
    path.write_bytes(b"\x05Sri" + b"\0" * 160)
    assert "berkas kunci" in refusal(path)
    assert "periksa renja.xlsx" in refusal(path)


@pytest.mark.parametrize("name", ["~$renja.csv", ".~lock.renja.csv#"])
def test_a_file_open_in_an_office_program_is_read_as_saved_and_told(tmp_path, name):
    (tmp_path / "renja.csv").write_text("Sasaran,Indikator\nMeningkatnya mutu,Nilai\n", encoding="utf-8")
    (tmp_path / name).write_bytes(b"Sri")
    (reading,) = read_file(tmp_path / "renja.csv")
    assert [finding.code for finding in reading.findings] == ["B11"]


def test_names_that_are_too_long(tmp_path):
    assert "terlalu panjang" in refusal(tmp_path / ("a" * 300 + ".xlsx"))
    assert "terlalu panjang" in refusal(tmp_path / "/".join(["folder"] * 900) / "a.xlsx")


def test_names_that_no_file_can_have():
    with pytest.raises(DocumentError, match="tidak dapat dibuka"):
        read_file("a\0.xlsx")


def test_missing_rights(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_text("Sasaran,Indikator\n")

    def forbidden(*_args, **_options):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    message = refusal(path)
    assert "tidak berhak" in message
    assert "Permission" not in message


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
    assert "bukan berkas XLSX, ODS, atau DOCX" in refusal(path)


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
    assert "terlalu dalam" in refusal(text("a: &a {b: *a}\n", "c.yaml"))


def test_a_cell_that_never_ends(text):
    assert "tanda kutip" in refusal(text(f'Sasaran,Indikator\n"{"x" * 200_000}\n', "a.csv"))


def test_aliases_that_stand_for_billions(text):
    levels = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10))
    assert "terlalu banyak" in refusal(text(f"a0: &a0 [x, x]\n{levels}\n", "a.yaml"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", r'{"sasaran": "Meningkatnya \ud800 mutu", "indikator": "Jumlah \udfff rapat", "ane\ud800h": "x"}'),
        ("a.json", r'{"simpul": [{"pernyataan": "Mutu \ud800", "indikator": [{"nama": "Jumlah \udfff rapat"}]}]}'),
    ],
)
def test_half_a_character_is_read_as_an_unreadable_one(tmp_path, name, content):
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    (reading,) = read_file(file)
    (node,) = reading.dokumen.simpul
    assert node.indikator[0].nama == "Jumlah \ufffd rapat"
    assert "\ufffd" in node.pernyataan
    f"{reading}".encode()
