"""How far long work has come, shown on a terminal while it goes on; nothing of it stays, and a pipe sees none."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.progress import Progress

T = TypeVar("T")


def tracked(items: Sequence[T], words: str) -> Iterator[T]:
    """The items one by one, with a bar that tells how many are done."""
    if not sys.stderr.isatty():
        yield from items
        return
    with _bar(counted=True) as bar:
        yield from bar.track(items, description=words)


@contextmanager
def waiting(words: str) -> Iterator[None]:
    """Tells what is being done, for work whose end cannot be foreseen."""
    if not sys.stderr.isatty():
        yield
        return
    with _bar(counted=False) as bar:
        bar.add_task(words, total=None)
        yield


def _bar(*, counted: bool) -> Progress:
    from rich.console import Console  # slow to import, and not needed where nobody looks
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    return Progress(
        SpinnerColumn("line"),
        TextColumn("{task.description}", markup=False),
        BarColumn(30),
        *([MofNCompleteColumn()] if counted else []),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
