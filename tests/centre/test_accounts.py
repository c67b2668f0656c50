"""``centre staff``: who may enter, and with what, told to nobody on the way."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import select

from sync.centre.embedded import Running
from sync.centre.home import HomeError
from sync.centre.store import sessions, staff
from sync.centre.store.engine import Store
from sync.centre.store.tables import administrators, audit
from tests.centre.conftest import ADMINISTRATOR, PASSWORD
from tests.centre.sending import NOW
from tests.centre.test_commands import COMMAND, environment
from tests.centre.test_staff import actions, log_in

NEW = "новый-пароль"


def say(home: Path, *arguments: str, typed: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [*COMMAND, "staff", *arguments]
    return subprocess.run(
        command, env=environment(home), input=typed, capture_output=True, timeout=60
    )


def lines(store: Store) -> list[tuple[str, str, str]]:
    with store.read() as connection:
        return [(row.who, row.action, row.subject) for row in connection.execute(select(audit))]


def test_a_second_administrator_enters_beside_the_first(store: Store) -> None:
    staff.put(store, ADMINISTRATOR, PASSWORD, NOW)
    staff.add(store, "Борис", NEW, NOW)
    assert staff.check(store, "Борис", NEW)
    assert staff.check(store, ADMINISTRATOR, PASSWORD)
    assert not staff.check(store, "Борис", PASSWORD)
    assert lines(store) == [("", "staff.added", "Борис")]
    with store.read() as connection:
        hashes = connection.execute(select(administrators.c.password_hash)).scalars().all()
    assert all(one.startswith("$argon2id$") for one in hashes)


@pytest.mark.parametrize("name", [ADMINISTRATOR, ADMINISTRATOR.upper()])
def test_adding_one_who_is_there_changes_nobody_s_password(store: Store, name: str) -> None:
    staff.put(store, ADMINISTRATOR, PASSWORD, NOW)
    with pytest.raises(HomeError, match="уже есть"):
        staff.add(store, name, NEW, NOW)
    assert staff.check(store, ADMINISTRATOR, PASSWORD)
    assert lines(store) == []


def test_a_new_password_ends_the_sessions_of_this_person_alone(store: Store) -> None:
    staff.put(store, ADMINISTRATOR, PASSWORD, NOW)
    staff.put(store, "Борис", PASSWORD, NOW)
    hers, his = sessions.begin(store, ADMINISTRATOR, NOW), sessions.begin(store, "Борис", NOW)
    staff.change(store, ADMINISTRATOR, NEW, NOW)
    assert sessions.owner(store, hers, NOW) is None
    assert sessions.owner(store, his, NOW) == "Борис"
    assert not staff.check(store, ADMINISTRATOR, PASSWORD)
    assert staff.check(store, ADMINISTRATOR, NEW)
    assert lines(store) == [("", "password.changed", ADMINISTRATOR)]


def test_nobody_s_password_is_not_changed(store: Store) -> None:
    with pytest.raises(HomeError, match="нет"):
        staff.change(store, "Борис", NEW, NOW)
    assert not staff.exists(store, "Борис")
    assert lines(store) == []


@pytest.mark.parametrize("password", ["", "коротко"])
def test_a_short_password_is_refused_in_both(store: Store, password: str) -> None:
    staff.put(store, ADMINISTRATOR, PASSWORD, NOW)
    for act, name in ((staff.add, "Борис"), (staff.change, ADMINISTRATOR)):
        with pytest.raises(HomeError, match="короче"):
            act(store, name, password, NOW)
    assert staff.check(store, ADMINISTRATOR, PASSWORD)


def test_the_commands_take_a_line_and_the_pages_obey(home: Path, centre: Running) -> None:
    added = say(home, "add", "Борис", typed=f"{NEW}\n".encode())
    assert added.returncode == 0, added.stderr.decode()
    boris = log_in(centre, NEW, "Борис")
    assert boris.get("/staff").status == 200
    changed = say(home, "password", "Борис", typed=b"another one\r\n")
    assert changed.returncode == 0, changed.stderr.decode()
    assert boris.get("/staff").status == 303
    assert log_in(centre, "another one", "Борис").get("/staff").status == 200
    page = log_in(centre).get("/staff/audit")
    assert page.says("новый администратор", "новый пароль", "командой на сервере")
    assert ("", "password.changed", "Борис") in actions(centre)
    told = added.stdout + added.stderr + changed.stdout + changed.stderr
    assert NEW.encode() not in told
    assert b"another" not in told


@pytest.mark.parametrize("typed", [b"", b"\n", b"\xff\xfe\xff\xfe\xff\xfe\xff\xfe\n"])
def test_what_is_no_password_is_one_line(home: Path, typed: bytes) -> None:
    for command in ("add", "password"):
        failed = say(home, command, ADMINISTRATOR, typed=typed)
        assert (failed.returncode, failed.stderr.count(b"\n")) == (1, 1)
    assert say(home, "add", "Борис", NEW, typed=b"").returncode == 2


def test_at_a_terminal_it_is_typed_twice_and_shown_never(home: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "staff", "password", ADMINISTRATOR],
        env=environment(home),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    shown = b""
    for _time in range(2):
        while not shown.endswith(b": "):
            shown += os.read(ours, 1000)
        os.write(ours, f"{NEW}\n".encode())
        shown += os.read(ours, 1000)
    while process.poll() is None:
        try:
            shown += os.read(ours, 1000)
        except OSError:
            break
    os.close(ours)
    assert process.wait(30) == 0, shown.decode()
    assert NEW.encode() not in shown
