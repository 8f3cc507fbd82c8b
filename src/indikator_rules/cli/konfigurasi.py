"""`indikator konfigurasi`: what is set for a run, and where from."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from indikator_rules.cli.output import write
from indikator_rules.configuration import Setting, configuration

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

    from indikator_rules.configuration import Configuration
    from indikator_rules.importers.project import ProjectSetting

_MERGE_RULE = (
    "Yang belakangan berlaku: bawaan paket aturan, lalu profil, lalu berkas proyek, lalu pilihan pada perintah.\n"
)


def konfigurasi(  # noqa: PLR0913 - one parameter for each option of the command
    *,
    bentuk: str,
    asal: bool,
    profil: str | None,
    folder: Path | None,
    pilih: tuple[str, ...],
    abaikan: tuple[str, ...],
    project: Mapping[str, ProjectSetting],
    overruled: Collection[str],
) -> int:
    """The exit code, after the settings have been written; with their sources when `asal`.

    `project` is what the project file sets; `overruled` are the names in it that the command line sets, too.
    """
    standing = {name: setting for name, setting in project.items() if name not in overruled}
    sources = {name: setting.source for name, setting in standing.items()}
    settings = configuration(folder, profil, pilih, abaikan, sources)
    in_project = tuple(Setting(name, _shown(each), each.source) for name, each in standing.items())
    if bentuk == "json":
        content = {"project": [asdict(setting) for setting in in_project], **asdict(settings)}
        write([json.dumps(content, ensure_ascii=False, indent=1) + "\n"], None)
    else:
        write(_page(in_project, settings, _with_source if asal else _plain), None)
    return 0


def _shown(setting: ProjectSetting) -> str:
    match setting.value:
        case bool(yes):
            return "ya" if yes else "tidak"
        case str(value):
            return value
        case values:
            return ", ".join(values)


def _page(project: tuple[Setting, ...], settings: Configuration, line: Callable[[Setting], str]) -> Iterator[str]:
    yield _MERGE_RULE
    yield from _part("Berkas proyek", project, line)
    yield from _part("Parameter", settings.parameters, line)
    yield from _part("Keparahan yang diubah", settings.severities, line)
    yield from _part("Aturan yang padam", settings.off, line)


def _part(title: str, settings: tuple[Setting, ...], line: Callable[[Setting], str]) -> Iterator[str]:
    yield f"\n{title}\n"
    yield from (f"  {line(setting)}\n" for setting in settings)
    if not settings:
        yield "  tidak ada\n"


def _plain(setting: Setting) -> str:
    return f"{setting.name}: {setting.value}"


def _with_source(setting: Setting) -> str:
    before = "" if setting.before is None else f", semula {setting.before}"
    return f"{_plain(setting)}  (dari {setting.source}{before})"
