"""Files of the corpus, and what the shipped rules find in the rows that it labels."""

from __future__ import annotations

from indikator_rules.bundled import bundled
from indikator_rules.evaluator import evaluate
from indikator_rules.review.labelled import as_documents
from indikator_rules.ruleset import load_rules

RULES = load_rules()


def corpus(folder, ending):
    """The files of a folder of the corpus whose names end so, by name."""
    files = (file for file in bundled("corpus").joinpath(folder).iterdir() if file.name.endswith(ending))
    return sorted(files, key=lambda file: file.name)


def findings(row):
    """What the shipped rules find in a labelled row."""
    return evaluate(as_documents(row), RULES, strict=True).findings


def finds(code, row):
    """Whether the rule `code` finds something in a labelled row."""
    return any(finding.code == code for finding in findings(row))
