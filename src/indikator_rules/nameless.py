"""Documents without the names of persons, so that nothing that is judged or written from them can hold one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from indikator_rules.location import Location, Locations
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.persons import mask, persons_in, words_of
from indikator_rules.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from indikator_rules.finding import Finding, Report

_REFERENCES = frozenset({"id", "induk", "mendukung", "simpul"})
"""Fields that name a node, by its id or its statement."""
Sheet = tuple[str, str | None]
"""A file and a sheet in it."""


class Nameless(NamedTuple):
    """Documents without names, and by what each of their files and sheets was called before."""

    readings: tuple[Reading, ...]
    called: Mapping[Sheet, Sheet]


def without_names(readings: Sequence[Reading]) -> Nameless:
    """`readings` with the names that can be told from other words replaced, and with files called by number.

    A file is often called by a person's name that nothing in it shows; sheets are, too, in part.
    """
    lines = [line for reading in readings for text in _texts(reading) for line in (text, "")]
    names = {*persons_in(lines), *(name for reading in readings for name in reading.persons)}
    hide = mask(names)
    shown = _sheets(readings, words_of(names), hide)
    masked = tuple(_Mask(hide, shown).reading(reading) for reading in readings)
    return Nameless(masked, {new: old for old, new in shown.items()})


def with_own_places(report: Report, called: Mapping[Sheet, Sheet]) -> Report:
    """`report` with the files and sheets called as they are, for marks in the very files."""
    return replace(report, findings=tuple(_replaced(finding, called) for finding in report.findings))


@dataclass(frozen=True, slots=True)
class _Mask:
    hide: Callable[[str], str]
    sheets: Mapping[Sheet, Sheet]

    def reading(self, reading: Reading) -> Reading:
        """The reading without names."""
        content = reading.dokumen.model_dump()
        ids = dict(_renamed(content["simpul"], self.hide))
        return Reading(
            Dokumen.model_validate(self._value(content, "", ids)),
            Locations(
                {path: tuple(_moved(place, self.sheets) for place in found) for path, found in _placed(reading)},
                {path: tuple(map(self.hide, rows)) for path, rows in reading.locations.rows.items()},
            ),
            tuple(self._note(finding) for finding in reading.findings),
        )

    def _value(self, value: Any, name: str, ids: Mapping[str, str]) -> Any:
        match value:
            case str() if name in _REFERENCES:
                return ids.get(value, self.hide(value))
            case str():
                return self.hide(value)
            case dict():
                return {key: self._value(part, str(key), ids) for key, part in value.items()}
            case list() | tuple():
                return [self._value(part, name, ids) for part in value]
            case _:
                return value

    def _note(self, finding: Finding) -> Finding:
        said = finding._replace(message=self.hide(finding.message), text=finding.text and self.hide(finding.text))
        return _replaced(said, self.sheets)


def _texts(reading: Reading) -> Iterator[str]:
    def inside(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list | tuple):
            for part in value.values() if isinstance(value, dict) else value:
                yield from inside(part)

    yield from inside(reading.dokumen.model_dump())
    yield from (finding.text for finding in reading.findings if finding.text)


def _renamed(nodes: Iterable[Mapping[str, Any]], hide: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """New ids for nodes whose statement holds a name: ids are made of statements."""
    told = [node for node in _all(nodes) if hide(node["pernyataan"] or "") != (node["pernyataan"] or "")]
    yield from ((node["id"], f"simpul-{number}") for number, node in enumerate(told, start=1) if node["id"])


def _all(nodes: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for node in nodes:
        yield node
        yield from _all(node["anak"])


def _sheets(readings: Sequence[Reading], words: frozenset[str], hide: Callable[[str], str]) -> dict[Sheet, Sheet]:
    """What each file and sheet is to be called."""
    found = dict.fromkeys((place.file, place.sheet) for reading in readings for place in _all_places(reading))
    files = {file: number for number, file in enumerate(dict.fromkeys(file for file, _ in found), start=1)}
    sheets: dict[Sheet, Sheet] = {}
    for number, (file, sheet) in enumerate(found, start=1):
        named = sheet is not None and not words.isdisjoint(sheet.casefold().replace("_", " ").split())
        title = f"lembar {number}" if named else sheet and hide(sheet)
        sheets[file, sheet] = (f"dokumen-{files[file]}{PurePath(file).suffix.lower()}", title)
    return sheets


def _all_places(reading: Reading) -> Iterator[Location]:
    yield from (place for _, places in _placed(reading) for place in places)
    yield from (place for finding in reading.findings for place in finding.places)


def _placed(reading: Reading) -> Iterable[tuple[str, tuple[Location, ...]]]:
    return reading.locations.places.items()


def _moved(place: Location, sheets: Mapping[Sheet, Sheet]) -> Location:
    file, sheet = sheets.get((place.file, place.sheet), (place.file, place.sheet))
    return place._replace(file=file, sheet=sheet)


def _replaced(finding: Finding, sheets: Mapping[Sheet, Sheet]) -> Finding:
    return finding._replace(places=tuple(_moved(place, sheets) for place in finding.places))
