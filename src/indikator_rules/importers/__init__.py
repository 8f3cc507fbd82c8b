"""From files to documents: `read_file` picks the importer by what the file holds."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from indikator_rules.importers.files import SUFFIXES, file_kind
from indikator_rules.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indikator_rules.model.tingkat import Tingkat

__all__ = ["SUFFIXES", "Reading", "read_file"]


def read_file(path: str | Path, *, tingkat: Tingkat | None = None) -> tuple[Reading, ...]:
    """The documents in `path`: one, or in a file of rows one per instansi in order of first appearance.

    `tingkat` is the level of statements for which the file names none. Raises DocumentError for a file that is absent,
    damaged, protected, of an unknown kind, too large, or without any indicator.
    """
    path = Path(path)
    match file_kind(path):
        case "yaml":
            from indikator_rules.importers.from_yaml import from_yaml as read
        case "json":
            from indikator_rules.importers.from_json import from_json as read
        case "jsonl":
            from indikator_rules.importers.from_jsonl import from_jsonl as read
        case "csv":
            from indikator_rules.importers.from_csv import from_csv as read
        case "xlsx":
            from indikator_rules.importers.from_xlsx import from_xlsx as read
        case "pdf":
            from indikator_rules.importers.from_pdf import from_pdf as read
        case _:
            from indikator_rules.importers.from_docx import from_docx as read
    with _collector_resting():
        return read(path, tingkat=tingkat)


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Lets the garbage collector rest: what is read stays, and searching it doubles the time."""
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.enable()
