"""From any workbook to Readings: every visible sheet, values as a person reads them in the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter
from python_calamine import CalamineError, CalamineWorkbook

from indikator_rules.importers.cell_values import ERROR, UNVALUED, cell_text, doubt_of
from indikator_rules.importers.cells import Cell
from indikator_rules.importers.files import DAMAGE, damaged
from indikator_rules.importers.from_grids import about_titles, read_grids
from indikator_rules.importers.looks import PLAIN
from indikator_rules.importers.notes import Note
from indikator_rules.importers.sheet_tree import is_sideways, sheet_rows
from indikator_rules.location import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from indikator_rules.importers.cells import Grid
    from indikator_rules.importers.column_map import Peta
    from indikator_rules.importers.looks import Looks, Spot
    from indikator_rules.importers.rows import Row
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading

_TITLE_ROWS = 4
_Values = list[list[Any]]


def read_workbook(
    path: Path, looks_of: Callable[[Path], dict[str, Looks]], *, tingkat: Tingkat | None, peta: Peta
) -> tuple[Reading, ...]:
    """One document per instansi in `path`. Raises DocumentError when it cannot be read or holds no indicator.

    `looks_of` tells by sheet what calamine does not; what it raises of files that are damaged counts as damage.
    """
    notes: list[Note] = []
    try:
        looks = looks_of(path)  # first of all: it refuses what would not fit in memory
        with CalamineWorkbook.from_path(path) as book:
            sheets = [(name, book.get_sheet_by_name(name)) for name, look in looks.items() if look.visible]
            grids = [_grid(str(path), name, sheet, looks[name], notes) for name, sheet in sheets]
    except (*DAMAGE, CalamineError):
        raise damaged(path) from None
    hidden = [_hidden(path, name) for name, look in looks.items() if not look.visible]
    titles, drawn = _read_boxes(grids, peta, notes)
    plain = [grid for number, grid in enumerate(grids, start=1) if -number not in {row.table for row in drawn}]
    return read_grids(path, plain, titles=titles, drawn=drawn, notes=[*hidden, *notes], tingkat=tingkat, peta=peta)


def _read_boxes(grids: Sequence[Grid], peta: Peta, notes: list[Note]) -> tuple[list[str], list[Row]]:
    """The titles and the rows of the sheets that lay out a cascade in boxes; `table` of a row is minus its sheet.

    A sheet of which `peta` tells holds tables.
    """
    titles: list[str] = []
    rows: list[Row] = []
    for number, grid in enumerate(grids, start=1):
        if grid and not (grid[0] and peta.of_table(grid[0][0].place)) and is_sideways(grid):
            lines = [cell.own for cells in grid[:_TITLE_ROWS] for cell in cells if cell.own]
            read = sheet_rows(grid, -number, about_titles(lines).get("tahun"), notes)
            titles += lines if read else []
            rows += read
    return titles, rows


def _hidden(path: Path, sheet: str) -> Note:
    return Note("B01", f"Lembar tersembunyi “{sheet}” tidak dibaca.", Location(str(path), sheet=sheet))


def _grid(file: str, name: str, sheet: Any, looks: Looks, notes: list[Note]) -> Grid:
    values: _Values = sheet.to_python(skip_empty_area=False)
    merges = looks.merges or sheet.merged_cell_ranges or ()
    width = max((len(row) for row in values), default=0)
    covered = _covered(merges, len(values), width)
    letters = [get_column_letter(column + 1) for column in range(width)]
    notes.extend(
        Note("B10", "Baris tersembunyi ikut dibaca.", Location(file, sheet=name, cell=f"A{row + 1}"))
        for row in sorted(looks.hidden_rows)
        if row < len(values) and any(value not in ("", None) for value in values[row])
    )

    def cell(row: int, column: int) -> Cell:
        spot = covered.get((row, column), (row, column))
        place = Location(file, sheet=name, cell=f"{letters[spot[1]]}{spot[0] + 1}")
        look = looks.cells.get(spot, PLAIN)
        value = looks.errors.get(spot) or values[spot[0]][spot[1]]
        text = cell_text(value, percent=look.percent)
        if spot == (row, column):
            return Cell(text, place, doubt=_doubt(value, spot, looks), look=look)
        return Cell(text, place, "down" if spot[0] < row and spot[1] == column else "right", look=look)

    return [[cell(row, column) for column in range(width)] for row in range(len(values))]


def _doubt(value: object, spot: Spot, looks: Looks) -> str:
    if spot in looks.errors:
        return ERROR
    return UNVALUED if spot in looks.unvalued else doubt_of(value)


def _covered(merges: Sequence[tuple[Spot, Spot]], height: int, width: int) -> dict[Spot, Spot]:
    """The first cell of the merge that covers a cell, for the cells that a sheet of this size has."""
    return {
        (row, column): first
        for first, last in merges
        for row in range(first[0], min(last[0] + 1, height))
        for column in range(first[1], min(last[1] + 1, width))
        if (row, column) != first
    }
