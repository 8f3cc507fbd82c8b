"""`indikator banding`: two drafts, two periods."""

import json

import openpyxl
import pytest

from indikator_rules.cli import run

HEADINGS = ["Sasaran Program", "Indikator", "Satuan", "Target 2026", "Realisasi 2026"]
FIRST = [
    ["Meningkatkan layanan perpustakaan keliling", "Jumlah pemustaka", "orang", 100, 90],
    ["Menurunnya buta aksara orang dewasa", "Persentase orang dewasa buta aksara", "%", 12, 11],
    ["Meningkatnya ketersediaan bacaan desa", "Rasio buku per penduduk desa", "rasio", 2, 1],
]
SECOND = [
    ["Meningkatnya ketersediaan bacaan di desa", "Rasio buku per penduduk desa", "rasio", 3, 2],
    ["Meningkatkan layanan perpustakaan keliling", "Jumlah pemustaka keliling", "orang", 100, 95],
    ["Mengadakan lomba bertutur", "Jumlah peserta lomba bertutur", "orang", 40, 41],
]


@pytest.fixture
def sheets(tmp_path):
    def write(name, rows):
        book = openpyxl.Workbook()
        for row in (HEADINGS, *rows):
            book.active.append(row)
        book.save(tmp_path / name)
        return str(tmp_path / name)

    return write("draf-1.xlsx", FIRST), write("draf-2.xlsx", SECOND)


def compared(sheets, capsys, *options):
    code = run(["banding", *sheets, "--format", "json", *options])
    return code, json.loads(capsys.readouterr().out)


def test_a_new_fault_fails_and_an_old_one_does_not(sheets, capsys):
    code, told = compared(sheets, capsys, "--pilih", "S02")
    assert code == 1
    assert [(one["status"], one["text"]) for one in told["findings"]] == [
        ("tetap", "Meningkatkan layanan perpustakaan keliling"),
        ("baru", "Mengadakan lomba bertutur"),
    ]
    assert compared((sheets[1], sheets[1]), capsys, "--pilih", "S02")[0] == 0


def test_two_periods_show_indicators_renamed_added_dropped_and_values_changed(sheets, capsys):
    _, told = compared(sheets, capsys)
    by_link = {link: [] for link in ("sama", "ditambah", "dihapus")}
    for change in told["indicators"]:
        by_link[change["link"]].append((change["new"] or change["old"])["text"])
    assert by_link["ditambah"] == ["Jumlah peserta lomba bertutur"]
    assert by_link["dihapus"] == ["Persentase orang dewasa buta aksara"]
    renamed = next(change for change in told["indicators"] if change["reworded"])
    assert (renamed["old"]["text"], renamed["new"]["text"]) == ("Jumlah pemustaka", "Jumlah pemustaka keliling")
    assert renamed["values"] == [{"field": "realisasi", "period": "2026", "old": "90", "new": "95"}]


def test_the_page_for_people_names_both_drafts(sheets, capsys):
    run(["banding", *sheets])
    page = capsys.readouterr().out
    assert page.startswith(f"{sheets[0]} → {sheets[1]}\n")
    assert "Sebelum dan sesudah" in page


def test_a_draft_that_cannot_be_read_compares_with_nothing(sheets, tmp_path, capsys):
    assert run(["banding", str(tmp_path / "tiada.xlsx"), sheets[1]]) == 2
    assert "tiada.xlsx" in capsys.readouterr().err
