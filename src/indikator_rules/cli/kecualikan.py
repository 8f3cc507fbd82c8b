"""`indikator kecualikan`: lets findings stand, with a reason, an official and a last day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from indikator_rules.api import profile_of
from indikator_rules.cli.files import read_all
from indikator_rules.cli.output import say
from indikator_rules.cli.waived import waived
from indikator_rules.errors import DocumentError, IndikatorError
from indikator_rules.evaluator import evaluate
from indikator_rules.importers.text import read_text
from indikator_rules.model.dokumen import Pengecualian
from indikator_rules.model.tanggal import iso_date
from indikator_rules.reporters.to_pengecualian import add_waivers
from indikator_rules.ruleset import load_rules

if TYPE_CHECKING:
    from indikator_rules.finding import Finding
    from indikator_rules.importers import Peta
    from indikator_rules.model.tingkat import Tingkat

_YAML = frozenset({".yaml", ".yml"})


def kecualikan(  # noqa: PLR0913 - one parameter for each option of the command
    berkas: str,
    letak: str,
    kode: str,
    *,
    alasan: str,
    pejabat: str,
    sampai: str,
    pengecualian: Path | None,
    tingkat: Tingkat | None,
    peta: Peta | None,
    profil: str | None,
    folder: Path | None,
) -> int:
    """The exit code, after waivers for the findings of rule `kode` at `letak` have been written."""
    until = _day(sampai, date.today())
    target = pengecualian or _itself(Path(berkas))
    readings, complete = read_all((berkas,), tingkat, peta=peta)
    if not complete:
        return 2
    rules = load_rules(folder, profil or profile_of(readings))
    code = rules.rule(kode).code
    held = pengecualian if pengecualian is not None and pengecualian.exists() else None
    found = evaluate(waived(readings, held), rules, today=date.today()).findings
    here = [finding for finding in found if finding.code == code and _stands_at(finding, letak)]
    if not here:
        raise IndikatorError(f"{berkas}: tidak ada temuan {code} pada “{letak}”; lihat letaknya dengan --format json.")
    fresh = dict.fromkeys((finding.node, finding.fingerprint) for finding in here if finding.waiver is None)
    waivers = [
        Pengecualian(aturan=code, simpul=node, sidik=sidik, alasan=alasan, pejabat=pejabat, berlaku_sampai=until)
        for node, sidik in fresh
    ]
    if waivers:
        _write(target, waivers)
        say(f"{target}: {len(waivers)} pengecualian aturan {code} ditulis, berlaku sampai {until}.")
    else:
        say(f"{target}: temuan {code} pada “{letak}” sudah dikecualikan; tidak ada yang ditulis.")
    return 0


def _day(written: str, today: date) -> str:
    until = iso_date(written.strip())
    if until is None:
        raise IndikatorError(f"Tanggal “{written}” tidak dapat dibaca; tulislah misalnya --sampai 2026-12-31.")
    if until < today.isoformat():
        raise IndikatorError(f"Tanggal {until} sudah lewat; pilih hari terakhir berlaku yang masih akan datang.")
    return until


def _itself(document: Path) -> Path:
    if document.suffix.lower() not in _YAML:
        raise IndikatorError(
            f"{document}: pengecualian tidak ditulis ke dalam dokumen ini; sebutkan berkasnya, misalnya "
            "--pengecualian pengecualian.yaml."
        )
    return document


def _stands_at(finding: Finding, place: str) -> bool:
    return place in (finding.node, finding.path, finding.fingerprint, *finding.rows)


def _write(target: Path, waivers: list[Pengecualian]) -> None:
    source = read_text(target) if target.exists() else ""
    written = add_waivers(source, waivers)
    if written is None:
        raise DocumentError(f"{target}: pengecualian hanya dapat ditambahkan ke YAML yang ditulis baris demi baris.")
    target.write_text(written, encoding="utf-8", newline="")
