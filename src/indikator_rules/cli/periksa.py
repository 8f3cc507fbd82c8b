"""`indikator periksa`: the main job."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from indikator_rules.api import evaluate, profile_of, render
from indikator_rules.cli.files import read_all
from indikator_rules.cli.output import say, show_faults, write
from indikator_rules.cli.reviews import CATATAN, KERTAS_KERJA, SUFFIXES, write_reviews
from indikator_rules.cli.targets import allow, source_files
from indikator_rules.cli.waived import waived
from indikator_rules.finding import Severity
from indikator_rules.importers.sets import join
from indikator_rules.nameless import without_names
from indikator_rules.reporters.to_json import to_jsonl
from indikator_rules.review.baseline import against_baseline, read_baseline
from indikator_rules.ruleset import load_rules
from indikator_rules.stages import rules_at, stage_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from indikator_rules.api import Format
    from indikator_rules.finding import Report
    from indikator_rules.importers import Peta
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.nameless import Sheet
    from indikator_rules.reading import Reading

_HTML, _REPORT = "laporan HTML", "laporan"
_NAMELESS = (
    "Nama orang, nomor pegawai, dan nama berkas diganti. Nama tanpa gelar atau keterangan tidak dapat dikenali; "
    "bacalah hasilnya sebelum dibagikan."
)
_COPY_HOLDS_ALL = "Salinan tetap memuat seluruh isi dokumennya, termasuk nama; yang tanpa nama hanya yang ditambahkan."
_MANY = 20
"""Documents from which on they are judged side by side."""


def periksa(  # noqa: PLR0913 - one parameter for each option of the command
    berkas: tuple[str, ...],
    *,
    bentuk: Format,
    tingkat: Tingkat | None,
    peta: Peta | None,
    profil: str | None,
    folder: Path | None,
    pilih: tuple[str, ...],
    abaikan: tuple[str, ...],
    gagal_pada: str,
    ke: Path | None,
    salinan: Path | None,
    pengecualian: Path | None,
    garis_dasar: Path | None,
    kertas_kerja: Path | None,
    catatan: Path | None,
    tahap: int | None,
    html: Path | None,
    tanpa_nama: bool,
) -> int:
    """The exit code, after the report on `berkas` has been written."""
    outputs = (ke, salinan, kertas_kerja, catatan, html)
    readings, complete = read_all(berkas, tingkat, aside=(*outputs, pengecualian, garis_dasar), peta=peta)
    if not readings:
        return 2
    reviews = {name: path for name, path in ((KERTAS_KERJA, kertas_kerja), (CATATAN, catatan)) if path is not None}
    targets = {**reviews, _HTML: html, _REPORT: ke}
    allow(_named(targets), [*map(Path, berkas), *source_files(readings)], filter(None, (salinan,)))
    sources, readings = readings, waived(join(readings).readings, pengecualian)
    called: Mapping[Sheet, Sheet] = {}
    if tanpa_nama:
        readings, called = without_names(readings)
        say(_NAMELESS if salinan is None else f"{_NAMELESS} {_COPY_HOLDS_ALL}")
    rules = load_rules(folder, profil or profile_of(readings)).select(pilih, abaikan)
    if tahap is not None:
        rules = rules_at(rules, tahap)
    show_faults(fault for fault in rules.findings if fault.severity is Severity.GALAT)
    report = evaluate(readings, rules, workers=_workers(readings))
    if tahap is not None:
        report = replace(report, stage=stage_of(readings, tahap))
    if garis_dasar is not None:
        report = against_baseline(report, read_baseline(garis_dasar))
    if salinan is not None:
        from indikator_rules.cli.salinan import write_copies

        write_copies(report, sources, salinan, called)
    if reviews:
        write_reviews(report, readings, rules, reviews)
    if html is not None:
        from indikator_rules.reporters.to_html import to_html

        write([to_html(report, readings)], html)
    write(_parts(report, bentuk, ke, Severity(gagal_pada)), ke)
    if report.failed or not complete:
        return 2
    return 1 if reaches(report, Severity(gagal_pada)) else 0


def _named(targets: Mapping[str, Path | None]) -> dict[str, tuple[Path, str]]:
    """Each target that is asked for, with the suffix that its name must have; a report as such may have any."""
    suffixes = {**SUFFIXES, _HTML: ".html"}
    return {what: (path, suffixes.get(what, path.suffix.lower())) for what, path in targets.items() if path is not None}


def reaches(report: Report, gate: Severity) -> bool:
    """Whether some finding that counts is as grave as `gate`; a question never is."""
    return any(finding.fails(gate) for finding in report.findings)


def _workers(readings: Sequence[Reading]) -> int:
    """How many processes are worth their start: one for a draft, one a core for a national batch."""
    return (os.cpu_count() or 1) if len(readings) >= _MANY else 1


def _parts(report: Report, bentuk: Format, ke: Path | None, gate: Severity) -> Iterable[str]:
    match bentuk:
        case "teks" if ke is None:
            from indikator_rules.cli.screen import to_screen
            from indikator_rules.reporters.to_terminal import to_text

            return [to_screen(partial(to_text, report))]
        case "jsonl":
            return to_jsonl(report)
        case "junit":
            from indikator_rules.reporters.to_junit import to_junit

            return [to_junit(report, gate)]
        case _:
            return [render(report, bentuk)]
