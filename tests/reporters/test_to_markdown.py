import pytest
from hostile import HOSTILE
from markdown_it import MarkdownIt
from reports import REPORT, WAIVER, about_unit, finding

from indikator_rules.finding import Assessment, Report, Severity, Status
from indikator_rules.reporters.to_markdown import MOST_FINDINGS, to_markdown


def html_of(report):
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(to_markdown(report))


def test_totals_stand_first_with_every_severity():
    page = html_of(REPORT)
    for severity in Severity:
        assert severity.label in page.split("</table>")[0]
    assert "Dikecualikan" in page.split("</table>")[0]


def test_a_finding_stands_under_its_statement_and_indicator():
    page = to_markdown(Report((finding(), about_unit())))
    assert "### “Meningkatkan mutu layanan”\n" in page
    assert "### “Meningkatkan mutu layanan” → “Kualitas layanan”" in page
    assert "**Harus diperbaiki** · S02 kata-kerja-aktif: “Meningkatkan” menyatakan upaya." in page
    assert "  - Usulan: Meningkatnya mutu layanan" in page


def test_a_waived_finding_is_shown_with_its_severity_and_by_whom():
    page = to_markdown(Report((finding(waiver=WAIVER),)))
    assert "## Dikecualikan (1)" in page
    assert ", harus diperbaiki: " in page
    assert "Amanat RPJMD (Sekretaris Daerah, sampai 2026-12-31)" in page


def test_many_findings_are_cut_but_counted():
    page = to_markdown(Report((finding(),) * 3000))
    assert page.count("S02 kata-kerja-aktif") == MOST_FINDINGS
    assert "| 🟥 Harus diperbaiki | 3.000 |" in page
    assert "dan 2.800 temuan lain" in page


def test_checks_that_were_not_made_are_named_with_their_reason():
    many = tuple(Assessment("T05", Status.TIDAK_DAPAT_DINILAI, f"alasan {number}") for number in range(900))
    page = to_markdown(Report((), assessments=many))
    assert "## Tidak dapat dinilai (900)" in page
    assert "dan 700 lainnya" in page


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_documents_is_only_text(text):
    one = finding(message=text, document=text, statement=text, suggestion=text, repair=text)
    page = html_of(Report((one, finding(message=text, waiver={**WAIVER, "alasan": text}))))
    for made in ("<script", "<a ", "<code", "href="):
        assert made not in page
    assert page.count("<strong>") == 1
    assert page.count("<h1>") == 1


def test_a_page_without_findings_says_so():
    assert "| 🟥 Harus diperbaiki | 0 |" in to_markdown(Report(()))
