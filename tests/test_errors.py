from __future__ import annotations

import pytest

from indikator_rules.errors import DocumentError, IndikatorError, RuleError
from indikator_rules.finding import Finding, Severity


@pytest.mark.parametrize("kind", [DocumentError, RuleError])
def test_one_except_clause_catches_every_error(kind: type[IndikatorError]) -> None:
    with pytest.raises(IndikatorError, match=r"pk\.xlsx"):
        raise kind("pk.xlsx: berkas kosong.")


def test_an_error_carries_the_findings_that_led_to_it() -> None:
    finding = Finding("B07", "baris-tak-terbaca", Severity.CATATAN, "dokumen", "…")
    assert RuleError("…", (finding,)).findings == (finding,)
    assert RuleError("…").findings == ()
