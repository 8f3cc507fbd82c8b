"""What columns hold, in the words of rows: "sasaran" for statements, "indikator" for names."""

from __future__ import annotations

from indikator_rules.model.dokumen import Indikator, Sasaran

_WORDS = {"pernyataan": "sasaran", "nama": "indikator", "diabaikan": "abaikan", "kode-indikator": "kode_indikator"}
_ROLES = {word: role for role, word in _WORDS.items()}
_MADE = frozenset({"indikator", "anak", "target_asli"})
"""Fields that no column fills."""
_OUTSIDE = ("kode_indikator", "instansi", "anggaran", "pengecualian", "abaikan")
_OF_ROWS = dict.fromkeys(
    _WORDS.get(field, field) for model in (Sasaran, Indikator) for field in model.model_fields if field not in _MADE
)
FIELD_WORDS = (*dict.fromkeys(("sasaran", "indikator", "satuan", "target", *_OF_ROWS, *_OUTSIDE)),)
"""Everything that a column may hold, in the words of users, the most used first."""


def field_word(role: str) -> str | None:
    """What users call the role of a column; None for a column without one."""
    return _WORDS.get(role, role) or None


def role_of_field(word: str) -> str:
    """The role of the columns that users call `word`."""
    return _ROLES.get(word, word)
