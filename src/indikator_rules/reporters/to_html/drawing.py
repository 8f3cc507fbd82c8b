"""A sheet as lines and boxes with coordinates: what the template writes as SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from indikator_rules.reporters.to_html.cards import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from indikator_rules.model.pohon import PohonSasaran
    from indikator_rules.reporters.to_html.cards import Card
    from indikator_rules.reporters.to_html.sheets import Sheet

BETWEEN = 26
"""From a column of boxes to the next."""
MARGIN = 3


@dataclass(frozen=True, slots=True)
class Box:
    """The box of a node and the upper left corner of it."""

    node: PohonSasaran
    card: Card
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture: its size, its boxes, and the paths of lines to children and, dashed, from further parents."""

    continued: PohonSasaran | None
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[str, ...]
    dashed: tuple[str, ...]

    @property
    def depth(self) -> int:
        """How many boxes stand side by side."""
        return len({box.x for box in self.boxes})


def drawing_of(sheet: Sheet, cards: Mapping[PohonSasaran, Card]) -> Drawing:
    """The picture of `sheet`."""
    boxes = tuple(_box(place, cards) for place in sheet.places)
    standing = {box.node: box for box in boxes}
    further = [
        (parent, box.node) for box in boxes for parent in box.node.induk if (parent, box.node) not in set(sheet.joined)
    ]
    return Drawing(
        sheet.continued,
        MARGIN + max(box.x + WIDTH for box in boxes),
        MARGIN + max(box.y + box.card.height for box in boxes),
        boxes,
        tuple(_lines(sheet.joined, standing)),
        tuple(_lines(further, standing)),
    )


def _box(place: Any, cards: Mapping[PohonSasaran, Card]) -> Box:
    x = MARGIN + place.column * (WIDTH + BETWEEN)
    return Box(place.item, cards[place.item], x, MARGIN + round(place.top))


def _lines(pairs: Any, standing: Mapping[PohonSasaran, Box]) -> Iterator[str]:
    """The path from the right side of each parent to the left side of its child, where both are in the picture."""
    for parent, child in pairs:
        if parent in standing and child in standing:
            yield _line(standing[parent], standing[child])


def _line(parent: Box, child: Box) -> str:
    start, end = parent.y + parent.card.height // 2, child.y + child.card.height // 2
    return f"M{parent.x + WIDTH} {start}H{child.x - BETWEEN // 2}V{end}H{child.x}"
