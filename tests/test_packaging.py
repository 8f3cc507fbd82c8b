"""The wheel holds everything the checkout runs on, whichever way it was built."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
DATA = ("rules", "grammars", "corpus")


def build(target: str, project: Path, folder: Path) -> Path:
    """The one file that hatchling builds for `target` ("wheel" or "sdist") of `project`, written into `folder`."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    (built,) = folder.iterdir()
    return built


def contents(wheel: Path) -> dict[str, bytes]:
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def files(folder: Path) -> set[str]:
    """The files below `folder`, relative to it, without what Python leaves behind."""
    written = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in written}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_the_package_its_data_and_nothing_else(wheel: Path) -> None:
    package = {name.removeprefix("indikator_rules/") for name in contents(wheel) if name.startswith("indikator_rules/")}
    data = {f"_data/{folder}/{file}" for folder in DATA for file in files(ROOT / folder)}
    assert package == files(ROOT / "src/indikator_rules") | data
    metadata = wheel.name.removesuffix("-py3-none-any.whl") + ".dist-info"
    assert {name.split("/")[0] for name in contents(wheel)} == {"indikator_rules", metadata}


@pytest.mark.parametrize("folder", DATA)
def test_no_data_folder_is_empty(folder: str) -> None:
    assert files(ROOT / folder)


def test_the_sdist_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(build("sdist", ROOT, tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    assert contents(build("wheel", source, tmp_path / "wheel")) == contents(wheel)


def test_the_package_finds_its_data_from_any_folder(tmp_path: Path) -> None:
    program = f"from indikator_rules.bundled import bundled; print(all(bundled(name).is_dir() for name in {DATA}))"
    environment = {**os.environ, "PYTHONPATH": ""}
    answer = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    assert answer.stdout.strip() == "True"
