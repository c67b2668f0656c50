"""A full disk: the visitor looks on, a sign-up is honestly refused, staff come in and read why."""

import contextlib
import errno
from concurrent.futures import wait
from pathlib import Path

import pytest

from kiosk import durable, staff
from kiosk.journal import DiskFull, Journal, JournalBroken, store
from kiosk.pin import TRIES, Door
from kiosk.signup import Draft, NotTaken, submit
from tests.kiosk.conftest import CONSENT


def fill(machine):
    """Let the database grow no more, and fill what room its last pages have."""
    with machine.journal.store.read() as connection:
        (count,) = connection.exec_driver_sql("PRAGMA page_count").one()
    engine = machine.journal.store._engine
    engine.dispose()

    def limit(connection, _record):
        connection.execute(f"PRAGMA max_page_count={count}")

    store.event.listen(engine, "connect", limit)
    with contextlib.suppress(DiskFull):
        while True:
            machine.journal.append("visit.started", {})


def test_a_sign_up_is_refused_and_the_visit_goes_on(enrolled):
    fill(enrolled)
    visit = enrolled.start_visit()
    visit.screen_seen("home.home")
    visit.end("finished")
    wait([enrolled.worker.submit(lambda: None)])
    assert isinstance(enrolled.trouble, DiskFull)
    made = Draft(event="consultation", age_band="adult")
    made.fields.update(name="Тест Тестов", phone="+79000000000")
    # The pages of people have room of their own, for a few.
    errors = [submit(enrolled, made, CONSENT).exception() for _ in range(9)]
    assert isinstance(errors[-1], NotTaken)
    assert errors[-1].reason == "disk"
    assert isinstance(staff.day_report(enrolled).trouble, DiskFull)


def test_the_door_opens_to_its_pin_and_still_locks(machine, monkeypatch):
    staff.door(machine).set("2468")
    monkeypatch.setattr(durable, "write", _refuse)
    assert staff.check_pin(machine, "2468").ok
    entries = [staff.check_pin(machine, "0000") for _ in range(TRIES)]
    assert [entry.left for entry in entries] == [4, 3, 2, 1, 0]
    assert staff.check_pin(machine, "2468").locked_s > 0


def test_once_there_is_room_the_count_is_kept_again(tmp_path, monkeypatch):
    door = Door(tmp_path)
    door.set("2468")
    with monkeypatch.context() as cramped_disk:
        cramped_disk.setattr(durable, "write", _refuse)
        door.check("0000")
    assert door.check("0000").left == TRIES - 2
    assert b'"wrong":2' in (tmp_path / "pin.json").read_bytes()


def test_an_io_error_on_a_disk_without_room_is_a_full_disk(tmp_path, monkeypatch):
    from pysqlite3 import dbapi2

    error = dbapi2.OperationalError("disk I/O error")
    error.sqlite_errorcode = 4874  # SQLITE_IOERR_SHMSIZE
    path = tmp_path / "journal.db"
    assert isinstance(store._from_sqlite(error, path), JournalBroken)
    usage = store.shutil.disk_usage(tmp_path)
    monkeypatch.setattr(store.shutil, "disk_usage", lambda _: usage._replace(free=4096))
    assert isinstance(store._from_sqlite(error, path), DiskFull)


def test_a_closed_journal_says_so_and_stays_closed(tmp_path):
    journal = Journal(tmp_path / "journal.db", "K1")
    outbox = journal.outbox()
    journal.close()
    with pytest.raises(JournalBroken):
        journal.append("visit.started", {})
    with pytest.raises(JournalBroken):
        outbox.pending()


def _refuse(file: Path, data: bytes, mode: int = 0o600) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")
