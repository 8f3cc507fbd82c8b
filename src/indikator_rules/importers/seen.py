"""The error for a file in which nothing was understood, with what was seen in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indikator_rules.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from indikator_rules.model.pembacaan import TabelTerbaca

_MOST_LINES = 5


class NoIndicatorError(DocumentError):
    """A file without anything to judge; `tabel` are the tables in it, `baris` the first lines that stand there."""

    def __init__(self, path: Path, tabel: tuple[TabelTerbaca, ...] = (), baris: Sequence[str] = ()) -> None:
        super().__init__(
            f"{path}: tidak ada baris indikator; pastikan tabelnya terisi dan berjudul kolom "
            "seperti “Sasaran”, “Indikator”, “Satuan”, dan “Target”."
        )
        self.file = str(path)
        self.tabel = tabel
        self.baris = tuple(baris[:_MOST_LINES])
