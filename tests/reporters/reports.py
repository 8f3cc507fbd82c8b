"""A small report that shows every kind of thing a report can hold."""

from indikator_rules.finding import Assessment, Finding, Report, Severity, Share, Status
from indikator_rules.location import Location

FILE = "perjanjian-kinerja.docx"
STATEMENT = "Meningkatkan mutu layanan"
INDICATOR = "Kualitas layanan"


def cell(row, column):
    return Location(FILE, table=2, table_row=row, table_column=column)


def finding(**changes):
    """A finding about the statement, with some of its parts changed."""
    values = {
        "code": "S02",
        "name": "kata-kerja-aktif",
        "severity": Severity.GALAT,
        "field": "sasaran",
        "message": "“Meningkatkan” menyatakan upaya.",
        "path": "simpul[0]",
        "node": "S1",
        "row": "r1",
        "rows": ("r1", "r2"),
        "places": (cell(3, 2), cell(8, 2)),
        "text": STATEMENT,
        "span": (0, 12),
        "reason": "Upaya selalu dapat dilakukan.",
        "suggestion": "Tulis keadaannya.",
        "repair": "Meningkatnya mutu layanan",
        "basis": "PermenPANRB 88/2021",
        "aspect": "spesifik",
        "principle": "berbasis-hasil",
        "lke": ("1.b.4",),
        "fingerprint": "abc",
        "document": "Dinas Contoh",
        "level": "strategis",
        "statement": STATEMENT,
    }
    return Finding(**(values | changes))


def about_unit(**changes):
    values = {
        "code": "U02",
        "name": "satuan-tidak-sesuai",
        "severity": Severity.PERINGATAN,
        "field": "satuan",
        "message": "Satuan “dokumen” tidak lazim.",
        "path": "simpul[0].indikator[0]",
        "places": (cell(3, 4),),
        "text": "dokumen",
        "span": (0, 7),
        "repair": None,
        "indicator": INDICATOR,
    }
    return finding(**(values | changes))


def about_document(**changes):
    values = {
        "code": "B01",
        "name": "tabel-dilewati",
        "severity": Severity.CATATAN,
        "field": "dokumen",
        "message": "Tabel anggaran dilewati.",
        "path": "",
        "node": None,
        "row": None,
        "rows": (),
        "places": (Location(FILE, table=3),),
        "text": None,
        "span": None,
        "repair": None,
        "aspect": None,
        "principle": None,
        "lke": (),
        "level": None,
        "statement": None,
    }
    return finding(**(values | changes))


WAIVER = {"aturan": "S05", "alasan": "Amanat RPJMD", "pejabat": "Sekretaris Daerah", "berlaku_sampai": "2026-12-31"}

REPORT = Report(
    findings=(
        finding(),
        finding(code="S05", name="memuat-cara", severity=Severity.CATATAN, waiver=WAIVER),
        about_unit(),
        about_document(),
    ),
    assessments=(
        Assessment("T05", Status.TIDAK_DAPAT_DINILAI, "polarisasi kosong"),
        Assessment("T07", Status.TIDAK_DAPAT_DINILAI, "polarisasi kosong"),
        Assessment("I19", Status.PERLU_MANUSIA, "Apakah indikator ini relevan?", "simpul[0].indikator[0]", "r1"),
        Assessment("X01", Status.GAGAL, "Aturan berhenti sebelum selesai.", "simpul[0]", "r1"),
    ),
    nodes=1,
    indicators=1,
    shares={"selaras": Share(0, 0), "terukur": Share(2, 3), "1.b.4": Share(1, 3)},
    pack={"name": "baku", "version": "0.1.0", "profile": "pemda", "hash": "00ff"},
    input_hash="ff00",
    failed=True,
)
