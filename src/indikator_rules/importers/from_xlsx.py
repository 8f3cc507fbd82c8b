"""From an Excel workbook to Readings: every visible sheet, values as a person reads them in the cells."""

from __future__ import annotations

import re
import warnings
import zipfile
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from indikator_rules.errors import DocumentError
from indikator_rules.importers.cells import Cell
from indikator_rules.importers.files import DAMAGE, damaged
from indikator_rules.importers.from_grids import read_grids
from indikator_rules.importers.notes import Note
from indikator_rules.location import Location

if TYPE_CHECKING:
    from pathlib import Path

    from indikator_rules.importers.cells import Grid
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading

MAX_CELLS = 5_000_000


def from_xlsx(path: Path, *, tingkat: Tingkat | None = None) -> tuple[Reading, ...]:
    """One document per instansi in `path`. Raises DocumentError when it cannot be read or holds no indicator."""
    values, formulas = _open(path)
    visible = [sheet for sheet in values.worksheets if sheet.sheet_state == "visible"]
    grids = [_grid(path, sheet, formulas[sheet.title] if formulas else None) for sheet in visible]
    notes = [_hidden(path, sheet.title) for sheet in values.worksheets if sheet.sheet_state != "visible"]
    return read_grids(path, grids, notes=notes, tingkat=tingkat)


def _hidden(path: Path, title: str) -> Note:
    return Note("B01", f"Lembar tersembunyi “{title}” tidak dibaca.", Location(str(path), sheet=title))


def _open(path: Path) -> tuple[Any, Any]:
    """The workbook with its values, and again with its formulas if it has any: a formula may lack its value."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of extensions and styles that hold no text
            values = openpyxl.load_workbook(path, data_only=True)
            formulas = openpyxl.load_workbook(path) if _has_formulas(path) else None
    except (*DAMAGE, InvalidFileException):
        raise damaged(path) from None
    return values, formulas


def _has_formulas(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(re.search(rb"<f[\s>/]", archive.read(name)) for name in sheets)


def _grid(path: Path, sheet: Any, formulas: Any) -> Grid:
    if sheet.max_row * sheet.max_column > MAX_CELLS:
        raise DocumentError(
            f"{path}: lembar “{sheet.title}” terlalu luas; hapus baris dan kolom kosong di bawah dan di kanan tabel."
        )
    covered = _covered(sheet)
    return [[_cell(str(path), sheet, cell, covered, formulas) for cell in row] for row in sheet.iter_rows()]


def _covered(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """The first cell of the merge that covers a cell, by row and column."""
    return {
        (row, column): (merge.min_row, merge.min_col)
        for merge in sheet.merged_cells.ranges
        for row in range(merge.min_row, merge.max_row + 1)
        for column in range(merge.min_col, merge.max_col + 1)
        if (row, column) != (merge.min_row, merge.min_col)
    }


def _cell(file: str, sheet: Any, cell: Any, covered: dict[tuple[int, int], tuple[int, int]], formulas: Any) -> Cell:
    first = covered.get((cell.row, cell.column))
    if first is not None:
        origin = sheet.cell(*first)
        place = Location(file, sheet=sheet.title, cell=origin.coordinate)
        return Cell(
            cell_text(origin.value, origin.number_format),
            place,
            "down" if first[0] < cell.row and first[1] == cell.column else "right",
        )
    text = cell_text(cell.value, cell.number_format) if cell.value is not None else ""
    place = Location(file, sheet=sheet.title, cell=cell.coordinate)
    return Cell(text, place, doubt=_doubt(cell, formulas))


def _doubt(cell: Any, formulas: Any) -> str:
    if cell.data_type == "e":
        return "Sel berisi galat Excel; isinya dibaca apa adanya."
    if isinstance(cell.value, date | time):
        return "Sel berisi tanggal Excel; jika dimaksud sebagai rentang seperti “1-3”, tulis ulang sebagai teks."
    if cell.value is None and formulas is not None and formulas.cell(cell.row, cell.column).data_type == "f":
        return "Sel berisi rumus tanpa nilai tersimpan; buka di Excel, hitung ulang, lalu simpan."
    return ""


def cell_text(value: object, number_format: str) -> str:
    """A value as it reads in its cell: decimal comma, no float dust, percent where the format says so."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float():
            return _number_text(value, number_format)
        case datetime():
            return value.strftime("%d/%m/%Y") if value.time() == time() else value.strftime("%d/%m/%Y %H:%M")
        case date():
            return value.strftime("%d/%m/%Y")
        case _:
            return str(value).strip()


def _number_text(value: float, number_format: str) -> str:
    shown = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", number_format)
    if "%" in shown:
        return _decimal_comma(value * 100) + "%"
    return _decimal_comma(value)


def _decimal_comma(value: float) -> str:
    """Twelve digits at most, where binary dust begins; never an exponent."""
    digits = f"{value:.12f}" if abs(value) < 1 else f"{float(f'{value:.12g}'):f}"
    return digits.rstrip("0").rstrip(".").replace(".", ",") if "." in digits else digits
