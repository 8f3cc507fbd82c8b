"""Words for comparing: what is written, without case, punctuation and line ends."""

from __future__ import annotations

import re


def fold(text: str) -> str:
    """`text` in lower case, with single spaces in place of punctuation and line ends; "%" is the word "persen"."""
    return " ".join(re.sub(r"[\W_]+", " ", text.lower().replace("%", " persen ")).split())
