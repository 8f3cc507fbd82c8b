"""Several documents of one office as a set: what they have in common is told, and what only seems to be."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from indikator_rules.importers.notes import Note, to_findings
from indikator_rules.links import find_links
from indikator_rules.model.pohon import Kumpulan, PohonDokumen, normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indikator_rules.links import Link
    from indikator_rules.location import Location
    from indikator_rules.model.pohon import PohonSasaran
    from indikator_rules.reading import Reading

_SEEMS = {
    "sama": "“{ini}” diduga sama dengan “{itu}” di {berkas}, belum pasti; samakan rumusannya bila memang sama.",
    "induk": "Induk “{ini}” diduga “{itu}” di {berkas}, belum pasti; samakan rumusannya bila memang itu.",
}


class Joined(NamedTuple):
    """The documents of a set, with doubts among their notes, and what links them: a sentence for two documents each."""

    readings: tuple[Reading, ...]
    told: tuple[str, ...]


def join(readings: Sequence[Reading]) -> Joined:
    """The documents with what their nodes have in common. Rows of many offices are no set, and cost nothing."""
    offices = Counter(normalised(reading.dokumen.instansi or "") for reading in readings)
    if len(readings) < 2 or (max(offices.values()) == 1 and not offices[""]):
        return Joined(tuple(readings), ())
    trees = [PohonDokumen(reading.dokumen) for reading in readings]
    Kumpulan.join(tuple(trees))
    links = find_links(trees)
    of = {id(tree): reading for tree, reading in zip(trees, readings, strict=True)}
    doubts: dict[int, list[Note]] = defaultdict(list)
    for link in links:
        if not link.pasti:
            doubts[id(of[id(link.dari.dokumen)])].append(_doubt(link, of))
    return Joined(
        tuple(
            replace(reading, findings=(*reading.findings, *to_findings(doubts[id(reading)])))
            if id(reading) in doubts
            else reading
            for reading in readings
        ),
        tuple(_told(links, of)),
    )


def _doubt(link: Link, of: dict[int, Reading]) -> Note:
    here, there = of[id(link.dari.dokumen)], of[id(link.ke.dokumen)]
    own, other = (_shown(node) for node in (link.dari, link.ke))
    return Note(
        "B18",
        _SEEMS[link.jenis].format(ini=own, itu=other, berkas=_name(there)),
        next(iter(_places(link.dari, here)), None),
        own,
    )


def _places(node: PohonSasaran, reading: Reading) -> Iterable[Location]:
    """Where a node stands; a parent that is only named stands where its children name it."""
    fields = [f"{child.path}.induk" for child in node.anak] if node.konteks else [f"{node.path}.pernyataan"]
    return (place for field in fields for place in reading.locations.of(field))


def _told(links: Iterable[Link], of: dict[int, Reading]) -> Iterator[str]:
    counted = Counter(
        (_name(of[id(link.dari.dokumen)]), _name(of[id(link.ke.dokumen)]), link.jenis) for link in links if link.pasti
    )
    for (here, there, kind), count in counted.items():
        what = "rumusan sama dengan" if kind == "sama" else "induk ditemukan di"
        yield f"{here}: {count} {what} {there}."


def _shown(node: PohonSasaran) -> str:
    return " ".join((node.sasaran.pernyataan or "").split())


def _name(reading: Reading) -> str:
    """The file a document was read from, or what the document is called."""
    place = next((place for places in reading.locations.places.values() for place in places), None)
    return place.file if place is not None else PohonDokumen(reading.dokumen).sebutan or "dokumen lain"
