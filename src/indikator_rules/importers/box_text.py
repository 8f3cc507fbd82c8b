"""What one box says: its level, its statement, its indicators, told by labels or by how its paragraphs are worded."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from indikator_rules.importers.headings import exact_role, opening_level, read_heading, read_level
from indikator_rules.importers.records import take_code, unit_behind, without_enumerator
from indikator_rules.importers.words import fold
from indikator_rules.istilah import bundled_istilah
from indikator_rules.model.skala import find_jenjang
from indikator_rules.model.tingkat import Tingkat
from indikator_rules.text import analyse
from indikator_rules.text.opening import NO_MEASURE

if TYPE_CHECKING:
    from collections.abc import Iterable

_LABELLED = re.compile(r"(?P<name>[^:=]{1,60}?)(?:[\s.-]*(?P<number>\d[\d.]*))?[.)]?\s*[:=]\s*(?P<rest>.*)", re.DOTALL)
_LABELLED_TEXT = re.compile(r"[^:=]*[:=]\s*\S.*", re.DOTALL)
_NUMBERED = re.compile(
    r"(?P<name>[^\W\d_][^\d:=]{0,40}?)[\s.-]*(?P<number>\d[\d.]*)[.)]?(?:\s+(?P<rest>.*))?", re.DOTALL
)
_ABBREVIATED = re.compile(r"(?P<name>[A-Z]{2,6})(?:[\s.-]*(?P<number>\d[\d.]*))?\s*[.:=]\s+(?P<rest>.*)", re.DOTALL)
_COUNTED = re.compile(r"(?P<name>[^:=]*?)[\s.-]+(?P<number>(?!(?:19|20)\d\d$)\d[\d.]*)")
ITEM = re.compile(r"\s*(?:[-–•*▪✓➢]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)", re.IGNORECASE)
"""How the item of a list opens."""
_UNIT = r"[^\W\d]{2,15}(?:[ /][^\W\d]{2,15})?"
_NUMBERS = r"\d[\d.,]*(?:\s*[±–-]\s*\d[\d.,]*)?"
_VALUE_BEHIND = re.compile(
    rf"\s*[:=(]\s*(?:(?P<number>[<>≤≥]?\s*(?!(?:19|20)\d\d\b){_NUMBERS}(?:\s*%|\s+{_UNIT})?)|(?P<grade>[A-Z]{{1,3}}))"
    r"\s*\)?\s*$"
)
_GRADE_BEHIND = re.compile(r"\s*[:=]\s*(?P<grade>[^:=()\d]{1,40})$")
_WORD = re.compile(r"[^\W\d_]{3}")
_RANK = re.compile(r"\s*[-–—:/(]\s*")
"""What stands between a level and the post that holds it."""
_LONGEST_POST = 90
_STATES = frozenset({"kondisi", "administratif"})
"""The forms of statements that say what shall be the case."""
FIELDS = frozenset({"satuan", "target", "baseline", "unit", "jabatan", "formula", "definisi", "sumber_data"})
"""The fields that a label within a box may name."""
UNREAD = "diabaikan"
"""The role of a label whose text is known and not read, such as a critical success factor or a budget."""


class Label(NamedTuple):
    """A label ("Sasaran 1.2"), its number, and what follows it in the same text."""

    name: str
    number: str
    rest: str


@dataclass(slots=True)
class Said:
    """What one box says; `level` is the one that a label in it names, `number` the label's, if any.

    `values` are fields of the statement, `loose` those of an indicator that the box itself does not name; `labelled`
    tells whether a label names the level or an indicator.
    """

    level: Tingkat | None = None
    number: str = ""
    statement: str = ""
    indicators: list[dict[str, Any]] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    loose: dict[str, Any] = field(default_factory=dict)
    labelled: bool = False


def read_box(paragraphs: Iterable[tuple[bool, str]]) -> Said:
    """What paragraphs of a box say, each with whether it opens a further part of the box.

    A label tells of its own paragraph, or alone, of those that follow.
    """
    said = Said()
    current = ""
    for opens_part, paragraph in paragraphs:
        label = label_of(paragraph)
        text = paragraph if label is None else label.rest
        named = label is None or (post_level(label.rest) and post_level(paragraph))
        if named and not current and (level := post_level(paragraph)):
            said.level, said.values["jabatan"] = said.level or level, paragraph
            continue
        if label is not None:
            current = _open(said, label)
        if text:
            role = current or _role_of(text, said, opens_part=opens_part)
            if role == "pernyataan" and said.statement and label is None:
                role = _role_of(text, said, opens_part=opens_part)
            _take(said, role, None if label is None else label, text)
            if current in FIELDS and said.indicators:
                current = "nama"
            elif current == UNREAD:
                current = ""
    for indicator in said.indicators:
        take_value(indicator)
    return said


def tell_performance(boxes: Iterable[Said]) -> bool:
    """Whether boxes state indicators, and by labels or wording are no chart of an office or of a procedure."""
    several = list(boxes)
    measured = any(is_measured(indicator["nama"]) for said in several for indicator in said.indicators)
    return any(said.labelled and said.indicators for said in several) or (
        measured and any(said.labelled or analyse(said.statement).bentuk in _STATES for said in several)
    )


def _open(said: Said, label: Label) -> str:
    """The role of what follows `label`; its level and number go to `said`."""
    level = level_of(label.name)
    if level is not None and said.level is None:
        said.level, said.number, said.labelled = level, label.number, post_level(label.name) is None
    role = read_heading(label.name).role or ("nama" if is_measured(label.rest) else "pernyataan")
    said.labelled = said.labelled or role == "nama"
    return role if role in FIELDS | {"nama", "pernyataan"} else UNREAD


def _role_of(text: str, said: Said, *, opens_part: bool) -> str:
    """What a paragraph without a label is: an indicator opens with a measure, or follows the statement as an item."""
    if is_measured(text) or (said.statement and (opens_part or ITEM.match(text))):
        return "nama"
    return "pernyataan"


def _take(said: Said, role: str, label: Label | None, text: str) -> None:
    if role == "nama" and not _WORD.search(text):
        _add_value(said, text)
    elif role == "nama":
        said.indicators.append({"nama": clean(text), **_code(label)})
    elif role in {"unit", "jabatan"}:
        said.values[role] = text
    elif role == UNREAD:
        return
    elif role in FIELDS:
        year = None if label is None else read_heading(label.name).year or read_heading(label.number).year
        fields = said.indicators[-1] if said.indicators else said.loose
        if role == "target" and year:
            earlier = fields.get(role)
            fields[role] = {**(earlier if isinstance(earlier, dict) else {}), year: text}
        else:
            fields[role] = text
    else:
        _add_statement(said, text)


def _add_value(said: Said, text: str) -> None:
    """Takes a line without any word as the target of the indicator above it."""
    if said.indicators:
        said.indicators[-1].setdefault("target", clean(text))


def _add_statement(said: Said, text: str) -> None:
    """Adds to the statement; the name of a programme or activity above one is no part of it."""
    text = clean(text)
    code, rest = take_code(text)
    level = opening_level(rest)
    if level is not None:
        text, said.level = rest, said.level or level
        said.values |= {"kode": code} if code else {}
    if said.statement and opening_level(said.statement) and text[0].isupper() and not text.isupper():
        said.values["nomenklatur"], said.statement = said.statement, text
    else:
        said.statement = f"{said.statement} {text}".strip()


def _code(label: Label | None) -> dict[str, str]:
    """The code of an indicator whose label counts in points ("IK 1.2.1")."""
    return {"kode": f"{label.name} {label.number}"} if label and "." in label.number.strip(".") else {}


def label_of(text: str) -> Label | None:
    """The label that `text` opens with ("IKU 1: …", "Sasaran Strategis"); None without one."""
    counted = _COUNTED.fullmatch(text)
    if counted and is_label(counted["name"]):
        return Label(counted["name"], counted["number"].strip("."), "")
    if is_label(text) and not _LABELLED_TEXT.fullmatch(text):
        return Label(text, "", "")
    for pattern in (_LABELLED, _NUMBERED, _ABBREVIATED):
        found = pattern.fullmatch(text)
        if found and (is_label(found["name"]) or (pattern is _ABBREVIATED and is_measured(found["rest"]))):
            return Label(found["name"], (found["number"] or "").strip("."), (found["rest"] or "").strip())
    return None


def is_label(text: str) -> bool:
    """Whether `text` names a level, a statement, an indicator, a field of it or what is not read, and nothing more."""
    return read_level(text) is not None or exact_role(text) != ""


def level_of(label: str) -> Tingkat | None:
    """The level of the statements that `label` heads, or None."""
    heading = read_heading(label)
    level = heading.levels[0] if len(heading.levels) == 1 else read_level(label)
    return None if heading.role == "nama" else level


def post_level(text: str) -> Tingkat | None:
    """The level of the post that `text` names and nothing more ("Kepala Bidang Tani", "Eselon IV - Lurah"), or None."""
    rank, _, post = _RANK.sub("\n", text, count=1).rpartition("\n")
    level = read_level(rank) if rank else None
    folded = f"{fold(post if level else text)} "
    found = next((known for known in _posts() if folded.startswith(f"{known} ")), None)
    if found is None or len(text) > _LONGEST_POST or is_measured(text):
        return None
    return level or Tingkat(_posts()[found])


@cache
def _posts() -> dict[str, str]:
    lists = bundled_istilah("jabatan-tingkat").nilai
    posts = {fold(str(post)): level for level, several in lists.items() for post in several}
    return dict(sorted(posts.items(), key=lambda item: -len(item[0])))


def clean(text: str) -> str:
    """`text` without the bullet or number of a list before it."""
    found = ITEM.match(text)
    bare = without_enumerator(text[found.end() :] if found else text).strip()
    return bare[1:-1].strip() if bare.startswith("(") and bare.endswith(")") else bare


def is_measured(text: str) -> bool:
    """Whether `text` opens with a measure, as indicators do."""
    return analyse(clean(text)).ukuran != NO_MEASURE


def take_value(indicator: dict[str, Any]) -> None:
    """Takes the target and the unit that stand behind the name out of it: "… (80%)", "… : 12 dokumen"."""
    found = _VALUE_BEHIND.search(indicator["nama"]) or _GRADE_BEHIND.search(indicator["nama"])
    if found and "target" not in indicator:
        value = found.groupdict().get("number")
        if value or is_grade(value := found["grade"]):
            indicator["target"] = value
            indicator["nama"] = indicator["nama"][: found.start()].strip()
    if "satuan" not in indicator and (satuan := unit_behind(indicator["nama"])):
        indicator["satuan"] = satuan


def is_grade(text: str) -> bool:
    """Whether `text` is a mark of performance, such as "BB" or "WTP"."""
    return text in _grades() or bool(find_jenjang(text))


@cache
def _grades() -> frozenset[str]:
    return frozenset(str(grade).upper() for grade in bundled_istilah("huruf-nilai").persis)
