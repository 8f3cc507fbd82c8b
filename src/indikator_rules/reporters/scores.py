"""Scores of a review sheet: what the columns of evaluators ask, answered 1, 0, or left to a person, with the reason.

The columns stand in rules/kertas-kerja.yaml. A check that had no data never makes a 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import yaml

from indikator_rules.bundled import bundled
from indikator_rules.finding import Severity, Status
from indikator_rules.model.angka import write_angka
from indikator_rules.obstacles import obstacle
from indikator_rules.reporters.neutral import short

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from indikator_rules.evaluator import Verdict
    from indikator_rules.finding import Finding

MOST_REASONS = 3
LONGEST_REASON = 160
_BEHIND = frozenset({Status.TEMUAN, Status.PERLU_MANUSIA})
"""A rule that found something and then gave way to another that is told instead."""


@dataclass(frozen=True, slots=True)
class Column:
    """What evaluators ask of each indicator or statement.

    A finding speaks about it that bears one of `aspects`, `principles` or `criteria`; the rules in `required` must have
    passed before it is met.
    """

    title: str
    meaning: str
    aspects: frozenset[str]
    principles: frozenset[str]
    criteria: frozenset[str]
    required: tuple[str, ...]
    is_smart: bool
    needs_period: bool

    def hears(self, finding: Finding) -> bool:
        """Whether a finding speaks about what this column asks."""
        of_criterion = not self.criteria.isdisjoint(finding.lke)
        return finding.aspect in self.aspects or finding.principle in self.principles or of_criterion


class Lack(NamedTuple):
    """Rules that came to no verdict, and the clause that says why."""

    codes: tuple[str, ...]
    why: str


class Score(NamedTuple):
    """1 met, 0 not met, None for a person to judge; and why.

    `told` says what was found, `passed` and `lacks` what became of the rules that the column requires.
    """

    value: Literal[0, 1] | None
    told: str = ""
    passed: tuple[str, ...] = ()
    lacks: tuple[Lack, ...] = ()


@cache
def columns(sheet: Literal["indikator", "sasaran"]) -> tuple[Column, ...]:
    """The columns of one sheet, in order."""
    content: dict[str, Any] = yaml.safe_load(bundled("rules").joinpath("kertas-kerja.yaml").read_text(encoding="utf-8"))
    return tuple(
        Column(
            title=told["judul"],
            meaning=told["arti"],
            aspects=frozenset(told.get("aspek", ())),
            principles=frozenset(told.get("prinsip", ())),
            criteria=frozenset(told.get("lke", ())),
            required=tuple(told["wajib"]),
            is_smart=told.get("smart", False),
            needs_period=told.get("periode", False),
        )
        for told in content[sheet]
    )


def score(verdict: Verdict, column: Column, run: Collection[str], *, has_period: bool = True) -> Score:
    """The score of a node or indicator in one column; `run` are the codes of the rules that were run at all."""
    heard = [finding for finding in verdict.findings if column.hears(finding)]
    standing = [finding for finding in heard if finding.waiver is None]
    if grave := [finding for finding in standing if finding.severity.grave]:
        return Score(0, _joined(map(_told, grave)))
    asked = [f for f in standing if f.severity is Severity.TANYA or f.code in column.required]
    if open_ := [*map(_told, asked), *map(_waived, (f for f in heard if f.waiver is not None))]:
        return Score(None, _joined(open_))
    if lacks := _lacks(verdict, column, run):
        return Score(None, lacks=lacks)
    if column.needs_period and not has_period:
        return Score(None, "Periode targetnya tidak disebut.")
    passed = tuple(code for code in column.required if Status.LOLOS in verdict.statuses.get(code, ()))
    if not passed:
        return Score(None, "Tidak ada pemeriksaan yang berlaku pada tingkat ini.")
    return Score(1, _joined(map(_told, standing)), passed)


def without_data(verdict: Verdict) -> tuple[Lack, ...]:
    """The rules that could not judge for want of data, each by itself."""
    lacking = (code for code, found in sorted(verdict.statuses.items()) if Status.TIDAK_DAPAT_DINILAI in found)
    return tuple(Lack((code,), _missing(verdict, code)) for code in lacking)


def _lacks(verdict: Verdict, column: Column, run: Collection[str]) -> tuple[Lack, ...]:
    """Why required rules came to no verdict, each reason once."""
    reasons: dict[str, list[str]] = {}
    for code in column.required:
        if reason := _obstacle(verdict, code, run):
            reasons.setdefault(reason, []).append(code)
    return tuple(Lack(tuple(codes), reason) for reason, codes in reasons.items())


def _obstacle(verdict: Verdict, code: str, run: Collection[str]) -> str:
    """Why a rule came to no verdict; empty if it did, or does not speak about this level."""
    statuses = verdict.statuses.get(code)
    if statuses is None:
        return "" if code in run else "pemeriksaannya tidak dijalankan"
    if Status.TIDAK_DAPAT_DINILAI in statuses:
        return _missing(verdict, code)
    if Status.GAGAL in statuses:
        return "pemeriksaannya gagal dijalankan"
    return "temuan lain perlu diperbaiki lebih dahulu" if statuses & _BEHIND else ""


def _missing(verdict: Verdict, code: str) -> str:
    return obstacle(verdict.unknown.get(code, "datanya tidak ada"))


def _told(finding: Finding) -> str:
    return _with_source(finding.message, f"{finding.code}, {finding.severity.label.lower()}")


def _waived(finding: Finding) -> str:
    waiver = finding.waiver or {}
    by = f"{waiver.get('pejabat', '?')} sampai {waiver.get('berlaku_sampai', '?')}"
    kind = f"Temuan {finding.code} (semula {finding.severity.label.lower()})"
    return f"{kind} dikecualikan oleh {by}: {_closed(short(waiver.get('alasan', '?'), LONGEST_REASON))}"


def _with_source(message: str, source: str) -> str:
    """The sentence with its source before the point that closes it."""
    told = short(message, LONGEST_REASON)
    return f"{told[:-1]} ({source})." if told.endswith(".") else f"{told} ({source})."


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."


def _joined(reasons: Iterable[str]) -> str:
    """The first reasons, and how many more there are."""
    every = list(dict.fromkeys(reasons))
    more = len(every) - MOST_REASONS
    return " ".join(every[:MOST_REASONS]) + (f" Dan {write_angka(more)} lainnya." if more > 0 else "")
