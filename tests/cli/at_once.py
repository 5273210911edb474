"""Several calls of the program at the same moment, each in a process of its own."""

import contextlib
import importlib
import io
import multiprocessing
from collections.abc import Sequence
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier

from okrtui.cli import main

_LOADED = ["okrtui.cli.week", "okrtui.report.recording", "okrtui.storage.repository", "filelock"]
"""What is loaded before the start, so that the calls meet at the lock."""
_LONGEST_WAIT = 30.0
"""Seconds after which a call that does not end is a failure; reached only by failures."""


def call_at_once(calls: Sequence[Sequence[str]], environ: dict[str, str]) -> list[tuple[int, str]]:
    """Exit code and standard output of each call."""
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(_LOADED)
    start = processes.Barrier(len(calls))
    pipes = [processes.Pipe(duplex=False) for _ in calls]
    started = [
        processes.Process(target=_call, args=(list(words), environ, start, sending))
        for words, (_, sending) in zip(calls, pipes, strict=True)
    ]
    for process in started:
        process.start()
    said: list[tuple[int, str]] = []
    for receiving, _ in pipes:
        assert receiving.poll(_LONGEST_WAIT), "a call did not end"
        said.append(receiving.recv())
    for process in started:
        process.join(_LONGEST_WAIT)
    return said


def _call(words: list[str], environ: dict[str, str], start: Barrier, sending: Connection) -> None:
    for name in _LOADED:
        importlib.import_module(name)
    out = io.StringIO()
    start.wait(_LONGEST_WAIT)
    with contextlib.redirect_stdout(out):
        code = main(words, environ)
    sending.send((code, out.getvalue()))
