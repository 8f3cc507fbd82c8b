"""From CSV to Readings, whatever its encoding and delimiter; also from columns set apart by blanks."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from indikator_rules.errors import DocumentError
from indikator_rules.importers.cells import Cell
from indikator_rules.importers.column_map import NO_MAP
from indikator_rules.importers.from_grids import read_grids
from indikator_rules.importers.looks import PLAIN, with_blanks
from indikator_rules.importers.text import read_text
from indikator_rules.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from indikator_rules.importers.column_map import Peta
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 20
_PIECE = re.compile(r"\S+(?: \S+)*")
"""A text between blanks of two or more."""


def from_csv(path: Path, *, tingkat: Tingkat | None = None, peta: Peta = NO_MAP) -> tuple[Reading, ...]:
    """One document per instansi in `path`. Raises DocumentError when no row holds an indicator."""
    text = read_text(path)
    try:
        delimiter = delimiter_of(text)
        if _spaced_regularity(text) > _regularity(text, delimiter):
            grid = list(_spaced_cells(str(path), text.splitlines()))
        else:
            grid = list(_cells(str(path), text, delimiter))
    except csv.Error:
        raise DocumentError(
            f"{path}: susunan CSV keliru; periksa tanda kutip yang tidak ditutup lalu simpan ulang."
        ) from None
    return read_grids(path, [grid], tingkat=tingkat, peta=peta)


def delimiter_of(text: str) -> str:
    """The delimiter that cuts the first rows of `text` into the most columns, the same number row after row."""
    return max(_DELIMITERS, key=lambda delimiter: _regularity(text, delimiter))


def _regularity(text: str, delimiter: str) -> tuple[int, int]:
    rows = islice(csv.reader(text.splitlines(keepends=True), delimiter=delimiter), _SAMPLE_ROWS)
    return _most_regular(len(row) for row in rows if row)


def _spaced_regularity(text: str) -> tuple[int, int]:
    return _most_regular(len(_PIECE.findall(line)) for line in text.splitlines()[:_SAMPLE_ROWS] if "\t" not in line)


def _most_regular(numbers: Iterable[int]) -> tuple[int, int]:
    """How many rows have the commonest number of columns above one, and this number."""
    widths = Counter(numbers)
    width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]), default=(0, 0))
    return (count if width > 1 else 0, width)


def _cells(file: str, text: str, delimiter: str) -> Iterator[list[Cell]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    line = 1
    for row in reader:
        yield [
            Cell(value.strip(), Location(file, line=line, column=at), look=with_blanks(PLAIN, value))
            for at, value in enumerate(row, start=1)
        ]
        line = reader.line_num + 1


def _spaced_cells(file: str, lines: Sequence[str]) -> Iterator[list[Cell]]:
    """The cells of a table whose columns begin where those of its fullest line do."""
    pieces = [list(_PIECE.finditer(line)) for line in lines]
    starts = [piece.start() for piece in max(pieces, key=len)]
    for number, found in enumerate(pieces, start=1):
        texts = [""] * len(starts)
        for piece in found:
            column = min(range(len(starts)), key=lambda at, piece=piece: abs(starts[at] - piece.start()))  # type: ignore[misc]
            texts[column] = f"{texts[column]} {piece[0]}".strip()
        yield [Cell(text, Location(file, line=number, column=at)) for at, text in enumerate(texts, start=1)]
