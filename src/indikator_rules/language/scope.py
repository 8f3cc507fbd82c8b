"""What a name or an expression means where it stands: its type, or a diagnostic that says what was perhaps meant."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NoReturn

from indikator_rules.language import syntax
from indikator_rules.language.diagnostics import Diagnostic, meant
from indikator_rules.language.matching import WORD_CLASSES
from indikator_rules.language.types import (
    BILANGAN,
    INDIKATOR,
    NILAI,
    QUANTITIES,
    SERI,
    SUBJECTS,
    TAHUN,
    TEKS,
    Tipe,
    himpunan,
    member,
)
from indikator_rules.language.vocabulary import FUNCTIONS, field_names, field_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indikator_rules.istilah import Istilah

SELF = "ini"
QUOTE = "kutipan"
YEAR = "tahun"
ITSELF = "teks"
"""The member itself, in a body that speaks about texts."""


class Fault(Exception):  # noqa: N818 - a diagnostic on its way to the checker
    """A fault in an expression; carries the diagnostic."""

    def __init__(self, name: str, message: str, at: syntax.Position) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(name, message, at)


@dataclass(frozen=True, slots=True)
class Names:
    """What a pack defines: lists, word patterns, named conditions and parameters."""

    lists: Mapping[str, Istilah] = field(default_factory=dict)
    patterns: Mapping[str, syntax.NamedPattern] = field(default_factory=dict)
    definitions: Mapping[str, syntax.Definition] = field(default_factory=dict)
    parameters: Mapping[str, syntax.Parameter] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an expression stands. `subject` is what `ini` means, `current` what bare names belong to.

    `extra` are names that stand for values found while judging: captures, and in messages `kutipan`.
    """

    names: Names
    subject: Tipe
    current: Tipe
    year: bool = False
    top: bool = True
    """Whether bare names belong to the subject itself, not to a member of one of its sets."""
    extra: Mapping[str, Tipe] = field(default_factory=dict)

    def inside(self, tipe: Tipe) -> Scope:
        """The scope of a body that speaks about members of type `tipe`."""
        return replace(self, year=True) if tipe == TAHUN else replace(self, current=tipe, top=False)


def type_of(expression: syntax.Expression, scope: Scope) -> Tipe:
    """The type of `expression`. Raises `Fault`."""
    match expression:
        case syntax.Text():
            return TEKS
        case syntax.Number() | syntax.Count():
            return BILANGAN
        case syntax.Path():
            return type_of_path(expression, scope)
        case syntax.Call():
            return type_of_call(expression, scope)
        case syntax.Indexed():
            return _type_of_indexed(expression, scope)
        case syntax.Arithmetic(left, sign, right):
            return _type_of_arithmetic(expression, type_of(left, scope), sign, type_of(right, scope))


def type_of_path(path: syntax.Path, scope: Scope) -> Tipe:
    """The type of a path: that of its first name, then of one field after another; a set when one of them is a set."""
    first, *rest = path.names
    tipe, many = first_type(path, scope), False
    for name in rest:
        many = many or tipe.isi is not None
        found = field_of(member(tipe), name)
        if found is None:
            _unknown(name, f"“{first}” tidak mempunyai “{name}”", field_names(member(tipe)), path.at)
        tipe = found.tipe
    many = many or tipe.isi is not None
    return himpunan(member(tipe)) if many else tipe


def first_type(path: syntax.Path, scope: Scope) -> Tipe:
    """The type of the first name of a path."""
    name = path.names[0]
    if name == SELF:
        return scope.subject
    if name in scope.extra:
        return scope.extra[name]
    if name == YEAR and scope.year:
        return TAHUN
    if name == ITSELF and scope.current == TEKS:
        return TEKS
    if (found := field_of(scope.current, name)) is not None:
        return found.tipe
    if name in scope.names.parameters:
        return type_of(scope.names.parameters[name].value, scope)
    if scope.current != scope.subject and field_of(scope.subject, name) is not None:
        raise Fault(
            "nama-milik-ini",
            f"“{name}” di sini milik {scope.current}, yang tidak mempunyainya. Maksud Anda “ini.{name}”?",
            path.at,
        )
    owners = [str(owner) for owner in SUBJECTS if field_of(owner, name) is not None]
    if owners:
        message = f"“{name}” adalah medan {' dan '.join(owners)}, bukan {scope.current}."
        raise Fault("nama-tak-dikenal", message, path.at)
    known = {*field_names(scope.current), *scope.names.parameters, *scope.extra, SELF}
    return _unknown(name, f"“{name}” tidak dikenal pada {scope.current}", known, path.at)


def _unknown(name: str, sentence: str, known: Any, at: syntax.Position) -> NoReturn:
    raise Fault("nama-tak-dikenal", f"{sentence}.{meant(name, known)}", at)


def type_of_call(call: syntax.Call, scope: Scope) -> Tipe:
    """The result type of a function call, after checking its arguments; a set where a set is mapped over."""
    function = FUNCTIONS.get(call.name)
    if function is None:
        raise Fault("fungsi-tak-dikenal", f"Fungsi “{call.name}” tidak dikenal.{meant(call.name, FUNCTIONS)}", call.at)
    if len(call.arguments) != len(function.parameters):
        raise Fault(
            "banyak-argumen",
            f"Fungsi “{call.name}” memerlukan {len(function.parameters)} argumen, di sini {len(call.arguments)}.",
            call.at,
        )
    given = [type_of(argument, scope) for argument in call.arguments]
    if function.aggregate:
        _check_aggregate(call, function.parameters, given)
        return member(given[0]) if function.name == "terbanyak" else function.result
    for argument, tipe, wanted in zip(call.arguments, given, function.parameters, strict=True):
        if member(tipe) not in wanted:
            _wrong_type(f"Fungsi “{call.name}”", wanted, tipe, argument.at)
    mapped = any(tipe.isi is not None for tipe in given)
    return himpunan(member(function.result)) if mapped else function.result


def _check_aggregate(call: syntax.Call, parameters: tuple[tuple[Tipe, ...], ...], given: list[Tipe]) -> None:
    for argument, tipe, wanted in zip(call.arguments, given, parameters, strict=True):
        any_set = tipe.isi is not None and himpunan(TEKS) in wanted
        if tipe not in wanted and not any_set:
            _wrong_type(f"Fungsi “{call.name}”", wanted, tipe, argument.at)


def _wrong_type(what: str, wanted: tuple[Tipe, ...], given: Tipe, at: syntax.Position) -> NoReturn:
    expected = " atau ".join(map(str, wanted))
    raise Fault("tipe-tidak-sesuai", f"{what} memerlukan {expected}, di sini {given}.", at)


def _type_of_indexed(indexed: syntax.Indexed, scope: Scope) -> Tipe:
    series, index = type_of_path(indexed.path, scope), type_of(indexed.index, scope)
    if member(series) != SERI:
        _wrong_type("Tanda [ ]", (SERI,), series, indexed.path.at)
    if index == himpunan(TAHUN):
        message = (
            "“tahun” di sini berarti semua tahun. Tulis di dalam “ada tahun yang …” atau “setiap tahun memenuhi …”."
        )
        raise Fault("tahun-di-luar-ada", message, indexed.index.at)
    if index not in (TAHUN, BILANGAN):
        _wrong_type("Isi [ ]", (TAHUN, BILANGAN), index, indexed.index.at)
    return himpunan(NILAI) if series.isi is not None else NILAI


def _type_of_arithmetic(whole: syntax.Arithmetic, left: Tipe, sign: str, right: Tipe) -> Tipe:
    if left == TAHUN and right == BILANGAN and sign in "+-":
        return TAHUN
    for part, tipe in ((whole.left, left), (whole.right, right)):
        if tipe not in QUANTITIES:
            _wrong_type(f"Tanda “{sign}”", QUANTITIES, tipe, part.at)
    return BILANGAN


def members_type(members: syntax.Path | syntax.Call, scope: Scope) -> Tipe:
    """The type of one member of what a quantifier runs over. Raises `Fault` when that is no set and no subject."""
    tipe = type_of(members, scope)
    if tipe.isi is None and tipe not in (INDIKATOR, scope.subject) and tipe.nama not in {"sasaran", "dokumen"}:
        raise Fault(
            "bukan-himpunan", f"“ada”, “setiap”, dan “banyak” memerlukan himpunan, sedangkan ini {tipe}.", members.at
        )
    return member(tipe)


def word_source(name: str, scope: Scope) -> str | None:
    """What a bare name means as words to be found: "class", "list" or "pattern"; None when it means none of these."""
    if name in WORD_CLASSES:
        return "class"
    if name in scope.names.lists:
        return "list"
    return "pattern" if name in scope.names.patterns else None


def substitute(node: Any, variable: str, argument: syntax.Expression) -> Any:
    """`node` with every path that begins with `variable` standing for `argument` instead."""
    if isinstance(node, tuple):
        return tuple(substitute(part, variable, argument) for part in node)
    if isinstance(node, syntax.Path) and node.names[0] == variable:
        rest = node.names[1:]
        return syntax.Path((*argument.names, *rest), at=argument.at) if isinstance(argument, syntax.Path) else argument
    if not isinstance(node, syntax.Node):
        return node
    fields = (part.name for part in dataclasses.fields(node) if part.name != "at")
    return replace(node, **{name: substitute(getattr(node, name), variable, argument) for name in fields})
