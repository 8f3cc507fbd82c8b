"""Two drafts, or two periods, side by side: what became of each node, indicator and finding."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from indikator_rules.changes import Change, Comparison, Evidence, FindingChange, Link, Part, Value
from indikator_rules.fault import document_name
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.model.pohon import PohonDokumen, normalised
from indikator_rules.principles import turns
from indikator_rules.reading import Reading
from indikator_rules.review.fates import finding_changes
from indikator_rules.review.matching import match

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from indikator_rules.finding import Finding, Report
    from indikator_rules.model.pohon import PohonIndikator, PohonSasaran
    from indikator_rules.review.matching import Links, Matching

_T = TypeVar("_T")
_SINGLE = ("satuan", "baseline", "definisi", "formula", "polarisasi")
_BY_PERIOD = ("target", "realisasi")


def compare(old: tuple[Sequence[Reading], Report], new: tuple[Sequence[Reading], Report]) -> Comparison:
    """The differences between two drafts, each the documents read and the report on them.

    Documents of one instansi are compared with each other, those of the same kind first.
    """
    nodes: list[Change] = []
    indicators: list[Change] = []
    findings: list[FindingChange] = []
    for first, second in _paired(_drafts(*old), _drafts(*new)):
        matching = match(PohonDokumen(first.reading.dokumen), PohonDokumen(second.reading.dokumen))
        nodes += _node_changes(matching)
        indicators += _indicator_changes(matching)
        findings += finding_changes(matching, first.findings, second.findings)
    return Comparison(tuple(nodes), tuple(indicators), tuple(findings), tuple(_evidence(old[1], new[1])))


# ---- documents


@dataclass(frozen=True, slots=True)
class _Draft:
    """One document and the findings about it."""

    reading: Reading
    findings: tuple[Finding, ...]


def _drafts(readings: Sequence[Reading], report: Report) -> list[_Draft]:
    """The documents of one draft, each with the findings that are about it."""
    names = [document_name(PohonDokumen(reading.dokumen), reading) for reading in readings]
    keys = [(name, _file(reading)) for name, reading in zip(names, readings, strict=True)]
    told: dict[int, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if not finding.is_note:
            file = finding.places[0].file if finding.places else ""
            at = keys.index((finding.document, file)) if (finding.document, file) in keys else None
            told[names.index(finding.document) if at is None else at].append(finding)
    return [_Draft(reading, tuple(told[at])) for at, reading in enumerate(readings)]


def _file(reading: Reading) -> str:
    return next((places[0].file for places in reading.locations.places.values() if places), "")


_NOTHING = _Draft(Reading(Dokumen()), ())


def _paired(old: Sequence[_Draft], new: Sequence[_Draft]) -> Iterator[tuple[_Draft, _Draft]]:
    """Each new document with its old one, of the same instansi and kind, or of the same instansi.

    A single one goes with a single one; what has no partner is compared with nothing.
    """
    left = list(old)
    partners: dict[int, _Draft] = {}
    alone = (_anything,) if len(old) == len(new) == 1 else ()
    for about in (_instansi_and_kind, _instansi, *alone):
        for at, draft in enumerate(new):
            partner = next((one for one in left if about(one) == about(draft)), None)
            if at not in partners and partner is not None:
                partners[at] = partner
                left.remove(partner)
    yield from ((partners.get(at, _NOTHING), draft) for at, draft in enumerate(new))
    yield from ((draft, _NOTHING) for draft in left)


def _instansi_and_kind(draft: _Draft) -> object:
    dokumen = draft.reading.dokumen
    return normalised(dokumen.instansi or ""), dokumen.jenis_dokumen


def _instansi(draft: _Draft) -> object:
    return normalised(draft.reading.dokumen.instansi or "")


def _anything(_draft: _Draft) -> object:
    return None


# ---- nodes and indicators


def _node_part(node: PohonSasaran) -> Part:
    above = node.induk[0].sasaran.pernyataan if node.induk else None
    level = None if node.tingkat is None else node.tingkat.value
    return Part(node.path, node.sasaran.pernyataan or "", level, above or "")


def _indicator_part(item: PohonIndikator) -> Part:
    level = None if item.tingkat is None else item.tingkat.value
    return Part(item.path, item.indikator.nama or "", level, item.sasaran.sasaran.pernyataan or "")


def _node_changes(matching: Matching) -> Iterator[Change]:
    """What became of each node; one has moved when its parents are not what became of its parents."""
    old, new, links = matching.old.simpul, matching.new.simpul, matching.nodes
    number = {id(node): at for at, node in enumerate(old)}
    later = {id(node): at for at, node in enumerate(new)}
    for link, a, b in _linked(links, len(old), len(new)):
        moved = link is Link.SAMA and not _same_place(old[a].induk, new[b].induk, links, number, later)
        yield _change(link, _part_at(old, a, _node_part), _part_at(new, b, _node_part), moved=moved)


def _same_place(
    before: Sequence[PohonSasaran],
    after: Sequence[PohonSasaran],
    links: Links,
    number: Mapping[int, int],
    later: Mapping[int, int],
) -> bool:
    """Whether some parent became, was split into, or was merged into, some parent now; or there is none in both."""
    if not before or not after:
        return not before and not after
    if any(node.konteks for node in (*before, *after)):
        return bool({_text(node) for node in before} & {_text(node) for node in after})
    old, new = ({table[id(node)] for node in nodes} for table, nodes in ((number, before), (later, after)))
    return any(links.belong(a, b) for a in old for b in new)


def _text(node: PohonSasaran) -> str:
    return normalised(node.sasaran.pernyataan or "")


def _indicator_changes(matching: Matching) -> Iterator[Change]:
    """What became of each indicator, with the fields that read otherwise; one has moved with the node it measures."""
    old, new, links = matching.old.indikator, matching.new.indikator, matching.indicators
    number = {id(node): at for at, node in enumerate(matching.old.simpul)}
    later = {id(node): at for at, node in enumerate(matching.new.simpul)}
    for link, a, b in _linked(links, len(old), len(new)):
        same = link is Link.SAMA
        moved = same and not matching.nodes.belong(number[id(old[a].sasaran)], later[id(new[b].sasaran)])
        values = tuple(_values(old[a], new[b])) if same else ()
        parts = _part_at(old, a, _indicator_part), _part_at(new, b, _indicator_part)
        yield _change(link, *parts, moved=moved, values=values)


def _linked(links: Links, before: int, after: int) -> Iterator[tuple[Link, int, int]]:
    """Every new thing with the old one it was, in order, then the old ones that are gone; -1 where there is none."""
    was = {b: a for a, b in links.pairs.items()}
    wholes = set(links.split.values())
    for b in range(after):
        if b in was:
            yield (Link.DIPECAH if was[b] in wholes else Link.SAMA), was[b], b
            yield from ((Link.DIGABUNG, a, b) for a, into in links.merged.items() if into == b)
        elif b in links.split:
            yield Link.DIPECAH, links.split[b], b
        else:
            yield Link.DITAMBAH, -1, b
    yield from ((Link.DIHAPUS, a, -1) for a in range(before) if a not in links.pairs and a not in links.merged)


def _part_at(things: Sequence[_T], number: int, part: Callable[[_T], Part]) -> Part | None:
    return None if number < 0 else part(things[number])


def _change(link: Link, old: Part | None, new: Part | None, *, moved: bool, values: tuple[Value, ...] = ()) -> Change:
    reworded = old is not None and new is not None and normalised(old.text) != normalised(new.text)
    return Change(link, old, new, moved, reworded, values)


def _values(old: PohonIndikator, new: PohonIndikator) -> Iterator[Value]:
    """The fields of an indicator that read otherwise now, period by period where they have periods."""
    for field in _BY_PERIOD:
        before, after = _periods(old, field), _periods(new, field)
        for period in dict.fromkeys((*before, *after)):
            yield from _value(field, period, before.get(period), after.get(period))
    for field in _SINGLE:
        yield from _value(field, None, getattr(old.indikator, field), getattr(new.indikator, field))


def _periods(item: PohonIndikator, field: str) -> dict[str | None, str | None]:
    written = getattr(item.indikator, field)
    return dict(written) if isinstance(written, dict) else {} if written is None else {None: written}


def _value(field: str, period: str | None, old: str | None, new: str | None) -> Iterator[Value]:
    if normalised(old or "") != normalised(new or ""):
        yield Value(field, period, old or None, new or None)


# ---- evidence


def _evidence(old: Report, new: Report) -> Iterator[Evidence]:
    for turn in turns():
        shares = (
            (yardstick, old.shares.get(yardstick.name), new.shares.get(yardstick.name)) for yardstick in turn.evidence
        )
        yield Evidence(turn, tuple(shares))
