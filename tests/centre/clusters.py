"""A throw-away PostgreSQL cluster on a Unix socket, as the machine's own packages give it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OPTIONS = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def binaries() -> Path | None:
    """Where initdb is; None when PostgreSQL's server is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    named = shutil.which("initdb")
    return found[-1].parent if found else (Path(named).parent if named else None)


@contextmanager
def cluster(programs: Path) -> Iterator[str]:
    """The URL of an empty database; the cluster is gone after the block. PostgreSQL refuses to
    run as root, so root hands it to the user ``postgres``."""
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    as_root = os.getuid() == 0
    before = ["runuser", "-u", "postgres", "--"] if as_root else []

    def run(program: str, *arguments: str) -> None:
        command = [*before, str(programs / program), *arguments]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL, timeout=60)

    if as_root:
        shutil.chown(folder, "postgres")
    data = str(folder / "data")
    try:
        how = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        run("initdb", "-D", data, *how)
        options = f"{_OPTIONS} -c unix_socket_directories={folder}"
        run("pg_ctl", "-D", data, "-w", "-s", "-l", f"{data}/log", "-o", options, "start")
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-D", data, "-w", "-s", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
