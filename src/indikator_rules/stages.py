"""The stages of drawing up a cascade (rules/tahap.yaml): which rules speak already, and what a draft still lacks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from indikator_rules.bundled import bundled
from indikator_rules.errors import IndikatorError
from indikator_rules.fault import text_of
from indikator_rules.finding import Lack, Stage
from indikator_rules.language.types import INDIKATOR, SASARAN
from indikator_rules.language.vocabulary import FIELDS
from indikator_rules.model.pohon import PohonDokumen
from indikator_rules.model.tingkat import Tingkat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from indikator_rules.language.types import Tipe
    from indikator_rules.model.pohon import PohonIndikator, PohonSasaran
    from indikator_rules.reading import Reading
    from indikator_rules.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class _Need:
    """What a stage asks for: nodes at a level, or a field in each subject of a level (`tipe` says of which kind)."""

    level: Tingkat
    tipe: Tipe = SASARAN
    field: str | None = None


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    rules: frozenset[str]
    needs: tuple[_Need, ...]


def rules_at(rules: Ruleset, number: int) -> Ruleset:
    """`rules` without those that begin to speak only after stage `number`. Raises `IndikatorError`: no such stage."""
    _step(number)
    later = frozenset[str]().union(*(step.rules for step in _steps()[number:]))
    return rules.select(abaikan=later & {rule.code for rule in rules.rules})


def stage_of(readings: Iterable[Reading], number: int) -> Stage:
    """What the documents, taken together, still lack at stage `number`. Raises `IndikatorError`: no such stage."""
    nodes = [node for reading in readings for node in PohonDokumen(reading.dokumen).simpul]
    needs = (need for step in _steps()[:number] for need in step.needs)
    lacks = (_lacking(need, nodes) for need in needs)
    return Stage(number, len(_steps()), _step(number).name, tuple(lack for lack in lacks if lack is not None))


def _lacking(need: _Need, nodes: list[PohonSasaran]) -> Lack | None:
    """What is missing of a need; None when nothing is."""
    subjects = list(_subjects(need, nodes))
    level = _words("tingkat", need.level)
    if need.field is None:
        return None if subjects else Lack(f"Belum ada {level}.", need.level.value)
    read = FIELDS[need.tipe.nama, need.field].get
    empty = tuple(text_of(subject) or "" for subject in subjects if not read(subject))
    kind = f"indikator {level}" if need.tipe == INDIKATOR else level
    words = f"{len(empty)} dari {len(subjects)} {kind} belum mempunyai {_words('medan', need.field)}."
    return Lack(words, need.level.value, need.field, empty, len(subjects)) if empty else None


def _subjects(need: _Need, nodes: list[PohonSasaran]) -> Iterator[PohonSasaran | PohonIndikator]:
    for node in nodes:
        if node.tingkat == need.level:
            yield from node.indikator if need.tipe == INDIKATOR else [node]


def _step(number: int) -> _Step:
    steps = _steps()
    if not 1 <= number <= len(steps):
        raise IndikatorError(f"Tahap {number} tidak ada; pilih 1 sampai {len(steps)}.")
    return steps[number - 1]


@cache
def _steps() -> tuple[_Step, ...]:
    return tuple(_Step(step["nama"], frozenset(step["aturan"]), tuple(_needs(step))) for step in _content()["tahap"])


def _needs(step: Mapping[str, Any]) -> Iterator[_Need]:
    yield from (_Need(Tingkat(level)) for level in step.get("tingkat", ()))
    for tipe, key in ((SASARAN, "sasaran"), (INDIKATOR, "indikator")):
        for field, levels in step.get(key, {}).items():
            yield from (_Need(Tingkat(level), tipe, field) for level in levels)


def _words(kind: str, name: str) -> str:
    words: str = _content()["sebutan"][kind][name]
    return words


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(bundled("rules").joinpath("tahap.yaml").read_text(encoding="utf-8"))
    return content
