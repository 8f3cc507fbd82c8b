import pytest
from hypothesis import given
from hypothesis import strategies as st

from indikator_rules.reporters.to_html.wrapping import width_of, wrapped


@given(st.text(max_size=200), st.integers(60, 300))
def test_no_line_is_wider_than_the_box_but_for_the_mark_of_a_cut(text, width):
    for line in wrapped(text, width, 12, 5):
        assert width_of(line.removesuffix(" …"), 12) <= width


@given(st.text("abc dé ", max_size=200))
def test_nothing_is_lost_where_there_are_lines_enough(text):
    assert "".join("".join(wrapped(text, 100, 12, 99)).split()) == "".join(text.split())


def test_a_text_that_is_too_long_ends_with_a_mark():
    lines = wrapped("Meningkatnya mutu pelayanan kepada masyarakat di seluruh wilayah", 120, 12, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_takes_no_line(text):
    assert wrapped(text, 100, 12, 3) == ()


def test_a_word_wider_than_the_box_is_broken():
    assert wrapped("w" * 30, 100, 12, 9)[0] == "w" * 9
