"""How many nodes meet each principle and LKE criterion: what several reporters tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indikator_rules.finding import Report, Share
    from indikator_rules.principles import Yardstick


def shares(report: Report, yardsticks: Iterable[Yardstick]) -> list[tuple[Yardstick, Share]]:
    """The principles or criteria that the report sums up, with their shares, in the order given."""
    return [(yardstick, report.shares[yardstick.name]) for yardstick in yardsticks if yardstick.name in report.shares]
