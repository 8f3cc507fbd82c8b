"""The README tells the truth: its commands name files that exist, its rule is a shipped one, its Python runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_the_files_it_names_exist() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    examples = [path.replace("\\", "/") for path in re.findall(r"periksa (corpus\S+)", README)]
    assert [path for path in links + examples if not (ROOT / path).exists()] == []


def test_the_rule_it_shows_is_a_shipped_one() -> None:
    (rule,) = blocks("aturan")
    shipped = [file.read_text(encoding="utf-8") for file in (ROOT / "rules").rglob("*.aturan")]
    assert any(rule.strip() in text for text in shipped)


def test_its_python_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (program,) = blocks("python")
    monkeypatch.chdir(ROOT)
    exec(program, {})  # noqa: S102 - our own example
    assert capsys.readouterr().out
