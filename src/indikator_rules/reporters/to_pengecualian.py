"""Waivers written into YAML: into a document or a file of their own, whose other lines stay as they are."""

from __future__ import annotations

from datetime import date
from textwrap import indent
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indikator_rules.model.dokumen import Pengecualian

_KEY = "pengecualian"
_Edit = tuple[int, int, str]
"""Which characters are replaced, from and to, and by what."""


def add_waivers(source: str, waivers: Sequence[Pengecualian]) -> str | None:
    """The YAML text `source` with `waivers` behind those that it holds; None when it is not a mapping line by line."""
    root = yaml.compose(source, Loader=yaml.SafeLoader)
    if root is not None and (not isinstance(root, yaml.MappingNode) or root.flow_style):
        return None
    start, end, text = _edit(source, root, [_entry(waiver) for waiver in waivers])
    written = source[:start] + text + source[end:]
    return written.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in source else written


def _entry(waiver: Pengecualian) -> dict[str, Any]:
    """The waiver as it is written, its last day as a date."""
    return {**waiver.model_dump(exclude_none=True), "berlaku_sampai": date.fromisoformat(waiver.berlaku_sampai)}


def _edit(source: str, root: yaml.MappingNode | None, entries: list[dict[str, Any]]) -> _Edit:
    held = next((value for key, value in root.value if key.value == _KEY), None) if root is not None else None
    if held is None:
        return len(source), len(source), _own_line(source) + f"{_KEY}:\n" + _listed(entries, "  ")
    if isinstance(held, yaml.SequenceNode) and held.value and not held.flow_style:
        at = _end_of_line(source, _last(held).end_mark.index)
        return at, at, _own_line(source[:at]) + _listed(entries, " " * held.start_mark.column)
    written = yaml.safe_load(source)[_KEY]
    kept = written if isinstance(written, list) else []
    return held.start_mark.index, held.end_mark.index, "\n" + _listed([*kept, *entries], "  ").rstrip("\n")


def _listed(entries: list[dict[str, Any]], margin: str) -> str:
    return indent(yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=10_000), margin)


def _last(node: yaml.Node) -> yaml.Node:
    """The last value within `node`: the end of a list is told as the beginning of what follows it."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    return node


def _end_of_line(source: str, at: int) -> int:
    """Where the line that `at` stands in ends, with what is remarked there; `at` itself at the start of a line."""
    if at == 0 or source[at - 1] == "\n":
        return at
    end = source.find("\n", at)
    return len(source) if end < 0 else end + 1


def _own_line(before: str) -> str:
    return "" if not before or before.endswith("\n") else "\n"
