import pytest

from indikator_rules.model.seri import lonjakan, membaik, memburuk, mendatar, read_seri


def years(*values, satuan=None):
    (seri,) = read_seri({str(2025 + i): value for i, value in enumerate(values)}, satuan)
    return seri


def test_periods_of_different_kinds_are_never_mixed():
    found = read_seri({"2026": "80", "2025": "70", "2026-TW1": "20", "2026-03": "7"})
    assert [(seri.periode, list(seri.nilai)) for seri in found] == [
        ("tahun", ["2025", "2026"]),
        ("triwulan", ["2026-TW1"]),
        ("bulan", ["2026-03"]),
    ]


def test_first_and_last_pass_over_empty_cells():
    seri = years("-", "80", "90", None)
    assert (seri.pertama.teks, seri.terakhir.teks) == ("80", "90")
    assert years("", None).pertama is None


def test_the_largest_change_is_told_in_percent_of_the_value_before():
    assert lonjakan(years("40", "44", "88")) == pytest.approx(100)
    assert lonjakan(years("0", "5")) is None
    assert lonjakan(years("WDP", "WTP")) is None


@pytest.mark.parametrize(
    ("values", "flat"),
    [(["80", "80"], True), (["80", "81"], False), (["80"], None), (["80", "n/a"], None), (["80", "B"], None)],
)
def test_a_series_is_flat_when_all_its_values_are_equal(values, flat):
    assert mendatar(years(*values)) is flat


@pytest.mark.parametrize(
    ("values", "polarity", "better", "worse"),
    [
        (["8", "9"], "minimal", False, True),
        (["9", "8"], "minimal", True, False),
        (["80", "85", "83"], "maksimal", False, True),
        (["80", "80", "85"], "maksimal", True, False),
        (["80", "80"], "stabil", False, False),
        (["WDP", "WTP"], "minimal", True, False),
        (["80", "B"], "maksimal", None, None),
        (["80"], "maksimal", None, None),
    ],
)
def test_a_series_is_judged_by_what_is_desired(values, polarity, better, worse):
    seri = years(*values)
    assert (membaik(seri, polarity), memburuk(seri, polarity)) == (better, worse)
