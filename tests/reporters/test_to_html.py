"""The page as its reader meets it."""

import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hostile import HOSTILE
from reports import WAIVER, about_document, about_unit, finding

from indikator_rules.finding import Assessment, Lack, Report, Severity, Share, Stage, Status
from indikator_rules.location import Location, Locations
from indikator_rules.model.dokumen import Dokumen, Indikator, Sasaran
from indikator_rules.reading import Reading
from indikator_rules.reporters import to_html as module
from indikator_rules.reporters.marks import COLOURS
from indikator_rules.reporters.to_html import LETTERS, content, to_html
from indikator_rules.reporters.to_html import outline as outlines

STYLE = (Path(module.__file__).parent / "laporan.css").read_text(encoding="utf-8")


def document(text="Meningkatkan mutu layanan", instansi="Dinas Contoh", file="perjanjian-kinerja.docx", **changes):
    """A document of one statement with an indicator and a statement below it."""
    below = Sasaran(id="P1", tingkat="program", pernyataan=f"{text} terpadu", unit="Bidang Satu")
    first = Sasaran(
        id="S1",
        tingkat="strategis",
        pernyataan=text,
        unit="Sekretariat",
        indikator=(Indikator(nama=text),),
        anak=(below,),
    )
    places = {"simpul[0].pernyataan": (Location(file, table=2, table_row=3, table_column=2),)}
    return Reading(Dokumen(instansi=instansi, simpul=(first,), **changes), Locations(places))


class Parts(HTMLParser):
    """The tags of a page with the names of their attributes, its text, its links and its ids."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.words, self.links, self.ids = [], [], [], []
        self.feed(page)
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, *(name for name, _ in attrs)))
        self.links += [value for name, value in attrs if name in {"href", "src", "action"}]
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_data(self, data):
        self.words.append(data)


def page_of(*findings, readings=None, **changes):
    return to_html(Report(findings, **{"nodes": 2, "indicators": 1} | changes), readings or (document(),))


def boxes(page):
    """The class and the title of each box."""
    return re.findall(r'<g class="box (\w+)".*?<title>(.*?)</title>', page, re.DOTALL)


def test_a_finding_stands_with_all_a_reader_needs():
    text = Parts(page_of(finding())).text
    for words in (
        "H Harus diperbaiki S02 kata-kerja-aktif “Meningkatkan” menyatakan upaya.",
        "Letak perjanjian-kinerja.docx, tabel 2, baris 3, kolom 2 · tabel 2, baris 8, kolom 2",
        "Saran Tulis keadaannya.",
        "Usulan Meningkatnya mutu layanan",
        "Alasan Upaya selalu dapat dilakukan.",
        "Dasar PermenPANRB 88/2021",
    ):
        assert words in text


def test_a_box_has_the_colour_letter_and_words_of_its_gravest_finding():
    page = page_of(finding(), about_unit(), about_unit())
    assert boxes(page) == [
        ("galat", "Sasaran strategis — Meningkatkan mutu layanan: 1 harus diperbaiki, 2 sebaiknya diperbaiki"),
        ("tanpa", "Sasaran program — Meningkatkan mutu layanan terpadu: tidak ada temuan"),
    ]
    assert ">H1</text>" in page
    assert ">S2</text>" in page


def test_letters_tell_severities_apart():
    assert len(set(LETTERS.values())) == len(Severity)


def test_waived_findings_mark_no_box_and_are_told_with_their_reason():
    page = page_of(finding(waiver=WAIVER))
    assert [kind for kind, _ in boxes(page)] == ["tanpa", "tanpa"]
    assert (
        "semula harus diperbaiki: “Meningkatkan” menyatakan upaya. Alasan: Amanat RPJMD (Sekretaris Daerah"
        in Parts(page).text
    )


def test_findings_of_the_baseline_mark_no_box_and_are_listed_apart():
    page = page_of(finding(known=True))
    assert [kind for kind, _ in boxes(page)] == ["tanpa", "tanpa"]
    assert "Sudah ada di garis dasar (1) S02 kata-kerja-aktif, harus diperbaiki" in Parts(page).text


def test_reasons_are_open_where_they_come_first():
    page = page_of(finding(), finding())
    assert page.count("<details open><summary>Alasan") == 1
    assert page.count("<details><summary>Alasan") == 1


def test_further_parents_are_dashed_lines():
    nodes = (Sasaran(id="A", pernyataan="Satu"), Sasaran(id="B", pernyataan="Dua"))
    child = Sasaran(id="C", pernyataan="Tiga", induk="A", mendukung=("B",))
    beside = Sasaran(id="D", pernyataan="Empat", induk="B")
    page = page_of(readings=(Reading(Dokumen(simpul=(*nodes, child, beside))),))
    assert page.count('<path class="garis" ') == 2
    assert page.count('<path class="garis putus"') == 1
    assert "Juga mendukung B" in page


def test_findings_of_documents_that_share_a_name_stand_with_their_own():
    readings = (document(file="a.docx"), document(file="b.docx"))
    first, second = (
        finding(places=(Location(file, table=1),), message=f"Tentang {file}.") for file in ("a.docx", "b.docx")
    )
    assert [[one.finding for one in section.findings] for section in content.sections(Report((first, second)), readings)] == [
        [first], [second]
    ]  # fmt: skip


def test_notes_on_reading_and_checks_that_were_not_made_are_told():
    unjudged = (Assessment("T05", Status.TIDAK_DAPAT_DINILAI, "polarisasi kosong"),) * 2
    text = Parts(page_of(about_document(), assessments=unjudged, shares={"terukur": Share(2, 3)})).text
    assert "Cara berkas dibaca (1) Tabel anggaran dilewati. perjanjian-kinerja.docx, tabel 3" in text
    assert (
        "Tidak dapat dinilai karena datanya tidak ada atau tidak terbaca (1) Arah yang diinginkan belum dicantumkan (T05)"
        in text
    )
    assert "Terukur dengan indikator yang jelas 2 dari 3" in text


def test_what_a_draft_lacks_at_its_stage_is_told():
    lack = Lack("Indikator belum ada.", "program", "indikator", ("Satu", "Dua", "Tiga", "Empat"), 5)
    text = Parts(page_of(stage=Stage(3, 5, "Menurunkan ke unit", (lack,)))).text
    assert "Tahap 3 dari 5: Menurunkan ke unit Indikator belum ada. “Satu”, “Dua”, “Tiga”, dan 1 lainnya" in text


def test_a_document_without_nodes_or_findings_says_so():
    text = Parts(page_of(readings=(Reading(Dokumen(instansi="Dinas Kosong")),), nodes=0, indicators=0)).text
    for words in ("Dokumen ini tidak memuat sasaran.", "Tidak ada temuan.", "Tidak ada temuan pada dokumen ini."):
        assert words in text


def test_many_findings_are_cut_but_counted():
    text = Parts(page_of(*[finding(path=f"simpul[{number % 2}]") for number in range(4000)])).text
    assert text.count("S02 kata-kerja-aktif “Meningkatkan”") == content.MOST_FINDINGS
    assert "… dan 1.000 temuan lain." in text
    assert "4.000 H Harus diperbaiki" in text


def test_a_cascade_too_large_for_a_page_is_not_drawn_and_that_is_told():
    many = Reading(Dokumen(simpul=tuple(Sasaran(pernyataan=str(number)) for number in range(content.MOST_NODES + 1))))
    page = page_of(readings=(many,))
    assert boxes(page) == []
    assert "tidak digambar karena terlalu besar" in page


def large(text="Meningkatnya mutu layanan", wide=40, file="rencana.yaml"):
    """A cascade of three levels that no single picture shows."""
    leaves = tuple(
        Sasaran(
            tingkat="kegiatan", pernyataan=f"{text} kegiatan {at}", anak=(Sasaran(pernyataan=f"{text} rincian {at}"),)
        )
        for at in range(wide)
    )
    below = Sasaran(tingkat="program", pernyataan=f"{text} program", anak=leaves)
    top = Sasaran(tingkat="strategis", pernyataan=f"{text} strategis", anak=(below,))
    return Reading(Dokumen(instansi="Dinas Contoh", simpul=(top,)), Locations({"": (Location(file),)}))


def outline(page):
    """The classes and the text of each line of the overview, level by level."""
    lines = re.findall(r'<li class="t(\d)" data-dalam="(\d)">(.*?)</li>', page)
    return [(int(indent), int(level), " ".join(re.sub("<.*?>", "", text).split())) for indent, level, text in lines]


def test_a_cascade_of_several_pictures_has_an_overview_that_links_to_boxes_and_findings():
    page = page_of(finding(path="simpul[0].anak[0]", document="Dinas Contoh"), readings=(large(),))
    lines = outline(page)
    assert lines[:4] == [
        (0, 1, "Meningkatnya mutu layanan strategis Sasaran strategis"),
        (1, 2, "H1 Meningkatnya mutu layanan program Sasaran program"),
        (2, 3, "Meningkatnya mutu layanan kegiatan 0 Sasaran kegiatan"),
        (3, 3, "Meningkatnya mutu layanan rincian 0 Sasaran"),
    ]
    assert len(lines) == 82
    parts = Parts(page)
    assert all(link[1:] in parts.ids for link in parts.links)
    assert re.findall('<option value="(\\d)">(.*?)</option>', page) == [
        ("1", "Sasaran strategis"),
        ("2", "Sasaran program"),
        ("3", "Sasaran kegiatan"),
    ]


def test_a_cascade_of_several_pictures_is_also_drawn_whole_and_only_that_is_printed():
    page = page_of(finding(path="simpul[0].anak[0]", document="Dinas Contoh"), readings=(large(),))
    whole, _, branches = page.partition('<details class="gambar cabang"')
    assert whole.count("Pohon kinerja selengkapnya, lembar 1 dari 2") == 2
    assert len(boxes(whole)) == 82
    assert boxes(whole)[1] == ("galat", "Sasaran program — Meningkatnya mutu layanan program: 1 harus diperbaiki")
    assert len(boxes(branches)) >= 82
    assert ".cabang" in re.search(r"@media print \{.*", STYLE, re.DOTALL)[0]


def test_a_cascade_of_one_picture_needs_no_overview():
    page = page_of(finding())
    assert outline(page) == []
    assert "selengkapnya" not in page


def test_a_cascade_too_large_to_be_drawn_still_has_an_overview():
    many = Reading(Dokumen(simpul=tuple(Sasaran(pernyataan=str(number)) for number in range(content.MOST_NODES + 1))))
    page = page_of(readings=(many,))
    assert len(outline(page)) == content.MOST_NODES + 1
    assert [link for link in Parts(page).links if "k" in link] == []


def test_an_overview_is_not_longer_than_anybody_reads(monkeypatch):
    monkeypatch.setattr(outlines, "MOST_LINES", 50)
    assert outline(page_of(readings=(large(),))) == []


def test_a_very_deep_cascade_is_indented_no_further_than_a_page_is_wide():
    chain = Sasaran(pernyataan="terdalam")
    for number in range(60):
        chain = Sasaran(pernyataan=str(number), anak=(chain,))
    lines = outline(page_of(readings=(Reading(Dokumen(simpul=(chain,))),)))
    assert [indent for indent, _, _ in lines] == [*range(9), *[9] * 52]


@pytest.mark.parametrize("text", HOSTILE)
def test_an_overview_shows_text_from_documents_as_text(text):
    def tags(words):
        (overview,) = re.findall('<ul class="garis-besar">.*?</ul>', page_of(readings=(large(words),)), re.DOTALL)
        return Parts(overview).tags

    assert tags(text) == tags("biasa")


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_documents_is_only_text(text):
    def page(words):
        one = finding(
            message=words, text=words, statement=words, suggestion=words, repair=words, reason=words, document=words
        )
        other = about_unit(code=words, name=words, indicator=words, basis=words, document=words)
        places = (Location(words),)
        waived = one._replace(waiver={**WAIVER, "alasan": words})
        reading = document(words, words, words)
        return page_of(one, other, waived, about_document(message=words, places=places), readings=(reading, reading))

    assert [tag for tag in Parts(page(text)).tags if tag[0] not in {"text", "option"}] == [
        tag for tag in Parts(page("biasa")).tags if tag[0] not in {"text", "option"}
    ]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]", page(text))


def test_the_page_needs_nothing_but_itself():
    parts = Parts(page_of(finding(), about_unit()))
    assert parts.links
    assert all(link.startswith("#") and link[1:] in parts.ids for link in parts.links)
    assert len(set(parts.ids)) == len(parts.ids)
    assert "url(" not in STYLE
    assert "@import" not in STYLE


def test_the_policy_lets_in_only_the_style_and_the_script_of_the_page():
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page_of())
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'",
        policy.replace("&#39;", "'"),
    )


def test_equal_reports_give_equal_pages():
    assert page_of(finding(), about_unit()) == page_of(finding(), about_unit())


def luminance(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_text_stands_out_from_what_is_behind_it():
    named = dict(re.findall(r"--(\w+): #([0-9a-f]{6})", STYLE))
    for ink in ("tinta", "redup", "tautan"):
        assert contrast(named[ink], "ffffff") >= 4.5
        assert contrast(named[ink], named["latar"]) >= 4.5
    assert all(contrast(named["tinta"], colour) >= 4.5 for colour in COLOURS.values())


def in_browser(page, tmp_path, script=""):
    """The text of the page after its script, and `script` for its reader, have run."""
    file = tmp_path / "laporan.html"
    if script:
        page = re.sub("<meta http-equiv.*", "", page).replace("</body>", f"<script>{script}</script></body>")
    file.write_text(page, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profil'}", "--dump-dom"]
    finished = subprocess.run(["chromium", *options, file.as_uri()], capture_output=True, check=True)  # noqa: S607
    return finished.stdout.decode()


@pytest.mark.needs_program("chromium")
def test_the_script_runs_under_the_policy_and_counts(tmp_path):
    shown = in_browser(page_of(finding(), about_unit()), tmp_path)
    assert "Menampilkan 2 dari 2 temuan" in shown
    assert '<form id="saring" role="search"' in shown


@pytest.mark.needs_program("chromium")
def test_an_overview_starts_with_as_many_levels_as_a_screen_holds_and_shows_those_that_are_chosen(tmp_path):
    shown = in_browser(page_of(readings=(large(),)), tmp_path)
    assert len(re.findall('<li class="t[0-9]" data-dalam="[0-9]">', shown)) == 2
    reader = "const l = document.querySelector('.sampai'); l.value = '3'; l.dispatchEvent(new Event('change'));"
    shown = in_browser(page_of(readings=(large(),)), tmp_path, reader)
    assert len(re.findall('<li class="t[0-9]" data-dalam="[0-9]">', shown)) == 82


@pytest.mark.needs_program("chromium")
def test_words_and_severities_filter_findings(tmp_path):
    reader = (
        "document.getElementById('cari').value = 'satuan dokumen';"
        "document.querySelector('[value=galat]').click();"
        "document.getElementById('cari').dispatchEvent(new Event('input', {bubbles: true}));"
    )
    shown = in_browser(page_of(finding(), about_unit()), tmp_path, reader)
    assert "Menampilkan 1 dari 2 temuan" in shown
    assert re.findall(r'<li class="temuan (\w+)"[^>]*hidden', shown) == ["galat"]
