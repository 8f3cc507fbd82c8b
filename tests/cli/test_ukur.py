"""`indikator ukur`."""

from __future__ import annotations

import json

from indikator_rules.cli import run

ROWS = [
    {"tingkat": "program", "sasaran": "Meningkatkan mutu jalan", "label": {"s_bentuk": "aktif"}},
    {"tingkat": "program", "sasaran": "Menurunnya kemiskinan", "label": {"s_bentuk": "aktif"}},
]


def labelled(path):
    file = path / "baris.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return str(file)


def test_scores_are_given_as_json(tmp_path, capsys):
    assert run(["ukur", labelled(tmp_path), "--format", "json", "--salah", "S02"]) == 0
    (score,) = json.loads(capsys.readouterr().out)
    assert (score["faults"], score["found"], score["recall"]) == (2, 1, 0.5)


def test_the_rows_judged_wrongly_are_listed(tmp_path, capsys):
    assert run(["ukur", labelled(tmp_path), "--salah", "S02"]) == 0
    assert capsys.readouterr().out.startswith("luput   {")


def test_a_file_that_is_absent_is_an_answer_not_a_traceback(tmp_path, capsys):
    assert run(["ukur", str(tmp_path / "tidak-ada.jsonl")]) == 2
    assert "tidak dapat dibaca" in capsys.readouterr().err


def test_the_page_of_a_rule_says_how_well_it_was_measured(capsys, monkeypatch):
    assert run(["jelaskan", "S02"]) == 0
    assert "baris berlabel (corpus/berlabel): tepat" in capsys.readouterr().out
    monkeypatch.setattr("indikator_rules.cli.aturan.figures", lambda _: ())
    assert run(["jelaskan", "S02"]) == 0
    assert "belum terukur" in capsys.readouterr().out
