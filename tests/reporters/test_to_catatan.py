"""The note on a review: what it says, what it leaves to people, and that it is a proper Word document."""

import subprocess
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from hostile import HOSTILE
from office_files import parts_of
from reports import REPORT, WAIVER, about_document, about_unit, finding

from indikator_rules.evaluator import review
from indikator_rules.finding import Assessment, Report, Severity, Status
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.reading import Reading
from indikator_rules.reporters.to_catatan import (
    BLANK,
    LONGEST_TEXT,
    MOST_BARS,
    MOST_CAUSES,
    MOST_EXAMPLES,
    MOST_LISTED,
    TITLE,
    to_catatan,
)
from indikator_rules.ruleset import load_rules

RULES = load_rules()


def content_of(report, judged=()):
    return to_catatan(report, judged, RULES)


def note_on(*findings, **parts):
    return docx.Document(BytesIO(content_of(Report(findings, **{"nodes": 9, "indicators": 12, **parts}))))


def words(note):
    """Everything the note says, its tables too, in reading order."""
    return "\n".join(
        "".join(text.text or "" for text in line.iter(qn("w:t"))) for line in note.element.body.iter(qn("w:p"))
    )


def table(note, heading):
    """The rows of the table with this heading, without the headings."""
    (found,) = [table for table in note.tables if heading in [cell.text for cell in table.rows[0].cells]]
    return [[cell.text for cell in row.cells] for row in found.rows[1:]]


def test_its_parts_stand_under_real_headings():
    note = note_on(finding(), about_unit())
    headings = [line.text for line in note.paragraphs if line.style.name.startswith("Heading")]
    assert headings == [
        "A. Dasar dan ruang lingkup",
        "B. Hasil reviu",
        "C. Perbaikan yang disarankan",
        "D. Hal yang perlu dinilai oleh tim reviu",
        "E. Hal yang belum dapat dinilai",
        "Penutup",
        "Lampiran: dasar pemeriksaan",
    ]


def test_what_a_signer_fills_in_is_blank():
    note = note_on(finding())
    told = words(note)
    for label in ("Nomor", "Tanggal", "Disampaikan kepada", "Direviu oleh"):
        assert f"{label}\n: {BLANK}" in told
    assert f"NIP {BLANK}" in told
    assert f"surat tugas {BLANK}" in told


def test_totals_tell_every_severity_and_how_many_statements_are_concerned():
    note = note_on(finding(), about_unit(), finding(code="S14", severity=Severity.CATATAN, path="simpul[3]"))
    assert "Terdapat 3 temuan, yaitu 1 harus diperbaiki, 1 sebaiknya diperbaiki, dan 1 catatan." in words(note)
    assert "Dari 9 sasaran, 1 sasaran memuat hal yang harus atau sebaiknya diperbaiki." in words(note)


def test_what_is_written_stands_beside_what_is_proposed():
    row, _ = table(note_on(finding(), about_unit(path="simpul[1].indikator[0]")), "Usulan perbaikan")
    assert row[0] == "1."
    assert row[1].startswith(
        "Sasaran ditulis sebagai upaya, bukan keadaan (S02)\nHarus diperbaiki, pada 1 sasaran. Perbaikannya menuntaskan 1 sasaran."
    )
    assert row[2:] == ["Sasaran strategis “Meningkatkan mutu layanan”", "“Meningkatnya mutu layanan”"]


def test_what_only_people_can_word_is_blank():
    (row,) = table(note_on(about_unit()), "Usulan perbaikan")
    assert row[2:] == ["Indikator “Kualitas layanan”\nSatuan: dokumen", BLANK]


def test_a_missing_text_is_told_as_empty():
    (row,) = table(note_on(about_unit(code="U01", text=None)), "Usulan perbaikan")
    assert row[2] == "Indikator “Kualitas layanan”\nSatuan: (kosong)"


def test_the_repair_that_clears_most_statements_stands_first():
    many = [finding(code="S09", path=f"simpul[{number}]", text=str(number)) for number in range(3)]
    rows = table(note_on(finding(path="simpul[8]"), *many), "Usulan perbaikan")
    assert "S09" in rows[0][1]
    assert "Perbaikannya menuntaskan 3 sasaran.\n" in rows[0][1]
    assert "Perbaikannya menuntaskan 1 sasaran; bersama perbaikan di atasnya menjadi 4.\n" in rows[-1][1]


def test_a_cause_is_told_once_beside_all_its_texts():
    many = [finding(path=f"simpul[{number}]", text=f"Teks {number}", repair=None) for number in range(3)]
    note = note_on(*many)
    (found,) = [table for table in note.tables if table.rows[0].cells[-1].text == "Usulan perbaikan"]
    joined = [row._tr.tc_lst[1].tcPr.find(qn("w:vMerge")).get(qn("w:val")) for row in found.rows[1:]]
    assert joined == ["restart", "continue", "continue"]


def test_questions_wait_for_an_answer():
    asked = finding(code="R05", severity=Severity.TANYA, message="Bagaimana ini membantu?")
    left = Assessment("X01", Status.PERLU_MANUSIA, "Apakah ini relevan?")
    rows = table(note_on(asked, assessments=(left,)), "Tanggapan penyusun")
    assert rows == [["1", "Bagaimana ini membantu?", BLANK], ["2", "Apakah ini relevan?", BLANK]]


def test_what_a_machine_cannot_judge_is_always_said():
    for note in (note_on(), note_on(finding())):
        assert "Kebenaran hubungan sebab-akibat antara sasaran dan sasaran di atasnya." in words(note)


def test_what_could_not_be_judged_is_told_by_reason_and_never_passed():
    lacking = (
        Assessment("T05", Status.TIDAK_DAPAT_DINILAI, "sumber-data kosong"),
        Assessment("T06", Status.TIDAK_DAPAT_DINILAI, "sumber-data kosong"),
        Assessment("T07", Status.TIDAK_DAPAT_DINILAI, "“pertama(target) lebih buruk” tidak dapat dipastikan"),
    )
    note = note_on(assessments=lacking)
    assert "tidak dianggap lolos" in words(note)
    first, second = table(note, "Sebab")
    assert first[0] == "Sumber data belum dicantumkan"
    assert "(T05)" in first[1]
    assert "(T06)" in first[1]
    assert second[0] == "Target belum cukup jelas untuk menilainya"


def test_waived_and_known_findings_are_told_apart():
    note = note_on(finding(waiver=WAIVER), about_unit(known=True))
    assert "Tidak ada rumusan yang harus atau sebaiknya diperbaiki." in words(note)
    assert table(note, "Pejabat dan batas waktu")[0][1:] == ["Amanat RPJMD", "Sekretaris Daerah, sampai 2026-12-31"]
    assert "Sebanyak 1 temuan sudah tercatat pada garis dasar" in words(note)


def test_notes_about_reading_are_no_findings():
    told = words(note_on(about_document()))
    assert "Cara berkas dibaca:\nTabel anggaran dilewati." in told
    assert "Terdapat" not in told


def test_the_annex_gives_the_basis_of_each_check():
    rows = table(note_on(finding(), about_unit()), "Butir LKE")
    assert [row[0] for row in rows] == ["S02", "U02"]
    assert rows[0][2:] == ["PermenPANRB 88/2021", "1.b.4"]


def test_long_findings_are_cut_and_totals_are_not():
    texts = [finding(path=f"simpul[{number}]", text=f"{number} " + "kata " * 400, repair=None) for number in range(40)]
    kinds = [finding(code=f"X{number:02}", path=f"simpul[{number}]") for number in range(30)]
    questions = [finding(code="R05", severity=Severity.TANYA, message=f"Mengapa {number}?") for number in range(30)]
    note = note_on(*texts, *kinds, *questions, nodes=40)
    told = words(note)
    assert "Terdapat 100 temuan, yaitu 70 harus diperbaiki dan 30 perlu ditanyakan." in told
    assert f"dan {40 - MOST_EXAMPLES} rumusan lain" in told
    assert f"Masih ada {30 - MOST_LISTED} pertanyaan lain" in told
    rows = table(note, "Usulan perbaikan")
    assert len({row[0] for row in rows}) == MOST_CAUSES
    assert all(len(row[2]) < LONGEST_TEXT + 60 for row in rows)
    assert len(table(note, "Penyebab lainnya")) == 31 - MOST_CAUSES


def test_headings_of_tables_are_repeated_and_rows_stay_whole():
    for found in note_on(finding(), about_unit()).tables[1:]:
        first, *others = found.rows
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in others)


def test_pages_are_numbered_and_nobody_is_named():
    note = note_on(finding())
    fields = [field.get(qn("w:instr")) for field in note.sections[0].footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    properties = note.core_properties
    assert (properties.title, properties.author, properties.last_modified_by, properties.comments) == (
        TITLE,
        "",
        "",
        "",
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_document_stays_text(text):
    told = {"text": text, "message": text, "statement": text, "indicator": None, "repair": text, "document": text}
    note = note_on(finding(**told), finding(**told, code="R05", severity=Severity.TANYA))
    assert all(line.isprintable() for line in words(note).split("\n"))
    assert not [name for name in note.part.rels.values() if name.is_external]


def test_a_document_without_statements_says_so():
    reading = Reading(Dokumen.model_validate({"instansi": "Dinas Kosong", "simpul": []}))
    told = words(docx.Document(BytesIO(content_of(*review(reading, RULES)))))
    assert "Dokumen tidak memuat sasaran" in told
    assert "Dokumen yang direviu\n: Dinas Kosong" in told


def test_equal_input_gives_equal_bytes():
    assert content_of(REPORT) == content_of(REPORT)
    assert "word/document.xml" in parts_of(content_of(REPORT))


@pytest.mark.needs_program("soffice")
def test_libreoffice_opens_the_note(tmp_path):
    (tmp_path / "catatan.docx").write_bytes(content_of(REPORT))
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "catatan.docx"], check=True, capture_output=True)
    assert (tmp_path / "catatan.pdf").stat().st_size > 1_000


def units(*names):
    """A report and verdicts on faulty statements, one for each of these units."""
    simpul = [{"tingkat": "program", "pernyataan": "Meningkatkan mutu jalan", "unit": name} for name in names]
    reading = Reading(Dokumen.model_validate({"instansi": "Dinas Contoh", "simpul": simpul}))
    return review(reading, RULES)


def bars(note, heading):
    """The label, the widths of the parts, what they stand for, and the words of each row of a chart."""
    (found,) = [table for table in note.tables if table.rows[0].cells[0].text == heading]
    for row in found.rows[1:]:
        label, bar, said = row.cells
        parts = list(bar._tc.iter(qn("wp:inline")))
        yield (
            label.text,
            [int(part.extent.cx) for part in parts],
            [part.docPr.get("descr") for part in parts],
            said.text,
        )


def test_units_are_compared_by_bars_that_also_say_what_they_show():
    report, judged = units("Bidang A", "Bidang B", "Bidang B")
    first, second = bars(docx.Document(BytesIO(content_of(report, judged))), "Unit kerja")
    assert (first[0], second[0]) == ("Bidang B", "Bidang A")
    assert sum(first[1]) == pytest.approx(2 * sum(second[1]), abs=9)
    assert ", ".join(first[2]) == first[3]


def test_a_single_unit_is_compared_with_none():
    report, judged = units("Bidang A", "Bidang A")
    note = docx.Document(BytesIO(content_of(report, judged)))
    assert not [table for table in note.tables if table.rows[0].cells[0].text == "Unit kerja"]
    assert [label for label, *_ in bars(note, "Kriteria evaluasi")]


def test_many_units_are_summed_up():
    report, judged = units(*(f"Bidang {number}" for number in range(MOST_BARS + 5)))
    note = docx.Document(BytesIO(content_of(report, judged)))
    assert len(list(bars(note, "Unit kerja"))) == MOST_BARS
    each = sum(finding.path == "simpul[0]" for finding in report.findings)
    assert f"Selain itu {5 * each} temuan pada 5 unit kerja lain." in words(note)
