"""From a YAML document to a Reading, with the line of every field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from indikator_rules.errors import DocumentError
from indikator_rules.importers.document import path_text, read_dokumen, take_pembacaan
from indikator_rules.importers.notes import Note, to_findings
from indikator_rules.importers.text import read_text
from indikator_rules.location import Location, Locations
from indikator_rules.reading import Reading

if TYPE_CHECKING:
    from pathlib import Path

    from indikator_rules.model.tingkat import Tingkat

MAX_VALUES = 2_000_000
"""Values in one document, with what aliases repeat: a few lines of nested aliases can stand for billions."""
MAX_DEPTH = 100

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FLOAT = "tag:yaml.org,2002:float"
_NULL = "tag:yaml.org,2002:null"
_VERBATIM = frozenset({"id", "kode", "induk", "mendukung", "simpul", "tahun", "sidik"})
"""Fields whose numbers are names: code 1.10 is not code 1.1."""


def from_yaml(path: Path, *, tingkat: Tingkat | None = None) -> tuple[Reading, ...]:
    """The one document in `path`. Raises DocumentError when it is not YAML or not a document."""
    try:
        content_text = read_text(path)
        _check_depth(path, content_text)
        root = yaml.compose(content_text, Loader=_Loader)
        tree = _Tree(path)
        content = tree.build(root, ()) if root is not None else None
    except yaml.YAMLError as problem:
        raise DocumentError(_syntax_message(path, problem)) from None
    if not isinstance(content, dict):
        raise DocumentError(
            f"{path}: isi berkas bukan dokumen; tulis bagian “simpul” dan isinya, lihat `indikator skema dokumen`."
        )
    pembacaan = take_pembacaan(content, tree.places, tree.notes)
    dokumen, notes = read_dokumen(path, content, tree.places, tingkat=tingkat)
    places = {name: (place,) for name, place in tree.places.items()}
    return (Reading(dokumen, Locations(places), to_findings((*tree.notes, *notes)), pembacaan=pembacaan),)


def _check_depth(path: Path, text: str) -> None:
    """Raises DocumentError when `text` nests deeper than any document: libyaml's composer would overrun its stack."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise _too_deep(path)


def _too_deep(path: Path) -> DocumentError:
    return DocumentError(f"{path}: susunan berkas terlalu dalam untuk dibaca.")


class _Tree:
    """Plain values from YAML nodes; keeps the places met on the way, and the notes."""

    def __init__(self, path: Path) -> None:
        self.file = str(path)
        self.path = path
        self.places: dict[str, Location] = {"": Location(self.file, line=1)}
        self.notes: list[Note] = []
        self.values = 0

    def build(self, node: yaml.Node, path: tuple[str | int, ...]) -> Any:
        """The value of `node`: dict, list, str or None. Numbers stay as written, decimals with a comma."""
        self.values += 1
        if len(path) > MAX_DEPTH:  # an alias within what it stands for never ends
            raise _too_deep(self.path)
        if self.values > MAX_VALUES:
            raise DocumentError(
                f"{self.path}: isi berkas terlalu banyak untuk dibaca dengan aman; pecah menjadi beberapa berkas."
            )
        if path:
            self.places[path_text(path)] = self._place(node)
        match node:
            case yaml.MappingNode():
                return self._mapping(node, path)
            case yaml.SequenceNode():
                return [self.build(child, (*path, at)) for at, child in enumerate(node.value)]
            case yaml.ScalarNode():
                return _scalar(node, path)
            case _:
                return None

    def _mapping(self, node: yaml.MappingNode, path: tuple[str | int, ...]) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for key, value in node.value:
            name = str(key.value)
            if name in built:
                self.notes.append(
                    Note("B05", f"Bagian “{name}” ditulis dua kali; yang pertama dipakai.", self._place(key))
                )
                continue
            built[name] = self.build(value, (*path, name))
        return built

    def _place(self, node: yaml.Node) -> Location:
        return Location(self.file, line=node.start_mark.line + 1, column=node.start_mark.column + 1)


def _scalar(node: yaml.ScalarNode, path: tuple[str | int, ...]) -> str | None:
    text: str = node.value
    if node.tag == _NULL:
        return None
    if node.tag == _FLOAT and not _VERBATIM.intersection(path[-2:]) and set(text) <= set("+-.0123456789"):
        return text.replace(".", ",")
    return text


def _syntax_message(path: Path, problem: yaml.YAMLError) -> str:
    mark = getattr(problem, "problem_mark", None)
    where = f" pada baris {mark.line + 1}, kolom {mark.column + 1}" if mark else ""
    return f"{path}: susunan YAML keliru{where}; periksa indentasi, titik dua, dan tanda kutip di sekitarnya."
