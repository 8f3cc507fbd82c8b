"""Which nodes of several documents of one office say the same, and which stand above which.

A reviewer is sent a renstra, its indicators, an agreement and the plans of staff; each repeats what stands before it.
Equal words, or a national code with like words, make two nodes one, and a parent that a document only names the node of
another document. What is merely alike is a doubt: told, never used.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from indikator_rules.language.comparing import likeness
from indikator_rules.language.matching import whole
from indikator_rules.model.pohon import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indikator_rules.model.pohon import PohonDokumen, PohonSasaran

_ORDER = ("rpjmd", "renstra", "iku", "renja", "pk", "renaksi", "skp")
"""Kinds of documents, each derived from those before it."""
_ALIKE = 0.85
"""The share of meaningful words that makes two statements look the same."""
_ALIKE_WITH_CODE = 0.6
_NATIONAL_CODE = re.compile(r"\d+(?:\.\d+){2,}")
"""A code of programmes and activities; shorter ones only number the rows of a document."""


class Link(NamedTuple):
    """A node and the node of another document that is the same ("sama") or stands above it ("induk").

    `dari` is a node of the derived document, or the context that a document names as a parent. `pasti` tells whether
    words or code leave no doubt.
    """

    dari: PohonSasaran
    ke: PohonSasaran
    jenis: Literal["sama", "induk"]
    pasti: bool


def find_links(trees: Sequence[PohonDokumen]) -> tuple[Link, ...]:
    """The links between documents that are judged together (see `Kumpulan`), the derived document's order kept."""
    ordered = sorted((tree for tree in trees if tree.sekantor), key=_rank)
    books = {id(tree): _Book(tree) for tree in ordered}
    found: list[Link] = []
    for at, tree in enumerate(ordered):
        others = [books[id(other)] for other in reversed(ordered[:at]) if other in tree.sekantor]
        found += (link for book in others for link in _same(tree, book))
        found += _parents(tree, [*others, *(books[id(other)] for other in ordered[at + 1 :] if other in tree.sekantor)])
    return tuple(found)


def apply(links: Iterable[Link]) -> None:
    """Makes links that are beyond doubt known to the trees: twins, and parents in other documents."""
    twins: list[Link] = []
    for link in links:
        if link.pasti and link.jenis == "induk":
            _replace_context(link.dari, link.ke)
        elif link.pasti:
            link.dari.kembar.append(link.ke)
            link.ke.kembar.append(link.dari)
            twins.append(link)
    for link in twins:
        node = link.dari
        if not node.induk and node.tingkat == link.ke.tingkat and not node.dokumen.holds_above(node.tingkat):
            node.induk.extend(link.ke.induk)


class _Book:
    """A document's nodes by what they may be known by."""

    def __init__(self, tree: PohonDokumen) -> None:
        self.tree = tree
        self.by_text: dict[str, list[PohonSasaran]] = defaultdict(list)
        self.by_code: dict[str, list[PohonSasaran]] = defaultdict(list)
        self.by_root: dict[str, list[PohonSasaran]] = defaultdict(list)
        for node in tree.simpul:
            if not node.sasaran.pernyataan:
                continue
            self.by_text[normalised(node.sasaran.pernyataan)].append(node)
            if node.sasaran.kode and _NATIONAL_CODE.fullmatch(node.sasaran.kode):
                self.by_code[node.sasaran.kode].append(node)
            for root in whole(node.sasaran.pernyataan).teks.kata_isi:
                self.by_root[root].append(node)

    def alike(self, text: str) -> Iterator[PohonSasaran]:
        """The nodes whose statements look like `text`, in reading order."""
        near = {id(node): node for root in whole(text).teks.kata_isi for node in self.by_root.get(root, ())}
        return (node for node in self.tree.simpul if id(node) in near and _likeness(text, node) >= _ALIKE)


def _rank(tree: PohonDokumen) -> int:
    kind = tree.dokumen.jenis_dokumen
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _same(tree: PohonDokumen, book: _Book) -> Iterator[Link]:
    """The nodes of `tree` that `book` holds too; a doubt where both sides leave something to be matched."""
    certain = [(node, _twin(node, book)) for node in tree.simpul if node.sasaran.pernyataan]
    taken = {id(twin) for _, twin in certain if twin is not None}
    for node, twin in certain:
        if twin is not None:
            yield Link(node, twin, "sama", pasti=True)
            continue
        open_ones = (
            other
            for other in (*book.by_code.get(node.sasaran.kode or "", ()), *book.alike(node.sasaran.pernyataan or ""))
            if id(other) not in taken and _levels_agree(node, other)
        )
        doubtful = next(open_ones, None)
        if doubtful is not None:
            yield Link(node, doubtful, "sama", pasti=False)


def _twin(node: PohonSasaran, book: _Book) -> PohonSasaran | None:
    text = node.sasaran.pernyataan or ""
    equal = book.by_text.get(normalised(text), [])
    coded = [
        other
        for other in book.by_code.get(node.sasaran.kode or "", ())
        if _levels_agree(node, other) and _likeness(text, other) >= _ALIKE_WITH_CODE
    ]
    return next((other for other in equal if other.tingkat == node.tingkat), (*equal, *coded, None)[0])


def _levels_agree(node: PohonSasaran, other: PohonSasaran) -> bool:
    return node.tingkat is None or other.tingkat is None or node.tingkat == other.tingkat


def _likeness(text: str, other: PohonSasaran) -> float:
    return likeness(whole(text), whole(other.sasaran.pernyataan or ""))


def _parents(tree: PohonDokumen, books: Sequence[_Book]) -> Iterator[Link]:
    """The nodes of other documents that the contexts of `tree` name; of several documents the nearest above counts."""
    for context in tree.konteks:
        name = context.sasaran.pernyataan or ""
        named = ((*book.by_text.get(normalised(name), ()), *book.by_code.get(name.strip(), ())) for book in books)
        certain = next((other for several in named for other in several if _may_stand_above(other, context)), None)
        if certain is not None:
            yield Link(context, certain, "induk", pasti=True)
            continue
        like = (other for book in books for other in book.alike(name) if _may_stand_above(other, context))
        doubtful = next(like, None)
        if doubtful is not None:
            yield Link(context, doubtful, "induk", pasti=False)


def _may_stand_above(other: PohonSasaran, context: PohonSasaran) -> bool:
    return all(
        other.tingkat is None or child.tingkat is None or other.tingkat.depth < child.tingkat.depth
        for child in context.anak
    )


def _replace_context(context: PohonSasaran, node: PohonSasaran) -> None:
    """Puts `node` in the place of a parent that was known by name only."""
    for child in context.anak:
        child.induk[:] = [node if parent is context else parent for parent in child.induk]
        child.mendukung[:] = [node if parent is context else parent for parent in child.mendukung]
    node.anak.extend(child for child in context.anak if child not in node.anak)
    context.dokumen.konteks.remove(context)
