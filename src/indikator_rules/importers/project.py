"""The project file `indikator.yaml`: what is set for all documents in a folder and below."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import yaml
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from indikator_rules.errors import DocumentError, instead_of
from indikator_rules.importers.text import read_text
from indikator_rules.model.tingkat import Tingkat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

PROJECT_FILE = "indikator.yaml"
_OUTPUT = "keluaran"
_Lines = dict[tuple[str, ...], int]
"""The line of each key, by its path."""


def _listed(value: object) -> object:
    """One code, or several with commas between, as a list."""
    return [code.strip() for code in value.split(",") if code.strip()] if isinstance(value, str) else value


def _inside(path: Path) -> Path:
    """`path`, when it stays in its folder: a project file that came with others' documents must not write elsewhere."""
    if path.is_absolute() or os.path.normpath(path).startswith(".."):
        raise ValueError
    return path


def _yes_or_no(value: object) -> object:
    """The Indonesian words for yes and no as truth values; YAML knows the English ones."""
    return {"ya": True, "tidak": False}.get(value, value) if isinstance(value, str) else value


_Choice = Annotated[bool, BeforeValidator(_yes_or_no)]
_Codes = Annotated[list[str], BeforeValidator(_listed)]
_Target = Annotated[Path, AfterValidator(_inside)]


class _Bagian(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Keluaran(_Bagian):
    """What `periksa` writes, and where."""

    format: Literal["teks", "json", "jsonl", "sarif", "junit", "github", "markdown", "csv"] | None = None
    ke: _Target | None = None
    salinan: _Target | None = None
    kertas_kerja: _Target | None = Field(None, alias="kertas-kerja")
    catatan: _Target | None = None
    html: _Target | None = None


class Proyek(_Bagian):
    """What a project file may set; the names are those of the options on the command line."""

    profil: str | None = None
    tingkat: Tingkat | None = None
    aturan: Path | None = None
    pilih: _Codes | None = None
    abaikan: _Codes | None = None
    gagal_pada: Literal["galat", "peringatan", "catatan"] | None = Field(None, alias="gagal-pada")
    pengecualian: Path | None = None
    garis_dasar: Path | None = Field(None, alias="garis-dasar")
    peta: Path | None = None
    tanpa_nama: _Choice | None = Field(None, alias="tanpa-nama")
    keluaran: Keluaran = Keluaran()


@dataclass(frozen=True, slots=True)
class ProjectSetting:
    """A value that a project file sets, and where it does."""

    value: str | bool | list[str]
    source: str


def find_project(start: str) -> Path | None:
    """The project file in the folder of `start`, or in the nearest folder above it that has one.

    It is told from the working folder when it lies there or below.
    """
    here = Path(os.path.abspath(start))  # noqa: PTH100 - “..” must go before folders are looked at
    # Unlike those of Path, these two bear names that are too long and folders that are closed.
    folders = (here, *here.parents) if os.path.isdir(here) else here.parents  # noqa: PTH112
    file = next((file for folder in folders if os.path.isfile(file := folder / PROJECT_FILE)), None)  # noqa: PTH113
    return file.relative_to(Path.cwd()) if file is not None and file.is_relative_to(Path.cwd()) else file


def read_project(file: Path) -> tuple[Mapping[str, ProjectSetting], Mapping[str, ProjectSetting]]:
    """What `file` sets for judging, and for the output of `periksa`, by the names of the options.

    Paths are told from the folder of `file`. Raises DocumentError for what no project file may hold.
    """
    try:
        text = read_text(file)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        content = yaml.safe_load(text)
    except OSError:
        raise DocumentError(f"{file}: tidak dapat dibaca; periksa izin berkasnya.") from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise DocumentError(f"{file}: susunan YAML keliru; periksa lekuk, titik dua, dan tanda kutipnya.") from None
    if content is None:
        return {}, {}
    if not isinstance(content, dict):
        raise DocumentError(f"{file}: bukan berkas proyek; tulislah misalnya “profil: pemda”.")
    lines = _lines(root)
    try:
        proyek = Proyek.model_validate(content)
    except ValidationError as problem:
        raise DocumentError(_complaint(file, problem.errors(include_url=False)[0], lines)) from None
    judging = proyek.model_dump(by_alias=True, exclude_none=True, exclude={_OUTPUT})
    output = proyek.keluaran.model_dump(by_alias=True, exclude_none=True)
    return _settings(judging, file, lines, ()), _settings(output, file, lines, (_OUTPUT,))


def _lines(root: yaml.Node | None) -> _Lines:
    """The lines of the keys, and of those within them."""
    outer = _keys(root)
    lines: _Lines = {(key,): line for key, (line, _) in outer.items()}
    for key, (_, value) in outer.items():
        lines |= {(key, name): line for name, (line, _) in _keys(value).items()}
    return lines


def _keys(node: yaml.Node | None) -> dict[str, tuple[int, yaml.Node]]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return {str(key.value): (key.start_mark.line + 1, value) for key, value in pairs}


def _settings(values: Mapping[str, Any], file: Path, lines: _Lines, path: tuple[str, ...]) -> dict[str, ProjectSetting]:
    return {
        name: ProjectSetting(_written(value, file.parent), f"{file}, baris {lines.get((*path, name), 1)}")
        for name, value in values.items()
    }


def _written(value: object, folder: Path) -> str | bool | list[str]:
    match value:
        case Path():
            return str(folder / value)
        case bool() | list():
            return value
        case _:
            return str(value)


def _complaint(file: Path, error: ErrorDetails, lines: _Lines) -> str:
    path = tuple(map(str, error["loc"]))[: 2 if error["loc"][0] == _OUTPUT else 1]
    place = f"{file}, baris {lines.get(path, 1)}: bagian “{': '.join(path)}”"
    if error["type"] == "extra_forbidden":
        known = Keluaran if len(path) > 1 else Proyek
        names = [field.alias or name for name, field in known.model_fields.items()]
        return f"{place} tidak dikenal. {instead_of(path[-1].replace('_', '-'), names)}"
    if error["type"] in {"literal_error", "enum"}:
        expected = str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
        return f"{place} harus salah satu dari: {expected}."
    if error["type"] == "value_error":
        return f"{place} harus berada di folder berkas proyek ini atau di bawahnya."
    return f"{place} tidak dapat dipakai; {_SHAPES.get(path[-1], 'tulislah satu nilai')}."


_SHAPES = {
    "pilih": "tulislah kode aturan, misalnya [S02, I01]",
    "abaikan": "tulislah kode aturan, misalnya [S02, I01]",
    "tanpa-nama": "tulislah ya atau tidak",
    _OUTPUT: "tulislah misalnya “keluaran: {format: json, ke: laporan.json}”",
}
