"""A column map as text: what was understood of the columns of a file, ready to be put right and used again."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

import yaml

from indikator_rules.model.bidang import FIELD_WORDS
from indikator_rules.reporters.neutral import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from indikator_rules.model.pembacaan import KolomTerbaca, TabelTerbaca

_LONGEST = 40
_LONGEST_REMARK = 120
_WIDTH = 110
_NOT_READ = "abaikan"
_HEAD = """\
# Peta kolom: arti setiap kolom, menurut huruf atau judulnya. Perbaiki yang keliru, lalu pakai dengan --peta.
# Sasaran dan indikator boleh disertai tingkat (sasaran program), target dan realisasi periode (target 2026).
# Sebuah tabel boleh diberi tingkat, instansi, dan unit, bagi sasaran yang tidak menyebutnya.
{fields}
"""


def write_peta(tables: Iterable[tuple[str, TabelTerbaca]]) -> str:
    """The map of `tables`, each with the name of its file."""
    lines = (line for file, table in tables for line in _table(file, table))
    known = fill(f"Yang dapat ditulis: {', '.join(FIELD_WORDS)}.", _WIDTH, initial_indent="# ", subsequent_indent="# ")
    return _HEAD.format(fields=known) + "tabel:\n" + "".join(f"{line}\n" for line in lines)


def _table(file: str, table: TabelTerbaca) -> Iterator[str]:
    yield f"- berkas: {_scalar(file)}"
    for name in ("lembar", "halaman", "tabel", "baris_judul", "tingkat", "instansi", "unit"):
        value = getattr(table, name)
        if value is not None:
            yield f"  {name}: {list(value) if isinstance(value, tuple) else _scalar(value)}"
    yield "  kolom:"
    for column in table.kolom:
        said = f"    {_scalar(column.huruf or column.judul)}: {meaning(column)}"
        yield f"{said:<34}  # {_remark(column)}"


def meaning(column: KolomTerbaca) -> str:
    """What a column holds, as maps say it; a column of which nothing is known is not read."""
    field = column.dibaca or column.dugaan or _NOT_READ
    match field:
        case "sasaran" | "indikator":
            return f"{field} {'/'.join(column.tingkat)}".strip()
        case "target" | "realisasi":
            return f"{field} {column.periode or ''}".strip()
        case _:
            return field


def _remark(column: KolomTerbaca) -> str:
    sure = f" (keyakinan {column.keyakinan.derajat})" if column.keyakinan is not None else ""
    guess = "" if column.dibaca else " (dugaan dari isinya)" if column.dugaan else " (tidak dikenal)"
    samples = "; ".join(short(sample, _LONGEST) for sample in column.contoh)
    return short(
        f"“{short(column.judul, _LONGEST)}”{sure}{guess}" + (f", misalnya {samples}" if samples else ""),
        _LONGEST_REMARK,
    )


def _scalar(value: str | int) -> str:
    """`value` as a scalar of YAML, texts quoted where they must be."""
    written = yaml.safe_dump(str(value) if isinstance(value, str) else value, allow_unicode=True, width=float("inf"))
    return str(written).removesuffix("...\n").rstrip("\n")
