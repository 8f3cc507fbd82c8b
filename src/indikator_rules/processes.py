"""The same work on many things at once, in processes of their own where the system can fork."""

from __future__ import annotations

import gc
import multiprocessing
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")


def map_in_processes(work: Callable[[T], R], items: Sequence[T], workers: int) -> list[R]:
    """The results of `work` on each item, in order. What a worker raises is raised here.

    A forked worker has the items already, so nothing but results travels. Where there is no fork (Windows), or with one
    worker, this process does the work.
    """
    if workers < 2 or len(items) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [work(item) for item in items]
    fork = multiprocessing.get_context("fork")
    gc.freeze()  # pages that the collector does not touch stay shared
    pipes = []
    for worker in range(workers):
        receiving, sending = fork.Pipe(duplex=False)
        fork.Process(target=_work_share, args=(work, items[worker::workers], sending), daemon=True).start()
        sending.close()
        pipes.append(receiving)
    results: list[R] = [None] * len(items)  # type: ignore[list-item]
    for worker, pipe in enumerate(pipes):
        outcome = pipe.recv()
        if isinstance(outcome, BaseException):
            raise outcome
        results[worker::workers] = outcome
    return results


def _work_share(work: Callable[[T], R], items: Sequence[T], pipe: Connection) -> None:
    try:
        pipe.send([work(item) for item in items])
    except KeyboardInterrupt:
        return  # the process that asked is ending, too, and says so
    except Exception as error:  # noqa: BLE001 - told to the process that asked
        pipe.send(error)
