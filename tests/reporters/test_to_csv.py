import csv
from io import StringIO

import pytest
from hostile import HOSTILE
from reports import REPORT, WAIVER, finding

from indikator_rules.finding import Report
from indikator_rules.reporters.to_csv import to_csv


def rows_of(report):
    return list(csv.DictReader(StringIO(to_csv(report).removeprefix("\ufeff"))))


def test_the_file_begins_with_a_byte_order_mark_and_its_headings():
    assert to_csv(Report(())).startswith("\ufeffStatus,Keparahan,Kode,")
    assert len(to_csv(Report(())).splitlines()) == 1


def test_a_row_says_everything_about_a_finding():
    (row,) = rows_of(Report((finding(),)))
    assert (row["Status"], row["Keparahan"], row["Kode"]) == ("temuan", "Harus diperbaiki", "S02")
    assert row["Letak"] == "tabel 2, baris 3, kolom 2 · tabel 2, baris 8, kolom 2"
    assert row["Usulan"] == "Meningkatnya mutu layanan"
    assert row["Sidik"] == "abc"


def test_a_waived_finding_says_by_whom():
    (row,) = rows_of(Report((finding(waiver=WAIVER),)))
    assert (row["Status"], row["Pejabat"], row["Berlaku sampai"]) == ("dikecualikan", "Sekretaris Daerah", "2026-12-31")
    assert row["Keparahan"] == "Harus diperbaiki"


def test_checks_that_were_not_made_have_rows_too():
    rows = rows_of(REPORT)
    assert [row["Status"] for row in rows[-4:]] == ["tidak-dapat-dinilai"] * 2 + ["perlu-manusia", "gagal"]


def test_no_finding_is_left_out():
    assert len(rows_of(Report((finding(),) * 3000))) == 3000


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_documents_is_no_formula(text):
    one = finding(message=text, text=text, document=text, waiver={**WAIVER, "alasan": text, "pejabat": text})
    (row,) = rows_of(Report((one,)))
    for cell in row.values():
        assert not cell.lstrip().startswith(("=", "+", "-", "@"))
        assert cell.isprintable()
