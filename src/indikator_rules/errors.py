"""The exceptions of this package: raised only when a caller asks for the impossible.

IndikatorError
├── DocumentError   a file that is absent, unreadable or holds no indicator
└── RuleError       no readable rule at all, or an unknown pack or profile
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indikator_rules.finding import Finding


class IndikatorError(Exception):
    """An impossible request. The message is one Indonesian sentence that names file, place and cure."""

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


class DocumentError(IndikatorError):
    """A document that cannot be read, or that holds nothing to judge."""


class RuleError(IndikatorError):
    """Rules that cannot be loaded."""
