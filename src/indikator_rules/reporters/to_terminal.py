"""A report for people who do not program: what is wrong, where, why, and how to say it better."""

from __future__ import annotations

import re
from collections import Counter
from io import StringIO
from itertools import groupby, islice
from typing import TYPE_CHECKING, Literal

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from indikator_rules.finding import Severity, Status
from indikator_rules.model.angka import write_angka
from indikator_rules.obstacles import by_reason
from indikator_rules.principles import criteria, principles
from indikator_rules.reporters.levels import LEVELS
from indikator_rules.reporters.neutral import in_log
from indikator_rules.reporters.shares import shares

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from indikator_rules.finding import Assessment, Finding, Report, Share, Stage
    from indikator_rules.location import Location

Colours = Literal["standard", "256", "truecolor"]

PLAIN_WIDTH = 100
MOST_FINDINGS = 200
MOST_PLACES = 3
MOST_REASONS = 12
MOST_OFTEN = 5
MOST_NAMED = 2

_STYLES = {
    Severity.GALAT: "bold red",
    Severity.PERINGATAN: "bold yellow",
    Severity.CATATAN: "bold cyan",
    Severity.TANYA: "bold magenta",
}
_ADVICE = {
    Severity.GALAT: "Mulailah dari yang harus diperbaiki. Yang paling sering ditemukan:",
    Severity.PERINGATAN: "Tidak ada yang harus diperbaiki. Yang paling sering ditemukan:",
    Severity.CATATAN: "Tidak ada yang perlu diperbaiki; hanya ada catatan:",
    Severity.TANYA: "Tidak ada yang perlu diperbaiki; hanya ada pertanyaan bagi yang memahaminya:",
}


def to_text(report: Report, width: int = PLAIN_WIDTH, colours: Colours | None = None) -> str:
    """The report as text of at most `width` columns; severity always stands in words, `colours` only help."""
    return printed(_page(report), width, colours)


def printed(parts: Iterable[RenderableType], width: int, colours: Colours | None) -> str:
    """`parts`, one below the other, as text of at most `width` columns without blanks at the ends of lines."""
    page = StringIO()
    console = Console(
        file=page,
        width=width,
        color_system=colours,
        force_terminal=colours is not None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(Group(*parts))
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()) + "\n"


def _page(report: Report) -> Iterator[RenderableType]:
    notes = _joined(finding for finding in report.findings if finding.is_note)
    waived = [finding for finding in report.findings if finding.waiver is not None]
    known = [finding for finding in report.findings if finding.known and not finding.is_note]
    judged = [finding for finding in report.findings if finding.stands and not finding.is_note]
    yield from _judged(judged)
    yield from _section("Dikecualikan", (_waiver(finding) for finding in waived), len(waived))
    yield from _section("Sudah ada di garis dasar", (Text(in_log(_kind(finding))) for finding in known), len(known))
    yield from _section(
        "Tidak dapat dinilai karena datanya tidak ada atau tidak terbaca",
        *_reasons(report.assessments, Status.TIDAK_DAPAT_DINILAI),
    )
    yield from _section("Perlu dinilai oleh manusia", *_reasons(report.assessments, Status.PERLU_MANUSIA))
    yield from _section("Aturan yang gagal dijalankan", *_reasons(report.assessments, Status.GAGAL))
    files = {place.file for finding in report.findings for place in finding.places[:1]}
    file = files.pop() if len(files) == 1 else ""
    yield from _section(
        "Cara berkas dibaca", (_note(message, places, file) for message, places in notes.items()), len(notes)
    )
    if report.stage is not None:
        yield from _stage(report.stage)
    yield from _shares(report)
    yield from _summary(report, judged)


def _joined(notes: Iterable[Finding]) -> dict[str, tuple[Location, ...]]:
    """The places of each note; equal notes about several documents are one."""
    places: dict[str, tuple[Location, ...]] = {}
    for note in notes:
        places[note.message] = (*places.get(note.message, ()), *note.places)
    return places


# ---- findings, by document, statement and indicator


def _judged(findings: list[Finding]) -> Iterator[RenderableType]:
    said: set[tuple[str, str]] = set()
    shown_file = ""
    for (document, file), of_document in groupby(_with_files(findings[:MOST_FINDINGS]), key=_document):
        yield Text(in_log(document or file), style="bold underline")
        if document and file != shown_file:
            yield Text(in_log(file), style="dim")
        shown_file = file
        yield Text()
        for _, of_node in groupby((finding for finding, _ in of_document), key=_statement):
            yield from _of_statement(list(of_node), file, said)
    hidden = len(findings) - MOST_FINDINGS
    if hidden > 0:
        yield Text(f"… dan {write_angka(hidden)} temuan lain. Semuanya ada di keluaran --format json.\n", style="bold")


def _with_files(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with its file; one without a place stands in the file of the finding before it."""
    file = ""
    for finding in findings:
        file = finding.places[0].file if finding.places else file
        yield finding, file


def _document(located: tuple[Finding, str]) -> tuple[str, str]:
    finding, file = located
    return finding.document, file


def _statement(finding: Finding) -> tuple[str, str | None]:
    nodes = re.match(r"(?:\.?(?:simpul|anak)\[\d+\])*", finding.path)
    return nodes[0] if nodes else "", finding.statement


def _of_statement(findings: list[Finding], file: str, said: set[tuple[str, str]]) -> Iterator[RenderableType]:
    first = findings[0]
    kind = LEVELS.get(first.level or "", "Sasaran") if first.path else "Dokumen secara keseluruhan"
    words = f" “{in_log(first.statement)}”" if first.statement else ""
    yield Text.assemble((kind, "bold"), words)
    for indicator, of_indicator in groupby(findings, key=lambda finding: finding.indicator):
        if indicator:
            yield Padding(Text.assemble(("Indikator", "bold"), f" “{in_log(indicator)}”"), (0, 0, 0, 2))
        for finding in of_indicator:
            yield Padding(_finding(finding, file, said), (0, 0, 1, 4))


def _finding(finding: Finding, file: str, said: set[tuple[str, str]]) -> RenderableType:
    heading = Text.assemble(
        (finding.severity.label.upper(), _STYLES[finding.severity]), f"  {finding.code} {finding.name}"
    )
    return Group(heading, _quoting(finding.message), _table(_details(finding, file, said)))


def _table(rows: Iterable[tuple[str, Text]]) -> Table:
    """Labels on the left, as wide as the widest, and what they stand for on the right."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, min_width=8)
    table.add_column(overflow="fold")
    for label, text in rows:
        table.add_row(Text(label, style="dim"), text)
    return table


def _details(finding: Finding, file: str, said: set[tuple[str, str]]) -> Iterator[tuple[str, Text]]:
    """The labelled lines under a message. What a rule says in the same words each time is told once in a report."""
    if finding.text and finding.text not in (finding.statement, finding.indicator):
        yield "Tertulis", _marked(finding)
    if where := _where(finding.places, file):
        yield "Letak", Text(where)
    yield from _once("Mengapa", finding.reason, finding.code, said)
    yield from _once("Saran", finding.suggestion, finding.code, said)
    if finding.repair:
        yield "Usulan", _quoting(f"“{finding.repair}”")
    yield from _once("Dasar", finding.basis, finding.code, said)


def _once(label: str, words: str, code: str, said: set[tuple[str, str]]) -> Iterator[tuple[str, Text]]:
    if words and (code, words) not in said:
        said.add((code, words))
        yield label, _quoting(words)


def _marked(finding: Finding) -> Text:
    """The text as written, with the words in question standing out."""
    text = finding.text or ""
    start, end = finding.span or (0, 0)
    return Text.assemble(in_log(text[:start]), (in_log(text[start:end]), "bold underline"), in_log(text[end:]))


def _quoting(sentence: str) -> Text:
    """`sentence` with its quoted words standing out."""
    text = Text(in_log(sentence))
    text.highlight_regex(r"“[^”]*”", "bold")
    return text


def _where(places: tuple[Location, ...], file: str) -> str:
    """The first places and how many more there are; `file` is the one that the reader knows already."""
    named = [str(place) if place.file == file else f"{place.file}, {place}" for place in places if str(place)]
    more = len(named) - MOST_PLACES
    return in_log(" · ".join(named[:MOST_PLACES]) + (f" · dan {write_angka(more)} tempat lain" if more > 0 else ""))


# ---- what is not a finding


def _section(title: str, lines: Iterable[Text], count: int) -> Iterator[RenderableType]:
    """A titled list of at most a dozen lines; how many there are is always said."""
    if not count:
        return
    yield Text(f"{title} ({write_angka(count)})", style="bold")
    for line in islice(lines, MOST_REASONS):
        yield Padding(line, (0, 0, 0, 2))
    if count > MOST_REASONS:
        yield Padding(Text(f"… dan {write_angka(count - MOST_REASONS)} lainnya."), (0, 0, 0, 2))
    yield Text()


def _reasons(assessments: tuple[Assessment, ...], status: Status) -> tuple[list[Text], int]:
    """One line for each reason, with the codes it holds for."""
    found = by_reason(assessments, status)
    return [Text(f"{in_log(reason)} ({', '.join(codes)})") for reason, codes in found.items()], len(found)


def _note(message: str, places: tuple[Location, ...], file: str) -> Text:
    where = _where(places, file)
    return Text.assemble(_quoting(message), (f"  {where}" if where else "", "dim"))


def _waiver(finding: Finding) -> Text:
    waiver = finding.waiver or {}
    until, officer = waiver.get("berlaku_sampai", "?"), waiver.get("pejabat", "?")
    return Text(in_log(f"{_kind(finding)}: {waiver.get('alasan', '')} ({officer}, berlaku sampai {until})"))


def _kind(finding: Finding) -> str:
    text = finding.text or finding.indicator or finding.statement
    about = f" “{text}”" if text else ""
    return f"{finding.code} {finding.name}{about}, {finding.severity.label.lower()}"


def _summary(report: Report, judged: list[Finding]) -> Iterator[RenderableType]:
    subjects = f"{write_angka(report.nodes)} sasaran dan {write_angka(report.indicators)} indikator"
    counted = Counter(finding.severity for finding in judged)
    if not counted:
        said = "Tidak ada temuan baru" if any(finding.known for finding in report.findings) else "Tidak ada temuan"
        yield Text.assemble((said, "bold green"), f" pada {subjects}.")
        return
    yield Text(f"Hasil pemeriksaan {subjects}", style="bold")
    yield Text(" · ".join(f"{write_angka(counted[s])} {s.label.lower()}" for s in Severity if counted[s]))
    yield Text(_ADVICE[min(counted, key=lambda severity: severity.rank)])
    often = Counter((finding.severity.rank, finding.severity.label, finding.code, finding.name) for finding in judged)
    first = sorted(often, key=lambda kind: (kind[0], -often[kind], kind))[:MOST_OFTEN]
    rows = (
        (f"{code} {name}", Text(f"{write_angka(often[rank, label, code, name])} {label.lower()}"))
        for rank, label, code, name in first
    )
    yield Padding(_table(rows), (1, 2))
    yield Text(f"Penjelasan sebuah aturan: indikator jelaskan {first[0][2]}", style="dim")


def _stage(stage: Stage) -> Iterator[RenderableType]:
    """What the draft still lacks at its stage, with the first of those that lack it."""
    yield Text(f"Tahap {stage.number} dari {stage.of}: {stage.name}", style="bold")
    if not stage.lacks:
        yield Padding(Text("Semua yang diperlukan sampai tahap ini sudah ada."), (0, 0, 0, 2))
    for lack in stage.lacks:
        yield Padding(Text(lack.words), (0, 0, 0, 2))
        if named := [f"“{in_log(text)}”" for text in lack.missing if text]:
            more = len(lack.missing) - MOST_NAMED
            others = f", dan {write_angka(more)} lainnya" if more > 0 else ""
            yield Padding(Text(", ".join(named[:MOST_NAMED]) + others, style="dim"), (0, 0, 0, 4))
    yield Text()


def _shares(report: Report) -> Iterator[RenderableType]:
    """How many nodes meet each principle and criterion; nothing when none could be judged by any."""
    if not any(share.judged for share in report.shares.values()):
        return
    yield Text("Banyaknya sasaran tanpa temuan yang harus atau sebaiknya diperbaiki", style="bold")
    for title, yardsticks in (("Menurut empat prinsip", principles()), ("Menurut kriteria evaluasi", criteria())):
        rows = ((yardstick.text, Text(_met(share))) for yardstick, share in shares(report, yardsticks))
        yield Padding(Text(title), (0, 0, 0, 2))
        yield Padding(_table(rows), (0, 0, 0, 4))
    yield Text()


def _met(share: Share) -> str:
    if not share.judged:
        return "belum dapat dinilai"
    return f"{write_angka(share.met)} dari {write_angka(share.judged)}"
