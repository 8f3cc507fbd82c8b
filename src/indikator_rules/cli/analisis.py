"""`indikator analisis`: what each row says, in the labels of the labelling guide."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from indikator_rules.cli.files import read_all
from indikator_rules.cli.output import write
from indikator_rules.evaluator import evaluate
from indikator_rules.finding import Severity
from indikator_rules.model.nilai import is_kosong
from indikator_rules.ruleset import load_rules
from indikator_rules.text import analyse, labels, readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from indikator_rules.importers import Peta
    from indikator_rules.model.dokumen import Indikator, Sasaran
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading
    from indikator_rules.ruleset import Ruleset

_SATUAN = {"U01": "kosong", "U02": "tidak_sesuai", "U04": "tidak_baku"}
_TARGET = {"T01": "tidak_terukur", "T03": "mustahil"}
"""The label that a finding of a rule means. A target that is empty gets the label of an empty one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its texts, and the codes of the rules that found a fault in its unit or target."""

    id: str
    sasaran: str | None
    indikator: Indikator | None
    codes: frozenset[str]


def analisis(
    berkas: tuple[str, ...], *, bentuk: str, tingkat: Tingkat | None, peta: Peta | None, ke: Path | None
) -> int:
    """The exit code, after the analysis has been written: in `jsonl` the labels of each row, else all of it."""
    readings, complete = read_all(berkas, tingkat, peta=peta)
    rules = load_rules().select((*_SATUAN, *_TARGET))
    rows = (row for reading in readings for row in _rows(reading, rules))
    write(_written(rows, bentuk), ke)
    return 0 if complete else 2


def _rows(reading: Reading, rules: Ruleset) -> Iterator[Row]:
    """The rows of the source; where it has no rows, the indicators, and the nodes without one."""
    verdicts = _verdicts(reading, rules)
    for path, node in _nodes(reading.dokumen.simpul, "simpul"):
        for number, indikator in enumerate(node.indikator):
            place = f"{path}.indikator[{number}]"
            for row in reading.locations.rows.get(place, (place,)):
                yield Row(row, node.pernyataan, indikator, verdicts.get(place, frozenset()))
        for row in () if node.indikator else reading.locations.rows.get(path, (path,)):
            yield Row(row, node.pernyataan, None, frozenset())


def _nodes(nodes: tuple[Sasaran, ...], field: str) -> Iterator[tuple[str, Sasaran]]:
    for number, node in enumerate(nodes):
        path = f"{field}[{number}]"
        yield path, node
        yield from _nodes(node.anak, f"{path}.anak")


def _verdicts(reading: Reading, rules: Ruleset) -> dict[str, frozenset[str]]:
    """The codes found, by path of the indicator; questions are no verdicts."""
    verdicts: dict[str, frozenset[str]] = {}
    for finding in evaluate((reading,), rules).findings:
        if finding.severity is not Severity.TANYA:
            verdicts[finding.path] = verdicts.get(finding.path, frozenset()) | {finding.code}
    return verdicts


def _labels(row: Row) -> dict[str, Any]:
    indikator = row.indikator
    if indikator is None:
        return {"id": row.id, **labels(row.sasaran, None), "u": None, "t": None}
    values = {"u": _label(row.codes, _SATUAN), "t": _target(indikator, row.codes)}
    return {"id": row.id, **labels(row.sasaran, indikator.nama), **values}


def _label(codes: frozenset[str], meanings: Mapping[str, str]) -> str:
    return next((label for code, label in meanings.items() if code in codes), "ok")


def _target(indikator: Indikator, codes: frozenset[str]) -> str:
    written = indikator.target
    empty = all(map(is_kosong, written.values())) if isinstance(written, dict) else is_kosong(written)
    return "kosong" if empty else _label(codes, _TARGET)


def _analyses(row: Row) -> dict[str, dict[str, Any]]:
    """The whole analysis of each text of the row."""
    texts = {"sasaran": row.sasaran, "indikator": None if row.indikator is None else row.indikator.nama}
    return {field: readable(analyse(text)) for field, text in texts.items() if text}


def _written(rows: Iterable[Row], bentuk: str) -> Iterator[str]:
    match bentuk:
        case "jsonl":
            yield from (json.dumps(_labels(row), ensure_ascii=False) + "\n" for row in rows)
        case "json":
            whole = [_labels(row) | {"teks": _analyses(row)} for row in rows]
            yield json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
        case _:
            yield from (_page(row) for row in rows)


def _page(row: Row) -> str:
    """A row as a reader sees it: each text with its fields and its words, then the labels."""
    lines = [row.id]
    for field, analysis in _analyses(row).items():
        lines.append(f"  {field} “{analysis['isi']}”")
        lines += (f"    {name:18} {said}" for name, value in analysis.items() if (said := _said(name, value)))
        lines += (f"      {_word(kata)}" for kata in analysis["kata"])
    given = (f"{key} {_plain(value)}" for key, value in _labels(row).items() if key != "id" and value is not None)
    return "\n".join((*lines, f"  label {', '.join(given)}", "", ""))


def _said(name: str, value: object) -> str:
    return "" if name in {"isi", "kata"} or value in (None, [], "") else _plain(value)


def _word(kata: dict[str, Any]) -> str:
    affixes = "-".join(part for part in (kata["awalan"], kata["akar"], kata["akhiran"], kata["klitik"]) if part)
    meant = f" (ejaan: {kata['ejaan']})" if kata["ejaan"] else ""
    return f"{kata['tulisan']:24} {kata['kelas']:10} {affixes}{meant}"


def _plain(value: object) -> str:
    match value:
        case True:
            return "ya"
        case False:
            return "tidak"
        case {"tulisan": written}:
            return f"“{written}”"
        case list():
            return ", ".join(map(_plain, value))
        case _:
            return str(value)
