"""Every file of our own reads as a person reads it: names, statements, parents, units, targets, places, no phantom."""

import own_boxes
import own_outlines
import own_pages
import own_sideways
import own_tables
import pytest
from own_files import OWN
from readings import nodes

from indikator_rules.errors import DocumentError
from indikator_rules.importers import read_file

LEAST = 25


def told(reading):
    """The lines of a reading as own_files.py writes them, in the order of the document."""
    found = []
    for where, node in nodes(reading).items():
        steps = where.split(".anak")
        above = [nodes(reading)[".anak".join(steps[: size + 1])] for size in range(len(steps))]
        path = " > ".join(f"{each.tingkat or '?'}: {each.pernyataan}" for each in above)
        for at, measure in enumerate(node.indikator):
            place = reading.locations.of(f"{where}.indikator[{at}].nama")[0]
            line = f"{path} | {measure.nama} | {measure.satuan} | {target_of(measure)} | {place}"
            found.append(" ".join(line.split()))
    return found


def target_of(measure):
    target = measure.target
    return "; ".join(f"{period}={value}" for period, value in target.items()) if isinstance(target, dict) else target


def parameters():
    for file in OWN:
        yield pytest.param(file, id=file.kind, marks=[pytest.mark.needs_program(file.program)] if file.program else [])


@pytest.mark.parametrize("file", [*parameters()])
def test_a_file_of_our_own_reads_as_a_person_reads_it(tmp_path, file):
    path = file.write(tmp_path)
    if not file.read:
        with pytest.raises(DocumentError, match="tidak ada baris indikator"):
            read_file(path)
        return
    assert [line for reading in read_file(path) for line in told(reading)] == list(file.read)


def test_the_table_holds_files_of_many_kinds():
    modules = {file.write.__module__ for file in OWN}
    assert {module.__name__ for module in (own_boxes, own_outlines, own_pages, own_sideways, own_tables)} <= modules
    assert len({file.kind for file in OWN}) == len(OWN) >= LEAST
