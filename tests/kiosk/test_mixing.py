"""The order of sign-ups in the journal and on the wire says nothing of who came first."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.journal import Journal, mixing
from sync.messages import unpack_record
from sync.records import problem, uuid4
from sync.seal import STEP

DAY = dt.date(2026, 11, 23)


def held(journal):
    """Ids in the order of seq, checked whole."""
    with journal.store.read() as connection:
        rows = connection.execute(mixing.people.select().order_by(mixing.people.c.seq)).all()
    records = [unpack_record(row.wire) for row in rows]
    assert [record.seq for record in records] == list(range(1, len(records) + 1))
    assert [row.n for row in rows] == sorted(row.n for row in rows)
    assert not any(problem(record) for record in records)
    for row, record in zip(rows, records, strict=True):
        assert (row.seq, row.sha256, row.at) == (record.seq, record.sha256, record.at)
    return [record.id for record in records]


def sign_up(journal, day=DAY):
    record = journal.append_people("signup.made", uuid4(), "k" * 16, b"\x80" * STEP, day)
    assert problem(record) is None
    assert held(journal)[record.seq - 1] == record.id
    return record.id


@pytest.fixture
def journal(tmp_path):
    made = Journal(tmp_path / "journal.db", "K1")
    yield made
    made.close()


@given(st.lists(st.integers(0, 1000), max_size=12))
def test_whatever_place_is_drawn_nothing_is_lost_and_no_seq_is_missing(tmp_path_factory, draws):
    journal = Journal(tmp_path_factory.mktemp("journal") / "journal.db", "K1")
    with pytest.MonkeyPatch.context() as patch:
        drawn = iter(draws)
        patch.setattr(mixing.secrets, "randbelow", lambda below: next(drawn) % below)
        ids = [sign_up(journal) for _ in draws]
    assert sorted(held(journal)) == sorted(ids)
    journal.close()


def test_every_order_of_three_is_reached(journal, monkeypatch):
    orders = set()
    for second in range(2):
        for third in range(3):
            drawn = iter([0, second, third])
            monkeypatch.setattr(mixing.secrets, "randbelow", lambda _, drawn=drawn: next(drawn))
            day = DAY + dt.timedelta(days=len(orders))
            ids = [sign_up(journal, day) for _ in range(3)]
            orders.add(tuple(ids.index(one) for one in held(journal)[-3:]))
    assert len(orders) == 6


def test_what_may_be_on_its_way_and_another_day_stay_where_they_are(journal, monkeypatch):
    monkeypatch.setattr(mixing.secrets, "randbelow", lambda below: 0)
    sent = [sign_up(journal), sign_up(journal)]
    before = held(journal)
    assert journal.outbox().take((0, 0), 1000, 1 << 20) is not None
    late = sign_up(journal)
    assert held(journal) == [*before, late]
    tomorrow = sign_up(journal, DAY + dt.timedelta(days=1))
    assert held(journal) == [*before, late, tomorrow]
    newest = sign_up(journal)
    assert held(journal) == [*before, newest, tomorrow, late]
    assert set(before) == set(sent)


def test_a_sync_under_way_takes_only_what_was_there_when_it_began(journal):
    outbox = journal.outbox()
    sign_up(journal)
    parcel = outbox.take((0, 0), 1, 1 << 20)
    sign_up(journal)
    assert outbox.take(parcel.after, 1000, 1 << 20) is None
    assert outbox.pending() == 2


def test_after_a_visit_the_order_of_writing_is_gone_from_the_disk(journal):
    journal.append("visit.started", {}, b"v" * 16)
    sign_up(journal)
    wal = journal.store.path.with_name("journal.db-wal")
    assert wal.stat().st_size > 0
    journal.append("visit.ended", {}, b"v" * 16)
    assert wal.stat().st_size == 0
