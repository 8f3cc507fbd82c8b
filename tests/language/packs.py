"""Rules, documents and subjects as tests write them: a few lines of text each."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from indikator_rules.evaluator import evaluate, find_subject
from indikator_rules.istilah import Istilah
from indikator_rules.language import syntax
from indikator_rules.language.checker import check_item, check_pack
from indikator_rules.language.compiled import Env
from indikator_rules.language.compiler import Compiler
from indikator_rules.language.lists import Lists
from indikator_rules.language.parser import parse
from indikator_rules.language.scope import Names, Scope
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.model.pohon import PohonDokumen
from indikator_rules.ruleset import load_rules

# ---- rules

EXAMPLES = 'contoh buruk "a"\n  contoh baik "b"'


def rule(body, about="rumusan", code="X01", *, yields="", suggestion="Perbaiki.", more="", examples=EXAMPLES):
    """The text of a rule: its branches as `body`, all other clauses filled in."""
    return f"""
aturan {code} uji-{code.lower()} "Judul {code}"
  untuk {about}
  {body}
  {yields}
  alasan "Sebab."
  saran "{suggestion}"
  dasar "Dasar"
  aspek spesifik
  {more}
  {examples}
"""


def when(condition, severity="galat", message="Pesan.", **parts):
    """The text of a rule with one branch."""
    return rule(f'bila {condition}\n  {severity} "{message}"', **parts)


def pack(*files, lists=None, profile=None):
    """The rules in a folder with these files, and word lists of its own: name -> words, or a table."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for number, text in enumerate(files):
            (folder / f"{number}.aturan").write_text(text, encoding="utf-8")
        (folder / "istilah").mkdir()
        for nama, words in (lists or {}).items():
            content = {"arti": "uji", "nilai" if isinstance(words, dict) else "entri": words}
            (folder / "istilah" / f"{nama}.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
        return load_rules(folder, profile)


def faults(source, lists=()):
    """The names of everything the checker says of a rule file."""
    items = _items(source)
    names = _names(items, {name: istilah(name, []) for name in lists})
    alone = [diagnostic for item in items for diagnostic in check_item(item, names)]
    return [diagnostic.name for diagnostic in (*alone, *(found for _, found in check_pack(items)))]


def istilah(nama, words):
    """A word list; a mapping is a table."""
    if isinstance(words, dict):
        return Istilah(nama, "uji", "uji", nilai=words)
    return Istilah(nama, "uji", "uji", entri=tuple(words))


def _items(source):
    parsed = parse(source)
    assert parsed.diagnostics == (), parsed.diagnostics
    return parsed.file.items


def _names(items, lists):
    return Names(
        lists=lists,
        patterns={item.name: item for item in items if isinstance(item, syntax.NamedPattern)},
        definitions={item.name: item for item in items if isinstance(item, syntax.Definition)},
        parameters={item.name: item for item in items if isinstance(item, syntax.Parameter)},
    )


# ---- documents and subjects


def document(text):
    """The document that YAML text describes."""
    return Dokumen.model_validate(yaml.safe_load(text))


def subject(text, path):
    """What stands at `path` of a document, with its type."""
    return find_subject(PohonDokumen(document(text)), path)


def statement(text, about=""):
    """The node that YAML text describes, alone in its document."""
    content = {**(yaml.safe_load(about) or {}), "simpul": [yaml.safe_load(text)]}
    return find_subject(PohonDokumen(Dokumen.model_validate(content)), "simpul[0]")


def indicator(text, node="tingkat: program", about=""):
    """The indicator that YAML text describes, alone below one node."""
    holder = {**yaml.safe_load(node), "indikator": [yaml.safe_load(text)]}
    content = {**(yaml.safe_load(about) or {}), "simpul": [holder]}
    return find_subject(PohonDokumen(Dokumen.model_validate(content)), "simpul[0].indikator[0]")


def target(text, indikator="nama: Jumlah kasus"):
    """The one written target of an indicator."""
    item, _ = indicator(f"{{{indikator}, target: '{text}'}}")
    return find_subject(item.dokumen, f"{item.path}.target")


# ---- what is said


def compiled(condition, about, lists=None, shared=""):
    """A condition about subjects of one type, compiled."""
    kind = {"sasaran": "rumusan", "sel target": "target"}.get(about.nama, about.nama)
    items = _items(shared + when(condition, about=kind))
    names = _names(items, {name: istilah(name, words) for name, words in (lists or {}).items()})
    *_, node = items
    said = [found for item in items for found in check_item(item, names) if not found.warning]
    assert said == [], said
    scope = Scope(names, about, about)
    return Compiler(names, Lists(names.lists)).check(node.sections[0].branches[0].condition, scope)


def verdict(condition, about, lists=None, shared=""):
    """Whether a condition holds of a subject: True, False or None."""
    it, tipe = about
    return compiled(condition, tipe, lists, shared).test(it, Env(it))


def said(message, about, lists=None):
    """A message about a subject, filled in."""
    it, tipe = about
    kind = {"sasaran": "rumusan", "sel target": "target"}.get(tipe.nama, tipe.nama)
    items = _items(when("dokumen berkolom nama" if kind != "dokumen" else "judul terisi", message=message, about=kind))
    names = _names(items, {name: istilah(name, words) for name, words in (lists or {}).items()})
    problems = [diagnostic for item in items for diagnostic in check_item(item, names)]
    assert problems == [], problems
    template = items[0].sections[0].branches[0].message
    return Compiler(names, Lists(names.lists)).template(template, Scope(names, tipe, tipe))(it, Env(it))


def findings(rules, text):
    """What rules find in a document."""
    return evaluate(document(text), rules, strict=True).findings


def messages(rules, text):
    """The messages of what rules find in a document."""
    return [finding.message for finding in findings(rules, text)]
