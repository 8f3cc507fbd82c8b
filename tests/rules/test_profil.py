"""Where authorities disagree, each view has a profile that takes it; without one the rule warns at most."""

from __future__ import annotations

import pytest

from indikator_rules.evaluator import evaluate
from indikator_rules.finding import Severity
from indikator_rules.review.labelled import as_documents
from indikator_rules.ruleset import load_rules

AIM = {"tingkat": "tujuan", "sasaran": "Meningkatkan kesejahteraan nelayan"}
MEANS = {"tingkat": "program", "sasaran": "Meningkatnya ketersediaan air melalui pengelolaan sumber daya air terpadu"}
COPY = {"tingkat": "program", "induk": "Meningkatnya mutu jalan", "sasaran": "Meningkatnya mutu jalan"}
MANY = {
    "simpul": [
        {
            "tingkat": "strategis",
            "pernyataan": "Meningkatnya kemantapan jalan",
            "indikator": [{"nama": f"Persentase jalan mantap wilayah {n}"} for n in range(4)],
        }
    ]
}


def indicator(nama, tingkat="strategis", target="5"):
    return {"tingkat": tingkat, "indikator": nama, "satuan": "%", "target": target}


VIEWS = [
    ("an active verb opens a tujuan", "S02", AIM, {"ketat": "galat", "pemda": "peringatan"}),
    ("a direction opens a name", "I02", indicator("Menurunnya angka kemiskinan"), {"pelatihan": "catatan", "ketat": "galat", "pemda": "peringatan"}),
    ("a name holds the target", "I03", indicator("Persentase kenaikan pajak sebesar 10%"), {"pelatihan": "catatan", "ketat": "galat", "kl": "peringatan"}),
    ("a target stays the same", "T06", indicator("Nilai SAKIP", target={"2025": "70", "2026": "70"}), {"pemda": "catatan", "kemenkeu": "peringatan", "ketat": "galat"}),
    ("a measure is beyond control", "I16", indicator("Laju pertumbuhan ekonomi", "kegiatan"), {"pemda": "peringatan", "ketat": "galat"}),
    ("absorbed money is a measure", "I07", indicator("Persentase penyerapan anggaran", "program"), {"kemenkeu": "catatan", "pemda": "peringatan", "ketat": "galat"}),
    ("four indicators for one sasaran", "I13", MANY, {"kemenkeu": "peringatan", "pemda": "catatan", "ketat": "galat"}),
    ("an output measures a strategic goal", "I17", indicator("Jumlah puskesmas yang dibangun"), {"pemda": "tanya", "pelatihan": "peringatan", "ketat": "galat"}),
    ("a child repeats its parent", "R02", COPY, {"skp": "catatan", "kemenkeu": "catatan", "pemda": "peringatan", "ketat": "galat"}),
    ("a sasaran tells the means", "S05", MEANS, {"kl": None, "kemenkeu": None, "pemda": "catatan", "ketat": "galat"}),
]  # fmt: skip


def severity(code, row, profil):
    """How grave a profile holds what the rule finds in a row; None when it is silent."""
    found = evaluate(as_documents(row), load_rules(profil=profil), strict=True).findings
    return next((finding.severity.value for finding in found if finding.code == code), None)


@pytest.mark.parametrize(("code", "row", "views"), [view[1:] for view in VIEWS], ids=[view[0] for view in VIEWS])
def test_each_view_has_its_profile(code, row, views):
    assert {profil: severity(code, row, profil) for profil in views} == views


@pytest.mark.parametrize(("code", "row"), [view[1:3] for view in VIEWS], ids=[view[0] for view in VIEWS])
def test_without_a_profile_a_disputed_matter_is_no_error(code, row):
    assert severity(code, row, None) not in {None, Severity.GALAT}
