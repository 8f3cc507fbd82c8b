"""Trees of the rule language, as the parser may build them, for laws about them."""

from __future__ import annotations

import re
from functools import partial

from hypothesis import strategies as st

from indikator_rules.finding import Severity
from indikator_rules.language import syntax
from indikator_rules.language.parser import grammar
from indikator_rules.model.tingkat import Tingkat

KEYWORDS = frozenset(
    terminal.pattern.value for terminal in grammar().terminals if re.fullmatch(r"[a-z]+", terminal.pattern.value)
)

names = st.sampled_from(["a", "b2", "nama", "satuan-terbaca", "kata-cara", "x-y-z9"])
codes = st.sampled_from(["A00", "S02", "Z99"])
strings = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="{}"), max_size=12).map(
    lambda text: " ".join(text.split())
)
levels = st.one_of(
    st.none(),
    st.lists(st.sampled_from(Tingkat), min_size=1, max_size=4).map(tuple),
    st.integers(0, 4).map(lambda start: tuple(Tingkat)[start:]),
)


def several(strategy, least=1, most=3):
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


# ---- expressions

texts = st.builds(syntax.Text, strings)
thousandths = st.integers(0, 10**9).map(lambda number: number / 1000)
wholes = st.integers(0, 10**7).map(float)
counts = st.builds(syntax.Number, st.one_of(thousandths, wholes))
percents = st.builds(syntax.Number, thousandths, st.just(value=True))
negatives = st.builds(syntax.Number, st.integers(-(10**9), -1).map(lambda number: number / 1000))
paths = st.builds(syntax.Path, several(names))
numbers = st.one_of(counts, percents, negatives)


def _larger(inner):
    return st.one_of(
        st.builds(syntax.Call, names, several(inner)),
        st.builds(syntax.Indexed, paths, inner),
        st.builds(syntax.Arithmetic, inner, st.sampled_from(["+", "-", "×", "/"]), inner),
    )


expressions = st.recursive(st.one_of(texts, numbers, paths), _larger, max_leaves=5)
calls = st.builds(syntax.Call, names, several(expressions, most=2))
members = st.one_of(paths, calls)
operands = several(st.one_of(texts, counts, percents, members))

# ---- word patterns


def _element(atom):
    return st.builds(syntax.Element, atom, st.booleans(), st.one_of(st.none(), names))


def _sequence(atom):
    return st.builds(syntax.Sequence, several(_element(atom)), st.booleans(), st.booleans())


_atoms = st.recursive(
    st.one_of(
        st.builds(syntax.Literal, strings),
        st.builds(syntax.WordClass, names),
        st.builds(syntax.Gap, st.one_of(st.none(), st.integers(0, 20))),
    ),
    lambda atom: st.builds(syntax.Group, several(_sequence(atom))),
    max_leaves=4,
)
patterns = st.builds(syntax.Pattern, several(_sequence(_atoms)))

# ---- conditions

_outside = several(st.one_of(patterns, texts, members), least=0, most=2)


def _about(kind, *rest):
    return st.builds(kind, expressions, st.booleans(), *rest)


predicates = st.one_of(
    _about(syntax.Holds, names),
    st.builds(syntax.Filled, expressions, st.just(value=False), st.just("kosong")),
    _about(syntax.Filled, st.sampled_from(["terisi", "diketahui"])),
    _about(syntax.TextCheck, st.sampled_from(["diawali", "diakhiri", "memuat"]), operands, _outside),
    _about(syntax.Matches, st.one_of(patterns, st.builds(syntax.WordClass, names)), _outside),
    _about(syntax.HasColumn, names),
    _about(syntax.IsA, operands.map(lambda several: several[0])),
    _about(syntax.IsIn, operands),
    _about(syntax.Similar, expressions, expressions),
    _about(syntax.Same, expressions),
    _about(syntax.Related, expressions),
    _about(syntax.Agrees, expressions, names),
    _about(syntax.Ordinal, st.sampled_from(["buruk", "baik", "tinggi", "rendah"]), expressions),
    _about(syntax.Between, expressions, st.one_of(st.none(), expressions)),
    st.builds(syntax.Compare, expressions, st.sampled_from(["<", "<=", ">", ">=", "=", "≠"]), expressions),
)


def _joined(inner):
    bodies = st.one_of(st.none(), inner)
    return st.one_of(
        st.builds(syntax.AllOf, several(inner, least=2)),
        st.builds(syntax.AnyOf, several(inner, least=2)),
        st.builds(syntax.Quantified, st.sampled_from(["ada", "tidak ada"]), members, bodies),
        st.builds(syntax.Quantified, st.just("setiap"), members, inner),
        st.builds(syntax.Compare, st.builds(syntax.Count, members, bodies), st.sampled_from([">", "<="]), expressions),
    )


conditions = st.recursive(predicates, _joined, max_leaves=5)

# ---- rules


def _in_order(parts):
    """The parts of a message as the parser leaves them: no two texts side by side, blanks folded."""
    merged = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] = re.sub(" +", " ", merged[-1] + part)
        else:
            merged.append(part)
    if merged and isinstance(merged[0], str):
        merged[0] = merged[0].lstrip()
    if merged and isinstance(merged[-1], str):
        merged[-1] = merged[-1].rstrip()
    return tuple(part for part in merged if part != "")


templates = st.builds(
    syntax.Template,
    st.lists(st.one_of(strings, st.just("a b "), st.just(" c"), expressions), max_size=4).map(_in_order),
)
kinds = st.builds(syntax.Kind, names, levels, st.one_of(st.none(), conditions))
severities = several(st.builds(syntax.SeverityAt, st.sampled_from(Severity), levels))
_maybe_expression = st.one_of(st.none(), expressions)
repairs = st.one_of(st.none(), st.builds(syntax.Repair, expressions, _maybe_expression))
branches = st.builds(
    syntax.Branch,
    conditions,
    several(conditions, least=0, most=1),
    severities,
    templates,
    _maybe_expression,
    repairs,
)
sections = st.one_of(
    st.builds(syntax.Section, several(kinds, most=2), several(conditions, least=0, most=1), several(branches, most=2)),
    st.builds(syntax.Section, several(kinds, most=2), several(conditions, least=0, most=1), question=templates),
)
_keys = st.one_of(names, st.integers(1000, 9999).map(str))
values = st.recursive(
    st.one_of(texts, counts, percents, st.builds(syntax.Word, names)),
    lambda inner: st.one_of(
        st.builds(syntax.Record, several(st.tuples(_keys, inner), least=0)),
        st.builds(syntax.Array, several(inner, least=0)),
    ),
    max_leaves=8,
)
_maybe_text = st.one_of(st.none(), strings)
examples = st.builds(
    syntax.Example,
    st.sampled_from(["buruk", "baik", "ragu", "tanya", "luput", "keliru"]),
    st.one_of(st.none(), st.sampled_from(Tingkat)),
    values,
    _maybe_text,
    _maybe_text,
)
_rule = partial(
    st.builds,
    syntax.RuleNode,
    code=codes,
    name=names,
    title=strings,
    sections=several(sections, most=2),
    reason=strings,
    suggestion=templates,
    bases=several(st.builds(syntax.Basis, strings, st.booleans()), most=2),
    aspect=names,
    examples=several(examples),
    yields_to=several(codes, least=0, most=2),
    readings=several(strings, least=0, most=2),
    principle=st.one_of(st.none(), names),
    lke=several(strings, least=0, most=2),
    aliases=several(st.one_of(names, codes), least=0, most=2),
)
rules = st.one_of(_rule(trial=st.booleans()), _rule(since=strings))
items = st.one_of(
    rules,
    st.builds(syntax.Parameter, names, st.one_of(texts, counts, percents), strings),
    st.builds(syntax.Definition, names, names, conditions),
    st.builds(syntax.NamedPattern, names, patterns, strings),
)
rule_files = st.builds(syntax.RuleFile, several(items, least=0))
