"""How a text opens: numbering, form of the statement, measure and direction of the indicator."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from indikator_rules.istilah import bundled_istilah
from indikator_rules.text.kamus import HEADS, kamus
from indikator_rules.text.morphology import ENCLITIC, adjectives, analyse_form, is_foreign

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indikator_rules.text.kamus import Cocok
    from indikator_rules.text.kata import Bentuk, Kata
    from indikator_rules.text.teks import Teks

BentukPembuka = Literal["kondisi", "administratif", "aktif", "ukuran", "masalah", "nama"]
NO_MEASURE = "tanpa-ukuran"
_LONGEST_NUMBER = 3
"""The most letters of a number or sign that opens a text: "iii", "•"; longer ones are numerals or labels."""
_NEAR = 4
"""How close behind its opening a deciding noun stands: "tingginya angka kasus kemiskinan"."""
_DOINGS = frozenset({"nomina-proses", "nomina-penyediaan", "nomina-layanan"})
_DIRECTIONS = frozenset({"kata-arah", "kata-kondisi", "kata-administratif", "kata-tersedia"})


def past_numbering(isi: str, kata: tuple[Kata, ...]) -> int:
    """The index of the first token that is not numbering; 0 when numbering is all there is."""
    if not kata:
        return 0
    first = kata[0].bentuk
    if len(first.rendah) > _LONGEST_NUMBER and not _may_be_code(first):
        return 0
    end = _numbering_pattern().match(isi)
    if end is None or not end[0]:
        return 0
    return next((i for i, word in enumerate(kata) if word.awal >= end.end()), 0)


def _may_be_code(bentuk: Bentuk) -> bool:
    return bentuk.kelas == "numeralia" or bentuk.rendah[-1].isdigit() or bentuk.rendah in _label_words()


@cache
def _label_words() -> frozenset[str]:
    return frozenset(label.split()[0] for label in bundled_istilah("bahasa/label-nomor").persis)


@cache
def _numbering_pattern() -> re.Pattern[str]:
    labels = "|".join(re.escape(label).replace(r"\ ", r"\s+") for label in bundled_istilah("bahasa/label-nomor").persis)
    number = r"\d{1,2}(?:\.\d{1,2})*"
    labelled = rf"(?:{labels})[.\-]?\s*{number}[.:)\-]*\s+|(?:{labels})\s*(?:{number}|[ivx]+)?\s*[.:)\-]\s*"
    lettered = rf"[a-z][.\-]?{number}[.:)]+\s+|[a-z]\.{number}\s+"
    outline = rf"\(?{number}[.)]+\s*(?=\D)|\d{{1,2}}(?:\.\d{{1,2}})+\s+(?=[^\W\d])|\(?[a-h][.)]\s*|[ivx]{{1,4}}[.)]\s+"
    coded = rf"[\[(]\s*(?:(?:{labels}|[a-z]{{1,2}})[\s.\-]*{number}|{labels}|{number})\s*[\])]\s*[.:]?\s*"
    return re.compile(rf"\s*[\"“”„‘«]*\s*(?:[-–—•*·▪]\s*)?(?:{coded}|{labelled}|{lettered}|{outline})?", re.IGNORECASE)


def opening_entries(teks: Teks) -> Mapping[str, Cocok]:
    """The lists that have an entry at the head word, each with its longest; "terkelola" stands for "terkelolanya"."""
    kata, i = teks.kata, teks.kepala
    found = HEADS.at(kata, i)
    if i >= len(kata) or "#verba-ter" not in kata[i].bentuk.kunci:
        return found
    state = replace(kata[i], bentuk=analyse_form(kata[i].bentuk.rendah + ENCLITIC))
    return {**HEADS.at((state, *kata[i + 1 :]), 0), **found}


def past_particles(kata: tuple[Kata, ...], start: int) -> int:
    """The first token from `start` on that is no function word ("semakin"); the number of tokens when all are."""
    i = start
    while i < len(kata) and kata[i].bentuk.kelas == "tugas":
        i += 1
    return i


def opening(teks: Teks) -> BentukPembuka:  # noqa: PLR0911 - one line a form, in order of precedence
    """The form of a statement's opening."""
    i = teks.kepala
    if i >= len(teks.kata):
        return "nama"
    found = teks.pembuka
    if ("kata-masalah" in found and _is_problem(teks, i)) or (i != teks.mulai and _is_problem(teks, teks.mulai)):
        return "kondisi" if _is_solved(teks, i) else "masalah"
    if "kata-tersedia" in found:
        return "administratif" if _follows(teks, i, "perlengkapan-kantor") else "kondisi"
    if "kata-kondisi" in found and ("kata-administratif" not in found or found["kata-kondisi"].panjang > 1):
        return "kondisi"
    if "kata-administratif" in found:
        return "administratif"
    bentuk = teks.kata[i].bentuk
    if is_nominal_state(bentuk):
        return "administratif" if _tells_of_doing(bentuk) and not tells_quality(teks) else "kondisi"
    if "#verba-aktif" in bentuk.kunci or "verba-upaya" in found:
        return "aktif"
    if _closes_with_change(teks, i):
        return "kondisi"
    if teks.ukuran != NO_MEASURE:
        return "ukuran"
    return _form_of_clause(teks, i) or ("kondisi" if _noun_with_quality(teks, i) else "nama")


def tells_quality(teks: Teks) -> bool:
    """Whether the text says how something is or is done: an adjective behind "yang", or "secara efisien"."""
    return teks.predikat == "hasil" or not kamus("penanda-mutu").kunci.isdisjoint(teks.kunci)


def _tells_of_doing(bentuk: Bentuk) -> bool:
    """Whether a state is no more than work done: "dibangunnya", or "terbimbingnya", since "bimbingan" is a doing."""
    return bentuk.awalan.startswith("di") or (bentuk.awalan == "ter" and bentuk.akar in doing_roots())


@cache
def doing_roots() -> frozenset[str]:
    """The roots of the listed doings of one word."""
    return frozenset(analyse_form(doing).akar for doing in bundled_istilah("nomina-proses").persis if doing.isalpha())


def _is_problem(teks: Teks, i: int) -> bool:
    """Whether token `i` names a problem: a word of lack or excess, with a noun that makes it one."""
    match HEADS.at(teks.kata, i).get("kata-masalah"):
        case None | (_, "bukan"):
            return False
        case (_, "baik"):
            return not _follows(teks, i, "nomina-buruk")
        case (_, "buruk"):
            return _follows(teks, i, "nomina-buruk")
        case _:
            return True


def _is_solved(teks: Teks, i: int) -> bool:
    """Whether a noun that names a problem is told to change: "ketimpangan antarwilayah menurun"."""
    bentuk = teks.kata[i].bentuk
    return bentuk.kelas == "nomina" and not bentuk.klitik and _closes_with_change(teks, i)


def _follows(teks: Teks, i: int, nama: str) -> bool:
    """Whether the list `nama` has an entry close behind token `i`; a word within an official name is none."""
    named = {k for name in teks.temuan.get("nama-resmi", ()) for k in range(*name)}
    return any(nama in HEADS.at(teks.kata, k) for k in range(i + 1, i + _NEAR) if k not in named)


def is_nominal_state(bentuk: Bentuk) -> bool:
    """Whether a form is a verb or adjective made a noun by -nya ("meningkatnya", "optimalnya")."""
    return "#keadaan" in bentuk.kunci


def _closes_with_change(teks: Teks, start: int) -> bool:
    """Whether the last word says what the opening noun does: "kepuasan masyarakat meningkat"."""
    kata = teks.kata
    last = len(kata) - 1
    while last > start and kata[last].bentuk.kelas == "tanda":
        last -= 1
    return last > start and "kata-kondisi" in HEADS.at(kata, last)


def _form_of_clause(teks: Teks, start: int) -> BentukPembuka | None:
    """What a noun with a verb behind it says: "permohonan terlayani" has the verb of an opening."""
    for kata in teks.kata[start + 1 :]:
        if kata.bentuk.rendah in relative_words():
            return None
        if "#verba-ter" in kata.bentuk.kunci:
            nominal = analyse_form(kata.bentuk.rendah + ENCLITIC)
            found = HEADS.starting(nominal)
            if "kata-administratif" in found:
                return "administratif"
            if "kata-kondisi" in found or "kata-tersedia" in found:
                return "kondisi"
    return None


@cache
def relative_words() -> frozenset[str]:
    """The words that join a noun and what is told of it."""
    return frozenset(bundled_istilah("bahasa/kata-relatif").persis)


@cache
def prepositions() -> frozenset[str]:
    """The words that stand before a noun: "di", "untuk"."""
    return frozenset(bundled_istilah("bahasa/preposisi").persis)


def _noun_with_quality(teks: Teks, start: int) -> bool:
    """Whether a "yang" with a quality says how the opening noun is; "penyediaan … anak yang memerlukan" is a doing."""
    if relative_words().isdisjoint(teks.kunci):
        return False
    kata = teks.kata
    relative = next((i for i in range(start + 1, len(kata)) if kata[i].bentuk.rendah in relative_words()), len(kata))
    predicate = past_particles(kata, relative + 1)
    if predicate >= len(kata):
        return False
    bentuk = kata[predicate].bentuk
    if bentuk.kelas == "adjektiva" or bentuk.awalan[:3] in {"ber", "ter"} or bentuk.rendah in adjectives():
        return True
    return "#verba-keadaan" in bentuk.kunci and _DOINGS.isdisjoint(HEADS.at(kata, start))


def measure(teks: Teks) -> str:
    """The class of the measure that opens the text, or "tanpa-ukuran"."""
    found = teks.pembuka if teks.kepala == teks.mulai else HEADS.at(teks.kata, teks.mulai)
    named = found.get("ukuran-tanpa-kata") or found.get("kata-ukur") or _foreign_measure(teks)
    return NO_MEASURE if named is None else str(named.nilai)


def _foreign_measure(teks: Teks) -> Cocok | None:
    """The measure that closes a foreign name ("Crime Clearance Rate"): foreign phrases have their head at the end."""
    kata = teks.kata
    for i in range(teks.mulai, min(teks.mulai + _NEAR, len(kata))):
        if i > teks.mulai and (named := HEADS.at(kata, i).get("ukuran-asing")) is not None:
            return named
        if not is_foreign(kata[i].bentuk):
            return None
    return None


def is_direction(teks: Teks) -> bool:
    """Whether the text opens with a direction or completion word."""
    i = teks.kepala
    if i >= len(teks.kata):
        return False
    kunci = teks.kata[i].bentuk.kunci
    return "#keadaan" in kunci or "#verba-ter" in kunci or not _DIRECTIONS.isdisjoint(teks.pembuka)
