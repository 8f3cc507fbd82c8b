import pytest
from hostile import COMMAND, ESCAPE, FORMULA, HOSTILE, MARKUP, TURNED
from markdown_it import MarkdownIt

from indikator_rules.reporters.neutral import LONGEST_TEXT, in_log, in_markdown, in_sheet, one_line, short


@pytest.mark.parametrize("text", HOSTILE)
def test_a_line_is_one_line_that_hides_nothing(text):
    assert one_line(text).isprintable()


def test_a_line_keeps_its_words():
    assert one_line("Meningkatnya\n  mutu \t“layanan”") == "Meningkatnya mutu “layanan”"
    assert one_line(TURNED) == "biasa terbalik tersembunyi"
    assert "\x1b" not in one_line(ESCAPE)


def test_a_very_long_text_is_cut_after_a_word():
    cut = short("kata " * 1000)
    assert len(cut) <= LONGEST_TEXT + 2
    assert cut.endswith("kata …")


def test_a_log_holds_no_command():
    said = in_log(COMMAND)
    assert "::" not in said
    assert "##[" not in said
    assert "::" not in in_log(":::::")
    assert "##[" not in in_log("###[error]")
    assert in_log("Rasio 1:1 dan #1") == "Rasio 1:1 dan #1"


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_the_text_letter_for_letter(text):
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).renderInline(in_markdown(text))
    shown = html.replace("<!-- -->", "").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    assert shown.replace("&amp;", "&") == one_line(text).strip()


def test_markdown_links_and_calls_nobody():
    written = in_markdown(MARKUP)
    for live in ("@kepala", "#12", "www.", "http://"):
        assert live not in written


@pytest.mark.parametrize("text", [FORMULA, "+1-1", "-2+3", "@SUM(A1)", "\t=1+1", "＝1+1", " =1"])
def test_a_sheet_computes_nothing(text):
    assert in_sheet(text).startswith("'")


@pytest.mark.parametrize("text", ["-5", "+3,2", "-1.500,5 %", "85,5", "Indeks = rata-rata", ""])
def test_plain_numbers_and_sentences_stay_as_they_are(text):
    assert in_sheet(text) == text
