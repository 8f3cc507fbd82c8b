"""Files of every kind that reviewers are sent, each with what a person reads in it, written down first.

A file is a function that writes it to a folder; above it stands what is read in it, one line an indicator:
`level: statement > level: statement | indicator | unit | target | place`. Files that hold none have no line.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import docx
import openpyxl


class Own(NamedTuple):
    """A file of our own: its kind, how it is written, and the lines that a person reads in it."""

    kind: str
    write: Callable[[Path], Path]
    read: tuple[str, ...]
    program: str | None = None
    """The program that it takes to write the file, if any."""


OWN: list[Own] = []


def own(kind, *read, program=None):
    """Adds a file to the table."""

    def add(write):
        OWN.append(Own(kind, write, read, program))
        return write

    return add


def book(path, rows, merges=(), dress=None):
    made = openpyxl.Workbook()
    made.active.title = "Data"
    for row in rows:
        made.active.append(row)
    for merge in merges:
        made.active.merge_cells(merge)
    if dress:
        dress(made.active)
    made.save(path)
    return path


def word(path, *blocks):
    """Lines and tables; in a table "<" continues the cell to the left and "^" the cell above."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block), len(block[0]))
        for at, row in enumerate(block):
            for column, text in enumerate(row):
                if text not in {"<", "^"}:
                    table.cell(at, column).text = text
        for at, row in enumerate(block):
            for column, text in enumerate(row):
                if text == "<":
                    table.cell(at, column - 1).merge(table.cell(at, column))
                elif text == "^":
                    table.cell(at - 1, column).merge(table.cell(at, column))
    document.save(path)
    return path
