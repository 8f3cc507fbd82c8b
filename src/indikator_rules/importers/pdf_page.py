"""What stands on one page of a PDF: words, rules and boxes with their places, before anything is understood.

Distances are points (1/72 inch) from the left and upper edge of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from indikator_rules.model.dokumen import whole_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

_THIN = 3.0
"""The widest rectangle that is drawn as a rule."""
_LEAST_RULE = 4.0
_SPACE = 0.14
"""The narrowest gap between two words, as a share of the type size. Written blanks are not to be trusted:
layouts put runs of them over digits that stand elsewhere."""
_SLOPE = 0.15
"""How much higher than its neighbour a letter of one word may stand, as a share of the usual type size. In small type
the lines of two cells side by side lie closer to each other than that many points."""
_TWICE = 0.1
"""Half of how far a letter drawn twice is shifted at most, as a share of its size: less than the width of an "l"."""
_STRAIGHT = 1.5
_LEVEL = 0.1
_APART = 1.5
"""The blank between two labels that stand on their side in one line, as a share of the type size."""
_SAME_LINE = 0.5
"""How much of the lower of two words must overlap for both to stand in one line."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, other: Area, slack: float = 1.0) -> bool:
        """Whether the middle of `other` lies inside."""
        x, y = (other.x0 + other.x1) / 2, (other.top + other.bottom) / 2
        return self.x0 - slack <= x <= self.x1 + slack and self.top - slack <= y <= self.bottom + slack


@dataclass(frozen=True, slots=True)
class Word(Area):
    """A word where it stands."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Box(Area):
    """A drawn rectangle, its corners sharp or round; `colour` is that of its ground, None for paper."""

    colour: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along one axis: where it lies on the other axis, and from where to where it runs."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on page `number` (from 1). `strokes` are all drawn lines, oblique ones too, as x0, y0, x1, y1."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    horizontals: tuple[Rule, ...]
    verticals: tuple[Rule, ...]
    boxes: tuple[Box, ...]
    strokes: tuple[tuple[float, float, float, float], ...]
    upended: tuple[Word, ...] = ()
    """The lines of words that stand on their side, as people read them; they are not among the words."""
    oblique: int = 0
    """How many letters stand in no line that is level or upright, as those of a watermark."""


Line = Sequence[Word]
"""Words that stand side by side, from left to right."""


def read_page(number: int, page: Any) -> Page:
    """The page `number` of a document that pdfplumber has opened."""
    x, y = page.bbox[0], page.bbox[1]
    rects = [*page.rects, *(curve for curve in page.curves if _is_round_box(curve))]
    strokes = tuple(_strokes(page, x, y))
    areas = [(rect, _area(rect, x, y)) for rect in rects]
    thin = [area for _, area in areas if min(area.x1 - area.x0, area.bottom - area.top) <= _THIN]
    boxes = tuple(
        Box(area.x0, area.top, area.x1, area.bottom, _ground(rect))
        for rect, area in areas
        if min(area.x1 - area.x0, area.bottom - area.top) > _THIN and (rect["stroke"] or _ground(rect))
    )
    framed = [
        area
        for rect, area in areas
        if rect["stroke"] and rect["object_type"] == "rect" and min(area.x1 - area.x0, area.bottom - area.top) > _THIN
    ]
    horizontals, verticals = _rules(thin, framed, strokes)
    grounds = [box for box in boxes if box.colour and _is_ground(box, boxes, horizontals, verticals)]
    if grounds:
        horizontals, verticals = _rules(thin, [*framed, *_united(grounds, horizontals, verticals)], strokes)
    turned = [char for char in page.chars if not char["upright"] and not char["text"].isspace()]
    upended = [char for char in turned if abs(char["matrix"][0]) < _LEVEL * abs(char["matrix"][1])]
    return Page(
        number=number,
        width=float(page.width),
        height=float(page.height),
        words=_words(page, x, y),
        horizontals=horizontals,
        verticals=verticals,
        boxes=boxes,
        strokes=(*strokes, *map(_middle, thin)),
        upended=tuple(_upended(upended, x, y)),
        oblique=len(turned) - len(upended),
    )


def turn_to_reader(page: Any) -> Any:
    """The page as it must lie to be read, where all that is written on it stands on its side; else the page itself."""
    turned = [char for char in page.chars if not char["upright"]]
    if 2 * len(turned) <= len(page.chars):
        return page
    upwards = sum(1 for char in turned if char["matrix"][1] > 0)
    turn = (page.rotation + (90 if 2 * upwards > len(turned) else 270)) % 360
    page.page_obj.attrs["Rotate"] = page.page_obj.rotate = turn
    return type(page)(page.pdf, page.page_obj, page.page_number)


def _words(page: Any, x: float, y: float) -> tuple[Word, ...]:
    """The level words of the page, letters drawn twice taken once."""
    drawn: set[tuple[str, int, int]] = set()
    letters = page.filter(lambda part: part["object_type"] == "char" and part["upright"] and _is_new(part, drawn))
    sizes = [char["size"] for char in letters.chars]
    slope = _SLOPE * median(sizes) if sizes else _STRAIGHT
    found = letters.extract_words(x_tolerance_ratio=_SPACE, y_tolerance=slope, extra_attrs=["fontname"])
    return tuple(
        Word(
            word["x0"] - x,
            word["top"] - y,
            word["x1"] - x,
            word["bottom"] - y,
            whole_characters(word["text"]),
            bold="bold" in word["fontname"].lower(),
        )
        for word in found
    )


def _upended(letters: list[Any], x: float, y: float) -> Iterator[Word]:
    """The lines of letters that stand on their side: first those that run upwards, from left to right."""
    upwards = [char for char in letters if char["matrix"][1] > 0]
    downwards = [char for char in letters if char["matrix"][1] <= 0]
    for line in clusters(upwards, lambda char: (char["x0"] + char["x1"]) / 2, _STRAIGHT):
        yield from _parts(sorted(line, key=lambda char: -char["bottom"]), x, y)
    for line in reversed(clusters(downwards, lambda char: (char["x0"] + char["x1"]) / 2, _STRAIGHT)):
        yield from _parts(sorted(line, key=lambda char: char["top"]), x, y)


def _parts(line: Sequence[Any], x: float, y: float) -> Iterator[Word]:
    """The letters of one line as text, cut where a wide blank parts two labels."""
    parts: list[list[Any]] = [[line[0]]]
    texts = [str(line[0]["text"])]
    for before, char in pairwise(line):
        blank = max(char["top"] - before["bottom"], before["top"] - char["bottom"]) / (char["size"] or 1)
        if blank > _APART:
            parts.append([])
            texts.append("")
        parts[-1].append(char)
        texts[-1] += (" " if _SPACE < blank <= _APART else "") + char["text"]
    for part, text in zip(parts, texts, strict=True):
        yield Word(
            min(char["x0"] for char in part) - x,
            min(char["top"] for char in part) - y,
            max(char["x1"] for char in part) - x,
            max(char["bottom"] for char in part) - y,
            whole_characters(text),
        )


def _is_new(char: Any, drawn: set[tuple[str, int, int]]) -> bool:
    """Whether `char` is a letter that does not stand there already: some layouts draw bold letters twice."""
    step = _TWICE * (char["size"] or 1)
    text, x, y = char["text"], round(char["x0"] / step), round(char["top"] / step)
    new = not text.isspace() and not any(
        (text, near, y + down) in drawn for near in (x - 1, x, x + 1) for down in (-1, 0, 1)
    )
    drawn.add((text, x, y))
    return new


def _area(part: Any, x: float, y: float) -> Area:
    return Area(part["x0"] - x, part["top"] - y, part["x1"] - x, part["bottom"] - y)


def _is_round_box(curve: Any) -> bool:
    """Whether a closed curve keeps to the edges of its frame, as a rectangle with round corners does."""
    points = curve["pts"]
    if len(points) < 4 or not (curve["fill"] or (curve["stroke"] and _is_closed(curve))):
        return False
    x0, x1, top, bottom = curve["x0"], curve["x1"], curve["top"], curve["bottom"]
    reach = 0.25 * min(x1 - x0, bottom - top)
    if reach < _LEAST_RULE:
        return False
    return all(min(px - x0, x1 - px, py - top, bottom - py) <= reach for px, py in points) and all(
        any(abs(px - cx) <= 2 * reach and abs(py - cy) <= 2 * reach for px, py in points)
        for cx in (x0, x1)
        for cy in (top, bottom)
    )


def _is_closed(curve: Any) -> bool:
    """Whether a line comes back to where it began: one with two elbows that joins boxes does not."""
    (x0, y0), (x1, y1) = curve["pts"][0], curve["pts"][-1]
    return bool(curve["path"][-1][0] == "h") or (abs(x1 - x0) <= _STRAIGHT and abs(y1 - y0) <= _STRAIGHT)


def _ground(rect: Any) -> tuple[float, ...] | None:
    """The colour of a filled rectangle; None where it is white or not filled."""
    colour = rect["non_stroking_color"] if rect["fill"] else None
    if colour is None:
        return None
    parts = tuple(colour) if isinstance(colour, tuple | list) else (colour,)
    if not all(isinstance(part, int | float) for part in parts):
        return None
    white = 0.0 if len(parts) == 4 else 1.0
    return None if all(abs(part - white) < 0.02 for part in parts) else tuple(round(float(part), 2) for part in parts)


def _is_ground(box: Box, boxes: Sequence[Box], horizontals: Sequence[Rule], verticals: Sequence[Rule]) -> bool:
    """Whether a coloured box is the ground of a table's cell: it fits between rules or other grounds.

    The colour behind a line of letters does not reach the side walls of its cell.
    """
    others = [other for other in boxes if other.colour and other is not box and not encloses(other, box)]
    across = [rule.at for rule in horizontals if _overlap(rule.start, rule.end, box.x0, box.x1)]
    above = [other for other in others if _overlap(other.x0, other.x1, box.x0, box.x1)]
    across += [at for other in above for at in (other.top, other.bottom)]
    down = [rule.at for rule in verticals if _overlap(rule.start, rule.end, box.top, box.bottom)]
    beside = [other for other in others if _overlap(other.top, other.bottom, box.top, box.bottom)]
    left = any(abs(at - box.x0) <= _THIN for at in (*down, *(other.x1 for other in beside)))
    right = any(abs(at - box.x1) <= _THIN for at in (*down, *(other.x0 for other in beside)))
    return (left or right) and any(abs(at - side) <= _THIN for at in across for side in (box.top, box.bottom))


def _united(grounds: Sequence[Box], horizontals: Sequence[Rule], verticals: Sequence[Rule]) -> list[Box]:
    """`grounds`, those of one colour that no line parts made one: layouts paint merged cells piece by piece."""
    columns = _stacked(grounds, horizontals)
    return [_turned(box) for box in _stacked([_turned(box) for box in columns], verticals)]


def _stacked(boxes: Sequence[Box], rules: Sequence[Rule]) -> list[Box]:
    """`boxes`, those of one colour and width made one that stand on each other with none of `rules` between them."""
    stacked: list[Box] = []
    for box in sorted(boxes, key=lambda box: (str(box.colour), round(box.x0), round(box.x1), box.top)):
        last = stacked[-1] if stacked else None
        if (
            last is not None
            and last.colour == box.colour
            and max(abs(last.x0 - box.x0), abs(last.x1 - box.x1), abs(last.bottom - box.top)) <= _STRAIGHT
            and not any(
                abs(rule.at - box.top) <= _THIN and _overlap(rule.start, rule.end, box.x0, box.x1) for rule in rules
            )
        ):
            stacked[-1] = replace(last, bottom=box.bottom)
        else:
            stacked.append(box)
    return stacked


def _turned(box: Box) -> Box:
    """`box` with its rows as columns."""
    return Box(box.top, box.x0, box.bottom, box.x1, box.colour)


def _overlap(start: float, end: float, first: float, last: float) -> bool:
    return min(end, last) - max(start, first) > _THIN


def encloses(outer: Area, inner: Area, slack: float = 1.0) -> bool:
    """Whether all of `inner` lies in `outer`."""
    return (
        outer.x0 - slack <= inner.x0
        and inner.x1 <= outer.x1 + slack
        and outer.top - slack <= inner.top
        and inner.bottom <= outer.bottom + slack
    )


def around(one: Area, other: Area) -> Area:
    """The area that holds both."""
    return Area(min(one.x0, other.x0), min(one.top, other.top), max(one.x1, other.x1), max(one.bottom, other.bottom))


def _strokes(page: Any, x: float, y: float) -> Iterator[tuple[float, float, float, float]]:
    """The pieces of every drawn line and of every curve that is no box."""
    for line in (*page.lines, *(curve for curve in page.curves if not _is_round_box(curve))):
        if line.get("stroke", True):
            for (x0, y0), (x1, y1) in pairwise(line["pts"]):
                yield x0 - x, y0 - y, x1 - x, y1 - y


def _middle(thin: Area) -> tuple[float, float, float, float]:
    """A thin rectangle as the line along its middle."""
    if thin.x1 - thin.x0 >= thin.bottom - thin.top:
        y = (thin.top + thin.bottom) / 2
        return thin.x0, y, thin.x1, y
    x = (thin.x0 + thin.x1) / 2
    return x, thin.top, x, thin.bottom


def _rules(
    thin: list[Area], framed: list[Area], strokes: Sequence[tuple[float, float, float, float]]
) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    horizontals: list[Rule] = []
    verticals: list[Rule] = []
    for x0, y0, x1, y1 in (*strokes, *map(_middle, thin)):
        if abs(y1 - y0) <= _STRAIGHT and abs(x1 - x0) > abs(y1 - y0):
            horizontals.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= _STRAIGHT:
            verticals.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    for frame in framed:
        horizontals += (Rule(frame.top, frame.x0, frame.x1), Rule(frame.bottom, frame.x0, frame.x1))
        verticals += (Rule(frame.x0, frame.top, frame.bottom), Rule(frame.x1, frame.top, frame.bottom))
    return _joined(horizontals), _joined(verticals)


def _joined(rules: list[Rule]) -> tuple[Rule, ...]:
    """`rules` with pieces of one line made one; scraps are left out."""
    joined: list[Rule] = []
    for group in clusters(rules, lambda rule: rule.at):
        at = sum(rule.at for rule in group) / len(group)
        runs: list[Rule] = []
        for rule in sorted(group, key=lambda rule: rule.start):
            if runs and rule.start <= runs[-1].end + _THIN:
                runs[-1] = Rule(at, runs[-1].start, max(runs[-1].end, rule.end))
            else:
                runs.append(Rule(at, rule.start, rule.end))
        joined += runs
    return tuple(rule for rule in joined if rule.end - rule.start > _LEAST_RULE)


def clusters(things: Sequence[Any], at: Any, apart: float = _THIN) -> list[list[Any]]:
    """`things` in groups, in order of `at(thing)`; groups lie further apart than `apart`."""
    groups: list[list[Any]] = []
    for thing in sorted(things, key=at):
        if groups and at(thing) - at(groups[-1][0]) <= apart:
            groups[-1].append(thing)
        else:
            groups.append([thing])
    return groups


def lines_of(words: Sequence[Word]) -> list[Line]:
    """`words` as lines from top to bottom, each from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom) / 2):
        if lines and _same_line(lines[-1][-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.x0) for line in lines]


def _same_line(one: Word, other: Word) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _SAME_LINE * min(one.bottom - one.top, other.bottom - other.top)
