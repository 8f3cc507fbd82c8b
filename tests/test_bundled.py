from __future__ import annotations

import pytest

from indikator_rules.bundled import bundled


@pytest.mark.parametrize("name", ["rules", "grammars", "corpus"])
def test_the_shipped_folders_hold_something(name: str) -> None:
    assert any(bundled(name).iterdir())
