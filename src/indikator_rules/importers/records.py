"""From the texts of one row to the fields of its statement and of its indicators."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from indikator_rules.importers.headings import exact_role, read_heading, read_level
from indikator_rules.model.satuan import satuan_baku

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indikator_rules.importers.shape import Measure, Shape, StatementColumn
    from indikator_rules.model.tingkat import Tingkat

_ENUMERATOR = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]\s+(?=\S)", re.IGNORECASE)
_LONGEST_ENUMERATOR = 6
_NUMBER = re.compile(r"(\(?)(?:(\d{1,2}(?:\.\d{1,2})*)|([IVX]{2,4}|[IVX])|([A-Z])|([a-z]|[ivx]{2,4}))([.)]*)\s")
_FIRST = re.compile(r"\(?[1a][.)]")
_FIRST_SIGNS = frozenset("(1a")
_CODE_BEFORE = re.compile(
    r"(?!\d{1,3}(?:\.\d{3})+\s)(?P<code>\d[\dX]{0,3}(?:\.[\dX]{1,4})+)\.?\s*[-–—:]?\s+(?P<text>[A-Z].*)", re.DOTALL
)

_SHORT_CODE_BEFORE = re.compile(
    r"(?P<code>(?P<short>[A-Z]{2,4})[ .-]?\d{1,2}(?:\.\d{1,2})*)\s*[.:)–-]\s*(?P<text>[^\W\d].*)", re.DOTALL
)
_MEASURE_CODE = re.compile(
    r"(?P<code>(?P<short>[A-Z]{2,5})[ .-]?\d{1,2}(?:\.\d{1,2})*)\s*[.:)–-]?\s+(?P<text>[A-Z].*)", re.DOTALL
)
_CODED_LINE = re.compile(r"^\s*(?P<above>(?:\d{1,2}\.)+)(?P<last>\d{1,2})[.)]?\s+(?=[A-Z])", re.MULTILINE)
_BULLET = re.compile(r"^\s*[-–•*▪]\s*(?=\S)", re.MULTILINE)
_LABELLED = frozenset({"target", "satuan", "baseline", "definisi", "formula", "sumber_data"})
"""The fields that a line within a cell of indicators may state."""
_UNIT_BEHIND = re.compile(r"\(([^()]+)\)\s*$")


def statement_values(texts: Sequence[str | None], column: StatementColumn, tingkat: Tingkat | None) -> dict[str, Any]:
    """Level, text and code of the statement in `column`; the code has a column of its own or stands before the text."""
    text = texts[column.at]
    code = ".".join([part.replace(",", ".") for at in column.code if (part := texts[at])])
    if text:
        before, text = take_code(text)
        code = code or before
    values: dict[str, Any] = {"tingkat": tingkat, "pernyataan": without_enumerator(text) if text else text}
    if code:
        values["kode"] = code
    return values


def take_code(text: str) -> tuple[str, str]:
    """The code before a statement, and the rest: digits with points, or an abbreviated level with a number ("SS1. …").

    Without a code, a blank and all of the text.
    """
    if not (text[:1].isdecimal() or text[:2].isupper()):
        return "", text
    found = _CODE_BEFORE.fullmatch(text) or _SHORT_CODE_BEFORE.fullmatch(text)
    if found is None or ("short" in found.groupdict() and not read_level(found["short"])):
        return "", text
    return found["code"], found["text"]


def take_measure_code(nama: str) -> tuple[str, str]:
    """The code before an indicator's name ("1.2 Persentase …", "IKU 3: Nilai …"), and the rest; a blank without one."""
    if not (nama[:1].isdecimal() or nama[:2].isupper()):
        return "", nama
    found = _CODE_BEFORE.fullmatch(nama) or _MEASURE_CODE.fullmatch(nama)
    if found is None:
        return "", nama
    short = found.groupdict().get("short")
    known = short is None or exact_role(short) == "nama" or read_level(short) is not None
    return (found["code"], found["text"]) if known else ("", nama)


def node_values(texts: Sequence[str | None], shape: Shape) -> dict[str, Any]:
    """The other fields of the statement that owns the row's indicator: unit, jabatan, induk."""
    return {value.field: _as_field(value.field, text) for value in shape.node_values if (text := texts[value.at])}


def indicator_values(texts: Sequence[str | None], measure: Measure) -> dict[str, Any]:
    """What `measure` reads of an indicator beside its name; `target` by period where the columns name periods."""
    values: dict[str, Any] = {}
    for at, field, period in measure.values:
        text = texts[at]
        if text and ":" in text:
            text = without_label(text, field)
        if period is None:
            if text is not None:
                values[field] = text
        elif text and field in values:
            values[field][period] = text
        elif text:
            values[field] = {period: text}
    return values


def take_labelled(nama: str) -> tuple[str, dict[str, Any]]:
    """The name without its lines of other fields, and these by field: "Target :" and what stands in and below it."""
    if ":" not in nama:
        return "\n".join(nama.splitlines()).strip(), {}
    name: list[str] = []
    fields: dict[str, list[str]] = {}
    into, period = name, None
    for line in nama.splitlines():
        label, colon, rest = line.partition(":")
        role = exact_role(label) if colon else ""
        if role in _LABELLED:
            into = fields.setdefault(role, [])
            period = read_heading(label).year if role == "target" else period
        into.append(rest.strip() if role in _LABELLED else line)
    said: dict[str, Any] = {role: text for role, lines in fields.items() if (text := "\n".join(filter(None, lines)))}
    if period and "target" in said:
        said["target"] = {period: said["target"]}
    return "\n".join(name).strip(), said


def without_label(text: str, field: str) -> str:
    """`text` without a label that repeats the heading of its column: "Target : 12 dokumen" among targets."""
    label, colon, rest = text.partition(":")
    return rest.strip() if colon and exact_role(label) == field else text


def number_kind(text: str) -> str:
    """The kind of number that `text` opens with: "1", "1.1", "1.1.1", "A", "a", "I", each also before ")"; else ""."""
    found = _NUMBER.match(text)
    if found is None or not (found[6] or found[1] or found[2]):
        return ""
    digits, roman, capital = found[2], found[3], found[4]
    kind = ".".join("1" * (digits.count(".") + 1)) if digits else "I" if roman else "A" if capital else "a"
    return f"{kind})" if ")" in found[6] else kind


def without_enumerator(text: str) -> str:
    """`text` without a leading "1. " or "a) "."""
    opening = text[:_LONGEST_ENUMERATOR]
    found = _ENUMERATOR.match(text) if ")" in opening or "." in opening else None
    return text[found.end() :] if found else text


def unit_behind(nama: str) -> str | None:
    """The known unit in brackets at the end of an indicator's name, or None."""
    found = _UNIT_BEHIND.search(nama)
    return found[1].strip() if found and satuan_baku(found[1]) else None


def split_several(text: str) -> list[str]:
    """The parts of a cell that numbers several things ("1. … 2. …") or lists them behind dashes; else all of it."""
    lines = text.splitlines()
    if len(lines) > 1 and all(_BULLET.match(line) for line in lines):
        return [_BULLET.sub("", line).strip() for line in lines]
    return _split_coded(text) if len(lines) > 1 and text[:1].isdecimal() else _split_numbered(text)


def split_lines(name: str, values: Sequence[str]) -> list[str]:
    """The lines of a name, where each is an indicator of its own: one of `values` has a number on as many lines."""
    lines = _filled_lines(name)
    told = any(len(found := _filled_lines(value)) == len(lines) and all(map(_has_digit, found)) for value in values)
    return lines if len(lines) > 1 and told and all(line[0].isupper() for line in lines) else [name]


def share_of(text: str, at: int, count: int) -> str:
    """The share of one of `count` indicators in a cell that numbers its values likewise, or gives each a line."""
    if count == 1:
        return text
    parts = split_several(text)
    if len(parts) != count:
        parts = _filled_lines(text)
    return parts[at] if len(parts) == count else text


def _filled_lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _split_coded(text: str) -> list[str]:
    """The parts of a text that opens with "1.1" and has lines that begin with "1.2" and so on; else as numbers tell."""
    found = [*_CODED_LINE.finditer(text)]
    counted = [int(each["last"]) for each in found]
    alike = len({each["above"] for each in found}) == 1 and counted == [counted[0] + at for at in range(len(counted))]
    if len(found) < 2 or found[0].start() or not alike:
        return _split_numbered(text)
    ends = [*(each.start() for each in found[1:]), len(text)]
    return [text[each.start() : end].strip() for each, end in zip(found, ends, strict=True)]


def _split_numbered(text: str) -> list[str]:
    if text[:1] not in _FIRST_SIGNS or not _FIRST.match(text):
        return [text]
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
