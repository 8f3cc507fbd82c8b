"""Takes an Indonesian word form apart: root, affix pattern, clitic, reduplication and word class.

Candidates are made by undoing affixes (with the sound changes of meN- and peN-), and judged by the root list: a known
root beats an unknown one, fewer morphemes beat more. Forms that the rules would misread stand in `bahasa/bentuk-khusus`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from indikator_rules.istilah import bundled_istilah
from indikator_rules.text.kata import Bentuk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from indikator_rules.text.kata import Kelas

CLITICS = ("nya", "ku", "mu", "lah", "kah", "pun")
SUFFIXES = {"": "", "kan": "kan", "an": "an", "i": "i"}
VOWELS = frozenset("aeiou")

# Surface beginnings of each prefix with what the root may have lost: "meny" + "usun" = meN + (s)usun.
_NASAL = (
    ("ng", ("", "k")),
    ("ny", ("s", "c")),
    ("m", ("", "p")),
    ("n", ("", "t")),
    ("nge", ("",)),
    ("", ("",)),
)
_PREFIXES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    *(("meN", "me" + nasal, lost) for nasal, lost in _NASAL),
    *(("peN", "pe" + nasal, lost) for nasal, lost in _NASAL),
    ("di", "di", ("",)),
    ("ter", "ter", ("", "r")),
    ("ter", "te", ("",)),
    ("ber", "ber", ("", "r")),
    ("ber", "be", ("",)),
    ("ber", "bel", ("",)),
    ("per", "per", ("", "r")),
    ("per", "pel", ("",)),
    ("ke", "ke", ("",)),
    ("se", "se", ("",)),
)
_INNER = {
    "meN": frozenset({"per", "ber", "ke", "ter", "se"}),
    "di": frozenset({"per", "ber", "ke", "ter", "se"}),
    "ter": frozenset({"per", "ber", "ke", "se"}),
    "ke": frozenset({"ber", "ter", "peN", "per", "se"}),
    "peN": frozenset({"ber", "per", "ke", "se", "ter"}),
    "ber": frozenset({"ke", "peN", "per", "se"}),
    "per": frozenset({"ke", "ber", "ter"}),
    "se": frozenset({"per", "ke", "ber", "peN", "ter"}),
}
_SUFFIXES_OF = {
    "": frozenset({"", "kan", "an", "i"}),
    "meN": frozenset({"", "kan", "i"}),
    "di": frozenset({"", "kan", "i"}),
    "ter": frozenset({"", "kan", "i"}),
    "ber": frozenset({"", "kan", "an"}),
    "peN": frozenset({"", "an"}),
    "per": frozenset({"", "an", "kan", "i"}),
    "ke": frozenset({"", "an"}),
    "se": frozenset({"", "an"}),
}


class _Reading(NamedTuple):
    akar: str
    awalan: tuple[str, ...] = ()
    akhiran: str = ""
    klitik: str = ""


@lru_cache(maxsize=200_000)
def analyse_form(form: str) -> Bentuk:
    """The analysis of one word form, whatever its case. Total: a word nobody knows comes back as its own root."""
    rendah = form.lower()
    if not any(letter.isalpha() for letter in rendah):
        return _symbol(rendah)
    if (kelas := function_words().get(rendah)) is not None:
        return _bentuk(rendah, _Reading(rendah), kelas)
    if (listed := special_forms().get(rendah)) is not None:
        return _bentuk(rendah, listed)
    if "-" in rendah and (ulang := _reduplicated(rendah)) is not None:
        return ulang
    return _bentuk(rendah, _best(rendah))


def _symbol(rendah: str) -> Bentuk:
    kelas: Kelas = "numeralia" if any(character.isdigit() for character in rendah) else "tanda"
    classes = {"#angka"} if kelas == "numeralia" else {"#tanda"}
    if len(rendah) == 4 and rendah.isdigit() and "1945" <= rendah <= "2100":  # noqa: PLR2004 - a year has four digits
        classes.add("#tahun")
    names = frozenset({rendah})
    return Bentuk(rendah, rendah, kelas=kelas, sebutan=names, kunci=names | classes)


def _bentuk(rendah: str, reading: _Reading, kelas: Kelas | None = None, *, ulang: bool = False) -> Bentuk:
    awalan = "+".join(reading.awalan)
    found = kelas or _word_class(reading)
    bare = rendah.removesuffix(reading.klitik) if reading.klitik else rendah
    names = frozenset({rendah, bare, reading.akar, *(bare.split("-")[:1] if ulang else ())})
    classes = {f"#{found}"}
    if found == "adjektiva":
        classes.add("#sifat")
    if found == "verba" and awalan.startswith("meN") and not reading.klitik and bare not in stative_verbs():
        classes.add("#verba-aktif")
    return Bentuk(
        rendah, reading.akar, awalan, reading.akhiran, reading.klitik, ulang, found,
        dikenal=kelas is not None or reading.akar in roots() or rendah in special_forms(),
        sebutan=names, kunci=names | classes,
    )  # fmt: skip


def _word_class(reading: _Reading) -> Kelas:
    """Verb, noun or adjective by the affix pattern; a bare root by its list."""
    match reading.awalan[:1], reading.akhiran:
        case ("meN" | "di" | "ter" | "ber",), _:
            return "adjektiva" if whole(reading) in adjectives() else "verba"
        case ((), "kan") | ((), "i") | (("per",), "kan") | (("per",), "i"):
            return "verba"
        case ((), "") | (("se",), _):
            return roots().get(reading.akar, "nomina")
        case _:
            return "adjektiva" if whole(reading) in adjectives() else "nomina"


def whole(reading: _Reading) -> str:
    """The form that a reading without its clitic was made of, as far as a class list needs it: prefixes joined plainly."""
    return "".join(prefix.removesuffix("N") for prefix in reading.awalan) + reading.akar + reading.akhiran


def _reduplicated(rendah: str) -> Bentuk | None:
    """The analysis of "anak-anaknya", "sebaik-baiknya"; None when the parts have nothing in common."""
    first, _, second = rendah.partition("-")
    if not first or not second or "-" in second:
        return None
    if first == second:
        return _bentuk(rendah, _best(first), ulang=True)
    left, right = _best(first), _best(second)
    if left.akar != right.akar:
        return None
    reading = _Reading(left.akar, left.awalan or right.awalan, right.akhiran or left.akhiran, right.klitik)
    return _bentuk(rendah, reading, ulang=True)


def _best(rendah: str) -> _Reading:
    """The reading with a known root and the fewest morphemes; else the fallback lemma; else the bare pattern."""
    known = roots()
    if rendah in known:
        return _Reading(rendah)
    readings = list(_readings(rendah))
    rooted = [reading for reading in readings if reading.akar in known or is_compound(reading.akar)]
    if rooted:
        return min(rooted, key=_morphemes)
    lemma = _fallback_lemma(rendah)
    if lemma != rendah:
        return next((reading for reading in readings if reading.akar == lemma), _Reading(lemma))
    return next((reading for reading in readings if _plausible(reading)), _Reading(rendah))


def _morphemes(reading: _Reading) -> tuple[int, int]:
    return len(reading.awalan) + bool(reading.akhiran) + bool(reading.klitik), -len(reading.akar)


def is_compound(akar: str) -> bool:
    """Whether `akar` is two known roots written together ("tindaklanjut", "sebarluas")."""
    known = roots()
    return len(akar) >= 8 and any(akar[:cut] in known and akar[cut:] in known for cut in range(4, len(akar) - 3))  # noqa: PLR2004


def _plausible(reading: _Reading) -> bool:
    """Whether an unknown root may still be given this pattern: only prefixes that hardly begin a root, and a root of size."""
    return bool(reading.awalan) and reading.awalan[0] not in {"se", "ke", "per"} and len(reading.akar) >= 4 and not VOWELS.isdisjoint(reading.akar)  # noqa: PLR2004


def _readings(rendah: str) -> Iterator[_Reading]:
    """Every way to take `rendah` apart, clitics first, then suffixes, then one or two prefixes."""
    for clitic in ("", *CLITICS):
        if clitic and not rendah.endswith(clitic):
            continue
        stem = rendah[: len(rendah) - len(clitic)]
        for akhiran in SUFFIXES:
            if akhiran and not stem.endswith(akhiran):
                continue
            core = stem[: len(stem) - len(akhiran)]
            if akhiran or clitic:
                yield _Reading(core, (), akhiran, clitic)
            for awalan, akar in _unprefixed(core):
                if akhiran in _SUFFIXES_OF[awalan[0]]:
                    yield _Reading(akar, awalan, akhiran, clitic)


def _unprefixed(core: str) -> Iterator[tuple[tuple[str, ...], str]]:
    for outer, rest in _undo_prefix(core):
        yield (outer,), rest
        for inner, akar in _undo_prefix(rest):
            if inner in _INNER[outer]:
                yield (outer, inner), akar


def _undo_prefix(core: str) -> Iterator[tuple[str, str]]:
    for name, surface, lost in _PREFIXES:
        if core.startswith(surface) and len(core) - len(surface) >= 2:  # noqa: PLR2004 - the shortest roots have two letters left
            for letter in lost:
                rest = core[len(surface) :]
                if not letter or rest[0] in VOWELS:
                    yield name, letter + rest


@cache
def roots() -> Mapping[str, Kelas]:
    """Every known root with its word class."""
    known: dict[str, Kelas] = {}
    for kelas in ("nomina", "verba", "adjektiva"):
        known.update(dict.fromkeys(bundled_istilah(f"bahasa/akar-{kelas}").persis, kelas))
    return known


@cache
def adjectives() -> frozenset[str]:
    """Derived forms that are adjectives ("berkualitas", "terbuka")."""
    return frozenset(bundled_istilah("bahasa/adjektiva-turunan").persis)


@cache
def stative_verbs() -> frozenset[str]:
    """meN- forms that tell no effort ("meningkat", "memiliki")."""
    return frozenset(bundled_istilah("bahasa/verba-keadaan").persis)


@cache
def function_words() -> Mapping[str, Kelas]:
    """Closed-class words and number words."""
    words: dict[str, Kelas] = {}
    for nama in ("preposisi", "konjungsi", "negasi", "kata-tugas"):
        words.update(dict.fromkeys(bundled_istilah(f"bahasa/{nama}").persis, "tugas"))
    words.update(dict.fromkeys(bundled_istilah("bahasa/numeralia").persis, "numeralia"))
    return words


@cache
def special_forms() -> Mapping[str, _Reading]:
    """Forms that the rules would misread, with their analysis."""
    return {form: _listed(str(parts)) for form, parts in bundled_istilah("bahasa/bentuk-khusus").nilai.items()}


def _listed(parts: str) -> _Reading:
    """The reading written as "awalan+akar+akhiran+klitik" with the root in brackets: "peN+(perintah)+an"."""
    before, _, rest = parts.partition("(")
    akar, _, after = rest.partition(")")
    following = [part for part in after.split("+") if part]
    akhiran = next((part for part in following if part in SUFFIXES), "")
    klitik = next((part for part in following if part in CLITICS), "")
    return _Reading(akar, tuple(part for part in before.split("+") if part), akhiran, klitik)


def _fallback_lemma(rendah: str) -> str:
    from simplemma import lemmatize  # noqa: PLC0415 - loads its data at import

    return str(lemmatize(rendah, lang="id")).lower()
