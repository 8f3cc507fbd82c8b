"""From files to documents: `read_file` picks the importer by what the file holds."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from indikator_rules.errors import DocumentError
from indikator_rules.importers.archive import documents_in, renamed, unpacked
from indikator_rules.importers.column_map import NO_MAP, Peta, read_map
from indikator_rules.importers.files import SUFFIXES, file_kind, is_open_elsewhere
from indikator_rules.importers.notes import Note, to_findings
from indikator_rules.importers.seen import NoIndicatorError
from indikator_rules.location import Location
from indikator_rules.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from indikator_rules.model.tingkat import Tingkat

__all__ = [
    "NO_MAP",
    "SUFFIXES",
    "NoIndicatorError",
    "Peta",
    "Reading",
    "archived",
    "read_file",
    "read_map",
    "read_member",
]


def read_file(path: str | Path, *, tingkat: Tingkat | None = None, peta: Peta = NO_MAP) -> tuple[Reading, ...]:
    """The documents in `path`: one, or in a file of rows one per instansi in order of first appearance.

    An archive holds those of its files, in order of their names. `tingkat` is the level of statements for which the
    file names none; `peta` says what columns hold, in place of their headings. Raises DocumentError for a file that is
    absent, damaged, protected, of an unknown kind, too large, or without any indicator.
    """
    path = Path(path)
    kind = file_kind(path)
    with _collector_resting():
        if kind == "yaml":
            from indikator_rules.importers.from_yaml import from_yaml

            readings = from_yaml(path, tingkat=tingkat)
        elif kind == "zip":
            readings = _read_archive(path, tingkat, peta)
        else:
            readings = _table_reader(kind)(path, tingkat=tingkat, peta=peta.of_file(str(path)))
    return _told_open(readings, path) if is_open_elsewhere(path) else readings


def _table_reader(kind: str) -> Callable[..., tuple[Reading, ...]]:
    """The importer for files of a `kind` that may hold tables."""
    match kind:
        case "json":
            from indikator_rules.importers.from_json import from_json as read
        case "jsonl":
            from indikator_rules.importers.from_jsonl import from_jsonl as read
        case "csv":
            from indikator_rules.importers.from_csv import from_csv as read
        case "xlsx":
            from indikator_rules.importers.from_xlsx import from_xlsx as read
        case "ods":
            from indikator_rules.importers.from_ods import from_ods as read
        case "xls":
            from indikator_rules.importers.from_xls import from_xls as read
        case "pdf":
            from indikator_rules.importers.from_pdf import from_pdf as read
        case _:
            from indikator_rules.importers.from_docx import from_docx as read
    return read


def _read_archive(path: Path, tingkat: Tingkat | None, peta: Peta) -> tuple[Reading, ...]:
    names = documents_in(path)
    if not names:
        known = ", ".join(sorted(SUFFIXES - {".zip"}))
        raise DocumentError(f"{path}: tidak ada dokumen di dalam arsip ini; yang dapat dibaca adalah {known}.")
    return tuple(reading for name in names for reading in read_member(path, name, tingkat=tingkat, peta=peta))


def read_member(path: Path, name: str, *, tingkat: Tingkat | None = None, peta: Peta = NO_MAP) -> tuple[Reading, ...]:
    """The documents in the file `name` of the archive at `path`; their places name it "archive.zip/name".

    Raises DocumentError as `read_file` does.
    """
    shown = str(path / name)
    with unpacked(path, name) as copy:
        try:
            mine = peta.of_file(shown)
            return tuple(renamed(reading, shown) for reading in read_file(copy, tingkat=tingkat, peta=mine))
        except DocumentError as error:
            error.args = (str(error).replace(str(copy), shown),)
            if isinstance(error, NoIndicatorError):
                error.file = shown
            raise


def archived(path: Path) -> tuple[str, ...]:
    """The names of the documents in `path` if it is a readable archive, else none: see `read_member`."""
    try:
        return documents_in(path) if file_kind(path) == "zip" else ()
    except DocumentError:
        return ()


def _told_open(readings: tuple[Reading, ...], path: Path) -> tuple[Reading, ...]:
    message = "Berkas ini sedang dibuka di aplikasi lain; yang dibaca adalah simpanan terakhirnya."
    first, *others = readings
    notes = to_findings([Note("B11", message, Location(str(path)))])
    return (replace(first, findings=(*first.findings, *notes)), *others)


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Lets the garbage collector rest: what is read stays, and searching it doubles the time.

    Freezing and thawing puts all that was made meanwhile among the old objects, which are not searched at once.
    """
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
