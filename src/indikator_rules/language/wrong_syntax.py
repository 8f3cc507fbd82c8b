"""Syntax errors as sentences: what stands there, what may stand there, and what was perhaps meant.

Each test below knows one way of going wrong and looks at nothing but the pieces read so far and what the grammar
allows next; the first that answers speaks, and `_anything_else` always does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import product
from typing import TYPE_CHECKING

from indikator_rules.finding import Severity
from indikator_rules.language.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indikator_rules.language.syntax import Position


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, text, number or sign.

    `kind` is the keyword or sign itself, else a terminal of the grammar such as NAME; "" for what is no piece of the
    language at all, "$END" where the text ends.
    """

    kind: str
    text: str
    at: Position


@dataclass(frozen=True, slots=True)
class Stumble:
    """Where reading stopped: the pieces read, the piece that may not stand there, and the kinds that may.

    `expected_before` are the kinds that might have stood in the place of the last piece read.
    """

    source: str
    before: tuple[Piece, ...]
    found: Piece
    expected: frozenset[str]
    expected_before: frozenset[str]
    keywords: frozenset[str]

    @property
    def last(self) -> Piece:
        """The last piece read; the faulty one when none was."""
        return self.before[-1] if self.before else self.found

    def expected_at(self, piece: Piece) -> frozenset[str]:
        """The kinds that may stand in the place of the faulty piece or of the last one; none for pieces before."""
        if piece is self.found:
            return self.expected
        return self.expected_before if piece is self.last else frozenset()


def explain(stumble: Stumble) -> Diagnostic:
    """What is wrong, in one or two sentences, at the piece to change."""
    answers = (test(stumble) for test in _TESTS)
    return next((answer for answer in answers if answer is not None), _anything_else(stumble))


# ---- signs and texts

_SIGNS = {"==": "=", "!=": "≠", "<>": "≠", "=>": ">=", "=<": "<=", "&&": "dan", "&": "dan", "||": "atau", "*": "×"}
_OTHER_QUOTES = "“”„‘’'«»`"


def _open_quote(stumble: Stumble) -> Diagnostic | None:
    """A quote that is never closed, or that swallowed the clauses up to the next quote."""
    for piece in (stumble.found, stumble.last):
        unclosed = piece.kind == "" and piece.text.startswith('"')
        swallowed = piece.kind == "STRING" and re.search(rf"\n\s*({'|'.join(_RANKS)})\s", piece.text)
        if unclosed or swallowed:
            return Diagnostic("petik-belum-ditutup", "Tanda petik yang dibuka di sini belum ditutup.", piece.at)
    return None


def _unknown_sign(stumble: Stumble) -> Diagnostic | None:
    found = stumble.found
    if found.kind == "" and found.text[0] in _OTHER_QUOTES:
        return Diagnostic("petik-lengkung", 'Tulis teks di antara tanda petik lurus: "…".', found.at)
    for at, sign in product((stumble.last.at, found.at), _SIGNS):
        if stumble.source.startswith(sign, at.start):
            message = f"Tanda “{sign}” tidak dikenal. Tulis “{_SIGNS[sign]}”."
            return Diagnostic("tanda-tak-dikenal", message, _resized(at, len(sign)))
    return None


def _resized(at: Position, length: int) -> Position:
    return replace(at, end_line=at.line, end_column=at.column + length, end=at.start + length)


def _wrong_number(stumble: Stumble) -> Diagnostic | None:
    text = stumble.found.text
    if stumble.found.kind != "" or not text[0].isdigit():
        return None
    if "NUMBER" not in stumble.expected and "STRING" in stumble.expected:
        return Diagnostic("angka-tanpa-petik", f'Tulis di antara tanda petik: "{text}".', stumble.found.at)
    if "," in text:
        message = f"“{text}” tidak terbaca sebagai angka: paling banyak tiga angka di belakang koma."
        message += " Bila ini daftar, beri spasi sesudah koma."
        return Diagnostic("angka-salah-tulis", message, stumble.found.at)
    message = f"Angka ditulis dengan koma desimal: “{text.replace('.', ',')}”. Titik hanya memisahkan ribuan."
    return Diagnostic("titik-desimal", message, stumble.found.at)


def _wrong_minus(stumble: Stumble) -> Diagnostic | None:
    if not stumble.found.text.startswith("-") or "SUM_SIGN" not in stumble.expected:
        return None
    return Diagnostic("tanda-kurang-rapat", "Beri spasi di kedua sisi tanda kurang: “a - b”.", stumble.found.at)


def _wrong_word_form(stumble: Stumble) -> Diagnostic | None:
    """Capital letters, underscores, and codes of another shape."""
    found = stumble.found
    if found.kind != "" or not re.match(r"[A-Za-z_]", found.text):
        return None
    if "CODE" in stumble.expected:
        message = "Kode aturan terdiri atas satu huruf besar dan dua angka, misalnya S02."
        return Diagnostic("kode-salah-bentuk", message, found.at)
    start = stumble.last.at if stumble.last.at.end == found.at.start else found.at
    at = replace(start, end_column=found.at.end_column, end=found.at.end)
    better = stumble.source[at.start : at.end].lower().replace("_", "-")
    if not stumble.expected & {"NAME", "KEY", better} and start is found.at:
        return None
    message = f"Nama dan kata kunci ditulis dengan huruf kecil dan tanda hubung: “{better}”."
    return Diagnostic("nama-salah-bentuk", message, at)


def _unknown_character(stumble: Stumble) -> Diagnostic | None:
    found = stumble.found
    if found.kind != "" or found.text[0].isalnum():
        return None
    return Diagnostic("tanda-tak-dikenal", f"Tanda “{found.text}” tidak dikenal.", found.at)


# ---- words

_MEANT = {
    "aturan": ("rule", "kaidah"),
    "bila": ("jika", "apabila", "kalau", "if", "when", "else", "elif", "selain itu"),
    "dan": ("and", "serta"),
    "atau": ("or",),
    "tidak": ("not", "tak"),
    "kecuali": ("except", "unless"),
    "untuk": ("for", "bagi"),
    "yang": ("where",),
    "setiap": ("semua", "seluruh", "all", "every"),
    "ada": ("any", "exists", "terdapat"),
    "memuat": ("berisi", "mengandung", "contains", "menyebut"),
    "diawali": ("dimulai", "berawal"),
    "diakhiri": ("berakhir", "ditutup"),
    "termasuk": ("salah satu dari", "salah satu", "in"),
    "lebih dari": ("lebih besar dari", "lebih besar daripada", "melebihi"),
    "kurang dari": ("lebih kecil dari", "lebih kecil daripada", "di bawah"),
    "paling banyak": ("tidak lebih dari", "maksimal"),
    "paling sedikit": ("tidak kurang dari", "minimal"),
    "adalah": ("is", "ialah", "merupakan"),
    "tingkat": ("level", "jenjang"),
    "galat": ("error", "kesalahan"),
    "peringatan": ("warning",),
    "catatan": ("info", "note"),
    "alasan": ("because", "karena", "sebab"),
    "contoh": ("example",),
}
_NEEDLESS = ("maka", "then")


def _foreign_word(stumble: Stumble) -> Diagnostic | None:
    """A word of everyday speech or of programming where the language has another; or several words."""
    for piece in (*stumble.before[-2:], stumble.found):
        rest = stumble.source[piece.at.start :].lower()
        for keyword, words in _MEANT.items():
            written = next((word for word in words if re.match(rf"{word}(?![\w-])", rest)), "")
            if " " in written or (written and keyword.split()[0] in stumble.expected_at(piece)):
                message = f"“{written}” ditulis “{keyword}”."
                return Diagnostic("kata-lain", message, _resized(piece.at, len(written)))
    return None


def _needless_word(stumble: Stumble) -> Diagnostic | None:
    for piece in (*stumble.before[-2:], stumble.found):
        if piece.kind == "NAME" and piece.text in _NEEDLESS:
            return Diagnostic("kata-lain", f"“{piece.text}” tidak diperlukan di sini. Hapus.", piece.at)
    return None


def _misspelt(stumble: Stumble) -> Diagnostic | None:
    """A name near a keyword that may stand in its place."""
    for piece in (stumble.found, stumble.last):
        keywords = stumble.expected_at(piece) & stumble.keywords
        near = get_close_matches(piece.text.lower(), sorted(keywords), n=1, cutoff=0.8)
        if piece.kind in ("NAME", "") and near and near[0] != piece.text:
            return Diagnostic("salah-eja", f"“{piece.text}” tidak dikenal di sini. Maksud Anda “{near[0]}”?", piece.at)
    return None


def _keyword_as_name(stumble: Stumble) -> Diagnostic | None:
    """A keyword that could only be read as a name, because something is missing before it."""
    last = stumble.last
    if last.kind != "NAME" or last.text not in stumble.keywords or len(stumble.before) < 2:
        return None
    earlier = stumble.before[-2].text
    message = f"Sesudah “{_shortened(earlier)}” ada yang kurang: “{last.text}” adalah kata kunci, bukan nama."
    return Diagnostic("kata-kunci-sebagai-nama", message, last.at)


def _run_together(stumble: Stumble) -> Diagnostic | None:
    """A keyword with letters or digits grown onto it."""
    last, found = stumble.last, stumble.found
    if last.kind not in stumble.keywords or last.at.end != found.at.start or not found.text[:1].isalnum():
        return None
    word = f"{last.text}{found.text}"
    near = get_close_matches(word, sorted(stumble.expected_before & stumble.keywords), n=1, cutoff=0.8)
    if near:
        message = f"“{word}” tidak dikenal di sini. Maksud Anda “{near[0]}”?"
    else:
        message = f"Beri spasi sesudah “{last.text}”: “{last.text} {found.text}”."
    return Diagnostic("kata-bersambung", message, _resized(last.at, len(word)))


def _not_before_subject(stumble: Stumble) -> Diagnostic | None:
    if stumble.last.text != "tidak" or stumble.expected != {"ada"}:
        return None
    message = "“tidak” berdiri sesudah medannya, misalnya “nama tidak memuat …”; di depan hanya “tidak ada …”."
    return Diagnostic("tidak-di-depan", message, stumble.last.at)


# ---- conditions


def _mixed_and_or(stumble: Stumble) -> Diagnostic | None:
    other = {"dan": "atau", "atau": "dan"}.get(stumble.found.text)
    if other is None:
        return None
    if other in stumble.expected:
        message = "“dan” dan “atau” tercampur, sehingga artinya mendua. Beri tanda kurung pada bagian yang menyatu."
        return Diagnostic("dan-atau-tercampur", message, stumble.found.at)
    if any(piece.kind in ("yang", "memenuhi") for piece in stumble.before):
        message = f"Sesudah isi “yang” atau “memenuhi” tidak dapat ada “{stumble.found.text}” lagi."
        message += " Beri tanda kurung pada isinya: “yang (…)”."
        return Diagnostic("isi-yang-belum-dikurung", message, stumble.found.at)
    return None


_CLOSING = {"(": ")", "[": "]", "{": "}"}


def _open_bracket(stumble: Stumble) -> Diagnostic | None:
    """A bracket that is not closed, that nothing opened, or that another kind closes."""
    still_open: list[Piece] = []
    for piece in stumble.before:
        if piece.kind in _CLOSING:
            still_open.append(piece)
        elif piece.kind in _CLOSING.values():
            still_open.pop()
    found = stumble.found
    if found.kind in _CLOSING.values() and not still_open:
        return Diagnostic("kurung-tanpa-pasangan", f"Kurung “{found.kind}” ini tidak mempunyai pasangan.", found.at)
    ends = _is_clause(found) or found.kind in _CLOSING.values()
    if ends and still_open and _CLOSING[still_open[-1].kind] in stumble.expected:
        opened = still_open[-1]
        message = f"Kurung “{opened.kind}” ini belum ditutup dengan “{_CLOSING[opened.kind]}”."
        return Diagnostic("kurung-belum-ditutup", message, opened.at)
    return None


# ---- clauses

_SEVERITIES = tuple(map(str, Severity))
_ITEMS = ("aturan", "parameter", "sebut", "pola", "$END")
_CLAUSES = (
    ("aturan",),
    ("untuk",),
    ("bila", "manusia", "kecuali"),
    _SEVERITIES,
    ("perbaikan",),
    ("diam",),
    ("alasan",),
    ("saran",),
    ("tafsir",),
    ("dasar",),
    ("aspek",),
    ("prinsip",),
    ("lke",),
    ("percobaan", "sejak"),
    ("alias",),
    ("contoh",),
)
_RANKS = {keyword: rank for rank, keywords in enumerate(_CLAUSES) for keyword in keywords}
_AFTER_ALL = len(_CLAUSES)
_DEMANDED = ("untuk", "bila", _SEVERITIES[0], "alasan", "saran", "dasar", "aspek", "contoh")


def _missing_severity(stumble: Stumble) -> Diagnostic | None:
    found, choice = stumble.found, _either(_SEVERITIES)
    if not stumble.expected.issuperset(_SEVERITIES):
        return None
    if found.kind == "NAME" and re.match(r'\s*("|di\s)', stumble.source[found.at.end :]):
        message = f"Keparahan “{found.text}” tidak dikenal. Pilih {choice}."
        return Diagnostic("keparahan-tak-dikenal", message, found.at)
    if found.kind == "STRING":
        return Diagnostic("keparahan-belum-ada", f"Keparahan belum ada. Tulis {choice} di depan pesan.", found.at)
    if _is_clause(found):
        message = f"Keparahan dan pesan belum ada. Tulis {choice} sesudah kondisi, lalu pesannya."
        return Diagnostic("keparahan-belum-ada", message, found.at)
    return None


def _is_clause(piece: Piece) -> bool:
    return piece.kind in _RANKS or piece.kind in _ITEMS


def _severity_list(stumble: Stumble) -> Diagnostic | None:
    """Severities of several levels stand before one message, with semicolons between them."""
    comma = stumble.last.text in _SEVERITIES and stumble.before[-2:-1] and stumble.before[-2].kind == ","
    if not comma and (stumble.found.kind != ";" or _clause(stumble).kind not in _SEVERITIES):
        return None
    message = "Beberapa keparahan dipisahkan titik koma, lalu satu pesan: “galat di …; peringatan di …”."
    return Diagnostic("daftar-keparahan", message, (stumble.last if comma else stumble.found).at)


def _clause(stumble: Stumble) -> Piece:
    """The keyword of the clause that reading stopped in; `contoh tanya` is no severity, `diam bila` no condition."""
    pairs = zip((stumble.last, *stumble.before), stumble.before, strict=False)
    keywords = [piece for before, piece in pairs if piece.kind in _RANKS and before.kind not in {"contoh", "diam"}]
    return keywords[-1] if keywords else stumble.last


def _missing_clause(stumble: Stumble) -> Diagnostic | None:
    """A clause that the order demands before the one that stands there, or a clause that comes too late or twice."""
    found, clause = stumble.found, _clause(stumble)
    if not _is_clause(found) or clause.kind not in _RANKS:
        return None
    rank, here = (_AFTER_ALL if found.kind in _ITEMS else _RANKS[found.kind]), _RANKS[clause.kind]
    if rank <= here:
        return _late_clause(stumble, clause)
    missing = [each for each in _DEMANDED if each in stumble.expected and here < _RANKS[each] < rank]
    if not missing:
        return None
    if re.search(rf"^\s*{missing[0]}\s", stumble.source[found.at.end :], re.MULTILINE):
        message = f"Bagian “{missing[0]}” harus ditulis sebelum “{found.text}”."
        return Diagnostic("bagian-salah-urutan", message, found.at)
    message = f"Bagian “{missing[0]}” belum ada. Tulis sesudah bagian “{clause.text}”."
    return Diagnostic("bagian-belum-ada", message, stumble.last.at if found.kind == "$END" else found.at)


def _late_clause(stumble: Stumble, clause: Piece) -> Diagnostic:
    found = stumble.found
    if any(piece.kind == found.kind for piece in stumble.before):
        message = f"Bagian “{found.text}” sudah ada; bagian ini ditulis satu kali, sebelum “{clause.text}”."
        if found.kind == clause.kind:
            message = f"Bagian “{found.text}” sudah ada; bagian ini ditulis satu kali."
        return Diagnostic("bagian-berulang", message, found.at)
    message = f"Bagian “{found.text}” harus ditulis sebelum “{clause.text}”."
    return Diagnostic("bagian-salah-urutan", message, found.at)


def _missing_text(stumble: Stumble) -> Diagnostic | None:
    if "STRING" not in stumble.expected or "NAME" in stumble.expected or stumble.found.kind == "STRING":
        return None
    clause = _clause(stumble)
    after = f"sesudah “{clause.text}”" if clause.kind in _SEVERITIES else f"sesudah “{_shortened(stumble.last.text)}”"
    what = "Pesan" if clause.kind in _SEVERITIES else "Teks"
    message = f'{what} belum ada. Tulis di antara tanda petik {after}: "…".'
    return Diagnostic("teks-belum-ada", message, stumble.found.at)


def _one_name_only(stumble: Stumble) -> Diagnostic | None:
    if stumble.found.kind != "," or len(stumble.before) < 2:
        return None
    keyword = stumble.before[-2]
    if keyword.kind not in ("aspek", "prinsip", "alias"):
        return None
    message = f"“{keyword.text}” hanya memuat satu nama. Pilih yang utama."
    return Diagnostic("hanya-satu-nama", message, stumble.found.at)


# ---- examples


def _wrong_record(stumble: Stumble) -> Diagnostic | None:
    found = stumble.found
    if found.kind == "," and stumble.expected & {"KEY", "{"}:
        return Diagnostic("koma-dalam-contoh", "Bagian-bagian contoh dipisahkan spasi, tanpa koma.", found.at)
    if found.kind == "NAME" and "KEY" in stumble.expected:
        message = f"Sesudah nama medan dalam contoh harus ada titik dua: “{found.text}: …”."
        return Diagnostic("titik-dua-belum-ada", message, found.at)
    return None


# ---- anything else

_LABELS = {
    "NAME": "nama",
    "STRING": 'teks ("…")',
    "NUMBER": "angka",
    "PERCENT": "persen",
    "CODE": "kode aturan seperti S02",
    "KEY": "nama medan dengan titik dua",
    "GAP": "“…”",
    "COMPARE": "tanda banding seperti “=”",
    "SUM_SIGN": "“+”",
    "PRODUCT_SIGN": "“×”",
    "$END": "akhir berkas",
}
_GROUPS = (
    ({"NAME", "STRING", "NUMBER", "PERCENT", "NEGATIVE", "(", "banyak"}, "nama, teks, atau angka"),
    ({"diawali", "diakhiri", "memuat", "cocok", "berkolom", "mirip", "sama", "berkaitan", "sesuai", "dalam", "kosong",
      "terisi", "diketahui", "adalah", "bukan", "termasuk", "lebih", "kurang", "paling", "COMPARE", "SUM_SIGN",
      "PRODUCT_SIGN", "tidak", "NAME"}, "kata seperti “kosong”, “memuat”, atau “adalah”"),
    (set(_SEVERITIES), "keparahan seperti “galat”"),
)  # fmt: skip
_CONTINUING = {"(", ".", "[", "SUM_SIGN", "PRODUCT_SIGN"}  # what lengthens any name or number: no help to name
_AT_MOST = 6


def _anything_else(stumble: Stumble) -> Diagnostic:
    """What may stand there, at most six things."""
    what = "Aturan berakhir" if stumble.found.kind == "$END" else f"“{_shortened(stumble.found.text)}” tidak tepat"
    after = f" sesudah “{_shortened(stumble.last.text)}”" if stumble.before else " di sini"
    choices = _choices(stumble.expected)
    can = "harus ada" if len(choices) == 1 else "dapat berdiri"
    message = f"{what}{after}. Yang {can} di sana: {' · '.join(choices)}."
    return Diagnostic("salah-tulis", message, stumble.last.at if stumble.found.kind == "$END" else stumble.found.at)


def _choices(expected: Iterable[str]) -> list[str]:
    left, choices = set(expected), []
    for group, label in _GROUPS:
        if len(group & left) > len(group) / 2:
            left -= group
            choices.append(label)
    left -= {"NEGATIVE"} if left.isdisjoint({".", "SUM_SIGN"}) else _CONTINUING
    return [*choices, *(_LABELS.get(kind, f"“{kind}”") for kind in sorted(left, key=_place_in_list))][:_AT_MOST]


def _place_in_list(kind: str) -> tuple[bool, bool, int, str]:
    """Words before signs and the end of the file; clauses in their order."""
    return kind == "$END", kind not in _LABELS and not kind.isalpha(), _RANKS.get(kind, 0), kind


def _either(words: Iterable[str]) -> str:
    *most, last = (f"“{word}”" for word in words)
    return f"{', '.join(most)}, atau {last}"


def _shortened(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= 30 else f"{folded[:29]}…"


_TESTS = (
    _open_quote,
    _run_together,
    _unknown_sign,
    _wrong_number,
    _wrong_minus,
    _foreign_word,
    _needless_word,
    _misspelt,
    _wrong_word_form,
    _unknown_character,
    _mixed_and_or,
    _not_before_subject,
    _open_bracket,
    _severity_list,
    _keyword_as_name,
    _wrong_record,
    _missing_severity,
    _missing_clause,
    _one_name_only,
    _missing_text,
)
