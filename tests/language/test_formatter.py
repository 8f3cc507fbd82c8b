from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import rule_files

from indikator_rules.language import syntax
from indikator_rules.language.formatter import format_source
from indikator_rules.language.parser import parse
from indikator_rules.language.printer import show

RULE = """\
# Berkas ini dipakai di pelatihan.

aturan S02 kata-kerja-aktif "Sasaran"   # judul

  # cakupan
  untuk       tujuan dan sasaran tingkat strategis sampai kegiatan
  bila        pernyataan kosong   # satu  # dua
  galat       "Isi # pernyataan."
  alasan      "A"
  # dua baris
  # sebelum saran
  saran       "B"
  dasar       "C"
  aspek       jelas

  # contoh dari lapangan
  contoh buruk "x"   # buruk
  contoh baik  "y"
  # contoh baik "z"

# tentang parameter
parameter x = 3 "X"   # tiga

# akhir
"""


def test_every_comment_stays_at_its_place() -> None:
    assert format_source(RULE) == RULE


def test_comments_inside_a_clause_move_behind_it() -> None:
    source = RULE.replace("   # satu  # dua", " # satu\n        # dua").replace("untuk       tujuan", "untuk tujuan")
    assert format_source(source).count("#") == RULE.count("#")
    assert parse(format_source(source)).file == parse(RULE).file


def test_a_file_with_a_syntax_error_stays_as_it_is() -> None:
    source = RULE.replace('alasan      "A"', "")
    assert format_source(source) == source


def test_a_file_of_comments_keeps_them() -> None:
    assert format_source("# hanya\n# catatan") == "# hanya\n# catatan\n"
    assert format_source("\n\n") == ""


@st.composite
def commented_sources(draw: st.DrawFn) -> str:
    """Printed rules with comments strewn between their words and lines."""
    pieces = re.split(r'("(?:\\.|[^"\\])*"|\s+)', show(draw(rule_files)))
    comments = st.sampled_from(["# a\n", "  # b\n", "\n# c\n", "\n  # d\n", "\n\n# e\n\n", " # f\n\n\n"])
    return "".join(
        piece + draw(comments) if piece.isspace() and draw(st.integers(0, 9)) == 0 else piece for piece in pieces
    )


@settings(max_examples=50)
@given(commented_sources())
def test_formatting_keeps_the_tree_and_the_comments_and_is_done_after_once(source: str) -> None:
    formatted = format_source(source)
    assert parse(formatted).file == parse(source).file
    assert Counter(comments(formatted)) == Counter(comments(source))
    assert format_source(formatted) == formatted


@settings(max_examples=30)
@given(rule_files)
def test_printed_rules_are_formatted_already(tree: syntax.RuleFile) -> None:
    assert format_source(show(tree)) == show(tree)


def comments(source: str) -> list[str]:
    """The letters of the comments."""
    found = re.findall(r'"(?:\\.|[^"\\])*"|#[^\n]*', source)
    return re.findall(r"# ([a-f])", " ".join(piece for piece in found if piece.startswith("#")))
