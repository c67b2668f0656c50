"""The daily sweep keeps what the consent documents promise, and keeps it to the day."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from sqlalchemy import select, update

from sync.centre import packs
from sync.centre.embedded import Running
from sync.centre.home import Home
from sync.centre.packs import EventDay
from sync.centre.store import kiosks, signups
from sync.centre.store.engine import Store
from sync.centre.store.tables import audit, batches
from sync.centre.store.tables import signups as table
from sync.centre.sweep import sweep, sweep_home, sweeping
from sync.records import Record, request_number, uuid4
from tests.centre.packing import build
from tests.centre.seeking import found
from tests.centre.sending import NOW, ZONE, Sender, enrolled
from tests.centre.test_erasing import SEALING

TODAY = NOW.date()
DAYS = [EventDay("open-day", "2026-12-05", told=True), EventDay("consultation", "", told=True)]


def swept(store: Store, later: int, days: list[EventDay] = DAYS) -> int:
    return sweep(store, days, NOW + dt.timedelta(days=later), ZONE)


def form(store: Store, event: str, day: dt.date | None, body: bytes = b"x" * 560) -> bytes:
    form_id = uuid4()
    with store.write() as connection:
        signups.add_form(connection, form_id, "K", event, day, TODAY, "key", body)
    return form_id


def answer(store: Store, id: bytes, status: str, later: int) -> None:
    with store.write() as connection:
        moment = NOW + dt.timedelta(days=later)
        assert signups.set_status(connection, signups.PHONE, id, status, "Анна", moment)


def read(sender: Sender, record: Record, event: str) -> None:
    """As if staff had opened the form."""
    with sender.store.write() as connection:
        [line] = signups.by_number(connection, request_number(record.id))
        days = {one.event: one.day for one in DAYS}
        signups.learn_events(connection, [(line, event)], days)


def test_thirty_days_after_its_event_a_form_is_erased(store: Store) -> None:
    form(store, "open-day", dt.date(2026, 12, 5))
    assert swept(store, 12 + 29) == 0
    assert swept(store, 12 + 30) == 1
    assert swept(store, 12 + 31) == 0


def test_a_kiosk_s_form_is_held_to_the_event_that_staff_read_in_it(sender: Sender) -> None:
    record = sender.signup(1, SEALING)
    sender.send(record)
    read(sender, record, "open-day")
    assert swept(sender.store, 12 + 29) == 0
    assert swept(sender.store, 12 + 30) == 1
    assert not found(sender.store, [record.body])


def test_thirty_days_after_the_answer_a_consultation_is_erased(store: Store) -> None:
    answered, waiting = form(store, "consultation", None), form(store, "consultation", None)
    answer(store, answered, "accepted", 10)
    assert swept(store, 10 + 29) == 0
    assert swept(store, 10 + 30) == 1
    assert swept(store, 400) == 0
    answer(store, waiting, "declined", 400)
    assert swept(store, 430) == 1


def test_a_form_nobody_opened_is_erased_ninety_days_after_its_date(sender: Sender) -> None:
    sender.send(sender.signup(1, SEALING))
    assert swept(sender.store, 89) == 0
    assert swept(sender.store, 90) == 1
    with sender.store.read() as connection:
        assert connection.execute(select(table.c.status)).scalar_one() == "lapsed"


@pytest.mark.parametrize(
    ("at", "kept", "erased"),
    [
        ("1970-01-01", 29, 30),
        ("2026-08-01", 29, 30),
        ("2026-10-23", 58, 59),
        ("2099-01-01", 89, 90),
        ("not a date", 89, 90),
    ],
)
def test_a_wrong_clock_neither_erases_at_once_nor_keeps_for_ever(
    sender: Sender, at: str, kept: int, erased: int
) -> None:
    body = sender.signup(1, SEALING).body
    dated = {"stream": "people", "id": uuid4(), "at": at, "visit": b"", "key": "k"}
    assert sender.send(sender.record(1, "signup.made", body, **dated)) == ["stored"]
    assert swept(sender.store, kept) == 0
    assert swept(sender.store, erased) == 1


def test_conflicts_and_quarantine_are_swept_after_ninety_days_and_use_stays(
    sender: Sender,
) -> None:
    listed, clash = sender.signup(1, SEALING), sender.signup(1, SEALING)
    sender.send(listed, sender.record(1))
    assert sender.send(clash) == ["conflict"]
    with sender.store.write() as connection:
        kiosks.revoke(connection, sender.id, NOW)
    late, talk = sender.signup(2, SEALING), sender.record(2, body=b'{"word": "people"}')
    assert sender.send(late, talk) == ["quarantined"] * 2
    boxes = [clash.body, late.body, talk.body]
    assert swept(sender.store, 89) == 0
    assert found(sender.store, boxes) == boxes[:2]
    assert swept(sender.store, 90) == 3
    assert found(sender.store, boxes) == []
    assert swept(sender.store, 91) == 0
    with sender.store.read() as connection:
        lines = [(row.who, row.subject, row.detail) for row in connection.execute(select(audit))]
    numbers = sorted(request_number(record.id) for record in (listed, clash, late))
    assert sorted(lines) == [("", number, "term") for number in numbers]


def test_a_date_that_moves_is_followed_until_it_has_gone_by(store: Store) -> None:
    form(store, "open-day", dt.date(2026, 12, 5))
    moved = [EventDay("open-day", "2026-12-20", told=True)]
    next_year = [EventDay("open-day", "2027-12-05", told=True)]
    assert swept(store, 1, moved) == 0
    assert swept(store, 12 + 30, next_year[:0]) == 0
    assert swept(store, 28, next_year) == 0
    assert swept(store, 27 + 30, next_year) == 1


def test_a_sample_s_date_does_not_move_with_every_new_pack(store: Store) -> None:
    form(store, "open-day", dt.date(2026, 12, 5))
    for later in range(12):
        day = (TODAY + dt.timedelta(days=12 + later)).isoformat()
        assert swept(store, later, [EventDay("open-day", day, told=False)]) == 0
    assert swept(store, 42) == 1


def test_forms_listed_before_days_were_noted_get_them(store: Store) -> None:
    form(store, "open-day", dt.date(2026, 12, 5))
    with store.write() as connection:
        connection.execute(update(table).values(event_day=None))
    assert swept(store, 42) == 1


def test_the_day_is_the_region_s_own(store: Store) -> None:
    form(store, "open-day", dt.date(2026, 12, 5))
    night = dt.datetime(2027, 1, 3, 20, 59, tzinfo=dt.UTC)
    assert sweep(store, DAYS, night, ZONE) == 0
    assert sweep(store, DAYS, night + dt.timedelta(minutes=1), ZONE) == 1


def test_many_are_erased_in_turns(sender: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.centre.sweep._AT_ONCE", 3)
    sender.send(*[sender.signup(seq, SEALING) for seq in range(1, 11)])
    other = enrolled(sender.store)
    other.send(other.signup(1, SEALING))
    assert swept(sender.store, 90) == 11


def test_the_server_sweeps_when_it_starts_with_the_published_days(
    home: Path, tmp_path: Path, centre: Running
) -> None:
    packs.publish(Home(home), build(tmp_path / "pack", "2026-01-01T00:00:00+00:00"))
    store = centre.centre.store
    form(store, "open-day", None)
    with store.write() as connection:
        connection.execute(update(table).values(event_day=None))
    with sweeping(Home(home), None):
        pass
    with store.read() as connection:
        assert connection.execute(select(table.c.event_day)).scalar_one() == "2026-01-13"
        assert connection.execute(select(table.c.erased_at)).scalar_one() is not None
    assert sweep_home(Home(home), None) == 0


def test_a_sweep_that_fails_is_tried_again(
    home: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    import threading

    from sync.centre.store.engine import StoreError

    tried, done = [], threading.Event()

    def failing(_home: Home, _database: str | None) -> int:
        tried.append(1)
        if len(tried) == 1:
            raise StoreError("away")
        done.set()
        return 0

    monkeypatch.setattr("sync.centre.sweep.sweep_home", failing)
    monkeypatch.setattr("sync.centre.sweep.RETRY_S", 0.001)
    with sweeping(Home(home), None):
        assert done.wait(20)
    assert len(tried) == 2
    assert "StoreError" in caplog.text


def test_the_command_says_how_many(home: Path) -> None:
    from sync.centre.store.engine import open_store
    from tests.centre.test_commands import run

    store = open_store(f"sqlite:///{home / 'centre.db'}")
    sender = enrolled(store)
    sender.send(sender.signup(1, SEALING), sender.signup(2, SEALING))
    with store.write() as connection:
        connection.execute(update(batches).values(received_at="2020-01-01T00:00:00.000Z"))
    store.close()
    assert json.loads(run(home, "sweep", "--json").stdout.splitlines()[-1]) == {"erased": 2}
    assert run(home, "sweep").stdout == "Удалено анкет: 0\n"
