"""A program as the system sees it: its memory, its processor time, its end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

BIN = Path(sys.executable).parent


@contextmanager
def running(
    command: Sequence[str | Path], environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """The program, stopped with the block. Its words go nowhere."""
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        whole = _tree(process.pid)
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for child in whole:
            if child.is_running():
                child.kill()


def memory_mb(pid: int) -> float:
    """Proportional set size of one process, MB of 2^20 bytes; 0 when it is gone."""
    return _pss(pid) / 1024


def whole_memory_mb(pid: int) -> float:
    """The same of the process and its children together: a browser is many."""
    return sum(_pss(each.pid) for each in _tree(pid)) / 1024


def processor_s(pid: int) -> float:
    """Seconds of processor the process and its children have had, user and system."""
    used = [each.cpu_times() for each in _tree(pid)]
    return sum(times.user + times.system for times in used)


def _tree(pid: int) -> list[psutil.Process]:
    try:
        first = psutil.Process(pid)
        return [first, *first.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _pss(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except (OSError, ProcessLookupError):
        pass
    return 0
