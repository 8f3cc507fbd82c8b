"""`indikator impor`: the document as understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indikator_rules.cli.files import read_all
from indikator_rules.cli.output import say, write
from indikator_rules.reporters.to_dokumen import write_dokumen

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Literal

    from indikator_rules.finding import Finding
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading


def impor(berkas: tuple[str, ...], *, bentuk: Literal["yaml", "json"], tingkat: Tingkat | None, ke: Path | None) -> int:
    """The exit code, after the documents in `berkas` have been written; notes about the reading go to stderr."""
    readings, complete = read_all(berkas, tingkat)
    for note in (note for reading in readings for note in reading.findings):
        say(f"{_place(note)}: {note.message}" if note.places else note.message)
    if readings:
        write([_documents(readings, bentuk)], ke)
    return 0 if complete else 2


def _place(note: Finding) -> str:
    first = note.places[0]
    return f"{first.file}, {first}" if str(first) else first.file


def _documents(readings: tuple[Reading, ...], bentuk: Literal["yaml", "json"]) -> str:
    """The document; several as YAML documents parted by `---`, or as one JSON list."""
    written = [write_dokumen(reading.dokumen, bentuk) for reading in readings]
    if bentuk == "yaml" or len(written) == 1:
        return "---\n".join(written)
    return "[" + ",\n".join(document.rstrip() for document in written) + "]\n"
