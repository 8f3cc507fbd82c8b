"""Readings in short, for comparing with what a person reads."""

from pathlib import Path

from indikator_rules.importers import read_file


def nodes(reading):
    """Every node with its path, parents before children."""

    def walk(several, path):
        for at, node in enumerate(several):
            where = f"{path}[{at}]"
            yield where, node
            yield from walk(node.anak, f"{where}.anak")

    return dict(walk(reading.dokumen.simpul, "simpul"))


def lines(path: Path, **options):
    """One line an indicator: level, statement, indicator, unit, target; the one document of `path`."""
    (reading,) = read_file(path, **options)
    return lines_of(reading)


def lines_of(reading):
    return [
        (node.tingkat and str(node.tingkat), node.pernyataan, measure.nama, measure.satuan, measure.target)
        for node in nodes(reading).values()
        for measure in node.indikator
    ]


def cascade(path: Path):
    """Every node as "level: statement", indented by depth."""
    (reading,) = read_file(path)
    return [
        "  " * where.count("anak") + f"{node.tingkat or '?'}: {node.pernyataan}"
        for where, node in nodes(reading).items()
    ]


def place(reading, path: str) -> str:
    """Where the field at `path` stands first."""
    return str(reading.locations.of(path)[0])


def codes(path: Path):
    return [finding.code for reading in read_file(path) for finding in reading.findings]
