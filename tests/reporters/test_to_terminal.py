import re

import pytest
from reports import FILE, INDICATOR, REPORT, STATEMENT, about_unit, cell, finding

from indikator_rules.finding import Lack, Report, Severity, Stage
from indikator_rules.reporters.to_terminal import MOST_FINDINGS, to_text


def test_findings_stand_under_their_document_statement_and_indicator():
    page = to_text(REPORT)
    order = ["Dinas Contoh", FILE, f"Sasaran strategis “{STATEMENT}”", "S02 kata-kerja-aktif"]
    order += [f"Indikator “{INDICATOR}”", "U02 satuan-tidak-sesuai"]
    places = [page.index(words) for words in order]
    assert places == sorted(places)


def test_a_finding_says_what_why_how_better_on_what_basis_and_where():
    page = to_text(Report((finding(),), nodes=1))
    for words in (
        "HARUS DIPERBAIKI",
        "tabel 2, baris 3, kolom 2 · tabel 2, baris 8, kolom 2",
        "“Meningkatkan” menyatakan upaya.",
        "Upaya selalu dapat dilakukan.",
        "Tulis keadaannya.",
        "“Meningkatnya mutu layanan”",
        "PermenPANRB 88/2021",
    ):
        assert words in page


def test_the_written_text_is_shown_where_the_heading_does_not_show_it():
    assert "Tertulis dokumen" in " ".join(to_text(Report((about_unit(),))).split())
    assert "Tertulis" not in to_text(Report((finding(),)))


def test_the_reason_of_a_rule_is_given_once():
    twice = Report(
        (finding(), finding(path="simpul[1]", statement="Mewujudkan daerah maju", text="Mewujudkan daerah maju"))
    )
    assert to_text(twice).count("Mengapa") == 1
    assert to_text(twice).count("Usulan") == 2


def test_what_could_not_be_judged_is_told_once_for_each_reason():
    page = to_text(REPORT)
    assert "tidak terbaca (1)\n  Arah yang diinginkan belum dicantumkan (T05, T07)" in page
    assert "Perlu dinilai oleh manusia (1)\n  Apakah indikator ini relevan? (I19)" in page
    assert "Aturan yang gagal dijalankan (1)\n  Aturan berhenti sebelum selesai. (X01)" in page


def test_waivers_and_notes_about_the_file_stand_apart_from_findings():
    page = to_text(REPORT)
    assert "Dikecualikan (1)\n  S05 memuat-cara “" in page
    assert "catatan: Amanat RPJMD (Sekretaris Daerah, berlaku sampai 2026-12-31)" in " ".join(page.split())
    assert "Cara berkas dibaca (1)\n  Tabel anggaran dilewati." in page
    assert "1 harus diperbaiki · 1 sebaiknya diperbaiki\n" in page


def test_the_summary_says_what_to_do_first():
    page = to_text(REPORT)
    assert "Mulailah dari yang harus diperbaiki. Yang paling sering ditemukan:\n\n  S02 kata-kerja-aktif" in page
    assert "indikator jelaskan S02" in page


def test_a_clean_document_is_told_so():
    assert to_text(Report((), nodes=1200, indicators=3)) == "Tidak ada temuan pada 1.200 sasaran dan 3 indikator.\n"


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_page_fits_its_width(width):
    long = finding(
        text="kata " * 60, statement="kata " * 60, message="Pesan " * 40, places=tuple(cell(i, 2) for i in range(9))
    )
    assert max(map(len, to_text(Report((long,)), width).splitlines())) <= width


def test_without_colours_no_escape_code_is_written():
    assert "\x1b" not in to_text(REPORT)
    assert "\x1b[" in to_text(REPORT, colours="standard")


def test_a_document_cannot_inject_markup_escape_codes_or_hidden_direction_marks():
    hostile = "Mutu [red]merah[/red] \x1b[31mmerah \x9b31m \u202eterbalik\n\nbaris :smile:"
    page = to_text(
        Report((finding(statement=hostile, text=hostile, message=hostile, document=hostile),)), colours="standard"
    )
    assert "[red]merah[/red]" in page
    assert ":smile:" in page
    assert not {"\x9b", "\u202e"} & set(page)
    assert "\x1b[31mmerah" not in page


def test_severity_stands_in_words():
    page = to_text(Report(tuple(finding(severity=severity) for severity in Severity)))
    assert all(severity.label.upper() in page for severity in Severity)


def test_long_lists_are_capped_but_totals_are_not():
    many = Report(
        tuple(finding()._replace(path=f"simpul[{i}]", statement=f"Mutu {i}") for i in range(MOST_FINDINGS + 1234))
    )
    page = to_text(many)
    assert "… dan 1.234 temuan lain" in page
    assert "1.434 harus diperbaiki" in page


def test_many_places_are_capped():
    assert "dan 6 tempat lain" in " ".join(
        to_text(Report((finding(places=tuple(cell(i, 2) for i in range(9))),))).split()
    )


def test_how_many_nodes_meet_each_principle_and_criterion_is_told_before_the_summary():
    page = to_text(REPORT)
    assert re.search(r"Terukur dengan indikator yang jelas +2 dari 3\n", page)
    assert re.search(r"Selaras dengan tujuan strategis +belum dapat dinilai\n", page)
    assert re.search(r"menggambarkan kondisi kinerja yang akan dicapai +1 dari 3\n", page)
    assert page.index("Menurut kriteria evaluasi") < page.index("Hasil pemeriksaan")


def test_what_a_draft_lacks_at_its_stage_is_told_with_the_first_of_those_that_lack_it():
    unit = Lack("3 dari 4 sasaran program belum mempunyai unit pemilik.", "program", "unit", ("A\x1b[2J", "B", "C"), 4)
    page = to_text(Report((), stage=Stage(3, 5, "Menurunkan ke unit", (Lack("Belum ada tujuan.", "tujuan"), unit))))
    assert "Tahap 3 dari 5: Menurunkan ke unit\n  Belum ada tujuan.\n  3 dari 4 sasaran program" in page
    assert "“B”, dan 1 lainnya" in page
    assert "\x1b" not in page
    assert "sudah ada" in to_text(Report((), stage=Stage(1, 5, "Mengenali tujuan", ())))
