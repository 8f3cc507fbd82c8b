"""From files to documents: `read_file` picks the importer by what the file holds."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from indikator_rules.errors import DocumentError
from indikator_rules.importers.archive import documents_in, renamed, unpacked
from indikator_rules.importers.files import SUFFIXES, file_kind, is_open_elsewhere
from indikator_rules.importers.notes import Note, to_findings
from indikator_rules.location import Location
from indikator_rules.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indikator_rules.model.tingkat import Tingkat

__all__ = ["SUFFIXES", "Reading", "archived", "read_file", "read_member"]


def read_file(path: str | Path, *, tingkat: Tingkat | None = None) -> tuple[Reading, ...]:
    """The documents in `path`: one, or in a file of rows one per instansi in order of first appearance.

    An archive holds those of its files, in order of their names. `tingkat` is the level of statements for which the
    file names none. Raises DocumentError for a file that is absent, damaged, protected, of an unknown kind, too large,
    or without any indicator.
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
        case "ods":
            from indikator_rules.importers.from_ods import from_ods as read
        case "xls":
            from indikator_rules.importers.from_xls import from_xls as read
        case "zip":
            read = _read_archive
        case "pdf":
            from indikator_rules.importers.from_pdf import from_pdf as read
        case _:
            from indikator_rules.importers.from_docx import from_docx as read
    with _collector_resting():
        readings = read(path, tingkat=tingkat)
    return _told_open(readings, path) if is_open_elsewhere(path) else readings


def _read_archive(path: Path, *, tingkat: Tingkat | None = None) -> tuple[Reading, ...]:
    names = documents_in(path)
    if not names:
        known = ", ".join(sorted(SUFFIXES - {".zip"}))
        raise DocumentError(f"{path}: tidak ada dokumen di dalam arsip ini; yang dapat dibaca adalah {known}.")
    return tuple(reading for name in names for reading in read_member(path, name, tingkat=tingkat))


def read_member(path: Path, name: str, *, tingkat: Tingkat | None = None) -> tuple[Reading, ...]:
    """The documents in the file `name` of the archive at `path`; their places name it "archive.zip/name".

    Raises DocumentError as `read_file` does.
    """
    shown = str(path / name)
    with unpacked(path, name) as copy:
        try:
            return tuple(renamed(reading, shown) for reading in read_file(copy, tingkat=tingkat))
        except DocumentError as error:
            raise DocumentError(str(error).replace(str(copy), shown), error.findings) from None


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
    """Lets the garbage collector rest: what is read stays, and searching it doubles the time."""
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.enable()
