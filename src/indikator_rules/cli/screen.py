"""The report for people, as wide and as colourful as the terminal that shows it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast, get_args

from rich.console import Console

from indikator_rules.reporters.to_terminal import PLAIN_WIDTH, Colours

if TYPE_CHECKING:
    from collections.abc import Callable

_PLAIN_MARKS = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "·": "|", "≤": "<=", "≥": ">="}
)


def to_screen(write: Callable[[int, Colours | None], str]) -> str:
    """What `write` makes, fitted to standard output: its width, its colours, and the characters it can show."""
    console = Console()
    if not console.is_terminal:
        return write(PLAIN_WIDTH, None)
    # A console of old Windows has colours, but not as escape codes in the text.
    coloured = not console.no_color and console.color_system in get_args(Colours)
    colours = cast("Colours", console.color_system) if coloured else None
    return shown_in(write(min(console.width, PLAIN_WIDTH), colours), sys.stdout.encoding or "ascii")


def shown_in(text: str, encoding: str) -> str:
    """`text` as it is, or with plain marks when `encoding` lacks its typographic ones."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN_MARKS)
    return text
