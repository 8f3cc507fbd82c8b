"""The checks a file passes before it is read: it exists, is of its kind, and is neither damaged nor a bomb."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING

from indikator_rules.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 200_000_000
MAX_OFFICE_BYTES = 50_000_000
MAX_UNCOMPRESSED_BYTES = 600_000_000
MAX_RATIO = 200
MAX_ENTRIES = 5_000

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    RuntimeError,
    SyntaxError,
)
"""What reading a damaged archive raises: of zip, of XML (a SyntaxError), of parts that are missing."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_PDF = b"%PDF-"
_TEXT_SUFFIXES = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
}
_OFFICE_PARTS = {"xl/workbook.xml": "xlsx", "word/document.xml": "docx"}
_OFFICE_SUFFIXES = {".xlsx": "xlsx", ".xlsm": "xlsx", ".docx": "docx", ".docm": "docx"}
SUFFIXES = frozenset({*_TEXT_SUFFIXES, *_OFFICE_SUFFIXES, ".pdf"} - {".txt"})
"""The files that are looked for in a folder; any text may hide behind .txt."""


def file_kind(path: Path) -> str:
    """The importer for `path`, such as "yaml" or "xlsx": see SUFFIXES. Raises DocumentError for others."""
    beginning = _beginning(path)
    suffix = path.suffix.lower()
    if beginning.startswith(_ZIP):
        return _office_kind(path)
    if beginning.startswith(_PDF) or (suffix == ".pdf" and _PDF in beginning):
        return "pdf"
    if beginning.startswith(_OLE):
        raise DocumentError(_ole_message(path, suffix))
    if suffix in _OFFICE_SUFFIXES or suffix == ".pdf":
        raise DocumentError(
            f"{path}: isinya bukan berkas {suffix[1:].upper()}, mungkin rusak atau salah nama; "
            "buka di aplikasi asalnya lalu simpan ulang."
        )
    if b"\0" in beginning and not beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DocumentError(f"{path}: bukan berkas teks; gunakan YAML, JSON, JSONL, CSV, XLSX, DOCX, atau PDF.")
    if suffix not in _TEXT_SUFFIXES:
        raise DocumentError(
            f"{path}: jenis berkas “{suffix or path.name}” belum dikenal; "
            "gunakan YAML, JSON, JSONL, CSV, XLSX, DOCX, atau PDF."
        )
    return _TEXT_SUFFIXES[suffix]


def _beginning(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise DocumentError(f"{path}: ini folder, bukan berkas; sebutkan berkas di dalamnya.")
        size = path.stat().st_size
        with path.open("rb") as file:
            beginning = file.read(4096)
    except FileNotFoundError:
        raise DocumentError(f"{path}: berkas tidak ditemukan; periksa nama dan letaknya.") from None
    except OSError as problem:
        raise DocumentError(
            f"{path}: berkas tidak dapat dibuka ({problem.strerror}); tutup di aplikasi lain atau periksa izinnya."
        ) from None
    if not beginning.strip():
        raise DocumentError(f"{path}: berkas kosong; periksa apakah berkas ini tersimpan dengan benar.")
    if size > MAX_BYTES:
        raise DocumentError(
            f"{path}: berkas terlalu besar ({size // 1_000_000} MB, paling besar {MAX_BYTES // 1_000_000} MB); "
            "pecah menjadi beberapa berkas."
        )
    return beginning


def _office_kind(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except DAMAGE:
        raise damaged(path) from None
    if path.stat().st_size > MAX_OFFICE_BYTES or len(entries) > MAX_ENTRIES or _is_bomb(entries):
        raise DocumentError(
            f"{path}: isi berkas terlalu besar untuk dibuka dengan aman; hapus gambar dan lembar yang tidak perlu."
        )
    names = {entry.filename for entry in entries}
    kind = next((kind for part, kind in _OFFICE_PARTS.items() if part in names), None)
    if kind is None:
        raise DocumentError(
            f"{path}: bukan berkas XLSX atau DOCX; gunakan YAML, JSON, JSONL, CSV, XLSX, DOCX, atau PDF."
        )
    return kind


def damaged(path: Path) -> DocumentError:
    """The error for a file that has the right kind but cannot be read."""
    return DocumentError(f"{path}: berkas rusak dan tidak dapat dibaca; buka di aplikasi asalnya lalu simpan ulang.")


def _is_bomb(entries: list[zipfile.ZipInfo]) -> bool:
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    return size > MAX_UNCOMPRESSED_BYTES or (size > MAX_UNCOMPRESSED_BYTES // 6 and size > MAX_RATIO * max(packed, 1))


def _ole_message(path: Path, suffix: str) -> str:
    if suffix in _OFFICE_SUFFIXES:
        return f"{path}: berkas dilindungi kata sandi; buka di aplikasinya, hapus kata sandinya, lalu simpan ulang."
    return f"{path}: format lama belum dapat dibaca; simpan ulang sebagai XLSX atau DOCX."
