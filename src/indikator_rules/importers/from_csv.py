"""From CSV to Readings, whatever its encoding and delimiter."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from indikator_rules.errors import DocumentError
from indikator_rules.importers.cells import Cell
from indikator_rules.importers.from_grids import read_grids
from indikator_rules.importers.text import read_text
from indikator_rules.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 20


def from_csv(path: Path, *, tingkat: Tingkat | None = None) -> tuple[Reading, ...]:
    """One document per instansi in `path`. Raises DocumentError when no row holds an indicator."""
    text = read_text(path)
    try:
        grid = list(_cells(str(path), text, delimiter_of(text)))
    except csv.Error:
        raise DocumentError(
            f"{path}: susunan CSV keliru; periksa tanda kutip yang tidak ditutup lalu simpan ulang."
        ) from None
    return read_grids(path, [grid], tingkat=tingkat)


def delimiter_of(text: str) -> str:
    """The delimiter that cuts the first rows of `text` into the most columns, the same number row after row."""
    return max(_DELIMITERS, key=lambda delimiter: _regularity(text, delimiter))


def _regularity(text: str, delimiter: str) -> tuple[int, int]:
    rows = islice(csv.reader(text.splitlines(keepends=True), delimiter=delimiter), _SAMPLE_ROWS)
    widths = Counter(len(row) for row in rows if row)
    width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]), default=(0, 0))
    return (count if width > 1 else 0, width)


def _cells(file: str, text: str, delimiter: str) -> Iterator[list[Cell]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    line = 1
    for row in reader:
        yield [Cell(value.strip(), Location(file, line=line, column=at)) for at, value in enumerate(row, start=1)]
        line = reader.line_num + 1
