"""Nodes of a cascade that a sheet lays out, and the parents that codes, colours or positions tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from indikator_rules.importers.notes import Note
from indikator_rules.model.pembacaan import Keyakinan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indikator_rules.importers.rows import Statement
    from indikator_rules.importers.sheet_boxes import Box
    from indikator_rules.location import Location
    from indikator_rules.model.tingkat import Tingkat

Measure = tuple[dict[str, Any], dict[str, "Location"]]
"""The fields of an indicator, and their places."""
_CODE = re.compile(
    r"(?!\d{1,3}(?:\.\d{3})+\s)"
    r"(?P<code>[A-Z]{1,5}[ .-]?\d{1,2}(?:\.\d{1,3})*|\d{1,2}(?:\.\d{1,3})+)[.)]?\s*[-–:]?\s+(?P<text>[^\W\d].*)",
    re.DOTALL,
)
_ENUMERATOR = re.compile(r"\(?(\d{1,2})[.)]?\s+(?=[^\W\d_])")
_LABELLED = Keyakinan(derajat="tinggi", sebab="tingkat disebut oleh judul kotaknya")
_GUESSED = "Induk kotak ini hanya ditentukan dari letaknya yang terdekat; periksa kembali."


@dataclass(slots=True, eq=False)
class Node:
    """A statement, the box it stands in, the columns that belong to it, and its indicators."""

    statement: Statement
    box: Box
    level: Tingkat | None
    number: tuple[str, ...] = ()
    fill: str = ""
    left: int = 0
    right: int = 0
    block: tuple[int, int] = (0, 0)
    """Where the first of the boxes stands that are read together: those of a table, or this one alone."""
    measures: list[Measure] = field(default_factory=list)
    parent: Node | None = None
    sure: Keyakinan = _LABELLED

    @property
    def path(self) -> list[Node]:
        """The node and those it stands under, the outermost first."""
        path = [self]
        while (above := path[0].parent) is not None and above not in path:
            path.insert(0, above)
        return path


def code_before(text: str) -> tuple[str, str]:
    """The code before a text ("IK 1.2 Persentase …"), or "", and the text without it."""
    found = _CODE.fullmatch(text)
    return (found["code"], found["text"]) if found else ("", text)


def enumerator(text: str) -> str:
    """The number that a text opens with ("2. Meningkatnya …"), or ""."""
    found = _ENUMERATOR.match(text)
    return found[1] if found else ""


def numbers(code: str) -> tuple[str, ...]:
    """The numbers in a code, from the outermost in: ("1", "2") of "S1.2"."""
    return tuple(number.lstrip("0") or "0" for number in re.findall(r"\d+", code))


def path_numbers(path: Sequence[str], own: tuple[str, ...]) -> tuple[str, ...]:
    """The numbers of a code with those of the codes before it, where it does not count from the outermost itself."""
    above: tuple[str, ...] = ()
    for step in (*map(numbers, path), own):
        above = step if len(step) > len(above) and step[: len(above)] == above else above + step
    return above


def find_parents(nodes: Sequence[Node]) -> Iterator[Note]:
    """Gives every node its parent; a note for each whose parent is only the nearest."""
    for node in nodes:
        if node.parent is not None:
            continue
        others = [other for other in nodes if other is not node and node not in other.path]
        higher = [other for other in others if _stands_higher(other, node)]
        rivals = _by_colour(node, _by_number(node, others) or _nearest_level(higher))
        node.parent = rivals[0] if len(rivals) == 1 else _by_position(node, rivals)
        if node.parent is None and rivals:
            node.parent = min(rivals, key=lambda other: _apart(other, node))
            node.sure = Keyakinan(derajat="rendah", sebab="induknya hanya diduga dari letak yang terdekat")
            yield Note("B16", _GUESSED, node.box.cell.place)


def _stands_higher(other: Node, node: Node) -> bool:
    if other.level is not None and node.level is not None:
        return other.level.depth < node.level.depth
    return other.box.bottom < node.box.top or (other.box.right < node.box.left and other.box.beside(node.box))


def _by_number(node: Node, others: Sequence[Node]) -> list[Node]:
    """Those whose code that of `node` begins with, the longest such codes; none without them."""
    above = [other for other in others if not (other.level and node.level and other.level.depth >= node.level.depth)]
    for length in range(len(node.number) - 1, 0, -1):
        named = [other for other in above if other.number == node.number[:length]]
        if named:
            return _nearest_level(named)
    return []


def _nearest_level(higher: Sequence[Node]) -> list[Node]:
    depths = [other.level.depth for other in higher if other.level is not None]
    return [other for other in higher if other.level is None or other.level.depth == max(depths)]


def _by_colour(node: Node, rivals: Sequence[Node]) -> list[Node]:
    """Those of `rivals` in the colour of `node`, where colours tell rivals apart."""
    told_apart = len({other.fill for other in rivals}) > 1
    same = [other for other in rivals if node.fill and other.fill == node.fill]
    return same if told_apart and same else list(rivals)


def _by_position(node: Node, rivals: Sequence[Node]) -> Node | None:
    """The one that spans most of the columns of `node` above it, or of its rows before it, the nearest of equals."""
    above = [other for other in rivals if other.box.bottom < node.box.top and _shared(other, node) > 0]
    if above:
        return max(above, key=lambda other: (_shared(other, node), other.box.bottom))
    before = [other for other in rivals if other.box.right < node.box.left and other.box.beside(node.box)]
    return max(before, key=lambda other: (_shared_rows(other, node), other.box.right), default=None)


def _shared(one: Node, other: Node) -> int:
    return min(one.right, other.right) - max(one.left, other.left) + 1


def _shared_rows(one: Node, other: Node) -> int:
    return min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top) + 1


def _apart(one: Node, other: Node) -> float:
    across = abs(one.left + one.right - other.left - other.right) / 2
    return across + abs(other.box.top - one.box.bottom)
