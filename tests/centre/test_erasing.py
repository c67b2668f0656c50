"""Erasing a sign-up: no copy of what a person wrote, and every count as it was."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select, text

from sync.centre.store import kiosks, schema, sealed, signups, spans
from sync.centre.store.engine import Store, open_store
from sync.centre.store.erasing import erase, is_withdrawn, withdraw
from sync.centre.store.tables import audit, forms, records
from sync.centre.store.tables import sealed as sealed_table
from sync.centre.store.tables import signups as signup_table
from sync.centre.store.totals import totals
from sync.centre.store.wiping import wipe
from sync.records import Record, request_number, uuid4
from tests.centre.seeking import found
from tests.centre.sending import NOW, Sender

SEALING = b"\x09" + bytes(31)


def erase_now(store: Store, *made: Record, who: str = "Анна") -> int:
    with store.write() as connection:
        ids = [record.id for record in made]
        number = erase(connection, made[0].kiosk, ids, "request", who, NOW)
    assert wipe(store)
    return number


def phone_form(store: Store, box: bytes) -> bytes:
    form_id = uuid4()
    with store.write() as connection:
        day = dt.date(2026, 11, 23)
        signups.add_form(connection, form_id, "K", "open-day", day, day, "key", box)
    return form_id


def test_nothing_of_an_erased_form_is_left_in_the_files(sender: Sender) -> None:
    erased, kept = sender.signup(1, SEALING), sender.signup(2, SEALING)
    sender.send(erased, kept)
    assert len(found(sender.store, [erased.body, kept.body])) == 2
    assert erase_now(sender.store, erased) == 1
    assert found(sender.store, [erased.body, kept.body]) == [kept.body]


def test_nothing_of_an_erased_phone_form_is_left_in_the_files(store: Store) -> None:
    erased, kept = secrets.token_bytes(560), secrets.token_bytes(560)
    form_id = phone_form(store, erased)
    phone_form(store, kept)
    assert len(found(store, [erased, kept])) == 2
    with store.write() as connection:
        assert erase(connection, signups.PHONE, [form_id], "request", "Анна", NOW) == 1
    assert wipe(store)
    assert found(store, [erased, kept]) == [kept]


def test_copies_in_conflicts_and_in_quarantine_go_too(sender: Sender) -> None:
    first = sender.signup(1, SEALING)
    twin = sender.signup(2, SEALING)
    again = sender.record(
        3, "signup.made", twin.body, stream="people", id=first.id, at=first.at, visit=b"", key="k"
    )
    assert sender.send(first) == ["stored"]
    assert sender.send(again) == ["conflict"]
    with sender.store.write() as connection:
        kiosks.revoke(connection, sender.id, NOW)
    assert sender.send(first) == ["quarantined"]
    assert erase_now(sender.store, first) == 1
    assert found(sender.store, [first.body, again.body]) == []
    assert sender.send(first, again) == ["quarantined", "quarantined"]
    assert found(sender.store, [first.body, again.body]) == []


def test_a_batch_that_comes_again_is_the_same_and_brings_nothing_back(sender: Sender) -> None:
    batch = [
        sender.record(1, "visit.started"),
        sender.signup(1, SEALING),
        sender.signup(2, SEALING),
    ]
    sender.send(*batch)
    before = totals(sender.store), marks(sender)
    erase_now(sender.store, batch[1])
    assert sender.send(*batch) == ["same"] * 3
    assert (totals(sender.store), marks(sender)) == before
    assert found(sender.store, [batch[1].body]) == []
    with sender.store.read() as connection:
        row = connection.execute(select(records).where(records.c.id == batch[1].id)).one()
    assert (row.epoch, row.seq, bytes(row.sha256)) == (batch[1].epoch, 1, batch[1].sha256)


def test_another_copy_that_comes_later_leaves_no_body(sender: Sender) -> None:
    first = sender.signup(1, SEALING)
    later = sender.record(
        2, "signup.made", secrets.token_bytes(560), stream="people", id=first.id,
        at=first.at, visit=b"", key="k",
    )  # fmt: skip
    sender.send(first)
    erase_now(sender.store, first)
    assert sender.send(later) == ["conflict"]
    assert found(sender.store, [later.body]) == []


def test_many_erased_in_any_order_leave_the_others_whole(sender: Sender) -> None:
    seqs = range(1, 61)
    made = [sender.signup(seq, SEALING, name=f"Тест {'я' * (seq % 7 * 60)}") for seq in seqs]
    for start in range(0, 60, 6):
        sender.send(*[sender.record(start + n) for n in range(1, 7)], *made[start : start + 6])
    going = [record for n, record in enumerate(made) if n * 7 % 11 % 3]
    for start in range(0, len(going), 5):
        erase_now(sender.store, *going[start : start + 5][::-1])
    staying = [record.body for record in made if record not in going]
    assert found(sender.store, [record.body for record in made]) == staying
    with sender.store.read() as connection:
        for record in made:
            [line] = signups.by_number(connection, request_number(record.id))
            box = signups.box(connection, line)
            assert (box and box[2]) == (record.body if record not in going else None)


def test_a_request_taken_back_before_it_came_leaves_no_body(sender: Sender) -> None:
    record = sender.signup(1, SEALING)
    number = request_number(record.id)
    with sender.store.write() as connection:
        withdraw(connection, number, "Анна", NOW)
        assert is_withdrawn(connection, number)
    assert sender.send(record, sender.signup(2, SEALING)) == ["stored"] * 2
    assert sender.send(record) == ["same"]
    assert found(sender.store, [record.body]) == []
    with sender.store.read() as connection:
        [line] = signups.by_number(connection, number)
    assert (line.status, line.erased_at is not None) == ("withdrawn", True)
    assert totals(sender.store)["total"] == 2


def test_what_is_in_no_list_can_be_taken_back_too(sender: Sender) -> None:
    clash = sender.signup(1, SEALING)
    sender.send(sender.signup(1, SEALING))
    assert sender.send(clash) == ["conflict"]
    with sender.store.write() as connection:
        kiosks.revoke(connection, sender.id, NOW)
    late = sender.signup(2, SEALING)
    assert sender.send(late) == ["quarantined"]
    for record in (clash, late):
        assert found(sender.store, [record.body])
        with sender.store.write() as connection:
            withdraw(connection, request_number(record.id), "Анна", NOW)
        assert wipe(sender.store)
        assert not found(sender.store, [record.body])
    assert totals(sender.store)["conflicts"] == 1


def test_each_erasure_is_audited_once_and_names_nobody(sender: Sender) -> None:
    record = sender.signup(1, SEALING)
    sender.send(record)
    assert [erase_now(sender.store, record) for _ in range(2)] == [1, 0]
    with sender.store.read() as connection:
        lines = [tuple(row)[2:] for row in connection.execute(select(audit))]
    assert lines == [("Анна", "form.erased", request_number(record.id), "request")]


def test_an_erased_request_cannot_be_answered_or_counted_as_waiting(sender: Sender) -> None:
    record = sender.signup(1, SEALING)
    sender.send(record)
    erase_now(sender.store, record)
    with sender.store.write() as connection:
        assert not signups.set_status(connection, sender.id, record.id, "accepted", "Анна", NOW)
        assert signups.counts(connection) == {}
        assert signups.page(connection, None, None, 9, 0) == []
        assert len(signups.page(connection, None, signups.ERASED, 9, 0)) == 1


def test_somebody_in_the_way_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.centre.store.wiping.PATIENCE_MS", 1)
    store = open_store(f"sqlite:///{tmp_path / 'centre.db'}")
    schema.upgrade(store)
    with store.read() as reading:
        reading.execute(select(forms)).all()
        phone_form(store, b"x" * 600)
        assert not wipe(store)
    assert wipe(store)
    assert (tmp_path / "centre.db-wal").stat().st_size == 0
    store.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A database without tables."""
    if request.param == "sqlite":
        made = open_store(f"sqlite:///{tmp_path / 'centre.db'}")
        yield made
        made.close()
        return
    engine = request.getfixturevalue("postgres").engine
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("CREATE DATABASE bare"))
        made = open_store(engine.url.set(database="bare").render_as_string())
        yield made
        made.close()
        connection.execute(text("DROP DATABASE bare"))


def test_a_database_of_the_first_version_keeps_its_forms_and_can_erase_them(bare: Store) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    with bare.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    sender = Sender(bare, "KIOSK", Ed25519PrivateKey.generate())
    record, use = sender.signup(1, SEALING), sender.record(1, body=b'{"a": 1}')
    with bare.write() as connection:
        for one in (record, use):
            connection.execute(records.insert(), msgspec.structs.asdict(one) | {"batch": 1})
        names = (signup_table.c[name] for name in ("source", "id", "number", "day"))
        values = (record.kiosk, record.id, "X", record.at)
        connection.execute(signup_table.insert().values(dict(zip(names, values, strict=True))))
    schema.upgrade(bare)
    with bare.read() as connection:
        [row] = signups.by_number(connection, "X")
        box = signups.box(connection, row)
        bodies = {bytes(body) for body in connection.execute(select(records.c.body)).scalars()}
    assert box
    assert box[2] == record.body
    assert use.body in bodies
    assert record.body not in bodies
    assert erase_now(bare, record) == 1
    with bare.read() as connection:
        body = connection.execute(select(sealed_table.c.body)).scalar_one()
    assert not bytes(body).strip(b"\0")


def test_the_body_lies_in_one_place_only(sender: Sender) -> None:
    record = sender.signup(1, SEALING)
    sender.send(record)
    with sender.store.read() as connection:
        assert bytes(connection.execute(select(records.c.body)).scalar_one()) == b""
        row = connection.execute(select(sealed_table)).one()
        assert (bytes(row.body), bytes(row.id), row.held) == (record.body, record.id, 1)
        assert sealed.gone(connection, sender.id, [record]) == set()


def test_sqlite_overwrites_what_it_deletes(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'centre.db'}")
    with store.read() as connection:
        assert connection.execute(text("PRAGMA secure_delete")).scalar_one() == 1
    store.close()


def marks(sender: Sender) -> object:
    with sender.store.read() as connection:
        return spans.marks(connection, sender.id)
