"""Which subjects a condition can be true of at all: told from their words, before it is asked."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, NamedTuple

from indikator_rules.language import syntax
from indikator_rules.language.compiled import Env
from indikator_rules.language.matching import Potongan
from indikator_rules.language.scope import ITSELF, SELF
from indikator_rules.language.vocabulary import Field, field_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from indikator_rules.language.compiled import Value
    from indikator_rules.language.matching import Keys
    from indikator_rules.language.scope import Scope


class Trigger(NamedTuple):
    """A condition can only be true when what `read` gives is, or holds, one of `keys`; `name` names the reading.

    `read` gives the words of a text (a set), the value of a class, or None when that is not known.
    """

    name: str
    read: Callable[[Any], frozenset[str] | str | None]
    keys: frozenset[str]


def joined(triggers: Sequence[Trigger | None]) -> Trigger | None:
    """The trigger of alternatives: all their keys, when each has some and all are about the same reading."""
    known = [trigger for trigger in triggers if trigger is not None]
    if not known or len(known) < len(triggers) or len({trigger.name for trigger in known}) != 1:
        return None
    return known[0]._replace(keys=frozenset().union(*(trigger.keys for trigger in known)))


def word_trigger(subject: syntax.Expression, keys: Keys, scope: Scope) -> Trigger | None:
    """The trigger of a predicate on a text of the subject itself: words it must hold."""
    if keys is None or (own := own_field(subject, scope)) is None:
        return None

    def read(s: Any) -> frozenset[str] | None:
        text = own.get(s)
        return text.teks.kunci if isinstance(text, Potongan) else None

    return Trigger(f"kata {own.name}", read, keys)


def class_trigger(subject: Value, wanted: Iterable[str], scope: Scope) -> Trigger | None:
    """The trigger of a predicate on a class that a function gives of a field of the subject: the class values."""
    match subject.node:
        case syntax.Call(name, (argument,)) if (own := own_field(argument, scope)) is not None:
            get, env = subject.get, Env(None)
            return Trigger(f"{name} {own.name}", lambda s: get(s, env), frozenset(wanted))
    return None


def own_field(node: syntax.Expression, scope: Scope) -> Field | None:
    """The field of the subject that `node` names; None for anything that takes more than one look."""
    if isinstance(node, syntax.Path) and len(node.names) == 1 and scope.top:
        return field_of(scope.current, node.names[0])
    return None


def commonness(trigger: Trigger) -> tuple[int, int]:
    """Classes are met more often than words, word classes most often; long lists more often than short ones."""
    of_words = trigger.name.startswith("kata ")
    return (sum(key.startswith("#") for key in trigger.keys) * 2 if of_words else 1, len(trigger.keys))


_OF_EVERY_TEXT = frozenset({ITSELF, "tingkat"})


def only_own_text(part: Any, scope: Scope, primary: str) -> bool:
    """Whether a part of a rule looks at nothing but the subject's own text (`primary`) and its level."""
    match part:
        case tuple():
            return all(only_own_text(one, scope, primary) for one in part)
        case syntax.Path(names):
            first = names[1] if names[0] == SELF and len(names) > 1 else names[0]
            return first == primary or first in _OF_EVERY_TEXT or field_of(scope.subject, first) is None
        case syntax.Holds(name=name) if name in scope.names.definitions:
            if not only_own_text(scope.names.definitions[name].condition, scope, primary):
                return False
        case _ if not isinstance(part, syntax.Node):
            return True
    own = (getattr(part, one.name) for one in dataclasses.fields(part) if one.name != "at")
    return all(only_own_text(one, scope, primary) for one in own)
