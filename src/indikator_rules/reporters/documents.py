"""What the documents of a report are called: what several reporters tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indikator_rules.model.angka import write_angka
from indikator_rules.reporters.neutral import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indikator_rules.evaluator import Verdict
    from indikator_rules.finding import Report

LONGEST_NAME = 300


def document_names(report: Report, verdicts: Sequence[Verdict]) -> list[str]:
    """The names of the documents, each once: those with nodes first."""
    named = (*(verdict.document for verdict in verdicts), *(finding.document for finding in report.findings))
    return [short(name, LONGEST_NAME) for name in dict.fromkeys(named) if name]


def first_names(names: Sequence[str], most: int, longest: int) -> str:
    """The first of `names` on one line, and how many more there are."""
    more = len(names) - most
    shown = short("; ".join(names[:most]), longest)
    return shown + (f"; dan {write_angka(more)} dokumen lain" if more > 0 else "")
