"""Checks the wording of Indonesian government performance indicators. The public names, and nothing else.

    from indikator_rules import check, render

    print(render(check("perjanjian-kinerja.docx"), "teks"))

Names are imported when they are first used, so that a program pays only for what it needs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from indikator_rules.api import analyse, check, evaluate, explain, load_rules, read, render
    from indikator_rules.errors import IndikatorError
    from indikator_rules.finding import Finding, Report, Severity
    from indikator_rules.model.dokumen import Dokumen
    from indikator_rules.ruleset import Rule, Ruleset

__all__ = [
    "Dokumen",
    "Finding",
    "IndikatorError",
    "Report",
    "Rule",
    "Ruleset",
    "Severity",
    "analyse",
    "check",
    "evaluate",
    "explain",
    "load_rules",
    "read",
    "render",
]

_HOMES = {
    "Dokumen": "model.dokumen",
    "Finding": "finding",
    "IndikatorError": "errors",
    "Report": "finding",
    "Rule": "ruleset",
    "Ruleset": "ruleset",
    "Severity": "finding",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'api')}"), name)


def __dir__() -> list[str]:
    return __all__
