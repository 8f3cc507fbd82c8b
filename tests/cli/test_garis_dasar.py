"""`indikator garis-dasar`, and what it changes in every kind of report."""

import json

import pytest

from indikator_rules.cli import run

OLD = "- {id: S1, tingkat: program, pernyataan: Meningkatkan kualitas layanan}\n"
NEW = "- {id: S2, tingkat: program, pernyataan: Melaksanakan pembinaan desa}\n"


@pytest.fixture
def taken(tmp_path):
    """A draft, and the baseline that was taken of it."""
    draft, baseline = tmp_path / "draf.yaml", tmp_path / "dasar.json"
    draft.write_text("simpul:\n" + OLD, encoding="utf-8")
    assert run(["periksa", str(draft)]) == 1
    assert run(["garis-dasar", str(draft), "--ke", str(baseline)]) == 0
    return draft, baseline


def check(taken, *options):
    return run(["periksa", str(taken[0]), "--garis-dasar", str(taken[1]), *options])


def test_only_what_came_later_fails(taken, capsys):
    assert check(taken) == 0
    page = capsys.readouterr().out
    assert "Sudah ada di garis dasar" in page
    assert "S02 kata-kerja-aktif “Meningkatkan kualitas layanan”, harus diperbaiki" in page
    assert "Tidak ada temuan baru pada 1 sasaran" in page
    taken[0].write_text("simpul:\n" + NEW + OLD, encoding="utf-8")
    assert check(taken) == 1


def test_known_findings_are_in_every_report_and_marked_there(taken, capsys):
    capsys.readouterr()
    check(taken, "--format", "json")
    report = json.loads(capsys.readouterr().out)
    assert report["summary"]["known"] == len(report["findings"]) > 0
    assert all(finding["known"] for finding in report["findings"])
    marks = {
        "sarif": '"baselineState": "unchanged"',
        "junit": "Sudah ada di garis dasar: ",
        "markdown": "## Sudah ada di garis dasar",
        "csv": ",sudah ada\n",
        "github": "sudah ada di garis dasar",
    }
    for form, mark in marks.items():
        check(taken, "--format", form)
        assert mark in capsys.readouterr().out


def test_no_baseline_is_taken_of_what_cannot_be_read(tmp_path, capsys):
    assert run(["garis-dasar", str(tmp_path / "tiada.yaml"), "--ke", str(tmp_path / "dasar.json")]) == 2
    assert "Garis dasar tidak dibuat" in capsys.readouterr().err
    assert not (tmp_path / "dasar.json").exists()
