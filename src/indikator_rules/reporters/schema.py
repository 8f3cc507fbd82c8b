"""JSON Schemas of what goes in and out, generated from models, so that no schema can drift from the code."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from indikator_rules.finding import Severity, Status
from indikator_rules.model.dokumen import Dokumen, Tulisan
from indikator_rules.model.pembacaan import Pembacaan  # noqa: TC001 - pydantic asks for it
from indikator_rules.model.peta import PetaKolom
from indikator_rules.model.tingkat import Tingkat

SCHEMAS = ("dokumen", "laporan", "baris", "peta")
SkemaNama = Literal["dokumen", "laporan", "baris", "peta"]

Aspek = Literal["spesifik", "terukur", "dapat-dicapai", "relevan", "berbatas-waktu", "menantang", "selaras"]
Prinsip = Literal["selaras", "berbasis-hasil", "terukur", "dapat-diturunkan"]


class _Part(BaseModel):
    """A part of the report; `model_config` makes every key required and no other allowed."""

    model_config = ConfigDict(extra="forbid")


class Place(_Part):
    """Where a text stands."""

    file: str
    sheet: str | None
    cell: str | None
    page: int | None
    table: int | None
    table_row: int | None
    table_column: int | None
    line: int | None
    column: int | None


class Temuan(_Part):
    """One finding."""

    code: str
    name: str
    severity: Severity
    field: str
    path: str
    node: str | None
    row: str | None
    rows: list[str]
    location: Place | None
    also_at: list[Place]
    text: str | None
    span: Annotated[list[int], Field(min_length=2, max_length=2)] | None
    message: str
    reason: str
    suggestion: str
    repair: str | None
    basis: str
    aspect: Aspek | None
    principle: Prinsip | None
    lke: list[str]
    fingerprint: str
    waiver: dict[str, str] | None
    known: bool = False


class Penilaian(_Part):
    """A verdict other than a finding."""

    path: str
    row: str | None
    code: str
    status: Status
    because: str


class Tool(_Part):
    """The program that wrote the report."""

    name: str
    version: str


class Pack(_Part):
    """The rules that judged."""

    name: str | None
    version: str | None
    profile: str | None
    hash: str | None


class Input(_Part):
    """What was judged."""

    hash: str


class Counts(_Part):
    """Findings by severity; waived ones and those of the baseline are not counted."""

    galat: int
    peringatan: int
    catatan: int
    tanya: int


class Bagian(_Part):
    """How many nodes meet a principle, of those that could be judged by it; `share` is null when none could."""

    met: int
    judged: int
    share: float | None


class BagianLke(Bagian):
    """The same of an LKE criterion, with its number."""

    number: str


class Summary(_Part):
    """The totals. LKE criteria are keyed by their text, because their numbers differ within the regulation."""

    nodes: int
    indicators: int
    findings: Counts
    not_assessable: int
    waived: int
    known: int = 0
    principles: dict[Prinsip, Bagian]
    lke: dict[str, BagianLke]


class Kekurangan(_Part):
    """What a draft lacks at its stage: nodes at a level (`field` is null), or a field of some of them."""

    level: Tingkat
    field: str | None
    missing: list[str]
    of: int
    words: str


class Tahap(_Part):
    """The stage at which a draft was checked."""

    number: int
    of: int
    name: str
    lacks: list[Kekurangan]


class Laporan(_Part):
    """A report."""

    schema_: Literal["1"] = Field(alias="schema")
    tool: Tool
    pack: Pack
    input: Input
    summary: Summary
    findings: list[Temuan]
    assessments: list[Penilaian]
    stage: Tahap | None = None


class Baris(BaseModel):
    """One line of a table: an indicator with all that is known of it. Targets by period have keys like target_2025."""

    model_config = ConfigDict(
        extra="allow", json_schema_extra={"patternProperties": {r"^target_\d{4}(_TW[1-4]|_\d{2})?$": {}}}
    )

    id: Tulisan | None = None
    instansi: Tulisan | None = None
    tingkat: Tingkat | None = None
    unit: Tulisan | None = None
    jabatan: Tulisan | None = None
    kode: Tulisan | None = None
    induk: Tulisan | None = None
    sasaran: Tulisan | None = None
    indikator: Tulisan | None = None
    satuan: Tulisan | None = None
    target: Tulisan | None = None
    baseline: Tulisan | None = None
    definisi: Tulisan | None = None
    formula: Tulisan | None = None
    sumber_data: Tulisan | None = None
    polarisasi: Tulisan | None = None
    konsolidasi: Tulisan | None = None
    penjenjangan: Tulisan | None = None
    aspek: Tulisan | None = None
    pengecualian: Tulisan | None = None


class DokumenTertulis(Dokumen):
    """A document as files hold it; `pembacaan`, written by `indikator impor`, tells how it was read."""

    model_config = ConfigDict(title="Dokumen")

    pembacaan: Pembacaan | None = None


_MODELS: dict[SkemaNama, type[BaseModel]] = {
    "dokumen": DokumenTertulis,
    "laporan": Laporan,
    "baris": Baris,
    "peta": PetaKolom,
}


def schema(nama: SkemaNama) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a document, a report, a row or a column map."""
    generated = _MODELS[nama].model_json_schema(mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **generated}


def schema_text(nama: SkemaNama) -> str:
    """The JSON Schema as indented text, ending with a line break."""
    return json.dumps(schema(nama), ensure_ascii=False, indent=2) + "\n"
