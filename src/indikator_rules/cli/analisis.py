"""`indikator analisis`: what each row says, in the labels of the labelling guide."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from indikator_rules.cli.files import read_all
from indikator_rules.cli.output import write
from indikator_rules.evaluator import evaluate
from indikator_rules.finding import Severity
from indikator_rules.model.nilai import is_kosong
from indikator_rules.ruleset import load_rules
from indikator_rules.text import labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from indikator_rules.model.dokumen import Indikator, Sasaran
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading
    from indikator_rules.ruleset import Ruleset

_SATUAN = {"U01": "kosong", "U02": "tidak_sesuai", "U04": "tidak_baku"}
_TARGET = {"T01": "tidak_terukur", "T03": "mustahil"}
"""The label that a finding of a rule means. A target that is empty gets the label of an empty one."""

Verdicts = dict[str, set[str]]
"""Codes found, by path of the indicator."""


def analisis(berkas: tuple[str, ...], *, bentuk: str, tingkat: Tingkat | None, ke: Path | None) -> int:
    """The exit code, after one object a row has been written: its `id` and the labels of its texts, unit and target."""
    readings, complete = read_all(berkas, tingkat)
    rules = load_rules().select((*_SATUAN, *_TARGET))
    rows = (row for reading in readings for row in _rows(reading, rules))
    write(_written(rows, bentuk), ke)
    return 0 if complete else 2


def _rows(reading: Reading, rules: Ruleset) -> Iterator[dict[str, Any]]:
    """One object for each row of the source; where it has no rows, for each indicator, and each node without one."""
    verdicts = _verdicts(reading, rules)
    for path, node in _nodes(reading.dokumen.simpul, "simpul"):
        for number, indikator in enumerate(node.indikator):
            yield from _objects(reading, f"{path}.indikator[{number}]", node, indikator, verdicts)
        if not node.indikator:
            yield from _objects(reading, path, node, None, verdicts)


def _nodes(nodes: tuple[Sasaran, ...], field: str) -> Iterator[tuple[str, Sasaran]]:
    for number, node in enumerate(nodes):
        path = f"{field}[{number}]"
        yield path, node
        yield from _nodes(node.anak, f"{path}.anak")


def _objects(
    reading: Reading, path: str, node: Sasaran, indikator: Indikator | None, verdicts: Verdicts
) -> Iterator[dict[str, Any]]:
    found = labels(node.pernyataan, indikator.nama if indikator else None)
    codes = verdicts.get(path, set())
    values = (
        {"u": None, "t": None} if indikator is None else {"u": _label(codes, _SATUAN), "t": _target(indikator, codes)}
    )
    for row in reading.locations.rows.get(path, (path,)):
        yield {"id": row, **found, **values}


def _label(codes: set[str], meanings: Mapping[str, str]) -> str:
    return next((label for code, label in meanings.items() if code in codes), "ok")


def _target(indikator: Indikator, codes: set[str]) -> str:
    written = indikator.target
    empty = all(map(is_kosong, written.values())) if isinstance(written, dict) else is_kosong(written)
    return "kosong" if empty else _label(codes, _TARGET)


def _verdicts(reading: Reading, rules: Ruleset) -> Verdicts:
    verdicts: Verdicts = {}
    for finding in evaluate((reading,), rules).findings:
        if finding.severity is not Severity.TANYA:
            verdicts.setdefault(finding.path, set()).add(finding.code)
    return verdicts


def _written(rows: Iterable[dict[str, Any]], bentuk: str) -> Iterator[str]:
    match bentuk:
        case "jsonl":
            yield from (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        case "json":
            yield json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n"
        case _:
            yield from (_readable(row) for row in rows)


def _readable(row: dict[str, Any]) -> str:
    said = (f"  {key:9}{_spoken(value)}" for key, value in row.items() if key != "id" and value is not None)
    return "\n".join((str(row["id"]), *said, ""))


def _spoken(value: object) -> str:
    match value:
        case True:
            return "ya"
        case False:
            return "tidak"
        case _:
            return str(value)
