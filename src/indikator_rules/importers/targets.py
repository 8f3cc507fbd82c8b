"""Targets of one indicator: units taken out of them, and what two tables say of them put together."""

from __future__ import annotations

from typing import Any

from indikator_rules.model.nilai import split_satuan

Values = dict[str, Any]


def take_unit(values: Values) -> bool:
    """Moves the unit inside `target` to an empty `satuan`, the target as written to `target_asli`; whether it did."""
    target = values.get("target")
    if not target or values.get("satuan"):
        return False
    texts = target if isinstance(target, dict) else {"": target}
    split = {period: split_satuan(text) for period, text in texts.items() if text}
    satuan = next((unit for _, unit in split.values() if unit), None)
    if satuan is None:
        return False
    bare = {period: value for period, (value, unit) in split.items() if unit and unit.lower() == satuan.lower()}
    values["satuan"] = satuan
    values["target_asli"] = {period: texts[period] for period in bare} if isinstance(target, dict) else target
    values["target"] = {**target, **bare} if isinstance(target, dict) else bare[""]
    return True


def join_targets(held: Values, values: Values) -> None:
    """Puts the periods of both together in `held`; what agrees is made equal in `values`, what differs stays different.

    A target without period agrees with one by periods when it is the target of one of them.
    """
    for name in ("target", "target_asli", "realisasi"):
        first, second = held.get(name), values.get(name)
        match first, second:
            case dict(), dict():
                agree = all(second.get(period) in {None, value} for period, value in first.items())
                held[name] = {**second, **first}
                values[name] = held[name] if agree else second
            case str(), dict() if first in second.values():
                held[name] = second
            case dict(), str() if second in first.values():
                values[name] = first
