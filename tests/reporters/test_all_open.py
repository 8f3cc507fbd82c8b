"""Every output of every example opens in the program it is made for: one call of each program for all of them.

In CI, where the real documents lie beside the project, theirs are opened, too.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft4Validator
from lxml import etree
from office_files import write_word, write_workbook

from indikator_rules.api import load_rules, read, render
from indikator_rules.bundled import bundled
from indikator_rules.evaluator import review
from indikator_rules.importers import SUFFIXES
from indikator_rules.model.tingkat import Tingkat
from indikator_rules.reporters.to_catatan import to_catatan
from indikator_rules.reporters.to_html import to_html
from indikator_rules.reporters.to_kertas_kerja import to_kertas_kerja
from indikator_rules.reporters.to_salinan import copy_suffix, to_salinan

EXAMPLES = sorted(Path(str(bundled("corpus"))).glob("contoh/*.yaml"))
REAL = sorted(Path(__file__).parents[3].glob("shared/dokumen/*.*")) if os.environ.get("CI") else []
SARIF = json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
JUNIT = etree.XMLSchema(file=Path(__file__).parent / "junit.xsd")
EMPTY_TEMPLATES = {"templat-perencanaan-iku"}
"""Files that hold no indicators: there is nothing to write about them."""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """A folder with all outputs on each document, each in a folder of its name."""
    folder = tmp_path_factory.mktemp("keluaran")
    write_workbook(folder / "lembar-kerja.xlsx")
    write_word(folder / "dokumen-word.docx")
    own = [folder / "lembar-kerja.xlsx", folder / "dokumen-word.docx"]
    real = [file for file in REAL if file.suffix in SUFFIXES and file.stem not in EMPTY_TEMPLATES]
    rules = load_rules(profil="pemda")
    for document in (*EXAMPLES, *own, *real):
        target = folder / document.stem
        target.mkdir()
        readings = read(document, tingkat=Tingkat.PROGRAM)
        report, verdicts = review(readings, rules)
        (target / "kertas.xlsx").write_bytes(to_kertas_kerja(report, verdicts, rules))
        (target / "catatan.docx").write_bytes(to_catatan(report, verdicts, rules))
        (target / f"salinan{copy_suffix(document)}").write_bytes(to_salinan(report, document))
        (target / "laporan.html").write_text(to_html(report, readings), encoding="utf-8")
        (target / "laporan.sarif").write_text(render(report, "sarif"), encoding="utf-8")
        (target / "laporan.xml").write_text(render(report, "junit"), encoding="utf-8")
    return folder


def made(outputs, *suffixes):
    """The files of these kinds, save the documents themselves."""
    return [file for file in sorted(outputs.glob("*/*")) if file.suffix in suffixes]


def test_office_files_are_whole(outputs):
    for file in made(outputs, ".xlsx", ".docx"):
        with zipfile.ZipFile(file) as package:
            assert package.testzip() is None, file
            for name in package.namelist():
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(package.read(name))


def test_reports_for_other_tools_fit_their_schema(outputs):
    reports = made(outputs, ".sarif")
    assert len(reports) >= len(EXAMPLES)
    for file in reports:
        assert list(Draft4Validator(SARIF).iter_errors(json.loads(file.read_text(encoding="utf-8")))) == [], file


def test_junit_has_the_shape_of_its_schema_and_its_totals_are_those_of_its_cases(outputs):
    for file in made(outputs, ".xml"):
        root = etree.parse(file).getroot()
        JUNIT.assertValid(root)
        for element in (root, *root):
            for total, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
                assert int(element.get(total)) == len(element.findall(f".//{tag}")), file


@pytest.mark.needs_program("soffice")
@pytest.mark.parametrize(("suffix", "form"), [(".xlsx", "csv"), (".docx", "txt")])
def test_libreoffice_opens_every_office_file(outputs, tmp_path, suffix, form):
    files = {f"{file.parent.name}-{file.name}": file for file in made(outputs, suffix)}
    for name, file in files.items():
        (tmp_path / name).write_bytes(file.read_bytes())
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", tmp_path / "dibuka"]
    subprocess.run([*command, *(tmp_path / name for name in files)], check=True, capture_output=True)
    opened = {file.stem for file in (tmp_path / "dibuka").iterdir() if file.stat().st_size > 0}
    assert {Path(name).stem for name in files} - opened == set()


@pytest.mark.needs_program("chromium")
def test_chromium_shows_every_page(outputs, tmp_path):
    pages = made(outputs, ".html")
    frames = "".join(f'<iframe src="{page.as_uri()}"></iframe>' for page in pages)
    told = "[...document.querySelectorAll('iframe')].map((one) => one.contentDocument.getElementById('tampak').textContent)"
    script = f"window.onload = () => {{ document.title = {told}.join(' | '); }};"
    (tmp_path / "semua.html").write_text(f"<title></title>{frames}<script>{script}</script>", encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--dump-dom"]
    command = ["chromium", *options, f"--user-data-dir={tmp_path / 'profil'}", (tmp_path / "semua.html").as_uri()]
    shown = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    assert len(re.findall(r"Menampilkan ([\d.]+) dari \1 temuan", shown)) == len(pages)
