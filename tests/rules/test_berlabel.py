"""The shipped rules against their own labelled rows."""

from __future__ import annotations

import pytest
import yaml
from labelled_rows import corpus, finds


@pytest.mark.parametrize("file", corpus("berlabel", ".yaml"), ids=lambda file: file.name.removesuffix(".yaml"))
def test_a_rule_is_precise_and_complete_on_its_labelled_rows(file):
    labelled = yaml.safe_load(file.read_text(encoding="utf-8"))
    code = labelled["aturan"]
    missed = [row for row in labelled["salah"] if not finds(code, row)]
    false = [row for row in labelled["benar"] if finds(code, row)]
    hits = len(labelled["salah"]) - len(missed)
    assert len(labelled["salah"]) >= 10
    assert len(labelled["benar"]) >= 10
    assert hits / (hits + len(false)) >= 0.95, false
    assert hits / len(labelled["salah"]) >= 0.90, missed
