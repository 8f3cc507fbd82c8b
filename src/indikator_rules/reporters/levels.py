"""What people call the statements of each level."""

from __future__ import annotations

LEVELS = {
    "tujuan": "Tujuan",
    "strategis": "Sasaran strategis",
    "program": "Sasaran program",
    "kegiatan": "Sasaran kegiatan",
    "subkegiatan": "Sasaran subkegiatan",
    "individu": "Rencana hasil kerja",
}
