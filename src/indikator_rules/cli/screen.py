"""The report for people, as wide and as colourful as the terminal that shows it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from rich.console import Console

from indikator_rules.reporters.to_terminal import Colours, to_text

if TYPE_CHECKING:
    from indikator_rules.finding import Report

_PLAIN_MARKS = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "·": "|", "≤": "<=", "≥": ">="}
)


def to_screen(report: Report) -> str:
    """The report fitted to standard output: its width, its colours, and the characters it can show."""
    console = Console()
    if not console.is_terminal:
        return to_text(report)
    colours = None if console.no_color else cast("Colours | None", console.color_system)
    return shown_in(to_text(report, console.width, colours), sys.stdout.encoding or "ascii")


def shown_in(text: str, encoding: str) -> str:
    """`text` as it is, or with plain marks when `encoding` lacks its typographic ones."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN_MARKS)
    return text
