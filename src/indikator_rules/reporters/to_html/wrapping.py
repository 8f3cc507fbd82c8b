"""Text broken into lines that fit a box, by the widths of DejaVu Sans: other fonts a page may meet are narrower."""

from __future__ import annotations

from itertools import chain

_WIDTHS = {
    **dict.fromkeys("ijlIJ',./:;\\| ‘’·", 0.33),
    **dict.fromkeys("frt!()-[]", 0.41),
    **dict.fromkeys('csz"*?“”–', 0.53),
    **dict.fromkeys("ABCKNRUVXZ", 0.74),
    **dict.fromkeys("wDGHOQ#&+<=>", 0.84),
    **dict.fromkeys("MmW%@…—", 1.0),
}
_OTHER = 0.64
_WIDEST = 1.0
"""Letters of other scripts may be as wide as they are high."""


def width_of(text: str, size: float) -> float:
    """About how wide `text` is in a font of this size; rather too wide than too narrow."""
    return size * sum(_WIDTHS.get(letter, _OTHER if letter < "ɐ" else _WIDEST) for letter in text)


def wrapped(text: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """`text`, broken at its blanks, in lines of at most `width`; what `most` lines do not hold is cut, "…" says so."""
    lines = [""]
    for word in chain.from_iterable(_pieces(word, width, size) for word in text.split(" ")):
        longer = f"{lines[-1]} {word}".lstrip()
        if width_of(longer, size) <= width:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            return (*lines[:-1], _cut(lines[-1], width, size))
    return tuple(line for line in lines if line)


def _pieces(word: str, width: float, size: float) -> list[str]:
    """`word` in pieces that fit a line each."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(line: str, width: float, size: float) -> str:
    """`line` with "…" at its end, without the words for which that leaves no room."""
    while " " in line and width_of(f"{line} …", size) > width:
        line = line.rpartition(" ")[0]
    return f"{line} …"
