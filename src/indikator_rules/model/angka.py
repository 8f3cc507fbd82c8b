"""Numbers as people write them: decimal comma or point, thousands, and the dust of spreadsheets.

Nothing is guessed: "1.500" without evidence of its style is no number.
"""

from __future__ import annotations

import re
from typing import Literal

Gaya = Literal["koma", "titik", "bulat", "ambigu"]
"""How decimals are written: with a comma, with a point, none at all, or not to be told."""

GayaDesimal = Literal["koma", "titik"]

NUMBER = r"[-+]?\d+(?:[.,]\d+)*(?:[eE][-+]?\d{1,2})?"
"""The pattern of a written number."""

_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_DUST = re.compile(r"-?\d+\.\d{12,}|-?\d+(?:\.\d+)?[eE][-+]?\d{1,2}")
_DECIMAL_STYLE: dict[str, GayaDesimal] = {",": "koma", ".": "titik"}
_GROUPING_STYLE: dict[str, GayaDesimal] = {".": "koma", ",": "titik"}
_SWAP = str.maketrans(",.", ".,")


def read_number(text: str, gaya: GayaDesimal | None = None) -> tuple[float | None, Gaya]:
    """The number that the digits `text` mean, and their style; `gaya` decides where they do not tell themselves."""
    style = _style_of(text)
    if style == "ambigu":
        if gaya is None or not _GROUPED.fullmatch(text.lstrip("+-")):
            return None, "ambigu"
        style = gaya
    thousands, decimal = (".", ",") if style == "koma" else (",", ".")
    return float(text.replace(thousands, "").replace(decimal, ".")), style


def grouping_style(text: str) -> GayaDesimal:
    """The style in which the first mark of `text` groups thousands."""
    return next((_GROUPING_STYLE[sign] for sign in text if sign in _GROUPING_STYLE), "koma")


def write_angka(angka: float) -> str:
    """`angka` as it is written in Indonesian: 1500.5 -> "1.500,5"."""
    text = f"{angka:,.10f}" if abs(angka) < 1 else f"{float(f'{angka:.12g}'):,.6f}"
    return text.rstrip("0").rstrip(".").translate(_SWAP) or "0"


def clean_dust(teks: str) -> str:
    """`teks` without the dust and exponents of a spreadsheet's binary numbers: "73.900000000000006" -> "73.9"."""
    if not _DUST.fullmatch(teks.strip()):
        return teks
    number = float(teks)
    return f"{number:.12f}".rstrip("0").rstrip(".") if abs(number) < 1 else f"{number:.12g}"


def _style_of(text: str) -> Gaya:
    """How the digits `text` are written, by their own shape alone: "1.500.000" and "0,5" tell, "1.500" does not."""
    digits = text.lstrip("+-")
    match [sign for sign in digits if sign in ".,"]:
        case []:
            return "bulat"
        case [mark]:
            grouped = _GROUPED.fullmatch(digits) is not None and digits[0] != "0"
            return "ambigu" if grouped else _DECIMAL_STYLE[mark]
        case [*groups, last] if len(set(groups)) == 1 and last != groups[0] and _GROUPED.match(digits):
            return _DECIMAL_STYLE[last]
        case [first, *rest] if set(rest) == {first} and _GROUPED.fullmatch(digits):
            return _GROUPING_STYLE[first]
        case _:
            return "ambigu"
