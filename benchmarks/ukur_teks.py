"""Measures the text analysis: roots, affixes and voice against UD, labels against the gold rows, speed.

    python benchmarks/ukur_teks.py [--ud DIR] [--gold FILE] [--salah gsd|csui|pud|pola]

The data sets are read where they are and are no part of the project; without them only the speed is measured.
"""

from __future__ import annotations

import argparse
import collections
import json
import random
import time
import zlib
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from indikator_rules.text import Teks, analyse, labels
from indikator_rules.text.morphology import analyse_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

CONTENT = {"NOUN", "VERB", "ADJ", "ADV"}
ACTIVE, PASSIVE = ("meN", "ber"), ("di", "ter", "ke")


class Token(NamedTuple):
    """A surface word of a UD file, clitics attached."""

    form: str
    lemma: str
    morf: str | None
    upos: str
    voice: str | None


def surface_tokens(path: Path) -> Iterator[Token]:
    """The content words of a CoNLL-U file; a multiword token counts as the content word in it."""
    for sentence in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in sentence.splitlines() if line and not line.startswith("#")]
        joined, inside = {}, set()
        for row in rows:
            if "-" in row[0]:
                first, last = map(int, row[0].split("-"))
                inside |= set(range(first, last + 1))
                joined[first] = (row[1], range(first, last + 1), row[9])
        words = {int(row[0]): row for row in rows if row[0].isdigit()}
        for number, row in words.items():
            if number in joined:
                form, members, misc = joined[number]
                parts = [words[n] for n in members if words[n][3] in CONTENT]
                if parts:
                    yield _token(form, parts[0], misc if "Morf=" in misc else parts[0][9])
            elif number not in inside and row[3] in CONTENT:
                yield _token(row[1], row, row[9])


def _token(form: str, row: list[str], misc: str) -> Token:
    morf = next((part.removeprefix("Morf=") for part in misc.split("|") if part.startswith("Morf=")), None)
    voice = next((part.removeprefix("Voice=") for part in row[5].split("|") if part.startswith("Voice=")), None)
    return Token(form.lower(), row[2].lower(), morf, row[3], voice)


def affixes(morf: str) -> tuple[str, str] | None:
    """Prefixes and suffix in a Morf field: "^meN+tunjuk<v>+kan_VSA$" gives ("meN", "kan")."""
    body = morf.strip("^$").split("_")[0]
    parts = body.split("+")
    root = next((i for i, part in enumerate(parts) if "<" in part), None)
    if root is None:
        return None
    suffix = [part for part in parts[root + 1 :] if part in {"kan", "an", "i"}]
    return "+".join(parts[:root]), "".join(suffix[:1])


def root_accuracy(tokens: Iterable[Token]) -> tuple[int, int, int, collections.Counter[tuple[str, str, str]]]:
    """Affixed words, right ones among them, all right ones, and the misses (form, lemma, our root)."""
    affixed = right = every = 0
    missed: collections.Counter[tuple[str, str, str]] = collections.Counter()
    for token in tokens:
        akar = analyse_form(token.form).akar
        every += akar == token.lemma
        if token.form != token.lemma:
            affixed += 1
            right += akar == token.lemma
            if akar != token.lemma:
                missed[token.form, token.lemma, akar] += 1
    return affixed, right, every, missed


def pattern_accuracy(tokens: Iterable[Token]) -> tuple[int, int, collections.Counter[tuple[str, str, str]]]:
    """Affixed words with a Morf field, right patterns among them, and the misses."""
    total = right = 0
    missed: collections.Counter[tuple[str, str, str]] = collections.Counter()
    for token in tokens:
        gold = affixes(token.morf) if token.morf else None
        if gold is None or gold == ("", ""):
            continue
        bentuk = analyse_form(token.form)
        said = (bentuk.awalan, bentuk.akhiran)
        total += 1
        right += said == gold
        if said != gold:
            missed[token.form, "…".join(gold), "…".join(said)] += 1
    return total, right, missed


def voice_accuracy(tokens: Iterable[Token]) -> tuple[int, int]:
    """Affixed verbs with a voice, and those whose outer prefix tells the same voice."""
    total = right = 0
    for token in tokens:
        if token.upos != "VERB" or token.voice not in {"Act", "Pass"} or token.form == token.lemma:
            continue
        outer = analyse_form(token.form).awalan.split("+")[0]
        said = "Act" if outer in ACTIVE else "Pass" if outer in PASSIVE else None
        if said is not None:
            total += 1
            right += said == token.voice
    return total, right


def label_accuracy(gold: Path) -> dict[str, dict[str, str]]:
    """Accuracy of each label on both halves of the gold, split by source; equal texts at one level count once."""
    pairs: dict[tuple[str, int, str, str], bool] = {}
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        truth = row.get("label") or {}
        if not truth or truth.get("rusak"):
            continue
        half = zlib.crc32(row["src"].encode()) % 2
        for key, said in labels(row["sasaran"], row["indikator"]).items():
            if truth[key] is not None:
                text = row["sasaran" if key.startswith("s_") else "indikator"]
                pairs[key, half, row["level"], text] = said == truth[key]
    table: dict[str, dict[str, str]] = collections.defaultdict(dict)
    for key, name, halves in (
        (k, n, h)
        for k in ("s_bentuk", "s_jenis", "i_ukur", "i_arah", "i_jenis")
        for n, h in (("dikembangkan", {0}), ("diperiksa", {1}), ("semua", {0, 1}))
    ):
        right = [ok for (k, half, *_), ok in pairs.items() if k == key and half in halves]
        table[key][name] = f"{sum(right) / len(right):.3f} ({len(right)})"
    return table


FIELDS = tuple(name for name, value in vars(Teks).items() if type(value).__name__ in {"Lazy", "property"})


def speed(gold: Path) -> str:
    """Cost of a text in microseconds: bare slim tokenizer, words with keys, and every field computed."""
    from indikator_rules.text.slim import slim_tokenizer  # noqa: PLC0415 - only this measurement needs spaCy itself

    chance = random.Random(1)  # noqa: S311 - the same made-up texts in every run
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    written = [row[key] for row in rows for key in ("sasaran", "indikator") if row[key]]
    words = [word for text in written for word in text.split()]
    heads = [" ".join(text.split()[:2]) for text in written]
    texts = list(
        {f"{chance.choice(heads)} {' '.join(chance.choices(words, k=chance.randint(5, 9)))}" for _ in range(21_000)}
    )[:20_000]
    tokenizer = slim_tokenizer()
    bare = _least(tokenizer, texts)
    keys = _least(lambda text: analyse(text).kunci, texts)
    every_field = attrgetter(*FIELDS)
    full = _least(lambda text: every_field(analyse(text)), texts)
    each = 1e6 / len(texts)
    costs = f"{bare * each:.1f} µs tokenizer saja, {keys * each:.1f} kata dan kunci, {full * each:.1f} lengkap"
    return f"{costs}: {bare / full:.2f} kali"


def _least(work: Callable[[str], object], texts: list[str]) -> float:
    """The seconds that the quickest of four rounds over all texts takes; nothing is kept."""

    def once() -> float:
        start = time.process_time()
        for text in texts:
            work(text)
        return time.process_time() - start

    return min(once() for _ in range(4))


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ud", type=Path, default=Path("../shared/ud"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold/dev.jsonl"))
    parser.add_argument("--salah", choices=["gsd", "csui", "pud", "pola"])
    options = parser.parse_args()
    for name in ("gsd", "csui", "pud"):
        path = options.ud / f"id_{name}-ud-test.conllu"
        if path.exists():
            tokens = list(surface_tokens(path))
            affixed, right, every, missed = root_accuracy(tokens)
            verbs, voiced = voice_accuracy(tokens)
            print(
                f"{name}: akar pada kata berimbuhan {right / affixed:.3f} ({affixed}), "
                f"pada semua {every / len(tokens):.3f} ({len(tokens)}); diatesis {voiced / verbs:.3f} ({verbs})"
            )
            if options.salah == name:
                print(
                    *(f"  {n:4} {form} {lemma} {said}" for (form, lemma, said), n in missed.most_common(150)), sep="\n"
                )
            if name == "gsd":
                total, good, wrong = pattern_accuracy(tokens)
                print(f"gsd: pola imbuhan {good / total:.3f} ({total})")
                if options.salah == "pola":
                    print(
                        *(f"  {n:4} {form} {gold} {said}" for (form, gold, said), n in wrong.most_common(100)), sep="\n"
                    )
    if options.gold.exists():
        for key, halves in label_accuracy(options.gold).items():
            print(key, halves)
        print(speed(options.gold))


if __name__ == "__main__":
    main()
