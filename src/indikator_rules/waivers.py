"""Waivers: findings that an official lets stand until a day, and waivers that nothing needs any more.

A waived finding is shown as such. When its day has passed, the finding is back; the day is given, never read here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from indikator_rules.finding import Finding, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from indikator_rules.location import Location
    from indikator_rules.model.dokumen import Pengecualian
    from indikator_rules.reading import Reading
    from indikator_rules.ruleset import Rule, Ruleset

UNUSED, EXPIRED = ("B13", "pengecualian-tak-terpakai"), ("B14", "pengecualian-berakhir")
"""Code and name of the notes about waivers."""
_ANSWERED = frozenset(Status) - {Status.TIDAK_DAPAT_DINILAI, Status.GAGAL}
_Key = tuple["Pengecualian", tuple["Location", ...]]


@dataclass(slots=True)
class Waivers:
    """The waivers of one document on the day `today`, and which of them were needed so far. Without a day none holds.

    `used` and `expired` are the numbers of those that a finding met: while they held, or after their day.
    """

    waivers: Sequence[Pengecualian]
    today: date | None
    used: set[int] = field(default_factory=set)
    expired: set[int] = field(default_factory=set)

    def waiver(self, finding: Finding, rule: Rule) -> dict[str, str] | None:
        """Who lets the finding stand, why and until when; None when no waiver that holds is meant for it."""
        if self.today is None or not self.waivers:
            return None
        meant = [number for number, waiver in enumerate(self.waivers) if _is_meant(waiver, finding, rule)]
        for number in meant:
            waiver = self.waivers[number]
            if _holds(waiver, self.today):
                self.used.add(number)
                return {"alasan": waiver.alasan, "pejabat": waiver.pejabat, "berlaku_sampai": waiver.berlaku_sampai}
        self.expired.update(meant)
        return None


def _is_meant(waiver: Pengecualian, finding: Finding, rule: Rule) -> bool:
    return (
        names_rule(waiver, rule)
        and waiver.simpul in (None, finding.node)
        and waiver.sidik in (None, finding.fingerprint)
        and (waiver.indikator is None or finding.indicator in (None, waiver.indikator))
    )


def names_rule(waiver: Pengecualian, rule: Rule) -> bool:
    """Whether the waiver is about `rule`, by its code, its name or a name it had before."""
    return waiver.aturan.casefold() in {label.casefold() for label in (rule.code, rule.name, *rule.node.aliases)}


def _holds(waiver: Pengecualian, today: date) -> bool:
    """Whether the waiver has not expired. One whose date cannot be read does not hold."""
    try:
        return date.fromisoformat(waiver.berlaku_sampai) >= today
    except ValueError:
        return False


def notes_on_waivers(
    parts: Iterable[tuple[Reading, Waivers]], rules: Ruleset, statuses: Mapping[str, Mapping[Status, int]]
) -> Iterator[Finding]:
    """A note for each waiver that no finding met though its rule had an answer, and for each that has expired.

    A waiver that several documents share, from a file beside them, is needed when one of them needs it; so is one that
    a row of a table gives to each of its indicators.
    """
    answered = [rule for rule in rules.rules if not _ANSWERED.isdisjoint(statuses.get(rule.code, {}))]
    used: set[_Key] = set()
    expired: set[_Key] = set()
    keys: dict[_Key, None] = {}
    for reading, waivers in parts:
        for number, waiver in enumerate(waivers.waivers if waivers.today else ()):
            key = waiver.model_copy(update={"indikator": None}), reading.locations.of(f"pengecualian[{number}]")
            keys[key] = None
            if number in waivers.used:
                used.add(key)
            if number in waivers.expired:
                expired.add(key)
    for key in keys:
        if key in used:
            continue
        if key in expired:
            yield _note(EXPIRED, key, f"berakhir {key[0].berlaku_sampai}, sehingga temuannya tampil kembali")
        elif any(names_rule(key[0], rule) for rule in answered):
            yield _note(UNUSED, key, "tidak diperlukan lagi karena temuannya tidak ada; pengecualian ini dapat dihapus")


def _note(kind: tuple[str, str], key: _Key, what: str) -> Finding:
    waiver, places = key
    code, name = kind
    about = "" if waiver.simpul is None else f" untuk simpul “{waiver.simpul}”"
    return Finding(
        code=code,
        name=name,
        severity=Severity.CATATAN,
        field="dokumen",
        message=f"Pengecualian aturan {waiver.aturan}{about} ({waiver.pejabat}) {what}.",
        places=places,
    )
