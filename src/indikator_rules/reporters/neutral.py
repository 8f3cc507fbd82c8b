"""Text from documents, made harmless where a program might take it for more than text."""

from __future__ import annotations

import re

LONGEST_TEXT = 600

_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_COMMAND = re.compile(r":(?=:)|#(?=#\[)")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*\s*%?")
_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~&$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_MENTION = re.compile(r"[@#](?=\w)")


def one_line(text: str) -> str:
    """`text` on one line, without control and direction marks that could disturb a terminal or hide words."""
    return re.sub(r"\s+", " ", _INVISIBLE.sub("", text))


def short(text: str, longest: int = LONGEST_TEXT) -> str:
    """`text` on one line, cut after a word when it has more than `longest` characters."""
    line = one_line(text).strip()
    return line if len(line) <= longest else line[:longest].rsplit(maxsplit=1)[0] + " …"


def in_log(text: str) -> str:
    """`text` on one line that a build server cannot take for one of its commands (`::error`, `##[group]`)."""
    return _COMMAND.sub(r"\g<0> ", one_line(text))


def in_markdown(text: str) -> str:
    """`text`, cut when long, as Markdown that shows it letter for letter: no markup, link, or call of a person."""
    return _MENTION.sub(r"\g<0><!-- -->", _MARKUP.sub(r"\\\g<0>", short(text)))


def in_sheet(text: str) -> str:
    """`text` on one line for a cell of a sheet that must not compute it; a plain number stays a number."""
    line = one_line(text)
    return f"'{line}" if _FORMULA.match(line) and not _NUMBER.fullmatch(line) else line
