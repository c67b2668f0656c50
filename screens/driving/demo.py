"""A throw-away centre for the tour: real keys, a real server, a folder that is gone afterwards.

It runs as processes of its own: what is drawn never imports the server.
"""

from __future__ import annotations

import json
import os
import secrets
import select
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.errors import KioskError

if TYPE_CHECKING:
    from kiosk.machine import Machine

PATIENCE_S = 60.0
"""Seconds a command of the centre is given, on however busy a machine."""


class NoDemo(KioskError):
    """The demo centre did not start; the message has its own last words."""


class DemoCentre:
    """A centre in ``folder`` that begins to start when it is made; :meth:`enrolment` waits for
    it."""

    def __init__(self, folder: Path, pack: Path) -> None:
        self._folder = folder
        self._pack = pack
        self._serving: subprocess.Popen[str] | None = None
        self._starter = ThreadPoolExecutor(1, thread_name_prefix="demo")
        self._started: Future[tuple[str, str]] = self._starter.submit(self._start)

    def enrolment(self) -> tuple[str, str]:
        """Its address and a one-time code. Raises :class:`NoDemo`."""
        return self._started.result()

    def take_in(self, machine: Machine, pin: str) -> None:
        """Make ``machine`` a kiosk of this centre, with ``pin`` for its staff door."""
        from kiosk.enrol import enrol_here

        url, code = self.enrolment()
        enrol_here(machine, url, code, "Демо-киоск", pin)

    def stop(self) -> None:
        """End the server."""
        self._starter.shutdown(wait=True)
        serving = self._serving
        if serving is None:
            return
        serving.terminate()
        try:
            serving.wait(10)
        except subprocess.TimeoutExpired:
            serving.kill()
            serving.wait()
        if serving.stdout is not None:
            serving.stdout.close()

    def _start(self) -> tuple[str, str]:
        self._ask("init")
        self._serving = subprocess.Popen(
            self._command("serve", "--port", "0", "--no-vault", "--with-parent", "--json"),
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._ask("publish", str(self._pack.resolve()))
        code = self._ask("enrol-code", "--name", "Демо")
        assert self._serving.stdout is not None
        ready, _, _ = select.select([self._serving.stdout], [], [], PATIENCE_S)
        line = self._serving.stdout.readline() if ready else ""
        if not line:
            raise NoDemo("the demo centre does not answer")
        return str(json.loads(line)["url"]), code

    def _ask(self, *command: str) -> str:
        done = subprocess.run(
            self._command(*command),
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
        if done.returncode != 0:
            raise NoDemo(f"centre {command[0]}: {_last_line(done.stderr)}")
        return _last_line(done.stdout)

    def _command(self, *command: str) -> list[str]:
        return [sys.executable, "-m", "sync.centre.cli", *command]

    def _environment(self) -> dict[str, str]:
        if not hasattr(self, "_secrets"):
            self._secrets = {
                "CENTRE_HOME": str(self._folder),
                "CENTRE_PASSPHRASE": secrets.token_urlsafe(12),
                "CENTRE_ADMIN": "admin",
                "CENTRE_ADMIN_PASSWORD": secrets.token_urlsafe(12),
            }
        return {**os.environ, **self._secrets}


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or [""])[-1]
