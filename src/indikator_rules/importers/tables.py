"""From a grid of cells to tables: where a heading stands, which rows belong to it, and what each column holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from string import ascii_uppercase
from typing import TYPE_CHECKING

from indikator_rules.errors import DocumentError
from indikator_rules.importers.cells import as_lines, fitted
from indikator_rules.importers.column_map import columns_over
from indikator_rules.importers.columns import Column, read_column, read_group
from indikator_rules.importers.headings import heading_role, is_heading, is_listed
from indikator_rules.importers.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indikator_rules.importers.cells import Cell, Grid, Line
    from indikator_rules.location import Location
    from indikator_rules.model.peta import PetaTabel

_MOST_HEADING_ROWS = 6
_LEAST_NUMBERED = 3
_NUMBERING = re.compile(r"\(?\d{1,2}[.)]?|\(?[ivx]{1,4}\)?|\(?[a-z]\)?|\d{1,2}\s*=.*|\(\d+\)\s*=.*", re.IGNORECASE)

_YEAR_DIGITS = 4
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUANTITY = re.compile(r"(?!(?:19|20)\d\d$)[\d.,%\s]*\d[\d.,%\s]*")
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?(?:\s*=.*)?")


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `headings` holds the texts above each column, outermost first; `titles` the rows above the heading.

    `foot` holds the rows below it that are no part of it: notes, signatures.
    """

    titles: Sequence[Line]
    columns: tuple[Column, ...]
    headings: tuple[tuple[str, ...], ...]
    heading_cells: tuple[Cell, ...]
    rows: Sequence[Line]
    """Each with a cell for every column."""
    heading: Sequence[Line] = ()
    foot: Sequence[Line] = ()
    peta: PetaTabel | None = None
    """What a column map says of the table."""

    @property
    def measures(self) -> bool:
        """Whether some column names indicators."""
        return any(column.role == "nama" for column in self.columns)


def find_tables(grid: Grid) -> Iterator[Table]:
    """The tables that stand one below the other in `grid`; a heading repeated by a page break starts no new one."""
    lines = as_lines(grid)
    yield from _tables_at(lines, _join_repeated(lines, list(_heading_spans(lines))))


def mapped_tables(grid: Grid, said: Sequence[PetaTabel], where: str) -> Iterator[Table]:
    """The tables of `grid` of which a column map tells, their columns as it says.

    Raises DocumentError, with `where` before it, when a row or column does not exist, or no heading can be found.
    """
    lines = as_lines(grid)
    told = [one for one in said if one.heading_rows() is not None]
    spans = sorted(((_span(lines, one, where), one) for one in told), key=lambda pair: pair[0])
    repeated = [[span, *_repeats(lines, span)] for span, _ in spans]
    found = list(_tables_at(lines, repeated) if told else find_tables(lines))
    if not found:
        raise DocumentError(f"{where}: baris judul tabel tidak ditemukan; tulislah “baris_judul” dalam peta kolom.")
    for at, table in enumerate(found):
        one = spans[at][1] if told else said[0]
        columns = tuple(columns_over(one, table.columns, table.headings, where))
        yield replace(table, columns=columns, peta=one)


def _span(grid: Sequence[Line], one: PetaTabel, where: str) -> tuple[int, int]:
    """The rows of `grid` that hold the headings, the last one exclusive."""
    first, last = one.heading_rows() or (0, 0)
    if not last:
        return 0, 0
    meant = [_is_meant(_place(row), one, first, last) for row in grid]
    if not any(meant):
        raise DocumentError(f"{where}: baris judul {first} tidak ada; periksa “baris_judul” dalam peta kolom.")
    start = meant.index(True)
    return start, next((at for at in range(start, len(meant)) if not meant[at]), len(meant))


def _is_meant(place: Location | None, one: PetaTabel, first: int, last: int) -> bool:
    return place is not None and one.speaks_of(place) and first <= (row_number(place) or 0) <= last


def _repeats(grid: Sequence[Line], span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The further places of the same headings, as page breaks repeat them."""
    height, texts = span[1] - span[0], _texts(grid, span)
    for row in range(span[1], len(grid) - height + 1) if height else ():
        if _texts(grid, (row, row + height)) == texts:
            yield row, row + height


def number_of(row: Sequence[Cell]) -> int | None:
    """The number of a row in its sheet, file or table, told by a cell that no merge covers."""
    place = _place(row)
    return None if place is None else row_number(place)


def _place(row: Sequence[Cell]) -> Location | None:
    return next((cell.place for cell in row if not cell.merge), None)


def row_number(place: Location) -> int | None:
    """The number of the row at `place`: in its sheet, its file or its table."""
    if place.cell is not None:
        return int(place.cell.lstrip(ascii_uppercase))
    return place.line if place.line is not None else place.table_row


def _tables_at(grid: Sequence[Line], tables: Sequence[list[tuple[int, int]]]) -> Iterator[Table]:
    """The tables whose headings stand at the first of some spans of rows, and again at the others."""
    ends = [spans[0][0] for spans in tables[1:]] + [len(grid)]
    title_from = 0
    for spans, end in zip(tables, ends, strict=False):
        (start, stop), *repeats = spans
        skipped = {row for first, last in repeats for row in range(first, last)}
        rows = [grid[row] for row in range(stop, end) if row not in skipped]
        yield _table(grid[title_from:start], grid[start:stop], rows)
        title_from = end


def repeated_heading(grid: Grid, below: Grid) -> int:
    """How many rows at the head of `below` say again what the heading of `grid` says; 0 when none does."""
    above, under = (as_lines(rows) for rows in (grid, below))
    (start, end), (first, last) = (next(_heading_spans(rows), (0, 0)) for rows in (above, under))
    return last if first == 0 and last and _texts(above, (start, end)) == _texts(under, (first, last)) else 0


def _table(titles: Sequence[Line], heading: Sequence[Line], rows: Sequence[Line]) -> Table:
    lines = _filled_right([row for row in heading if not is_numbering(row)])
    width = max((len(row) for row in lines or rows), default=0)
    headings = tuple(_stacked([line[at] for line in lines if at < len(line)]) for at in range(width))
    end = _end_of(rows)
    return Table(
        titles=titles,
        columns=_pair_with_text(tuple(read_column(texts) if texts else Column("") for texts in headings)),
        headings=headings,
        heading_cells=tuple(next(row[at] for row in reversed(heading or rows) if at < len(row)) for at in range(width)),
        rows=[fitted(row, width) for row in rows[:end]],
        heading=heading,
        foot=rows[end:],
    )


def _pair_with_text(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """A second column with the target in words is known but not read."""
    return tuple(replace(column, role="diabaikan") if column.role == "target-teks" else column for column in columns)


def is_numbering(row: Line) -> bool:
    """Whether `row` only counts the columns, from the first one on: "1 2 3 4", "(1) (2) (3)", "13 = 9 + 10"."""
    texts = [text for text in row.own if text]
    if len(texts) < _LEAST_NUMBERED or not any(row.own[:2]) or not all(_NUMBERING.fullmatch(text) for text in texts):
        return False
    first_numbers = [int(found[0]) for text in texts if (found := re.search(r"\d+", text))]
    return not first_numbers or (first_numbers[0] <= 2 and first_numbers == sorted(set(first_numbers)))


def _heading_spans(grid: Sequence[Line]) -> Iterator[tuple[int, int]]:
    row = free = 0
    while row < len(grid):
        if _is_heading_row(grid[row]):
            end = _heading_end(grid, row)
            above = row - 1 if row > free and _names_groups(grid[row - 1], grid[row]) else row
            yield above, end
            row = free = end
        else:
            row += 1


def _is_heading_row(row: Line) -> bool:
    """Whether most cells of `row` are known headings, two different ones at least. Rows with quantities never are."""
    if any(map(_is_quantity, row.own)):
        return False
    texts = [text for text in row.own if text]
    if len(texts) < 2:
        return False
    roles = [role for text in texts if (role := heading_role(text))]
    years = [text for text in texts if _YEAR.fullmatch(text)]
    if len(years) > 1:
        roles += ["target"] * len(years)
    return len(set(roles) - {"diabaikan", "nilai-kinerja"}) > 1 and len(roles) * 2 >= len(texts)


def _is_quantity(text: str) -> bool:
    """Whether `text` is a number that is no year; digits alone are most of them."""
    return (text.isdecimal() and len(text) != _YEAR_DIGITS) or _QUANTITY.fullmatch(text) is not None


def _names_groups(row: Line, below: Line) -> bool:
    """Whether `row` names nothing but levels, several of them, each over some of the headings in `below`."""
    starts = [at for at, text in enumerate(row.own) if text]
    levels = [read_group(row.own[at]).levels for at in starts]
    spans = pairwise([*starts, len(row)])
    return (
        len(set(levels)) > 1
        and all(len(several) == 1 for several in levels)
        and all(sum(map(bool, below.own[first:last])) > 1 for first, last in spans)
    )


def _heading_end(grid: Sequence[Line], start: int) -> int:
    end = start + 1
    while end < min(start + _MOST_HEADING_ROWS, len(grid)) and _continues_heading(grid, start, end):
        end += 1
    return end


def _continues_heading(grid: Sequence[Line], start: int, row: int) -> bool:
    cells = grid[row]
    texts = [text for text in cells.own if text]
    if is_numbering(cells):
        return True
    if not texts:
        return any(cell.merge == "down" for cell in cells)
    if _is_heading_row(cells) or _completes(grid[row - 1], cells):
        return True
    if not all(is_heading(text) for text in texts):
        return False
    return (
        len(texts) > 1
        or any(cell.merge == "down" and cell.text for cell in cells)
        or _is_sub_heading(grid, start, cells)
    )


def _completes(above: Line, row: Line) -> bool:
    """Whether every text of `row` goes on with the heading above it: "Sasaran" over "Strategis"."""
    pairs = [(upper, lower) for upper, lower in zip(above.texts, row.own, strict=False) if lower]
    return bool(pairs) and all(upper and is_listed(f"{upper} {lower}") for upper, lower in pairs)


def _is_sub_heading(grid: Sequence[Line], start: int, row: Line) -> bool:
    """Whether a lone heading stands under a heading that spans several columns."""
    at = next(at for at, text in enumerate(row.own) if text)
    above = grid[start]
    return at + 1 < len(above) and above[at + 1].merge == "right"


def _filled_right(lines: Sequence[Line]) -> list[list[str]]:
    """The texts of heading rows; in all but the last, an empty cell takes the group heading to its left.

    Files without merges (CSV) leave the cells beside a group heading empty.
    """
    filled: list[list[str]] = []
    for at, line in enumerate(lines):
        texts = ["" if _is_merged_number(cell) else text for cell, text in zip(line, line.texts, strict=True)]
        if at < len(lines) - 1:
            below = lines[at + 1]
            for column in range(1, len(texts)):
                if not texts[column] and column < len(below) and below.own[column]:
                    texts[column] = texts[column - 1]
        filled.append(texts)
    return filled


def _is_merged_number(cell: Cell) -> bool:
    """Whether a numbering row reaches down into this cell."""
    return cell.merge == "down" and _COLUMN_NUMBER.fullmatch(cell.text.strip()) is not None


def _stacked(texts: Sequence[str]) -> tuple[str, ...]:
    """The headings of one column without blanks and without what a vertical merge repeats."""
    stacked: list[str] = []
    for text in texts:
        if text and text not in stacked[-1:]:
            stacked.append(text)
    return tuple(stacked)


def _join_repeated(grid: Sequence[Line], spans: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    joined: list[list[tuple[int, int]]] = []
    for span in spans:
        if joined and _texts(grid, joined[-1][0]) == _texts(grid, span):
            joined[-1].append(span)
        else:
            joined.append([span])
    return joined


def _texts(grid: Sequence[Line], span: tuple[int, int]) -> list[list[str]]:
    return [[fold(text) for text in row.texts] for row in grid[span[0] : span[1]] if not is_numbering(row)]


def _end_of(rows: Sequence[Line]) -> int:
    """The first blank row after which nothing looks like a row of the table (notes, signatures), or their number."""
    end = len(rows)
    for at in range(len(rows) - 1, -1, -1):
        filled = sum(map(bool, rows[at].own))
        if filled > 2:
            break
        if filled == 0:
            end = at
    return end
