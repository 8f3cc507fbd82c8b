"""PDF files as office programs and browsers make them, and the documents that they are made from."""

import subprocess

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties

YEARS = ("2025", "2026", "2027", "2028", "2029")
_THIN = Side(style="thin")


def printed(page, folder):
    """The PDF that a browser prints of the HTML file `page` into `folder`, with date and address in the margins."""
    path = folder / f"{page.stem}.pdf"
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profil'}"]
    command = ["chromium", *options, f"--print-to-pdf={path}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True)
    return path


def converted(sources, folder):
    """The PDF files that LibreOffice makes of `sources`, in order."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless"]
    subprocess.run([*command, "--convert-to", "pdf", "--outdir", folder, *sources], check=True, capture_output=True)
    return [folder / f"{source.stem}.pdf" for source in sources]


def _table(document, rows, *, headings=1, widths=()):
    """A table in which "<" continues the cell to the left and "^" the cell above; its headings repeat on every page."""
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text not in {"<", "^"}:
                table.cell(at, column).text = text
                for paragraph in table.cell(at, column).paragraphs:
                    for run in paragraph.runs:
                        run.font.size = Pt(9)
    for column, width in enumerate(widths):
        table.columns[column].width = Cm(width)
    _merge(table, rows)
    for row in table.rows[:headings]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _merge(table, rows):
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text == "<" and (column + 1 == len(row) or row[column + 1] != "<"):
                left = max(before for before in range(column) if row[before] != "<")
                table.cell(at, left).merge(table.cell(at, column))
            if text == "^" and (at + 1 == len(rows) or rows[at + 1][column] != "^"):
                top = max(above for above in range(at) if rows[above][column] != "^")
                table.cell(top, column).merge(table.cell(at, column))


def statement(document):
    """The page of a perjanjian kinerja that the two parties sign."""
    document.add_heading("PERNYATAAN PERJANJIAN KINERJA TAHUN 2026", 1)
    document.add_paragraph(
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi "
        "pada hasil, kami yang bertanda tangan di bawah ini:"
    )
    _table(document, [["Nama", ":", "Budi Santoso"], ["Jabatan", ":", "Camat Contoh Utara"]])
    document.add_paragraph(
        "Pihak pertama berjanji akan mewujudkan target kinerja sesuai lampiran perjanjian ini dalam rangka mencapai "
        "sasaran dan indikator kinerja jangka menengah. Keberhasilan dan kegagalan pencapaian target kinerja "
        "tersebut menjadi tanggung jawab kami."
    )
    _table(
        document,
        [
            ["Pihak Kedua,\nBupati Contoh", "Pihak Pertama,\nCamat Contoh Utara"],
            ["\n\nAnwar", "\n\nBudi Santoso\nNIP 19700101 199503 1 001"],
        ],
    )


def write_statement(path):
    """A perjanjian kinerja whose lampiran is missing."""
    document = docx.Document()
    statement(document)
    document.save(path)
    return path


def write_agreement(path):
    """A perjanjian kinerja with targets in words, and tables of programmes and of signatures around its own."""
    document = docx.Document()
    statement(document)
    document.add_page_break()
    document.add_paragraph("LAMPIRAN PERJANJIAN KINERJA")
    _table(
        document,
        [
            ["NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "TARGET"],
            ["1", "2", "3", "4"],
            [
                "1.",
                "Meningkatnya kualitas pelayanan publik di kecamatan",
                "Indeks Kepuasan Masyarakat (IKM) Kecamatan",
                "Nilai IKM minimal 88 (kategori Baik)",
            ],
            ["^", "^", "Persentase pengaduan yang ditindaklanjuti", "100% paling lambat 5 hari kerja"],
            [
                "2.",
                "Meningkatnya pemberdayaan masyarakat desa",
                "Jumlah desa yang menetapkan APBDes tepat waktu",
                "Terlaksananya penetapan APBDes pada 12 desa",
            ],
            ["3.", "Meningkatnya ketertiban umum", "Persentase gangguan ketertiban yang diselesaikan", ">= 95 %"],
        ],
        headings=2,
    )
    document.add_paragraph("")
    _table(
        document,
        [
            ["PROGRAM", "ANGGARAN (Rp)", "KET"],
            ["1. Program Penunjang Urusan Pemerintahan Daerah", "3.250.000.000", "APBD"],
            ["2. Program Pemberdayaan Masyarakat Desa", "450.000.000", "APBD"],
            ["JUMLAH", "3.700.000.000", ""],
        ],
    )
    document.save(path)
    return path


FISHERY = {
    "Meningkatnya pendapatan nelayan dan pembudidaya ikan": {
        "Nilai Tukar Nelayan": ("Indeks", "102,5", "103,1", "103,8", "104,4", "105"),
        "Nilai Tukar Pembudidaya Ikan": ("Indeks", "100,2", "100,9", "101,5", "102,2", "103"),
    },
    "Meningkatnya produksi perikanan": {
        "Jumlah produksi perikanan tangkap": ("Ton", "5200", "5300", "5400", "5500", "5600"),
        "Jumlah produksi perikanan budidaya": ("Ton", "3100", "3250", "3400", "3550", "3700"),
    },
}


def write_plan(path, chapters=4):
    """A renstra that names each of its four indicators in three tables, one target otherwise in the second of them."""
    document = docx.Document()
    document.add_heading("RENCANA STRATEGIS DINAS PERIKANAN TAHUN 2025-2029", 0)
    document.sections[0].footer.paragraphs[0].text = "Renstra Dinas Perikanan 2025-2029"
    _chapters(document, chapters)
    document.add_paragraph("Tabel 4.1 Tujuan dan Sasaran Jangka Menengah")
    targets = "TARGET KINERJA TUJUAN/SASARAN PADA TAHUN"
    goal = ["1", "Meningkatnya kesejahteraan masyarakat pesisir", "", "Pertumbuhan PDRB sektor perikanan", "%"]
    _table(
        document,
        [
            ["NO", "TUJUAN", "SASARAN", "INDIKATOR TUJUAN/SASARAN", "SATUAN", targets, "<", "<", "<", "<"],
            ["^"] * 5 + list(YEARS),
            [*goal, "3,1", "3,3", "3,5", "3,7", "4"],
            *(["^", "^", text, name, *values] for text, name, values in _fishery()),
        ],
        headings=2,
    )
    _chapters(document, chapters)
    _landscape(document)
    document.add_paragraph("Tabel 6.1 Rencana Program, Kegiatan, dan Pendanaan")
    _table(document, list(_programmes()), headings=2, widths=(2.6, 7, 5, 2, 2, 3, 2, 3))
    _landscape(document)
    _chapters(document, chapters)
    document.add_paragraph("Tabel 7.1 Indikator Kinerja yang Mengacu pada Tujuan dan Sasaran RPJMD")
    named = [(name, *values[1:]) for _, name, values in _fishery()]
    others = {("Nilai Tukar Pembudidaya Ikan", 2): "101,9"}
    _table(
        document,
        [
            ["NO", "INDIKATOR", "KONDISI KINERJA PADA AWAL PERIODE", "TARGET CAPAIAN SETIAP TAHUN", *"<<<<"],
            ["^"] * 3 + list(YEARS),
            *(
                [str(number), row[0], "99", *(others.get((row[0], at), row[at]) for at in range(1, 6))]
                for number, row in enumerate(named, start=1)
            ),
        ],
        headings=2,
    )
    document.add_page_break()
    document.add_paragraph("Lampiran: Indikator Kinerja Utama")
    _table(
        document,
        [
            ["No", "Sasaran Strategis", "Indikator Kinerja Utama", "Formulasi", "Sumber Data"],
            *([str(at), text, name, f"Rumus {at}", "BPS"] for at, (text, name, _) in enumerate(_fishery(), start=1)),
        ],
    )
    document.save(path)
    return path


def _fishery():
    """Every indicator with its statement, or "^" where it is that of the row above."""
    for text, indicators in FISHERY.items():
        for at, (name, values) in enumerate(indicators.items()):
            yield "^" if at else text, name, values


def _chapters(document, count):
    words = "Rencana strategis ini menjabarkan tujuan, sasaran, dan indikator kinerja ke dalam program dan kegiatan. "
    for number in range(count):
        document.add_heading(f"BAB {number + 1}", 1)
        for _ in range(4):
            document.add_paragraph(words * 4)
        document.add_page_break()


def _landscape(document):
    """Turns the pages that follow on their side, or back."""
    before = document.sections[-1]
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = before.page_height, before.page_width


def _programmes():
    yield [
        "KODE",
        "PROGRAM / KEGIATAN / SUB KEGIATAN",
        "INDIKATOR KINERJA",
        "SATUAN",
        "TAHUN 2026",
        "<",
        "TAHUN 2027",
        "<",
    ]
    yield ["^"] * 4 + ["TARGET", "PAGU (Rp)"] * 2
    for number in range(1, 7):
        code = f"3.25.0{number}"
        name = f"PROGRAM PENGELOLAAN PERIKANAN JENIS {number}"
        yield [code, name, f"Persentase pengelolaan jenis {number}", "%", "71", "1.200.000.000", "73", "1.300.000.000"]
        for part in (1, 2):
            text = f"Penyediaan sarana jenis {number} kelompok {part}"
            measure = f"Jumlah sarana jenis {number} kelompok {part} yang disediakan"
            yield [f"{code}.2.0{part}", text, measure, "Unit", "11", "200.000.000", "13", "210.000.000"]


def write_sheet_tree(path, *, coloured=True):
    """A pohon kinerja in a workbook: merged cells with edges are boxes, edges of cells between them the lines."""
    book = Workbook()
    sheet = book.active
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet["A1"] = "POHON KINERJA DINAS SOSIAL KABUPATEN CONTOH"
    for cells, text, colour in (
        ("G3:K5", "Menurunnya angka kemiskinan", "FFE699"),
        ("G6:K7", "Persentase penduduk miskin", "FFF2CC"),
        ("B11:F13", "Meningkatnya cakupan bantuan sosial", "C6E0B4"),
        ("B14:F15", "Persentase keluarga miskin penerima bantuan", "E2EFDA"),
        ("L11:P13", "Meningkatnya kemandirian penerima manfaat", "C6E0B4"),
        ("L14:P15", "Jumlah keluarga yang lulus mandiri", "E2EFDA"),
    ):
        for row in sheet[cells]:
            for cell in row:
                cell.border = Border(_THIN, _THIN, _THIN, _THIN)
                cell.fill = PatternFill("solid", start_color=colour) if coloured else PatternFill()
        sheet.merge_cells(cells)
        first = sheet[cells.split(":", maxsplit=1)[0]]
        first.value, first.alignment = text, Alignment(wrap_text=True, horizontal="center", vertical="center")
    for column in "ABCDEFGHIJKLMNOP":
        sheet.column_dimensions[column].width = 7
    sheet["I8"].border = Border(left=_THIN)
    for column in range(4, 14):
        down = {"left": _THIN} if column == 4 else {"right": _THIN} if column == 13 else {}
        sheet.cell(9, column).border = Border(top=_THIN, **down)
    sheet["D10"].border, sheet["M10"].border = Border(left=_THIN), Border(right=_THIN)
    book.save(path)
    return path


def write_sheet_table(path):
    """A perjanjian kinerja in a workbook whose last columns are printed on a page of their own."""
    book = Workbook()
    sheet = book.active
    rows = [
        ("PERJANJIAN KINERJA TAHUN 2026",),
        ("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Program", "Anggaran"),
        (
            1,
            "Meningkatnya kinerja perdagangan",
            "Pertumbuhan nilai perdagangan",
            "%",
            4.5,
            "Program Satu",
            1_500_000_000,
        ),
        (None, None, "Persentase pasar rakyat tertib ukur", "%", 82.35, "Program Dua", 350_000_000),
        (
            2,
            "Terkendalinya harga barang pokok",
            "Koefisien variasi harga",
            "Koefisien",
            9.2,
            "Program Tiga",
            250_000_000,
        ),
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("B3:B4")
    for row in sheet["A2:G5"]:
        for cell in row:
            cell.border, cell.alignment = Border(_THIN, _THIN, _THIN, _THIN), Alignment(wrap_text=True, vertical="top")
    for column, width in zip("ABCDEFG", (5, 22, 22, 11, 9, 16, 22), strict=True):
        sheet.column_dimensions[column].width = width
    for row in (3, 4, 5):
        sheet.row_dimensions[row].height = 32
        sheet.cell(row, 5).number_format = "0.00"
    book.save(path)
    return path
