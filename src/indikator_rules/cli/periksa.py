"""`indikator periksa`: the main job."""

from __future__ import annotations

import gc
import os
import time
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from indikator_rules.api import evaluate, profile_of
from indikator_rules.cli.files import STANDARD_INPUT, files_of, read_all
from indikator_rules.cli.mistakes import CLEAN, FOUND, UNJUDGED, told
from indikator_rules.cli.output import say, show_faults
from indikator_rules.cli.outputs import allow_outputs, reviews_of, show, write_outputs
from indikator_rules.cli.progress import waiting
from indikator_rules.cli.request import Judged
from indikator_rules.cli.targets import source_files
from indikator_rules.cli.waived import waived
from indikator_rules.cli.watch import watch
from indikator_rules.errors import IndikatorError
from indikator_rules.evaluator import review
from indikator_rules.finding import Severity
from indikator_rules.importers.project import find_project
from indikator_rules.importers.sets import join
from indikator_rules.nameless import Nameless, without_names
from indikator_rules.review.baseline import against_baseline, read_baseline
from indikator_rules.ruleset import load_rules
from indikator_rules.stages import rules_at, stage_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from indikator_rules.cli.request import Request
    from indikator_rules.finding import Report
    from indikator_rules.reading import Reading
    from indikator_rules.ruleset import Ruleset

_NAMELESS = (
    "Nama orang, nomor pegawai, dan nama berkas diganti. Nama tanpa gelar atau keterangan tidak dapat dikenali; "
    "bacalah hasilnya sebelum dibagikan."
)
_COPY_HOLDS_ALL = "Salinan tetap memuat seluruh isi dokumennya, termasuk nama; yang tanpa nama hanya yang ditambahkan."
_WATCHING = "Menunggu perubahan berkas; Ctrl+C untuk berhenti."
_SECONDS_BETWEEN_LOOKS = 1
_MANY = 20
"""Documents from which on they are judged side by side."""


def periksa(request: Request) -> int:
    """The exit code, after everything that is asked for has been written."""
    readings, complete = read_all(
        request.berkas, request.tingkat, request.aside, request.peta, reveal=not request.tanpa_nama
    )
    if not readings:
        return UNJUDGED
    allow_outputs(request, [*map(Path, request.berkas), *source_files(readings)])
    with waiting("Memeriksa"):
        judged = _judge(request, readings)
    with waiting("Menulis hasil"):
        write_outputs(request, judged)
    show(request, judged.report)
    if judged.report.failed or not complete:
        return UNJUDGED
    return FOUND if reaches(judged.report, Severity(request.gagal_pada)) else CLEAN


def pantau(request: Request, anew: Callable[[], Request]) -> int:
    """The exit code of the last check, when the user ends the watch. Raises IndikatorError for standard input.

    `anew` gives the request as the project file and the column map set it by then.
    """
    if STANDARD_INPUT in request.berkas:
        raise IndikatorError("Masukan baku tidak dapat dipantau; sebutkan berkas atau foldernya.")
    watched = _Watched(request, anew)
    return watch(watched.check, watched.files, partial(time.sleep, _SECONDS_BETWEEN_LOOKS))


class _Watched:
    """What is checked again and again: the request as it was understood last."""

    def __init__(self, request: Request, anew: Callable[[], Request]) -> None:
        self._request = request
        self._anew = anew

    def check(self) -> int:
        """The exit code of one more check."""
        code = told(self._check)
        gc.collect()  # a watch goes on for hours
        say(_WATCHING)
        return code

    def _check(self) -> int:
        self._request = self._anew()
        return periksa(self._request)

    def files(self) -> list[Path]:
        """The documents, what steers how they are read and judged, and the rules and lists that they are judged by."""
        request = self._request
        rules = sorted(request.folder.rglob("*")) if request.folder is not None else []
        columns = None if request.peta is None else Path(request.peta.file)
        beside = filter(None, (request.pengecualian, request.garis_dasar, columns, find_project(request.berkas[0])))
        return [*files_of(request.berkas, request.aside), *rules, *beside]


def _judge(request: Request, sources: tuple[Reading, ...]) -> Judged:
    readings, called = _shown(request, waived(join(sources).readings, request.pengecualian))
    rules = _rules(request, readings)
    if reviews_of(request):
        report, verdicts = review(readings, rules, today=date.today())
    else:
        report, verdicts = evaluate(readings, rules, workers=_workers(readings)), ()
    if request.tahap is not None:
        report = replace(report, stage=stage_of(readings, request.tahap))
    if request.garis_dasar is not None:
        report = against_baseline(report, read_baseline(request.garis_dasar))
    return Judged(report, verdicts, rules, readings, sources, called)


def _shown(request: Request, readings: tuple[Reading, ...]) -> Nameless:
    """The documents as the outputs may show them."""
    if not request.tanpa_nama:
        return Nameless(readings, {})
    say(_NAMELESS if request.salinan is None else f"{_NAMELESS} {_COPY_HOLDS_ALL}")
    return without_names(readings)


def _rules(request: Request, readings: Sequence[Reading]) -> Ruleset:
    rules = load_rules(request.folder, request.profil or profile_of(readings)).select(request.pilih, request.abaikan)
    if request.tahap is not None:
        rules = rules_at(rules, request.tahap)
    show_faults(fault for fault in rules.findings if fault.severity is Severity.GALAT)
    return rules


def reaches(report: Report, gate: Severity) -> bool:
    """Whether some finding that counts is as grave as `gate`; a question never is."""
    return any(finding.fails(gate) for finding in report.findings)


def _workers(readings: Sequence[Reading]) -> int:
    """How many processes are worth their start: one for a draft, one a core for a national batch."""
    return (os.cpu_count() or 1) if len(readings) >= _MANY else 1
