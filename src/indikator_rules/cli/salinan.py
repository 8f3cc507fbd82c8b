"""Marked copies of the files that were checked, where the user wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indikator_rules.cli.targets import is_one_of, source_files
from indikator_rules.errors import DocumentError
from indikator_rules.reporters.to_salinan import copy_suffix, shown_name, to_salinan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from indikator_rules.finding import Report
    from indikator_rules.nameless import Sheet
    from indikator_rules.reading import Reading


def write_copies(report: Report, readings: Iterable[Reading], target: Path, called: Mapping[Sheet, Sheet]) -> None:
    """Write the marked copy of the one file read to `target`; of several files, or into a folder, each by its name.

    `called` tells what files and sheets are called that `report` names otherwise.
    Raises DocumentError for a copy that would overwrite what was read, or that no program would open by its name.
    """
    sources = source_files(readings)
    into = len(sources) > 1 or target.is_dir() or not target.suffix
    targets = _in_folder(sources, target, called) if into else {target: sources[0]}
    for copy, source in targets.items():
        _allow(copy, source, sources)
    for copy, source in targets.items():
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(to_salinan(report, source, called))


def _in_folder(sources: Iterable[Path], folder: Path, called: Mapping[Sheet, Sheet]) -> dict[Path, Path]:
    """A free name in `folder` for the copy of each of `sources`."""
    copies: dict[Path, Path] = {}
    for source in sources:
        stem = shown_name(source, called).removesuffix(source.suffix)
        numbered = (stem + (f" ({number})" if number > 1 else "") for number in range(1, len(copies) + 2))
        named = (folder / (name + copy_suffix(source)) for name in numbered)
        copies[next(copy for copy in named if copy not in copies)] = source
    return copies


def _allow(copy: Path, source: Path, sources: Iterable[Path]) -> None:
    if not source.exists():
        raise DocumentError(f"{source}: salinan hanya dapat dibuat dari berkas; simpan dahulu dokumennya.")
    if is_one_of(copy, sources):
        raise DocumentError(f"{copy}: salinan tidak boleh menimpa dokumen yang diperiksa; pilih nama atau folder lain.")
    if copy.suffix.lower() != copy_suffix(source):
        raise DocumentError(f"{copy}: salinan dari {source.name} harus bernama akhir {copy_suffix(source)}.")
