"""Forests to draw: any shape, boxes as high as boxes get."""

from hypothesis import strategies as st

HEIGHTS = st.integers(40, 160)


@st.composite
def forests(draw, most=60):
    """The roots, the items below each item, and the height of each; items are numbers in the order of reading."""
    count = draw(st.integers(1, most))
    parents = [draw(st.none() | st.integers(0, item - 1)) if item else None for item in range(count)]
    below = {item: [child for child in range(count) if parents[child] == item] for item in range(count)}
    heights = {item: draw(HEIGHTS) for item in range(count)}
    return [item for item in range(count) if parents[item] is None], below, heights
