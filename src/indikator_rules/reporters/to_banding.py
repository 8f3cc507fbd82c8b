"""A comparison of two drafts, for people (text, Markdown) and for programs (JSON)."""

from __future__ import annotations

import json
import textwrap
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from indikator_rules.changes import Change, Comparison, Fate, FindingChange, Link, Part, Value
from indikator_rules.model.angka import write_angka
from indikator_rules.reporters.neutral import in_log, in_markdown
from indikator_rules.reporters.to_json import finding_object

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indikator_rules.finding import Finding, Share

MOST_SHOWN = 100
"""How many entries of a part are shown to people; how many there are is always said."""
_WIDTH = 100
_SCHEMA = "1"
TURNS = "Sebelum dan sesudah (banyaknya sasaran yang memenuhi, dari yang dapat dinilai)"


# ---- people


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing told: a line, and the lines beneath it."""

    line: str
    more: tuple[str, ...] = ()


_Part = tuple[str, list[Entry]]


def to_banding_text(comparison: Comparison, old: str, new: str) -> str:
    """The comparison of the drafts called `old` and `new` as a page for a terminal."""
    lines = [in_log(f"{old} → {new}"), counted(comparison), ""]
    for title, entries in parts(comparison):
        lines.append(f"{title} ({write_angka(len(entries))})" if title != TURNS else title)
        for entry in islice(entries, MOST_SHOWN):
            lines += textwrap.wrap(in_log(entry.line), _WIDTH, initial_indent="  ", subsequent_indent="    ")
            lines += (f"    {in_log(line)}" for line in entry.more)
        if len(entries) > MOST_SHOWN:
            lines.append(f"  … dan {write_angka(len(entries) - MOST_SHOWN)} lainnya. Semuanya ada di --format json.")
        lines.append("")
    return "\n".join(lines)


def to_banding_markdown(comparison: Comparison, old: str, new: str) -> str:
    """The same as a page in Markdown."""
    lines = ["# Perbandingan dua draf", "", in_markdown(f"{old} → {new}"), "", counted(comparison), ""]
    for title, entries in parts(comparison):
        lines += [f"## {title}" + (f" ({write_angka(len(entries))})" if title != TURNS else ""), ""]
        for entry in islice(entries, MOST_SHOWN):
            lines += [f"- {in_markdown(entry.line)}", *(f"  - {in_markdown(line.strip())}" for line in entry.more)]
        if len(entries) > MOST_SHOWN:
            lines.append(f"- … dan {write_angka(len(entries) - MOST_SHOWN)} lainnya.")
        lines.append("")
    return "\n".join(lines)


def counted(comparison: Comparison) -> str:
    """How many findings there are of each fate."""
    counts = comparison.counts()
    told = (("selesai", Fate.SELESAI), ("tetap", Fate.TETAP), ("baru", Fate.BARU))
    return "Temuan: " + " · ".join(f"{write_angka(counts[fate])} {word}" for word, fate in told)


def parts(comparison: Comparison) -> Iterator[_Part]:
    """What there is to tell, in the order in which a reviewer asks for it; empty parts left out."""
    of = {fate: [change for change in comparison.findings if change.fate is fate] for fate in Fate}
    parts: tuple[_Part, ...] = (
        (TURNS, list(_turns(comparison))),
        ("Temuan baru", [*map(_finding, of[Fate.BARU])]),
        ("Temuan yang selesai", [*map(_finding, of[Fate.SELESAI])]),
        ("Perubahan sasaran", list(_changes(comparison.nodes))),
        ("Perubahan indikator", list(_changes(comparison.indicators))),
        ("Temuan yang tetap ada", [*map(_staying, of[Fate.TETAP])]),
    )
    return (part for part in parts if part[1])


def _turns(comparison: Comparison) -> Iterator[Entry]:
    for evidence in comparison.evidence:
        shares = tuple(
            f"{yardstick.text}: {_share(before)} → {_share(after)}" for yardstick, before, after in evidence.shares
        )
        yield Entry(f"{evidence.turn.before} → {evidence.turn.after}", shares)


def _share(share: Share | None) -> str:
    if share is None or not share.judged:
        return "belum dapat dinilai"
    return f"{write_angka(share.met)} dari {write_angka(share.judged)}"


def _finding(change: FindingChange) -> Entry:
    finding = change.finding
    line = f"{finding.severity.label}: {finding.code} {finding.name}. {finding.message}"
    return Entry(line, (f"pada {_about(finding)}", *_waived(finding)))


def _staying(change: FindingChange) -> Entry:
    """A finding that its author has read before: in short, with what is not as it was."""
    finding, earlier = change.finding, change.earlier or change.finding
    before = (
        f"semula pada {_about(earlier)}" if _about(earlier) != _about(finding) else "",
        f"semula {earlier.severity.label.lower()}" if earlier.severity is not finding.severity else "",
    )
    line = f"{finding.code} {finding.name} pada {_about(finding)}"
    return Entry(line, (*filter(None, before), *_waived(finding)))


def _waived(finding: Finding) -> tuple[str, ...]:
    return () if finding.waiver is None else (f"dikecualikan: {finding.waiver.get('alasan', '')}",)


def _about(finding: Finding) -> str:
    if finding.indicator:
        return f"indikator “{finding.indicator}”"
    return f"“{finding.statement}”" if finding.statement else "dokumen secara keseluruhan"


def _changes(changes: Sequence[Change]) -> Iterator[Entry]:
    """One entry for each thing that is not as it was; the parts of a whole together, where the first of them stands."""
    pieces: dict[Part, list[Change]] = defaultdict(list)
    for change in changes:
        if change.link is Link.DIPECAH and change.old is not None:
            pieces[change.old].append(change)
    for change in changes:
        together = pieces.get(change.old) if change.link is Link.DIPECAH and change.old else None
        if together is None and change.any:
            yield Entry(_said(change), tuple(map(_value, change.values)))
        elif together and together[0] is change:
            parts = " dan ".join(_quoted(piece.new) for piece in together)
            yield Entry(f"{_quoted(change.old)} dipecah menjadi {parts}")


def _said(change: Change) -> str:
    match change.link:
        case Link.DITAMBAH:
            return f"{_quoted(change.new)} ditambahkan di bawah {_parent(change.new)}"
        case Link.DIHAPUS:
            return f"{_quoted(change.old)} dihapus"
        case Link.DIGABUNG:
            return f"{_quoted(change.old)} digabung ke dalam {_quoted(change.new)}"
        case _:
            before = f"{_quoted(change.old)} menjadi " if change.reworded else ""
            moved = f", pindah dari {_parent(change.old)} ke {_parent(change.new)}" if change.moved else ""
            return f"{before}{_quoted(change.new)}{moved}"


def _quoted(part: Part | None) -> str:
    return f"“{part.text}”" if part is not None and part.text else "(kosong)"


def _parent(part: Part | None) -> str:
    return f"“{part.parent}”" if part is not None and part.parent else "tingkat teratas"


def _value(value: Value) -> str:
    period = f" {value.period}" if value.period else ""
    return f"{value.field.replace('_', ' ')}{period}: {value.old or '(kosong)'} → {value.new or '(kosong)'}"


# ---- programs


def to_banding_json(comparison: Comparison, old: str, new: str) -> str:
    """The comparison as one JSON object, ending with a line break. Equal comparisons give equal bytes."""
    content = {
        "schema": _SCHEMA,
        "old": old,
        "new": new,
        "summary": {fate.value: count for fate, count in comparison.counts().items()},
        "turns": [
            {
                "before": evidence.turn.before,
                "after": evidence.turn.after,
                "shares": [
                    {"text": yardstick.text, "old": _share_object(before), "new": _share_object(after)}
                    for yardstick, before, after in evidence.shares
                ],
            }
            for evidence in comparison.evidence
        ],
        "findings": [_finding_object(change) for change in comparison.findings],
        "nodes": [*map(_change_object, comparison.nodes)],
        "indicators": [*map(_change_object, comparison.indicators)],
    }
    return json.dumps(content, ensure_ascii=False) + "\n"


def _share_object(share: Share | None) -> dict[str, int] | None:
    return None if share is None else {"met": share.met, "judged": share.judged}


def _finding_object(change: FindingChange) -> dict[str, Any]:
    earlier = None if change.earlier is None else change.earlier.path
    return {"status": change.fate.value, "earlier_path": earlier, **finding_object(change.finding)}


def _change_object(change: Change) -> dict[str, Any]:
    return {
        "link": change.link.value,
        "old": _part_object(change.old),
        "new": _part_object(change.new),
        "moved": change.moved,
        "reworded": change.reworded,
        "values": [
            {"field": value.field, "period": value.period, "old": value.old, "new": value.new}
            for value in change.values
        ],
    }


def _part_object(part: Part | None) -> dict[str, str | None] | None:
    if part is None:
        return None
    return {"path": part.path, "text": part.text, "level": part.level, "parent": part.parent}
