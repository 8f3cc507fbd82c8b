"""Syntax errors as sentences: what stands there, what may stand there, and what was perhaps meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indikator_rules.language.diagnostics import Diagnostic
from indikator_rules.language.syntax import Position

if TYPE_CHECKING:
    from lark import UnexpectedInput


def explain_syntax_error(error: UnexpectedInput, source: str) -> Diagnostic:
    """The diagnostic for an error of the parser in `source`."""
    line, column = max(error.line, 1), max(error.column, 1)
    token = str(getattr(error, "token", "") or "")
    start = error.pos_in_stream or 0
    at = Position(line, column, line, column + max(len(token), 1), start, start + max(len(token), 1))
    return Diagnostic("salah-tulis", f"“{token}” tidak dapat berdiri di sini.", at)
