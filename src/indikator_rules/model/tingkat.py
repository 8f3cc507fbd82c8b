"""The six levels of a cascade, highest first."""

from __future__ import annotations

from enum import StrEnum


class Tingkat(StrEnum):
    """A level of the cascade. Order is that of definition: `TUJUAN` stands highest, `INDIVIDU` lowest."""

    TUJUAN = "tujuan"
    STRATEGIS = "strategis"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "subkegiatan"
    INDIVIDU = "individu"

    __hash__ = str.__hash__  # levels are looked up all the time, and that of an enum is worked out anew each time

    @property
    def depth(self) -> int:
        """0 for `TUJUAN`, 5 for `INDIVIDU`."""
        return _DEPTHS[self]


_DEPTHS = {tingkat: depth for depth, tingkat in enumerate(Tingkat)}


def levels_between(first: Tingkat, last: Tingkat) -> tuple[Tingkat, ...]:
    """The levels from `first` down to `last`, both included; empty when `last` stands above `first`."""
    return tuple(tingkat for tingkat in Tingkat if first.depth <= tingkat.depth <= last.depth)
