"""Which subjects a condition can be true of at all: told from their words and classes, before it is asked."""

from __future__ import annotations

import dataclasses
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from indikator_rules.language import syntax
from indikator_rules.language.compiled import Env
from indikator_rules.language.matching import Potongan
from indikator_rules.language.scope import ITSELF, SELF
from indikator_rules.language.types import NILAI, TEKS, member
from indikator_rules.language.vocabulary import Field, field_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from indikator_rules.language.compiled import Value
    from indikator_rules.language.scope import Scope
    from indikator_rules.text import Teks

_READ_ALONE = (TEKS, NILAI)
"""What a class can be told of cheaply: without looking around the subject."""
MOST_WAYS = 48
"""A trigger of more ways than this says too little to be worth its keep."""
FILLED, EMPTY = "terisi", "kosong"


class Sign(NamedTuple):
    """What `read` gives of a subject is one of `keys`, or a text that holds one of them. `name` names the reading.

    `read` gives a text, the value of a class, or None when that is not known.
    """

    name: str
    read: Callable[[Any], Teks | str | None]
    keys: frozenset[str]


Trigger = tuple[frozenset[Sign], ...]
"""Ways in which a condition may be true: in each, all its signs are there."""


def any_trigger(triggers: Sequence[Trigger | None]) -> Trigger | None:
    """The trigger of conditions of which one must be true; None when one of them has none."""
    if not triggers or any(trigger is None for trigger in triggers):
        return None
    ways = tuple(dict.fromkeys(way for trigger in triggers for way in trigger or ()))
    return ways if len(ways) <= MOST_WAYS else None


def all_trigger(triggers: Iterable[Trigger | None]) -> Trigger | None:
    """The trigger of conditions that must all be true; those that would make it unwieldy are left out."""
    joint: Trigger | None = None
    for trigger in sorted((trigger for trigger in triggers if trigger is not None), key=len):
        ways = trigger if joint is None else tuple(one | other for one, other in product(joint, trigger))
        joint = ways if len(ways) <= MOST_WAYS else joint
    return joint


def word_trigger(
    subject: syntax.Expression, ways: Sequence[tuple[frozenset[str], ...]], scope: Scope
) -> Trigger | None:
    """The trigger of a predicate on a text of the subject itself: in each way, words of which it must hold one."""
    own = own_field(subject, scope)
    if own is None or not ways or not all(ways) or len(ways) > MOST_WAYS:
        return None

    def read(s: Any) -> Teks | None:
        text = own.get(s)
        return text.teks if isinstance(text, Potongan) else None

    return tuple(frozenset(Sign(f"kata {own.name}", read, keys) for keys in way) for way in ways)


def class_trigger(subject: Value, wanted: Iterable[str], scope: Scope, *, negated: bool) -> Trigger | None:
    """The trigger of a predicate on a class of the subject, or of one of its fields: the values that make it true."""
    keys = frozenset(member(subject.tipe).kelas).difference(wanted) if negated else frozenset(wanted)
    match subject.node:
        case syntax.Call(name, (argument,)) if (
            own := own_field(argument, scope)
        ) is not None and own.tipe in _READ_ALONE:
            get, env = subject.get, Env(None)
            return (frozenset({Sign(f"{name} {own.name}", lambda s: get(s, env), keys)}),)
        case syntax.Path() if (own := own_field(subject.node, scope)) is not None and own.tipe.isi is None:
            return (frozenset({Sign(own.name, own.get, keys)}),)
    return None


def state_trigger(subject: Value, filled: Callable[[Any, Env], bool], state: str, scope: Scope) -> Trigger | None:
    """The trigger of a predicate on whether a field of the subject is filled."""
    own = own_field(subject.node, scope)
    if own is None:
        return None
    env = Env(None)
    return (frozenset({Sign(f"isi {own.name}", lambda s: FILLED if filled(s, env) else EMPTY, frozenset({state}))}),)


def own_field(node: syntax.Expression, scope: Scope) -> Field | None:
    """The field of the subject that `node` names; None for anything that takes more than one look."""
    if isinstance(node, syntax.Path) and len(node.names) == 1 and scope.top:
        return field_of(scope.current, node.names[0])
    return None


_OF_EVERY_TEXT = frozenset({ITSELF, "tingkat"})


def only_text(part: Any, scope: Scope, primary: str) -> str | None:
    """The one text of the subject at which a part of a rule looks, besides its level; None when it looks at more.

    A part that looks at no text at all is taken to look at the `primary` one.
    """
    fields = _fields_in(part, scope) - _OF_EVERY_TEXT
    [name, *others] = fields or {primary}
    own = field_of(scope.subject, name)
    return name if not others and own is not None and own.tipe == TEKS else None


def _fields_in(part: Any, scope: Scope) -> frozenset[str]:
    """The fields of the subject that a part of a rule names, itself or through named conditions."""
    match part:
        case tuple():
            return frozenset().union(*(_fields_in(one, scope) for one in part))
        case syntax.Path(names):
            first = names[1] if names[0] == SELF and len(names) > 1 else names[0]
            return frozenset({first} if first in _OF_EVERY_TEXT or field_of(scope.subject, first) is not None else ())
        case syntax.Holds(name=name) if name in scope.names.definitions:
            return _fields_of(part, scope) | _fields_in(scope.names.definitions[name].condition, scope)
        case syntax.Node():
            return _fields_of(part, scope)
    return frozenset()


def _fields_of(node: syntax.Node, scope: Scope) -> frozenset[str]:
    own = (getattr(node, one.name) for one in dataclasses.fields(node) if one.name != "at")
    return frozenset().union(*(_fields_in(one, scope) for one in own))
