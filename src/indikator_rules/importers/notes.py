"""What an importer notices while it reads: skipped tables, guessed levels, cells it could not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from indikator_rules.finding import Finding, Severity
from indikator_rules.model.pembacaan import TakDitempatkan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indikator_rules.location import Location

Kind = Literal[
    "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B09", "B10", "B11", "B12", "B15", "B16", "B17", "B18"
]  # fmt: skip

_NAMES: dict[Kind, str] = {
    "B01": "tabel-dilewati",
    "B02": "tingkat-dibaca",
    "B03": "satuan-dari-target",
    "B04": "kolom-tak-dikenal",
    "B05": "sel-tak-terbaca",
    "B06": "tingkat-tak-dikenal",
    "B07": "baris-tak-terbaca",
    "B08": "indikator-dipecah",
    "B09": "nilai-berbeda",
    "B10": "baris-tersembunyi",
    "B11": "berkas-terbuka",
    "B12": "pengecualian-tak-terbaca",
    "B15": "isi-tak-ditempatkan",
    "B16": "induk-diduga",
    "B17": "isi-di-luar-tabel",
    "B18": "sama-diduga",
}
_UNPLACED: frozenset[Kind] = frozenset({"B01", "B04", "B05", "B07", "B12", "B15", "B17"})
"""The kinds of notes about something that was not read."""
_TOLD_BY_IMPOR: frozenset[Kind] = frozenset({"B17"})
"""Those about what is no part of any table, such as sums and signatures: no finding, only `impor` lists them."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing noticed. Notes of equal `code` and `message` become one finding with all their places.

    `read` tells that what is doubtful was read all the same.
    """

    code: Kind
    message: str
    place: Location | None = None
    text: str | None = None
    read: bool = False


def to_findings(notes: Iterable[Note]) -> tuple[Finding, ...]:
    """The notes as findings about the document, equal ones joined, ordered by code and first appearance."""
    places: dict[tuple[Kind, str], list[Location]] = {}
    texts: dict[tuple[Kind, str], str | None] = {}
    for note in notes:
        if note.code in _TOLD_BY_IMPOR:
            continue
        key = (note.code, note.message)
        texts.setdefault(key, note.text)
        found = places.setdefault(key, [])
        if note.place is not None and note.place not in found[-1:]:
            found.append(note.place)
    return tuple(
        Finding(
            code=code,
            name=_NAMES[code],
            severity=Severity.CATATAN,
            field="dokumen",
            message=message,
            places=tuple(places[code, message]),
            text=texts[code, message],
        )
        for code, message in sorted(places, key=lambda key: key[0])
    )


def unplaced(notes: Iterable[Note]) -> tuple[TakDitempatkan, ...]:
    """What was not read, in order of first appearance; places where the same stands for the same reason are joined."""
    places: dict[tuple[str, str | None], list[str]] = {}
    for note in notes:
        if note.code in _UNPLACED and not note.read:
            found = places.setdefault((note.message, note.text), [])
            if note.place is not None and (where := str(note.place)) and where not in found[-1:]:
                found.append(where)
    return tuple(
        TakDitempatkan(letak=tuple(found), isi=text, sebab=message) for (message, text), found in places.items()
    )


def unknown_level(word: str, place: Location | None) -> Note:
    """The note about a level word that names no level."""
    message = f"Tingkat “{word}” tidak dikenal; tulis tujuan, strategis, program, kegiatan, subkegiatan, atau individu."
    return Note("B06", message, place, word)
