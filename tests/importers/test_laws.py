"""Laws of reading: no grid breaks it, and a document written out reads back as it was."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indikator_rules.errors import DocumentError
from indikator_rules.importers import read_file
from indikator_rules.importers.cells import Cell
from indikator_rules.importers.column_map import Peta
from indikator_rules.importers.from_grids import read_grids
from indikator_rules.importers.sheet_tree import sheet_rows
from indikator_rules.location import Location
from indikator_rules.model.dokumen import Dokumen, Indikator, Sasaran
from indikator_rules.model.peta import PetaTabel
from indikator_rules.model.tingkat import Tingkat
from indikator_rules.reporters.to_dokumen import write_dokumen

HEADINGS = "Sasaran|Indikator|Satuan|Target|2026|TW I|Program|K|Rp|No|Tujuan/Sasaran|Kode|tingkat|Total|1|2|3|-"
WORDS = st.sampled_from(
    [*HEADINGS.split("|"), "", "Meningkatnya mutu", "1. Nilai 2. Skor", "5 %", "Sasaran: X", "x" * 300]
)
CELLS = st.tuples(st.one_of(WORDS, st.text(max_size=8)), st.sampled_from(["", "", "", "right", "down"]))
GRIDS = st.lists(st.lists(CELLS, max_size=6), max_size=9)


@given(st.lists(GRIDS, max_size=3))
@settings(deadline=None)
def test_any_grid_is_read_or_refused(tmp_path_factory, grids):
    made = [
        [
            [Cell(text, Location("x", table=1, table_row=at), merge) for text, merge in row]
            for at, row in enumerate(grid)
        ]
        for grid in grids
    ]
    for grid in made:
        assert all(row.path for row in sheet_rows(grid, -1, None, []))
    try:
        readings = read_grids(tmp_path_factory.getbasetemp(), made, tingkat=None)
    except DocumentError:
        return
    for reading in readings:
        assert any(reading.locations.places)


MEANINGS = st.sampled_from(
    ["sasaran", "sasaran tujuan/program", "indikator", "target 2026", "tingkat", "kode", "abaikan"]
)
MAPS = st.builds(
    lambda rows, columns: Peta((PetaTabel.model_validate({"baris_judul": rows, "kolom": columns}),), "kolom.yaml"),
    st.one_of(st.none(), st.integers(0, 9), st.tuples(st.integers(0, 4), st.integers(0, 9))),
    st.dictionaries(st.sampled_from(["A", "B", "C", "D", "Sasaran", "Target"]), MEANINGS, min_size=1, max_size=4),
)


@given(GRIDS, MAPS)
@settings(deadline=None)
def test_any_grid_with_any_map_is_read_or_refused(tmp_path_factory, grid, peta):
    made = [
        [Cell(text, Location("x", table=1, table_row=at), merge) for text, merge in row]
        for at, row in enumerate(grid, 1)
    ]
    try:
        readings = read_grids(tmp_path_factory.getbasetemp(), [made], tingkat=None, peta=peta)
    except DocumentError:
        return
    for reading in readings:
        assert any(reading.locations.places)


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
MAYBE = st.one_of(
    st.none(), TEXTS, st.sampled_from(["1.10", "80,5", "null", "~", "2:30", "1e5", "0x1f", "=", "ya", " a\n b "])
)
TARGETS = st.one_of(MAYBE, st.dictionaries(TEXTS, MAYBE, max_size=3))
MEASURES = st.builds(
    Indikator, nama=MAYBE, kode=MAYBE, satuan=MAYBE, target=TARGETS, target_asli=TARGETS, definisi=MAYBE
)
LEVELS = st.one_of(st.none(), st.sampled_from(Tingkat))


def nodes(children):
    return st.builds(
        Sasaran,
        id=MAYBE,
        tingkat=LEVELS,
        pernyataan=MAYBE,
        induk=st.one_of(MAYBE, st.lists(TEXTS, max_size=2).map(tuple)),
        mendukung=st.lists(TEXTS, max_size=2).map(tuple),
        indikator=st.lists(MEASURES, max_size=2).map(tuple),
        anak=children,
    )


NODES = st.recursive(nodes(st.just(())), lambda inner: nodes(st.lists(inner, max_size=2).map(tuple)), max_leaves=4)
DOCUMENTS = st.builds(Dokumen, instansi=MAYBE, tahun=MAYBE, simpul=st.lists(NODES, max_size=3).map(tuple))


@given(DOCUMENTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_document_written_out_reads_back_as_it_was(tmp_path, dokumen):
    for form in ("yaml", "json"):
        path = tmp_path / f"dokumen.{form}"
        path.write_text(write_dokumen(dokumen, form), encoding="utf-8", newline="")
        (reading,) = read_file(path)
        assert reading.dokumen == dokumen
        assert not reading.findings
