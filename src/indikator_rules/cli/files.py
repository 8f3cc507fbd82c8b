"""From what the user names on the command line to documents: files, folders, patterns, and standard input."""

from __future__ import annotations

import glob
import json
import os
import re
import sys
import tempfile
from contextlib import chdir
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from indikator_rules.cli.output import say
from indikator_rules.cli.progress import tracked
from indikator_rules.cli.unread import PASTED, show_seen
from indikator_rules.errors import DocumentError
from indikator_rules.importers import NO_MAP, SUFFIXES, NoIndicatorError, archived, read_file, read_member
from indikator_rules.importers.project import PROJECT_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from indikator_rules.importers import Peta
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading

STANDARD_INPUT = "-"
_OFFICE_PARTS = {b"word/document.xml": ".docx", b"xl/workbook.xml": ".xlsx", b"opendocument.spreadsheet": ".ods"}


def read_all(
    names: Iterable[str],
    tingkat: Tingkat | None,
    aside: Iterable[Path | None] = (),
    peta: Peta | None = None,
    *,
    reveal: bool = True,
) -> tuple[tuple[Reading, ...], bool]:
    """The documents that `names` stand for, and whether all could be read. What could not be read is said at once.

    What lies in a folder at one of the paths `aside` is no document: it is written by this program, or steers it.
    `peta` says what columns hold; `reveal` is as in `all_of`.
    """
    return all_of(read_each(names, tingkat, aside, peta), reveal=reveal)


def all_of(
    reads: Iterable[tuple[Reading, ...] | DocumentError], *, reveal: bool = True
) -> tuple[tuple[Reading, ...], bool]:
    """All documents among `reads`, and whether there is nothing else. What could not be read is said.

    When nothing at all was understood, people see what was seen, unless nothing of a document may be shown as it is.
    """
    readings: list[Reading] = []
    faults: list[DocumentError] = []
    for read in reads:
        if isinstance(read, DocumentError):
            say(str(read))
            faults.append(read)
        else:
            readings.extend(read)
    if reveal and not readings and len(faults) == 1 and isinstance(faults[0], NoIndicatorError):
        show_seen(faults[0])
    return tuple(readings), not faults


def read_each(
    names: Iterable[str], tingkat: Tingkat | None, aside: Iterable[Path | None] = (), peta: Peta | None = None
) -> Iterator[tuple[Reading, ...] | DocumentError]:
    """For each file that `names` stand for its documents, or why it cannot be read."""
    how = _How(tingkat, peta or NO_MAP)
    steering = Path(peta.file) if peta is not None else None
    kept = _absolute((*aside, steering))
    for read in tracked([read for name in names for read in _readers(name, how, kept)], "Membaca dokumen"):
        try:
            yield read()
        except DocumentError as error:
            yield error


class _How(NamedTuple):
    """What the user says of all documents: the level of statements that name none, and what columns hold."""

    tingkat: Tingkat | None
    peta: Peta


def files_of(names: Iterable[str], aside: Iterable[Path | None] = ()) -> list[Path]:
    """The files that `names` stand for, as `read_all` reads them; an archive is one file."""
    kept = _absolute(aside)
    return [path for name in names for path in _paths(Path(name), kept)]


def _absolute(paths: Iterable[Path | None]) -> list[Path]:
    return [path.absolute() for path in paths if path is not None]


def _readers(name: str, how: _How, aside: Sequence[Path]) -> list[Callable[[], tuple[Reading, ...]]]:
    """One reader for each file that `name` stands for, in a fixed order."""
    if name == STANDARD_INPUT:
        return [partial(_read_standard_input, how)]
    readers = [reader for path in _paths(Path(name), aside) for reader in _readers_of(path, how)]
    return readers or [partial(_refuse, Path(name))]


def _readers_of(path: Path, how: _How) -> list[Callable[[], tuple[Reading, ...]]]:
    """One reader for the file at `path`, or for each document in it where it is an archive."""
    inside = [partial(read_member, path, name, tingkat=how.tingkat, peta=how.peta) for name in archived(path)]
    return [*inside] or [partial(read_file, path, tingkat=how.tingkat, peta=how.peta)]


def _paths(path: Path, aside: Sequence[Path]) -> list[Path]:
    """The files that `path` stands for. A file or pattern without a file is itself, so that its reader says so."""
    if os.path.isdir(path):  # noqa: PTH112 - unlike Path.is_dir it bears names that are too long
        return _documents_in(path, aside)
    if not os.path.exists(path) and glob.has_magic(str(path)):  # noqa: PTH110 - likewise
        found = map(Path, glob.glob(str(path), recursive=True))  # noqa: PTH207 - a pattern may be absolute
        return sorted(file for file in found if file.absolute() not in aside) or [path]
    return [path]


def _refuse(folder: Path) -> tuple[Reading, ...]:
    known = ", ".join(sorted(SUFFIXES))
    raise DocumentError(f"{folder}: tidak ada dokumen di folder ini; yang dapat dibaca adalah {known}.")


def _documents_in(folder: Path, aside: Sequence[Path]) -> list[Path]:
    """The documents in `folder` and below, without hidden files, lock files of office programs, and what is `aside`."""
    within = {path for path in aside if folder.absolute() in path.parents}
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not path.name.startswith((".", "~$"))
        and path.name != PROJECT_FILE
        and within.isdisjoint((path.absolute(), *path.absolute().parents))
    )


def _read_standard_input(how: _How) -> tuple[Reading, ...]:
    content = sys.stdin.buffer.read()
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        # Importers read files, and a place in a report must not name a folder that is gone tomorrow.
        path = Path(PASTED + _suffix_of(content))
        path.write_bytes(content)
        return read_file(path, tingkat=how.tingkat, peta=how.peta)


def _suffix_of(content: bytes) -> str:
    """The suffix of the text format that `content` looks like; office files tell their kind themselves."""
    text = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith(b"PK"):
        return next((suffix for part, suffix in _OFFICE_PARTS.items() if part in text), ".zip")
    if text.startswith((b"%PDF", b"\xd0\xcf\x11\xe0")):
        return ".pdf" if text.startswith(b"%PDF") else ".xls"
    if text.startswith((b"{", b"[")):
        return ".jsonl" if _is_row(text.splitlines()[0]) else ".json"
    if re.search(rb"\S\t+\S", text):  # cells side by side, as they are copied from a table
        return ".csv"
    return ".yaml" if re.match(rb"(?:#.*\s+|---\s+)*[a-z_]+:(?:\s|$)", text) else ".csv"


def _is_row(line: bytes) -> bool:
    """Whether `line` is a JSON object by itself, and not a whole document."""
    try:
        content = json.loads(line)
    except ValueError:
        return False
    return isinstance(content, dict) and "simpul" not in content
