"""Where results go: standard output, or the file of `--ke`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from indikator_rules.reporters.neutral import in_log

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from indikator_rules.finding import Finding


def write(parts: Iterable[str], ke: Path | None) -> None:
    """Write `parts` one after another, as UTF-8 and with bare line feeds when they go to a file."""
    if ke is None:
        sys.stdout.writelines(parts)
        return
    with ke.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(parts)


def say(message: str) -> None:
    """Tell the user something that is not part of the result."""
    sys.stderr.write(f"indikator: {in_log(message)}\n")


def show_faults(findings: Iterable[Finding]) -> None:
    """Show the faults of rule files on standard error, each with its line and what is wrong there."""
    for finding in findings:
        from indikator_rules.language.diagnostics import show  # only where there is a fault to show

        sys.stderr.write(f"\n{show(finding)}\n")
