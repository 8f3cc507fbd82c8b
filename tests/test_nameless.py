"""Documents without names: nothing that is judged or written from them holds one, and the verdicts stay."""

from __future__ import annotations

import pytest

from indikator_rules import evaluate, load_rules, render
from indikator_rules.finding import Finding, Severity
from indikator_rules.location import Location, Locations
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.nameless import with_own_places, without_names
from indikator_rules.reading import Reading

NIP = "197012311990031001"
PLACE = Location("SKP Budi.xlsx", sheet="Budi S", cell="C7")


@pytest.fixture
def reading():
    dokumen = Dokumen.model_validate(
        {
            "judul": "SKP Drs. Budi Santoso, M.Si",
            "simpul": [
                {
                    "id": "tersusunnya-laporan-budi-santoso",
                    "tingkat": "individu",
                    "pernyataan": "Menyusun laporan Budi Santoso",
                    "jabatan": f"Analis (NIP {NIP})",
                    "indikator": [{"nama": "Jumlah laporan", "satuan": "laporan", "target": {"2026": "12"}}],
                },
                {
                    "id": "k2",
                    "tingkat": "individu",
                    "induk": "tersusunnya-laporan-budi-santoso",
                    "pernyataan": "Selesai",
                },
            ],
            "pengecualian": [
                {
                    "aturan": "R10",
                    "simpul": "tersusunnya-laporan-budi-santoso",
                    "alasan": "Sudah disepakati",
                    "pejabat": "Siti Aminah, S.H.",
                    "berlaku_sampai": "2999-12-31",
                }
            ],
        }
    )
    note = Finding(
        "B15", "isi", Severity.CATATAN, "dokumen", "Yang tidak ditempatkan: Joko", text="Joko", places=(PLACE,)
    )
    return Reading(dokumen, Locations({"simpul[0].pernyataan": (PLACE,)}), (note,), ("Joko",))


def test_no_report_holds_a_name(reading):
    report = evaluate(without_names([reading]).readings, load_rules())
    for form in ("teks", "json", "jsonl", "sarif", "junit", "github", "markdown", "csv"):
        written = render(report, form).casefold()
        assert [name for name in ("budi", "santoso", "aminah", "joko", NIP) if name in written] == []


def test_nodes_are_still_found_by_whoever_names_them(reading):
    (masked,) = without_names([reading]).readings
    first, second = masked.dokumen.simpul
    assert first.id == second.induk == masked.dokumen.pengecualian[0].simpul == "simpul-1"
    assert second.id == "k2"


def test_what_holds_no_name_stays_as_it_was(reading):
    (masked,) = without_names([reading]).readings
    assert masked.dokumen.simpul[0].indikator == reading.dokumen.simpul[0].indikator
    assert masked.dokumen.simpul[0].jabatan == "Analis (Nomor-A)"
    assert masked.dokumen.kolom is None


def test_files_are_called_by_number_and_sheets_when_they_bear_a_name(reading):
    masked, called = without_names([reading])
    (place,) = masked[0].locations.places["simpul[0].pernyataan"]
    assert place == PLACE._replace(file="dokumen-1.xlsx", sheet="lembar 1")
    report = evaluate(masked, load_rules())
    own = with_own_places(report, called)
    assert {place for finding in own.findings for place in finding.places} == {PLACE}
    assert {place.file for finding in report.findings for place in finding.places} == {"dokumen-1.xlsx"}


def test_the_verdicts_stay(reading):
    rules = load_rules()
    codes = [
        [finding.code for finding in evaluate(source, rules).findings]
        for source in (reading, *without_names([reading])[0])
    ]
    assert codes[0] == codes[1]
    assert "R10" in codes[0]
