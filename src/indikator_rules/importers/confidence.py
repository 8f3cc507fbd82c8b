"""How sure the reading of a column or a statement is: which words of its heading speak for it, and which values."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from indikator_rules.importers.headings import opening_level, read_level
from indikator_rules.importers.levels import code_level
from indikator_rules.importers.periods import take_period
from indikator_rules.importers.words import fold
from indikator_rules.istilah import bundled_istilah
from indikator_rules.model.pembacaan import DITETAPKAN, Keyakinan
from indikator_rules.model.satuan import satuan_baku

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from indikator_rules.importers.columns import Column
    from indikator_rules.model.pembacaan import Derajat
    from indikator_rules.model.tingkat import Tingkat

MOST_CHECKED = 50
"""How many values of a column are asked whether they fit what its heading says."""
_DEGREES: tuple[Derajat, ...] = ("rendah", "sedang", "tinggi")
_FIT, _MISFIT = 0.9, 0.5
"""The shares of fitting values from which on, and below which, they speak for and against a heading."""
_LEAST_FITTING = 3
_LOOKS_LIKE = 0.6
"""The share of values that makes a column without a known heading look like something."""
_LEVEL_UNKNOWN = Keyakinan(derajat="rendah", sebab="tingkatnya tidak dapat ditentukan")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CODE = re.compile(r"[\w./ -]{0,12}\d[\w./ -]{0,24}")


def column_confidence(column: Column, values: Sequence[str]) -> Keyakinan:
    """How sure it is that `column` holds what its headings say, by these and by the first of its `values`."""
    if column.told:
        return DITETAPKAN
    degree, because = _by_heading(column)
    fits = _FITS.get(column.role)
    checked = values[:MOST_CHECKED]
    if fits is None or not checked:
        return Keyakinan(derajat=_DEGREES[degree], sebab=because if fits is None else f"{because}; belum ada isinya")
    test, words = fits
    fitting = sum(map(test, checked))
    if fitting < _MISFIT * len(checked):
        degree = max(degree - 1, 0)
    elif fitting >= max(_FIT * len(checked), _LEAST_FITTING):
        degree = min(degree + 1, len(_DEGREES) - 1)
    return Keyakinan(derajat=_DEGREES[degree], sebab=f"{because}; {fitting} dari {len(checked)} isinya {words}")


def _by_heading(column: Column) -> tuple[int, str]:
    if not column.words:
        return 1, "judulnya hanya menyebut periode"
    said = take_period(fold(column.heading))[0]
    if said == column.words:
        return 2, "judulnya dikenal"
    if f" {column.words} " in f" {said} ":
        return 1, f"judulnya memuat “{column.words}”"
    return 1, f"judulnya mirip “{column.words}”"


def looks_like(values: Iterable[str]) -> str:
    """The role of a column by its values alone, numbers that only count among them; "" when they do not tell."""
    checked = list(islice(values, MOST_CHECKED))
    if len(checked) > 1 and [value.strip("(). ") for value in checked] == [str(at + 1) for at in range(len(checked))]:
        return "diabaikan"
    for role, test in _LOOKS.items():
        if checked and sum(map(test, checked)) >= _LOOKS_LIKE * len(checked):
            return role
    return ""


def line_confidence(level: Tingkat | None, values: dict[str, Any]) -> Keyakinan:
    """How sure the level of one statement is in a column that mixes levels."""
    if level is None:
        return _LEVEL_UNKNOWN
    if opening_level(values.get("pernyataan") or "") is level:
        return Keyakinan(derajat="tinggi", sebab="tingkat disebut oleh kata pembukanya")
    if code_level(values.get("kode") or "") is level:
        return Keyakinan(derajat="tinggi", sebab="tingkat ditunjukkan oleh kodenya")
    return Keyakinan(derajat="sedang", sebab="tingkat disimpulkan dari judul, nomor, atau baris di sekitarnya")


def weaker(one: Keyakinan, other: Keyakinan) -> Keyakinan:
    """The less sure of the two; `one` when they are equal."""
    return other if _DEGREES.index(other.derajat) < _DEGREES.index(one.derajat) else one


def surer(one: Keyakinan | None, other: Keyakinan | None) -> Keyakinan | None:
    """The surer of the two, as when a second table says the same as the first; `one` when they are equal."""
    if one is None or other is None:
        return one or other
    return other if _DEGREES.index(other.derajat) > _DEGREES.index(one.derajat) else one


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _is_value(text: str) -> bool:
    return _has_digit(text) or text.strip().upper() in _grades()


def is_plain_value(text: str) -> bool:
    """Whether `text` is a value and little else: a number that is no year, a percentage, an amount, a grade."""
    digits, letters = sum(map(str.isdigit, text)), sum(map(str.isalpha, text))
    return (0 < digits >= letters and not _YEAR.fullmatch(text)) or text.strip().upper() in _grades()


def _is_phrase(text: str) -> bool:
    return sum(any(letter.isalpha() for letter in word) for word in text.split()) > 1


def _is_unit(text: str) -> bool:
    return satuan_baku(text) is not None


def _is_level(text: str) -> bool:
    return read_level(text) is not None


def _is_code(text: str) -> bool:
    return _CODE.fullmatch(text.strip()) is not None


def _opens(openings: Callable[[], tuple[str, ...]], text: str) -> bool:
    folded = f"{re.sub(r'^[0-9a-z][ ]', '', fold(text))} "
    return folded.startswith(openings())


@cache
def _grades() -> frozenset[str]:
    return frozenset(str(grade).upper() for grade in bundled_istilah("huruf-nilai").persis)


@cache
def _measure_words() -> tuple[str, ...]:
    return tuple(f"{fold(word)} " for word in bundled_istilah("kata-ukur").persis)


@cache
def _statement_words() -> tuple[str, ...]:
    active = (str(word) for word in bundled_istilah("bentuk-kondisi").nilai)
    return tuple(f"{fold(word)} " for word in (*bundled_istilah("kata-kondisi").persis, *active))


_FITS: dict[str, tuple[Callable[[str], bool], str]] = {
    "pernyataan": (_is_phrase, "berupa kalimat"),
    "nama": (_is_phrase, "berupa kalimat"),
    "satuan": (_is_unit, "satuan yang dikenal"),
    "tingkat": (_is_level, "nama tingkat"),
    "kode": (_is_code, "berupa kode"),
    "kode-indikator": (_is_code, "berupa kode"),
    **dict.fromkeys(("target", "baseline", "realisasi", "kondisi_akhir"), (_is_value, "memuat nilai")),
}
"""For each role whose values can be told: how, and in which words."""
_LOOKS: dict[str, Callable[[str], bool]] = {
    "tingkat": _is_level,
    "satuan": _is_unit,
    "target": is_plain_value,
    "nama": lambda text: _opens(_measure_words, text),
    "pernyataan": lambda text: _opens(_statement_words, text),
}
