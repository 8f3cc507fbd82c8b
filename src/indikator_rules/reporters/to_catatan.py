"""A note on the results of a review as a Word document that the head of an inspectorate can fill in and sign."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from indikator_rules.finding import Severity, Status
from indikator_rules.model.angka import write_angka
from indikator_rules.obstacles import by_reason, listed
from indikator_rules.principles import criteria, principles
from indikator_rules.reporters.causes import Cause, causes, node_of
from indikator_rules.reporters.documents import document_names, first_names
from indikator_rules.reporters.levels import LEVELS
from indikator_rules.reporters.marks import INKS
from indikator_rules.reporters.neutral import short
from indikator_rules.reporters.pages_docx import Bar, Pages
from indikator_rules.reporters.shares import shares
from indikator_rules.reporters.to_json import tool_version

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from indikator_rules.evaluator import Verdict
    from indikator_rules.finding import Finding, Report
    from indikator_rules.ruleset import Ruleset

TITLE = "Catatan Hasil Reviu"
BLANK = "«…»"
MOST_CAUSES = 12
MOST_EXAMPLES = 4
MOST_LISTED = 20
MOST_NAMES = 5
MOST_BARS = 8
_NO_UNIT = "(unit tidak disebut)"
LONGEST_TEXT, LONGEST_NAMES = 220, 400
_ONLY_PEOPLE = (
    "Kebenaran data, nilai awal, dan realisasi yang dilaporkan.",
    "Kewajaran target terhadap sumber daya, kewenangan, dan keadaan daerah atau unit kerja.",
    "Manfaat yang dirasakan masyarakat atau penerima layanan.",
    "Kebenaran hubungan sebab-akibat antara sasaran dan sasaran di atasnya.",
    "Kesesuaian dengan tugas, mandat, dan kebijakan yang berlaku.",
)


def to_catatan(report: Report, verdicts: Sequence[Verdict], rules: Ruleset) -> bytes:
    """The Word document on `report`; `verdicts` are those of its documents. Equal input, equal bytes."""
    titles = {rule.code: rule.title for rule in rules.rules}
    judged = [finding for finding in report.findings if not finding.is_note]
    standing = [finding for finding in judged if finding.stands]
    pages = Pages(TITLE)
    _open(pages, document_names(report, verdicts))
    _scope(pages, report)
    _results(pages, report, standing)
    _charts(pages, standing, verdicts)
    _repairs(pages, causes((finding for finding in standing if finding.severity.grave), titles))
    _questions(pages, [finding for finding in standing if finding.severity is Severity.TANYA], report)
    _unjudged(pages, report, titles)
    _others(pages, judged, titles)
    _sign(pages)
    _annex(pages, judged, titles)
    return pages.close()


def _short(text: str | None) -> str:
    return short(text or "", LONGEST_TEXT)


def _people(severity: Severity) -> str:
    return severity.label.lower()


# ---- who, what, how


def _open(pages: Pages, documents: Sequence[str]) -> None:
    pages.title(TITLE.upper(), "atas rumusan tujuan, sasaran, indikator, target, dan penjenjangan kinerja")
    pages.facts(
        [
            ("Nomor", BLANK),
            ("Tanggal", BLANK),
            ("Dokumen yang direviu", first_names(documents, MOST_NAMES, LONGEST_NAMES) or BLANK),
            ("Disampaikan kepada", BLANK),
            ("Direviu oleh", BLANK),
        ]
    )


def _scope(pages: Pages, report: Report) -> None:
    pack = report.pack
    profile = f", profil {pack['profile']}" if pack.get("profile") else ""
    pages.heading("A. Dasar dan ruang lingkup")
    pages.line(
        f"Reviu dilaksanakan berdasarkan surat tugas {BLANK} tanggal {BLANK} atas {write_angka(report.nodes)} sasaran "
        f"dan {write_angka(report.indicators)} indikator. Ruang lingkupnya terbatas pada rumusan tujuan, sasaran, "
        "indikator, satuan, target, dan penjenjangannya."
    )
    pages.line(
        f"Pemeriksaan dibantu program indikator-rules {tool_version()} (paket aturan {pack.get('name', BLANK)} "
        f"{pack.get('version', '')}{profile}). Hasilnya merupakan bahan bagi tim reviu; tim yang menetapkan simpulan."
    )


def _results(pages: Pages, report: Report, standing: Sequence[Finding]) -> None:
    pages.heading("B. Hasil reviu")
    counts = Counter(finding.severity for finding in standing)
    grave = {node for finding in standing if finding.severity.grave and (node := node_of(finding))}
    if counts:
        pages.line(f"Terdapat {write_angka(counts.total())} temuan, yaitu {_counted(counts)}.")
    if not report.nodes:
        pages.line("Dokumen tidak memuat sasaran, sehingga belum ada rumusan yang dapat dinilai.")
        return
    pages.line(
        f"Dari {write_angka(report.nodes)} sasaran, {write_angka(len(grave))} sasaran memuat hal yang harus atau "
        "sebaiknya diperbaiki."
        if grave
        else "Pada rumusan yang dapat dinilai tidak ditemukan hal yang harus atau sebaiknya diperbaiki."
    )
    rows = [
        (principle.text, write_angka(share.judged), write_angka(share.met), _percent(share.met, share.judged))
        for principle, share in shares(report, principles())
    ]
    if rows:
        pages.line("Pemenuhan empat prinsip penjenjangan, dihitung dari sasaran yang dapat dinilai:", keep=True)
        pages.table(("Prinsip", "Sasaran dinilai", "Memenuhi", "Persentase"), (7, 3, 3, 3.4), rows)


def _percent(met: int, judged: int) -> str:
    return f"{write_angka(round(100 * met / judged, 1))}%" if judged else "belum dapat dinilai"


# ---- where the findings are


def _charts(pages: Pages, standing: Sequence[Finding], verdicts: Sequence[Verdict]) -> None:
    """Findings by unit, where there are several units, and by criterion."""
    by_unit: dict[str, Counter[Severity]] = {}
    counted = {finding.fingerprint for finding in standing}
    for verdict in verdicts:
        found = [one for part in (verdict, *verdict.items) for one in part.findings if one.fingerprint in counted]
        by_unit.setdefault(verdict.node.sasaran.unit or _NO_UNIT, Counter()).update(one.severity for one in found)
    if len(by_unit) > 1:
        _chart(pages, "Unit kerja", by_unit)
    by_criterion = {
        f"{one.text} (butir {one.name})": Counter(found.severity for found in standing if one.name in found.lke)
        for one in criteria()
    }
    _chart(pages, "Kriteria evaluasi", by_criterion)


def _chart(pages: Pages, of_what: str, groups: Mapping[str, Counter[Severity]]) -> None:
    """A bar for each group that has findings, the longest first."""
    ordered = sorted((group for group in groups.items() if group[1]), key=lambda group: -group[1].total())
    if not ordered:
        return
    bars = [Bar(_short(name), _lengths(counts), _counted(counts)) for name, counts in ordered[:MOST_BARS]]
    pages.line(f"Temuan menurut {of_what.lower()}:", keep=True)
    pages.chart((of_what, "Temuan"), bars)
    if (more := len(ordered) - MOST_BARS) > 0:
        rest = sum(counts.total() for _, counts in ordered[MOST_BARS:])
        pages.line(f"Selain itu {write_angka(rest)} temuan pada {write_angka(more)} {of_what.lower()} lain.")


def _lengths(counts: Counter[Severity]) -> tuple[tuple[int, str, str], ...]:
    told = ((severity, counts[severity]) for severity in Severity if counts[severity])
    return tuple((count, INKS[severity], f"{write_angka(count)} {_people(severity)}") for severity, count in told)


def _counted(counts: Counter[Severity]) -> str:
    """How many there are by severity, gravest first."""
    return listed([words for _, _, words in _lengths(counts)])


# ---- what to repair


def _repairs(pages: Pages, ranked: Sequence[Cause]) -> None:
    pages.heading("C. Perbaikan yang disarankan")
    if not ranked:
        pages.line("Tidak ada rumusan yang harus atau sebaiknya diperbaiki.")
        return
    pages.line(
        "Temuan dikelompokkan menurut penyebabnya, dimulai dari perbaikan yang menuntaskan sasaran paling banyak. "
        "Sebuah sasaran tuntas bila tidak ada lagi yang harus atau sebaiknya diperbaiki padanya. "
        f"Bagian bertanda {BLANK} diisi oleh penyusun dokumen.",
        keep=True,
    )
    done = accumulate(cause.cleared for cause in ranked)
    numbered = enumerate(list(zip(ranked, done, strict=True))[:MOST_CAUSES], start=1)
    rows = [row for number, (cause, so_far) in numbered for row in _rows(number, cause, so_far)]
    pages.table(("No", "Penyebab dan saran", "Tertulis", "Usulan perbaikan"), (1, 5.4, 5, 5), rows)
    if others := ranked[MOST_CAUSES:]:
        pages.line("Penyebab berikut juga ditemukan; uraiannya ada pada salinan bertanda dan kertas kerja.", keep=True)
        rest = [(_called(cause), cause.severity.label, write_angka(cause.nodes)) for cause in others]
        pages.table(("Penyebab lainnya", "Keparahan", "Sasaran"), (9.4, 4.6, 2.4), rest)


def _rows(number: int, cause: Cause, so_far: int) -> list[tuple[str | None, ...]]:
    """A row for each of the first texts of a cause; what the cause is stands beside all of them."""
    kind = f"{cause.severity.label}, pada {write_angka(cause.nodes)} sasaran.{_solved(cause, number, so_far)}"
    every = list(dict.fromkeys((_before(finding), _after(finding)) for finding in cause.findings))
    more = len(every) - MOST_EXAMPLES
    first, *others = every[:MOST_EXAMPLES]
    if more > 0:
        others.append((f"dan {write_angka(more)} rumusan lain", BLANK))
    return [
        (f"{number}.", f"{_called(cause)}\n{kind}\n{_advice(cause)}", *first),
        *((None, None, *other) for other in others),
    ]


def _solved(cause: Cause, number: int, so_far: int) -> str:
    """What repairing the cause brings; nothing is said where statements wait for other repairs, too."""
    if not cause.cleared:
        return ""
    together = f"; bersama perbaikan di atasnya menjadi {write_angka(so_far)}" if number > 1 else ""
    return f" Perbaikannya menuntaskan {write_angka(cause.cleared)} sasaran{together}."


def _called(cause: Cause) -> str:
    return f"{cause.title} ({cause.code})"


def _advice(cause: Cause) -> str:
    """The suggestion that comes most often, of equals the first."""
    ((suggestion, _),) = Counter(finding.suggestion for finding in cause.findings).most_common(1)
    return _short(suggestion)


def _before(finding: Finding) -> str:
    """The text in question, below the indicator or statement it stands under."""
    if not finding.path:
        return "Dokumen secara keseluruhan"
    level = LEVELS.get(finding.level or "", "Sasaran")
    above = finding.indicator or finding.statement
    about = f"Indikator “{_short(above)}”" if finding.indicator else f"{level} “{_short(above)}”" if above else level
    if finding.text and finding.text not in (finding.indicator, finding.statement):
        return f"{about}\n{_field(finding)}: {_short(finding.text)}"
    return about if finding.text else f"{about}\n{_field(finding)}: (kosong)"


def _field(finding: Finding) -> str:
    return finding.field.replace("_", " ").capitalize()


def _after(finding: Finding) -> str:
    return f"“{_short(finding.repair)}”" if finding.repair else BLANK


# ---- what only people can say, and what nobody could


def _questions(pages: Pages, asked: Sequence[Finding], report: Report) -> None:
    pages.heading("D. Hal yang perlu dinilai oleh tim reviu")
    left = [one.because for one in report.assessments if one.status is Status.PERLU_MANUSIA]
    questions = list(dict.fromkeys(_short(text) for text in (*(finding.message for finding in asked), *left)))
    if questions:
        pages.line("Penyusun dimohon menjawab pertanyaan berikut.", keep=True)
        rows = [(str(number), text, BLANK) for number, text in enumerate(questions[:MOST_LISTED], start=1)]
        pages.table(("No", "Pertanyaan", "Tanggapan penyusun"), (1, 9, 6.4), rows)
        _say_more(pages, len(questions), "pertanyaan")
    pages.line("Hal berikut tidak dapat dinilai dari rumusan, sehingga perlu ditelaah oleh tim:", keep=True)
    pages.bullets(_ONLY_PEOPLE)


def _unjudged(pages: Pages, report: Report, titles: Mapping[str, str]) -> None:
    pages.heading("E. Hal yang belum dapat dinilai")
    reasons = by_reason(report.assessments, Status.TIDAK_DAPAT_DINILAI, Status.GAGAL)
    if reasons:
        pages.line(
            "Pemeriksaan berikut tidak dapat dilakukan pada sebagian atau seluruh sasaran, jadi tidak dianggap lolos.",
            keep=True,
        )
        rows = [
            (_short(reason), "; ".join(f"{titles.get(code, code)} ({code})" for code in codes))
            for reason, codes in list(reasons.items())[:MOST_LISTED]
        ]
        pages.table(("Sebab", "Pemeriksaan yang belum dapat dilakukan"), (5, 11.4), rows)
        _say_more(pages, len(reasons), "sebab")
    else:
        pages.line("Tidak ada.")
    notes = dict.fromkeys(_short(one.message) for one in report.findings if one.is_note)
    if notes:
        pages.line("Cara berkas dibaca:", keep=True)
        pages.bullets(list(notes)[:MOST_LISTED])
        _say_more(pages, len(notes), "catatan pembacaan")


def _say_more(pages: Pages, count: int, what: str) -> None:
    if count > MOST_LISTED:
        pages.line(f"Masih ada {write_angka(count - MOST_LISTED)} {what} lain pada laporan lengkap.")


# ---- the rest


def _others(pages: Pages, judged: Sequence[Finding], titles: Mapping[str, str]) -> None:
    """Mild findings, waived ones and those known before."""
    mild = causes((one for one in judged if one.stands and one.severity is Severity.CATATAN), titles)
    waived = [finding for finding in judged if finding.waiver is not None]
    known = sum(finding.known for finding in judged)
    if not (mild or waived or known):
        return
    pages.heading("F. Catatan lain")
    if mild:
        rows = [(_called(cause), write_angka(len(cause.findings)), _advice(cause)) for cause in mild]
        pages.table(("Catatan", "Banyaknya", "Saran"), (5.6, 2.8, 8), rows)
    if waived:
        pages.line("Temuan yang dikecualikan oleh pejabat yang berwenang:", keep=True)
        pages.table(("Temuan", "Alasan", "Pejabat dan batas waktu"), (5, 6.4, 5), [*map(_waiver, waived[:MOST_LISTED])])
        _say_more(pages, len(waived), "temuan yang dikecualikan")
    if known:
        pages.line(f"Sebanyak {write_angka(known)} temuan sudah tercatat pada garis dasar dan tidak diulang di sini.")


def _waiver(finding: Finding) -> tuple[str, str, str]:
    waiver = finding.waiver or {}
    kind = f"{finding.code}, semula {_people(finding.severity)}: {_short(finding.message)}"
    by = f"{waiver.get('pejabat', BLANK)}, sampai {waiver.get('berlaku_sampai', BLANK)}"
    return kind, _short(waiver.get("alasan", BLANK)), _short(by)


def _sign(pages: Pages) -> None:
    pages.heading("Penutup")
    pages.line(
        "Demikian catatan hasil reviu ini disampaikan sebagai bahan perbaikan. Tindak lanjutnya dimohon disampaikan "
        f"paling lambat tanggal {BLANK}. Atas perhatian dan kerja sama Saudara, kami mengucapkan terima kasih.",
        keep=True,
    )
    pages.signature([f"{BLANK}, {BLANK}", f"{BLANK} (jabatan)", "", "", "", f"{BLANK} (nama)", f"NIP {BLANK}"])


def _annex(pages: Pages, judged: Sequence[Finding], titles: Mapping[str, str]) -> None:
    """The basis of every check that found something."""
    bases = {finding.code: finding for finding in judged if finding.basis}
    if not bases:
        return
    pages.heading("Lampiran: dasar pemeriksaan", new_page=True)
    pages.line("Dasar yang bertanda “konvensi” adalah kelaziman penilai, bukan bunyi peraturan.", keep=True)
    rows = [
        (code, titles.get(code, bases[code].name), _short(bases[code].basis), ", ".join(bases[code].lke) or "–")
        for code in sorted(bases)
    ]
    pages.table(("Kode", "Kaidah", "Dasar", "Butir LKE"), (1.6, 5.4, 7.2, 2.2), rows)
