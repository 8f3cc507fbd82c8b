"""The command `indikator`."""

from __future__ import annotations

import gc
import os
import signal
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn, TextIO, cast

import click

from indikator_rules.cli.commands import indikator
from indikator_rules.cli.mistakes import CLEAN, STOPPED, UNJUDGED, told
from indikator_rules.cli.output import say

if TYPE_CHECKING:
    from types import FrameType

_ENDINGS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""The signals that ask a process to end; no system has them all."""


def main() -> None:
    """Run the command line of this process, and end the process with the exit code."""
    gc.disable()  # all that is made is in use until the end; looking for what is not would take half of the time
    for name in _ENDINGS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _end)
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(cast("TextIO", stream))
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of the command line `arguments`. What is wrong is said in one Indonesian sentence on stderr."""
    try:
        return told(partial(_called, arguments))
    except BrokenPipeError:
        _abandon_output()
        return CLEAN
    except KeyboardInterrupt:
        say(STOPPED)
        return UNJUDGED


def _called(arguments: list[str]) -> int:
    try:
        code: Any = indikator.main(arguments, prog_name="indikator", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        sys.stderr.write(error.format_message() + "\n")
        return UNJUDGED
    sys.stdout.flush()
    return code if isinstance(code, int) else CLEAN


def _end(_signal: int, _frame: FrameType | None) -> NoReturn:
    """Ends the work in order, so that passing copies of documents are removed; once is enough."""
    for name in _ENDINGS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    raise KeyboardInterrupt


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
