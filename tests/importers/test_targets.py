"""Units inside targets, and targets that two tables give."""

import pytest

from indikator_rules.importers.targets import join_targets, take_unit


@pytest.mark.parametrize(
    ("target", "satuan", "bare"),
    [
        ("0,9 Angka", "Angka", "0,9"),
        ("100%", "%", "100"),
        ("4 Laporan", "Laporan", "4"),
        ({"2025": "70 %", "2026": "75 %", "2027": "n/a"}, "%", {"2025": "70", "2026": "75", "2027": "n/a"}),
        ({"2025": "1 Dokumen", "2026": "2 Laporan"}, "Dokumen", {"2025": "1", "2026": "2 Laporan"}),
    ],
)
def test_units_move_to_an_empty_satuan(target, satuan, bare):
    values = {"target": target}
    assert take_unit(values)
    assert (values["satuan"], values["target"]) == (satuan, bare)
    assert values["target_asli"] if isinstance(target, str) else values["target_asli"].items() <= target.items()


@pytest.mark.parametrize("values", [{"target": "5 %", "satuan": "Persen"}, {"target": "WTP"}, {"target": ""}, {}])
def test_other_targets_stay_as_written(values):
    before = dict(values)
    assert not take_unit(values)
    assert values == before


def test_periods_of_two_tables_stand_together():
    held, values = {"target": {"2026": "75"}}, {"target": {"2026": "75", "2026-01": "10"}}
    join_targets(held, values)
    assert held == values == {"target": {"2026": "75", "2026-01": "10"}}


def test_a_target_without_period_is_the_same_target_by_period():
    held, values = {"target": "75"}, {"target": {"2026": "75", "2026-01": "10"}}
    join_targets(held, values)
    assert held == values


def test_targets_that_differ_stay_different():
    held, values = {"target": {"2026": "75"}}, {"target": {"2026": "80", "2027": "90"}}
    join_targets(held, values)
    assert held["target"] == {"2026": "75", "2027": "90"}
    assert values["target"] == {"2026": "80", "2027": "90"}
