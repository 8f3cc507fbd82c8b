"""From boxes joined by lines to rows: the statement, the level and the indicators that each box states."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from indikator_rules.importers.box_text import (
    ITEM,
    is_label,
    is_measured,
    label_of,
    level_of,
    read_box,
    tell_performance,
)
from indikator_rules.importers.headings import read_level
from indikator_rules.importers.notes import Note
from indikator_rules.importers.pdf_boxes import framed_texts, parents_of, swatches
from indikator_rules.importers.pdf_page import around, lines_of
from indikator_rules.importers.pdf_text import text_of
from indikator_rules.importers.pdf_unruled import segments
from indikator_rules.importers.rows import Row, Statement
from indikator_rules.importers.sheet_nodes import code_before, enumerator, numbers
from indikator_rules.location import Location
from indikator_rules.model.pembacaan import Keyakinan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indikator_rules.importers.box_text import Said
    from indikator_rules.importers.pdf_boxes import Framed
    from indikator_rules.importers.pdf_page import Line, Page
    from indikator_rules.model.tingkat import Tingkat

_MARGINS = 16.0
"""What both margins of a box and a blank take of its width."""
_SURE = Keyakinan(derajat="tinggi", sebab="tingkat disebut di dalam kotaknya")
_BESIDE = Keyakinan(derajat="sedang", sebab="tingkat ditunjukkan oleh warna atau baris kotaknya")
_LEVEL_UNKNOWN = Keyakinan(derajat="rendah", sebab="tingkatnya tidak disebut")
_RIGHT_ABOVE = 14.0
"""How far above a box of indicators the box of their statement ends at most."""
_GAP = 0.9
"""The blank between two paragraphs of a box, as a share of the height of a line."""

_JUST_BESIDE = 3.0
"""How far things that stand in one line may lie apart in height, and boxes that touch from each other."""


def tree_boxes(page: Page) -> list[Framed]:
    """The boxes on `page`, from top to bottom, if they are those of a pohon kinerja; else none."""
    stacks = _joined_beside(framed_texts(page))
    return stacks if tell_performance(read_box(_paragraphs_of(stack)) for stack in stacks) else []


def _joined_beside(stacks: Sequence[Framed]) -> list[Framed]:
    """`stacks`, a box of indicators alone made one with the statement that it touches on its left."""
    joined: list[Framed] = []
    for stack in sorted(stacks, key=lambda stack: stack.area.x0):
        said = read_box(_paragraphs_of(stack))
        left = next(
            (other for other in joined if said.indicators and not said.statement and _touch(other, stack)), None
        )
        if left is not None and read_box(_paragraphs_of(left)).statement:
            left.area = around(left.area, stack.area)
            left.parts += stack.parts
        else:
            joined.append(stack)
    return [stack for stack in stacks if stack in joined]


def _touch(left: Framed, right: Framed) -> bool:
    """Whether two boxes of one height stand side by side."""
    one, other = left.area, right.area
    apart = (one.x1 - other.x0, one.top - other.top, one.bottom - other.bottom)
    return all(abs(distance) <= _JUST_BESIDE for distance in apart)


def tree_rows(file: str, page: Page, stacks: Sequence[Framed], notes: list[Note]) -> Iterator[Row]:
    """The rows that the boxes `stacks` on `page` state, parents before children."""
    said = {id(stack): read_box(_paragraphs_of(stack)) for stack in stacks}
    counted = {id(stack): _take_number(said[id(stack)], stack) for stack in stacks}
    parents = parents_of(stacks, page, counted)
    parents |= _statements_right_above(stacks, said, parents)
    _hand_up(stacks, said, parents)
    labelled = {id(own) for own in said.values() if own.level}
    _tell_levels(page, stacks, said)
    sure = {
        id(own): _SURE if id(own) in labelled else _BESIDE if own.level else _LEVEL_UNKNOWN for own in said.values()
    }
    place = Location(file, page=page.number)
    for stack in stacks:
        if not said[id(stack)].statement:
            continue
        path = [said[id(step)] for step in _path(stack, parents) if said[id(step)].statement]
        if path[-1].level is None:
            notes.append(Note("B06", "Tingkat sebagian kotak di halaman ini tidak dapat ditentukan.", place))
        for indicator in path[-1].indicators or (None,):
            yield Row(
                tuple(_statement(step, place, sure[id(step)]) for step in path),
                indicator,
                {"": place},
                table=-page.number,
            )


def _statements_right_above(
    stacks: Sequence[Framed], said: dict[int, Said], parents: dict[int, Framed]
) -> dict[int, Framed]:
    """The statement that stands right above each box of indicators to which no line leads, by the box's identity."""
    found: dict[int, Framed] = {}
    for stack in stacks:
        if said[id(stack)].statement or not said[id(stack)].indicators or id(stack) in parents:
            continue
        near = [
            other
            for other in stacks
            if said[id(other)].statement
            and 0 <= stack.area.top - other.area.bottom <= _RIGHT_ABOVE
            and min(other.area.x1, stack.area.x1) > max(other.area.x0, stack.area.x0)
        ]
        found |= {id(stack): other for other in near[-1:]}
    return found


def _take_number(said: Said, stack: Framed) -> tuple[str, ...]:
    """The numbers of the code that a box has, from the outermost in; a code before its statement becomes a field."""
    code, text = code_before(said.statement)
    if code:
        said.statement = text
        said.values.setdefault("kode", code)
    first = next((text for _, text in _paragraphs_of(stack)), "")
    return numbers(said.values.get("kode", "") or said.number or enumerator(first))


def _statement(said: Said, place: Location, sure: Keyakinan) -> Statement:
    values = {"tingkat": said.level, "pernyataan": said.statement, **said.values}
    return Statement(values, {"": place, "pernyataan": place}, sure)


def _path(stack: Framed, parents: dict[int, Framed]) -> list[Framed]:
    """`stack` and those it stands under, the outermost first."""
    path = [stack]
    while (above := parents.get(id(path[0]))) is not None and above not in path:
        path.insert(0, above)
    return path


def _hand_up(stacks: Sequence[Framed], said: dict[int, Said], parents: dict[int, Framed]) -> None:
    """Gives what boxes of indicators alone say to the statement they stand under."""
    for stack in stacks:
        owner = next((step for step in reversed(_path(stack, parents)) if said[id(step)].statement), None)
        if owner is not None and owner is not stack:
            said[id(owner)].indicators += said[id(stack)].indicators


def _paragraphs_of(stack: Framed) -> Iterator[tuple[bool, str]]:
    """The paragraphs of all boxes of a stack, and whether one opens a further box."""
    for number, lines in enumerate(stack.parts):
        for at, paragraph in enumerate(paragraphs(lines, stack.area.x1 - stack.area.x0)):
            yield at == 0 and number > 0, paragraph


def paragraphs(lines: Sequence[Line], width: float) -> list[str]:
    """The texts of a box that stand for themselves: a line goes on with the one above unless it begins something."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _begins(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [" ".join(text_of(group, width, frozenset()).split()) for group in groups]


def _begins(above: Line, line: Line, width: float) -> bool:
    """Whether `line` is the first of a paragraph."""
    text = _plain(line)
    height = line[0].bottom - line[0].top
    if text[0].islower() and not _has_room(above, line, width):
        return False
    return (
        line[0].top - above[0].bottom > _GAP * height
        or above[0].bold != line[0].bold
        or ITEM.match(text) is not None
        or label_of(text) is not None
        or is_label(_plain(above))
        or (
            text[0].isupper()
            and is_measured(text)
            and (not is_measured(_plain(above)) or _has_room(above, line, width))
        )
    )


def _has_room(above: Line, line: Line, width: float) -> bool:
    """Whether the first word of `line` would have found room behind `above`."""
    return above[-1].x1 - above[0].x0 + line[0].x1 - line[0].x0 < width - _MARGINS


def _plain(line: Line) -> str:
    return " ".join(word.text for word in line)


def _tell_levels(page: Page, stacks: Sequence[Framed], said: dict[int, Said]) -> None:
    """Fills levels that no label in the box names: by the colour a legend explains, or by the label of the row."""
    colours = _legend(page, stacks, said)
    columns = _column_labels(page, stacks)
    labels = [] if columns else _row_labels(page, stacks, said)
    for stack in stacks:
        own = said[id(stack)]
        if own.statement and own.level is None:
            middle = (stack.area.x0 + stack.area.x1) / 2
            over = [level for level, left, right in columns if left < middle < right]
            beside = over or [
                level for level, top, bottom in labels if top < (stack.area.top + stack.area.bottom) / 2 < bottom
            ]
            own.level = colours.get(stack.colour) or (beside[0] if beside else None)


def _legend(page: Page, stacks: Sequence[Framed], said: dict[int, Said]) -> dict[object, Tingkat]:
    """The level that each colour stands for: of boxes that hold nothing but its name, or stand before it."""
    found: dict[object, Tingkat] = {}
    for stack in stacks:
        own = said[id(stack)]
        if own.level and not own.statement and not own.indicators and stack.colour:
            found[stack.colour] = own.level
    outside = _outside(page, stacks)
    shown = swatches(page)
    for box in shown:
        next_ones = [other.x0 for other in shown if other.x0 > box.x1 and abs(other.top - box.top) < _JUST_BESIDE]
        end = min(next_ones, default=page.width)
        for line in outside:
            beside = [word for word in line if box.x1 <= word.x0 < end and box.top - 3 < word.bottom < box.bottom + 9]
            level = read_level(_plain(beside)) if beside else None
            if level and beside[0].x0 - box.x1 < 30:
                found.setdefault(box.colour, level)
    return found


def _row_labels(page: Page, stacks: Sequence[Framed], said: dict[int, Said]) -> list[tuple[Tingkat, float, float]]:
    """The levels written beside rows of boxes, with the heights between which they hold."""
    outside = [(_plain(line), line[0].top) for line in _outside(page, stacks)]
    outside += [(line.text, (line.top + line.bottom) / 2) for line in page.upended]
    found = [(level, at) for text, at in outside if (level := read_level(text) or level_of(text)) is not None]
    for stack in stacks:
        own = said[id(stack)]
        if own.level and not own.statement and not own.indicators:
            found.append((own.level, (stack.area.top + stack.area.bottom) / 2))
    found.sort(key=lambda pair: pair[1])
    tops = [0.0, *((upper[1] + lower[1]) / 2 for upper, lower in pairwise(found)), page.height]
    return [(level, tops[at], tops[at + 1]) for at, (level, _) in enumerate(found)]


def _column_labels(page: Page, stacks: Sequence[Framed]) -> list[tuple[Tingkat, float, float]]:
    """The levels written side by side above all boxes, with the span of the page over which each holds."""
    for line in _outside(page, stacks):
        if line[0].top > min(stack.area.top for stack in stacks):
            break
        parts = segments(line)
        levels = [read_level(_plain(part)) for part in parts]
        if len(levels) > 1 and all(levels):
            ends = [0.0, *((one[-1].x1 + other[0].x0) / 2 for one, other in pairwise(parts)), page.width]
            return [(level, ends[at], ends[at + 1]) for at, level in enumerate(levels) if level]
    return []


def _outside(page: Page, stacks: Sequence[Framed]) -> list[Line]:
    return lines_of([word for word in page.words if not any(stack.area.holds(word) for stack in stacks)])
