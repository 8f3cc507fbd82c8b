"""Packs of rules: read from a folder, checked, set by a profile, compiled; always in the order of their codes.

A faulty rule is a finding of the ruleset and the others are used.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from indikator_rules.bundled import bundled
from indikator_rules.errors import RuleError
from indikator_rules.finding import Finding, Severity
from indikator_rules.istilah import Istilah, read_istilah
from indikator_rules.language import syntax
from indikator_rules.language.checker import captures_in, check_item, check_pack, witnesses
from indikator_rules.language.closeness import is_measured
from indikator_rules.language.compiler import Compiler
from indikator_rules.language.diagnostics import Diagnostic, to_finding
from indikator_rules.language.lists import Lists
from indikator_rules.language.parser import parse
from indikator_rules.language.scope import QUOTE, Names, Scope
from indikator_rules.language.triggers import any_trigger, only_text
from indikator_rules.language.types import TEKS, Tipe
from indikator_rules.language.vocabulary import KINDS, SubjectKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable

    from indikator_rules.language.compiled import Check, Env, Value
    from indikator_rules.language.triggers import Trigger
    from indikator_rules.model.tingkat import Tingkat


@dataclass(frozen=True, slots=True)
class Branch:
    """One compiled fault of a rule."""

    condition: Check
    unless: tuple[Check, ...]
    severities: Mapping[Tingkat | None, Severity]
    message: Callable[[Any, Env], str]
    field: str
    on: Value | None
    repair: tuple[Value, Value | None] | None
    decides: bool
    """Whether the rule has no verdict when this is not known. One that only asks, beside others, does not decide."""

    def severity(self, tingkat: Tingkat | None) -> Severity:
        """How grave this fault is at a level."""
        return self.severities.get(tingkat) or self.severities.get(None) or Severity.TANYA


@dataclass(frozen=True, slots=True)
class Section:
    """What a rule says about one kind of subject. `levels` None: about any level, known or not."""

    rule: Rule
    kind: SubjectKind
    levels: frozenset[Tingkat] | None
    that: Check | None
    unless: tuple[Check, ...]
    branches: tuple[Branch, ...]
    question: Callable[[Any, Env], str] | None
    suggestion: Callable[[Any, Env], str]
    trigger: Trigger | None
    only_text: str | None
    """The one text of the subject on which the verdict depends, besides the level; None when it depends on more."""


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule, ready to judge. `node` holds its text: title, reason, basis, examples; `source` is the text itself."""

    node: syntax.RuleNode
    file: str
    source: str
    basis: str
    """What the rule rests on, as it is shown; practice is called so."""
    compiled: Callable[[Rule], Iterable[Section]]
    """Compiles its sections: only who judges pays for the analysis of its words."""

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """What it says about each kind of subject."""
        return tuple(self.compiled(self))

    @cached_property
    def code(self) -> str:
        """The code, e.g. "S02"."""
        return self.node.code

    @cached_property
    def name(self) -> str:
        """The name, which is the fault, e.g. "kata-kerja-aktif"."""
        return self.node.name

    @cached_property
    def title(self) -> str:
        """One sentence that says what is wrong."""
        return self.node.title


@dataclass(frozen=True, slots=True)
class Ruleset:
    """The rules of a pack under a profile, in the order of their codes; `findings` are the faults of its files."""

    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]
    names: Names
    pack: Mapping[str, str]

    def rule(self, key: str) -> Rule:
        """The rule with this code, name or alias. Raises `RuleError`."""
        wanted = key.casefold()
        for rule in self.rules:
            if wanted in {label.casefold() for label in (rule.code, rule.name, *rule.node.aliases)}:
                return rule
        raise RuleError(f"Aturan “{key}” tidak ada. Lihat semua aturan dengan “indikator aturan daftar”.")

    def select(self, pilih: Iterable[str] = (), abaikan: Iterable[str] = ()) -> Ruleset:
        """The ruleset with only the rules in `pilih` (all when empty), without those in `abaikan`; codes or names."""
        chosen = {self.rule(key).code for key in pilih}
        left_out = {self.rule(key).code for key in abaikan}
        rules = tuple(rule for rule in self.rules if (not chosen or rule.code in chosen) and rule.code not in left_out)
        return Ruleset(rules, self.findings, self.names, self.pack)


@dataclass(frozen=True, slots=True)
class _Source:
    """One rule file as read."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What a profile sets where authorities disagree, and the file it stands in."""

    nama: str = ""
    file: str = ""
    padam: tuple[str, ...] = ()
    keparahan: Mapping[str, Severity] = field(default_factory=dict)
    parameter: Mapping[str, Any] = field(default_factory=dict)


def load_rules(path: str | Path | None = None, profil: str | None = None) -> Ruleset:
    """The rules in the folder or file `path` (the shipped pack when None), set by the profile `profil`.

    A pack of one's own may use the word lists, patterns, named conditions and parameters of the shipped pack; its own
    go before those. Raises `RuleError` when there is no readable rule at all, or no such profile.
    """
    shipped = bundled("rules")
    if path is None:
        return _load_shipped(profil)
    folder = Path(path)
    if not folder.exists():
        raise RuleError(f"{path}: aturan tidak ditemukan. Periksa nama folder atau berkasnya.")
    own = tuple(_sources(folder))
    shared = tuple(source for source in _sources(shipped) if not _RULE.search(source.text))
    lists = {**_lists(shipped), **(_lists(folder) if folder.is_dir() else {})}
    return _build(own, shared, lists, _pack(folder), read_profile(profil))


_RULE = re.compile(r"^aturan\s", re.MULTILINE)
"""Where a rule begins: a file without one only lends patterns, named conditions and parameters."""


@cache
def _load_shipped(profil: str | None) -> Ruleset:
    shipped = bundled("rules")
    return _build(tuple(_sources(shipped)), (), _lists(shipped), _pack(shipped), read_profile(profil))


def written_parameters(path: str | Path | None = None) -> dict[str, tuple[syntax.Parameter, str]]:
    """The parameters that a pack may use, as written in files, each with its file; its own go before shipped ones."""
    shipped = bundled("rules")
    sources = [(f"rules/{source.file}", source.text) for source in _sources(shipped)]
    if path is not None:
        folder = Path(path)
        inside = folder if folder.is_dir() else folder.parent
        sources += [(str(inside / source.file), source.text) for source in _sources(folder)]
    return {
        item.name: (item, file)
        for file, text in sources
        for item in parse(text).file.items
        if isinstance(item, syntax.Parameter)
    }


# ---- files


def _sources(folder: Traversable) -> Iterator[_Source]:
    """The rule files below a folder, by name, so that the order never depends on the file system."""
    if folder.is_file():
        yield _Source(folder.name, folder.read_text(encoding="utf-8-sig"))
        return
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() or entry.name.endswith(".aturan"):
            for source in _sources(entry):
                yield _Source(f"{folder.name}/{source.file}" if entry.is_dir() else source.file, source.text)


def _lists(folder: Traversable) -> dict[str, Istilah]:
    lists = folder.joinpath("istilah")
    if not lists.is_dir():
        return {}
    files = sorted((entry for entry in lists.iterdir() if entry.name.endswith(".yaml")), key=lambda entry: entry.name)
    return {istilah.nama: istilah for istilah in map(read_istilah, files)}


def _yaml(file: Traversable) -> dict[str, Any]:
    content = yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else None
    return content if isinstance(content, dict) else {}


def _pack(folder: Traversable) -> dict[str, str]:
    about = _yaml(folder.joinpath("paket.yaml")) if folder.is_dir() else {}
    return {"name": str(about.get("nama", folder.name)), "version": str(about.get("versi", "0"))}


def read_profile(nama: str | None) -> Profile:
    """The shipped profile of this name; one that sets nothing for None. Raises `RuleError` when there is none."""
    if nama is None:
        return Profile()
    folder = bundled("rules")
    file = folder.joinpath("profil", f"{nama}.yaml")
    if not file.is_file():
        known = sorted(
            entry.name.removesuffix(".yaml")
            for entry in folder.joinpath("profil").iterdir()
            if entry.name.endswith(".yaml")
        )
        raise RuleError(f"Profil “{nama}” tidak ada. Profil yang ada: {', '.join(known)}.")
    content = _yaml(file)
    keparahan = {str(code): Severity(word) for code, word in (content.get("keparahan") or {}).items()}
    return Profile(
        nama, f"rules/profil/{file.name}", tuple(content.get("padam") or ()), keparahan, content.get("parameter") or {}
    )


# ---- from sources to rules


def _build(
    sources: tuple[_Source, ...],
    shared: tuple[_Source, ...],
    lists: dict[str, Istilah],
    pack: dict[str, str],
    profile: Profile,
) -> Ruleset:
    findings: list[Finding] = []
    own: list[tuple[syntax.Item, _Source]] = []
    for source in sources:
        parsed = parse(source.text)
        findings += [to_finding(diagnostic, source.file, source.text) for diagnostic in parsed.diagnostics]
        own += [(item, source) for item in parsed.file.items]
    defined = {item.name for item, _ in own}
    lent = [(item, source) for source in shared for item in parse(source.text).file.items if item.name not in defined]
    items = [*lent, *own]
    names = _names([item for item, _ in items], lists, profile)
    faulty: set[int] = set()
    for item, source, diagnostic in _faults(items, names):
        findings.append(to_finding(diagnostic, source.file, source.text))
        if not diagnostic.warning:
            faulty.add(id(item))
    usable = [
        (item, source)
        for item, source in items
        if id(item) not in faulty and isinstance(item, syntax.RuleNode) and item.code not in profile.padam
    ]
    if not usable:
        raise RuleError(f"Tidak ada aturan yang dapat dipakai dalam paket “{pack['name']}”.", tuple(findings))
    compiler = Compiler(names, Lists(lists))
    rules = tuple(
        sorted((_rule(item, source, compiler, profile) for item, source in usable), key=lambda rule: rule.code)
    )
    about = {**pack, "profile": profile.nama, "hash": _hash(sources, shared, lists, profile)}
    return Ruleset(rules, tuple(findings), names, about)


def _names(items: list[syntax.Item], lists: dict[str, Istilah], profile: Profile) -> Names:
    parameters = {item.name: item for item in items if isinstance(item, syntax.Parameter)}
    for name, value in profile.parameter.items():
        if name in parameters and isinstance(value, (int, float)):
            was = parameters[name]
            parameters[name] = syntax.Parameter(
                name, syntax.Number(float(value), percent=getattr(was.value, "percent", False)), was.doc, at=was.at
            )
    return Names(
        lists=lists,
        patterns={item.name: item for item in items if isinstance(item, syntax.NamedPattern)},
        definitions={item.name: item for item in items if isinstance(item, syntax.Definition)},
        parameters=parameters,
    )


def _faults(
    items: list[tuple[syntax.Item, _Source]], names: Names
) -> Iterator[tuple[syntax.Item, _Source, Diagnostic]]:
    source_of = {id(item): source for item, source in items}
    for item, source in items:
        yield from ((item, source, diagnostic) for diagnostic in check_item(item, names))
    for item, diagnostic in check_pack(tuple(item for item, _ in items)):
        yield item, source_of[id(item)], diagnostic


def _hash(
    sources: tuple[_Source, ...], shared: tuple[_Source, ...], lists: dict[str, Istilah], profile: Profile
) -> str:
    digest = hashlib.sha256()
    for source in (*shared, *sources):
        digest.update(source.text.encode())
    digest.update(repr([lists[name] for name in sorted(lists)]).encode())
    digest.update(repr(profile).encode())
    if is_measured():
        digest.update(b"semantik")  # the same rules may then say less
    return digest.hexdigest()[:16]


# ---- from a tree to a rule


def _rule(node: syntax.RuleNode, source: _Source, compiler: Compiler, profile: Profile) -> Rule:
    severity = profile.keparahan.get(node.code)

    def compiled(rule: Rule) -> Iterator[Section]:
        for part in node.sections:
            for kind in part.kinds:
                yield _section(rule, part, kind, compiler, severity)

    return Rule(node, source.file, _own_text(node, source), _basis(node), compiled)


def _basis(node: syntax.RuleNode) -> str:
    return "; ".join(f"{basis.text} (konvensi)" if basis.convention else basis.text for basis in node.bases)


def _own_text(node: syntax.RuleNode, source: _Source) -> str:
    return source.text[node.at.start : node.at.end]


def _section(
    rule: Rule, part: syntax.Section, node: syntax.Kind, compiler: Compiler, severity: Severity | None
) -> Section:
    kind = KINDS[node.name]
    scope = Scope(compiler.names, kind.tipe, kind.tipe)
    branches = tuple(_branch(branch, compiler, scope, kind, severity) for branch in part.branches)
    if not all(map(_only_asks, branches)):
        branches = tuple(replace(branch, decides=not _only_asks(branch)) for branch in branches)
    return Section(
        rule=rule,
        kind=kind,
        levels=_levels(node, kind),
        that=None if node.that is None else compiler.check(node.that, scope),
        unless=tuple(compiler.check(exception, scope) for exception in part.unless),
        branches=branches,
        question=None if part.question is None else compiler.template(part.question, scope),
        suggestion=compiler.template(rule.node.suggestion, _said(scope, _bound(part.branches))),
        trigger=any_trigger([branch.condition.trigger for branch in branches]),
        only_text=only_text((node, part.unless, part.branches), scope, kind.primary),
    )


def _levels(node: syntax.Kind, kind: SubjectKind) -> frozenset[Tingkat] | None:
    if node.levels is not None:
        return frozenset(node.levels)
    return frozenset(kind.levels) if kind.name in {"tujuan", "sasaran", "rhk"} else None


def _said(scope: Scope, bound: Mapping[str, Tipe]) -> Scope:
    """The scope of what a rule says: everything found while judging has a name there."""
    return Scope(scope.names, scope.subject, scope.current, extra={**bound, QUOTE: TEKS})


def _bound(branches: tuple[syntax.Branch, ...]) -> dict[str, Tipe]:
    return {name: TEKS for branch in branches for name in captures_in(branch.condition)}


def _branch(
    node: syntax.Branch, compiler: Compiler, scope: Scope, kind: SubjectKind, severity: Severity | None
) -> Branch:
    said = _said(scope, {**_bound((node,)), **witnesses(node.condition, scope)})
    repair = node.repair
    return Branch(
        condition=compiler.check(node.condition, scope),
        unless=tuple(compiler.check(exception, scope) for exception in node.unless),
        severities=_severities(node, severity),
        message=compiler.template(node.message, said),
        field=_field(node, kind),
        on=None if node.on is None else compiler.value(node.on, said),
        repair=None
        if repair is None
        else (
            compiler.value(repair.what, said),
            None if repair.replacement is None else compiler.value(repair.replacement, said),
        ),
        decides=True,
    )


def _only_asks(branch: Branch) -> bool:
    return all(severity is Severity.TANYA for severity in branch.severities.values())


def _severities(node: syntax.Branch, override: Severity | None) -> dict[Tingkat | None, Severity]:
    """Severity by level; under None the one that stands for all others."""
    by_level: dict[Tingkat | None, Severity] = {}
    for at in node.severities:
        for level in at.levels or (None,):
            by_level[level] = override or at.severity
    return by_level


def _field(node: syntax.Branch, kind: SubjectKind) -> str:
    """The field a finding points at: the one named by `pada`, else the subject's own."""
    if isinstance(node.on, syntax.Path):
        return node.on.names[-1]
    return kind.primary
