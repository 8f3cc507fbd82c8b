"""Values of a workbook's cells as a person reads them, and what is doubtful about them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_NUMBER = re.compile(r"[-+]?\d[\d.,]*(?:[eE][-+]?\d+)?\s*%?")
_BEFORE_NUMBERS = frozenset("+-0123456789")
_SHORT = 11
"""How many characters a number that somebody wrote has at most."""
EXACT = 1e12
"""Whole numbers below this have no more than twelve digits."""

ERROR = "Sel berisi galat Excel; isinya dibaca apa adanya."
UNVALUED = "Sel berisi rumus tanpa nilai tersimpan; buka di Excel, hitung ulang, lalu simpan."
_DATE = "Sel berisi tanggal Excel; jika dimaksud sebagai rentang seperti “1-3”, tulis ulang sebagai teks."
_TIME = "Sel berisi jam Excel; jika dimaksud sebagai rasio seperti “1:30”, tulis ulang sebagai teks."
_TEXT = "Angka tersimpan sebagai teks di Excel; dibaca apa adanya."
_DUST = "Angka membawa sisa pembulatan Excel, misalnya 0,30000000000000004; dibaca tanpa sisa itu."


def cell_text(value: object, *, percent: bool = False) -> str:  # noqa: PLR0911 - one for each type of value
    """A value as it reads in its cell: decimal comma, no float dust, "%" where its format shows percents."""
    match value:
        case str():
            return value.strip()
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float():
            return _decimal_comma(value * 100) + "%" if percent else _decimal_comma(value)
        case datetime() if value.time() == time():
            return value.strftime("%d/%m/%Y")
        case datetime():
            return value.strftime("%d/%m/%Y %H:%M")
        case date():
            return value.strftime("%d/%m/%Y")
        case time():
            return value.strftime("%H:%M")
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02d}"
        case _:
            return str(value).strip()


def doubt_of(value: object) -> str:
    """What cannot be trusted in a cell of this value, as a message; "" for nothing."""
    match value:
        case str():
            return _TEXT if value[:1] in _BEFORE_NUMBERS and _NUMBER.fullmatch(value.strip()) else ""
        case bool():
            return ""
        case float():
            return _DUST if _has_dust(value) else ""
        case datetime() | date():
            return _DATE
        case time() | timedelta():
            return _TIME
        case _:
            return ""


def _has_dust(value: float) -> bool:
    """Whether `value` misses a short number by no more than binary arithmetic does; a third has no short number."""
    if value.is_integer() and abs(value) < EXACT:
        return False
    short = f"{value:.12g}"
    return len(short) < _SHORT and float(short) != value


def _decimal_comma(value: float) -> str:
    """Twelve digits at most, where binary dust begins; never an exponent."""
    if abs(value) < EXACT and value == (whole := int(value)):
        return str(whole)
    digits = f"{value:.12f}" if abs(value) < 1 else f"{float(f'{value:.12g}'):f}"
    return digits.rstrip("0").rstrip(".").replace(".", ",") if "." in digits else digits
