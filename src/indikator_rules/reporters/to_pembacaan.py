"""How documents were read, for people: the columns, the cascade, what is doubtful, and what found no place."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from indikator_rules.model.angka import write_angka
from indikator_rules.reporters.levels import LEVELS
from indikator_rules.reporters.neutral import in_log, short
from indikator_rules.reporters.to_peta import meaning
from indikator_rules.reporters.to_terminal import PLAIN_WIDTH, printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from indikator_rules.finding import Finding
    from indikator_rules.model.dokumen import Indikator, Sasaran
    from indikator_rules.model.pembacaan import Keyakinan, KolomTerbaca, TabelTerbaca, TakDitempatkan
    from indikator_rules.reading import Reading
from indikator_rules.reporters.to_terminal import Colours

MOST_DOCUMENTS = 20
MOST_NODES = 200
MOST_UNPLACED = 40
MOST_PLACES = 6
MOST_PERIODS = 5
MOST_SEEN = 3
_LONGEST = 160
_SAMPLE = 40
_STYLES = {"tinggi": "green", "sedang": "yellow", "rendah": "bold red"}
_RATIOS = {"Sasaran dan indikator": 2, "Sebab": 1}
_WIDE = frozenset({"Sasaran dan indikator"})
_NOT_READ = frozenset({"abaikan", "anggaran"})


def to_account(readings: Sequence[Reading], width: int = PLAIN_WIDTH, colours: Colours | None = None) -> str:
    """The account of how `readings` were read, as text of at most `width` columns; of many, of the first ones."""
    return printed(_pages(readings), width, colours)


def _pages(readings: Sequence[Reading]) -> Iterator[RenderableType]:
    for reading in readings[:MOST_DOCUMENTS]:
        yield from _page(reading)
    if len(readings) > MOST_DOCUMENTS:
        yield Text(f"… dan {write_angka(len(readings) - MOST_DOCUMENTS)} dokumen lain.\n", style="bold")


def to_seen(
    tables: Sequence[TabelTerbaca], lines: Sequence[str], width: int = PLAIN_WIDTH, colours: Colours | None = None
) -> str:
    """What stands in a file of which nothing was understood: its columns with their first values, as text."""
    return printed(_seen(tables, lines), width, colours)


def _seen(tables: Sequence[TabelTerbaca], lines: Sequence[str]) -> Iterator[RenderableType]:
    yield Text("\nYang terlihat di dalamnya:", style="bold")
    for line in lines:
        yield Padding(Text(short(line, _LONGEST)), (0, 0, 0, 2))
    if not tables:
        yield Padding(Text("Tidak ada tabel."), (0, 0, 0, 2))
    for table in tables[:MOST_SEEN]:
        yield Text()
        yield Padding(Text(in_log(f"Tabel: {table_name(table)}")), (0, 0, 0, 2))
        grid = _grid("Kolom", "Judul", "Isi pertama", "Peta yang diusulkan")
        for column in table.kolom:
            samples = "; ".join(short(sample, _SAMPLE) for sample in column.contoh)
            grid.add_row(Text(column.huruf), Text(short(column.judul, _LONGEST)), Text(samples), Text(meaning(column)))
        yield Padding(grid, (0, 0, 0, 2))
    if len(tables) > MOST_SEEN:
        yield Padding(Text(f"… dan {write_angka(len(tables) - MOST_SEEN)} tabel lain."), (1, 0, 0, 2))
    yield Text()


def _page(reading: Reading) -> Iterator[RenderableType]:
    yield Text(in_log(_title(reading)), style="bold underline")
    files = dict.fromkeys(place.file for found in reading.locations.places.values() for place in found[:1])
    yield Text(in_log(", ".join(files)), style="dim")
    yield Text()
    if reading.pembacaan is None:
        yield Text("Ditulis langsung sebagai dokumen; tidak ada kolom yang perlu ditafsirkan.\n")
    else:
        for table in reading.pembacaan.tabel:
            yield from _columns(table)
    yield from _nodes(reading)
    unplaced = reading.pembacaan.tak_ditempatkan if reading.pembacaan is not None else None
    if unplaced:
        yield from _unplaced(unplaced)
    elif reading.pembacaan is not None and reading.pembacaan.tabel:
        yield Text("Semua isi tabel mendapat tempat.\n")
    told = {one.sebab for one in unplaced or ()}
    yield from _notes(note for note in reading.findings if note.message not in told)


def _title(reading: Reading) -> str:
    dokumen = reading.dokumen
    kind = f"{dokumen.jenis_dokumen.upper()} {dokumen.tahun or ''}".strip() if dokumen.jenis_dokumen else ""
    return ", ".join(filter(None, (dokumen.judul or kind, dokumen.instansi))) or "Dokumen tanpa judul"


def _grid(*headings: str) -> Table:
    table = Table(
        box=None,
        padding=(0, 2, 0, 0),
        show_edge=False,
        pad_edge=False,
        header_style="dim",
        expand=not _WIDE.isdisjoint(headings),
    )
    for heading in headings:
        ratio = _RATIOS.get(heading) if table.expand else None
        table.add_column(heading, overflow="fold", ratio=ratio, min_width=len(heading))
    return table


# ---- columns


def _columns(table: TabelTerbaca) -> Iterator[RenderableType]:
    yield Text(in_log(f"Kolom: {table_name(table)}"), style="bold")
    grid = _grid("Kolom", "Judul", "Dibaca sebagai", "Keyakinan", "Sebab")
    for column in table.kolom:
        grid.add_row(
            Text(column.huruf),
            Text(short(column.judul, _LONGEST)),
            Text(in_log(_taken_for(column))),
            *_sure(column.keyakinan),
        )
    yield Padding(grid, (0, 0, 1, 2))


def table_name(table: TabelTerbaca) -> str:
    """Where a table stands, in words: "lembar “PK 2026”, baris judul 5–6"."""
    first, last = table.baris_judul or (0, 0)
    rows = f"baris judul {first}" + (f"–{last}" if last != first else "") if last else ""
    parts = (
        f"lembar “{table.lembar}”" if table.lembar is not None else "",
        f"halaman {table.halaman}" if table.halaman is not None else "",
        f"tabel {table.tabel}" if table.tabel is not None else "",
        rows,
    )
    return ", ".join(filter(None, parts)) or "baris tanpa judul"


def _taken_for(column: KolomTerbaca) -> str:
    """What a column was taken for, in words: "sasaran (strategis)", "target 2026", "tidak dibaca"."""
    if column.dibaca is None:
        return "tidak dikenal" + (f"; isinya mirip {column.dugaan}" if column.dugaan else "")
    if column.dibaca in _NOT_READ:
        return "tidak dibaca" if column.dibaca == "abaikan" else "anggaran, tidak dibaca"
    levels = f" ({', '.join(column.tingkat)})" if column.tingkat else ""
    return f"{column.dibaca.replace('_', ' ')}{levels}{f' {column.periode}' if column.periode else ''}"


def _sure(found: Keyakinan | None) -> tuple[Text, Text]:
    if found is None:
        return Text("–"), Text("")
    return Text(found.derajat, style=_STYLES[found.derajat]), Text(in_log(found.sebab))


# ---- the cascade


def _nodes(reading: Reading) -> Iterator[RenderableType]:
    nodes = list(_walk(reading.dokumen.simpul, 0))
    indicators = sum(len(node.indikator) for node, _ in nodes)
    yield Text(f"Pohon kinerja: {write_angka(len(nodes))} sasaran, {write_angka(indicators)} indikator", style="bold")
    sure = reading.pembacaan.simpul if reading.pembacaan is not None else {}
    grid = _grid("Sasaran dan indikator", *(("Keyakinan", "Sebab") if sure else ()))
    before: Keyakinan | None = None
    for node, depth in nodes[:MOST_NODES]:
        found = sure.get(node.id or "")
        degree, because = _sure(found)
        told = (degree, because if found != before else Text(""))
        grid.add_row(_node(node, depth), *(told if sure else ()))
        before = found
    yield Padding(grid, (0, 0, 1, 2))
    if len(nodes) > MOST_NODES:
        yield Text(f"  … dan {write_angka(len(nodes) - MOST_NODES)} sasaran lain; semuanya ada di dokumen.\n")


def _walk(nodes: Iterable[Sasaran], depth: int) -> Iterator[tuple[Sasaran, int]]:
    for node in nodes:
        yield node, depth
        yield from _walk(node.anak, depth + 1)


def _node(node: Sasaran, depth: int) -> RenderableType:
    level = LEVELS.get(node.tingkat or "", "Tingkat tidak disebut")
    code = f" {in_log(node.kode)}" if node.kode else ""
    text = Text.assemble((f"{level}{code}", "bold"), f": {short(node.pernyataan or '(kosong)', _LONGEST)}")
    for indicator in node.indikator:
        text.append(f"\n• {_indicator(indicator)}")
    return Padding(text, (0, 0, 0, 2 * depth))


def _indicator(indicator: Indikator) -> str:
    target = indicator.target
    if isinstance(target, dict):
        more = f"; … ({len(target)} periode)" if len(target) > MOST_PERIODS else ""
        target = "; ".join(f"{period}: {value}" for period, value in islice(target.items(), MOST_PERIODS)) + more
    values = ", ".join(short(value, _LONGEST) for value in (indicator.satuan, target) if value)
    return short(indicator.nama or "(kosong)", _LONGEST) + (f" [{values}]" if values else "")


# ---- what found no place, and the rest


def _unplaced(found: Sequence[TakDitempatkan]) -> Iterator[RenderableType]:
    yield Text(f"Tidak ditempatkan ({write_angka(len(found))})", style="bold")
    grid = _grid("Letak", "Isi", "Sebab")
    for one in found[:MOST_UNPLACED]:
        grid.add_row(Text(_places(one.letak)), Text(short(one.isi or "", _LONGEST)), Text(in_log(one.sebab)))
    yield Padding(grid, (0, 0, 1, 2))
    if len(found) > MOST_UNPLACED:
        yield Text(f"  … dan {write_angka(len(found) - MOST_UNPLACED)} lainnya; semuanya ada di dokumen.\n")


def _places(places: Sequence[str]) -> str:
    more = len(places) - MOST_PLACES
    return in_log(" · ".join(places[:MOST_PLACES])) + (f" · dan {write_angka(more)} lagi" if more > 0 else "")


def _notes(notes: Iterable[Finding]) -> Iterator[RenderableType]:
    told = list(notes)
    if not told:
        return
    yield Text(f"Perlu diperiksa kembali ({write_angka(len(told))})", style="bold")
    grid = _grid("Letak", "Catatan")
    for note in islice(told, MOST_UNPLACED):
        where = list(filter(None, dict.fromkeys(map(str, note.places))))
        grid.add_row(Text(_places(where)), Text(in_log(note.message)))
    yield Padding(grid, (0, 0, 1, 2))
    if len(told) > MOST_UNPLACED:
        yield Text(f"  … dan {write_angka(len(told) - MOST_UNPLACED)} catatan lain.\n")
