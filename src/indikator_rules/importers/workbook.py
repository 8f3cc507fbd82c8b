"""From any workbook to Readings: every visible sheet, values as a person reads them in the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from python_calamine import CalamineError, CalamineWorkbook

from indikator_rules.importers.files import DAMAGE, damaged
from indikator_rules.importers.from_grids import about_titles, read_grids
from indikator_rules.importers.notes import Note
from indikator_rules.importers.shape_grid import shape_grid
from indikator_rules.importers.sheet_lines import sheet_lines
from indikator_rules.importers.sheet_tree import is_sideways, sheet_rows
from indikator_rules.location import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from indikator_rules.importers.cells import Grid
    from indikator_rules.importers.column_map import Peta
    from indikator_rules.importers.looks import Drawing, Looks
    from indikator_rules.importers.rows import Row
    from indikator_rules.importers.sheet_lines import Values
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading

_TITLE_ROWS = 4
_NO_CASCADE = "Kotak teks dan bentuk gambar pada lembar ini tidak memuat pohon kinerja yang dapat dibaca."
_DIAGRAM = "Diagram SmartArt pada lembar ini tidak dibaca; salin isinya ke dalam tabel atau kotak teks."


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
    drawings = [(name, looks[name].drawing) for name, _ in sheets]
    drawn += _read_shapes(str(path), drawings, titles, notes)
    return read_grids(path, plain, titles=titles, drawn=drawn, notes=[*hidden, *notes], tingkat=tingkat, peta=peta)


def _read_boxes(grids: Sequence[Grid], peta: Peta, notes: list[Note]) -> tuple[list[str], list[Row]]:
    """The titles and the rows of the sheets that lay out a cascade in boxes; `table` of a row is minus its sheet.

    A sheet of which `peta` tells holds tables.
    """
    titles: list[str] = []
    rows: list[Row] = []
    for number, grid in enumerate(grids, start=1):
        if not peta.of_grid(grid) and is_sideways(grid):
            lines = [cell.own for cells in grid[:_TITLE_ROWS] for cell in cells if cell.own]
            read = sheet_rows(grid, -number, about_titles(lines).get("tahun"), notes)
            titles += lines if read else []
            rows += read
    return titles, rows


def _read_shapes(file: str, drawings: Sequence[tuple[str, Drawing]], titles: list[str], notes: list[Note]) -> list[Row]:
    """The rows of the cascades that are drawn on sheets in shapes; what else is drawn there is told."""
    rows: list[Row] = []
    for number, (name, drawing) in enumerate(drawings, start=len(drawings) + 1):
        place = Location(file, sheet=name)
        grid, lines = shape_grid(file, name, drawing)
        texts = [shape.text for shape in drawing.shapes if shape.text]
        read = sheet_rows(grid, -number, about_titles(texts).get("tahun"), notes, lines)
        rows += read
        titles += texts[:_TITLE_ROWS] if read else []
        if texts and not read:
            notes.append(Note("B01", _NO_CASCADE, place, texts[0]))
        if drawing.unread:
            notes.append(Note("B01", _DIAGRAM, place))
    return rows


def _hidden(path: Path, sheet: str) -> Note:
    return Note("B01", f"Lembar tersembunyi “{sheet}” tidak dibaca.", Location(str(path), sheet=sheet))


def _grid(file: str, name: str, sheet: Any, looks: Looks, notes: list[Note]) -> Grid:
    values: Values = sheet.to_python(skip_empty_area=False)
    notes.extend(
        Note("B10", "Baris tersembunyi ikut dibaca.", Location(file, sheet=name, cell=f"A{row + 1}"))
        for row in sorted(looks.hidden_rows)
        if row < len(values) and any(value not in ("", None) for value in values[row])
    )
    return sheet_lines(file, name, values, looks, looks.merges or sheet.merged_cell_ranges or ())
