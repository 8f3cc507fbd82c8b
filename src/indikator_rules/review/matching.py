"""Which node and indicator of one draft is which of the next: moved, reworded, split and merged ones too.

What speaks for two nodes being one is weighed: their words (rare ones more than common ones), their code or id, their
indicators, children and parents, their place among siblings. Then each is given to at most one other, so that all
weights together are highest; what is left over may be a part split off, or the rest of a merger.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from indikator_rules.model.pohon import normalised
from indikator_rules.review.assignment import assign
from indikator_rules.text import analyse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from indikator_rules.model.pohon import PohonDokumen, PohonIndikator, PohonSasaran

    Table = NDArray[np.float64]
    """One number for each old thing (row) and new thing (column); not a number where nothing can be told."""

_SAME_NODE = 0.4
"""How much must speak for two nodes being one, of 1."""
_SAME_INDICATOR = 0.45
_OTHER_LEVEL = 0.6
"""What remains of the weight between nodes of different levels."""
_PART = 0.5
"""How much of a part's words the whole must hold."""
_EMPTY_WORDS = frozenset({"tugas", "tanda"})
_Roots = frozenset[str]


@dataclass(frozen=True, slots=True)
class Links:
    """What belongs to what, as numbers of old and of new things: one to one, and parts to wholes.

    `split` gives each part (new) its whole (old); `merged` each part (old) the new whole that took it in.
    """

    pairs: Mapping[int, int]
    split: Mapping[int, int]
    merged: Mapping[int, int]

    @property
    def turned(self) -> Links:
        """The same, from the new to the old."""
        return Links({b: a for a, b in self.pairs.items()}, self.merged, self.split)

    def belong(self, old: int, new: int) -> bool:
        """Whether two things are one, or whole and part."""
        return new in (self.pairs.get(old), self.merged.get(old)) or self.split.get(new) == old


@dataclass(frozen=True, slots=True)
class Matching:
    """Two drafts and the links between their nodes and between their indicators."""

    old: PohonDokumen
    new: PohonDokumen
    nodes: Links
    indicators: Links


def match(old: PohonDokumen, new: PohonDokumen) -> Matching:
    """The links between the nodes and the indicators of two drafts."""
    words = _Words((*_texts(old), *_texts(new)))
    nodes = _node_links(old.simpul, new.simpul, words)
    return Matching(old, new, nodes, _indicator_links(old, new, nodes, words))


# ---- words


class _Words:
    """The words of texts by root, each weighed by how rare it is in both drafts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._of: dict[str, _Roots] = {}
        counted: Counter[str] = Counter()
        for text in texts:
            counted.update(self.of(text))
        self._number = {root: number for number, root in enumerate(counted)}
        self._weights = 1 / (1 + np.log(np.array([*counted.values(), 1])))

    def of(self, *texts: str | None) -> _Roots:
        """The roots of the words that tell something."""
        return frozenset().union(*(self._in(text) for text in texts if text))

    def _in(self, text: str) -> _Roots:
        if text not in self._of:
            forms = (kata.bentuk for kata in analyse(text).kata)
            self._of[text] = frozenset(form.akar for form in forms if form.kelas not in _EMPTY_WORDS)
        return self._of[text]

    def likeness(self, old: Sequence[_Roots], new: Sequence[_Roots]) -> Table:
        """What two texts share, of 1: twice the weight of common words, over that of all."""
        first, second = self._marks(old), self._marks(new)
        totals = (first @ self._weights)[:, None] + second @ self._weights
        likeness: Table = 2 * self._common(first, second) / totals
        return likeness

    def share(self, whole: Sequence[_Roots], parts: Sequence[_Roots]) -> Table:
        """How much of a part's words stand in a whole, of 1."""
        first, second = self._marks(whole), self._marks(parts)
        shares: Table = self._common(first, second) / (second @ self._weights)
        return shares

    def _common(self, first: Table, second: Table) -> Table:
        common: Table = (first * self._weights) @ second.T
        told = np.outer(first.sum(axis=1), second.sum(axis=1)) > 0
        return np.where(told, common, np.nan)

    def _marks(self, several: Sequence[_Roots]) -> Table:
        """A row for each text, with 1 for each of its words."""
        marks = np.zeros((len(several), len(self._weights)))
        for row, roots in enumerate(several):
            marks[row, [self._number[root] for root in roots]] = 1
        return marks


def _texts(pohon: PohonDokumen) -> Iterator[str]:
    named = (item.indikator.nama for item in pohon.indikator)
    context = (node.sasaran.pernyataan for node in pohon.konteks)
    return (text for text in chain((node.sasaran.pernyataan for node in pohon.simpul), named, context) if text)


def _equal(old: Sequence[object], new: Sequence[object]) -> Table:
    """1 where two are equal, 0 where they differ, not a number where one is None."""
    return np.array([[np.nan if None in (a, b) else float(a == b) for b in new] for a in old]).reshape(
        len(old), len(new)
    )


def _weighed(*evidence: tuple[float, Table]) -> Table:
    """The average of tables, each with its weight; what a table cannot tell has none."""
    told = [np.isfinite(table) * weight for weight, table in evidence]
    said = [np.nan_to_num(table) * weight for weight, table in evidence]
    average: Table = sum(said) / np.maximum(sum(told), 1e-9)
    return average


def _at_least(least: float, scores: Table) -> Table:
    return np.where(scores >= least, scores, 0.0)


# ---- nodes


def _node_links(old: Sequence[PohonSasaran], new: Sequence[PohonSasaran], words: _Words) -> Links:
    with np.errstate(invalid="ignore"):  # a blank text shares nothing of nothing
        pairs = assign(_at_least(_SAME_NODE, _sameness(old, new, words)))
        split = _parts(old, new, pairs, words)
        merged = _parts(new, old, {b: a for a, b in pairs.items()}, words)
    return Links(pairs, split, merged)


def _sameness(old: Sequence[PohonSasaran], new: Sequence[PohonSasaran], words: _Words) -> Table:
    """How much speaks for two nodes being one, of 1."""
    texts = [_text(node) or None for node in old], [_text(node) or None for node in new]
    alike = words.likeness(*([words.of(text) for text in side] for side in texts))
    same = _equal(*texts)
    sides = old, new
    turns = [np.array([_turn(node) for node in side]) for side in sides]
    level = _equal(*([node.tingkat or "" for node in side] for side in sides))
    score = _weighed(
        (0.5, np.where(same == 1, 1.0, np.nan_to_num(alike))),
        (0.1, _equal(*([node.sasaran.kode for node in side] for side in sides))),
        (0.05, _equal(*([node.sasaran.id for node in side] for side in sides))),
        (0.15, words.likeness(*([words.of(*_names(node)) for node in side] for side in sides))),
        (0.12, words.likeness(*([words.of(*map(_text, node.anak)) for node in side] for side in sides))),
        (0.08, words.likeness(*([words.of(*map(_text, node.induk)) for node in side] for side in sides))),
        (0.03, 1 - abs(turns[0][:, None] - turns[1])),
    )
    return score * np.where(level == 1, 1.0, _OTHER_LEVEL)


def _text(node: PohonSasaran) -> str:
    return normalised(node.sasaran.pernyataan or "")


def _names(node: PohonSasaran) -> list[str]:
    return [normalised(item.indikator.nama or "") for item in node.indikator]


def _turn(node: PohonSasaran) -> float:
    """The place among siblings: 0 for the first, 1 for the last."""
    beside = list(node.sejajar())
    return sum(other.path < node.path for other in beside) / len(beside) if beside else 0.0


def _parts(
    wholes: Sequence[PohonSasaran], parts: Sequence[PohonSasaran], pairs: Mapping[int, int], words: _Words
) -> dict[int, int]:
    """Which of `parts` is a piece of which of `wholes`, though that is paired with another piece already.

    Only a whole that was reworded was split, or one whose children or indicators went over to the piece.
    """
    shares = words.share([words.of(_text(node)) for node in wholes], [words.of(_text(node)) for node in parts])

    def may_be(one: int, part: int) -> bool:
        whole, piece, paired = wholes[one], parts[part], parts[pairs[one]]
        beside = whole.tingkat == piece.tingkat and set(map(id, piece.induk)) == set(map(id, paired.induk))
        return beside and (_text(whole) != _text(paired) or not _belongings(whole).isdisjoint(_belongings(piece)))

    return _pieces(shares, pairs, may_be)


def _belongings(node: PohonSasaran) -> set[str]:
    return {*map(_text, node.anak), *_names(node)} - {""}


def _pieces(shares: Table, pairs: Mapping[int, int], may_be: Callable[[int, int], bool]) -> dict[int, int]:
    """For each column without a pair, the paired row that may hold it and holds the most of it."""
    found: dict[int, int] = {}
    for part in sorted(set(range(shares.shape[1])) - set(pairs.values())):
        wholes = [one for one in pairs if shares[one, part] >= _PART and may_be(one, part)]
        if wholes:
            found[part] = max(wholes, key=lambda one: shares[one, part])
    return found


# ---- indicators


def _indicator_links(old: PohonDokumen, new: PohonDokumen, nodes: Links, words: _Words) -> Links:
    kin = _kinship(old, new, nodes)
    with np.errstate(invalid="ignore"):
        pairs = assign(_at_least(_SAME_INDICATOR, _sameness_of_indicators(old.indikator, new.indikator, kin, words)))
        split = _indicator_parts(old.indikator, new.indikator, pairs, kin, words)
        turned = {b: a for a, b in pairs.items()}
        merged = _indicator_parts(new.indikator, old.indikator, turned, kin.T, words)
    return Links(pairs, split, merged)


def _kinship(old: PohonDokumen, new: PohonDokumen, nodes: Links) -> Table:
    """1 where the nodes of two indicators are one, or whole and part; else 0."""
    before = {id(node): number for number, node in enumerate(old.simpul)}
    after = {id(node): number for number, node in enumerate(new.simpul)}
    owners = [before[id(item.sasaran)] for item in old.indikator], [after[id(item.sasaran)] for item in new.indikator]
    kin = np.array([[float(nodes.belong(a, b)) for b in owners[1]] for a in owners[0]])
    return kin.reshape(len(old.indikator), len(new.indikator))


def _sameness_of_indicators(
    old: Sequence[PohonIndikator], new: Sequence[PohonIndikator], kin: Table, words: _Words
) -> Table:
    sides = old, new
    names = [[_name(item) or None for item in side] for side in sides]
    alike = words.likeness(*([words.of(name) for name in side] for side in names))
    alike = np.where(_equal(*names) == 1, 1.0, np.nan_to_num(alike))
    score = _weighed(
        (0.6, alike),
        (0.2, kin),
        (0.1, _equal(*([item.indikator.kode for item in side] for side in sides))),
        (0.08, _equal(*([item.indikator.satuan for item in side] for side in sides))),
        (0.07, _equal(*([item.indikator.target for item in side] for side in sides))),
        (0.05, _equal(*([item.sasaran.indikator.index(item) for item in side] for side in sides))),
    )
    return np.where(alike > 0, score, 0.0)


def _name(item: PohonIndikator) -> str:
    return normalised(item.indikator.nama or "")


def _indicator_parts(
    wholes: Sequence[PohonIndikator],
    parts: Sequence[PohonIndikator],
    pairs: Mapping[int, int],
    kin: Table,
    words: _Words,
) -> dict[int, int]:
    """Which of `parts` is a piece of which reworded whole, on nodes that belong together."""
    shares = words.share([words.of(_name(item)) for item in wholes], [words.of(_name(item)) for item in parts])

    def may_be(one: int, part: int) -> bool:
        return bool(kin[one, part]) and _name(wholes[one]) != _name(parts[pairs[one]])

    return _pieces(shares, pairs, may_be)
