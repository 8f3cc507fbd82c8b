"""Waivers written into YAML: everything else stays letter for letter."""

import pytest
import yaml

from indikator_rules.model.dokumen import Pengecualian
from indikator_rules.reporters.to_pengecualian import add_waivers

NEW = Pengecualian(aturan="S02", simpul="S1", alasan="Amanat: RPJMD", pejabat="Bappeda", berlaku_sampai="2026-12-31")
WRITTEN = """\
  - aturan: S02
    simpul: S1
    alasan: 'Amanat: RPJMD'
    pejabat: Bappeda
    berlaku_sampai: 2026-12-31
"""
HELD = "{aturan: S01, alasan: a, pejabat: b, berlaku_sampai: 2026-01-31}"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", f"pengecualian:\n{WRITTEN}"),
        ("# Catatan\nsimpul: []  # kosong", f"# Catatan\nsimpul: []  # kosong\npengecualian:\n{WRITTEN}"),
        (
            f"pengecualian:\n  # lama\n  - {HELD}  # dari rapat\n\n# berikutnya\nsimpul: []\n",
            f"pengecualian:\n  # lama\n  - {HELD}  # dari rapat\n{WRITTEN}\n# berikutnya\nsimpul: []\n",
        ),
        (
            "pengecualian:\n- aturan: S01\n  alasan: |\n    baris\n    kedua\nsimpul: []\n",
            "pengecualian:\n- aturan: S01\n  alasan: |\n    baris\n    kedua\n"
            + WRITTEN.replace("\n  ", "\n")[2:]
            + "simpul: []\n",
        ),
        ("pengecualian: []\nsimpul: []\n", f"pengecualian: \n{WRITTEN}simpul: []\n"),
        ("pengecualian:\nsimpul: []\n", f"pengecualian:\n{WRITTEN}simpul: []\n"),
    ],
)
def test_waivers_stand_behind_those_that_are_there(source, expected):
    assert add_waivers(source, [NEW]) == expected


def test_a_list_on_one_line_is_written_line_by_line():
    written = yaml.safe_load(add_waivers(f"pengecualian: [{HELD}]\nsimpul: []\n", [NEW, NEW]))
    assert [one["aturan"] for one in written["pengecualian"]] == ["S01", "S02", "S02"]
    assert written["simpul"] == []


def test_line_ends_of_windows_stay():
    assert add_waivers("simpul: []\r\n", [NEW]).count("\r\n") == 7


@pytest.mark.parametrize("source", ['{"simpul": []}', "- S02", "S02"])
def test_what_is_no_mapping_line_by_line_is_left_alone(source):
    assert add_waivers(source, [NEW]) is None
