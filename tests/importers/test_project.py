"""The project file: found from a document upward, read with the line of each setting, refused in one sentence."""

from __future__ import annotations

import pytest

from indikator_rules.errors import DocumentError
from indikator_rules.importers.project import PROJECT_FILE, find_project, read_project


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Writes a project file into the working folder."""
    monkeypatch.chdir(tmp_path)

    def write(text):
        path = tmp_path / PROJECT_FILE
        path.write_text(text, encoding="utf-8")
        return path.relative_to(tmp_path)

    return write


def test_the_nearest_file_above_counts(written, tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    outer = written("profil: kl\n")
    assert find_project("a/b/draf.xlsx") == find_project("a/b") == find_project(".") == outer
    inner = tmp_path / "a" / PROJECT_FILE
    inner.write_text("profil: ketat\n", encoding="utf-8")
    assert find_project("a/b/*.xlsx") == inner.relative_to(tmp_path)
    assert find_project("a/b/../../draf.xlsx") == outer


def test_a_file_outside_the_working_folder_is_told_in_full(written, tmp_path, monkeypatch):
    written("profil: kl\n")
    (tmp_path / "bawah").mkdir()
    monkeypatch.chdir(tmp_path / "bawah")
    assert find_project("draf.xlsx") == tmp_path / PROJECT_FILE


@pytest.mark.parametrize("name", ["x" * 5000 + ".xlsx", "a\0b"])
def test_the_project_of_a_name_that_no_file_can_have_is_that_of_its_folder(written, name):
    file = written("profil: kl\n")
    assert find_project(name) == file


def test_each_setting_knows_its_line(written):
    judging, output = read_project(
        written("# Renja 2026\nprofil: ketat\nabaikan: S02, I01\nkeluaran:\n  format: csv\n")
    )
    assert judging["profil"].value == "ketat"
    assert judging["abaikan"].value == ["S02", "I01"]
    assert judging["abaikan"].source == "indikator.yaml, baris 3"
    assert (output["format"].value, output["format"].source) == ("csv", "indikator.yaml, baris 5")


def test_paths_are_told_from_the_folder_of_the_file(written, tmp_path):
    (tmp_path / "a").mkdir()
    written("").replace("a/indikator.yaml")
    file = tmp_path / "a" / PROJECT_FILE
    file.write_text("aturan: ../kantor\ngaris-dasar: dasar.json\nkeluaran: {salinan: hasil}\n", encoding="utf-8")
    judging, output = read_project(find_project("a"))
    assert judging["aturan"].value == "a/../kantor"
    assert judging["garis-dasar"].value == "a/dasar.json"
    assert output["salinan"].value == "a/hasil"


def test_an_empty_file_sets_nothing(written):
    assert read_project(written("# nanti\n")) == ({}, {})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\npilh: S02", "indikator.yaml, baris 2: bagian “pilh” tidak dikenal. Maksud Anda “pilih”?"),
        ("gagal_pada: galat", "bagian “gagal_pada” tidak dikenal. Maksud Anda “gagal-pada”?"),
        ("zzz: 1", "bagian “zzz” tidak dikenal. Yang dikenal: profil, tingkat, aturan, pilih,"),
        ("keluaran:\n  form: json", "baris 2: bagian “keluaran: form” tidak dikenal. Maksud Anda “format”?"),
        ("tingkat: eselon", "bagian “tingkat” harus salah satu dari: tujuan, strategis, program,"),
        ("gagal-pada: tanya", "bagian “gagal-pada” harus salah satu dari: galat, peringatan, catatan."),
        ("pilih: 5", "bagian “pilih” tidak dapat dipakai; tulislah kode aturan, misalnya [S02, I01]."),
        ("profil: [ketat]", "bagian “profil” tidak dapat dipakai; tulislah satu nilai."),
        ("1: 2", "bagian “1” tidak dapat dipakai"),
        ("keluaran: json", "bagian “keluaran” tidak dapat dipakai; tulislah misalnya “keluaran: {format: json"),
        ("profil: [", "susunan YAML keliru"),
        ("profil: 2024-99-99", "susunan YAML keliru"),
        ("[" * 5000, "susunan YAML keliru"),
        ("a: &a {b: *a}", "bagian “a” tidak dikenal"),
        ("- ketat", "bukan berkas proyek; tulislah misalnya “profil: pemda”."),
    ],
)
def test_what_no_project_file_may_hold_is_told_with_its_place(written, text, said):
    with pytest.raises(DocumentError) as problem:
        read_project(written(text))
    assert said in str(problem.value)


@pytest.mark.parametrize("target", ["../laporan.txt", "hasil/../../laporan.txt", "/laporan.txt"])
def test_a_project_file_that_came_with_documents_writes_nowhere_else(written, target):
    with pytest.raises(DocumentError, match="harus berada di folder berkas proyek ini atau di bawahnya"):
        read_project(written(f"keluaran: {{ke: {target}}}"))
