"""Column maps: what people say of columns holds in place of what headings say."""

import zipfile

import docx
import openpyxl
import pytest
from pdf_files import NEW_PAGE, ruled, write
from readings import lines, nodes

from indikator_rules.errors import DocumentError
from indikator_rules.importers import NoIndicatorError, read_file, read_map

WIDTHS = [30, 150, 150, 60, 60]
STRANGE = """\
DAFTAR KINERJA BIDANG 2026;;;;
;;;;
Urut;Yang dituju;Pengukur;Dalam;Besarnya
1;Meningkatnya derajat kesehatan;Persentase balita sehat;%;72,5
2;Meningkatnya mutu layanan;Indeks kepuasan;indeks;85,2
"""
MAP = "tabel:\n- baris_judul: 3\n  kolom: {B: sasaran program, Pengukur: indikator, D: satuan, E: target 2026}\n"


@pytest.fixture
def strange(tmp_path):
    path = tmp_path / "aneh.csv"
    path.write_text(STRANGE, encoding="utf-8")
    return path


@pytest.fixture
def mapped(tmp_path):
    """What the text of a map says."""

    def read(text):
        path = tmp_path / "kolom.yaml"
        path.write_text(text, encoding="utf-8")
        return read_map(path)

    return read


@pytest.fixture
def refused(mapped):
    """Why the text of a map is none."""

    def read(text):
        with pytest.raises(DocumentError) as refusal:
            mapped(text)
        return str(refusal.value).partition("kolom.yaml")[2]

    return read


def test_letters_and_headings_name_columns(strange, mapped):
    assert lines(strange, peta=mapped(MAP)) == [
        ("program", "Meningkatnya derajat kesehatan", "Persentase balita sehat", "%", {"2026": "72,5"}),
        ("program", "Meningkatnya mutu layanan", "Indeks kepuasan", "indeks", {"2026": "85,2"}),
    ]


def test_what_a_map_says_is_sure(strange, mapped):
    (reading,) = read_file(strange, peta=mapped(MAP))
    (table,) = reading.pembacaan.tabel
    assert {column.huruf: column.keyakinan.sebab for column in table.kolom if column.dibaca == "target"} == {
        "E": "ditetapkan dalam peta kolom"
    }
    assert {sure.sebab for sure in reading.pembacaan.simpul.values()} == {"tingkat ditetapkan dalam peta kolom"}


def test_columns_that_a_map_leaves_out_are_read_by_their_headings(tmp_path, mapped):
    path = tmp_path / "a.csv"
    path.write_text("Sasaran;Indikator;Satuan;Ukuran 2026\nMeningkatnya mutu;Nilai mutu;%;5\n", encoding="utf-8")
    peta = mapped("tabel: [{kolom: {Ukuran 2026: target 2026}}]")
    assert lines(path, peta=peta) == [(None, "Meningkatnya mutu", "Nilai mutu", "%", {"2026": "5"})]


def test_a_known_column_can_be_left_out(tmp_path, mapped):
    path = tmp_path / "a.csv"
    path.write_text("Sasaran;Indikator;Satuan;Target\nMeningkatnya mutu;Nilai mutu;%;5\n", encoding="utf-8")
    assert lines(path, peta=mapped("tabel: [{kolom: {Satuan: abaikan}}]"))[0][3] is None


def test_level_office_and_unit_hold_for_a_whole_table(strange, mapped):
    said = "tingkat: kegiatan\n  instansi: Dinas Contoh\n  unit: Bidang Satu"
    (reading,) = read_file(strange, peta=mapped(MAP.replace("sasaran program", "sasaran") + f"  {said}\n"))
    assert reading.dokumen.instansi == "Dinas Contoh"
    assert {(node.tingkat, node.unit) for node in nodes(reading).values()} == {("kegiatan", "Bidang Satu")}


def test_a_column_may_mix_levels(tmp_path, mapped):
    path = tmp_path / "a.csv"
    rows = "Isi;Pengukur\nMeningkatnya mutu;Nilai mutu\nProgram Pelayanan Publik;Persentase layanan\n"
    path.write_text(rows, encoding="utf-8")
    peta = mapped("tabel: [{baris_judul: 1, kolom: {A: sasaran strategis/program, B: indikator}}]")
    assert [line[0] for line in lines(path, peta=peta)] == ["strategis", "program"]


@pytest.fixture
def workbook(tmp_path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in ("PK 2026", "Catatan", "PK 2027"):
        sheet = book.create_sheet(name)
        for row in (["Isi", "Pengukur"], [f"Meningkatnya mutu {name}", f"Nilai mutu {name}"]):
            sheet.append(row)
    book.save(tmp_path / "pk.xlsx")
    return tmp_path / "pk.xlsx"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("lembar: PK 2026", ["Nilai mutu PK 2026"]),
        ("lembar: pk*", ["Nilai mutu PK 2026", "Nilai mutu PK 2027"]),
        ("berkas: pk.xlsx", ["Nilai mutu PK 2026", "Nilai mutu Catatan", "Nilai mutu PK 2027"]),
        ("berkas: P*.XLSX, lembar: Catatan", ["Nilai mutu Catatan"]),
    ],
)
def test_a_map_may_speak_of_some_files_and_sheets(workbook, mapped, said, read):
    peta = mapped(f"tabel: [{{{said}, baris_judul: 1, kolom: {{A: sasaran, B: indikator}}}}]")
    assert [line[2] for line in lines(workbook, peta=peta)] == read


def test_a_map_of_other_files_says_nothing(strange, mapped):
    with pytest.raises(NoIndicatorError):
        read_file(strange, peta=mapped(MAP.replace("- baris", "- berkas: lain.csv\n  baris")))


def test_headings_that_a_page_break_repeats_are_no_row(tmp_path, mapped):
    path = tmp_path / "a.csv"
    path.write_text("Isi;Ukur\nMutu layanan;Nilai mutu\nIsi;Ukur\nMutu jalan;Nilai jalan\n", encoding="utf-8")
    peta = mapped("tabel: [{baris_judul: [1, 1], kolom: {A: sasaran, B: indikator}}]")
    assert [line[1:3] for line in lines(path, peta=peta)] == [
        ("Mutu layanan", "Nilai mutu"),
        ("Mutu jalan", "Nilai jalan"),
    ]


def test_keys_of_rows_can_be_mapped(tmp_path, mapped):
    path = tmp_path / "a.jsonl"
    path.write_text('{"isi": "Meningkatnya mutu", "pengukur": "Nilai mutu", "besar": 5}\n', encoding="utf-8")
    peta = mapped("tabel: [{kolom: {isi: sasaran program, pengukur: indikator, besar: target}}]")
    assert lines(path, peta=peta) == [("program", "Meningkatnya mutu", "Nilai mutu", None, "5")]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("{Z: satuan}", "kolom “Z” tidak ada; yang ada adalah A “Urut”, B “Yang dituju”, C “Pengukur”, D “Dalam”"),
        ("{Warna: satuan}", "kolom “Warna” tidak ada"),
    ],
)
def test_columns_that_do_not_exist_are_named_with_those_that_do(strange, mapped, said, why):
    with pytest.raises(DocumentError, match=why):
        read_file(strange, peta=mapped(f"tabel: [{{baris_judul: 3, kolom: {said}}}]"))


def test_a_heading_that_stands_twice_does_not_name_a_column(tmp_path, mapped):
    path = tmp_path / "a.csv"
    path.write_text("Isi;Ukur;Ukur\nMutu layanan;Nilai mutu;%\n", encoding="utf-8")
    with pytest.raises(DocumentError, match="judul “Ukur” ada di beberapa kolom; sebutkan hurufnya: B, C"):
        read_file(path, peta=mapped("tabel: [{baris_judul: 1, kolom: {Isi: sasaran, Ukur: indikator}}]"))


@pytest.mark.parametrize(
    ("rows", "why"),
    [("baris_judul: 99, ", "baris judul 99 tidak ada"), ("", "baris judul tabel tidak ditemukan")],
)
def test_rows_of_headings_must_exist(strange, mapped, rows, why):
    with pytest.raises(DocumentError, match=why):
        read_file(strange, peta=mapped(f"tabel: [{{{rows}kolom: {{B: sasaran}}}}]"))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("kolom: 3", ": bukan peta kolom; tulislah daftar di bawah “tabel:”."),
        ("tabel:\n- kolum: {A: x}", ", baris 2: bagian “kolum” tidak dikenal. Maksud Anda “kolom”?"),
        ("tabel:\n- lembar: x\n  warna: y", ", baris 3: bagian “warna” tidak dikenal. Yang dikenal: berkas, lembar"),
        ("tabel:\n- lembar: x", ", baris 2: bagian “kolom” harus diisi"),
        ("tabel:\n- kolom:\n    A: indikatorr", ", baris 3: kolom “A”: bidang “indikatorr” tidak dikenal. Maksud Anda “indikator”?"),
        ("tabel:\n- kolom: {A: warna}", ", baris 2: kolom “A”: bidang “warna” tidak dikenal. Yang dikenal: sasaran, indikator"),
        ("tabel:\n- kolom: {A: sasaran progam}", ", baris 2: kolom “A”: tingkat “progam” tidak dikenal. Maksud Anda “program”?"),
        ("tabel:\n- kolom: {A: target kapan}", ", baris 2: kolom “A”: “kapan” di belakang “target” tidak dikenal."),
        ("tabel:\n- kolom: {A: [sasaran]}", ", baris 2: kolom “A”: tulislah misalnya “sasaran program”"),
        ("tabel:\n- {baris_judul: lima, kolom: {A: satuan}}", ", baris 2: bagian “baris_judul” harus nomor baris"),
        ("tabel:\n- {tingkat: eselon, kolom: {A: satuan}}", ", baris 2: bagian “tingkat” harus salah satu dari: tujuan"),
        ("tabel: [", ": susunan YAML keliru"),
    ],
)  # fmt: skip
def test_what_a_map_cannot_say_is_answered_with_what_it_can(refused, text, why):
    assert refused(text).startswith(why)


def test_a_map_that_is_not_there_is_said(tmp_path):
    with pytest.raises(DocumentError, match="peta kolom tidak ditemukan"):
        read_map(tmp_path / "tidak-ada.yaml")


def test_when_nothing_is_understood_what_was_seen_is_kept(strange):
    with pytest.raises(NoIndicatorError) as refusal:
        read_file(strange)
    (table,) = refusal.value.tabel
    assert table.baris_judul == (3, 3)
    assert [(column.huruf, column.judul, column.dugaan) for column in table.kolom] == [
        ("A", "Urut", "abaikan"),
        ("B", "Yang dituju", "sasaran"),
        ("C", "Pengukur", "indikator"),
        ("D", "Dalam", "satuan"),
        ("E", "Besarnya", "target"),
    ]
    assert refusal.value.baris[0] == "DAFTAR KINERJA BIDANG 2026"


def test_a_table_without_headings_can_be_mapped_by_letters(tmp_path, mapped):
    path = tmp_path / "a.csv"
    path.write_text(
        "Meningkatnya mutu;Nilai mutu;indeks;85\nMeningkatnya akses;Jumlah akses;orang;13\n", encoding="utf-8"
    )
    with pytest.raises(NoIndicatorError) as refusal:
        read_file(path)
    (table,) = refusal.value.tabel
    assert table.baris_judul == (0, 0)
    assert [column.dugaan for column in table.kolom] == ["sasaran", "indikator", "satuan", "target"]
    peta = mapped("tabel: [{baris_judul: 0, kolom: {A: sasaran, B: indikator, C: satuan, D: target}}]")
    assert [line[2:] for line in lines(path, peta=peta)] == [
        ("Nilai mutu", "indeks", "85"),
        ("Jumlah akses", "orang", "13"),
    ]
    (reading,) = read_file(path, peta=peta)
    assert reading.pembacaan.tabel[0].baris_judul == (0, 0)


def test_a_map_that_repeats_a_heading_changes_nothing(tmp_path, mapped):
    path = tmp_path / "a.csv"
    rows = "Bidang Urusan/ Program;Indikator\nURUSAN PERPUSTAKAAN;\nProgram Pembinaan;Persentase pembinaan\n"
    path.write_text(rows, encoding="utf-8")
    assert lines(path, peta=mapped("tabel: [{kolom: {A: sasaran program}}]")) == lines(path)


OWN_HEADING = ["Urut", "Isi", "Pengukur", "Dalam", "Besar"]
OWN_COLUMNS = "B: sasaran, C: indikator, D: satuan, E: target"


def test_a_table_of_a_pdf_is_named_by_its_page_and_read_over_the_next(tmp_path, mapped):
    rows = [[str(n), f"Meningkatnya layanan ke {n}", f"Indeks layanan {n}", "Indeks", f"{n},5"] for n in range(1, 61)]
    path = write(tmp_path / "renstra.pdf", "KATA PENGANTAR", NEW_PAGE, ruled([OWN_HEADING, *rows], WIDTHS, repeat=1))
    peta = mapped(f"tabel: [{{halaman: 2, baris_judul: 1, kolom: {{{OWN_COLUMNS}}}}}]")
    assert [line[1:] for line in lines(path, peta=peta)] == [tuple(row[1:]) for row in rows]


@pytest.mark.parametrize("number", [1, 2])
def test_a_table_of_a_word_document_is_named_by_its_number(tmp_path, mapped, number):
    document = docx.Document()
    for name in ("pertama", "kedua"):
        table = document.add_table(rows=0, cols=5)
        for row in (OWN_HEADING, ["1", f"Meningkatnya mutu {name}", f"Nilai mutu {name}", "%", "5"]):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.add_paragraph("lalu")
    document.save(tmp_path / "pk.docx")
    peta = mapped(f"tabel: [{{tabel: {number}, baris_judul: 1, kolom: {{{OWN_COLUMNS}}}}}]")
    assert [line[2] for line in lines(tmp_path / "pk.docx", peta=peta)] == [
        f"Nilai mutu {['pertama', 'kedua'][number - 1]}"
    ]


def test_files_in_an_archive_are_named_as_files_are(workbook, mapped, tmp_path):
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as archive:
        archive.write(workbook, "dalam/pk.xlsx")
    peta = mapped("tabel: [{berkas: pk.xlsx, lembar: Catatan, baris_judul: 1, kolom: {A: sasaran, B: indikator}}]")
    assert [line[2] for line in lines(tmp_path / "set.zip", peta=peta)] == ["Nilai mutu Catatan"]


def test_a_sheet_of_which_a_map_tells_is_read_as_a_table(tmp_path, mapped):
    book = openpyxl.Workbook()
    for row in (["Sasaran Strategis", "", "Indikator", ""], ["Meningkatnya mutu", "x", "Indeks mutu", "80"]):
        book.active.append(row)
    book.active.merge_cells("A1:B1")
    book.save(tmp_path / "a.xlsx")
    peta = mapped("tabel: [{baris_judul: 1, kolom: {B: unit, D: target}}]")
    (reading,) = read_file(tmp_path / "a.xlsx", peta=peta)
    (node,) = reading.dokumen.simpul
    assert (node.unit, node.indikator[0].target) == ("x", "80")
