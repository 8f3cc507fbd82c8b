"""What a statement promises and what an indicator measures: input, activity, output or result.

The head decides, then the predicate behind "yang"; which nouns and predicates tell what stands in the word lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from indikator_rules.text.kamus import kamus
from indikator_rules.text.morphology import roots
from indikator_rules.text.opening import past_particles

if TYPE_CHECKING:
    from indikator_rules.text.kata import Bentuk
    from indikator_rules.text.teks import Teks

JenisHasil = Literal["masukan", "aktivitas", "keluaran", "hasil"]

_NOUNS: tuple[tuple[str, JenisHasil], ...] = (
    ("nomina-masukan", "masukan"),
    ("nomina-hasil", "hasil"),
    ("nomina-keluaran", "keluaran"),
    ("nomina-administratif", "keluaran"),
    ("nomina-proses", "aktivitas"),
)
_PREDICATES = ("predikat-aktivitas", "predikat-keluaran", "predikat-hasil", "predikat-terima")
_COUNTS = frozenset({"jumlah", "luas", "panjang", "volume"})
_SHARES = frozenset({"persentase", "cakupan", "rasio", "tingkat", "rata-rata", "waktu"})


def statement_result(teks: Teks) -> JenisHasil | None:
    """What a statement promises, by its opening and the noun behind it."""
    i = past_particles(teks, teks.mulai)
    noun = _noun(teks)
    match teks.bentuk:
        case "administratif":
            if noun != "aktivitas" and _opens_object(teks, "nomina-layanan"):
                return "keluaran"
            promised = kamus("kata-administratif").value_at(teks, i)
            return "aktivitas" if noun == "aktivitas" else cast("JenisHasil", promised or "keluaran")
        case "kondisi" if kamus("kata-tersedia").at(teks, i) is not None:
            return "keluaran"
        case "kondisi" | "masalah":
            return "hasil" if noun is None or _predicate(teks) == "predikat-hasil" else noun
        case "aktif":
            promised = kamus("verba-upaya").value_at(teks, i) or "aktivitas"
            return noun or "hasil" if promised == "hasil" else cast("JenisHasil", promised)
        case "ukuran":
            return teks.jenis_indikator
        case "nama" if noun is None:
            return "hasil" if kamus("kata-arah").at(teks, i) is not None else _delivered(teks)
        case "nama":
            return noun


def indicator_result(teks: Teks) -> JenisHasil | None:
    """What an indicator measures, by its measure, the noun behind it and the predicate."""
    if teks.objek is None:
        return None
    match teks.ukuran:
        case measure if measure in _COUNTS:
            return _count(teks)
        case measure if measure in _SHARES:
            return _share(teks)
        case "tanpa-ukuran":
            return statement_result(teks) if teks.arah else _noun(teks) or _delivered(teks)
        case _:
            return "masukan" if _noun(teks) == "masukan" else "hasil"


def _count(teks: Teks) -> JenisHasil:
    """What a number of things measures: things are products, unless they are resources held, doings or states reached."""
    noun, predicate = _noun(teks), _predicate(teks)
    if noun == "masukan" or (predicate is None and _opens_object(teks, "nomina-tenaga")):
        return "masukan"
    if predicate in {"predikat-keluaran", "predikat-terima"} or _opens_object(teks, "nomina-penyediaan"):
        return "keluaran"
    if noun is None:
        return "hasil" if predicate == "predikat-hasil" else "keluaran"
    return noun


def _share(teks: Teks) -> JenisHasil:
    """What a share of a whole measures: own doings, provision, or a state that the predicate or the noun names."""
    noun, predicate = _noun(teks), _predicate(teks)
    if noun == "masukan" or (teks.ukuran == "rasio" and predicate is None and _opens_object(teks, "nomina-tenaga")):
        return "masukan"
    if predicate == "predikat-aktivitas":
        return "aktivitas"
    if predicate == "predikat-keluaran" or _opens_object(teks, "nomina-penyediaan"):
        return "keluaran"
    if noun == "aktivitas":
        return noun
    return "hasil" if predicate is not None or noun is None else noun


def _delivered(teks: Teks) -> JenisHasil | None:
    return "keluaran" if _predicate(teks) == "predikat-keluaran" else None


def _opens_object(teks: Teks, nama: str) -> bool:
    return teks.objek is not None and kamus(nama).at(teks, teks.objek.awal) is not None


def _noun(teks: Teks) -> JenisHasil | None:
    """What the opening noun of the object tells: by the lists, else by its form (pe-…-an is a doing, ke-…-an a state)."""
    if teks.objek is None:
        return None
    start = kamus("sifat-pekerjaan").at(teks, teks.objek.awal)
    if start is not None and start < teks.objek.akhir and kamus("nomina-proses").at(teks, start) is not None:
        return "aktivitas"
    lengths = [(kamus(nama).length_at(teks, teks.objek.awal), jenis) for nama, jenis in _NOUNS]
    longest, jenis = max(lengths, key=lambda pair: pair[0])
    return jenis if longest else _by_form(teks.kata[teks.objek.awal].bentuk)


def _by_form(bentuk: Bentuk) -> JenisHasil | None:
    match bentuk.awalan.split("+")[0], bentuk.akhiran:
        case "peN", "an":
            return "aktivitas"
        case "ke", "an" if roots().get(bentuk.akar) in {"adjektiva", "verba"}:
            return "hasil"
        case _:
            return None


def _predicate(teks: Teks) -> str | None:
    """Which list holds the predicate behind "yang" or "dalam"; a passive verb that none holds tells of a thing delivered."""
    kata = teks.kata
    for i in range(teks.mulai, len(kata) - 1):
        if kamus("bahasa/penanda-predikat").at(teks, i) is not None:
            at = past_particles(teks, i + 1)
            lengths = [(kamus(nama).length_at(teks, at), nama) for nama in _PREDICATES]
            longest, nama = max(lengths, key=lambda pair: pair[0])
            if longest:
                return nama
            if kata[at].bentuk.awalan.startswith("di"):
                return "predikat-keluaran"
    return None
