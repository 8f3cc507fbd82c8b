"""Faulty rule files and what is said of them.

Each file in `bad/` begins with what it must be told, one line a fault:

    # harap: line:first-last name: message

After a change of messages, `pytest tests/language/test_bad_files.py --terima` writes what is said now into the files;
read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from indikator_rules.istilah import Istilah
from indikator_rules.language import syntax
from indikator_rules.language.checker import check_item, check_pack
from indikator_rules.language.diagnostics import Diagnostic, show, to_finding
from indikator_rules.language.parser import parse
from indikator_rules.language.scope import Names

FILES = sorted(Path(__file__).with_name("bad").glob("*.aturan"))
LISTS = ("kata-cara", "kata-kondisi", "nama-resmi", "nomina-proses", "ukuran-satuan")
MARK = "# harap: "


def diagnostics(source: str) -> list[Diagnostic]:
    """Everything that parser and checker say of a file that stands alone with a few word lists, in its order."""
    parsed = parse(source)
    items = parsed.file.items
    names = Names(
        lists={name: Istilah(name, "untuk uji", "buatan sendiri") for name in LISTS},
        patterns={item.name: item for item in items if isinstance(item, syntax.NamedPattern)},
        definitions={item.name: item for item in items if isinstance(item, syntax.Definition)},
        parameters={item.name: item for item in items if isinstance(item, syntax.Parameter)},
    )
    alone = [diagnostic for item in items for diagnostic in check_item(item, names)]
    together = [diagnostic for _, diagnostic in check_pack(items)]
    found = [*parsed.diagnostics, *alone, *together]
    return sorted(found, key=lambda diagnostic: (diagnostic.at.start, diagnostic.name))


def said(source: str) -> list[str]:
    """What the header of the file must hold."""
    lines = []
    for diagnostic in diagnostics(source):
        finding = to_finding(diagnostic, "", source)
        start, end = finding.span
        lines.append(f"{MARK}{diagnostic.at.line}:{start + 1}-{end} {diagnostic.name}: {diagnostic.message}")
    return lines


def expected(source: str) -> list[str]:
    return [line for line in source.splitlines() if line.startswith(MARK)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_faulty_file_is_told_what_is_wrong_and_where(path: Path, request: pytest.FixtureRequest) -> None:
    source = path.read_text(encoding="utf-8")
    if request.config.getoption("--terima"):
        source = accept(path, source)
    assert said(source) == expected(source)
    assert expected(source), "a faulty file must say what is expected of it"


def accept(path: Path, source: str) -> str:
    """The file with what is said now at its head; done twice, since a header of another length moves the lines."""
    for _ in range(2):
        body = "".join(line for line in source.splitlines(keepends=True) if not line.startswith(MARK))
        source = "".join(f"{line}\n" for line in said(source)) + body
    path.write_text(source, encoding="utf-8")
    return source


def test_there_are_enough_faulty_files() -> None:
    assert len(FILES) >= 60


def test_people_see_the_line_with_a_caret_under_the_fault() -> None:
    source = "sebut t x bila nama diawal nama-resmi\n"
    (diagnostic,) = diagnostics(source)
    assert show(to_finding(diagnostic, "umum.aturan", source)) == (
        "umum.aturan:1:21: “diawal” tidak dikenal di sini. Maksud Anda “diawali”?\n"
        "    sebut t x bila nama diawal nama-resmi\n"
        "                        ^^^^^^"
    )


def test_one_faulty_rule_leaves_the_others_readable() -> None:
    source = 'parameter a = 1 "A"\nparameter b 2 "B"\nparameter c = 3 "C"\n'
    parsed = parse(source)
    assert [item.name for item in parsed.file.items] == ["a", "c"]
    assert [diagnostic.at.line for diagnostic in parsed.diagnostics] == [2]
