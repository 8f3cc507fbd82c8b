"""Tree to rule text: the one canonical way to write a rule. `parse(show(tree)) == tree`.

Clauses stand indented by two with their text in one column. What is too long is broken where a reader pauses: a
condition before `dan` or `atau`, a word pattern before `|`, an example between its fields.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, cast

from indikator_rules.language import syntax
from indikator_rules.model.tingkat import levels_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indikator_rules.model.tingkat import Tingkat

_WIDTH = 100
_COLUMN = 14  # where the text of a clause begins
_SPOKEN = {">": "lebih dari", "<": "kurang dari", ">=": "paling sedikit", "<=": "paling banyak", "=": "=", "≠": "≠"}


def show(node: syntax.Node) -> str:
    """The source text of any part of a rule file; parts smaller than a clause on one line."""
    match node:
        case syntax.RuleFile(items):
            return _file(items)
        case syntax.RuleNode() | syntax.Parameter() | syntax.Definition() | syntax.NamedPattern():
            return _item(node)
        case syntax.Section():
            return "\n".join(_section(node))
        case syntax.Branch():
            return "\n".join(_branch(node))
        case syntax.Kind() | syntax.SeverityAt() | syntax.Repair() | syntax.Basis() | syntax.Example():
            return _part_of_clause(node)
        case syntax.Word(value):
            return value
        case syntax.Record() | syntax.Array():
            return " ".join(_members(node))
        case syntax.Pattern() | syntax.Sequence() | syntax.Element():
            return _pattern(node)
        case syntax.Literal() | syntax.WordClass() | syntax.Gap() | syntax.Group():
            return _atom(node)
        case syntax.AllOf() | syntax.AnyOf() | syntax.Quantified():
            return _condition(node)
        case _ if isinstance(node, _EXPRESSIONS):
            return _expression(node)
    return _predicate(cast("syntax.Predicate", node))


# ---- items


def _file(items: Sequence[syntax.Item]) -> str:
    """The items with a blank line between them; parameters stand together."""
    text = ""
    for before, item in zip([None, *items], items, strict=False):
        together = isinstance(before, syntax.Parameter) and isinstance(item, syntax.Parameter)
        text += ("\n" if before and not together else "") + show(item) + "\n"
    return text


def _item(item: syntax.Item) -> str:
    match item:
        case syntax.Parameter(name, value, doc):
            return f"parameter {name} = {show(value)} {_quoted(doc)}"
        case syntax.Definition(variable, name, condition):
            return _definition(f"sebut {variable} {name} bila", condition)
        case syntax.NamedPattern(name, pattern, doc):
            return _named_pattern(f"pola {name} = ", pattern, doc)
        case syntax.RuleNode():
            head = f"aturan {item.code} {item.name} {_quoted(item.title)}"
            return "\n".join([head, "", *_clauses(item), "", *map(_example, item.examples)])


def _definition(head: str, condition: syntax.Condition) -> str:
    line = f"{head} {show(condition)}"
    return line if len(line) <= _WIDTH else f"{head}\n     {_laid_out(condition, 5)}"


def _named_pattern(head: str, pattern: syntax.Pattern, doc: str) -> str:
    line = f"{head}{show(pattern)} {_quoted(doc)}"
    return line if len(line) <= _WIDTH else f"{head}{_laid_out_pattern(pattern, len(head))}\n     {_quoted(doc)}"


def _clauses(rule: syntax.RuleNode) -> Iterator[str]:
    """The clauses of a rule in the order of the grammar, examples apart."""
    for section in rule.sections:
        yield from _section(section)
    if rule.yields_to:
        yield _clause("diam", f"bila ada temuan {' atau '.join(rule.yields_to)}")
    yield _clause("alasan", _quoted(rule.reason))
    yield _clause("saran", show(rule.suggestion))
    yield from (_clause("tafsir", _quoted(reading)) for reading in rule.readings)
    yield from map(show, rule.bases)
    yield _clause("aspek", rule.aspect)
    if rule.principle is not None:
        yield _clause("prinsip", rule.principle)
    if rule.lke:
        yield _clause("lke", ", ".join(map(_quoted, rule.lke)))
    if rule.trial:
        yield "  percobaan"
    if rule.since is not None:
        yield _clause("sejak", _quoted(rule.since))
    yield from (_clause("alias", alias) for alias in rule.aliases)


# ---- clauses


def _clause(keyword: str, text: str) -> str:
    return f"  {keyword:<10}  {text}"


def _section(section: syntax.Section) -> Iterator[str]:
    yield _clause("untuk", " dan ".join(map(show, section.kinds)))
    yield from map(_unless, section.unless)
    for branch in section.branches:
        yield from _branch(branch)
    if section.question is not None:
        yield _clause("manusia", show(section.question))


def _unless(condition: syntax.Condition) -> str:
    return _clause("kecuali", _laid_out(condition, _COLUMN))


def _branch(branch: syntax.Branch) -> Iterator[str]:
    yield _clause("bila", _laid_out(branch.condition, _COLUMN))
    yield from map(_unless, branch.unless)
    message = show(branch.message) + (f"  pada {show(branch.on)}" if branch.on is not None else "")
    match branch.severities:
        case [syntax.SeverityAt(severity, None)]:
            yield _clause(severity, message)
        case severities:
            yield f"  {'; '.join(map(show, severities))}\n{' ' * _COLUMN}{message}"
    if branch.repair is not None:
        yield show(branch.repair)


def _part_of_clause(
    node: syntax.Kind | syntax.SeverityAt | syntax.Repair | syntax.Basis | syntax.Example,
) -> str:
    match node:
        case syntax.Kind(name, levels, that):
            at = f" tingkat {_levels(levels)}" if levels else ""
            return f"{name}{at}" + (f" yang {_closed(that)}" if that is not None else "")
        case syntax.SeverityAt(severity, levels):
            return f"{severity} di {_levels(levels)}" if levels else severity
        case syntax.Repair(what, replacement):
            done = f"hapus {show(what)}" if replacement is None else f"{show(what)} menjadi {show(replacement)}"
            return _clause("perbaikan", done)
        case syntax.Basis(text, convention):
            return f"  dasar konvensi {_quoted(text)}" if convention else _clause("dasar", _quoted(text))
        case syntax.Example():
            return _example(node)


def _levels(levels: Sequence[Tingkat]) -> str:
    """Three levels or more that follow one another as a range, others as a list."""
    if len(levels) > 2 and tuple(levels) == levels_between(levels[0], levels[-1]):
        return f"{levels[0]} sampai {levels[-1]}"
    return ", ".join(levels)


# ---- examples


def _example(example: syntax.Example) -> str:
    head = f"  contoh {example.outcome:<5} "
    if example.level is not None:
        head += f"tingkat {example.level} "
    text = head + _laid_out_value(example.value, len(head))
    if example.marks is not None:
        text += f"  menandai {_quoted(example.marks)}"
    if example.becomes is not None:
        text += f"  menjadi {_quoted(example.becomes)}"
    return text


def _members(value: syntax.Record | syntax.Array) -> Iterator[str]:
    """The brackets of a value and what stands between them, each on one line."""
    match value:
        case syntax.Record(pairs):
            yield from ("{", *(f"{key}: {show(part)}" for key, part in pairs), "}")
        case syntax.Array(items):
            yield from ("[", *map(show, items), "]")


def _laid_out_value(value: syntax.Value, column: int) -> str:
    """The value beginning at `column`; broken between its members when it is too long for one line."""
    line = show(value)
    if column + len(line) <= _WIDTH or not isinstance(value, syntax.Record | syntax.Array):
        return line
    start, *members, end = _members(value)
    inner = _value_parts(value)
    lines = [start]
    for member, (label, part) in zip(members, inner, strict=True):
        if column + len(lines[-1]) + len(member) + 1 <= _WIDTH:
            lines[-1] += f" {member}"
        else:
            lines.append(f"  {label}{_laid_out_value(part, column + 2 + len(label))}")
    return f"\n{' ' * column}".join(lines) + f" {end}"


def _value_parts(value: syntax.Record | syntax.Array) -> Iterable[tuple[str, syntax.Value]]:
    match value:
        case syntax.Record(pairs):
            return [(f"{key}: ", part) for key, part in pairs]
        case syntax.Array(items):
            return [("", part) for part in items]


# ---- conditions


def _laid_out(condition: syntax.Condition, column: int) -> str:
    """The condition beginning at `column`; broken before `dan`, `atau` or `|` when it is too long for one line."""
    line = show(condition)
    if column + len(line) <= _WIDTH:
        return line
    match condition:
        case syntax.AllOf(parts):
            return f"\n{'dan':>{column - 2}}  ".join(_laid_out_part(part, parts, column) for part in parts)
        case syntax.AnyOf(parts):
            return f"\n{'atau':>{column - 2}}  ".join(_laid_out_part(part, parts, column) for part in parts)
        case syntax.Matches(pattern=syntax.Pattern() as pattern):
            head, tail = line.split(show(pattern), 1)
            return head + _laid_out_pattern(pattern, column + len(head)) + tail
    return line


def _laid_out_part(part: syntax.Condition, parts: Sequence[syntax.Condition], column: int) -> str:
    return _laid_out(part, column) if isinstance(part, syntax.Matches) else _joined(part, parts)


def _joined(part: syntax.Condition, parts: Sequence[syntax.Condition]) -> str:
    """One of several parts: only the last may end in a `yang` without brackets."""
    if part is parts[-1] and isinstance(part, syntax.Quantified):
        return show(part)
    return _closed(part)


def _condition(condition: syntax.AllOf | syntax.AnyOf | syntax.Quantified) -> str:
    match condition:
        case syntax.AllOf(parts):
            return " dan ".join(_joined(part, parts) for part in parts)
        case syntax.AnyOf(parts):
            return " atau ".join(_joined(part, parts) for part in parts)
        case syntax.Quantified(body=syntax.AllOf() | syntax.AnyOf()):
            return _closed(condition)
        case syntax.Quantified(quantifier, members, body):
            return f"{quantifier} {show(members)}" + ("" if body is None else f" {_link(quantifier)} {show(body)}")


def _closed(condition: syntax.Condition) -> str:
    """The condition written so that more may follow it."""
    match condition:
        case syntax.AllOf() | syntax.AnyOf():
            return f"({show(condition)})"
        case syntax.Quantified(quantifier, members, body) if body is not None:
            return f"{quantifier} {show(members)} {_link(quantifier)} ({show(body)})"
    return show(condition)


def _link(quantifier: str) -> str:
    return "memenuhi" if quantifier == "setiap" else "yang"


def _predicate(predicate: syntax.Predicate) -> str:
    match predicate:
        case syntax.Compare(left, operator, right):
            return f"{show(left)} {_SPOKEN[operator]} {show(right)}"
        case syntax.IsA(subject, negated, operand):
            return f"{show(subject)} {'bukan' if negated else 'adalah'} {show(operand)}"
    return f"{show(predicate.subject)} {'tidak ' if predicate.negated else ''}{_verb(predicate)}"


def _verb(predicate: syntax.Predicate) -> str:
    match predicate:
        case syntax.Holds(name=name) | syntax.Filled(state=name):
            return name
        case syntax.TextCheck(verb=verb, operands=operands, outside=outside):
            return f"{verb} {_listed(operands)}{_outside(outside)}"
        case syntax.Matches(pattern=pattern, outside=outside):
            return f"cocok {show(pattern)}{_outside(outside)}"
        case syntax.HasColumn(column=column):
            return f"berkolom {column}"
        case syntax.IsIn(operands=operands):
            return f"termasuk {_listed(operands)}"
        case syntax.Similar(other=other, threshold=threshold):
            return f"mirip {show(other)} paling sedikit {show(threshold)}"
        case syntax.Same(other=other):
            return f"sama dengan {show(other)}"
        case syntax.Related(other=other):
            return f"berkaitan dengan {show(other)}"
        case syntax.Agrees(other=other, table=table):
            return f"sesuai dengan {show(other)} menurut {table}"
        case syntax.Ordinal(degree=degree, other=other):
            return f"lebih {degree} daripada {show(other)}"
        case syntax.Between(low=low, high=high):
            return f"dalam rentang {show(low)}" + ("" if high is None else f" sampai {show(high)}")
    raise AssertionError(predicate)


def _listed(nodes: Iterable[syntax.Node]) -> str:
    return ", ".join(map(show, nodes))


def _outside(parts: syntax.Outside) -> str:
    return f" di luar {_listed(parts)}" if parts else ""


# ---- expressions

_EXPRESSIONS = (
    syntax.Text,
    syntax.Number,
    syntax.Path,
    syntax.Call,
    syntax.Indexed,
    syntax.Arithmetic,
    syntax.Count,
    syntax.Template,
)


def _expression(expression: syntax.Expression | syntax.Template) -> str:
    match expression:
        case syntax.Text(value):
            return _quoted(value)
        case syntax.Number(value, percent):
            return _number(value, "" if percent else ".") + ("%" if percent else "")
        case syntax.Path(names):
            return ".".join(names)
        case syntax.Call(name, arguments):
            return f"{name}({_listed(arguments)})"
        case syntax.Indexed(path, index):
            return f"{show(path)}[{show(index)}]"
        case syntax.Arithmetic():
            return _arithmetic(expression)
        case syntax.Count(members, body):
            return f"banyak {show(members)}" + ("" if body is None else f" yang ({show(body)})")
        case syntax.Template(parts):
            return _quoted("".join(part if isinstance(part, str) else f"{{{show(part)}}}" for part in parts))


def _arithmetic(node: syntax.Arithmetic) -> str:
    """Products bind closer than sums; what stands right of a sign of the same rank keeps its brackets."""
    left, right = show(node.left), show(node.right)
    product = node.sign in "×/"
    if isinstance(node.left, syntax.Arithmetic) and product and node.left.sign in "+-":
        left = f"({left})"
    if isinstance(node.right, syntax.Arithmetic) and (product or node.right.sign in "+-"):
        right = f"({right})"
    return f"{left} {node.sign} {right}"


def _number(value: float, thousands: str) -> str:
    """The number with a decimal comma; from 10.000 on with `thousands` between, since four digits may be a year."""
    whole, _, decimals = f"{Decimal(repr(value)):f}".partition(".")
    if len(whole) > 4 and value > 0:
        whole = f"{int(whole):,}".replace(",", thousands)
    decimals = decimals.rstrip("0")
    return f"{whole},{decimals}" if decimals else whole


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


# ---- word patterns


def _laid_out_pattern(pattern: syntax.Pattern, column: int) -> str:
    """The pattern beginning at `column`; one alternative a line when it is too long for one line."""
    line = show(pattern)
    if column + len(line) <= _WIDTH:
        return line
    return "[ " + f"\n{' ' * column}| ".join(map(show, pattern.alternatives)) + " ]"


def _pattern(node: syntax.Pattern | syntax.Sequence | syntax.Element) -> str:
    match node:
        case syntax.Pattern(alternatives):
            return f"[ {' | '.join(map(show, alternatives))} ]"
        case syntax.Sequence(elements, start, end):
            return " ".join([*("^" if start else ""), *map(show, elements), *("$" if end else "")])
        case syntax.Element(atom, optional, capture):
            return show(atom) + ("?" if optional else "") + (f" sebagai {capture}" if capture else "")


def _atom(atom: syntax.Atom) -> str:
    match atom:
        case syntax.Literal(value):
            return _quoted(value)
        case syntax.WordClass(name):
            return name
        case syntax.Gap(limit):
            return "…" if limit is None else f"…{limit}"
        case syntax.Group(alternatives):
            return f"({' | '.join(map(show, alternatives))})"
