"""Files of the kinds that reviewers are sent, made on the spot."""

import csv

import openpyxl
import pytest
from word_files import word_file


@pytest.fixture
def xlsx(tmp_path):
    """Writes rows to a workbook; `merges` are ranges such as "A1:B1", `formats` number formats by cell."""

    def write(rows, merges=(), formats=None, name="berkas.xlsx"):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        for merge in merges:
            book.active.merge_cells(merge)
        for cell, number_format in (formats or {}).items():
            book.active[cell].number_format = number_format
        book.save(tmp_path / name)
        return tmp_path / name

    return write


@pytest.fixture
def word(tmp_path):
    """Writes lines and tables to a Word document, as `word_file` does."""
    return lambda *blocks, name="berkas.docx": word_file(tmp_path / name, *blocks)


@pytest.fixture
def comma(tmp_path):
    """Writes rows as CSV."""

    def write(rows, encoding="utf-8", delimiter=",", name="berkas.csv"):
        path = tmp_path / name
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)
        return path

    return write


@pytest.fixture
def text(tmp_path):
    """Writes a text file."""

    def write(content, name):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return path

    return write
