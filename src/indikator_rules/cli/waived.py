"""Waivers that stand in a file beside the documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from indikator_rules.reading import Reading


def waived(readings: tuple[Reading, ...], file: Path | None) -> tuple[Reading, ...]:
    """`readings` with the waivers in `file`, if there is one; what is wrong with them is told with the first document.

    Raises DocumentError when the file is no file of waivers.
    """
    if file is None:
        return readings
    from indikator_rules.importers.notes import to_findings
    from indikator_rules.importers.waivers import read_waiver_file, with_waivers

    waivers, notes = read_waiver_file(file)
    first, *others = with_waivers(readings, waivers)
    return (replace(first, findings=(*first.findings, *to_findings(notes))), *others)
