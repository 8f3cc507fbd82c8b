"""The nodes of a document as trees to draw: each below the first parent it names."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from indikator_rules.model.pohon import PohonDokumen, PohonSasaran

    Parents = Mapping[PohonSasaran, PohonSasaran | None]


def forest_of(tree: PohonDokumen) -> tuple[list[PohonSasaran], dict[PohonSasaran, list[PohonSasaran]]]:
    """The roots in reading order, and the children of every node. Where parents run in a circle, it is cut open."""
    parents: dict[PohonSasaran, PohonSasaran | None] = {
        node: next(iter(node.induk), None) for node in chain(tree.simpul, tree.konteks)
    }
    for node in tree.simpul:
        if node in _above(node, parents):
            parents[node] = None
    below: dict[PohonSasaran, list[PohonSasaran]] = {node: [] for node in parents}
    for node, parent in parents.items():
        if parent is not None:
            below[parent].append(node)
    roots = dict.fromkeys([node, *_above(node, parents)][-1] for node in tree.simpul)
    return list(roots), below


def _above(node: PohonSasaran, parents: Parents) -> Iterator[PohonSasaran]:
    """The parent of `node`, its parent and so on; the first that comes again is the last."""
    seen: set[PohonSasaran] = set()
    above = parents[node]
    while above is not None:
        yield above
        if above in seen:
            return
        seen.add(above)
        above = parents[above]
