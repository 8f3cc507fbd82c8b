"""Files of the kinds that reviewers are sent, made on the spot."""

import csv

import docx
import openpyxl
import pytest


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
    """Writes lines and tables to a Word document; a table is a list of rows, a line a string.

    In a table, "<" continues the cell to the left and "^" the cell above (true merges).
    """

    def write(*blocks, name="berkas.docx"):
        document = docx.Document()
        for block in blocks:
            if isinstance(block, str):
                document.add_paragraph(block)
            else:
                _fill(document.add_table(len(block), len(block[0])), block)
        document.save(tmp_path / name)
        return tmp_path / name

    return write


def _fill(table, rows):
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text not in {"<", "^"}:
                table.cell(at, column).text = text
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text == "<":
                table.cell(at, column - 1).merge(table.cell(at, column))
            elif text == "^":
                table.cell(at - 1, column).merge(table.cell(at, column))


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
