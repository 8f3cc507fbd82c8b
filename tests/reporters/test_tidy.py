"""Laws of the places that boxes get."""

from itertools import combinations

from hypothesis import given
from trees import forests

from indikator_rules.reporters.to_html.tidy import GAP, Tree, arranged, in_columns


def grown(item, below, heights):
    return Tree(item, heights[item], tuple(grown(child, below, heights) for child in below[item]))


def middle(place, heights):
    return place.top + heights[place.item] / 2


@given(forests(most=25))
def test_no_two_boxes_overlap(forest):
    roots, below, heights = forest
    places = arranged([grown(root, below, heights) for root in roots])
    for one, other in combinations(places, 2):
        apart = max(one.top, other.top) - min(one.top + heights[one.item], other.top + heights[other.item])
        assert one.column != other.column or apart >= GAP - 1e-6


@given(forests(most=25))
def test_a_parent_stands_in_the_column_before_its_children_and_midway_between_them(forest):
    roots, below, heights = forest
    places = {place.item: place for place in arranged([grown(root, below, heights) for root in roots])}
    for item, children in below.items():
        assert all(places[child].column == places[item].column + 1 for child in children)
        if children:
            between = (middle(places[children[0]], heights) + middle(places[children[-1]], heights)) / 2
            assert abs(middle(places[item], heights) - between) < 1e-6


@given(forests(most=25))
def test_every_box_has_one_place_and_none_stands_above_the_edge(forest):
    roots, below, heights = forest
    places = arranged([grown(root, below, heights) for root in roots])
    assert sorted(place.item for place in places) == sorted(heights)
    assert min(place.top for place in places) == 0


@given(forests(most=25))
def test_siblings_stand_in_reading_order(forest):
    roots, below, heights = forest
    tops = {place.item: place.top for place in arranged([grown(root, below, heights) for root in roots])}
    assert all(tops[one] < tops[other] for children in below.values() for one, other in combinations(children, 2))


def test_boxes_that_belong_to_no_other_fill_column_after_column():
    places = in_columns([Tree(name, 40) for name in "abcde"], 95)
    assert [(place.item, place.column, place.top) for place in places] == [
        ("a", 0, 0), ("b", 0, 50), ("c", 1, 0), ("d", 1, 50), ("e", 2, 0)
    ]  # fmt: skip
