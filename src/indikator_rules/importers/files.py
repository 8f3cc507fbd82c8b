"""The checks a file passes before it is read: it exists, is of its kind, and is neither damaged nor a bomb."""

from __future__ import annotations

import errno
import zipfile
import zlib
from typing import TYPE_CHECKING

from indikator_rules.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

LOCK = "~$"
"""How the names of Office's lock files begin."""
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
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_OFFICE_SUFFIXES = frozenset({".xlsx", ".xlsm", ".docx", ".docm", ".ods", ".xls"})
_BOOK, _ENCRYPTED = ("Workbook".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le"))
"""Names of streams in old Office files: of an XLS workbook, and of any newer file behind a password."""
_KINDS = "YAML, JSON, JSONL, CSV, XLSX, XLS, ODS, DOCX, PDF, atau ZIP"
_OBSTACLES = {
    errno.EACCES: "Anda tidak berhak membacanya; periksa izinnya atau tutup di aplikasi lain",
    errno.EPERM: "Anda tidak berhak membacanya; periksa izinnya atau tutup di aplikasi lain",
    errno.ENAMETOOLONG: "nama atau letaknya terlalu panjang; pindahkan ke folder yang lebih pendek",
}
SUFFIXES = frozenset({*_TEXT_SUFFIXES, *_OFFICE_SUFFIXES, ".pdf", ".zip"} - {".txt"})
"""The files that are looked for in a folder; any text may hide behind .txt."""


def file_kind(path: Path) -> str:
    """The importer for `path`, such as "yaml" or "xlsx": see SUFFIXES. Raises DocumentError for others."""
    beginning = _beginning(path)
    suffix = path.suffix.lower()
    if path.name.startswith(LOCK):
        original = path.name.removeprefix(LOCK)
        raise DocumentError(f"{path}: ini berkas kunci yang dibuat Office selagi dokumen terbuka; periksa {original}.")
    if beginning.startswith(_ZIP):
        return _archive_kind(path)
    if beginning.startswith(_PDF) or (suffix == ".pdf" and _PDF in beginning):
        return "pdf"
    if beginning.startswith(_OLE):
        return _ole_kind(path)
    if suffix in _OFFICE_SUFFIXES or suffix in {".pdf", ".zip"}:
        raise DocumentError(
            f"{path}: isinya bukan berkas {suffix[1:].upper()}, mungkin rusak atau salah nama; "
            "buka di aplikasi asalnya lalu simpan ulang."
        )
    if b"\0" in beginning and not beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DocumentError(f"{path}: bukan berkas teks; gunakan {_KINDS}.")
    if suffix not in _TEXT_SUFFIXES:
        raise DocumentError(f"{path}: jenis berkas “{suffix or path.name}” belum dikenal; gunakan {_KINDS}.")
    return _TEXT_SUFFIXES[suffix]


def is_open_elsewhere(path: Path) -> bool:
    """Whether an office program has left its lock file beside `path`."""
    names = (LOCK + path.name, LOCK + path.name[2:], f".~lock.{path.name}#")
    return any(path.with_name(name).exists() for name in names)


def _beginning(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise DocumentError(f"{path}: ini folder, bukan berkas; sebutkan berkas di dalamnya.")
        size = path.stat().st_size
        with path.open("rb") as file:
            beginning = file.read(4096)
    except FileNotFoundError:
        raise DocumentError(f"{path}: berkas tidak ditemukan; periksa nama dan letaknya.") from None
    except (OSError, ValueError) as problem:
        obstacle = _OBSTACLES.get(getattr(problem, "errno", None) or 0, "periksa nama, letak, dan izinnya")
        raise DocumentError(f"{path}: berkas tidak dapat dibuka; {obstacle}.") from None
    if not beginning.strip():
        raise DocumentError(f"{path}: berkas kosong; periksa apakah berkas ini tersimpan dengan benar.")
    if size > MAX_BYTES:
        raise DocumentError(
            f"{path}: berkas terlalu besar ({size // 1_000_000} MB, paling besar {MAX_BYTES // 1_000_000} MB); "
            "pecah menjadi beberapa berkas."
        )
    return beginning


def _archive_kind(path: Path) -> str:
    """Office file or plain archive. Raises DocumentError for what is damaged, too large or of another program."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            mimetype = archive.read("mimetype") if "mimetype" in names else b""
            manifest = archive.read("META-INF/manifest.xml") if mimetype and "META-INF/manifest.xml" in names else b""
    except DAMAGE:
        raise damaged(path) from None
    kind = next((kind for part, kind in _OFFICE_PARTS.items() if part in names), "ods" if mimetype == _ODS else "zip")
    if len(entries) > MAX_ENTRIES or _is_bomb(entries) or (kind != "zip" and path.stat().st_size > MAX_OFFICE_BYTES):
        raise DocumentError(
            f"{path}: isi berkas terlalu besar untuk dibuka dengan aman; hapus gambar dan lembar yang tidak perlu."
        )
    if b"encryption-data" in manifest:
        raise _protected(path)
    if kind == "zip" and (mimetype or path.suffix.lower() in _OFFICE_SUFFIXES):
        raise DocumentError(f"{path}: bukan berkas XLSX, ODS, atau DOCX; gunakan {_KINDS}.")
    return kind


def damaged(path: Path) -> DocumentError:
    """The error for a file that has the right kind but cannot be read."""
    return DocumentError(f"{path}: berkas rusak dan tidak dapat dibaca; buka di aplikasi asalnya lalu simpan ulang.")


def _is_bomb(entries: list[zipfile.ZipInfo]) -> bool:
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    return size > MAX_UNCOMPRESSED_BYTES or (size > MAX_UNCOMPRESSED_BYTES // 6 and size > MAX_RATIO * max(packed, 1))


def _ole_kind(path: Path) -> str:
    """The kind of an old workbook. Raises DocumentError for other old files and for protected new ones."""
    if path.stat().st_size > MAX_OFFICE_BYTES:
        raise DocumentError(f"{path}: berkas terlalu besar; pecah menjadi beberapa berkas.")
    content = path.read_bytes()
    if _ENCRYPTED in content or path.suffix.lower() in _OFFICE_SUFFIXES - {".xls"}:
        raise _protected(path)
    if _BOOK in content:
        return "xls"
    raise DocumentError(f"{path}: format lama ini belum dapat dibaca; simpan ulang sebagai DOCX atau PDF.")


def _protected(path: Path) -> DocumentError:
    return DocumentError(
        f"{path}: berkas dilindungi kata sandi; buka di aplikasinya, hapus kata sandinya, lalu simpan ulang."
    )
