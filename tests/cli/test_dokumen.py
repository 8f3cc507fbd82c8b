"""`indikator aturan dokumen`."""

from __future__ import annotations

from indikator_rules.cli import run


def test_the_reference_of_the_language_is_shown(capsys):
    assert run(["aturan", "dokumen"]) == 0
    assert capsys.readouterr().out.startswith("# Acuan bahasa aturan\n")


def test_a_kept_page_is_told_from_a_stale_one(tmp_path, capsys):
    kept = tmp_path / "README.md"
    assert run(["aturan", "dokumen", "--indeks", "--ke", str(kept)]) == 0
    assert run(["aturan", "dokumen", "--indeks", "--periksa", str(kept)]) == 0
    kept.write_text("lama", encoding="utf-8")
    assert run(["aturan", "dokumen", "--indeks", "--periksa", str(kept)]) == 1
    assert "tidak lagi sesuai" in capsys.readouterr().err
