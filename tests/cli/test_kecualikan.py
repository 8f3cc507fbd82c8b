"""`indikator kecualikan`, and waivers beside a document."""

import json

import openpyxl
import pytest
import yaml

from indikator_rules.cli import run

FAULTY = """\
# Draf pertama
simpul:
- {id: S1, tingkat: program, pernyataan: Meningkatkan kualitas layanan perpustakaan}
"""
WHY = ["--alasan", "Amanat RPJMD", "--pejabat", "Kepala Bappeda", "--sampai", "31 Desember 2999"]


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draf.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def s02(arguments, capsys):
    run(["periksa", *map(str, arguments), "--format", "json"])
    return [one for one in json.loads(capsys.readouterr().out)["findings"] if one["code"] == "S02"]


def test_a_waiver_is_written_into_the_document_and_then_holds(draft, capsys):
    [before] = s02([draft], capsys)
    assert run(["kecualikan", str(draft), "S1", "kata-kerja-aktif", *WHY]) == 0
    written = draft.read_text(encoding="utf-8")
    assert written.startswith(FAULTY)
    [waiver] = yaml.safe_load(written)["pengecualian"]
    assert (waiver["aturan"], waiver["simpul"], waiver["sidik"]) == ("S02", "S1", before["fingerprint"])
    [after] = s02([draft], capsys)
    assert after["waiver"] == {
        "alasan": "Amanat RPJMD",
        "pejabat": "Kepala Bappeda",
        "berlaku_sampai": "2999-12-31",
    }


def test_what_is_waived_already_is_not_waived_again(draft, capsys):
    run(["kecualikan", str(draft), "S1", "S02", *WHY])
    written = draft.read_text(encoding="utf-8")
    assert run(["kecualikan", str(draft), "S1", "S02", *WHY]) == 0
    assert draft.read_text(encoding="utf-8") == written
    assert "sudah dikecualikan" in capsys.readouterr().err


def test_waivers_of_a_sheet_stand_in_a_file_beside_it(tmp_path, capsys):
    book = openpyxl.Workbook()
    for row in (["Sasaran", "Indikator"], ["Meningkatkan kualitas layanan", "Indeks kepuasan"]):
        book.active.append(row)
    book.save(sheet := tmp_path / "draf.xlsx")
    beside = tmp_path / "pengecualian.yaml"
    given = [sheet, "--tingkat", "program", "--pengecualian", beside]
    beside.touch()
    [found] = s02(given, capsys)
    place = found["fingerprint"]
    assert run(["kecualikan", *map(str, [sheet, place, "S02", *WHY, *given[1:]])]) == 0
    assert s02(given, capsys)[0]["waiver"]["pejabat"] == "Kepala Bappeda"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"S1": "S9"}, "tidak ada temuan S02 pada “S9”"),
        ({"31 Desember 2999": "lusa"}, "Tanggal “lusa” tidak dapat dibaca"),
        ({"31 Desember 2999": "2020-01-31"}, "Tanggal 2020-01-31 sudah lewat"),
        ({"S02": "Z99"}, "Aturan “Z99” tidak ada"),
    ],
)
def test_what_cannot_be_waived_is_said(draft, capsys, change, message):
    arguments = ["kecualikan", str(draft), "S1", "S02", *WHY]
    assert run([change.get(argument, argument) for argument in arguments]) == 2
    assert message in capsys.readouterr().err
    assert draft.read_text(encoding="utf-8") == FAULTY


def test_a_file_of_waivers_must_be_one(draft, capsys):
    assert run(["periksa", str(draft), "--pengecualian", str(draft)]) == 2
    assert "bukan berkas pengecualian" in capsys.readouterr().err
