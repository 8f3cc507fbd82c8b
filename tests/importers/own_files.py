"""Files of every kind that reviewers are sent, each with what a person reads in it, written down first.

A file is a function that writes it to a folder; above it stands what is read in it, one line an indicator:
`level: statement > level: statement | indicator | unit | target | place`. Files that hold none have no line.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

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
