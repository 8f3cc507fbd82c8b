"""Checking again: on every save, never without one, until the user ends it."""

from __future__ import annotations

import os
from functools import partial

import pytest

from indikator_rules.cli import periksa, run
from indikator_rules.cli.watch import watch

ROWS = "tingkat,sasaran,indikator,satuan,target\nprogram,Meningkatkan mutu,Indeks mutu,indeks,3\n"


class User:
    """Does one thing at each look, and then ends the watch."""

    def __init__(self, *deeds):
        self.deeds = list(deeds)

    def wait(self, *_):
        if not self.deeds:
            raise KeyboardInterrupt
        self.deeds.pop(0)()


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draf.csv"
    path.write_text("a", encoding="utf-8")
    return path


def checks_of(draft, *deeds, files=None):
    """The exit code of a watch over `draft` while the user does `deeds`, and what each check saw."""
    seen = []

    def check():
        seen.append(draft.read_text(encoding="utf-8") if draft.exists() else None)
        return len(seen)

    return watch(check, files or (lambda: [draft]), User(*deeds).wait), seen


def nothing():
    pass


def test_every_save_is_checked_once(draft):
    code, seen = checks_of(draft, nothing, lambda: draft.write_text("ab", encoding="utf-8"), nothing, nothing)
    assert (code, seen) == (2, ["a", "ab"])


def test_a_save_of_equal_length_is_told_by_its_time(draft):
    def save():
        draft.write_text("b", encoding="utf-8")
        os.utime(draft, ns=(1, 1))

    assert checks_of(draft, save)[1] == ["a", "b"]


def test_a_file_that_is_gone_for_a_moment_is_not_checked_until_it_is_back(draft):
    back = lambda: draft.write_text("baru", encoding="utf-8")  # noqa: E731 - one of the deeds
    assert checks_of(draft, draft.unlink, back)[1] == ["a", "baru"]


def test_a_new_file_calls_for_a_check(draft, tmp_path):
    files = lambda: sorted(tmp_path.iterdir())  # noqa: E731 - what a folder stands for
    added = lambda: (tmp_path / "lain.csv").write_text("x", encoding="utf-8")  # noqa: E731 - one of the deeds
    assert len(checks_of(draft, added, files=files)[1]) == 2


def test_a_save_during_a_check_is_not_missed(draft):
    codes = []

    def check():
        if not codes:
            draft.write_text("sementara diperiksa", encoding="utf-8")
        codes.append(0)
        return 0

    watch(check, lambda: [draft], User(nothing).wait)
    assert len(codes) == 2


def test_the_exit_code_is_that_of_the_last_check(tmp_path, monkeypatch, capsys):
    path = tmp_path / "rencana.csv"
    path.write_text(ROWS, encoding="utf-8")
    mend = lambda: path.write_text(ROWS.replace("Meningkatkan", "Meningkatnya"), encoding="utf-8")  # noqa: E731 - a deed
    monkeypatch.setattr(periksa.time, "sleep", User(mend).wait)
    assert run(["periksa", str(path), "--pilih", "S02", "--pantau"]) == 0
    captured = capsys.readouterr()
    assert captured.out.count("S02 kata-kerja-aktif") > 0
    assert captured.out.rstrip().endswith("Tidak ada temuan pada 1 sasaran dan 1 indikator.")
    assert captured.err.count("Menunggu perubahan berkas; Ctrl+C untuk berhenti.") == 2


def test_a_file_that_cannot_be_read_for_now_does_not_end_the_watch(tmp_path, monkeypatch, capsys):
    path = tmp_path / "rencana.csv"
    path.write_text("", encoding="utf-8")
    mend = lambda: path.write_text(ROWS, encoding="utf-8")  # noqa: E731 - a deed
    monkeypatch.setattr(periksa.time, "sleep", User(mend).wait)
    assert run(["periksa", str(path), "--pilih", "S02", "--pantau"]) == 1
    assert "rencana.csv" in capsys.readouterr().err


def test_a_column_map_that_is_mended_holds_at_once(tmp_path, monkeypatch, capsys):
    path, peta = tmp_path / "rencana.csv", tmp_path / "kolom.yaml"
    path.write_text(ROWS.replace("sasaran", "isi"), encoding="utf-8")
    peta.write_text("tabel: [{kolom: {isi: abaikan}}]", encoding="utf-8")
    mend = lambda: peta.write_text("tabel: [{kolom: {isi: sasaran}}]", encoding="utf-8")  # noqa: E731 - a deed
    monkeypatch.setattr(periksa.time, "sleep", User(mend).wait)
    assert run(["periksa", str(path), "--pilih", "S02", "--pantau", "--peta", str(peta)]) == 1
    assert capsys.readouterr().out.count("S02 kata-kerja-aktif") > 0


def watched_with_project(tmp_path, monkeypatch, *contents):
    """The exit code of a watch while the project file is saved with each of `contents`, the first before it begins."""
    path, project = tmp_path / "rencana.csv", tmp_path / "indikator.yaml"
    path.write_text(ROWS, encoding="utf-8")
    first, *later = contents
    project.write_text(first, encoding="utf-8")
    saves = [partial(project.write_text, content, encoding="utf-8") for content in later]
    monkeypatch.setattr(periksa.time, "sleep", User(*saves).wait)
    return run(["periksa", str(path), "--pantau"])


def test_a_project_file_that_is_changed_holds_at_once(tmp_path, monkeypatch):
    assert watched_with_project(tmp_path, monkeypatch, "pilih: [S02]") == 1
    assert watched_with_project(tmp_path, monkeypatch, "pilih: [S02]", "pilih: [S03]") == 0


def test_a_faulty_project_file_is_told_and_does_not_end_the_watch(tmp_path, monkeypatch, capsys):
    assert watched_with_project(tmp_path, monkeypatch, "pilih: [S03]", "pilihan: [S02]") == 2
    assert "indikator.yaml, baris 1: bagian “pilihan” tidak dikenal." in capsys.readouterr().err
    assert watched_with_project(tmp_path, monkeypatch, "pilih: [S03]", "pilihan: [S02]", "pilih: [S02]") == 1


def test_outputs_among_the_documents_call_for_no_check(tmp_path, monkeypatch, capsys):
    (tmp_path / "rencana.csv").write_text(ROWS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(periksa.time, "sleep", User(nothing, nothing).wait)
    run(["periksa", "*.*", "--pilih", "S02", "--pantau", "--kertas-kerja", "kertas.xlsx", "--ke", "laporan.csv"])
    assert capsys.readouterr().err.count("Menunggu perubahan berkas") == 1


def test_standard_input_cannot_be_watched(capsys):
    assert run(["periksa", "-", "--pantau"]) == 2
    assert "Masukan baku tidak dapat dipantau" in capsys.readouterr().err
