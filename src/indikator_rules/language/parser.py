"""Rule text to tree. The only importer of Lark.

A faulty item is reported and the other items of the file are still read.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, NoReturn, cast

from lark import Lark, Token, Tree, UnexpectedInput, UnexpectedToken

from indikator_rules.bundled import bundled
from indikator_rules.finding import Severity
from indikator_rules.language import syntax
from indikator_rules.language.diagnostics import Diagnostic, meant
from indikator_rules.language.wrong_syntax import Piece, Stumble, explain
from indikator_rules.model.tingkat import Tingkat, levels_between

_ITEM_START = re.compile(r"^(?=(?:aturan|parameter|sebut|pola)\b)", re.MULTILINE)
_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What could be read of a rule file, and what could not."""

    file: syntax.RuleFile
    diagnostics: tuple[Diagnostic, ...]


class _Unreadable(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@cache
def grammar() -> Lark:
    """The parser of rule files, built from `grammars/aturan.lark`."""
    text = bundled("grammars").joinpath("aturan.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", start=["file", "inside_braces"], propagate_positions=True, maybe_placeholders=True)


def parse(source: str) -> Parsed:
    """The tree of a rule file and its syntax errors. Never raises for faulty text."""
    whole = _read(source)
    if isinstance(whole, syntax.RuleFile):
        return Parsed(whole, ())
    blank = re.sub(r"[^\n]", " ", source)
    starts = [0, *(match.start() for match in _ITEM_START.finditer(source) if match.start() > 0)]
    # What stands before an item is blanked, so that positions stay those of the file.
    parts = [_read(blank[:start] + source[start:end]) for start, end in pairwise([*starts, len(source)])]
    items = tuple(item for part in parts if isinstance(part, syntax.RuleFile) for item in part.items)
    faults = tuple(part for part in parts if isinstance(part, Diagnostic))
    return Parsed(syntax.RuleFile(items), faults or (whole,))


def _read(text: str) -> syntax.RuleFile | Diagnostic:
    """The items of `text`, or the first fault in it."""
    try:
        tree = grammar().parse(text, start="file")
        return syntax.RuleFile(tuple(_item(cast("Tree[Token]", child)) for child in tree.children))
    except UnexpectedInput:
        return explain(_stumble(text))
    except _Unreadable as error:
        return error.diagnostic


def _at(part: Tree[Token] | Token) -> syntax.Position:
    meta: Any = part.meta if isinstance(part, Tree) else part
    if isinstance(part, Tree) and part.meta.empty:
        return syntax.NOWHERE
    return syntax.Position(meta.line, meta.column, meta.end_line, meta.end_column, meta.start_pos, meta.end_pos)


def _fail(name: str, message: str, part: Tree[Token] | Token) -> NoReturn:
    raise _Unreadable(Diagnostic(name, message, _at(part)))


def _string(token: Any) -> str:
    """The text between the quotes; white space of any length, line ends too, is one blank."""
    return " ".join(re.sub(r"\\(.)", r"\1", token[1:-1]).split())


def _quantity(token: Any) -> float:
    return float(token.rstrip("% ").replace(".", "").replace(",", "."))


def _has(tree: Tree[Token], kind: str) -> bool:
    return any(isinstance(child, Token) and child.type == kind for child in tree.children)


def _optional(build: Any, part: Any) -> Any:
    return None if part is None else build(part)


# ---- where reading stopped

_UNREADABLE = re.compile(r'"[^\n]*|\w+([.,_-]\w+)*|.')


def _stumble(text: str, start: str = "file") -> Stumble:
    """Where the parser stops in `text`, which has a syntax error.

    A parser that has met the faulty piece knows only part of what might have stood there; so its state before each
    piece is kept.
    """
    cursor: Any = grammar().parse_interactive(text, start=start)
    read: list[Piece] = []
    states: deque[Any] = deque(maxlen=2)
    try:
        for token in cursor.iter_parse():
            read.append(Piece(_symbol(token.type), str(token), _at(token)))
            states.append(cursor.copy(deepcopy_values=False))
        read.append(_end(read))
        states.append(cursor.copy(deepcopy_values=False))
        cursor.feed_eof()
    except UnexpectedInput as error:
        found = _found(error, read, text)
        if not read or read[-1] != found:
            read.append(found)
            states.append(cursor)
    expected = [frozenset(map(_symbol, state.accepts())) for state in states]
    return Stumble(text, tuple(read[:-1]), read[-1], expected[-1], expected[0], _keywords())


def _found(error: UnexpectedInput, read: list[Piece], text: str) -> Piece:
    """The piece that `error` is about: a token, the end, or a stretch that is no token."""
    if isinstance(error, UnexpectedToken):
        token = error.token
        return _end(read) if token.type == "$END" else Piece(_symbol(token.type), str(token), _at(token))
    line, column, start = error.line, error.column, error.pos_in_stream or 0
    stretch = cast("re.Match[str]", _UNREADABLE.match(text, start))[0]
    at = syntax.Position(line, column, line, column + len(stretch), start, start + len(stretch))
    return Piece("", stretch, at)


def _end(read: list[Piece]) -> Piece:
    """The end of the text, standing where the last piece stands."""
    last = read[-1]
    return last if last.kind == "$END" else Piece("$END", "", last.at)


@cache
def _symbols() -> dict[str, str]:
    """The keyword or sign of each terminal that is one."""
    return {terminal.name: terminal.pattern.value for terminal in grammar().terminals if terminal.pattern.type == "str"}


def _symbol(terminal: str) -> str:
    return _symbols().get(terminal, terminal)


@cache
def _keywords() -> frozenset[str]:
    return frozenset(symbol for symbol in _symbols().values() if symbol.isalpha())


# ---- items and clauses


def _item(tree: Tree[Token]) -> syntax.Item:
    at = _at(tree)
    match tree:
        case Tree("parameter", [name, value, doc]):
            return syntax.Parameter(str(name), _expression(value), _string(doc), at=at)
        case Tree("definition", [variable, name, condition]):
            return syntax.Definition(str(variable), str(name), _condition(condition), at=at)
        case Tree("named_pattern", [name, pattern, doc]):
            return syntax.NamedPattern(str(name), _pattern(pattern), _string(doc), at=at)
    return _rule(tree)


def _rule(tree: Tree[Token]) -> syntax.RuleNode:
    code, name, title, *clauses = cast("list[Any]", tree.children)
    by_kind: dict[str, list[Tree[Token]]] = {}
    for clause in clauses:
        by_kind.setdefault(str(clause.data), []).append(clause)

    def only(kind: str) -> list[Any]:
        return by_kind[kind][0].children if kind in by_kind else [None]

    return syntax.RuleNode(
        code=str(code),
        name=str(name),
        title=_string(title),
        sections=tuple(map(_section, by_kind["section"])),
        reason=_string(only("reason")[0]),
        suggestion=_template(only("suggestion")[0]),
        bases=tuple(map(_basis, by_kind["basis"])),
        aspect=str(only("aspect")[0]),
        examples=tuple(map(_example, by_kind["example"])),
        yields_to=tuple(map(str, only("yields_to"))) if "yields_to" in by_kind else (),
        readings=tuple(_string(reading.children[0]) for reading in by_kind.get("reading", [])),
        principle=_optional(str, only("principle")[0]),
        lke=tuple(map(_string, only("lke"))) if "lke" in by_kind else (),
        trial="trial" in by_kind,
        since=_optional(_string, only("since")[0]),
        aliases=tuple(str(alias.children[0]) for alias in by_kind.get("alias", [])),
        places={kind: _at(clauses[0]) for kind, clauses in by_kind.items()},
        at=_at(tree),
    )


def _basis(tree: Tree[Token]) -> syntax.Basis:
    kind, text = tree.children
    return syntax.Basis(_string(text), kind is not None, at=_at(tree))


def _section(tree: Tree[Token]) -> syntax.Section:
    scope, *rest = cast("list[Tree[Token]]", tree.children)
    unless = tuple(_condition(part.children[0]) for part in rest if part.data == "unless")
    branches = tuple(_branch(part) for part in rest if part.data == "branch")
    questions = [_template(part.children[0]) for part in rest if part.data == "question"]
    kinds = tuple(_kind(cast("Tree[Token]", kind)) for kind in scope.children)
    return syntax.Section(kinds, unless, branches, questions[0] if questions else None, at=_at(tree))


def _kind(tree: Tree[Token]) -> syntax.Kind:
    name, levels, that = tree.children
    return syntax.Kind(str(name), _optional(_levels, levels), _optional(_condition, that), at=_at(tree))


def _levels(tree: Tree[Token]) -> tuple[Tingkat, ...]:
    levels = tuple(_level(cast("Token", token)) for token in tree.children)
    if tree.data == "level_list":
        return levels
    between = levels_between(*levels)
    if not between:
        _fail(
            "rentang-tingkat-terbalik",
            f"“{levels[0]} sampai {levels[1]}” terbalik. Tulis tingkat yang lebih tinggi lebih dahulu.",
            tree,
        )
    return between


def _level(token: Token) -> Tingkat:
    known = [tingkat.value for tingkat in Tingkat]
    if token not in known:
        message = f"Tingkat “{token}” tidak dikenal.{meant(token, known)} Tingkat yang ada: {', '.join(known)}."
        _fail("tingkat-tak-dikenal", message, token)
    return Tingkat(str(token))


def _branch(tree: Tree[Token]) -> syntax.Branch:
    when, *rest = cast("list[Tree[Token]]", tree.children)
    severity = next(part for part in rest if part.data == "severity")
    *severities, message, on = cast("list[Any]", severity.children)
    repairs = [_repair(part) for part in rest if part.data.startswith("repair")]
    return syntax.Branch(
        condition=_condition(when.children[0]),
        unless=tuple(_condition(part.children[0]) for part in rest if part.data == "unless"),
        severities=tuple(map(_severity_at, severities)),
        message=_template(message),
        on=_optional(_expression, on),
        repair=repairs[0] if repairs else None,
        at=_at(tree),
    )


def _severity_at(tree: Tree[Token]) -> syntax.SeverityAt:
    word, levels = cast("list[Any]", tree.children)
    return syntax.SeverityAt(Severity(str(word.children[0])), _optional(_levels, levels), at=_at(tree))


def _repair(tree: Tree[Token]) -> syntax.Repair:
    what, *replacement = map(_expression, tree.children)
    return syntax.Repair(what, replacement[0] if replacement else None, at=_at(tree))


def _example(tree: Tree[Token]) -> syntax.Example:
    outcome, level, value, *expectations = cast("list[Any]", tree.children)
    expected = {part.data: _string(part.children[0]) for part in expectations}
    if len(expected) < len(expectations):
        _fail("harapan-berulang", "Satu contoh hanya memuat satu “menandai” dan satu “menjadi”.", tree)
    return syntax.Example(
        outcome=cast("Any", str(outcome.children[0])),
        level=_optional(_level, level),
        value=_value(value),
        marks=expected.get("marks"),
        becomes=expected.get("becomes"),
        at=_at(tree),
    )


def _value(tree: Tree[Token]) -> syntax.Value:
    at = _at(tree)
    match tree:
        case Tree("word", [token]):
            return syntax.Word(str(token), at=at)
        case Tree("record", pairs):
            return syntax.Record(
                tuple((str(pair.children[0]), _value(pair.children[1])) for pair in cast("Any", pairs)), at=at
            )
        case Tree("array", items):
            return syntax.Array(tuple(map(_value, cast("Any", items))), at=at)
    return cast("syntax.Value", _expression(tree))


# ---- conditions

_QUANTIFIERS = {"none_that": "tidak ada", "some_that": "ada", "every": "setiap"}
_STATES = {"is_empty": "kosong", "is_filled": "terisi", "is_known": "diketahui"}
_OPERATORS = {
    "lebih dari": ">",
    "kurang dari": "<",
    "paling sedikit": ">=",
    "paling banyak": "<=",
    "≤": "<=",
    "≥": ">=",
}


def _condition(tree: Any) -> syntax.Condition:
    at = _at(tree)
    match tree:
        case Tree("all_of", parts):
            return syntax.AllOf(tuple(map(_condition, parts)), at=at)
        case Tree("any_of", parts):
            return syntax.AnyOf(tuple(map(_condition, parts)), at=at)
        case Tree(kind, [members, *body]) if kind in _QUANTIFIERS:
            named = _condition(body[0]) if body else None
            return syntax.Quantified(cast("Any", _QUANTIFIERS[kind]), cast("Any", _expression(members)), named, at=at)
    return _predicate(tree)


def _predicate(tree: Tree[Token]) -> syntax.Predicate:
    """Children are the subject, perhaps NOT, and what the predicate needs."""
    at, negated = _at(tree), _has(tree, "NOT")
    parts: list[Any] = [child for child in tree.children if not (isinstance(child, Token) and child.type == "NOT")]
    subject, *rest = parts
    of = _expression(subject)
    match str(tree.data), rest:
        case "holds", ["kosong"]:
            _fail("tidak-kosong", "“tidak kosong” ditulis “terisi”.", tree)
        case "holds", [name]:
            return syntax.Holds(of, negated, str(name), at=at)
        case ("is_empty" | "is_filled" | "is_known") as state, []:
            return syntax.Filled(of, negated, cast("Any", _STATES[state]), at=at)
        case "text_check", [verb, operands, *outside]:
            return syntax.TextCheck(
                of, negated, cast("Any", str(verb.children[0])), _operands(operands), _outside(outside), at=at
            )
        case "matches", [pattern, *outside]:
            return syntax.Matches(of, negated, _pattern_or_name(pattern), _outside(outside), at=at)
        case "has_column", [name]:
            return syntax.HasColumn(of, negated, str(name), at=at)
        case ("is_a" | "is_not") as verb, [operand]:
            return syntax.IsA(of, verb == "is_not", _expression(operand), at=at)
        case "is_in", [operands]:
            return syntax.IsIn(of, negated, _operands(operands), at=at)
        case "similar", [other, threshold]:
            return syntax.Similar(of, negated, _expression(other), _expression(threshold), at=at)
        case "same", [other]:
            return syntax.Same(of, negated, _expression(other), at=at)
        case "related", [other]:
            return syntax.Related(of, negated, _expression(other), at=at)
        case "agrees", [other, table]:
            return syntax.Agrees(of, negated, _expression(other), str(table), at=at)
        case "ordinal", [degree, other]:
            return syntax.Ordinal(of, negated, cast("Any", str(degree.children[0])), _expression(other), at=at)
        case "between", [low, high]:
            return syntax.Between(of, negated, _expression(low), _optional(_expression, high), at=at)
        case "compare", [operator, other]:
            sign = " ".join(map(str, operator.children))
            return syntax.Compare(of, cast("Any", _OPERATORS.get(sign, sign)), _expression(other), at=at)
    raise AssertionError(tree.data)


def _operands(tree: Tree[Token]) -> tuple[syntax.Expression, ...]:
    return tuple(map(_expression, tree.children))


def _outside(trees: list[Tree[Token]]) -> syntax.Outside:
    parts = cast("list[Tree[Token]]", trees[0].children if trees else [])
    return tuple(_pattern(part) if part.data == "pattern" else _expression(part) for part in parts)


# ---- expressions


def _expression(tree: Any) -> Any:
    at = _at(tree)
    match tree:
        case Tree("text", [token]):
            return syntax.Text(_string(token), at=at)
        case Tree("number" | "negative", [token]):
            return syntax.Number(_quantity(token), at=at)
        case Tree("percent", [token]):
            return syntax.Number(_quantity(token), percent=True, at=at)
        case Tree("path", names):
            return syntax.Path(tuple(map(str, names)), at=at)
        case Tree("call", [name, *arguments]):
            return syntax.Call(str(name), tuple(map(_expression, arguments)), at=at)
        case Tree("indexed", [path, index]):
            return syntax.Indexed(_expression(path), _expression(index), at=at)
        case Tree("sum" | "product", [left, sign, right]):
            return syntax.Arithmetic(_expression(left), cast("Any", str(sign)), _expression(right), at=at)
        case Tree("count", [members, *body]):
            return syntax.Count(_expression(members), _condition(body[0]) if body else None, at=at)
    raise AssertionError(tree)


def _template(tree: Any) -> syntax.Template:
    token = cast("Token", tree.children[0])
    text, parts, end = _string(token), [], 0
    for braces in _BRACES.finditer(text):
        parts += [text[end : braces.start()], _inside_braces(braces[1], token)]
        end = braces.end()
    parts.append(text[end:])
    if any(brace in part for part in parts if isinstance(part, str) for brace in "{}"):
        message = "Kurung kurawal dalam pesan tidak berpasangan. Tulis misalnya {kutipan}."
        _fail("kurung-kurawal-tanpa-pasangan", message, token)
    return syntax.Template(tuple(part for part in parts if part != ""), at=_at(tree))


def _inside_braces(source: str, token: Token) -> syntax.Expression:
    """The expression between braces, standing where the message stands."""
    try:
        tree = grammar().parse(source, start="inside_braces")
    except UnexpectedInput:
        _fail(
            "isi-kurung-kurawal",
            f"“{{{source}}}” dalam pesan tidak terbaca. Tulis nama medan atau fungsi, misalnya {{kutipan}}.",
            token,
        )
    return cast("syntax.Expression", _expression(_moved(cast("Tree[Token]", tree.children[0]), token)))


def _moved(tree: Tree[Token], token: Token) -> Tree[Token]:
    """The tree with every position replaced by that of the message it stands in."""
    for part in tree.iter_subtrees():
        for name in ("line", "column", "end_line", "end_column", "start_pos", "end_pos"):
            setattr(part.meta, name, getattr(token, name))
    return tree


# ---- word patterns


def _pattern_or_name(tree: Tree[Token]) -> syntax.Pattern | syntax.WordClass:
    return _pattern(tree) if tree.data == "pattern" else syntax.WordClass(str(tree.children[0]), at=_at(tree))


def _pattern(tree: Any) -> syntax.Pattern:
    return syntax.Pattern(tuple(map(_sequence, tree.children)), at=_at(tree))


def _sequence(tree: Any) -> syntax.Sequence:
    elements = tuple(_element(child) for child in tree.children if isinstance(child, Tree))
    return syntax.Sequence(elements, _has(tree, "START"), _has(tree, "END"), at=_at(tree))


def _element(tree: Tree[Token]) -> syntax.Element:
    atom, *_, capture = cast("list[Any]", tree.children)
    return syntax.Element(_atom(atom), _has(tree, "OPTIONAL"), _optional(str, capture), at=_at(tree))


def _atom(tree: Tree[Token]) -> syntax.Atom:
    at = _at(tree)
    match tree:
        case Tree("literal", [token]):
            return syntax.Literal(_string(token), at=at)
        case Tree("word_class", [token]):
            return syntax.WordClass(str(token), at=at)
        case Tree("gap", [token]):
            digits = cast("Token", token).lstrip("….")
            return syntax.Gap(int(digits) if digits else None, at=at)
    return syntax.Group(tuple(map(_sequence, tree.children)), at=at)
