"""A report and the documents it is about, as the parts of a page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from indikator_rules.fault import document_name
from indikator_rules.model.pohon import PohonDokumen
from indikator_rules.reporters.to_html.cards import card_of, heading_of
from indikator_rules.reporters.to_html.drawing import Drawing, drawing_of
from indikator_rules.reporters.to_html.forest import forest_of
from indikator_rules.reporters.to_html.outline import outline_of
from indikator_rules.reporters.to_html.overview import overview_of
from indikator_rules.reporters.to_html.sheets import sheets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indikator_rules.finding import Finding, Report
    from indikator_rules.location import Location
    from indikator_rules.model.pohon import PohonSasaran
    from indikator_rules.reading import Reading
    from indikator_rules.reporters.to_html.outline import Line
    from indikator_rules.reporters.to_html.overview import Page

MOST_FINDINGS = 3_000
MOST_NODES = 1_500
"""More findings listed, or boxes drawn, than a browser shows at once without effort."""
NO_UNIT = "Unit tidak disebut"


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding, the unit whose statement it is about, and whether it is the first to give its reason and basis."""

    finding: Finding
    unit: str
    first: bool


@dataclass(frozen=True, slots=True)
class About:
    """The findings about one statement; `number` is that of its node, None for the document as a whole."""

    number: int | None
    heading: str
    statement: str
    unit: str
    by_indicator: tuple[tuple[str | None, tuple[Listed, ...]], ...]

    @property
    def count(self) -> int:
        """How many findings there are."""
        return sum(len(listed) for _, listed in self.by_indicator)


@dataclass(frozen=True, slots=True)
class Section:
    """One document: what it is called, its files, its pictures (none where it is too large), and its findings.

    `overview` and `outline` are there where one picture does not show it all.
    """

    title: str
    files: tuple[str, ...]
    tree: PohonDokumen
    numbers: dict[PohonSasaran, int]
    drawings: tuple[Drawing, ...]
    overview: tuple[Page, ...]
    outline: tuple[Line, ...]
    findings: tuple[Listed, ...]

    @property
    def about(self) -> Iterator[About]:
        """The findings that count, statement by statement."""
        standing = [listed for listed in self.findings if listed.finding.stands]
        nodes = {node.path: node for node in self.tree.simpul}
        for path, found in groupby(standing, key=lambda listed: node_path(listed.finding)):
            together = tuple(found)
            by_indicator = groupby(together, key=lambda listed: listed.finding.indicator)
            node = nodes.get(path)
            yield About(
                None if node is None else self.numbers[node],
                "Dokumen secara keseluruhan" if node is None else heading_of(node),
                "" if node is None else node.sasaran.pernyataan or "",
                "" if node is None else _unit(node),
                tuple((name, tuple(of_indicator)) for name, of_indicator in by_indicator),
            )

    @property
    def continued_on(self) -> dict[PohonSasaran, int]:
        """For each node that a later picture continues, the number of that picture."""
        pictures = enumerate(self.drawings, start=1)
        return {one.continued: number for number, one in reversed([*pictures]) if one.continued is not None}


def node_path(finding: Finding) -> str:
    """The path of the node that a finding stands under; empty for the document as a whole."""
    return finding.path.partition(".indikator[")[0]


def sections(report: Report, readings: Sequence[Reading]) -> list[Section]:
    """The documents in order, each with the findings about it; notes on how files were read belong to none."""
    findings = [finding for finding in report.findings if not finding.is_note]
    trees = [PohonDokumen(reading.dokumen) for reading in readings]
    titles = [document_name(tree, reading) for tree, reading in zip(trees, readings, strict=True)]
    files = [_files(reading) for reading in readings]
    dealt = _dealt(findings, [*zip(titles, files, strict=True)])
    told: set[tuple[str, str, str]] = set()
    return [
        _section(title, own, tree, _listed(found, tree, NO_UNIT if len(trees) == 1 else title, told))
        for title, own, tree, found in zip(titles, files, trees, dealt, strict=True)
    ]


def _files(reading: Reading) -> tuple[str, ...]:
    places = (place for found in reading.locations.places.values() for place in found)
    return tuple(dict.fromkeys(place.file for place in places))


def _dealt(findings: Iterable[Finding], documents: Sequence[tuple[str, tuple[str, ...]]]) -> list[list[Finding]]:
    """The findings of each document. They come in the order of documents, which may share a name or a file."""
    dealt: list[list[Finding]] = [[] for _ in documents]
    at = 0
    for finding in findings:
        holding = (number for number in range(at, len(documents)) if _holds(*documents[number], finding))
        at = next(holding, at)
        dealt[at].append(finding)
    return dealt


def _holds(title: str, files: tuple[str, ...], finding: Finding) -> bool:
    return finding.document == title and (not finding.places or finding.places[0].file in files)


def _listed(
    findings: Iterable[Finding], tree: PohonDokumen, no_unit: str, told: set[tuple[str, str, str]]
) -> Iterator[Listed]:
    """The findings with their units; the reasons they give are added to `told`."""
    units = {node.path: _unit(node) or no_unit for node in tree.simpul}
    for finding in findings:
        reason = (finding.code, finding.reason, finding.basis)
        yield Listed(finding, units.get(node_path(finding), no_unit), reason not in told)
        told.add(reason)


def _unit(node: PohonSasaran) -> str:
    return node.sasaran.unit or node.sasaran.jabatan or ""


def _section(title: str, files: tuple[str, ...], tree: PohonDokumen, findings: Iterable[Listed]) -> Section:
    listed = tuple(findings)
    numbers = {node: number for number, node in enumerate((*tree.simpul, *tree.konteks), start=1)}
    return Section(title, files, tree, numbers, *_views(tree, listed), listed)


def _views(
    tree: PohonDokumen, listed: Iterable[Listed]
) -> tuple[tuple[Drawing, ...], tuple[Page, ...], tuple[Line, ...]]:
    """The pictures of the tree, the pages that show all of it, and its outline."""
    found: dict[str, list[Finding]] = {}
    for one in listed:
        found.setdefault(node_path(one.finding), []).append(one.finding)
    roots, below = forest_of(tree)
    cards = {node: card_of(node, found.get(node.path, ()) if node.path else ()) for node in below}
    if len(tree.simpul) > MOST_NODES:
        return (), (), outline_of(roots, below, cards)
    cut = sheets(roots, below, {node: card.height for node, card in cards.items()})
    drawn = tuple(drawing_of(sheet, cards) for sheet in cut)
    if len(drawn) <= 1:
        return drawn, (), ()
    return drawn, overview_of(roots, below, cards), outline_of(roots, below, cards)


# ---- what is not about one document


def notes(report: Report) -> dict[str, tuple[Location, ...]]:
    """The places of each note on how files were read."""
    places: dict[str, tuple[Location, ...]] = {}
    for note in report.findings:
        if note.is_note:
            places[note.message] = (*places.get(note.message, ()), *note.places)
    return places
