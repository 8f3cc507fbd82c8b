"""What the checker finds before a rule runs; and that what it lets pass can be compiled and run."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packs import faults, istilah, rule, subject, when
from sensible import sensible
from strategies import conditions

from indikator_rules.language import syntax
from indikator_rules.language.checker import check_item
from indikator_rules.language.compiled import Env
from indikator_rules.language.compiler import Compiler
from indikator_rules.language.evidence import explain, gather
from indikator_rules.language.lists import Lists
from indikator_rules.language.parser import parse
from indikator_rules.language.scope import Names, Scope
from indikator_rules.language.vocabulary import KINDS


def of(condition, about="rumusan", **parts):
    """The faults of a rule with this condition."""
    return faults(when(condition, about=about, **parts))


def test_a_sound_rule_has_no_fault():
    assert of("pernyataan terisi") == []


# ---- names and types


@pytest.mark.parametrize(
    ("condition", "fault"),
    [
        ("pernyatan terisi", "nama-tak-dikenal"),
        ("induk.pernyatan terisi", "nama-tak-dikenal"),
        ("ini.pernyatan terisi", "nama-tak-dikenal"),
        ("ada indikator yang pernyataan terisi", "nama-milik-ini"),
        ("benduk(pernyataan) adalah aktif", "fungsi-tak-dikenal"),
        ("bentuk(pernyataan, pernyataan) adalah aktif", "banyak-argumen"),
        ("bentuk(indikator) adalah aktif", "tipe-tidak-sesuai"),
        ("jumlah(pernyataan) lebih dari 1", "tipe-tidak-sesuai"),
        ("bentuk(pernyataan) adalah pasif", "kelas-tak-dikenal"),
        ("bentuk(pernyataan) termasuk pasif, aktif", "kelas-tak-dikenal"),
        ("tingkat lebih tinggi daripada desa", "kelas-tak-dikenal"),
        ("pernyataan memburuk", "tipe-tidak-sesuai"),
        ("pernyataan hebat", "sebutan-tak-dikenal"),
        ("pernyataan memuat kata-hilang", "daftar-tak-dikenal"),
        ('pernyataan memuat "mutu" di luar kata-hilang', "daftar-tak-dikenal"),
        ("pernyataan cocok [ kata-hilang ]", "daftar-tak-dikenal"),
        ("pernyataan cocok kata-hilang", "daftar-tak-dikenal"),
        ("pernyataan sesuai dengan unit menurut tabel-hilang", "daftar-tak-dikenal"),
        ("dokumen berkolom definsi", "kolom-tak-dikenal"),
        ("pernyataan berkolom definisi", "tipe-tidak-sesuai"),
        ('indikator memuat "mutu"', "tipe-tidak-sesuai"),
        ('indikator cocok [ "mutu" ]', "tipe-tidak-sesuai"),
        ("pernyataan lebih dari 3", "tipe-tidak-sesuai"),
        ("banyak anak lebih dari pernyataan", "tipe-tidak-sesuai"),
        ("pernyataan dalam rentang 1 sampai 2", "tipe-tidak-sesuai"),
        ("pernyataan lebih tinggi daripada unit", "tipe-tidak-sesuai"),
        ("pernyataan lebih buruk daripada unit", "tipe-tidak-sesuai"),
        ("pernyataan sama dengan 3", "tipe-tidak-sesuai"),
        ("pernyataan mirip unit paling sedikit unit", "tipe-tidak-sesuai"),
        ("pernyataan berkaitan dengan banyak anak", "tipe-tidak-sesuai"),
        ("dokumen.periode termasuk 3", "tipe-tidak-sesuai"),
        ("ada pernyataan", "bukan-himpunan"),
        ("banyak pernyataan lebih dari 1", "bukan-himpunan"),
        ("pernyataan[2026] terisi", "tipe-tidak-sesuai"),
        ("pernyataan + 1 lebih dari 1", "tipe-tidak-sesuai"),
        ("pernyataan cocok [ … ]", "pola-hampa"),
        ('pernyataan cocok [ "mutu"? … ]', "pola-hampa"),
    ],
)
def test_a_name_or_type_that_does_not_fit(condition, fault):
    assert fault in of(condition)


@pytest.mark.parametrize(
    "message",
    [
        "{pernyatan}",
        "{bentuk(pernyatan)}",
        "{banyak anek}",
        "{banyak anak yang (pernyatan terisi)}",
        "{1 + banyak anek}",
        "{sejajr}",
    ],
)
def test_a_message_is_checked_like_a_condition(message):
    assert "nama-tak-dikenal" in of("pernyataan terisi", message=message)


@pytest.mark.parametrize(
    "condition",
    [
        "lonjakan(target) dalam rentang 1 sampai banyak entah",
        "lonjakan(target) dalam rentang (banyak entah) sampai 3",
        "lonjakan(target) kurang dari 3 × banyak entah",
        "target[banyak entah] lebih dari 3",
        "nama mirip definisi paling sedikit (banyak entah)",
        "(banyak tahun yang (entah terisi)) + 1 lebih dari 3",
    ],
)
def test_a_count_is_checked_wherever_it_stands(condition):
    assert "nama-tak-dikenal" in of(condition, about="indikator")


def test_quantifiers_nest_at_most_twice():
    twice = "ada anak yang ada anak yang pernyataan terisi"
    assert of(twice) == []
    assert of(f"ada anak yang {twice}") == ["terlalu-dalam"]
    assert of("banyak anak yang (banyak anak yang (ada anak yang pernyataan terisi) lebih dari 1) lebih dari 1") == [
        "terlalu-dalam"
    ]


# ---- definitions and patterns


def test_a_named_condition_that_speaks_of_itself_is_a_fault():
    assert "sebutan-melingkar" in faults("sebut t aneh bila t aneh\n" + when("pernyataan terisi"))
    both = "sebut t satu bila t dua\nsebut t dua bila t satu\n"
    assert "sebutan-melingkar" in faults(both + when("pernyataan satu"))


def test_a_pattern_that_speaks_of_itself_is_a_fault():
    assert "pola-melingkar" in faults('pola a = [ "x" a ] "arti"\n' + when("pernyataan terisi"))
    both = 'pola a = [ "x" b ] "arti"\npola b = [ a ] "arti"\n'
    assert "pola-melingkar" in faults(both + when("pernyataan terisi"))


@pytest.mark.parametrize(
    "condition",
    [
        "pernyataan cocok a",
        "pernyataan cocok [ a ]",
        "pernyataan memuat a",
        "pernyataan diawali a",
        'pernyataan memuat "y" di luar a',
    ],
)
def test_a_rule_that_uses_a_circular_pattern_is_faulty_itself(condition):
    source = 'pola a = [ "x" a ] "arti"\n' + when(condition)
    items = parse(source).file.items
    names = Names(patterns={"a": items[0]})
    assert [diagnostic.name for diagnostic in check_item(items[1], names)] == ["pola-melingkar"]


# ---- kinds, levels and severities


def test_an_unknown_kind():
    assert faults(when("pernyataan terisi", about="sasran")) == ["jenis-tak-dikenal"]


@pytest.mark.parametrize("about", ["tujuan tingkat program", "rhk tingkat program", "dokumen tingkat program"])
def test_a_level_that_a_kind_cannot_have(about):
    assert "tingkat-mustahil" in faults(
        when("dokumen terisi" if "dokumen" not in about else "judul terisi", about=about)
    )


@pytest.mark.parametrize(
    ("severity", "fault"),
    [
        ("galat di strategis; catatan di strategis, program", "keparahan-ganda"),
        ("galat di strategis", "keparahan-tak-lengkap"),
        ("galat di strategis sampai individu", "tingkat-mustahil"),
    ],
)
def test_severities_must_cover_the_levels_once(severity, fault):
    assert fault in of("pernyataan terisi", severity=severity, about="sasaran tingkat strategis, program")


def test_a_severity_without_levels_stands_for_all_others():
    assert of("pernyataan terisi", severity="galat di strategis; catatan", about="sasaran") == []


# ---- exceptions


@pytest.mark.parametrize(
    ("unless", "fault"),
    [
        ("kecuali unit terisi", "kecuali-memadamkan"),
        ("kecuali unit kosong", "kecuali-tak-berguna"),
        ("kecuali kode terisi kecuali kode terisi", "kecuali-tak-berguna"),
        ('kecuali pernyataan tidak memuat "mutu"', "kecuali-tak-berguna"),
    ],
)
def test_an_exception_that_can_never_matter(unless, fault):
    body = f'bila unit terisi dan pernyataan memuat "mutu"\n  {unless}\n  galat "Pesan."'
    assert fault in faults(rule(body))


# ---- clauses and examples


def test_an_aspect_or_a_principle_that_does_not_exist():
    assert faults(when("pernyataan terisi").replace("aspek spesifik", "aspek bagus")) == ["aspek-tak-dikenal"]
    assert of("pernyataan terisi", more="prinsip bagus") == ["prinsip-tak-dikenal"]


@pytest.mark.parametrize(
    ("examples", "fault"),
    [
        ('contoh baik "a"', "contoh-buruk-tak-ada"),
        ('contoh buruk "a"', "contoh-baik-tak-ada"),
        ('contoh buruk "a" contoh buruk "a" contoh baik "b"', "contoh-ganda"),
        ('contoh buruk "a" contoh baik "a"', "contoh-bertentangan"),
    ],
)
def test_examples_that_prove_nothing(examples, fault):
    assert faults(when("pernyataan terisi", examples=examples)) == [fault]


def test_one_text_may_be_good_and_bad_at_different_levels():
    examples = 'contoh buruk tingkat program "a" contoh baik tingkat individu "a"'
    assert faults(when("pernyataan terisi", examples=examples)) == []


def test_a_question_for_a_person_needs_no_bad_example():
    assert faults(rule('manusia "Sudahkah?"', examples='contoh baik "a"')) == []


# ---- between rules


def test_a_code_or_name_is_used_once():
    assert faults(when("pernyataan terisi") + when("pernyataan kosong")) == ["nama-ganda", "nama-ganda"]
    alias = when("pernyataan terisi", more="alias X02") + when("pernyataan kosong", code="X02")
    assert faults(alias) == ["nama-ganda"]


def test_rules_that_wait_for_each_other():
    pair = when("pernyataan terisi", yields="diam bila ada temuan X02")
    assert faults(pair + when("pernyataan kosong", code="X02", yields="diam bila ada temuan X01")) == [
        "diam-melingkar",
        "diam-melingkar",
    ]
    assert faults(pair) == ["diam-tak-ada"]


# ---- what passes can be compiled and run

SHARED = """
pola pola-uji = [ "mutu" … angka ] "arti"
sebut t sebutan-uji bila t memuat kata-uji
parameter batas-uji = 3 "arti"
"""
DOCUMENT = """
instansi: Dinas Contoh
jenis_instansi: pemda
tahun: 2025-2026
simpul:
- {id: T, tingkat: tujuan, pernyataan: Meningkatnya mutu layanan dasar}
- id: S
  tingkat: program
  pernyataan: Meningkatkan mutu jalan dan jembatan 12 desa
  induk: T
  unit: Dinas Contoh
  indikator:
  - {nama: Jumlah jalan, satuan: km, target: {2025: '10', 2026: '12', 2026-TW1: '3'}, baseline: '8', definisi: ''}
  - {nama: Nilai SAKIP, satuan: predikat, target: B, kondisi_akhir: BB}
  anak:
  - {tingkat: kegiatan, pernyataan: Terbangunnya jalan, indikator: [{nama: Jumlah jalan, target: '4'}]}
- {tingkat: program, pernyataan: '', indikator: [{nama: '', target: ''}]}
"""
NODES = ["simpul[0]", "simpul[1]", "simpul[1].anak[0]", "simpul[2]"]
INDICATORS = ["simpul[1].indikator[0]", "simpul[1].indikator[1]", "simpul[1].anak[0].indikator[0]"]
CELLS = ["simpul[1].indikator[0].target[2025]", "simpul[1].indikator[1].target", "simpul[2].indikator[0].target"]
PATHS = {
    "rumusan": NODES,
    "indikator": [*INDICATORS, "simpul[2].indikator[0]"],
    "target": CELLS,
    "dokumen": [""],
}
LISTS = {"kata-uji": istilah("kata-uji", ["mutu"]), "tabel-uji": istilah("tabel-uji", {"jalan": {"sesuai": ["km"]}})}


def names_of(items):
    return Names(
        lists=LISTS,
        patterns={item.name: item for item in items if isinstance(item, syntax.NamedPattern)},
        definitions={item.name: item for item in items if isinstance(item, syntax.Definition)},
        parameters={item.name: item for item in items if isinstance(item, syntax.Parameter)},
    )


@settings(max_examples=500, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(PATHS)).flatmap(lambda kind: st.tuples(st.just(kind), sensible(KINDS[kind].tipe))))
def test_what_the_checker_lets_pass_compiles_and_runs(asked):
    kind, condition = asked
    parsed = parse(SHARED + when(condition, about=kind))
    assert parsed.diagnostics == ()
    *_, node = parsed.file.items
    names = names_of(parsed.file.items)
    if check_item(node, names):
        return
    tipe = KINDS[kind].tipe
    check = Compiler(names, Lists(LISTS)).check(node.sections[0].branches[0].condition, Scope(names, tipe, tipe))
    for path in PATHS[kind]:
        it, _ = subject(DOCUMENT, path)
        verdict = check.test(it, Env(it))
        assert verdict in {True, False, None}
        assert explain(check, it, Env(it)).verdict is verdict
        if verdict:
            gather(check, it, Env(it))


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(conditions)
def test_the_checker_has_an_answer_to_every_condition(condition):
    [node] = parse(when("pernyataan terisi")).file.items
    [section] = node.sections
    branch = replace(section.branches[0], condition=condition)
    assert isinstance(check_item(replace(node, sections=(replace(section, branches=(branch,)),)), Names()), tuple)
