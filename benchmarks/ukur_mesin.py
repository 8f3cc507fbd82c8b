"""Measures the engine: rows judged and reported a second, beside the peer that does the same with plain patterns.

    python benchmarks/ukur_mesin.py ROWS [--pembanding ../shared/kinerja/peers.py] [--aturan S01 S02 …] [--pekerja N]

ROWS is a JSONL file of 50,000 rows. The figure is marginal, from 10,000 rows to all, with the rows in memory: rules
and JSONL output, without reading, as the peer counts. Nothing here is needed to use the project.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from indikator_rules.evaluator import evaluate
from indikator_rules.importers import read_file
from indikator_rules.reporters.to_json import to_jsonl
from indikator_rules.ruleset import load_rules

if TYPE_CHECKING:
    from indikator_rules.ruleset import Ruleset

FEW = 10_000
FIRST_FIFTEEN = (
    "S01", "S02", "S03", "S09", "I01", "I02", "I03", "I13", "U01", "U02", "T01", "R01", "R02", "R07", "R10"
)  # fmt: skip


def seconds(rows: Path, rules: Ruleset, workers: int) -> float:
    """The seconds it takes to judge the rows of a file and to write every finding."""
    readings = read_file(rows)
    start = time.perf_counter()
    with Path(os.devnull).open("w", encoding="utf-8") as out:
        out.writelines(to_jsonl(evaluate(readings, rules, workers=workers)))
    return time.perf_counter() - start


def marginal(few: Path, many: Path, rules: Ruleset, workers: int) -> float:
    """Rows a second, from the few rows to the many."""
    count = sum(1 for _ in many.open(encoding="utf-8"))
    return (count - FEW) / (seconds(many, rules, workers) - seconds(few, rules, workers))


def peer_marginal(peers: Path, few: Path, many: Path, folder: Path) -> float:
    """Rows a second of `re_explained --k 4`: forty checks, findings with quotes written as JSONL."""
    told = []
    for rows in (few, many):
        command = [sys.executable, str(peers.resolve()), "re_explained", str(rows.resolve()), "--k", "4"]
        run = subprocess.run(  # noqa: S603 - the script that the caller named
            command,
            check=True,
            capture_output=True,
            text=True,
            cwd=peers.parent,
            env={**os.environ, "PEERS": str(folder)},
        )
        told.append(json.loads(run.stdout.splitlines()[-1]))
    return float((told[1]["rows"] - told[0]["rows"]) / (told[1]["eval_s"] - told[0]["eval_s"]))


def main() -> None:
    """Print the figures of the step-1 rules and of all rules, with one worker and with several."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", type=Path)
    parser.add_argument("--pembanding", type=Path)
    parser.add_argument("--aturan", nargs="*")
    parser.add_argument("--pekerja", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    gc.disable()  # as the command line does
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few = folder / "few.jsonl"
        with options.rows.open(encoding="utf-8") as lines:
            few.write_text("".join(islice(lines, FEW)), encoding="utf-8")
        peer = None if options.pembanding is None else peer_marginal(options.pembanding, few, options.rows, folder)
        if peer is not None:
            print(f"re_explained --k 4: {peer:,.0f} baris/detik")
        packs = [options.aturan] if options.aturan else [FIRST_FIFTEEN, ()]
        for codes in packs:
            rules = load_rules().select(codes)
            for workers in sorted({1, options.pekerja}):
                rate = marginal(few, options.rows, rules, workers)
                ratio = "" if peer is None else f" = {rate / peer:.2f} kali pembanding"
                print(f"{len(rules.rules)} aturan, {workers} pekerja: {rate:,.0f} baris/detik{ratio}")


if __name__ == "__main__":
    main()
