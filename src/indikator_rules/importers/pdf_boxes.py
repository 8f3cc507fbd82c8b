"""Boxes with words that a page draws, and the lines that join them: which box stands under which."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from indikator_rules.importers.pdf_page import Area, Box, around, encloses, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from indikator_rules.importers.pdf_page import Line, Page, Rule, Word

_TOUCHING = 4.0
"""How far apart the edges of two boxes of one stack may lie."""
_REACH = 9.0
"""How far before a box a line may end: arrow heads are longer than they seem."""
_JOINT = 3.0
_LEAST_BOXES = 3
_MOST_WALLS = 3
"""The most upright lines below the edge of a box: its own two, and one that joins it to others."""
_FULL = 0.6
"""How much of a line's height may be blank below the last line of a full box, or between two of its lines."""
_SAME_SIZE = 3.0
_SHADOW = 8.0
"""How far a shadow falls from its box at most."""
_LEAST_SIDE = 12.0
_SAME_COLUMN = 0.6
_Stroke = tuple[float, float, float, float]


@dataclass(slots=True, eq=False)
class Framed:
    """Boxes stacked on each other, which read as one: the lines of each, and the colour of the first."""

    area: Area
    colour: tuple[float, ...] | None
    parts: list[Sequence[Line]] = field(default_factory=list)


def framed_texts(page: Page) -> list[Framed]:
    """The boxes with words on `page`, from top to bottom; none where they are the cells of a table."""
    boxes = _with_words(page)
    if len(boxes) < _LEAST_BOXES or _in_tables([box for box, _ in boxes]) * 3 > len(boxes):
        return []
    stacks: list[Framed] = []
    for box, words in boxes:
        below = next((stack for stack in stacks if _stands_on(stack.area, box)), None)
        if below is None:
            stacks.append(Framed(box, box.colour, [lines_of(words)]))
        else:
            below.area = around(below.area, box)
            below.parts.append(lines_of(words))
    return stacks


def swatches(page: Page) -> list[Box]:
    """The small coloured boxes without words, as a legend shows them."""
    filled = [box for box, _ in _with_words(page)]
    return [box for box in page.boxes if box.colour and not any(encloses(box, other) for other in filled)]


def parents_of(stacks: Sequence[Framed], page: Page, numbers: Mapping[int, tuple[str, ...]]) -> dict[int, Framed]:
    """The box under which each box stands, by the identity of the lower one.

    Lines that join boxes tell it, else the `numbers` of their codes, by the same identity, else position.
    """
    parents, linked = joined_by_lines(stacks, page)
    for stack in stacks:
        if id(stack) not in linked and (rivals := _counted_above(stack, stacks, numbers) or _row_above(stack, stacks)):
            parents[id(stack)] = min(rivals, key=lambda other: _apart(other.area, stack.area))
    return parents


def joined_by_lines(stacks: Sequence[Framed], page: Page) -> tuple[dict[int, Framed], set[int]]:
    """The box to which lines lead up from each box, and all at which lines end, by the identity of the box."""
    parents: dict[int, Framed] = {}
    linked: set[int] = set()
    for net in _nets(page, stacks):
        touched = [(stack, side) for stack in stacks for side in _touched_sides(net, stack)]
        if len({id(stack) for stack, _ in touched}) > 1:
            linked |= {id(stack) for stack, _ in touched}
            for stack, above in _pairs(touched):
                parents.setdefault(id(stack), above)
    return parents, linked


def _pairs(touched: Sequence[tuple[Framed, str]]) -> Iterator[tuple[Framed, Framed]]:
    """The boxes at which one net of lines ends, each with the nearest one at whose foot or right side it begins."""
    begins = [stack for stack, side in touched if side in {"foot", "right"}]
    ends = [stack for stack, side in touched if side in {"head", "left"}]
    for stack in ends:
        others = [other for other in begins if other is not stack]
        if others:
            yield stack, min(others, key=lambda other: _distance(other, stack))


def _with_words(page: Page) -> list[tuple[Box, list[Word]]]:
    """Every box with the words in it that stand in no smaller one, from top to bottom."""
    boxes = sorted(_distinct(page), key=lambda box: (box.x1 - box.x0) * (box.bottom - box.top))
    held: dict[int, list[Word]] = {}
    outside: list[Word] = []
    for word in page.words:
        at = next((at for at, box in enumerate(boxes) if box.holds(word)), None)
        (outside if at is None else held.setdefault(at, [])).append(word)
    inner = [
        (box, held[at])
        for at, box in enumerate(boxes)
        if at in held and not any(encloses(box, boxes[other]) for other in held if other < at)
    ]
    lines = lines_of(outside)
    return sorted((_overflown(box, words, lines) for box, words in inner), key=lambda pair: (pair[0].top, pair[0].x0))


def _overflown(box: Box, words: list[Word], outside: Sequence[Line]) -> tuple[Box, list[Word]]:
    """The box made longer by the lines of text that find no room in it and go on right below."""
    for line in outside:
        last = max(words, key=lambda word: word.bottom)
        height = last.bottom - last.top
        below = [word for word in line if box.x0 <= word.x0 and word.x1 <= box.x1]
        full = last.bottom > box.bottom - _FULL * height
        if below and full and 0 <= below[0].top - last.top <= (1 + _FULL) * height:
            bottom = max(word.bottom for word in below)
            box, words = replace(box, bottom=max(box.bottom, bottom)), [*words, *below]
    return box, words


def _distinct(page: Page) -> list[Box]:
    """The boxes of some size, those drawn twice taken once: ground and edge with the ground's colour, no shadows."""
    found: list[Box] = []
    later_first = [*reversed(page.boxes), *_lined(page)]
    for box in sorted(later_first, key=lambda box: box.colour is None):
        large = min(box.x1 - box.x0, box.bottom - box.top) >= _LEAST_SIDE and box.x1 - box.x0 < 0.95 * page.width
        if large and not any(_is_drawn_over(box, other) for other in found):
            found.append(box)
    return found


def _lined(page: Page) -> Iterator[Box]:
    """The boxes whose four edges are drawn as lines, as the cells of workbooks are; none on pages ruled as tables."""
    walls = {at: _walls_below(across, page.verticals) for at, across in enumerate(page.horizontals)}
    if sum(1 for down in walls.values() if len(down) > _MOST_WALLS) * 3 > len(walls):
        return
    for at, across in enumerate(page.horizontals):
        for left, right in pairwise(walls[at]):
            foot = min(
                (
                    other.at
                    for other in page.horizontals
                    if other.at > across.at + _LEAST_SIDE
                    and other.start <= left.at + _JOINT
                    and other.end >= right.at - _JOINT
                ),
                default=None,
            )
            if foot is not None and min(left.end, right.end) >= foot - _JOINT:
                yield Box(left.at, across.at, right.at, foot)


def _walls_below(across: Rule, verticals: Sequence[Rule]) -> list[Rule]:
    """The upright lines that a level one meets and that go on below it, from left to right."""
    meeting = (
        down
        for down in verticals
        if across.start - _JOINT <= down.at <= across.end + _JOINT
        and down.start <= across.at + _JOINT
        and down.end > across.at + _LEAST_SIDE
    )
    return sorted(meeting, key=lambda down: down.at)


def _is_drawn_over(box: Area, other: Area) -> bool:
    """Whether two boxes are one that is drawn twice, or one is the shadow of the other."""
    across, down = (box.x0 - other.x0, box.x1 - other.x1), (box.top - other.top, box.bottom - other.bottom)
    return all(abs(one - two) <= _SAME_SIZE and abs(one) <= _SHADOW for one, two in (across, down))


def _in_tables(boxes: Sequence[Area]) -> int:
    """How many boxes are cells of a table: they touch one beside them and one above or below that does so too."""
    beside = [box for box in boxes if any(_side_by_side(box, other) for other in boxes if other is not box)]
    return sum(1 for box in beside if any(_stands_on(box, other) or _stands_on(other, box) for other in beside))


def _side_by_side(one: Area, other: Area) -> bool:
    """Whether two boxes share an upright edge, as neighbours in the row of a table do."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _TOUCHING and min(abs(one.x1 - other.x0), abs(other.x1 - one.x0)) <= _TOUCHING / 2


def _stands_on(upper: Area, lower: Area) -> bool:
    shared = min(upper.x1, lower.x1) - max(upper.x0, lower.x0)
    widest = max(upper.x1 - upper.x0, lower.x1 - lower.x0)
    return abs(lower.top - upper.bottom) <= _TOUCHING and shared >= _SAME_COLUMN * widest


def _nets(page: Page, stacks: Sequence[Framed]) -> list[list[_Stroke]]:
    """The lines between boxes, in groups that hang together."""
    outside = (stroke for stroke in page.strokes if not any(_within(stroke, stack.area) for stack in stacks))
    open_ones = [part for stroke in outside for part in _in_the_open(stroke, stacks)]
    nets: list[list[_Stroke]] = []
    while open_ones:
        net = [open_ones.pop()]
        for stroke in net:
            near = [other for other in open_ones if _meet(stroke, other)]
            net += near
            open_ones = [other for other in open_ones if other not in near]
        nets.append(net)
    return nets


def _within(stroke: _Stroke, area: Area) -> bool:
    """Whether a line lies in a box or along its edge."""
    x0, y0, x1, y1 = stroke
    return all(
        area.x0 - 2 <= x <= area.x1 + 2 and area.top - 2 <= y <= area.bottom + 2 for x, y in ((x0, y0), (x1, y1))
    )


def _in_the_open(stroke: _Stroke, stacks: Sequence[Framed]) -> Iterator[_Stroke]:
    """The parts of a line that no box hides: some are drawn from the middle of one box to that of another."""
    x0, y0, x1, y1 = stroke
    hidden = sorted(span for stack in stacks if (span := _span_in(stroke, stack.area)) is not None)
    start = 0.0
    for first, last in [*hidden, (1.0, 1.0)]:
        if first > start or not hidden:
            yield (
                x0 + start * (x1 - x0),
                y0 + start * (y1 - y0),
                x0 + first * (x1 - x0),
                y0 + first * (y1 - y0),
            )
        start = max(start, last)


def _span_in(stroke: _Stroke, area: Area) -> tuple[float, float] | None:
    """From where to where along it, as shares of its length, a line runs through an area; None where it does not."""
    x0, y0, x1, y1 = stroke
    start, end = 0.0, 1.0
    for at, along, low, high in ((x0, x1 - x0, area.x0, area.x1), (y0, y1 - y0, area.top, area.bottom)):
        if along:
            near, far = sorted(((low - at) / along, (high - at) / along))
            start, end = max(start, near), min(end, far)
        elif not low < at < high:
            return None
    return (start, end) if start < end else None


def _meet(one: _Stroke, other: _Stroke) -> bool:
    """Whether an end of one line lies on the other."""
    return any(_to_stroke(x, y, other) <= _JOINT for x, y in _ends(one)) or any(
        _to_stroke(x, y, one) <= _JOINT for x, y in _ends(other)
    )


def _ends(stroke: _Stroke) -> tuple[tuple[float, float], tuple[float, float]]:
    return stroke[:2], stroke[2:]


def _to_stroke(x: float, y: float, stroke: _Stroke) -> float:
    """The distance of a point from a line."""
    x0, y0, x1, y1 = stroke
    length = (x1 - x0) ** 2 + (y1 - y0) ** 2
    along = max(0.0, min(1.0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length)) if length else 0.0
    return float(((x - x0 - along * (x1 - x0)) ** 2 + (y - y0 - along * (y1 - y0)) ** 2) ** 0.5)


def _touched_sides(net: Sequence[_Stroke], stack: Framed) -> set[str]:
    """The sides of a box at which some line of `net` ends."""
    return {
        _slope(stroke, end) or _side(*end, stack.area)
        for stroke in net
        for end in _ends(stroke)
        if _to_area(*end, stack.area) <= _REACH
    }


def _slope(stroke: _Stroke, end: tuple[float, float]) -> str:
    """The side of a box at which a long oblique line ends: the foot of the upper one, the head of the lower one."""
    x0, y0, x1, y1 = stroke
    if min(abs(x1 - x0), abs(y1 - y0)) <= 2 * _REACH:
        return ""
    return "foot" if end[1] == min(y0, y1) else "head"


def _side(x: float, y: float, area: Area) -> str:
    distances = {
        "head": abs(y - area.top),
        "foot": abs(y - area.bottom),
        "left": abs(x - area.x0),
        "right": abs(x - area.x1),
    }
    return min(distances, key=distances.__getitem__)


def _to_area(x: float, y: float, area: Area) -> float:
    across = max(area.x0 - x, 0.0, x - area.x1)
    down = max(area.top - y, 0.0, y - area.bottom)
    return float((across**2 + down**2) ** 0.5)


def _distance(one: Framed, other: Framed) -> float:
    a, b = one.area, other.area
    return _apart(a, b) + max(b.top - a.bottom, 0.0) + max(b.x0 - a.x1, 0.0)


def _apart(one: Area, other: Area) -> float:
    """How far the middles of two boxes lie apart, from left to right."""
    return abs(one.x0 + one.x1 - other.x0 - other.x1) / 2


def _counted_above(stack: Framed, stacks: Sequence[Framed], numbers: Mapping[int, tuple[str, ...]]) -> list[Framed]:
    """The boxes with the longest number that the one of `stack` goes on with."""
    own = numbers.get(id(stack), ())
    for length in range(len(own) - 1, 0, -1):
        named = [other for other in stacks if other is not stack and numbers.get(id(other)) == own[:length]]
        if named:
            return named
    return []


def _row_above(stack: Framed, stacks: Sequence[Framed]) -> list[Framed]:
    """The boxes of the nearest row above `stack`."""
    above = [other for other in stacks if other.area.bottom <= stack.area.top]
    lowest = max((other.area.bottom for other in above), default=0.0)
    nearest = [other for other in above if other.area.bottom == lowest]
    return [other for other in above if any(other.area.bottom > low.area.top for low in nearest)]
