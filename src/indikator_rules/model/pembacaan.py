"""How a document was read: what each column was taken for, how sure that is, and what found no place.

It stands beside the document in what `indikator impor` writes, and says nothing of the document's quality.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from indikator_rules.model.tingkat import Tingkat

Derajat = Literal["tinggi", "sedang", "rendah"]


class _Bagian(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Keyakinan(_Bagian):
    """How sure a reading is, and what speaks for it or against it."""

    derajat: Derajat
    sebab: str


DITETAPKAN = Keyakinan(derajat="tinggi", sebab="ditetapkan dalam peta kolom")
"""How sure a column is of which a map tells."""


class KolomTerbaca(_Bagian):
    """A column: its letter, counted from the left, its headings, and what it was taken for.

    `dibaca` is a field as rows name it ("sasaran", "indikator", "target", …), "abaikan" for what is known and not
    read, or None when its headings say nothing; `dugaan` is then what its values look like.
    """

    huruf: str
    judul: str = ""
    dibaca: str | None = None
    tingkat: tuple[Tingkat, ...] = ()
    periode: str | None = None
    keyakinan: Keyakinan | None = None
    dugaan: str | None = None
    contoh: tuple[str, ...] = ()


class TabelTerbaca(_Bagian):
    """A table: where it stands, the first and the last row of its headings (0 without any), and its columns.

    `tingkat`, `instansi` and `unit` are what a column map says of all its statements.
    """

    lembar: str | None = None
    halaman: int | None = None
    tabel: int | None = None
    baris_judul: tuple[int, int] | None = None
    tingkat: Tingkat | None = None
    instansi: str | None = None
    unit: str | None = None
    kolom: tuple[KolomTerbaca, ...] = ()


class TakDitempatkan(_Bagian):
    """Something that was not read: its places, what stands there, and why."""

    letak: tuple[str, ...] = ()
    isi: str | None = None
    sebab: str


class Pembacaan(_Bagian):
    """The tables of a document, how sure each node is (by its id), and what found no place."""

    tabel: tuple[TabelTerbaca, ...] = ()
    simpul: dict[str, Keyakinan] = {}
    tak_ditempatkan: tuple[TakDitempatkan, ...] = ()
