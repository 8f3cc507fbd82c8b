"""The command `indikator`."""

from __future__ import annotations

import os
import sys
from typing import TextIO, cast

import click

from indikator_rules.cli.commands import indikator
from indikator_rules.cli.indonesian import usage_message
from indikator_rules.cli.output import say
from indikator_rules.errors import IndikatorError

CLEAN, FOUND, UNJUDGED = 0, 1, 2
"""Exit codes: nothing at or above the gate; something; could not judge."""


def main() -> None:
    """Run the command line of this process, and end the process with the exit code."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(cast("TextIO", stream))
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of the command line `arguments`. What is wrong is said in one Indonesian sentence on stderr."""
    try:
        code = indikator.main(arguments, prog_name="indikator", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        sys.stderr.write(error.format_message() + "\n")
        return UNJUDGED
    except click.ClickException as error:
        return _refuse(usage_message(error))
    except IndikatorError as error:
        return _refuse(str(error))
    except BrokenPipeError:
        # The reader has seen enough. Point stdout elsewhere: the interpreter must not flush into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except OSError as error:
        return _refuse(f"{error.filename or 'Keluaran'}: {_obstacle(error)}.")
    except (click.Abort, KeyboardInterrupt):
        return _refuse("Dihentikan sebelum selesai.")
    return code if isinstance(code, int) else CLEAN


def _obstacle(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "foldernya tidak ada; buat folder itu lebih dahulu"
        case PermissionError():
            return "tidak dapat ditulis; tutup di aplikasi lain atau periksa izinnya"
        case IsADirectoryError():
            return "ini folder; sebutkan nama berkas di dalamnya"
        case _:
            return "tidak dapat dibaca atau ditulis; periksa ruang dan izinnya"


def _refuse(message: str) -> int:
    say(message)
    return UNJUDGED


def _speak_utf8(stream: TextIO) -> None:
    """Make a piped or redirected stream UTF-8, and a console of few characters forgiving."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty():
        reconfigure(errors="replace")
    else:
        reconfigure(encoding="utf-8", errors="backslashreplace")
