"""`indikator ukur`: how well the rules judge labelled rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from indikator_rules.cli.output import say, write
from indikator_rules.review.accuracy import measure_corpus, measure_rows
from indikator_rules.review.figures import keep_figures, written_share
from indikator_rules.review.labelled import read_labelled
from indikator_rules.ruleset import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from indikator_rules.review.accuracy import Score
    from indikator_rules.ruleset import Ruleset

_SHIPPED = "corpus/berlabel"


def ukur(  # noqa: PLR0913 - one parameter for each option of the command
    berkas: Path | None, *, bentuk: str, salah: str | None, simpan: Path | None, folder: Path | None, profil: str | None
) -> int:
    """The exit code, after the scores have been written: on the rows in `berkas`, else on those that are shipped."""
    rules = load_rules(folder, profil)
    wanted = None if salah is None else rules.rule(salah).code
    scores = measure_corpus(rules) if berkas is None else _measured(berkas, rules)
    if simpan is not None:
        keep_figures(scores, _SHIPPED if berkas is None else berkas.name, simpan)
    shown = [score for score in scores if wanted in (None, score.code)]
    if bentuk == "json":
        write([json.dumps([_entry(score) for score in shown], ensure_ascii=False, indent=1) + "\n"], None)
    else:
        write(_table(shown) if wanted is None else _mistakes(shown), None)
    return 0


def _measured(berkas: Path, rules: Ruleset) -> tuple[Score, ...]:
    rows, left_out = read_labelled(berkas)
    if left_out:
        say(f"{berkas}: {left_out} baris tanpa label atau bertanda rusak tidak diukur.")
    return measure_rows(rows, rules)


def _entry(score: Score) -> dict[str, Any]:
    return {
        "code": score.code,
        "rows": score.rows,
        "faults": score.faults,
        "found": score.found,
        "missed": score.missed,
        "wrong": score.wrong,
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
    }


def _table(scores: list[Score]) -> Iterator[str]:
    yield "aturan   baris   salah   tepat  lengkap      F1\n"
    for score in scores:
        shares = (written_share(share) for share in (score.precision, score.recall, score.f1))
        yield "{:8}{:6}{:8}{:>8}{:>9}{:>8}\n".format(score.code, score.rows, score.faults, *shares)
    yield "Baris yang keliru dinilai: indikator ukur … --salah KODE\n"


def _mistakes(scores: list[Score]) -> Iterator[str]:
    """The rows that were judged wrongly, one a line."""
    if not any(score.missed or score.wrong for score in scores):
        yield "Tidak ada baris yang keliru dinilai.\n"
    for score in scores:
        for word, rows in (("luput", score.missed), ("keliru", score.wrong)):
            yield from (f"{word:7} {json.dumps(_texts(row), ensure_ascii=False)}\n" for row in rows)


def _texts(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in {"label", "level"} and value is not None}
