"""Levels of lines that share a column."""

from indikator_rules.importers.levels import Line, is_heading_line, levels_of
from indikator_rules.model.tingkat import Tingkat

PLAN = (Tingkat.PROGRAM, Tingkat.KEGIATAN)


def test_lines_without_a_level_word_stand_at_the_lower_of_tujuan_and_strategis():
    lines = [Line("Meningkatnya mutu"), Line("Program Mutu"), Line("Sub Kegiatan Uji")]
    named = (Tingkat.TUJUAN, Tingkat.STRATEGIS, Tingkat.PROGRAM)
    assert levels_of(lines, named) == ["strategis", "program", "subkegiatan"]


def test_codes_tell_levels():
    lines = [Line("Upaya", "1.02.02"), Line("Fasilitas", "1.02.02.2.01"), Line("Gedung", "1.02.02.2.01.0001")]
    assert levels_of(lines, PLAN) == ["program", "kegiatan", "subkegiatan"]


def test_only_the_lowest_lines_carry_money():
    lines = [Line("Program A"), Line("B"), Line("C", budgeted=True), Line("D", budgeted=True)]
    assert levels_of(lines, PLAN) == ["program", "kegiatan", "subkegiatan", "subkegiatan"]


def test_a_block_without_money_in_a_table_with_money_stays_open():
    lines = [Line("Program A"), Line("B"), Line("C", budgeted=True), Line("Program D"), Line("E")]
    assert levels_of(lines, PLAN)[-1] is None


def test_without_any_money_the_heading_decides():
    assert levels_of([Line("Program A"), Line("B")], PLAN) == ["program", "kegiatan"]
    assert levels_of([Line("Program A"), Line("B")], (*PLAN, Tingkat.SUBKEGIATAN)) == ["program", None]


def test_an_unmeasured_line_before_a_programme_only_heads_it():
    lines = [Line("URUSAN X", measured=False), Line("Program A"), Line("B", measured=False), Line("C")]
    levels = levels_of(lines, PLAN)
    assert [is_heading_line(lines, levels, at) for at in range(4)] == [True, False, False, False]
