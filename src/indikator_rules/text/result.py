"""What a statement promises and what an indicator measures: input, activity, output or result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from indikator_rules.text.kamus import kamus

if TYPE_CHECKING:
    from indikator_rules.text.teks import Teks

JenisHasil = Literal["masukan", "aktivitas", "keluaran", "hasil"]


def statement_result(teks: Teks) -> JenisHasil | None:
    """What a statement promises, by its opening and its head noun."""
    objek = teks.objek
    if objek is None:
        return None
    doing = kamus("nomina-proses").at(teks, objek.awal) is not None
    match teks.bentuk:
        case "administratif":
            return "aktivitas" if doing else "keluaran"
        case "kondisi" | "aktif" | "masalah":
            return "aktivitas" if doing else "hasil"
        case "ukuran":
            return teks.jenis_indikator
        case _:
            return "aktivitas" if doing else None


def indicator_result(teks: Teks) -> JenisHasil | None:
    """What an indicator measures, by its measure and the thing measured."""
    objek = teks.objek
    if objek is None:
        return None
    if kamus("nomina-masukan").at(teks, objek.awal) is not None:
        return "masukan"
    if teks.ukuran == "jumlah":
        return "keluaran"
    return "aktivitas" if kamus("nomina-proses").at(teks, objek.awal) is not None else "hasil"
