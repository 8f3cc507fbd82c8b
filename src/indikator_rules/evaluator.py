"""Documents × rules -> report. Every rule on every subject, always in the same order.

A rule that crashes is contained: it becomes a finding, the others go on. What cannot be known is said once a document.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from indikator_rules import links
from indikator_rules.errors import IndikatorError
from indikator_rules.fault import Fault, document_name, to_finding
from indikator_rules.finding import Assessment, Finding, Report, Severity, Share, Status
from indikator_rules.language.compiled import STEP_BUDGET, BudgetSpentError, Env
from indikator_rules.language.evidence import missing
from indikator_rules.language.types import DOKUMEN, INDIKATOR, SASARAN, TARGET
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.model.pohon import Kumpulan, PohonDokumen, PohonIndikator
from indikator_rules.obstacles import obstacle
from indikator_rules.plan import Plan, Plans
from indikator_rules.principles import criteria, judged_on, principles
from indikator_rules.processes import map_in_processes
from indikator_rules.reading import Reading
from indikator_rules.waivers import Waivers, notes_on_waivers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from indikator_rules.language.compiled import Check
    from indikator_rules.language.types import Tipe
    from indikator_rules.model.pohon import PohonSasaran
    from indikator_rules.model.tingkat import Tingkat
    from indikator_rules.ruleset import Branch, Rule, Ruleset, Section

_UNDECIDED = frozenset(
    {Status.TIDAK_BERLAKU, Status.TIDAK_DAPAT_DINILAI, Status.PERLU_MANUSIA, Status.GAGAL, Status.DIKECUALIKAN}
)
_NONE: frozenset[str] = frozenset()
_PASSED, _DOES_NOT_APPLY, _FOUND = Status.LOLOS, Status.TIDAK_BERLAKU, Status.TEMUAN
_ASKS = Severity.TANYA  # these are asked for at every section, and an enum answers slowly

CRASHED = "aturan-gagal"
"""The name of the finding that a crashed rule becomes."""


def evaluate(
    source: Dokumen | Reading | Iterable[Reading],
    rules: Ruleset,
    *,
    strict: bool = False,
    today: date | None = None,
    workers: int = 1,
) -> Report:
    """The report on one document, or on several judged as one set.

    `strict` lets a crash of a rule out instead of containing it. `today` decides which waivers still hold: without it,
    none does. With several `workers`, documents are judged side by side in processes of their own; the report is the
    same.
    """
    runs = _runs(source, rules, strict=strict, today=today)
    return _report(runs, map_in_processes(_Run.go, runs, workers), rules)


def review(
    source: Reading | Iterable[Reading], rules: Ruleset, *, today: date | None = None
) -> tuple[Report, tuple[Verdict, ...]]:
    """The report as of `evaluate`, and what every rule came to on each node and its indicators, node by node."""
    runs = _runs(source, rules, strict=False, today=today)
    judged = [run.go_apart() for run in runs]
    report = _report(runs, [outcome for outcome, _ in judged], rules)
    return report, tuple(verdict for _, verdicts in judged for verdict in verdicts)


def _runs(
    source: Dokumen | Reading | Iterable[Reading], rules: Ruleset, *, strict: bool, today: date | None
) -> list[_Run]:
    """One run for each document; the documents know each other."""
    readings = _readings(source)
    plans = Plans(rules)
    return [
        _Run(plans, reading, tree, document_name(tree, reading), strict, today)
        for reading, tree in zip(readings, _trees(readings), strict=True)
    ]


def _report(runs: Sequence[_Run], outcomes: Sequence[Outcome], rules: Ruleset) -> Report:
    readings, trees = [run.reading for run in runs], [run.tree for run in runs]
    statuses: dict[str, Counter[Status]] = {rule.code: Counter() for rule in rules.rules}
    for outcome in outcomes:
        for code, counts in outcome.statuses.items():
            statuses[code].update(counts)
    return Report(
        findings=tuple(
            finding
            for reading, outcome in zip(readings, outcomes, strict=True)
            for finding in (*reading.findings, *outcome.findings)
        )
        + tuple(notes_on_waivers(_with_waivers(readings, outcomes), rules, statuses)),
        assessments=tuple(assessment for outcome in outcomes for assessment in outcome.assessments),
        nodes=sum(len(tree.simpul) for tree in trees),
        indicators=sum(len(tree.indikator) for tree in trees),
        statuses={code: dict(counts) for code, counts in statuses.items()},
        shares=_shares(outcomes),
        pack=rules.pack,
        input_hash=_input_hash(readings),
        failed=any(outcome.failed for outcome in outcomes)
        or any(finding.severity is Severity.GALAT for finding in rules.findings),
    )


def judge(source: Reading | Iterable[Reading], rules: Ruleset, path: str, code: str) -> tuple[Status, Finding | None]:
    """What rule `code` says of the subject at `path` of the first document, all rules judging it together.

    Raises `IndikatorError` when there is no such place in the document.
    """
    readings = _readings(source)
    trees = _trees(readings)
    subject, tipe = find_subject(trees[0], path)
    name = document_name(trees[0], readings[0])
    run = _Run(Plans(rules), readings[0], trees[0], name, strict=True, today=None)
    said, _ = run.judge(subject, tipe, getattr(subject, "tingkat", None))
    found = [finding for finding in said if finding.code == code]
    if found:
        return (Status.PERLU_MANUSIA if found[0].severity is Severity.TANYA else Status.TEMUAN), found[0]
    blind = {section.rule.code for plan in run.asked for section, _ in plan.blind}
    return (Status.TIDAK_DAPAT_DINILAI if code in {*run.unknown, *blind} else Status.LOLOS), None


class Verdict(NamedTuple):
    """What became of a node by itself, or of one of its indicators together with its targets.

    `statuses` holds for each rule that speaks about it what the rule came to, all of it where there are several
    targets; `unknown` says what the rules lacked that could not judge. `items`: the verdicts on a node's indicators.
    """

    document: str
    node: PohonSasaran
    findings: tuple[Finding, ...]
    statuses: Mapping[str, frozenset[Status]]
    unknown: Mapping[str, str]
    items: tuple[Verdict, ...] = ()


def find_subject(tree: PohonDokumen, path: str) -> tuple[Any, Tipe]:
    """The subject at `path` (or the node with that id) and its type; the document for "". Raises `IndikatorError`."""
    if not path:
        return tree, DOKUMEN
    for node in tree.simpul:
        if path in (node.path, node.sasaran.id):
            return node, SASARAN
    for item in tree.indikator:
        if item.path == path:
            return item, INDIKATOR
        for cell in item.target:
            if cell.path == path:
                return cell, TARGET
    raise IndikatorError(
        f"“{path}” tidak ada dalam dokumen. Sebutkan id simpul, atau jalurnya seperti “simpul[0].indikator[0]”."
    )


def _readings(source: Dokumen | Reading | Iterable[Reading]) -> Sequence[Reading]:
    if isinstance(source, Dokumen):
        return (Reading(source),)
    return (source,) if isinstance(source, Reading) else tuple(source)


def _with_waivers(readings: Sequence[Reading], outcomes: Sequence[Outcome]) -> Iterator[tuple[Reading, Waivers]]:
    return ((reading, outcome.waivers) for reading, outcome in zip(readings, outcomes, strict=True))


def _trees(readings: Sequence[Reading]) -> list[PohonDokumen]:
    """The documents as trees that know each other, their nodes linked where nothing is in doubt."""
    trees = [PohonDokumen(reading.dokumen) for reading in readings]
    Kumpulan.join(tuple(trees))
    links.apply(links.find_links(trees))
    return trees


def _shares(outcomes: Sequence[Outcome]) -> dict[str, Share]:
    judged: Counter[str] = sum((outcome.judged for outcome in outcomes), Counter())
    faulty: Counter[str] = sum((outcome.faulty for outcome in outcomes), Counter())
    summed_up = (yardstick.name for yardstick in (*principles(), *criteria()) if yardstick.pada is not None)
    return {name: Share(judged[name] - faulty[name], judged[name]) for name in summed_up}


def _input_hash(readings: Sequence[Reading]) -> str:
    digest = hashlib.sha256()
    for reading in readings:
        digest.update(reading.dokumen.model_dump_json(exclude_none=True).encode())
    return digest.hexdigest()[:16]


# ---- one document


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was said of one document; `judged` and `faulty` count its nodes by principle and LKE criterion."""

    findings: tuple[Finding, ...]
    assessments: tuple[Assessment, ...]
    statuses: dict[str, Counter[Status]]
    judged: Counter[str]
    faulty: Counter[str]
    waivers: Waivers
    failed: bool


@dataclass(slots=True)
class _Run:
    plans: Plans
    reading: Reading
    tree: PohonDokumen
    name: str
    strict: bool
    today: date | None
    findings: list[Finding] = field(default_factory=list)
    known: dict[tuple[str, Tingkat | None], Plan] = field(default_factory=dict)
    asked: dict[Plan, int] = field(default_factory=dict)
    tally: dict[tuple[str, Status], int] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)
    questions: dict[tuple[str, str], str] = field(default_factory=dict)
    crashes: dict[str, str] = field(default_factory=dict)
    nodes: dict[tuple[frozenset[str], frozenset[str], frozenset[str]], int] = field(default_factory=dict)
    """How many nodes there are by what their statement was judged by, what their indicators were, what is faulty."""
    failed: bool = False
    part_of: _Run | None = None
    waivers: Waivers = field(init=False)

    def __post_init__(self) -> None:
        whole = self.part_of
        self.waivers = Waivers(self.reading.dokumen.pengecualian, self.today) if whole is None else whole.waivers

    def go(self) -> Outcome:
        """Judges the document, then node by node: the node, its indicators, their targets."""
        self.findings += self.judge(self.tree, DOKUMEN, None)[0]
        for node in self.tree.simpul:
            found, here = self.judge(node, SASARAN, node.tingkat)
            below = _NONE
            for item in node.indikator:
                of_item, judged_item = self.judge_item(item, node.tingkat)
                found += of_item
                below = below | judged_item if below else judged_item
            self.note_node(found, here, below)
        return self.outcome()

    def go_apart(self) -> tuple[Outcome, list[Verdict]]:
        """As `go`, with each node and each indicator judged in a run of its own, which tells what became of it."""
        self.findings += self.judge(self.tree, DOKUMEN, None)[0]
        verdicts = []
        for node in self.tree.simpul:
            of_node = self.apart()
            found, here = of_node.judge(node, SASARAN, node.tingkat)
            verdict, below = of_node.verdict(node, found), _NONE
            for item in node.indikator:
                of_item = self.apart()
                found_here, judged = of_item.judge_item(item, node.tingkat)
                verdict = verdict._replace(items=(*verdict.items, of_item.verdict(node, found_here)))
                found, below = [*found, *found_here], below | judged
            self.note_node(found, here, below)
            verdicts.append(verdict)
        return self.outcome(), verdicts

    def apart(self) -> _Run:
        """A run for one subject of this document, which knows the same waivers and tells a crash once."""
        return replace(self, part_of=self, findings=[], asked={}, tally={}, unknown={})

    def verdict(self, node: PohonSasaran, found: list[Finding]) -> Verdict:
        """What was found in the one subject of this run, and what each rule came to; the whole run learns of it."""
        if self.part_of is not None:
            self.part_of.absorb(self)
        self.note_blind()
        statuses = {code: frozenset(counts) for code, counts in self.statuses().items()}
        return Verdict(self.name, node, tuple(found), statuses, self.unknown)

    def absorb(self, part: _Run) -> None:
        """Adds what became of a part of this document."""
        for plan, times in part.asked.items():
            self.asked[plan] = self.asked.get(plan, 0) + times
        for key, times in part.tally.items():
            self.tally[key] = self.tally.get(key, 0) + times
        self.unknown = {**part.unknown, **self.unknown}
        self.failed = self.failed or part.failed

    def note_node(self, found: list[Finding], here: frozenset[str], below: frozenset[str]) -> None:
        """Notes what was found in a node and its indicators, and what they were judged by."""
        self.findings += found
        key = (here, below, _faulty(found) if found else _NONE)
        self.nodes[key] = self.nodes.get(key, 0) + 1

    def outcome(self) -> Outcome:
        """What was said of the document. Nothing can be judged after that."""
        self.note_blind()
        self.tree.forget()
        judged, faulty = self.shares()
        return Outcome(
            findings=tuple(self.findings),
            assessments=tuple(self.assessments()),
            statuses=self.statuses(),
            judged=judged,
            faulty=faulty,
            waivers=self.waivers,
            failed=self.failed,
        )

    def note_blind(self) -> None:
        """Notes why rules that saw nothing of what they speak about could not judge."""
        for plan in self.asked:
            for section, because in plan.blind:
                self.unknown.setdefault(section.rule.code, because)

    def judge_item(self, item: PohonIndikator, tingkat: Tingkat | None) -> tuple[list[Finding], frozenset[str]]:
        """What `judge` says of an indicator and its targets together."""
        found, judged = self.judge(item, INDIKATOR, tingkat)
        for cell in item.target:
            of_cell, judged_cell = self.judge(cell, TARGET, tingkat)
            found += of_cell
            judged = judged | judged_cell if judged_cell else judged
        return _without_yielding(found, self.plans) if len(found) > 1 else found, judged

    def judge(self, subject: Any, tipe: Tipe, tingkat: Tingkat | None) -> tuple[list[Finding], frozenset[str]]:
        """The findings of all rules on one subject, and the principles and criteria by which it was judged.

        Rules that give way to another that reports are silent.
        """
        here = (tipe.nama, tingkat)
        plan = self.known.get(here)
        if plan is None:
            plan = self.known[here] = self.plans.of(tipe, tingkat, self.tree)
        self.asked[plan] = self.asked.get(plan, 0) + 1
        found: list[Finding] = []
        telling = undecided = 0
        env = Env(subject)
        for number in plan.awake(subject):
            section = plan.sections[number]
            try:
                status = self.status(section, subject, env, found)
            except BudgetSpentError:
                status = self.crash(section.rule, subject, "melampaui batas langkah", found)
            except Exception as error:
                if self.strict:
                    raise
                status = self.crash(section.rule, subject, f"{type(error).__name__}: {error}", found)
            if status is not _PASSED:
                telling |= 1 << number
                key = (section.rule.code, status)
                self.tally[key] = self.tally.get(key, 0) + 1
                if status in _UNDECIDED:
                    undecided |= 1 << number
        plan.remember(subject, telling)
        judged = plan.judged_by(undecided)
        return _without_yielding(found, self.plans) if len(found) > 1 else found, judged

    def statuses(self) -> dict[str, Counter[Status]]:
        """How often each rule came to each status; what was not noted otherwise passed."""
        counts: dict[str, Counter[Status]] = {}
        for plan, times in self.asked.items():
            for code, sections in plan.codes.items():
                counts.setdefault(code, Counter())[Status.LOLOS] += sections * times
        tally = Counter(self.tally)
        for plan, times in self.asked.items():
            for section, _ in plan.blind:
                tally[section.rule.code, Status.TIDAK_DAPAT_DINILAI] += times
        for (code, status), times in tally.items():
            counts[code][Status.LOLOS] -= times
            counts[code][status] += times
        return {code: +count for code, count in counts.items()}

    def shares(self) -> tuple[Counter[str], Counter[str]]:
        """How many nodes were judged by each principle and criterion, and how many of them have a grave finding."""
        all_judged: Counter[str] = Counter()
        all_faulty: Counter[str] = Counter()
        for (here, below, faulty), times in self.nodes.items():
            on_either = here & judged_on("sasaran") | below & judged_on("indikator") | faulty
            all_judged.update(dict.fromkeys(on_either, times))
            all_faulty.update(dict.fromkeys(faulty, times))
        return all_judged, all_faulty

    def status(self, section: Section, subject: Any, env: Env, found: list[Finding]) -> Status:
        """What one section makes of a subject; what it finds is added to `found`."""
        env.steps = STEP_BUDGET
        if section.that is not None:
            applies = section.that.test(subject, env)
            if applies is None:
                return self.not_known(section.rule, missing(section.that, subject, env))
            if not applies:
                return _DOES_NOT_APPLY
        if section.question is not None:
            self.questions.setdefault((section.rule.code, subject.path), section.question(subject, env))
            return Status.PERLU_MANUSIA
        unknown = None
        for branch in section.branches:
            holds = branch.condition.test(subject, env)
            if holds and (status := self.found(section, branch, subject, env, found)) is not None:
                return status
            if holds is None and unknown is None and branch.decides:
                unknown = branch
        return _PASSED if unknown is None else self.unknown_branch(section, unknown, subject, env)

    def unknown_branch(self, section: Section, branch: Branch, subject: Any, env: Env) -> Status:
        """What is missing is looked for once a document."""
        if section.rule.code not in self.unknown:
            self.unknown[section.rule.code] = missing(branch.condition, subject, env)
        return Status.TIDAK_DAPAT_DINILAI

    def found(self, section: Section, branch: Branch, subject: Any, env: Env, found: list[Finding]) -> Status | None:
        """The status of a branch that holds; None when an exception of its own excuses it, so that the next is asked.

        An exception that is not known turns the finding into a question that names what would settle it.
        """
        excuse = _excuse(section.unless, subject, env)
        if excuse is True:
            return Status.TIDAK_BERLAKU
        own = _excuse(branch.unless, subject, env)
        if own is True:
            return None
        status, finding = self.report(Fault(section, branch, subject, env), excuse or own)
        found.append(finding)
        return status

    def not_known(self, rule: Rule, because: str) -> Status:
        self.unknown.setdefault(rule.code, because)
        return Status.TIDAK_DAPAT_DINILAI

    def crash(self, rule: Rule, subject: Any, what: str, found: list[Finding]) -> Status:
        """A crash becomes a finding the first time and is counted every time."""
        self.failed = True
        if rule.code not in self.crashes:
            self.crashes[rule.code] = what
            finding = Finding(
                code=rule.code,
                name=CRASHED,
                severity=Severity.CATATAN,
                field="aturan",
                message=f"Aturan {rule.code} ({rule.file}) gagal dijalankan: {what}. Aturan lain tetap dijalankan.",
                path=subject.path,
                document=self.name,
            )
            found.append(finding)
        return Status.GAGAL

    # ---- findings

    def report(self, fault: Fault, unsettled: str | None) -> tuple[Status, Finding]:
        """The finding for a fault, waived where the document says so. `unsettled`: what would settle an exception."""
        finding = to_finding(fault, self.reading.locations, self.name)
        if unsettled is not None:
            asked = f"{finding.message} Perlu dipastikan, karena {obstacle(unsettled)}."
            finding = finding._replace(severity=Severity.TANYA, message=asked)
        waiver = self.waivers.waiver(finding, fault.section.rule)
        if waiver is not None:
            return Status.DIKECUALIKAN, finding._replace(waiver=waiver)
        return (Status.PERLU_MANUSIA if finding.severity is _ASKS else _FOUND), finding

    def assessments(self) -> Iterator[Assessment]:
        """What could not be judged, was left to people, or crashed: by code."""
        for code in sorted(self.unknown):
            yield Assessment(code, Status.TIDAK_DAPAT_DINILAI, self.unknown[code])
        for (code, path), question in sorted(self.questions.items()):
            yield Assessment(code, Status.PERLU_MANUSIA, question, path)
        for code in sorted(self.crashes):
            yield Assessment(code, Status.GAGAL, self.crashes[code])


def _faulty(found: Iterable[Finding]) -> frozenset[str]:
    """The principles and criteria against which a grave finding speaks; a waived one does not."""
    grave = [finding for finding in found if finding.severity.grave and finding.waiver is None]
    return frozenset(name for finding in grave for name in (finding.principle, *finding.lke) if name is not None)


def _excuse(exceptions: tuple[Check, ...], subject: Any, env: Env) -> Literal[True] | str | None:
    """True when an exception holds; what would settle the first that is not known; None when none holds."""
    unsettled = None
    for exception in exceptions:
        verdict = exception.test(subject, env)
        if verdict:
            return True
        if verdict is None and unsettled is None:
            unsettled = missing(exception, subject, env)
    return unsettled


def _without_yielding(found: list[Finding], plans: Plans) -> list[Finding]:
    """`found` without the findings of rules that give way to another rule that found something in the same subject."""
    codes = {finding.code for finding in found}
    return [finding for finding in found if plans.yields_to(finding.code).isdisjoint(codes)]
