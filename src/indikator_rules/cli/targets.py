"""Which files may be written: none that was read, none twice, and none under a name that no program would open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from indikator_rules.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from indikator_rules.reading import Reading


def source_files(readings: Iterable[Reading]) -> list[Path]:
    """The files that `readings` came from, each once, in order."""
    places = (place for reading in readings for found in reading.locations.places.values() for place in found)
    return [Path(file) for file in dict.fromkeys(place.file for place in places)]


def is_one_of(target: Path, sources: Iterable[Path]) -> bool:
    """Whether `target` is the very file that one of `sources` names."""
    return target.exists() and any(source.exists() and target.samefile(source) for source in sources)


def allow(targets: Mapping[str, tuple[Path, str]], sources: Iterable[Path], taken: Iterable[Path]) -> None:
    """Raises DocumentError for a target that may not be written.

    `targets` tells the file and the suffix of each by what it is called; `taken` is written for another purpose.
    """
    read, written = list(sources), {path.absolute() for path in taken}
    for what, (target, suffix) in targets.items():
        if is_one_of(target, read):
            raise DocumentError(f"{target}: {what} tidak boleh menimpa dokumen yang diperiksa; pilih nama lain.")
        if target.suffix.lower() != suffix:
            raise DocumentError(f"{target}: {what} harus berupa berkas yang namanya berakhir {suffix}.")
        if target.is_dir():
            raise DocumentError(f"{target}: ini folder; sebutkan nama berkas untuk {what} di dalamnya.")
        if target.absolute() in written:
            raise DocumentError(f"{target}: berkas ini sudah dipakai untuk keluaran lain; pilih nama lain.")
        written.add(target.absolute())
