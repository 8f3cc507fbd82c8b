"""What a check writes, and where."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from indikator_rules.api import render
from indikator_rules.cli.output import write
from indikator_rules.cli.reviews import CATATAN, KERTAS_KERJA, SUFFIXES, write_reviews
from indikator_rules.cli.targets import allow
from indikator_rules.finding import Severity
from indikator_rules.reporters.to_json import to_jsonl

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from indikator_rules.cli.request import Judged, Request
    from indikator_rules.finding import Report

_HTML, _REPORT = "laporan HTML", "laporan"


def reviews_of(request: Request) -> dict[str, Path]:
    """The files of a review that are asked for, by what each is called."""
    named = {KERTAS_KERJA: request.kertas_kerja, CATATAN: request.catatan}
    return {what: path for what, path in named.items() if path is not None}


def allow_outputs(request: Request, sources: Sequence[Path]) -> None:
    """Raises DocumentError for an output that may not be written beside these `sources`."""
    named = {**reviews_of(request), _HTML: request.html, _REPORT: request.ke}
    suffixes = {**SUFFIXES, _HTML: ".html"}
    targets = {what: (path, suffixes.get(what, path.suffix.lower())) for what, path in named.items() if path}
    allow(targets, sources, filter(None, (request.salinan,)))


def write_outputs(request: Request, judged: Judged) -> None:
    """Write all that is asked for, the report itself last."""
    report = judged.report
    if request.salinan is not None:
        from indikator_rules.cli.salinan import write_copies

        write_copies(report, judged.sources, request.salinan, judged.called)
    write_reviews(report, judged.verdicts, judged.rules, reviews_of(request))
    if request.html is not None:
        from indikator_rules.reporters.to_html import to_html

        write([to_html(report, judged.readings)], request.html)
    if request.ke is not None:
        write(_parts(request, report), request.ke)


def show(request: Request, report: Report) -> None:
    """Show the report on standard output, unless it went to a file."""
    if request.ke is None:
        write(_parts(request, report), None)


def _parts(request: Request, report: Report) -> Iterable[str]:
    match request.bentuk:
        case "teks" if request.ke is None:
            from indikator_rules.cli.screen import to_screen
            from indikator_rules.reporters.to_terminal import to_text

            return [to_screen(partial(to_text, report))]
        case "jsonl":
            return to_jsonl(report)
        case "junit":
            from indikator_rules.reporters.to_junit import to_junit

            return [to_junit(report, Severity(request.gagal_pada))]
        case _:
            return [render(report, request.bentuk)]
