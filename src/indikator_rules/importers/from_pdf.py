"""From a PDF to Readings: its tables, ruled or not, and the trees of boxes that some pages draw."""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from indikator_rules.errors import DocumentError
from indikator_rules.importers.column_map import NO_MAP
from indikator_rules.importers.files import DAMAGE, damaged
from indikator_rules.importers.from_grids import read_grids
from indikator_rules.importers.headings import is_heading
from indikator_rules.importers.notes import Note
from indikator_rules.importers.pdf_grids import goes_on, grid_of
from indikator_rules.importers.pdf_page import lines_of, read_page, turn_to_reader
from indikator_rules.importers.pdf_ruled import ruled_tables
from indikator_rules.importers.pdf_sheet import drawn_tables
from indikator_rules.importers.pdf_text import rejoined_words, whole_words
from indikator_rules.importers.pdf_tree import tree_boxes, tree_rows
from indikator_rules.importers.pdf_unruled import unruled_tables
from indikator_rules.importers.tables import find_tables
from indikator_rules.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from indikator_rules.importers.cells import Grid
    from indikator_rules.importers.column_map import Peta
    from indikator_rules.importers.pdf_boxes import Framed
    from indikator_rules.importers.pdf_page import Line, Page, Word
    from indikator_rules.importers.pdf_ruled import Layout
    from indikator_rules.importers.rows import Row
    from indikator_rules.importers.tables import Table
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading

MAX_PAGES = 1_000
MAX_LETTERS_ON_PAGE = 60_000
MAX_LINES_ON_PAGE = 40_000
_LOSSES = ("Data-loss", "Cannot ", "Could not set ")
"""How complaints begin that tell of parts left out; others are about fonts and colours."""
_NO_INDICATOR = "Halaman ini tidak memuat tabel atau pohon indikator."
_MARGIN = 0.1
"""The share of a page, above and below, in which page numbers and running titles stand."""


def from_pdf(path: Path, *, tingkat: Tingkat | None = None, peta: Peta = NO_MAP) -> tuple[Reading, ...]:
    """The document in `path`. Raises DocumentError when it cannot be read or holds no indicator."""
    notes: list[Note] = []
    pages = _pages(path, notes)
    if not any(page.words for page in pages):
        raise DocumentError(
            f"{path}: halaman PDF ini hanya berupa gambar (hasil pindai) tanpa teks; "
            "gunakan berkas aslinya atau jalankan pengenalan teks (OCR) lebih dulu."
        )
    boxes = {page.number: tree_boxes(page) for page in pages}
    layouts = _layouts(pages, boxes)
    outside = {page.number: _outside(page, layouts[page.number]) for page in pages}
    running = _running_titles(outside)
    runs = _runs(pages, layouts, outside, running)
    blocks = [block for run in runs for layout in run for block in layout.blocks.values()]
    vocabulary = whole_words([*outside.values(), *(block.lines for block in blocks)])
    vocabulary |= rejoined_words(((block.lines, block.area.x1 - block.area.x0) for block in blocks), vocabulary)
    grids = [grid_of(str(path), run, vocabulary) for run in runs]
    with_tables = {
        layout.page for run, grid in zip(runs, grids, strict=True) if _measures(grid, peta) for layout in run
    }
    told = {layout.page for run, grid in zip(runs, grids, strict=True) if peta.of_grid(grid) for layout in run}
    going_on = {layout.page for run in runs if len(run) > 1 for layout in run}
    drawn: list[Row] = []
    trees: list[Page] = []
    for page in pages:
        tables = [] if page.number in told | going_on else layouts[page.number]
        rows = drawn_tables(str(path), page, tables, boxed=bool(boxes[page.number]), notes=notes)
        if not rows and boxes[page.number] and page.number not in with_tables:
            rows = list(tree_rows(str(path), page, boxes[page.number], notes))
        drawn += rows
        trees += [page] if rows else []
    grids = [
        grid for run, grid in zip(runs, grids, strict=True) if not any(run[0].page == page.number for page in trees)
    ]
    silent = [page for page in pages if page.number not in with_tables and page not in trees and page.words]
    notes += [Note("B17", _NO_INDICATOR, Location(str(path), page=page.number)) for page in silent]
    titles = _without_page_numbers([_text(line) for lines in outside.values() for line in lines], running)
    titles.sort(key=lambda title: _undated(title) not in running)
    return read_grids(path, grids, titles=titles, drawn=drawn, notes=notes, tingkat=tingkat, peta=peta)


def _measures(grid: Grid, peta: Peta) -> bool:
    return bool(peta.of_grid(grid)) or any(map(_names_some, find_tables(grid)))


def _names_some(table: Table) -> bool:
    """Whether something stands below a heading of indicators."""
    columns = [at for at, column in enumerate(table.columns) if column.role == "nama"]
    return any(row.own[at] for row in table.rows if row for at in columns)


def _pages(path: Path, notes: list[Note]) -> list[Page]:
    try:
        with _losses() as losses, pdfplumber.open(path) as document:
            if len(document.pages) > MAX_PAGES:
                raise DocumentError(
                    f"{path}: terlalu banyak halaman ({len(document.pages)}, paling banyak {MAX_PAGES}); "
                    "ambil halaman yang memuat tabel kinerja saja."
                )
            pages = [_page(path, number, page, notes) for number, page in enumerate(document.pages, start=1)]
            if losses:
                message = "Sebagian isi PDF ini rusak dan tidak dibaca; bandingkan hasilnya dengan berkas asli."
                notes.append(Note("B05", message, Location(str(path))))
            return pages
    except PDFPasswordIncorrect:
        raise _protected(path) from None
    except (PdfminerException, MalformedPDFException) as problem:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in (*problem.args, problem.__context__)):
            raise _protected(path) from None
        raise damaged(path) from None
    except (*DAMAGE, PSException, RecursionError, AssertionError):
        raise damaged(path) from None


@contextmanager
def _losses() -> Iterator[list[str]]:
    """What pdfminer complains of while it reads: parts it had to leave out. Nothing of it reaches the screen."""
    complaints: list[str] = []
    logger = logging.getLogger("pdfminer")
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: complaints.append(record.msg) if record.msg.startswith(_LOSSES) else None  # type: ignore[method-assign]
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield complaints
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


def _protected(path: Path) -> DocumentError:
    return DocumentError(f"{path}: berkas PDF dilindungi kata sandi; buka, hapus kata sandinya, lalu simpan ulang.")


def _page(path: Path, number: int, page: Any, notes: list[Note]) -> Page:
    drawn = len(page.rects) + len(page.lines) + len(page.curves)
    if len(page.chars) > MAX_LETTERS_ON_PAGE or drawn > MAX_LINES_ON_PAGE:
        raise DocumentError(f"{path}, halaman {number}: isi halaman terlalu padat untuk dibaca; hapus gambar latarnya.")
    read = read_page(number, turn_to_reader(page))
    page.close()
    place = Location(str(path), page=number)
    if read.oblique > len(read.words):
        notes.append(Note("B05", "Teks yang ditulis miring di halaman ini tidak dibaca.", place))
    if not read.words and page.images:
        notes.append(Note("B05", "Halaman ini hanya berupa gambar tanpa teks dan tidak dibaca.", place))
    return read


def _layouts(pages: Sequence[Page], boxes: Mapping[int, Sequence[Framed]]) -> dict[int, list[Layout]]:
    """The tables of every page outside of `boxes`, numbered on each.

    One row alone is a table only as the rest of the one before it.
    """
    layouts: dict[int, list[Layout]] = {}
    above: Layout | None = None
    for page in pages:
        found = [
            layout
            for at, layout in enumerate(ruled_tables(page))
            if (len(layout.first) > 1 and not _is_coloured_heading(layout, page))
            or (at == 0 and above is not None and goes_on(above, layout))
        ]
        taken = [layout.area for layout in found]
        taken += [stack.area for stack in boxes[page.number]]
        found += unruled_tables(page, [word for word in page.words if not any(area.holds(word) for area in taken)])
        for number, layout in enumerate(found, start=1):
            layout.number = number
        layouts[page.number] = found
        above = found[-1] if found else None
    return layouts


def _is_coloured_heading(layout: Layout, page: Page) -> bool:
    """Whether a table is but the coloured heading of one whose rows no lines part."""
    words = [word for block in layout.blocks.values() for line in block.lines for word in line]
    return all(is_heading(_text(line)) for block in layout.blocks.values() for line in block.lines) and all(
        any(box.colour and box.holds(word) for box in page.boxes) for word in words
    )


def _outside(page: Page, layouts: Sequence[Layout]) -> list[Line]:
    """The lines on `page` that stand in no table."""
    return lines_of([word for word in page.words if not _stands_in(word, layouts)])


def _stands_in(word: Word, layouts: Sequence[Layout]) -> bool:
    return any(layout.area.holds(word) for layout in layouts)


def _text(line: Line) -> str:
    return " ".join(word.text for word in line)


def _running_titles(outside: dict[int, list[Line]]) -> frozenset[str]:
    """The lines that several pages repeat, numbers aside."""
    pages: dict[str, set[int]] = {}
    for number, lines in outside.items():
        for line in lines:
            pages.setdefault(_undated(_text(line)), set()).add(number)
    return frozenset(text for text, found in pages.items() if text and len(found) > 2)


def _without_page_numbers(titles: Sequence[str], running: frozenset[str]) -> list[str]:
    """`titles`, those that run over pages without the number at their end where it is another on each page."""
    ends: dict[str, set[str]] = {}
    for title in titles:
        ends.setdefault(_undated(title), set()).add(title.split(" ")[-1])
    numbered = {
        text for text, found in ends.items() if text in running and len(found) > 1 and all(map(str.isdigit, found))
    }
    return [title.rpartition(" ")[0] if _undated(title) in numbered else title for title in titles]


def _undated(text: str) -> str:
    return re.sub(r"\d+", "", text).strip().lower()


def _runs(
    pages: Sequence[Page],
    layouts: dict[int, list[Layout]],
    outside: dict[int, list[Line]],
    running: frozenset[str],
) -> list[list[Layout]]:
    """The tables of the document, each with the parts of it that later pages hold."""
    runs: list[list[Layout]] = []
    before: Page | None = None
    for page in pages:
        for at, layout in enumerate(layouts[page.number]):
            above = runs[-1][-1] if runs else None
            if (
                at == 0
                and before is not None
                and above is not None
                and above.page == before.number
                and goes_on(above, layout)
                and not _speaks(before, outside[before.number], running, top=above.area.bottom)
                and not _speaks(page, outside[page.number], running, bottom=layout.area.top)
            ):
                runs[-1].append(layout)
            else:
                runs.append([layout])
        before = page
    return runs


def _speaks(
    page: Page, lines: Iterable[Line], running: frozenset[str], *, top: float = 0.0, bottom: float | None = None
) -> bool:
    """Whether running text stands on `page` between the heights `top` and `bottom`, page margins aside."""
    first, last = _MARGIN * page.height, (1 - _MARGIN) * page.height
    return any(
        max(top, first) <= line[0].top and line[0].bottom <= min(bottom or last, last)
        for line in lines
        if _undated(_text(line)) not in running
    )
