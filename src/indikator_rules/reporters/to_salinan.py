"""A marked copy of a file that was checked: the very workbook or Word document, else a new workbook."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from indikator_rules.errors import DocumentError
from indikator_rules.nameless import with_own_places
from indikator_rules.reporters.marks import LIST_TITLE, marks_of
from indikator_rules.reporters.package import read_parts, write_parts
from indikator_rules.reporters.to_salinan_docx import mark_word
from indikator_rules.reporters.to_salinan_xlsx import empty_workbook, mark_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from indikator_rules.finding import Report
    from indikator_rules.nameless import Sheet
    from indikator_rules.reporters.package import Parts

WORD, WORKBOOK = "word/document.xml", "xl/workbook.xml"
_HOW_IT_IS_MARKED = (
    "Tempat yang ditandai diberi warna dan komentar, yang menyebut keparahan, kode aturan, masalah, dan saran.",
    f"Nomor pada komentar merujuk ke {LIST_TITLE.lower()}; di sana letak setiap temuan dapat diklik.",
    "Tempat tanpa tanda berarti tidak ada temuan, bukan berarti rumusannya sudah dinilai baik.",
)
_HOW_IT_IS_LISTED = "Rumusan yang tidak ada pada daftar temuan tidak berarti sudah dinilai baik."
_WORD_SUFFIXES = (".docx", ".docm")
_WORKBOOK_SUFFIXES = (".xlsx", ".xlsm")


def to_salinan(report: Report, path: Path, called: Mapping[Sheet, Sheet] = MappingProxyType({})) -> bytes:
    """The marked copy of the file at `path`, named as in the places of `report`. Equal input, equal bytes.

    `called` tells what files and sheets are called that `report` names otherwise. The copy of an Office file holds all
    that stands in it, names of persons as well; what is added to it says no more than `report` does.
    """
    parts = _office_parts(path)
    name = shown_name(path, called)
    if WORD in parts or WORKBOOK in parts:
        own = with_own_places(report, called)
        origin = f"Salinan bertanda dari {name}. Isi dokumen tidak diubah; yang ditambahkan hanya tanda dan komentar."
        mark = mark_word if WORD in parts else mark_workbook
        mark(parts, own, marks_of(own, str(path)), (origin, *_HOW_IT_IS_MARKED))
    else:
        parts = empty_workbook()
        kind = path.suffix.removeprefix(".").upper() or "teks"
        origin = (
            f"Temuan pada {name}. Berkas {kind} tidak dapat diberi tanda, karena itu temuannya ditulis di "
            "buku kerja baru ini; berkas aslinya tidak diubah."
        )
        mark_workbook(parts, report, marks_of(report, name if called else str(path)), (origin, _HOW_IT_IS_LISTED))
    return write_parts(parts)


def shown_name(path: Path, called: Mapping[Sheet, Sheet]) -> str:
    """What a report calls the file at `path`."""
    return next((new for (new, _), (old, _) in called.items() if old == str(path)), path.name)


def copy_suffix(path: Path) -> str:
    """How the name of the copy ends: as that of an Office file (".xlsm" stays, for its macros), else ".xlsx"."""
    parts = _office_parts(path)
    known = _WORD_SUFFIXES if WORD in parts else _WORKBOOK_SUFFIXES
    return path.suffix.lower() if path.suffix.lower() in known else known[0]


def _office_parts(path: Path) -> Parts:
    try:
        return read_parts(path.read_bytes())
    except OSError:
        raise DocumentError(f"{path}: tidak dapat disalin; periksa apakah berkas itu masih dapat dibuka.") from None
