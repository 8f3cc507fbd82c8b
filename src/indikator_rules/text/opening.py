"""How a text opens: numbering, form of the statement, measure and direction of the indicator."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from indikator_rules.istilah import bundled_istilah
from indikator_rules.text.kamus import kamus

if TYPE_CHECKING:
    from indikator_rules.text.teks import Teks

BentukPembuka = Literal["kondisi", "administratif", "aktif", "ukuran", "masalah", "nama"]
NO_MEASURE = "tanpa-ukuran"


def numbering(teks: Teks) -> int:
    """The index of the first token that is not numbering; 0 when numbering is all there is."""
    end = _numbering_pattern().match(teks.isi)
    if end is None or not end[0]:
        return 0
    return next((i for i, kata in enumerate(teks.kata) if kata.awal >= end.end()), 0)


@cache
def _numbering_pattern() -> re.Pattern[str]:
    labels = "|".join(re.escape(label).replace(r"\ ", r"\s+") for label in bundled_istilah("bahasa/label-nomor").persis)
    number = r"\d{1,2}(?:\.\d{1,2})*"
    return re.compile(
        rf"\s*(?:[-–—•*·▪]\s*)?(?:(?:{labels})\s*(?:{number}|[ivx]+)?\s*[.:)\-]\s*|(?:{labels})\s*{number}\s+|\(?{number}[.)]+\s*(?=\D)|\(?[a-h][.)]\s*|[ivx]{{1,4}}[.)]\s+)?",
        re.IGNORECASE,
    )


def opening(teks: Teks) -> BentukPembuka:
    """The form of a statement's opening."""
    i = teks.mulai
    if i >= len(teks.kata):
        return "nama"
    if kamus("kata-masalah").at(teks, i) is not None:
        return "masalah"
    if kamus("kata-administratif").at(teks, i) is not None:
        return "administratif"
    if kamus("kata-tersedia").at(teks, i) is not None:
        return "administratif" if kamus("perlengkapan-kantor").at(teks, min(i + 1, len(teks.kata) - 1)) is not None else "kondisi"
    if kamus("kata-kondisi").at(teks, i) is not None or is_nominal_state(teks, i):
        return "kondisi"
    if "#verba-aktif" in teks.kata[i].bentuk.kunci:
        return "aktif"
    if measure(teks) != NO_MEASURE:
        return "ukuran"
    return "kondisi" if _noun_with_quality(teks, i) else "nama"


def is_nominal_state(teks: Teks, i: int) -> bool:
    """Whether token `i` is a verb or adjective made a noun by -nya ("meningkatnya", "optimalnya")."""
    bentuk = teks.kata[i].bentuk
    return bentuk.klitik == "nya" and bentuk.kelas in {"verba", "adjektiva"}


def _noun_with_quality(teks: Teks, start: int) -> bool:
    """Whether a "yang" with an adjective or a state behind it says how the opening noun is."""
    kata = teks.kata
    for i in range(start + 1, len(kata) - 1):
        if kata[i].bentuk.rendah == "yang":
            following = next((k.bentuk for k in kata[i + 1 :] if k.bentuk.kelas != "tugas"), None)
            return following is not None and (following.kelas == "adjektiva" or following.awalan.startswith(("ber", "ter")))
    return False


def measure(teks: Teks) -> str:
    """The class of the measure that opens the text, or "tanpa-ukuran"."""
    i = teks.mulai
    if i >= len(teks.kata):
        return NO_MEASURE
    for nama in ("ukuran-tanpa-kata", "kata-ukur"):
        if (found := kamus(nama).value_at(teks, i)) is not None:
            return str(found)
    return NO_MEASURE


def is_direction(teks: Teks) -> bool:
    """Whether the text opens with a direction or completion word."""
    i = teks.mulai
    if i >= len(teks.kata):
        return False
    return any(kamus(nama).at(teks, i) is not None for nama in ("kata-arah", "kata-kondisi", "kata-administratif", "kata-tersedia")) or is_nominal_state(teks, i)
