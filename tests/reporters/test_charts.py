from collections import Counter

from indikator_rules.finding import Severity
from indikator_rules.reporters.to_html.charts import LABEL, LENGTH, MOST_BARS, before_and_after, chart_of

GALAT, CATATAN = Severity.GALAT, Severity.CATATAN


def test_bars_are_as_long_as_their_findings_are_many_the_longest_first():
    chart = chart_of("Unit", [("a", CATATAN), ("b", GALAT), ("b", CATATAN), ("b", CATATAN), ("b", GALAT)])
    assert [(bar.name, bar.total) for bar in chart.bars] == [("b", 4), ("a", 1)]
    assert [(part.severity, part.x, part.width) for part in chart.bars[0].segments] == [
        (GALAT, LABEL, LENGTH / 2), (CATATAN, LABEL + LENGTH / 2, LENGTH / 2)
    ]  # fmt: skip
    assert chart.bars[1].segments[0].width == LENGTH / 4


def test_of_equally_many_the_gravest_come_first():
    assert [bar.name for bar in chart_of("", [("a", CATATAN), ("b", GALAT)]).bars] == ["b", "a"]


def test_what_is_not_drawn_is_told():
    chart = chart_of("Unit", [(f"unit {number:02}", GALAT) for number in range(20)])
    assert len(chart.bars) == MOST_BARS
    assert chart.more == "… dan 5 lainnya, dengan 5 temuan."


def test_where_there_is_nothing_to_compare_there_is_no_chart():
    assert chart_of("Unit", [("a", GALAT)] * 9) is None


def test_before_and_after_stand_one_below_the_other_on_one_scale():
    chart = before_and_after("", {"a": Counter({GALAT: 4})}, {"a": Counter({GALAT: 1}), "b": Counter({CATATAN: 2})})
    told = [(bar.name, bar.label, bar.total, bar.segments[0].width) for bar in chart.bars]
    assert told == [
        ("a, sebelum", "a", 4, LENGTH),
        ("a, sesudah", "sesudah", 1, LENGTH / 4),
        ("b, sebelum", "b", 0, 0),
        ("b, sesudah", "sesudah", 2, LENGTH / 2),
    ]


def test_drafts_without_findings_have_no_chart():
    assert before_and_after("", {}, {}) is None
