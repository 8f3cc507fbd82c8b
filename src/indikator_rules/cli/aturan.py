"""`indikator aturan …` and `indikator jelaskan`: what rule authors and readers of reports need."""

from __future__ import annotations

import json
import re
import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from indikator_rules.cli.output import say, show_faults, write
from indikator_rules.errors import RuleError
from indikator_rules.examples import run_examples
from indikator_rules.finding import Severity
from indikator_rules.language.formatter import format_source
from indikator_rules.language.parser import parse
from indikator_rules.language.printer import show as show_source
from indikator_rules.review.figures import figures
from indikator_rules.ruleset import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from indikator_rules.examples import Outcome
    from indikator_rules.language import syntax
    from indikator_rules.ruleset import Rule, Ruleset

_WIDTH = 100


def daftar(folder: Path | None, *, profil: str | None, bentuk: str) -> int:
    """The exit code, after all rules have been listed."""
    rules = load_rules(folder, profil).rules
    if bentuk == "json":
        write([json.dumps([_entry(rule) for rule in rules], ensure_ascii=False, indent=1) + "\n"], None)
        return 0
    wide = max(len(rule.name) for rule in rules)
    write((f"{rule.code}  {rule.name:{wide}}  {rule.title}\n" for rule in rules), None)
    return 0


def cek(folder: Path | None) -> int:
    """The exit code, after the faults of the rule files have been shown: 2 when some rule cannot be used."""
    rules = load_rules(folder)
    show_faults(rules.findings)
    write([f"{len(rules.rules)} aturan dapat dipakai; {_faulty(rules)} kesalahan ditemukan.\n"], None)
    return 2 if _faulty(rules) else 0


def _faulty(rules: Ruleset) -> int:
    """How many faults keep a rule from being used."""
    return sum(finding.severity is Severity.GALAT for finding in rules.findings)


def uji(folder: Path | None, *, pilih: tuple[str, ...]) -> int:
    """The exit code, after every example has been run: 1 when one does not turn out as its rule says."""
    rules = load_rules(folder)
    show_faults(rules.findings)
    outcomes = list(run_examples(rules.select(pilih)))
    wrong = [outcome for outcome in outcomes if outcome.complaint is not None]
    write(map(_complaint, wrong), None)
    tried = {outcome.rule.code for outcome in outcomes}
    write([f"{len(outcomes)} contoh dari {len(tried)} aturan dijalankan; {len(wrong)} tidak sesuai.\n"], None)
    if _faulty(rules):
        return 2
    return 1 if wrong else 0


def _complaint(outcome: Outcome) -> str:
    rule, example = outcome.rule, outcome.example
    source = textwrap.indent(show_source(example).strip(), "    ")
    return f"{rule.file}: {rule.code} {rule.name}: {outcome.complaint}\n{source}\n"


def rapikan(folder: Path) -> int:
    """The exit code, after the rule files have been written canonically and those that changed have been named."""
    code = 0
    for file, source in _sources(folder):
        if parse(source).diagnostics:
            code = _leave(file)
        elif (text := format_source(source)) != source:
            file.write_text(text, encoding="utf-8", newline="\n")
            write([f"{file}\n"], None)
    return code


def cek_kerapian(folder: Path) -> int:
    """The exit code, after the rule files that are not written canonically have been named: 1 when there are some."""
    untidy = [f"{file}\n" for file, source in _sources(folder) if format_source(source) != source]
    write(untidy, None)
    return 1 if untidy else 0


def _leave(file: Path) -> int:
    say(f"{file}: ada kesalahan penulisan, jadi berkas ini dibiarkan; lihat `indikator aturan cek`.")
    return 2


def jelaskan(kode: str, *, folder: Path | None, profil: str | None) -> int:
    """The exit code, after the page of one rule has been shown."""
    rule = load_rules(folder, profil).rule(kode)
    write(_page(rule), None)
    if folder is None:
        write(_measured(rule.code), None)
    return 0


def _measured(code: str) -> Iterator[str]:
    """What is known of the accuracy of a shipped rule."""
    kept = figures(code)
    yield "\n"
    yield from _paragraph("Ukuran", "; ".join(figure.words for figure in kept) or "belum terukur")


def _entry(rule: Rule) -> dict[str, Any]:
    node = rule.node
    return {
        "code": rule.code,
        "name": rule.name,
        "title": rule.title,
        "basis": rule.basis,
        "aspect": node.aspect,
        "principle": node.principle,
        "lke": node.lke,
    }


def _sources(folder: Path) -> Iterator[tuple[Path, str]]:
    if not folder.exists():
        raise RuleError(f"{folder}: aturan tidak ditemukan. Periksa nama folder atau berkasnya.")
    for file in sorted(folder.rglob("*.aturan")) if folder.is_dir() else [folder]:
        yield file, file.read_text(encoding="utf-8-sig")


def _page(rule: Rule) -> Iterator[str]:
    """The page of a rule: what is wrong, why, what to do instead, on what basis, examples, and the rule itself."""
    node = rule.node
    yield f"{rule.code} {rule.name}\n{rule.title}\n\n"
    yield from _paragraph("Mengapa", node.reason)
    yield from _paragraph("Saran", re.sub(r"{[^}]*}", "…", show_source(node.suggestion).strip('"')))
    yield from _paragraph("Dasar", rule.basis)
    for label, reading in zip_longest(("Tafsir",), node.readings, fillvalue=""):
        yield from _paragraph(label, reading)
    yield from _paragraph("Aspek", node.aspect)
    yield from _paragraph("Prinsip", node.principle or "")
    yield from _paragraph("LKE", ", ".join(node.lke))
    yield from _examples("Contoh yang keliru", node, "buruk", "tanya")
    yield from _examples("Contoh yang baik", node, "baik")
    yield f"\nAturan selengkapnya ({rule.file})\n\n{textwrap.indent(rule.source.strip(), '  ')}\n"


def _paragraph(label: str, text: str) -> Iterator[str]:
    if text:
        yield textwrap.fill(text, _WIDTH, initial_indent=f"{label:10}", subsequent_indent=" " * 10) + "\n"


def _examples(title: str, node: syntax.RuleNode, *outcomes: str) -> Iterator[str]:
    chosen = [example for example in node.examples if example.outcome in outcomes]
    if chosen:
        yield f"\n{title}\n"
    for example in chosen:
        level = f"{example.level}: " if example.level else ""
        becomes = f" → {example.becomes}" if example.becomes else ""
        yield f"  {level}{show_source(example.value)}{becomes}\n"
