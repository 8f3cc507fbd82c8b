"""What is wrong in a rule file: one sentence, where it stands, and what was perhaps meant."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from indikator_rules.finding import Finding, Severity
from indikator_rules.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indikator_rules.language.syntax import Position

CODE = "A00"
"""The code of findings in rule files; the name tells them apart."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault of a rule file. `name` is stable; `message` is Indonesian; `warning` faults do not stop the rule."""

    name: str
    message: str
    at: Position
    warning: bool = False


def meant(word: str, known: Iterable[str]) -> str:
    """The sentence " Maksud Anda “…”?" when a known word is near, else nothing."""
    near = get_close_matches(word, sorted(set(known)), n=1, cutoff=0.7)
    return f" Maksud Anda “{near[0]}”?" if near else ""


def to_finding(diagnostic: Diagnostic, file: str, source: str) -> Finding:
    """The diagnostic as a finding: its source line as text, the faulty stretch as span."""
    at = diagnostic.at
    lines = source.splitlines() or [""]
    line = lines[min(at.line, len(lines)) - 1]
    end = at.end_column - 1 if at.end_line == at.line else len(line)
    start = min(at.column - 1, len(line))
    return Finding(
        code=CODE,
        name=diagnostic.name,
        severity=Severity.PERINGATAN if diagnostic.warning else Severity.GALAT,
        field="aturan",
        message=diagnostic.message,
        places=(Location(file=file, line=at.line, column=at.column),),
        text=line,
        span=(start, max(start + 1, min(end, len(line)))),
    )


def show(finding: Finding) -> str:
    """The finding as people read it: place and message, the line, and a caret under the fault."""
    place = finding.places[0]
    start, end = finding.span or (0, 1)
    line = (finding.text or "").replace("\t", " ")
    return (
        f"{place.file}:{place.line}:{place.column}: {finding.message}\n"
        f"    {line}\n"
        f"    {' ' * start}{'^' * (end - start)}"
    )
