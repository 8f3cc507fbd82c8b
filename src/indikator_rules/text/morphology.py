"""Takes an Indonesian word form apart: root, affix pattern, clitic, reduplication and word class.

Candidates are made by undoing affixes (with the sound changes of meN- and peN-), and judged by the root list: a known
root beats an unknown one, fewer morphemes beat more. Forms that the
rules would misread stand in `bahasa/bentuk-khusus`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from indikator_rules.istilah import bundled_istilah
from indikator_rules.text.kata import Bentuk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from indikator_rules.text.kata import Kelas

ENCLITIC = "nya"
CLITICS = (ENCLITIC, "ku", "mu", "lah", "kah", "pun")
SUFFIXES = ("", "kan", "an", "i")
VOWELS = frozenset("aeiou")

# What a prefix looks like, the letter the root loses to it before a vowel, and whether it may stand before a vowel
# without any loss: "mengukur" = meN + ukur, but "memutus" is only meN + (p)utus, "menyusun" only meN + (s)usun.
_NASALS = (
    ("ng", "k", True),
    ("ny", "s", False),
    ("m", "p", False),
    ("n", "t", False),
    ("nge", "", False),
    ("", "", False),
)
_PREFIXES: tuple[tuple[str, str, str, bool], ...] = (
    *(("meN", "me" + nasal, lost, free) for nasal, lost, free in _NASALS),
    *(("peN", "pe" + nasal, lost, free) for nasal, lost, free in _NASALS),
    *((name, name, "", True) for name in ("di", "ke", "se")),
    *((name, name, "r", True) for name in ("ter", "ber", "per")),
    *((name, name[:-1], "", False) for name in ("ter", "ber")),
)
# Second prefixes that may follow a first one: "diperbaiki", "keberlanjutan", "ketidaksesuaian".
_INNER = {
    "meN": frozenset({"per", "ber", "ke", "ter", "se"}),
    "di": frozenset({"per", "ber", "ke", "ter", "se"}),
    "ter": frozenset({"per", "ber", "ke", "se"}),
    "ke": frozenset({"ber", "ter", "peN", "per", "se", "tidak"}),
    "peN": frozenset({"ber", "per", "ke", "se", "ter"}),
    "ber": frozenset({"ke", "peN", "per", "se"}),
    "per": frozenset({"ke", "ber", "ter"}),
    "se": frozenset({"per", "ke", "ber", "peN", "ter"}),
}
_SUFFIXES_OF = {
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
    lost: str = ""


@lru_cache(maxsize=200_000)
def analyse_form(form: str) -> Bentuk:
    """The analysis of one word form, whatever its case. Total: a word nobody knows comes back as its own root."""
    rendah = form.lower()
    if not any(letter.isalpha() for letter in rendah):
        return _symbol(rendah)
    kelas = undivided_words().get(rendah)
    if (listed := special_forms().get(rendah)) is not None:
        return _bentuk(rendah, listed, kelas)
    if kelas is not None:
        return _bentuk(rendah, _Reading(rendah), kelas)
    if "-" in rendah and (hyphened := _hyphened(rendah)) is not None:
        return hyphened
    return _bentuk(rendah, _best(rendah))


def _symbol(rendah: str) -> Bentuk:
    kelas: Kelas = "numeralia" if any(character.isdigit() for character in rendah) else "tanda"
    classes = {"#angka"} if kelas == "numeralia" else {"#tanda"}
    if len(rendah) == 4 and rendah.isdigit() and "1945" <= rendah <= "2100":
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
    if found == "verba" and awalan.startswith("meN") and not reading.klitik:
        classes.add("#verba-keadaan" if bare in stative_verbs() else "#verba-aktif")
    if found == "verba" and awalan == "ter" and not reading.klitik:
        classes.add("#verba-ter")
    if found in {"verba", "adjektiva"} and reading.klitik == "nya":
        classes.add("#keadaan")
    return Bentuk(
        rendah, reading.akar, awalan, reading.akhiran, reading.klitik, ulang, found,
        dikenal=bool(kelas) or rendah in special_forms() or (is_root(reading.akar) and _accounts_for(reading, bare)),
        sebutan=names, kunci=names | classes,
    )  # fmt: skip


def _accounts_for(reading: _Reading, bare: str) -> bool:
    """Whether a reading says what every letter is for; the fallback lemma of a slip does not."""
    return reading.akar == bare or bool(reading.awalan or reading.akhiran) or "-" in bare


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
    """The form without its clitic, as far as a class list needs it: prefixes joined plainly."""
    return "".join(prefix.removesuffix("N") for prefix in reading.awalan) + reading.akar + reading.akhiran


def _hyphened(rendah: str) -> Bentuk | None:
    """The analysis of "anak-anaknya", "sebaik-baiknya", "ke-3"; None when the parts have nothing in common."""
    first, _, second = rendah.partition("-")
    if not first or not second or "-" in second:
        return None
    if first in {"ke", "se"}:
        inner = _best(second)
        return _bentuk(rendah, inner._replace(awalan=(first, *inner.awalan)), "numeralia" if second.isdigit() else None)
    if first.isdigit():
        return _bentuk(rendah, _Reading(first, (), second if second in SUFFIXES else ""), "numeralia")
    if first == second:
        return _bentuk(rendah, _best(first), ulang=True)
    left, right = _best(first), _best(second)
    if left.akar != right.akar:
        return None
    reading = _Reading(left.akar, left.awalan or right.awalan, right.akhiran or left.akhiran, right.klitik)
    return _bentuk(rendah, reading, ulang=True)


def _best(rendah: str) -> _Reading:
    """The reading with a known root and the least effort; else the fallback lemma; else the bare pattern."""
    if (listed := special_forms().get(rendah)) is not None:
        return listed
    if rendah in roots() or rendah in undivided_words():
        return _Reading(rendah)
    readings = list(_readings(rendah))
    rooted = [reading for reading in readings if is_root(reading.akar)]
    if rooted:
        return min(rooted, key=_effort)
    if (combined := _combined(rendah)) is not None:
        return combined
    lemma = _fallback_lemma(rendah)
    if lemma != rendah:
        return next((reading for reading in readings if reading.akar == lemma), _Reading(lemma))
    return max(filter(_plausible, readings), key=_peeled, default=_Reading(rendah))


def _combined(rendah: str) -> _Reading | None:
    """The reading of a known word with a combining form before it ("pascabencana", "subkegiatan")."""
    for form in combining_forms():
        rest = rendah.removeprefix(form).removeprefix("-")
        if (
            form != rendah != rest
            and len(rest) >= 4
            and (rest in roots() or any(is_root(r.akar) for r in _readings(rest)))
        ):
            inner = _best(rest)
            return inner._replace(awalan=(form, *inner.awalan))
    return None


def is_root(akar: str) -> bool:
    """Whether `akar` is a known root, or two of them written together ("tindaklanjut", "sebarluas")."""
    known = roots()
    if akar in known:
        return True
    return len(akar) >= 8 and any(akar[:cut] in known and akar[cut:] in known for cut in range(4, len(akar) - 3))


def _effort(reading: _Reading) -> tuple[int, int, int, int]:
    """How much a reading supposes: morphemes, then prefixes, then letters lost; shorter roots (longer affixes) first.

    A verb suffix without a prefix is an imperative, which formal texts hardly hold: "keretakan" is not kereta + kan.
    """
    imperative = 2 if not reading.awalan and reading.akhiran in {"kan", "i"} else 0
    morphemes = len(reading.awalan) + bool(reading.akhiran) + bool(reading.klitik) + imperative
    return morphemes, len(reading.awalan), len(reading.lost), len(reading.akar)


def _plausible(reading: _Reading) -> bool:
    """Whether an unknown root may have this pattern: its affixes seldom belong to a root, and it can be one."""
    akar = reading.akar
    if len(akar) < 4 or (VOWELS.isdisjoint(akar[:2]) and (akar[0] in "rl" or akar[1] not in "rlyh")):
        return False
    if reading.awalan:
        return reading.awalan[0] not in {"se", "ke", "per"} or (reading.awalan[0] != "se" and reading.akhiran == "an")
    return not reading.akhiran and reading.klitik == ENCLITIC


def _peeled(reading: _Reading) -> tuple[bool, bool, bool]:
    """How much a reading takes off that seldom belongs to a root: -nya, a prefix, the suffix that goes with it."""
    closing = "an" if reading.awalan[:1] in {("peN",), ("ke",), ("per",)} else "kan"
    return reading.klitik == ENCLITIC, bool(reading.awalan), reading.akhiran == closing


def _readings(rendah: str) -> Iterator[_Reading]:
    """Every way to take `rendah` apart, clitics first, then suffixes, then one or two prefixes."""
    for klitik in ("", *CLITICS):
        stem = rendah.removesuffix(klitik)
        if klitik and stem == rendah:
            continue
        for akhiran in SUFFIXES:
            core = stem.removesuffix(akhiran)
            if akhiran and core == stem:
                continue
            if akhiran or klitik:
                yield _Reading(core, (), akhiran, klitik)
            for awalan, akar, lost in _unprefixed(core):
                if akhiran in _SUFFIXES_OF[awalan[0]]:
                    yield _Reading(akar, awalan, akhiran, klitik, lost)


def _unprefixed(core: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    for outer, rest, lost in _undo_prefix(core):
        yield (outer,), rest, lost
        for inner, akar, inner_lost in _undo_prefix(rest):
            if inner in _INNER[outer]:
                yield (outer, inner), akar, lost + inner_lost
        if "tidak" in _INNER[outer] and rest.startswith("tidak"):
            yield (outer, "tidak"), rest.removeprefix("tidak"), lost


def _undo_prefix(core: str) -> Iterator[tuple[str, str, str]]:
    """Prefix, rest with the lost letter put back, and that letter."""
    for name, surface, losable, before_vowel in _PREFIXES:
        rest = core[len(surface) :]
        if not core.startswith(surface) or len(rest) < 2 or not _joins(surface, rest):
            continue
        if before_vowel or rest[0] not in VOWELS:
            yield name, rest, ""
        if losable and (rest[0] in VOWELS or (losable == "p" and rest[0] == "r")):
            yield name, losable + rest, losable


def _joins(surface: str, rest: str) -> bool:
    """Whether a prefix may look so: me- before l, m, n, r, w, y; be- and te- before r or a syllable in -er."""
    match surface:
        case "me":
            return rest[0] in "lmnrwy"
        case "be" | "te":
            return rest[0] == "r" or rest[1:3] == "er"
        case _:
            return True


@cache
def roots() -> Mapping[str, Kelas]:
    """Every known root with its word class."""
    known: dict[str, Kelas] = dict.fromkeys(bundled_istilah("bahasa/numeralia").persis, "numeralia")
    for kelas in ("nomina", "verba", "adjektiva"):
        known.update(dict.fromkeys(bundled_istilah(f"bahasa/akar-{kelas}").persis, kelas))
    return known


@cache
def combining_forms() -> tuple[str, ...]:
    """Forms that stand only before another word, the longest first."""
    return tuple(sorted(bundled_istilah("bahasa/bentuk-terikat").persis, key=len, reverse=True))


@cache
def adjectives() -> frozenset[str]:
    """Derived forms that are adjectives ("berkualitas", "terbuka")."""
    return frozenset(bundled_istilah("bahasa/adjektiva-turunan").persis)


@cache
def stative_verbs() -> frozenset[str]:
    """meN- forms that tell no effort ("meningkat", "memiliki")."""
    return frozenset(bundled_istilah("bahasa/verba-keadaan").persis)


@cache
def undivided_words() -> Mapping[str, Kelas]:
    """Words that are never taken apart: names, foreign words and acronyms, number words and closed classes."""
    words: dict[str, Kelas] = {}
    for nama in ("kata-asing", "nama-tempat", "akronim"):
        words.update(dict.fromkeys(bundled_istilah(f"bahasa/{nama}").persis, "nomina"))
    words.update(dict.fromkeys(bundled_istilah("bahasa/numeralia").persis, "numeralia"))
    for nama in ("bentuk-terikat", "preposisi", "konjungsi", "negasi", "kata-tugas"):
        words.update(dict.fromkeys(bundled_istilah(f"bahasa/{nama}").persis, "tugas"))
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


def is_foreign(bentuk: Bentuk) -> bool:
    """Whether a form is a foreign word: listed as one, or of letters and without any Indonesian root or affix."""
    rendah = bentuk.rendah
    return rendah in _foreign_words() or (rendah.isalpha() and not bentuk.dikenal and not bentuk.awalan)


@cache
def _foreign_words() -> frozenset[str]:
    return frozenset(bundled_istilah("bahasa/kata-asing").persis)


def _fallback_lemma(rendah: str) -> str:
    from simplemma import lemmatize  # noqa: PLC0415 - loads its data at import

    return str(lemmatize(rendah, lang="id")).lower()


def fallback_knows(rendah: str) -> bool:
    """Whether the fallback dictionary has the form."""
    from simplemma import is_known  # noqa: PLC0415 - loads its data at import

    return bool(is_known(rendah, lang="id"))
