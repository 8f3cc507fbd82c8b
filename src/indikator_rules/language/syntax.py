"""The tree of a rule file. Every node knows where it stands; two nodes are equal when they say the same, anywhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias
from typing import Literal as OneOf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indikator_rules.finding import Severity
    from indikator_rules.model.tingkat import Tingkat


@dataclass(frozen=True, slots=True)
class Position:
    """A stretch of source text: lines and columns count from 1; `start` and `end` are code points."""

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


NOWHERE = Position(1, 1, 1, 1, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Any part of a rule file."""

    at: Position = field(default=NOWHERE, compare=False, repr=False)


# ---- expressions


@dataclass(frozen=True, slots=True)
class Text(Node):
    """A quoted text."""

    value: str


@dataclass(frozen=True, slots=True)
class Number(Node):
    """A number; `percent` when written with a percent sign (the value stays as written: 90% is 90)."""

    value: float
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Path(Node):
    """Names joined by dots: a field, a relation, a list, a class or a parameter, as the checker finds."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Call(Node):
    """A function of the vocabulary, or a named condition, with its arguments."""

    name: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Indexed(Node):
    """One value of a series: `target[2026]`, `target[tahun]`, `target[tahun - 1]`."""

    path: Path
    index: Expression


@dataclass(frozen=True, slots=True)
class Arithmetic(Node):
    """Two numbers joined by + - × /."""

    left: Expression
    sign: OneOf["+", "-", "×", "/"]
    right: Expression


@dataclass(frozen=True, slots=True)
class Count(Node):
    """How many members there are, or how many meet a condition."""

    members: Path | Call
    body: Condition | None = None


Expression: TypeAlias = "Text | Number | Path | Call | Indexed | Arithmetic | Count"


@dataclass(frozen=True, slots=True)
class Template(Node):
    """A message: text with expressions between braces."""

    parts: tuple[str | Expression, ...]


# ---- word patterns


@dataclass(frozen=True, slots=True)
class Literal(Node):
    """Words as written."""

    value: str


@dataclass(frozen=True, slots=True)
class WordClass(Node):
    """A word class, a list or a named pattern."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap(Node):
    """Any words; at most `limit` of them when one is given."""

    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Group(Node):
    """One of several sequences."""

    alternatives: tuple[Sequence, ...]


Atom: TypeAlias = "Literal | WordClass | Gap | Group"


@dataclass(frozen=True, slots=True)
class Element(Node):
    """An atom that may be left out (`?`) and may be given a name (`sebagai`)."""

    atom: Atom
    optional: bool = False
    capture: str | None = None


@dataclass(frozen=True, slots=True)
class Sequence(Node):
    """Elements in order; `start` ties them to the first word, `end` to the last."""

    elements: tuple[Element, ...]
    start: bool = False
    end: bool = False


@dataclass(frozen=True, slots=True)
class Pattern(Node):
    """One of several sequences, found anywhere in a text."""

    alternatives: tuple[Sequence, ...]


# ---- conditions

Outside: TypeAlias = "tuple[Pattern | Expression, ...]"


@dataclass(frozen=True, slots=True)
class AllOf(Node):
    """Conditions joined by `dan`."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(Node):
    """Conditions joined by `atau`."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Quantified(Node):
    """`ada`, `tidak ada` or `setiap` over the members of a relation."""

    quantifier: OneOf["ada", "tidak ada", "setiap"]
    members: Path | Call
    body: Condition | None = None


@dataclass(frozen=True, slots=True)
class Holds(Node):
    """A verdict on a value (`target memburuk`) or a named condition (`nama tak-berukuran`)."""

    subject: Expression
    negated: bool
    name: str


@dataclass(frozen=True, slots=True)
class Filled(Node):
    """Whether a field is `kosong`, `terisi` or `diketahui`."""

    subject: Expression
    negated: bool
    state: OneOf["kosong", "terisi", "diketahui"]


@dataclass(frozen=True, slots=True)
class TextCheck(Node):
    """Whether a text opens with, ends with, or holds certain words."""

    subject: Expression
    negated: bool
    verb: OneOf["diawali", "diakhiri", "memuat"]
    operands: tuple[Expression, ...]
    outside: Outside = ()


@dataclass(frozen=True, slots=True)
class Matches(Node):
    """Whether a word pattern is found in a text."""

    subject: Expression
    negated: bool
    pattern: Pattern | WordClass
    outside: Outside = ()


@dataclass(frozen=True, slots=True)
class HasColumn(Node):
    """Whether the source document offers a column at all."""

    subject: Expression
    negated: bool
    column: str


@dataclass(frozen=True, slots=True)
class IsA(Node):
    """`adalah` (and, negated, `bukan`): one value of a class."""

    subject: Expression
    negated: bool
    operand: Expression


@dataclass(frozen=True, slots=True)
class IsIn(Node):
    """Whether a whole text or value is among several, or in a list."""

    subject: Expression
    negated: bool
    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Similar(Node):
    """Whether two texts are alike to a given share."""

    subject: Expression
    negated: bool
    other: Expression
    threshold: Expression


@dataclass(frozen=True, slots=True)
class Same(Node):
    """Whether two texts or values are the same after normalising."""

    subject: Expression
    negated: bool
    other: Expression


@dataclass(frozen=True, slots=True)
class Related(Node):
    """Whether two texts speak about the same thing."""

    subject: Expression
    negated: bool
    other: Expression


@dataclass(frozen=True, slots=True)
class Agrees(Node):
    """Whether two values go together by a table."""

    subject: Expression
    negated: bool
    other: Expression
    table: str


@dataclass(frozen=True, slots=True)
class Ordinal(Node):
    """`lebih buruk|baik|tinggi|rendah daripada`."""

    subject: Expression
    negated: bool
    degree: OneOf["buruk", "baik", "tinggi", "rendah"]
    other: Expression


@dataclass(frozen=True, slots=True)
class Between(Node):
    """Whether a value lies in a range: two bounds, or one expression that is a range."""

    subject: Expression
    negated: bool
    low: Expression
    high: Expression | None


@dataclass(frozen=True, slots=True)
class Compare(Node):
    """Two numbers or values compared."""

    left: Expression
    operator: OneOf["<", "<=", ">", ">=", "=", "≠"]
    right: Expression


Predicate: TypeAlias = (
    "Holds | Filled | TextCheck | Matches | HasColumn | IsA | IsIn | Similar | Same | Related | Agrees | Ordinal"
    " | Between | Compare"
)
Condition: TypeAlias = "AllOf | AnyOf | Quantified | Predicate"


# ---- rules


@dataclass(frozen=True, slots=True)
class Kind(Node):
    """What a section speaks about: a kind, its levels (None: all that the kind has), and what must hold of it."""

    name: str
    levels: tuple[Tingkat, ...] | None = None
    that: Condition | None = None


@dataclass(frozen=True, slots=True)
class SeverityAt(Node):
    """A severity, and the levels it stands for (None: all others)."""

    severity: Severity
    levels: tuple[Tingkat, ...] | None = None


@dataclass(frozen=True, slots=True)
class Repair(Node):
    """What to write instead; `replacement` None: nothing."""

    what: Expression
    replacement: Expression | None


@dataclass(frozen=True, slots=True)
class Branch(Node):
    """One fault of a rule: when it is there, how grave it is, and what is said."""

    condition: Condition
    unless: tuple[Condition, ...]
    severities: tuple[SeverityAt, ...]
    message: Template
    on: Expression | None = None
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class Section(Node):
    """Kinds and the branches that judge them; or a question for a person instead of branches."""

    kinds: tuple[Kind, ...]
    unless: tuple[Condition, ...]
    branches: tuple[Branch, ...] = ()
    question: Template | None = None


@dataclass(frozen=True, slots=True)
class Basis(Node):
    """What a rule rests on: a regulation, or (`convention`) the practice of evaluators."""

    text: str
    convention: bool = False


@dataclass(frozen=True, slots=True)
class Word(Node):
    """A bare word in an example."""

    value: str


@dataclass(frozen=True, slots=True)
class Record(Node):
    """Fields of an example."""

    pairs: tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Array(Node):
    """Members of an example."""

    items: tuple[Value, ...]


Value: TypeAlias = "Text | Number | Word | Record | Array"
Outcome = OneOf["buruk", "baik", "ragu", "tanya", "luput", "keliru"]


@dataclass(frozen=True, slots=True)
class Example(Node):
    """A text or small tree and what the rule must say of it: `marks` the words to point at, `becomes` the repair."""

    outcome: Outcome
    level: Tingkat | None
    value: Value
    marks: str | None = None
    becomes: str | None = None


@dataclass(frozen=True, slots=True)
class RuleNode(Node):
    """One rule: at once the check, its tests, its message and its page."""

    code: str
    name: str
    title: str
    sections: tuple[Section, ...]
    reason: str
    suggestion: Template
    bases: tuple[Basis, ...]
    aspect: str
    examples: tuple[Example, ...]
    yields_to: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    principle: str | None = None
    lke: tuple[str, ...] = ()
    trial: bool = False
    since: str | None = None
    aliases: tuple[str, ...] = ()
    places: Mapping[str, Position] = field(default_factory=dict, compare=False, repr=False)

    def place(self, clause: str) -> Position:
        """Where the first clause stands that the grammar calls `clause`; the rule itself when it has none."""
        return self.places.get(clause, self.at)


@dataclass(frozen=True, slots=True)
class Parameter(Node):
    """A named number or text that profiles may set."""

    name: str
    value: Text | Number
    doc: str


@dataclass(frozen=True, slots=True)
class Definition(Node):
    """A named condition on a text: `sebut t tak-berukuran bila …`."""

    variable: str
    name: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class NamedPattern(Node):
    """A named word pattern."""

    name: str
    pattern: Pattern
    doc: str


Item: TypeAlias = RuleNode | Parameter | Definition | NamedPattern


@dataclass(frozen=True, slots=True)
class RuleFile(Node):
    """The items of one file, in order."""

    items: tuple[Item, ...]
