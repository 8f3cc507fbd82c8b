"""Measured figures as they are kept: rules/ukuran.yaml, by source and rule; only counts, never rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from indikator_rules.bundled import bundled
from indikator_rules.review.accuracy import ratio

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from indikator_rules.review.accuracy import Score


@dataclass(frozen=True, slots=True)
class Figure:
    """What was counted for one rule on the rows of one source."""

    source: str
    rows: int
    faults: int
    found: int
    wrong: int

    @property
    def precision(self) -> float | None:
        """The share of right findings; None when there was no finding."""
        return ratio(self.found, self.found + self.wrong)

    @property
    def recall(self) -> float | None:
        """The share of faults that were found; None when there was no fault."""
        return ratio(self.found, self.faults)

    @property
    def words(self) -> str:
        """The figure as a reader meets it, e.g. "pada 20 baris berlabel (dev.jsonl): tepat 1,00, lengkap 0,90"."""
        shares = f"tepat {written_share(self.precision)}, lengkap {written_share(self.recall)}"
        return f"pada {self.rows} baris berlabel ({self.source}): {shares}"


def written_share(share: float | None) -> str:
    """A share with two decimals as Indonesian writes it; a dash when there is none."""
    return "–" if share is None else f"{share:.2f}".replace(".", ",")


def figures(code: str) -> tuple[Figure, ...]:
    """The kept figures of one rule of the shipped pack, one for each source; none when it was not measured."""
    kept = _kept()
    return tuple(Figure(source, *_counts(of_source[code])) for source, of_source in kept.items() if code in of_source)


@cache
def _kept() -> dict[str, Any]:
    return _read(bundled("rules").joinpath("ukuran.yaml"))


def _counts(entry: dict[str, int]) -> tuple[int, ...]:
    return tuple(entry[name] for name in ("baris", "salah", "ditemukan", "keliru"))


def keep_figures(scores: Iterable[Score], source: str, file: Path) -> None:
    """Write the counts of `scores` into `file` in place of those it holds of the same source."""
    of_source = {
        score.code: {
            "baris": score.rows,
            "salah": score.faults,
            "ditemukan": score.found,
            "keliru": len(score.wrong),
        }
        for score in scores
        if score.faults or score.wrong
    }
    kept = {**_read(file), source: of_source}
    file.write_text(yaml.safe_dump(kept, allow_unicode=True, default_flow_style=None, width=120), encoding="utf-8")


def _read(file: Traversable) -> dict[str, Any]:
    return yaml.safe_load(file.read_text(encoding="utf-8")) or {} if file.is_file() else {}
