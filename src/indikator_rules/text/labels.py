"""The analysis of a row in the words of the labelling guide, and of a text for a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indikator_rules.text.opening import NO_MEASURE
from indikator_rules.text.teks import analyse

if TYPE_CHECKING:
    from indikator_rules.text.kata import Kata, Rentang
    from indikator_rules.text.teks import Teks

UNCLEAR = "tak_jelas"


def labels(sasaran: str | None, indikator: str | None) -> dict[str, str | bool | None]:
    """`s_bentuk`, `s_jenis`, `i_ukur`, `i_arah` and `i_jenis`; None for a text that the row does not have."""
    found: dict[str, str | bool | None] = dict.fromkeys(("s_bentuk", "s_jenis", "i_ukur", "i_arah", "i_jenis"))
    if sasaran:
        teks = analyse(sasaran)
        found |= {"s_bentuk": teks.bentuk, "s_jenis": teks.jenis_pernyataan or UNCLEAR}
    if indikator:
        teks = analyse(indikator)
        found |= {"i_ukur": teks.ukuran != NO_MEASURE, "i_arah": teks.arah, "i_jenis": teks.jenis_indikator or UNCLEAR}
    return found


def readable(teks: Teks) -> dict[str, Any]:
    """Every field of the analysis as plain values: spans as the words they cover, with their positions in the text."""
    return {
        "isi": teks.isi,
        "kata": [_word(teks, kata) for kata in teks.kata],
        "mulai": teks.mulai,
        "bentuk": teks.bentuk,
        "jenis_pernyataan": teks.jenis_pernyataan,
        "jenis_indikator": teks.jenis_indikator,
        "ukuran": teks.ukuran,
        "arah": teks.arah,
        "inti": _quoted(teks, teks.inti),
        "objek": _quoted(teks, teks.objek),
        "unsur": [_quoted(teks, span) for span in teks.unsur],
        "kata_isi": sorted(teks.kata_isi),
        "negasi": [_quoted(teks, span) for span in teks.negasi],
        "satuan_kurung": _quoted(teks, teks.satuan_kurung),
        "nama_resmi": [_quoted(teks, span) for span in teks.nama_resmi],
    }


def _word(teks: Teks, kata: Kata) -> dict[str, Any]:
    bentuk = kata.bentuk
    return {
        "tulisan": teks.isi[kata.awal : kata.akhir],
        "awal": kata.awal,
        "akhir": kata.akhir,
        "akar": bentuk.akar,
        "awalan": bentuk.awalan,
        "akhiran": bentuk.akhiran,
        "klitik": bentuk.klitik,
        "ulang": bentuk.ulang,
        "kelas": bentuk.kelas,
        "ejaan": kata.bentuk.ejaan,
    }


def _quoted(teks: Teks, span: Rentang | None) -> dict[str, Any] | None:
    if span is None:
        return None
    awal, akhir = teks.kata[span.awal].awal, teks.kata[span.akhir - 1].akhir
    return {"tulisan": teks.isi[awal:akhir], "awal": awal, "akhir": akhir}
