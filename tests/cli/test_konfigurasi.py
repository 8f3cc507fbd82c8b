"""`indikator konfigurasi`."""

from __future__ import annotations

import json

from indikator_rules.cli import run


def test_settings_are_shown_with_where_they_come_from(capsys):
    assert run(["konfigurasi", "--asal", "--profil", "ketat"]) == 0
    page = capsys.readouterr().out
    assert "batas-indikator: 3  (dari rules/profil/ketat.yaml, semula 5)" in page
    assert page.endswith("Aturan yang padam\n  tidak ada\n")


def test_without_that_only_the_values_are_shown(capsys):
    assert run(["konfigurasi"]) == 0
    assert "  batas-indikator: 5\n" in capsys.readouterr().out


def test_settings_are_given_as_json(capsys):
    assert run(["konfigurasi", "--format", "json", "--abaikan", "S01,S02"]) == 0
    assert [rule["name"] for rule in json.loads(capsys.readouterr().out)["off"]] == ["S01", "S02"]
