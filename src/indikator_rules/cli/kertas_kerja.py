"""The review sheets on what was checked, where the user wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indikator_rules.reporters.to_kertas_kerja import to_kertas_kerja

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from indikator_rules.evaluator import Verdict
    from indikator_rules.finding import Report
    from indikator_rules.ruleset import Ruleset


def write_sheets(report: Report, verdicts: Sequence[Verdict], rules: Ruleset, target: Path) -> None:
    """Write the workbook to `target`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(to_kertas_kerja(report, verdicts, rules))
