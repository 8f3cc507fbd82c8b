"""Where a text stands: a file and a cell, a table cell, a line or a page; and the places of a document's fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Location(NamedTuple):
    """One place in a file; parts its format does not have are None. Lines, columns, rows and tables count from 1."""

    file: str
    sheet: str | None = None
    cell: str | None = None
    page: int | None = None
    table: int | None = None
    table_row: int | None = None
    table_column: int | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """The place as an Indonesian reader names it, without the file: "PK 2026!C14", "tabel 2, baris 3, kolom 4"."""
        if self.cell is not None:
            return f"{self.sheet}!{self.cell}" if self.sheet else self.cell
        named = (
            ("halaman", self.page),
            ("tabel", self.table),
            ("baris", self.table_row if self.line is None else self.line),
            ("kolom", self.table_column if self.column is None else self.column),
        )
        return ", ".join(f"{word} {number}" for word, number in named if number is not None)


@dataclass(frozen=True, slots=True)
class Locations:
    """The places of a document's fields, keyed by path ("simpul[0].anak[1].indikator[0].satuan").

    `places` may hold several places of one field (the same indicator in two tables); `rows` holds the ids of the input
    rows from which a node ("simpul[0]") or an indicator ("simpul[0].indikator[0]") was read.
    """

    places: Mapping[str, tuple[Location, ...]] = field(default_factory=dict)
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, path: str) -> tuple[Location, ...]:
        """The places of the field at `path`, or of the nearest field around it that has any; empty if none has."""
        while path and self.places:
            if (found := self.places.get(path)) is not None:
                return found
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.places.get("", ())
