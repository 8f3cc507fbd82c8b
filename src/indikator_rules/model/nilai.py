"""Target values: what a written value means, and the way back from a number to its Indonesian spelling.

Nothing is guessed: "1.500" without evidence of its decimal style has no number, and what cannot be read stays as text.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from indikator_rules.istilah import bundled_istilah
from indikator_rules.model.satuan import dimensi, find_satuan
from indikator_rules.model.skala import compare_jenjang, find_jenjang

if TYPE_CHECKING:
    from collections.abc import Iterable

JenisNilai = Literal["angka", "persen", "predikat", "rentang", "batas", "rasio", "tanggal", "durasi", "teks", "kosong"]
Tanda = Literal["tepat", "paling-sedikit", "paling-banyak", "lebih-dari", "kurang-dari"]
Gaya = Literal["koma", "titik", "bulat", "ambigu"]
GayaDesimal = Literal["koma", "titik"]


@dataclass(frozen=True, slots=True)
class Nilai:
    """What one written value means.

    `angka` is the number, the bound, the quotient of a ratio, the day number of a full date, or the score behind a
    grade; `bawah` and `atas` are the ends of a range. `satuan` is the unit found inside the text. `urutan` ranks a
    grade on the ordinal scale `skala`, 1 being the worst. `gaya` is how decimals are written; "ambigu" has no `angka`.
    """

    jenis: JenisNilai
    teks: str
    angka: float | None = None
    bawah: float | None = None
    atas: float | None = None
    tanda: Tanda = "tepat"
    satuan: str | None = None
    skala: str | None = None
    urutan: int | None = None
    gaya: Gaya | None = None


def read_nilai(teks: str, gaya: GayaDesimal | None = None) -> Nilai:
    """The meaning of `teks`. `gaya` is the decimal style of its column, where that is known (see `decimal_style`)."""
    return _read_cached(teks, gaya)


def read_target(teks: str, satuan: str | None, gaya: GayaDesimal | None = None) -> Nilai:
    """The meaning of a target cell whose unit stands in another cell: a bare number takes that unit.

    A countable unit settles "1.500": nobody plans one and a half persons.
    """
    nilai = read_nilai(teks, gaya)
    if satuan is None or nilai.satuan is not None:
        return nilai
    if nilai.gaya == "ambigu" and _is_counted(satuan):
        nilai = read_nilai(teks, "koma" if "." in teks else "titik")
    return _with_satuan(nilai, satuan) if nilai.jenis in _NUMERIC else nilai


def compare(first: Nilai, second: Nilai) -> int | None:
    """-1, 0 or 1 as `first` is less than, equal to or more than `second`; None when they are not of like kind."""
    if first.jenis != second.jenis or first.tanda != second.tanda:
        return None
    if first.jenis == "predikat":
        return compare_jenjang(first.teks, second.teks)
    if not _same_dimension(first.satuan, second.satuan):
        return None
    if first.jenis == "rentang":
        return _compare_ends(first, second)
    if first.angka is None or second.angka is None:
        return None
    return _order(first.angka * _size(first), second.angka * _size(second))


def decimal_style(values: Iterable[str]) -> GayaDesimal | None:
    """The decimal style that the values of one column of one instansi show; None without evidence, or with both."""
    styles = {gaya for value in values if (gaya := _shown_style(value)) is not None}
    return styles.pop() if len(styles) == 1 else None


def split_satuan(teks: str) -> tuple[str, str | None]:
    """The value and the unit written behind it: "4 Laporan" -> ("4", "Laporan"); ("WTP", None) where there is none."""
    nilai = read_nilai(teks)
    if nilai.satuan is None or nilai.jenis in {"rasio", "kosong"}:
        return teks, None
    cleaned = _spaced(teks).rstrip(" .,;)")
    if cleaned.startswith(nilai.satuan):
        return cleaned.removeprefix(nilai.satuan).lstrip(" ."), nilai.satuan
    if cleaned.endswith(nilai.satuan):
        return cleaned.removesuffix(nilai.satuan).rstrip(" ("), nilai.satuan
    return teks, None


def clean_dust(teks: str) -> str:
    """`teks` without the dust and exponents of Excel's binary numbers: "73.900000000000006" -> "73.9"."""
    if not _DUST.fullmatch(teks.strip()):
        return teks
    return f"{float(teks):.12f}".rstrip("0").rstrip(".") if abs(float(teks)) < 1 else f"{float(teks):.12g}"


def write_angka(angka: float) -> str:
    """`angka` as it is written in Indonesian: 1500.5 -> "1.500,5"."""
    text = f"{angka:,.10f}" if abs(angka) < 1 else f"{float(f'{angka:.12g}'):,.6f}"
    return text.rstrip("0").rstrip(".").translate(_SWAP) or "0"


_NUMERIC = {"angka", "persen", "batas", "rentang"}
_SWAP = str.maketrans(",.", ".,")
_NUMBER = r"[-+]?\d+(?:[.,]\d+)*(?:[eE][-+]?\d{1,2})?"
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_DECIMAL_STYLE: dict[str, Gaya] = {",": "koma", ".": "titik"}
_FOOTNOTE = re.compile(r"(?<=[\d%])\s*[*†‡]+\)?$")
_DUST = re.compile(r"-?\d+\.\d{12,}|-?\d+(?:\.\d+)?[eE][-+]?\d{1,2}")
_BILANGAN = re.compile(rf"(?P<angka>{_NUMBER})\s*(?P<sisa>.*)")
_RATIO = re.compile(rf"(?P<atas>{_NUMBER})\s*(?P<pemisah>[:/])\s*(?P<bawah>{_NUMBER})\s*(?P<sisa>.*)")
_SYMBOLS: dict[str, Tanda] = {
    "<": "kurang-dari", ">": "lebih-dari", "≤": "paling-banyak", "≥": "paling-sedikit", "<=": "paling-banyak",
    "=<": "paling-banyak", ">=": "paling-sedikit", "=>": "paling-sedikit", "=": "tepat",
}  # fmt: skip
_DATES = (
    re.compile(r"(?P<hari>\d{1,2})\s*[-/. ]\s*(?P<bulan>[^\W\d]+|\d{1,2})\.?\s*[-/. ]\s*(?P<tahun>\d{4})"),
    re.compile(r"(?P<tahun>\d{4})-(?P<bulan>\d{1,2})-(?P<hari>\d{1,2})(?:[ T][\d:.]+)?"),
    re.compile(r"(?P<hari>\d{1,2})\s*[- ]?\s*(?P<bulan>[^\W\d]+)\.?"),
    re.compile(r"(?P<bulan>[^\W\d]+)\.?\s*[- ]?\s*(?P<tahun>\d{4})"),
    re.compile(r"(?P<bulan>[^\W\d]+|\d{1,2})\s*/\s*(?P<tahun>(?:19|20)\d\d)"),
    re.compile(r"(?P<bulan>[^\W\d]{3,})\.?"),
)
_MAX_UNIT_WORDS = 5
_LONGEST_VALUE = 200


@lru_cache(maxsize=65536)
def _read_cached(teks: str, gaya: GayaDesimal | None) -> Nilai:
    if len(teks) > _LONGEST_VALUE:
        return Nilai("teks", teks)
    cleaned = _FOOTNOTE.sub("", _spaced(clean_dust(teks)))
    if _is_kosong(cleaned):
        return Nilai("kosong", teks)
    if find_satuan(cleaned) is not None and not find_jenjang(cleaned):
        return Nilai("kosong", teks, satuan=cleaned)
    tanda, body = _split_tanda(cleaned)
    for read in (_read_tanggal, _read_predikat, _read_rasio, _read_rentang, _read_bilangan):
        if (nilai := read(body, gaya)) is not None:
            bounded = tanda != "tepat" and nilai.angka is not None and nilai.jenis not in {"predikat", "tanggal"}
            return replace(nilai, teks=teks, tanda=tanda, jenis="batas" if bounded else nilai.jenis)
    return Nilai("teks", teks)


def _spaced(teks: str) -> str:
    return " ".join(teks.replace("−", "-").split())


@cache
def _kosong() -> frozenset[str]:
    return frozenset(word.casefold() for word in bundled_istilah("penanda-kosong").persis)


def _is_kosong(cleaned: str) -> bool:
    return not cleaned or cleaned.casefold() in _kosong()


@lru_cache(maxsize=65536)
def is_kosong(teks: str | None) -> bool:
    """Whether a cell says nothing: it is absent, blank, or holds only a mark for "not filled" such as "-" or "n/a"."""
    return teks is None or _is_kosong(_spaced(teks))


def _split_tanda(teks: str) -> tuple[Tanda, str]:
    """The bound that opens `teks`, as a symbol or in words, and the rest."""
    symbol = re.match(r"[<>≤≥=]{1,2}", teks)
    if symbol is not None and symbol[0] in _SYMBOLS:
        return _SYMBOLS[symbol[0]], teks[symbol.end() :].strip()
    words = _bound_pattern().match(teks)
    if words is None:
        return "tepat", teks
    tanda: Tanda = bundled_istilah("penanda-batas").nilai[words[1].casefold()]
    return tanda, teks[words.end() :].strip()


@cache
def _bound_pattern() -> re.Pattern[str]:
    words = sorted(bundled_istilah("penanda-batas").nilai, key=len, reverse=True)
    return re.compile(rf"({'|'.join(map(re.escape, words))})\.?\s+", re.IGNORECASE)


def _read_tanggal(teks: str, _gaya: GayaDesimal | None) -> Nilai | None:
    for pattern in _DATES:
        if (parts := pattern.fullmatch(teks)) is not None and (bulan := _month(parts["bulan"])) is not None:
            return Nilai("tanggal", teks, angka=_day_number(parts.groupdict(), bulan))
    return None


def _month(teks: str) -> int | None:
    if teks.isdecimal():
        return int(teks) if 1 <= int(teks) <= 12 else None
    bulan: int | None = bundled_istilah("nama-bulan").nilai.get(teks.casefold())
    return bulan


def _day_number(parts: dict[str, str], bulan: int) -> float | None:
    """The day number of a full date; None when the year or the day is not said, or there is no such day."""
    try:
        return float(date(int(parts["tahun"]), bulan, int(parts["hari"])).toordinal())
    except (KeyError, ValueError):
        return None


def _read_predikat(teks: str, gaya: GayaDesimal | None) -> Nilai | None:
    if jenjang := find_jenjang(teks):
        return Nilai("predikat", teks, skala=jenjang[0].skala, urutan=jenjang[0].urutan)
    parts = re.fullmatch(r"(?P<luar>[^()]+)\((?P<dalam>[^()]+)\)", teks)
    if parts is None:
        return None
    for grade, score in ((parts["luar"], parts["dalam"]), (parts["dalam"], parts["luar"])):
        number = re.fullmatch(_NUMBER, score.strip())
        if number is not None and (jenjang := find_jenjang(grade)):
            angka, style = _read_number(number[0], gaya)
            return Nilai("predikat", teks, angka, skala=jenjang[0].skala, urutan=jenjang[0].urutan, gaya=style)
    return None


def _read_rasio(teks: str, gaya: GayaDesimal | None) -> Nilai | None:
    parts = _RATIO.fullmatch(teks)
    if parts is None:
        return None
    unit = _unit_of(parts["sisa"])
    atas, style = _read_number(parts["atas"], gaya)
    bawah, _ = _read_number(parts["bawah"], "koma" if "." in parts["bawah"] else gaya)
    if (parts["sisa"] and unit is None) or not bawah or atas is None:
        return None
    return Nilai("rasio", teks, atas / bawah, satuan=unit, gaya=style)


def _read_rentang(teks: str, gaya: GayaDesimal | None) -> Nilai | None:
    parts = _range_pattern().fullmatch(teks)
    if parts is None:
        return None
    unit = _unit_of(parts["sisa"])
    if parts["sisa"] and unit is None:
        return None
    ends = [_read_number(parts[end], gaya) for end in ("awal", "akhir")]
    numbers = sorted(number for number, _ in ends if number is not None)
    style = max((style for _, style in ends), key=_STYLE_STRENGTH.__getitem__)
    if len(numbers) < len(ends):
        return Nilai("rentang", teks, satuan=unit, gaya="ambigu")
    return Nilai("rentang", teks, bawah=numbers[0], atas=numbers[1], satuan=unit, gaya=style)


_STYLE_STRENGTH: dict[Gaya, int] = {"bulat": 0, "ambigu": 1, "koma": 2, "titik": 3}


@cache
def _range_pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, bundled_istilah("penanda-bilangan").nilai["rentang"]))
    unit_inside = r"(?:\s*%)?"
    return re.compile(
        rf"(?P<awal>{_NUMBER}){unit_inside}\s*(?:[-–—]|{words})\s*(?P<akhir>{_NUMBER})\s*(?P<sisa>.*)", re.IGNORECASE
    )


def _read_bilangan(teks: str, gaya: GayaDesimal | None) -> Nilai | None:
    money, body = _split_currency(teks)
    parts = _BILANGAN.fullmatch(body)
    if parts is None:
        return None
    factor, rest = _split_multiple(parts["sisa"])
    unit = money or _unit_of(rest)
    if rest and unit is None and not _is_remark(rest):
        return None
    countable = money is not None or (unit is not None and _is_counted(unit))
    number, style = _read_number(parts["angka"], gaya or (_grouping_style(parts["angka"]) if countable else None))
    scaled = None if number is None else number * factor
    return _with_satuan(Nilai("angka", teks, scaled, gaya=style), unit)


def _with_satuan(nilai: Nilai, satuan: str | None) -> Nilai:
    kind = dimensi(satuan) if satuan is not None else None
    jenis: JenisNilai = nilai.jenis
    if jenis == "angka" and kind in {"persen", "waktu"}:
        jenis = "persen" if kind == "persen" else "durasi"
    return replace(nilai, jenis=jenis, satuan=satuan)


def _split_currency(teks: str) -> tuple[str | None, str]:
    """The currency that opens `teks`, and the rest without the ",-" of old money notation."""
    opening = re.match(r"[^\W\d]+", teks)
    if opening is None or opening[0].casefold() not in _currencies():
        return None, teks
    return opening[0], teks[opening.end() :].lstrip(" .").removesuffix(",-").removesuffix(",--")


@cache
def _currencies() -> frozenset[str]:
    return frozenset(bundled_istilah("penanda-bilangan").nilai["uang"])


def _split_multiple(teks: str) -> tuple[float, str]:
    """The factor of a word such as million that opens `teks` (1 without one), and the rest."""
    first, _, rest = teks.partition(" ")
    factor = bundled_istilah("penanda-bilangan").nilai["kelipatan"].get(first.casefold().rstrip("."))
    return (1.0, teks) if factor is None else (float(factor), rest)


def _unit_of(rest: str) -> str | None:
    """The unit that `rest`, the text behind a number, spells: a known one, or a few words without digits."""
    unit = rest.strip(" .,;")
    bracketed = re.fullmatch(r"\((.+)\)", unit)
    if bracketed is not None:
        return bracketed[1] if find_satuan(bracketed[1]) is not None else None
    if unit.startswith("%") and find_satuan(unit) is None:
        return "%"
    if not unit or (find_satuan(unit) is None and not _looks_like_unit(unit)):
        return None
    return unit


def _looks_like_unit(unit: str) -> bool:
    return len(unit.split()) <= _MAX_UNIT_WORDS and unit[0].isalpha() and not any(sign.isdigit() for sign in unit)


def _is_remark(rest: str) -> bool:
    return re.fullmatch(r"\([^()]*\)|[.,;]+", rest) is not None


def _is_counted(satuan: str) -> bool:
    """Whether `satuan` is counted in whole numbers, as persons and documents are, but not millions of rupiah."""
    known = find_satuan(satuan)
    return known is not None and known.faktor == 1 and known.dimensi in bundled_istilah("satuan-dikenal").entri


def _read_number(text: str, gaya: GayaDesimal | None) -> tuple[float | None, Gaya]:
    """The number that the digits `text` mean and the decimal style they are written in."""
    style = _style_of(text)
    if style == "ambigu":
        if gaya is None or not _GROUPED.fullmatch(text.lstrip("+-")):
            return None, "ambigu"
        style = gaya
    thousands, decimal = (".", ",") if style == "koma" else (",", ".")
    return float(text.replace(thousands, "").replace(decimal, ".")), style


def _style_of(text: str) -> Gaya:
    """How the digits `text` are written, by their own shape alone: "1.500.000" and "0,5" tell, "1.500" does not."""
    digits = text.lstrip("+-")
    marks = [sign for sign in digits if sign in ".,"]
    match marks:
        case []:
            return "bulat"
        case [mark]:
            grouped = _GROUPED.fullmatch(digits) is not None and digits[0] != "0"
            return "ambigu" if grouped else _DECIMAL_STYLE[mark]
        case [*groups, last] if len(set(groups)) == 1 and last != groups[0] and _GROUPED.match(digits):
            return _DECIMAL_STYLE[last]
        case [first, *_] if _GROUPED.fullmatch(digits) and len(set(marks)) == 1:
            return "koma" if first == "." else "titik"
        case _:
            return "ambigu"


def _grouping_style(text: str) -> GayaDesimal | None:
    """The style in which the one mark of an ambiguous `text` groups thousands."""
    if _style_of(text) != "ambigu":
        return None
    return "koma" if "." in text else "titik"


def _shown_style(teks: str) -> GayaDesimal | None:
    """The decimal style that one cell proves by itself."""
    match read_nilai(teks).gaya:
        case "koma":
            return "koma"
        case "titik":
            return "titik"
        case _:
            return None


def _same_dimension(first: str | None, second: str | None) -> bool:
    if first is None or second is None:
        return first is second
    known, other = find_satuan(first), find_satuan(second)
    if known is None or other is None:
        return first.casefold() == second.casefold()
    return known == other or (known.dimensi == other.dimensi and known.faktor != other.faktor)


def _size(nilai: Nilai) -> float:
    satuan = find_satuan(nilai.satuan) if nilai.satuan is not None else None
    return 1.0 if satuan is None else satuan.faktor


def _order(first: float, second: float) -> int:
    if math.isclose(first, second, rel_tol=1e-9, abs_tol=1e-12):
        return 0
    return 1 if first > second else -1


def _compare_ends(first: Nilai, second: Nilai) -> int | None:
    if first.bawah is None or first.atas is None or second.bawah is None or second.atas is None:
        return None
    lower, upper = _order(first.bawah, second.bawah), _order(first.atas, second.atas)
    if lower * upper < 0:
        return None
    return lower or upper
