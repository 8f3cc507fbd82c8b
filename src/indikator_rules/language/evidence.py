"""Why a condition answered as it did: the words that made it true, the members found, the values that were missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from indikator_rules.language import syntax
from indikator_rules.language.printer import show
from indikator_rules.language.types import TAHUN, member
from indikator_rules.language.vocabulary import FUNCTIONS, VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indikator_rules.language.compiled import Check, Env, Value
    from indikator_rules.language.matching import Potongan

SHOWN_MEMBERS = 12
"""How many members of a set an explanation shows."""


@dataclass(slots=True)
class Evidence:
    """What made a condition true: words in the order of its parts, named stretches, and the members that were found."""

    quotes: list[Potongan] = field(default_factory=list)
    bound: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Explanation:
    """The verdict on one condition and on its parts. `subject` names the member a part speaks about."""

    source: str
    verdict: bool | None
    quotes: tuple[str, ...] = ()
    because: str | None = None
    subject: str | None = None
    parts: tuple[Explanation, ...] = ()


def gather(check: Check, s: Any, e: Env) -> Evidence:
    """The evidence for a condition that is true."""
    evidence = Evidence()
    if check.shows:
        _gather(check, s, e, evidence)
    return evidence


def _gather(check: Check, s: Any, e: Env, evidence: Evidence) -> None:
    match check.node:
        case syntax.AllOf():
            for part in check.parts:
                _gather(part, s, e, evidence)
        case syntax.AnyOf():
            first = next((part for part in check.parts if part.test(s, e)), None)
            if first is not None:
                _gather(first, s, e, evidence)
        case syntax.Quantified("ada", members):
            _gather_member(check, members, s, e, evidence)
        case _:
            if check.quotes is not None:
                evidence.quotes.extend(check.quotes(s, e))
            if check.captures is not None:
                evidence.bound.update(check.captures(s, e))


def _gather_member(check: Check, members: syntax.Path | syntax.Call, s: Any, e: Env, evidence: Evidence) -> None:
    """Binds the first member that made `ada … yang` true under the relation's name."""
    for subject, one, year in _members(check, s, e):
        before, e.tahun = e.tahun, year
        if not check.parts or check.parts[0].test(subject, e):
            if isinstance(members, syntax.Path):
                evidence.bound.setdefault(members.names[-1], one)
            if check.parts:
                _gather(check.parts[0], subject, e, evidence)
            e.tahun = before
            return
        e.tahun = before


def _members(check: Check, s: Any, e: Env) -> Iterator[tuple[Any, Any, str | None]]:
    """For each member: the subject its body speaks about, the member itself, and the period it stands for."""
    if check.members is None:
        return
    them = check.members.get(s, e)
    them = them if isinstance(them, tuple) else () if them is None else (them,)
    years = member(check.members.tipe) == TAHUN
    for one in them:
        if one is not None:
            yield (s, one, one) if years else (one, one, e.tahun)


def explain(check: Check, s: Any, e: Env) -> Explanation:
    """The tree of a verdict."""
    verdict = check.test(s, e)
    if check.members is not None and check.parts:
        parts = tuple(_explain_members(check, s, e))
    else:
        parts = tuple(explain(part, s, e) for part in check.parts)
    quotes = tuple(str(quote) for quote in check.quotes(s, e)) if verdict and check.quotes is not None else ()
    because = missing(check, s, e) if verdict is None else None
    return Explanation(show(check.node), verdict, quotes, because, None, parts)


def _explain_members(check: Check, s: Any, e: Env) -> Iterator[Explanation]:
    for number, (subject, one, year) in enumerate(_members(check, s, e)):
        if number == SHOWN_MEMBERS:
            return
        before, e.tahun = e.tahun, year
        told = explain(check.parts[0], subject, e)
        e.tahun = before
        yield Explanation(told.source, told.verdict, told.quotes, told.because, name_of(one), told.parts)


def name_of(subject: Any) -> str:
    """What a reader calls a subject: its text, or the period."""
    for path in (("sasaran", "pernyataan"), ("indikator", "nama")):
        holder = getattr(subject, path[0], None)
        text = getattr(holder, path[1], None)
        if text:
            return str(text)
    return str(getattr(subject, "teks", None) or subject)


def missing(check: Check, s: Any, e: Env) -> str:
    """What a condition that is not known would need to know: "polarisasi kosong"."""
    for part in check.parts if check.members is None else ():
        if part.test(s, e) is None:
            return missing(part, s, e)
    for value in check.values:
        if (name := _unknown(value, s, e)) is not None:
            return name
    for subject, _, year in _members(check, s, e):
        before, e.tahun = e.tahun, year
        unknown = check.parts[0].test(subject, e) is None
        told = missing(check.parts[0], subject, e) if unknown else None
        e.tahun = before
        if told is not None:
            return told
    return _undecided(check.node)


def _undecided(node: syntax.Condition) -> str:
    """A condition whose values are all there and yet do not decide it."""
    match node:
        case syntax.Holds(subject, _, name) if name in VERDICTS:
            return f"{show(subject)} belum cukup untuk menilai apakah {VERDICTS[name].doc}"
        case syntax.Related(subject, _, other):
            return f"kaitan {show(subject)} dengan {show(other)} tidak diketahui"
        case syntax.Agrees(subject, _, other, table):
            return f"pasangan {show(subject)} dan {show(other)} tidak ada di tabel {table}"
    return f"“{show(node)}” tidak dapat dipastikan"


def _unknown(value: Value, s: Any, e: Env) -> str | None:
    """The innermost value that is missing, in the words of the vocabulary."""
    for part in value.parts:
        if (name := _unknown(part, s, e)) is not None:
            return name
    if value.get(s, e) not in (None, ()):
        return None
    match value.node:
        case syntax.Call(name) if name in FUNCTIONS:
            return f"{FUNCTIONS[name].doc} tidak diketahui"
        case syntax.Path() if value.tipe.isi is not None:
            return f"{show(value.node)} tidak diketahui"
    return f"{show(value.node)} kosong"
