"""From rows to documents: rows of one instansi become one document, rows of one statement one node.

Every importer of rows and tables ends here. A row names its statements from the outermost to the one that owns the
indicator; equal statements become one node, and the same indicator in two tables one indicator with both places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from indikator_rules.importers.notes import Note, to_findings
from indikator_rules.importers.reading import Reading
from indikator_rules.location import Location, Locations
from indikator_rules.model.dokumen import Dokumen, Indikator, Sasaran
from indikator_rules.model.nilai import split_satuan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from indikator_rules.model.tingkat import Tingkat

Values = dict[str, Any]
Places = dict[str, Location]
_SLUG_WORDS = 4


@dataclass(slots=True)
class Statement:
    """The fields of one Sasaran as a row gives them, and their places ("" for the statement as a whole)."""

    values: Values
    places: Places = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """One row: its statements, outermost first, and the indicator of the last one, if it has any.

    `table` tells tables of one file apart: the same indicator in two tables is one, twice in one table it is two.
    """

    path: tuple[Statement, ...]
    indikator: Values | None = None
    places: Places = field(default_factory=dict)
    id: str | None = None
    instansi: str | None = None
    table: int = 0


@dataclass(slots=True)
class _Measure:
    """An indicator under construction."""

    values: Values
    places: dict[str, list[Location]]
    rows: list[str]


@dataclass(slots=True)
class _Node:
    """A node under construction."""

    values: Values
    places: dict[str, list[Location]]
    rows: list[str] = field(default_factory=list)
    measures: dict[tuple[str, int], _Measure] = field(default_factory=dict)
    counted: dict[tuple[int, str], int] = field(default_factory=dict)
    children: dict[tuple[Any, ...], _Node] = field(default_factory=dict)


@dataclass(slots=True)
class _Draft:
    """A document under construction: its top nodes, and every node by its key."""

    nodes: dict[tuple[Any, ...], _Node] = field(default_factory=dict)
    known: dict[tuple[Any, ...], _Node] = field(default_factory=dict)
    node_of_row: dict[str, _Node] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)


def to_readings(
    rows: Iterable[Row], about: Mapping[str, Any], notes: list[Note], *, tingkat: Tingkat | None = None
) -> tuple[Reading, ...]:
    """One reading per instansi, in order of first appearance.

    `about` holds the fields of Dokumen that stand outside the rows, `notes` what was noticed so far (told with the first
    document), `tingkat` the level of statements that have none. `rows` may go on noticing while they are read.
    """
    drafts: dict[str | None, _Draft] = {}
    for row in rows:
        draft = drafts.get(row.instansi)
        if draft is None:
            draft = drafts[row.instansi] = _Draft()
        _add(draft, row, tingkat)
    return tuple(
        _finish(draft, {**about, **({"instansi": instansi} if instansi else {})}, [] if at else notes)
        for at, (instansi, draft) in enumerate(drafts.items())
    )


def normalised(text: str | None) -> str:
    """`text` for comparing: lower case, single spaces."""
    return " ".join(text.lower().split()) if text else ""


def _add(draft: _Draft, row: Row, tingkat: Tingkat | None) -> None:
    node: _Node | None = None
    for statement in row.path:
        if statement.values.get("tingkat") is None:
            statement.values["tingkat"] = tingkat
        node = _place_statement(draft, node, statement)
    if node is None:
        return
    if row.id is not None:
        node.rows.append(row.id)
        draft.node_of_row.setdefault(row.id, node)
    if row.indikator is not None:
        _place_indicator(draft, node, row, row.indikator)


def _place_statement(draft: _Draft, parent: _Node | None, statement: Statement) -> _Node:
    values = statement.values
    induk = values.get("induk")
    key = (
        values["tingkat"],
        normalised(values.get("pernyataan")) or values.get("kode"),
        values.get("unit"),
        normalised(induk) if isinstance(induk, str) else induk,
    )
    siblings = draft.nodes if parent is None else parent.children
    node = siblings.get(key)
    if node is None:
        node = _known_elsewhere(draft, parent, key) or _Node({}, {})
        siblings[key] = node
        draft.known.setdefault(key, node)
    _fill(node.values, node.places, values, statement.places)
    return node


def _known_elsewhere(draft: _Draft, parent: _Node | None, key: tuple[Any, ...]) -> _Node | None:
    """The node of this key that one table shows without its parent and another with it."""
    if parent is None:
        known = draft.known.get(key)
        if known is not None:
            draft.nodes[key] = known
        return known
    node = draft.nodes.pop(key, None)
    return None if node is parent else node


def _place_indicator(draft: _Draft, node: _Node, row: Row, values: Values) -> None:
    name = normalised(values.get("nama"))
    count = node.counted[row.table, name] = node.counted.get((row.table, name), 0) + 1
    measure = node.measures.get((name, count))
    if measure is None:
        measure = node.measures[name, count] = _Measure({}, {}, [])
    _settle_unit(draft, values, row.places)
    _join_targets(measure.values, values)
    for part in _fill(measure.values, measure.places, values, row.places):
        draft.notes.append(_difference(measure, values, part, row.places.get(part)))
    if row.id is not None:
        measure.rows.append(row.id)


def _fill(held: Values, places: dict[str, list[Location]], values: Values, more: Places) -> list[str]:
    """Adds to `held` what it lacks and to `places` what is new; the fields in which the two differ."""
    differing = []
    for name, value in values.items():
        if held.get(name) in (None, ""):
            held[name] = value
        elif value not in (None, "") and value != held[name]:
            differing.append(name)
    for name, place in more.items():
        found = places.setdefault(name, [])
        if place not in found:
            found.append(place)
    return [name for name in differing if normalised(str(held[name])) != normalised(str(values[name]))]


def _difference(measure: _Measure, values: Values, part: str, place: Location | None) -> Note:
    name, held, other = measure.values.get("nama"), measure.values[part], values[part]
    message = f"Isi {part} indikator “{name}” berbeda di dua tempat: “{_shown(held)}” dan “{_shown(other)}”; yang pertama dipakai."
    return Note("B09", message, place, _shown(other))


def _shown(value: object) -> str:
    return "; ".join(f"{period}: {text}" for period, text in value.items()) if isinstance(value, dict) else str(value)


def _join_targets(held: Values, values: Values) -> None:
    """Lets one target of a year and the same target by periods be one, and periods of two tables stand together."""
    for name in ("target", "target_asli", "realisasi"):
        first, second = held.get(name), values.get(name)
        if isinstance(first, dict) and isinstance(second, dict):
            values[name] = held[name] = {**second, **first} if _agree(first, second) else first
        elif isinstance(first, str) and isinstance(second, dict) and first in second.values():
            held[name] = second
        elif isinstance(first, dict) and isinstance(second, str) and second in first.values():
            values[name] = first


def _agree(first: Values, second: Values) -> bool:
    return all(second.get(period) in (None, value) for period, value in first.items())


def _settle_unit(draft: _Draft, values: Values, places: Places) -> None:
    """Moves the unit that stands inside the target to an empty `satuan`; the target as written goes to `target_asli`."""
    target = values.get("target")
    if not target or values.get("satuan"):
        return
    texts = target if isinstance(target, dict) else {"": target}
    split = {period: split_satuan(text) for period, text in texts.items() if text}
    satuan = next((unit for _, unit in split.values() if unit), None)
    if satuan is None:
        return
    moved = {period: value for period, (value, unit) in split.items() if normalised(unit) == normalised(satuan)}
    values["satuan"] = satuan
    values["target_asli"] = {period: texts[period] for period in moved} if isinstance(target, dict) else target
    values["target"] = {**target, **moved} if isinstance(target, dict) else moved[""]
    place = next((place for name, place in places.items() if name.startswith("target")), places.get(""))
    if place is not None and "" not in places:
        places["satuan"] = place
    draft.notes.append(Note("B03", "Satuan yang tertulis di dalam target dipindahkan ke bagian satuan.", place))


def _finish(draft: _Draft, about: Values, notes: list[Note]) -> Reading:
    ids = _name_nodes(draft)
    _resolve_parents(draft, ids)
    places: dict[str, tuple[Location, ...]] = {}
    rows: dict[str, tuple[str, ...]] = {}
    simpul = tuple(
        _freeze(node, ids, f"simpul[{at}]", places, rows) for at, node in enumerate(draft.nodes.values())
    )
    dokumen = Dokumen(**about).model_copy(update={"simpul": simpul})
    return Reading(dokumen, Locations(places, rows), to_findings((*notes, *draft.notes)))


def _name_nodes(draft: _Draft) -> dict[int, str]:
    """An id for every node, keyed by identity: given, else its code, else made from its text and its parent's."""
    ids: dict[int, str] = {}
    taken: set[str] = set()

    def name(node: _Node, parent: str) -> None:
        values = node.values
        made = values.get("id") or values.get("kode")
        if not made or made in taken:
            made = _made_id(made or values.get("pernyataan") or "", parent, values)
        while made in taken:
            made += "-2"
        taken.add(made)
        ids[id(node)] = made
        for child in node.children.values():
            name(child, values.get("pernyataan") or "")

    for node in draft.nodes.values():
        induk = node.values.get("induk")
        name(node, induk if isinstance(induk, str) else "")
    return ids


def _made_id(text: str, parent: str, values: Values) -> str:
    words = re.findall(r"\w+", text.lower())[:_SLUG_WORDS]
    named = "\n".join((normalised(values.get("pernyataan")), normalised(parent), values["tingkat"] or "", values.get("unit") or ""))
    return "-".join((*words, blake2b(named.encode(errors="replace"), digest_size=3).hexdigest()))


def _resolve_parents(draft: _Draft, ids: dict[int, str]) -> None:
    """Lets an `induk` that is the id of a row name the node of that row."""
    for node in draft.nodes.values():
        induk = node.values.get("induk")
        if isinstance(induk, str) and (parent := draft.node_of_row.get(induk)) is not None and parent is not node:
            node.values["induk"] = ids[id(parent)]


def _freeze(
    node: _Node, ids: dict[int, str], path: str, places: dict[str, tuple[Location, ...]], rows: dict[str, tuple[str, ...]]
) -> Sasaran:
    _keep_places(places, path, node.places)
    if node.rows:
        rows[path] = tuple(node.rows)
    indikator = []
    for at, measure in enumerate(node.measures.values()):
        where = f"{path}.indikator[{at}]"
        _keep_places(places, where, measure.places)
        if measure.rows:
            rows[where] = tuple(measure.rows)
        indikator.append(Indikator.model_validate(measure.values))
    anak = tuple(
        _freeze(child, ids, f"{path}.anak[{at}]", places, rows) for at, child in enumerate(node.children.values())
    )
    made = Sasaran.model_validate({**node.values, "id": ids[id(node)]})
    return made.model_copy(update={"indikator": tuple(indikator), "anak": anak})


def _keep_places(places: dict[str, tuple[Location, ...]], path: str, found: dict[str, list[Location]]) -> None:
    for name, where in found.items():
        places[f"{path}.{name}" if name else path] = tuple(where)
