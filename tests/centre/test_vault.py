"""The vault: opens by the passphrase, for a time, and writes before it answers."""

from __future__ import annotations

import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.centre import keys
from sync.centre.home import Home, HomeError
from sync.centre.vault import process
from sync.centre.vault.client import VaultClient, VaultClosed
from sync.centre.vault.messages import Box, Lock, Look, Open, Plain, Refused, Unlock, Unlocked
from sync.centre.vault.safe import MAX_SECONDS, TRIES, WAIT_S, Safe
from sync.records import uuid4
from sync.seal import binding, seal
from tests.centre.conftest import PASSPHRASE

Line = tuple[str, str, list[tuple[str, str]]]


class Tape:
    """An audit that can fail, and what was known to be answered when each line came."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.broken = False

    def __call__(self, who: str, action: str, lines: list[tuple[str, str]]) -> None:
        if self.broken:
            raise OSError("disk full")
        self.lines.append((who, action, lines))


@pytest.fixture
def tape() -> Tape:
    return Tape()


@pytest.fixture
def now() -> list[float]:
    return [1000.0]


@pytest.fixture
def safe(home: Path, tape: Tape, now: list[float]) -> Safe:
    return Safe(home / "keys" / "vault.json", tape, lambda: now[0])


@pytest.fixture
def box(home: Path) -> Box:
    record_id = uuid4()
    public = keys.load(Home(home)).sealing_public
    body = seal(b"inside", public, binding("phone", record_id, "signup.made", 1))
    return Box("phone", record_id, "signup.made", 1, "AAAA-BBBB", body)


def unlock(safe: Safe, who: str = "Анна", seconds: int = 600) -> bytes:
    reply = safe.answer(Unlock(PASSPHRASE, who, seconds))
    assert isinstance(reply, Unlocked)
    return reply.handle


def test_a_line_is_written_before_a_form_is_read(safe: Safe, tape: Tape, box: Box) -> None:
    handle = unlock(safe)
    assert safe.answer(Open(handle, "Анна", [box])) == Plain([b"inside"])
    assert tape.lines == [
        ("Анна", "vault.unlocked", [("", "")]),
        ("Анна", "form.read", [("AAAA-BBBB", "phone")]),
    ]


def test_no_line_no_answer(safe: Safe, tape: Tape, box: Box) -> None:
    handle = unlock(safe)
    tape.broken = True
    assert safe.answer(Open(handle, "Анна", [box])) == Refused("audit")
    assert safe.answer(Unlock(PASSPHRASE, "Анна", 60)) == Refused("audit")


def test_a_closed_vault_reads_nothing(safe: Safe, box: Box) -> None:
    assert safe.answer(Open(b"", "Анна", [box])) == Refused("locked")
    handle = unlock(safe)
    assert safe.answer(Open(handle, "Борис", [box])) == Refused("locked")
    assert safe.answer(Lock(handle, "Анна")) == Refused("locked")
    assert safe.answer(Open(handle, "Анна", [box])) == Refused("locked")


def test_it_closes_by_itself_and_forgets_the_key(safe: Safe, box: Box, now: list[float]) -> None:
    handle = unlock(safe, seconds=60)
    now[0] += 59
    assert safe.answer(Look(handle, "Анна")) == Unlocked(handle, 1)
    now[0] += 1
    safe.forget_old()
    assert safe._private is None
    assert safe.answer(Open(handle, "Анна", [box])) == Refused("locked")


def test_it_is_never_open_longer_than_the_longest(safe: Safe) -> None:
    reply = safe.answer(Unlock(PASSPHRASE, "Анна", 10**9))
    assert isinstance(reply, Unlocked)
    assert reply.seconds == MAX_SECONDS


def test_wrong_passphrases_make_everybody_wait(safe: Safe, now: list[float]) -> None:
    for _ in range(TRIES):
        assert safe.answer(Unlock("не та фраза", "Анна", 60)) == Refused("passphrase")
    reply = safe.answer(Unlock(PASSPHRASE, "Анна", 60))
    assert isinstance(reply, Refused)
    assert reply.reason == "wait"
    now[0] += WAIT_S
    assert unlock(safe)


def test_a_box_moved_under_another_record_does_not_open(safe: Safe, box: Box) -> None:
    moved = Box("phone", uuid4(), box.kind, box.schema, box.number, box.body)
    damaged = Box(box.source, box.id, box.kind, box.schema, box.number, box.body[:-1] + b"\0")
    handle = unlock(safe)
    assert safe.answer(Open(handle, "Анна", [moved, box, damaged])) == Plain(
        [None, b"inside", None]
    )


@pytest.fixture
def running(home: Path) -> Iterator[VaultClient]:
    """The real socket, served in a thread."""
    made = Home(home)
    server, store = process.make_server(made)
    thread = threading.Thread(target=server.serve_forever, args=[0.05], daemon=True)
    thread.start()
    yield VaultClient(made.vault_socket)
    server.shutdown()
    thread.join()
    server.server_close()
    store.close()


def test_the_socket_is_for_its_owner_only_and_takes_one_vault(
    running: VaultClient, home: Path, box: Box
) -> None:
    assert stat.S_IMODE((home / "vault.sock").stat().st_mode) == 0o600
    opened = running.unlock(PASSPHRASE, "Анна", 60)
    assert running.open(opened.handle, "Анна", [box]) == [b"inside"]
    assert running.look(opened.handle, "Анна").seconds <= 60
    running.lock(opened.handle, "Анна")
    with pytest.raises(VaultClosed):
        running.look(opened.handle, "Анна")
    with pytest.raises(HomeError):
        process.serve(Home(home))


def test_without_a_vault_the_client_says_away(home: Path) -> None:
    with pytest.raises(VaultClosed, match="away"):
        VaultClient(Home(home).vault_socket).look(b"", "Анна")


def test_a_deep_home_has_a_vault_too(home: Path, tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 60) / ("e" * 60)
    deep.parent.mkdir()
    home.rename(deep)
    server, store = process.make_server(Home(deep))
    thread = threading.Thread(target=server.serve_forever, args=[0.05], daemon=True)
    thread.start()
    assert VaultClient(Home(deep).vault_socket).unlock(PASSPHRASE, "Анна", 5)
    server.shutdown()
    thread.join()
    server.server_close()
    store.close()
