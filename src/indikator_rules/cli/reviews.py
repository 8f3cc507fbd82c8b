"""The files of a review on what was checked, where the user wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from indikator_rules.evaluator import Verdict
    from indikator_rules.finding import Report
    from indikator_rules.ruleset import Ruleset

KERTAS_KERJA, CATATAN = "kertas kerja", "catatan hasil reviu"
SUFFIXES = {KERTAS_KERJA: ".xlsx", CATATAN: ".docx"}


def write_reviews(report: Report, verdicts: Sequence[Verdict], rules: Ruleset, targets: dict[str, Path]) -> None:
    """Write the files that `targets` names, each by what it is called; `verdicts` are those of `report`."""
    if (sheets := targets.get(KERTAS_KERJA)) is not None:
        from indikator_rules.reporters.to_kertas_kerja import to_kertas_kerja

        _write(sheets, to_kertas_kerja(report, verdicts, rules))
    if (note := targets.get(CATATAN)) is not None:
        from indikator_rules.reporters.to_catatan import to_catatan

        _write(note, to_catatan(report, verdicts, rules))


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
