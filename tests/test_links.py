"""Documents of one office: what is the same in them, what stands above what, and what only seems to."""

import pytest
import yaml

from indikator_rules.evaluator import evaluate
from indikator_rules.links import apply, find_links
from indikator_rules.model.dokumen import Dokumen
from indikator_rules.model.pohon import Kumpulan, PohonDokumen
from indikator_rules.reading import Reading
from indikator_rules.ruleset import load_rules

RENSTRA = """
instansi: Dinas Kesehatan
jenis_dokumen: renstra
judul: Renstra 2025-2029
simpul:
  - tingkat: tujuan
    pernyataan: Meningkatnya derajat kesehatan masyarakat
    indikator: [{nama: Umur Harapan Hidup, satuan: tahun, target: {2026: "72,4"}}]
    anak:
      - tingkat: strategis
        pernyataan: Menurunnya kematian ibu dan bayi
        indikator: [{nama: Angka Kematian Ibu, satuan: per 100.000 kelahiran hidup, target: {2026: "85"}}]
      - tingkat: strategis
        pernyataan: Meningkatnya mutu layanan kesehatan rujukan
        indikator: [{nama: Persentase rumah sakit terakreditasi, satuan: "%", target: {2026: "90"}}]
"""
PK = """
jenis_dokumen: pk
judul: Perjanjian Kinerja 2026
tahun: 2026
simpul:
  - tingkat: strategis
    pernyataan: Menurunnya kematian ibu dan bayi.
    indikator: [{nama: Angka Kematian Ibu, satuan: per 100.000 kelahiran hidup, target: "90"}]
  - tingkat: strategis
    pernyataan: Meningkatnya mutu layanan kesehatan
    indikator: [{nama: Persentase rumah sakit terakreditasi, satuan: "%", target: "90"}]
"""
SKP = """
jenis_dokumen: skp
judul: SKP 2026
simpul:
  - tingkat: individu
    pernyataan: Terlaksananya audit kematian ibu di semua kecamatan
    induk: menurunnya kematian ibu dan bayi
    indikator: [{nama: Jumlah audit kematian ibu, satuan: audit, target: "12"}]
  - tingkat: individu
    pernyataan: Terbimbingnya rumah sakit dalam akreditasi
    induk: Meningkatnya mutu layanan kesehatan rujukan di daerah
"""


def trees(*texts):
    found = [PohonDokumen(Dokumen.model_validate(yaml.safe_load(text))) for text in texts]
    Kumpulan.join(tuple(found))
    return found


def shown(links):
    return [
        (link.dari.dokumen.sebutan, link.dari.sasaran.pernyataan, link.ke.dokumen.sebutan, link.jenis, link.pasti)
        for link in links
    ]


def test_equal_statements_are_one_and_like_ones_a_doubt():
    assert shown(find_links(trees(RENSTRA, PK))) == [
        ("Perjanjian Kinerja 2026", "Menurunnya kematian ibu dan bayi.", "Renstra 2025-2029", "sama", True),
        ("Perjanjian Kinerja 2026", "Meningkatnya mutu layanan kesehatan", "Renstra 2025-2029", "sama", False),
    ]


def test_a_parent_that_staff_name_is_found_in_the_nearest_document():
    named = [link for link in shown(find_links(trees(RENSTRA, PK, SKP))) if link[3] == "induk"]
    assert named == [
        ("SKP 2026", "menurunnya kematian ibu dan bayi", "Perjanjian Kinerja 2026", "induk", True),
        ("SKP 2026", "Meningkatnya mutu layanan kesehatan rujukan di daerah", "Renstra 2025-2029", "induk", False),
    ]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_files_changes_nothing(order):
    texts = (RENSTRA, PK, SKP)
    assert shown(find_links(trees(*(texts[at] for at in order)))) == shown(find_links(trees(*texts)))


def test_certain_links_join_the_trees_and_doubts_do_not():
    renstra, pk, skp = trees(RENSTRA, PK, SKP)
    apply(find_links([renstra, pk, skp]))
    first, second = skp.simpul
    assert first.induk == [pk.simpul[0]]
    assert [node.sasaran.pernyataan for node in skp.konteks] == [second.induk[0].sasaran.pernyataan]
    assert pk.simpul[0].kembar == [renstra.simpul[1]]
    assert pk.simpul[0].induk == [renstra.simpul[0]]
    assert pk.simpul[1].induk == []
    assert list(first.leluhur()) == [pk.simpul[0], renstra.simpul[0]]


def test_a_copy_is_no_child_and_no_sibling_of_what_it_copies():
    renstra, pk = trees(RENSTRA, PK)
    apply(find_links([renstra, pk]))
    assert [child.dokumen for child in renstra.simpul[0].anak] == [renstra, renstra]
    assert list(pk.simpul[0].sejajar()) == []


HEAD = """
jenis_dokumen: skp
judul: SKP Kepala Bidang
simpul: [{tingkat: individu, pernyataan: Terbinanya puskesmas, induk: Menurunnya kematian ibu dan bayi}]
"""
OFFICER = """
jenis_dokumen: skp
judul: SKP Staf
simpul:
  - {tingkat: individu, pernyataan: Terlatihnya bidan, induk: Terbinanya puskesmas}
  - {tingkat: individu, pernyataan: Menurunnya kematian ibu dan bayi, induk: Menurunnya kematian ibu dan bayi}
"""


def test_an_officer_may_name_the_plan_of_a_head_and_never_the_copy_of_a_colleague():
    assert [link[:3] for link in shown(find_links(trees(PK, HEAD, OFFICER))) if link[3] == "induk"] == [
        ("SKP Kepala Bidang", "Menurunnya kematian ibu dan bayi", "Perjanjian Kinerja 2026"),
        ("SKP Staf", "Terbinanya puskesmas", "SKP Kepala Bidang"),
        ("SKP Staf", "Menurunnya kematian ibu dan bayi", "Perjanjian Kinerja 2026"),
    ]


def test_plans_of_two_officers_are_no_copies_of_each_other():
    assert find_links(trees(HEAD, HEAD.replace("Kepala Bidang", "Kepala Seksi").replace(", induk", ", unit"))) == ()


def test_a_national_code_with_like_words_leaves_no_doubt_and_a_number_says_nothing():
    document = "jenis_dokumen: {}\nsimpul: [{{tingkat: program, kode: '{}', pernyataan: {}}}]"
    cases = {
        ("1.02.02", "Program pemenuhan upaya kesehatan", "Program pemenuhan upaya kesehatan perorangan"): [True],
        ("1.02.02", "Program pemenuhan upaya kesehatan", "Program pengelolaan sampah"): [False],
        ("1.1", "Program pemenuhan upaya kesehatan", "Program pengelolaan sampah"): [],
    }
    for (code, one, other), expected in cases.items():
        links = find_links(trees(document.format("renstra", code, one), document.format("pk", code, other)))
        assert [link.pasti for link in links] == expected


def test_documents_of_two_offices_are_not_linked():
    other = PK.replace("jenis_dokumen: pk", "jenis_dokumen: pk\ninstansi: Dinas Sosial")
    assert find_links(trees(RENSTRA, other)) == ()
    assert len(find_links(trees(RENSTRA, PK.replace("jenis_dokumen", "instansi: DINAS KESEHATAN\njenis_dokumen")))) == 2


def test_of_indicators_with_one_name_those_of_the_same_node_are_compared():
    plan = """
jenis_dokumen: renstra
judul: Renstra
simpul:
  - {tingkat: program, pernyataan: Meningkatnya layanan utara, indikator: [{nama: Indeks layanan, target: {2026: "80"}}]}
  - {tingkat: program, pernyataan: Meningkatnya layanan selatan, indikator: [{nama: Indeks layanan, target: {2026: "70"}}]}
"""
    agreement = plan.replace("renstra", "pk").replace("Renstra", "PK")
    readings = [Reading(Dokumen.model_validate(yaml.safe_load(text))) for text in (plan, agreement)]
    rules = load_rules().select(("T13",), ())
    assert evaluate(readings, rules).findings == ()
    readings[1] = Reading(Dokumen.model_validate(yaml.safe_load(agreement.replace('"70"', '"75"'))))
    told = [finding.message for finding in evaluate(readings, rules).findings]
    assert told == [
        "Di PK, target tahun 2026 adalah 75; di sini 70.",
        "Di Renstra, target tahun 2026 adalah 70; di sini 75.",
    ]


def test_a_finding_keeps_its_fingerprint_beside_other_documents():
    rules = load_rules().select(("S02",), ())
    texts = (text.replace("enurunnya", "enurunkan") for text in (RENSTRA, PK, SKP))
    readings = [Reading(Dokumen.model_validate(yaml.safe_load(text))) for text in texts]
    alone = [finding.fingerprint for reading in readings for finding in evaluate(reading, rules).findings]
    assert len(set(alone)) == 2  # that of the renstra stands under its tujuan, that of the agreement under none
    assert [finding.fingerprint for finding in evaluate(readings, rules).findings] == alone


def test_rules_on_parents_reach_over_documents():
    rules = load_rules().select(("R01", "R02", "R07"), ())
    readings = [Reading(Dokumen.model_validate(yaml.safe_load(text))) for text in (RENSTRA, PK, SKP)]
    report = evaluate(readings, rules)
    assert [(finding.code, finding.path) for finding in report.findings if finding.code != "R02"] == [
        (finding.code, finding.path) for finding in evaluate(readings[:1], rules).findings if finding.code != "R02"
    ]
    copied = SKP.replace("Terlaksananya audit kematian ibu di semua kecamatan", "Menurunnya kematian ibu dan bayi")
    readings[2] = Reading(Dokumen.model_validate(yaml.safe_load(copied)))
    assert [
        finding.code for finding in evaluate(readings, rules).findings if finding.path.startswith("simpul[0]")
    ].count("R02") == 1
