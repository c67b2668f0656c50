"""Backups: what a copy holds is marked and nothing else, and then a kiosk may forget it."""

from __future__ import annotations

import datetime as dt
import stat
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import text

from kiosk.journal import Journal, use_entry
from sync.centre import clock
from sync.centre.embedded import Running
from sync.centre.store import codes, dumping, spans
from sync.centre.store.backup import back_up
from sync.centre.store.engine import Store, StoreError, open_store
from sync.centre.store.tables import backed_up
from sync.centre.store.totals import totals
from sync.enrol import enrol
from sync.messages import Mark
from sync.uplink import sync_http
from tests.centre.conftest import address
from tests.centre.sending import Sender
from tests.centre.test_commands import run


def marked(sender: Sender) -> list[Mark]:
    with sender.store.read() as connection:
        return spans.marks(connection, sender.id, backed_up)


def restore(store: Store, copy: Path, name: str) -> Store:
    """The copy as a database of its own."""
    if store.sqlite:
        return open_store(f"sqlite:///{copy}")
    with store.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    url = address(store).replace("/postgres?", f"/{name}?")
    subprocess.run(["pg_restore", f"--dbname={url}", str(copy)], check=True)
    return open_store(url)


def test_a_copy_holds_everything_and_is_its_owner_s_alone(sender: Sender, tmp_path: Path) -> None:
    sender.send(*[sender.record(seq) for seq in (1, 2, 4)])
    target = tmp_path / "copy"
    assert back_up(sender.store, target) == 2
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert marked(sender) == [Mark("use", "e1", 4, [(3, 4)])]
    restored = restore(sender.store, target, "whole")
    assert totals(restored) == totals(sender.store)
    restored.close()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("store", ["postgresql"], indirect=True)
def test_what_comes_while_the_dump_is_made_is_in_neither(
    sender: Sender, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender.send(sender.record(1))
    really = dumping.run

    def meanwhile(command: list[str], environment: Mapping[str, str]) -> str:
        if command[0] == "pg_dump":
            assert sender.send(sender.record(2)) == ["stored"]
        return really(command, environment)

    with monkeypatch.context() as patched:
        patched.setattr(dumping, "run", meanwhile)
        back_up(sender.store, tmp_path / "copy")
    assert marked(sender) == [Mark("use", "e1", 1, [])]
    restored = restore(sender.store, tmp_path / "copy", "between")
    assert totals(restored)["total"] == 1
    restored.close()
    back_up(sender.store, tmp_path / "later")
    assert marked(sender) == [Mark("use", "e1", 2, [])]


def test_a_dump_that_fails_marks_nothing_and_leaves_no_file(
    sender: Sender, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "copies"
    with pytest.raises(StoreError, match="Копия не сделана"):
        back_up(sender.store, folder / "copy")
    folder.mkdir()
    sender.send(sender.record(1))
    back_up(sender.store, folder / "first")
    sender.send(sender.record(2))
    with pytest.raises(StoreError, match="Файл уже есть"):
        back_up(sender.store, folder / "first")
    monkeypatch.setattr("sync.centre.store.backup._sync", failing)
    with pytest.raises(StoreError, match="Копия не сделана"):
        back_up(sender.store, folder / "second")
    assert marked(sender) == [Mark("use", "e1", 1, [])]
    assert [path.name for path in folder.iterdir()] == ["first"]


def failing(_path: Path) -> None:
    raise OSError(5, "Input/output error")


@pytest.mark.parametrize("said", ["", "TABLE DATA public records postgres"])
def test_an_archive_that_lacks_a_table_is_no_backup(
    postgres: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setattr(dumping, "run", lambda _command, _environment: said)
    with pytest.raises(StoreError, match="нет таблицы"):
        back_up(postgres, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_an_archive_that_was_cut_off_is_no_backup(
    postgres: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = dumping.run

    def cutting(command: list[str], environment: Mapping[str, str]) -> str:
        said = really(command, environment)
        if command[0] == "pg_dump":
            file = Path(next(word for word in command if word.startswith("--file="))[7:])
            file.write_bytes(file.read_bytes()[: file.stat().st_size * 9 // 10])
        return said

    monkeypatch.setattr(dumping, "run", cutting)
    with pytest.raises(StoreError, match="Копия не сделана"):
        back_up(postgres, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_without_pg_dump_the_command_says_what_to_install(
    postgres: Store, home: Path, tmp_path: Path
) -> None:
    where = ["--database", address(postgres), str(tmp_path / "copy")]
    failed = run(home, "backup", *where, PATH=str(tmp_path))
    assert (failed.returncode, failed.stderr.count("\n")) == (1, 1)
    assert "pg_dump, а её здесь нет: установите пакет postgresql-client" in failed.stderr
    assert run(home, "backup", *where).returncode == 0
    assert (tmp_path / "copy").read_bytes().startswith(b"PGDMP")


def test_a_password_is_on_nobody_s_list_of_processes(
    postgres: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[list[str], str | None]] = []
    really = dumping.run

    def watching(command: list[str], environment: Mapping[str, str]) -> str:
        told.append((command, environment.get("PGPASSWORD")))
        return really(command, environment)

    monkeypatch.setattr(dumping, "run", watching)
    store = open_store(address(postgres).replace("postgres@", "postgres:tell-nobody@"))
    back_up(store, tmp_path / "copy")
    store.close()
    assert told[0][1] == "tell-nobody"
    assert "tell-nobody" not in " ".join(word for command, _ in told for word in command)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str | None:
    """Where a served centre keeps its records; None for its own SQLite."""
    if request.param == "sqlite":
        return None
    return address(request.getfixturevalue("postgres"))


@contextmanager
def kiosk_of(centre: Running, path: Path) -> Iterator[tuple[Journal, Callable[[], int]]]:
    """A kiosk's journal, and a sync that says how many records wait after it."""
    held, private = centre.centre.keys, Ed25519PrivateKey.generate()
    code = codes.make(centre.centre.store, held.root_public, held.pepper, "", clock.now())
    identity = enrol(centre.url, code, "Тест", private)
    journal = Journal(path, identity.kiosk)
    try:
        yield journal, lambda: sync_http(journal.outbox(), identity, private).pending
    finally:
        journal.close()


def test_a_kiosk_forgets_only_what_is_in_a_backup(
    serve: Callable[..., Running], database: str | None, tmp_path: Path
) -> None:
    centre = serve(database=database)
    now = dt.datetime.now(dt.UTC)
    later = now.date() + dt.timedelta(days=40)
    seen = [use_entry("screen.seen", {"screen": "home.home"}, b"v" * 16, now)]
    with kiosk_of(centre, tmp_path / "journal.db") as (journal, sync):
        journal.append_all(seen * 5)
        assert (sync(), journal.purge(30, later)) == (0, 0)
        back_up(centre.centre.store, tmp_path / "copy")
        journal.append_all(seen * 2)
        assert (sync(), journal.purge(30, later)) == (0, 5)
        assert (sync(), journal.purge(30, later)) == (0, 0)
