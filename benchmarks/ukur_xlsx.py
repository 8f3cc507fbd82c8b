"""Measures the reading of workbooks: seconds for a large sheet, beside those that calamine alone takes for its values.

    python benchmarks/ukur_xlsx.py [BARIS]

The sheet has BARIS rows (100,000 unless told) of six columns. Both read the same file in the same run, by turns, and
the shortest time of each counts. Nothing here is needed to use the project.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
from python_calamine import CalamineWorkbook

from indikator_rules.importers import read_file

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = 100_000
TURNS = 3
HEADING = ("No", "Sasaran Program", "Indikator", "Satuan", "Target 2025", "Target 2026")


def make(path: Path, rows: int) -> None:
    """Writes a sheet of `rows` indicators, two a statement."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append(HEADING)
    for row in range(rows):
        statement = f"Meningkatnya mutu layanan {row // 2}" if row % 2 == 0 else None
        sheet.append((row + 1, statement, f"Persentase layanan {row} yang tepat waktu", "%", 80 + row % 10, 90.5))
    book.save(path)


def seconds(read: Callable[[], object]) -> float:
    """How long `read` takes."""
    gc.collect()
    start = time.perf_counter()
    read()
    return time.perf_counter() - start


def values(path: Path) -> object:
    """The values of the one sheet, by calamine alone."""
    with CalamineWorkbook.from_path(path) as book:
        return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def main() -> None:
    """Print both times and how many times the one the other is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("baris", type=int, nargs="?", default=ROWS)
    rows = parser.parse_args().baris
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "besar.xlsx"
        make(path, rows)
        read_file(path)  # loads all modules once
        pairs = [(seconds(lambda: values(path)), seconds(lambda: read_file(path))) for _ in range(TURNS)]
    alone, whole = (min(times) for times in zip(*pairs, strict=True))
    print(f"{rows:,} baris: calamine {alone:.2f} detik, pembacaan {whole:.2f} detik = {whole / alone:.1f} kali")


if __name__ == "__main__":
    main()
