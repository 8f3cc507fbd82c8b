"""Laws of the pages that show a whole cascade."""

import re
from collections import Counter
from dataclasses import dataclass
from types import SimpleNamespace

from hypothesis import given
from trees import forests

from indikator_rules.reporters.to_html.cards import WIDTH
from indikator_rules.reporters.to_html.overview import PAGE_HEIGHT, PAGE_WIDTH, overview_of


@dataclass(eq=False)
class Node:
    number: int

    @property
    def sasaran(self):
        return SimpleNamespace(pernyataan=f"Sasaran {self.number}")


def pages_of(forest):
    """The pages of a forest of numbers, and the numbers that stand directly below each."""
    roots, below, heights = forest
    nodes = {number: Node(number) for number in below}
    linked = {nodes[number]: [nodes[child] for child in children] for number, children in below.items()}
    cards = {nodes[number]: SimpleNamespace(height=height) for number, height in heights.items()}
    return overview_of([nodes[root] for root in roots], linked, cards)


@given(forests())
def test_every_item_stands_once_and_within_its_page(forest):
    stands = Counter()
    for page in pages_of(forest):
        stands.update(box.node.number for box in page.boxes)
        assert min(min(box.x, box.y) for box in page.boxes) >= 0
        assert max(box.x + WIDTH for box in page.boxes) <= PAGE_WIDTH
        assert max(box.y + box.card.height for box in page.boxes) <= PAGE_HEIGHT
    assert stands == Counter(dict.fromkeys(forest[1], 1))


@given(forests())
def test_no_box_covers_another(forest):
    for page in pages_of(forest):
        for one in page.boxes:
            for other in page.boxes:
                beside = one.x + WIDTH <= other.x or other.x + WIDTH <= one.x
                apart = one.y + one.card.height <= other.y or other.y + other.card.height <= one.y
                assert one is other or beside or apart


@given(forests())
def test_a_line_ends_at_every_child_and_at_nothing_else(forest):
    roots, _, _ = forest
    for page in pages_of(forest):
        ends = {(int(x), int(y)) for line in page.lines for y, x in re.findall(r"M\d+ (\d+)H(\d+)(?=M|$)", line)}
        children = {(box.x, box.y + box.card.height // 2) for box in page.boxes if box.node.number not in roots}
        assert ends == children


@given(forests())
def test_a_column_that_continues_names_the_box_above(forest):
    _, below, _ = forest
    parents = {child: item for item, children in below.items() for child in children}
    for page in pages_of(forest):
        for label in page.labels:
            first = min((box for box in page.boxes if box.x >= label.x), key=lambda box: (box.x > label.x + 80, box.y))
            assert label.words == f"Lanjutan: Sasaran {parents[first.node.number]}"


def test_a_cascade_of_150_items_takes_four_pages():
    below = {}

    def grow(item, *fans):
        below[item] = [item * 10 + number for number in range(1, fans[0] + 1)] if fans else []
        for child in below[item]:
            grow(child, *fans[1:])

    grow(1, 4, 3, 3, 3)
    assert len(below) == 161
    assert len(pages_of(([1], below, dict.fromkeys(below, 78)))) == 4


def test_nothing_takes_no_page():
    assert pages_of(([], {}, {})) == ()
