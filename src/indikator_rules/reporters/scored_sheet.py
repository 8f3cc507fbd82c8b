"""A sheet of scores: a line for each subject, its scores and why, and sums that follow what people fill in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from indikator_rules.obstacles import listed
from indikator_rules.reporters.tables_xlsx import OPEN_WORDS, Book, Cell, Formula

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from indikator_rules.reporters.scores import Column, Lack, Score

_JUDGED = {0: "bernilai 0", 1: "bernilai 1", None: "perlu dinilai"}
_SCORE_WIDTH, _SUM_WIDTH, _REASON_WIDTH = 10, 8, 56
_COUNTED: tuple[tuple[str, str, int | None], ...] = (
    ("Jumlah nilai 1", "1", 1),
    ("Jumlah nilai 0", "0", 0),
    ("Jumlah yang perlu manusia", f'"{OPEN_WORDS}"', None),
)
"""What is counted in each column: its label, the value in a formula, and the value of a score."""


class Line(NamedTuple):
    """A line of the sheet, without its number; one without scores is a heading across the sheet."""

    texts: tuple[str, ...]
    scores: tuple[Score, ...] = ()
    no_data: tuple[Lack, ...] = ()


class Design(NamedTuple):
    """What the sheet is called and shows: its texts with their widths, its scores, and what its subjects are called.

    `causes` are the numbers of the reasons why rules come to no verdict, which are told once elsewhere.
    """

    name: str
    subjects: str
    texts: Mapping[str, int]
    asked: Sequence[Column]
    causes: Mapping[str, int]

    @property
    def widths(self) -> dict[str, int]:
        """All columns, with their widths."""
        scores = {column.title: _SCORE_WIDTH for column in self.asked}
        return {"No": 5, **self.texts, **scores, "Jumlah": _SUM_WIDTH, "Alasan penilaian": _REASON_WIDTH}

    @property
    def added(self) -> int:
        """How many of the scores, from the first on, are added up."""
        return sum(column.is_smart for column in self.asked) or len(self.asked)


class Page(NamedTuple):
    """A sheet in the making, and where its scores stand: rows and columns, first and last."""

    book: Book
    sheet: Any
    design: Design
    top: int
    bottom: int
    left: int

    @property
    def sum_at(self) -> int:
        """The column of the sums."""
        return self.left + len(self.design.asked)

    def column(self, at: int) -> str:
        """The scores of one column, as a formula names them."""
        return str(xl_range(self.top, at, self.bottom, at))

    def added(self, row: int) -> str:
        """What is added up in a row, as a formula names it."""
        return str(xl_range(row, self.left, row, self.left + self.design.added - 1))


def add_scored_sheet(book: Book, intro: Sequence[str], design: Design, lines: Sequence[Line]) -> None:
    """Add the sheet, with `intro` above its headings."""
    sheet = book.add_sheet(design.name, intro, design.widths)
    top = len(intro) + 1
    sheet.freeze_panes(top, 3)
    page = Page(book, sheet, design, top, top + len(lines) - 1, len(design.texts) + 1)
    last = len(design.widths) - 1
    number = 0
    for row, line in enumerate(lines, start=top):
        if line.scores:
            number += 1
            book.write_row(sheet, row, list(_cells(page, row, number, line)), list(design.widths.values()))
        else:
            book.write_across(sheet, row, last, line.texts[0], "band")
    if number:
        book.offer_scores(sheet, xl_range(top, page.left, page.bottom, page.sum_at - 1))
        _write_totals(page, [line.scores for line in lines if line.scores])
    else:
        book.write_across(sheet, top, last, f"Tidak ada {design.subjects} yang dapat dinilai.", "band")


def _cells(page: Page, row: int, number: int, line: Line) -> Iterator[Cell]:
    yield Cell(number, "number")
    yield from map(Cell, line.texts)
    yield from (Cell(_shown(one), "score") for one in line.scores)
    met = sum(one.value or 0 for one in line.scores[: page.design.added])
    yield Cell(Formula(f"=SUM({page.added(row)})", met), "number")
    yield Cell(reasons(line.scores, page.design))


def _shown(one: Score) -> int | str:
    return OPEN_WORDS if one.value is None else one.value


def reasons(scores: Sequence[Score], design: Design) -> str:
    """Why each cell has its value: what was found first, then what was not judged, then what passed."""
    zipped = [(column.title, one) for column, one in zip(design.asked, scores, strict=True)]
    columns: dict[tuple[int | None, str], list[str]] = {}
    for title, one in zipped:
        if one.told:
            columns.setdefault((one.value, one.told), []).append(title)
    lines = [f"{listed(of)} {_JUDGED[value]}. {told}" for (value, told), of in columns.items() if value != 1]
    lines += [f"Catatan pada {listed(of)}: {told}" for (value, told), of in columns.items() if value == 1]
    for label, told in (
        ("Perlu dinilai", [(title, _causes(one, design.causes)) for title, one in zipped if one.lacks]),
        ("Lolos", [(title, ", ".join(one.passed)) for title, one in zipped if one.passed]),
    ):
        if told:
            lines.append(f"{label}: {', '.join(f'{title} ({words})' for title, words in told)}.")
    return "\n".join(lines)


def _causes(one: Score, numbers: Mapping[str, int]) -> str:
    """The rules that came to no verdict, with the numbers of the reasons why."""
    return "; ".join(f"{', '.join(lack.codes)}: sebab {numbers[lack.why]}" for lack in one.lacks)


# ---- sums


def _write_totals(page: Page, scores: Sequence[Sequence[Score]]) -> None:
    """Write below the lines how often each column has each value, and the shares."""
    counts = [Counter(one.value for one in of_column) for of_column in zip(*scores, strict=True)]
    row = page.bottom + 1
    for label, written, value in _COUNTED:
        cells = [
            Formula(f"=COUNTIF({page.column(at)},{written})", count[value])
            for at, count in enumerate(counts, start=page.left)
        ]
        added = sum(count[value] for count in counts[: page.design.added])
        _write_total(page, row, label, [*cells, Formula(f"=SUM({page.added(row)})", added)], "total")
        row += 1
    shares = [_share(page, at, count) for at, count in enumerate(counts, start=page.left)]
    _write_total(page, row, "Persentase nilai 1 dari yang sudah dinilai", shares, "percent")
    _write_whole(page, counts[: page.design.added], len(scores))


def _share(page: Page, at: int, count: Counter[int | None]) -> Formula:
    """The share of 1 among what has been judged in a column."""
    met, failed = (xl_rowcol_to_cell(page.bottom + below, at) for below in (1, 2))
    judged = count[1] + count[0]
    return Formula(f'=IF({met}+{failed}=0,"–",{met}/({met}+{failed}))', count[1] / judged if judged else "–")


def _write_whole(page: Page, counts: Sequence[Counter[int | None]], number: int) -> None:
    """Write the share that evaluators compute over all cells: at least, and at most, while some are open."""
    width = len(counts)
    met, open_ = (sum(count[value] for count in counts) for value in (1, None))
    ones, opened = (xl_rowcol_to_cell(page.bottom + below, page.sum_at) for below in (1, 3))
    cells = f"(COUNT({page.column(0)})*{width})"
    reckoned = f"Nilai 1 ÷ (banyaknya {page.design.subjects} × {width}), yang {OPEN_WORDS} dihitung"
    shares = (
        (f"{reckoned} 0", Formula(f"={ones}/{cells}", met / (number * width))),
        (f"{reckoned} 1", Formula(f"=({ones}+{opened})/{cells}", (met + open_) / (number * width))),
    )
    for row, (label, share) in enumerate(shares, start=page.bottom + 5):
        _write_total(page, row, label, [*[None] * len(page.design.asked), share], "percent")


def _write_total(page: Page, row: int, label: str, cells: Sequence[Formula | None], form: str) -> None:
    """Write a label over the columns before the scores, and `cells` below these; None leaves a cell empty."""
    page.book.write_across(page.sheet, row, page.left - 1, label, "label")
    for at, cell in enumerate(cells, start=page.left):
        page.book.write_cell(page.sheet, row, at, Cell("" if cell is None else cell, form))
