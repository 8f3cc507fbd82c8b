"""Sheets of a new workbook that are read, filled in and printed: a title, a table, and paper that it fits on."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import xlsxwriter

from indikator_rules.finding import Severity
from indikator_rules.reporters.marks import COLOURS
from indikator_rules.reporters.package import harmless

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

A4 = 9
OPEN_WORDS = "perlu manusia"
"""What stands in a cell that a person is to fill in."""
_INK, _LINE, _SIZE, _POINTS, _TALLEST = "#1F3864", "#A6A6A6", 9, 12.5, 409
_CHARACTERS = 1.45
"""Characters of the text that a unit of column width holds."""
_MET = "DDEFD9"
_NO_DATE = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook knows no zones; equal reports give equal bytes
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14, "font_color": _INK},
    "line": {"text_wrap": True, "valign": "top"},
    "heading": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": _INK,
        "border": 1,
        "border_color": _LINE,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
    },
    "text": {"border": 1, "border_color": _LINE, "valign": "top", "text_wrap": True, "quote_prefix": True},
    "band": {"border": 1, "border_color": _LINE, "bold": True, "bg_color": "#D9E1F2", "quote_prefix": True},
    "number": {"border": 1, "border_color": _LINE, "valign": "top", "align": "center"},
    "score": {"border": 1, "border_color": _LINE, "valign": "top", "align": "center", "text_wrap": True},
    "blank": {"border": 1, "border_color": _LINE, "valign": "top", "text_wrap": True, "bg_color": "#FFFBE6"},
    "label": {"border": 1, "border_color": _LINE, "bold": True, "bg_color": "#F2F2F2", "text_wrap": True},
    "total": {"border": 1, "border_color": _LINE, "bold": True, "bg_color": "#F2F2F2", "align": "center"},
    "share": {"border": 1, "border_color": _LINE, "valign": "top", "align": "center", "num_format": "0.0%"},
    "percent": {
        "border": 1,
        "border_color": _LINE,
        "bold": True,
        "bg_color": "#F2F2F2",
        "align": "center",
        "num_format": "0.0%",
    },
}


class Formula(NamedTuple):
    """A formula, and what it comes to: programs that only show a workbook do not compute."""

    text: str
    value: float | str


class Cell(NamedTuple):
    """What a cell holds, and the name of its format. An empty text is an empty cell."""

    value: str | int | Formula
    format: str = "text"


class Book:
    """A workbook in the making."""

    def __init__(self, title: str) -> None:
        self._content = BytesIO()
        self.book = xlsxwriter.Workbook(self._content, {"in_memory": True})
        self.book.set_properties({"title": title, "created": _NO_DATE})
        self._formats = {
            name: self.book.add_format({"font_size": _SIZE, **properties}) for name, properties in _FORMATS.items()
        }

    def add_sheet(self, name: str, intro: Sequence[str], columns: Mapping[str, int]) -> Any:
        """A new sheet with a title and lines above the headings of `columns`, which tell their widths."""
        sheet = self.book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")
        for row, words in enumerate(intro):
            self.write_across(sheet, row, len(columns) - 1, words, "line" if row else "title")
        for at, (heading, width) in enumerate(columns.items()):
            sheet.set_column(at, at, width)
            sheet.write_string(len(intro), at, heading, self._formats["heading"])
        sheet.set_row(len(intro), 40)
        sheet.repeat_rows(len(intro))
        return sheet

    def write_row(self, sheet: Any, row: int, cells: Sequence[Cell], widths: Sequence[int]) -> None:
        """Write `cells` into a row that is as high as its longest text asks for."""
        sheet.set_row(row, height(cells, widths))
        for at, cell in enumerate(cells):
            self.write_cell(sheet, row, at, cell)

    def write_cell(self, sheet: Any, row: int, at: int, cell: Cell) -> None:
        """Write one cell. What a text looks like never makes it a formula or a number."""
        form = self._formats[cell.format]
        match cell.value:
            case Formula(text, result):
                sheet.write_formula(row, at, text, form, result)
            case int():
                sheet.write_number(row, at, cell.value, form)
            case "":
                sheet.write_blank(row, at, None, form)
            case _:
                sheet.write_string(row, at, harmless(cell.value), form)

    def write_across(self, sheet: Any, row: int, last: int, words: str, name: str) -> None:
        """Write `words` on one line over the columns from the first to `last`."""
        if last:
            sheet.merge_range(row, 0, row, last, "", self._formats[name])
        sheet.write_string(row, 0, harmless(words), self._formats[name])

    def offer_scores(self, sheet: Any, area: str) -> None:
        """Let people choose a score in `area`, which then takes the colour of the score."""
        sheet.data_validation(area, {"validate": "list", "source": ["1", "0", OPEN_WORDS]})
        for value, colour in (
            ("0", COLOURS[Severity.GALAT]),
            ("1", _MET),
            (f'"{OPEN_WORDS}"', COLOURS[Severity.TANYA]),
        ):
            shown = self.book.add_format({"bg_color": f"#{colour}"})
            sheet.conditional_format(area, {"type": "cell", "criteria": "==", "value": value, "format": shown})

    def close(self) -> bytes:
        """The workbook as bytes."""
        self.book.close()
        return self._content.getvalue()


def height(cells: Sequence[Cell], widths: Sequence[int]) -> float:
    """The height in points that a row of wrapped texts asks for: not every program finds it."""
    lines = (
        sum(1 + int(len(line) / (width * _CHARACTERS)) for line in cell.value.split("\n"))
        for cell, width in zip(cells, widths, strict=True)
        if isinstance(cell.value, str)
    )
    return min(_POINTS * max(lines, default=1) + 4, _TALLEST)
