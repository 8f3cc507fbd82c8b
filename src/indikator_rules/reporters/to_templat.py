"""A workbook to fill in: one row an indicator, in the columns that the importers read."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from indikator_rules.model.tingkat import Tingkat

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_ROWS_TO_FILL = 500
_INK = "1F3864"
_REQUIRED, _OPTIONAL, _EXAMPLE = "1F3864", "5B7BB4", "F2F2F2"
_THIN = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the sheet: its heading, an example, what belongs in it, and its choices, if it has any."""

    heading: str
    example: str | float
    meaning: str
    width: int = 18
    required: bool = False
    choices: tuple[str, ...] = ()


_COLUMNS = (
    _Column("ID", "contoh", "Penanda baris, boleh dikosongkan. Jangan diubah setelah dipakai.", 10),
    _Column(
        "Instansi", "(contoh, hapus baris ini)", "Nama instansi. Setiap instansi diperiksa sebagai satu dokumen.", 28
    ),
    _Column("Tingkat", "strategis", "Tingkat sasaran; pilih dari daftar.", 14, required=True, choices=tuple(Tingkat)),
    _Column("Unit Kerja", "Dinas Kesehatan", "Unit yang bertanggung jawab atas sasaran.", 22),
    _Column("Jabatan", "Kepala Dinas", "Jabatan pemilik kinerja.", 20),
    _Column("Kode", "S1", "Kode sasaran, program, kegiatan, atau subkegiatan, bila ada.", 12),
    _Column(
        "Induk",
        "Meningkatnya derajat kesehatan masyarakat",
        "Rumusan (atau ID) sasaran di atasnya, disalin apa adanya.",
        40,
    ),
    _Column(
        "Sasaran",
        "Menurunnya prevalensi stunting",
        "Rumusan tujuan, sasaran, atau rencana hasil kerja.",
        44,
        required=True,
    ),
    _Column("Indikator", "Prevalensi stunting pada balita", "Satu indikator untuk setiap baris.", 44, required=True),
    _Column("Satuan", "%", "Satuan ukur: %, indeks, orang, dokumen, menit, dan sebagainya.", 12, required=True),
    _Column("Target", 14.2, "Nilai target tanpa satuan; desimal ditulis dengan koma.", 12, required=True),
    _Column("Baseline", 21.4, "Capaian awal sebelum periode target.", 12),
    _Column(
        "Definisi Operasional",
        "Balita bertinggi badan di bawah -2 SD menurut umur",
        "Apa yang diukur, dengan batasannya.",
        40,
    ),
    _Column("Formula", "balita stunting / balita diukur x 100", "Cara menghitung.", 34),
    _Column("Sumber Data", "Survei status gizi", "Asal data.", 22),
    _Column("Polarisasi", "minimal", "Arah capaian yang baik.", 13, choices=("maksimal", "minimal", "stabil")),
    _Column(
        "Konsolidasi", "akhir", "Cara menggabungkan capaian antarperiode.", 13, choices=("jumlah", "rata-rata", "akhir")
    ),
    _Column(
        "Penjenjangan",
        "langsung",
        "Cara indikator diturunkan dari induknya.",
        16,
        choices=("langsung", "dipersempit", "komponen", "tidak-langsung"),
    ),
    _Column("Aspek", "kuantitas", "Khusus SKP.", 13, choices=("kuantitas", "kualitas", "waktu", "biaya")),
)

_STEPS = (
    "Isi lembar “Isian”: satu baris untuk satu indikator. Hapus baris contoh yang berwarna abu-abu.",
    "Bila satu sasaran memiliki beberapa indikator, ulangi sasaran yang sama pada setiap barisnya.",
    "Kolom berjudul biru tua perlu diisi; kolom berjudul biru muda boleh dikosongkan.",
    "Untuk target beberapa tahun, tambahkan kolom “Target 2026”, “Target 2027”, dan seterusnya.",
    "Tulis angka apa adanya, misalnya 85,5; satuannya di kolom “Satuan”. Predikat seperti BB atau WTP boleh langsung.",
    "Simpan, lalu jalankan: indikator periksa nama-berkas.xlsx",
)


def templat_xlsx() -> bytes:
    """The workbook as bytes: a sheet to fill in, with one example row, and a sheet that says how."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _fill_entry_sheet(book.create_sheet("Isian"))
    _fill_guide_sheet(book.create_sheet("Cara mengisi"))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _fill_entry_sheet(sheet: Worksheet) -> None:
    for at, column in enumerate(_COLUMNS, start=1):
        _write_heading(sheet, 1, at, column.heading, _REQUIRED if column.required else _OPTIONAL)
        example = sheet.cell(2, at, column.example)
        example.font = Font(italic=True, color="7F7F7F")
        example.fill = PatternFill("solid", start_color=_EXAMPLE)
        for row in range(2, 22):
            sheet.cell(row, at).alignment = Alignment(vertical="top", wrap_text=True)
            sheet.cell(row, at).border = _BORDER
        sheet.column_dimensions[get_column_letter(at)].width = column.width
        if column.choices:
            _offer_choices(sheet, at, column)
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "A2"


def _write_heading(sheet: Worksheet, row: int, at: int, text: str, colour: str) -> None:
    cell = sheet.cell(row, at, text)
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", start_color=colour)
    cell.alignment = Alignment(vertical="center", horizontal="center", wrap_text=True)
    cell.border = _BORDER


def _offer_choices(sheet: Worksheet, at: int, column: _Column) -> None:
    choices = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
    choices.errorTitle = f"{column.heading} tidak dikenal"
    choices.error = f"Pilih salah satu: {', '.join(column.choices)}."
    choices.promptTitle, choices.prompt = column.heading, column.meaning
    letter = get_column_letter(at)
    choices.add(f"{letter}2:{letter}{_ROWS_TO_FILL}")
    sheet.add_data_validation(choices)


def _fill_guide_sheet(sheet: Worksheet) -> None:
    sheet["A1"] = "Cara mengisi"
    sheet["A1"].font = Font(bold=True, size=16, color=_INK)
    for number, step in enumerate(_STEPS, start=1):
        sheet.cell(number + 2, 1, f"{number}. {step}")
    start = len(_STEPS) + 4
    for at, heading in enumerate(("Nama kolom", "Isi kolom", "Contoh isi"), start=1):
        _write_heading(sheet, start, at, heading, _REQUIRED)
    for row, column in enumerate(_COLUMNS, start=start + 1):
        for at, text in enumerate((column.heading, _explained(column), column.example), start=1):
            cell = sheet.cell(row, at, text)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.border = _BORDER
    for letter, width in zip("ABC", (24, 70, 44), strict=True):
        sheet.column_dimensions[letter].width = width


def _explained(column: _Column) -> str:
    choices = f" Pilihan: {', '.join(column.choices)}." if column.choices else ""
    return f"{column.meaning}{choices}{' Perlu diisi.' if column.required else ''}"
