"""`indikator impor`: the document as understood, and how it was understood."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from indikator_rules.cli.column_maps import keep_existing, tables_in, write_map
from indikator_rules.cli.files import STANDARD_INPUT, all_of, read_each
from indikator_rules.cli.output import say, write
from indikator_rules.cli.unread import MAP_FILE
from indikator_rules.errors import DocumentError
from indikator_rules.importers import read_map
from indikator_rules.importers.sets import join
from indikator_rules.reporters.to_dokumen import write_dokumen

if TYPE_CHECKING:
    from indikator_rules.finding import Finding
    from indikator_rules.importers import Peta
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading

Bentuk = Literal["yaml", "json", "teks"]


def impor(  # noqa: PLR0913 - one parameter for each option of the command
    berkas: tuple[str, ...],
    *,
    bentuk: Bentuk | None,
    tingkat: Tingkat | None,
    peta: Peta | None,
    ke: Path | None,
    tulis_peta: Path | None,
    interaktif: bool,
) -> int:
    """The exit code, after the documents in `berkas` have been written, and the map `tulis_peta` of their columns.

    People see how they were read: on a terminal, or beside the file `ke`. A program that gets the document itself on
    standard output finds the notes on standard error, where also stands what links several documents to each other.
    With `interaktif` people are asked about unclear columns first.
    """
    if interaktif:
        peta, tulis_peta = _asked(berkas, tingkat, peta, tulis_peta or Path(MAP_FILE)), None
    reads = list(read_each(berkas, tingkat, (ke, tulis_peta), peta))
    readings, complete = all_of(reads)
    if tulis_peta is not None:
        write_map(tables_in(reads), tulis_peta)
    readings, links = join(readings)
    for link in links:
        say(link)
    if readings:
        _show(readings, bentuk or ("teks" if ke is None and sys.stdout.isatty() else "yaml"), ke)
    return 0 if complete else 2


def _asked(berkas: tuple[str, ...], tingkat: Tingkat | None, peta: Peta | None, ke: Path) -> Peta | None:
    """The column map of the answers, written to `ke`; the given one where all is clear."""
    from indikator_rules.cli.questions import answered, unclear  # loads rich

    if STANDARD_INPUT in berkas:
        raise DocumentError(
            "Pertanyaan dijawab lewat masukan baku, sehingga tabelnya tidak dapat ditempel di sana; simpanlah dahulu."
        )
    keep_existing(ke)
    seen = tables_in(read_each(berkas, tingkat, (ke,), peta))
    tables = [(file, table.model_copy(update={"tingkat": table.tingkat or tingkat})) for file, table in seen]
    if not any(unclear(table) for _, table in tables):
        say("Semua kolom sudah jelas; tidak ada yang perlu ditanyakan.")
        return peta
    write_map(answered(tables), ke)
    return read_map(ke)


def _show(readings: tuple[Reading, ...], bentuk: Bentuk, ke: Path | None) -> None:
    if bentuk == "teks" and ke is None:
        write([_account(readings)], None)
        return
    if bentuk == "teks":
        from indikator_rules.reporters.to_pembacaan import to_account

        write([to_account(readings)], ke)
        return
    write([_documents(readings, bentuk)], ke)
    if ke is not None:
        write([_account(readings), f"Dokumen ditulis ke {ke}.\n"], None)
        return
    for note in (note for reading in readings for note in reading.findings):
        say(f"{_place(note)}: {note.message}" if note.places else note.message)


def _account(readings: tuple[Reading, ...]) -> str:
    from indikator_rules.cli.screen import to_screen  # both load rich
    from indikator_rules.reporters.to_pembacaan import to_account

    return to_screen(partial(to_account, readings))


def _place(note: Finding) -> str:
    first = note.places[0]
    return f"{first.file}, {first}" if str(first) else first.file


def _documents(readings: tuple[Reading, ...], bentuk: Literal["yaml", "json"]) -> str:
    """The document; several as YAML documents parted by `---`, or as one JSON list."""
    written = [write_dokumen(reading.dokumen, bentuk, reading.pembacaan) for reading in readings]
    if bentuk == "yaml" or len(written) == 1:
        return "---\n".join(written)
    return "[" + ",\n".join(document.rstrip() for document in written) + "]\n"
