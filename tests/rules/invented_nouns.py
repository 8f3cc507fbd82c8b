"""Texts whose nouns give way to invented ones, save those that a word list holds."""

from __future__ import annotations

from functools import cache
from itertools import product

from indikator_rules.bundled import bundled
from indikator_rules.istilah import Istilah, read_istilah
from indikator_rules.text import Daftar, analyse

_SYLLABLES = (("bro", "bla", "bu", "bre"), ("lan", "mur", "nip", "dos", "tek", "gal", "vor"), ("ti", "ga", "mor", "su"))


def with_invented_nouns(texts, ignoring=frozenset()):
    """Each text as it reads with invented nouns; a root gives way to one invention wherever it stands, or nowhere.

    Affixes stay. A word is held by a list when an entry covers it where it stands; lists in `ignoring` hold nothing.
    A noun made of a known verb or adjective is held by the list of these.
    """
    found = [word for text in dict.fromkeys(texts) for word in _words(text, ignoring)]
    held = {word.bentuk.akar for word, is_held in found if is_held or word.bentuk.ejaan}
    nouns = dict.fromkeys(word.bentuk.akar for word, _ in found if word.bentuk.kelas == "nomina")
    free = [akar for akar in nouns if akar not in held and _is_noun(akar)]
    inventions = dict(zip(free, _inventions(), strict=False))
    assert len(inventions) == len(free)
    return {text: _rewritten(text, inventions) for text in texts}


def _words(text, ignoring):
    teks = analyse(text)
    held = {i for span in _listed(ignoring).find(teks) for i in range(*span)}
    return [(word, i in held) for i, word in enumerate(teks.kata)]


def _is_noun(akar):
    return akar.isalpha() and len(akar) > 2 and analyse(akar).kata[0].bentuk.kelas == "nomina"


@cache
def _listed(ignoring):
    """All words of all lists, those of tables included."""
    files = (file for file in bundled("rules").joinpath("istilah").iterdir() if file.name.endswith(".yaml"))
    lists = [one for one in map(read_istilah, files) if one.nama not in ignoring]
    entri = tuple(word for one in lists for word in (*one.entri, *_strings(one.nilai)))
    return Daftar.compile(Istilah("", "", "", entri, tuple(word for one in lists for word in one.persis)))


def _strings(value):
    match value:
        case str():
            return [value]
        case dict():
            return [word for key, inner in value.items() for word in (str(key), *_strings(inner))]
        case list() | tuple():
            return [word for inner in value for word in _strings(inner)]
        case _:
            return []


@cache
def _inventions():
    """Words that nobody knows and nothing known resembles, whatever affixes they take."""
    words = ("".join(syllables) for syllables in product(*_SYLLABLES))
    return tuple(word for word in words if all(_is_unknown(form) for form in (word, f"pem{word}an", f"ke{word}an")))


def _is_unknown(form):
    [word] = analyse(form).kata
    return not word.bentuk.dikenal and word.bentuk.ejaan is None


def _rewritten(text, inventions):
    written, end = [], 0
    for word in analyse(text).kata:
        old = text[word.awal : word.akhir]
        invention = inventions.get(word.bentuk.akar)
        written += [text[end : word.awal], _in_the_case_of(old, _formed(word.bentuk, invention)) if invention else old]
        end = word.akhir
    return "".join([*written, text[end:]])


def _formed(bentuk, akar):
    """The affixes of a form about another root, which begins with b."""
    before = bentuk.awalan.replace("N", "m").replace("+", "")
    return before + (f"{akar}-{akar}" if bentuk.ulang else akar) + bentuk.akhiran + bentuk.klitik


def _in_the_case_of(old, new):
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new.capitalize() if old[0].isupper() else new
