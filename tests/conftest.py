"""What all tests share: the marker `needs_program`, the option `--terima`, and property tests without a clock."""

from __future__ import annotations

import os
import shutil

import hypothesis
import pytest

hypothesis.settings.register_profile("untimed", deadline=None)  # tests never time: a busy machine fails nothing
hypothesis.settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--terima", action="store_true", help="write what is said now of faulty rule files into them")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose program is not installed; in CI that is a failure, so that no test fades away unseen."""
    for marker in item.iter_markers("needs_program"):
        (program,) = marker.args
        if shutil.which(program):
            continue
        message = f"the program {program} is not installed"
        if os.environ.get("CI"):
            pytest.fail(message, pytrace=False)
        pytest.skip(message)
