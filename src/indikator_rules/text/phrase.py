"""Parts of a text: object, head noun, conjuncts, negation, unit in brackets, official names."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from indikator_rules.text.kamus import ANYWHERE, HEADS
from indikator_rules.text.kata import Rentang, new_rentang
from indikator_rules.text.opening import NO_MEASURE, prepositions
from indikator_rules.text.units import unit_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indikator_rules.text.teks import Teks

_CONTENT = frozenset({"nomina", "verba", "adjektiva"})


def matches_throughout(teks: Teks) -> Mapping[str, list[Rentang]]:
    """Where the lists that may match anywhere do so."""
    return ANYWHERE.throughout(teks.kata)


def core(teks: Teks) -> Rentang | None:
    """The text behind its opening measure, condition or verb of effort, without the closing unit in brackets."""
    end = len(teks.kata) if teks.satuan_kurung is None else teks.satuan_kurung.awal - 1
    start = _past_opening(teks)
    while start < end and teks.kata[start].bentuk.kelas in {"tugas", "tanda"}:
        start += 1
    return new_rentang(Rentang, (start, end)) if start < end else None


def _past_opening(teks: Teks) -> int:
    """The first token behind the opening; measures may be stacked ("Persentase peningkatan jumlah …")."""
    if teks.ukuran == NO_MEASURE and teks.bentuk in {"kondisi", "administratif", "masalah", "aktif"}:
        return _past_condition(teks)
    start = teks.mulai
    found = teks.pembuka if start == teks.kepala else HEADS.at(teks.kata, start)
    while opening := found.get("kata-ukur") or found.get("kata-arah"):
        start += opening.panjang
        found = HEADS.at(teks.kata, start)
    return start


def _past_condition(teks: Teks) -> int:
    """The first token behind the condition; a noun that a "yang" describes is no opening and stays."""
    bentuk = teks.kata[teks.kepala].bentuk
    opened = bentuk.klitik or bentuk.kelas in {"verba", "adjektiva"} or "kata-masalah" in teks.pembuka
    return teks.kepala + 1 if opened else teks.mulai


def head(teks: Teks) -> Rentang | None:
    """The first noun of the object; its first word when it has no noun."""
    if teks.objek is None:
        return None
    start, end = teks.objek
    kata = teks.kata
    i = start
    while i < end and kata[i].bentuk.kelas != "nomina":
        i += 1
    first = i if i < end else start
    return new_rentang(Rentang, (first, first + 1))


def conjuncts(teks: Teks) -> tuple[Rentang, ...]:
    """The conjuncts of the object: cut at conjunctions and commas, fixed pairs and official names kept whole."""
    if teks.objek is None:
        return ()
    (start, end), found = teks.objek, teks.temuan
    joints = [joint.awal for joint in found.get("bahasa/perangkai", ()) if start <= joint.awal < end]
    if not joints:
        return (teks.objek,)
    kept = [*found.get("pasangan-tetap", ()), *found.get("nama-resmi", ())]
    cuts = [i for i in joints if not any(span.awal < i < span.akhir for span in kept)] if kept else joints
    bounds = [start - 1, *cuts, end]
    return tuple([new_rentang(Rentang, (left + 1, right)) for left, right in pairwise(bounds) if right > left + 1])


def content_words(teks: Teks) -> frozenset[str]:
    """The roots of nouns, verbs and adjectives."""
    return frozenset([bentuk.akar for kata in teks.kata if (bentuk := kata.bentuk).kelas in _CONTENT])


def negations(teks: Teks) -> tuple[Rentang, ...]:
    """Every negating word."""
    return tuple(teks.temuan.get("bahasa/negasi", ()))


def unit_in_brackets(teks: Teks) -> Rentang | None:
    """The words between the brackets that end the text, when they are a unit."""
    kata = teks.kata
    if len(kata) < 3 or kata[-1].bentuk.rendah != ")":
        return None
    opening = next((i for i in range(len(kata) - 2, -1, -1) if kata[i].bentuk.rendah == "("), None)
    end = None if opening is None else unit_at(teks, opening + 1)
    if opening is None or end is None or _names_more(teks, end) or _abbreviates(teks, opening):
        return None
    return Rentang(opening + 1, len(kata) - 1)


def _names_more(teks: Teks, i: int) -> bool:
    """Whether a word that is no unit follows: "(orang/bulan)" and "(Rp juta)" are units, "(Indeks KAMI)" is a name."""
    following = teks.kata[i].bentuk
    return following.rendah.isalpha() and following.rendah not in prepositions() and unit_at(teks, i) is None


def _abbreviates(teks: Teks, opening: int) -> bool:
    """Whether the brackets hold the initials of the words before them: "Indeks Kepuasan Masyarakat (IKM)"."""
    short = teks.kata[opening + 1].bentuk.rendah
    before = teks.kata[max(opening - len(short), 0) : opening]
    return len(short) > 1 and short == "".join(kata.bentuk.rendah[0] for kata in before)


def official_names(teks: Teks) -> tuple[Rentang, ...]:
    """Names of programmes, laws and agencies."""
    return tuple(teks.temuan.get("nama-resmi", ()))
