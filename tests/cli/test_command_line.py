"""The command line as its user meets it: help, mistakes, exit codes."""

import os
import subprocess
import sys

import pytest

from indikator_rules.cli import run

COMMANDS = ["periksa", "impor", "analisis", "jelaskan", "aturan", "skema", "templat"]
ENGLISH = ["Usage", "Options", "Commands", "Error", "Show this", "OPTIONS", "COMMAND"]


def said(capsys, *arguments):
    """The exit code, what went to stdout, and what went to stderr."""
    code = run(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.parametrize("command", [[], *([command] for command in COMMANDS), ["aturan", "uji"]])
def test_every_help_page_is_indonesian(capsys, command):
    code, page, _ = said(capsys, *command, "--help")
    assert code == 0
    assert page.startswith("Pemakaian: indikator")
    assert not [word for word in ENGLISH if word in page]


def test_the_main_help_page_names_every_command(capsys):
    _, page, _ = said(capsys, "--help")
    assert [command for command in COMMANDS if f"\n  {command} " not in page] == []


def test_the_version_is_told(capsys):
    code, page, _ = said(capsys, "--version")
    assert code == 0
    assert page.startswith("indikator-rules ")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["perikas"], "Perintah “perikas” tidak dikenal. Maksud Anda “periksa”?"),
        (["periksa"], "BERKAS… belum disebut."),
        (["periksa", "x", "--forma", "json"], "Pilihan “--forma” tidak dikenal. Maksud Anda “--format”?"),
        (["periksa", "x", "--format", "pdf"], "Pilihan “--format” harus salah satu dari: teks, json, jsonl,"),
        (["periksa", "x", "--tingkat", "eselon"], "Pilihan “--tingkat” harus salah satu dari: tujuan, strategis,"),
        (["periksa", "x", "--gagal-pada", "tanya"], "Pilihan “--gagal-pada” harus salah satu dari: galat, peringatan"),
        (["periksa", "x", "--ke"], "Pilihan “--ke” tidak dapat dipakai begitu"),
        (["skema", "surat"], "harus salah satu dari: dokumen, laporan, baris, peta."),
        (["skema", "dokumen", "laporan"], "Ada yang berlebih atau keliru pada perintah ini"),
    ],
)
def test_a_wrong_command_is_told_in_one_indonesian_sentence(capsys, arguments, sentence):
    code, out, err = said(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"indikator: {sentence}") or sentence in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", [[], ["aturan"]])
def test_a_command_that_is_left_open_shows_its_help(capsys, command):
    code, _, err = said(capsys, *command)
    assert code == 2
    assert err.startswith("Pemakaian: indikator")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["periksa", "--help"], ["skema", "laporan"]])
def test_what_needs_no_text_analysis_does_not_load_it(arguments):
    script = (
        "import sys\nfrom indikator_rules.cli import run\n"
        f"assert run({arguments!r}) == 0\n"
        "slow = {'spacy', 'lark', 'openpyxl', 'docx', 'rich'} & set(sys.modules)\n"
        "assert not slow, slow\n"
    )
    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, text=True)
    assert finished.returncode == 0, finished.stderr


@pytest.mark.parametrize("arguments", [["jelaskan", "S02"], ["aturan", "daftar"], ["konfigurasi"]])
def test_what_only_reads_rules_analyses_no_text(arguments):
    script = f"import sys\nfrom indikator_rules.cli import run\nassert run({arguments!r}) == 0\nassert 'spacy' not in sys.modules"
    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, text=True)
    assert finished.returncode == 0, finished.stderr


def test_importing_the_package_loads_nothing_slow():
    script = "import sys, indikator_rules\nassert not {'spacy', 'lark', 'pydantic', 'rich'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_closed_pipe_is_no_error():
    command = [sys.executable, "-c", "from indikator_rules.cli import main; main()", "skema", "dokumen"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        started.stdout.close()
        assert started.stderr.read() == b""


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_piped_output_is_utf8_whatever_the_console_speaks(tmp_path, encoding):
    finished = subprocess.run(
        [sys.executable, "-c", "from indikator_rules.cli import main; main()", "impor", "tidak-ada-≥.yaml"],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        cwd=tmp_path,
    )
    assert "tidak-ada-≥.yaml: berkas tidak ditemukan" in finished.stderr.decode("utf-8")
    assert finished.returncode == 2


def test_a_schema_goes_to_the_file_that_is_asked_for(capsys, tmp_path):
    assert said(capsys, "skema", "laporan", "--ke", str(tmp_path / "skema.json")) == (0, "", "")
    _, shown, _ = said(capsys, "skema", "laporan")
    assert (tmp_path / "skema.json").read_text(encoding="utf-8") == shown


def test_a_place_that_cannot_be_written_is_named(capsys, tmp_path):
    code, _, err = said(capsys, "skema", "laporan", "--ke", str(tmp_path / "tiada" / "skema.json"))
    assert code == 2
    assert f"{tmp_path / 'tiada' / 'skema.json'}: foldernya tidak ada" in err
