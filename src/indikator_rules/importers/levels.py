"""The level of statements in a column that mixes levels, such as "Tujuan/Sasaran/Program" or "Program/Kegiatan"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from indikator_rules.importers.headings import opening_level
from indikator_rules.model.tingkat import Tingkat

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

_NATIONAL_CODE = re.compile(r"[\dxX]{1,2}\.(?:\d{2}|[xX]{1,2})(?:\.[\dxX]{1,4})+")
_CODE_LEVELS = {3: Tingkat.PROGRAM, 5: Tingkat.KEGIATAN, 6: Tingkat.SUBKEGIATAN}
_PLANNING = frozenset({Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUBKEGIATAN})


class Marks(NamedTuple):
    """What may show how deep a line stands: the kind of number before it, how far it is indented, type and colour."""

    number: str = ""
    indent: int = 0
    style: tuple[str, bool, bool] = ("", False, False)


@dataclass(frozen=True, slots=True)
class Line:
    """What one row of a mixed column shows of its level."""

    text: str
    code: str = ""
    measured: bool = True
    budgeted: bool = False
    marks: Marks | None = None


def levels_of(lines: list[Line], named: tuple[Tingkat, ...]) -> list[Tingkat | None]:
    """The level of every line, told by its opening word, national code, marks or budget; None where nothing tells.

    `named` are the levels that the heading names, from the highest down. Where marks come in as many kinds as there are
    levels, the first kind stands for the first level. Lines that open with no level word stand at the lowest of tujuan
    and strategis, if the heading names those. In a column of programmes and activities only the lowest carry money.
    """
    told = [_told(line) for line in lines]
    marked = _by_marks([line.marks for line in lines if line.marks], told, named)
    if marked:
        return [level or by_mark for level, by_mark in zip(told, marked, strict=True)]
    default = max((level for level in named if level not in _PLANNING), key=lambda level: level.depth, default=None)
    if default is not None:
        return [level or default for level in told]
    return [level or _by_budget(lines, told, at, named) for at, level in enumerate(told)]


def is_heading_line(lines: list[Line], levels: list[Tingkat | None], at: int) -> bool:
    """Whether line `at` only heads the programmes below it, as the name of an urusan does."""
    if lines[at].measured or _told(lines[at]) is not None:
        return False
    following = next((later for later in range(at + 1, len(lines)) if lines[later].measured), None)
    return following is not None and levels[following] is Tingkat.PROGRAM


def code_level(code: str) -> Tingkat | None:
    """The level of a national planning code by its number of parts: "1.02.02" is a programme; None for other codes."""
    return _CODE_LEVELS.get(len(code.split("."))) if _NATIONAL_CODE.fullmatch(code) else None


def _told(line: Line) -> Tingkat | None:
    opening = opening_level(line.text)
    return opening if opening in _PLANNING else code_level(line.code)


def _by_marks(
    marks: Sequence[Marks], told: Sequence[Tingkat | None], named: tuple[Tingkat, ...]
) -> list[Tingkat] | None:
    """The levels that numbers, indents, or type and colour tell, the first of these that tells them of all lines."""
    if not marks or len(marks) != len(told) or len(named) < 2:
        return None
    numbers, indents, styles = (list(kind) for kind in zip(*marks, strict=True))
    if all(numbers) and (levels := _graded(numbers, told, named)):
        return levels
    if levels := _graded(indents, told, named):
        return levels
    striped = len(named) == 2 and not any(above == below for above, below in pairwise(styles))
    return None if striped else _graded(styles, told, named)


def _graded(
    marks: Sequence[Hashable], told: Sequence[Tingkat | None], named: tuple[Tingkat, ...]
) -> list[Tingkat] | None:
    """The levels of lines with these marks, if there are as many marks as levels and none comes before a higher one."""
    ranks = {mark: rank for rank, mark in enumerate(dict.fromkeys(marks))}
    depths = [ranks[mark] for mark in marks]
    if len(ranks) != len(named) or any(below > above + 1 for above, below in pairwise(depths)):
        return None
    levels = [named[depth] for depth in depths]
    agree = all(level in {None, found} for level, found in zip(told, levels, strict=True))
    return levels if agree else None


def _by_budget(lines: list[Line], told: list[Tingkat | None], at: int, named: tuple[Tingkat, ...]) -> Tingkat | None:
    start = max((before for before in range(at) if told[before] is Tingkat.PROGRAM), default=0)
    end = next((after for after in range(at + 1, len(lines)) if told[after] is Tingkat.PROGRAM), len(lines))
    block = [
        line for line, level in zip(lines[start:end], told[start:end], strict=True) if level is None and line.measured
    ]
    if _mixes_budgets(block):
        return Tingkat.SUBKEGIATAN if lines[at].budgeted else Tingkat.KEGIATAN
    if len(named) == 1:
        return named[0]
    below = [level for level in named if level is not Tingkat.PROGRAM]
    unlabelled = [line for line, level in zip(lines, told, strict=True) if level is None and line.measured]
    return below[0] if len(below) == 1 and not _mixes_budgets(unlabelled) else None


def _mixes_budgets(lines: list[Line]) -> bool:
    return len({line.budgeted for line in lines}) > 1
