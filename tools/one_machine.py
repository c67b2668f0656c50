"""``make run``: the whole product on one machine, for a first look.

A centre on embedded SQLite, a kiosk enrolled to it, the window. Data folders are under ``.run``
unless ``CENTRE_HOME`` and ``KIOSK_HOME`` say otherwise; what was made up for it (PIN, passwords,
port) is kept in ``.run/made.json`` for the next time. Without a display the kiosk makes one
scripted visit and a day-end sync offscreen and leaves pictures.
"""

from __future__ import annotations

import json
import os
import secrets
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN = Path(os.environ.get("SOZVEZDIE_RUN") or ROOT / ".run")
BIN = Path(sys.executable).parent
PACK = ROOT / "build" / "packs" / "current"
PATIENCE = 60.0
"""Seconds the centre is given to answer, on however busy a machine."""


class CannotRun(Exception):
    """Why there is nothing to look at, in one line."""


@dataclass(frozen=True)
class Made:
    """What was made up for this machine, once."""

    pin: str
    administrator: str
    password: str
    passphrase: str
    port: int

    @classmethod
    def once(cls, file: Path) -> Made:
        """What ``file`` remembers, or new ones and the file (mode 0600)."""
        if file.exists():
            return cls(**json.loads(file.read_text(encoding="utf-8")))
        made = cls(
            pin=f"{secrets.randbelow(10**6):06}",
            administrator="admin",
            password=secrets.token_urlsafe(9),
            passphrase=secrets.token_urlsafe(12),
            port=_free_port(8080),
        )
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            json.dump(asdict(made), out)
        return made


def main() -> int:
    """Run it all; 0 when it ended well, 1 with one line on stderr when it did not."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        made = Made.once(RUN / "made.json")
        centre_home = Path(os.environ.get("CENTRE_HOME") or RUN / "centre").absolute()
        kiosk_home = Path(os.environ.get("KIOSK_HOME") or RUN / "kiosk").absolute()
        environment = {
            **os.environ,
            "CENTRE_HOME": str(centre_home),
            "KIOSK_HOME": str(kiosk_home),
            "KIOSK_PIN": os.environ.get("KIOSK_PIN") or made.pin,
        }
        with centre(made, centre_home, environment) as url:
            if not (kiosk_home / "identity.json").exists():
                code = _ask("centre", "enrol-code", "--name", "Первый киоск", env=environment)
                _ask("kiosk", "enrol", url, code, env=environment)
            _tell(url, made, environment["KIOSK_PIN"])
            return _visit(environment)
    except CannotRun as error:
        print(f"make run: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


@contextmanager
def centre(made: Made, home: Path, environment: Mapping[str, str]) -> Iterator[str]:
    """A centre that answers at the yielded address and ends with the block."""
    if not (home / "centre.json").exists():
        _ask(
            *("centre", "init", "--public-url", f"http://127.0.0.1:{made.port}"),
            env={
                **environment,
                "CENTRE_PASSPHRASE": made.passphrase,
                "CENTRE_ADMIN": made.administrator,
                "CENTRE_ADMIN_PASSWORD": made.password,
            },
        )
    _ask("centre", "publish", str(PACK.resolve()), env=environment)
    serving = subprocess.Popen(
        [BIN / "centre", "serve", "--port", str(made.port), "--with-parent", "--json"],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert serving.stdout is not None
        ready, _, _ = select.select([serving.stdout], [], [], PATIENCE)
        line = serving.stdout.readline() if ready else ""
        if not line:
            raise CannotRun("центр не отвечает / the centre does not answer")
        yield json.loads(line)["url"]
    finally:
        _end(serving)


def _visit(environment: Mapping[str, str]) -> int:
    """The window until it is closed; without a display one visit by itself."""
    command: list[str | Path] = [BIN / "kiosk", "run"]
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        print("Окно открыто; закрыть: Ctrl+C. / The window is open; Ctrl+C closes it.", flush=True)
        pictures = None
    else:
        pictures = RUN / "pictures"
        command += ["--scripted", pictures]
    kiosk = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL)
    try:
        code = kiosk.wait()
    finally:
        _end(kiosk)
    if code == 0 and pictures is not None:
        print(
            "Экрана нет: визит и закрытие дня прошли без окна. / No display: one visit and the"
            f" day's end went by without a window.\nСнимки / pictures: {pictures}",
            flush=True,
        )
    return code


def _tell(url: str, made: Made, pin: str) -> None:
    rows = {
        "Страницы центра / the centre's pages": url,
        "Администратор / administrator": f"{made.administrator}  {made.password}",
        "Фраза хранилища / the vault's passphrase": made.passphrase,
        "ПИН персонала / staff PIN": pin,
        "Данные / data": RUN,
    }
    print("\n".join(f"{name}: {value}" for name, value in rows.items()), flush=True)


def _ask(*command: str, env: Mapping[str, str]) -> str:
    """The last line a command answers; CannotRun with its own words when it fails."""
    done = subprocess.run(
        [BIN / command[0], *command[1:]],
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["no word why"])[-1]
        raise CannotRun(f"{' '.join(command[:2])}: {last}")
    return (done.stdout.strip().splitlines() or [""])[-1]


def _end(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    """Ask it to stop, and insist after a while."""
    process.terminate()
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_port(liked: int) -> int:
    """``liked``, or one that the system gives when it is taken."""
    for port in (liked, 0):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(trial.getsockname()[1])
    raise CannotRun("no free port")


if __name__ == "__main__":
    sys.exit(main())
