"""From rows to documents: rows of one instansi become one document, rows of one statement one node.

Every importer of rows and tables ends here. A row names its statements from the outermost to the one that owns the
indicator; equal statements become one node, and the same indicator in two tables one indicator with both places.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from indikator_rules.importers.confidence import surer
from indikator_rules.importers.notes import Note, to_findings, unplaced
from indikator_rules.importers.targets import join_targets, take_unit
from indikator_rules.importers.waivers import read_waivers, waiver_in_cell_note, waivers_in_cell
from indikator_rules.location import Location, Locations, Origin, PartPlaces, PartRows
from indikator_rules.model.dokumen import Dokumen, Indikator, Sasaran, unchecked
from indikator_rules.model.pembacaan import Keyakinan, Pembacaan
from indikator_rules.model.tingkat import Tingkat
from indikator_rules.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from indikator_rules.importers.waivers import PlacedWaiver
    from indikator_rules.model.pembacaan import TabelTerbaca

Values = dict[str, Any]
Places = Mapping[str, Location]
"""Where the fields of a part stand, "" for the part as a whole."""
_Key = tuple[Any, ...]
_MeasureKey = int | tuple[str, int]
_Measure = tuple[Values, Origin]
"""An indicator under construction."""
_WORD = re.compile(r"\w+")
_SLUG_WORDS = 4
_SLUG_LENGTH = 60
_TOLD_BY_USER = Keyakinan(derajat="tinggi", sebab="tingkat ditetapkan dengan --tingkat")


@dataclass(slots=True)
class Statement:
    """The fields of one Sasaran as a row gives them, and their places ("" for the statement as a whole)."""

    values: Values
    places: Places = field(default_factory=dict)
    keyakinan: Keyakinan | None = None
    """How sure it is that this is a statement of its level; None where nobody had to tell."""


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
    pengecualian: tuple[str, Location] | None = None
    """What the column of waivers says, and where."""


@dataclass(frozen=True, slots=True)
class _Waiver:
    """What a row says of waivers, and the name of the row's one indicator, if it has one."""

    text: str
    place: Location
    indikator: str | None


@dataclass(slots=True)
class _Node:
    """A node under construction.

    Within one `table` all indicators are different, and their numbers are their keys. When another table adds to them,
    names become the keys, and `counted` says how often a table has named an indicator so far.
    """

    values: Values
    places: list[Places]
    rows: list[str] = field(default_factory=list)
    measures: dict[_MeasureKey, _Measure] = field(default_factory=dict)
    table: int = 0
    counted: dict[tuple[int, str], int] | None = None
    children: dict[_Key, _Node] = field(default_factory=dict)
    waivers: list[_Waiver] = field(default_factory=list)
    keyakinan: Keyakinan | None = None
    id: str = ""


@dataclass(slots=True)
class _Draft:
    """A document under construction: its top nodes, and every node by its key."""

    nodes: dict[_Key, _Node] = field(default_factory=dict)
    known: dict[_Key, _Node] = field(default_factory=dict)
    node_of_row: dict[str, _Node] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    path: tuple[Statement, ...] = ()
    """The statements of the row before; the last one is that of `node`."""
    node: _Node | None = None


def to_readings(
    rows: Iterable[Row],
    about: Mapping[str, Any],
    notes: list[Note],
    *,
    tingkat: Tingkat | None = None,
    tabel: tuple[TabelTerbaca, ...] = (),
) -> tuple[Reading, ...]:
    """One reading per instansi, in order of first appearance.

    `about` holds the fields of Dokumen that stand outside the rows, `notes` what was noticed so far and `tabel` how
    the tables were read (both told with the first document), `tingkat` the level of statements that have none. `rows`
    may go on noticing while they are read.
    """
    tingkat = None if tingkat is None else Tingkat(tingkat)
    drafts: dict[str | None, _Draft] = {}
    for row in rows:
        draft = drafts.get(row.instansi)
        if draft is None:
            draft = drafts[row.instansi] = _Draft()
        _add(draft, row, tingkat)
    return tuple(
        _finish(
            draft,
            {**about, **({"instansi": instansi} if instansi else {})},
            [] if at else notes,
            () if at else tabel,
        )
        for at, (instansi, draft) in enumerate(drafts.items())
    )


def normalised(text: str | None) -> str:
    """`text` for comparing: lower case, single spaces."""
    return " ".join(text.lower().split()) if text else ""


def _alike(text: str | None) -> str:
    """What texts share that say the same: layouts break words and leave out the last full stop, each in its own way."""
    return "".join(text.lower().split()).rstrip(".;,") if text else ""


def _add(draft: _Draft, row: Row, tingkat: Tingkat | None) -> None:
    node = draft.node if row.path is draft.path else _place_path(draft, row, tingkat)
    if node is None:
        return
    if row.id is not None:
        node.rows.append(row.id)
        draft.node_of_row.setdefault(row.id, node)
    if row.pengecualian is not None:
        node.waivers.append(_Waiver(*row.pengecualian, row.indikator.get("nama") if row.indikator else None))
    if row.indikator is not None:
        _place_indicator(draft, node, row, row.indikator)


def _place_path(draft: _Draft, row: Row, tingkat: Tingkat | None) -> _Node | None:
    """The node of the last statement of `row`."""
    node: _Node | None = None
    for statement in row.path:
        if statement.values.get("tingkat") is None:
            statement.values["tingkat"] = tingkat
            statement.keyakinan = statement.keyakinan if tingkat is None else _TOLD_BY_USER
        node = _place_statement(draft, node, statement, row)
    draft.path, draft.node = row.path, node
    return node


def _place_statement(draft: _Draft, parent: _Node | None, statement: Statement, row: Row) -> _Node:
    values = statement.values
    induk = values.get("induk")
    key = (
        values["tingkat"],
        _alike(values.get("pernyataan")) or values.get("kode") or _unnamed(values, row),
        values.get("unit"),
        _alike(induk) if isinstance(induk, str) else induk,
    )
    siblings = draft.nodes if parent is None else parent.children
    held = siblings.get(key) or _known_elsewhere(draft, parent, key)
    if held is None:
        node = siblings[key] = draft.known[key] = _Node(values, [statement.places], keyakinan=statement.keyakinan)
        return node
    held.keyakinan = surer(held.keyakinan, statement.keyakinan)
    if held.places[-1] is not statement.places:
        _fill(held.values, values)
        held.places.append(statement.places)
    if parent is not None:
        siblings[key] = held
    return held


def _unite_repeated(draft: _Draft) -> None:
    """Puts together what one table says in full and another in part: a statement without its level, or left out."""
    nodes = list(_walk(draft.nodes.values()))
    if len({node.values["tingkat"] for node in nodes}) > 1:
        _unite_levels(draft, nodes)
    for key, node in list(draft.nodes.items()):
        if "pernyataan" not in node.values:
            _hand_over(node, list(_walk(draft.nodes.values())), draft.notes)
            if not node.measures:
                del draft.nodes[key]


def _unite_levels(draft: _Draft, nodes: Iterable[_Node]) -> None:
    """Puts a statement without its level together with the only one of the same text that has one."""
    by_text: dict[str, list[_Node]] = {}
    for node in nodes:
        by_text.setdefault(_alike(node.values.get("pernyataan")), []).append(node)
    for key, node in reversed(list(draft.nodes.items())):
        equal = by_text[_alike(node.values.get("pernyataan"))]
        same = _same_in_full(node, equal)
        if same is not None:
            _absorb(same, node, draft.notes)
            equal[:] = [same]
            draft.node_of_row |= dict.fromkeys(node.rows, same)
            del draft.nodes[key]


def _walk(nodes: Iterable[_Node]) -> Iterator[_Node]:
    for node in nodes:
        yield node
        if node.children:
            yield from _walk(node.children.values())


def _hand_over(nameless: _Node, others: list[_Node], notes: list[Note]) -> None:
    """Gives the indicators of a node that a table left out to the one node that has an indicator of that name."""
    for node in (nameless, *others):
        _key_by_name(node)
    for key in list(nameless.measures):
        owners = [other for other in others if other is not nameless and key in other.measures]
        if len(owners) == 1:
            _join_measure(owners[0], key, nameless.measures.pop(key), notes)


def _same_in_full(node: _Node, equal: list[_Node]) -> _Node | None:
    """The one other of the nodes with `equal` statements, if of the two only one says its level."""
    others = [other for other in equal if other is not node]
    if len(others) != 1 or not _alike(node.values.get("pernyataan")):
        return None
    levels = {node.values["tingkat"], others[0].values["tingkat"]}
    inside = any(child is others[0] for child in _walk(node.children.values()))
    return others[0] if len(levels) == 2 and None in levels and not inside else None


def _absorb(held: _Node, node: _Node, notes: list[Note]) -> None:
    """Adds to `held` all that stands in `node`."""
    held.keyakinan = surer(held.keyakinan, node.keyakinan)
    _fill(held.values, node.values)
    held.places += node.places
    held.rows += node.rows
    held.waivers += node.waivers
    _key_by_name(held)
    _key_by_name(node)
    for key, measure in node.measures.items():
        _join_measure(held, key, measure, notes)
    for name, child in node.children.items():
        other = held.children.setdefault(name, child)
        if other is not child:
            _absorb(other, child, notes)


def _unnamed(values: Values, row: Row) -> str | None:
    """What tells statements apart that are left blank: two rows that name none need not mean the same one.

    In a table without a column of statements they do: its indicators are one list.
    """
    return row.id if "pernyataan" in values else None


def _known_elsewhere(draft: _Draft, parent: _Node | None, key: _Key) -> _Node | None:
    """The node of this key that one table shows without its parent and another with it."""
    if parent is None:
        return draft.known.get(key)
    node = draft.nodes.get(key)
    return draft.nodes.pop(key) if node is not None and node is not parent else None


def _place_indicator(draft: _Draft, node: _Node, row: Row, values: Values) -> None:
    if take_unit(values):
        draft.notes.append(_unit_taken(row))
    found = (values, ((row.places,), () if row.id is None else (row.id,)))
    if not node.measures:
        node.table = row.table
    if node.table == row.table and node.counted is None:
        node.measures[len(node.measures)] = found
    else:
        _join_measure(node, _name_key(_key_by_name(node), row.table, values), found, draft.notes)


def _key_by_name(node: _Node) -> dict[tuple[int, str], int]:
    """How often each table has named each indicator of `node`, whose names are from now on their keys."""
    if node.counted is None:
        counted = node.counted = {}
        node.measures = {_name_key(counted, node.table, found[0]): found for found in node.measures.values()}
    return node.counted


def _name_key(counted: dict[tuple[int, str], int], table: int, values: Values) -> tuple[str, int]:
    """The name of an indicator, and how often `table` has named it by now."""
    name = _alike(values.get("nama"))
    count = counted[table, name] = counted.get((table, name), 0) + 1
    return name, count


def _join_measure(node: _Node, key: _MeasureKey, found: _Measure, notes: list[Note]) -> None:
    """Puts `found` under `node`; where the node has that indicator already, what both say of it together."""
    held = node.measures.setdefault(key, found)
    if held is found:
        return
    values, (places, rows) = found
    join_targets(held[0], values)
    notes.extend(
        _difference(held[0], values, part, next((where[part] for where in places if part in where), None))
        for part in _fill(held[0], values)
    )
    before, rows_before = held[1]
    node.measures[key] = (held[0], ((*before, *places), (*rows_before, *rows)))


def _fill(held: Values, values: Values) -> list[str]:
    """Adds to `held` what it lacks; the fields in which the two differ."""
    differing = []
    for name, value in values.items():
        if held.get(name) in (None, ""):
            held[name] = value
        elif value not in (None, "") and _alike(str(value)) != _alike(str(held[name])):
            differing.append(name)
    return differing


def _unit_taken(row: Row) -> Note:
    """The note that a unit stood inside the target; `row` gets the unit's place, where fields have their own."""
    place = row.places.get("target", row.places.get(""))
    if place is not None and "" not in row.places:
        row.places = {**row.places, "satuan": place}
    return Note("B03", "Satuan yang tertulis di dalam target dipindahkan ke bagian satuan.", place)


def _difference(measure: Values, values: Values, part: str, place: Location | None) -> Note:
    name, held, other = measure.get("nama"), measure[part], values[part]
    if isinstance(held, dict) and isinstance(other, dict):
        held, other = _unequal(held, other), _unequal(other, held)
    message = (
        f"Isi {part} indikator “{' '.join((name or '').split())}” berbeda di dua tempat: "
        f"“{_shown(held)}” dan “{_shown(other)}”; yang pertama dipakai."
    )
    return Note("B09", message, place, _shown(other))


def _unequal(values: Values, other: Values) -> Values:
    """The periods of `values` for which `other` says something else."""
    return {period: text for period, text in values.items() if other.get(period, text) != text}


def _shown(value: object) -> str:
    return "; ".join(f"{period}: {text}" for period, text in value.items()) if isinstance(value, dict) else str(value)


def _finish(draft: _Draft, about: Values, notes: list[Note], tabel: tuple[TabelTerbaca, ...]) -> Reading:
    _unite_repeated(draft)
    _name_nodes(draft)
    _resolve_parents(draft)
    parts: dict[str, Origin] = {}
    simpul = unchecked(Sasaran, _content(draft.nodes, "simpul", parts))
    nodes = list(_walk(draft.nodes.values()))
    waivers = list(_waivers(nodes, draft.notes))
    of_waivers = {f"pengecualian[{at}]": (each.place,) for at, each in enumerate(waivers) if each.place is not None}
    content = {**about, "simpul": simpul, "pengecualian": tuple(each.waiver for each in waivers)}
    dokumen = Dokumen.model_validate(content)
    locations = Locations(PartPlaces(parts, of_waivers), PartRows(parts))
    noticed = (*notes, *draft.notes)
    sure = {node.id: node.keyakinan for node in nodes if node.keyakinan is not None}
    pembacaan = Pembacaan(tabel=tabel, simpul=sure, tak_ditempatkan=unplaced(noticed))
    return Reading(dokumen, locations, to_findings(noticed), pembacaan=pembacaan)


def _waivers(nodes: Iterable[_Node], notes: list[Note]) -> Iterator[PlacedWaiver]:
    """The waivers of all rows, each for the node of its row; a cell that holds none is noted."""
    for node in nodes:
        for written in node.waivers:
            about = {"simpul": node.id, "indikator": written.indikator}
            items = [({**values, **about}, written.place) for values in waivers_in_cell(written.text)]
            faulty: list[Note] = []
            yield from read_waivers(items, faulty)
            if faulty:
                notes.append(waiver_in_cell_note(written.text, written.place))


def _name_nodes(draft: _Draft) -> None:
    """Gives every node an id: the given one, else its code, else one made from its text and its parent's."""
    taken: dict[str, int] = {}
    for node in draft.nodes.values():
        induk = node.values.get("induk")
        _name_node(node, induk if isinstance(induk, str) else "", taken)


def _name_node(node: _Node, parent: str, taken: dict[str, int]) -> None:
    made = node.values.get("id") or node.values.get("kode")
    if not made or made in taken:
        made = _made_id(made or "", parent, node)
    again = taken[made] = taken.get(made, 0) + 1
    node.id = made if again == 1 else f"{made}-{again}"
    for child in node.children.values():
        _name_node(child, node.values.get("pernyataan") or "", taken)


def _made_id(code: str, parent: str, node: _Node) -> str:
    """The first words of the statement (of the first indicator, if it is blank) and a digest of all that names it."""
    values = node.values
    text = values.get("pernyataan") or next((normalised(held.get("nama")) for held, _ in node.measures.values()), "")
    words = _WORD.findall((code or text).lower()[:_SLUG_LENGTH])[:_SLUG_WORDS]
    named = "\n".join((normalised(text), normalised(parent), values["tingkat"] or "", values.get("unit") or ""))
    return "-".join((*words, blake2b(named.encode(errors="replace"), digest_size=3).hexdigest()))


def _resolve_parents(draft: _Draft) -> None:
    """Lets an `induk` that is the id of a row name the node of that row."""
    for node in draft.nodes.values():
        induk = node.values.get("induk")
        parent = draft.node_of_row.get(induk) if isinstance(induk, str) else None
        if parent is not None and parent is not node and parent.id:
            node.values["induk"] = parent.id


def _content(nodes: Mapping[_Key, _Node], path: str, parts: dict[str, Origin]) -> Iterator[Values]:
    """The fields of `nodes` with all beneath them; where they come from goes to `parts`."""
    for number, node in enumerate(nodes.values()):
        here = f"{path}[{number}]"
        parts[here] = (node.places, node.rows)
        for at, (_, origin) in enumerate(node.measures.values()):
            parts[f"{here}.indikator[{at}]"] = origin
        values = node.values
        values["id"] = node.id
        values["indikator"] = unchecked(Indikator, [measure for measure, _ in node.measures.values()])
        if node.children:
            values["anak"] = unchecked(Sasaran, _content(node.children, f"{here}.anak", parts))
        yield values
