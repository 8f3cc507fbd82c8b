"""Rules judged before they run: unknown names, wrong types, gaps in severities, idle exceptions, unlike examples."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from indikator_rules.language import syntax
from indikator_rules.language.diagnostics import Diagnostic, meant
from indikator_rules.language.matching import WORD_CLASSES
from indikator_rules.language.scope import QUOTE, Fault, Names, Scope, members_type, substitute, type_of, word_source
from indikator_rules.language.types import (
    BILANGAN,
    DOKUMEN,
    NILAI,
    QUANTITIES,
    SASARAN,
    SKALA,
    TEKS,
    Tipe,
    member,
)
from indikator_rules.language.vocabulary import FIELDS, KINDS, VERDICTS, SubjectKind
from indikator_rules.model.dokumen import Dokumen, Indikator, Sasaran
from indikator_rules.model.tingkat import Tingkat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ASPECTS = ("spesifik", "terukur", "dapat-dicapai", "relevan", "berbatas-waktu", "menantang", "selaras")
PRINCIPLES = ("selaras", "berbasis-hasil", "terukur", "dapat-diturunkan")
MAX_NESTING = 2
COLUMNS = frozenset(
    {"nama", "pernyataan", "satuan", "target", "induk", *(f.column for f in FIELDS.values() if f.column)}
)


def check_item(item: syntax.Item, names: Names) -> tuple[Diagnostic, ...]:
    """What is wrong with one item, given what its pack defines."""
    checker = _Checker(names)
    match item:
        case syntax.RuleNode():
            checker.rule(item)
        case syntax.Definition():
            checker.definition(item)
        case syntax.NamedPattern(pattern=pattern):
            checker.pattern(pattern, Scope(names, SASARAN, SASARAN))
        case syntax.Parameter():
            pass
    return tuple(checker.found)


def check_pack(items: tuple[syntax.Item, ...]) -> tuple[tuple[syntax.Item, Diagnostic], ...]:
    """What is wrong between the items of a pack: names used twice, and rules that wait for each other."""
    rules = [item for item in items if isinstance(item, syntax.RuleNode)]
    return (*_used_twice(items), *_circular(rules), *_yield_to_nobody(rules))


def _labels(item: syntax.Item) -> tuple[str, ...]:
    return (item.code, item.name, *item.aliases) if isinstance(item, syntax.RuleNode) else (item.name,)


def _used_twice(items: tuple[syntax.Item, ...]) -> Iterator[tuple[syntax.Item, Diagnostic]]:
    seen: set[str] = set()
    for item in items:
        for label in _labels(item):
            if label in seen:
                yield (
                    item,
                    Diagnostic(
                        "nama-ganda",
                        f"“{label}” sudah dipakai. Setiap kode dan nama hanya boleh dipakai satu kali.",
                        item.at,
                    ),
                )
            seen.add(label)


def _yield_to_nobody(rules: list[syntax.RuleNode]) -> Iterator[tuple[syntax.Item, Diagnostic]]:
    codes = {rule.code for rule in rules}
    for rule in rules:
        for code in rule.yields_to:
            if code not in codes:
                message = (
                    f"Aturan {rule.code} diam bila ada temuan {code}, tetapi {code} tidak ada.{meant(code, codes)}"
                )
                yield rule, Diagnostic("diam-tak-ada", message, rule.place("yields_to"), warning=True)


def _circular(rules: list[syntax.RuleNode]) -> Iterator[tuple[syntax.Item, Diagnostic]]:
    before = {rule.code: rule.yields_to for rule in rules}
    for rule in rules:
        reached: set[str] = set()
        waiting = list(rule.yields_to)
        while waiting:
            code = waiting.pop()
            if code not in reached:
                reached.add(code)
                waiting.extend(before.get(code, ()))
        if rule.code in reached:
            through = ", ".join(sorted(reached - {rule.code}))
            message = f"Aturan {rule.code} menunggu temuannya sendiri{through and f' melalui {through}'}."
            yield rule, Diagnostic("diam-melingkar", message, rule.place("yields_to"))


@dataclass(slots=True)
class _Checker:
    names: Names
    found: list[Diagnostic] = field(default_factory=list)

    def say(self, name: str, message: str, at: syntax.Position, *, warning: bool = False) -> None:
        diagnostic = Diagnostic(name, message, at, warning)
        if diagnostic not in self.found:
            self.found.append(diagnostic)

    def type_of(self, expression: syntax.Expression, scope: Scope) -> Tipe | None:
        """The type, or None after saying what is wrong."""
        self.counts(expression, scope, 0)
        try:
            return type_of(expression, scope)
        except Fault as fault:
            self.say(fault.diagnostic.name, fault.diagnostic.message, fault.diagnostic.at)
            return None

    # ---- rules

    def rule(self, rule: syntax.RuleNode) -> None:
        if rule.aspect not in ASPECTS:
            self.say(
                "aspek-tak-dikenal",
                f"Aspek “{rule.aspect}” tidak dikenal.{meant(rule.aspect, ASPECTS)}"
                f" Aspek yang ada: {', '.join(ASPECTS)}.",
                rule.place("aspect"),
            )
        if rule.principle is not None and rule.principle not in PRINCIPLES:
            known = ", ".join(PRINCIPLES)
            self.say(
                "prinsip-tak-dikenal",
                f"Prinsip “{rule.principle}” tidak dikenal.{meant(rule.principle, PRINCIPLES)}"
                f" Prinsip yang ada: {known}.",
                rule.place("principle"),
            )
        scopes = [scope for section in rule.sections for scope in self.section(section)]
        for section in rule.sections:
            for branch in section.branches:
                self.unused_captures(branch, rule.suggestion)
        for scope in scopes[:1]:
            self.template(rule.suggestion, replace(scope, extra={QUOTE: TEKS, **_all_captures(rule)}))
        _Examples(rule, self).check()

    def section(self, section: syntax.Section) -> list[Scope]:
        kinds = [(node, kind.tipe) for node in section.kinds if (kind := self.kind(node)) is not None]
        scopes = [Scope(self.names, tipe, tipe) for tipe in dict.fromkeys(tipe for _, tipe in kinds)]
        for node, tipe in kinds:
            if node.that is not None:
                self.condition(node.that, Scope(self.names, tipe, tipe))
        for scope in scopes:
            self.section_for(section, scope)
        return scopes

    def section_for(self, section: syntax.Section, scope: Scope) -> None:
        """A section is judged once for each type of subject it speaks about."""
        for exception in section.unless:
            self.condition(exception, scope)
        levels = _levels_of(section)
        for branch in section.branches:
            self.branch(branch, scope, levels)
            self.exceptions(branch.condition, (*section.unless, *branch.unless))
        if section.question is not None:
            self.template(section.question, scope)

    def kind(self, node: syntax.Kind) -> SubjectKind | None:
        kind = KINDS.get(node.name)
        if kind is None:
            self.say(
                "jenis-tak-dikenal",
                f"Jenis “{node.name}” tidak dikenal.{meant(node.name, KINDS)} Jenis yang ada: {', '.join(KINDS)}.",
                node.at,
            )
        elif (
            node.levels is not None
            and kind.levels in ((), (Tingkat.TUJUAN,), (Tingkat.INDIVIDU,))
            and set(node.levels) - set(kind.levels)
        ):
            self.say("tingkat-mustahil", f"“{node.name}” tidak mempunyai tingkat {_named(node.levels)}.", node.at)
        return kind

    def branch(self, branch: syntax.Branch, scope: Scope, levels: frozenset[Tingkat]) -> None:
        captures = self.condition(branch.condition, scope)
        for exception in branch.unless:
            self.condition(exception, scope)
        self.severities(branch, levels)
        said = replace(
            scope, extra={**dict.fromkeys(captures, TEKS), **witnesses(branch.condition, scope), QUOTE: TEKS}
        )
        self.template(branch.message, said)
        if branch.on is not None:
            self.type_of(branch.on, said)
        if branch.repair is not None:
            self.type_of(branch.repair.what, said)
            if branch.repair.replacement is not None:
                self.type_of(branch.repair.replacement, said)

    def severities(self, branch: syntax.Branch, levels: frozenset[Tingkat]) -> None:
        named: list[Tingkat] = [level for at in branch.severities for level in at.levels or ()]
        for at in branch.severities:
            beyond = [level for level in at.levels or () if levels and level not in levels]
            if beyond:
                self.say(
                    "tingkat-mustahil",
                    f"Keparahan “{at.severity}” disebut untuk tingkat {_named(beyond)},"
                    " yang tidak diperiksa bagian ini.",
                    at.at,
                )
        for level, times in Counter(named).items():
            if times > 1:
                self.say(
                    "keparahan-ganda", f"Tingkat {level} diberi lebih dari satu keparahan.", branch.severities[0].at
                )
        missing = [level for level in Tingkat if level in levels and level not in named]
        if missing and all(at.levels is not None for at in branch.severities):
            self.say(
                "keparahan-tak-lengkap",
                f"Tingkat {_named(missing)} diperiksa, tetapi keparahannya tidak disebut.",
                branch.severities[0].at,
            )

    def exceptions(self, condition: syntax.Condition, unless: tuple[syntax.Condition, ...]) -> None:
        """An exception that repeats the condition silences the rule; one that repeats another changes nothing."""
        needed = condition.parts if isinstance(condition, syntax.AllOf) else (condition,)
        for number, exception in enumerate(unless):
            if exception in needed:
                self.say(
                    "kecuali-memadamkan",
                    "Kecualian ini sama dengan syaratnya, sehingga aturan tidak pernah menemukan apa pun.",
                    exception.at,
                )
            elif exception in unless[:number]:
                self.say(
                    "kecuali-tak-berguna",
                    "Kecualian ini sudah disebut, sehingga tidak pernah berpengaruh.",
                    exception.at,
                )
            elif (opposite := _opposite(exception)) is not None and opposite in needed:
                self.say(
                    "kecuali-tak-berguna",
                    "Kecualian ini tidak pernah berpengaruh: syaratnya sudah menuntut kebalikannya.",
                    exception.at,
                )

    def unused_captures(self, branch: syntax.Branch, suggestion: syntax.Template) -> None:
        said = _nodes((branch.message, branch.on, branch.repair, suggestion))
        used = {node.names[0] for node in said if isinstance(node, syntax.Path)}
        for name in sorted(captures_in(branch.condition) - used):
            message = f"“{name}” dinamai dengan “sebagai”, tetapi tidak dipakai dalam pesan, saran, atau perbaikan."
            self.say("nama-tak-terpakai", message, branch.condition.at, warning=True)

    def template(self, template: syntax.Template, scope: Scope) -> None:
        for part in template.parts:
            if not isinstance(part, str):
                self.type_of(part, scope)

    # ---- conditions: each returns the captures it may make

    def condition(self, condition: syntax.Condition, scope: Scope, depth: int = 0) -> frozenset[str]:
        try:
            match condition:
                case syntax.AllOf(parts) | syntax.AnyOf(parts):
                    return frozenset().union(*[self.condition(part, scope, depth) for part in parts])
                case syntax.Quantified():
                    self.quantified(condition.members, condition.body, scope, depth, condition.at)
                case syntax.Matches():
                    return self.matches(condition, scope, depth)
                case _:
                    self.predicate(condition, scope, depth)
        except Fault as fault:
            self.say(fault.diagnostic.name, fault.diagnostic.message, fault.diagnostic.at)
        return frozenset()

    def quantified(
        self,
        members: syntax.Path | syntax.Call,
        body: syntax.Condition | None,
        scope: Scope,
        depth: int,
        at: syntax.Position,
    ) -> None:
        if body is not None and depth >= MAX_NESTING:
            self.say("terlalu-dalam", "“ada … yang” dan “setiap … memenuhi” paling banyak bersarang dua kali.", at)
            return
        self.counts(members, scope, depth)
        try:
            tipe = members_type(members, scope)
        except Fault as fault:
            self.say(fault.diagnostic.name, fault.diagnostic.message, fault.diagnostic.at)
            return
        if body is not None:
            self.condition(body, scope.inside(tipe), depth + 1)

    def counts(self, part: Any, scope: Scope, depth: int) -> None:
        """Checks every `banyak …` inside an expression or a predicate."""
        match part:
            case syntax.Count(members, body):
                self.quantified(members, body, scope, depth, part.at)
            case tuple():
                for one in part:
                    self.counts(one, scope, depth)
            case syntax.Node():
                for inner in fields(part):
                    self.counts(getattr(part, inner.name), scope, depth)

    def predicate(self, predicate: Any, scope: Scope, depth: int) -> None:
        subject = predicate.left if isinstance(predicate, syntax.Compare) else predicate.subject
        self.counts(predicate, scope, depth)
        match predicate:
            case syntax.Holds():
                self.holds(predicate, scope, depth)
                return
            case syntax.HasColumn(column=column):
                self.has_column(predicate, column, scope)
                return
        given = type_of(subject, scope)
        match predicate:
            case syntax.TextCheck(operands=operands, outside=outside):
                self.needs(given, (TEKS,), subject)
                self.words_or_texts(operands, scope)
                self.outside(outside, scope)
            case syntax.IsA(operand=operand):
                self.class_operand(operand, given, scope)
            case syntax.IsIn(operands=operands):
                self.is_in(predicate, given, operands, scope)
            case syntax.Similar(other=other, threshold=threshold):
                self.needs(given, (TEKS,), subject)
                self.needs(type_of(other, scope), (TEKS,), other)
                self.needs_one(type_of(threshold, scope), (BILANGAN,), threshold)
            case syntax.Related(other=other):
                self.needs(given, (TEKS,), subject)
                self.needs(type_of(other, scope), (TEKS,), other)
            case syntax.Same(other=other):
                self.alike(given, type_of(other, scope), other)
            case syntax.Agrees(other=other, table=table):
                type_of(other, scope)
                self.known_list(table, predicate.at)
            case syntax.Ordinal(degree=degree, other=other):
                self.ordinal(given, degree, subject, other, scope)
            case syntax.Between(low=low, high=high):
                self.needs(given, QUANTITIES, subject)
                self.needs_one(type_of(low, scope), (*QUANTITIES, SKALA) if high is None else QUANTITIES, low)
                if high is not None:
                    self.needs_one(type_of(high, scope), QUANTITIES, high)
            case syntax.Compare(right=right):
                self.needs(given, QUANTITIES, subject)
                self.needs(type_of(right, scope), QUANTITIES, right)

    def needs(self, given: Tipe, wanted: tuple[Tipe, ...], where: syntax.Node) -> None:
        """Says so when an expression gives neither one of the types nor a set of one."""
        if member(given) not in wanted:
            self.needs_one(given, wanted, where)

    def needs_one(self, given: Tipe, wanted: tuple[Tipe, ...], where: syntax.Node) -> None:
        """Says so when an expression gives none of the types."""
        if given not in wanted:
            message = f"Di sini diperlukan {' atau '.join(map(str, wanted))}, bukan {given}."
            self.say("tipe-tidak-sesuai", message, where.at)

    def alike(self, first: Tipe, second: Tipe, where: syntax.Node) -> None:
        ours, theirs = member(first), member(second)
        if ours != theirs and not (ours in QUANTITIES and theirs in QUANTITIES):
            self.say("tipe-tidak-sesuai", f"{ours} tidak dapat disamakan dengan {theirs}.".capitalize(), where.at)

    def holds(self, predicate: syntax.Holds, scope: Scope, depth: int) -> None:
        definition = self.names.definitions.get(predicate.name)
        if definition is not None:
            if is_circular(definition, self.names.definitions):
                raise Fault("sebutan-melingkar", f"Sebutan “{predicate.name}” menyebut dirinya sendiri.", predicate.at)
            type_of(predicate.subject, scope)
            self.condition(substitute(definition.condition, definition.variable, predicate.subject), scope, depth)
            return
        verdict = VERDICTS.get(predicate.name)
        if verdict is None:
            known = (*VERDICTS, *self.names.definitions)
            raise Fault(
                "sebutan-tak-dikenal",
                f"“{predicate.name}” tidak dikenal sebagai sebutan.{meant(predicate.name, known)}",
                predicate.at,
            )
        self.needs(type_of(predicate.subject, scope), (verdict.tipe,), predicate.subject)

    def has_column(self, predicate: syntax.HasColumn, column: str, scope: Scope) -> None:
        self.needs(type_of(predicate.subject, scope), (DOKUMEN,), predicate.subject)
        if column.replace("-", "_") not in COLUMNS:
            self.say("kolom-tak-dikenal", f"Kolom “{column}” tidak dikenal.{meant(column, COLUMNS)}", predicate.at)

    def ordinal(self, given: Tipe, degree: str, subject: syntax.Node, other: syntax.Expression, scope: Scope) -> None:
        if degree in {"tinggi", "rendah"}:
            if not member(given).kelas:
                self.say(
                    "tipe-tidak-sesuai",
                    f"“lebih {degree} daripada” memerlukan kelas yang berurutan, bukan {given}.",
                    subject.at,
                )
            else:
                self.class_operand(other, given, scope)
            return
        self.needs(given, QUANTITIES, subject)
        self.needs(type_of(other, scope), QUANTITIES, other)

    def is_in(self, predicate: syntax.IsIn, given: Tipe, operands: tuple[syntax.Expression, ...], scope: Scope) -> None:
        match member(given):
            case tipe if tipe.kelas:
                for operand in operands:
                    self.class_operand(operand, given, scope)
            case tipe if tipe == TEKS:
                self.words(operands, scope)
            case tipe if tipe == NILAI:
                for operand in operands:
                    self.needs_one(type_of(operand, scope), (NILAI, BILANGAN, SKALA, TEKS), operand)
            case tipe:
                self.say(
                    "tipe-tidak-sesuai", f"“termasuk” memerlukan teks, kelas, atau nilai, bukan {tipe}.", predicate.at
                )

    def class_operand(self, operand: syntax.Expression, given: Tipe, scope: Scope) -> None:
        """A class value, or an expression of the same class."""
        wanted = member(given)
        if not wanted.kelas:
            self.alike(given, type_of(operand, scope), operand)
            return
        if isinstance(operand, syntax.Path) and len(operand.names) == 1:
            if operand.names[0] not in wanted.kelas:
                self._class_value(operand, wanted, scope)
            return
        if member(type_of(operand, scope)) != wanted:
            self.say("tipe-tidak-sesuai", f"Di sini diperlukan {wanted}.", operand.at)

    def _class_value(self, operand: syntax.Path, wanted: Tipe, scope: Scope) -> None:
        try:
            if member(type_of(operand, scope)) == wanted:
                return
        except Fault:
            pass
        known = ", ".join(wanted.kelas)
        message = f"“{operand.names[0]}” bukan {wanted.nama}.{meant(operand.names[0], wanted.kelas)} Yang ada: {known}."
        self.say("kelas-tak-dikenal", message, operand.at)

    # ---- words and patterns

    def words(self, operands: tuple[syntax.Expression, ...], scope: Scope) -> None:
        """Operands that are known before any text is judged."""
        for operand in operands:
            match operand:
                case syntax.Text():
                    pass
                case syntax.Path((name,)):
                    self.word_name(name, scope, operand.at)
                case _:
                    needed = "daftar, kelas kata, pola, atau teks berpetik"
                    self.say("tipe-tidak-sesuai", f"Di sini diperlukan {needed}.", operand.at)

    def words_or_texts(self, operands: tuple[syntax.Expression, ...], scope: Scope) -> None:
        for operand in operands:
            if isinstance(operand, syntax.Path) and len(operand.names) == 1:
                self.word_name(operand.names[0], scope, operand.at, expression=operand)
            elif not isinstance(operand, syntax.Text):
                self.needs(type_of(operand, scope), (TEKS,), operand)

    def word_name(
        self, name: str, scope: Scope, at: syntax.Position, expression: syntax.Expression | None = None
    ) -> None:
        source = word_source(name, scope)
        if source == "pattern" and circles(name, scope.names.patterns):
            self.say("pola-melingkar", f"Pola “{name}” menyebut dirinya sendiri.", at)
        if source is not None:
            return
        if expression is not None:
            try:
                if member(type_of(expression, scope)) == TEKS:
                    return
            except Fault:
                pass
        known = (*scope.names.lists, *scope.names.patterns, *WORD_CLASSES)
        self.say(
            "daftar-tak-dikenal", f"Tidak ada daftar, kelas kata, atau pola bernama “{name}”.{meant(name, known)}", at
        )

    def known_list(self, name: str, at: syntax.Position) -> None:
        if name not in self.names.lists:
            self.say("daftar-tak-dikenal", f"Tabel “{name}” tidak ada.{meant(name, self.names.lists)}", at)

    def matches(self, condition: syntax.Matches, scope: Scope, depth: int) -> frozenset[str]:
        self.counts(condition, scope, depth)
        self.needs(type_of(condition.subject, scope), (TEKS,), condition.subject)
        self.outside(condition.outside, scope)
        if isinstance(condition.pattern, syntax.WordClass):
            self.word_name(condition.pattern.name, scope, condition.pattern.at)
            return frozenset()
        self.pattern(condition.pattern, scope)
        return _captures(condition.pattern.alternatives)

    def pattern(self, pattern: syntax.Pattern, scope: Scope) -> None:
        for sequence in pattern.alternatives:
            for element in sequence.elements:
                self.atom(element.atom, scope)
            if all(isinstance(element.atom, syntax.Gap) or element.optional for element in sequence.elements):
                self.say(
                    "pola-hampa",
                    "Pola ini cocok dengan teks apa pun; tulis paling sedikit satu kata yang harus ada.",
                    sequence.at,
                )

    def atom(self, atom: syntax.Atom, scope: Scope) -> None:
        match atom:
            case syntax.Group(alternatives):
                for sequence in alternatives:
                    for element in sequence.elements:
                        self.atom(element.atom, scope)
            case syntax.WordClass(name):
                self.word_name(name, scope, atom.at)

    def outside(self, outside: syntax.Outside, scope: Scope) -> None:
        for part in outside:
            if isinstance(part, syntax.Pattern):
                self.pattern(part, scope)
            else:
                self.words((part,), scope)

    def definition(self, item: syntax.Definition) -> None:
        scope = Scope(self.names, SASARAN, SASARAN, extra={item.variable: TEKS})
        self.condition(item.condition, scope)


def circles(name: str, patterns: Mapping[str, syntax.NamedPattern], within: frozenset[str] = frozenset()) -> bool:
    """Whether following the patterns that a named pattern names never ends."""
    if name in within:
        return True
    named = {node.name for node in _nodes(patterns[name].pattern) if isinstance(node, syntax.WordClass)}
    return any(circles(inner, patterns, within | {name}) for inner in named & patterns.keys())


def is_circular(definition: syntax.Definition, definitions: Mapping[str, syntax.Definition]) -> bool:
    """Whether a named condition speaks of itself, directly or through others."""
    reached: set[str] = set()
    waiting = [definition]
    while waiting:
        for name in _judged_by(waiting.pop().condition):
            if name in definitions and name not in reached:
                reached.add(name)
                waiting.append(definitions[name])
    return definition.name in reached


def _judged_by(condition: syntax.Condition) -> Iterator[str]:
    return (node.name for node in _nodes(condition) if isinstance(node, syntax.Holds))


def _nodes(tree: Any) -> Iterator[syntax.Node]:
    """Every node of a tree, or of several trees in a tuple."""
    if isinstance(tree, tuple):
        for part in tree:
            yield from _nodes(part)
    elif isinstance(tree, syntax.Node):
        yield tree
        for part in fields(tree):
            yield from _nodes(getattr(tree, part.name))


_OPPOSITES: Mapping[str, str] = {"kosong": "terisi", "terisi": "kosong"}


def _opposite(condition: syntax.Condition) -> syntax.Condition | None:
    if isinstance(condition, syntax.Filled) and condition.state in _OPPOSITES and not condition.negated:
        return replace(condition, state=_OPPOSITES[condition.state])  # type: ignore[arg-type]
    if isinstance(condition, syntax.AllOf | syntax.AnyOf | syntax.Quantified | syntax.Compare):
        return None
    return replace(condition, negated=not condition.negated)


def _named(levels: Any) -> str:
    return ", ".join(level.value for level in levels)


def _levels_of(section: syntax.Section) -> frozenset[Tingkat]:
    levels: set[Tingkat] = set()
    for node in section.kinds:
        if node.name in KINDS:
            levels.update(KINDS[node.name].levels if node.levels is None else node.levels)
    return frozenset(levels)


def _captures(sequences: tuple[syntax.Sequence, ...]) -> frozenset[str]:
    names: set[str] = set()
    for sequence in sequences:
        for element in sequence.elements:
            if element.capture is not None:
                names.add(element.capture)
            if isinstance(element.atom, syntax.Group):
                names |= _captures(element.atom.alternatives)
    return frozenset(names)


def _all_captures(rule: syntax.RuleNode) -> dict[str, Tipe]:
    conditions = [branch.condition for section in rule.sections for branch in section.branches]
    return {name: TEKS for condition in conditions for name in captures_in(condition)}


def captures_in(condition: Any) -> frozenset[str]:
    """The names that `sebagai` gives to stretches in a condition."""
    match condition:
        case syntax.AllOf(parts) | syntax.AnyOf(parts):
            return frozenset().union(*map(captures_in, parts))
        case syntax.Matches(pattern=syntax.Pattern(alternatives)):
            return _captures(alternatives)
    return frozenset()


def witnesses(condition: Any, scope: Scope) -> dict[str, Tipe]:
    """The names under which a message may speak of the member that made a condition true."""
    match condition:
        case syntax.AllOf(parts) | syntax.AnyOf(parts):
            return {name: tipe for part in parts for name, tipe in witnesses(part, scope).items()}
        case syntax.Quantified("ada", syntax.Path(names) as members, body):
            try:
                tipe = members_type(members, scope)
            except Fault:
                return {}
            return {names[-1]: tipe, **(witnesses(body, scope.inside(tipe)) if body is not None else {})}
    return {}


@dataclass(frozen=True, slots=True)
class _Examples:
    rule: syntax.RuleNode
    checker: _Checker

    def check(self) -> None:
        outcomes = {example.outcome for example in self.rule.examples}
        manual = all(section.question is not None for section in self.rule.sections)
        if not manual and not outcomes & {"buruk", "tanya", "luput"}:
            self.checker.say(
                "contoh-buruk-tak-ada", f"Aturan {self.rule.code} belum mempunyai “contoh buruk”.", self.rule.at
            )
        if not outcomes & {"baik", "ragu", "keliru"}:
            self.checker.say(
                "contoh-baik-tak-ada", f"Aturan {self.rule.code} belum mempunyai “contoh baik”.", self.rule.at
            )
        for example in self.rule.examples:
            self.marks(example)
            self.fields(example.value)
        first: dict[tuple[Any, Any], syntax.Example] = {}
        for example in self.rule.examples:
            earlier = first.setdefault((example.level, example.value), example)
            if earlier is example:
                continue
            if earlier.outcome == example.outcome:
                self.checker.say("contoh-ganda", "Contoh ini sudah ada.", example.at)
            else:
                self.checker.say(
                    "contoh-bertentangan",
                    f"Contoh ini sudah disebut sebagai “{earlier.outcome}” di baris {earlier.at.line}.",
                    example.at,
                )

    def marks(self, example: syntax.Example) -> None:
        """The words that a rule must point at stand in the example."""
        texts = [str(node.value) for node in _nodes(example.value) if isinstance(node, _WRITTEN)]
        if example.marks is not None and not any(example.marks in text for text in texts):
            self.checker.say("menandai-tak-ada", f"“{example.marks}” tidak ada dalam contoh ini.", example.at)

    def fields(self, value: syntax.Value) -> None:
        """The names in a record are fields of a document; those of a target are its periods."""
        match value:
            case syntax.Array(items):
                for item in items:
                    self.fields(item)
            case syntax.Record(pairs):
                for name, part in pairs:
                    if name not in _EXAMPLE_FIELDS:
                        message = f"“{name}” bukan nama medan.{meant(name, _EXAMPLE_FIELDS)}"
                        self.checker.say("medan-contoh-tak-dikenal", message, part.at)
                    if name != "target":
                        self.fields(part)


_WRITTEN = (syntax.Text, syntax.Number, syntax.Word)
_EXAMPLE_FIELDS = frozenset(
    {name for _, name in FIELDS}
    | {name.replace("_", "-") for model in (Dokumen, Sasaran, Indikator) for name in model.model_fields}
)
