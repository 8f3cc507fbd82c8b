"""Where the shipped rules, grammar and corpus are."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def bundled(name: str) -> Traversable:
    """The shipped folder `rules`, `grammars` or `corpus`: from the wheel, else from the checkout the code runs in."""
    shipped = files("indikator_rules").joinpath("_data", name)
    if shipped.is_dir():
        return shipped
    return Path(__file__).resolve().parents[2] / name
