"""The pieces strung together: from paths to a report, and from a report to text."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from indikator_rules import evaluator
from indikator_rules.errors import IndikatorError
from indikator_rules.explanation import explain
from indikator_rules.importers import NO_MAP, read_file, read_map
from indikator_rules.importers.sets import join
from indikator_rules.reporters.to_csv import to_csv
from indikator_rules.reporters.to_github import to_github
from indikator_rules.reporters.to_json import to_json, to_jsonl
from indikator_rules.reporters.to_markdown import to_markdown
from indikator_rules.reporters.to_sarif import to_sarif
from indikator_rules.ruleset import load_rules
from indikator_rules.text import analyse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from indikator_rules.finding import Report
    from indikator_rules.model.dokumen import Dokumen
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.reading import Reading
    from indikator_rules.ruleset import Ruleset

__all__ = ["analyse", "check", "evaluate", "explain", "load_rules", "read", "render"]

Format = Literal["teks", "json", "jsonl", "sarif", "junit", "github", "markdown", "csv"]


def read(*paths: str | Path, tingkat: Tingkat | None = None, peta: str | Path | None = None) -> tuple[Reading, ...]:
    """The documents in the files `paths`, in order. `tingkat` is the level of nodes whose document does not say it.

    `peta` is the file of a column map: it says what columns hold, in place of their headings. Nodes of two documents
    that only seem to be the same are noted.

    Raises `DocumentError` when a file is absent, cannot be read, or holds nothing to judge.
    """
    columns = NO_MAP if peta is None else read_map(Path(peta))
    return join([reading for path in paths for reading in read_file(path, tingkat=tingkat, peta=columns)]).readings


def evaluate(
    source: Dokumen | Reading | Iterable[Reading],
    rules: Ruleset,
    *,
    strict: bool = False,
    today: date | None = None,
    workers: int = 1,
) -> Report:
    """The report on one document, or on several judged as one set: see `evaluator.evaluate`.

    `today` decides which waivers still hold; when None, it is the day of this computer.
    """
    return evaluator.evaluate(source, rules, strict=strict, today=today or date.today(), workers=workers)


def check(
    *paths: str | Path, rules: Ruleset | None = None, tingkat: Tingkat | None = None, today: date | None = None
) -> Report:
    """The report on the files `paths`, judged as one set by `rules` (when None the shipped ones, see `profile_of`).

    `today` is as in `evaluate`. Raises `DocumentError` as `read` does.
    """
    readings = read(*paths, tingkat=tingkat)
    return evaluate(readings, load_rules(profil=profile_of(readings)) if rules is None else rules, today=today)


def profile_of(readings: Iterable[Reading]) -> str | None:
    """The profile that documents ask for: the kind of instansi that all of them name; None when they do not agree."""
    kinds = {reading.dokumen.jenis_instansi for reading in readings}
    return kinds.pop() if len(kinds) == 1 else None


def render(report: Report, format: Format) -> str:  # noqa: A002 - the word of the command line
    """The report as text for people ("teks", "markdown", "csv"), or in the shape that other programs read.

    "json" and "jsonl" are this program's own published shapes. Raises `IndikatorError` for any other format.
    """
    if format not in _WRITERS:
        raise IndikatorError(f"Bentuk laporan “{format}” tidak ada; gunakan {', '.join(_WRITERS)}.")
    return _WRITERS[format](report)


def _as_text(report: Report) -> str:
    from indikator_rules.reporters.to_terminal import to_text  # rich is slow to import

    return to_text(report)


def _as_lines(report: Report) -> str:
    return "".join(to_jsonl(report))


def _as_junit(report: Report) -> str:
    from indikator_rules.reporters.to_junit import to_junit  # as is lxml

    return to_junit(report)


_WRITERS: dict[Format, Callable[[Report], str]] = {
    "teks": _as_text,
    "json": to_json,
    "jsonl": _as_lines,
    "sarif": to_sarif,
    "junit": _as_junit,
    "github": to_github,
    "markdown": to_markdown,
    "csv": to_csv,
}
