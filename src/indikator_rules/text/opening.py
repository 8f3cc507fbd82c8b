"""How a text opens: numbering, form of the statement, measure and direction of the indicator."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from indikator_rules.istilah import bundled_istilah
from indikator_rules.text.kamus import kamus

if TYPE_CHECKING:
    from indikator_rules.text.kata import Bentuk
    from indikator_rules.text.teks import Teks

BentukPembuka = Literal["kondisi", "administratif", "aktif", "ukuran", "masalah", "nama"]
NO_MEASURE = "tanpa-ukuran"
_NEAR = 4
"""How close behind its opening a deciding noun stands: "tingginya angka kasus kemiskinan"."""


def numbering(teks: Teks) -> int:
    """The index of the first token that is not numbering; 0 when numbering is all there is."""
    if not teks.kata or (teks.kata[0].bentuk.kelas not in {"numeralia", "tanda"} and len(teks.kata[0].bentuk.rendah) > 1 and kamus("bahasa/label-nomor").at(teks, 0) is None):
        return 0
    end = _numbering_pattern().match(teks.isi)
    if end is None or not end[0]:
        return 0
    return next((i for i, kata in enumerate(teks.kata) if kata.awal >= end.end()), 0)


@cache
def _numbering_pattern() -> re.Pattern[str]:
    labels = "|".join(re.escape(label).replace(r"\ ", r"\s+") for label in bundled_istilah("bahasa/label-nomor").persis)
    number = r"\d{1,2}(?:\.\d{1,2})*"
    labelled = rf"(?:{labels})\s*(?:{number}|[ivx]+)?\s*[.:)\-]\s*|(?:{labels})\s*{number}\s+"
    outline = rf"\(?{number}[.)]+\s*(?=\D)|\(?[a-h][.)]\s*|[ivx]{{1,4}}[.)]\s+"
    return re.compile(rf"\s*(?:[-–—•*·▪]\s*)?(?:{labelled}|{outline})?", re.IGNORECASE)


def opening(teks: Teks) -> BentukPembuka:
    """The form of a statement's opening."""
    kata = teks.kata
    start = teks.mulai
    if start >= len(kata):
        return "nama"
    if is_problem(teks, start):
        return "masalah"
    i = past_particles(teks, start)
    if is_problem(teks, i):
        return "masalah"
    if kamus("kata-tersedia").at(teks, i) is not None:
        return "administratif" if _follows(teks, i, "perlengkapan-kantor") else "kondisi"
    if kamus("kata-administratif").at(teks, i) is not None and kamus("kata-kondisi").length_at(teks, i) < 2:  # noqa: PLR2004 - a phrase overrules a word
        return "administratif"
    if kamus("kata-kondisi").at(teks, i) is not None:
        return "kondisi"
    bentuk = kata[i].bentuk
    if is_nominal_state(bentuk):
        return "administratif" if bentuk.awalan.startswith("di") else "kondisi"
    if "#verba-aktif" in bentuk.kunci:
        return "aktif"
    if measure(teks) != NO_MEASURE:
        return "ukuran"
    return "kondisi" if _noun_with_quality(teks, i) else "nama"


def past_particles(teks: Teks, start: int) -> int:
    """The first token from `start` that is no function word ("semakin meningkatnya"); `start` when all are."""
    return next((i for i in range(start, len(teks.kata)) if teks.kata[i].bentuk.kelas != "tugas"), start)


def is_problem(teks: Teks, i: int) -> bool:
    """Whether a problem is named at token `i`: a word of lack or excess, with the kind of noun that makes it a problem."""
    match kamus("kata-masalah").value_at(teks, i):
        case None:
            return False
        case "baik":
            return not _follows(teks, i, "nomina-buruk")
        case "buruk":
            return _follows(teks, i, "nomina-buruk")
        case _:
            return True


def _follows(teks: Teks, i: int, nama: str) -> bool:
    """Whether the list `nama` has an entry close behind token `i`."""
    daftar = kamus(nama)
    return any(daftar.at(teks, k) is not None for k in range(i + 1, min(i + _NEAR, len(teks.kata))))


def is_nominal_state(bentuk: Bentuk) -> bool:
    """Whether a form is a verb or adjective made a noun by -nya ("meningkatnya", "optimalnya")."""
    return bentuk.klitik == "nya" and bentuk.kelas in {"verba", "adjektiva"}


def _noun_with_quality(teks: Teks, start: int) -> bool:
    """Whether a "yang" with an adjective or a state behind it says how the opening noun is."""
    kata = teks.kata
    for i in range(start + 1, len(kata) - 1):
        if kata[i].bentuk.rendah == "yang":
            following = kata[past_particles(teks, i + 1)].bentuk
            return following.kelas == "adjektiva" or following.awalan[:3] in {"ber", "ter"} or "#verba-keadaan" in following.kunci
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
    if teks.mulai >= len(teks.kata):
        return False
    i = past_particles(teks, teks.mulai)
    lists = ("kata-arah", "kata-kondisi", "kata-administratif", "kata-tersedia")
    return is_nominal_state(teks.kata[i].bentuk) or any(kamus(nama).at(teks, i) is not None for nama in lists)
