"""`indikator garis-dasar`: the findings of today, so that only later ones count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indikator_rules.api import evaluate, profile_of
from indikator_rules.cli.files import read_all
from indikator_rules.cli.output import say, write
from indikator_rules.cli.waived import waived
from indikator_rules.review.baseline import baseline_text
from indikator_rules.ruleset import load_rules

if TYPE_CHECKING:
    from pathlib import Path

    from indikator_rules.importers import Peta
    from indikator_rules.model.tingkat import Tingkat


def garis_dasar(  # noqa: PLR0913 - one parameter for each option of the command
    berkas: tuple[str, ...],
    *,
    ke: Path,
    pengecualian: Path | None,
    tingkat: Tingkat | None,
    peta: Peta | None,
    profil: str | None,
    folder: Path | None,
    pilih: tuple[str, ...],
    abaikan: tuple[str, ...],
) -> int:
    """The exit code, after the baseline of `berkas` has been written to `ke`."""
    readings, complete = read_all(berkas, tingkat, aside=(ke, pengecualian), peta=peta)
    if not readings or not complete:
        say("Garis dasar tidak dibuat karena ada dokumen yang tidak terbaca.")
        return 2
    rules = load_rules(folder, profil or profile_of(readings)).select(pilih, abaikan)
    report = evaluate(waived(readings, pengecualian), rules)
    write([baseline_text(report)], ke)
    say(f"{ke}: {sum(finding.waiver is None for finding in report.findings)} temuan dicatat sebagai garis dasar.")
    return 0
