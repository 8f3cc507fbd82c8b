"""Why a check could not be made, as people say it in a report; rules and their languages say it shorter."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from indikator_rules.bundled import bundled

if TYPE_CHECKING:
    from collections.abc import Sequence

_EMPTY = re.compile(r"(?P<what>[\w.-]+) kosong")
_UNKNOWN = re.compile(r"(?P<what>[\w., -]+) tidak diketahui")
_RELATION = re.compile(r"kaitan (?P<one>[\w.-]+) dengan (?P<other>[\w.-]+) tidak diketahui")
_PLAIN = re.compile(r"[\w ,-]+")


def obstacle(because: str) -> str:
    """The clause after "karena": `because` says of a rule what it lacked, in the words of rules."""
    if found := _RELATION.fullmatch(because):
        return f"kaitan {_called(found['one'])} dengan {_called(found['other'])} belum dapat dipastikan"
    if found := _EMPTY.fullmatch(because):
        return f"{_called(found['what'])} belum diisi"
    if found := _UNKNOWN.fullmatch(because):
        return f"{_called(found['what'])} belum diketahui"
    return because if _PLAIN.fullmatch(because) else "datanya belum cukup untuk memastikannya"


def listed(words: Sequence[str]) -> str:
    """The words as a list in a sentence: "A", "A dan B", "A, B, dan C"."""
    *others, last = words
    if not others:
        return last
    return f"{', '.join(others)}{',' if len(others) > 1 else ''} dan {last}"


def _called(path: str) -> str:
    names = _names()
    last = path.rpartition(".")[2]
    return names.get(path) or names.get(last) or last.replace("-", " ")


@cache
def _names() -> dict[str, str]:
    content: dict[str, Any] = yaml.safe_load(bundled("rules").joinpath("sebab.yaml").read_text(encoding="utf-8"))
    return dict(content["sebutan"])
