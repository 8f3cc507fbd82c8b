"""`indikator aturan dokumen`: pages about the rules, made from what the program knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indikator_rules.cli.output import say, write
from indikator_rules.review.index import index
from indikator_rules.ruleset import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def rule_index() -> Iterable[str]:
    """The page that lists all shipped rules."""
    return index(load_rules())


def show(parts: Iterable[str], ke: Path | None) -> int:
    """The exit code, after a page has been written."""
    write(parts, ke)
    return 0


def compare(parts: Iterable[str], kept: Path) -> int:
    """The exit code: 0 when the file holds the page as it is now, else 1, after that has been said."""
    if kept.is_file() and kept.read_text(encoding="utf-8") == "".join(parts):
        return 0
    say(f"{kept}: tidak lagi sesuai; tulis ulang dengan --ke {kept}.")
    return 1
