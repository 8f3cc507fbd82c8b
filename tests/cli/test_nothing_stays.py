"""Nothing of a document stays behind: no passing copy, whether the work ends by itself or is ended."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile

import pytest

from indikator_rules.cli import run

ROWS = "tingkat,sasaran,indikator,satuan,target\nprogram,Meningkatkan mutu,Indeks mutu,indeks,3\n"
_STOP_WHILE_READING = """\
import os, signal, sys
from pathlib import Path
from indikator_rules import cli, importers

def read(path, **_how):
    assert list(Path(os.environ["TMPDIR"]).rglob("*.csv")), "there is a passing copy now"
    os.kill(os.getpid(), signal.{name})

sys.modules["indikator_rules.importers.from_csv"] = type(sys)("from_csv")
sys.modules["indikator_rules.importers.from_csv"].from_csv = read
cli.main()
"""


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "arsip.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("rencana.csv", ROWS)
    return path


@pytest.fixture
def passing(tmp_path, monkeypatch):
    """The folder for passing files."""
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def test_no_passing_copy_is_left_when_all_is_written(archive, passing, tmp_path):
    targets = {"--kertas-kerja": "k.xlsx", "--catatan": "c.docx", "--html": "h.html"}
    run(
        [
            "periksa",
            str(archive),
            *(part for option, name in targets.items() for part in (option, str(tmp_path / name))),
        ]
    )
    assert all((tmp_path / name).exists() for name in targets.values())
    assert list(passing.rglob("*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot send itself these signals there")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_no_passing_copy_is_left_when_the_work_is_ended(archive, passing, name):
    program = [sys.executable, "-c", _STOP_WHILE_READING.format(name=name), "periksa", str(archive)]
    ended = subprocess.run(program, capture_output=True, text=True, env=os.environ, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.lstrip() == "indikator: Dihentikan sebelum selesai.\n"
    assert list(passing.rglob("*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot send itself these signals there")
def test_no_passing_copy_of_standard_input_is_left(passing):
    program = [sys.executable, "-c", _STOP_WHILE_READING.format(name="SIGTERM"), "periksa", "-"]
    ended = subprocess.run(program, input=ROWS, capture_output=True, text=True, env=os.environ, check=False)
    assert ended.stderr.lstrip() == "indikator: Dihentikan sebelum selesai.\n"
    assert list(passing.rglob("*")) == []
