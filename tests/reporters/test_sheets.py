"""Laws of the sheets that a forest is cut into."""

from collections import Counter

from hypothesis import given
from trees import forests

from indikator_rules.reporters.to_html.sheets import MOST_COLUMNS, MOST_HEIGHT, sheets


@given(forests())
def test_every_item_stands_once_besides_where_it_is_continued(forest):
    roots, below, heights = forest
    stands = Counter()
    for sheet in sheets(roots, below, heights):
        stands.update(place.item for place in sheet.places if place.item != sheet.continued)
    assert stands == Counter(dict.fromkeys(heights, 1))


@given(forests())
def test_every_child_is_joined_to_its_parent_once(forest):
    roots, below, heights = forest
    joined = Counter(pair for sheet in sheets(roots, below, heights) for pair in sheet.joined)
    assert joined == Counter((item, child) for item, children in below.items() for child in children)


@given(forests())
def test_every_sheet_fits_a_page(forest):
    roots, below, heights = forest
    for sheet in sheets(roots, below, heights):
        assert max(place.column for place in sheet.places) < MOST_COLUMNS
        assert max(place.top + heights[place.item] for place in sheet.places) <= MOST_HEIGHT


@given(forests())
def test_a_continued_item_stands_on_a_sheet_before(forest):
    roots, below, heights = forest
    standing = set()
    for sheet in sheets(roots, below, heights):
        assert sheet.continued is None or sheet.continued in standing
        standing.update(place.item for place in sheet.places)


def test_a_small_cascade_is_one_sheet():
    below = {0: [1, 2], 1: [3], 2: [], 3: []}
    assert len(sheets([0], below, dict.fromkeys(below, 80))) == 1


def test_a_chain_of_thousands_is_drawn_too():
    below = {item: [item + 1] for item in range(4000)} | {4000: []}
    assert len(sheets([0], below, dict.fromkeys(below, 80))) > 600


def test_too_many_children_share_their_parent_among_sheets():
    below = {0: list(range(1, 31)), **{child: [] for child in range(1, 31)}}
    found = sheets([0], below, dict.fromkeys(below, 80))
    assert [sheet.continued for sheet in found] == [None] + [0] * (len(found) - 1)
    assert len(found) > 3


def test_items_joined_to_nothing_stand_together_in_columns():
    (sheet,) = sheets([0, 1, 2], {0: [], 1: [], 2: []}, dict.fromkeys(range(3), 300))
    assert [place.column for place in sheet.places] == [0, 0, 1]
    assert sheet.joined == ()


def test_a_cascade_of_150_items_takes_few_sheets():
    below = {}

    def grow(item, *fans):
        below[item] = [(*item, number) for number in range(fans[0])] if fans else []
        for child in below[item]:
            grow(child, *fans[1:])

    grow((), 4, 3, 3, 3)
    assert len(below) == 161
    assert len(sheets([()], below, dict.fromkeys(below, 78))) == 13
