"""What a marked copy of one file says: its findings, numbered, each with its places in that file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indikator_rules.finding import Severity, Status
from indikator_rules.model.angka import write_angka
from indikator_rules.reporters.package import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indikator_rules.finding import Finding, Report
    from indikator_rules.location import Location

GUIDE_TITLE = "Cara membaca"
LIST_TITLE = "Daftar temuan"
AUTHOR = "indikator-rules"
LONGEST_TEXT = 600
MOST_LISTED = 5_000
COLOURS = {
    Severity.GALAT: "F4B0B0",
    Severity.PERINGATAN: "FFE08A",
    Severity.CATATAN: "BFDDF5",
    Severity.TANYA: "DCC8F0",
}
"""Pale enough for black text to stay legible (contrast above 7:1)."""
INKS = {
    Severity.GALAT: "B3261E",
    Severity.PERINGATAN: "B26A00",
    Severity.CATATAN: "1F6FB2",
    Severity.TANYA: "7B4BB3",
}
"""Frames in these colours tell marks from fills that a document had before."""
_MEANINGS = {
    Severity.GALAT: "rumusan tidak memenuhi kaidah dan harus diperbaiki sebelum dokumen ditetapkan.",
    Severity.PERINGATAN: "rumusan kemungkinan besar perlu diperbaiki; bila dipertahankan, siapkan alasannya.",
    Severity.CATATAN: "hal kecil yang baik untuk diketahui; tidak menghalangi penetapan dokumen.",
    Severity.TANYA: "mesin hanya menunjuk; yang memahami isinya yang memutuskan.",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding, its number in the list, and its places in the file of the copy."""

    number: int
    finding: Finding
    places: tuple[Location, ...]

    @property
    def is_shown(self) -> bool:
        """Whether it marks its places; a waived or known finding and a note about reading are only listed."""
        return self.finding.stands and not self.finding.is_note


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a comment: a label that stands out, and the text after it."""

    label: str
    text: str = ""


def marks_of(report: Report, file: str) -> tuple[Mark, ...]:
    """The findings of `report` about `file`: gravest first, then waived and known ones, then notes on reading."""
    located = [(finding, _places_in(finding, file)) for finding in report.findings]
    documents = {finding.document for finding, places in located if places}
    elsewhere = {finding.document for finding, places in located if finding.places and not places} - documents
    own = [
        (finding, places)
        for finding, places in located
        if places or not (finding.places or finding.document in elsewhere)
    ]
    ordered = sorted(own, key=lambda pair: _order(pair[0]))
    return tuple(Mark(number, finding, places) for number, (finding, places) in enumerate(ordered, start=1))


def _order(finding: Finding) -> tuple[bool, bool, int]:
    return finding.is_note, not finding.stands, finding.severity.rank


def _places_in(finding: Finding, file: str) -> tuple[Location, ...]:
    return tuple(place for place in dict.fromkeys(finding.places) if place.file == file)


def gravest(marks: Sequence[Mark]) -> Severity:
    """The severity that colours a place with `marks`."""
    return min((mark.finding.severity for mark in marks), key=lambda severity: severity.rank)


def severity_words(finding: Finding) -> str:
    """The severity as the list says it."""
    if finding.waiver is not None:
        return f"Dikecualikan (semula: {finding.severity.label.lower()})"
    if finding.known:
        return f"Sudah ada di garis dasar ({finding.severity.label.lower()})"
    return "Cara berkas dibaca" if finding.is_note else finding.severity.label


def comment_lines(mark: Mark) -> Iterator[Line]:
    """What a comment says of one finding."""
    finding = mark.finding
    yield Line(f"{finding.severity.label.upper()} · {finding.called}")
    yield Line("", short(finding.message))
    if finding.suggestion:
        yield Line("Saran: ", short(finding.suggestion))
    if finding.repair:
        yield Line("Usulan: ", f"“{short(finding.repair)}”")
    yield Line("", f"(Nomor {mark.number} pada {LIST_TITLE.lower()}.)")


def advice(finding: Finding) -> str:
    """What can be done about a finding, or who waived it, on one or two lines."""
    if (waiver := finding.waiver) is not None:
        until, officer = waiver.get("berlaku_sampai", "?"), waiver.get("pejabat", "?")
        return short(f"Dikecualikan oleh {officer} sampai {until}: {waiver.get('alasan', '')}")
    proposal = f"Usulan: “{short(finding.repair)}”" if finding.repair else ""
    return "\n".join(part for part in (short(finding.suggestion), proposal) if part)


def place_and_more(places: Sequence[Location]) -> str:
    """The first place, and how many more there are."""
    first = harmless(str(places[0])) if places else ""
    return f"{first} dan {write_angka(len(places) - 1)} tempat lain" if len(places) > 1 else first


def subject(finding: Finding) -> str:
    """The text that a finding speaks of, or the indicator or statement it stands under."""
    return short(finding.text or finding.indicator or finding.statement or "")


def short(text: str) -> str:
    """`text` on one line without what could disturb its reader, cut after a word when it is very long."""
    text = " ".join(harmless(text).split())
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT].rsplit(maxsplit=1)[0] + " …"


def guide(report: Report, marks: Sequence[Mark], origin: Sequence[str]) -> tuple[str, ...]:
    """The sentences on how to read a copy; `origin` says what it was made from and how it is marked."""
    sentences = (
        *origin,
        totals(marks),
        unjudged(report),
        "Penjelasan sebuah aturan dibaca dengan perintah: indikator jelaskan KODE.",
    )
    return tuple(sentence for sentence in sentences if sentence)


def colour_lines() -> Iterator[tuple[Severity, str]]:
    """Each severity with what it means."""
    for severity in Severity:
        yield severity, f"{severity.label}: {_MEANINGS[severity]}"


def totals(marks: Sequence[Mark]) -> str:
    """How many findings there are by severity; never capped."""
    counted = Counter(mark.finding.severity for mark in marks if mark.is_shown)
    said = [f"{write_angka(counted[severity])} {severity.label.lower()}" for severity in Severity if counted[severity]]
    waived = sum(mark.finding.waiver is not None for mark in marks)
    if waived:
        said.append(f"{write_angka(waived)} dikecualikan")
    return f"{write_angka(counted.total())} temuan: {', '.join(said)}." if said else "Tidak ada temuan."


def unjudged(report: Report) -> str:
    """How many checks could not be made, in a sentence; empty when all could."""
    count = sum(assessment.status is Status.TIDAK_DAPAT_DINILAI for assessment in report.assessments)
    if not count:
        return ""
    return (
        f"Sebanyak {write_angka(count)} pemeriksaan tidak dapat dilakukan karena datanya tidak ada atau tidak terbaca; "
        "rinciannya ada pada laporan lengkap."
    )
