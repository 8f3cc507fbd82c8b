"""The list of all criteria with their rules, as rules/README.md shows it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from indikator_rules.finding import Severity
from indikator_rules.principles import criteria, principles
from indikator_rules.review.figures import figures, written_share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indikator_rules.principles import Yardstick
    from indikator_rules.review.figures import Figure
    from indikator_rules.ruleset import Rule, Ruleset

_FAMILIES = {
    "S": "Sasaran",
    "I": "Indikator",
    "U": "Satuan",
    "T": "Target",
    "R": "Hubungan antarsasaran",
}
_GUIDE = """\
# Kriteria dan aturannya

Berkas ini dibuat dengan `indikator aturan dokumen --indeks --ke rules/README.md`; jangan disunting.

- **Kelas** `mesin`: aturan memutuskan sendiri. `bantu`: aturan hanya bertanya, orang yang memutuskan. `manusia`: aturan
  menyebut apa yang harus dilihat orang.
- **Ukuran**: tepat / lengkap, lalu banyaknya baris berlabel. *Tepat* ialah bagian temuan yang benar; *lengkap* ialah
  bagian kesalahan yang ditemukan. Diukur dengan `indikator ukur`; yang keliru dinilai tampil dengan `--salah KODE`.
  `corpus/berlabel` ikut dalam paket ini; `dev.jsonl` berisi baris berlabel dari dokumen nyata, yang tidak disertakan.
- Halaman sebuah aturan beserta contohnya: `indikator jelaskan KODE`.
"""


def index(rules: Ruleset) -> Iterator[str]:
    """The Markdown page of all rules, one row each, by family, with the meanings of principles and LKE criteria."""
    yield _GUIDE
    for family, members in groupby(_in_order(rules), key=lambda rule: rule.code[0]):
        yield f"\n## {_FAMILIES.get(family, family)}\n\n"
        yield "| kode | aturan | kelas | dasar | prinsip | LKE | ukuran |\n|---|---|---|---|---|---|---|\n"
        yield from map(_row, members)
    yield from _meanings("Prinsip", principles())
    yield from _meanings("Kriteria LKE (PermenPANRB 88/2021)", criteria())


def _in_order(rules: Ruleset) -> list[Rule]:
    """The rules by family in the order of the cascade, then by code; families unknown here come last."""
    families = list(_FAMILIES)
    return sorted(
        rules.rules,
        key=lambda rule: (families.index(rule.code[0]) if rule.code[0] in families else len(families), rule.code),
    )


def _row(rule: Rule) -> str:
    measured = "; ".join(map(_measured, figures(rule.code))) or "belum terukur"
    cells = (
        rule.code,
        f"**{rule.name}**: {rule.title}",
        class_of(rule),
        rule.basis,
        rule.node.principle or "–",
        ", ".join(rule.node.lke) or "–",
        measured,
    )
    return f"| {' | '.join(cell.replace('|', '¦') for cell in cells)} |\n"


def class_of(rule: Rule) -> str:
    """Who decides: `mesin` the rule itself, `bantu` a person whom it asks, `manusia` a person from the start."""
    if all(section.question is not None for section in rule.sections):
        return "manusia"
    severities = {
        severity for section in rule.sections for branch in section.branches for severity in branch.severities.values()
    }
    return "bantu" if severities <= {Severity.TANYA} else "mesin"


def _measured(figure: Figure) -> str:
    return (
        f"{written_share(figure.precision)} / {written_share(figure.recall)} pada {figure.rows} baris ({figure.source})"
    )


def _meanings(title: str, yardsticks: tuple[Yardstick, ...]) -> Iterator[str]:
    yield f"\n## {title}\n\n"
    yield from (f"- `{yardstick.name}`: {yardstick.text}\n" for yardstick in yardsticks)
