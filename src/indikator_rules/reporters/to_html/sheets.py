"""A forest cut into sheets, each small enough for a page: what does not fit is drawn on a sheet of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from indikator_rules.reporters.to_html.tidy import Place, Tree, arranged, band_of, depth_of, in_columns, stacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Heights = Mapping[Any, float]
    Below = Mapping[Any, Sequence[Any]]

MOST_COLUMNS = 6
MOST_HEIGHT = 800
"""In pixels: with these a sheet of boxes fits a landscape page of A4 or F4, and its text can still be read."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture: where boxes stand, which of them are joined, and the box it continues, if any."""

    places: tuple[Place, ...]
    joined: tuple[tuple[Any, Any], ...] = ()
    continued: Any = None


def sheets(roots: Sequence[Any], below: Below, heights: Heights) -> list[Sheet]:
    """The sheets that draw every item of the forest: first the top, then what it leaves out, from above downwards.

    An item that a later sheet continues stands on both. Items that are joined to nothing come last, in columns.
    """
    drawn, own = _folded(roots, below, heights)
    lonely = [drawn[root] for root in roots if not below[root]]
    linked = [root for root in roots if below[root]]
    found: list[Sheet] = []
    waiting = list(_first(linked, drawn, own))[::-1]
    while waiting:
        continued, trees = waiting.pop()
        found.append(Sheet(tuple(arranged(trees)), tuple(_joined(trees)), continued))
        later = [child for _, child in found[-1].joined if child in own]
        waiting.extend((item, (part,)) for item in reversed(later) for part in reversed(own[item]))
    return [*found, *_lonely_sheets(lonely)]


def _folded(
    roots: Sequence[Any], below: Below, heights: Heights
) -> tuple[dict[Any, Tree], dict[Any, tuple[Tree, ...]]]:
    """Each item as its parent's sheet draws it, and the trees of sheets of their own for those drawn there alone.

    An item that does not fit with all that is below it is drawn again on as many sheets as its children need; or its
    children are drawn alone and continued on sheets of their own, where that takes no more sheets.
    """
    drawn: dict[Any, Tree] = {}
    own: dict[Any, tuple[Tree, ...]] = {}
    for item in reversed(_breadth_first(roots, below)):
        children = tuple(drawn[child] for child in below[item])
        whole = Tree(item, heights[item], children)
        if _fits(whole):
            drawn[item] = whole
            continue
        alone = Tree(item, heights[item], tuple(map(_alone, children)))
        deep = {child.item: (child,) for child in children if child.below}
        too_deep = {child: trees for child, trees in deep.items() if depth_of(trees[0]) == MOST_COLUMNS}
        parts = [*_parts([_alone(child) if child.item in too_deep else child for child in children])]
        if _fits(alone) and len(deep) < len(parts) + len(too_deep):
            own.update(deep)
            drawn[item] = alone
        else:
            own.update(too_deep)
            own[item] = tuple(Tree(item, heights[item], part) for part in parts)
            drawn[item] = Tree(item, heights[item])
    return drawn, own


def _breadth_first(roots: Sequence[Any], below: Below) -> list[Any]:
    items = list(roots)
    for item in items:
        items.extend(below[item])
    return items


def _fits(tree: Tree) -> bool:
    return not tree.below or (depth_of(tree) <= MOST_COLUMNS and band_of(tree).height <= MOST_HEIGHT)


def _alone(tree: Tree) -> Tree:
    return Tree(tree.item, tree.height)


def _parts(trees: Sequence[Tree]) -> Iterator[tuple[Tree, ...]]:
    """`trees` in groups that fit a sheet each, one tree at least."""
    part: list[Tree] = []
    for tree in trees:
        if part and stacked([band_of(one).height for one in (*part, tree)])[-1] > MOST_HEIGHT:
            yield tuple(part)
            part = []
        part.append(tree)
    if part:
        yield tuple(part)


def _first(
    roots: Sequence[Any], drawn: Mapping[Any, Tree], own: Mapping[Any, tuple[Tree, ...]]
) -> Iterator[tuple[Any, tuple[Tree, ...]]]:
    """The trees of each sheet that begins with roots, and the root that it continues."""
    whole: list[Tree] = []
    for root in roots:
        if root not in own:
            whole.append(drawn[root])
            continue
        yield from ((None, part) for part in _parts(whole))
        whole = []
        yield from ((root if number else None, (tree,)) for number, tree in enumerate(own[root]))
    yield from ((None, part) for part in _parts(whole))


def _joined(trees: Sequence[Tree]) -> Iterator[tuple[Any, Any]]:
    for tree in trees:
        for child in tree.below:
            yield tree.item, child.item
        yield from _joined(tree.below)


def _lonely_sheets(boxes: Sequence[Tree]) -> Iterator[Sheet]:
    columns: dict[int, list[Place]] = {}
    for place in in_columns(boxes, MOST_HEIGHT):
        sheet, column = divmod(place.column, MOST_COLUMNS - 1)
        columns.setdefault(sheet, []).append(place._replace(column=column))
    yield from (Sheet(tuple(places)) for places in columns.values())
