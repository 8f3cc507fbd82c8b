"""What is set for a run, and where from.

One merge rule: what the files of the pack write < what the profile sets < what the project file or, above it, the
command line asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from indikator_rules.language.printer import show
from indikator_rules.ruleset import load_rules, read_profile, written_parameters

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from indikator_rules.ruleset import Profile, Rule, Ruleset


@dataclass(frozen=True, slots=True)
class Setting:
    """A value, what set it (a file or an option), and what the pack had before when that differs."""

    name: str
    value: str
    source: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Configuration:
    """All that can be set: parameters, severities that differ from the rules' own, and rules that are off."""

    parameters: tuple[Setting, ...]
    severities: tuple[Setting, ...]
    off: tuple[Setting, ...]


def configuration(
    path: str | Path | None = None,
    profil: str | None = None,
    pilih: Collection[str] = (),
    abaikan: Collection[str] = (),
    sources: Mapping[str, str] = MappingProxyType({}),
) -> Configuration:
    """What is set for the pack at `path` (the shipped one when None). Raises `RuleError` as `load_rules` does.

    `sources` tells where `pilih` and `abaikan` were asked for, when that is not the command line.
    """
    plain, profile = load_rules(path), read_profile(profil)
    chosen = load_rules(path, profil).select(pilih, abaikan)
    return Configuration(
        parameters=tuple(_parameters(path, chosen, profile)),
        severities=tuple(_severities(plain, profile)),
        off=tuple(_off(plain, chosen, profile, abaikan, sources)),
    )


def _parameters(path: str | Path | None, chosen: Ruleset, profile: Profile) -> Iterator[Setting]:
    for name, (written, file) in sorted(written_parameters(path).items()):
        value, before = show(chosen.names.parameters[name].value), show(written.value)
        if name in profile.parameter:
            yield Setting(name, value, profile.file, before)
        else:
            yield Setting(name, value, file)


def _severities(plain: Ruleset, profile: Profile) -> Iterator[Setting]:
    for rule in plain.rules:
        if rule.code in profile.keparahan:
            yield Setting(rule.code, profile.keparahan[rule.code].value, profile.file, _own_severities(rule))


def _own_severities(rule: Rule) -> str:
    """The severities that the rule itself gives, gravest first."""
    own = {at.severity for part in rule.node.sections for branch in part.branches for at in branch.severities}
    return ", ".join(severity.value for severity in sorted(own, key=lambda severity: severity.rank))


def _off(
    plain: Ruleset, chosen: Ruleset, profile: Profile, abaikan: Collection[str], sources: Mapping[str, str]
) -> Iterator[Setting]:
    """The rules that are not in `chosen`, with the last of profile and options that switched each off."""
    left_out = {plain.rule(key).code for key in abaikan}
    running = {rule.code for rule in chosen.rules}
    for rule in plain.rules:
        if rule.code in running:
            continue
        if rule.code in left_out:
            yield Setting(rule.code, rule.title, sources.get("abaikan", "--abaikan"))
        elif rule.code in profile.padam:
            yield Setting(rule.code, rule.title, profile.file)
        else:
            yield Setting(rule.code, rule.title, sources.get("pilih", "--pilih"))
