"""Where a text stands: a file and a cell, a table cell, a line or a page; and the places of a document's fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple


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


Origin = tuple[Sequence[Mapping[str, Location]], Sequence[str]]
"""Where one part of a document was read: the places of its fields ("" for all of it), each time, and the rows."""


class PartPlaces(Mapping[str, tuple[Location, ...]]):
    """The places of the fields of many parts of a document, each worked out when asked for.

    `parts` are keyed by path ("simpul[0].indikator[1]"); `others` are the places of what belongs to no part.
    """

    __slots__ = ("_others", "_parts")

    def __init__(self, parts: Mapping[str, Origin], others: Mapping[str, tuple[Location, ...]]) -> None:
        self._parts, self._others = parts, others

    def __getitem__(self, path: str) -> tuple[Location, ...]:
        """The places of the field at `path`, each once."""
        if found := self._found(path):
            return found
        raise KeyError(path)

    def get(self, path: str, default: Any = None) -> Any:
        """The places of the field at `path`, else `default`: most of what is asked for has no place of its own."""
        return self._found(path) or default

    def _found(self, path: str) -> tuple[Location, ...]:
        if path in self._others:
            return self._others[path]
        origin, name = self._parts.get(path), ""
        if origin is None:
            part, _, name = path.rpartition(".")
            origin = self._parts.get(part)
        several = () if origin is None else origin[0]
        if len(several) == 1:
            return (several[0][name],) if name in several[0] else ()
        return tuple(dict.fromkeys(places[name] for places in several if name in places))

    def __iter__(self) -> Iterator[str]:
        """The paths of all fields."""
        for part, (several, _) in self._parts.items():
            for name in dict.fromkeys(name for places in several for name in places):
                yield f"{part}.{name}" if name else part
        yield from self._others

    def __len__(self) -> int:
        """How many fields have a place."""
        return sum(1 for _ in self)

    def __reduce__(self) -> tuple[object, ...]:
        """Sends the places to another process, and not all that they are worked out from."""
        return dict, (dict(self),)


class PartRows(Mapping[str, tuple[str, ...]]):
    """The rows from which many parts of a document were read, keyed by the path of the part."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Mapping[str, Origin]) -> None:
        self._parts = parts

    def __getitem__(self, path: str) -> tuple[str, ...]:
        """The rows of the part at `path`."""
        if rows := self.get(path):
            return tuple(rows)
        raise KeyError(path)

    def get(self, path: str, default: Any = None) -> Any:
        """The rows of the part at `path`, else `default`."""
        origin = self._parts.get(path)
        return tuple(origin[1]) if origin is not None and origin[1] else default

    def __iter__(self) -> Iterator[str]:
        """The paths of the parts that were read from rows."""
        return (path for path, (_, rows) in self._parts.items() if rows)

    def __len__(self) -> int:
        """How many parts were read from rows."""
        return sum(1 for _ in self)

    def __reduce__(self) -> tuple[object, ...]:
        """Sends the rows alone to another process."""
        return dict, (dict(self),)


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
        while path:
            if (found := self.places.get(path)) is not None:
                return found
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.places.get("", ())
