"""A comparison as people and programs read it."""

import json
import re

import pytest
from hostile import HOSTILE
from reports import finding

from indikator_rules.changes import Change, Comparison, Evidence, Fate, FindingChange, Link, Part, Value
from indikator_rules.finding import Severity, Share
from indikator_rules.principles import turns
from indikator_rules.reporters.to_banding import to_banding_json, to_banding_markdown, to_banding_text
from indikator_rules.reporters.to_html.banding import to_banding_html


def part(text, parent="Induk", path="simpul[0]"):
    return Part(path, text, "program", parent)


COMPARISON = Comparison(
    nodes=(
        Change(Link.SAMA, part("Sama"), part("Sama")),
        Change(Link.DIPECAH, part("Utuh", path="simpul[1]"), part("Potongan satu"), reworded=True),
        Change(Link.SAMA, part("Mutu jalan"), part("Mutu jalan desa", parent=""), moved=True, reworded=True),
        Change(Link.DIPECAH, part("Utuh", path="simpul[1]"), part("Potongan dua"), reworded=True),
        Change(Link.DITAMBAH, None, part("Tambahan")),
        Change(Link.DIGABUNG, part("Sisa"), part("Gabungan")),
        Change(Link.DIHAPUS, part("Buangan"), None),
    ),
    indicators=(
        Change(
            Link.SAMA,
            part("Angka"),
            part("Angka"),
            values=(Value("target", "2026", "70", "75"), Value("sumber_data", None, None, "BPS")),
        ),
    ),
    findings=(
        FindingChange(Fate.BARU, finding(statement="Mendirikan gedung")),
        FindingChange(Fate.TETAP, finding(severity=Severity.CATATAN), finding(statement="Semula begini")),
        FindingChange(Fate.SELESAI, finding(code="S11", statement="Belum optimalnya mutu")),
    ),
    evidence=(Evidence(turns()[0], ((turns()[0].evidence[0], Share(5, 12), Share(9, 13)),)),),
)
PAGE = to_banding_text(COMPARISON, "draf-1.xlsx", "draf-2.xlsx")


@pytest.mark.parametrize(
    "line",
    [
        "draf-1.xlsx → draf-2.xlsx\nTemuan: 1 selesai · 1 tetap · 1 baru\n",
        "  Sasaran tidak selaras → Sasaran terintegrasi\n    Selaras dengan tujuan strategis: 5 dari 12 → 9 dari 13\n",
        "Temuan baru (1)\n  Harus diperbaiki: S02 kata-kerja-aktif.",
        "    pada “Mendirikan gedung”\n",
        "Temuan yang selesai (1)\n  Harus diperbaiki: S11",
        "    semula pada “Semula begini”\n    semula harus diperbaiki\n",
        "Perubahan sasaran (5)\n  “Utuh” dipecah menjadi “Potongan satu” dan “Potongan dua”\n",
        "  “Mutu jalan” menjadi “Mutu jalan desa”, pindah dari “Induk” ke tingkat teratas\n",
        "  “Tambahan” ditambahkan di bawah “Induk”\n",
        "  “Sisa” digabung ke dalam “Gabungan”\n  “Buangan” dihapus\n",
        "  “Angka”\n    target 2026: 70 → 75\n    sumber data: (kosong) → BPS\n",
    ],
)
def test_the_page_tells_what_became_of_everything(line):
    assert line in PAGE


def test_what_is_as_it_was_is_not_told():
    assert "“Sama”" not in PAGE


def test_long_lists_are_cut_and_counted():
    many = Comparison((), (), (FindingChange(Fate.BARU, finding()),) * 120, ())
    page = to_banding_text(many, "a", "b")
    assert "Temuan baru (120)" in page
    assert "… dan 20 lainnya." in page
    assert "… dan 20 lainnya." in to_banding_markdown(many, "a", "b")


def test_programs_get_everything():
    told = json.loads(to_banding_json(COMPARISON, "a", "b"))
    assert told["summary"] == {"baru": 1, "tetap": 1, "selesai": 1}
    assert [change["link"] for change in told["nodes"]].count("dipecah") == 2
    assert told["indicators"][0]["values"][0] == {"field": "target", "period": "2026", "old": "70", "new": "75"}
    assert told["findings"][1]["status"] == "tetap"
    assert told["turns"][0]["shares"][0]["new"] == {"met": 9, "judged": 13}


def test_the_html_page_draws_before_and_after_and_tells_the_same():
    page = to_banding_html(COMPARISON, "draf-1.xlsx", "draf-2.xlsx")
    assert "Temuan menurut keparahan: Harus diperbaiki, sebelum, 2 harus diperbaiki; " in page
    assert "Harus diperbaiki, sesudah, 1 harus diperbaiki" in page
    for words in (
        "Temuan baru (1)",
        "“Utuh” dipecah menjadi “Potongan satu” dan “Potongan dua”",
        "target 2026: 70 → 75",
    ):
        assert words in page
    assert not re.search(r"""(?:src|href)=["'](?!#)|<script""", page)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_documents_is_only_text(text):
    change = Change(
        Link.SAMA,
        part(text, text),
        part(text + "a", text),
        moved=True,
        reworded=True,
        values=(Value("satuan", None, text, None),),
    )
    one = finding(message=text, statement=text)
    told = Comparison((change,), (change,), (FindingChange(Fate.BARU, one), FindingChange(Fate.TETAP, one, one)), ())
    page = to_banding_text(told, text, text)
    assert all(line.isprintable() for line in page.splitlines())
    assert "::" not in page
    assert "<script" not in to_banding_markdown(told, text, text).replace("\\<", "")
    assert "<script" not in to_banding_html(told, text, text)
