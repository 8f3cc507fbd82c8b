from __future__ import annotations

import pytest

from indikator_rules.finding import Severity
from indikator_rules.language.parser import parse
from indikator_rules.language.syntax import (
    AllOf,
    AnyOf,
    Arithmetic,
    Array,
    Branch,
    Call,
    Compare,
    Element,
    Filled,
    Gap,
    Group,
    Holds,
    Indexed,
    IsA,
    Literal,
    Matches,
    Number,
    Path,
    Pattern,
    Quantified,
    Record,
    Sequence,
    SeverityAt,
    Template,
    Text,
    Word,
    WordClass,
)
from indikator_rules.model.tingkat import Tingkat

RULE = """\
aturan S02 kata-kerja-aktif "Sasaran  ditulis
     sebagai upaya"
  untuk       sasaran tingkat strategis sampai kegiatan
  bila        pernyataan kosong
  galat di strategis; catatan "“{kutipan}”: {banyak anak} anak."
  alasan      "A"
  saran       "B"
  dasar konvensi "C"
  aspek       jelas   # komentar
  contoh buruk { anak: [ a "b" ] target: { 2026: 1.500,5 } }
"""


def path(*names: str) -> Path:
    return Path(names)


def rule(source: str = RULE):
    parsed = parse(source)
    assert parsed.diagnostics == ()
    return parsed.file.items[0]


def condition(source: str):
    return rule(f"sebut t x bila {source}").condition


def empty(name: str) -> Filled:
    return Filled(path(name), negated=False, state="kosong")


def test_line_ends_inside_a_text_are_blanks() -> None:
    assert rule().title == "Sasaran ditulis sebagai upaya"


def test_a_range_of_levels_is_the_levels_it_spans() -> None:
    (kind,) = rule().sections[0].kinds
    assert kind.levels == (Tingkat.STRATEGIS, Tingkat.PROGRAM, Tingkat.KEGIATAN)


def test_severities_by_level_and_a_message_with_expressions() -> None:
    (branch,) = rule().sections[0].branches
    assert isinstance(branch, Branch)
    assert branch.severities == (
        SeverityAt(Severity.GALAT, (Tingkat.STRATEGIS,)),
        SeverityAt(Severity.CATATAN, None),
    )
    quote, _, count = branch.message.parts[1:4]
    assert branch.message == Template(("“", quote, "”: ", count, " anak."))
    assert quote == path("kutipan")


def test_examples_are_small_trees() -> None:
    (example,) = rule().examples
    assert example.value == Record(
        (("anak", Array((Word("a"), Text("b")))), ("target", Record((("2026", Number(1500.5)),))))
    )


def test_every_node_knows_where_it_stands() -> None:
    at = rule().sections[0].branches[0].condition.at
    assert (at.line, at.column, at.end_line, at.end_column) == (4, 15, 4, 32)
    assert RULE[at.start : at.end] == "pernyataan kosong"


def test_every_clause_has_its_place() -> None:
    assert rule().place("aspect").line == 9
    assert rule().place("lke") == rule().at


def test_what_stands_after_a_faulty_item_keeps_its_place() -> None:
    parsed = parse("pola a = x\n" + RULE)
    assert [diagnostic.at.line for diagnostic in parsed.diagnostics] == [1]
    assert parsed.file.items[0].at.line == 2


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("a kosong dan b kosong", AllOf((empty("a"), empty("b")))),
        ("a kosong dan (b kosong atau c kosong)", AllOf((empty("a"), AnyOf((empty("b"), empty("c")))))),
        ("tidak ada anak", Quantified("tidak ada", path("anak"))),
        ("ada anak yang a kosong", Quantified("ada", path("anak"), empty("a"))),
        (
            "ada anak yang ada indikator yang (a kosong dan b kosong)",
            Quantified("ada", path("anak"), Quantified("ada", path("indikator"), AllOf((empty("a"), empty("b"))))),
        ),
        ("setiap anak memenuhi a kosong", Quantified("setiap", path("anak"), empty("a"))),
        ("a bukan b", IsA(path("a"), negated=True, operand=path("b"))),
        ("target memburuk", Holds(path("target"), negated=False, name="memburuk")),
        ("a ≤ -2,5", Compare(path("a"), "<=", Number(-2.5))),
        ("a paling sedikit 90%", Compare(path("a"), ">=", Number(90, percent=True))),
        ("f(a, 1) > 0", Compare(Call("f", (path("a"), Number(1))), ">", Number(0))),
        (
            "t[tahun - 1] = 2",
            Compare(Indexed(path("t"), Arithmetic(path("tahun"), "-", Number(1))), "=", Number(2)),
        ),
        (
            "a - b - c = 1",
            Compare(Arithmetic(Arithmetic(path("a"), "-", path("b")), "-", path("c")), "=", Number(1)),
        ),
        (
            "a + b × c = 1",
            Compare(Arithmetic(path("a"), "+", Arithmetic(path("b"), "×", path("c"))), "=", Number(1)),
        ),
        ("kata-isi kosong", empty("kata-isi")),
        (
            'a cocok [ ^ x? … ("y" | …3) sebagai z $ ]',
            Matches(
                path("a"),
                negated=False,
                pattern=Pattern(
                    (
                        Sequence(
                            (
                                Element(WordClass("x"), optional=True),
                                Element(Gap()),
                                Element(
                                    Group((Sequence((Element(Literal("y")),)), Sequence((Element(Gap(3)),)))),
                                    capture="z",
                                ),
                            ),
                            start=True,
                            end=True,
                        ),
                    )
                ),
            ),
        ),
    ],
)
def test_a_condition_reads_as_it_sounds(source: str, tree: object) -> None:
    assert condition(source) == tree
