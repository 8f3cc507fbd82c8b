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


@dataclass(frozen=True, slots=True)
class Turn:
    """What a better draft turns into what, and the principles and criteria whose shares are the evidence."""

    before: str
    after: str
    evidence: tuple[Yardstick, ...]


@cache
def turns() -> tuple[Turn, ...]:
    """The turns for the better that a comparison of two drafts tells of: rules/perubahan.yaml."""
    known = {yardstick.name: yardstick for yardstick in (*principles(), *criteria())}
    content = yaml.safe_load(bundled("rules").joinpath("perubahan.yaml").read_text(encoding="utf-8"))
    return tuple(
        Turn(told["sebelum"], told["sesudah"], tuple(known[str(name)] for name in told["bukti"]))
        for told in content["perubahan"]
    )


@cache
def judged_on(subject: Subject) -> frozenset[str]:
    """The names of those by which checks of this subject judge a node."""
    return frozenset(yardstick.name for yardstick in (*principles(), *criteria()) if yardstick.pada == subject)


def _read(part: str) -> list[Yardstick]:
    content: dict[str, Any] = yaml.safe_load(bundled("rules").joinpath("lke.yaml").read_text(encoding="utf-8"))
    return [Yardstick(name, told["bunyi"], told.get("pada")) for name, told in content[part].items()]
