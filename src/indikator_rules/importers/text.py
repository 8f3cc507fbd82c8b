"""The text of a file, whatever encoding it was saved in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from indikator_rules.model.dokumen import whole_characters

if TYPE_CHECKING:
    from pathlib import Path

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""The first two bytes of files in UTF-16."""
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", **dict.fromkeys(UTF_16, "utf-16")}


def read_text(path: Path) -> str:
    """The content of `path`: UTF-8 with or without BOM, UTF-16, or else Windows' cp1252."""
    return decode(path.read_bytes())


def decode(content: bytes) -> str:
    """`content` as text; bytes that cp1252 does not know either become U+FFFD."""
    for bom, encoding in _BOMS.items():
        if content.startswith(bom):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read_json(text: str) -> Any:
    """The value that JSON text stands for, with U+FFFD for halves of characters. Raises json.JSONDecodeError."""
    value = json.loads(text)
    if "\\ud" not in text and "\\uD" not in text:
        return value
    return json.loads(whole_characters(json.dumps(value, ensure_ascii=False)))
