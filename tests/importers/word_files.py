"""Word documents of lines and tables, made on the spot."""

import docx


def word_file(path, *blocks):
    """Writes lines and tables to `path`; a table is a list of rows, a line a string.

    In a table, "<" continues the cell to the left and "^" the cell above (true merges).
    """
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            _fill(document.add_table(len(block), len(block[0])), block)
    document.save(path)
    return path


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
