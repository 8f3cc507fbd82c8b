"""Rows that the corpus labels, as documents; and the files of the corpus that hold them."""

from __future__ import annotations

from indikator_rules.bundled import bundled
from indikator_rules.evaluator import evaluate
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.ruleset import load_rules

RULES = load_rules()
STATEMENT = "Meningkatnya daya saing"
INDICATOR_FIELDS = ("satuan", "target", "baseline", "kondisi_akhir", "konsolidasi", "polarisasi")


def corpus(folder, ending):
    """The files of a folder of the corpus whose names end so, by name."""
    files = (file for file in bundled("corpus").joinpath(folder).iterdir() if file.name.endswith(ending))
    return sorted(files, key=lambda file: file.name)


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


def findings(row):
    """What the shipped rules find in a labelled row."""
    return evaluate(document(row), RULES, strict=True).findings


def finds(code, row):
    """Whether the rule `code` finds something in a labelled row."""
    return any(finding.code == code for finding in findings(row))
