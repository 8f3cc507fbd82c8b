"""From a JSON document, or a JSON list of rows, to Readings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from indikator_rules.errors import DocumentError
from indikator_rules.importers.column_map import NO_MAP
from indikator_rules.importers.document import read_dokumen, take_pembacaan
from indikator_rules.importers.from_jsonl import read_records
from indikator_rules.importers.notes import to_findings
from indikator_rules.importers.text import read_json, read_text
from indikator_rules.location import Location, Locations
from indikator_rules.reading import Reading

if TYPE_CHECKING:
    from pathlib import Path

    from indikator_rules.importers.column_map import Peta
    from indikator_rules.importers.notes import Note
    from indikator_rules.model.tingkat import Tingkat


def from_json(path: Path, *, tingkat: Tingkat | None = None, peta: Peta = NO_MAP) -> tuple[Reading, ...]:
    """The document in `path`, or one document per instansi when it holds a list of rows. Raises DocumentError."""
    content = _load(path)
    if isinstance(content, list):
        numbered = ((number, value) for number, value in enumerate(content, start=1))
        return read_records(path, numbered, [], tingkat=tingkat, peta=peta)
    if not isinstance(content, dict):
        raise DocumentError(
            f"{path}: isi berkas bukan dokumen; tulis bagian “simpul” dan isinya, lihat `indikator skema dokumen`."
        )
    place = Location(str(path))
    noticed: list[Note] = []
    pembacaan = take_pembacaan(content, {"": place}, noticed)
    dokumen, notes = read_dokumen(path, content, {"": place}, tingkat=tingkat)
    return (Reading(dokumen, Locations({"": (place,)}), to_findings((*noticed, *notes)), pembacaan=pembacaan),)


def _load(path: Path) -> Any:
    try:
        return read_json(read_text(path))
    except json.JSONDecodeError as problem:
        raise DocumentError(
            f"{path}: susunan JSON keliru pada baris {problem.lineno}, kolom {problem.colno}; "
            "periksa koma, kurung, dan tanda kutip di sekitarnya."
        ) from None
    except RecursionError:
        raise DocumentError(f"{path}: susunan berkas terlalu dalam untuk dibaca.") from None
