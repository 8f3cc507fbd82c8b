from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CONFTEST = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")
NEEDS_AN_ABSENT_PROGRAM = """
    import pytest

    @pytest.mark.needs_program("no-such-program")
    def test_it():
        pass
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with our conftest and one test that needs an absent program."""
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(NEEDS_AN_ABSENT_PROGRAM)
    return pytester


def test_a_user_without_the_program_sees_a_skip(project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    project.runpytest_inprocess("-W", "ignore").assert_outcomes(skipped=1)


def test_in_ci_the_absent_program_is_a_failure(project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    project.runpytest_inprocess("-W", "ignore").assert_outcomes(errors=1)
