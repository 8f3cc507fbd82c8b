"""From what is written to waivers: in a document, in a file of its own, or in a column of a table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from pydantic import ValidationError

from indikator_rules.errors import DocumentError
from indikator_rules.importers.notes import Note
from indikator_rules.importers.text import read_text
from indikator_rules.location import Location, Locations
from indikator_rules.model.dokumen import Pengecualian
from indikator_rules.model.tanggal import iso_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from indikator_rules.reading import Reading

_KEY = "pengecualian"
_IN_CELL = "KODE; alasan; pejabat; tanggal terakhir berlaku"
_REQUIRED = ("aturan", "alasan", "pejabat", "berlaku_sampai")


class PlacedWaiver(NamedTuple):
    """A waiver and where it is written."""

    waiver: Pengecualian
    place: Location | None


def read_waivers(written: Iterable[tuple[object, Location | None]], notes: list[Note]) -> Iterator[PlacedWaiver]:
    """The waivers among what is `written`; for each that lacks something, a note that says what."""
    for values, place in written:
        try:
            yield PlacedWaiver(Pengecualian.model_validate(_with_date(values)), place)
        except ValidationError as problem:
            faulty = {str(error["loc"][0]) if error["loc"] else "" for error in problem.errors(include_url=False)}
            notes.append(Note("B12", f"Pengecualian ini tidak berlaku: {_cure(faulty)}.", place))


def _with_date(values: object) -> object:
    """`values` with its last day as year-month-day; without a day that can be read it has none."""
    if not isinstance(values, dict):
        return values
    until = iso_date(str(values.get("berlaku_sampai") or "").strip())
    kept = {name: value for name, value in values.items() if name != "berlaku_sampai"}
    return kept if until is None else {**kept, "berlaku_sampai": until}


def _cure(faulty: set[str]) -> str:
    lacking = [name for name in _REQUIRED if name in faulty]
    unknown = sorted(name for name in faulty if name and name not in lacking)
    if lacking:
        written = [f"{name} (misalnya 2026-12-31)" if name == "berlaku_sampai" else name for name in lacking]
        return f"isilah {', '.join(written)}"
    if unknown:
        return f"bagian {', '.join(unknown)} tidak dikenal atau tidak sesuai"
    return f"tulislah bagian {', '.join(_REQUIRED)}"


def waivers_in_cell(text: str) -> list[dict[str, str]]:
    """The waivers written in a cell, one a line: "S02, S05; reason; official; last day"."""
    return [waiver for line in text.splitlines() if line.strip() for waiver in _in_line(line)]


def _in_line(line: str) -> Iterator[dict[str, str]]:
    """One waiver for each code in `line`; a reason may hold semicolons of its own."""
    codes, *said = (part.strip() for part in line.split(";"))
    reason, officer, until = ("; ".join(said[:-2]), *said[-2:]) if len(said) > 2 else ("", "", "")
    for code in codes.split(","):
        yield {"aturan": code.strip(), "alasan": reason, "pejabat": officer, "berlaku_sampai": until}


def waiver_in_cell_note(text: str, place: Location | None) -> Note:
    """The note about a cell that holds no whole waiver."""
    return Note("B12", f"Pengecualian ini tidak berlaku; tulislah “{_IN_CELL}”.", place, text)


def read_waiver_file(path: Path) -> tuple[list[PlacedWaiver], list[Note]]:
    """The waivers in the YAML file at `path`, and what is wrong with the others. Raises DocumentError if it is none."""
    try:
        text = read_text(path)
        root: Any = yaml.compose(text, Loader=yaml.SafeLoader)
        content = yaml.safe_load(text)
    except FileNotFoundError:
        raise DocumentError(f"{path}: berkas pengecualian tidak ditemukan; periksa namanya.") from None
    except (yaml.YAMLError, RecursionError):
        raise DocumentError(f"{path}: susunan YAML keliru; periksa lekuk, titik dua, dan tanda kutipnya.") from None
    if content is None:
        return [], []
    written = content.get(_KEY) if isinstance(content, dict) else None
    if not isinstance(written, list) or len(content) > 1:
        raise DocumentError(f"{path}: bukan berkas pengecualian; tulislah daftar di bawah “{_KEY}:”.")
    items = next(value for key, value in root.value if key.value == _KEY).value
    places = (Location(str(path), line=item.start_mark.line + 1) for item in items)
    notes: list[Note] = []
    return list(read_waivers(zip(written, places, strict=True), notes)), notes


def with_waivers(readings: Sequence[Reading], more: Sequence[PlacedWaiver]) -> tuple[Reading, ...]:
    """`readings`, each with `more` waivers behind its own."""
    return tuple(_with_more(reading, more) for reading in readings)


def _with_more(reading: Reading, more: Sequence[PlacedWaiver]) -> Reading:
    own = reading.dokumen.pengecualian
    waivers = (*own, *(placed.waiver for placed in more))
    places = {
        f"{_KEY}[{number}]": (placed.place,)
        for number, placed in enumerate(more, start=len(own))
        if placed.place is not None
    }
    locations = Locations({**reading.locations.places, **places}, reading.locations.rows)
    return replace(reading, dokumen=reading.dokumen.model_copy(update={_KEY: waivers}), locations=locations)
