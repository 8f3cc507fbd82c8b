"""Archives: every document in them is read as if it stood in a folder of the archive's name."""

import zipfile

import pytest

from indikator_rules.errors import DocumentError
from indikator_rules.importers import archive, archived, files, read_file, read_member

TABLE = "Sasaran,Indikator,Target\nMeningkatnya {0},Indeks {0},5\n"


@pytest.fixture
def packed(tmp_path):
    """Writes files to an archive."""

    def write(content):
        with zipfile.ZipFile(tmp_path / "set.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for member, text in content.items():
                archive.writestr(member, text)
        return tmp_path / "set.zip"

    return write


def test_documents_are_read_in_order_of_their_names(packed):
    path = packed({"b.csv": TABLE.format("air"), "a/c.csv": TABLE.format("jalan"), "gambar.png": "PNG"})
    readings = read_file(path)
    assert [reading.dokumen.simpul[0].pernyataan for reading in readings] == ["Meningkatnya jalan", "Meningkatnya air"]
    (place,) = readings[0].locations.of("simpul[0].pernyataan")
    assert (place.file, place.line) == (str(path / "a/c.csv"), 2)


def test_notes_name_the_file_in_the_archive(packed):
    path = packed({"a.csv": "Sasaran,Indikator,Warna\nMeningkatnya mutu,Nilai,biru\n"})
    (reading,) = read_file(path)
    assert {place.file for finding in reading.findings for place in finding.places} == {str(path / "a.csv")}


def test_lock_files_hidden_files_and_what_the_mac_adds_are_no_documents(packed):
    path = packed({"~$a.csv": "x", ".b.csv": "x", "__MACOSX/a.csv": "x", "a.csv": TABLE.format("mutu")})
    assert archived(path) == ("a.csv",)


def test_an_archive_without_documents(packed):
    path = packed({"catatan.md": "isi"})
    with pytest.raises(DocumentError, match="tidak ada dokumen di dalam arsip"):
        read_file(path)


def test_a_faulty_document_is_named_by_its_place_in_the_archive(packed):
    path = packed({"a.csv": "Nama,Alamat\nAni,Jalan Melati\n"})
    with pytest.raises(DocumentError) as refused:
        read_member(path, "a.csv")
    assert str(refused.value).startswith(f"{path / 'a.csv'}: tidak ada baris indikator")


def test_an_archive_in_an_archive_is_told(packed):
    path = packed({"dalam.zip": "PK"})
    with pytest.raises(DocumentError, match="arsip di dalam arsip"):
        read_file(path)


def test_names_that_lead_out_of_the_archive_write_nothing_there(packed, tmp_path):
    path = packed({"../../luar.csv": TABLE.format("mutu")})
    assert len(read_file(path)) == 1
    assert not list(tmp_path.parent.glob("luar.csv"))


def test_members_too_large(packed, monkeypatch):
    path = packed({"a.csv": TABLE.format("mutu") * 100})
    monkeypatch.setattr(archive, "MAX_BYTES", 100)
    with pytest.raises(DocumentError, match="terlalu besar"):
        read_file(path)


def test_bombs(packed, monkeypatch):
    monkeypatch.setattr(files, "MAX_UNCOMPRESSED_BYTES", 1_000_000)
    path = packed({"a.csv": "0" * 2_000_000})
    with pytest.raises(DocumentError, match="terlalu besar"):
        read_file(path)
    assert archived(path) == ()


def test_protected_archives(packed):
    path = packed({"a.csv": TABLE.format("mutu")})
    content = bytearray(path.read_bytes())
    content[6] |= 1  # the mark of encryption, in the file's own header and in the directory
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(DocumentError, match="kata sandi"):
        read_file(path)
