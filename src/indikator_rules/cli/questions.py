"""Questions about the columns that were not clear, asked on standard error and answered on standard input."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from indikator_rules.errors import DocumentError
from indikator_rules.model.bidang import FIELD_WORDS
from indikator_rules.model.pembacaan import DITETAPKAN
from indikator_rules.model.peta import level_named, parts_of_meaning
from indikator_rules.model.tingkat import Tingkat
from indikator_rules.reporters.neutral import short
from indikator_rules.reporters.to_pembacaan import table_name
from indikator_rules.reporters.to_peta import meaning

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from indikator_rules.cli.column_maps import FileTable
    from indikator_rules.model.pembacaan import KolomTerbaca, TabelTerbaca

_LONGEST = 60
_LIST = "?"
_Answer = TypeVar("_Answer")


def unclear(table: TabelTerbaca) -> list[KolomTerbaca]:
    """The columns of `table` with values of which it is not sure what they are, or at which level they stand."""
    return [column for column in table.kolom if column.contoh and (_is_doubtful(column) or _lacks_level(column, table))]


def _is_doubtful(column: KolomTerbaca) -> bool:
    return column.dibaca is None or (column.keyakinan is not None and column.keyakinan.derajat != "tinggi")


def _lacks_level(column: KolomTerbaca, table: TabelTerbaca) -> bool:
    """Whether `column` holds statements whose level nothing in `table` names."""
    told = table.tingkat is not None or any(other.dibaca == "tingkat" for other in table.kolom)
    return column.dibaca == "sasaran" and not column.tingkat and not told


def answered(tables: Sequence[FileTable]) -> list[FileTable]:
    """`tables`, with their unclear columns as the user says. Raises DocumentError when the answers end too early."""
    return [(file, _answered_table(file, table)) for file, table in tables]


def _answered_table(file: str, table: TabelTerbaca) -> TabelTerbaca:
    asked = unclear(table)
    if asked:
        _tell(f"\n{file}: {table_name(table)}")
    columns = tuple(_answered_column(column, table) if column in asked else column for column in table.kolom)
    return table.model_copy(update={"kolom": columns})


def _answered_column(column: KolomTerbaca, table: TabelTerbaca) -> KolomTerbaca:
    _tell(f"\nKolom {column.huruf} “{short(column.judul, _LONGEST)}”")
    _tell(f"  misalnya  {'; '.join(short(sample, _LONGEST) for sample in column.contoh)}")
    if _is_doubtful(column):
        proposed = meaning(column)
        said = _ask(f"  Isinya apa? (Enter: {proposed}; {_LIST}: daftar) ", proposed, parts_of_meaning, FIELD_WORDS)
        told = {"dibaca": said["bidang"], "tingkat": said.get("tingkat", ()), "periode": said.get("periode")}
        column = column.model_copy(update={**told, "dugaan": None, "keyakinan": DITETAPKAN})
    if not _lacks_level(column, table):
        return column
    level = _ask(f"  Tingkatnya? (Enter: tidak tahu; {_LIST}: daftar) ", "", _level_or_none, tuple(Tingkat))
    return column.model_copy(update={"tingkat": () if level is None else (level,)})


def _level_or_none(answer: str) -> Tingkat | None:
    return level_named(answer) if answer else None


def _ask(question: str, proposed: str, read: Callable[[str], _Answer], known: Sequence[str]) -> _Answer:
    """What the user answers, asked again until `read` understands it; nothing means `proposed`."""
    while True:
        _tell(question, end="")
        line = sys.stdin.readline()
        if not line:
            raise DocumentError("Jawaban berakhir sebelum semua pertanyaan dijawab; peta kolom tidak ditulis.")
        answer = line.strip()
        if answer == _LIST:
            _tell(f"  Yang dapat ditulis: {', '.join(known)}.")
            continue
        try:
            return read(answer or proposed)
        except ValueError as misunderstood:
            sentence = str(misunderstood)
            _tell(f"  {sentence[:1].upper()}{sentence[1:]}")


def _tell(text: str, end: str = "\n") -> None:
    sys.stderr.write(text + end)
    sys.stderr.flush()
