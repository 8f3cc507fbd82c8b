"""Two drafts of one document: a cascade of the corpus, and what the edits of a pair make of it."""

import json
from copy import deepcopy
from pathlib import Path

import yaml

from indikator_rules.bundled import bundled
from indikator_rules.importers import read_file
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.reading import Reading

_ROW = ("instansi", "tingkat", "unit", "sasaran", "induk", "indikator", "satuan")


def pairs():
    """The pairs of `pasangan.yaml`, and the codes by which they are judged."""
    content = yaml.safe_load((Path(__file__).parent / "pasangan.yaml").read_text(encoding="utf-8"))
    return content["pasangan"], content["aturan"]


def drafts(pair, folder):
    """Both drafts as readings, each with the pair's own name of every node by its path."""
    text = bundled("corpus").joinpath("contoh", f"{pair['dari']}-keliru.yaml").read_text(encoding="utf-8")
    old = yaml.safe_load(text)
    _edit(old, pair.get("mula", []))
    new = deepcopy(old)
    _edit(new, pair["ubah"])
    return _reading(old, pair, folder / "lama.jsonl", "tetap"), _reading(
        new, pair, folder / "baru.jsonl", pair.get("id")
    )


# ---- from edited content to a reading


def _reading(content, pair, path, ids):
    names = {where: node["id"] for where, node in _walk(content["simpul"], "simpul")}
    if pair.get("bentuk") == "baris":
        path.write_text("\n".join(map(json.dumps, _rows(content))), encoding="utf-8")
        (reading,) = read_file(path)
        by_text = {(node["tingkat"], node["pernyataan"]): node["id"] for _, node in _walk(content["simpul"], "simpul")}
        return reading, {where: by_text[str(node.tingkat), node.pernyataan] for where, node in _nodes(reading.dokumen)}
    for number, (_, node) in enumerate(_walk(content["simpul"], "simpul")):
        if ids == "hilang":
            del node["id"]
        elif ids == "urut":
            node["id"] = f"{node['id'][0]}{number}"
    return Reading(Dokumen.model_validate(content)), names


def _walk(nodes, field):
    for number, node in enumerate(nodes):
        where = f"{field}[{number}]"
        yield where, node
        yield from _walk(node.get("anak", []), f"{where}.anak")


def _nodes(dokumen):
    def walk(nodes, field):
        for number, node in enumerate(nodes):
            yield f"{field}[{number}]", node
            yield from walk(node.anak, f"{field}[{number}].anak")

    return walk(dokumen.simpul, "simpul")


def _rows(content):
    def rows(node, above):
        about = {"instansi": content["instansi"], "tingkat": node["tingkat"], "unit": node.get("unit")}
        about |= {"sasaran": node["pernyataan"], "induk": above}
        for measure in node.get("indikator") or [{}]:
            target = measure.get("target") or {}
            targets = {f"target_{str(period).replace('-', '_')}": value for period, value in target.items()}
            yield {**about, "indikator": measure.get("nama"), "satuan": measure.get("satuan"), **targets}
        for child in node.get("anak", []):
            yield from rows(child, node["pernyataan"])

    return [row for node in content["simpul"] for row in rows(node, None)]


# ---- edits


def _edit(content, edits):
    for edit in edits:
        for kind, parts in edit.items():
            _EDITS[kind](content, parts)


def _siblings(content, name):
    """The list that holds the node called `name`, and its place there."""
    for nodes in (content["simpul"], *(node.setdefault("anak", []) for _, node in _walk(content["simpul"], "simpul"))):
        for number, node in enumerate(nodes):
            if node["id"] == name:
                return nodes, number
    raise KeyError(name)


def _node(content, name):
    nodes, number = _siblings(content, name)
    return nodes[number]


def _take(content, name):
    nodes, number = _siblings(content, name)
    return nodes.pop(number)


def _move(content, parts):
    node = _take(content, parts["simpul"])
    children = _node(content, parts["ke"])["anak"]
    children.insert(parts.get("nomor", len(children)), node)


def _change(content, parts):
    _node(content, parts["simpul"])["pernyataan"] = parts["pernyataan"]


def _change_measure(content, parts):
    measure = _node(content, parts["simpul"])["indikator"][parts["nomor"]]
    measure |= {name: value for name, value in parts.items() if name not in {"simpul", "nomor"}}


def _split(content, parts):
    nodes, number = _siblings(content, parts["simpul"])
    whole = nodes[number]
    nodes[number : number + 1] = [
        {
            **whole,
            **piece,
            "indikator": [deepcopy(whole["indikator"][at]) for at in piece["indikator"]],
            "anak": [child for child in whole.get("anak", []) if child["id"] in piece["anak"]],
        }
        for piece in parts["menjadi"]
    ]


def _split_measure(content, parts):
    measures = _node(content, parts["simpul"])["indikator"]
    whole = measures[parts["nomor"]]
    measures[parts["nomor"] : parts["nomor"] + 1] = [{**whole, **piece} for piece in parts["menjadi"]]


def _join(content, parts):
    first, *others = parts["simpul"]
    for name in others:
        other = _take(content, name)
        kept = _node(content, first)
        kept["indikator"] += other["indikator"]
        kept["anak"] = kept.get("anak", []) + other.get("anak", [])
    _node(content, first)["pernyataan"] = parts["pernyataan"]


def _move_measure(content, parts):
    measure = _node(content, parts["simpul"])["indikator"].pop(parts["nomor"])
    _node(content, parts["ke"])["indikator"].append(measure)


_EDITS = {
    "pindah": _move,
    "ganti": _change,
    "indikator": _change_measure,
    "pecah": _split,
    "pecah-indikator": _split_measure,
    "gabung": _join,
    "hapus": _take,
    "balik": lambda content, name: _node(content, name)["anak"].reverse(),
    "balik-indikator": lambda content, name: _node(content, name)["indikator"].reverse(),
    "tambah": lambda content, parts: _node(content, parts["ke"])["anak"].append(deepcopy(parts["simpul"])),
    "tambah-indikator": lambda content, parts: _node(content, parts["simpul"])["indikator"].append(
        deepcopy(parts["indikator"])
    ),
    "pindah-indikator": _move_measure,
}
