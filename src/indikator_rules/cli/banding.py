"""`indikator banding`: what became of a draft in the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indikator_rules.api import evaluate, profile_of
from indikator_rules.changes import Fate
from indikator_rules.cli.files import read_all
from indikator_rules.cli.output import write
from indikator_rules.finding import Severity
from indikator_rules.reporters.to_banding import to_banding_json, to_banding_markdown, to_banding_text
from indikator_rules.reporters.to_html.banding import to_banding_html
from indikator_rules.review.comparison import compare
from indikator_rules.ruleset import load_rules

if TYPE_CHECKING:
    from pathlib import Path

    from indikator_rules.changes import Comparison
    from indikator_rules.importers import Peta
    from indikator_rules.model.tingkat import Tingkat

_WRITERS = {
    "teks": to_banding_text,
    "json": to_banding_json,
    "markdown": to_banding_markdown,
    "html": to_banding_html,
}


def banding(  # noqa: PLR0913 - one parameter for each option of the command
    lama: str,
    baru: str,
    *,
    bentuk: str,
    tingkat: Tingkat | None,
    peta: Peta | None,
    profil: str | None,
    folder: Path | None,
    pilih: tuple[str, ...],
    abaikan: tuple[str, ...],
    gagal_pada: str,
    ke: Path | None,
) -> int:
    """The exit code, after the differences have been written: 1 when a finding that is new fails the gate."""
    old, old_complete = read_all((lama,), tingkat, peta=peta)
    new, new_complete = read_all((baru,), tingkat, peta=peta)
    if not old or not new:
        return 2
    rules = load_rules(folder, profil or profile_of((*old, *new))).select(pilih, abaikan)
    before, after = evaluate(old, rules), evaluate(new, rules)
    comparison = compare((old, before), (new, after))
    write([_WRITERS[bentuk](comparison, lama, baru)], ke)
    if before.failed or after.failed or not old_complete or not new_complete:
        return 2
    return 1 if _worse(comparison, Severity(gagal_pada)) else 0


def _worse(comparison: Comparison, gate: Severity) -> bool:
    return any(change.fate is Fate.BARU and change.finding.fails(gate) for change in comparison.findings)
