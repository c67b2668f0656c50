"""What a batch becomes: stored, the same, a conflict, or quarantine — on both databases."""

from __future__ import annotations

import threading
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, func, select

from sync.centre.store import kiosks, spans
from sync.centre.store.engine import Store
from sync.centre.store.tables import conflicts, quarantine, records, rollups, signups
from sync.centre.store.totals import totals
from sync.messages import Mark, pack_record
from sync.records import Record, make_record, request_number, uuid7
from tests.centre.sending import NOW, Sender, enrolled


def held(sender: Sender) -> list[Mark]:
    with sender.store.read() as connection:
        return spans.marks(connection, sender.id)


def count(store: Store, table: Table) -> int:
    with store.read() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def test_a_batch_is_stored_once_however_often_it_comes(sender: Sender) -> None:
    batch = [sender.record(seq) for seq in range(1, 6)]
    assert sender.send(*batch) == ["stored"] * 5
    assert sender.send(*batch) == ["same"] * 5
    assert totals(sender.store)["total"] == 5
    assert held(sender) == [Mark("use", "e1", 5, [])]


def test_a_record_comes_back_as_it_went_in(sender: Sender) -> None:
    sent = sender.record(1, body='{"слово": "звезда"}'.encode())
    sender.send(sent)
    with sender.store.read() as connection:
        row = connection.execute(select(records)).one()
    assert Record(*[bytes(v) if isinstance(v, memoryview) else v for v in tuple(row)[:12]]) == sent


def test_two_records_of_one_place_are_both_kept(sender: Sender) -> None:
    first, second = sender.record(1, body=b'{"a":1}'), sender.record(1, body=b'{"a":2}')
    assert sender.send(first) == ["stored"]
    assert sender.send(second) == ["conflict"]
    assert sender.send(second) == ["conflict"]
    assert (totals(sender.store)["total"], totals(sender.store)["conflicts"]) == (1, 1)


def test_one_id_at_two_places_is_a_conflict_and_both_are_kept(sender: Sender) -> None:
    first = sender.record(1)
    assert sender.send(first) == ["stored"]
    assert sender.send(sender.record(2, id=first.id)) == ["conflict"]
    assert count(sender.store, conflicts) == 1
    assert held(sender) == [Mark("use", "e1", 2, [])]


def test_a_bad_record_is_quarantined_with_its_bytes_and_stops_nobody(sender: Sender) -> None:
    forged = msgspec.structs.replace(sender.record(2), sha256=b"x" * 32)
    outcomes = sender.send(sender.record(1), forged, b"\xc1 not a record", sender.record(3))
    assert sorted(outcomes) == ["quarantined", "stored", "stored"]
    assert sender.received[-1].unreadable == 1
    with sender.store.read() as connection:
        kept = {bytes(raw) for raw in connection.execute(select(quarantine.c.raw)).scalars()}
    assert kept == {pack_record(forged), b"\xc1 not a record"}
    assert held(sender) == [Mark("use", "e1", 3, [])]


@pytest.mark.parametrize(
    "odd",
    [
        {"kind": "a\0b"},
        {"seq": 2**60},
        {"schema": -1},
        {"epoch": "e" * 100},
        {"stream": "people"},
        {"stream": "other"},
        {"kiosk": "SOMEBODY"},
        {"body": b"\xff not json"},
        {"body": b"[" * 2000},
        {"visit": b"v" * 200},
        {"id": b"short"},
        {"at": "\ud83d".encode("utf-16", "surrogatepass").decode("latin-1") * 40},
    ],
)
def test_no_value_of_a_field_breaks_the_transaction(sender: Sender, odd: dict[str, Any]) -> None:
    outcomes = sender.send(sender.record(1), sender.record(**{"seq": 2} | odd), sender.record(3))
    assert outcomes.count("stored") == 2
    assert count(sender.store, quarantine) == 1


def test_a_record_of_another_kiosk_is_quarantined_and_not_answered_for(store: Store) -> None:
    one, other = enrolled(store), enrolled(store)
    assert one.send(other.record(1)) == []
    assert one.received[-1].unreadable == 1
    assert held(other) == []


def test_all_that_a_revoked_kiosk_sends_is_quarantined(sender: Sender) -> None:
    sender.send(sender.record(1))
    with sender.store.write() as connection:
        assert kiosks.revoke(connection, sender.id, NOW)
        assert not kiosks.revoke(connection, sender.id, NOW)
    assert sender.send(sender.record(2), sender.record(3)) == ["quarantined"] * 2
    assert totals(sender.store)["total"] == 1


def test_quarantine_beyond_the_quota_is_not_received(sender: Sender) -> None:
    forged = [msgspec.structs.replace(sender.record(seq), sha256=b"x" * 32) for seq in range(1, 21)]
    room = 5 * len(pack_record(forged[0])) + 20
    assert sender.send(*forged, sender.record(21), quota=room).count("quarantined") == 5
    assert sender.send(*forged, quota=room).count("quarantined") == 5
    assert count(sender.store, quarantine) == 5
    assert held(sender) == [Mark("use", "e1", 21, [(6, 21)])]


def test_signups_are_listed_by_request_number_and_days_are_counted(sender: Sender) -> None:
    signup = sender.signup(1, b"\x09" + bytes(31))
    visit = sender.record(1, "visit.started", at="2026-11-22T22:30:00.000Z")
    sender.send(signup, visit, sender.record(2, "feedback.given", b'{"score":4}'))
    sender.send(signup, visit)
    with sender.store.read() as connection:
        assert connection.execute(select(signups.c.number)).scalars().all() == [
            request_number(signup.id)
        ]
        days = {
            (row.day, row.kind): (row.count, row.total)
            for row in connection.execute(select(rollups))
        }
    assert days == {
        ("2026-11-23", "signup.made"): (1, 0),
        ("2026-11-23", "visit.started"): (1, 0),
        ("2026-11-23", "feedback.given"): (1, 4),
    }


def test_a_wrong_clock_is_corrected_in_the_day_counts(sender: Sender) -> None:
    from sync.centre.store.ingest import receive

    ahead = "2027-01-15T12:00:00.000Z"
    batch = sender.batch([sender.record(1, "visit.started", at=ahead)], sent_at=ahead)
    receive(sender.store, sender.id, batch, b"h" * 32, NOW, "Europe/Moscow")
    with sender.store.read() as connection:
        assert connection.execute(select(rollups.c.day)).scalars().all() == ["2026-11-23"]


def test_batches_side_by_side_out_of_order_and_twice_lose_and_double_nothing(
    sender: Sender,
) -> None:
    made = [sender.record(seq, id=uuid7(seq)) for seq in range(1, 401)]
    parts = [made[start : start + 40] for start in range(0, 400, 20)]
    failures: list[BaseException] = []

    def send(mine: list[list[Record]]) -> None:
        try:
            for part in mine:
                sender.send(*part)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=send, args=[parts[n::4][::-1]]) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert totals(sender.store)["total"] == 400
    assert held(sender) == [Mark("use", "e1", 400, [])]
    stored = [a for r in sender.received for a in r.answers if a.outcome == "stored"]
    assert len(stored) == 400
    with sender.store.read() as connection:
        assert connection.execute(select(func.sum(rollups.c.count))).scalar_one() == 400


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=12), max_size=8))
def test_marks_say_exactly_what_is_held(store: Store, batches: list[list[int]]) -> None:
    sender = enrolled(store)
    ids = {seq: uuid7() for seq in range(1, 31)}
    for seqs in batches:
        sender.send(*[sender.record(seq, id=ids[seq]) for seq in seqs])
    every = {seq for seqs in batches for seq in seqs}
    if not every:
        assert held(sender) == []
        return
    [mark] = held(sender)
    missing = {seq for low, high in mark.gaps for seq in range(low, high)}
    assert mark.high == max(every)
    assert missing == set(range(1, mark.high)) - every
    assert all(low < high for low, high in mark.gaps)


def test_many_epochs_in_one_batch_are_no_harm(sender: Sender) -> None:
    batch = [sender.record(1, epoch=f"e{n}") for n in range(300)]
    assert sender.send(*batch) == ["stored"] * 300
    assert sender.send(*batch) == ["same"] * 300
    assert len(held(sender)) == 300


def test_scattered_seqs_are_compared_too(sender: Sender) -> None:
    batch = [sender.record(seq) for seq in (1, 1000, 1_000_000)]
    assert sender.send(*batch) == ["stored"] * 3
    assert sender.send(*batch) == ["same"] * 3
    assert held(sender)[0].gaps == [(2, 1000), (1001, 1_000_000)]


def test_a_hash_covers_every_field(sender: Sender) -> None:
    good = sender.record(1)
    changed = [
        msgspec.structs.replace(good, **{name: value})
        for name, value in {
            "kind": "visit.ended",
            "schema": 2,
            "at": "2026-11-23T08:59:00.001Z",
            "visit": b"w" * 16,
            "body": b'{"a":1}',
        }.items()
    ]
    assert sender.send(*changed) == ["quarantined"] * 5
    assert make_record(*msgspec.structs.astuple(good)[:11]) == good
