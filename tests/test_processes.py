"""Work shared out among processes gives what one process gives, in the same order."""

from __future__ import annotations

import pytest

from indikator_rules.processes import map_in_processes


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(workers):
    assert map_in_processes(str, range(7), workers) == list("0123456")


def test_what_a_worker_raises_is_raised_here():
    with pytest.raises(ZeroDivisionError):
        map_in_processes(lambda number: 1 // number, [1, 0], 2)
