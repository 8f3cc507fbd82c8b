"""What a comparison is made of."""

import pytest

from indikator_rules.changes import Change, Comparison, Fate, FindingChange, Link, Part, Value
from indikator_rules.finding import Finding, Severity

PART = Part("simpul[0]", "Mutu", "program", "")
FOUND = Finding("S02", "kata-kerja-aktif", Severity.GALAT, "sasaran", "…")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Change(Link.SAMA, PART, PART), False),
        (Change(Link.SAMA, PART, PART, moved=True), True),
        (Change(Link.SAMA, PART, PART, reworded=True), True),
        (Change(Link.SAMA, PART, PART, values=(Value("satuan", None, "%", "orang"),)), True),
        (Change(Link.DIHAPUS, PART, None), True),
    ],
)
def test_a_change_tells_whether_something_is_not_as_it_was(change, expected):
    assert change.any is expected


def test_findings_are_counted_by_what_became_of_them():
    changes = (
        FindingChange(Fate.BARU, FOUND),
        FindingChange(Fate.TETAP, FOUND, FOUND),
        FindingChange(Fate.BARU, FOUND),
    )
    assert Comparison((), (), changes, ()).counts() == {Fate.BARU: 2, Fate.TETAP: 1, Fate.SELESAI: 0}
