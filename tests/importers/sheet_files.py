"""Workbooks drawn box by box: a range of cells, merged, with a text and a colour."""

import openpyxl
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import range_boundaries

BLUE, GREEN, GOLD, GREY, PINK = "FF9DC3E6", "FFA9D18E", "FFFFD966", "FFD9D9D9", "FFF4B6C2"


def draw(path, *boxes, sheets=()):
    """A workbook of one sheet of boxes, or of several `sheets`, each a name and its boxes."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, several in sheets or (("Pohon", boxes),):
        sheet = book.create_sheet(name)
        for box in several:
            _put(sheet, *box)
    book.save(path)
    return path


def _put(sheet, place, value, colour=None, indent=0):
    left, top, right, bottom = range_boundaries(place)
    cell = sheet.cell(top, left)
    cell.value = value
    cell.alignment = Alignment(wrap_text=True, indent=indent)
    if colour:
        for row in sheet.iter_rows(top, bottom, left, right):
            for each in row:
                each.fill = PatternFill("solid", fgColor=colour)
    if (left, top) != (right, bottom):
        sheet.merge_cells(place)
