"""The command `indikator`."""

from __future__ import annotations

import gc
import os
import sys
from typing import TextIO, cast

import click

from indikator_rules.cli.commands import indikator
from indikator_rules.cli.indonesian import usage_message
from indikator_rules.cli.output import say, show_faults
from indikator_rules.errors import IndikatorError

CLEAN, FOUND, UNJUDGED = 0, 1, 2
"""Exit codes: nothing at or above the gate; something; could not judge."""


def main() -> None:
    """Run the command line of this process, and end the process with the exit code."""
    gc.disable()  # all that is made is in use until the end; looking for what is not would take half of the time
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(cast("TextIO", stream))
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of the command line `arguments`. What is wrong is said in one Indonesian sentence on stderr."""
    try:
        code = indikator.main(arguments, prog_name="indikator", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _abandon_output()
        return CLEAN
    except click.exceptions.NoArgsIsHelpError as error:
        sys.stderr.write(error.format_message() + "\n")
        return UNJUDGED
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - users read sentences, not tracebacks
        say(_sentence(error))
        show_faults(getattr(error, "findings", ()))
        return UNJUDGED
    return code if isinstance(code, int) else CLEAN


def _sentence(error: BaseException) -> str:
    match error:
        case click.ClickException():
            return usage_message(error)
        case IndikatorError():
            return str(error)
        case OSError():
            return f"{error.filename or 'Keluaran'}: {_obstacle(error)}."
        case click.Abort() | KeyboardInterrupt():
            return "Dihentikan sebelum selesai."
        case _:
            return (
                f"Ada kesalahan di dalam program ({_origin(error)}); mohon dilaporkan beserta perintah dan berkasnya."
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


def _origin(error: BaseException) -> str:
    """What a maintainer needs to find the fault: its kind, its text, and the line that raised it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    line = "" if trace is None else f" di {os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"  # noqa: PTH119
    return f"{type(error).__name__}: {error}{line}"


def _abandon_output() -> None:
    """Point stdout elsewhere after its reader has seen enough: the interpreter must not flush into the closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8(stream: TextIO) -> None:
    """Make a piped or redirected stream UTF-8, and a console of few characters forgiving."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty():
        reconfigure(errors="replace")
    else:
        reconfigure(encoding="utf-8", errors="backslashreplace")
