"""Indonesian text analysis: a string in, a `Teks` out. The only package that imports spaCy."""

from __future__ import annotations

from indikator_rules.text.daftar import Daftar, kelas_kata
from indikator_rules.text.kata import Bentuk, Kata, Rentang
from indikator_rules.text.labels import labels, readable
from indikator_rules.text.teks import Teks, analyse

__all__ = ["Bentuk", "Daftar", "Kata", "Rentang", "Teks", "analyse", "kelas_kata", "labels", "readable"]
