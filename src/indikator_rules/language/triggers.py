"""Which subjects a condition can be true of at all: told from their words, before it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from indikator_rules.language import syntax
from indikator_rules.language.compiled import Env
from indikator_rules.language.matching import Potongan
from indikator_rules.language.vocabulary import Field, field_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

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
    if keys is None or (own := _own_field(subject, scope)) is None:
        return None

    def read(s: Any) -> frozenset[str] | None:
        text = own.get(s)
        return text.teks.kunci if isinstance(text, Potongan) else None

    return Trigger(f"kata {own.name}", read, keys)


def class_trigger(subject: Value, wanted: Iterable[str], scope: Scope) -> Trigger | None:
    """The trigger of a predicate on a class that a function gives of a field of the subject: the class values."""
    match subject.node:
        case syntax.Call(name, (argument,)) if (own := _own_field(argument, scope)) is not None:
            get, env = subject.get, Env(None)
            return Trigger(f"{name} {own.name}", lambda s: get(s, env), frozenset(wanted))
    return None


def _own_field(node: syntax.Expression, scope: Scope) -> Field | None:
    """The field of the subject that `node` names; None for anything that takes more than one look."""
    if isinstance(node, syntax.Path) and len(node.names) == 1 and scope.top:
        return field_of(scope.current, node.names[0])
    return None


def commonness(trigger: Trigger) -> tuple[int, int]:
    """Classes are met more often than words, word classes most often; long lists more often than short ones."""
    of_words = trigger.name.startswith("kata ")
    return (sum(key.startswith("#") for key in trigger.keys) * 2 if of_words else 1, len(trigger.keys))
