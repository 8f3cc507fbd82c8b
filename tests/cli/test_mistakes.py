"""What goes wrong inside is told without a word of the document."""

from __future__ import annotations

import errno
import re

import pytest

from indikator_rules.cli import run
from indikator_rules.cli.mistakes import told
from indikator_rules.errors import DocumentError

CONTENT = "Budi Santoso, NIP 197012311990031001"


def fails(error):
    def work():
        raise error

    return work


def test_a_fault_of_the_program_is_told_by_its_kind_and_place_alone(capsys):
    assert told(fails(ValueError(CONTENT))) == 2
    said = capsys.readouterr().err
    assert "Budi" not in said
    assert re.search(r"program \(ValueError, [\w.]*test_mistakes:\d+\);", said)
    assert said.endswith("Pesan ini tidak memuat isi dokumen.\n")


def test_the_place_in_this_program_is_told_when_a_library_fails(monkeypatch, tmp_path, capsys):
    (tmp_path / "a.csv").write_text(CONTENT, encoding="utf-8")
    monkeypatch.setattr("indikator_rules.importers.from_csv.read_grids", lambda *_, **__: re.compile("(" + CONTENT))
    assert run(["periksa", str(tmp_path / "a.csv")]) == 2
    said = capsys.readouterr().err
    assert re.search(r"indikator_rules\.importers\.\w+:\d+, re\.\w+:\d+\);", said)
    assert "Budi" not in said


def test_a_request_that_is_impossible_is_told_in_its_own_words(capsys):
    assert told(fails(DocumentError("draf.xlsx: berkas rusak."))) == 2
    assert capsys.readouterr().err == "indikator: draf.xlsx: berkas rusak.\n"


@pytest.mark.parametrize(("error", "words"), [(errno.EACCES, "periksa izinnya"), (errno.ENOSPC, "periksa ruang")])
def test_what_the_system_refuses_is_told_with_the_file(error, words, capsys):
    assert told(fails(OSError(error, CONTENT, "hasil.xlsx"))) == 2
    said = capsys.readouterr().err
    assert said.startswith("indikator: hasil.xlsx: ")
    assert words in said
    assert "Budi" not in said
