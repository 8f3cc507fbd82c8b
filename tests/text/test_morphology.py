"""Forms of the domain get the analysis a linguist would give them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from indikator_rules.text import Bentuk, analyse
from indikator_rules.text.morphology import analyse_form

_FORMS = yaml.safe_load(Path(__file__).with_name("bentuk.yaml").read_text(encoding="utf-8"))
_SLIPS = "salah ketik"
_AT_LEAST = 40


def _written(bentuk: Bentuk) -> str:
    """An analysis in the notation of the file: "ke+ber+(lanjut)+an"."""
    parts = [*bentuk.awalan.split("+"), f"({bentuk.akar})", bentuk.akhiran, bentuk.klitik]
    return "+".join(part for part in parts if part) + (" ulang" if bentuk.ulang else "")


@pytest.mark.parametrize(
    ("form", "expected"),
    [(form, expected) for kind, forms in _FORMS.items() if kind != _SLIPS for form, expected in forms.items()],
)
def test_a_form_is_taken_apart(form: str, expected: str) -> None:
    bentuk = analyse_form(form)
    affixes, _, kelas = expected.partition(" ")
    assert _written(bentuk) == (expected if kelas in {"", "ulang"} else affixes)
    if kelas not in {"", "ulang"}:
        assert bentuk.kelas == kelas


@pytest.mark.parametrize("form", _FORMS["ter-…-nya"])
def test_case_does_not_matter(form: str) -> None:
    assert analyse_form(form.upper()) == analyse_form(form) == analyse_form(form.title())


@pytest.mark.parametrize(("slip", "meant"), _FORMS[_SLIPS].items())
def test_a_slip_is_read_as_what_was_meant(slip: str, meant: str) -> None:
    (kata,) = analyse(slip.title()).kata
    assert kata.bentuk.ejaan == meant
    assert kata.bentuk.akar == analyse_form(meant).akar


@pytest.mark.parametrize("meant", sorted(set(_FORMS[_SLIPS].values())))
def test_a_right_word_is_never_corrected(meant: str) -> None:
    assert [kata.bentuk.ejaan for kata in analyse(meant).kata] == [None]


def test_every_kind_of_form_is_well_represented() -> None:
    assert all(len(forms) >= _AT_LEAST for forms in _FORMS.values())
    assert sum(len(forms) for forms in _FORMS.values()) >= 400
