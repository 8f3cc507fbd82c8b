"""`indikator skema` and `indikator templat`: what documents, reports and rows must look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indikator_rules.cli.output import write

if TYPE_CHECKING:
    from pathlib import Path

    from indikator_rules.reporters.schema import SkemaNama


def skema(nama: SkemaNama, *, ke: Path | None) -> int:
    """The exit code, after the JSON Schema `nama` has been written."""
    from indikator_rules.reporters.schema import schema_text

    write([schema_text(nama)], ke)
    return 0


def templat(jenis: str, *, ke: Path) -> int:  # noqa: ARG001 - one kind so far
    """The exit code, after an empty sheet to fill in has been written to `ke`."""
    from indikator_rules.reporters.to_templat import templat_xlsx

    ke.write_bytes(templat_xlsx())
    return 0
