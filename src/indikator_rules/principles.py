"""The principles of cascading and the LKE criteria that rules refer to: rules/lke.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import yaml

from indikator_rules.bundled import bundled

Subject = Literal["sasaran", "indikator"]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A principle or criterion: its name or number, and what it says.

    `pada` tells which checks of a node make it judged by this: those of its statement, or those of its indicators and
    targets. None: it is not summed up.
    """

    name: str
    text: str
    pada: Subject | None


@cache
def principles() -> tuple[Yardstick, ...]:
    """The four principles."""
    return tuple(_read("prinsip"))


@cache
def criteria() -> tuple[Yardstick, ...]:
    """The LKE criteria, in the order of the regulation."""
    return tuple(_read("kriteria"))


@cache
def judged_on(subject: Subject) -> frozenset[str]:
    """The names of those by which checks of this subject judge a node."""
    return frozenset(yardstick.name for yardstick in (*principles(), *criteria()) if yardstick.pada == subject)


def _read(part: str) -> list[Yardstick]:
    content: dict[str, Any] = yaml.safe_load(bundled("rules").joinpath("lke.yaml").read_text(encoding="utf-8"))
    return [Yardstick(name, told["bunyi"], told.get("pada")) for name, told in content[part].items()]
