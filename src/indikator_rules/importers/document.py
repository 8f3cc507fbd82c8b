"""From a nested document (YAML, JSON) to a Dokumen: what the contract does not know is reported, the rest is read."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from indikator_rules.errors import DocumentError
from indikator_rules.importers.headings import read_level
from indikator_rules.importers.notes import Note, unknown_level
from indikator_rules.importers.waivers import read_waivers
from indikator_rules.model.dokumen import Dokumen, Sasaran
from indikator_rules.model.pembacaan import Pembacaan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from indikator_rules.location import Location
    from indikator_rules.model.dokumen import Pengecualian
    from indikator_rules.model.tingkat import Tingkat

_ROUNDS = 8
"""A repair may bring to light the next fault within the same part, hence more than one round; never many."""
_MAIN_FIELD = {"simpul": "pernyataan", "anak": "pernyataan", "indikator": "nama"}
_LISTS = frozenset({*_MAIN_FIELD, "mendukung", "kolom"})
_BY_PERIOD = frozenset({"target", "target_asli", "realisasi"})
_Path = tuple[str | int, ...]


def read_dokumen(
    path: Path, content: dict[str, Any], places: dict[str, Location], *, tingkat: Tingkat | None
) -> tuple[Dokumen, list[Note]]:
    """The document in `content` and what had to be left out. Raises DocumentError when nothing can be read from it."""
    notes: list[Note] = []
    waivers = _take_waivers(content, places, notes)
    for _ in range(_ROUNDS):
        try:
            dokumen = Dokumen.model_validate(content).model_copy(update={"pengecualian": waivers})
            return _with_level(dokumen, tingkat), notes
        except ValidationError as problem:
            faults = _faults(content, problem.errors(include_url=False))
        notes.extend(_repair(content, fault, kind, places) for fault, kind in faults)
    raise DocumentError(f"{path}: isi berkas tidak sesuai dengan bentuk dokumen; lihat `indikator skema dokumen`.")


def take_pembacaan(content: dict[str, Any], places: dict[str, Location], notes: list[Note]) -> Pembacaan | None:
    """The account of how the document was once read, taken out of `content`; None without a sound one."""
    written = content.pop("pembacaan", None)
    try:
        return None if written is None else Pembacaan.model_validate(written)
    except ValidationError:
        place = places.get("pembacaan", places.get(""))
        notes.append(Note("B05", "Bagian “pembacaan” tidak sesuai bentuknya dan tidak dibaca.", place))
        return None


def _take_waivers(content: dict[str, Any], places: dict[str, Location], notes: list[Note]) -> tuple[Pengecualian, ...]:
    """The waivers in `content`, taken out of it; `places` then tells those of the ones that hold, by their number."""
    written = content.pop("pengecualian", None)
    if written is None:
        return ()
    items = written if isinstance(written, list) else [written]
    found = [places.get(f"pengecualian[{number}]", places.get("")) for number in range(len(items))]
    placed = list(read_waivers(zip(items, found, strict=True), notes))
    for number, waiver in enumerate(placed):
        if waiver.place is not None:
            places[f"pengecualian[{number}]"] = waiver.place
    return tuple(waiver.waiver for waiver in placed)


def path_text(path: _Path) -> str:
    """A path as locations write it: ("simpul", 0, "target", "2025") -> "simpul[0].target[2025]"."""
    text = "".join(
        f"[{step}]" if isinstance(step, int) or before in _BY_PERIOD else f".{step}"
        for before, step in pairwise(("", *path))
    )
    return text.removeprefix(".")


def _faults(content: dict[str, Any], errors: list[ErrorDetails]) -> list[tuple[_Path, str]]:
    """The faulty parts of `content` and what is wrong with each, innermost and last first, each part once.

    pydantic complains once for every branch of a union; a branch that leads further in knows better.
    """
    kinds = {found: error["type"] for error in errors if (found := _path_in(content, error["loc"]))}
    innermost = [found for found in kinds if not any(other[: len(found)] == found != other for other in kinds)]
    return [(found, kinds[found]) for found in sorted(innermost, key=_order, reverse=True)]


def _order(path: _Path) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in path]


def _path_in(content: object, loc: tuple[int | str, ...]) -> _Path:
    """The steps of `loc` that exist in `content`; pydantic mixes in names of union branches and of missing fields."""
    path: list[str | int] = []
    value = content
    for step in loc:
        if (isinstance(value, list) and isinstance(step, int)) or (isinstance(value, dict) and step in value):
            value = value[step]  # type: ignore[index]  # the line above tells list from dict
            path.append(step)
    return tuple(path)


def _repair(content: dict[str, Any], path: _Path, kind: str, places: Mapping[str, Location]) -> Note:
    """Takes the faulty part at `path` out of `content`, or puts a readable form in its place."""
    holder: Any = content
    for step in path[:-1]:
        holder = holder[step]
    name, value = path[-1], holder[path[-1]]
    place = places.get(path_text(path)) or places.get("")
    if kind == "extra_forbidden":
        del holder[name]
        return Note("B04", f"Bagian “{name}” tidak dikenal dan tidak dibaca.", place, _written(value))
    if name == "tingkat" and isinstance(value, str):
        return _read_tingkat(holder, value, place)
    _replace(holder, path, value)
    message = (
        f"Isi bagian “{path_text(path[-2:])}” tidak sesuai dengan bentuk dokumen; dibaca sebagai teks atau dilewati."
    )
    return Note("B05", message, place, _written(value))


def _read_tingkat(holder: dict[str, Any], word: str, place: Location | None) -> Note:
    level = holder["tingkat"] = read_level(word)
    if level is None:
        return unknown_level(word, place)
    return Note("B02", f"Tingkat “{word}” dibaca sebagai tingkat {level}.", place, word)


def _replace(holder: Any, path: _Path, value: object) -> None:
    """Puts the nearest readable form in place of `value`; items of lists keep their index, as places are told by it."""
    name = path[-1]
    before = path[-2] if len(path) > 1 else ""
    if isinstance(holder, list) and before in _MAIN_FIELD:
        holder[int(name)] = {_MAIN_FIELD[str(before)]: _written(value)} if not isinstance(value, dict) else {}
    elif isinstance(value, dict | list) and name not in _LISTS and not isinstance(holder, list):
        holder[name] = _written(value)
    else:
        del holder[name]


def _written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _with_level(dokumen: Dokumen, tingkat: Tingkat | None) -> Dokumen:
    if tingkat is None:
        return dokumen
    return dokumen.model_copy(update={"simpul": tuple(_level_node(node, tingkat) for node in dokumen.simpul)})


def _level_node(node: Sasaran, tingkat: Tingkat) -> Sasaran:
    anak = tuple(_level_node(child, tingkat) for child in node.anak)
    return node.model_copy(update={"tingkat": node.tingkat or tingkat, "anak": anak})
