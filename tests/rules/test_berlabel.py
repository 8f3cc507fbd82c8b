"""The shipped rules against their own labelled rows, and against whole cascades that are clean."""

from __future__ import annotations

import pytest
import yaml

from indikator_rules.bundled import bundled
from indikator_rules.evaluator import evaluate
from indikator_rules.finding import Severity
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.ruleset import load_rules

RULES = load_rules()


def corpus(folder, ending):
    files = (file for file in bundled("corpus").joinpath(folder).iterdir() if file.name.endswith(ending))
    return sorted(files, key=lambda file: file.name)


LABELLED = corpus("berlabel", ".yaml")
CLEAN = corpus("contoh", "-bersih.yaml")
STATEMENT = "Meningkatnya daya saing"
INDICATOR_FIELDS = ("satuan", "target", "baseline", "kondisi_akhir", "konsolidasi", "polarisasi")


def document(row):
    """The document a labelled row stands for: itself, or a single node with the row's indicator."""
    if "simpul" in row:
        return Dokumen.model_validate({"instansi": "Contoh", **row})
    node = {"tingkat": row["tingkat"], "pernyataan": row.get("sasaran", STATEMENT)}
    if "induk" in row:
        node["induk"] = row["induk"]
    if "indikator" in row:
        node["indikator"] = [
            {"nama": row["indikator"], **{name: row[name] for name in INDICATOR_FIELDS if name in row}}
        ]
    return Dokumen.model_validate({"instansi": "Contoh", "simpul": [node]})


def finds(code, row):
    return any(finding.code == code for finding in evaluate(document(row), RULES, strict=True).findings)


@pytest.mark.parametrize("file", LABELLED, ids=lambda file: file.name.removesuffix(".yaml"))
def test_a_rule_is_precise_and_complete_on_its_labelled_rows(file):
    labelled = yaml.safe_load(file.read_text(encoding="utf-8"))
    code = labelled["aturan"]
    missed = [row for row in labelled["salah"] if not finds(code, row)]
    false = [row for row in labelled["benar"] if finds(code, row)]
    hits = len(labelled["salah"]) - len(missed)
    assert len(labelled["salah"]) >= 10
    assert len(labelled["benar"]) >= 10
    assert hits / (hits + len(false)) >= 0.95, false
    assert hits / len(labelled["salah"]) >= 0.90, missed


@pytest.mark.parametrize("file", CLEAN, ids=lambda file: file.name.removesuffix(".yaml"))
def test_a_clean_cascade_gives_no_cause_for_complaint(file):
    report = evaluate(Dokumen.model_validate(yaml.safe_load(file.read_text(encoding="utf-8"))), RULES, strict=True)
    grave = [finding for finding in report.findings if finding.severity in {Severity.GALAT, Severity.PERINGATAN}]
    assert [(finding.code, finding.path, finding.message) for finding in grave] == []


def test_the_worked_example_is_treated_gently():
    file = bundled("corpus").joinpath("contoh", "asal.yaml")
    report = evaluate(Dokumen.model_validate(yaml.safe_load(file.read_text(encoding="utf-8"))), RULES, strict=True)
    about = {(finding.code, finding.path): finding.severity for finding in report.findings}
    assert Severity.GALAT not in about.values()
    assert [code for code, path in about if code == "I13"] == ["I13"]
    assert about["S02", "simpul[0]"] is Severity.PERINGATAN
