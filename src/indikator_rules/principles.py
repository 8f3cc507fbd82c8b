"""What the principles and the LKE criteria that rules refer to say: rules/lke.yaml."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from indikator_rules.bundled import bundled


def principle_texts() -> dict[str, str]:
    """The text of each principle, by its name."""
    return dict(_told()["prinsip"])


def criteria_texts() -> dict[str, str]:
    """The text of each LKE criterion, by its number."""
    return dict(_told()["kriteria"])


@cache
def _told() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load(bundled("rules").joinpath("lke.yaml").read_text(encoding="utf-8"))
    return told
