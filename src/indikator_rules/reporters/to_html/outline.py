"""The cascade as a list of lines, for those too large to be seen in one picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from indikator_rules.reporters.to_html.cards import heading_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from indikator_rules.model.pohon import PohonSasaran
    from indikator_rules.reporters.to_html.cards import Card

MOST_LINES = 5_000
_MOST_INDENTS = 9


class Line(NamedTuple):
    """One node: how far its line is indented, and how deep its level is (that of the node above when it has none)."""

    node: PohonSasaran
    indent: int
    rank: int
    card: Card


def outline_of(
    roots: Sequence[PohonSasaran],
    below: Mapping[PohonSasaran, Sequence[PohonSasaran]],
    cards: Mapping[PohonSasaran, Card],
) -> tuple[Line, ...]:
    """The lines of all nodes, each above those below it; none where there are more than anybody reads."""
    return () if len(below) > MOST_LINES else tuple(_lines(roots, below, cards))


def levels(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """The levels that occur, highest first: how deep each is and what it is called."""
    named = {line.rank: heading_of(line.node) for line in reversed(lines) if line.node.tingkat is not None}
    return sorted(named.items())


def _lines(
    roots: Sequence[PohonSasaran],
    below: Mapping[PohonSasaran, Sequence[PohonSasaran]],
    cards: Mapping[PohonSasaran, Card],
) -> Iterator[Line]:
    waiting = [(root, 0, 0) for root in reversed(roots)]
    while waiting:
        node, indent, above = waiting.pop()
        rank = above if node.tingkat is None else node.tingkat.depth
        yield Line(node, min(indent, _MOST_INDENTS), rank, cards[node])
        waiting += [(child, indent + 1, rank) for child in reversed(below[node])]
