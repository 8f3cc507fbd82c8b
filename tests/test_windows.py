"""What Windows does otherwise, as far as any system can show it: no fork, no Unix modules, old code pages, its own release."""

import importlib.util
import multiprocessing
import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from indikator_rules import evaluate, load_rules, read
from indikator_rules.processes import map_in_processes

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "corpus/contoh/dinas-perpustakaan-keliru.yaml"
BATCHES = [ROOT / ".ci/windows/pasang.bat", ROOT / ".ci/windows/periksa.bat"]


def python(program, *arguments, **environment):
    """What the program, run by a Python of its own, leaves behind."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, check=False)


def test_no_module_needs_what_only_unix_has():
    program = (
        "import importlib, pkgutil, sys\n"
        "sys.modules.update(dict.fromkeys(('fcntl', 'resource', 'termios', 'pwd', 'grp')))\n"
        "import indikator_rules\n"
        "for module in pkgutil.walk_packages(indikator_rules.__path__, 'indikator_rules.'):\n"
        "    importlib.import_module(module.name)\n"
    )
    finished = python(program)
    assert finished.returncode == 0, finished.stderr.decode()


def test_reports_are_written_whole_where_the_code_page_is_an_old_one(tmp_path):
    program = "from indikator_rules.cli import main; main()"
    page, copy, note = (tmp_path / name for name in ("Laporan – akhir.html", "tanda.xlsx", "catatan.docx"))
    options = ("--html", page, "--salinan", copy, "--catatan", note)
    finished = python(program, "periksa", EXAMPLE, *options, PYTHONIOENCODING="cp1252", PYTHONUTF8="0", LC_ALL="C")
    assert (finished.returncode, finished.stderr.decode()) == (1, "")
    assert "“" in finished.stdout.decode("utf-8")
    assert "“" in page.read_text(encoding="utf-8")


def test_no_file_of_ours_is_read_or_written_in_the_code_page_of_the_machine(tmp_path):
    program = (
        "import warnings\n"
        "from indikator_rules.cli import main\n"
        "warnings.filterwarnings('error', category=EncodingWarning, module='indikator_rules')\n"
        "main()\n"
    )
    ours = ("periksa", EXAMPLE, "--html", tmp_path / "a.html", "--ke", tmp_path / "a.txt")
    finished = subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", "-c", program, *map(str, ours)],
        capture_output=True,
        check=False,
    )
    assert (finished.returncode, finished.stderr.decode()) == (1, "")


def test_where_there_is_no_fork_this_process_does_the_work(monkeypatch):
    readings, rules = read(EXAMPLE), load_rules().select(("S02", "T05"), ())
    expected = evaluate(readings, rules)
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    monkeypatch.setattr(multiprocessing, "get_context", lambda method: pytest.fail(f"no {method} on Windows"))
    assert map_in_processes(str, range(3), 4) == ["0", "1", "2"]
    assert evaluate(readings, rules) == expected


# ---- the release folder


@pytest.fixture(scope="module")
def rilis():
    spec = importlib.util.spec_from_file_location("rilis", ROOT / ".ci/rilis.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def wheel(folder, name, version, *needs):
    path = folder / f"{name}-{version}-py3-none-any.whl"
    lines = [
        "Metadata-Version: 2.1",
        f"Name: {name}",
        f"Version: {version}",
        *(f"Requires-Dist: {need}" for need in needs),
    ]
    with ZipFile(path, "w") as archive:
        archive.writestr(f"{name}-{version}.dist-info/METADATA", "\n".join(lines) + "\n")
    return path


def test_what_only_windows_needs_is_not_forgotten(rilis, tmp_path):
    own = wheel(tmp_path, "kami", "1", "klik>=8", "unix_saja; os_name == 'posix'", "lama; python_version < '3.12'")
    wheel(tmp_path, "klik", "8.1", "warna; platform_system == 'Windows'", "uji; extra == 'test'")
    assert rilis.missing(tmp_path.iterdir(), own, "3.12") == ["warna"]
    assert rilis.missing(tmp_path.iterdir(), own, "3.11") == ["lama", "warna"]


def test_a_wheel_that_is_too_old_or_an_extra_that_is_asked_for_is_lacking(rilis, tmp_path):
    own = wheel(tmp_path, "kami", "1", "klik>=9", "paket[cepat]")
    wheel(tmp_path, "klik", "8.1")
    wheel(tmp_path, "paket", "2", "mesin; extra == 'cepat'", "lain; extra == 'lambat'")
    assert rilis.missing(tmp_path.iterdir(), own, "3.13") == ["klik>=9", "mesin"]


def test_the_files_a_user_opens_have_the_line_ends_of_windows_and_no_letter_that_a_code_page_garbles(rilis):
    for file in (ROOT / ".ci/windows").iterdir():
        content = rilis.for_windows(file.read_text(encoding="utf-8"))
        assert content.count(b"\r\n") == content.count(b"\n")


def commands(batch):
    return [
        line
        for line in batch.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("echo", "title"))
    ]


@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: batch.name)
def test_every_jump_has_its_mark_and_every_end_waits_for_the_reader(batch):
    lines = commands(batch)
    marks = {line[1:] for line in lines if line.startswith(":")}
    jumps = {jump for line in lines for jump in re.findall(r"goto (\w+)|call :(\w+)", line) for jump in jump if jump}
    assert jumps == marks
    inside = lines.index(":coba") if ":coba" in lines else len(lines)
    ends = [at for at, line in enumerate(lines) if line.startswith("exit /b") and not inside < at < inside + 6]
    assert ends
    for at in ends:
        before = [line for line in lines[:at] if not line.startswith("if defined DISERET exit ")]
        assert before[-1] == "pause"


@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: batch.name)
def test_paths_with_blanks_and_brackets_are_borne(batch):
    lines = commands(batch)
    assert not [line for line in lines if line.rstrip().endswith("(")], "a bracket in a path would close a block"
    for line in lines:
        unquoted = re.sub(r'"[^"]*"', "", line)
        assert not re.search(r"%~\w*\d|%(?:PROGRAM|PAKET)%", unquoted), line


@pytest.fixture
def drop():
    """What periksa.bat runs, as a module."""
    spec = importlib.util.spec_from_file_location("seret", ROOT / ".ci/windows/periksa.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CALL = r'C:\WINDOWS\system32\cmd.exe /c ""D:\Alat Reviu\periksa.bat" {}"'


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (r"C:\pk&iku.docx", [r"C:\pk&iku.docx"]),
        (r'"C:\Draf PK & IKU.docx"', [r"C:\Draf PK & IKU.docx"]),
        (r'C:\a&b.xlsx "C:\c d.docx" C:\e^f!g%h,i;j=k.csv', ["C:\\a&b.xlsx", "C:\\c d.docx", "C:\\e^f!g%h,i;j=k.csv"]),
        (r'"\\server\bagian\renja 2026.pdf" ', [r"\\server\bagian\renja 2026.pdf"]),
        ("", []),
    ],
)
def test_names_are_taken_from_the_whole_line_which_no_mark_cuts(drop, written, names):
    cut = written.partition("&")[0].split()
    assert drop.dropped(CALL.format(written), cut) == [Path(name) for name in names]


def test_on_a_command_line_the_names_are_those_that_were_given(drop):
    assert drop.dropped(r'"C:\WINDOWS\system32\cmd.exe" ', ["draf.docx"]) == [Path("draf.docx")]


def test_what_is_found_is_written_beside_the_document(drop, tmp_path, capsys):
    document = tmp_path / "pk & iku.yaml"
    document.write_bytes(EXAMPLE.read_bytes())
    assert drop.check(document)
    written = {file.name for file in tmp_path.iterdir()} - {document.name}
    assert written == {
        "pk & iku - bertanda.xlsx",
        "pk & iku - catatan hasil reviu.docx",
        "pk & iku - laporan.html",
    }
    shown = capsys.readouterr().err
    assert all(f'"{name}"' in shown for name in written)


def test_a_folder_or_a_damaged_file_is_told_and_is_no_success(drop, tmp_path, capsys):
    damaged = tmp_path / "rusak.docx"
    damaged.write_bytes(b"x")
    assert not drop.check(tmp_path)
    assert not drop.check(damaged)
    told = capsys.readouterr().err
    for words in ("adalah folder. Seret berkasnya", "Tidak semuanya dapat diperiksa", f"{damaged}: "):
        assert words in told
