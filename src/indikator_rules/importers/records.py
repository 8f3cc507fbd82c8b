"""From the texts of one row to the fields of its statement and of its indicators."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indikator_rules.importers.shape import Measure, Shape, StatementColumn
    from indikator_rules.model.tingkat import Tingkat

_ENUMERATOR = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+(?=\S)", re.IGNORECASE)
_CODE_BEFORE = re.compile(r"(?P<code>\d[\dX]{0,3}(?:\.[\dX]{1,4})+)\.?\s*[-–—:]?\s+(?P<text>[^\W\d].*)", re.DOTALL)


def statement_values(texts: Sequence[str | None], column: StatementColumn, tingkat: Tingkat | None) -> dict[str, Any]:
    """Level, text and code of the statement in `column`; the code has a column of its own or stands before the text."""
    text = texts[column.at]
    code = texts[column.code] if column.code is not None else None
    if text and (found := _CODE_BEFORE.fullmatch(text)):
        code, text = code or found["code"], found["text"]
    values: dict[str, Any] = {"tingkat": tingkat, "pernyataan": without_enumerator(text) if text else text}
    if code:
        values["kode"] = code
    return values


def node_values(texts: Sequence[str | None], shape: Shape) -> dict[str, Any]:
    """The other fields of the statement that owns the row's indicator: unit, jabatan, induk."""
    return {value.field: _as_field(value.field, text) for value in shape.node_values if (text := texts[value.at])}


def indicator_values(texts: Sequence[str | None], measure: Measure) -> dict[str, Any]:
    """The fields of the indicator that `measure` reads; `target` by period where the columns name periods."""
    values: dict[str, Any] = {}
    if measure.at is not None:
        nama = texts[measure.at]
        values["nama"] = without_enumerator(nama) if nama else nama
    for value in measure.values:
        text = texts[value.at]
        if value.period is not None and text:
            values.setdefault(value.field, {})[value.period] = text
        elif value.period is None and text is not None:
            values[value.field] = text
    return values


def without_enumerator(text: str) -> str:
    """`text` without a leading "1. " or "a) "."""
    found = _ENUMERATOR.match(text)
    return text[found.end() :] if found else text


def split_numbered(text: str) -> list[str]:
    """The parts of a cell that counts several things, "1. … 2. …", without their numbers; otherwise the text alone."""
    starts: list[re.Match[str]] = []
    for found in re.finditer(r"(?:^|(?<=\s))\(?(\d{1,2}|[a-z])[.)]\s*(?=\S)", text):
        if found[1] == _count_name(len(starts), letters=found[1].isalpha()) and (starts or found.start() == 0):
            starts.append(found)
    ends = [*(found.start() for found in starts[1:]), len(text)]
    parts = (
        [text[found.end() : end].strip(" \t\r\n;") for found, end in zip(starts, ends, strict=True)] if starts else []
    )
    return parts if len(parts) > 1 and all(parts) else [text]


def _count_name(at: int, *, letters: bool) -> str:
    return chr(ord("a") + at) if letters else str(at + 1)


def _as_field(field: str, text: str) -> str | tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip()) if field == "mendukung" else text
