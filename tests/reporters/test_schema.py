import json

import jsonschema
import pytest
from reports import REPORT

from indikator_rules.reporters.schema import SCHEMAS, schema, schema_text
from indikator_rules.reporters.to_json import to_json


def accepts(nama, content):
    return jsonschema.Draft202012Validator(schema(nama)).is_valid(content)


@pytest.mark.parametrize("nama", SCHEMAS)
def test_every_schema_is_a_json_schema(nama):
    jsonschema.Draft202012Validator.check_schema(schema(nama))
    assert json.loads(schema_text(nama)) == schema(nama)


def test_a_real_report_fits_the_schema():
    jsonschema.validate(json.loads(to_json(REPORT)), schema("laporan"))


@pytest.mark.parametrize("missing", ["also_at", "waiver", "code"])
def test_a_report_without_one_of_its_keys_does_not_fit(missing):
    written = json.loads(to_json(REPORT))
    del written["findings"][0][missing]
    assert not accepts("laporan", written)


def test_a_document_is_nested_statements_with_indicators():
    node = {
        "id": "S1",
        "tingkat": "strategis",
        "pernyataan": "Meningkatnya mutu",
        "indikator": [{"nama": "Indeks mutu"}],
    }
    assert accepts("dokumen", {"instansi": "Dinas", "simpul": [{"pernyataan": "Mutu", "anak": [node]}]})
    assert not accepts("dokumen", {"simpul": [node | {"tingkat": "eselon"}]})
    assert not accepts("dokumen", {"sasaran": []})


def test_a_document_may_hold_numbers_where_people_write_numbers():
    assert accepts(
        "dokumen", {"simpul": [{"indikator": [{"nama": "Indeks", "target": {"2026": 71.5}, "baseline": 70}]}]}
    )


def test_a_row_may_hold_targets_by_period_and_columns_of_its_own():
    row = {"id": "r1", "instansi": "Dinas", "tingkat": None, "sasaran": "Meningkatnya mutu", "indikator": "Indeks mutu"}
    assert accepts("baris", row | {"target_2026": "80", "target_2026_TW1": 20, "catatan": "…"})
    assert not accepts("baris", row | {"tingkat": "eselon"})


@pytest.mark.parametrize(
    "meaning",
    ["sasaran", "sasaran program", "sasaran tujuan/strategis", "target 2026-TW1", "target 03", "satuan", "abaikan"],
)
def test_a_map_says_what_columns_hold(meaning):
    assert accepts("peta", {"tabel": [{"lembar": "PK*", "baris_judul": [5, 6], "kolom": {"B": meaning}}]})


@pytest.mark.parametrize("meaning", ["indikatorr", "satuan program", "target kapan", "sasaran 2026", ""])
def test_a_map_says_nothing_else(meaning):
    assert not accepts("peta", {"tabel": [{"kolom": {"B": meaning}}]})
