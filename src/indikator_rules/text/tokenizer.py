"""Cuts a text into tokens.

The slim spaCy tokenizer works on one space-delimited chunk at a time, so its answer for a chunk never depends on the
neighbours and can be remembered: that is several times faster than building a `Doc` for each text.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK = re.compile(r"\S+")


def tokenize(isi: str) -> Iterator[tuple[str, int]]:
    """Each token of `isi` and the position it starts at; white space is no token."""
    for chunk in CHUNK.finditer(isi):
        start = chunk.start()
        for token, offset in pieces(chunk[0]):
            yield token, start + offset


@lru_cache(maxsize=100_000)
def pieces(chunk: str) -> tuple[tuple[str, int], ...]:
    """The tokens of a chunk without white space, each with its offset in the chunk; half a character reads as "?"."""
    return tuple((token.text, token.idx) for token in _tokenizer()(chunk.encode(errors="replace").decode()))


@cache
def _tokenizer() -> Any:
    from indikator_rules.text.slim import slim_tokenizer  # noqa: PLC0415 - spaCy takes half a second to import

    return slim_tokenizer()
