"""From boxes joined by lines to rows: the statement, the level and the indicators that each box states."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from indikator_rules.importers.headings import exact_role, read_heading, read_level
from indikator_rules.importers.notes import Note
from indikator_rules.importers.pdf_boxes import framed_texts, parents_of, swatches
from indikator_rules.importers.pdf_page import lines_of
from indikator_rules.importers.pdf_text import text_of
from indikator_rules.importers.records import unit_behind, without_enumerator
from indikator_rules.importers.rows import Row, Statement
from indikator_rules.istilah import bundled_istilah
from indikator_rules.location import Location
from indikator_rules.text import analyse
from indikator_rules.text.opening import NO_MEASURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indikator_rules.importers.pdf_boxes import Framed
    from indikator_rules.importers.pdf_page import Line, Page
    from indikator_rules.model.tingkat import Tingkat

_LABELLED = re.compile(r"(?P<label>[^:=]{1,60}?)\s*(?P<number>\d[\d.]*)?\s*[:=]\s*(?P<rest>.*)", re.DOTALL)
_NUMBERED = re.compile(
    r"(?P<label>[^\W\d_][^\d:=]{0,40}?)[\s.-]*(?P<number>\d[\d.]*)[.)]?(?:\s+(?P<rest>.*))?", re.DOTALL
)
_ITEM = re.compile(r"\s*(?:[-–•*▪✓➢]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)", re.IGNORECASE)
_VALUE_BEHIND = re.compile(
    r"\s*[:=(]\s*(?:(?P<number>[<>≤≥]?\s*(?!(?:19|20)\d\d\b)\d[\d.,]*(?:\s*%|\s+[^\W\d]{2,15})?)|(?P<grade>[A-Z]{1,3}))\s*\)?"
    r"\s*$"
)
_FIELDS = frozenset({"satuan", "target", "baseline", "unit", "jabatan", "formula", "definisi", "sumber_data"})
_MARGINS = 16.0
"""What both margins of a box and a blank take of its width."""
_GAP = 0.9
"""The blank between two paragraphs of a box, as a share of the height of a line."""


@dataclass(slots=True)
class _Said:
    """What one box says; `level` is the one that a label in it names, if any."""

    level: Tingkat | None = None
    statement: str = ""
    indicators: list[dict[str, Any]] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)


def is_tree(page: Page) -> bool:
    """Whether the boxes on `page` state indicators."""
    return any(_read_box(stack).indicators for stack in framed_texts(page))


def tree_rows(file: str, page: Page, notes: list[Note]) -> Iterator[Row]:
    """The rows that the boxes on `page` state, parents before children."""
    stacks = framed_texts(page)
    said = {id(stack): _read_box(stack) for stack in stacks}
    parents = parents_of(stacks, page)
    _hand_up(stacks, said, parents)
    _tell_levels(page, stacks, said)
    place = Location(file, page=page.number)
    for stack in stacks:
        if not said[id(stack)].statement:
            continue
        path = [said[id(step)] for step in _path(stack, parents) if said[id(step)].statement]
        if path[-1].level is None:
            notes.append(Note("B06", "Tingkat sebagian kotak di halaman ini tidak dapat ditentukan.", place))
        for indicator in path[-1].indicators or (None,):
            yield Row(tuple(_statement(step, place) for step in path), indicator, {"": place}, table=-page.number)


def _statement(said: _Said, place: Location) -> Statement:
    values = {"tingkat": said.level, "pernyataan": said.statement, **said.values}
    return Statement(values, {"": place, "pernyataan": place})


def _path(stack: Framed, parents: dict[int, Framed]) -> list[Framed]:
    """`stack` and those it stands under, the outermost first."""
    path = [stack]
    while (above := parents.get(id(path[0]))) is not None and above not in path:
        path.insert(0, above)
    return path


def _hand_up(stacks: Sequence[Framed], said: dict[int, _Said], parents: dict[int, Framed]) -> None:
    """Gives what boxes of indicators alone say to the statement they stand under."""
    for stack in stacks:
        owner = next((step for step in reversed(_path(stack, parents)) if said[id(step)].statement), None)
        if owner is not None and owner is not stack:
            said[id(owner)].indicators += said[id(stack)].indicators


def _read_box(stack: Framed) -> _Said:
    """What the paragraphs of a box say; a label tells it of its own paragraph, or alone, of those that follow."""
    said = _Said()
    current = ""
    for opens_part, paragraph in _paragraphs_of(stack):
        label, text = _label(paragraph) or ("", paragraph)
        if label:
            said.level = said.level or _level_of(label)
            current = read_heading(label).role or "pernyataan"
        if text:
            role = current or _role_of(text, said, opens_part=opens_part)
            if role == "pernyataan" and said.statement and not label:
                role = _role_of(text, said, opens_part=opens_part)
            _take(said, role, read_heading(paragraph.removesuffix(text)).year, text)
            current = "nama" if current in _FIELDS and said.indicators else current
    for indicator in said.indicators:
        _take_value(indicator)
    return said


def _paragraphs_of(stack: Framed) -> Iterator[tuple[bool, str]]:
    """The paragraphs of all boxes of a stack, and whether one opens a further box."""
    for number, lines in enumerate(stack.parts):
        for at, paragraph in enumerate(_paragraphs(lines, stack.area.x1 - stack.area.x0)):
            yield at == 0 and number > 0, paragraph


def _role_of(text: str, said: _Said, *, opens_part: bool) -> str:
    """What a paragraph without a label is: an indicator opens with a measure, or follows the statement as an item."""
    if _is_measured(text) or (said.statement and (opens_part or _ITEM.match(text))):
        return "nama"
    return "pernyataan"


def _take(said: _Said, role: str, year: str | None, text: str) -> None:
    if role == "nama":
        said.indicators.append({"nama": _clean(text)})
    elif role in {"unit", "jabatan"}:
        said.values[role] = text
    elif role in _FIELDS and said.indicators:
        said.indicators[-1][role] = {year: text} if role == "target" and year else text
    else:
        said.statement = f"{said.statement} {_clean(text)}".strip()


def _paragraphs(lines: Sequence[Line], width: float) -> list[str]:
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
    return (
        line[0].top - above[0].bottom > _GAP * height
        or above[0].bold != line[0].bold
        or _ITEM.match(text) is not None
        or _label(text) is not None
        or _label(_plain(above)) == (_plain(above), "")
        or (
            text[0].isupper()
            and _is_measured(text)
            and (not _is_measured(_plain(above)) or _has_room(above, line, width))
        )
    )


def _has_room(above: Line, line: Line, width: float) -> bool:
    """Whether the first word of `line` would have found room behind `above`."""
    return above[-1].x1 - above[0].x0 + line[0].x1 - line[0].x0 < width - _MARGINS


def _plain(line: Line) -> str:
    return " ".join(word.text for word in line)


def _label(text: str) -> tuple[str, str] | None:
    """The label that `text` opens with ("IKU 1: …", "Sasaran Strategis") and what follows it; None without one."""
    if _is_label(text):
        return text, ""
    for pattern in (_LABELLED, _NUMBERED):
        found = pattern.fullmatch(text)
        if found and _is_label(found["label"]):
            return found["label"], (found["rest"] or "").strip()
    return None


def _is_label(text: str) -> bool:
    return read_level(text) is not None or exact_role(text) in _FIELDS | {"nama", "pernyataan"}


def _level_of(label: str) -> Tingkat | None:
    heading = read_heading(label)
    level = heading.levels[0] if len(heading.levels) == 1 else read_level(label)
    return None if heading.role == "nama" else level


def _clean(text: str) -> str:
    return without_enumerator(_ITEM.sub("", text, count=1)).strip()


def _is_measured(text: str) -> bool:
    return analyse(_clean(text)).ukuran != NO_MEASURE


def _take_value(indicator: dict[str, Any]) -> None:
    """Takes the target and the unit that stand behind the name out of it: "… (80%)", "… : 12 dokumen"."""
    found = _VALUE_BEHIND.search(indicator["nama"])
    if found and "target" not in indicator and (found["number"] or found["grade"] in _grades()):
        indicator["target"] = found["number"] or found["grade"]
        indicator["nama"] = indicator["nama"][: found.start()].strip()
    if "satuan" not in indicator and (satuan := unit_behind(indicator["nama"])):
        indicator["satuan"] = satuan


@cache
def _grades() -> frozenset[str]:
    """The letters that mark a performance, such as "BB"."""
    return frozenset(str(grade).upper() for grade in bundled_istilah("huruf-nilai").persis)


def _tell_levels(page: Page, stacks: Sequence[Framed], said: dict[int, _Said]) -> None:
    """Fills levels that no label in the box names: by the colour a legend explains, or by the label of the row."""
    colours = _legend(page, stacks, said)
    labels = _row_labels(page, stacks, said)
    for stack in stacks:
        own = said[id(stack)]
        if own.statement and own.level is None:
            beside = [level for level, top, bottom in labels if top < (stack.area.top + stack.area.bottom) / 2 < bottom]
            own.level = colours.get(stack.colour) or (beside[0] if beside else None)


def _legend(page: Page, stacks: Sequence[Framed], said: dict[int, _Said]) -> dict[object, Tingkat]:
    """The level that each colour stands for: of boxes that hold nothing but its name, or stand before it."""
    found: dict[object, Tingkat] = {}
    for stack in stacks:
        own = said[id(stack)]
        if own.level and not own.statement and not own.indicators and stack.colour:
            found[stack.colour] = own.level
    outside = _outside(page, stacks)
    for box in swatches(page):
        for line in outside:
            beside = [
                word for word in line if 0 <= word.x0 - box.x1 < 200 and box.top - 3 < word.bottom < box.bottom + 9
            ]
            level = read_level(_plain(beside)) if beside else None
            if level and beside[0].x0 - box.x1 < 30:
                found.setdefault(box.colour, level)
    return found


def _row_labels(page: Page, stacks: Sequence[Framed], said: dict[int, _Said]) -> list[tuple[Tingkat, float, float]]:
    """The levels written beside rows of boxes, with the heights between which they hold."""
    found = [
        (level, line[0].top)
        for line in _outside(page, stacks)
        if (level := read_level(_plain(line)) or _level_of(_plain(line))) is not None
    ]
    for stack in stacks:
        own = said[id(stack)]
        if own.level and not own.statement and not own.indicators:
            found.append((own.level, (stack.area.top + stack.area.bottom) / 2))
    found.sort(key=lambda pair: pair[1])
    tops = [0.0, *((upper[1] + lower[1]) / 2 for upper, lower in pairwise(found)), page.height]
    return [(level, tops[at], tops[at + 1]) for at, (level, _) in enumerate(found)]


def _outside(page: Page, stacks: Sequence[Framed]) -> list[Line]:
    return lines_of([word for word in page.words if not any(stack.area.holds(word) for stack in stacks)])
