"""Places for the boxes of trees that grow to the right: no two overlap, a parent stands midway between its children."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = 10
"""Between boxes that stand one below another."""


class Tree(NamedTuple):
    """A box of some height, and the trees to the right of it."""

    item: Any
    height: float
    below: tuple[Tree, ...] = ()


class Place(NamedTuple):
    """Where a box stands: its column, counted from 0, and its upper edge."""

    item: Any
    column: int
    top: float


@dataclass(frozen=True, slots=True)
class Band:
    """The strip of the page that a tree has for itself, its own box in it, and the strips of what is below."""

    tree: Tree
    height: float
    top: float
    below: tuple[tuple[float, Band], ...] = ()

    @property
    def centre(self) -> float:
        """The middle of the tree's own box."""
        return self.top + self.tree.height / 2


def stacked(heights: Sequence[float]) -> list[float]:
    """The upper edges of things of these heights, one below another, and last the lower edge of them all."""
    edges = list(accumulate((height + GAP for height in heights), initial=0.0))
    return [*edges[:-1], edges[-1] - GAP]


def band_of(tree: Tree) -> Band:
    """The strip for `tree`, as low as it can be."""
    if not tree.below:
        return Band(tree, tree.height, 0)
    bands = [band_of(child) for child in tree.below]
    *starts, end = stacked([band.height for band in bands])
    middle = (starts[0] + bands[0].centre + starts[-1] + bands[-1].centre) / 2
    top = middle - tree.height / 2
    shift = max(0.0, -top)
    placed = tuple((start + shift, band) for start, band in zip(starts, bands, strict=True))
    return Band(tree, max(end, top + tree.height) + shift, top + shift, placed)


def depth_of(tree: Tree) -> int:
    """How many columns `tree` takes up."""
    return 1 + max(map(depth_of, tree.below), default=0)


def arranged(trees: Sequence[Tree]) -> list[Place]:
    """The places of all boxes of `trees`, which stand one below another; parents before their children."""
    bands = [band_of(tree) for tree in trees]
    starts = stacked([band.height for band in bands])
    return [place for start, band in zip(starts, bands, strict=False) for place in _places(band, start, 0)]


def _places(band: Band, start: float, column: int) -> Iterator[Place]:
    yield Place(band.tree.item, column, start + band.top)
    for offset, below in band.below:
        yield from _places(below, start + offset, column + 1)


def in_columns(boxes: Sequence[Tree], most: float) -> list[Place]:
    """The places of boxes that belong to no other: down a column of height `most`, then down the next."""
    places: list[Place] = []
    column, top = 0, 0.0
    for box in boxes:
        if top and top + box.height > most:
            column, top = column + 1, 0.0
        places.append(Place(box.item, column, top))
        top += box.height + GAP
    return places
