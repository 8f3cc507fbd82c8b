"""What is set, and what set it: files of the pack < profile < command line."""

from __future__ import annotations

import pytest

from indikator_rules.configuration import Setting, configuration
from indikator_rules.errors import RuleError


def named(settings):
    return {setting.name: setting for setting in settings}


def test_without_a_profile_all_stands_in_the_files_of_the_pack():
    settings = configuration()
    assert named(settings.parameters)["batas-indikator"] == Setting("batas-indikator", "5", "rules/umum.aturan")
    assert settings.severities == settings.off == ()


def test_a_profile_goes_before_the_pack():
    settings = configuration(profil="kemenkeu")
    limit = named(settings.parameters)["batas-indikator"]
    assert limit == Setting("batas-indikator", "3", "rules/profil/kemenkeu.yaml", before="5")
    copied = named(settings.severities)["R02"]
    assert copied == Setting("R02", "catatan", "rules/profil/kemenkeu.yaml", before="peringatan")
    assert named(settings.off)["S05"].source == "rules/profil/kemenkeu.yaml"


def test_the_command_line_goes_before_the_profile():
    off = named(configuration(profil="kl", pilih=("S01", "S02"), abaikan=("kata-kerja-aktif",)).off)
    assert "S01" not in off
    assert (off["S02"].source, off["S03"].source, off["S05"].source) == (
        "--abaikan",
        "--pilih",
        "rules/profil/kl.yaml",
    )


def test_a_pack_of_ones_own_goes_before_the_shipped_one(tmp_path):
    text = 'parameter batas-indikator = 2 "Paling banyak"\n\n'
    rule = """\
aturan X01 terlalu-banyak "Terlalu banyak"

  untuk       tujuan dan sasaran
  bila        banyak indikator lebih dari batas-indikator
  galat       "Terlalu banyak."
  alasan      "Yang utama tertutup."
  saran       "Kurangi."
  dasar       konvensi "Kebiasaan kantor"
  aspek       terukur

  contoh buruk { pernyataan: "Meningkatnya mutu" indikator: [ { nama: "A" } { nama: "B" } { nama: "C" } ] }
  contoh baik  { pernyataan: "Meningkatnya mutu" indikator: [ { nama: "A" } ] }
"""
    (tmp_path / "kantor.aturan").write_text(text + rule, encoding="utf-8")
    limit = named(configuration(tmp_path).parameters)["batas-indikator"]
    assert limit == Setting("batas-indikator", "2", str(tmp_path / "kantor.aturan"))


def test_an_unknown_profile_is_refused():
    with pytest.raises(RuleError, match="Profil “entah” tidak ada"):
        configuration(profil="entah")
