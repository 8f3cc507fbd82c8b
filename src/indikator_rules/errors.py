"""The exceptions of this package: raised only when a caller asks for the impossible.

IndikatorError
├── DocumentError   a file that is absent, unreadable or holds no indicator
└── RuleError       no readable rule at all, or an unknown pack or profile
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indikator_rules.finding import Finding


class IndikatorError(Exception):
    """An impossible request. The message is one Indonesian sentence that names file, place and cure."""

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


def instead_of(word: str, known: Iterable[str]) -> str:
    """What to write instead of an unknown word: the known one that is near, else all that are known."""
    words = list(known)
    near = get_close_matches(word, words, n=1)
    return f"Maksud Anda “{near[0]}”?" if near else f"Yang dikenal: {', '.join(words)}."


class DocumentError(IndikatorError):
    """A document that cannot be read, or that holds nothing to judge."""


class RuleError(IndikatorError):
    """Rules that cannot be loaded."""
