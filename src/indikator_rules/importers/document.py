"""From a nested document (YAML, JSON) to a Dokumen: what the contract does not know is reported, the rest is read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from indikator_rules.errors import DocumentError
from indikator_rules.importers.columns import read_level
from indikator_rules.importers.notes import Note
from indikator_rules.model.dokumen import Dokumen, Sasaran

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from indikator_rules.location import Location
    from indikator_rules.model.tingkat import Tingkat

_ROUNDS = 8
"""A repair may bring to light the next fault within the same part, hence more than one round; never many."""

_LISTS = frozenset({"simpul", "anak", "indikator", "pengecualian", "mendukung", "kolom"})
_Path = tuple[str | int, ...]


def read_dokumen(
    path: Path, content: dict[str, Any], places: Mapping[str, Location], *, tingkat: Tingkat | None
) -> tuple[Dokumen, list[Note]]:
    """The document in `content` and what had to be left out. Raises DocumentError when nothing can be read from it."""
    notes: list[Note] = []
    for _ in range(_ROUNDS):
        try:
            return _with_level(Dokumen.model_validate(content), tingkat), notes
        except ValidationError as problem:
            for error in problem.errors(include_url=False):
                note = _repair(content, error, places)
                if note is not None:
                    notes.append(note)
    raise DocumentError(f"{path}: isi berkas tidak sesuai dengan bentuk dokumen; lihat `indikator skema dokumen`.")


def path_text(path: _Path) -> str:
    """A path as locations write it: ("simpul", 0, "nama") -> "simpul[0].nama"."""
    text = "".join(f"[{step}]" if isinstance(step, int) or _is_period(path, step) else f".{step}" for step in path)
    return text.removeprefix(".")


def _is_period(path: _Path, step: str) -> bool:
    at = path.index(step)
    return at > 0 and path[at - 1] in {"target", "target_asli", "realisasi"}


def _repair(content: dict[str, Any], error: ErrorDetails, places: Mapping[str, Location]) -> Note | None:
    """Takes what `error` complains of out of `content`, or puts a readable form in its place."""
    holder, step, path = _find(content, error["loc"])
    if holder is None or step is None:
        return None
    place = places.get(path_text(path)) or places.get("")
    value = holder[step]
    name = str(step)
    if error["type"] == "extra_forbidden":
        del holder[step]
        return Note("B04", f"Bagian “{name}” tidak dikenal dan tidak dibaca.", place, _written(value))
    if step == "tingkat" and isinstance(value, str):
        holder[step] = read_level(value)
        if holder[step] is not None:
            return Note("B02", f"Tingkat “{value}” dibaca sebagai tingkat {holder[step]}.", place, value)
        return Note(
            "B06",
            f"Tingkat “{value}” tidak dikenal; tulis tujuan, strategis, program, kegiatan, subkegiatan, atau individu.",
            place,
            value,
        )
    if isinstance(holder, list):
        holder[step] = {"pernyataan": value} if isinstance(value, str) and path[-2] in {"simpul", "anak"} else {}
    elif isinstance(value, dict | list) and step not in _LISTS:
        holder[step] = _written(value)
    else:
        del holder[step]
    return Note(
        "B05", f"Isi bagian “{name}” tidak sesuai dengan bentuk dokumen sehingga tidak dibaca.", place, _written(value)
    )


def _find(content: dict[str, Any], loc: tuple[int | str, ...]) -> tuple[Any, str | int | None, _Path]:
    """The innermost part of `content` that `loc` names: what holds it, its key there, and its whole path.

    pydantic adds the names of union branches to `loc`; they name nothing in `content` and end the walk.
    """
    holder: Any = None
    value: Any = content
    path: list[str | int] = []
    for step in loc:
        key = _key(value, step)
        if key is None:
            break
        holder, value = value, value[key]
        path.append(key)
    return holder, path[-1] if path else None, tuple(path)


def _key(value: object, step: str | int) -> str | int | None:
    if isinstance(value, list):
        return step if isinstance(step, int) and step < len(value) else None
    if isinstance(value, dict):
        return step if step in value else None
    return None


def _written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _with_level(dokumen: Dokumen, tingkat: Tingkat | None) -> Dokumen:
    if tingkat is None:
        return dokumen
    return dokumen.model_copy(update={"simpul": tuple(_level_node(node, tingkat) for node in dokumen.simpul)})


def _level_node(node: Sasaran, tingkat: Tingkat) -> Sasaran:
    anak = tuple(_level_node(child, tingkat) for child in node.anak)
    return node.model_copy(update={"tingkat": node.tingkat or tingkat, "anak": anak})
