"""The document that is judged: a cascade of statements with indicators, units and targets.

The shape is a contract with other programs (`indikator skema dokumen`). A field that is absent is None; a field that is
present but empty is "". Which fields the source offers at all stands in `kolom`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from indikator_rules.model.tingkat import Tingkat

if TYPE_CHECKING:
    from collections.abc import Iterable

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def whole_characters(text: str) -> str:
    """`text` with U+FFFD for each half of a character, which no file can hold; JSON can ask for one."""
    return text if text.isascii() else _HALF_CHARACTER.sub("\ufffd", text)


def _as_written(value: object) -> object:
    """Numbers of YAML, JSON and Excel as text a person would write: decimal comma, no float dust."""
    if isinstance(value, str):
        return whole_characters(value)
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{value:.12g}".replace(".", ",")
    return value


_AS_WRITTEN = BeforeValidator(_as_written, json_schema_input_type=str | int | float)
Tulisan = Annotated[str, _AS_WRITTEN]
Terisi = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), _AS_WRITTEN]
JenisDokumen = Literal["rpjmd", "renstra", "renja", "iku", "pk", "renaksi", "skp", "lainnya"]


class _Bagian(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Indikator(_Bagian):
    """A measure of a statement. `target`, `realisasi`: period (2025, 2026-TW1, 2026-03) to the written value."""

    nama: Tulisan | None = None
    kode: Tulisan | None = None
    satuan: Tulisan | None = None
    skala: Tulisan | None = None
    baseline: Tulisan | None = None
    target: Tulisan | dict[Tulisan, Tulisan | None] | None = None
    target_asli: Tulisan | dict[Tulisan, Tulisan | None] | None = None
    realisasi: dict[Tulisan, Tulisan | None] | None = None
    kondisi_akhir: Tulisan | None = None
    definisi: Tulisan | None = None
    formula: Tulisan | None = None
    sumber_data: Tulisan | None = None
    polarisasi: Tulisan | None = None
    konsolidasi: Tulisan | None = None
    penjenjangan: Tulisan | None = None
    aspek: Tulisan | None = None


class Sasaran(_Bagian):
    """A statement at any level: tujuan, sasaran, or an individual's rencana hasil kerja.

    Parents: nesting in `anak`, or `induk` (ids or statements); further parents in `mendukung`. A parent that exists
    only as somebody's `induk` is context: compared with, never judged itself.
    """

    id: Tulisan | None = None
    kode: Tulisan | None = None
    tingkat: Tingkat | None = None
    pernyataan: Tulisan | None = None
    unit: Tulisan | None = None
    jabatan: Tulisan | None = None
    urusan: Tulisan | None = None
    nomenklatur: Tulisan | None = None
    induk: Tulisan | tuple[Tulisan, ...] | None = None
    mendukung: tuple[Tulisan, ...] = ()
    penjenjangan: Tulisan | None = None
    indikator: tuple[Indikator, ...] = ()
    anak: tuple[Sasaran, ...] = ()


_put = object.__setattr__
_Satu = TypeVar("_Satu", Indikator, Sasaran)
_EMPTY: dict[type[_Bagian], dict[str, Any]] = {
    kind: {name: field.default for name, field in kind.model_fields.items()} for kind in (Indikator, Sasaran)
}


def unchecked(kind: type[_Satu], several: Iterable[dict[str, Any]]) -> tuple[_Satu, ...]:
    """Parts of a document made of texts of whole characters and of parts; it spares the time that checking takes."""
    new, empty, made = kind.__new__, _EMPTY[kind], []
    for values in several:
        part = new(kind)
        _put(part, "__dict__", empty | values)
        _put(part, "__pydantic_fields_set__", _names(tuple(values)))
        _put(part, "__pydantic_extra__", None)
        _put(part, "__pydantic_private__", None)
        made.append(part)
    return tuple(made)


@cache
def _names(fields: tuple[str, ...]) -> set[str]:
    """The set of `fields`, one for all parts that have the same: they are frozen, and so it never changes."""
    return set(fields)


class Pengecualian(_Bagian):
    """A waiver: who lets the findings of a rule stand, why, and until when (year-month-day).

    It is meant for all of them, or for those of a node, of one indicator, or with one fingerprint.
    """

    aturan: Terisi
    simpul: Tulisan | None = None
    indikator: Tulisan | None = None
    sidik: Tulisan | None = None
    alasan: Terisi
    pejabat: Terisi
    berlaku_sampai: Annotated[str, BeforeValidator(str)]


class Dokumen(_Bagian):
    """One document of one instansi. `kolom` None means: offered are the fields that some node or indicator holds."""

    instansi: Tulisan | None = None
    jenis_instansi: Literal["pemda", "kl"] | None = None
    jenis_dokumen: JenisDokumen | None = None
    judul: Tulisan | None = None
    tahun: Tulisan | None = None
    perubahan: Tulisan | None = None
    kolom: tuple[str, ...] | None = None
    simpul: tuple[Sasaran, ...] = Field(default=())
    pengecualian: tuple[Pengecualian, ...] = ()
