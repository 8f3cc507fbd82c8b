"""Parts of a text: object, head noun, conjuncts, negation, unit in brackets, official names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indikator_rules.text.kamus import kamus
from indikator_rules.text.kata import Rentang
from indikator_rules.text.opening import NO_MEASURE, past_particles

if TYPE_CHECKING:
    from indikator_rules.text.teks import Teks


def core(teks: Teks) -> Rentang | None:
    """The text behind its opening measure, direction, condition or verb of effort, without the closing unit in brackets."""
    end = len(teks.kata) if teks.satuan_kurung is None else teks.satuan_kurung.awal - 1
    start = _past_function_words(teks, _past_opening(teks), end)
    return Rentang(start, end) if start < end else None


def _past_opening(teks: Teks) -> int:
    """The first token behind the opening; measures and directions may be stacked ("Persentase peningkatan jumlah …")."""
    start = teks.mulai
    if teks.ukuran == NO_MEASURE and teks.bentuk in {"kondisi", "administratif", "masalah", "aktif"}:
        return past_particles(teks, start) + 1
    while start < len(teks.kata):
        after = kamus("kata-ukur").at(teks, start) or kamus("kata-arah").at(teks, start)
        if after is None:
            break
        start = after
    return start


def _past_function_words(teks: Teks, start: int, end: int) -> int:
    return next((i for i in range(start, end) if teks.kata[i].bentuk.kelas not in {"tugas", "tanda"}), end)


def head(teks: Teks) -> Rentang | None:
    """The first noun of the object; its first content word when it has no noun."""
    if teks.objek is None:
        return None
    words = range(teks.objek.awal, teks.objek.akhir)
    noun = next((i for i in words if teks.kata[i].bentuk.kelas == "nomina"), teks.objek.awal)
    return Rentang(noun, noun + 1)


def conjuncts(teks: Teks) -> tuple[Rentang, ...]:
    """The conjuncts of the object's first phrase: cut at conjunctions and commas, fixed pairs and names kept whole."""
    if teks.objek is None:
        return ()
    kept = {i for span in (*kamus("pasangan-tetap").find(teks), *teks.nama_resmi) for i in range(span.awal, span.akhir)}
    start, end = teks.objek
    cuts = [i for i in range(start, end) if i not in kept and kamus("bahasa/perangkai").at(teks, i) is not None]
    bounds = [start - 1, *cuts, end]
    return tuple(Rentang(left + 1, right) for left, right in zip(bounds, bounds[1:], strict=False) if right > left + 1)


def content_words(teks: Teks) -> frozenset[str]:
    """The roots of nouns, verbs and adjectives."""
    return frozenset(kata.bentuk.akar for kata in teks.kata if kata.bentuk.kelas in {"nomina", "verba", "adjektiva"})


def negations(teks: Teks) -> tuple[Rentang, ...]:
    """Every negating word."""
    return tuple(kamus("bahasa/negasi").find(teks))


def unit_in_brackets(teks: Teks) -> Rentang | None:
    """The words between the brackets that end the text, when they hold a unit and no number."""
    kata = teks.kata
    if len(kata) < 3 or kata[-1].bentuk.rendah != ")":  # noqa: PLR2004 - two brackets and a word
        return None
    opening = next((i for i in range(len(kata) - 2, -1, -1) if kata[i].bentuk.rendah == "("), None)
    if opening is None:
        return None
    inside = Rentang(opening + 1, len(kata) - 1)
    known = kamus("bahasa/satuan-kurung").at(teks, inside.awal)
    return inside if known is not None and known <= inside.akhir else None


def official_names(teks: Teks) -> tuple[Rentang, ...]:
    """Names of programmes, laws and agencies."""
    return tuple(kamus("nama-resmi").find(teks))
