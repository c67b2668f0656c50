"""``centre``: what the commands print, where, and how they end."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import urllib3

from sync.centre.store.engine import open_store
from sync.centre.vault.client import VaultClient
from sync.code import parse
from tests.centre.conftest import ADMINISTRATOR, PASSPHRASE, PASSWORD
from tests.centre.packing import build
from tests.centre.sending import enrolled

SECRETS = {
    "CENTRE_PASSPHRASE": PASSPHRASE,
    "CENTRE_ADMIN": ADMINISTRATOR,
    "CENTRE_ADMIN_PASSWORD": PASSWORD,
}
COMMAND = [sys.executable, "-m", "sync.centre.cli"]


def environment(home: Path, **more: str) -> dict[str, str]:
    return os.environ | {"CENTRE_HOME": str(home), "PYTHONIOENCODING": "utf-8"} | more


def run(home: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        env=environment(home, **more),
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


@contextmanager
def serving(home: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0", "--json", *arguments],
        env=environment(home),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        said = json.loads(process.stdout.readline())
        assert said["url"].endswith(str(said["port"]))
        yield process, said["url"]
    finally:
        process.kill()
        process.wait()


def test_init_makes_a_centre_once_with_keys_for_its_owner_only(tmp_path: Path) -> None:
    home = tmp_path / "centre"
    made = run(home, "init", "--public-url", "https://centre.example/", **SECRETS)
    assert made.returncode == 0, made.stderr
    for key in (home / "keys").iterdir():
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
        if key.suffix == ".key":
            secret = bytes.fromhex(key.read_text())
            assert secret not in (home / "centre.db").read_bytes()
    before = {path: path.read_bytes() for path in (home / "keys").iterdir()}
    again = run(home, "init", **SECRETS)
    assert (again.returncode, again.stderr.count("\n")) == (1, 1)
    assert before == {path: path.read_bytes() for path in (home / "keys").iterdir()}
    assert json.loads((home / "centre.json").read_text())["public_url"] == "https://centre.example"


@pytest.mark.parametrize("name", ["CENTRE_PASSPHRASE", "CENTRE_ADMIN_PASSWORD"])
def test_a_short_secret_is_refused_before_anything_is_made(tmp_path: Path, name: str) -> None:
    failed = run(tmp_path / "centre", "init", **SECRETS | {name: "коротко"})
    assert (failed.returncode, failed.stderr.count("\n")) == (1, 1)
    assert not (tmp_path / "centre").exists()


def test_commands_on_an_empty_folder_say_what_to_do(tmp_path: Path) -> None:
    for command in (
        ["serve"],
        ["vault"],
        ["enrol-code"],
        ["records", "--json"],
        ["publish", "x"],
        ["sweep"],
    ):
        failed = run(tmp_path, *command)
        assert (failed.returncode, failed.stderr.count("\n")) == (1, 1), command
        assert "centre init" in failed.stderr


def test_wrong_usage_is_two(tmp_path: Path) -> None:
    assert run(tmp_path, "serve", "--port", "x").returncode == 2
    assert run(tmp_path, "no-such-command").returncode == 2
    assert run(tmp_path, "init", "--public-url", "ftp://x").returncode == 2


def test_the_code_is_the_last_line_and_counts_are_one_line(home: Path) -> None:
    made = run(home, "enrol-code", "--name", "Выставка 01")
    assert parse(made.stdout.splitlines()[-1])
    store = open_store(f"sqlite:///{home / 'centre.db'}")
    sender = enrolled(store)
    sender.send(sender.record(1), sender.record(2, "visit.ended"), b"\xc1")
    sender.send(sender.record(1, body=b"[]"))
    store.close()
    counted = json.loads(run(home, "records", "--json").stdout.splitlines()[-1])
    assert counted == {
        "total": 2,
        "by_kind": {"screen.seen": 1, "visit.ended": 1},
        "by_kiosk": {sender.id: 2},
        "quarantined": 1,
        "conflicts": 1,
    }


def test_publish_names_the_pack_and_refuses_what_is_none(home: Path, tmp_path: Path) -> None:
    done = run(home, "publish", str(build(tmp_path / "pack", "2026-11-23T00:00:00+00:00")))
    assert (done.returncode, len(done.stdout.strip())) == (0, 64)
    failed = run(home, "publish", str(tmp_path))
    assert (failed.returncode, failed.stderr.count("\n")) == (1, 1)


def test_serve_brings_a_vault_and_ends_with_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(home) as (process, url):
        assert urllib3.request("GET", f"{url}/api/1/bundle").status == 200
        monkeypatch.setattr("sync.centre.vault.client.PATIENCE_S", 30.0)
        assert VaultClient(home / "vault.sock").unlock(PASSPHRASE, "Анна", 5)
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0
    assert not (home / "vault.sock").exists()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_serve_ends_by_itself_when_its_parent_is_killed(home: Path, workers: str) -> None:
    command = [*COMMAND, "serve", "--port", "0", "--with-parent", "--workers", workers, "--json"]
    starter = f"import subprocess, time; subprocess.Popen({command!r}); time.sleep(600)"
    parent = subprocess.Popen(
        [sys.executable, "-c", starter], env=environment(home), stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    url = json.loads(parent.stdout.readline())["url"]
    assert urllib3.request("GET", f"{url}/api/1/bundle", timeout=20).status == 200
    parent.kill()
    parent.wait()
    assert parent.stdout.read() == "", "the end of the output: nobody holds it any more"
    assert not (home / "vault.sock").exists()


def test_workers_end_with_the_server_however_it_ends(home: Path) -> None:
    with serving(home, "--workers", "2", "--no-vault") as (process, url):
        assert urllib3.request("GET", f"{url}/api/1/bundle", timeout=20).status == 200
        process.kill()
        assert process.stdout is not None
        assert process.stdout.read() == ""


def test_several_workers_serve_one_address(home: Path) -> None:
    with serving(home, "--workers", "2", "--no-vault") as (process, url):
        for _ in range(4):
            assert urllib3.request("GET", f"{url}/api/1/bundle", timeout=20).status == 200
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


def test_a_port_that_is_taken_is_one_line(home: Path) -> None:
    with serving(home, "--no-vault") as (_, url):
        port = url.rsplit(":", 1)[1]
        failed = run(home, "serve", "--port", port)
        assert (failed.returncode, failed.stderr.count("\n")) == (1, 1)
