"""Why a rule answered as it did about one subject: the tree of its conditions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from indikator_rules.errors import IndikatorError
from indikator_rules.evaluator import find_subject
from indikator_rules.language.compiled import BudgetSpentError, Env
from indikator_rules.language.evidence import Explanation
from indikator_rules.language.evidence import explain as explain_check
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.model.pohon import PohonDokumen

if TYPE_CHECKING:
    from indikator_rules.reading import Reading
    from indikator_rules.ruleset import Rule, Ruleset


@dataclass(frozen=True, slots=True)
class BranchExplanation:
    """One branch of a rule: its condition, and each exception that would excuse it."""

    condition: Explanation
    unless: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True)
class SectionExplanation:
    """What one section of a rule makes of the subject. `applies`: whether it speaks about it, None when not known."""

    kind: str
    applies: bool | None
    branches: tuple[BranchExplanation, ...] = ()


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """What a rule makes of one subject of a document."""

    code: str
    path: str
    sections: tuple[SectionExplanation, ...]


def explain(source: Dokumen | Reading, rules: Ruleset, path: str, code: str) -> Penjelasan:
    """The tree of the verdict of rule `code` (or its name) on the subject at `path` ("" for the document itself).

    Raises `IndikatorError` when there is no such rule or no such place in the document, or when the rule looks at more
    than one rule may.
    """
    try:
        return _explain(source, path, rules.rule(code))
    except BudgetSpentError:
        raise IndikatorError(
            f"Aturan {code} melampaui batas langkah untuk “{path}”, sehingga tidak dapat dijelaskan. "
            "Persempit kelompok yang diperiksa aturan itu."
        ) from None


def _explain(source: Dokumen | Reading, path: str, rule: Rule) -> Penjelasan:
    subject, tipe = find_subject(PohonDokumen(source if isinstance(source, Dokumen) else source.dokumen), path)
    tingkat = getattr(subject, "tingkat", None)
    told = []
    for section in rule.sections:
        if section.kind.tipe != tipe:
            continue
        env = Env(subject)
        applies: bool | None = section.levels is None or (None if tingkat is None else tingkat in section.levels)
        if applies and section.that is not None:
            applies = section.that.test(subject, env)
        branches = tuple(
            BranchExplanation(
                explain_check(branch.condition, subject, env),
                tuple(explain_check(exception, subject, env) for exception in (*section.unless, *branch.unless)),
            )
            for branch in section.branches
        )
        told.append(SectionExplanation(section.kind.name, applies, branches if applies is not False else ()))
    return Penjelasan(rule.code, path, tuple(told))
