"""What a user asks of `indikator periksa`, and what was judged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indikator_rules.api import Format
    from indikator_rules.evaluator import Verdict
    from indikator_rules.finding import Report
    from indikator_rules.importers import Peta
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.nameless import Sheet
    from indikator_rules.reading import Reading
    from indikator_rules.ruleset import Ruleset


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of the command, by the names of its parameters."""

    berkas: tuple[str, ...]
    bentuk: Format
    tingkat: Tingkat | None
    peta: Peta | None
    profil: str | None
    folder: Path | None
    pilih: tuple[str, ...]
    abaikan: tuple[str, ...]
    gagal_pada: str
    ke: Path | None
    salinan: Path | None
    pengecualian: Path | None
    garis_dasar: Path | None
    kertas_kerja: Path | None
    catatan: Path | None
    tahap: int | None
    html: Path | None
    tanpa_nama: bool

    @property
    def aside(self) -> tuple[Path, ...]:
        """The files that are written, or that steer the check: no documents, though they may lie among them."""
        outputs = (self.ke, self.salinan, self.kertas_kerja, self.catatan, self.html)
        steering = (self.pengecualian, self.garis_dasar, None if self.peta is None else Path(self.peta.file))
        return tuple(path for path in (*outputs, *steering) if path is not None)


@dataclass(frozen=True, slots=True)
class Judged:
    """A report and all that the outputs are made of.

    `sources` are the documents as read, `readings` as judged: without names when that is asked for; `called` tells by
    what files and sheets are called that go by another name then. `verdicts` are there when a review is asked for.
    """

    report: Report
    verdicts: tuple[Verdict, ...]
    rules: Ruleset
    readings: tuple[Reading, ...]
    sources: tuple[Reading, ...]
    called: Mapping[Sheet, Sheet]
