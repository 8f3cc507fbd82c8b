"""What each command does with documents and rules."""

import json
import re

import jsonschema
import openpyxl
import pytest

from indikator_rules.bundled import bundled
from indikator_rules.cli import run
from indikator_rules.cli.screen import shown_in
from indikator_rules.reporters.schema import schema

FAULTY = """\
instansi: Dinas Contoh
simpul:
- tingkat: program
  pernyataan: Meningkatkan kualitas layanan perpustakaan
  indikator:
  - {nama: Indeks kepuasan pemustaka, satuan: indeks (skala 1-4), target: "3,2"}
"""
ROWS = [
    {
        "id": "a",
        "instansi": "1",
        "tingkat": "program",
        "sasaran": "Meningkatnya mutu jalan",
        "indikator": "Jumlah jalan",
    },
    {"id": "b", "instansi": "2", "tingkat": "program", "sasaran": None, "indikator": "Jumlah jembatan mantap"},
    {"id": "c", "instansi": "3", "tingkat": "program", "sasaran": "Menyusun laporan", "indikator": None},
]
VALUES = [
    {"satuan": "", "target": "meningkat"},
    {"satuan": "bh", "target": "80"},
    {"satuan": None, "target": None},
]
BROKEN_RULE = 'aturan S99 rusak "Rusak"\n  untuk sasaran\n'


@pytest.fixture
def faulty(tmp_path):
    file = tmp_path / "keliru.yaml"
    file.write_text(FAULTY, encoding="utf-8")
    return file


@pytest.fixture
def clean(tmp_path):
    file = tmp_path / "bersih.yaml"
    file.write_text(FAULTY.replace("Meningkatkan", "Meningkatnya"), encoding="utf-8")
    return file


@pytest.fixture
def own_rules(tmp_path):
    """A pack of one good rule, copied from the shipped one."""
    folder = tmp_path / "aturan"
    folder.mkdir()
    shipped = bundled("rules").joinpath("sasaran", "S02-kata-kerja-aktif.aturan")
    (folder / "S02.aturan").write_text(shipped.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def said(capsys, *arguments):
    code = run(list(map(str, arguments)))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


# ---- periksa


def test_a_draft_is_checked_at_its_stage(capsys, tmp_path):
    draft = tmp_path / "rancangan.yaml"
    draft.write_text("simpul: [{tingkat: tujuan, pernyataan: Menurunnya kemiskinan}]\n", encoding="utf-8")
    code, page, _ = said(capsys, "periksa", draft, "--tahap", 1)
    assert (code, "Belum ada sasaran strategis." in page, "I13" in page) == (0, True, False)
    stage = json.loads(said(capsys, "periksa", draft, "--tahap", 1, "--format", "json")[1])["stage"]
    assert (stage["number"], [lack["level"] for lack in stage["lacks"]]) == (1, ["strategis"])
    assert "bilangan bulat dari 1 sampai 5" in said(capsys, "periksa", draft, "--tahap", 6)[2]


def test_findings_end_with_1_and_no_findings_with_0(capsys, faulty, clean):
    assert said(capsys, "periksa", faulty, "--pilih", "S02")[0] == 1
    assert said(capsys, "periksa", clean, "--pilih", "S02")[0] == 0


@pytest.mark.parametrize(("gate", "code"), [("galat", 0), ("peringatan", 0), ("catatan", 1)])
def test_the_gate_decides_which_findings_fail(capsys, tmp_path, gate, code):
    file = tmp_path / "cara.yaml"
    file.write_text(
        FAULTY.replace("Meningkatkan", "Meningkatnya").replace("perpustakaan", "desa melalui bimtek"), "utf-8"
    )
    assert said(capsys, "periksa", file, "--pilih", "S05", "--gagal-pada", gate)[0] == code


def test_rules_are_chosen_by_code_or_name_and_left_out(capsys, faulty):
    def codes(*options):
        return {
            json.loads(line).get("code")
            for line in said(capsys, "periksa", faulty, "--format", "jsonl", *options)[1].splitlines()
        }

    assert codes("--pilih", "s02,I01") == {"S02", None}
    assert codes("--pilih", "kata-kerja-aktif") == {"S02", None}
    assert "S02" not in codes("--abaikan", "S02")
    assert said(capsys, "periksa", faulty, "--pilih", "Z99")[0] == 2


def test_json_and_lines_hold_the_same_findings(capsys, faulty):
    whole = json.loads(said(capsys, "periksa", faulty, "--format", "json")[1])
    *lines, last = said(capsys, "periksa", faulty, "--format", "jsonl")[1].splitlines()
    assert list(map(json.loads, lines)) == whole["findings"]
    assert json.loads(last) == {"summary": whole["summary"]}


def test_what_programs_get_fits_the_published_schemas(capsys, faulty):
    for command, nama in (("periksa", "laporan"), ("impor", "dokumen")):
        jsonschema.validate(json.loads(said(capsys, command, faulty, "--format", "json")[1]), schema(nama))


@pytest.mark.parametrize(
    ("form", "start"),
    [("sarif", "{"), ("junit", "<?xml"), ("github", "::error "), ("markdown", "# "), ("csv", "\ufeffStatus,")],
)
def test_a_report_is_written_in_the_form_that_is_asked_for(capsys, faulty, form, start):
    code, page, _ = said(capsys, "periksa", faulty, "--format", form)
    assert (code, page.startswith(start)) == (1, True)
    assert "S02" in page


def test_the_gate_decides_what_fails_in_a_build_server(capsys, faulty):
    strict = said(capsys, "periksa", faulty, "--format", "junit", "--gagal-pada", "catatan")[1]
    assert "Catatan: " not in strict


def test_a_report_goes_to_the_file_that_is_asked_for(capsys, faulty, tmp_path):
    target = tmp_path / "hasil.txt"
    assert said(capsys, "periksa", faulty, "--ke", target) == (1, "", "")
    assert "HARUS DIPERBAIKI  S02" in target.read_text(encoding="utf-8")


def test_an_unreadable_file_is_named_and_the_rest_is_still_judged(capsys, faulty, tmp_path):
    code, page, err = said(capsys, "periksa", tmp_path / "tiada.docx", faulty)
    assert code == 2
    assert "S02 kata-kerja-aktif" in page
    assert err.startswith(f"indikator: {tmp_path / 'tiada.docx'}: berkas tidak ditemukan")


def test_the_level_of_a_document_that_does_not_say_it_can_be_told(capsys, tmp_path):
    file = tmp_path / "tanpa-tingkat.yaml"
    file.write_text(FAULTY.replace("- tingkat: program\n  ", "- "), encoding="utf-8")
    assert said(capsys, "periksa", file, "--pilih", "S02")[0] == 0
    assert said(capsys, "periksa", file, "--pilih", "S02", "--tingkat", "program")[0] == 1


def test_an_unknown_profile_is_refused(capsys, faulty):
    code, _, err = said(capsys, "periksa", faulty, "--profil", "entah")
    assert code == 2
    assert err.startswith("indikator: Profil “entah” tidak ada.")


@pytest.mark.parametrize(
    ("kinds", "options", "profile"),
    [
        (["kl"], [], "kl"),
        (["pemda"], ["--profil", "ketat"], "ketat"),
        (["kl", "pemda"], [], None),
        ([], [], None),
    ],
)
def test_the_kind_of_instansi_picks_the_profile(capsys, tmp_path, kinds, options, profile):
    files = [tmp_path / f"{kind}.yaml" for kind in kinds or ["tanpa"]]
    for file, kind in zip(files, kinds or [None], strict=True):
        file.write_text(FAULTY if kind is None else f"jenis_instansi: {kind}\n{FAULTY}", encoding="utf-8")
    page = said(capsys, "periksa", *files, *options, "--format", "json")[1]
    assert json.loads(page)["pack"]["profile"] == profile


def test_one_faulty_rule_is_told_and_the_others_judge(capsys, faulty, own_rules):
    (own_rules / "S99.aturan").write_text(BROKEN_RULE, encoding="utf-8")
    code, page, err = said(capsys, "periksa", faulty, "--aturan", own_rules)
    assert code == 2
    assert "S02 kata-kerja-aktif" in page
    assert "S99.aturan:2:" in err


# ---- impor


def test_a_document_is_shown_as_understood(capsys, faulty):
    _, page, _ = said(capsys, "impor", faulty, "--format", "json")
    (node,) = json.loads(page)["simpul"]
    assert (node["tingkat"], node["indikator"][0]["target"]) == ("program", "3,2")


def test_what_impor_writes_periksa_reads_alike(capsys, faulty, tmp_path):
    again = tmp_path / "lagi.yaml"
    assert said(capsys, "impor", faulty, "--ke", again)[0] == 0
    codes = [
        [json.loads(line).get("code") for line in said(capsys, "periksa", file, "--format", "jsonl")[1].splitlines()]
        for file in (faulty, again)
    ]
    assert codes[0] == codes[1]


def test_several_documents_are_one_json_list(capsys, faulty, clean):
    assert len(json.loads(said(capsys, "impor", faulty, clean, "--format", "json")[1])) == 2


# ---- analisis


def test_every_row_gets_its_labels(capsys, tmp_path):
    file = tmp_path / "baris.jsonl"
    file.write_text("".join(json.dumps(row | value) + "\n" for row, value in zip(ROWS, VALUES, strict=True)), "utf-8")
    code, page, _ = said(capsys, "analisis", file, "--format", "jsonl")
    rows = {row["id"]: row for row in map(json.loads, page.splitlines())}
    assert code == 0
    assert list(rows["a"]) == ["id", "s_bentuk", "s_jenis", "i_ukur", "i_arah", "i_jenis", "u", "t"]
    assert (rows["a"]["s_bentuk"], rows["a"]["u"], rows["a"]["t"]) == ("kondisi", "kosong", "tidak_terukur")
    assert (rows["b"]["s_bentuk"], rows["b"]["i_ukur"], rows["b"]["u"], rows["b"]["t"]) == (
        None,
        True,
        "tidak_baku",
        "ok",
    )
    assert (rows["c"]["s_bentuk"], rows["c"]["i_ukur"], rows["c"]["u"], rows["c"]["t"]) == ("aktif", None, None, None)


def test_an_analysis_is_shown_to_people_in_words(capsys, faulty):
    _, page, _ = said(capsys, "analisis", faulty)
    assert "s_bentuk aktif" in page
    assert "i_ukur ya" in page
    assert "Meningkatkan " in page
    assert "meN-tingkat-kan" in page


# ---- rules


def test_all_rules_are_listed(capsys):
    _, page, _ = said(capsys, "aturan", "daftar")
    assert [line for line in page.splitlines() if line.startswith("S02  kata-kerja-aktif ")]
    assert "S02" in {rule["code"] for rule in json.loads(said(capsys, "aturan", "daftar", "--format", "json")[1])}


def test_the_shipped_rules_are_well_written(capsys):
    assert said(capsys, "aturan", "cek")[0] == 0


def test_a_faulty_rule_is_shown_with_its_place(capsys, own_rules):
    (own_rules / "S99.aturan").write_text(BROKEN_RULE, encoding="utf-8")
    code, page, err = said(capsys, "aturan", "cek", own_rules)
    assert code == 2
    assert "S99.aturan:2:" in err
    assert "1 aturan dapat dipakai; 1 kesalahan ditemukan." in page


def test_a_folder_without_a_usable_rule_is_refused_with_its_faults(capsys, tmp_path):
    (tmp_path / "S99.aturan").write_text(BROKEN_RULE, encoding="utf-8")
    code, _, err = said(capsys, "aturan", "cek", tmp_path)
    assert code == 2
    assert "S99.aturan:2:" in err
    assert "Tidak ada aturan yang dapat dipakai" in err


def test_the_examples_of_rules_are_run(capsys, own_rules):
    code, page, _ = said(capsys, "aturan", "uji", own_rules)
    assert code == 0
    assert page.endswith("contoh dari 1 aturan dijalankan; 0 tidak sesuai.\n")


def test_an_example_that_turns_out_otherwise_is_shown(capsys, own_rules):
    rule = (own_rules / "S02.aturan").read_text(encoding="utf-8")
    wrong = '\n  contoh baik tingkat program "Meningkatkan mutu jalan"\n'
    (own_rules / "S02.aturan").write_text(rule.rstrip() + wrong, encoding="utf-8")
    code, page, _ = said(capsys, "aturan", "uji", own_rules)
    assert code == 1
    assert "diharapkan “baik”, ternyata temuan" in page


def test_rule_files_are_written_canonically(capsys, own_rules):
    file = own_rules / "S02.aturan"
    said(capsys, "aturan", "format", own_rules)
    tidy = file.read_text(encoding="utf-8")
    file.write_text(tidy.replace("bila        ", "bila   "), encoding="utf-8")
    assert said(capsys, "aturan", "format", "--cek", own_rules)[:2] == (1, f"{file}\n")
    assert said(capsys, "aturan", "format", own_rules)[0] == 0
    assert file.read_text(encoding="utf-8") == tidy
    assert said(capsys, "aturan", "format", "--cek", own_rules)[:2] == (0, "")


def test_a_rule_file_with_a_fault_is_not_rewritten(capsys, tmp_path):
    file = tmp_path / "S99.aturan"
    file.write_text(BROKEN_RULE, encoding="utf-8")
    code, _, err = said(capsys, "aturan", "format", tmp_path)
    assert code == 2
    assert f"{file}: ada kesalahan penulisan" in err
    assert file.read_text(encoding="utf-8") == BROKEN_RULE


def test_a_rule_has_a_page(capsys):
    code, page, _ = said(capsys, "jelaskan", "s02")
    assert code == 0
    assert page.startswith("S02 kata-kerja-aktif\n")
    assert all(
        part in page for part in ("Mengapa ", "Saran ", "Dasar ", "Contoh yang keliru", "Contoh yang baik", "bila ")
    )
    assert "{" not in page.split("Aturan selengkapnya")[0]


def test_an_unknown_rule_has_none(capsys):
    assert said(capsys, "jelaskan", "Z99")[0] == 2


# ---- templates


def test_a_filled_template_is_read(capsys, tmp_path):
    sheet = tmp_path / "isian.xlsx"
    assert said(capsys, "templat", "xlsx", "--ke", sheet)[0] == 0
    book = openpyxl.load_workbook(sheet)
    columns = {
        cell.value: cell.column for row in book.active.iter_rows() for cell in row if isinstance(cell.value, str)
    }
    assert {"sasaran", "indikator", "satuan", "target"} <= {name.casefold() for name in columns}


# ---- terminals


def test_a_terminal_of_few_characters_gets_plain_marks():
    assert shown_in("“a” – b ≤ c", "ascii") == '"a" - b <= c'
    assert shown_in("“a” – b", "cp1252") == "“a” – b"
    assert shown_in("≤", "utf-8") == "≤"


def test_a_terminal_gets_its_width_and_colours(capsys, monkeypatch, faulty):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    page = said(capsys, "periksa", faulty, "--pilih", "S02")[1]
    assert "\x1b[" in page
    assert max(len(re.sub(r"\x1b\[[\d;]*m", "", line)) for line in page.splitlines()) <= 60


def test_a_terminal_without_colours_gets_none(capsys, monkeypatch, faulty):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in said(capsys, "periksa", faulty, "--pilih", "S02")[1]
