"""The baseline: the findings that a document had on the day it was taken on, so that only later ones count.

Findings are told by their fingerprints (rule, text, parent's text), never by rows; the file holds no text.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from indikator_rules.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

    from indikator_rules.finding import Finding, Report

_SCHEMA = "1"
_Key = tuple[str, str]
"""Code and fingerprint."""


def baseline_text(report: Report) -> str:
    """The baseline of `report` as JSON, one entry a line, so that changes of it can be read line by line."""
    counted = Counter(_key(finding) for finding in report.findings if finding.waiver is None)
    entries = [
        json.dumps({"code": code, "fingerprint": fingerprint, "count": count})
        for (code, fingerprint), count in sorted(counted.items())
    ]
    listed = ",\n".join(f"  {entry}" for entry in entries)
    return f'{{"schema": "{_SCHEMA}", "findings": [\n{listed}\n]}}\n'


def read_baseline(path: Path) -> Counter[_Key]:
    """How many findings of each kind the baseline in `path` holds. Raises DocumentError when it is none."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        return Counter({(entry["code"], entry["fingerprint"]): int(entry["count"]) for entry in content["findings"]})
    except FileNotFoundError:
        raise DocumentError(
            f"{path}: garis dasar tidak ditemukan; buatlah dengan “indikator garis-dasar BERKAS --ke {path}”."
        ) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise DocumentError(f"{path}: bukan garis dasar; buatlah ulang dengan “indikator garis-dasar”.") from None


def against_baseline(report: Report, baseline: Counter[_Key]) -> Report:
    """`report` with the findings that `baseline` holds marked as known; of equal ones, no more than it holds."""
    left = Counter(baseline)
    findings = []
    for finding in report.findings:
        key = _key(finding)
        known = finding.waiver is None and left[key] > 0
        left[key] -= known
        findings.append(finding._replace(known=known))
    return replace(report, findings=tuple(findings))


def _key(finding: Finding) -> _Key:
    """A note about how a file was read has no fingerprint; its message tells it."""
    return finding.code, finding.fingerprint or hashlib.sha256(finding.message.encode()).hexdigest()[:16]
