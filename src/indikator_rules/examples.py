"""The examples inside rules, run as documents: each becomes a small document that is judged like any other.

    "teks"                                  a statement, or the name of an indicator, as the rule's first kind says
    { pernyataan: … induk: { … } anak: [ … ] indikator: [ … ] }
    { nama: … satuan: … target: … sasaran: { … } }
    { teks: … indikator: { … } }            one written target
    { dokumen: { kolom: [ … ] tingkat: [ … ] } … }

`indikator-terdahulu`, `indikator-turunan`, `padanan`, `indikator-dokumen-lain` and `sasaran-instansi-lain` place other
indicators and nodes before, below or beside the subject; only the subject itself is judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from indikator_rules.evaluator import judge
from indikator_rules.finding import Status
from indikator_rules.language import syntax
from indikator_rules.language.types import DOKUMEN, INDIKATOR, SASARAN, TARGET, Tipe
from indikator_rules.language.vocabulary import KINDS
from indikator_rules.model.angka import write_angka
from indikator_rules.model.dokumen import Dokumen, Indikator, Sasaran
from indikator_rules.model.tingkat import Tingkat
from indikator_rules.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from indikator_rules.finding import Finding
    from indikator_rules.ruleset import Rule, Ruleset

_INSTANSI = "A"
_FILLER = "…"
_EXPECTED = {
    "buruk": {Status.TEMUAN, Status.PERLU_MANUSIA},
    "tanya": {Status.PERLU_MANUSIA},
    "keliru": {Status.TEMUAN, Status.PERLU_MANUSIA},
    "baik": {Status.LOLOS},
    "luput": {Status.LOLOS, Status.TIDAK_DAPAT_DINILAI},
    "ragu": {Status.TIDAK_DAPAT_DINILAI},
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule said of one of its examples; `complaint` is None when that was as expected."""

    rule: Rule
    example: syntax.Example
    status: Status
    finding: Finding | None
    complaint: str | None


def run_examples(rules: Ruleset) -> Iterator[Outcome]:
    """The outcome of every example of every rule, in order."""
    for rule in rules.rules:
        for example in rule.node.examples:
            yield run_example(rule, example, rules)


def run_example(rule: Rule, example: syntax.Example, rules: Ruleset) -> Outcome:
    """The outcome of one example."""
    readings, path = as_documents(rule, example)
    status, finding = judge(readings, rules, path, rule.code)
    return Outcome(rule, example, status, finding, _complaint(example, status, finding))


def _complaint(example: syntax.Example, status: Status, finding: Finding | None) -> str | None:
    if status not in _EXPECTED[example.outcome]:
        return f"diharapkan “{example.outcome}”, ternyata {status.value}"
    if finding is None:
        return None
    if example.marks is not None and _marked(finding) != example.marks:
        return f"diharapkan menandai “{example.marks}”, ternyata “{_marked(finding) or ''}”"
    if example.becomes is not None and finding.repair != example.becomes:
        return f"diharapkan menjadi “{example.becomes}”, ternyata “{finding.repair or ''}”"
    return None


def _marked(finding: Finding) -> str | None:
    if finding.text is None or finding.span is None:
        return finding.text
    return finding.text[slice(*finding.span)]


# ---- from an example to documents


def as_documents(rule: Rule, example: syntax.Example) -> tuple[tuple[Reading, ...], str]:
    """The documents an example stands for, the subject's first, and the path of the subject."""
    kind = rule.node.sections[0].kinds[0].name
    record = _record(example.value, KINDS[kind].tipe)
    if example.level is not None:
        record = {"tingkat": example.level.value, **record}
    if kind == "rhk":
        record.setdefault("tingkat", Tingkat.INDIVIDU.value)
    if kind == "tujuan" and len(rule.node.sections[0].kinds) == 1:
        record.setdefault("tingkat", Tingkat.TUJUAN.value)
    subject = _subject_type(record, KINDS[kind].tipe)
    nodes, path = _PLACES[subject.nama](record)
    about = record.get("dokumen", {})
    main = Reading(_document(about, (*nodes, *_fillers(about))))
    beside = [
        Reading(_document({**about, **other.get("dokumen", {})}, (_holding(other),)))
        for name in _BESIDE
        for other in record.get(name, ())
    ]
    others = [
        Reading(_document(about, (_node(other),), instansi=f"{_INSTANSI} {number}"))
        for number, other in enumerate(record.get("sasaran-instansi-lain", ()))
    ]
    return (main, *beside, *others), path


_BESIDE = ("padanan", "indikator-dokumen-lain")


def _record(value: syntax.Value, tipe: Tipe) -> dict[str, Any]:
    plain = _plain(value)
    if isinstance(plain, dict):
        return plain
    return {
        {SASARAN.nama: "pernyataan", INDIKATOR.nama: "nama", TARGET.nama: "teks", DOKUMEN.nama: "judul"}[
            tipe.nama
        ]: plain
    }


def _plain(value: syntax.Value) -> Any:
    match value:
        case syntax.Text(text) | syntax.Word(text):
            return text
        case syntax.Number(number, percent):
            return (
                f"{number:.0f}"
                if number.is_integer() and not percent
                else write_angka(number) + ("%" if percent else "")
            )
        case syntax.Array(items):
            return [_plain(item) for item in items]
        case syntax.Record(pairs):
            return {name: _plain(item) for name, item in pairs}


def _subject_type(record: Mapping[str, Any], tipe: Tipe) -> Tipe:
    """What a record describes: what only that kind has decides, else the rule's first kind."""
    if "teks" in record:
        return TARGET
    if "nama" in record or "target" in record:
        return INDIKATOR
    return SASARAN if "pernyataan" in record else tipe


def _of_statement(record: Mapping[str, Any]) -> tuple[tuple[Sasaran, ...], str]:
    return _under_parents(record, _node(record))


def _of_indicator(record: Mapping[str, Any]) -> tuple[tuple[Sasaran, ...], str]:
    holder = {name: record[name] for name in ("tingkat", "unit", "jabatan") if name in record}
    owner = {**holder, **record.get("sasaran", {})}
    node = _node(
        {**owner, "indikator": [record, *owner.get("indikator", [])], "anak": [*owner.get("anak", []), *_below(record)]}
    )
    nodes, path = _under_parents(owner, node)
    earlier = tuple(_holding(other) for other in record.get("indikator-terdahulu", ()))
    return (*earlier, *nodes), f"simpul[{len(earlier)}]{path.removeprefix('simpul[0]')}.indikator[0]"


def _holding(indicator: Mapping[str, Any]) -> Sasaran:
    return _node({**indicator.get("sasaran", {}), "indikator": [indicator]})


def _below(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"indikator": [{"nama": record.get("nama"), **item}]} for item in record.get("indikator-turunan", ())]


def _of_target(record: Mapping[str, Any]) -> tuple[tuple[Sasaran, ...], str]:
    holder = {"tingkat": record["tingkat"]} if "tingkat" in record else {}
    nodes, path = _of_indicator({**holder, **record.get("indikator", {}), "target": record["teks"]})
    return nodes, f"{path}.target"


def _of_document(record: Mapping[str, Any]) -> tuple[tuple[Sasaran, ...], str]:
    nodes = [_node(node) for node in record.get("sasaran", ())]
    return (*nodes, *(_node({"indikator": [item]}) for item in record.get("indikator", ()))), ""


_PLACES = {
    SASARAN.nama: _of_statement,
    INDIKATOR.nama: _of_indicator,
    TARGET.nama: _of_target,
    DOKUMEN.nama: _of_document,
}


def _under_parents(record: Mapping[str, Any], node: Sasaran) -> tuple[tuple[Sasaran, ...], str]:
    """The node below the parents its record names; further parents stand beside the first and are supported."""
    parents = record.get("induk") or []
    parents = parents if isinstance(parents, list) else [parents]
    path = "simpul[0]"
    if not parents:
        return (node,), path
    beside = [_node({"id": f"induk-{number}", **parent}) for number, parent in enumerate(parents[1:])]
    node = node.model_copy(update={"mendukung": (*node.mendukung, *(other.id or "" for other in beside))})
    first = _node(parents[0])
    top = first.model_copy(update={"anak": (node, *first.anak)})
    nodes, above = _under_parents(parents[0], top)
    return (*nodes, *beside), f"{above}.anak[0]"


def _node(record: Mapping[str, Any]) -> Sasaran:
    own = {
        name.replace("-", "_"): value
        for name, value in record.items()
        if name.replace("-", "_") in Sasaran.model_fields
    }
    own.pop("induk", None)
    own["indikator"] = tuple(_indicator(item) for item in record.get("indikator", ()))
    own["anak"] = tuple(_node(child) for child in record.get("anak", ()))
    return Sasaran(**own)


def _indicator(record: Mapping[str, Any]) -> Indikator:
    return Indikator(
        **{
            name.replace("-", "_"): value
            for name, value in record.items()
            if name.replace("-", "_") in Indikator.model_fields
        }
    )


def _document(about: Mapping[str, Any], nodes: tuple[Sasaran, ...], instansi: str = _INSTANSI) -> Dokumen:
    period = about.get("periode")
    return Dokumen(
        instansi=instansi,
        jenis_instansi=about.get("jenis-instansi", about.get("jenis")),
        jenis_dokumen=about.get("jenis-dokumen"),
        judul=about.get("judul"),
        tahun=about.get("tahun") or (f"{period['awal']}-{period['akhir']}" if period else None),
        perubahan=about.get("perubahan"),
        kolom=about.get("kolom"),
        simpul=nodes,
    )


def _fillers(about: Mapping[str, Any]) -> tuple[Sasaran, ...]:
    """Linked nodes of the levels that the example says its document holds."""
    levels = sorted((Tingkat(level) for level in about.get("tingkat", ())), key=lambda level: level.depth)
    chain: tuple[Sasaran, ...] = ()
    for level in reversed(levels):
        chain = (Sasaran(tingkat=level, pernyataan=f"{_FILLER} {level}", anak=chain),)
    return chain if len(levels) > 1 else ()
