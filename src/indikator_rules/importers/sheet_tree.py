"""From the boxes of a sheet to rows: cascades laid out sideways, in boxes of merged cells or small tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from indikator_rules.importers.box_text import (
    FIELDS,
    ITEM,
    clean,
    is_grade,
    is_measured,
    label_of,
    level_of,
    read_box,
    take_value,
)
from indikator_rules.importers.columns import Column, read_column
from indikator_rules.importers.headings import Heading, exact_role, read_heading
from indikator_rules.importers.notes import Note
from indikator_rules.importers.records import split_several
from indikator_rules.importers.rows import Row, Statement
from indikator_rules.importers.shape import shape_of
from indikator_rules.importers.sheet_boxes import MAX_BOXES, Boxes, runs
from indikator_rules.importers.sheet_nodes import Node, code_before, enumerator, find_parents, numbers, path_numbers
from indikator_rules.importers.table_rows import skipped, table_rows, unread_columns
from indikator_rules.importers.tables import find_tables
from indikator_rules.importers.words import fold
from indikator_rules.istilah import bundled_istilah
from indikator_rules.model.nilai import read_nilai
from indikator_rules.model.pembacaan import Keyakinan
from indikator_rules.text import analyse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indikator_rules.importers.box_text import Said
    from indikator_rules.importers.cells import Grid
    from indikator_rules.importers.looks import Spot
    from indikator_rules.importers.sheet_boxes import Box
    from indikator_rules.importers.sheet_nodes import Measure
    from indikator_rules.importers.tables import Table
    from indikator_rules.model.tingkat import Tingkat

_QUANTITY = re.compile(r"[<>≤≥±]?\s*(?!(?:19|20)\d\d$)\d[\d.,/-]*\s*(?:%|[^\W\d][\w/ %.]{0,24})?")
_TITLE_ROWS = 4
_MOST_ROWS = 2_000
_LONGEST_UNIT = 24
_UNPLACED = "Isi sel ini tidak dapat ditempatkan dalam pohon kinerja dan tidak dibaca."
_UNKNOWN_LEVEL = "Tingkat sebagian kotak pada lembar ini tidak dapat ditentukan."
_LEVEL_UNKNOWN = Keyakinan(derajat="rendah", sebab="tingkatnya tidak disebut")
_BY_COLOUR = Keyakinan(derajat="sedang", sebab="tingkat ditunjukkan oleh warna kotaknya")
_BY_NEIGHBOURS = Keyakinan(derajat="sedang", sebab="tingkat disimpulkan dari kotak lain yang sebaris atau sewarna")
_WITHOUT_MEASURE = frozenset({"kondisi", "aktif", "administratif", "masalah"})
"""The forms in which statements open and indicators do not."""


@dataclass(slots=True)
class _Headed:
    """What the headings over or beside a box say of it."""

    column: Column
    level: Tingkat | None = None
    number: str = ""
    above: tuple[str, ...] = ()
    """The headings right above it, which hold for the boxes below it too."""


@dataclass(slots=True)
class _Tree:
    """A sheet under reading: what its boxes say, and what has been placed so far, by the identity of the box."""

    held: Boxes
    notes: list[Note] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    said: dict[int, Said] = field(default_factory=dict)
    above: dict[int, tuple[str, ...]] = field(default_factory=dict)
    owner: dict[int, Node] = field(default_factory=dict)
    joined: dict[int, Box] = field(default_factory=dict)
    """The box to which a line leads from one further down."""
    measures: dict[int, list[Measure]] = field(default_factory=dict)


@dataclass(slots=True)
class _SmallTable:
    """A table among boxes: the first of its headings, its rows and its boxes."""

    first: Box
    right: int
    rows: list[Row]
    boxes: list[Box]


def is_sideways(grid: Grid) -> bool:
    """Whether a sheet holds boxes, or tables side by side, rather than tables one below the other."""
    if len(grid) > _MOST_ROWS:
        return False
    measuring = [table for table in find_tables(grid) if table.measures]
    if not measuring:
        return any(cell.merge for row in grid for cell in row) and _names_indicators(grid)
    return any(
        _begins_anew(table.columns) or _stands_under_box(table) or _is_paired_by_colour(table) for table in measuring
    )


def _names_indicators(grid: Grid) -> bool:
    """Whether some cell is, or opens with, a heading of indicators, or statements have them below or beside."""
    labels = [label for cells in grid for cell in cells for line in _paragraphs(cell.own) if (label := label_of(line))]
    if any(read_column((label.name,)).role == "nama" for label in labels):
        return True
    pairs = [
        (near, cell.own)
        for row, cells in enumerate(grid)
        for column, cell in enumerate(cells)
        if cell.own
        for near in (
            grid[row - 1][column].text if row and column < len(grid[row - 1]) else "",
            cells[column - 1].text if column else "",
        )
        if near
    ]
    stated = [pair for pair in pairs if is_measured(pair[1]) and _states(pair[0])]
    return len(stated) > 1 or (bool(stated) and any(level_of(label.name) for label in labels))


def _states(text: str) -> bool:
    """Whether `text` opens as a statement does, and no indicator."""
    return analyse(code_before(text)[1]).bentuk in _WITHOUT_MEASURE


def _begins_anew(columns: Sequence[Column]) -> bool:
    """Whether the headings of a table come again further right, for statements of the same level."""
    names = [at for at, column in enumerate(columns) if column.role == "nama"]
    for first, second in pairwise(names):
        between = columns[first + 1 : second]
        levels = {column.levels for column in columns[:first] if column.role == "pernyataan"}
        statements = [column.levels for column in between if column.role == "pernyataan"]
        if (
            columns[first].levels == columns[second].levels
            and any(column.role in FIELDS or column.period for column in between)
            and (not statements or set(statements) <= levels)
        ):
            return True
    return False


def _is_paired_by_colour(table: Table) -> bool:
    """Whether statements stand anyhow beside those of the level above and take the colour of the one they belong to."""
    columns = [at for at, column in enumerate(table.columns) if column.role == "pernyataan"]
    for upper, lower in pairwise(columns):
        above = [row[upper] for row in table.rows if row.own[upper]]
        below = [row[lower] for row in table.rows if row.own[lower]]
        outside = any(row.own[lower] and not row.texts[upper] for row in table.rows)
        fills = {cell.look.fill for cell in above}
        paired = bool(below) and all(cell.look.fill in fills for cell in below)
        if outside and paired and len(fills) == len(above) > 1 and "" not in fills:
            return True
    return False


def _stands_under_box(table: Table) -> bool:
    """Whether a table without statements stands under a box that names its level."""
    if any(column.role == "pernyataan" for column in table.columns):
        return False
    titles = [cell.own for row in table.titles[-_TITLE_ROWS:] for cell in row if cell.own]
    labels = [label for title in titles if (label := label_of(title)) is not None and not label.rest]
    return any(level_of(label.name) is not None for label in labels)


def sheet_rows(
    grid: Grid, number: int, tahun: str | None, notes: list[Note], lines: Sequence[tuple[Spot, Spot]] = ()
) -> list[Row]:
    """The rows that the boxes of `grid` state, parents before children; none if they state no indicator.

    `lines` join boxes, by their first cells, the upper one first.
    """
    tree = _Tree(Boxes(grid))
    if len(tree.held.all) > MAX_BOXES:
        return []
    for upper, lower in lines:
        above, below = tree.held.at(*upper), tree.held.at(*lower)
        if above is not None and below is not None:
            tree.joined.setdefault(id(below), above)
    tables = list(_small_tables(grid, tree, number, tahun))
    for table in tables:
        _open_nodes(tree, table)
    taken = {id(box) for table in tables for box in table.boxes}
    free = [box for box in tree.held.all if id(box) not in taken and box.label is None and not box.post]
    for box in free:
        _read(tree, box)
    for table in tables:
        _give_to_statement_above(tree, table)
    strangers = [box for box in free if not _place(tree, box)]
    if not any(node.measures for node in tree.nodes):
        return []
    _tell_levels(tree)
    strangers += _drop_bare(tree)
    notes += [
        *tree.notes,
        *(Note("B15", _UNPLACED, box.cell.place, box.text) for box in strangers if not _is_title(box, tree)),
    ]
    for node in tree.nodes:
        node.parent = node.parent or _joined_owner(tree, node.box)
    notes += find_parents(tree.nodes)
    return list(_rows(tree, number, notes))


def _rows(tree: _Tree, number: int, notes: list[Note]) -> Iterator[Row]:
    for node in sorted(tree.nodes, key=lambda node: (len(node.path), node.block, node.box.top, node.box.left)):
        node.statement.values["tingkat"] = node.level
        node.statement.keyakinan = _LEVEL_UNKNOWN if node.level is None else node.sure
        if node.level is None:
            notes.append(Note("B06", _UNKNOWN_LEVEL, node.box.cell.place))
        for values, places in node.measures or ((None, {}),):
            yield Row(tuple(step.statement for step in node.path), values, places, table=number)


def _small_tables(grid: Grid, tree: _Tree, number: int, tahun: str | None) -> Iterator[_SmallTable]:
    for run in runs(tree.held):
        roles = {read_column((box.label.name,)).role for box in run if box.label}
        if len(roles) < 2 or roles.isdisjoint({"nama", "anggaran"}):
            continue
        left, right = run[0].left, max(box.right for box in run)
        top = min(_top_of(box, tree.held, left, right) for box in run)
        bottom = _end_of(max(box.bottom for box in run) + 1, left, right, tree.held, len(grid))
        table = next(find_tables([row[left : right + 1] for row in grid[top:bottom]]), None)
        if table is None or not table.rows:
            continue
        boxes = [box for box in tree.held.all if top <= box.top < bottom and left <= box.left <= right]
        if table.measures:
            shape = shape_of(table.columns, tahun)
            tree.notes.extend(unread_columns(table, shape))
            yield _SmallTable(run[0], right, list(table_rows(table, shape, number, tree.notes)), boxes)
        else:
            tree.notes.append(skipped(table))
            yield _SmallTable(run[0], right, [], boxes)


def _top_of(box: Box, held: Boxes, left: int, right: int) -> int:
    """The first row of the headings that stand on `box` and reach no further than its table."""
    top = box.top
    for above in held.climb(box):
        if above.label is None or above.left < left or above.right > right or _has_text_beside(above, held, right):
            break
        if _heads_statements(above.label.name) and above.left == left and above.right == right:
            break
        top = above.top
    return top


def _heads_statements(label: str) -> bool:
    return read_column((label,)).role == "pernyataan" or level_of(label) is not None


def _has_text_beside(label: Box, held: Boxes, right: int) -> bool:
    """Whether a text and no heading stands to the right of a label, over the same table: its code stands before it."""
    beside = (held.at(label.top, column) for column in range(label.right + 1, right + 1))
    return any(box is not None and box.label is None for box in beside)


def _end_of(start: int, left: int, right: int, held: Boxes, height: int) -> int:
    """The row before which a table ends: a blank one, one of other headings, or one of a box that reaches beyond."""
    for row in range(start, height):
        found = {id(box): box for column in range(left, right + 1) if (box := held.at(row, column)) is not None}
        headings = [box for box in found.values() if box.label is not None]
        beyond = [box for box in found.values() if box.left < left or box.right > right]
        if not found or beyond or len(headings) > 1 or any(box.post for box in found.values()):
            return row
    return height


def _open_nodes(tree: _Tree, table: _SmallTable) -> None:
    """Makes nodes of the statements in `table` and gives them its indicators."""
    boxes = {box.cell.place: box for box in table.boxes}
    known: dict[int, Node] = {}
    for row in table.rows:
        above: Node | None = None
        for statement in row.path:
            box = boxes.get(statement.places.get("pernyataan", table.first.cell.place))
            if box is None or not statement.values.get("pernyataan"):
                continue
            node = known.get(id(statement))
            if node is None:
                headed = _level_over(tree, table.first)
                node = Node(statement, box, statement.values.get("tingkat") or headed, parent=above)
                node.left, node.right = table.first.left, table.right
                node.block = (table.first.top, table.first.left)
                node.fill, node.number = box.cell.look.fill, numbers(str(statement.values.get("kode", "")))
                _take_post(tree, node, table.first)
                known[id(statement)] = node
                tree.nodes.append(node)
            above = node
        if above is not None and row.indikator is not None:
            above.measures.append((row.indikator, dict(row.places)))


def _give_to_statement_above(tree: _Tree, table: _SmallTable) -> None:
    """Gives the indicators of a table that names no statements to the one it stands under."""
    nameless = [
        (row.indikator, dict(row.places))
        for row in table.rows
        if row.indikator and not any(step.values.get("pernyataan") for step in row.path)
    ]
    if not nameless:
        return
    owner = next((tree.owner[id(box)] for box in tree.held.climb(table.first) if id(box) in tree.owner), None)
    owner = owner or _nearest_above(tree, table.first)
    if owner is None:
        return
    owner.left, owner.right = min(owner.left, table.first.left), max(owner.right, table.right)
    owner.measures += nameless


def _read(tree: _Tree, box: Box) -> None:
    """Works out what `box` says; a statement becomes a node."""
    headed = _headed(tree, box)
    if headed.above:
        tree.above[id(box)] = headed.above
    said = tree.said[id(box)] = _said(tree, box, headed)
    place = box.cell.place
    if said.statement:
        code, text = code_before(said.statement)
        values = {"pernyataan": text, **said.values, **({"kode": code} if code else {})}
        node = Node(Statement(values, {"pernyataan": place}), box, said.level or headed.level)
        node.number = path_numbers(box.path, numbers(code or said.number or headed.number or enumerator(box.text)))
        node.left, node.right, node.fill = box.left, box.right, _fill_of(tree, box)
        node.block = (box.top, box.left)
        _take_post(tree, node, box)
        tree.nodes.append(node)
        tree.owner[id(box)] = node
    measures: list[Measure] = []
    for indicator in said.indicators:
        code, name = code_before(indicator["nama"])
        indicator["nama"] = name
        if code:
            indicator.setdefault("kode", code)
        measures.append((indicator, dict.fromkeys(indicator, place)))
    if measures:
        tree.measures[id(box)] = measures


def _said(tree: _Tree, box: Box, headed: _Headed) -> Said:
    """What `box` says, by the headings that stand over or beside it, else by its own words."""
    text, role = box.text, headed.column.role
    label = label_of(text)
    if role in FIELDS and label is not None and label.rest:
        return read_box([(False, text)])
    if role in FIELDS and role not in {"unit", "jabatan"}:
        said = read_box([])
        said.loose[role] = {headed.column.period: text} if role == "target" and headed.column.period else text
        return said
    if role == "nama" and _is_value(text) and _measures_beside(tree, box):
        role = ""
    if role == "nama" and not label_of(text):
        said = read_box([])
        said.indicators = [{"nama": clean(part)} for part in split_several(text)]
        for indicator in said.indicators:
            take_value(indicator)
        return said
    if not role and (field_name := "target" if _is_value(text) else "satuan" if _is_unit(tree, box) else ""):
        said = read_box([])
        said.loose[field_name] = text
        return said
    said = read_box((False, paragraph) for paragraph in _paragraphs(text))
    if said.indicators and not said.statement and _is_total(text):
        said.indicators.clear()
    if not role and said.statement and not said.indicators and said.level is None and _continues(tree, box, said):
        said.indicators, said.statement = [{"nama": said.statement}], ""
    if role == "pernyataan" and not said.statement and said.indicators and not label_of(text):
        said.statement = said.indicators.pop(0)["nama"]
    return said


def _continues(tree: _Tree, box: Box, said: Said) -> bool:
    """Whether a box without a heading or a measure lists an indicator of the statement it stands right under."""
    above = tree.held.above(box)
    if above is None or (above.left, above.right) != (box.left, box.right):
        return False
    owner = tree.owner.get(id(above))
    listed = owner is not None and (owner.level is not None or _states(above.text))
    return (listed or id(above) in tree.measures) and not _states(said.statement) and box.cell.look.fill == ""


def _is_total(text: str) -> bool:
    """Whether `text` only heads a sum: "Jumlah", "Total Anggaran"."""
    folded = fold(text)
    words = bundled_istilah("awal-jumlah").persis
    return any(folded == word or exact_role(folded.removeprefix(f"{word} ")) == "anggaran" for word in words)


def _is_value(text: str) -> bool:
    counted = _QUANTITY.fullmatch(text) is not None and not code_before(text)[0]
    return counted or is_grade(text) or read_nilai(text).jenis in {"rasio", "batas"}


def _is_unit(tree: _Tree, box: Box) -> bool:
    """Whether a box holds the unit of the value that stands right before it."""
    before = tree.held.before(box)
    value = before is not None and before.label is None and _is_value(before.text)
    return value and len(box.text) <= _LONGEST_UNIT and not any(map(str.isdigit, box.text))


def _paragraphs(text: str) -> list[str]:
    """The lines of a cell; one that begins in lower case goes on with the line before."""
    found: list[str] = []
    for line in filter(None, (" ".join(line.split()) for line in text.splitlines())):
        if found and line[0].islower() and not ITEM.match(line) and label_of(line) is None:
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def _headed(tree: _Tree, box: Box) -> _Headed:
    """The headings that hold for `box`: those touching it from the left or above, else the one of its row or column."""
    left, above = _labels_left(tree.held, box), _labels_above(tree, box)
    row, over = tree.held.row_label(box), tree.held.column_label(box)
    margin = [found for found in (row, over) if found is not None]
    near = [found for found in (*left, row) if found is not None]
    named = [*sorted(near, key=_is_general), *(found for found in tree.held.climb(box) if found.label), *margin]
    levels = [level for found in named if (level := _level(found)) is not None]
    if left and left[0].label and read_column((left[0].label.name,)).role in {"nama", *FIELDS}:
        names = [found.label.name for found in reversed(left) if found.label]
        return _Headed(read_column(tuple(names)), *_first(levels), left[0].label.number)
    if above:
        column = read_column(above)
        number = next((found.label.number for found in tree.held.climb(box) if found.label), "")
        if column.role == "pernyataan" and _is_one_of_several(tree.held, box):
            column = replace(column, role="")
        return _Headed(column, column.levels[0] if len(column.levels) == 1 else _first(levels)[0], number, above)
    if over is not None and over.label and (over.left, over.right) == (box.left, box.right):
        column = read_column((over.label.name,))
        if column.role in FIELDS:
            return _Headed(column, *_first(levels))
    touching = next((found for found in left if found.label), None)
    margins = [found for found in margin if found.label and read_column((found.label.name,)).role in {"nama", *FIELDS}]
    if touching is None and margins and margins[0].label and not _is_chart_column(margins[0], box):
        return _Headed(read_column((margins[0].label.name,)), *_first(levels))
    role = "pernyataan" if touching is not None and _level(touching) is not None else ""
    number = touching.label.number if touching is not None and touching.label else ""
    return _Headed(Column(role), *_first(levels), number)


def _is_chart_column(label: Box, box: Box) -> bool:
    """Whether the heading stands over the columns of `box` rather than at the margin of its rows."""
    return label.bottom < box.top


def _first(levels: Sequence[Tingkat]) -> tuple[Tingkat | None]:
    return (levels[0] if levels else None,)


def _level(box: Box) -> Tingkat | None:
    return box.post if box.label is None else level_of(box.label.name)


def _is_one_of_several(held: Boxes, box: Box) -> bool:
    """Whether `box` is an indicator or a value beside a statement, all of them under one wider heading."""
    above = held.above(box)
    wider = above is not None and above.label is not None and above.right - above.left > box.right - box.left
    return wider and (is_measured(box.text) or _is_value(box.text))


def _is_general(box: Box) -> bool:
    """Whether a heading names statements of any level, as "Sasaran" does beside one that says which."""
    heading = Heading() if box.label is None else read_heading(box.label.name)
    return heading.role == "pernyataan" and not heading.levels


def _labels_left(held: Boxes, box: Box) -> list[Box]:
    """The headings that touch `box` from the left, one beside the other, the nearest first."""
    found: list[Box] = []
    left = held.before(box)
    while left is not None and (left.label is not None or left.post) and left.top <= box.top <= left.bottom:
        below = held.below(left)
        if below is not None and below.label is None and not below.post and below.left == left.left and not found:
            return []
        found.append(left)
        left = held.before(left)
    return found


def _labels_above(tree: _Tree, box: Box) -> tuple[str, ...]:
    """The headings right above `box`, outermost first; below a box of a list, those of the list."""
    names: list[str] = []
    for above in tree.held.climb(box):
        if above.label is None:
            inherited = tree.above.get(id(above), ()) if not names and above.left == box.left else ()
            goes_on = read_column(inherited).role in {"nama", *FIELDS} if inherited else False
            return inherited if goes_on else tuple(names)
        names.insert(0, above.label.name)
    return tuple(names)


def _place(tree: _Tree, box: Box) -> bool:
    """Gives what `box` says of indicators to the statement they measure; whether it found one or needed none."""
    said = tree.said[id(box)]
    measures = tree.measures.get(id(box), [])
    owner = tree.owner.get(id(box)) or _owner(tree, box)
    if said.loose and not _give_values(tree, box, said.loose):
        return bool(measures) and owner is not None
    if owner is not None and (measures or said.loose):
        owner.left, owner.right = min(owner.left, box.left), max(owner.right, box.right)
        owner.measures += measures
        tree.owner.setdefault(id(box), owner)
    return owner is not None or bool(said.statement)


def _owner(tree: _Tree, box: Box) -> Node | None:
    """The statement that a line leads to, above or beside `box`, the one its code names, or the nearest above it."""
    if id(box) in tree.joined and (joined := _joined_owner(tree, box)) is not None:
        return joined
    for above in tree.held.climb(box):
        if id(above) in tree.owner:
            return tree.owner[id(above)]
    left = tree.held.before(box)
    while left is not None:
        if id(left) in tree.owner:
            return tree.owner[id(left)]
        left = tree.held.before(left)
    if (joined := _joined_owner(tree, box)) is not None:
        return joined
    codes = [numbers(str(values.get("kode", ""))) for values, _ in tree.measures.get(id(box), [])]
    named = [node for node in tree.nodes if codes and node.number and node.number == codes[0][:-1]]
    if len(named) == 1:
        return named[0]
    return _nearest_above(tree, box) if id(box) in tree.above or label_of(_paragraphs(box.text)[0]) else None


def _joined_owner(tree: _Tree, box: Box) -> Node | None:
    """The statement to which a line leads from `box`, or from what stands on it."""
    upper = next((tree.joined[id(each)] for each in (box, *tree.held.climb(box)) if id(each) in tree.joined), None)
    passed: set[int] = set()
    while upper is not None and id(upper) not in tree.owner and id(upper) not in passed:
        passed.add(id(upper))
        upper = tree.held.below(upper) if upper.label is not None else tree.joined.get(id(upper))
    return None if upper is None else tree.owner.get(id(upper))


def _nearest_above(tree: _Tree, box: Box) -> Node | None:
    above = [node for node in tree.nodes if node.box.bottom < box.top and node.box.in_line(box)]
    return max(above, key=lambda node: node.box.bottom, default=None)


def _give_values(tree: _Tree, box: Box, loose: dict[str, Any]) -> bool:
    """Adds the values in `box` to the indicators beside it, else above it; whether there were any."""
    measures = _measures_beside(tree, box) or next(
        (tree.measures[id(above)] for above in tree.held.climb(box) if id(above) in tree.measures), None
    )
    if not measures:
        return False
    for field_name, value in loose.items():
        parts = split_several(value) if isinstance(value, str) and len(measures) > 1 else []
        shares = parts if len(parts) == len(measures) else [value] * len(measures)
        for (values, places), share in zip(measures, shares, strict=True):
            if isinstance(share, dict) and isinstance(values.get(field_name), dict):
                values[field_name] |= share
            else:
                values.setdefault(field_name, share)
            places.setdefault(field_name, box.cell.place)
    return True


def _measures_beside(tree: _Tree, box: Box) -> list[Measure] | None:
    left = tree.held.before(box)
    while left is not None:
        if id(left) in tree.measures:
            return tree.measures[id(left)]
        owner = tree.owner.get(id(left))
        left = None if owner is not None and owner.box is left else tree.held.before(left)
    return None


def _fill_of(tree: _Tree, box: Box) -> str:
    """The colour of a statement's box, or else of the heading on it."""
    above = tree.held.above(box)
    return box.cell.look.fill or (above.cell.look.fill if above is not None and above.label else "")


def _level_over(tree: _Tree, box: Box) -> Tingkat | None:
    return next((level for above in _headings_over(tree, box) if (level := _level(above))), None)


def _headings_over(tree: _Tree, box: Box) -> Iterator[Box]:
    for above in tree.held.climb(box):
        if above.label is None and not above.post:
            return
        yield above


def _take_post(tree: _Tree, node: Node, box: Box) -> None:
    """Adds the post that heads the box, or stands beside it, to the statement."""
    found = [above for above in _headings_over(tree, box) if above.post]
    beside = tree.held.before(box)
    found += [beside] if beside is not None and beside.post else []
    if found:
        node.level = node.level or found[0].post
        node.statement.values.setdefault("jabatan", " ".join(found[0].text.split()))
        node.statement.places = {"jabatan": found[0].cell.place, **node.statement.places}


def _tell_levels(tree: _Tree) -> None:
    """Fills levels that no heading tells: by the colours of a legend, by the boxes in the same row or colour."""
    colours: dict[str, Tingkat] = {}
    for box in tree.held.all:
        level = None if box.label is None else level_of(box.label.name)
        below = tree.held.below(box)
        fill = tree.held.legend.get(id(box), box.cell.look.fill)
        if level is not None and fill and (below is None or below.label is not None):
            colours.setdefault(fill, level)
    for node in tree.nodes:
        if node.level is None and (level := colours.get(node.fill)) is not None:
            node.level, node.sure = level, _BY_COLOUR
    for node in [node for node in tree.nodes if node.level is None]:
        alike = [other for other in tree.nodes if other.level and other.box.top == node.box.top]
        alike = alike or [other for other in tree.nodes if other.level and node.fill and other.fill == node.fill]
        levels = {other.level for other in alike}
        node.level, node.sure = levels.pop() if len(levels) == 1 else None, _BY_NEIGHBOURS


def _drop_bare(tree: _Tree) -> list[Box]:
    """Leaves out the texts that neither have an indicator nor a level; their boxes."""
    bare = [node for node in tree.nodes if not node.measures and node.level is None and not node.number]
    tree.nodes = [node for node in tree.nodes if node not in bare]
    return [node.box for node in bare]


def _is_title(box: Box, tree: _Tree) -> bool:
    """Whether a text stands above all that was read."""
    return box.bottom < min(node.box.top for node in tree.nodes)
