"""Checking again whenever a file is saved, until the user ends it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_State = tuple[int, int] | None
"""When a file was last saved, and its size; None while there is no such file."""


def watch(check: Callable[[], int], files: Callable[[], Iterable[Path]], wait: Callable[[], None]) -> int:
    """The exit code of the last whole check, when the user ends the watch.

    `files` are those whose saving calls for another check; `wait` waits a little between two looks.
    """
    code = 0
    seen: dict[Path, _State] | None = None
    try:
        while True:
            now = {file: _state(file, (seen or {}).get(file)) for file in files()}
            if now != seen:
                code, seen = check(), now
            wait()
    except KeyboardInterrupt:
        return code


def _state(file: Path, before: _State) -> _State:
    """The state of `file`. Some programs save by putting a new file in place of the old: a gap is no change."""
    try:
        found = os.stat(file)  # noqa: PTH116 - Path.stat does not bear every name
    except (OSError, ValueError):
        return before
    return found.st_mtime_ns, found.st_size
