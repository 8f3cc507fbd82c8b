"""Documents in a ZIP archive: each is read as if it stood in a folder of the archive's name."""

from __future__ import annotations

import tempfile
import zipfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from indikator_rules.errors import DocumentError
from indikator_rules.importers.files import DAMAGE, LOCK, MAX_BYTES, SUFFIXES, damaged
from indikator_rules.location import Locations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from indikator_rules.location import Location
    from indikator_rules.reading import Reading


def documents_in(path: Path) -> tuple[str, ...]:
    """The names of the documents in the archive at `path`, sorted, without hidden ones and Office's lock files."""
    with zipfile.ZipFile(path) as archive:
        names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
    return tuple(sorted(name for name in names if _is_document(PurePosixPath(name))))


def _is_document(name: PurePosixPath) -> bool:
    hidden = any(part.startswith((".", LOCK, "__MACOSX")) and part != ".." for part in name.parts)
    return name.suffix.lower() in SUFFIXES and not hidden


@contextmanager
def unpacked(path: Path, name: str) -> Iterator[Path]:
    """A passing copy of the file `name` of the archive at `path`. Raises DocumentError when there can be none."""
    if name.lower().endswith(".zip"):
        raise DocumentError(f"{path / name}: arsip di dalam arsip tidak dibaca; keluarkan dahulu isinya.")
    with tempfile.TemporaryDirectory() as folder:
        # A name of our own: those in archives may lead out of the folder, or be no name at all here.
        copy = Path(folder) / f"isi{PurePosixPath(name).suffix}"
        copy.write_bytes(_content(path, name))
        yield copy


def _content(path: Path, name: str) -> bytes:
    shown = path / name
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(name).flag_bits & 1:
                raise DocumentError(f"{shown}: arsip dilindungi kata sandi; keluarkan dahulu isinya.")
            with archive.open(name) as file:
                content = file.read(MAX_BYTES + 1)
    except (*DAMAGE, NotImplementedError):
        raise damaged(shown) from None
    if len(content) > MAX_BYTES:
        raise DocumentError(f"{shown}: berkas terlalu besar; pecah menjadi beberapa berkas.")
    return content


def renamed(reading: Reading, file: str) -> Reading:
    """`reading` with all its places in `file`."""
    places = {path: _in(file, found) for path, found in reading.locations.places.items()}
    findings = tuple(finding._replace(places=_in(file, finding.places)) for finding in reading.findings)
    return replace(reading, locations=Locations(places, reading.locations.rows), findings=findings)


def _in(file: str, places: Iterable[Location]) -> tuple[Location, ...]:
    return tuple(place._replace(file=file) for place in places)
