"""Parts of a document, checked and unchecked."""

from __future__ import annotations

from indikator_rules.model.dokumen import Indikator, Sasaran, unchecked
from indikator_rules.model.tingkat import Tingkat


def test_an_unchecked_part_is_the_one_that_checking_gives() -> None:
    measure = {"nama": "Persentase jalan mantap", "satuan": "%", "target": {"2026": "80"}}
    node = {"id": "S1", "tingkat": Tingkat.PROGRAM, "pernyataan": "Meningkatnya mutu jalan", "induk": None}
    (made,) = unchecked(Sasaran, [{**node, "indikator": unchecked(Indikator, [measure])}])
    checked = Sasaran.model_validate({**node, "indikator": [measure]})
    assert made == checked
    assert made.model_fields_set == checked.model_fields_set
    assert made.model_dump_json() == checked.model_dump_json()
    assert made.model_copy(update={"id": "S2"}) == checked.model_copy(update={"id": "S2"})
