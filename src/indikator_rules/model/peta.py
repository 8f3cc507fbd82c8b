"""A column map: what people say of the columns of some tables, as a YAML file holds it (`indikator skema peta`)."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from indikator_rules.errors import instead_of
from indikator_rules.model.bidang import FIELD_WORDS
from indikator_rules.model.tingkat import Tingkat

if TYPE_CHECKING:
    from indikator_rules.location import Location

_PERIOD = r"(?:19|20)\d\d(?:-(?:TW[1-4]|SM[12]|\d\d))?|TW[1-4]|SM[12]|(?:0[1-9]|1[0-2])|ke-\d"
_WITH_LEVEL = frozenset({"sasaran", "indikator"})
_WITH_PERIOD = frozenset({"target", "realisasi"})
_LEVELS = "|".join(Tingkat)
_WRITTEN = (
    f"^(?:(?:{'|'.join(sorted(_WITH_LEVEL))})(?: (?:{_LEVELS})(?:/(?:{_LEVELS}))*)?"
    f"|(?:{'|'.join(sorted(_WITH_PERIOD))})(?: (?:{_PERIOD}))?"
    f"|{'|'.join(word for word in FIELD_WORDS if word not in _WITH_LEVEL | _WITH_PERIOD)})$"
)
"""What other programs need to know of how the meaning of a column is written."""
_BOTH = "tulislah misalnya “sasaran program” atau “target 2026”"


class _Bagian(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ArtiKolom(_Bagian):
    """What a column holds: a field as rows name it, the levels of its statements, or the period of its values."""

    bidang: str
    tingkat: tuple[Tingkat, ...] = ()
    periode: str | None = None


def _meaning(written: object) -> object:
    """What pydantic makes an ArtiKolom of. Raises ValueError for what a map cannot say."""
    if not isinstance(written, str):
        raise ValueError(_BOTH)  # noqa: TRY004 - pydantic reports ValueErrors
    return parts_of_meaning(written)


def parts_of_meaning(written: str) -> dict[str, Any]:
    """The parts of "sasaran program", "sasaran tujuan/strategis", "target 2026-TW1" or one word.

    Raises ValueError, with an Indonesian sentence, for what a map cannot say.
    """
    field, _, more = " ".join(written.split()).partition(" ")
    if field not in FIELD_WORDS:
        raise ValueError(f"bidang “{field}” tidak dikenal. {instead_of(field.lower(), FIELD_WORDS)}")
    if not more:
        return {"bidang": field}
    if field in _WITH_LEVEL:
        return {"bidang": field, "tingkat": [level_named(word.strip()) for word in more.split("/")]}
    if field in _WITH_PERIOD and re.fullmatch(_PERIOD, more):
        return {"bidang": field, "periode": more}
    raise ValueError(
        f"“{more}” di belakang “{field}” tidak dikenal. {_BOTH[0].upper()}{_BOTH[1:]}; periode lain ditulis 2026-TW1 "
        "atau 2026-03."
    )


def level_named(word: str) -> Tingkat:
    """The level of that name. Raises ValueError, with an Indonesian sentence, for any other word."""
    if word not in set(Tingkat):
        raise ValueError(f"tingkat “{word}” tidak dikenal. {instead_of(word.lower(), Tingkat)}")
    return Tingkat(word)


_ArtiTertulis = Annotated[
    ArtiKolom, BeforeValidator(_meaning, json_schema_input_type=Annotated[str, Field(pattern=_WRITTEN)])
]


class PetaTabel(_Bagian):
    """What is said of the tables of some files: of those on a sheet, on a page, or with a number.

    `berkas` and `lembar` may be patterns ("Renja*.xlsx"). `baris_judul` is the row of the headings, or the first and
    the last of them; 0 when there are none. `tingkat`, `instansi` and `unit` hold for statements that name none.
    """

    berkas: str | None = None
    lembar: str | None = None
    halaman: int | None = None
    tabel: int | None = None
    baris_judul: int | tuple[int, int] | None = None
    tingkat: Tingkat | None = None
    instansi: str | None = None
    unit: str | None = None
    kolom: dict[str, _ArtiTertulis] = Field(min_length=1)

    def heading_rows(self) -> tuple[int, int] | None:
        """The first and the last row of the headings, if they are told."""
        return (self.baris_judul, self.baris_judul) if isinstance(self.baris_judul, int) else self.baris_judul

    def speaks_of(self, place: Location) -> bool:
        """Whether a table that begins at `place` is meant."""
        told = ((self.halaman, place.page), (self.tabel, place.table))
        return named_by(self.lembar, place.sheet or "") and all(said in {None, found} for said, found in told)


class PetaKolom(_Bagian):
    """The tables of which a map tells."""

    tabel: tuple[PetaTabel, ...]


def named_by(pattern: str | None, name: str) -> bool:
    """Whether `pattern` names `name`, case aside; none names all."""
    return pattern is None or pattern == name or fnmatchcase(name.lower(), pattern.lower())
