"""What columns hold, in the words of rows: "sasaran" for statements, "indikator" for names."""

from __future__ import annotations

_WORDS = {"pernyataan": "sasaran", "nama": "indikator", "diabaikan": "abaikan"}
_ROLES = {word: role for role, word in _WORDS.items()}


def field_word(role: str) -> str | None:
    """What users call the role of a column; None for a column without one."""
    return _WORDS.get(role, role) or None


def role_of_field(word: str) -> str:
    """The role of the columns that users call `word`."""
    return _ROLES.get(word, word)
