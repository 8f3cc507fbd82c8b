"""Word lists: the words that rules and text analysis know, read from YAML.

A list file holds `arti` (one sentence), `sumber`, and entries:

    entri     words or phrases found by root and word form ("sosialisasi" finds "mensosialisasikan")
    persis    words or phrases found only as written, case aside
    contoh    texts in which the list must find something        (tested)
    bukan     texts in which the list must find nothing          (tested)
    nilai     optional: an entry -> class or attributes, for lists that are tables

The file's name is the list's name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from indikator_rules.bundled import bundled

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Istilah:
    """One word list."""

    nama: str
    arti: str
    sumber: str
    entri: tuple[str, ...] = ()
    persis: tuple[str, ...] = ()
    contoh: tuple[str, ...] = ()
    bukan: tuple[str, ...] = ()
    nilai: Mapping[str, Any] = field(default_factory=dict)


def read_istilah(file: Traversable) -> Istilah:
    """The word list in `file`. Raises `ValueError` (Indonesian, naming the file) when it is not one."""
    content = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - always a safe loader
    if not isinstance(content, dict) or "arti" not in content:
        raise ValueError(f"{file.name}: bukan daftar istilah; tulis “arti”, “sumber”, dan “entri”.")
    unknown = content.keys() - {"arti", "sumber", "entri", "persis", "contoh", "bukan", "nilai"}
    if unknown:
        raise ValueError(f"{file.name}: bagian “{min(unknown)}” tidak dikenal dalam daftar istilah.")
    words = {
        part: tuple(str(word) for word in content.get(part) or ()) for part in ("entri", "persis", "contoh", "bukan")
    }
    return Istilah(
        nama=file.name.removesuffix(".yaml"),
        arti=str(content["arti"]),
        sumber=str(content.get("sumber", "")),
        nilai=content.get("nilai") or {},
        **words,
    )


@cache
def bundled_istilah(nama: str) -> Istilah:
    """The shipped list `nama`, e.g. "kata-ukur", or "bahasa/singkatan" for a list of the text analysis."""
    return read_istilah(bundled("rules").joinpath("istilah", *f"{nama}.yaml".split("/")))
