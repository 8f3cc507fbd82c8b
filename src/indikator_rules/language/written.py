"""How a value is written in a message."""

from __future__ import annotations

from typing import Any

from indikator_rules.language.matching import Potongan
from indikator_rules.model.angka import write_angka
from indikator_rules.model.nilai import Nilai
from indikator_rules.model.pohon import SINGLE, PohonIndikator, PohonSasaran

SHOWN_DECIMALS = 2
"""Of a calculated number of 1 or more. A smaller one is shown whole: its decimals are all it has."""


def written(value: Any) -> str:
    """A value as a message shows it; an ellipsis where it is not known."""
    match value:
        case None:
            return "…"
        case float() | int():
            return write_angka(round(value, SHOWN_DECIMALS) if abs(value) >= 1 else value)
        case Nilai():
            return value.teks
        case PohonIndikator():
            return _written_series(value)
        case PohonSasaran():
            return value.sasaran.pernyataan or "…"
        case Potongan():
            return str(value)
        case (float() as low, float() as high):
            return f"{written(low)}–{written(high)}"
        case tuple() | list():
            return ", ".join(written(one) for one in value)
    return str(value)


def _written_series(item: PohonIndikator) -> str:
    cells = {} if item.seri is None else item.seri.nilai
    written_cells = [(period, value.teks) for period, value in cells.items() if value.teks.strip()]
    return ", ".join(teks if period == SINGLE else f"{teks} ({period})" for period, teks in written_cells)
