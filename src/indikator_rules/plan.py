"""Which sections of which rules speak about a subject, and which of them may find something in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from indikator_rules.language.types import DOKUMEN
from indikator_rules.language.vocabulary import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from indikator_rules.language.matching import Potongan
    from indikator_rules.language.triggers import Sign
    from indikator_rules.language.types import Tipe
    from indikator_rules.model.pohon import PohonDokumen
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.ruleset import Ruleset, Section
    from indikator_rules.text import Bentuk, Teks

_REMEMBERED = 50_000
_NO_LEVEL = "tingkat tidak diketahui"
_ALONE = "tidak ada dokumen lain yang diperiksa bersama"


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """One reading of a subject, and the signs that it may show: each sign is a bit.

    `by_key` gives the signs of a word or class value, `every` all of them. `by_form` remembers those of word forms.
    """

    read: Callable[[Any], Teks | str | None]
    by_key: dict[str, int]
    every: int
    by_form: dict[int, int] = field(default_factory=dict)
    forms: list[Bentuk] = field(default_factory=list)
    """The forms in `by_form`, kept so that nothing else can have their identity."""

    def signs(self, subject: Any) -> int:
        """The signs that the subject shows. What cannot be read might show them all."""
        seen = self.read(subject)
        if seen is None:
            return self.every
        if isinstance(seen, str):
            return self.by_key.get(seen, 0)
        signs = 0
        by_form = self.by_form
        for kata in seen.kata:
            known = by_form.get(id(kata.bentuk))
            signs |= self.of_form(kata.bentuk) if known is None else known
        return signs

    def of_form(self, form: Bentuk) -> int:
        """The signs of one word form."""
        signs = 0
        for key in form.kunci:
            signs |= self.by_key.get(key, 0)
        if len(self.by_form) < _REMEMBERED:
            self.by_form[id(form)] = signs
            self.forms.append(form)
        return signs


@dataclass(frozen=True, slots=True, eq=False)
class Alarm:
    """Wakes the sections that may find something in a subject; sections, like signs, are bits.

    `ways` are the sections that sleep, each with sets of signs of which one must be there whole.
    """

    always: int
    looks: tuple[Look, ...]
    ways: tuple[tuple[int, tuple[int, ...]], ...]
    woken: dict[int, int] = field(default_factory=dict)

    def wake(self, subject: Any) -> int:
        """The sections that may find something in the subject."""
        signs = 0
        for look in self.looks:
            signs |= look.signs(subject)
        woken = self.woken.get(signs)
        return self.woken_by(signs) if woken is None else woken

    def woken_by(self, signs: int) -> int:
        """The sections that these signs wake."""
        sections = self.always
        for section, ways in self.ways:
            for way in ways:
                if signs & way == way:
                    sections |= section
                    break
        if len(self.woken) < _REMEMBERED:
            self.woken[signs] = sections
        return sections


@dataclass(frozen=True, slots=True, eq=False)
class Memory:
    """Sections that look at one text of a subject alone say the same of the same text.

    `told` remembers which of them had anything to say of it.
    """

    read: Callable[[Any], Potongan | None]
    sections: int
    told: dict[str, int] = field(default_factory=dict)

    def silent(self, subject: Any) -> int:
        """The sections that passed the same text before."""
        text = self.read(subject)
        told = None if text is None else self.told.get(text.teks.isi)
        return 0 if told is None else self.sections & ~told

    def remember(self, subject: Any, telling: int) -> None:
        """Notes which sections did not simply pass the text of the subject."""
        text = self.read(subject)
        if text is not None and len(self.told) < _REMEMBERED:
            self.told[text.teks.isi] = self.sections & telling


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """The sections for subjects of one type and level.

    `blind` sections cannot see in this document what they speak about. `grave` are
    the sections that may find a grave fault here, by the principle and the LKE criteria of their rule.
    """

    sections: tuple[Section, ...]
    memories: tuple[Memory, ...]
    alarm: Alarm
    blind: tuple[tuple[Section, str], ...]
    codes: Counter[str]
    grave: dict[str, int] = field(default_factory=dict)
    judged: dict[int, frozenset[str]] = field(default_factory=dict)
    orders: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def awake(self, subject: Any) -> tuple[int, ...]:
        """The numbers of the sections that may find something, in order."""
        sections = self.alarm.wake(subject)
        for memory in self.memories:
            sections &= ~memory.silent(subject)
        order = self.orders.get(sections)
        return self.order_of(sections) if order is None else order

    def order_of(self, sections: int) -> tuple[int, ...]:
        """The numbers of the bits that are set, lowest first."""
        order = tuple(number for number in range(len(self.sections)) if sections >> number & 1)
        if len(self.orders) < _REMEMBERED:
            self.orders[sections] = order
        return order

    def judged_by(self, undecided: int) -> frozenset[str]:
        """The principles and criteria by which a subject was judged, when these sections did not decide."""
        known = self.judged.get(undecided)
        if known is None:
            known = frozenset(name for name, sections in self.grave.items() if sections & ~undecided)
            if len(self.judged) < _REMEMBERED:
                self.judged[undecided] = known
        return known

    def remember(self, subject: Any, telling: int) -> None:
        """Notes which sections did not simply pass a subject."""
        for memory in self.memories:
            memory.remember(subject, telling)


class Plans:
    """The plans of a ruleset, made when first needed."""

    def __init__(self, rules: Ruleset) -> None:
        self._sections = [section for rule in rules.rules for section in rule.sections]
        self._plans: dict[tuple[str, Tingkat | None, bool, bool], Plan] = {}
        self._yields = {rule.code: frozenset(rule.node.yields_to) for rule in rules.rules}

    def yields_to(self, code: str) -> frozenset[str]:
        """The rules that the rule `code` gives way to."""
        return self._yields[code]

    def of(self, tipe: Tipe, tingkat: Tingkat | None, tree: PohonDokumen) -> Plan:
        """The plan for subjects of type `tipe` at `tingkat` in a document judged beside the same others as `tree`."""
        key = (tipe.nama, tingkat, bool(tree.sekantor), tree.kumpulan.antarinstansi)
        plan = self._plans.get(key)
        if plan is None:
            plan = self._plans[key] = self._make(tipe, tingkat, tree)
        return plan

    def _make(self, tipe: Tipe, tingkat: Tingkat | None, tree: PohonDokumen) -> Plan:
        ours = [section for section in self._sections if section.kind.tipe == tipe]
        gated = [section for section in ours if section.levels is not None and tingkat is None and tipe != DOKUMEN]
        fitting = [section for section in ours if section.levels is None or tingkat in section.levels]
        alone = [section for section in fitting if _lacks_others(section, tree)]
        sections = tuple(section for section in fitting if section not in alone)
        return Plan(
            sections=sections,
            memories=_memories(sections, tipe),
            alarm=_alarm(sections),
            blind=(*((section, _NO_LEVEL) for section in gated), *((section, _ALONE) for section in alone)),
            codes=Counter(section.rule.code for section in (*sections, *gated, *alone)),
            grave=_grave(sections, tingkat),
        )


def _memories(sections: tuple[Section, ...], tipe: Tipe) -> tuple[Memory, ...]:
    """One memory for each text that some section looks at alone."""
    by_text: dict[str, int] = {}
    for number, section in enumerate(sections):
        if section.only_text is not None:
            by_text[section.only_text] = by_text.get(section.only_text, 0) | 1 << number
    return tuple(Memory(FIELDS[tipe.nama, name].get, numbers) for name, numbers in by_text.items())


def _bits(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits


def _lacks_others(section: Section, tree: PohonDokumen) -> bool:
    """Whether every branch of a section speaks about documents that are not judged beside this one."""
    needs = [branch.condition.needs for branch in section.branches]
    return bool(needs) and all(need is not None and not need(tree) for need in needs)


def _grave(sections: tuple[Section, ...], tingkat: Tingkat | None) -> dict[str, int]:
    """The sections that may find a grave fault at this level, by principle and LKE criterion."""
    grave: dict[str, int] = {}
    for number, section in enumerate(sections):
        if any(branch.severity(tingkat).grave for branch in section.branches):
            for name in (section.rule.node.principle, *section.rule.node.lke):
                if name is not None:
                    grave[name] = grave.get(name, 0) | 1 << number
    return grave


def _alarm(sections: tuple[Section, ...]) -> Alarm:
    triggers = {number: section.trigger for number, section in enumerate(sections) if section.trigger is not None}
    all_signs = [sign for trigger in triggers.values() for way in trigger for sign in way]
    bits = {key: 1 << number for number, key in enumerate(dict.fromkeys(map(_key, all_signs)))}
    return Alarm(
        always=_bits(number for number in range(len(sections)) if number not in triggers),
        looks=tuple(_look(name, all_signs, bits) for name in dict.fromkeys(sign.name for sign in all_signs)),
        ways=tuple(
            (1 << number, tuple(dict.fromkeys(_all_bits(way, bits) for way in trigger)))
            for number, trigger in triggers.items()
        ),
    )


def _key(sign: Sign) -> tuple[str, frozenset[str]]:
    return sign.name, sign.keys


def _all_bits(way: frozenset[Sign], bits: dict[tuple[str, frozenset[str]], int]) -> int:
    joined = 0
    for sign in way:
        joined |= bits[_key(sign)]
    return joined


def _look(name: str, signs: list[Sign], bits: dict[tuple[str, frozenset[str]], int]) -> Look:
    """The reading called `name`: equal signs of several rules are one bit."""
    ours = [sign for sign in signs if sign.name == name]
    by_key: dict[str, int] = {}
    for sign in ours:
        for key in sign.keys:
            by_key[key] = by_key.get(key, 0) | bits[_key(sign)]
    return Look(ours[0].read, by_key, _all_bits(frozenset(ours), bits))
