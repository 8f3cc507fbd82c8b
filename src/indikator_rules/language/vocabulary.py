"""Every word a condition may use: fields and relations of each subject, functions, verdicts and word classes.

The one place that lists them, with their types, what they give, and one line of Indonesian documentation. The checker,
the compiler, messages ("maksud Anda …?") and the reference of the language all read it.

Run-time values: a text is a `Potongan`, a class value a `str`, a number a `float`, a target value a `Nilai`, a series
the `PohonIndikator` that holds it, a period a `str`, a set a tuple. None means: not known.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, get_args

from indikator_rules.istilah import bundled_istilah
from indikator_rules.language.matching import Potongan, found, whole
from indikator_rules.language.types import (
    BILANGAN,
    DOKUMEN,
    INDIKATOR,
    NILAI,
    PERIODE,
    SASARAN,
    SERI,
    SKALA,
    TAHUN,
    TARGET,
    TEKS,
    UCAPAN,
    Tipe,
    himpunan,
    kelas,
)
from indikator_rules.language.written import written
from indikator_rules.model import seri as series
from indikator_rules.model.angka import write_angka
from indikator_rules.model.nilai import (
    JenisNilai,
    Nilai,
    Tanda,
    is_kosong,
    mentioned_unit,
    read_ends,
    read_nilai,
    read_target,
)
from indikator_rules.model.pohon import PohonDokumen, PohonIndikator, PohonSasaran, PohonTarget, normalised
from indikator_rules.model.satuan import is_baku, satuan_baku
from indikator_rules.model.tingkat import Tingkat, levels_between
from indikator_rules.text import analyse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from indikator_rules.language.lists import Lists

# ---- classes

TINGKAT = kelas("tingkat", *reversed([tingkat.value for tingkat in Tingkat]))
BENTUK = kelas("bentuk", "kondisi", "administratif", "aktif", "ukuran", "masalah", "nama")
JENIS_HASIL = kelas("jenis hasil", "masukan", "aktivitas", "keluaran", "hasil")
JENIS_NILAI = kelas("jenis nilai", *get_args(JenisNilai))
TANDA = kelas("tanda", *get_args(Tanda))
GAYA_DESIMAL = kelas("gaya desimal", "koma", "titik")
JENIS_SKALA = kelas("jenis skala", "angka", "predikat")
POLARISASI = kelas("polarisasi", "maksimal", "minimal", "stabil")
KONSOLIDASI = kelas("konsolidasi", "jumlah", "rata-rata", "akhir")
PENJENJANGAN = kelas("penjenjangan", "langsung", "dipersempit", "komponen", "tidak-langsung")
ASPEK_IKI = kelas("aspek IKI", "kuantitas", "kualitas", "waktu", "biaya")
JENIS_INSTANSI = kelas("jenis instansi", "pemda", "kl")
JENIS_DOKUMEN = kelas("jenis dokumen", "rpjmd", "renstra", "renja", "iku", "pk", "renaksi", "skp", "lainnya")


@cache
def _ukuran() -> Tipe:
    known = {
        str(value)
        for name in ("kata-ukur", "ukuran-tanpa-kata", "ukuran-asing")
        for value in bundled_istilah(name).nilai.values()
    }
    return kelas("ukuran", *sorted(known - {"tanpa-ukuran"}), "tanpa-ukuran")


# ---- fields and relations


@dataclass(frozen=True, slots=True)
class Field:
    """A field or relation of a subject. `column` is the document column that offers it, None: absent is empty."""

    owner: Tipe
    name: str
    tipe: Tipe
    doc: str
    get: Callable[[Any], Any]
    column: str | None = None
    needs: Callable[[PohonDokumen], bool] | None = None
    """Whether a document is judged beside those that the field speaks about; None when it needs no others."""
    kept: bool = False
    """Whether `get` takes, as a condition does, the subject and what holds meanwhile."""


def _text(raw: str | None) -> Potongan | None:
    return None if is_kosong(raw) else whole(raw or "")


def _in_class(tipe: Tipe, raw: str | None) -> str | None:
    value = (raw or "").strip().casefold()
    return value if value in tipe.kelas else None


def _nilai(raw: str | None, item: PohonIndikator) -> Nilai | None:
    """A value that stands beside the targets, read as they are."""
    return None if is_kosong(raw) else read_target(raw or "", item.indikator.satuan, item.dokumen.gaya_desimal)


def _statement_fields(owner: Tipe, node: Callable[[Any], PohonSasaran]) -> list[Field]:
    """The fields that a node has, and that its indicators and their targets have through it."""
    return [
        Field(owner, "unit", TEKS, "unit pemilik", lambda s: _text(node(s).sasaran.unit), "unit"),
        Field(owner, "jabatan", TEKS, "jabatan pemilik", lambda s: _text(node(s).sasaran.jabatan), "jabatan"),
        Field(owner, "urusan", TEKS, "urusan pemerintahan", lambda s: _text(node(s).sasaran.urusan), "urusan"),
        Field(
            owner,
            "nomenklatur",
            TEKS,
            "nama program, kegiatan, atau subkegiatan",
            lambda s: _text(node(s).sasaran.nomenklatur),
            "nomenklatur",
        ),
        Field(owner, "tingkat", TINGKAT, "tingkat dalam pohon kinerja", lambda s: node(s).tingkat),
        Field(owner, "dokumen", DOKUMEN, "dokumen yang memuatnya", lambda s: node(s).dokumen),
    ]


def _parents(node: PohonSasaran) -> tuple[PohonSasaran, ...] | None:
    if node.induk:
        return tuple(node.induk)
    return () if node.dokumen.bertaut and node.dokumen.holds_above(node.tingkat) else None


def _children(node: PohonSasaran) -> tuple[PohonSasaran, ...] | None:
    if node.anak:
        return tuple(node.anak)
    return () if node.dokumen.bertaut and node.dokumen.holds_below(node.tingkat) and not node.konteks else None


def _indicators(node: PohonSasaran) -> tuple[PohonIndikator, ...] | None:
    if node.indikator:
        return tuple(node.indikator)
    return () if node.dokumen.berindikator and not node.konteks else None


_SASARAN_FIELDS = [
    Field(
        SASARAN,
        "pernyataan",
        TEKS,
        "rumusan tujuan, sasaran, atau rencana hasil kerja",
        lambda s: _text(s.sasaran.pernyataan),
    ),
    Field(SASARAN, "kode", TEKS, "kode nasional atau kode setempat", lambda s: _text(s.sasaran.kode), "kode"),
    Field(
        SASARAN,
        "penjenjangan",
        PENJENJANGAN,
        "cara menurunkan dari induk",
        lambda s: _in_class(PENJENJANGAN, s.sasaran.penjenjangan),
        "penjenjangan",
    ),
    *_statement_fields(SASARAN, lambda s: s),
    Field(SASARAN, "induk", himpunan(SASARAN), "sasaran yang langsung di atasnya", _parents, "induk"),
    Field(SASARAN, "anak", himpunan(SASARAN), "sasaran yang langsung di bawahnya", _children),
    Field(
        SASARAN,
        "sejajar",
        himpunan(SASARAN),
        "sasaran lain setingkat di bawah induk yang sama",
        lambda s: tuple(s.sejajar()),
    ),
    Field(
        SASARAN,
        "leluhur",
        himpunan(SASARAN),
        "semua sasaran di atasnya",
        lambda s: None if _parents(s) is None else tuple(s.leluhur()),
    ),
    Field(
        SASARAN,
        "keturunan",
        himpunan(SASARAN),
        "semua sasaran di bawahnya",
        lambda s: None if _children(s) is None else tuple(s.keturunan()),
    ),
    Field(SASARAN, "mendukung", himpunan(SASARAN), "induk lain yang didukungnya", lambda s: tuple(s.mendukung)),
    Field(SASARAN, "indikator", himpunan(INDIKATOR), "indikator yang mengukurnya", _indicators),
    Field(
        SASARAN,
        "sasaran-instansi-lain",
        himpunan(SASARAN),
        "sasaran instansi lain dengan rumusan yang sama",
        lambda s: s.dokumen.kumpulan.serumus(s),
        needs=lambda dokumen: dokumen.kumpulan.antarinstansi,
    ),
]


def _readable_unit(item: PohonIndikator) -> Potongan | None:
    """The unit from its column, the target or the brackets at the end of the name, else the one the target mentions."""
    if not is_kosong(item.indikator.satuan):
        return whole(item.indikator.satuan or "")
    in_target = next((cell.nilai.satuan for cell in item.target if cell.nilai is not None and cell.nilai.satuan), None)
    if in_target is not None:
        return whole(in_target)
    if is_kosong(item.indikator.nama):
        return None
    teks = whole(item.indikator.nama or "").teks
    if teks.satuan_kurung is not None:
        return Potongan(teks, *teks.satuan_kurung)
    mentions = (mentioned_unit(cell.teks) for cell in item.target if cell.teks)
    return next((whole(unit) for unit in mentions if unit is not None), None)


def _has_values(item: PohonIndikator) -> PohonIndikator | None:
    return None if item.seri is None or item.seri.pertama is None else item


def _earlier(item: PohonIndikator) -> tuple[PohonIndikator, ...]:
    same = item.dokumen.indikator_bernama(normalised(item.indikator.nama or ""))
    return tuple([other for other in same if other.index < item.index]) if len(same) > 1 else ()


def _same_name(item: PohonIndikator, others: Iterable[PohonIndikator]) -> tuple[PohonIndikator, ...]:
    name = normalised(item.indikator.nama or "")
    return tuple(other for other in others if name and normalised(other.indikator.nama or "") == name)


_INDIKATOR_FIELDS = [
    Field(INDIKATOR, "nama", TEKS, "nama indikator", lambda s: _text(s.indikator.nama)),
    Field(INDIKATOR, "kode", TEKS, "kode indikator", lambda s: _text(s.indikator.kode), "kode"),
    Field(INDIKATOR, "satuan", TEKS, "satuan di kolomnya", lambda s: _text(s.indikator.satuan)),
    Field(INDIKATOR, "satuan-terbaca", TEKS, "satuan dari kolom, target, lalu kurung di nama", _readable_unit),
    Field(INDIKATOR, "skala", TEKS, "skala di kolomnya", lambda s: _text(s.indikator.skala), "skala"),
    Field(INDIKATOR, "definisi", TEKS, "definisi operasional", lambda s: _text(s.indikator.definisi), "definisi"),
    Field(INDIKATOR, "formula", TEKS, "cara menghitung", lambda s: _text(s.indikator.formula), "formula"),
    Field(INDIKATOR, "sumber-data", TEKS, "sumber data", lambda s: _text(s.indikator.sumber_data), "sumber_data"),
    Field(INDIKATOR, "target", SERI, "target setiap periode", _has_values),
    Field(
        INDIKATOR,
        "tahun",
        himpunan(TAHUN),
        "periode yang bertarget",
        lambda s: () if s.seri is None else tuple(s.seri.nilai),
    ),
    Field(INDIKATOR, "baseline", NILAI, "nilai awal", lambda s: _nilai(s.indikator.baseline, s), "baseline"),
    Field(
        INDIKATOR,
        "kondisi-akhir",
        NILAI,
        "target akhir periode",
        lambda s: _nilai(s.indikator.kondisi_akhir, s),
        "kondisi_akhir",
    ),
    Field(
        INDIKATOR,
        "polarisasi",
        POLARISASI,
        "arah yang diinginkan",
        lambda s: _in_class(POLARISASI, s.indikator.polarisasi),
        "polarisasi",
    ),
    Field(
        INDIKATOR,
        "konsolidasi",
        KONSOLIDASI,
        "cara menggabungkan periode",
        lambda s: _in_class(KONSOLIDASI, s.indikator.konsolidasi),
        "konsolidasi",
    ),
    Field(
        INDIKATOR,
        "penjenjangan",
        PENJENJANGAN,
        "cara menurunkan dari induk",
        lambda s: _in_class(PENJENJANGAN, s.indikator.penjenjangan or s.sasaran.sasaran.penjenjangan),
        "penjenjangan",
    ),
    Field(
        INDIKATOR,
        "aspek",
        ASPEK_IKI,
        "aspek indikator individu",
        lambda s: _in_class(ASPEK_IKI, s.indikator.aspek),
        "aspek",
    ),
    *_statement_fields(INDIKATOR, lambda s: s.sasaran),
    Field(INDIKATOR, "sasaran", SASARAN, "sasaran yang diukurnya", lambda s: s.sasaran),
    Field(
        INDIKATOR,
        "indikator-turunan",
        himpunan(INDIKATOR),
        "indikator bernama sama pada sasaran di bawahnya",
        lambda s: (
            None
            if _children(s.sasaran) is None
            else _same_name(s, (item for node in s.sasaran.anak for item in node.indikator))
        ),
    ),
    Field(
        INDIKATOR,
        "indikator-terdahulu",
        himpunan(INDIKATOR),
        "indikator bernama sama yang mendahuluinya di dokumen ini",
        _earlier,
    ),
    Field(
        INDIKATOR,
        "indikator-dokumen-lain",
        himpunan(INDIKATOR),
        "semua indikator di dokumen lain instansi yang sama",
        lambda s: s.dokumen.indicators_elsewhere(),
        needs=lambda dokumen: bool(dokumen.sekantor),
    ),
    Field(
        INDIKATOR,
        "padanan",
        himpunan(INDIKATOR),
        "indikator yang sama di dokumen lain, pada sasaran yang sama bila ada",
        lambda s: s.dokumen.counterparts(s),
        needs=lambda dokumen: bool(dokumen.sekantor),
    ),
]

_TARGET_FIELDS = [
    Field(TARGET, "teks", TEKS, "target sebagaimana tertulis", lambda s: _text(s.teks)),
    Field(TARGET, "nilai", NILAI, "arti target", lambda s: s.nilai),
    Field(TARGET, "tahun", TAHUN, "periode target", lambda s: s.periode),
    Field(
        TARGET,
        "satuan-tulisan",
        TEKS,
        "satuan yang tertulis di dalam target",
        lambda s: _text(read_nilai(s.teks or "").satuan),
    ),
    Field(TARGET, "indikator", INDIKATOR, "indikator pemilik target", lambda s: s.indikator),
    *_statement_fields(TARGET, lambda s: s.indikator.sasaran),
]


def _period(dokumen: PohonDokumen) -> tuple[float, float] | None:
    years = [
        int(part) for part in (dokumen.dokumen.tahun or "").replace("–", "-").split("-") if part.strip().isdecimal()
    ]
    return (float(years[0]), float(years[-1])) if years else None


def _year(dokumen: PohonDokumen) -> float | None:
    year = (dokumen.dokumen.tahun or "").strip()
    return float(year) if year.isdecimal() else None


_DOKUMEN_FIELDS = [
    Field(DOKUMEN, "instansi", TEKS, "instansi pemilik dokumen", lambda s: _text(s.dokumen.instansi)),
    Field(DOKUMEN, "judul", TEKS, "judul dokumen", lambda s: _text(s.sebutan)),
    Field(DOKUMEN, "jenis", JENIS_INSTANSI, "jenis instansi", lambda s: s.dokumen.jenis_instansi),
    Field(DOKUMEN, "jenis-instansi", JENIS_INSTANSI, "jenis instansi", lambda s: s.dokumen.jenis_instansi),
    Field(DOKUMEN, "jenis-dokumen", JENIS_DOKUMEN, "jenis dokumen", lambda s: s.dokumen.jenis_dokumen),
    Field(DOKUMEN, "tahun", BILANGAN, "tahun dokumen", _year),
    Field(DOKUMEN, "periode", PERIODE, "periode dokumen", _period),
    Field(DOKUMEN, "perubahan", TEKS, "keterangan perubahan", lambda s: _text(s.dokumen.perubahan)),
    Field(DOKUMEN, "sasaran", himpunan(SASARAN), "semua simpul", lambda s: tuple(s.simpul)),
    Field(DOKUMEN, "indikator", himpunan(INDIKATOR), "semua indikator", lambda s: tuple(s.indikator)),
    Field(
        DOKUMEN,
        "target",
        himpunan(TARGET),
        "semua sel target",
        lambda s: tuple(cell for item in s.indikator for cell in item.target),
    ),
    Field(PERIODE, "awal", BILANGAN, "tahun pertama", lambda s: s[0]),
    Field(PERIODE, "akhir", BILANGAN, "tahun terakhir", lambda s: s[1]),
]


def remembered(name: str, get: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """`get`, asked once for each subject; `name` tells what it gives."""

    def read(subject: Any, _env: Any = None) -> Any:
        memory = subject.ingatan
        if name in memory:
            return memory[name]
        value = memory[name] = get(subject)
        return value

    return read


def _kept(field: Field) -> Field:
    """Texts and series are kept with their subject: most rules ask for them, with or without what holds meanwhile."""
    kept = field.tipe in (TEKS, SERI)
    return replace(field, get=remembered(field.name, field.get), kept=True) if kept else field


FIELDS: dict[tuple[str, str], Field] = {
    (field.owner.nama, field.name): _kept(field)
    for field in (*_SASARAN_FIELDS, *_INDIKATOR_FIELDS, *_TARGET_FIELDS, *_DOKUMEN_FIELDS)
}
for _owner, _primary in ((SASARAN, "pernyataan"), (INDIKATOR, "nama")):
    FIELDS[_owner.nama, "teks"] = FIELDS[_owner.nama, _primary]  # the field that every kind of subject has


def field_of(owner: Tipe, name: str) -> Field | None:
    """The field or relation `name` of a subject of type `owner`."""
    return FIELDS.get((owner.nama, name))


def field_names(owner: Tipe) -> tuple[str, ...]:
    """The fields and relations of a subject of type `owner`."""
    return tuple(name for nama, name in FIELDS if nama == owner.nama)


# ---- kinds that a rule may speak about


@dataclass(frozen=True, slots=True)
class SubjectKind:
    """A kind a section may name: the subject it means, its own levels, and the field its findings point at."""

    name: str
    tipe: Tipe
    levels: tuple[Tingkat, ...]
    primary: str
    doc: str


_ALL = tuple(Tingkat)
KINDS = {
    kind.name: kind
    for kind in (
        SubjectKind("tujuan", SASARAN, (Tingkat.TUJUAN,), "pernyataan", "simpul tingkat tujuan"),
        SubjectKind(
            "sasaran",
            SASARAN,
            levels_between(Tingkat.STRATEGIS, Tingkat.SUBKEGIATAN),
            "pernyataan",
            "simpul tingkat strategis sampai subkegiatan",
        ),
        SubjectKind("rhk", SASARAN, (Tingkat.INDIVIDU,), "pernyataan", "rencana hasil kerja perorangan"),
        SubjectKind("rumusan", SASARAN, _ALL, "pernyataan", "tujuan, sasaran, dan rencana hasil kerja"),
        SubjectKind("indikator", INDIKATOR, _ALL, "nama", "indikator pada tingkat mana pun"),
        SubjectKind("target", TARGET, _ALL, "teks", "satu nilai target"),
        SubjectKind("dokumen", DOKUMEN, (), "judul", "dokumen seutuhnya"),
    )
}

# ---- functions


@dataclass(frozen=True, slots=True)
class Function:
    """A function. Each parameter names the types it takes; a set given where one value is taken is mapped over.

    `aggregate` functions take the set itself. `marks` gives the words that decided the result, where that is not the
    whole argument. `make` receives the word lists of the pack.
    """

    name: str
    parameters: tuple[tuple[Tipe, ...], ...]
    result: Tipe
    doc: str
    make: Callable[[Lists], Callable[..., Any]]
    aggregate: bool = False
    marks: Callable[[Potongan], Potongan] | None = None


def _plain(call: Callable[..., Any]) -> Callable[[Lists], Callable[..., Any]]:
    return lambda _lists: call


_of_part = lru_cache(maxsize=1024)(analyse)


def _alone(p: Potongan) -> Any:
    """The analysis of a stretch as a text of its own."""
    return p.teks if p.awal <= p.teks.mulai and p.akhir == len(p.teks.kata) else _of_part(str(p))


def _part(p: Potongan, name: str) -> Potongan | None:
    teks = _alone(p)
    rentang = getattr(teks, name)
    return None if rentang is None else Potongan(teks, *rentang)


def _opening_word(p: Potongan) -> Potongan:
    return Potongan(p.teks, p.awal, min(p.awal + 1, p.akhir))


def _opening_mark(p: Potongan) -> Potongan:
    """A bare name is a name as a whole; every other form shows in the first word."""
    return p if _alone(p).bentuk == "nama" else _opening_word(p)


def _head_mark(p: Potongan) -> Potongan:
    return _part(p, "inti") or _opening_word(p)


def _jenis_hasil(p: Potongan) -> str | None:
    """A text that opens with a measure is read as an indicator, any other as a statement."""
    teks = _alone(p)
    found: str | None = teks.jenis_pernyataan if teks.ukuran == "tanpa-ukuran" else teks.jenis_indikator
    return found


def _pokok(lists: Lists) -> Callable[[Potongan], Potongan | None]:
    """The object without one piece of work before it, and without what is said behind it of manner, norm or purpose."""
    behind = [lists.matcher(name) for name in ("penanda-keterangan", "kata-cara")]
    work = [lists.matcher(name) for name in ("nomina-proses", "nomina-upaya", "nomina-keberhasilan")]

    def call(p: Potongan) -> Potongan | None:
        objek = _part(p, "objek")
        if objek is None:
            return None
        teks, start, end = objek
        after = max((ends for matcher in work if (ends := matcher.at(teks, start)) is not None), default=start)
        cut = next((i for i in range(after + 1, end) if any(m.at(teks, i) is not None for m in behind)), end)
        return Potongan(teks, after if cut - after > 1 else start, cut)

    return call


def _unsur(p: Potongan) -> tuple[Potongan, ...]:
    teks = _alone(p)
    return tuple(Potongan(teks, *rentang) for rentang in teks.unsur)


def _kata_isi(p: Potongan) -> tuple[Potongan, ...]:
    teks = _alone(p)
    found = {
        kata.bentuk.akar: Potongan(teks, i, i + 1)
        for i, kata in reversed(list(enumerate(teks.kata)))
        if kata.bentuk.akar in teks.kata_isi
    }
    return tuple(sorted(found.values(), key=lambda word: word.awal))


def _join_texts(members: tuple[Any, ...]) -> str | None:
    """The members as a list in a sentence, each once."""
    words = list(dict.fromkeys(written(member) for member in members if member is not None))
    if len(words) < 2:
        return words[0] if words else None
    [conjunction] = bundled_istilah("bahasa/kata-rangkai").persis
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def _numbers(members: Any) -> list[float] | None:
    """The numbers of a set or of a series; None when one of them is not known."""
    if isinstance(members, PohonIndikator):
        members = () if members.seri is None else tuple(members.seri.nilai.values())
    numbers = [member.angka if isinstance(member, Nilai) else member for member in members]
    known = [number for number in numbers if number is not None]
    return known if known and len(known) == len(numbers) else None


def _sum(members: Any) -> float | None:
    numbers = _numbers(members)
    return None if numbers is None else sum(numbers)


def _mean(members: Any) -> float | None:
    numbers = _numbers(members)
    return None if numbers is None else sum(numbers) / len(numbers)


def comparable(value: Any) -> Any:
    """A value as it counts when values are told apart: texts by their words, target values by what is written."""
    match value:
        case Potongan():
            return normalised(str(value))
        case Nilai():
            return value.teks if value.angka is None else (value.jenis, value.angka, value.tanda)
        case tuple() | frozenset():
            return frozenset(comparable(member) for member in value)
    return value


def _mode(members: tuple[Any, ...]) -> Any:
    known = [member for member in members if member is not None]
    if not known:
        return None
    [(most, _)] = Counter(map(comparable, known)).most_common(1)
    return next(member for member in known if comparable(member) == most)


def _variety(members: tuple[Any, ...]) -> float | None:
    return None if None in members else float(len(set(map(comparable, members))))


def _first(item: PohonIndikator) -> Nilai | None:
    return item.seri.pertama if item.seri is not None else None


def _last(item: PohonIndikator) -> Nilai | None:
    return item.seri.terakhir if item.seri is not None else None


def _jump(item: PohonIndikator) -> float | None:
    return series.lonjakan(item.seri) if item.seri is not None else None


def _level_distance(above: Any, below: Any) -> float | None:
    """How many levels `below` stands under the nearest of `above`."""
    nodes = above if isinstance(above, tuple) else (above,)
    if below.tingkat is None or not nodes or any(node.tingkat is None for node in nodes):
        return None
    return float(min(below.tingkat.depth - node.tingkat.depth for node in nodes))


def _gaya(value: Any) -> str | None:
    gaya = (value if isinstance(value, Nilai) else read_nilai(str(value))).gaya
    return gaya if gaya in GAYA_DESIMAL.kelas else None


def _written_number(value: Nilai | float) -> Potongan | None:
    number = value.angka if isinstance(value, Nilai) else value
    return None if number is None else whole(write_angka(number))


def _spelling(p: Potongan) -> Potongan | None:
    meant = [kata.bentuk.ejaan for kata in p.teks.kata[p.awal : p.akhir] if kata.bentuk.ejaan]
    return whole(meant[0]) if meant else None


def _standard_unit(p: Potongan) -> Potongan | None:
    unit = satuan_baku(str(p))
    return None if unit is None else whole(unit)


def _look_up(table: str, tipe: Tipe) -> Callable[[Lists], Callable[..., Any]]:
    """A function that gives the value of the first entry of a table found in a text."""

    def make(lists: Lists) -> Callable[..., Any]:
        look_up = lists.table(table)

        def call(p: Potongan) -> Any:
            found = look_up(p)
            return whole(str(found)) if tipe == TEKS and found is not None else found

        return call

    return make


def _usual_unit(lists: Lists) -> Callable[..., Any]:
    national = lists.table("indikator-nasional")

    def call(p: Potongan) -> Potongan | None:
        unit = (national(p) or {}).get("satuan")
        return None if unit is None else whole(str(unit))

    return call


def _aspect(lists: Lists) -> Callable[..., Any]:
    by_words, by_measure = lists.table("aspek-iki"), lists.mapping("aspek-ukuran")

    def call(subject: Potongan | PohonIndikator) -> str | None:
        if isinstance(subject, PohonIndikator):
            declared = _in_class(ASPEK_IKI, subject.indikator.aspek)
            name = _text(subject.indikator.nama)
            return declared or (None if name is None else call(name))
        return by_words(subject) or by_measure.get(_alone(subject).ukuran)

    return call


def polarity(lists: Lists) -> Callable[[PohonIndikator], str | None]:
    """The desired direction of an indicator: from its column, the national indicator in it, its words, its measure."""
    national, by_words, by_measure = (
        lists.table("indikator-nasional"),
        lists.table("arah-baik"),
        lists.mapping("arah-ukuran"),
    )

    @lru_cache(maxsize=65536)
    def by_name(nama: str) -> str | None:
        p = whole(nama)
        return (national(p) or {}).get("arah") or _arah_by_words(p, by_words) or by_measure.get(p.teks.ukuran)

    def call(item: PohonIndikator | PohonTarget) -> str | None:
        item = item.indikator if isinstance(item, PohonTarget) else item
        declared = _in_class(POLARISASI, item.indikator.polarisasi)
        return declared or (None if is_kosong(item.indikator.nama) else by_name(item.indikator.nama or ""))

    return call


def _arah_by_words(p: Potongan, by_words: Callable[[Potongan], Any]) -> str | None:
    """The direction that words tell. A share of an evil may be a good: there the predicate decides, not its subject."""
    found: str | None = by_words(p)
    marks = p.teks.temuan.get("bahasa/penanda-predikat", ())
    if found != "minimal" or p.teks.ukuran != "persentase" or not marks:
        return found
    predicate: str | None = by_words(Potongan(p.teks, marks[0].awal, p.akhir))
    return predicate


def _scale(lists: Lists) -> Callable[..., Any]:
    """The scale a text names ("(skala 1–4)"), else the one its index is known to have: two numbers, or grades."""
    known, grades, marker = lists.table("skala-indeks"), lists.table("skala-indikator"), lists.matcher("penanda-skala")

    def in_unit(written: str | None) -> Any:
        """The range of a unit such as "skala 1–5"; any other unit tells none."""
        unit = _text(written)
        return None if unit is None or not any(found(marker, unit, frozenset())) else in_text(unit)

    def in_text(p: Potongan) -> Any:
        for _, end in found(marker, p, frozenset()):
            behind = str(Potongan(p.teks, end, p.akhir)) if end < p.akhir else ""
            if (ends := read_ends(behind) or _read_top(behind)) is not None:
                return ends
        return _in_brackets(str(p)) or _as_scale(known(p)) or grades(p)

    def call(subject: Potongan | PohonIndikator) -> Any:
        if isinstance(subject, Potongan):
            return in_text(subject)
        name = _text(subject.indikator.nama)
        told = read_ends(subject.indikator.skala or "") or in_unit(subject.indikator.satuan)
        return told or (None if name is None else in_text(name))

    return call


def _read_top(written: str) -> tuple[float, float] | None:
    """The range of a scale told by its highest value ("skala 4"); the scale of a map ("skala 1:5.000") is none."""
    top = _TOP.match(written)
    return None if top is None else (0.0, float(top[1]))


def _in_brackets(written: str) -> tuple[float, float] | None:
    """The range of a scale that stands in brackets behind a name ("(0–100)"); a range that begins higher is a value."""
    ends = _RANGE.search(written)
    return None if ends is None else (float(ends[1]), float(ends[2]))


_TOP = re.compile(r"\s*([3-9]|10|100)(?![\d.,:])")
_RANGE = re.compile(r"\(([01])\s*[-–]\s*([3-9]|10|100)\)\s*$")


def _as_scale(entry: Any) -> Any:
    if isinstance(entry, list) and len(entry) == 2 and all(isinstance(end, (int, float)) for end in entry):
        return (float(entry[0]), float(entry[1]))
    return entry


def _scale_kind(scale: Any) -> str:
    return "angka" if isinstance(scale, tuple) else "predikat"


def _best(lists: Lists) -> Callable[..., Any]:
    scale, direction = _scale(lists), polarity(lists)

    def call(item: PohonIndikator) -> float | None:
        if is_kosong(item.indikator.nama):
            return None
        found, wanted = scale(whole(item.indikator.nama or "")), direction(item)
        return found[wanted == "maksimal"] if isinstance(found, tuple) and wanted in {"maksimal", "minimal"} else None

    return call


_ANY_TEXT = ((TEKS,),)
_SERIES = ((SERI,),)

FUNCTIONS = {
    function.name: function
    for function in (
        Function(
            "bentuk",
            _ANY_TEXT,
            BENTUK,
            "bentuk pembuka rumusan",
            _plain(lambda p: _alone(p).bentuk),
            marks=_opening_mark,
        ),
        Function(
            "ukuran",
            _ANY_TEXT,
            _ukuran(),
            "golongan kata ukur",
            _plain(lambda p: _alone(p).ukuran),
            marks=_opening_word,
        ),
        Function(
            "jenis-hasil", _ANY_TEXT, JENIS_HASIL, "yang dijanjikan atau diukur", _plain(_jenis_hasil), marks=_head_mark
        ),
        Function("aspek-iki", ((TEKS, INDIKATOR),), ASPEK_IKI, "aspek indikator individu", _aspect),
        Function("inti", _ANY_TEXT, TEKS, "nomina kepala", _plain(lambda p: _part(p, "inti"))),
        Function(
            "objek", _ANY_TEXT, TEKS, "teks tanpa kata ukur atau kata kondisi", _plain(lambda p: _part(p, "objek"))
        ),
        Function(
            "pokok", _ANY_TEXT, TEKS, "objek tanpa pekerjaan di depannya dan tanpa keterangan di belakangnya", _pokok
        ),
        Function(
            "unsur", _ANY_TEXT, himpunan(TEKS), "bagian yang digabung dengan dan, serta, atau koma", _plain(_unsur)
        ),
        Function("kata-isi", _ANY_TEXT, himpunan(TEKS), "kata yang bermakna", _plain(_kata_isi)),
        Function("bidang", _ANY_TEXT, himpunan(TEKS), "bidang urusan yang dibicarakan", lambda lists: lists.fields()),
        Function("awal", _ANY_TEXT, TEKS, "kata pertama", _plain(_opening_word)),
        Function("bentuk-kondisi", _ANY_TEXT, TEKS, "kata kerja sebagai keadaan", _look_up("bentuk-kondisi", TEKS)),
        Function("ejaan-terdekat", _ANY_TEXT, TEKS, "ejaan yang barangkali dimaksud", _plain(_spelling)),
        Function("satuan-baku", _ANY_TEXT, TEKS, "ejaan baku satuan", _plain(_standard_unit)),
        Function("satuan-lazim", _ANY_TEXT, TEKS, "satuan yang lazim untuk indikator itu", _usual_unit),
        Function("skala", ((TEKS, INDIKATOR),), SKALA, "skala indeks atau predikat", _scale),
        Function("jenis-skala", ((SKALA,),), JENIS_SKALA, "skala berupa angka atau predikat", _plain(_scale_kind)),
        Function(
            "arah-baik",
            ((INDIKATOR, TARGET),),
            POLARISASI,
            "arah yang diinginkan, dari kolom lalu dari tabel",
            polarity,
        ),
        Function("nilai-terbaik", ((INDIKATOR,),), BILANGAN, "nilai terbaik pada skalanya", _best),
        Function("jenis-nilai", ((NILAI,),), JENIS_NILAI, "jenis nilai target", _plain(lambda value: value.jenis)),
        Function("tanda", ((NILAI,),), TANDA, "tanda batas pada nilai", _plain(lambda value: value.tanda)),
        Function("gaya-desimal", ((NILAI, TEKS),), GAYA_DESIMAL, "tanda desimal yang dipakai", _plain(_gaya)),
        Function(
            "tulis-angka",
            ((NILAI, BILANGAN),),
            TEKS,
            "angka dalam tulisan Indonesia",
            _plain(_written_number),
        ),
        Function("pertama", _SERIES, NILAI, "nilai pertama", _plain(_first)),
        Function("terakhir", _SERIES, NILAI, "nilai terakhir", _plain(_last)),
        Function("lonjakan", _SERIES, BILANGAN, "perubahan terbesar antarperiode, dalam persen", _plain(_jump)),
        Function(
            "jumlah",
            ((himpunan(NILAI), himpunan(BILANGAN), SERI),),
            BILANGAN,
            "jumlah nilai",
            _plain(_sum),
            aggregate=True,
        ),
        Function(
            "rata-rata",
            ((himpunan(NILAI), himpunan(BILANGAN), SERI),),
            BILANGAN,
            "rata-rata nilai",
            _plain(_mean),
            aggregate=True,
        ),
        Function(
            "terbanyak", ((himpunan(TEKS),),), TEKS, "nilai yang paling sering muncul", _plain(_mode), aggregate=True
        ),
        Function(
            "ragam", ((himpunan(TEKS),),), BILANGAN, "banyaknya nilai yang berbeda", _plain(_variety), aggregate=True
        ),
        Function(
            "gabung",
            ((himpunan(TEKS),),),
            UCAPAN,
            "anggota dirangkai menjadi satu teks",
            _plain(_join_texts),
            aggregate=True,
        ),
        Function(
            "jarak-tingkat",
            ((SASARAN, himpunan(SASARAN)), (SASARAN,)),
            BILANGAN,
            "selisih tingkat",
            _plain(_level_distance),
            aggregate=True,
        ),
    )
}

# ---- verdicts


@dataclass(frozen=True, slots=True)
class Verdict:
    """A word that judges a value, standing behind it: `target memburuk`."""

    name: str
    tipe: Tipe
    doc: str
    make: Callable[[Lists], Callable[[Any], bool | None]]


def _course(judge: Callable[[Any, Any], bool | None]) -> Callable[[Lists], Callable[[Any], bool | None]]:
    def make(lists: Lists) -> Callable[[Any], bool | None]:
        direction = polarity(lists)

        def call(item: PohonIndikator) -> bool | None:
            if item.seri is None or len(item.seri.nilai) < 2:
                return None
            wanted = direction(item)
            return None if wanted is None else judge(item.seri, wanted)

        return call

    return make


VERDICTS = {
    verdict.name: verdict
    for verdict in (
        Verdict("memburuk", SERI, "nilainya bergerak ke arah yang tidak diinginkan", _course(series.memburuk)),
        Verdict("membaik", SERI, "nilainya bergerak ke arah yang diinginkan", _course(series.membaik)),
        Verdict(
            "mendatar",
            SERI,
            "semua nilainya sama",
            _plain(lambda item: None if item.seri is None else series.mendatar(item.seri)),
        ),
        Verdict(
            "tidak-baku",
            TEKS,
            "satuan dikenal, tetapi penulisannya tidak baku",
            _plain(lambda p: is_baku(str(p)) is False),
        ),
    )
}
