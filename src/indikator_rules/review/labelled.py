"""Labelled rows: what a careful evaluator says of a row, and what that means for a rule.

Which label speaks for which rule stands in rules/label.yaml, so that a new label needs no code.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from indikator_rules.bundled import bundled
from indikator_rules.errors import DocumentError
from indikator_rules.model.dokumen import Dokumen, Indikator
from indikator_rules.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Row = dict[str, Any]
_DOCUMENT_FIELDS = ("instansi", "jenis_instansi", "kolom")
_INDICATOR_FIELDS = tuple(Indikator.model_fields.keys() - {"nama", "kode"})


@dataclass(frozen=True, slots=True)
class Criterion:
    """Which values of a label mean a fault that the rule `kode` should find.

    A value in `ragu` says neither yes nor no. `juga` are further rules whose finding shows that the fault was seen.
    `bidang` are the fields that the label speaks about, `tingkat` the levels it is used at: all when empty.
    """

    kode: str
    label: str
    bidang: tuple[str, ...]
    salah: tuple[Any, ...]
    ragu: tuple[Any, ...] = ()
    juga: tuple[str, ...] = ()
    tingkat: tuple[str, ...] = ()

    def fault(self, row: Row) -> bool | None:
        """Whether the label of `row` means a fault; None when it says neither yes nor no."""
        value = row["label"].get(self.label)
        if self.tingkat and row["tingkat"] not in self.tingkat:
            return None
        return None if value is None or value in self.ragu else value in self.salah


def criteria() -> tuple[Criterion, ...]:
    """The criteria that labels speak of, in the order of the table."""
    table = yaml.safe_load(bundled("rules").joinpath("label.yaml").read_text(encoding="utf-8"))
    return tuple(
        Criterion(
            kode,
            entry["label"],
            bidang=tuple(table["label"][entry["label"]]),
            **{name: tuple(values) for name, values in entry.items() if name != "label"},
        )
        for kode, entry in table["aturan"].items()
    )


def read_labelled(file: Path) -> tuple[list[Row], int]:
    """The rows with a label in a JSONL file, and how many rows have none or are marked as garbled.

    Raises `DocumentError` when the file cannot be read, a line is no row, or no row has a label.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"{file}: tidak dapat dibaca; periksa nama berkas dan pengodeannya (UTF-8).") from error
    rows = [_row(line, file, number) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    labelled = [row for row in rows if row["label"] and not row["label"].get("rusak")]
    if not labelled:
        raise DocumentError(f"{file}: tidak ada baris berlabel; setiap baris memerlukan “label”.")
    return labelled, len(rows) - len(labelled)


def _row(line: str, file: Path, number: int) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DocumentError(f"{file}, baris {number}: bukan JSON; perbaiki atau hapus baris itu.") from error
    if not isinstance(row, dict) or not isinstance(row.get("label") or {}, dict):
        raise DocumentError(f"{file}, baris {number}: bukan baris berlabel; tulis satu objek JSON dengan “label”.")
    row = {"id": f"baris {number}", **row, "label": row.get("label"), "tingkat": row.get("tingkat", row.get("level"))}
    try:
        as_documents(row)
    except ValueError as error:
        raise DocumentError(f"{file}, baris {number}: isinya tidak sesuai bentuk baris; periksa tingkatnya.") from error
    return row


def read_corpus() -> Iterator[tuple[str, Row, bool]]:
    """The shipped labelled rows (or trees, or sets of documents): the code of a rule, the row, whether it is faulty."""
    files = (file for file in bundled("corpus").joinpath("berlabel").iterdir() if file.name.endswith(".yaml"))
    for file in sorted(files, key=lambda file: file.name):
        labelled = yaml.safe_load(file.read_text(encoding="utf-8"))
        for word, fault in (("salah", True), ("benar", False)):
            yield from ((labelled["aturan"], row, fault) for row in labelled[word])


def as_documents(row: Row) -> tuple[Reading, ...]:
    """The documents that a row stands for: those it holds, itself when it is a tree, else a node with its indicator."""
    if "dokumen" in row:
        return tuple(_reading(document) for document in row["dokumen"])
    if "simpul" in row:
        return (_reading(row),)
    node: dict[str, Any] = {"tingkat": row["tingkat"], "pernyataan": row.get("sasaran"), "induk": row.get("induk")}
    if row.get("indikator"):
        fields = {name: row[name] for name in _INDICATOR_FIELDS if name in row}
        node["indikator"] = [{"nama": row["indikator"], **fields}]
    return (_reading({**{name: row[name] for name in _DOCUMENT_FIELDS if name in row}, "simpul": [node]}),)


def _reading(document: Row) -> Reading:
    return Reading(Dokumen.model_validate({"instansi": "Contoh", **document}))
