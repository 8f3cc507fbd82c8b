"""The document as a tree that can be walked: every node knows its parents, children, indicators and document.

Parents are found by id, then by code, then by statement; a parent that is only named is context: compared with, never
judged. What the document can tell at all (`bertaut`, `berindikator`, `holds_above`, …) is asked here, so that no rule
takes silence for a fault. `ingatan` keeps what was worked out about a subject: rules that ask the same share it.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from indikator_rules.model.dokumen import Indikator, Sasaran
from indikator_rules.model.nilai import decimal_style, read_target
from indikator_rules.model.seri import Seri, read_seri

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from indikator_rules.model.angka import GayaDesimal
    from indikator_rules.model.dokumen import Dokumen
    from indikator_rules.model.nilai import Nilai
    from indikator_rules.model.tingkat import Tingkat

SINGLE = ""
"""The period of a target that is written as one value, without a period."""

YEAR_DIGITS = 4


class PohonTarget:
    """One written value of an indicator."""

    __slots__ = ("indikator", "ingatan", "nilai", "path", "periode", "teks")

    def __init__(self, indikator: PohonIndikator, periode: str, teks: str | None, nilai: Nilai | None) -> None:
        self.indikator = indikator
        self.periode = periode
        self.teks = teks
        self.nilai = nilai
        self.path = f"{indikator.path}.target" + (f"[{periode}]" if periode else "")
        self.ingatan: dict[str, Any] = {}

    @property
    def dokumen(self) -> PohonDokumen:
        """The document that holds the target."""
        return self.indikator.dokumen

    @property
    def tingkat(self) -> Tingkat | None:
        """The level of the node that its indicator measures."""
        return self.indikator.tingkat


class PohonIndikator:
    """An indicator and the node it measures."""

    def __init__(self, indikator: Indikator, sasaran: PohonSasaran, path: str, index: int) -> None:
        self.indikator = indikator
        self.sasaran = sasaran
        self.path = path
        self.index = index
        """Place in `PohonDokumen.indikator`."""
        self.ingatan: dict[str, Any] = {}

    @property
    def dokumen(self) -> PohonDokumen:
        """The document that holds the indicator."""
        return self.sasaran.dokumen

    @property
    def tingkat(self) -> Tingkat | None:
        """The level of the node it measures."""
        return self.sasaran.tingkat

    @cached_property
    def seri(self) -> Seri | None:
        """Target values by period; years before quarters and months; None without any.

        A single one is that of the document's year, or stands under `SINGLE` where the document is not of one year.
        """
        target = self.indikator.target
        if target is None:
            return None
        gaya = self.dokumen.gaya_desimal
        if isinstance(target, dict):
            series = read_seri(target, self.indikator.satuan, gaya)
            return series[0] if series else None
        year = self.dokumen.satu_tahun or SINGLE
        return Seri("tahun", {year: read_target(target, self.indikator.satuan, gaya)})

    @cached_property
    def target(self) -> tuple[PohonTarget, ...]:
        """Every target cell that is written, in the document's order."""
        written = self.indikator.target
        if written is None:
            return ()
        cells = written if isinstance(written, dict) else {SINGLE: written}
        gaya = self.dokumen.gaya_desimal
        return tuple(
            PohonTarget(self, period, text, read_target(text or "", self.indikator.satuan, gaya))
            for period, text in cells.items()
        )


class PohonSasaran:
    """A node of the cascade. `konteks`: known only as somebody's parent."""

    __slots__ = (
        "anak", "dokumen", "indikator", "induk", "ingatan", "kembar", "konteks", "mendukung", "path", "sasaran",
        "tingkat",
    )  # fmt: skip

    def __init__(self, sasaran: Sasaran, dokumen: PohonDokumen, path: str, *, konteks: bool = False) -> None:
        self.sasaran = sasaran
        self.dokumen = dokumen
        self.path = path
        self.konteks = konteks
        self.tingkat = sasaran.tingkat
        self.induk: list[PohonSasaran] = []
        self.mendukung: list[PohonSasaran] = []
        self.anak: list[PohonSasaran] = []
        self.indikator: list[PohonIndikator] = []
        self.kembar: list[PohonSasaran] = []
        """The nodes of other documents that are this one: see `links`."""
        self.ingatan: dict[str, Any] = {}

    def leluhur(self) -> Iterator[PohonSasaran]:
        """Parents, their parents and so on, nearest first, each once."""
        return _reachable(self, lambda node: node.induk)

    def keturunan(self) -> Iterator[PohonSasaran]:
        """Children, their children and so on, nearest first, each once."""
        return _reachable(self, lambda node: node.anak)

    def sejajar(self) -> Iterator[PohonSasaran]:
        """The other nodes of the document and level below the same parent; without one, those that have none either."""
        first = self.induk[0] if self.induk else None
        if first is None:
            beside = self.dokumen.tanpa_induk
        elif first.dokumen is self.dokumen:
            beside = first.anak
        else:
            beside = [node for node in self.dokumen.simpul if node.induk[:1] == [first]]
        return (node for node in beside if node is not self and node.tingkat == self.tingkat)


class PohonDokumen:
    """A document: its nodes in reading order, and what it can tell at all."""

    def __init__(self, dokumen: Dokumen) -> None:
        self.dokumen = dokumen
        self.path = ""
        self.simpul: list[PohonSasaran] = []
        self.indikator: list[PohonIndikator] = []
        self.konteks: list[PohonSasaran] = []
        self.ingatan: dict[str, Any] = {}
        self.kumpulan = Kumpulan((self,))
        _grow(self, dokumen.simpul, "simpul", None)
        _link(self)
        self.bertaut = any(node.induk for node in self.simpul)
        """Whether the document says of any node what stands above it."""

    @cached_property
    def kolom(self) -> frozenset[str]:
        """The fields that the source offers."""
        if self.dokumen.kolom is not None:
            return frozenset(self.dokumen.kolom)
        parts: Iterable[Sasaran | Indikator] = chain(
            (node.sasaran for node in self.simpul), (item.indikator for item in self.indikator)
        )
        return frozenset(
            name for part in parts for name in part.model_fields_set if getattr(part, name) not in (None, ())
        )

    @cached_property
    def tingkat(self) -> frozenset[Tingkat]:
        """The levels that nodes of the document have."""
        return frozenset(node.tingkat for node in self.simpul if node.tingkat is not None)

    @cached_property
    def berindikator(self) -> bool:
        """Whether the document holds or offers indicators at all."""
        return bool(self.indikator) or not self.kolom.isdisjoint({"nama", "indikator"})

    @cached_property
    def gaya_desimal(self) -> GayaDesimal | None:
        """The decimal style that the document's targets show."""
        return decimal_style(text for item in self.indikator for text in _written(item.indikator))

    @cached_property
    def tanpa_induk(self) -> list[PohonSasaran]:
        """The nodes that have no parent."""
        return [node for node in self.simpul if not node.induk]

    @cached_property
    def satu_tahun(self) -> str | None:
        """The year of a document of one year."""
        year = (self.dokumen.tahun or "").strip()
        return year if year.isdecimal() and len(year) == YEAR_DIGITS else None

    @property
    def sekantor(self) -> tuple[PohonDokumen, ...]:
        """The other documents of this instansi that are judged in the same run."""
        return self.kumpulan.sekantor(self)

    def indicators_elsewhere(self) -> tuple[PohonIndikator, ...] | None:
        """The indicators of other documents of this instansi; None when there is no such document."""
        return tuple(item for other in self.sekantor for item in other.indikator) if self.sekantor else None

    @property
    def sebutan(self) -> str:
        """What people call the document: its title, else its kind and year."""
        return self.dokumen.judul or " ".join(part for part in (self.dokumen.jenis_dokumen, self.dokumen.tahun) if part)

    def counterparts(self, item: PohonIndikator) -> tuple[PohonIndikator, ...] | None:
        """The indicators of the same name in other documents of this instansi; None when there is no such document.

        Where another document has the very node that `item` measures, only the indicators of that node count.
        """
        if not self.sekantor:
            return None
        key = normalised(item.indikator.nama or "")
        return tuple(same for other in self.sekantor for same in _of_twins(item, other.indikator_bernama(key)))

    def forget(self) -> None:
        """Lets go of what was worked out about the subjects."""
        for node in chain(self.simpul, self.konteks):
            node.ingatan.clear()
        for item in self.indikator:
            item.ingatan.clear()
            for cell in item.target:
                cell.ingatan.clear()

    @cached_property
    def _by_name(self) -> dict[str, list[PohonIndikator]]:
        names: dict[str, list[PohonIndikator]] = {}
        for item in self.indikator:
            if item.indikator.nama:
                names.setdefault(normalised(item.indikator.nama), []).append(item)
        return names

    def indikator_bernama(self, key: str) -> list[PohonIndikator]:
        """The indicators whose normalised name is `key`."""
        return self._by_name.get(key, [])

    def holds_above(self, tingkat: Tingkat | None) -> bool:
        """Whether the document holds a level above `tingkat`."""
        return tingkat is not None and any(other.depth < tingkat.depth for other in self.tingkat)

    def holds_below(self, tingkat: Tingkat | None) -> bool:
        """Whether the document holds a level below `tingkat`."""
        return tingkat is not None and any(other.depth > tingkat.depth for other in self.tingkat)


def _of_twins(item: PohonIndikator, same: list[PohonIndikator]) -> list[PohonIndikator]:
    own = [other for other in same if other.sasaran in item.sasaran.kembar]
    return own or same


class Kumpulan:
    """The documents that are judged in one run. One that names no instansi is of the only instansi that is named."""

    def __init__(self, dokumen: tuple[PohonDokumen, ...]) -> None:
        self.dokumen = dokumen
        named = {normalised(one.dokumen.instansi) for one in dokumen if one.dokumen.instansi}
        self._only = named.pop() if len(named) == 1 else ""
        self._by_instansi: dict[str, list[PohonDokumen]] = {}
        for one in dokumen:
            self._by_instansi.setdefault(self._instansi(one), []).append(one)

    def _instansi(self, one: PohonDokumen) -> str:
        return normalised(one.dokumen.instansi) if one.dokumen.instansi else self._only

    @staticmethod
    def join(dokumen: tuple[PohonDokumen, ...]) -> None:
        """Makes the documents known to each other."""
        together = Kumpulan(dokumen)
        for one in dokumen:
            one.kumpulan = together

    def sekantor(self, own: PohonDokumen) -> tuple[PohonDokumen, ...]:
        """The other documents of the same instansi."""
        same = self._by_instansi[self._instansi(own)]
        return tuple(other for other in same if other is not own) if len(same) > 1 else ()

    @property
    def antarinstansi(self) -> bool:
        """Whether there is more than one instansi."""
        return len(self._by_instansi) > 1

    @cached_property
    def _by_statement(self) -> dict[str, list[PohonSasaran]]:
        nodes: dict[str, list[PohonSasaran]] = {}
        for node in chain.from_iterable(one.simpul for one in self.dokumen):
            nodes.setdefault(normalised(node.sasaran.pernyataan or ""), []).append(node)
        return nodes

    def serumus(self, node: PohonSasaran) -> tuple[PohonSasaran, ...] | None:
        """The nodes of other instansi that say the same; None when there is no other instansi."""
        if not self.antarinstansi:
            return None
        instansi = self._instansi(node.dokumen)
        same = self._by_statement.get(normalised(node.sasaran.pernyataan or ""), ())
        return tuple(other for other in same if self._instansi(other.dokumen) != instansi)


def _grow(pohon: PohonDokumen, nodes: tuple[Sasaran, ...], path: str, parent: PohonSasaran | None) -> None:
    for number, sasaran in enumerate(nodes):
        node = PohonSasaran(sasaran, pohon, f"{path}[{number}]")
        pohon.simpul.append(node)
        if parent is not None:
            _join(node, parent)
        for place, indikator in enumerate(sasaran.indikator):
            item = PohonIndikator(indikator, node, f"{node.path}.indikator[{place}]", len(pohon.indikator))
            node.indikator.append(item)
            pohon.indikator.append(item)
        _grow(pohon, sasaran.anak, f"{node.path}.anak", node)


def _link(pohon: PohonDokumen) -> None:
    """Joins nodes to the parents they name; a name that no node bears becomes context."""
    known = _Names(pohon.simpul)
    for node in pohon.simpul:
        for name in _names(node.sasaran.induk):
            parent = known.find(name, node) or known.as_context(name, pohon)
            _join(node, parent)
        for name in node.sasaran.mendukung:
            parent = known.find(name, node) or known.as_context(name, pohon)
            node.mendukung.append(parent)
            _join(node, parent)


class _Names:
    """Nodes by id, by code and by statement."""

    def __init__(self, nodes: list[PohonSasaran]) -> None:
        self._by_key: dict[str, PohonSasaran] = {}
        self._by_text: dict[str, list[PohonSasaran]] = {}
        self._context: dict[str, PohonSasaran] = {}
        for node in nodes:
            for key in (node.sasaran.id, node.sasaran.kode):
                if key:
                    self._by_key.setdefault(key, node)
            if node.sasaran.pernyataan:
                self._by_text.setdefault(normalised(node.sasaran.pernyataan), []).append(node)

    def find(self, name: str, child: PohonSasaran) -> PohonSasaran | None:
        """The node called `name` that may stand above `child`: of several with one statement, the lowest above it."""
        node = self._by_key.get(name)
        if node is not None and node is not child:
            return node
        depth = 99 if child.tingkat is None else child.tingkat.depth
        above = [
            node
            for node in self._by_text.get(normalised(name), ())
            if node is not child and (node.tingkat is None or node.tingkat.depth < depth)
        ]
        return max(above, key=lambda node: -1 if node.tingkat is None else node.tingkat.depth, default=None)

    def as_context(self, name: str, pohon: PohonDokumen) -> PohonSasaran:
        """The context node that stands for `name`."""
        key = normalised(name)
        if key not in self._context:
            self._context[key] = PohonSasaran(Sasaran(pernyataan=name), pohon, "", konteks=True)
            pohon.konteks.append(self._context[key])
        return self._context[key]


@lru_cache(maxsize=16384)
def normalised(text: str) -> str:
    """`text` in lower case with single blanks: what two statements share when they are the same."""
    return " ".join(text.split()).casefold().rstrip(" .;,")


def _join(child: PohonSasaran, parent: PohonSasaran) -> None:
    if parent is not child and parent not in child.induk:
        child.induk.append(parent)
        parent.anak.append(child)


def _names(induk: str | tuple[str, ...] | None) -> tuple[str, ...]:
    names = (induk,) if isinstance(induk, str) else induk or ()
    return tuple(name for name in names if name.strip())


def _written(indikator: Indikator) -> Iterator[str]:
    values = indikator.target.values() if isinstance(indikator.target, dict) else (indikator.target,)
    return (text for text in values if text)


def _reachable(start: PohonSasaran, step: Callable[[PohonSasaran], list[PohonSasaran]]) -> Iterator[PohonSasaran]:
    seen = {id(start)}
    waiting = list(step(start))
    for node in waiting:
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting.extend(step(node))
