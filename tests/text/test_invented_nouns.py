"""The analysis goes by structure and lists: a thing nobody listed may be any thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from indikator_rules.bundled import bundled
from indikator_rules.istilah import read_istilah
from indikator_rules.text import analyse, labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indikator_rules.text import Kata

_INVENTED = "brolantik"


def _texts(field: str) -> list[str]:
    files = sorted(bundled("corpus").joinpath("berlabel").iterdir(), key=lambda file: file.name)
    tables = [yaml.safe_load(file.read_text("utf-8")) for file in files if file.name.endswith(".yaml")]
    rows = [
        row for table in tables for kind in ("salah", "benar") for row in table.get(kind, ()) if isinstance(row, dict)
    ]
    return sorted({row[field] for row in rows if isinstance(row.get(field), str)})


def _listed_words() -> frozenset[str]:
    return frozenset(
        name
        for file in bundled("rules").joinpath("istilah").iterdir()
        if file.name.endswith(".yaml")
        for istilah in [read_istilah(file)]
        for phrase in (*istilah.entri, *istilah.persis, *map(str, istilah.nilai))
        for kata in analyse(phrase).kata
        for name in kata.bentuk.sebutan
    )


def _with_invented(isi: str, listed: frozenset[str]) -> str:
    return "".join(_pieces(isi, analyse(isi).kata, listed))


def _pieces(isi: str, kata: tuple[Kata, ...], listed: frozenset[str]) -> Iterator[str]:
    end = 0
    for word in kata:
        bentuk = word.bentuk
        plain = bentuk.kelas == "nomina" and bentuk.rendah == bentuk.akar and bentuk.rendah.isalpha()
        yield isi[end : word.awal]
        yield _INVENTED if plain and bentuk.rendah not in listed else isi[word.awal : word.akhir]
        end = word.akhir
    yield isi[end:]


@pytest.mark.parametrize("field", ["sasaran", "indikator"])
def test_an_invented_noun_changes_no_verdict(field: str) -> None:
    listed = _listed_words()
    texts = _texts(field)[:200]
    changed = {isi: new for isi in texts if (new := _with_invented(isi, listed)) != isi}
    assert changed
    for isi, new in changed.items():
        assert labels(**_row(field, isi)) == labels(**_row(field, new)), (isi, new)


def _row(field: str, isi: str) -> dict[str, str | None]:
    return {"sasaran": None, "indikator": None} | {field: isi}
