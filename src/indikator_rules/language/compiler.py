"""Checked trees to closures.

A condition becomes a test that answers True, False or None (not known), and keeps its parts, so that any verdict can be
explained afterwards: which part was true, which words made it so, and what was missing. Explaining costs nothing until
somebody asks.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from indikator_rules.language import syntax
from indikator_rules.language.comparing import (
    ARITHMETIC,
    COMPARISONS,
    better,
    end_of,
    is_same,
    is_within,
    likeness,
    number_of,
    order_of,
)
from indikator_rules.language.compiled import Check, Env, Value, any_of, negation, on_member
from indikator_rules.language.matching import (
    PLACES,
    WORD_CLASSES,
    Automaton,
    Matcher,
    Potongan,
    class_matcher,
    compile_pattern,
    covers,
    found,
    literal_matcher,
    pattern_matcher,
    whole,
)
from indikator_rules.language.printer import show
from indikator_rules.language.scope import (
    ITSELF,
    QUOTE,
    SELF,
    YEAR,
    Fault,
    Names,
    Scope,
    members_type,
    substitute,
    type_of,
    word_source,
)
from indikator_rules.language.triggers import (
    EMPTY,
    FILLED,
    Trigger,
    all_trigger,
    any_trigger,
    class_trigger,
    own_field,
    state_trigger,
    word_trigger,
)
from indikator_rules.language.types import DOKUMEN, SUBJECTS, TAHUN, TEKS, Tipe, himpunan, member
from indikator_rules.language.vocabulary import FUNCTIONS, VERDICTS, field_of, polarity
from indikator_rules.language.written import written
from indikator_rules.model.nilai import Nilai
from indikator_rules.model.pohon import PohonIndikator, PohonTarget

R = TypeVar("R")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from indikator_rules.language.compiled import Get, Quotes, Test
    from indikator_rules.language.lists import Lists
    from indikator_rules.language.vocabulary import Field
    from indikator_rules.model.pohon import PohonDokumen


@dataclass(frozen=True, slots=True)
class Compiler:
    """Compiles the conditions and expressions of one pack."""

    names: Names
    lists: Lists
    _automata: dict[Any, Automaton] = field(default_factory=dict)

    # ---- expressions

    def value(self, node: syntax.Expression, scope: Scope) -> Value:
        """The compiled expression."""
        tipe = type_of(node, scope)
        match node:
            case syntax.Text(text):
                constant: Any = whole(text)
                return Value(lambda s, e: constant, tipe, node)
            case syntax.Number(number):
                return Value(lambda s, e: number, tipe, node)
            case syntax.Path():
                return Value(self._path(node, scope), tipe, node)
            case syntax.Call():
                return self._call(node, tipe, scope)
            case syntax.Indexed():
                return self._indexed(node, tipe, scope)
            case syntax.Arithmetic():
                return self._arithmetic(node, tipe, scope)
            case syntax.Count():
                return self._count(node, tipe, scope)

    def _path(self, node: syntax.Path, scope: Scope) -> Get:
        _, *rest = node.names
        get, tipe = self._first(node, scope)
        for name in rest:
            found_field = field_of(member(tipe), name)
            if found_field is None:
                raise AssertionError(name)
            get = _through(get, found_field.get, many=tipe.isi is not None, to_many=found_field.tipe.isi is not None)
            many = tipe.isi is not None or found_field.tipe.isi is not None
            tipe = himpunan(member(found_field.tipe)) if many else found_field.tipe
        return get

    def _first(self, node: syntax.Path, scope: Scope) -> tuple[Get, Tipe]:
        """The first name of a path; names found while judging (`kutipan`, captures, witnesses) go before fields."""
        name = node.names[0]
        if name == SELF:
            return lambda s, e: e.ini, scope.subject
        if name in scope.extra:
            if name == QUOTE:
                return lambda s, e: e.kutipan, TEKS
            return lambda s, e: e.bound.get(name), scope.extra[name]
        if name == YEAR and scope.year:
            return lambda s, e: e.tahun, TAHUN
        if name == ITSELF and scope.current == TEKS:
            return lambda s, e: s, TEKS
        own = field_of(scope.current, name)
        if own is not None:
            return _of_subject(own), own.tipe
        parameter = self.names.parameters[name]
        value = self.value(parameter.value, scope)
        return value.get, value.tipe

    def _call(self, node: syntax.Call, tipe: Tipe, scope: Scope) -> Value:
        function = FUNCTIONS[node.name]
        arguments = tuple(self.value(argument, scope) for argument in node.arguments)
        call = function.make(self.lists)
        if function.aggregate:
            aggregated = _aggregated(call, tuple(argument.get for argument in arguments))
            return Value(_kept(node, aggregated, scope), tipe, node, arguments)
        mapped = any(argument.tipe.isi is not None for argument in arguments)
        [argument] = arguments
        get = _kept(node, _mapped(call, argument.get) if mapped else _applied(call, argument.get), scope)
        if argument.tipe != TEKS:
            return Value(get, tipe, node, arguments)
        mark = function.marks
        return Value(
            get,
            tipe,
            node,
            arguments,
            marks=argument.get if mark is None and tipe != TEKS else _marked(mark, get, argument.get),
        )

    def _indexed(self, node: syntax.Indexed, tipe: Tipe, scope: Scope) -> Value:
        series, index = self.value(node.path, scope), self.value(node.index, scope)
        many = series.tipe.isi is not None

        def get(s: Any, e: Env) -> Any:
            holder, period = series.get(s, e), _period(index.get(s, e))
            if holder is None or period is None:
                return None
            return tuple(_value_at(one, period) for one in holder) if many else _value_at(holder, period)

        return Value(get, tipe, node, (series, index))

    def _arithmetic(self, node: syntax.Arithmetic, tipe: Tipe, scope: Scope) -> Value:
        left, right = self.value(node.left, scope), self.value(node.right, scope)
        calculate = ARITHMETIC[node.sign]

        def get(s: Any, e: Env) -> Any:
            first, second = _counted(left.get(s, e)), number_of(right.get(s, e))
            return None if first is None or second is None else calculate(first, second)

        return Value(_as_period(get) if tipe == TAHUN else get, tipe, node, (left, right))

    def _count(self, node: syntax.Count, tipe: Tipe, scope: Scope) -> Value:
        members = self._members(node.members, scope)
        if node.body is None:
            return Value(
                lambda s, e: None if (them := members.get(s, e)) is None else float(len(them)), tipe, node, (members,)
            )
        judge = on_member(self.check(node.body, scope.inside(members_type(node.members, scope))).test, members.tipe)

        def get(s: Any, e: Env) -> float | None:
            them = members.get(s, e)
            if them is None:
                return None
            verdicts = [judge(s, one, e) for one in them]
            return None if None in verdicts else float(sum(map(bool, verdicts)))

        return Value(get, tipe, node, (members,))

    # ---- conditions

    def check(self, node: syntax.Condition, scope: Scope) -> Check:
        """The compiled condition."""
        match node:
            case syntax.AllOf(parts):
                return _all_of(node, tuple(self.check(part, scope) for part in parts))
            case syntax.AnyOf(parts):
                return _any_of(node, tuple(self.check(part, scope) for part in parts))
            case syntax.Quantified():
                return self._quantified(node, scope)
            case syntax.Holds():
                return self._holds(node, scope)
            case syntax.Filled():
                return self._filled(node, scope)
            case syntax.TextCheck():
                return self._text_check(node, scope)
            case syntax.Matches():
                return self._matches(node, scope)
            case syntax.HasColumn(subject, _, column):
                document, name = self.value(subject, scope), column.replace("-", "_")
                return _leaf(node, lambda s, e: name in _columns(document.get(s, e)))
            case syntax.IsA():
                return self._is_a(node, scope)
            case syntax.IsIn():
                return self._is_in(node, scope)
            case syntax.Similar(subject, _, other, threshold):
                least = self.value(threshold, scope)
                alike = lambda a, b, s, e: likeness(a, b) * 100 >= least.get(s, e)  # noqa: E731
                return self._binary(node, (subject, other), scope, alike)
            case syntax.Same(subject, _, other):
                return self._binary(node, (subject, other), scope, lambda a, b, s, e: is_same(a, b))
            case syntax.Related(subject, _, other):
                related = self.lists.relatedness()
                return self._binary(node, (subject, other), scope, lambda a, b, s, e: related(a, b))
            case syntax.Agrees(subject, _, other, table):
                agrees = self.lists.agreement(table)
                return self._binary(node, (subject, other), scope, lambda a, b, s, e: agrees(a, b))
            case syntax.Ordinal():
                return self._ordinal(node, scope)
            case syntax.Between():
                return self._between(node, scope)
            case syntax.Compare(left, sign, right):
                return self._binary(node, (left, right), scope, _comparison(COMPARISONS[sign]))

    def _binary(
        self,
        node: Any,
        sides: tuple[syntax.Expression, syntax.Expression],
        scope: Scope,
        judge: Callable[[Any, Any, Any, Env], bool | None],
    ) -> Check:
        """A predicate on two values; of sets, some pair of members must meet it."""
        left, right = sides
        first, second = self.value(left, scope), self.value(right, scope)
        if first.tipe.isi is None and second.tipe.isi is None:
            return _leaf(node, _on_one_pair(first.get, second.get, judge), (first, second), quotes=_quotes_of(first))
        pairs = _pairs(first, second)

        def test(s: Any, e: Env) -> bool | None:
            return any_of(judge(a, b, s, e) if a is not None and b is not None else None for a, b in pairs(s, e))

        return _leaf(node, test, (first, second), quotes=_quotes_of(first))

    def _members(self, node: syntax.Path | syntax.Call, scope: Scope) -> Value:
        """What a quantifier runs over; a single subject is a set of one."""
        members = self.value(node, scope)
        if members.tipe.isi is not None:
            return members
        get = members.get
        return replace(
            members,
            get=lambda s, e: None if (one := get(s, e)) is None else (one,),
            tipe=himpunan(members.tipe),
        )

    def _quantified(self, node: syntax.Quantified, scope: Scope) -> Check:
        members = self._members(node.members, scope)
        tipe = members_type(node.members, scope)
        body = None if node.body is None else self.check(node.body, scope.inside(tipe))
        holds = _every_member if node.quantifier == "setiap" else _some_member
        test = _has_members(members) if body is None else holds(members, on_member(body.test, members.tipe))
        negated = node.quantifier == "tidak ada"
        own = own_field(_root(node.members), scope)
        return Check(
            negation(test) if negated else test,
            node,
            () if body is None else (body,),
            (members,),
            members=members,
            needs=_needs(node, own, body),
        )

    def _holds(self, node: syntax.Holds, scope: Scope) -> Check:
        definition = self.names.definitions.get(node.name)
        if definition is not None:
            check = self.check(substitute(definition.condition, definition.variable, node.subject), scope)
            return Check(negation(check.test), node, (check,)) if node.negated else check
        subject = self.value(node.subject, scope)
        judge = VERDICTS[node.name].make(self.lists)
        return _leaf(node, _some(subject, judge), (subject,))

    def _filled(self, node: syntax.Filled, scope: Scope) -> Check:
        """`kosong` is not known where the document does not offer the column; the other states are always decided."""
        subject = self.value(node.subject, scope)
        column = self._column(node.subject, scope)

        def filled(s: Any, e: Env) -> bool:
            value = subject.get(s, e)
            return value is not None and value != () and not (isinstance(value, Nilai) and value.jenis == "kosong")

        def empty(s: Any, e: Env) -> bool | None:
            if filled(s, e):
                return False
            return True if column is None or column in _columns(s.dokumen) else None

        wanted = EMPTY if (node.state == EMPTY) != node.negated else FILLED
        trigger = state_trigger(subject, filled, wanted, scope)
        return _leaf(node, empty if node.state == EMPTY else filled, (subject,), trigger=trigger)

    def _column(self, node: syntax.Expression, scope: Scope) -> str | None:
        """The document column that offers what `node` names; None when absence always counts as empty."""
        if not isinstance(node, syntax.Path) or len(node.names) != 1:
            return None
        own = field_of(scope.current, node.names[0])
        return None if own is None or own.owner == DOKUMEN else own.column

    def _is_a(self, node: syntax.IsA, scope: Scope) -> Check:
        first = self.value(node.subject, scope)
        wanted = self._class_value(node.operand, first.tipe)
        if wanted is None:
            return self._binary(node, (node.subject, node.operand), scope, lambda a, b, s, e: is_same(a, b))
        return _leaf(
            node,
            _some(first, lambda value: value == wanted),
            (first,),
            quotes=_quotes_of(first),
            trigger=class_trigger(first, (wanted,), scope, negated=node.negated),
        )

    def _class_value(self, operand: syntax.Expression, given: Tipe) -> str | None:
        if isinstance(operand, syntax.Path) and len(operand.names) == 1 and operand.names[0] in member(given).kelas:
            return operand.names[0]
        return None

    def _is_in(self, node: syntax.IsIn, scope: Scope) -> Check:
        subject = self.value(node.subject, scope)
        if member(subject.tipe).kelas:
            classes = [self._class_value(operand, subject.tipe) for operand in node.operands]
            wanted = frozenset(value for value in classes if value is not None)
            if None not in classes:
                return _leaf(
                    node,
                    _some(subject, wanted.__contains__),
                    (subject,),
                    quotes=_quotes_of(subject),
                    trigger=class_trigger(subject, wanted, scope, negated=node.negated),
                )
        if member(subject.tipe) == TEKS:
            matchers = tuple(self._matcher(operand, scope) for operand in node.operands)
            test = _some(subject, lambda p: any(covers(matcher, p) for matcher in matchers))
            return _leaf(node, test, (subject,), quotes=_quotes_of(subject))
        others = tuple(self.value(operand, scope) for operand in node.operands)

        def among(s: Any, e: Env) -> bool | None:
            value = subject.get(s, e)
            return None if value is None else any_of(is_within(value, other.get(s, e)) for other in others)

        return _leaf(node, among, (subject, *others))

    def _ordinal(self, node: syntax.Ordinal, scope: Scope) -> Check:
        if node.degree in {"tinggi", "rendah"}:
            subject = self.value(node.subject, scope)
            ranks = {value: rank for rank, value in enumerate(member(subject.tipe).kelas)}
            sign = 1 if node.degree == "tinggi" else -1
            limit = self._class_value(node.other, subject.tipe)
            if limit is not None:
                test = _some(subject, lambda value: (ranks[value] - ranks[limit]) * sign > 0)
                return _leaf(node, test, (subject,), quotes=_quotes_of(subject))
            higher = lambda a, b, s, e: (ranks[a] - ranks[b]) * sign > 0  # noqa: E731
            return self._binary(node, (node.subject, node.other), scope, higher)
        direction = polarity(self.lists)
        wanted = -1 if node.degree == "buruk" else 1

        def judge(a: Any, b: Any, s: Any, e: Env) -> bool | None:
            item = _indicator(s) or _indicator(e.ini)
            order = better(a, b, None if item is None else direction(item))
            return None if order is None else order * wanted > 0

        return self._binary(node, (node.subject, node.other), scope, judge)

    def _between(self, node: syntax.Between, scope: Scope) -> Check:
        high = self.value(node.low if node.high is None else node.high, scope)

        def judge(a: Any, b: Any, s: Any, e: Env) -> bool | None:
            number, bottom, top = number_of(a), end_of(b, 0), end_of(high.get(s, e), 1)
            return None if number is None or bottom is None or top is None else bottom <= number <= top

        return self._binary(node, (node.subject, node.low), scope, judge)

    # ---- words

    def _matcher(self, operand: syntax.Expression, scope: Scope) -> Matcher:
        """What an operand of a text predicate finds: a list, a word class, a pattern, words as written."""
        match operand:
            case syntax.Text(value):
                return literal_matcher(value)
            case syntax.Path((name,)) if (source := word_source(name, scope)) is not None:
                return self._named_matcher(name, source)
        raise Fault("daftar-tak-dikenal", "", operand.at)

    def _named_matcher(self, name: str, source: str) -> Matcher:
        if source == "class":
            return class_matcher(name)
        if source == "list":
            return self.lists.matcher(name)
        return pattern_matcher(self._automaton(self.names.patterns[name].pattern))

    def _in_pattern(self, name: str) -> Matcher | syntax.Pattern:
        if name in self.names.patterns:
            return self.names.patterns[name].pattern
        return class_matcher(name) if name in WORD_CLASSES else self.lists.matcher(name)

    def _automaton(self, pattern: syntax.Pattern) -> Automaton:
        if pattern not in self._automata:
            self._automata[pattern] = compile_pattern(pattern, self._in_pattern)
        return self._automata[pattern]

    def _mask(self, outside: syntax.Outside, scope: Scope) -> Callable[[Potongan], frozenset[int]]:
        """A function that gives the words of a text that must not count."""
        automata = [self._automaton(part) for part in outside if isinstance(part, syntax.Pattern)]
        automata += [self._automaton(self.names.patterns[name].pattern) for name in _pattern_names(outside, self.names)]
        matchers = [
            self._matcher(part, scope)
            for part in outside
            if not isinstance(part, syntax.Pattern) and not _is_pattern(part, self.names)
        ]

        def masked(p: Potongan) -> frozenset[int]:
            words = {
                i for automaton in automata for match in automaton.find_all(p) for i in range(match.awal, match.akhir)
            }
            return frozenset(
                words.union(
                    *[range(start, end) for matcher in matchers for start, end in found(matcher, p, frozenset())]
                )
            )

        return _last_kept(masked)

    def _text_check(self, node: syntax.TextCheck, scope: Scope) -> Check:
        subject = self.value(node.subject, scope)
        mask = self._mask(node.outside, scope) if node.outside else _nothing_masked
        texts = tuple(self.value(operand, scope) for operand in node.operands if not self._finds_words(operand, scope))
        matchers = tuple(
            self._matcher(operand, scope) for operand in node.operands if self._finds_words(operand, scope)
        )
        place = PLACES[node.verb]

        def find(p: Potongan, s: Any, e: Env) -> Potongan | None:
            all_matchers = (
                (*matchers, *(literal_matcher(str(text)) for value in texts if (text := value.get(s, e)) is not None))
                if texts
                else matchers
            )
            if not any(matcher.keys is None or not matcher.keys.isdisjoint(p.teks.kunci) for matcher in all_matchers):
                return None
            return place(p, all_matchers, mask)

        return self._text_leaf(
            node,
            subject,
            find,
            () if texts else _any_word(matchers),
            scope,
        )

    def _finds_words(self, operand: syntax.Expression, scope: Scope) -> bool:
        match operand:
            case syntax.Text():
                return True
            case syntax.Path((name,)):
                return word_source(name, scope) is not None
        return False

    def _matches(self, node: syntax.Matches, scope: Scope) -> Check:
        subject = self.value(node.subject, scope)
        mask = self._mask(node.outside, scope) if node.outside else _nothing_masked
        pattern = (
            node.pattern
            if isinstance(node.pattern, syntax.Pattern)
            else syntax.Pattern((syntax.Sequence((syntax.Element(node.pattern),)),))
        )
        automaton = self._automaton(pattern)

        @_last_kept
        def run(p: Potongan) -> Any:
            unmasked = automaton.find(p)
            return unmasked if unmasked is None or not node.outside else automaton.find(p, mask(p))

        def find(p: Potongan, _s: Any, _e: Env) -> Potongan | None:
            match = run(p)
            return None if match is None else Potongan(p.teks, match.awal, match.akhir)

        def captures(s: Any, e: Env) -> Mapping[str, Potongan]:
            p = subject.get(s, e)
            match = run(p) if isinstance(p, Potongan) else None
            return {} if match is None else {name: Potongan(p.teks, *ends) for name, ends in match.captures.items()}

        check = self._text_leaf(node, subject, find, automaton.needed, scope)
        return check if node.negated else _with_captures(check, captures)

    def _text_leaf(
        self,
        node: Any,
        subject: Value,
        find: Callable[[Potongan, Any, Env], Potongan | None],
        ways: tuple[tuple[frozenset[str], ...], ...],
        scope: Scope,
    ) -> Check:
        """A predicate that finds words; `ways` are the words without which it finds nothing."""
        many = subject.tipe.isi is not None

        def test(s: Any, e: Env) -> bool | None:
            value = subject.get(s, e)
            if value is None:
                return None
            if many:
                return any_of(None if p is None else find(p, s, e) is not None for p in value)
            return find(value, s, e) is not None

        def quotes(s: Any, e: Env) -> tuple[Potongan, ...]:
            value = subject.get(s, e)
            texts = value if many else (value,)
            return tuple(match for p in texts or () if p is not None and (match := find(p, s, e)) is not None)

        trigger = None if node.negated else word_trigger(node.subject, ways, scope)
        return _leaf(node, test, (subject,), quotes=quotes, trigger=trigger)

    # ---- messages

    def template(self, node: syntax.Template, scope: Scope) -> Callable[[Any, Env], str]:
        """A function that fills a message in."""
        parts = [part if isinstance(part, str) else self.value(part, scope) for part in node.parts]
        if all(isinstance(part, str) for part in parts):
            always = "".join(map(str, parts))
            return lambda s, e: always
        return lambda s, e: "".join([part if isinstance(part, str) else written(part.get(s, e)) for part in parts])


def _of_subject(own: Field) -> Get:
    get: Callable[..., Any] = own.get
    return get if own.kept else lambda s, e: get(s)


def _through(get: Get, step: Callable[[Any], Any], *, many: bool, to_many: bool) -> Get:
    """One more field on a path. Through a set, members that are not known stay as None; sets of sets become one set."""
    if not many:

        def direct(s: Any, e: Env) -> Any:
            holder = get(s, e)
            return None if holder is None else step(holder)

        return direct

    def over(s: Any, e: Env) -> Any:
        holders = get(s, e)
        if holders is None:
            return None
        if not to_many:
            return tuple(None if holder is None else step(holder) for holder in holders)
        sets = [None if holder is None else step(holder) for holder in holders]
        known = [one for one in sets if one is not None]
        return tuple(one for members in known for one in members) if known or not sets else None

    return over


def _value_at(holder: Any, period: str) -> Nilai | None:
    if not isinstance(holder, PohonIndikator) or holder.seri is None:
        return None
    return holder.seri.nilai.get(period)


def _period(index: Any) -> str | None:
    return f"{index:.0f}" if isinstance(index, float) else index


def _counted(value: Any) -> float | None:
    """The number of a value, or of a period that is a year."""
    if isinstance(value, str):
        return float(value) if value.isdecimal() else None
    return number_of(value)


def _as_period(get: Get) -> Get:
    """`tahun - 1`: the period that many years away; not known for quarters and months."""
    return lambda s, e: None if (year := get(s, e)) is None else f"{year:.0f}"


def _indicator(s: Any) -> PohonIndikator | None:
    if isinstance(s, PohonTarget):
        return s.indikator
    return s if isinstance(s, PohonIndikator) else None


def _kept(node: syntax.Call, get: Get, scope: Scope) -> Get:
    """`get`, asked once for each subject, or once for each document, when nothing else decides its result."""
    roots = _roots(node, scope)
    if scope.current not in SUBJECTS or not roots or None in roots:
        return get
    name = show(node)

    def of_subject(s: Any, e: Env) -> Any:
        memory = s.ingatan
        if name in memory:
            return memory[name]
        value = memory[name] = get(s, e)
        return value

    def of_document(s: Any, e: Env) -> Any:
        memory = s.dokumen.ingatan
        if name in memory:
            return memory[name]
        value = memory[name] = get(s, e)
        return value

    return of_document if roots == {_DOCUMENT} and scope.current != DOKUMEN else of_subject


def _roots(node: syntax.Expression, scope: Scope) -> set[str | None]:
    """The fields of the subject at which the paths of an expression begin; None for what is no field of it."""
    match node:
        case syntax.Path((first, *_)):
            own = field_of(scope.current, first) is not None and first not in scope.extra and first != YEAR
            return {first if own else None}
        case syntax.Call(_, arguments):
            return set().union(*(_roots(argument, scope) for argument in arguments))
    return {None}


_DOCUMENT = "dokumen"


def _applied(call: Callable[[Any], Any], get: Get) -> Get:
    def apply(s: Any, e: Env) -> Any:
        value = get(s, e)
        return None if value is None else call(value)

    return apply


def _mapped(call: Callable[[Any], Any], get: Get) -> Get:
    def apply(s: Any, e: Env) -> Any:
        value = get(s, e)
        return None if value is None else tuple(None if one is None else call(one) for one in value)

    return apply


def _aggregated(call: Callable[..., Any], gets: tuple[Get, ...]) -> Get:
    def apply(s: Any, e: Env) -> Any:
        values = [get(s, e) for get in gets]
        return None if None in values else call(*values)

    return apply


def _marked(mark: Callable[[Potongan], Potongan] | None, get: Get, argument: Get) -> Get:
    """The words a function points at: those it names, else its own result."""
    if mark is None:
        return get

    def point(s: Any, e: Env) -> Any:
        value = argument(s, e)
        return mark(value) if isinstance(value, Potongan) else None

    return point


def _columns(document: PohonDokumen | None) -> frozenset[str]:
    return frozenset() if document is None else document.kolom


def _leaf(
    node: Any,
    test: Test,
    values: tuple[Value, ...] = (),
    quotes: Quotes | None = None,
    trigger: Trigger | None = None,
) -> Check:
    """A predicate; a negated one has no words to show, and can be true without any."""
    if getattr(node, "negated", False):
        return Check(negation(test), node, values=values, trigger=trigger)
    return Check(test, node, values=values, quotes=quotes, trigger=trigger)


def _needs(node: syntax.Quantified, own: Field | None, body: Check | None) -> Callable[[PohonDokumen], bool] | None:
    """What the members need, else, where one member would do, what is asked of each of them."""
    if own is not None and own.needs is not None:
        return own.needs
    return body.needs if body is not None and node.quantifier == "ada" else None


def _root(members: syntax.Path | syntax.Call) -> syntax.Expression:
    return syntax.Path(members.names[:1]) if isinstance(members, syntax.Path) else members


def _any_word(matchers: tuple[Matcher, ...]) -> tuple[tuple[frozenset[str], ...], ...]:
    """One way: a word that one of the matchers begins with; no way when one may begin with any word."""
    keys = [matcher.keys for matcher in matchers if matcher.keys is not None]
    return ((frozenset().union(*keys),),) if len(keys) == len(matchers) else ()


def _comparison(holds: Callable[[int, int], bool]) -> Callable[[Any, Any, Any, Env], bool | None]:
    return lambda a, b, s, e: None if (order := order_of(a, b)) is None else holds(order, 0)


def _with_captures(check: Check, captures: Callable[[Any, Env], Mapping[str, Potongan]]) -> Check:
    return replace(check, captures=captures)


def _all_of(node: syntax.AllOf, parts: tuple[Check, ...]) -> Check:
    tests = tuple(part.test for part in parts)

    def test(s: Any, e: Env) -> bool | None:
        unknown = False
        for one in tests:
            verdict = one(s, e)
            if verdict is False:
                return False
            unknown = unknown or verdict is None
        return None if unknown else True

    return Check(
        test,
        node,
        parts,
        trigger=all_trigger(part.trigger for part in parts),
        needs=next((part.needs for part in parts if part.needs is not None), None),
    )


def _any_of(node: syntax.AnyOf, parts: tuple[Check, ...]) -> Check:
    tests = tuple(part.test for part in parts)

    def test(s: Any, e: Env) -> bool | None:
        unknown = False
        for one in tests:
            verdict = one(s, e)
            if verdict:
                return True
            unknown = unknown or verdict is None
        return None if unknown else False

    return Check(test, node, parts, trigger=any_trigger([part.trigger for part in parts]))


def _has_members(members: Value) -> Test:
    get = members.get
    return lambda s, e: None if (them := get(s, e)) is None else bool(them)


def _some_member(members: Value, judge: Callable[[Any, Any, Env], bool | None]) -> Test:
    """Whether `judge` is true of some member; of an empty set it is of none."""
    get = members.get

    def test(s: Any, e: Env) -> bool | None:
        them = get(s, e)
        unknown = them is None
        for one in them or ():
            verdict = judge(s, one, e)
            if verdict:
                return True
            unknown = unknown or verdict is None
        return None if unknown else False

    return test


def _every_member(members: Value, judge: Callable[[Any, Any, Env], bool | None]) -> Test:
    """Whether there are members and `judge` is true of each."""
    get = members.get

    def test(s: Any, e: Env) -> bool | None:
        them = get(s, e)
        if not them:
            return None if them is None else False
        unknown = False
        for one in them:
            verdict = judge(s, one, e)
            if verdict is False:
                return False
            unknown = unknown or verdict is None
        return None if unknown else True

    return test


# ---- values


def _some(value: Value, holds: Callable[[Any], bool | None]) -> Test:
    """Whether a value, or some member of a set, meets `holds`."""
    get = value.get
    if value.tipe.isi is not None:
        return lambda s, e: (
            None if (them := get(s, e)) is None else any_of(None if one is None else holds(one) for one in them)
        )
    return lambda s, e: None if (it := get(s, e)) is None else holds(it)


def _on_one_pair(first: Get, second: Get, judge: Callable[[Any, Any, Any, Env], bool | None]) -> Test:
    def test(s: Any, e: Env) -> bool | None:
        a, b = first(s, e), second(s, e)
        return None if a is None or b is None else judge(a, b, s, e)

    return test


def _pairs(first: Value, second: Value) -> Callable[[Any, Env], Iterable[tuple[Any, Any]]]:
    """The pairs of values that a predicate compares; none when a set is empty or not known."""
    many = (first.tipe.isi is not None, second.tipe.isi is not None)

    def pairs(s: Any, e: Env) -> Iterable[tuple[Any, Any]]:
        ours, theirs = first.get(s, e), second.get(s, e)
        left = (ours or ()) if many[0] else (ours,)
        right = (theirs or ()) if many[1] else (theirs,)
        return ((a, b) for a in left for b in right)

    return pairs


def _quotes_of(value: Value) -> Quotes | None:
    """The words that decided a value: a text itself, or what a function marks."""
    get = value.marks or (value.get if member(value.tipe) == TEKS else None)
    if get is None:
        return None

    def quotes(s: Any, e: Env) -> tuple[Potongan, ...]:
        marked = get(s, e)
        return (marked,) if isinstance(marked, Potongan) else ()

    return quotes


# ---- words


def _last_kept(search: Callable[[Potongan], R]) -> Callable[[Potongan], R]:
    """`search`, which need not look twice when asked again of the same stretch: to test, to quote, to name its parts.

    Question and answer are kept as one value, so that threads cannot mix them.
    """
    kept: list[tuple[Potongan | None, Any]] = [(None, None)]

    def look(p: Potongan) -> R:
        asked, answer = kept[0]
        if asked is not p:
            answer = search(p)
            kept[0] = p, answer
        found: R = answer
        return found

    return look


def _nothing_masked(_p: Potongan) -> frozenset[int]:
    return frozenset()


def _is_pattern(part: syntax.Expression, names: Names) -> bool:
    return isinstance(part, syntax.Path) and part.names[0] in names.patterns


def _pattern_names(outside: syntax.Outside, names: Names) -> list[str]:
    return [part.names[0] for part in outside if isinstance(part, syntax.Path) and part.names[0] in names.patterns]
