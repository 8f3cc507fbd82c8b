"""A folder that installs the program on Windows without a network and without administrator rights.

python .ci/rilis.py FOLDER downloads every wheel that Windows needs, for each Python, and says exactly what is lacking.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from email.parser import HeaderParser
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.11", "3.12", "3.13")
PLATFORM = "win_amd64"
_WINDOWS = {
    "os_name": "nt",
    "sys_platform": "win32",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "implementation_name": "cpython",
}


def build(folder: Path) -> None:
    """Write the folder: the wheels in `paket`, and the files that a user of Windows opens."""
    with tempfile.TemporaryDirectory() as temporary:
        own = _own_wheel(Path(temporary) / "own")
        for python in PYTHONS:
            wheels = Path(temporary) / python
            complete(own, python, wheels)
            shutil.copytree(wheels, folder / "paket", dirs_exist_ok=True)
    for file in sorted((ROOT / ".ci/windows").iterdir()):
        (folder / file.name).write_bytes(for_windows(file.read_text(encoding="utf-8")))


def for_windows(text: str) -> bytes:
    """`text` with the line ends of Windows. Raises UnicodeEncodeError for what some code page would garble."""
    return text.replace("\n", "\r\n").encode("ascii")


def complete(own: Path, python: str, wheels: Path) -> None:
    """Download what the wheel `own` needs on Windows into `wheels`, itself too.

    pip reads conditions such as `platform_system == "Windows"` as if this machine were meant, so what they ask for is
    asked for by name until nothing is lacking.
    """
    wanted = [str(own)]
    while wanted:
        _download([str(own), *wanted], python, wheels)
        lacking = missing(wheels.iterdir(), own, python)
        if lacking and lacking == wanted:
            raise SystemExit(f"not downloaded for {PLATFORM}, Python {python}: {', '.join(lacking)}")
        wanted = lacking


def missing(wheels: Iterable[Path], own: Path, python: str) -> list[str]:
    """What `own`, or anything it needs, needs on Windows with this Python and no wheel offers; sorted."""
    offered = {parse_wheel_filename(wheel.name)[0]: wheel for wheel in wheels}
    lacking: set[str] = set()
    waiting: list[tuple[Path, frozenset[str]]] = [(own, frozenset())]
    for wheel, extras in waiting:
        for needed in _needs(wheel, extras, python):
            found = offered.get(canonicalize_name(needed.name))
            if found is None or not needed.specifier.contains(parse_wheel_filename(found.name)[1], prereleases=True):
                lacking.add(f"{needed.name}{needed.specifier}")
            elif (found, frozenset(needed.extras)) not in waiting:
                waiting.append((found, frozenset(needed.extras)))
    return sorted(lacking)


def _needs(wheel: Path, extras: frozenset[str], python: str) -> Iterator[Requirement]:
    """What the metadata of `wheel` with these extras ask for on Windows."""
    windows = _WINDOWS | {"python_version": python, "python_full_version": f"{python}.0"}
    with ZipFile(wheel) as archive:
        own = (name for name in archive.namelist() if name.count("/") == 1)
        metadata = next(name for name in own if name.endswith(".dist-info/METADATA"))
        headers = HeaderParser().parsestr(archive.read(metadata).decode("utf-8"))
    for needed in map(Requirement, headers.get_all("Requires-Dist", [])):
        if needed.marker is None or any(needed.marker.evaluate(windows | {"extra": extra}) for extra in {"", *extras}):
            yield needed


def _own_wheel(folder: Path) -> Path:
    _pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    (wheel,) = folder.glob("*.whl")
    return wheel


def _download(wanted: Iterable[str], python: str, wheels: Path) -> None:
    target = ("--platform", PLATFORM, "--python-version", python, "--implementation", "cp", "--only-binary=:all:")
    _pip("download", *target, "--dest", str(wheels), *wanted)


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    if subprocess.run(command, check=False).returncode:
        raise SystemExit(f"pip {' '.join(arguments)}: see above which wheel is lacking")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("python .ci/rilis.py FOLDER")
    build(Path(sys.argv[1]))
