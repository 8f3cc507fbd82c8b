"""Why a check could not be made, as people say it in a report; rules and their languages say it shorter."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from indikator_rules.bundled import bundled
from indikator_rules.finding import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indikator_rules.finding import Assessment

_EMPTY = re.compile(r"(?P<what>[\w.-]+) kosong")
_UNKNOWN = re.compile(r"(?P<what>[\w., -]+) tidak diketahui")
_RELATION = re.compile(r"kaitan (?P<one>[\w.-]+) dengan (?P<other>[\w.-]+) tidak diketahui")
_PAIR = re.compile(r"pasangan (?P<one>\S+) dan (?P<other>\S+) tidak ada di tabel \S+")
_UNDECIDED = re.compile(r"“(?P<condition>.+)” tidak dapat dipastikan")
_PLAIN = re.compile(r"[\w ,-]+")
_PATH = re.compile(r"[\w-]+(?:\.[\w-]+)*(?![\w(-])")


def obstacle(because: str) -> str:
    """The clause after "karena": `because` says of a rule what it lacked, in the words of rules."""
    if found := _RELATION.fullmatch(because):
        return f"kaitan {_called(found['one'])} dengan {_called(found['other'])} belum dapat dipastikan"
    if found := _PAIR.fullmatch(because):
        one, other = (listed(_named(found[part])) for part in ("one", "other"))
        return f"kecocokan {one} dengan {other} tidak tercatat dalam daftar acuan"
    if found := _EMPTY.fullmatch(because):
        return f"{_called(found['what'])} belum dicantumkan"
    if found := _UNKNOWN.fullmatch(because):
        return f"{_called(found['what'])} belum diketahui"
    if found := _UNDECIDED.fullmatch(because):
        return f"{listed(_named(found['condition']) or ['datanya'])} belum cukup jelas untuk menilainya"
    return because if _PLAIN.fullmatch(because) else "datanya belum cukup jelas untuk menilainya"


def reason_of(assessment: Assessment) -> str:
    """Why a check was not made, or what a person is asked, as a sentence without its point."""
    lacked = assessment.status is Status.TIDAK_DAPAT_DINILAI
    words = obstacle(assessment.because) if lacked else assessment.because
    return f"{words[:1].upper()}{words[1:]}"


def by_reason(assessments: Iterable[Assessment], *statuses: Status) -> dict[str, list[str]]:
    """The codes of the rules that came to one of `statuses`, by the reason why."""
    codes: dict[str, set[str]] = {}
    for assessment in assessments:
        if assessment.status in statuses:
            codes.setdefault(reason_of(assessment), set()).add(assessment.code)
    return {reason: sorted(of_reason) for reason, of_reason in codes.items()}


def listed(words: Sequence[str]) -> str:
    """The words as a list in a sentence: "A", "A dan B", "A, B, dan C"."""
    *others, last = words
    if not others:
        return last
    return f"{', '.join(others)}{',' if len(others) > 1 else ''} dan {last}"


def _named(condition: str) -> list[str]:
    """What people call the fields that a condition looks at, each once; other words of it say nothing to them."""
    return list(dict.fromkeys(_fields(condition)))


def _fields(condition: str) -> Iterator[str]:
    names = _names()
    for path in _PATH.findall(condition):
        if found := names.get(path) or names.get(path.rpartition(".")[2]):
            yield found


def _called(path: str) -> str:
    names = _names()
    last = path.rpartition(".")[2]
    return names.get(path) or names.get(last) or last.replace("-", " ")


@cache
def _names() -> dict[str, str]:
    content: dict[str, Any] = yaml.safe_load(bundled("rules").joinpath("sebab.yaml").read_text(encoding="utf-8"))
    return dict(content["sebutan"])
