"""A workbook and a Word document with all that people put into such files."""

import zipfile
import zlib
from io import BytesIO

import docx
from docx.shared import RGBColor
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill

from indikator_rules.reporters.package import read_parts, write_parts

MACROS = b"\xd0\xcf\x11\xe0 a macro, or what looks like one"
_TEXT_BOX = (
    b"<xdr:absoluteAnchor xmlns:xdr='http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing' "
    b"xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><xdr:pos x='0' y='0'/><xdr:ext cx='90' cy='90'/>"
    b"<xdr:sp><xdr:nvSpPr><xdr:cNvPr id='9' name='Kotak'/><xdr:cNvSpPr txBox='1'/></xdr:nvSpPr><xdr:spPr/>"
    b"<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>Catatan pimpinan</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    b"<xdr:clientData/></xdr:absoluteAnchor>"
)


def image():
    """The smallest PNG there is: one black point."""

    def chunk(kind, content):
        return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)

    header = b"\0\0\0\1\0\0\0\1\x08\0\0\0\0"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def write_workbook(path):
    """Sheet "PK 2026" with statements in column A, indicators in B, a comment in B2; sheet "Anggaran" with a chart."""
    book = Workbook()
    sheet = book.active
    sheet.title = "PK 2026"
    for row in (
        ("Sasaran", "Indikator", "Satuan", "Target"),
        ("Meningkatkan mutu layanan", "Kualitas layanan", None, 0.85),
        ("=CONCATENATE(A2)", "Indeks layanan", "indeks", "=D2*2"),
    ):
        sheet.append(row)
    sheet.merge_cells("A5:B5")
    sheet["A5"] = "Terwujudnya tata kelola"
    sheet["A5"].fill, sheet["A5"].font = PatternFill("solid", start_color="1F3864"), Font(color="FFFFFF", bold=True)
    sheet["B2"].comment = Comment("Mohon dicek.", "Kepala Bidang")
    sheet.conditional_formatting.add("D2:D9", CellIsRule(operator="lessThan", formula=["1"], font=Font(color="FF0000")))
    other = book.create_sheet("Anggaran")
    for amount in (["Rupiah"], [10], [20]):
        other.append(amount)
    chart = BarChart()
    chart.add_data(Reference(other, min_col=1, min_row=1, max_row=3), titles_from_data=True)
    other.add_chart(chart, "C2")
    book.create_sheet("daftar temuan")
    book.save(path)
    parts = read_parts(path.read_bytes())
    parts["xl/vbaProject.bin"] = MACROS
    parts["xl/media/image1.png"] = image()
    parts["xl/drawings/drawing1.xml"] = _before(parts["xl/drawings/drawing1.xml"], b"</wsDr>", _TEXT_BOX)
    parts["[Content_Types].xml"] = _before(
        parts["[Content_Types].xml"],
        b"</Types>",
        b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        b'<Default Extension="png" ContentType="image/png"/>',
    )
    path.write_bytes(write_parts(parts))


def write_word(path):
    """Table 1 with a statement, its indicator in bold and normal runs, and in its last cell a nested table 2."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Pemerintah Kabupaten Contoh"
    document.add_picture(BytesIO(image()))
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(0, 2).text = "Sasaran", "Indikator", "Rincian"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Meningkatkan mutu layanan"
    table.cell(1, 1).paragraphs[0].add_run("Kualitas ").bold = True
    table.cell(1, 1).paragraphs[0].add_run("layanan publik")
    table.cell(2, 1).text = "Indeks layanan"
    nested = table.cell(1, 2).add_table(rows=1, cols=2)
    nested.cell(0, 0).text, nested.cell(0, 1).text = "dokumen", "12"
    run = table.cell(2, 2).paragraphs[0].add_run("Putih")
    run.font.color.rgb = RGBColor(255, 255, 255)
    last = document.add_paragraph("Ditetapkan di Contoh.")
    document.add_comment(last.runs, text="Tanggalnya?", author="Kepala Bidang")
    document.save(path)
    parts = read_parts(path.read_bytes())
    parts["word/vbaProject.bin"] = MACROS
    parts["[Content_Types].xml"] = _before(
        parts["[Content_Types].xml"],
        b"</Types>",
        b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
    )
    path.write_bytes(write_parts(parts))


def _before(content, mark, addition):
    head, found, tail = content.rpartition(mark)
    assert found
    return head + addition + found + tail


def parts_of(content):
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def opened_workbook(content):
    return load_workbook(BytesIO(content))


def opened_word(content):
    return docx.Document(BytesIO(content))
