"""The project file as its user meets it: settings for a folder, and a command line that wins."""

from __future__ import annotations

import json

import pytest

from indikator_rules.cli import run

ROWS = "sasaran,indikator,satuan,target\nMeningkatkan mutu layanan gizi,Persentase balita sehat,%,80\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Writes a project file above the document `bidang/rencana.csv` of the working folder."""
    (tmp_path / "bidang").mkdir()
    (tmp_path / "bidang" / "rencana.csv").write_text(ROWS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return lambda text: (tmp_path / "indikator.yaml").write_text(text, encoding="utf-8")


def codes(capsys):
    return {finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]}


def test_its_settings_hold_for_documents_below(project, capsys):
    project("tingkat: program\npilih: S02\nkeluaran: {format: json}\n")
    assert run(["periksa", "bidang/rencana.csv"]) == 1
    assert codes(capsys) == {"S02"}


def test_the_command_line_wins(project, capsys):
    project("tingkat: program\nabaikan: S02\nkeluaran: {format: teks}\n")
    assert run(["periksa", "bidang", "--format", "json", "--abaikan", "S03"]) == 1
    assert "S02" in codes(capsys)


def test_a_rule_asked_for_by_name_runs_though_the_file_leaves_it_out(project, capsys):
    project("tingkat: program\nabaikan: [S02, S03]\nkeluaran: {format: json}\n")
    assert run(["periksa", "bidang", "--pilih", "S02,S03"]) == 1
    assert codes(capsys) == {"S02"}


def test_its_column_map_holds_and_is_no_document(project, tmp_path, capsys):
    (tmp_path / "kolom.yaml").write_text("tabel: [{kolom: {A: sasaran kegiatan}}]", encoding="utf-8")
    project("peta: kolom.yaml\n")
    assert run(["impor", ".", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["simpul"][0]["tingkat"] == "kegiatan"


def test_outputs_stand_in_its_folder_and_are_not_read_as_documents(project, tmp_path, capsys):
    project("tingkat: program\nkeluaran: {salinan: hasil, kertas-kerja: hasil/kertas.xlsx, format: json}\n")
    first, second = (run(["periksa", "."]), codes(capsys)), (run(["periksa", "."]), codes(capsys))
    assert first == second
    assert sorted(path.name for path in (tmp_path / "hasil").iterdir()) == ["kertas.xlsx", "rencana.xlsx"]


def test_waivers_and_baseline_in_the_folder_are_not_read_as_documents(project, tmp_path, capsys):
    project("tingkat: program\npilih: S02\npengecualian: biar.yaml\ngaris-dasar: dasar.json\n")
    (tmp_path / "biar.yaml").write_text("pengecualian: []\n", encoding="utf-8")
    assert run(["garis-dasar", ".", "--ke", "dasar.json"]) == 0
    assert run(["periksa", "."]) == 0
    assert "tidak dapat" not in capsys.readouterr().err


def test_only_checking_writes_what_it_sets_of_the_output(project, tmp_path, capsys):
    project("keluaran: {format: json, ke: laporan.json}\n")
    assert run(["impor", "bidang/rencana.csv"]) == 0
    assert capsys.readouterr().out.startswith("kolom:")
    assert not (tmp_path / "laporan.json").exists()


def test_the_gate_may_stand_in_it(project):
    project("tingkat: program\npilih: S07\n")
    assert run(["periksa", "bidang", "--ke", "laporan.txt"]) == 0
    project("tingkat: program\npilih: S07\ngagal-pada: catatan\n")
    assert run(["periksa", "bidang", "--ke", "laporan.txt"]) == run(
        ["periksa", "bidang", "--ke", "laporan.txt", "--gagal-pada", "catatan"]
    )


def test_a_faulty_one_is_told_and_nothing_is_judged(project, capsys):
    project("pilh: S02\n")
    assert run(["periksa", "bidang"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "indikator: indikator.yaml, baris 1: bagian “pilh” tidak dikenal. Maksud Anda “pilih”?\n"


def test_the_settings_tell_where_they_come_from(project, capsys):
    project("profil: ketat\nabaikan: S02\nkeluaran:\n  html: laporan.html\n")
    assert run(["konfigurasi", "bidang/rencana.csv", "--asal"]) == 0
    page = capsys.readouterr().out
    assert "Berkas proyek\n  profil: ketat  (dari indikator.yaml, baris 1)\n" in page
    assert "  keluaran: html: laporan.html  (dari indikator.yaml, baris 4)\n" in page
    assert "batas-indikator: 3  (dari rules/profil/ketat.yaml, semula 5)" in page
    assert "Aturan yang padam\n  S02: " in page
    assert page.endswith("(dari indikator.yaml, baris 2)\n")


def test_a_setting_that_the_command_line_replaces_is_not_shown_as_holding(project, capsys):
    project("profil: ketat\nabaikan: S02\n")
    assert run(["konfigurasi", "--profil", "kl", "--abaikan", "S03", "--format", "json"]) == 0
    settings = json.loads(capsys.readouterr().out)
    assert settings["project"] == []
    assert [rule["source"] for rule in settings["off"] if rule["name"] == "S03"] == ["--abaikan"]
    assert "S02" not in {rule["name"] for rule in settings["off"]}
