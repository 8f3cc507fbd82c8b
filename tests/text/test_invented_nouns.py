"""The analysis goes by structure and lists: a thing nobody listed may be any thing."""

from __future__ import annotations

import pytest
import yaml
from invented_nouns import with_invented_nouns
from labelled_rows import corpus

from indikator_rules.text import labels


def _texts(field):
    tables = [yaml.safe_load(file.read_text("utf-8")) for file in corpus("berlabel", ".yaml")]
    rows = [row for table in tables for kind in ("salah", "benar") for row in table[kind]]
    return sorted({row[field] for row in rows if isinstance(row.get(field), str)})


@pytest.mark.parametrize("field", ["sasaran", "indikator"])
def test_an_invented_noun_changes_no_label(field):
    changed = [(old, new) for old in _texts(field) for new in with_invented_nouns([old]).values() if old != new]
    assert changed
    for old, new in changed:
        assert labels(**_row(field, old)) == labels(**_row(field, new)), (old, new)


def _row(field, isi):
    return {"sasaran": None, "indikator": None} | {field: isi}
