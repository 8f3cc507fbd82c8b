"""An Office file as its parts, so that what is not changed stays as it was, byte for byte."""

from __future__ import annotations

import posixpath
import re
import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

Parts = dict[str, bytes]
"""The content of each part by its name, in the order of the file."""

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = f"{{{_PACKAGE}/relationships}}Relationship"
_TYPES = f"{{{_PACKAGE}/content-types}}"
_NO_RELATIONS = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()
_EPOCH = (1980, 1, 1, 0, 0, 0)
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DIRECTION_MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def read_parts(content: bytes) -> Parts:
    """The parts of an Office file; none when `content` is of another kind."""
    if not zipfile.is_zipfile(BytesIO(content)):
        return {}
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_parts(parts: Parts) -> bytes:
    """`parts` as a file. Equal parts give equal bytes: no part carries a time."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), part, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def parse(part: bytes) -> Any:
    """The root of an XML part; nothing outside it is ever looked up."""
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def serialise(root: Any) -> bytes:
    """An XML part as Office programs write it."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def harmless(text: str) -> str:
    """`text` without characters that XML forbids, and without marks that would hide words or turn them around."""
    return _DIRECTION_MARKS.sub("", _ILLEGAL.sub("", text))


def related(parts: Parts, owner: str, kind: str) -> str | None:
    """The first part to which `owner` is related as `kind` ("comments"), whether or not that part exists."""
    return next((target for found, target in relations(parts, owner).values() if found == kind), None)


def relations(parts: Parts, owner: str) -> dict[str, tuple[str, str]]:
    """Kind and target part of every relation of `owner` inside the file, by its id."""
    name = _relations_of(owner)
    if name not in parts:
        return {}
    found = parse(parts[name]).iter(_RELATION)
    return {
        relation.get("Id"): (relation.get("Type").rpartition("/")[2], _absolute(owner, relation.get("Target")))
        for relation in found
        if relation.get("TargetMode") != "External"
    }


def relate(parts: Parts, owner: str, kind: str, target: str) -> str:
    """The id of a new relation from `owner` to `target`."""
    name = _relations_of(owner)
    root = parse(parts.get(name, _NO_RELATIONS))
    taken = {relation.get("Id") for relation in root}
    numbered = (f"rId{number}" for number in range(1, len(taken) + 2))
    identity = next(free for free in numbered if free not in taken)
    etree.SubElement(root, _RELATION, Id=identity, Type=f"{OFFICE}/{kind}", Target=f"/{target}")
    parts[name] = serialise(root)
    return identity


def add_part(parts: Parts, pattern: str, content_type: str, part: bytes) -> str:
    """The name of a new part, `pattern` with the first free number in it."""
    taken = {name.lower() for name in parts}
    numbered = (pattern.format(number) for number in range(1, len(parts) + 2))
    name = next(name for name in numbered if name.lower() not in taken)
    parts[name] = part
    _declare(parts, f"{_TYPES}Override", {"PartName": f"/{name}", "ContentType": content_type})
    return name


def declare_extension(parts: Parts, extension: str, content_type: str) -> None:
    """Tell that parts with `extension` have this type, unless it is told already."""
    known = parse(parts[CONTENT_TYPES]).iter(f"{_TYPES}Default")
    if all(default.get("Extension", "").lower() != extension for default in known):
        _declare(parts, f"{_TYPES}Default", {"Extension": extension, "ContentType": content_type})


def _declare(parts: Parts, tag: str, attributes: dict[str, str]) -> None:
    root = parse(parts[CONTENT_TYPES])
    etree.SubElement(root, tag, attributes)
    parts[CONTENT_TYPES] = serialise(root)


def _relations_of(owner: str) -> str:
    folder, name = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _absolute(owner: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(owner), target)).lstrip("/")
