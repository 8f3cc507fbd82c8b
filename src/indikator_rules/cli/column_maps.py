"""Column maps written from what was understood of the columns of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indikator_rules.cli.output import say, write
from indikator_rules.cli.targets import source_files
from indikator_rules.errors import DocumentError
from indikator_rules.importers import NoIndicatorError
from indikator_rules.reporters.to_peta import write_peta

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from indikator_rules.model.pembacaan import TabelTerbaca
    from indikator_rules.reading import Reading

FileTable = tuple[str, "TabelTerbaca"]
"""The name of a file, and a table in it."""


def tables_in(reads: Iterable[tuple[Reading, ...] | DocumentError]) -> list[FileTable]:
    """The tables that were seen, whether they were understood or not."""
    return [found for read in reads for found in _tables(read)]


def _tables(read: tuple[Reading, ...] | DocumentError) -> Iterator[FileTable]:
    if isinstance(read, NoIndicatorError):
        yield from ((_name(read.file), table) for table in read.tabel)
    elif not isinstance(read, DocumentError):
        for reading in read:
            for file in source_files((reading,))[:1]:
                yield from ((file.name, table) for table in (reading.pembacaan.tabel if reading.pembacaan else ()))


def _name(file: str) -> str:
    return file.replace("\\", "/").rsplit("/", 1)[-1]


def keep_existing(ke: Path) -> None:
    """Raises DocumentError for a map `ke` that exists."""
    if ke.exists():
        raise DocumentError(
            f"{ke}: sudah ada; pilih nama lain dengan --tulis-peta agar peta yang sudah diperbaiki tidak hilang."
        )


def write_map(tables: Sequence[FileTable], ke: Path) -> None:
    """Write the map of `tables` to `ke`. Raises DocumentError for a file that exists, and when there are no tables."""
    keep_existing(ke)
    if not tables:
        raise DocumentError(f"{ke}: tidak ditulis; tidak ada tabel yang kolomnya dapat dipetakan.")
    write([write_peta(tables)], ke)
    say(f"Peta kolom ditulis ke {ke}; perbaiki yang keliru, lalu pakai dengan --peta {ke}.")
