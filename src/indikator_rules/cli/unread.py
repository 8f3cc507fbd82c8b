"""What people see of a file in which nothing was understood, and how they can put it right."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indikator_rules.importers import NoIndicatorError
    from indikator_rules.model.pembacaan import TabelTerbaca

PASTED = "masukan-baku"
"""What standard input is called, without the suffix of what it holds."""
MAP_FILE = "kolom.yaml"
"""The name for a column map that the help gives."""


def show_seen(error: NoIndicatorError) -> None:
    """Show on standard error what stands in the file, and the column map that would make it readable."""
    from indikator_rules.reporters.to_pembacaan import to_seen  # loads rich

    sys.stderr.write(to_seen(error.tabel, error.baris))
    if Path(error.file).stem == PASTED:
        sys.stderr.write(
            "Tempelkan tabelnya beserta baris judulnya. Bila judulnya memang lain, simpan tabelnya sebagai berkas,\n"
            f"lalu sebutkan arti kolomnya: indikator impor BERKAS --tulis-peta {MAP_FILE}\n"
        )
    elif any(_is_empty_form(table) for table in error.tabel):
        sys.stderr.write("Kolom indikatornya dikenal, tetapi belum ada isinya.\n")
    elif error.tabel:
        file = shlex.quote(error.file)
        sys.stderr.write(
            "Bila tabelnya memuat indikator, sebutkan arti kolomnya:\n"
            f"  indikator impor {file} --tulis-peta {MAP_FILE}    tulis peta kolom di atas untuk dilengkapi\n"
            f"  indikator impor {file} --interaktif               jawab pertanyaan untuk setiap kolom\n"
            f"  indikator periksa {file} --peta {MAP_FILE}        pakai petanya\n"
        )


def _is_empty_form(table: TabelTerbaca) -> bool:
    """Whether `table` has a column of indicators and nothing in any column."""
    return any(column.dibaca == "indikator" for column in table.kolom) and not any(
        column.contoh for column in table.kolom
    )
