"""From a workbook of the old Excel format to Readings; xlrd tells what its sheets show beside their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import xlrd

from indikator_rules.importers.column_map import NO_MAP
from indikator_rules.importers.looks import PLAIN, Look, Looks, check_extent, is_percent
from indikator_rules.importers.workbook import read_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from indikator_rules.importers.column_map import Peta
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading

_SOLID_WHITE = (255, 255, 255)


def from_xls(path: Path, *, tingkat: Tingkat | None = None, peta: Peta = NO_MAP) -> tuple[Reading, ...]:
    """One document per instansi in `path`. Raises DocumentError when it cannot be read or holds no indicator."""
    return read_workbook(path, _looks_of, tingkat=tingkat, peta=peta)


def _looks_of(path: Path) -> dict[str, Looks]:
    """The looks of every sheet of the workbook at `path`, by name. Raises XLRDError for what is no workbook."""
    with (
        path.open("rb") as file,
        xlrd.open_workbook(file_contents=file.read(), formatting_info=True, logfile=_Silence()) as book,
    ):
        styles = [_look(book, xf) for xf in book.xf_list]
        return {sheet.name: _looks(path, sheet, styles) for sheet in book.sheets()}


class _Silence:
    """Where xlrd may complain."""

    def write(self, text: str) -> None:
        """Nothing becomes of `text`."""

    flush = write


def _look(book: Any, xf: Any) -> Look:
    fill = book.colour_map.get(xf.background.pattern_colour_index) if xf.background.fill_pattern else None
    return Look(
        percent=is_percent(book.format_map[xf.format_key].format_str),
        fill="" if fill in {None, _SOLID_WHITE} else str(fill),
        indent=xf.alignment.indent_level,
        bold=bool(book.font_list[xf.font_index].bold),
        italic=bool(book.font_list[xf.font_index].italic),
    )


def _looks(path: Path, sheet: Any, styles: list[Look]) -> Looks:
    looks = Looks(visible=sheet.visibility == 0)
    check_extent(path, sheet.name, sheet.nrows, sheet.ncols)
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            if cell.xf_index is not None and styles[cell.xf_index] != PLAIN:
                looks.cells[row, column] = styles[cell.xf_index]
            if cell.ctype == xlrd.XL_CELL_ERROR:
                looks.errors[row, column] = xlrd.error_text_from_code.get(cell.value, "#N/A")
    looks.hidden_rows = {row for row, info in sheet.rowinfo_map.items() if info.hidden}
    return looks
