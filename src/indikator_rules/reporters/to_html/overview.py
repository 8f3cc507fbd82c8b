"""The whole cascade on few pages: boxes one below another, indented below their parents, in columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from indikator_rules.reporters.neutral import one_line
from indikator_rules.reporters.to_html.cards import SMALL, WIDTH
from indikator_rules.reporters.to_html.drawing import MARGIN, Box
from indikator_rules.reporters.to_html.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from indikator_rules.model.pohon import PohonSasaran
    from indikator_rules.reporters.to_html.cards import Card

    Below = Mapping[PohonSasaran, Sequence[PohonSasaran]]

PAGE_WIDTH, PAGE_HEIGHT = 1400, 860
"""In pixels: a page of this size fits a landscape page of A4 or F4, and its text can still be read."""
STEP = 14
"""How far a box is indented below its parent."""
_MOST_STEPS = 5
_GAP, _BETWEEN = 6, 16
_LABEL = 18


class Label(NamedTuple):
    """What stands above a column that goes on below a box of an earlier one."""

    words: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its boxes, the lines that join them, and what its columns continue."""

    boxes: tuple[Box, ...]
    lines: tuple[str, ...]
    labels: tuple[Label, ...]

    @property
    def height(self) -> int:
        """How far down its boxes reach."""
        return MARGIN + max(map(_bottom, self.boxes))


class _Column(NamedTuple):
    """Boxes one below another: the left edge of the column, and where its first box begins."""

    x: int
    top: int
    boxes: tuple[Box, ...]

    @property
    def bottom(self) -> int:
        """Where its last box ends."""
        return _bottom(self.boxes[-1])


def overview_of(roots: Sequence[PohonSasaran], below: Below, cards: Mapping[PohonSasaran, Card]) -> tuple[Page, ...]:
    """The pages that show every node once, each above those below it."""
    walked = list(_walked(roots, below))
    if not walked:
        return ()
    above = {child: node for node, children in below.items() for child in children}
    width = WIDTH + STEP * max(min(depth, _MOST_STEPS) for _, depth in walked)
    to_a_page = (PAGE_WIDTH - 2 * MARGIN + _BETWEEN) // (width + _BETWEEN)
    columns = [
        _column(part, MARGIN + number % to_a_page * (width + _BETWEEN), cards, continues=part[0][0] in above)
        for number, part in enumerate(_parts(walked, above, cards))
    ]
    standing = {box.node: (number, box) for number, column in enumerate(columns) for box in column.boxes}
    lines: dict[int, list[str]] = {}
    for number, line in _lines(below, columns, standing):
        lines.setdefault(number, []).append(line)
    return tuple(
        Page(
            tuple(box for column in columns[first : first + to_a_page] for box in column.boxes),
            tuple(line for number in range(first, first + to_a_page) for line in lines.get(number, ())),
            tuple(_labels(columns[first : first + to_a_page], above, width)),
        )
        for first in range(0, len(columns), to_a_page)
    )


def _walked(roots: Sequence[PohonSasaran], below: Below) -> Iterator[tuple[PohonSasaran, int]]:
    """All nodes, each before those below it, and how many stand above it."""
    waiting = [(root, 0) for root in reversed(roots)]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        waiting += [(child, depth + 1) for child in reversed(below[node])]


def _parts(
    walked: Iterable[tuple[PohonSasaran, int]],
    above: Mapping[PohonSasaran, PohonSasaran],
    cards: Mapping[PohonSasaran, Card],
) -> Iterator[list[tuple[PohonSasaran, int]]]:
    """The nodes that each column holds."""
    part: list[tuple[PohonSasaran, int]] = []
    left = 0
    for node, depth in walked:
        height = cards[node].height + _GAP
        if part and height > left:
            yield part
            part = []
        if not part:
            left = PAGE_HEIGHT - 2 * MARGIN - (_LABEL if node in above else 0) + _GAP
        part.append((node, depth))
        left -= height
    yield part


def _column(
    part: Sequence[tuple[PohonSasaran, int]], x: int, cards: Mapping[PohonSasaran, Card], *, continues: bool
) -> _Column:
    """The boxes of one column; one that goes on below a box of an earlier column leaves room to name it."""
    top = MARGIN + (_LABEL if continues else 0)
    tops = accumulate((cards[node].height + _GAP for node, _ in part), initial=top)
    placed = zip(part, tops, strict=False)
    boxes = (Box(node, cards[node], x + STEP * min(depth, _MOST_STEPS), y) for (node, depth), y in placed)
    return _Column(x, top, tuple(boxes))


def _lines(
    below: Below, columns: Sequence[_Column], standing: Mapping[PohonSasaran, tuple[int, Box]]
) -> Iterator[tuple[int, str]]:
    """From each box a line down to its last child, with a branch to each; and the column in which it stands."""
    for node, children in below.items():
        if not children:
            continue
        first, parent = standing[node]
        last, _ = standing[children[-1]]
        eldest, child = standing[children[0]]
        indent = child.x - columns[eldest].x
        for number in range(first, last + 1):
            column = columns[number]
            here = [box for at, box in (standing[child] for child in children) if at == number]
            x = column.x + indent - STEP // 2
            start = _start(parent, x) if number == first else f"M{x} {column.top - _GAP // 2}"
            end = _middle(here[-1]) if number == last else column.bottom
            yield number, f"{start}V{end}" + "".join(f"M{x} {_middle(box)}H{box.x}" for box in here)


def _start(parent: Box, x: int) -> str:
    """From the lower edge of the parent; from its left side where its children stand no further to the right."""
    return f"M{x} {_bottom(parent)}" if x > parent.x else f"M{parent.x} {_middle(parent)}H{x}"


def _middle(box: Box) -> int:
    return box.y + box.card.height // 2


def _bottom(box: Box) -> int:
    return box.y + box.card.height


def _labels(columns: Sequence[_Column], above: Mapping[PohonSasaran, PohonSasaran], width: int) -> Iterator[Label]:
    for column in columns:
        parent = above.get(column.boxes[0].node)
        if parent is not None:
            words = f"Lanjutan: {one_line(parent.sasaran.pernyataan or '(tanpa rumusan)')}"
            yield Label(wrapped(words, width, SMALL, 1)[0], column.x, column.top - _GAP)
