"""From what the user names on the command line to documents: files, folders, patterns, and standard input."""

from __future__ import annotations

import glob
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from indikator_rules.cli.output import say
from indikator_rules.errors import DocumentError
from indikator_rules.importers import SUFFIXES, read_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indikator_rules.importers import Reading
    from indikator_rules.model.tingkat import Tingkat


def read_all(names: Iterable[str], tingkat: Tingkat | None) -> tuple[tuple[Reading, ...], bool]:
    """The documents in the files that `names` stand for, and whether some file could not be read (which has been said)."""
    readings: list[Reading] = []
    failed = False
    for name in names:
        for path in _paths(name):
            try:
                readings.extend(read_file(path, tingkat=tingkat))
            except DocumentError as error:
                say(str(error))
                failed = True
    return tuple(readings), failed


def _paths(name: str) -> list[Path]:
    """The files that `name` stands for, in a fixed order. A name that stands for nothing is left to the importer."""
    path = Path(name)
    if name == "-":
        return [_standard_input()]
    if path.is_dir():
        return _documents_in(path)
    if not path.exists() and glob.has_magic(name):
        return sorted(Path(found) for found in glob.glob(name, recursive=True)) or [path]
    return [path]


def _documents_in(folder: Path) -> list[Path]:
    """The documents in `folder` and below, without hidden files and the lock files of office programs."""
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES and path.is_file() and not path.name.startswith((".", "~$"))
    )
    if not found:
        raise DocumentError(
            f"{folder}: tidak ada dokumen di folder ini; yang dibaca adalah {', '.join(sorted(SUFFIXES))}."
        )
    return found
