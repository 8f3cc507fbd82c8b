"""Bars on the shape of the code. The floors themselves are contracts in pyproject.toml (`lint-imports`)."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/indikator_rules"
SOURCES = sorted(PACKAGE.rglob("*.py"))
SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc", "tools"}


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def functions(files: list[Path]) -> list[ast.FunctionDef]:
    return [node for file in files for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef)]


def lines(function: ast.FunctionDef) -> int:
    """The lines of a function without its docstring."""
    whole = function.end_lineno - function.lineno + 1
    if ast.get_docstring(function) is None:
        return whole
    docstring = function.body[0]
    return whole - (docstring.end_lineno - docstring.lineno + 1)


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_every_module_says_what_it_is(file: Path) -> None:
    assert ast.get_docstring(tree(file))


def test_names_of_modules_say_what_they_hold() -> None:
    assert not {part for file in SOURCES for part in file.with_suffix("").parts} & SAY_NOTHING


def test_functions_are_small() -> None:
    lengths = [lines(function) for function in functions(SOURCES)]
    assert median(lengths) <= 10
    assert quantiles(lengths, n=10)[-1] <= 25


def test_everything_that_computes_has_its_tests() -> None:
    """tests/ mirrors src/: each folder and each module with a function has tests named after it."""
    tested = {path.stem.removeprefix("test_") for path in (ROOT / "tests").iterdir()}
    computing = {file.relative_to(PACKAGE).with_suffix("").parts[0] for file in SOURCES if functions([file])}
    assert computing - {"__init__"} <= tested
