"""What a statement promises and what an indicator measures: input, activity, output or result.

The head decides, then the predicate behind "yang"; which nouns and predicates tell what stands in the word lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from indikator_rules.text.kamus import kamus
from indikator_rules.text.opening import past_particles

if TYPE_CHECKING:
    from indikator_rules.text.teks import Teks

JenisHasil = Literal["masukan", "aktivitas", "keluaran", "hasil"]

_NOUNS: tuple[tuple[str, JenisHasil], ...] = (
    ("nomina-masukan", "masukan"),
    ("nomina-hasil", "hasil"),
    ("nomina-keluaran", "keluaran"),
    ("nomina-administratif", "keluaran"),
    ("nomina-proses", "aktivitas"),
)
_PREDICATES: tuple[tuple[str, JenisHasil], ...] = (
    ("predikat-aktivitas", "aktivitas"),
    ("predikat-keluaran", "keluaran"),
    ("predikat-hasil", "hasil"),
)
_COUNTS = frozenset({"jumlah", "luas", "panjang", "volume"})
_SHARES = frozenset({"persentase", "cakupan", "rasio", "tingkat", "rata-rata", "waktu"})


def statement_result(teks: Teks) -> JenisHasil | None:
    """What a statement promises, by its opening and the noun behind it."""
    i = past_particles(teks, teks.mulai)
    noun = _noun(teks)
    match teks.bentuk:
        case "administratif":
            promised = kamus("kata-administratif").value_at(teks, i)
            return "aktivitas" if noun == "aktivitas" else cast("JenisHasil", promised or "keluaran")
        case "kondisi" if kamus("kata-tersedia").at(teks, i) is not None:
            return "keluaran"
        case "kondisi" | "masalah":
            return noun or "hasil"
        case "aktif":
            promised = kamus("verba-upaya").value_at(teks, i) or "aktivitas"
            return noun or "hasil" if promised == "hasil" else cast("JenisHasil", promised)
        case "ukuran":
            return teks.jenis_indikator
        case "nama":
            return "hasil" if kamus("kata-arah").at(teks, i) is not None and noun is None else noun


def indicator_result(teks: Teks) -> JenisHasil | None:
    """What an indicator measures, by its measure, the noun behind it and the predicate."""
    if teks.objek is None:
        return None
    noun = _noun(teks)
    if noun == "masukan":
        return noun
    match teks.ukuran:
        case measure if measure in _COUNTS:
            return "aktivitas" if noun == "aktivitas" else "hasil" if noun == "hasil" or _predicate(teks) == "hasil" else "keluaran"
        case measure if measure in _SHARES:
            return _share(teks, noun)
        case "tanpa-ukuran":
            return statement_result(teks) if teks.arah else noun
        case _:
            return "hasil"


def _share(teks: Teks, noun: JenisHasil | None) -> JenisHasil:
    """What a share of a whole measures: a doing or a product when its noun is one, else what the predicate tells."""
    predicate = _predicate(teks)
    if predicate == "aktivitas" or noun == "aktivitas":
        return "aktivitas"
    if noun is not None:
        return noun
    return predicate or "hasil"


def _noun(teks: Teks) -> JenisHasil | None:
    """What the opening noun of the object tells."""
    if teks.objek is None:
        return None
    start = kamus("sifat-pekerjaan").at(teks, teks.objek.awal)
    if start is not None and start < teks.objek.akhir and kamus("nomina-proses").at(teks, start) is not None:
        return "aktivitas"
    lengths = [(kamus(nama).length_at(teks, teks.objek.awal), jenis) for nama, jenis in _NOUNS]
    longest, jenis = max(lengths, key=lambda pair: pair[0])
    return jenis if longest else None


def _predicate(teks: Teks) -> JenisHasil | None:
    """What the predicate behind the first "yang" tells; a passive verb that no list holds tells of a thing delivered."""
    kata = teks.kata
    for i in range(teks.mulai, len(kata) - 1):
        if kata[i].bentuk.rendah == "yang":
            at = past_particles(teks, i + 1)
            lengths = [(kamus(nama).length_at(teks, at), jenis) for nama, jenis in _PREDICATES]
            longest, jenis = max(lengths, key=lambda pair: pair[0])
            if longest:
                return jenis
            return "keluaran" if kata[at].bentuk.awalan.startswith("di") else None
    return None
