"""The review sheets of evaluators as a workbook: indicators, statements, LKE criteria, principles, and a guide.

Sums and shares are formulas, so that they follow what a person fills in.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from indikator_rules.finding import Severity, Status
from indikator_rules.model.angka import write_angka
from indikator_rules.obstacles import listed, obstacle
from indikator_rules.principles import criteria, principles
from indikator_rules.reporters.documents import document_names, first_names
from indikator_rules.reporters.levels import LEVELS
from indikator_rules.reporters.neutral import short
from indikator_rules.reporters.scored_sheet import Design, Line, add_scored_sheet
from indikator_rules.reporters.scores import columns, score, without_data
from indikator_rules.reporters.tables_xlsx import OPEN_WORDS, Book, Cell, Formula
from indikator_rules.reporters.to_json import tool_version

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from indikator_rules.evaluator import Verdict
    from indikator_rules.finding import Finding, Report, Share
    from indikator_rules.model.dokumen import Indikator
    from indikator_rules.principles import Yardstick
    from indikator_rules.ruleset import Ruleset

TITLE = "Kertas kerja reviu rumusan kinerja"
MOST_PERIODS = 6
MOST_REASONS = 4
MOST_NAMES = 3
MOST_NOTES = 20
LONGEST_TEXT, LONGEST_HEADING, LONGEST_UNIT = 300, 120, 60
_ITEM_TEXTS = {"Sasaran": 26, "Indikator": 26, "Satuan": 9, "Target": 14}
_NODE_TEXTS = {"Tingkat dan pemilik": 18, "Sasaran": 34, "Sasaran di atasnya": 34}
_YARDSTICK_TEXTS = {
    "Sasaran yang dapat dinilai": 13,
    "Memenuhi": 12,
    "Persentase": 14,
    "Temuan": 26,
    "Belum dapat dinilai": 46,
    "Penilaian evaluator": 30,
}
_HOW_TO_READ = f"""\
Nilai 1: pemeriksaan yang wajib dapat dilakukan dan lolos. Nilai 0: ada temuan yang harus atau sebaiknya diperbaiki.
“{OPEN_WORDS.capitalize()}”: mesin tidak dapat memutuskan, karena datanya tidak ada, temuannya berupa pertanyaan atau \
dikecualikan, atau tidak ada pemeriksaan yang berlaku. Ganti dengan 1 atau 0; jumlah dan persentase dihitung ulang.
Pada kolom alasan, “sebab” bernomor menunjuk penjelasan di bawah ini, dan kode dalam kurung menunjuk pemeriksaannya.
Pemeriksaan yang tidak mempunyai data tidak pernah bernilai 1.
Nilai 1 hanya berarti tidak ditemukan kesalahan rumusan. Kebenaran data, kewajaran target, dan manfaat bagi masyarakat \
tetap dinilai oleh manusia.
Pada lembar kriteria dan prinsip, sasaran memenuhi bila tidak ada temuan yang harus atau sebaiknya diperbaiki.
Nomor kriteria mengikuti batang tubuh PermenPANRB 88/2021. Lembar kerja instansi dan unit dapat memakai nomor lain, \
jadi yang menjadi pegangan adalah bunyinya.
Alasan yang panjang dipotong, jumlahnya tidak pernah. Uraian lengkapnya ada pada laporan dan salinan bertanda."""


def to_kertas_kerja(report: Report, verdicts: Sequence[Verdict], rules: Ruleset) -> bytes:
    """The workbook on `verdicts`, which are those of the documents of `report`. Equal input, equal bytes."""
    book = Book(TITLE)
    documents = document_names(report, verdicts)
    intro = _intro(report, documents)
    run = report.statuses.keys()
    items, nodes = _lines(verdicts, run, _item_lines), _lines(verdicts, run, _node_lines)
    causes = _causes([*items, *nodes])
    of_items = Design("Indikator", "indikator", _ITEM_TEXTS, columns("indikator"), causes)
    of_nodes = Design("Sasaran", "sasaran", _NODE_TEXTS, columns("sasaran"), causes)
    add_scored_sheet(book, intro, of_items, items)
    add_scored_sheet(book, intro, of_nodes, nodes)
    numbered = [(f"{criterion.text} (butir {criterion.name})", criterion) for criterion in criteria()]
    _add_yardsticks(book, "Kriteria LKE", intro, _told(numbered, report, rules))
    bare = [(principle.text, principle) for principle in principles()]
    _add_yardsticks(book, "Empat prinsip", intro, _told(bare, report, rules))
    _add_guide(book, [*_guide(report, documents), *_reasons(causes), *_asked(), *_checks(rules, items, nodes)])
    return book.close()


def _intro(report: Report, documents: Sequence[str]) -> tuple[str, str, str]:
    pack = report.pack
    profile = f", profil {pack['profile']}" if pack.get("profile") else ""
    made = f"Diperiksa dengan indikator-rules {tool_version()}, paket {pack.get('name', '?')} {pack.get('version', '')}"
    named = first_names(documents, MOST_NAMES, LONGEST_HEADING)
    return (
        TITLE,
        f"{named or 'Tanpa dokumen'}. {made.strip()}{profile}.",
        f"1 = memenuhi · 0 = tidak memenuhi · {OPEN_WORDS} = diisi penelaah dengan 1 atau 0. Lihat lembar Keterangan.",
    )


def _short(text: str) -> str:
    return short(text, LONGEST_TEXT)


# ---- indicators and statements


def _lines(
    verdicts: Sequence[Verdict],
    run: Collection[str],
    lines_of: Callable[[Verdict, Collection[str]], Iterator[Line]],
) -> list[Line]:
    """The lines of all verdicts; of several documents, each below its name."""
    by_document = [(name, list(of_one)) for name, of_one in groupby(verdicts, key=lambda verdict: verdict.document)]
    lines: list[Line] = []
    for document, of_one in by_document:
        found = [line for verdict in of_one for line in lines_of(verdict, run)]
        if found and len(by_document) > 1:
            lines.append(Line((_short(document),)))
        lines += found
    return lines


def _item_lines(verdict: Verdict, run: Collection[str]) -> Iterator[Line]:
    """A line for each indicator of a node."""
    statement = f"{_place(verdict)}\n{_short(verdict.node.sasaran.pernyataan or '(kosong)')}"
    in_year = bool(verdict.node.dokumen.dokumen.tahun)
    for written, item in zip(verdict.node.indikator, verdict.items, strict=True):
        told = written.indikator
        has_period = in_year or isinstance(told.target, dict)
        scores = tuple(score(item, column, run, has_period=has_period) for column in columns("indikator"))
        texts = (statement, _short(told.nama or "(kosong)"), short(told.satuan or "", LONGEST_UNIT), _targets(told))
        yield Line(texts, scores, without_data(item))


def _node_lines(verdict: Verdict, run: Collection[str]) -> Iterator[Line]:
    """One line for the node; what its indicators show of the cascade counts with it."""
    below = (finding for item in verdict.items for finding in item.findings if finding.aspect == "selaras")
    whole = verdict._replace(findings=(*verdict.findings, *below))
    scores = tuple(score(whole, column, run) for column in columns("sasaran"))
    above = "\n".join(_short(parent.sasaran.pernyataan or "(kosong)") for parent in verdict.node.induk)
    texts = (_place(verdict), _short(verdict.node.sasaran.pernyataan or "(kosong)"), above or "–")
    yield Line(texts, scores, without_data(verdict))


def _causes(lines: Iterable[Line]) -> dict[str, int]:
    """The reasons why required rules came to no verdict, numbered as they first come."""
    whys = dict.fromkeys(lack.why for line in lines for one in line.scores for lack in one.lacks)
    return {why: number for number, why in enumerate(whys, start=1)}


def _place(verdict: Verdict) -> str:
    """Level and owner of a node."""
    node = verdict.node.sasaran
    level = LEVELS[node.tingkat] if node.tingkat else "Tingkat tidak disebut"
    return _short(" · ".join(part for part in (level, node.unit or node.jabatan) if part))


def _targets(indikator: Indikator) -> str:
    """The targets as written, the first periods each on a line."""
    if not isinstance(indikator.target, dict):
        return _short(indikator.target or "")
    told = [_short(f"{period}: {value or '–'}") for period, value in indikator.target.items()]
    more = len(told) - MOST_PERIODS
    return "\n".join(told[:MOST_PERIODS]) + (f"\ndan {more} periode lain" if more > 0 else "")


# ---- criteria and principles


class Told(NamedTuple):
    """What is told of a principle or criterion: how many nodes meet it, what was found, what could not be judged."""

    text: str
    share: Share | None
    found: str
    unjudged: str


def _told(yardsticks: Iterable[tuple[str, Yardstick]], report: Report, rules: Ruleset) -> Iterator[Told]:
    for text, yardstick in yardsticks:
        name = yardstick.name
        found = [finding for finding in report.findings if name in (finding.principle, *finding.lke)]
        codes = [rule.code for rule in rules.rules if name in (rule.node.principle, *rule.node.lke)]
        yield Told(text, report.shares.get(name), _counted(found), _unjudged(report, codes))


def _add_yardsticks(book: Book, name: str, intro: Sequence[str], told: Iterable[Told]) -> None:
    """Add a sheet with a line for each principle or criterion."""
    widths = {"No": 5, "Bunyi": 46, **_YARDSTICK_TEXTS}
    sheet = book.add_sheet(name, intro, widths)
    sheet.freeze_panes(len(intro) + 1, 2)
    for number, one in enumerate(told, start=1):
        row = len(intro) + number
        cells = [Cell(number, "number"), Cell(one.text), *_share(one.share, row)]
        cells += [Cell(one.found), Cell(one.unjudged), Cell("", "blank")]
        book.write_row(sheet, row, cells, list(widths.values()))


def _share(share: Share | None, row: int) -> list[Cell]:
    """How many nodes could be judged, how many meet it, and the share; open where nothing is summed up."""
    if share is None:
        return [Cell("–", "score"), Cell("–", "score"), Cell(OPEN_WORDS, "score")]
    judged, met = xl_rowcol_to_cell(row, 2), xl_rowcol_to_cell(row, 3)
    result = share.met / share.judged if share.judged else OPEN_WORDS
    formula = Formula(f'=IF({judged}=0,"{OPEN_WORDS}",{met}/{judged})', result)
    return [Cell(share.judged, "number"), Cell(share.met, "number"), Cell(formula, "share")]


def _counted(findings: Sequence[Finding]) -> str:
    """How many findings there are by severity; waived ones are told apart."""
    counts = Counter(finding.severity for finding in findings if finding.waiver is None)
    told = [f"{write_angka(counts[severity])} {severity.label.lower()}" for severity in Severity if counts[severity]]
    waived = sum(finding.waiver is not None for finding in findings)
    return "\n".join([*told, *([f"{write_angka(waived)} dikecualikan"] if waived else [])]) or "Tidak ada temuan"


def _unjudged(report: Report, codes: Collection[str]) -> str:
    """What the rules called `codes` could not judge, by reason."""
    if not codes:
        return "Tidak ada pemeriksaan yang dijalankan untuk ini."
    reasons: dict[str, dict[str, None]] = {}
    for one in report.assessments:
        if one.status is Status.TIDAK_DAPAT_DINILAI and one.code in codes:
            reasons.setdefault(obstacle(one.because), {})[one.code] = None
    told = [f"{listed([*of_reason])} karena {because}." for because, of_reason in reasons.items()]
    more = len(told) - MOST_REASONS
    return "\n".join(map(_short, told[:MOST_REASONS])) + (f"\ndan {write_angka(more)} sebab lain" if more > 0 else "")


# ---- how to read it


def _add_guide(book: Book, told: Iterable[tuple[str, str]]) -> None:
    """Add the sheet that says what was checked, how to read the scores, and what numbers and codes mean."""
    widths = {"Hal": 30, "Keterangan": 110}
    sheet = book.add_sheet("Keterangan", [TITLE], widths)
    for row, (subject, words) in enumerate(told, start=2):
        book.write_row(sheet, row, [Cell(subject), Cell(words)], list(widths.values()))


def _guide(report: Report, documents: Sequence[str]) -> Iterator[tuple[str, str]]:
    about = (
        f"{_short(one.message)} ({one.code}, {one.severity.label.lower()})" for one in report.findings if not one.path
    )
    whole = list(dict.fromkeys(about))
    more = f"\ndan {write_angka(len(whole) - MOST_NOTES)} lainnya" if len(whole) > MOST_NOTES else ""
    yield "Dokumen", "\n".join(documents) or "Tidak ada"
    yield "Yang diperiksa", f"{write_angka(report.nodes)} sasaran dan {write_angka(report.indicators)} indikator."
    yield "Temuan seluruhnya", _counted([one for one in report.findings if not one.is_note])
    yield "Tentang dokumen dan cara berkas dibaca", "\n".join(whole[:MOST_NOTES]) + more or "Tidak ada catatan"
    yield "Cara membaca", _HOW_TO_READ


def _reasons(causes: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """What the numbers of reasons mean."""
    yield from ((f"Sebab {number}", _short(f"{why[:1].upper()}{why[1:]}.")) for why, number in causes.items())


def _asked() -> Iterator[tuple[str, str]]:
    """What the columns ask, and when they are met."""
    for column in (*columns("indikator"), *columns("sasaran")):
        needed = f"Bernilai 1 bila lolos {listed(column.required)}, sejauh berlaku pada tingkatnya."
        yield f"Kolom {column.title}", f"{column.meaning} {needed}"


def _checks(rules: Ruleset, items: Sequence[Line], nodes: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """What each rule looks for, and where it could not judge for want of data."""
    lacking = [*_lacking(items, "indikator"), *_lacking(nodes, "sasaran")]
    for rule in rules.rules:
        told = [words for code, words in lacking if code == rule.code]
        yield f"Pemeriksaan {rule.code}", "\n".join([f"Yang dicari: {rule.title}", *map(_short, told[:MOST_REASONS])])


def _lacking(lines: Sequence[Line], subjects: str) -> Iterator[tuple[str, str]]:
    """Codes of rules, and of how many of `subjects` they could not judge, by reason."""
    counted = Counter((lack.codes[0], lack.why) for line in lines for lack in line.no_data)
    for (code, why), count in counted.items():
        yield code, f"Belum dapat dilakukan pada {write_angka(count)} {subjects} karena {why}."
