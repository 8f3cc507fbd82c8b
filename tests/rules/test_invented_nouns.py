"""Verdicts go by structure and lists: a thing that no list holds may be any thing."""

from __future__ import annotations

import json

import yaml
from invented_nouns import with_invented_nouns
from labelled_rows import RULES, corpus

from indikator_rules.api import read
from indikator_rules.evaluator import evaluate
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.review.labelled import as_documents

WORDED = {
    "pernyataan", "nama", "satuan", "definisi", "formula", "sumber_data", "unit", "jabatan", "induk", "nomenklatur",
}  # fmt: skip
SUBJECT_TABLES = frozenset({"bidang", "kaitan"})
"""Lists that tell only what a text is about."""


def documents():
    """Every labelled row, and every cascade, of the corpus."""
    for file in corpus("berlabel", ".yaml"):
        labelled = yaml.safe_load(file.read_text(encoding="utf-8"))
        for row in (*labelled["salah"], *labelled["benar"]):
            yield from (reading.dokumen for reading in as_documents(row))
    for file in corpus("contoh", ".yaml"):
        [reading] = read(file)
        yield reading.dokumen


def texts_in(value):
    match value:
        case dict():
            for key, inner in value.items():
                yield from [inner] if key in WORDED and isinstance(inner, str) else texts_in(inner)
        case list():
            for inner in value:
                yield from texts_in(inner)


def rewritten(value, texts):
    match value:
        case dict():
            return {
                key: texts[inner] if key in WORDED and isinstance(inner, str) else rewritten(inner, texts)
                for key, inner in value.items()
            }
        case list():
            return [rewritten(inner, texts) for inner in value]
        case _:
            return value


def pairs(ignoring=frozenset()):
    """Documents that hold a noun of no list, each with its twin of invented nouns and the texts that differ."""
    for dokumen in documents():
        written = json.loads(dokumen.model_dump_json(exclude_none=True))
        texts = with_invented_nouns(list(texts_in(written)), ignoring)
        changed = [(old, new) for old, new in texts.items() if old != new]
        if changed:
            yield dokumen, Dokumen.model_validate(rewritten(written, texts)), changed


def verdicts(dokumen, rules):
    report = evaluate(dokumen, rules, strict=True)
    return (
        sorted((finding.code, finding.path, finding.field, finding.severity) for finding in report.findings),
        sorted((verdict.code, verdict.path, verdict.status) for verdict in report.assessments),
        report.statuses,
    )


def asks_what_a_text_is_about(rule):
    return "berkaitan" in rule.source or "bidang(" in rule.source


def test_invented_nouns_change_no_verdict():
    rewritten_texts = 0
    for dokumen, twin, changed in pairs():
        assert verdicts(twin, RULES) == verdicts(dokumen, RULES), changed
        rewritten_texts += len(changed)
    assert rewritten_texts >= 200


def test_only_rules_that_ask_what_a_text_is_about_go_by_the_words_of_subjects():
    others = RULES.select(abaikan=[rule.code for rule in RULES.rules if asks_what_a_text_is_about(rule)])
    twins = list(pairs(ignoring=SUBJECT_TABLES))
    for dokumen, twin, changed in twins:
        assert verdicts(twin, others) == verdicts(dokumen, others), changed
    assert len(twins) >= 100
