"""Precision, recall and F1 of each rule on labelled rows, with the rows it gets wrong."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indikator_rules.evaluator import evaluate
from indikator_rules.review.labelled import as_documents, criteria, read_corpus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from indikator_rules.review.labelled import Criterion, Row
    from indikator_rules.ruleset import Rule, Ruleset

    Case = tuple[Row, bool, bool]
    """A labelled row, whether it holds the fault, and whether the fault was found."""


@dataclass(frozen=True, slots=True)
class Score:
    """How one rule did. `found` faults of those there are; `missed` and `wrong` are the rows it got wrong."""

    code: str
    rows: int
    found: int
    missed: tuple[Row, ...]
    wrong: tuple[Row, ...]

    @property
    def faults(self) -> int:
        """How many rows hold the fault."""
        return self.found + len(self.missed)

    @property
    def precision(self) -> float | None:
        """The share of right findings; None when there was no finding."""
        return ratio(self.found, self.found + len(self.wrong))

    @property
    def recall(self) -> float | None:
        """The share of faults that were found; None when there was no fault."""
        return ratio(self.found, self.faults)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None when there was neither fault nor finding."""
        return ratio(2 * self.found, self.found + len(self.wrong) + self.faults)


def ratio(part: int, whole: int) -> float | None:
    """`part` of `whole`; None when there is no whole."""
    return part / whole if whole else None


def measure_rows(rows: Iterable[Row], rules: Ruleset) -> tuple[Score, ...]:
    """The score of every rule in `rules` that labels speak of, on the rows of its levels; equal rows count once."""
    judged = [(row, _codes(row, rules)) for row in rows]
    known = {rule.code: rule for rule in rules.rules}
    return tuple(
        _score(criterion.kode, _cases(criterion, known[criterion.kode], judged))
        for criterion in criteria()
        if criterion.kode in known
    )


def _cases(criterion: Criterion, rule: Rule, judged: Iterable[tuple[Row, frozenset[str]]]) -> Iterable[Case]:
    """The rows that speak about `rule`, with what they say and what was found.

    Another rule that the table names, or that this one gives way to, may have seen a fault, but is never wrong for it.
    """
    others = {*rule.node.yields_to, *criterion.juga}
    cases: dict[tuple[object, ...], Case] = {}
    for row, codes in judged:
        fault = criterion.fault(row)
        if fault is not None and speaks_at(rule, row["tingkat"]):
            key = (row["tingkat"], *(row.get(name) for name in criterion.bidang))
            cases.setdefault(key, (row, fault, rule.code in codes or (fault and bool(codes & others))))
    return cases.values()


def speaks_at(rule: Rule, tingkat: str | None) -> bool:
    """Whether the rule says anything about subjects of this level."""
    return any(section.levels is None or tingkat in section.levels for section in rule.sections)


def measure_corpus(rules: Ruleset) -> tuple[Score, ...]:
    """The score of every rule in `rules` on its own shipped rows."""
    known = {rule.code for rule in rules.rules}
    cases: dict[str, list[Case]] = defaultdict(list)
    for code, row, fault in read_corpus():
        if code in known:
            cases[code].append((row, fault, code in _codes(row, rules)))
    return tuple(_score(code, cases[code]) for code in sorted(cases))


def _codes(row: Row, rules: Ruleset) -> frozenset[str]:
    return frozenset(finding.code for finding in evaluate(as_documents(row), rules).findings)


def _score(code: str, cases: Iterable[Case]) -> Score:
    cases = list(cases)
    return Score(
        code,
        rows=len(cases),
        found=sum(fault and said for _, fault, said in cases),
        missed=tuple(_rows(cases, fault=True)),
        wrong=tuple(_rows(cases, fault=False)),
    )


def _rows(cases: list[Case], *, fault: bool) -> Iterator[Row]:
    """The rows with, or without, the fault of which the opposite was said."""
    return (row for row, truth, said in cases if truth is fault and said is not fault)
