"""The column map: what people say of the columns of a file, in place of what its headings say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import yaml
from openpyxl.utils import get_column_letter
from pydantic import ValidationError

from indikator_rules.errors import DocumentError, instead_of
from indikator_rules.importers.columns import Column
from indikator_rules.importers.text import read_text
from indikator_rules.importers.words import fold
from indikator_rules.model.bidang import role_of_field
from indikator_rules.model.peta import PetaKolom, PetaTabel, named_by
from indikator_rules.model.tingkat import Tingkat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from indikator_rules.importers.cells import Grid
    from indikator_rules.model.peta import ArtiKolom


def columns_over(
    told: PetaTabel, columns: Sequence[Column], headings: Sequence[tuple[str, ...]], where: str
) -> Iterator[Column]:
    """`columns`, with those that `told` names as it says. Raises DocumentError for one that does not exist."""
    said = {_find(key, headings, where): meaning for key, meaning in told.kolom.items()}
    for at, column in enumerate(columns):
        meaning = said.get(at)
        if meaning is not None:
            found = told_column(meaning, " / ".join(headings[at]), told.tingkat)
            # Where the map says what the heading says, the heading may say more: that its column mixes lines.
            yield replace(found, mixes=found.mixes or (column.mixes and column.levels == found.levels))
        elif told.tingkat is not None and column.role == "pernyataan" and not column.levels:
            yield replace(column, levels=(told.tingkat,))
        else:
            yield column


def told_column(meaning: ArtiKolom, heading: str, level: Tingkat | None = None) -> Column:
    """The column of which the map says `meaning`; `level` is that of statements for which it names none."""
    role = role_of_field(meaning.bidang)
    levels = meaning.tingkat or ((level,) if level is not None and role == "pernyataan" else ())
    several = len(levels) > 1
    return Column(role, levels, meaning.periode, mixes=several, heading=" ".join(heading.split()), told=True)


def _find(key: str, headings: Sequence[tuple[str, ...]], where: str) -> int:
    """The number of the column whose letter or heading is `key`."""
    letters = [get_column_letter(at + 1) for at in range(len(headings))]
    if key in letters:
        return letters.index(key)
    found = [at for at, texts in enumerate(headings) if fold(key) and fold(key) in _names(texts)]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(letters[at] for at in found)
        raise DocumentError(f"{where}: judul “{key}” ada di beberapa kolom; sebutkan hurufnya: {several}.")
    seen = ", ".join(
        f"{letter} “{' '.join(' / '.join(texts).split())}”" if texts else letter
        for letter, texts in zip(letters, headings, strict=True)
    )
    raise DocumentError(f"{where}: kolom “{key}” tidak ada; yang ada adalah {seen}.")


def _names(texts: tuple[str, ...]) -> set[str]:
    return {fold(" ".join(texts)), fold(texts[-1])} if texts else set()


@dataclass(frozen=True, slots=True)
class Peta:
    """A column map, and the file that holds it."""

    tabel: tuple[PetaTabel, ...] = ()
    file: str = ""

    def of_file(self, name: str) -> Peta:
        """What is said of the file `name`."""
        mine = (
            one.model_copy(update={"berkas": None})
            for one in self.tabel
            if named_by(one.berkas, name) or named_by(one.berkas, re.split(r"[/\\]", name)[-1])
        )
        return Peta(tuple(mine), self.file)

    def of_grid(self, grid: Grid) -> tuple[PetaTabel, ...]:
        """What is said of the tables in `grid`."""
        if not self.tabel:
            return ()
        places = {(place.sheet, place.page, place.table): place for row in grid if row for place in (row[0].place,)}
        return tuple(one for one in self.tabel if any(map(one.speaks_of, places.values())))


NO_MAP = Peta()


def read_map(file: Path) -> Peta:
    """The column map in the YAML file `file`. Raises DocumentError for what no map may hold."""
    try:
        text = read_text(file)
        root = yaml.compose(text, Loader=yaml.BaseLoader)
        content = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - knows texts, lists and mappings only
    except FileNotFoundError:
        raise DocumentError(f"{file}: peta kolom tidak ditemukan; periksa namanya.") from None
    except OSError:
        raise DocumentError(f"{file}: tidak dapat dibaca; periksa izin berkasnya.") from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise DocumentError(f"{file}: susunan YAML keliru; periksa lekuk, titik dua, dan tanda kutipnya.") from None
    if not isinstance(content, dict) or not isinstance(content.get("tabel"), list):
        raise DocumentError(f"{file}: bukan peta kolom; tulislah daftar di bawah “tabel:”.")
    try:
        return Peta(PetaKolom.model_validate(content).tabel, str(file))
    except ValidationError as problem:
        # An unknown part first: it is often the misspelt name of one that is then missing.
        first = min(problem.errors(include_url=False), key=lambda error: error["type"] != "extra_forbidden")
        raise DocumentError(_complaint(file, first, root)) from None


def _complaint(file: Path, error: ErrorDetails, root: yaml.Node | None) -> str:
    path = tuple(part for part in error["loc"] if part not in {"int", "tuple[int,int]"})
    name = str(path[-1])
    place = f"{file}, baris {_line_of(root, path)}"
    if error["type"] == "extra_forbidden":
        known = (*PetaTabel.model_fields,) if len(path) > 1 else ("tabel",)
        return f"{place}: bagian “{name}” tidak dikenal. {instead_of(name.replace('-', '_'), known)}"
    if error["type"] == "value_error":
        return f"{place}: kolom “{name}”: {error['ctx']['error']}"
    return f"{place}: bagian “{name}” {_SHAPES.get(name, 'tidak dapat dipakai; tulislah satu nilai.')}"


_SHAPES = {
    "kolom": "harus diisi; tulislah misalnya “kolom: {B: sasaran, C: indikator}”.",
    "baris_judul": "harus nomor baris, misalnya 5, atau baris pertama dan terakhir, misalnya [5, 6]; 0 bila tidak ada.",
    "halaman": "harus nomor halaman.",
    "tabel": "harus nomor tabel, atau daftar tabel di awal berkas.",
    "tingkat": f"harus salah satu dari: {', '.join(Tingkat)}.",
}


def _line_of(node: Any, path: Sequence[str | int]) -> int:
    """The line of the part at `path`, or of the nearest part around it."""
    line = 1
    for step in path:
        match node:
            case yaml.MappingNode():
                pair = next((pair for pair in node.value if pair[0].value == str(step)), None)
                if pair is None:
                    return line
                line, node = pair[0].start_mark.line + 1, pair[1]
            case yaml.SequenceNode() if isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                line = node.start_mark.line + 1
            case _:
                return line
    return line
