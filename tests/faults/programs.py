"""The real commands as processes: a kiosk's data folder, a centre's, and what each says."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

BIN = Path(sys.executable).parent
PACK = Path(__file__).resolve().parents[2] / "build" / "packs" / "current"

Held = dict[tuple[str, str, int], bytes]
"""Hash by (stream, epoch, seq)."""


class Programs:
    """Runs ``kiosk`` and ``centre`` on data folders under ``folder``."""

    def __init__(self, folder: Path, place: str = "Тестовый зал") -> None:
        self.kiosk_home, self.centre_home = folder / "kiosk", folder / "centre"
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("KIOSK_")},
            "KIOSK_HOME": str(self.kiosk_home),
            "KIOSK_PACK": str(PACK),
            "KIOSK_PLACE": place,
            "CENTRE_HOME": str(self.centre_home),
            "CENTRE_PASSPHRASE": "тихая звезда",
            "CENTRE_ADMIN": "test",
            "CENTRE_ADMIN_PASSWORD": "пароль-для-теста",
        }

    def start(self, *command: object, **environment: str) -> subprocess.Popen[str]:
        """A command under way."""
        program, *rest = map(str, command)
        return subprocess.Popen(
            [BIN / program, *rest],
            env={**self.environment, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *command: object, **environment: str) -> subprocess.CompletedProcess[str]:
        """A command to its end."""
        process = self.start(*command, **environment)
        out, err = process.communicate(timeout=120)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def answer(self, *command: object) -> str:
        """The last line of a command that must succeed."""
        done = self.run(*command)
        assert done.returncode == 0, (command, done.stderr)
        return done.stdout.strip().splitlines()[-1]

    def told(self, *command: object) -> Mapping[str, Any]:
        """What a command says with ``--json``."""
        found: Mapping[str, Any] = json.loads(self.answer(*command, "--json"))
        return found

    def enrol(self, url: str, pin: str = "246813") -> None:
        """Make the kiosk one of the centre at ``url``."""
        self.answer("kiosk", "enrol", url, self.answer("centre", "enrol-code"), "--pin", pin)

    def journalled(self) -> Held:
        """Everything in the kiosk's journal."""
        with sqlite3.connect(f"file:{self.kiosk_home / 'journal.db'}?mode=ro", uri=True) as base:
            found = {
                (stream, epoch, seq): sha256
                for stream, table in (("use", "use_records"), ("people", "people_records"))
                for epoch, seq, sha256 in base.execute(f"SELECT epoch, seq, sha256 FROM {table}")
            }
        base.close()
        return found

    def held(self) -> Held:
        """Everything in the centre's database."""
        with sqlite3.connect(f"file:{self.centre_home / 'centre.db'}?mode=ro", uri=True) as base:
            rows = base.execute("SELECT stream, epoch, seq, sha256 FROM records")
            found = {(stream, epoch, seq): sha256 for stream, epoch, seq, sha256 in rows}
        base.close()
        return found


class Centre:
    """``centre serve`` on a port of its own, killed and started again as often as one likes."""

    def __init__(self, programs: Programs) -> None:
        self._programs = programs
        self._process: subprocess.Popen[str] | None = None
        self.port = 0

    def start(self) -> str:
        """Serve; the address."""
        self._process = self._programs.start("centre", "serve", "--port", self.port, "--json")
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, self._process.communicate()[1]
        said = json.loads(line)
        self.port = said["port"]
        return str(said["url"])

    def kill(self) -> None:
        """kill -9."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to end."""
        self._end(signal.SIGTERM)

    def _end(self, number: int) -> None:
        if self._process is None:
            return
        self._process.send_signal(number)
        # Not communicate(): a vault that outlives its centre for a moment holds the pipes.
        self._process.wait(20)
        for stream in (self._process.stdout, self._process.stderr):
            assert stream is not None
            stream.close()
        self._process = None
