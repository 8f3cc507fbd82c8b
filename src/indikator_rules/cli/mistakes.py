"""What goes wrong, as one Indonesian sentence: users read sentences, not tracebacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from indikator_rules.cli.indonesian import usage_message
from indikator_rules.cli.output import say, show_faults
from indikator_rules.errors import IndikatorError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

CLEAN, FOUND, UNJUDGED = 0, 1, 2
"""Exit codes: nothing at or above the gate; something; could not judge."""
STOPPED = "Dihentikan sebelum selesai."


def told(work: Callable[[], int]) -> int:
    """The exit code of `work`; when it fails, what is wrong has been said and the code is that of nothing judged."""
    try:
        return work()
    except BrokenPipeError:
        raise  # the reader has seen enough: that is no mistake
    except Exception as error:  # noqa: BLE001 - whatever it is, the user is told in a sentence
        say(_sentence(error))
        show_faults(getattr(error, "findings", ()))
        return UNJUDGED


def _sentence(error: Exception) -> str:
    match error:
        case click.ClickException():
            return usage_message(error)
        case IndikatorError():
            return str(error)
        case OSError():
            return f"{error.filename or 'Keluaran'}: {_obstacle(error)}."
        case click.Abort():
            return STOPPED
        case _:
            return (
                f"Ada kesalahan di dalam program ({_origin(error)}); mohon dilaporkan beserta perintah yang dipakai. "
                "Pesan ini tidak memuat isi dokumen."
            )


def _obstacle(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "foldernya tidak ada; buat folder itu lebih dahulu"
        case PermissionError():
            return "tidak dapat dibuka; tutup di aplikasi lain atau periksa izinnya"
        case IsADirectoryError():
            return "ini folder; sebutkan nama berkas di dalamnya"
        case _:
            return "tidak dapat dibaca atau ditulis; periksa ruang dan izinnya"


def _origin(error: Exception) -> str:
    """What a maintainer needs to find the fault: its kind, and the line that raised it here and at its root.

    Never its text, which may quote the document.
    """
    places = [_place(trace) for trace in _traces(error.__traceback__)[1:]]  # the first is `told` itself
    return ", ".join([type(error).__name__, *dict.fromkeys([*_last_of_ours(places), *places[-1:]])])


def _traces(trace: TracebackType | None) -> list[TracebackType]:
    traces = []
    while trace is not None:
        traces.append(trace)
        trace = trace.tb_next
    return traces


def _place(trace: TracebackType) -> str:
    return f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"


def _last_of_ours(places: list[str]) -> list[str]:
    return [place for place in places if place.startswith("indikator_rules.")][-1:]
