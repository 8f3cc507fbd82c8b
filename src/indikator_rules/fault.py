"""A fault: one branch of a rule that holds for one subject, and the finding that tells of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from indikator_rules.finding import Finding
from indikator_rules.language.evidence import Evidence, gather
from indikator_rules.language.matching import Potongan
from indikator_rules.model.pohon import PohonDokumen, PohonIndikator, PohonSasaran, PohonTarget, normalised

if TYPE_CHECKING:
    from indikator_rules.language.compiled import Env
    from indikator_rules.location import Location, Locations
    from indikator_rules.reading import Reading
    from indikator_rules.ruleset import Branch, Section

_ROW_FIELDS = {
    "pernyataan": "sasaran",
    "nama": "indikator",
    "teks": "target",
    "satuan-terbaca": "satuan",
    "judul": "dokumen",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What holds, and for which subject."""

    section: Section
    branch: Branch
    subject: Any
    env: Env


def to_finding(fault: Fault, locations: Locations, document: str) -> Finding:
    """The finding for a fault: the words that show it, the message filled in, its place, and what the rule says.

    `document` is what people call the document.
    """
    section, branch, subject, env = fault.section, fault.branch, fault.subject, fault.env
    rule, node, item = section.rule, _node_of(subject), _indicator_of(subject)
    evidence = gather(branch.condition, subject, env)
    primary = text_of(subject)
    env.bound, env.kutipan = evidence.bound, _quote(evidence, primary)
    on_primary = branch.field == section.kind.primary
    rows = locations.rows.get(subject.path if item is None else item.path, ())
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=branch.severity(getattr(subject, "tingkat", None)),
        field=_ROW_FIELDS.get(branch.field, branch.field.replace("-", "_")),
        message=branch.message(subject, env),
        path=subject.path,
        node=None if node is None else node.sasaran.id,
        row=rows[0] if rows else None,
        rows=rows,
        places=_places(subject, branch.field, locations),
        text=primary if on_primary else _written_at(branch, subject, env),
        span=_span(env.kutipan, primary) if on_primary else None,
        reason=rule.node.reason,
        suggestion=section.suggestion(subject, env),
        repair=_repaired(branch, subject, env, primary),
        basis=rule.basis,
        aspect=rule.node.aspect,
        principle=rule.node.principle,
        lke=rule.node.lke,
        fingerprint=_fingerprint(rule.code, primary, node),
        document=document,
        level=None if node is None or node.tingkat is None else node.tingkat.value,
        statement=None if node is None else node.sasaran.pernyataan,
        indicator=None if item is None else item.indikator.nama,
        title=rule.title,
    )


def _span(quote: Potongan | None, primary: str | None) -> tuple[int, int] | None:
    """Where the quoted words stand in the subject's own text."""
    return quote.span if quote is not None and quote.teks.isi == primary else None


def text_of(subject: Any) -> str | None:
    """The subject's own text; None for a document, or where it is missing."""
    match subject:
        case PohonSasaran():
            return subject.sasaran.pernyataan
        case PohonIndikator():
            return subject.indikator.nama
        case PohonTarget():
            return subject.teks
    return None


def _node_of(subject: Any) -> PohonSasaran | None:
    item = _indicator_of(subject)
    if item is not None:
        return item.sasaran
    return subject if isinstance(subject, PohonSasaran) else None


def _indicator_of(subject: Any) -> PohonIndikator | None:
    if isinstance(subject, PohonTarget):
        return subject.indikator
    return subject if isinstance(subject, PohonIndikator) else None


def _quote(evidence: Evidence, primary: str | None) -> Potongan | None:
    """The words to point at: the first in the subject's own text, else the first at all."""
    ours = [quote for quote in evidence.quotes if quote.teks.isi == primary]
    return next(iter(ours or evidence.quotes), None)


def _places(subject: Any, field: str, locations: Locations) -> tuple[Location, ...]:
    """Where the field stands; one that the document does not have is missed where its indicator or statement stands."""
    item, node = _indicator_of(subject), _node_of(subject)
    paths = (
        _field_path(subject, field),
        "" if item is None else f"{item.path}.nama",
        "" if node is None else f"{node.path}.pernyataan",
    )
    whole = locations.of("")
    return next((found for path in paths if path and (found := locations.of(path)) != whole), whole)


def _field_path(subject: Any, name: str) -> str:
    """The path of the field a finding points at."""
    if isinstance(subject, PohonTarget):
        return subject.path if name == "teks" else f"{subject.indikator.path}.{name.replace('-', '_')}"
    own = name.removesuffix("-terbaca").replace("-", "_")
    return f"{subject.path}.{own}" if subject.path else own


def _written_at(branch: Branch, subject: Any, env: Env) -> str | None:
    """What is written in the field that `pada` names, when it is a plain text."""
    item = _indicator_of(subject)
    holder = item.indikator if item is not None else getattr(subject, "sasaran", None)
    name = branch.field.removesuffix("-terbaca").replace("-", "_")
    text = (
        getattr(holder, "target_asli", None) or getattr(holder, "target", None)
        if name == "target"
        else getattr(holder, name, None)
    )
    if isinstance(text, dict):
        period = env.bound.get("tahun")
        text = (
            text.get(period)
            if period is not None
            else ", ".join(f"{when}: {what}" for when, what in text.items() if what)
        )
    return text if isinstance(text, str) else None


def _repaired(branch: Branch, subject: Any, env: Env, primary: str | None) -> str | None:
    """The text with the repair made; None when there is nothing to write."""
    if branch.repair is None:
        return None
    what, replacement = branch.repair
    old = what.get(subject, env)
    new = "" if replacement is None else replacement.get(subject, env)
    if old is None or new is None:
        return None
    if not isinstance(old, Potongan) or primary is None or old.teks.isi != primary:
        return str(new) if isinstance(old, Potongan) else None
    start, end = old.span
    inserted = _in_case_of(primary[start:end], str(new))
    return " ".join(f"{primary[:start]}{inserted}{primary[end:]}".split())


def _in_case_of(old: str, new: str) -> str:
    if old[:1].isupper() and new:
        return new.upper() if old.isupper() and len(old) > 1 else new[0].upper() + new[1:]
    return new


def _fingerprint(code: str, text: str | None, node: PohonSasaran | None) -> str:
    """What a finding is told by in the next draft: rule, text and parent's text, never its place.

    The parent is that of the document itself, whatever others it is judged beside.
    """
    parent = None if node is None else _own_parent(node)
    key = "\x1f".join((code, normalised(text or ""), normalised(parent or "")))
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _own_parent(node: PohonSasaran) -> str | None:
    """What the document calls the first parent of a node: its statement, or the name of one that stands elsewhere."""
    if node.induk and node.induk[0].dokumen is node.dokumen:
        return node.induk[0].sasaran.pernyataan
    named = (node.sasaran.induk,) if isinstance(node.sasaran.induk, str) else node.sasaran.induk or ()
    return next(iter((*named, *node.sasaran.mendukung)), None)


def document_name(tree: PohonDokumen, reading: Reading) -> str:
    """What people call the document: its instansi, else its title, else its file."""
    file = next((places[0].file for places in reading.locations.places.values() if places), "")
    return tree.dokumen.instansi or tree.sebutan or file
