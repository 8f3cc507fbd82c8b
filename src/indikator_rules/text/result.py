"""What a statement promises and what an indicator measures: input, activity, output or result.

The head decides, then the predicate behind "yang"; which nouns and predicates tell what stands in the word lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from indikator_rules.text.kamus import HEADS, Cocok, kamus
from indikator_rules.text.morphology import roots
from indikator_rules.text.opening import (
    NO_MEASURE,
    doing_roots,
    is_nominal_state,
    past_particles,
    prepositions,
    relative_words,
    tells_quality,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indikator_rules.text.kata import Bentuk
    from indikator_rules.text.teks import Teks

JenisHasil = Literal["masukan", "aktivitas", "keluaran", "hasil"]
Predikat = Literal["aktivitas", "keluaran", "hasil", "terima", "ada"]

_NOUNS: Mapping[str, JenisHasil] = {
    "nomina-masukan": "masukan",
    "nomina-hasil": "hasil",
    "nomina-keluaran": "keluaran",
    "nomina-administratif": "keluaran",
    "nomina-proses": "aktivitas",
}
_PREDICATES: Mapping[str, Predikat] = {
    "predikat-aktivitas": "aktivitas",
    "predikat-keluaran": "keluaran",
    "predikat-selesai": "hasil",
    "predikat-hasil": "hasil",
    "predikat-terima": "terima",
    "predikat-ada": "ada",
}
_STATES = frozenset({"ter", "ber"})
_OTHERS_DO = frozenset({"ber", "meN"})
_TELLING = frozenset({"verba", "adjektiva"})
_AGENT = ("peN", "")
_COUNTS = frozenset({"jumlah", "luas", "panjang", "volume"})
_QUANTITIES = frozenset({"luas", "panjang", "volume"})
_VALUES = frozenset({"produksi", "nilai", "indeks", "opini", "predikat", "level", "laju"})
_GRADES = frozenset({"nilai", "opini", "predikat", "level"})
_SHARES = frozenset({"persentase", "cakupan", "rasio", "tingkat", "rata-rata"})


def statement_result(teks: Teks) -> JenisHasil | None:  # noqa: PLR0911 - one line a form of opening
    """What a statement promises, by its opening and the noun behind it."""
    noun = teks.jenis_nomina
    opening = teks.pembuka
    match teks.bentuk:
        case "kondisi" | "administratif" if "kata-tersedia" in opening:
            return cast("JenisHasil | None", noun == "aktivitas" and opening["kata-tersedia"].nilai) or "keluaran"
        case "administratif":
            return _work_done(teks)
        case "kondisi" if noun != "hasil" and teks.pokok.get("kata-ukur", _NONE).nilai in _COUNTS | _SHARES:
            return _kind_behind_measure(teks) or "hasil"
        case "kondisi" if opening.get("kata-kondisi", _NONE).nilai and noun != "hasil":
            good = "nomina-layanan" in teks.pokok or (noun != "keluaran" and tells_quality(teks))
            return "hasil" if good else "aktivitas"
        case "kondisi" | "masalah":
            return "hasil" if noun is None or _promises_state(teks) else noun
        case "aktif":
            return _effort(teks)
        case "ukuran":
            return teks.jenis_indikator
        case "nama":
            return _named(teks)


_NONE = Cocok(0, None)


def _work_done(teks: Teks) -> JenisHasil:
    """What work done promises: a doing, unless said of a service or a quality ("terlaksananya efektivitas").

    What tells only how it got done ("terselesaikan tepat waktu …") is about the doing.
    """
    noun, opening = teks.jenis_nomina, teks.pembuka
    if noun is None and "predikat-hasil" in teks.pokok:
        return "aktivitas"
    if noun == "aktivitas" or "kata-administratif" not in opening:
        return noun or ("aktivitas" if is_nominal_state(teks.kata[teks.kepala].bentuk) else "keluaran")
    service = teks.pokok.get("nomina-layanan")
    if service is not None:
        return "keluaran" if service.nilai or not tells_quality(teks) else "hasil"
    if noun == "hasil" and "kata-mutu" in teks.pokok:
        return noun
    return cast("JenisHasil", opening["kata-administratif"].nilai)


def _kind_behind_measure(teks: Teks) -> JenisHasil | None:
    """What is measured where a condition is said of a measure: "meningkatnya jumlah pelatihan"."""
    return None if teks.objek is None else _kind_at(teks, teks.objek.awal + teks.pokok["kata-ukur"].panjang)


def _effort(teks: Teks) -> JenisHasil:
    """What an active verb promises: by the verb, then by its noun and the quality told of it."""
    noun, opening = teks.jenis_nomina, teks.pembuka
    if "verba-upaya" in opening:
        promised = cast("JenisHasil", opening["verba-upaya"].nilai)
    elif noun != "keluaran" and teks.predikat == "hasil":
        promised = "hasil"
    else:
        doing = noun != "hasil" or teks.kata[teks.kepala].bentuk.akar in doing_roots()
        promised = "aktivitas" if doing else "hasil"
    if promised != "hasil":
        return promised
    if noun is None or _is_better_service(teks) or _becomes_real(teks):
        return "hasil"
    return "hasil" if noun != "keluaran" and tells_quality(teks) else noun


def _named(teks: Teks) -> JenisHasil | None:
    """What a bare name promises: a service is delivered, an effort is done, an improvement is a result."""
    noun, opening, found = teks.jenis_nomina, teks.pembuka, teks.pokok
    if "penanda-nomenklatur" in opening:
        named = _kind_at(teks, teks.kepala + opening["penanda-nomenklatur"].panjang)
        return named if named == "keluaran" else "aktivitas"
    if opening.get("kata-arah", _NONE).nilai:
        return "hasil"
    if noun is None:
        state = "kata-arah" in opening or "predikat-hasil" in found or _holds_state(teks)
        return "hasil" if state else _delivered(teks)
    if "kata-arah" in opening or noun != "hasil":
        return noun
    if "nomina-layanan" in found:
        return cast("JenisHasil | None", found["nomina-layanan"].nilai) or noun
    return "aktivitas" if "nomina-upaya" in found else noun


def _promises_state(teks: Teks) -> bool:
    """Whether the words behind a condition tell of a state, whatever its noun tells; a good product is a product."""
    if _is_better_service(teks):
        return True
    if teks.jenis_nomina == "keluaran":
        return _opens_with_state(teks) or (teks.predikat == "hasil" and relative_words().isdisjoint(teks.kunci))
    return _becomes_real(teks) or tells_quality(teks)


def _is_better_service(teks: Teks) -> bool:
    """Whether a service is said to become more or better, whichever office gives it."""
    return "nomina-layanan" in teks.pokok and "kata-administratif" not in teks.pembuka


def _opens_with_state(teks: Teks) -> bool:
    """Whether the opening tells how a thing is ("andalnya", "terlindunginya"), not that there is one or more of it."""
    bentuk = teks.kata[teks.kepala].bentuk
    return bentuk.kelas == "adjektiva" or (bentuk.awalan == "ter" and "kata-perwujudan" not in teks.pembuka)


def _becomes_real(teks: Teks) -> bool:
    """Whether a doing stands for its result: after "terwujudnya", or when only its form makes it a doing."""
    return teks.jenis_nomina == "aktivitas" and (
        "kata-perwujudan" in teks.pembuka or ("nomina-proses" not in teks.pokok and "sifat-pekerjaan" not in teks.pokok)
    )


def indicator_result(teks: Teks) -> JenisHasil | None:
    """What an indicator measures, by its measure, the noun behind it and the predicate."""
    if teks.objek is None:
        return None if teks.ukuran in _COUNTS | _SHARES | {NO_MEASURE} else "hasil"
    match _telling_measure(teks):
        case measure if measure in _COUNTS:
            return _count(teks)
        case measure if measure in _SHARES:
            return _share(teks)
        case "waktu":
            return "aktivitas" if _own_paperwork(teks) else "hasil"
        case measure if measure == NO_MEASURE:
            return _unmeasured(teks)
        case _:
            return "masukan" if teks.jenis_nomina == "masukan" else "hasil"


def _unmeasured(teks: Teks) -> JenisHasil | None:
    if teks.arah:
        return teks.jenis_pernyataan
    if _object_is(teks, "nomina-penyediaan"):
        return "keluaran"
    service = teks.pokok.get("nomina-layanan")
    if service is not None and service.nilai:
        return cast("JenisHasil", service.nilai)
    return teks.jenis_nomina or _clause(teks)


_CLAUSES: Mapping[str | None, JenisHasil] = {
    "keluaran": "keluaran",
    "ada": "keluaran",
    "aktivitas": "aktivitas",
    "hasil": "hasil",
    "terima": "hasil",
}


def _clause(teks: Teks) -> JenisHasil | None:
    """What a sentence in place of an indicator tells, by its verb: "menjadi …", "setiap lansia mendapatkan …"."""
    if teks.predikat is not None:
        return _CLAUSES[teks.predikat]
    for i in range(teks.mulai, len(teks.kata)):
        bentuk = teks.kata[i].bentuk
        if i == teks.kepala and bentuk.kelas == "adjektiva":
            return "hasil"
        if bentuk.kelas not in {"verba", "adjektiva"} and bentuk.awalan[:3] not in {"meN", "ber", "ter"}:
            continue
        found = HEADS.at(teks.kata, i)
        if "kata-administratif" in found:
            return cast("JenisHasil", found["kata-administratif"].nilai)
        told = _longest(found, _PREDICATES)
        if told:
            return _CLAUSES[_PREDICATES[told]]
    return None


def _telling_measure(teks: Teks) -> str:
    """The measure that tells the kind: the first, or the value that it counts ("jumlah produksi")."""
    if teks.objek is None or teks.ukuran == NO_MEASURE or teks.objek.awal <= teks.mulai + 1:
        return teks.ukuran
    values = (HEADS.at(teks.kata, i).get("kata-ukur") for i in range(teks.mulai + 1, teks.objek.awal))
    return next((str(value.nilai) for value in values if value is not None and value.nilai in _VALUES), teks.ukuran)


def _count(teks: Teks) -> JenisHasil:
    """What a number of things measures: products, unless they are resources held, doings or states."""
    noun, predicate = teks.jenis_nomina, _told(teks)
    if noun == "masukan" or _bare_staff(teks):
        return "masukan"
    if predicate in {"keluaran", "terima", "ada"} or _decided(teks):
        return "keluaran"
    if _object_is(teks, "nomina-penyediaan") or (_object_is(teks, "nomina-layanan") and predicate is None):
        return "keluaran"
    if noun is None:
        grown = _object_is(teks, "nomina-pelaku") and predicate is None and not _tells_more(teks, "nomina-pelaku")
        return "hasil" if grown or predicate == "hasil" or _holds_state(teks) else "keluaran"
    return "keluaran" if noun == "aktivitas" and teks.ukuran in _QUANTITIES else noun


def _told(teks: Teks) -> Predikat | None:
    """What the predicate tells, also one without "yang": "pasar direvitalisasi", "perkara lengkap"."""
    if teks.predikat is not None or teks.objek is None or teks.jenis_nomina == "hasil":
        return teks.predikat
    for i in _before_predicate(teks):
        told = _predicate_at(teks, i) if teks.kata[i].bentuk.kelas in _TELLING else None
        if told in {"keluaran", "terima"} and not any(no.akhir == i for no in teks.negasi):
            return told
    return None


def _before_predicate(teks: Teks) -> range:
    """The tokens that describe the counted noun before any "yang"."""
    if teks.objek is None:
        return range(0)
    mark = next(iter(teks.temuan.get("bahasa/penanda-predikat", ())), None)
    return range(teks.objek.awal + 1, mark.awal if mark else teks.objek.akhir)


def _holds_state(teks: Teks, *, active: bool = False) -> bool:
    """Whether what is counted is told by its state, without "yang": "wajib pajak patuh", "sekolah terakreditasi"."""
    end = 0 if teks.objek is None else teks.objek.akhir
    return any(
        _tells_state(teks, i, end, active=active) or HEADS.at(teks.kata, i).get("kata-ukur", _NONE).nilai in _GRADES
        for i in _before_predicate(teks)
    )


def _tells_state(teks: Teks, i: int, end: int, *, active: bool) -> bool:
    listed = HEADS.at(teks.kata, i)
    found = listed.get("predikat-hasil")
    bentuk = teks.kata[i].bentuk
    if found is None:
        return bentuk.kelas == "verba" and bentuk.awalan[:3] == "ber" and "predikat-hubungan" not in listed
    return (
        bentuk.awalan[:3] in _STATES
        or (active and bentuk.awalan == "meN")
        or (bentuk.kelas == "adjektiva" and i + found.panjang == end)
    )


def _share(teks: Teks) -> JenisHasil:  # noqa: PLR0911 - one line a reading, in order of precedence
    """What a share of a whole measures: own doings, provision, or a state that the predicate or the noun names."""
    noun, predicate = teks.jenis_nomina, _told(teks)
    if noun == "masukan" or (teks.ukuran == "rasio" and predicate is None and _object_is(teks, "nomina-tenaga")):
        return "masukan"
    provided = _is_provision(teks)
    if predicate == "terima" or (provided and predicate is None and _is_held_to_standard(teks)):
        return "hasil"
    if predicate in {"keluaran", "ada"} or provided or _decided(teks):
        return "keluaran"
    if predicate == "aktivitas":
        return "hasil" if noun == "keluaran" and _of_others(teks) else predicate
    if noun == "aktivitas":
        return noun if teks.ukuran != "tingkat" or _object_is(teks, "nomina-proses") else "hasil"
    if predicate is not None or noun is None:
        return "hasil"
    delivered = noun == "keluaran" and teks.objek is not None and _is_doing(teks.kata[teks.objek.awal].bentuk)
    return "hasil" if not delivered and _holds_state(teks, active=True) else noun


def _of_others(teks: Teks) -> bool:
    """Whether another party is named: the reports that villages hand in are no work of the office."""
    return not kamus("pihak-lain").kunci.isdisjoint(teks.kunci)


_OTHERS = ("nomina-proses", "nomina-hasil")


def _is_provision(teks: Teks) -> bool:
    """Whether something is there or settled, and no own doing ("penyelesaian pengadaan") or state is named."""
    provision = teks.pokok.get("nomina-penyediaan")
    if provision is None:
        return False
    longer = any(nama in teks.pokok and teks.pokok[nama].panjang > provision.panjang for nama in _OTHERS)
    return not longer and not (teks.jenis_nomina == "aktivitas" and "sifat-pekerjaan" in teks.pokok)


def _is_held_to_standard(teks: Teks) -> bool:
    """Whether those entitled get what they should, as they should; a case settled in time is still a case settled."""
    return "nomina-proses" not in teks.pokok and tells_quality(teks)


def _decided(teks: Teks) -> bool:
    """Whether what is counted was decided or agreed, and is now acted on: "rekomendasi yang dilaksanakan"."""
    return teks.predikat == "aktivitas" and _object_is(teks, "nomina-keputusan")


def _own_paperwork(teks: Teks) -> bool:
    """Whether the time is that of a doing of the office itself ("waktu penyusunan laporan"), not of a service.

    A doing that stands alone ("waktu penyelesaian") is the doer's own.
    """
    found = teks.pokok
    doing = found.get("nomina-proses") or found.get("nomina-penyediaan")
    if doing is None or teks.objek is None or not _is_doing(teks.kata[teks.objek.awal].bentuk):
        return False
    i = past_particles(teks.kata, teks.objek.awal + doing.panjang)
    behind = HEADS.at(teks.kata, i)
    own = "perlengkapan-kantor" in behind or ("nomina-proses" in behind and "nomina-layanan" not in behind)
    return own or i >= teks.objek.akhir


def _delivered(teks: Teks) -> JenisHasil | None:
    return "keluaran" if teks.predikat in {"keluaran", "ada"} else None


def _bare_staff(teks: Teks) -> bool:
    """Whether staff or equipment is counted with nothing told of it: no "bersertifikat", no "penerima beasiswa"."""
    if "nomina-tenaga" not in teks.pokok or teks.predikat not in {None, "ada"}:
        return False
    return teks.predikat == "ada" or not _tells_more(teks, "nomina-tenaga")


def _tells_more(teks: Teks, nama: str) -> bool:
    """Whether behind the entry of `nama` that opens the object a word tells of a state or a part played."""
    after = (0 if teks.objek is None else teks.objek.awal) + teks.pokok[nama].panjang
    return any(_tells(kata.bentuk) for kata in teks.kata[after:])


def _tells(bentuk: Bentuk) -> bool:
    return bentuk.awalan.startswith(("ber", "ter", "di")) or (bentuk.awalan, bentuk.akhiran) == _AGENT


def _object_is(teks: Teks, nama: str) -> bool:
    return nama in teks.pokok


def object_entries(teks: Teks) -> Mapping[str, Cocok]:
    """The lists that have an entry at the start of the object, each with its longest."""
    return {} if teks.objek is None else HEADS.at(teks.kata, teks.objek.awal)


def noun_kind(teks: Teks) -> JenisHasil | None:
    """What the object's first noun tells: by the lists, else by form (pe-…-an a doing, ke-…-an a state)."""
    if teks.objek is None:
        return None
    found = teks.pokok
    if "kata-administratif" in found and teks.ukuran != NO_MEASURE:
        return cast("JenisHasil", found["kata-administratif"].nilai)
    return _kind_at(teks, teks.objek.awal)


def _kind_at(teks: Teks, i: int) -> JenisHasil | None:
    """What the noun at token `i` tells: by the lists, else by form unless it names a thing."""
    if i >= len(teks.kata):
        return None
    found = HEADS.at(teks.kata, i)
    manner = found.get("sifat-pekerjaan")
    if manner is not None and "nomina-proses" in HEADS.at(teks.kata, i + manner.panjang):
        return "aktivitas"
    longest = _longest(found, _NOUNS)
    if longest == "nomina-proses" and "nomina-penyediaan" in found and _is_case(teks, i + found[longest].panjang):
        return "keluaran"
    if longest:
        return _NOUNS[longest]
    return None if "nomina-benda" in found else _kind_by_form(teks.kata[i].bentuk)


def _is_case(teks: Teks, i: int) -> bool:
    """Whether what is handled came from outside: a case, a request, or the handling of one ("tindak lanjut temuan")."""
    found = HEADS.at(teks.kata, i)
    if "nomina-kasus" in found:
        return True
    handling = found.get("nomina-penyediaan")
    return handling is not None and _is_case(teks, i + handling.panjang)


def _longest(found: Mapping[str, Cocok], names: Mapping[str, str]) -> str | None:
    """The one of `names` whose entry is the longest; the first of equals."""
    known = [(found[nama].panjang, nama) for nama in found if nama in names]
    if len(known) < 2:
        return known[0][1] if known else None
    order = list(names)
    return max(known, key=lambda entry: (entry[0], -order.index(entry[1])))[1]


def _is_doing(bentuk: Bentuk) -> bool:
    return (bentuk.awalan, bentuk.akhiran) == ("peN", "an")


def _kind_by_form(bentuk: Bentuk) -> JenisHasil | None:
    if not bentuk.awalan:
        return None
    match bentuk.awalan[:3], bentuk.akhiran:
        case "peN", "an":
            return "aktivitas"
        case ("ke", "an") | ("ke+", "an") if roots().get(bentuk.akar) in {"adjektiva", "verba"}:
            return "hasil"
        case _:
            return None


def predicate_kind(teks: Teks) -> Predikat | None:
    """What the predicate behind "yang" tells; unlisted, a passive is of a thing delivered, an adjective of a state."""
    denials = teks.temuan.get("bahasa/negasi", ())
    manner = (
        None if kamus("penanda-mutu").kunci.isdisjoint(teks.kunci) else next(kamus("penanda-mutu").find(teks), None)
    )
    for mark in teks.temuan.get("bahasa/penanda-predikat", ()):
        if manner and manner.awal < mark.awal:
            return None
        at = past_particles(teks.kata, mark.akhir)
        if at >= len(teks.kata):
            return None
        denied = denials and any(mark.akhir <= no.awal < at for no in denials)
        told = "hasil" if denied else _parted_passive(teks, mark.akhir, at) or _predicate_at(teks, at)
        if told:
            return told
    return None


def _parted_passive(teks: Teks, start: int, at: int) -> Predikat | None:
    """What a passive tells whose "di" is written apart: "yang di bina"."""
    parted = at > start and teks.kata[at - 1].bentuk.rendah in prepositions() and teks.kata[at].bentuk.kelas == "verba"
    return "keluaran" if parted else None


def _predicate_at(teks: Teks, at: int) -> Predikat | None:
    """What the predicate at token `at` tells; "koperasi yang dilakukan pemeriksaan" is served, not itself a doing.

    Who gets training is served, who gets care has what is due; a case that is finished was handled.
    """
    found = HEADS.at(teks.kata, at)
    behind = at + found["kata-bantu-predikat"].panjang if "kata-bantu-predikat" in found else len(teks.kata)
    if behind < len(teks.kata) and teks.kata[behind].bentuk.awalan.startswith("di"):
        return _predicate_at(teks, behind)
    longest = _longest(found, _PREDICATES)
    if longest is None:
        return None if "predikat-hubungan" in found else _predicate_by_form(teks.kata[at].bentuk)
    if _is_served(teks, longest, at, at + found[longest].panjang):
        return "keluaran"
    nilai = found[longest].nilai
    return cast("Predikat", nilai) if nilai and teks.jenis_nomina != "aktivitas" else _PREDICATES[longest]


_CASES = frozenset({"nomina-kasus", "nomina-layanan"})


def _is_served(teks: Teks, predikat: str, at: int, behind: int) -> bool:
    """Whether the predicate says that somebody was served: with training, a doing, or what he had asked for."""
    match predikat:
        case "predikat-terima":
            return "nomina-pembinaan" in HEADS.at(teks.kata, behind)
        case "predikat-selesai":
            return not _CASES.isdisjoint(teks.pokok)
        case "predikat-aktivitas" if teks.kata[at].bentuk.awalan.startswith("di"):
            case = "nomina-kasus" in teks.pokok and teks.jenis_nomina != "aktivitas"
            return case or "nomina-proses" in HEADS.at(teks.kata, behind)
        case _:
            return False


def _predicate_by_form(bentuk: Bentuk) -> Predikat | None:
    """What an unlisted predicate tells: a passive of a thing delivered, an adjective or what others do of a state."""
    if bentuk.awalan.startswith("di") or (bentuk.awalan == "ter" and bentuk.akar in doing_roots()):
        return "keluaran"
    told = bentuk.kelas == "adjektiva" or (bentuk.kelas == "verba" and bentuk.awalan[:3] in _OTHERS_DO)
    return "hasil" if told else None
