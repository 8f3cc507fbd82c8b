"""From names on the command line to documents."""

import io
import sys
import zipfile
from types import SimpleNamespace

import pytest

from indikator_rules.cli.files import read_all

DOCUMENT = "simpul:\n- tingkat: program\n  pernyataan: Meningkatnya mutu {}\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "dalam").mkdir()
    (tmp_path / "b.yaml").write_text(DOCUMENT.format("b"), encoding="utf-8")
    (tmp_path / "dalam" / "a.yaml").write_text(DOCUMENT.format("a"), encoding="utf-8")
    (tmp_path / "dalam" / "~$a.xlsx").write_bytes(b"kunci")
    (tmp_path / ".rahasia.yaml").write_text("rusak", encoding="utf-8")
    (tmp_path / "gambar.png").write_bytes(b"PNG")
    return tmp_path


def statements(*names):
    readings, complete = read_all(map(str, names), None)
    return [node.pernyataan for reading in readings for node in reading.dokumen.simpul], complete


def test_a_folder_stands_for_the_documents_in_and_below_it(folder):
    assert statements(folder) == (["Meningkatnya mutu b", "Meningkatnya mutu a"], True)


def test_a_pattern_stands_for_the_files_it_fits(folder):
    assert statements(folder / "**" / "a.*") == (["Meningkatnya mutu a"], True)


def test_what_cannot_be_read_is_said_and_the_rest_is_read(folder, capsys):
    assert statements(folder / "tiada.yaml", folder / "b.yaml", folder / "*.docx") == (["Meningkatnya mutu b"], False)
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith(f"indikator: {folder / 'tiada.yaml'}: berkas tidak ditemukan")
    assert second.startswith(f"indikator: {folder / '*.docx'}: berkas tidak ditemukan")


def test_a_folder_without_documents_is_no_input(tmp_path, capsys):
    assert statements(tmp_path) == ([], False)
    assert str(tmp_path) in capsys.readouterr().err


@pytest.mark.parametrize(
    "content",
    [
        DOCUMENT.format("masukan"),
        "\ufeff" + DOCUMENT.format("masukan"),
        "# catatan\n" + DOCUMENT.format("masukan"),
        '{"simpul": [{"tingkat": "program",\n "pernyataan": "Meningkatnya mutu masukan"}]}',
        '{"tingkat": "program", "sasaran": "Meningkatnya mutu masukan", "indikator": "Indeks"}\n',
        "Sasaran Program,Indikator,Satuan,Target\nMeningkatnya mutu masukan,Indeks mutu,indeks,80\n",
    ],
)
def test_standard_input_is_read_by_what_it_looks_like(monkeypatch, content):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content.encode("utf-8"))))
    assert statements("-") == (["Meningkatnya mutu masukan"], True)


def test_places_in_standard_input_have_a_lasting_name(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(DOCUMENT.encode("utf-8"))))
    ((reading,), _) = read_all(["-"], None)
    assert reading.locations.of("simpul[0].pernyataan")[0].file == "masukan-baku.yaml"


def test_what_cannot_be_read_in_an_archive_is_said_and_the_rest_is_read(folder, capsys):
    with zipfile.ZipFile(folder / "set.zip", "w") as archive:
        archive.write(folder / "b.yaml", "b.yaml")
        archive.writestr("a.yaml", "rusak")
    assert statements(folder / "set.zip") == (["Meningkatnya mutu b"], False)
    assert f"{folder / 'set.zip' / 'a.yaml'}: isi berkas bukan dokumen" in capsys.readouterr().err


def test_names_that_are_too_long_are_said(tmp_path, capsys):
    assert statements(tmp_path / ("a" * 300 + "*.xlsx")) == ([], False)
    assert "terlalu panjang" in capsys.readouterr().err


@pytest.mark.parametrize(
    "pasted",
    [
        'Sasaran Program\tIndikator\tSatuan\tTarget\nMeningkatnya mutu masukan\t"Indeks\nmutu"\tindeks\t80\n',
        "| Sasaran Program | Indikator | Satuan | Target |\n|---|:--|---|--:|\n| Meningkatnya mutu masukan | Indeks mutu | indeks | 80 |\n",
        "\ufeffSasaran Program;Indikator;Satuan;Target\r\nMeningkatnya mutu masukan;Indeks mutu;indeks;80\r\n",
        "urusan:\tperpustakaan\nSasaran Program\tIndikator\tSatuan\tTarget\nMeningkatnya mutu masukan\tIndeks mutu\tindeks\t80\n",
        "Sasaran Program            Indikator    Satuan  Target\n\nMeningkatnya mutu masukan  Indeks mutu  indeks  80\n",
        "Tabel 1. Sasaran\n\nSasaran Program            Indikator    Satuan  Target\nMeningkatnya mutu masukan  Indeks mutu          80\n",
    ],
)  # fmt: skip
def test_pasted_tables(monkeypatch, pasted):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(pasted.encode())))
    (reading,), complete = read_all(["-"], None)
    (node,) = reading.dokumen.simpul
    assert complete
    assert (node.pernyataan, " ".join(node.indikator[0].nama.split()), node.indikator[0].target) == (
        "Meningkatnya mutu masukan",
        "Indeks mutu",
        "80",
    )
