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
from indikator_rules.model.tingkat import Tingkat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from indikator_rules.model.pohon import PohonDokumen, PohonSasaran

_ORDER = ("rpjmd", "renstra", "iku", "renja", "pk", "renaksi", "skp")
"""Kinds of documents, each derived from those before it."""
_ALIKE = 0.85
"""The share of meaningful words that makes two statements look the same."""
_ALIKE_WITH_CODE = 0.6
_MAY_DIFFER = 0.3
"""The share of its words that a statement may have alone and still be `_ALIKE` another one."""
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
    """The links between documents judged together (see `Kumpulan`), document by document, derived ones last."""
    offices: dict[frozenset[int], list[PohonDokumen]] = defaultdict(list)
    for tree in sorted((tree for tree in trees if tree.sekantor), key=_rank):
        offices[frozenset(map(id, (tree, *tree.sekantor)))].append(tree)
    return tuple(link for ordered in offices.values() for link in _links_in(ordered))


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


def _rank(tree: PohonDokumen) -> int:
    kind = tree.dokumen.jenis_dokumen
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _links_in(ordered: Sequence[PohonDokumen]) -> Iterator[Link]:
    """The links between the documents of one office; `ordered` puts those derived from others behind them."""
    office = _Office(ordered)
    for tree in ordered:
        yield from _same(tree, office)
        yield from _parents(tree, office)


class _Office:
    """The nodes of all documents of an office by what they may be known by, the nearest document above each first."""

    def __init__(self, ordered: Sequence[PohonDokumen]) -> None:
        self.place = {id(tree): at for at, tree in enumerate(ordered)}
        self._by_text: dict[str, list[PohonSasaran]] = defaultdict(list)
        self._by_code: dict[str, list[PohonSasaran]] = defaultdict(list)
        self._by_root: dict[str, list[PohonSasaran]] = defaultdict(list)
        for node in (node for tree in ordered for node in tree.simpul if node.sasaran.pernyataan):
            self._by_text[normalised(node.sasaran.pernyataan or "")].append(node)
            if node.sasaran.kode and _NATIONAL_CODE.fullmatch(node.sasaran.kode):
                self._by_code[node.sasaran.kode].append(node)
            for root in _roots(node.sasaran.pernyataan or ""):
                self._by_root[root].append(node)

    def equal(self, text: str) -> list[PohonSasaran]:
        """The nodes that say `text`."""
        return self._by_text.get(normalised(text), [])

    def coded(self, code: str | None) -> list[PohonSasaran]:
        """The nodes that bear the national `code`."""
        return self._by_code.get(code or "", [])

    def alike(self, text: str, fits: Callable[[PohonSasaran], bool]) -> list[PohonSasaran]:
        """The nodes that fit and whose statements look like `text`; all of them share one of its rarest words."""
        roots = sorted(_roots(text), key=lambda root: (len(self._by_root.get(root, ())), root))
        rarest = roots[: int(_MAY_DIFFER * len(roots)) + 1]
        near = {id(node): node for root in rarest for node in self._by_root.get(root, ())}
        return [node for node in near.values() if fits(node) and _likeness(text, node) >= _ALIKE]

    def nearest(self, tree: PohonDokumen) -> Callable[[PohonSasaran], tuple[bool, int]]:
        """The key that puts nodes of the documents before `tree` first, the nearest of them at the head."""
        own = self.place[id(tree)]
        return lambda node: ((at := self.place[id(node.dokumen)]) > own, -at if at < own else at)


def _roots(text: str) -> frozenset[str]:
    return frozenset(whole(text).teks.kata_isi)


def _likeness(text: str, other: PohonSasaran) -> float:
    return likeness(whole(text), whole(other.sasaran.pernyataan or ""))


def _same(tree: PohonDokumen, office: _Office) -> Iterator[Link]:
    """The nodes of `tree` that documents before it hold too, one link a document; else the one that looks like it.

    Documents of one kind, such as the plans of two officers, do not repeat each other.
    """
    certain = [(node, _twins(node, office)) for node in tree.simpul if node.sasaran.pernyataan]
    taken = {id(twin) for _, twins in certain for twin in twins}
    for node, twins in certain:
        if twins:
            yield from (Link(node, twin, "sama", pasti=True) for twin in twins)
            continue

        def is_open(other: PohonSasaran, node: PohonSasaran = node) -> bool:
            return _is_before(other, node, office) and id(other) not in taken and _levels_agree(node, other)

        coded = filter(is_open, office.coded(node.sasaran.kode))
        like = [*coded, *office.alike(node.sasaran.pernyataan or "", is_open)]
        if like:
            yield Link(node, min(like, key=office.nearest(tree)), "sama", pasti=False)


def _twins(node: PohonSasaran, office: _Office) -> list[PohonSasaran]:
    """The nodes of documents before that of `node` that are the same, one a document, the nearest first."""
    text = node.sasaran.pernyataan or ""
    coded = (other for other in office.coded(node.sasaran.kode) if _levels_agree(node, other))
    same = [*office.equal(text), *(other for other in coded if _likeness(text, other) >= _ALIKE_WITH_CODE)]
    same.sort(key=lambda other: other.tingkat != node.tingkat)
    found: dict[int, PohonSasaran] = {}
    for other in same:
        if _is_before(other, node, office):
            found.setdefault(id(other.dokumen), other)
    return sorted(found.values(), key=office.nearest(node.dokumen))


def _is_before(other: PohonSasaran, node: PohonSasaran, office: _Office) -> bool:
    """Whether the document of `other` comes before that of `node` and is of another kind."""
    kinds = (other.dokumen.dokumen.jenis_dokumen, node.dokumen.dokumen.jenis_dokumen)
    return office.place[id(other.dokumen)] < office.place[id(node.dokumen)] and (
        kinds[0] != kinds[1] or kinds[0] is None
    )


def _levels_agree(node: PohonSasaran, other: PohonSasaran) -> bool:
    return node.tingkat is None or other.tingkat is None or node.tingkat == other.tingkat


def _parents(tree: PohonDokumen, office: _Office) -> Iterator[Link]:
    """The nodes of other documents that the contexts of `tree` name; of several documents the nearest above counts.

    Staff may name the plan of their head; but a colleague's plan may just copy what both derive theirs from.
    """
    nearest = office.nearest(tree)
    for context in tree.konteks:
        name = context.sasaran.pernyataan or ""

        def fits(other: PohonSasaran, context: PohonSasaran = context) -> bool:
            return other.dokumen is not tree and _may_stand_above(other, context)

        named = [*filter(fits, (*office.equal(name), *office.coded(name.strip())))]
        if above := named or office.alike(name, fits):
            best = min(above, key=lambda other: (other.tingkat == Tingkat.INDIVIDU, nearest(other)))
            yield Link(context, best, "induk", pasti=bool(named))


def _may_stand_above(other: PohonSasaran, context: PohonSasaran) -> bool:
    """Whether no child of `context` is known to stand as high as `other`, the plans of officers aside."""
    return all(
        other.tingkat is None
        or child.tingkat is None
        or other.tingkat.depth < child.tingkat.depth
        or other.tingkat == child.tingkat == Tingkat.INDIVIDU
        for child in context.anak
    )


def _replace_context(context: PohonSasaran, node: PohonSasaran) -> None:
    """Puts `node` in the place of a parent that was known by name only."""
    for child in context.anak:
        child.induk[:] = [node if parent is context else parent for parent in child.induk]
        child.mendukung[:] = [node if parent is context else parent for parent in child.mendukung]
    node.anak.extend(child for child in context.anak if child not in node.anak)
    context.dokumen.konteks.remove(context)
