"""Bars on the shape of the code. The floors themselves are contracts in pyproject.toml (`lint-imports`)."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc", "tools"}


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def functions() -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for file in SOURCES for node in ast.walk(tree(file)) if isinstance(node, kinds)]


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without its docstring."""
    whole = function.end_lineno - function.lineno + 1
    if ast.get_docstring(function) is None:
        return whole
    docstring = function.body[0]
    return whole - (docstring.end_lineno - docstring.lineno + 1)


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.relative_to(ROOT / "src").as_posix())
def test_every_module_says_what_it_is(file: Path) -> None:
    assert ast.get_docstring(tree(file))


def test_names_of_modules_say_what_they_hold() -> None:
    assert not {part for file in SOURCES for part in file.with_suffix("").parts} & SAY_NOTHING


def test_functions_are_small() -> None:
    lengths = [lines(function) for function in functions()]
    assert median(lengths) <= 10
    assert quantiles(lengths, n=10)[-1] <= 25


def test_every_module_has_its_tests() -> None:
    """tests/ mirrors src/: a folder or module of the package has a folder or module of tests named after it."""
    package = ROOT / "src/indikator_rules"
    subjects = {path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    tested = {path.stem.removeprefix("test_") for path in (ROOT / "tests").iterdir()}
    assert subjects - {"__init__"} <= tested
