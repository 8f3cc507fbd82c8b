"""What a condition is once compiled: a test that answers True, False or None (not known), and its parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from indikator_rules.language import syntax
from indikator_rules.language.types import TAHUN, Tipe, member

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from indikator_rules.language.matching import Potongan
    from indikator_rules.language.triggers import Trigger
    from indikator_rules.model.pohon import PohonDokumen

STEP_BUDGET = 200_000
"""Members that one rule may look at for one subject; beyond it the rule ends as `gagal`."""


class BudgetSpentError(Exception):
    """A rule looked at more members than one rule may."""


@dataclass(slots=True)
class Env:
    """What holds while one rule judges one subject: the subject (`ini`), the period, the steps left, what was found."""

    ini: Any
    tahun: str | None = None
    steps: int = STEP_BUDGET
    kutipan: Potongan | None = None
    bound: dict[str, Any] = field(default_factory=dict)

    def step(self) -> None:
        """Pays for looking at one member."""
        self.steps -= 1
        if self.steps < 0:
            raise BudgetSpentError


Get = Callable[[Any, Env], Any]
Test = Callable[[Any, Env], "bool | None"]
Quotes = Callable[[Any, Env], "tuple[Potongan, ...]"]


@dataclass(frozen=True, slots=True)
class Value:
    """A compiled expression; `marks` gives the words that decided its value."""

    get: Get
    tipe: Tipe
    node: syntax.Expression
    parts: tuple[Value, ...] = ()
    marks: Get | None = None


@dataclass(frozen=True)
class Check:
    """A compiled condition. `members` is set for quantifiers: what they run over."""

    test: Test
    node: syntax.Condition
    parts: tuple[Check, ...] = ()
    values: tuple[Value, ...] = ()
    quotes: Quotes | None = None
    members: Value | None = None
    trigger: Trigger | None = None
    needs: Callable[[PohonDokumen], bool] | None = None
    """Whether a document is judged beside those that the condition speaks about; None when it needs no others."""
    captures: Callable[[Any, Env], Mapping[str, Potongan]] | None = None

    @cached_property
    def shows(self) -> bool:
        """Whether it can show words, name stretches, or find members."""
        if self.quotes is not None or self.captures is not None:
            return True
        if isinstance(self.node, syntax.Quantified):
            return self.node.quantifier == "ada"
        return any(part.shows for part in self.parts)


# ---- three-valued logic (Kleene)


def any_of(verdicts: Iterable[bool | None]) -> bool | None:
    """True when one is, None when one is not known or there is none, else False."""
    unknown, seen = False, False
    for verdict in verdicts:
        if verdict:
            return True
        seen = True
        unknown = unknown or verdict is None
    return False if seen and not unknown else None


def negation(test: Test) -> Test:
    """The opposite; what is not known stays so."""

    def opposite(s: Any, e: Env) -> bool | None:
        verdict = test(s, e)
        return None if verdict is None else not verdict

    return opposite


def on_member(test: Test, members: Tipe) -> Callable[[Any, Any, Env], bool | None]:
    """The verdict of `test` on one member of a set; a period becomes `tahun` while the subject stays the same."""

    def of_subject(_s: Any, one: Any, e: Env) -> bool | None:
        e.step()
        return None if one is None else test(one, e)

    def of_period(s: Any, one: Any, e: Env) -> bool | None:
        e.step()
        before, e.tahun = e.tahun, one
        try:
            return test(s, e)
        finally:
            e.tahun = before

    return of_period if member(members) == TAHUN else of_subject
