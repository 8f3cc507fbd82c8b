"""What rules say of documents: branches, exceptions, repairs, statuses, waivers, containment, determinism."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packs import document, findings, messages, pack, rule, when

from indikator_rules.api import read
from indikator_rules.bundled import bundled
from indikator_rules.evaluator import Plan, evaluate, review
from indikator_rules.finding import Severity, Share, Status
from indikator_rules.language import compiled
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.model.tingkat import Tingkat
from indikator_rules.reporters.to_json import to_json
from indikator_rules.ruleset import load_rules

TODAY = date(2026, 6, 1)
ROAD = "simpul: [{id: S, tingkat: program, pernyataan: Meningkatkan mutu jalan desa, unit: Bidang Jalan}]"


def statuses(rules, text, code="X01"):
    return dict(evaluate(document(text), rules).statuses[code])


# ---- branches and exceptions


def test_the_first_branch_that_holds_reports():
    rules = pack(
        rule(
            'bila pernyataan kosong galat "Satu."\n bila pernyataan terisi catatan "Dua."\n bila unit terisi tanya "Tiga."'
        )
    )
    assert messages(rules, ROAD) == ["Dua."]


def test_an_exception_behind_a_section_excuses_from_all_its_branches():
    body = 'kecuali unit terisi\n bila pernyataan terisi galat "Satu."\n bila tingkat adalah program galat "Dua."'
    assert messages(pack(rule(body)), ROAD) == []


def test_an_exception_behind_a_branch_excuses_from_that_branch_only():
    body = 'bila pernyataan terisi kecuali unit terisi galat "Satu."\n bila pernyataan terisi galat "Dua."'
    assert messages(pack(rule(body)), ROAD) == ["Dua."]


def test_an_exception_that_is_not_known_asks_and_names_what_would_settle_it():
    rules = pack(rule('bila pernyataan terisi kecuali nomenklatur memuat "x" galat "Satu."'))
    [finding] = findings(rules, ROAD)
    assert finding.severity is Severity.TANYA
    assert finding.message.endswith(" karena nama program atau kegiatannya belum dicantumkan.")
    assert statuses(rules, ROAD) == {Status.PERLU_MANUSIA: 1}


def test_a_condition_that_is_not_known_is_told_once_a_document():
    text = "simpul: [{tingkat: program, pernyataan: a}, {tingkat: program, pernyataan: b}]"
    report = evaluate(document(text), pack(when('unit memuat "x"')))
    assert report.findings == ()
    assert [(told.code, told.status) for told in report.assessments] == [("X01", Status.TIDAK_DAPAT_DINILAI)]
    assert report.statuses["X01"] == {Status.TIDAK_DAPAT_DINILAI: 2}


def test_a_branch_that_only_asks_does_not_leave_a_rule_undecided():
    body = 'bila pernyataan kosong galat "Satu."\n bila nomenklatur memuat "x" tanya "Dua."'
    assert statuses(pack(rule(body)), ROAD) == {Status.LOLOS: 1}


def test_a_rule_is_silent_where_one_that_it_gives_way_to_reports():
    both = pack(
        when("pernyataan terisi", message="A"),
        when("unit terisi", code="X02", message="B", yields="diam bila ada temuan X01"),
    )
    assert messages(both, ROAD) == ["A"]
    assert messages(both.select(pilih=["X02"]), ROAD) == ["B"]


@pytest.mark.parametrize(
    ("level", "severity"), [("strategis", "galat"), ("program", "catatan"), ("kegiatan", "catatan")]
)
def test_severity_goes_by_level(level, severity):
    rules = pack(when("pernyataan terisi", severity="galat di strategis; catatan"))
    [finding] = findings(rules, f"simpul: [{{tingkat: {level}, pernyataan: a}}]")
    assert finding.severity == severity


def test_a_rule_speaks_only_of_its_levels_and_a_level_that_is_not_known_is_told():
    rules = pack(when("pernyataan terisi", about="sasaran tingkat program"))
    assert statuses(rules, "simpul: [{tingkat: kegiatan, pernyataan: a}]") == {}
    assert statuses(rules, "simpul: [{pernyataan: a}]") in ({}, {Status.TIDAK_DAPAT_DINILAI: 1})
    report = evaluate(document("simpul: [{pernyataan: a}]"), rules)
    assert [told.because for told in report.assessments] == ["tingkat tidak diketahui"]


# ---- what a finding points at and proposes


def test_words_are_quoted_and_marked():
    rules = pack(when('pernyataan memuat "mutu"', message="“{kutipan}”", suggestion="Hapus {kutipan}."))
    [finding] = findings(rules, ROAD)
    assert (finding.message, finding.suggestion) == ("“mutu”", "Hapus mutu.")
    assert finding.text[slice(*finding.span)] == "mutu"
    assert (finding.field, finding.node, finding.path, finding.level) == ("sasaran", "S", "simpul[0]", "program")


def test_captures_and_witnesses_have_names_in_messages():
    rules = pack(
        when('pernyataan cocok [ "mutu" … sebagai hal $ ]', message="{hal}"),
        when(
            "ada tahun yang target[tahun] lebih dari 5",
            about="indikator",
            code="X02",
            message="{tahun}: {target[tahun]}",
        ),
    )
    text = """
    simpul:
    - {tingkat: program, pernyataan: Meningkatkan mutu jalan desa, indikator: [{nama: Jumlah, target: {2025: '4', 2026: '6'}}]}
    """
    assert messages(rules, text) == ["jalan desa", "2026: 6"]


def test_another_document_is_a_witness_too():
    rules = pack(
        when("ada padanan yang satuan tidak sama dengan ini.satuan", about="indikator", message="{padanan.satuan}")
    )
    one, two = (
        document(f"{{instansi: A, simpul: [{{tingkat: program, indikator: [{{nama: Jumlah, satuan: {unit}}}]}}]}}")
        for unit in ("km", "unit")
    )
    from indikator_rules.reading import Reading  # noqa: PLC0415

    report = evaluate([Reading(one), Reading(two)], rules)
    assert [finding.message for finding in report.findings] == ["unit", "km"]


def test_a_finding_may_point_at_another_field():
    rules = pack(
        when("satuan terisi", about="indikator", severity="galat", message="P.").replace('"P."', '"P." pada satuan')
    )
    [finding] = findings(rules, "simpul: [{indikator: [{nama: a, satuan: km}]}]")
    assert (finding.field, finding.text, finding.span) == ("satuan", "km", None)


@pytest.mark.parametrize(
    ("text", "repair", "expected"),
    [
        ("Meningkatkan mutu", "kutipan menjadi bentuk-kondisi(kutipan)", "Meningkatnya mutu"),
        ("MENINGKATKAN MUTU", "kutipan menjadi bentuk-kondisi(kutipan)", "MENINGKATNYA MUTU"),
        ("Meningkatkan mutu", "hapus kutipan", "mutu"),
        ("Meningkatkan mutu", 'pernyataan menjadi "Lain"', "Lain"),
    ],
)
def test_a_repair_keeps_the_rest_of_the_text_and_its_letters(text, repair, expected):
    rules = pack(rule(f'bila pernyataan diawali verba-aktif galat "P." perbaikan {repair}'))
    [finding] = findings(rules, f"simpul: [{{tingkat: program, pernyataan: {text}}}]")
    assert finding.repair == expected


# ---- statuses


def test_every_status_comes_about():
    sample = """
    pengecualian: [{aturan: X02, alasan: a, pejabat: b, berlaku_sampai: '2999-01-01'}]
    simpul: [{tingkat: program, pernyataan: a}]
    """
    rules = pack(
        when("pernyataan terisi"),
        when("pernyataan terisi", code="X02"),
        when("pernyataan kosong", code="X03"),
        when('unit memuat "x"', code="X04"),
        rule('manusia "Sudahkah?"', code="X05"),
        when("pernyataan terisi", code="X06", about="rumusan yang unit terisi"),
        when("banyak anak yang (pernyataan terisi) lebih dari 1", code="X07"),
    )
    rules = replace(rules, rules=tuple(_crashing(rule) if rule.code == "X07" else rule for rule in rules.rules))
    report = evaluate(document(sample), rules, today=TODAY)
    assert {code: next(iter(counts)) for code, counts in report.statuses.items()} == {
        "X01": Status.TEMUAN,
        "X02": Status.DIKECUALIKAN,
        "X03": Status.LOLOS,
        "X04": Status.TIDAK_DAPAT_DINILAI,
        "X05": Status.PERLU_MANUSIA,
        "X06": Status.TIDAK_BERLAKU,
        "X07": Status.GAGAL,
    }
    assert report.failed
    assert [finding.name for finding in report.findings if finding.code == "X07"] == ["aturan-gagal"]


def _crashing(rule):
    def crash(_subject, _env):
        raise ZeroDivisionError

    [section] = rule.sections
    [branch] = section.branches
    broken = replace(branch, condition=replace(branch.condition, test=crash))
    return replace(rule, compiled=lambda _: [replace(section, branches=(broken,), trigger=None)])


def test_a_rule_that_looks_at_too_much_ends_as_failed_and_others_run(monkeypatch):
    rules = pack(when("ada keturunan yang ada keturunan yang pernyataan kosong"), when("pernyataan terisi", code="X02"))
    chain = ""
    for number in range(12):
        chain = f"{{tingkat: program, pernyataan: '{number}', anak: [{chain}]}}"
    monkeypatch.setattr("indikator_rules.evaluator.STEP_BUDGET", 20)
    report = evaluate(document(f"simpul: [{chain}]"), rules, strict=True)
    assert report.statuses["X01"][Status.GAGAL] >= 1
    assert report.statuses["X02"] == {Status.TEMUAN: 12}
    assert report.failed
    assert compiled.STEP_BUDGET > 1000


@pytest.mark.parametrize(
    ("until", "holds"), [("2026-06-30", True), ("2026-06-01", True), ("2026-05-31", False), ("akhir tahun", False)]
)
def test_a_waiver_holds_until_its_day_if_that_can_be_read(until, holds):
    waiver = f"{{aturan: uji-x01, simpul: S, alasan: a, pejabat: b, berlaku_sampai: '{until}'}}"
    report = evaluate(document(f"{{pengecualian: [{waiver}], {ROAD}}}"), pack(when("pernyataan terisi")), today=TODAY)
    [finding] = [one for one in report.findings if one.code == "X01"]
    assert (finding.waiver is not None) is holds
    assert report.counts()[Severity.GALAT] == (0 if holds else 1)


# ---- laws, with the shipped rules

WORDS = st.sampled_from(
    [
        "meningkatnya",
        "meningkatkan",
        "mutu",
        "jalan",
        "desa",
        "persentase",
        "jumlah",
        "nilai",
        "sakip",
        "melalui",
        "dan",
        "12",
        "2026",
        "%",
        "guna",
        "tepat",
        "yang",
        ".",
        "untuk",
    ]
)
TEXTS = st.one_of(st.none(), st.just(""), st.lists(WORDS, max_size=8).map(" ".join), st.text(max_size=12))
TARGETS = st.one_of(TEXTS, st.sampled_from(["80", "75%", "WTP", "1.500", "-", "2:1000"]))
INDICATORS = st.fixed_dictionaries(
    {
        "nama": TEXTS,
        "satuan": TEXTS,
        "target": st.one_of(TARGETS, st.dictionaries(st.sampled_from(["2025", "2026", "2026-TW1"]), TARGETS)),
    },
    optional={"definisi": TEXTS, "baseline": TARGETS, "polarisasi": TEXTS},
)
NODES = st.recursive(
    st.fixed_dictionaries(
        {
            "tingkat": st.one_of(st.none(), st.sampled_from(Tingkat)),
            "pernyataan": TEXTS,
            "indikator": st.lists(INDICATORS, max_size=2),
        }
    ),
    lambda inner: st.fixed_dictionaries(
        {
            "tingkat": st.sampled_from(Tingkat),
            "pernyataan": TEXTS,
            "induk": TEXTS,
            "unit": TEXTS,
            "anak": st.lists(inner, max_size=2),
        }
    ),
    max_leaves=4,
)
DOCUMENTS = st.builds(lambda nodes: Dokumen.model_validate({"simpul": nodes}), st.lists(NODES, max_size=3))
any_document = settings(max_examples=60, suppress_health_check=list(HealthCheck))


@any_document
@given(DOCUMENTS)
def test_judging_never_fails_and_always_says_the_same(dokumen):
    rules = load_rules()
    assert to_json(evaluate(dokumen, rules, strict=True)) == to_json(evaluate(dokumen, rules, strict=True))


@any_document
@given(DOCUMENTS)
def test_skipping_rules_whose_words_are_absent_loses_no_finding(dokumen):
    rules = load_rules()
    some = evaluate(dokumen, rules, strict=True).findings
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Plan, "awake", lambda plan, _subject: list(range(len(plan.sections))))
        assert evaluate(dokumen, rules, strict=True).findings == some


def test_the_order_of_rules_and_of_files_does_not_matter():
    texts = [when("pernyataan terisi", code=f"X0{number}", message=str(number)) for number in range(1, 5)]
    assert (
        findings(pack(*texts), ROAD) == findings(pack(*reversed(texts)), ROAD) == findings(pack("".join(texts)), ROAD)
    )


def test_the_order_of_siblings_does_not_change_what_is_found():
    nodes = [
        "{tingkat: program, pernyataan: Meningkatkan mutu jalan}",
        "{tingkat: program, pernyataan: Terbangunnya air}",
    ]

    def told(some):
        found = evaluate(document(f"simpul: [{', '.join(some)}]"), load_rules()).findings
        return {(finding.code, finding.text, finding.message) for finding in found}

    assert told(nodes) == told(nodes[::-1])


def test_a_report_is_valid_json():
    assert json.loads(to_json(evaluate(document(ROAD), load_rules())))


# ---- how many nodes meet each principle and criterion


def share(text, *files):
    shares = evaluate(document(text), pack(*files), today=TODAY).shares
    return shares["berbasis-hasil"], shares["terukur"]


ABOUT_STATEMENTS = {"more": 'prinsip berbasis-hasil\n  lke "1.b.4"'}
ABOUT_INDICATORS = {"more": "prinsip terukur", "about": "indikator"}
TWO = "simpul: [{tingkat: program, pernyataan: a}, {tingkat: program, pernyataan: b, indikator: [{nama: c}]}]"


def test_a_node_meets_a_principle_when_it_was_judged_and_no_grave_fault_was_found():
    rules = when('pernyataan memuat "a"', severity="peringatan", **ABOUT_STATEMENTS)
    assert share(TWO, rules) == (Share(1, 2), Share(0, 0))
    assert evaluate(document(TWO), pack(rules)).shares["1.b.4"] == Share(1, 2)


def test_a_rule_that_can_find_nothing_grave_judges_no_node():
    for severity in ("catatan", "tanya"):
        rules = when('pernyataan memuat "z"', severity=severity, **ABOUT_STATEMENTS)
        assert share(TWO, rules)[0] == Share(0, 0)


def test_what_is_not_known_or_does_not_apply_judges_no_node():
    assert share(TWO, when('unit memuat "z"', **ABOUT_STATEMENTS))[0] == Share(0, 0)
    excused = rule('kecuali pernyataan memuat "b"\n bila pernyataan terisi galat "Satu."', **ABOUT_STATEMENTS)
    assert share(TWO, excused)[0] == Share(0, 1)


def test_a_principle_of_indicators_judges_only_nodes_that_have_some():
    assert share(TWO, when('nama memuat "z"', **ABOUT_INDICATORS))[1] == Share(1, 1)
    assert share(TWO, when('nama memuat "c"', **ABOUT_INDICATORS))[1] == Share(0, 1)


def test_a_grave_fault_of_the_statement_counts_for_a_principle_of_indicators():
    missing = when('pernyataan memuat "a"', more="prinsip terukur")
    assert share(TWO, missing)[1] == Share(0, 1)


def test_a_waived_fault_counts_neither_way():
    waived = TWO + "\npengecualian: [{aturan: X01, alasan: x, pejabat: y, berlaku_sampai: 2999-12-31}]"
    assert share(waived, when('pernyataan memuat "a"', **ABOUT_STATEMENTS))[0] == Share(1, 1)


# ---- verdicts


def test_verdicts_tell_of_each_node_and_indicator_what_evaluate_sums_up():
    text = "simpul: [{tingkat: program, pernyataan: Meningkatkan mutu jalan, indikator: [{nama: Mutu, satuan: '%', target: {2025: '80', 2026: '70'}}, {nama: Indeks jalan}]}]"
    rules = load_rules()
    report, [node] = review(document(text), rules)
    every = [node, *node.items]
    assert sorted(finding for one in every for finding in one.findings) == sorted(
        finding for finding in report.findings if finding.path
    )
    told = {(code, status) for one in every for code, found in one.statuses.items() for status in found}
    whole = {(code, status) for code, counts in report.statuses.items() for status in counts}
    assert told <= whole
    assert {code for code, status in told if status is Status.TIDAK_DAPAT_DINILAI} == {
        code for one in every for code in one.unknown
    }


@pytest.mark.parametrize("name", ["setda-keliru", "kementerian-bersih", "asal"])
def test_a_review_says_the_same_of_the_whole(name):
    readings, rules = read(bundled("corpus").joinpath("contoh", f"{name}.yaml")), load_rules()
    assert review(readings, rules)[0] == evaluate(readings, rules)


def test_a_review_tells_a_crash_once_and_knows_which_waivers_were_needed():
    text = TWO + "\npengecualian: [{aturan: X01, alasan: x, pejabat: y, berlaku_sampai: 2999-12-31}]"
    rules = pack(when('pernyataan memuat "a"', **ABOUT_STATEMENTS), when("pernyataan terisi", code="X02"))
    rules = replace(rules, rules=tuple(_crashing(rule) if rule.code == "X02" else rule for rule in rules.rules))
    report, verdicts = review(document(text), rules, today=TODAY)
    assert report == evaluate(document(text), rules, today=TODAY)
    assert report.failed
    assert [sorted(verdict.statuses["X02"]) for verdict in verdicts] == [[Status.GAGAL], [Status.GAGAL]]


def test_a_verdict_says_what_each_subject_lacked_itself():
    text = "simpul: [{tingkat: program, pernyataan: a, unit: Bidang Jalan}, {tingkat: program, pernyataan: b}]"
    _, (known, unknown) = review(document(text), pack(when('unit memuat "jalan"')))
    assert (known.statuses["X01"], known.unknown) == ({Status.TEMUAN}, {})
    assert (unknown.statuses["X01"], unknown.unknown) == ({Status.TIDAK_DAPAT_DINILAI}, {"X01": "unit kosong"})
