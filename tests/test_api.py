"""The fourteen names that other programs may use."""

import json

import pytest

import indikator_rules
from indikator_rules import (
    Dokumen,
    Finding,
    IndikatorError,
    Report,
    Rule,
    Ruleset,
    Severity,
    analyse,
    check,
    evaluate,
    explain,
    load_rules,
    read,
    render,
)

NAMES = {
    *("load_rules", "read", "evaluate", "check", "render", "analyse", "explain"),
    *("Dokumen", "Rule", "Ruleset", "Finding", "Report", "Severity", "IndikatorError"),
}
DRAFT = """\
instansi: Dinas Contoh
simpul:
- id: S1
  tingkat: program
  pernyataan: Meningkatkan kualitas layanan perpustakaan
  indikator:
  - {nama: Indeks kepuasan pemustaka, satuan: indeks, target: "3,2"}
"""


@pytest.fixture
def draft(tmp_path):
    file = tmp_path / "rancangan.yaml"
    file.write_text(DRAFT, encoding="utf-8")
    return file


def test_the_public_names_are_these_fourteen():
    assert set(indikator_rules.__all__) == NAMES
    assert set(dir(indikator_rules)) == NAMES
    assert all(getattr(indikator_rules, name) is not None for name in NAMES)


def test_any_other_name_is_absent():
    with pytest.raises(AttributeError, match="periksa"):
        _ = indikator_rules.periksa


def test_a_file_is_checked_in_one_call(draft):
    report = check(draft)
    assert isinstance(report, Report)
    (finding,) = [finding for finding in report.findings if finding.code == "S02"]
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.GALAT
    assert finding.text[slice(*finding.span)] == "Meningkatkan"
    assert (finding.node, finding.document, finding.level) == ("S1", "Dinas Contoh", "program")


def test_the_steps_of_a_check_can_be_taken_one_by_one(draft):
    rules = load_rules()
    assert isinstance(rules, Ruleset)
    assert isinstance(rules.rules[0], Rule)
    readings = read(draft)
    assert isinstance(readings[0].dokumen, Dokumen)
    assert evaluate(readings, rules) == check(draft, rules=rules)


def test_a_document_need_not_come_from_a_file():
    dokumen = Dokumen.model_validate({"simpul": [{"tingkat": "program", "pernyataan": "Meningkatkan mutu jalan"}]})
    assert "S02" in {finding.code for finding in evaluate(dokumen, load_rules()).findings}


def test_a_report_is_rendered_for_people_and_for_programs(draft):
    report = check(draft)
    assert "HARUS DIPERBAIKI  S02 kata-kerja-aktif" in render(report, "teks")
    whole = json.loads(render(report, "json"))
    assert [json.loads(line) for line in render(report, "jsonl").splitlines()[:-1]] == whole["findings"]


def test_the_same_document_gives_the_same_bytes(draft):
    forms = ("teks", "json", "jsonl", "sarif", "junit", "github", "markdown", "csv")
    assert [render(check(draft), form) for form in forms] == [render(check(draft), form) for form in forms]


def test_a_verdict_can_be_explained(draft):
    (reading,) = read(draft)
    assert explain(reading, load_rules(), "simpul[0]", "S02") is not None


def test_a_text_can_be_analysed():
    assert analyse("Meningkatkan mutu jalan").bentuk == "aktif"


def test_what_is_impossible_is_an_indikator_error(tmp_path):
    with pytest.raises(IndikatorError, match="tiada"):
        read(tmp_path / "tiada.yaml")
    with pytest.raises(IndikatorError, match="tiada"):
        load_rules(tmp_path / "tiada")
    with pytest.raises(IndikatorError, match="pdf"):
        render(evaluate(Dokumen(), load_rules()), "pdf")


def test_a_column_map_tells_what_columns_hold(tmp_path):
    (tmp_path / "a.csv").write_text("Isi;Ukur\nMeningkatnya mutu;Nilai mutu\n", encoding="utf-8")
    (tmp_path / "kolom.yaml").write_text(
        "tabel: [{baris_judul: 1, kolom: {A: sasaran, B: indikator}}]", encoding="utf-8"
    )
    (reading,) = read(tmp_path / "a.csv", peta=tmp_path / "kolom.yaml")
    assert reading.dokumen.simpul[0].indikator[0].nama == "Nilai mutu"
