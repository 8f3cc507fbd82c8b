"""Target values: what a written value means, and which values compare.

Nothing is guessed and nothing is lost: a number of unknown style has no `angka`; what cannot be read stays as text.
The words around numbers stand in `rules/istilah/penanda-{kosong,batas,bilangan}.yaml`.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from indikator_rules.istilah import bundled_istilah
from indikator_rules.model.angka import NUMBER, clean_dust, grouping_style, read_number
from indikator_rules.model.satuan import dimensi, find_satuan
from indikator_rules.model.skala import compare_jenjang, find_jenjang
from indikator_rules.model.tanggal import day_number, is_tanggal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indikator_rules.model.angka import Gaya, GayaDesimal

JenisNilai = Literal["angka", "persen", "predikat", "rentang", "batas", "rasio", "tanggal", "durasi", "teks", "kosong"]
Tanda = Literal["tepat", "paling-sedikit", "paling-banyak", "lebih-dari", "kurang-dari"]


@dataclass(frozen=True, slots=True)
class Nilai:
    """What one written value means.

    `angka` is the number, the bound, the quotient of a ratio, the day number of a full date, the number of a numbered
    grade, or the score behind a grade; None when the text does not make one number. `bawah` and `atas` are the ends
    of a range. `satuan` is the unit found inside the text. `urutan` ranks a grade on the ordinal scale `skala`, 1 being
    the worst. `gaya` is how decimals are written; "ambigu" has no `angka`.
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


@lru_cache(maxsize=65536)
def read_nilai(teks: str, gaya: GayaDesimal | None = None) -> Nilai:
    """The meaning of `teks`. `gaya` is the decimal style of its column, where that is known (see `decimal_style`)."""
    if len(teks) > _LONGEST_VALUE:
        return Nilai("teks", teks)
    if (plain := _PLAIN.fullmatch(teks)) is not None:
        return Nilai("angka", teks, float(teks.replace(",", ".")), gaya=_PLAIN_STYLES[plain[1]])
    cleaned = _FOOTNOTE.sub("", _spaced(clean_dust(teks)))
    if _is_kosong(cleaned):
        return Nilai("kosong", teks)
    if (unfilled := _unfilled_unit(cleaned)) is not None:
        return Nilai("kosong", teks, satuan=unfilled)
    tanda, body = _split_tanda(cleaned)
    for read in _READERS:
        if (nilai := read(body, gaya)) is not None:
            bounded = tanda != "tepat" and nilai.angka is not None and nilai.jenis not in {"predikat", "tanggal"}
            return replace(nilai, teks=teks, tanda=tanda, jenis="batas" if bounded else nilai.jenis)
    return Nilai("teks", teks)


@lru_cache(maxsize=65536)
def read_target(teks: str, satuan: str | None, gaya: GayaDesimal | None = None) -> Nilai:
    """The meaning of a target cell whose unit stands in another cell: a bare number takes that unit.

    A countable unit settles "1.500": nobody plans one and a half persons.
    """
    nilai = read_nilai(teks, gaya)
    if is_kosong(satuan) or satuan is None or nilai.satuan is not None:
        return nilai
    if nilai.gaya == "ambigu" and _is_counted(satuan):
        nilai = read_nilai(teks, grouping_style(teks))
    return _with_satuan(nilai, satuan) if nilai.jenis in _NUMERIC else nilai


@lru_cache(maxsize=65536)
def is_kosong(teks: str | None) -> bool:
    """Whether a cell says nothing: it is absent, blank, or holds only a mark for "not filled" such as "-" or "n/a"."""
    return teks is None or _is_kosong(_spaced(teks))


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


@lru_cache(maxsize=65536)
def mentioned_unit(teks: str) -> str | None:
    """The known unit beside a number or a grade in a text that is no bare value and its unit; None when there is none.

    "R4: 11 Unit" -> "Unit", "proposal yang lolos > 20%" -> "%", "Level 3 (Terdefinisi)" -> "Level".
    """
    if len(teks) > _LONGEST_VALUE:
        return None
    cleaned = _spaced(clean_dust(teks))
    for words in _WORDS_BEHIND_NUMBER.finditer(cleaned):
        if (unit := _longest_unit(words[1])) is not None and not _opens_number(cleaned, words.start(1) + len(unit)):
            return unit
    for opening in _units_before().finditer(cleaned):
        behind = cleaned[opening.end() :]
        if behind[:1].isdigit() or find_jenjang(_REMARK.sub("", behind)):
            return opening[1]
    return None


_NUMERIC = {"angka", "persen", "batas", "rentang"}
_LONGEST_VALUE = 200
_PLAIN = re.compile(r"[0-9]+(?:([.,])[0-9]{1,2})?")
_PLAIN_STYLES: dict[str | None, Gaya] = {None: "bulat", ",": "koma", ".": "titik"}
_LONGEST_UNIT = 5
_PUNCTUATION = re.compile(r"[\s.…·–—~_?*#/()\[\]-]*")
_FOOTNOTE = re.compile(r"(?<=[\d%])\s*[*†‡]+\)?$")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_REMARK = re.compile(r"^\([^()]*\)\s*|\s*\([^()]*\)$")
_SYMBOLS: dict[str, Tanda] = {
    "<": "kurang-dari",
    ">": "lebih-dari",
    "≤": "paling-banyak",
    "≥": "paling-sedikit",
    "<=": "paling-banyak",
    "=<": "paling-banyak",
    ">=": "paling-sedikit",
    "=>": "paling-sedikit",
    "=": "tepat",
}


def _spaced(teks: str) -> str:
    """`teks` on one line with single blanks, without quotes around it and with a plain minus."""
    return " ".join(teks.replace("−", "-").split()).strip("'\"‘’“”")


def _is_kosong(cleaned: str) -> bool:
    return _PUNCTUATION.fullmatch(cleaned) is not None or cleaned.casefold() in _marks_of_nothing()


@cache
def _marks_of_nothing() -> frozenset[str]:
    return frozenset(word.casefold() for word in bundled_istilah("penanda-kosong").persis)


def _unfilled_unit(cleaned: str) -> str | None:
    """The unit that stands alone or behind a mark for a number not filled in: "orang", "X%", "… orang"; else None."""
    if find_satuan(cleaned) is not None and not find_jenjang(cleaned):
        return cleaned
    found = _unfilled().fullmatch(cleaned)
    if found is None:
        return None
    rest = found["sisa"].strip()
    return rest if find_satuan(rest) is not None else _unit_behind(rest) if found["huruf"] else None


@cache
def _unfilled() -> re.Pattern[str]:
    mark = rf"(?P<huruf>(?:{_either(_words('penampung'))})(?:\s+|(?=%)))|[.…·–—~_?*#-]+\s*"
    return re.compile(rf"(?:{mark})(?P<sisa>[^\d\s.…·–—~_?*#-].*)", re.IGNORECASE)


# ---- bounds


def _split_tanda(teks: str) -> tuple[Tanda, str]:
    """The bound that `teks` states, as a symbol or in words, and the rest without words that merely open a value."""
    if find_jenjang(teks):
        return "tepat", teks
    symbol = re.match(r"[<>≤≥=]{1,2}", teks)
    if symbol is not None and symbol[0] in _SYMBOLS:
        return _SYMBOLS[symbol[0]], teks[symbol.end() :].strip()
    for part, pattern in (("awalan", r"(?:{})\.?\s+(?P<isi>.+)"), ("akhiran", r"(?P<isi>.+?)\s+(?:{})")):
        for tanda, words in _bounds(part, pattern):
            if (found := words.fullmatch(teks)) is not None:
                return tanda, found["isi"]
    return "tepat", _opening().sub("", teks)


@cache
def _bounds(part: str, pattern: str) -> tuple[tuple[Tanda, re.Pattern[str]], ...]:
    return tuple(
        (tanda, re.compile(pattern.format(_either(words)), re.IGNORECASE))
        for tanda, words in bundled_istilah("penanda-batas").nilai[part].items()
    )


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"^(?:[±~≈]\s*|(?:{_either(_words('pembuka'))})\s+(?=[\d<>≤≥]))", re.IGNORECASE)


def _words(part: str) -> list[str]:
    words: list[str] = bundled_istilah("penanda-bilangan").nilai[part]
    return words


def _either(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


# ---- kinds of values, each read from the text behind a bound


def _read_tanggal(teks: str, _gaya: GayaDesimal | None) -> Nilai | None:
    if is_tanggal(teks):
        return Nilai("tanggal", teks, angka=day_number(teks))
    ends = _range_mark().split(teks, maxsplit=1)
    return Nilai("tanggal", teks) if len(ends) > 1 and all(map(is_tanggal, ends)) else None


def _read_predikat(teks: str, gaya: GayaDesimal | None) -> Nilai | None:
    """A grade; a grade with the score or the remark behind it, "B (65)", "65 / B"; or several grades to choose from."""
    if (grade := _grade(teks)) is not None:
        return grade
    parts = [part.strip() for part in re.split(r"[()/]", teks) if part.strip()]
    grades = [_grade(part) for part in parts]
    found = next((grade for grade in grades if grade is not None), None)
    scores = [part for part in parts if re.fullmatch(NUMBER, part)]
    if found is None or len(parts) != 2:
        return None
    if scores:
        angka, style = read_number(scores[0], gaya)
        return replace(found, angka=angka, gaya=style)
    if None not in grades and "/" in teks:
        return Nilai("predikat", teks)
    return grades[0] if "(" in teks and not re.search(r"\d", parts[1]) else None


def _grade(teks: str) -> Nilai | None:
    jenjang = find_jenjang(teks)
    if not jenjang:
        return None
    first = jenjang[0]
    return Nilai("predikat", teks, first.angka, skala=first.skala, urutan=first.urutan)


def _read_rasio(teks: str, gaya: GayaDesimal | None) -> Nilai | None:
    parts = _ratio_pattern().fullmatch(teks)
    if parts is None or (unit := _unit_behind(parts["sisa"])) is None:
        return None
    upper, style = read_number(parts["atas"], gaya or grouping_style(parts["atas"]))
    lower, _ = read_number(parts["bawah"], gaya or grouping_style(parts["bawah"]))
    return Nilai("rasio", teks, upper / lower, satuan=unit or None, gaya=style) if upper is not None and lower else None


@cache
def _ratio_pattern() -> re.Pattern[str]:
    mark = rf"\s*[:/]\s*|\s+(?:{_either(_words('rasio'))})\s+"
    return re.compile(rf"(?P<atas>{NUMBER})(?:{mark})(?P<bawah>{NUMBER})\s*(?P<sisa>.*)", re.IGNORECASE)


def _read_rentang(teks: str, gaya: GayaDesimal | None) -> Nilai | None:
    parts = _range_pattern().fullmatch(teks)
    if parts is None or (unit := _unit_behind(parts["sisa"])) is None:
        return None
    (first, style), (last, last_style) = read_number(parts["awal"], gaya), read_number(parts["akhir"], gaya)
    if first is None or last is None:
        return Nilai("rentang", teks, satuan=unit or None, gaya="ambigu")
    style = last_style if style == "bulat" else style
    return Nilai("rentang", teks, bawah=min(first, last), atas=max(first, last), satuan=unit or None, gaya=style)


def _read_tolerance(teks: str, gaya: GayaDesimal | None) -> Nilai | None:
    """A value with the distance it may be off: "2,5 ± 1%" is what lies between 1,5 and 3,5."""
    parts = _tolerance_pattern().fullmatch(teks)
    if parts is None or (unit := _unit_behind(parts["sisa"])) is None:
        return None
    (middle, style), (distance, distance_style) = read_number(parts["tengah"], gaya), read_number(parts["jarak"], gaya)
    if middle is None or distance is None:
        return Nilai("rentang", teks, satuan=unit or None, gaya="ambigu")
    style = distance_style if style == "bulat" else style
    return Nilai("rentang", teks, bawah=middle - distance, atas=middle + distance, satuan=unit or None, gaya=style)


@cache
def _tolerance_pattern() -> re.Pattern[str]:
    mark = _either(_words("toleransi"))
    return re.compile(
        rf"(?P<tengah>{NUMBER})(?:\s*%)?\s*(?:{mark})\s*(?P<jarak>{NUMBER})\s*(?P<sisa>.*)", re.IGNORECASE
    )


def read_ends(written: str) -> tuple[float, float] | None:
    """The ends of the range that opens a text ("1–5", "(0 s.d. 100)"); None when none does."""
    parts = _range_pattern().match(re.sub(r"^\W+", "", written))
    if parts is None:
        return None
    (low, _), (high, _) = read_number(parts["awal"]), read_number(parts["akhir"])
    return None if low is None or high is None else (low, high)


@cache
def _range_mark() -> re.Pattern[str]:
    return re.compile(rf"\s*[-–—]\s*|\s+(?:{_either(_words('rentang'))})\s+", re.IGNORECASE)


@cache
def _range_pattern() -> re.Pattern[str]:
    mark = rf"[-–—]|{_either(_words('rentang'))}"
    return re.compile(rf"(?P<awal>{NUMBER})(?:\s*%)?\s*(?:{mark})\s*(?P<akhir>{NUMBER})\s*(?P<sisa>.*)", re.IGNORECASE)


def _read_bilangan(teks: str, gaya: GayaDesimal | None) -> Nilai | None:
    if teks.casefold() in _words("nol"):
        return Nilai("angka", teks, 0.0, gaya="bulat")
    money, body = _split_currency(teks)
    parts = _NUMBER_WITH_UNIT.fullmatch(re.sub(r",-+$", "", body))
    if parts is None or _NUMBERING.match(teks):
        return None
    factor, rest = _split_multiple(parts["sisa"], "kelipatan" if money is None else "kelipatan-uang")
    unit = _unit_behind(rest)
    if unit is None:
        return None
    unit = money or unit or None
    counted = money is not None or (unit is not None and _is_counted(unit))
    number, style = read_number(parts["angka"], gaya or (grouping_style(parts["angka"]) if counted else None))
    times = float(parts["kali"] or 1)
    return _with_satuan(Nilai("angka", teks, None if number is None else times * number * factor, gaya=style), unit)


_NUMBER_WITH_UNIT = re.compile(rf"\(?(?:(?P<kali>\d+)\s*[x×]\s*(?=\d))?(?P<angka>{NUMBER})\)?\s*(?P<sisa>.*)")


def _read_scaled(teks: str, gaya: GayaDesimal | None) -> Nilai | None:
    """A number with the scale it is on: "3,5 dari skala 5"."""
    parts = _scaled_pattern().fullmatch(teks)
    if parts is None:
        return None
    number, style = read_number(parts["angka"], gaya)
    return Nilai("angka", teks, number, satuan=parts["skala"], gaya=style)


@cache
def _scaled_pattern() -> re.Pattern[str]:
    link, mark = _either(_words("rasio")), _either(_words("skala"))
    return re.compile(
        rf"(?P<angka>{NUMBER})\s*(?:(?:{link})\s+|/\s*)?\(?(?P<skala>{mark})\s*:?\s*{NUMBER}[^\w]*(?:{NUMBER})?\)?",
        re.IGNORECASE,
    )


def _read_several(teks: str, gaya: GayaDesimal | None) -> Nilai | None:
    """Several numbers with units of their own, as the parts of one duration: "3 hari 5 jam"."""
    values = [_read_bilangan(part, gaya) for part in _joint().split(teks) if part]
    parts = [value for value in values if value is not None and value.jenis == "durasi" and value.angka is not None]
    if len(values) < 2 or len(parts) < len(values):
        return None
    return replace(parts[0], angka=sum((part.angka or 0) * _size(part) for part in parts) / _size(parts[0]))


@cache
def _joint() -> re.Pattern[str]:
    """What parts two numbers with units: a joining word, or the blank before the second number."""
    return re.compile(rf"\s+(?:{_either(_words('gabung'))})\s+|(?<=[^\W\d])\s+(?=\d)", re.IGNORECASE)


def _read_mention(teks: str, _gaya: GayaDesimal | None) -> Nilai | None:
    """A text that mentions a grade or a number which is not to be reduced to one value: "1 dokumen dan 2 laporan"."""
    for word in re.findall(r"\b[A-Z]{2,}\b", teks):
        if (grade := _grade(word)) is not None:
            return grade
    return Nilai("angka", teks) if re.search(r"\d", _NUMBERING.sub("", teks)) else None


_NUMBERING = re.compile(r"^\(?\d{1,2}[.)]\s+")


_READERS = (
    _read_tanggal,
    _read_predikat,
    _read_rasio,
    _read_rentang,
    _read_tolerance,
    _read_scaled,
    _read_bilangan,
    _read_several,
    _read_mention,
)


# ---- units inside a value


def _split_currency(teks: str) -> tuple[str | None, str]:
    """The currency that opens `teks`, and the rest."""
    opening = _currency().match(teks)
    if opening is None:
        return None, teks
    return opening[1], teks[opening.end() :]


@cache
def _currency() -> re.Pattern[str]:
    return re.compile(rf"({_either(_words('uang'))})(?![^\W\d])\.?\s*", re.IGNORECASE)


def _split_multiple(teks: str, table: str) -> tuple[float, str]:
    """The factor of a word such as million that opens `teks` (1 without one), and the rest."""
    first, _, rest = teks.partition(" ")
    factor = bundled_istilah("penanda-bilangan").nilai[table].get(first.casefold().rstrip("."))
    return (1.0, teks) if factor is None else (float(factor), rest)


def _unit_behind(rest: str) -> str | None:
    """The unit that `rest`, the text behind a number, spells; "" for nothing or a remark, None when it is no unit.

    A unit is one that is known, or a few words without digits.
    """
    rest = rest.strip(" .,;")
    if (bracketed := _BRACKETED.fullmatch(rest)) is not None:
        return bracketed[1] if find_satuan(bracketed[1]) is not None else ""
    if find_satuan(rest) is not None:
        return rest
    plain = _REMARK.sub("", rest)
    if not plain or find_satuan(plain) is not None:
        return plain
    if any(sign.isdigit() for sign in plain):
        return None
    first = "%" if plain.startswith("%") else plain.split()[0]
    if dimensi(first) == "persen":
        return first
    return plain if len(plain.split()) <= _LONGEST_UNIT and plain[0].isalpha() else None


_WORDS_BEHIND_NUMBER = re.compile(rf"(?<![\w.,]){NUMBER}\s*\(?(%|[^\W\d][^\s,;:()]*(?:\s[^\W\d][^\s,;:()]*){{0,2}})")


def _opens_number(teks: str, end: int) -> bool:
    """Whether a number follows: the "tahun" of "Nomor 3 Tahun 2024" is no unit of the 3."""
    return teks[end:].lstrip()[:1].isdigit()


def _longest_unit(teks: str) -> str | None:
    """The longest known unit that opens `teks`."""
    words = teks.split()
    return next((unit for n in range(len(words), 0, -1) if find_satuan(unit := " ".join(words[:n])) is not None), None)


@cache
def _units_before() -> re.Pattern[str]:
    return re.compile(rf"\b({_either(_words('satuan-di-depan'))})\b\W{{0,3}}", re.IGNORECASE)


def _with_satuan(nilai: Nilai, satuan: str | None) -> Nilai:
    kind = dimensi(satuan) if satuan is not None and nilai.jenis == "angka" else None
    jenis = _KINDS.get(kind or "", nilai.jenis)
    return Nilai(
        jenis,
        nilai.teks,
        nilai.angka,
        nilai.bawah,
        nilai.atas,
        nilai.tanda,
        satuan,
        nilai.skala,
        nilai.urutan,
        nilai.gaya,
    )


_KINDS: dict[str, JenisNilai] = {"persen": "persen", "waktu": "durasi"}


def _is_counted(satuan: str) -> bool:
    """Whether `satuan` is counted in whole numbers, as persons and documents are, but not millions of rupiah."""
    known = find_satuan(satuan)
    return known is not None and known.faktor == 1 and known.dimensi in bundled_istilah("satuan-dikenal").entri


# ---- comparing


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
    return None if lower * upper < 0 else lower or upper
