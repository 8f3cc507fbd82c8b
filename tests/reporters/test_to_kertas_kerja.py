"""The review sheets: what stands in them, that sums follow what people fill in, and that text stays text."""

import subprocess
from dataclasses import replace
from io import BytesIO

import pytest
from hostile import FORMULA, HOSTILE
from openpyxl import load_workbook

from indikator_rules.evaluator import review
from indikator_rules.finding import Finding, Severity
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.principles import criteria, principles
from indikator_rules.reading import Reading
from indikator_rules.reporters.neutral import one_line
from indikator_rules.reporters.tables_xlsx import OPEN_WORDS
from indikator_rules.reporters.to_kertas_kerja import LONGEST_TEXT, to_kertas_kerja
from indikator_rules.ruleset import load_rules

RULES = load_rules()
HEADINGS = 4
"""The row of the headings."""
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item></oor:items>"""


def node(statement="Meningkatnya kemantapan jalan", level="program", **more):
    indikator = {"nama": "Persentase jalan mantap", "satuan": "%", "target": {"2025": "80", "2026": "84"}}
    return {"tingkat": level, "pernyataan": statement, "unit": "Bidang Jalan", "indikator": [indikator], **more}


def document(*nodes, instansi="Dinas Contoh"):
    return Reading(Dokumen.model_validate({"instansi": instansi, "simpul": list(nodes)}))


CASCADE = document(
    node(
        "Meningkatkan konektivitas wilayah",
        "strategis",
        anak=[node(), node("Terlaksananya rapat", indikator=[{"nama": "Jumlah rapat", "satuan": "", "target": "12"}])],
    )
)


def content_of(*readings):
    return to_kertas_kerja(*review(readings, RULES), RULES)


def book_of(*readings, computed=True):
    return load_workbook(BytesIO(content_of(*readings)), data_only=computed)


def headings(sheet):
    return [cell.value for cell in sheet[HEADINGS]]


def rows(sheet):
    """The numbered rows, by heading."""
    names = headings(sheet)
    told = (dict(zip(names, row, strict=True)) for row in sheet.iter_rows(min_row=HEADINGS + 1, values_only=True))
    return [row for row in told if isinstance(row["No"], int)]


def labelled(sheet, label):
    """The cells of the row whose label begins so, by heading."""
    for row in sheet.iter_rows(min_row=HEADINGS + 1, values_only=True):
        if str(row[0]).startswith(label):
            return dict(zip(headings(sheet), row, strict=True))
    raise AssertionError(label)


def test_the_sheets_are_those_of_evaluators():
    assert book_of(CASCADE).sheetnames == ["Indikator", "Sasaran", "Kriteria LKE", "Empat prinsip", "Keterangan"]


def test_there_is_one_row_for_each_indicator_and_one_for_each_statement():
    book = book_of(CASCADE)
    assert [row["Indikator"] for row in rows(book["Indikator"])] == [
        "Persentase jalan mantap",
        "Persentase jalan mantap",
        "Jumlah rapat",
    ]
    assert rows(book["Indikator"])[0]["Target"] == "2025: 80\n2026: 84"
    assert rows(book["Sasaran"])[1]["Sasaran di atasnya"] == "Meningkatkan konektivitas wilayah"
    assert rows(book["Sasaran"])[1]["Tingkat dan pemilik"] == "Sasaran program · Bidang Jalan"


def test_every_cell_is_1_0_or_left_to_a_person_and_has_its_reason():
    (*_, meeting) = rows(book_of(CASCADE)["Indikator"])
    assert meeting["Relevan"] == 0
    assert meeting["Terukur"] == 0
    assert meeting["Menantang"] == OPEN_WORDS
    for title in ("Spesifik", "Terukur", "Dapat dicapai", "Relevan", "Berbatas waktu", "Menantang"):
        assert title in meeting["Alasan penilaian"]
        assert meeting[title] in (0, 1, OPEN_WORDS)
    assert "(U01, harus diperbaiki)." in meeting["Alasan penilaian"]


def guide(book):
    """What is told below each heading of the sheet of explanations."""
    return {row[0]: row[1] for row in book["Keterangan"].iter_rows(min_row=3, values_only=True)}


def test_reasons_that_come_on_many_rows_are_told_once_by_number():
    of_one_year = {"nama": "Persentase jalan mantap", "satuan": "%", "target": "80"}
    book = book_of(document(node(indikator=[of_one_year]), node("Menurunnya kemacetan", indikator=[of_one_year])))
    first, second = rows(book["Indikator"])
    assert "Perlu dinilai: Dapat dicapai (T08: sebab 1)" in first["Alasan penilaian"]
    assert "(T08: sebab 1)" in second["Alasan penilaian"]
    assert guide(book)["Sebab 1"] == "Besarnya perubahan target belum diketahui."
    assert "Lolos: Spesifik (I04, I05), Terukur (I01, U01, T01)" in first["Alasan penilaian"]


def test_what_could_not_be_judged_is_told_with_its_check():
    told = guide(book_of(CASCADE))["Pemeriksaan I11"]
    assert told.endswith("Belum dapat dilakukan pada 3 indikator karena definisi operasional belum dicantumkan.")


def test_totals_leave_out_how_files_were_read():
    note = Finding("B01", "tabel", Severity.CATATAN, "dokumen", "Tabel anggaran dilewati.", path="")
    report, verdicts = review((document(node()),), RULES)
    shown = to_kertas_kerja(replace(report, findings=(note, *report.findings)), verdicts, RULES)
    told = guide(load_workbook(BytesIO(shown)))
    assert "Tabel anggaran dilewati." in told["Tentang dokumen dan cara berkas dibaca"]
    assert told["Temuan seluruhnya"] == guide(book_of(document(node())))["Temuan seluruhnya"]


def test_sums_are_formulas_that_show_their_values():
    computed, written = book_of(CASCADE)["Indikator"], book_of(CASCADE, computed=False)["Indikator"]
    told = rows(computed)
    for label, value in (("Jumlah nilai 1", 1), ("Jumlah nilai 0", 0), ("Jumlah yang perlu manusia", OPEN_WORDS)):
        counted = labelled(computed, label)
        assert counted["Relevan"] == sum(row["Relevan"] == value for row in told)
        assert labelled(written, label)["Relevan"].startswith("=COUNTIF(")
    met = sum(row[title] == 1 for row in told for title in headings(computed)[5:10])
    assert labelled(computed, "Jumlah nilai 1")["Jumlah"] == met == sum(row["Jumlah"] for row in told)
    assert (
        labelled(computed, "Nilai 1 ÷ (banyaknya indikator × 5), yang perlu manusia dihitung 0")["Jumlah"] == met / 15
    )


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory):
    """A function that gives a workbook as LibreOffice computes it, whatever values are stored in it."""
    folder = tmp_path_factory.mktemp("hitung")
    (folder / "profil/user").mkdir(parents=True)
    (folder / "profil/user/registrymodifications.xcu").write_text(ALWAYS_RECALCULATE, encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless", "--convert-to"]

    def recalculate(content):
        (folder / "buku.xlsx").write_bytes(content)
        subprocess.run(
            [*command, "xlsx", "--outdir", folder / "hasil", folder / "buku.xlsx"], check=True, capture_output=True
        )
        return load_workbook(folder / "hasil/buku.xlsx", data_only=True)

    return recalculate


@pytest.mark.needs_program("soffice")
def test_libreoffice_computes_what_the_cells_show(recalculated):
    shown, computed = book_of(CASCADE), recalculated(content_of(CASCADE))
    for sheet in shown:
        for row in sheet.iter_rows():
            for cell in row:
                assert (computed[sheet.title][cell.coordinate].value or "") == pytest.approx(cell.value or "")


@pytest.mark.needs_program("soffice")
def test_shares_follow_what_a_person_fills_in(recalculated):
    book = book_of(CASCADE, computed=False)
    for row in book["Indikator"].iter_rows(min_row=HEADINGS + 1, max_row=HEADINGS + 3, min_col=6, max_col=11):
        for cell in row:
            cell.value = 1 if cell.value == OPEN_WORDS else cell.value
    filled = BytesIO()
    book.save(filled)
    sheet = recalculated(filled.getvalue())["Indikator"]
    least, most = (
        labelled(sheet, f"Nilai 1 ÷ (banyaknya indikator × 5), yang {OPEN_WORDS} dihitung {n}") for n in (0, 1)
    )
    assert labelled(sheet, "Jumlah yang perlu manusia")["Jumlah"] == 0
    assert least["Jumlah"] == most["Jumlah"] > labelled(book_of(CASCADE)["Indikator"], "Nilai 1 ÷")["Jumlah"]


def test_criteria_go_by_their_text_and_principles_by_their_name():
    book = book_of(CASCADE)
    told = rows(book["Kriteria LKE"])
    assert [row["Bunyi"] for row in told] == [f"{one.text} (butir {one.name})" for one in criteria()]
    assert [row["Bunyi"] for row in rows(book["Empat prinsip"])] == [one.text for one in principles()]
    form = told[1]
    assert (form["Sasaran yang dapat dinilai"], form["Memenuhi"], form["Persentase"]) == (3, 1, pytest.approx(1 / 3))
    assert form["Temuan"] == "1 harus diperbaiki\n2 sebaiknya diperbaiki"


def test_what_could_not_be_judged_is_never_a_share():
    unjudged = [row for row in rows(book_of(CASCADE)["Kriteria LKE"]) if not row["Sasaran yang dapat dinilai"]]
    assert unjudged
    assert {row["Persentase"] for row in unjudged} == {OPEN_WORDS}


def test_sheets_can_be_printed_and_scrolled():
    for sheet in book_of(CASCADE):
        assert sheet.page_setup.orientation == "landscape"
        assert int(sheet.page_setup.paperSize) == 9
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        if sheet.title != "Keterangan":
            assert sheet.print_title_rows == f"${HEADINGS}:${HEADINGS}"
            assert sheet.freeze_panes.endswith(str(HEADINGS + 1))


def told_of(text):
    """The formulas and the texts of the workbook on a document that says `text` wherever it can."""
    told = node(text, unit=text, indikator=[{"nama": text, "satuan": text, "target": text}])
    book = book_of(document(told, instansi=text), computed=False)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    return {cell.value for cell in cells if cell.data_type == "f"}, [c.value for c in cells if c.data_type == "s"]


@pytest.mark.parametrize("text", [*HOSTILE, "=1+1", "+1", "-1", "@SUM(A1)", "_x0041_"])
def test_text_of_a_document_stays_text(text):
    formulas, texts = told_of(text)
    assert formulas == told_of("Mutu jalan")[0]
    assert one_line(text).strip() in texts
    assert not [one for one in texts if not one.replace("\n", "").isprintable()]


def test_a_formula_written_in_a_document_is_not_one_here():
    book = book_of(document(node(FORMULA)), computed=False)
    (cell,) = [cell for cell in book["Sasaran"]["C"] if cell.value == FORMULA]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_long_texts_are_cut_and_totals_are_not():
    nodes = [node("Meningkatkan mutu " + "jalan " * 300) for _ in range(30)]
    book = book_of(document(*nodes))
    told = rows(book["Sasaran"])
    assert len(told) == 30
    assert max(len(row["Sasaran"]) for row in told) <= LONGEST_TEXT + 2
    assert labelled(book["Sasaran"], "Jumlah nilai 0")["Berorientasi hasil"] == 30


def test_several_documents_stand_below_their_names():
    book = book_of(document(node()), document(node(), instansi="Dinas Lain"))
    named = [row[0] for row in book["Indikator"].iter_rows(min_row=HEADINGS + 1, values_only=True)][:4]
    assert named == ["Dinas Contoh", 1, "Dinas Lain", 2]


def test_a_document_without_nodes_says_so():
    book = book_of(document())
    assert book["Indikator"].cell(HEADINGS + 1, 1).value == "Tidak ada indikator yang dapat dinilai."
    assert "Dinas Contoh" in book["Indikator"]["A2"].value
    assert "(I13, sebaiknya diperbaiki)" in book["Keterangan"]["B6"].value


def test_equal_input_gives_equal_bytes():
    assert content_of(CASCADE) == content_of(CASCADE)
