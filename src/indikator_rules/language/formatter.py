"""Rule text to canonical rule text, with every comment kept.

The tree holds no comments. They are read from the text, remembered by how many words and quoted texts stand before
them, and put back at that place of the printed text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from indikator_rules.language.parser import parse
from indikator_rules.language.printer import show
from indikator_rules.model.tingkat import Tingkat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PIECE = re.compile(r'(?P<text>"(?:\\.|[^"\\])*")|(?P<comment>#[^\n]*)|(?P<word>[A-Za-z][\w-]*)')
# Words that printing may add or drop: ranges of levels and spoken comparisons.
_UNSTEADY = frozenset({*Tingkat, "sampai", "lebih", "kurang", "paling", "dari", "sedikit", "banyak"})


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment and its place: `before` steady pieces precede it; on a line of its own or behind something."""

    text: str
    before: int
    alone: bool
    indented: bool
    apart: bool  # a blank line follows


def format_source(source: str) -> str:
    """The rule file in canonical form; unchanged when it has a syntax error, so that nothing is lost."""
    parsed = parse(source)
    if parsed.diagnostics:
        return source
    return _woven(show(parsed.file).splitlines(), tuple(_comments(source)))


def _comments(source: str) -> Iterator[_Comment]:
    before = 0
    for piece in _PIECE.finditer(source):
        if piece["comment"] is None:
            before += piece[0] not in _UNSTEADY
            continue
        indent = source[source.rfind("\n", 0, piece.start()) + 1 : piece.start()]
        apart = re.match(r"\n[ \t]*(\n|$)", source[piece.end() :]) is not None
        yield _Comment(piece[0].rstrip(), before, not indent.strip(), indent != "", apart)


def _woven(lines: Sequence[str], comments: Sequence[_Comment]) -> str:
    """The lines with each comment above the line it introduces or behind the line it speaks of."""
    woven: list[str] = []
    passed = 0
    for line in lines:
        here = passed + sum(piece[0] not in _UNSTEADY for piece in _PIECE.finditer(line))
        above = [each for each in comments if each.alone and passed <= each.before < here]
        _put_above(line, above, woven)
        behind = [each.text for each in comments if not each.alone and passed < each.before <= here]
        woven.append("   ".join([line, "  ".join(behind)]) if behind else line)
        passed = here
    woven.append("")
    _put_above("", [each for each in comments if each.alone and each.before >= passed], woven)
    return "\n".join(woven).strip("\n") + "\n" if any(woven) else ""


def _put_above(line: str, comments: Sequence[_Comment], woven: list[str]) -> None:
    """Append the comments; indented ones that come first above the first line of an item end the item before."""
    if line.startswith(" "):
        woven += [f"  {comment.text}" for comment in comments]
        return
    ending = list(takewhile(lambda comment: comment.indented and any(woven), comments))
    end = max((number for number, each in enumerate(woven, start=1) if each), default=0)
    woven[end:end] = [f"  {comment.text}" for comment in ending]
    for comment in comments[len(ending) :]:
        woven += [comment.text, ""] if comment.apart else [comment.text]
