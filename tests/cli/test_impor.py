"""`indikator impor`: what people see of how a document was read."""

import io
import json
from types import SimpleNamespace

import jsonschema
import pytest
import yaml

from indikator_rules.cli import run
from indikator_rules.reporters.schema import schema
from indikator_rules.reporters.to_pembacaan import MOST_DOCUMENTS, MOST_NODES, MOST_UNPLACED

RENJA = """\
RENCANA KERJA DINAS KESEHATAN TAHUN 2026
;;;;;
No;Sasaran Strategis;Indikator Kinerja;Satuan;Target 2026;PIC
1;Meningkatnya derajat kesehatan;Umur harapan hidup;tahun;72,5;Bidang A
Jumlah;;;;72,5;
"""


@pytest.fixture
def renja(tmp_path):
    path = tmp_path / "renja.csv"
    path.write_text(RENJA, encoding="utf-8")
    return path


def said(capsys, *arguments):
    code = run(tuple(map(str, arguments)))
    out, err = capsys.readouterr()
    return code, out, err


def lines(page):
    return [" ".join(line.split()) for line in page.splitlines()]


def test_people_see_columns_nodes_and_what_found_no_place(capsys, renja):
    code, page, err = said(capsys, "impor", renja, "--format", "teks")
    shown = lines(page)
    assert (code, err) == (0, "")
    assert "RENCANA KERJA DINAS KESEHATAN TAHUN 2026" in shown
    assert any(line.startswith("B Sasaran Strategis sasaran (strategis) tinggi judulnya dikenal") for line in shown)
    assert any(line.startswith("F PIC tidak dikenal –") for line in shown)
    assert "Pohon kinerja: 1 sasaran, 1 indikator" in shown
    assert "• Umur harapan hidup [tahun, 2026: 72,5]" in "".join(shown)
    assert any(line.startswith("baris 5, kolom 1 Jumlah | 72,5 Baris ini menjumlahkan") for line in shown)


def test_beside_a_file_the_account_is_shown(capsys, renja, tmp_path):
    code, page, err = said(capsys, "impor", renja, "--ke", tmp_path / "dokumen.yaml")
    assert (code, err) == (0, "")
    assert "Pohon kinerja: 1 sasaran, 1 indikator" in page
    assert page.endswith(f"Dokumen ditulis ke {tmp_path / 'dokumen.yaml'}.\n")


def test_programs_get_the_same_in_json(capsys, renja):
    _, page, err = said(capsys, "impor", renja, "--format", "json")
    written = json.loads(page)
    jsonschema.validate(written, schema("dokumen"))
    (table,) = written["pembacaan"]["tabel"]
    assert table["kolom"][3]["keyakinan"]["derajat"] == "tinggi"
    assert list(written["pembacaan"]["simpul"]) == [written["simpul"][0]["id"]]
    assert [one["letak"] for one in written["pembacaan"]["tak_ditempatkan"]] == [
        ["baris 3, kolom 6"],
        ["baris 5, kolom 1"],
    ]
    assert "Kolom “PIC” tidak dikenal" in err


def test_what_was_written_is_read_and_written_alike(capsys, renja, tmp_path):
    first, second = tmp_path / "satu.yaml", tmp_path / "dua.yaml"
    said(capsys, "impor", renja, "--ke", first)
    assert said(capsys, "impor", first, "--ke", second)[0] == 0
    assert first.read_bytes() == second.read_bytes()


def test_a_long_account_is_cut_and_its_totals_are_not(capsys, tmp_path):
    path = tmp_path / "panjang.csv"
    rows = [f"Meningkatnya mutu {at};Nilai mutu;indeks;5" for at in range(MOST_NODES + 3)]
    lost = [f";;orang ke-{at};7" for at in range(MOST_UNPLACED + 2)]
    path.write_text("\n".join(["Sasaran;Indikator;Satuan;Target", *rows, *lost, "x;y;z;9"]), encoding="utf-8")
    _, page, _ = said(capsys, "impor", path, "--format", "teks")
    assert f"Pohon kinerja: {MOST_NODES + 4} sasaran" in page
    assert "… dan 4 sasaran lain; semuanya ada di dokumen." in page
    assert f"Tidak ditempatkan ({MOST_UNPLACED + 2})" in page
    assert "… dan 2 lainnya; semuanya ada di dokumen." in page


def test_of_many_documents_the_first_are_shown_and_the_rest_counted(capsys, tmp_path):
    path = tmp_path / "banyak.csv"
    rows = [f"Dinas {at};program;Meningkatnya mutu;Nilai mutu" for at in range(MOST_DOCUMENTS + 2)]
    path.write_text("\n".join(["Instansi;Tingkat;Sasaran;Indikator", *rows]), encoding="utf-8")
    _, page, _ = said(capsys, "impor", path, "--format", "teks")
    assert page.count("Pohon kinerja: 1 sasaran, 1 indikator") == MOST_DOCUMENTS
    assert page.count("Semua isi tabel mendapat tempat.") == 1
    assert "… dan 2 dokumen lain." in page


def test_text_of_a_document_cannot_steer_the_terminal(capsys, tmp_path):
    path = tmp_path / "jahat.csv"
    path.write_text(
        "Sasaran;Indikator;Satuan\x1b[2J;Target\nMutu\x1b]0;x\x07 [bold];Nilai mutu;%;5\n", encoding="utf-8"
    )
    _, page, _ = said(capsys, "impor", path, "--format", "teks")
    assert "\x1b" not in page
    assert "\x07" not in page


# ---- column maps

STRANGE = """\
DAFTAR KINERJA BIDANG 2026;;;;
;;;;
Urut;Yang dituju;Pengukur;Dalam;Besarnya
1;Meningkatnya derajat kesehatan;Persentase balita sehat;%;72,5
2;Meningkatnya mutu layanan;Indeks kepuasan;indeks;85,2
"""


@pytest.fixture
def strange(tmp_path):
    path = tmp_path / "aneh.csv"
    path.write_text(STRANGE, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["impor", "periksa", "analisis"])
def test_when_nothing_is_understood_people_see_what_was_seen_and_a_map(capsys, strange, command):
    code, page, err = said(capsys, command, strange)
    shown = lines(err)
    assert (code, page) == (2, "")
    assert "DAFTAR KINERJA BIDANG 2026" in shown
    assert "C Pengukur Persentase balita sehat; Indeks kepuasan indikator" in shown
    assert any(line.startswith(f"indikator impor {strange} --tulis-peta kolom.yaml") for line in shown)


def test_a_form_that_is_not_filled_in_needs_no_map(capsys, tmp_path):
    path = tmp_path / "kosong.csv"
    path.write_text("Sasaran;Indikator;Satuan;Target\n", encoding="utf-8")
    _, _, err = said(capsys, "periksa", path)
    assert "Kolom indikatornya dikenal, tetapi belum ada isinya." in err
    assert "--tulis-peta" not in err


def test_among_several_files_only_a_sentence_tells_of_one_that_was_not_understood(capsys, strange, renja):
    _, _, err = said(capsys, "impor", strange, renja)
    assert "tidak ada baris indikator" in err
    assert "Pengukur" not in err


def test_a_map_is_written_and_makes_the_file_readable(capsys, strange, tmp_path):
    peta = tmp_path / "kolom.yaml"
    code, _, err = said(capsys, "impor", strange, "--tulis-peta", peta)
    assert (code, "Peta kolom ditulis ke" in err) == (2, True)
    text = peta.read_text(encoding="utf-8")
    assert text.startswith("# Peta kolom")
    peta.write_text(text.replace("B: sasaran", "B: sasaran program").replace("E: target", "E: target 2026"))
    code, page, _ = said(capsys, "impor", strange, "--peta", peta, "--format", "json")
    assert code == 0
    assert [node["tingkat"] for node in json.loads(page)["simpul"]] == ["program", "program"]
    assert said(capsys, "periksa", strange, "--peta", peta)[0] in {0, 1}
    assert said(capsys, "banding", strange, strange, "--peta", peta)[0] == 0
    assert said(capsys, "analisis", strange, "--peta", peta)[0] == 0


def test_the_map_of_a_file_that_was_understood_reads_it_alike(capsys, renja, tmp_path):
    peta = tmp_path / "kolom.yaml"
    _, before, _ = said(capsys, "impor", renja, "--tulis-peta", peta, "--format", "json")
    _, after, _ = said(capsys, "impor", renja, "--peta", peta, "--format", "json")
    assert json.loads(after)["simpul"] == json.loads(before)["simpul"]


def test_a_map_that_is_there_is_not_written_over(capsys, strange, tmp_path):
    peta = tmp_path / "kolom.yaml"
    peta.write_text("tabel: []", encoding="utf-8")
    code, _, err = said(capsys, "impor", strange, "--tulis-peta", peta)
    assert (code, "sudah ada; pilih nama lain" in err) == (2, True)
    assert peta.read_text(encoding="utf-8") == "tabel: []"


def test_a_map_in_the_folder_of_the_documents_is_no_document(capsys, strange, tmp_path):
    peta = tmp_path / "kolom.yaml"
    said(capsys, "impor", strange, "--tulis-peta", peta)
    code, page, err = said(capsys, "impor", tmp_path, "--peta", peta, "--format", "json")
    assert (code, err) == (0, "")
    assert json.loads(page)["simpul"][0]["pernyataan"] == "Meningkatnya derajat kesehatan"


def test_a_map_holds_for_a_table_that_is_pasted(capsys, monkeypatch, tmp_path):
    peta = tmp_path / "kolom.yaml"
    peta.write_text("tabel: [{baris_judul: 3, kolom: {B: sasaran, C: indikator}}]", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(STRANGE.encode())))
    assert said(capsys, "impor", "-", "--peta", peta)[0] == 0


def test_a_table_that_is_pasted_without_its_headings_is_asked_for_them(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"Meningkatnya mutu\tNilai mutu\tindeks\t85\n")))
    code, _, err = said(capsys, "periksa", "-")
    assert (code, "Tempelkan tabelnya beserta baris judulnya." in err) == (2, True)
    assert "masukan-baku.csv --" not in err


def test_text_of_a_document_stays_a_remark_in_a_map(capsys, tmp_path):
    path, peta = tmp_path / "jahat.csv", tmp_path / "kolom.yaml"
    path.write_text('"Isi\nkolom: x";Ukur\nMutu\x1b[2J;Nilai\n', encoding="utf-8")
    said(capsys, "impor", path, "--tulis-peta", peta)
    assert list(yaml.safe_load(peta.read_text(encoding="utf-8"))["tabel"][0]) == ["berkas", "baris_judul", "kolom"]
    assert "\x1b" not in peta.read_text(encoding="utf-8")


# ---- questions


@pytest.fixture
def asked(capsys, monkeypatch, tmp_path, strange):
    """Exit code, output and questions when these lines are the answers."""
    monkeypatch.chdir(tmp_path)

    def ask(answers, *options, file=strange):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
        return said(capsys, "impor", file, "--interaktif", *options)

    return ask


def test_questions_show_values_and_their_answers_are_kept_for_next_time(asked, capsys, strange, tmp_path):
    code, page, questions = asked(["", "", "program", "", "", "target 2026"], "--format", "json")
    assert code == 0
    assert "misalnya  Persentase balita sehat; Indeks kepuasan" in questions
    assert "Isinya apa? (Enter: indikator; ?: daftar)" in questions
    (first, _) = json.loads(page)["simpul"]
    assert (first["tingkat"], first["indikator"][0]["target"]) == ("program", {"2026": "72,5"})
    _, again, _ = said(capsys, "impor", strange, "--peta", tmp_path / "kolom.yaml", "--format", "json")
    assert json.loads(again)["simpul"] == json.loads(page)["simpul"]


def test_an_answer_that_is_not_understood_is_asked_again(asked, tmp_path):
    answers = ["?", "indikatorr", "abaikan", "", "progam", "program", "", "", ""]
    code, _, questions = asked(answers, "--tulis-peta", "lain.yaml")
    assert code == 0
    assert "Yang dapat ditulis: sasaran, indikator" in questions
    assert "Bidang “indikatorr” tidak dikenal. Maksud Anda “indikator”?" in questions
    assert "Tingkat “progam” tidak dikenal. Maksud Anda “program”?" in questions
    assert "B: sasaran program" in (tmp_path / "lain.yaml").read_text(encoding="utf-8")


def test_answers_that_end_too_early_write_nothing(asked, tmp_path):
    code, page, questions = asked(["", ""])
    assert (code, page) == (2, "")
    assert "Jawaban berakhir sebelum semua pertanyaan dijawab; peta kolom tidak ditulis." in questions
    assert not (tmp_path / "kolom.yaml").exists()


def test_only_unclear_columns_are_asked(asked, renja):
    code, _, questions = asked(["unit"], file=renja)
    assert code == 0
    assert questions.count("Isinya apa?") == 1
    assert "Kolom F “PIC”" in questions


def test_a_level_that_is_told_is_not_asked(asked):
    code, page, questions = asked(["", "", "", "", ""], "--tingkat", "kegiatan", "--format", "json")
    assert (code, "Tingkatnya?" in questions) == (0, False)
    assert {node["tingkat"] for node in json.loads(page)["simpul"]} == {"kegiatan"}


def test_where_all_is_clear_nothing_is_asked(asked, tmp_path):
    clear = tmp_path / "jelas.csv"
    clear.write_text(RENJA.replace(";PIC", ";").replace(";Bidang A", ";"), encoding="utf-8")
    code, _, questions = asked([], file=clear)
    assert (code, "Semua kolom sudah jelas" in questions) == (0, True)
    assert not (tmp_path / "kolom.yaml").exists()


def test_a_map_that_is_there_is_said_before_any_question(asked, tmp_path):
    (tmp_path / "kolom.yaml").write_text("tabel: []", encoding="utf-8")
    code, _, questions = asked([])
    assert (code, "kolom.yaml: sudah ada" in questions, "Isinya" in questions) == (2, True, False)


def test_a_pasted_table_and_answers_do_not_go_together(asked):
    code, _, questions = asked([], file="-")
    assert (code, "tidak dapat ditempel" in questions) == (2, True)
