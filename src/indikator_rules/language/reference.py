"""The reference of the rule language, made from the vocabulary, so that it cannot differ from what rules may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indikator_rules.language.types import member
from indikator_rules.language.vocabulary import FIELDS, FUNCTIONS, KINDS, VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from indikator_rules.language.types import Tipe
    from indikator_rules.language.vocabulary import Function


def reference() -> Iterator[str]:
    """The Markdown page of all words that a condition may use, with their types and meanings."""
    yield "# Acuan bahasa aturan\n"
    yield from _table("Yang dapat diperiksa", ("sebutan", "arti"), ((kind.name, kind.doc) for kind in KINDS.values()))
    for owner in dict.fromkeys(owner for owner, _ in FIELDS):
        rows = ((name, str(field.tipe), field.doc) for (kind, name), field in FIELDS.items() if kind == owner)
        yield from _table(f"Bidang dan hubungan {owner}", ("nama", "jenis", "arti"), rows)
    functions = ((_call(function), str(function.result), function.doc) for function in FUNCTIONS.values())
    yield from _table("Fungsi", ("fungsi", "hasil", "arti"), functions)
    verdicts = ((verdict.name, str(verdict.tipe), verdict.doc) for verdict in VERDICTS.values())
    yield from _table("Sebutan di belakang nilai", ("sebutan", "untuk", "arti"), verdicts)
    yield from _table(
        "Kelas dan nilainya", ("kelas", "nilai"), ((tipe.nama, ", ".join(tipe.kelas)) for tipe in _classes())
    )


def _table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"\n## {title}\n\n"
    yield f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}\n"
    yield from (f"| `{name}` | {' | '.join(cells)} |\n" for name, *cells in rows)


def _call(function: Function) -> str:
    parameters = (" atau ".join(map(str, types)) for types in function.parameters)
    return f"{function.name}({', '.join(parameters)})"


def _classes() -> Iterable[Tipe]:
    """The classes that fields and functions give, each once, in the order in which they are met."""
    given = (*(field.tipe for field in FIELDS.values()), *(function.result for function in FUNCTIONS.values()))
    return dict.fromkeys(tipe for tipe in map(member, given) if tipe.kelas)
