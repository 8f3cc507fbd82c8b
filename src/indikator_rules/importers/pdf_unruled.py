"""Tables without lines: headings that stand side by side, and beneath them words in columns with blank between."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from indikator_rules.importers.columns import VALUES
from indikator_rules.importers.headings import heading_role, is_heading, is_listed, read_heading
from indikator_rules.importers.pdf_page import Area, around, lines_of
from indikator_rules.importers.pdf_ruled import Block, Layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indikator_rules.importers.pdf_page import Line, Page, Rule, Word

_COLUMN_GAP = 0.9
"""The least blank between two columns, as a share of the height of a letter; blanks between words are narrower."""
_LEAST_GAP = 6.0
_WORD_GAP = 0.3
"""The usual blank between words, as a share of the height of a letter."""
_WIDER = 1.5
"""How many times wider than between words the blank between two headings is at least."""
_MOST_HEADING_LINES = 4
_WHOLE = 0.9
"""The share of a table's width that a line covers which parts two of its rows."""
_END_GAP = 4.0
"""The blank below which a table has ended, in heights of a letter."""
_MOST_IN_FOOT = 2
"""The most columns that a line below a table fills, such as the place and date above a signature."""
_LINE_GAP = 0.6
"""The widest blank between the lines of one row, in heights of a letter."""
_ROW_GAP = 0.4
"""How much wider the blank between rows is than that between the lines of one row, in heights of a letter."""


def unruled_tables(page: Page, words: Sequence[Word]) -> Iterator[Layout]:
    """The tables on `page` that `words`, which stand in no ruled table, make up by their places."""
    lines = lines_of(words)
    at = 0
    while at < len(lines):
        end = _heading_end(lines, at)
        if end == at:
            at += 1
            continue
        columns = _heading_columns(lines[at:end])
        body = _above_foot(page, list(_body(lines[end:], lines[end - 1], columns)), columns)
        if body:
            yield _layout(page, lines[at:end], body, columns)
        at = end + len(body)


def segments(line: Line) -> list[list[Word]]:
    """The words of a line that stand together, apart from those of other columns."""
    segments: list[list[Word]] = [[line[0]]]
    for before, word in pairwise(line):
        wide = max(_COLUMN_GAP * (word.bottom - word.top), _LEAST_GAP)
        if word.x0 - before.x1 > wide:
            segments.append([])
        segments[-1].append(word)
    return segments


def _headings(line: Line) -> list[list[Word]]:
    """The headings of a line that stand together, those apart that only a narrow gap parts: "No." and "Sasaran"."""
    return [part for segment in segments(line) for part in _parted(segment)]


def _parted(segment: list[Word]) -> list[list[Word]]:
    if is_listed(_text(segment)):
        return [segment]
    gaps = [word.x0 - before.x1 for before, word in pairwise(segment)]
    usual = min(gaps, default=0.0) if len(gaps) > 1 else _WORD_GAP * (segment[0].bottom - segment[0].top)
    for at, gap in enumerate(gaps, start=1):
        left, right = segment[:at], segment[at:]
        if gap > _WIDER * usual and is_listed(_text(left)) and is_listed(_text(right)):
            return [left, right]
    return [segment]


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _area(words: Sequence[Area]) -> Area:
    area = words[0]
    for word in words:
        area = around(area, word)
    return area


def _heading_end(lines: Sequence[Line], start: int) -> int:
    """The line behind the heading that begins at `start`; `start` itself where none does.

    A heading names an indicator column and another one, if need be in several lines taken together.
    """
    for size in range(1, _MOST_HEADING_LINES):
        window = lines[start : start + size]
        if len(window) == size and _names_columns(window) and not _is_title(lines[start], lines[start + 1 :]):
            end = start + size
            while end < min(len(lines), start + _MOST_HEADING_LINES) and _goes_on(window, lines[end]):
                end += 1
            return end
    return start


def _names_columns(lines: Sequence[Line]) -> bool:
    """Whether `lines` taken together name an indicator column and another one, and little else."""
    columns = [_text(column) for column in _stacked(lines)]
    roles = {role for text in columns if (role := heading_role(text))}
    return "nama" in roles and len(roles) > 1 and len(columns) <= 2 * len(roles) + 1


def _is_title(line: Line, below: Sequence[Line]) -> bool:
    """Whether `line` only stands above a heading that is whole without it, and names no group of its columns."""
    role = heading_role(_text(line))
    if len(segments(line)) > 1 or role in VALUES:
        return False
    headings = (below[:size] for size in range(1, _MOST_HEADING_LINES))
    whole = next((heading for heading in headings if _names_columns(heading)), [])
    return bool(whole) and (not role or role in {heading_role(_text(column)) for column in _stacked(whole)})


def _stacked(lines: Sequence[Line]) -> list[list[Word]]:
    """The segments of several lines, those above each other together, from left to right."""
    columns: list[list[Word]] = []
    for segment in (segment for line in lines for segment in _headings(line)):
        area = _area(segment)
        over = [column for column in columns if _overlaps(_area(column), area)]
        columns = [column for column in columns if column not in over]
        columns.append([*(word for column in over for word in column), *segment])
    return sorted(columns, key=lambda column: _area(column).x0)


def _overlaps(one: Area, other: Area) -> bool:
    return min(one.x1, other.x1) > max(one.x0, other.x0)


def _goes_on(heading: Sequence[Line], line: Line) -> bool:
    """Whether `line` belongs to the heading: years under a group, or second halves of headings."""
    above = _stacked(heading)
    return all(
        is_heading(text := _text(segment))
        or any(_overlaps(_area(column), _area(segment)) and is_listed(f"{_text(column)} {text}") for column in above)
        for segment in _headings(line)
    )


def _heading_columns(heading: Sequence[Line]) -> list[Area]:
    """The areas of the lowest headings, from left to right; a group heading over several of them is none of its own."""
    columns: list[Area] = []
    for line in reversed(heading):
        for area in map(_area, _headings(line)):
            under = [column for column in columns if _overlaps(column, area)]
            if len(under) == 1:
                columns[columns.index(under[0])] = around(under[0], area)
            elif not under and not _among(columns, area):
                columns.append(area)
    return sorted(columns, key=lambda column: column.x0)


def _among(columns: Sequence[Area], area: Area) -> bool:
    """Whether a group heading stands over the gap between two sub-headings that lie close together."""
    left = [column for column in columns if column.x1 <= area.x0]
    right = [column for column in columns if column.x0 >= area.x1]
    if not left or not right:
        return False
    return min(column.x0 for column in right) - max(column.x1 for column in left) < 1.5 * (area.x1 - area.x0)


def _body(lines: Sequence[Line], above: Line, columns: Sequence[Area]) -> Iterator[Line]:
    """The lines from the first on that belong to the table: until a wide blank, or text that runs over columns."""
    for line in lines:
        height = line[0].bottom - line[0].top
        if line[0].top - above[0].bottom > _END_GAP * height or _runs_over(line, columns):
            return
        yield line
        above = line


def _above_foot(page: Page, body: list[Line], columns: Sequence[Area]) -> list[Line]:
    """`body` without the lines below the last rule that parts its rows, where these fill two columns at most."""
    if not body:
        return body
    area = _area([word for line in body for word in line])
    wide = [rule.at for rule in page.horizontals if area.top < rule.at < area.bottom and _covers(rule, area)]
    below = [line for line in body if line[0].top >= max(wide, default=area.bottom)]
    filled = (sum(1 for column in columns if any(_overlaps(column, word) for word in line)) for line in below)
    return body[: len(body) - len(below)] if max(filled, default=0) <= _MOST_IN_FOOT else body


def _runs_over(line: Line, columns: Sequence[Area]) -> bool:
    """Whether words that stand together reach from one column well into the one behind the next."""
    reached = (sum(1 for column in columns if _overlaps(column, _area(segment))) for segment in segments(line))
    return max(reached) > 2


def _layout(page: Page, heading: Sequence[Line], body: Sequence[Line], columns: Sequence[Area]) -> Layout:
    borders = _borders(columns, body)
    area = _area([word for line in (*heading, *body) for word in line])
    headings = [_blocks([line], borders) for line in heading]
    for at in range(len(headings) - 1):
        _lead_groups(headings, at)
    _level(headings)
    rows = [row for row in headings if any(block.lines for block in row)]
    rows += [_blocks(row, borders) for row in _rows_between(page, area, body) or _rows(body, borders)]
    blocks = {(at, column): block for at, row in enumerate(rows) for column, block in enumerate(row)}
    first = [[(at, column) for column in range(len(columns))] for at in range(len(rows))]
    return Layout(page.number, area, borders, blocks, first)


def _blocks(row: Sequence[Line], borders: Sequence[float]) -> list[Block]:
    return [
        Block(Area(left, row[0][0].top, right, row[-1][0].bottom), _cut(row, left, right))
        for left, right in pairwise(borders)
    ]


def _lead_groups(headings: Sequence[list[Block]], at: int) -> None:
    """Moves a heading in line `at` that stands over the middle of a run of periods to the first of them."""
    start = None
    for column, own in enumerate(headings[at]):
        below = next((row[column].lines for row in headings[at + 1 :] if row[column].lines), ())
        if not (below and _is_period(_text(below[0]))):
            start = None
        elif start is None:
            start = column
        elif own.lines and not headings[at][start].lines:
            headings[at][start], headings[at][column] = own, headings[at][start]


def _level(headings: Sequence[list[Block]]) -> None:
    """Moves headings that stand alone in their column to the first line: some layouts centre them over the lines.

    Periods stay where they are below the heading of their group.
    """
    grouped = False
    for column in range(len(headings[0])):
        filled = [at for at, row in enumerate(headings) if row[column].lines]
        if not filled:
            continue
        period = _is_period(_text(headings[filled[-1]][column].lines[0]))
        if len(filled) > 1:
            grouped = period
        elif not (period and grouped):
            grouped = False
            headings[0][column], headings[filled[0]][column] = headings[filled[0]][column], headings[0][column]


def _is_period(text: str) -> bool:
    heading = read_heading(text)
    return bool(heading.year or heading.part)


def _cut(row: Sequence[Line], left: float, right: float) -> list[Line]:
    return [part for line in row if (part := _between(line, left, right))]


def _between(line: Line, left: float, right: float) -> Line:
    return [word for word in line if left <= (word.x0 + word.x1) / 2 < right]


def _borders(columns: Sequence[Area], body: Sequence[Line]) -> list[float]:
    """Where columns end: in the middle of the widest blank between two headings that no line of the body covers."""
    words = [word for line in body for word in line]
    inner = []
    for left, right in pairwise(columns):
        start, end = (left.x0 + left.x1) / 2, (right.x0 + right.x1) / 2
        covered = sorted((word.x0, word.x1) for word in (*words, left, right) if word.x1 > start and word.x0 < end)
        inner.append(_widest_blank(covered))
    edge = [min(area.x0 for area in (*columns, *words)) - 1, max(area.x1 for area in (*columns, *words)) + 1]
    return [edge[0], *inner, edge[1]]


def _widest_blank(covered: Sequence[tuple[float, float]]) -> float:
    best, middle, reached = 0.0, covered[0][1], covered[0][1]
    for start, end in covered:
        if start - reached > best:
            best, middle = start - reached, (start + reached) / 2
        reached = max(reached, end)
    return middle


def _rows_between(page: Page, table: Area, body: Sequence[Line]) -> list[list[Line]]:
    """The lines of the body in rows where drawn lines part them, over the whole of the table; else none."""
    wide = [
        rule.at
        for rule in page.horizontals
        if body[0][0].bottom < rule.at < body[-1][0].bottom and _covers(rule, table)
    ]
    edges = [table.top, *wide, table.bottom + 1]
    rows = [[line for line in body if upper <= line[0].bottom < lower] for upper, lower in pairwise(edges)]
    return [row for row in rows if row] if wide else []


def _covers(rule: Rule, table: Area) -> bool:
    return min(rule.end, table.x1) - max(rule.start, table.x0) > _WHOLE * (table.x1 - table.x0)


def _rows(body: Sequence[Line], borders: Sequence[float]) -> list[list[Line]]:
    """The lines of the body in rows: told apart by wider blanks, and by a further value in one column."""
    blanks = sorted(line[0].top - above[0].bottom for above, line in pairwise(body))
    usual = blanks[0] if blanks else 0.0
    rows: list[list[Line]] = [[body[0]]]
    for above, line in pairwise(body):
        height = line[0].bottom - line[0].top
        if line[0].top - above[0].bottom > min(usual, _LINE_GAP * height) + _ROW_GAP * height or _has_next_value(
            rows[-1], line, borders
        ):
            rows.append([])
        rows[-1].append(line)
    return rows


def _has_next_value(row: Sequence[Line], line: Line, borders: Sequence[float]) -> bool:
    """Whether `line` holds a number in a column in which the first line of `row` has one already."""
    return any(
        _is_value(_between(row[0], left, right)) and _is_value(_between(line, left, right))
        for left, right in pairwise(borders)
    )


def _is_value(words: Sequence[Word]) -> bool:
    return bool(words) and len(words) <= 2 and words[0].text[:1].isdigit()
