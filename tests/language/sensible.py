"""Conditions about a kind of subject that make sense, as an author may write them: of fitting types, in every shape."""

from __future__ import annotations

from hypothesis import strategies as st

from indikator_rules.language.types import (
    BILANGAN,
    DOKUMEN,
    INDIKATOR,
    NILAI,
    SASARAN,
    SERI,
    SKALA,
    TEKS,
    himpunan,
    member,
)
from indikator_rules.language.vocabulary import FIELDS, FUNCTIONS

CLASSES = sorted(
    {field.tipe for field in FIELDS.values() if field.tipe.kelas}
    | {function.result for function in FUNCTIONS.values() if function.result.kelas},
    key=str,
)
WORDS = ("kata-uji", "pola-uji", "angka", "nomina", "verba-aktif", '"mutu"', '"jalan desa"')
PATTERNS = ('[ "mutu" … angka ]', "[ ^ kata-uji sebagai kata ]", "[ (nomina | …2 angka) verba? $ ]", "pola-uji")


def _names(owner, tipe):
    """Fields of `owner` of a type, and sets of it."""
    own = [
        name for (nama, name), field in FIELDS.items() if nama == owner.nama and field.tipe in (tipe, himpunan(tipe))
    ]
    return [name for name in own if name != "tahun"]


def _relations(owner):
    return [
        (name, member(field.tipe))
        for (nama, name), field in FIELDS.items()
        if nama == owner.nama and member(field.tipe) in (SASARAN, INDIKATOR, DOKUMEN)
    ]


def _paths(owner, tipe):
    """Names and paths of two names that give a value of a type, or a set of such values."""
    through = [f"{name}.{last}" for name, inner in _relations(owner) for last in _names(inner, tipe)]
    return _names(owner, tipe) + through


@st.composite
def values(draw, owner, tipe, depth=1):
    """An expression of a type."""
    ways = [st.sampled_from(paths)] if (paths := _paths(owner, tipe)) else []
    if tipe == TEKS:
        ways.append(st.just('"mutu jalan"'))
    if tipe == BILANGAN:
        ways += [st.sampled_from(["0", "3", "50%", "1.500", "0,5", "batas-uji"]), counts(owner)]
    if tipe == NILAI and (series := _paths(owner, SERI)):
        ways.append(st.sampled_from([f"{path}[{when}]" for path in series for when in ("2025", "dokumen.tahun")]))
    if depth:
        ways += [calls(owner, function, depth - 1) for function in FUNCTIONS.values() if function.result == tipe]
        if tipe == BILANGAN:
            ways.append(st.builds("({} {} {})".format, *_sum(owner, depth - 1)))
    return draw(st.one_of(ways)) if ways else draw(st.nothing())


def _sum(owner, depth):
    return values(owner, BILANGAN, depth), st.sampled_from("+-×/"), values(owner, BILANGAN, depth)


@st.composite
def calls(draw, owner, function, depth):
    arguments = []
    for wanted in function.parameters:
        tipe = member(draw(st.sampled_from(wanted)))
        own = ["ini"] if tipe == owner else []
        ways = _paths(owner, tipe) + own
        if tipe == TEKS and depth:
            arguments.append(draw(values(owner, TEKS, depth - 1)))
        elif ways:
            arguments.append(draw(st.sampled_from(ways)))
        else:
            arguments.append(draw(values(owner, tipe, depth)) if tipe not in (INDIKATOR, SASARAN) else "ini")
    return f"{function.name}({', '.join(arguments)})"


def counts(owner):
    return st.sampled_from([f"banyak {name}" for name, inner in _relations(owner) if inner != DOKUMEN] or ["1"])


@st.composite
def predicates(draw, owner, *, year=False):
    """A condition without quantifiers."""
    about = draw(st.sampled_from(["teks", "teks", "kelas", "bilangan", "nilai", "seri", "kolom"]))
    no = draw(st.sampled_from(["", "tidak "]))
    if about == "teks":
        text, other, word = draw(values(owner, TEKS)), draw(values(owner, TEKS)), draw(st.sampled_from(WORDS))
        outside = draw(st.sampled_from(["", " di luar kata-uji", ' di luar [ "mutu" "jalan" ], pola-uji']))
        return draw(
            st.sampled_from(
                [
                    f"{text} kosong",
                    f"{text} {no}terisi",
                    f"{text} {no}diketahui",
                    f"{text} {no}diawali {word}{outside}",
                    f"{text} {no}diakhiri {word}, kata-uji{outside}",
                    f"{text} {no}memuat {word}{outside}",
                    f"{text} {no}memuat {other}",
                    f"{text} {no}cocok {draw(st.sampled_from(PATTERNS))}{outside}",
                    f"{text} {no}termasuk {word}",
                    f"{text} {no}mirip {other} paling sedikit 50%",
                    f"{text} {no}sama dengan {other}",
                    f"{text} {no}berkaitan dengan {other}",
                    f"{text} {no}sesuai dengan {other} menurut tabel-uji",
                    f"{text} {no}sebutan-uji",
                    f"{text} {no}tidak-baku",
                ]
            )
        )
    if about == "kelas":
        tipe = draw(st.sampled_from(CLASSES))
        if not _paths(owner, tipe) and not any(function.result == tipe for function in FUNCTIONS.values()):
            return "dokumen berkolom unit" if owner != DOKUMEN else "judul terisi"
        value, one = draw(values(owner, tipe)), draw(st.sampled_from(tipe.kelas))
        other = draw(values(owner, tipe))
        return draw(
            st.sampled_from(
                [
                    f"{value} adalah {one}",
                    f"{value} bukan {one}",
                    f"{value} {no}termasuk {one}, {tipe.kelas[0]}",
                    f"{value} {no}lebih tinggi daripada {one}",
                    f"{value} {no}lebih rendah daripada {other}",
                    f"{value} {no}sama dengan {other}",
                    f"{value} {no}diketahui",
                ]
            )
        )
    if about == "seri" and (series := _paths(owner, SERI)):
        verdict = draw(st.sampled_from(["membaik", "memburuk", "mendatar", "diketahui"]))
        return f"{draw(st.sampled_from(series))} {no}{verdict}"
    if about == "kolom":
        return f"{'ini' if owner == DOKUMEN else 'dokumen'} {no}berkolom definisi"
    tipe = NILAI if about == "nilai" and owner != DOKUMEN else BILANGAN
    value, other = draw(values(owner, tipe)), draw(values(owner, tipe))
    if year and tipe == NILAI and _paths(owner, SERI):
        value, other = "target[tahun]", draw(st.sampled_from([other, "target[tahun - 1]"]))
    scale = draw(values(owner, SKALA)) if owner != DOKUMEN else "1 sampai 2"
    sign = draw(st.sampled_from(["lebih dari", "kurang dari", "paling sedikit", "paling banyak", "=", "≠"]))
    shapes = [
        f"{value} {sign} {other}",
        f"{value} {no}sama dengan {other}",
        f"{value} {no}dalam rentang {other} sampai 100",
        f"{value} {no}dalam rentang {scale}",
        f"{value} {no}lebih buruk daripada {other}",
        f"{value} {no}lebih baik daripada {other}",
        f"{value} {no}diketahui",
    ]
    if tipe == NILAI and owner != DOKUMEN:
        shapes.append(f"{value} {no}termasuk {scale}")
    return draw(st.sampled_from(shapes))


@st.composite
def sensible(draw, owner, depth=2, *, year=False):
    """A condition about a subject of type `owner`; quantifiers nest at most `depth` times."""
    shape = draw(st.sampled_from(["predikat", "predikat", "dan", "atau", "ada", "setiap", "tahun", "banyak"]))
    relations = [(name, inner) for name, inner in _relations(owner) if inner != DOKUMEN]
    if shape == "predikat" or not depth:
        return draw(predicates(owner, year=year))
    if shape in {"dan", "atau"}:
        return f"({draw(sensible(owner, depth, year=year))}) {shape} ({draw(sensible(owner, depth - 1, year=year))})"
    if shape == "tahun" and owner == INDIKATOR:
        quantifier = draw(st.sampled_from(["ada tahun yang", "setiap tahun memenuhi", "tidak ada tahun yang"]))
        return f"{quantifier} ({draw(sensible(owner, depth - 1, year=True))})"
    if not relations:
        return draw(predicates(owner, year=year))
    name, inner = draw(st.sampled_from(relations))
    body = draw(sensible(inner, depth - 1))
    quantified = {
        "ada": [f"ada {name} yang ({body})", f"tidak ada {name} yang ({body})", f"ada {name}", f"tidak ada {name}"],
        "banyak": [f"banyak {name} yang ({body}) lebih dari 1", f"(banyak {name} yang ({body})) + 1 kurang dari 2"],
    }
    return draw(st.sampled_from(quantified.get(shape, [f"setiap {name} memenuhi ({body})"])))
