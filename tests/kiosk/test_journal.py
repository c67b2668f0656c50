import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, text

from kiosk.journal import DiskFull, Journal, JournalBroken, people_entry, use_entry
from kiosk.journal.report import day_counts, status
from kiosk.journal.schema import STREAMS
from sync.messages import unpack_record
from sync.records import problem, uuid4

NOW = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "journal.db"


@pytest.fixture
def journal(path):
    opened = Journal(path, "K1", "machine")
    yield opened
    opened.close()


def wires(journal, stream="use"):
    table = STREAMS[stream]
    with journal.store.read() as connection:
        rows = connection.execute(table.select().order_by(table.c.n))
        return [unpack_record(row.wire) for row in rows]


def entry(kind="screen.seen"):
    return use_entry(kind, {"screen": "home.home"}, b"v" * 16, NOW)


def sealed():
    return people_entry("signup.made", uuid4(), "k" * 16, b"\x80" * 600, NOW.date())


def test_each_stream_counts_for_itself_without_gaps(journal):
    records = journal.append_all([entry(), sealed(), entry(), entry(), sealed()])
    assert [r.stream for r in records] == ["use", "people", "use", "use", "people"]
    assert [r.seq for r in records if r.stream == "use"] == [1, 2, 3]
    assert {r.seq for r in records if r.stream == "people"} == {1, 2}
    assert journal.append("screen.seen", {}).seq == 4


def test_every_record_is_one_the_wire_accepts(journal):
    journal.append_all([entry(), sealed()])
    journal.append("kiosk.health", {"ok": True})
    journal.append_people("signup.made", uuid4(), "k" * 16, b"box", NOW.date())
    found = wires(journal) + wires(journal, "people")
    assert len(found) == 4
    assert all(problem(record) is None for record in found)


def test_a_line_of_people_has_a_date_and_nothing_to_join_it_by(journal):
    record = journal.append_all([entry(), sealed()])[1]
    assert (record.at, record.visit) == ("2026-11-02", b"")
    assert record.id[6] >> 4 == 4


def test_a_kind_goes_to_its_own_stream_only():
    with pytest.raises(ValueError, match="use stream"):
        use_entry("signup.made", {}, b"", NOW)
    with pytest.raises(ValueError, match="people stream"):
        people_entry("screen.seen", uuid4(), "k", b"box", NOW.date())


def test_the_disk_hears_of_every_commit(journal):
    with journal.store.read() as connection:
        asked = [connection.execute(text(f"PRAGMA {name}")).scalar() for name in ASKED]
    assert asked == ["wal", 2, 5000]


ASKED = ("journal_mode", "synchronous", "busy_timeout")


@settings(max_examples=15)
@given(sizes=st.lists(st.integers(1, 5), min_size=1, max_size=5))
def test_seqs_go_on_where_they_stopped_after_every_start(tmp_path_factory, sizes):
    path = tmp_path_factory.mktemp("journal") / "journal.db"
    seqs = []
    for size in sizes:
        journal = Journal(path, "K1", "machine")
        seqs += [record.seq for record in journal.append_all([entry()] * size)]
        journal.close()
    assert seqs == list(range(1, sum(sizes) + 1))


class TestEpoch:
    def reopened(self, path, kiosk="K1", machine="machine"):
        journal = Journal(path, kiosk, machine)
        epoch = journal.epoch
        seq = journal.append("screen.seen", {}).seq
        journal.close()
        return epoch, seq

    def test_it_stays_while_nothing_disagrees(self, path):
        first = self.reopened(path)
        assert self.reopened(path) == (first[0], 2)

    def test_a_database_from_a_backup_begins_a_new_one(self, path):
        first = self.reopened(path)
        saved = path.read_bytes()
        self.reopened(path)
        path.write_bytes(saved)
        epoch, seq = self.reopened(path)
        assert epoch != first[0]
        assert seq == 1

    def test_a_cloned_disk_in_another_machine_begins_a_new_one(self, path):
        assert self.reopened(path)[0] != self.reopened(path, machine="other")[0]

    @pytest.mark.parametrize("text", ["", "{}", "null", '{"epoch": 1}', "\0\xff"])
    def test_a_damaged_or_missing_note_begins_a_new_one(self, path, text):
        first = self.reopened(path)
        path.with_name("epoch.json").write_text(text)
        assert self.reopened(path)[0] != first[0]
        path.with_name("epoch.json").unlink()
        assert self.reopened(path)[1] == 1

    def test_another_identity_begins_a_new_one_and_the_former_keeps_its_own(self, path):
        self.reopened(path)
        assert self.reopened(path, kiosk="K2")[1] == 1
        journal = Journal(path, "K2", "machine")
        assert [journal.outbox(kiosk).pending() for kiosk in ("K1", "K2")] == [1, 1]
        assert journal.pending() == 2
        journal.close()

    def test_what_was_recorded_before_enrolment_becomes_the_kiosks(self, path):
        journal = Journal(path, "", "machine")
        journal.append_all([entry() for _ in range(2500)])
        epoch = journal.epoch
        journal.close()
        journal = Journal(path, "K1", "machine")
        assert journal.epoch == epoch
        assert journal.append("screen.seen", {}).seq == 2501
        found = wires(journal)
        assert {record.kiosk for record in found} == {"K1"}
        assert all(problem(record) is None for record in found)
        assert journal.outbox().pending() == 2501
        journal.close()


def test_a_full_disk_has_a_name_and_harms_nothing(journal):
    journal.append_all([entry()] * 10)
    event.listen(journal.store._engine, "begin", _no_more_pages)
    journal.store._engine.dispose()
    with pytest.raises(DiskFull):
        journal.append_all([use_entry("screen.seen", {"x": "y" * 60_000}, b"", NOW)] * 20)
    event.remove(journal.store._engine, "begin", _no_more_pages)
    journal.store._engine.dispose()
    assert journal.append("screen.seen", {}).seq == 11
    assert len(wires(journal)) == 11


def _no_more_pages(connection):
    connection.exec_driver_sql("PRAGMA max_page_count=40")


def _broken_once(journal, moment):
    """The next statement (``before``) or commit (``after`` it is on the disk) ends in an error."""
    from pysqlite3 import dbapi2
    from sqlalchemy.exc import OperationalError

    engine = journal.store._engine

    def fail(*_):
        event.remove(engine, moment, fail)
        error = dbapi2.OperationalError("disk I/O error")
        error.sqlite_errorcode = 10
        raise OperationalError("COMMIT", {}, error)

    event.listen(engine, moment, fail)


def test_after_an_error_of_the_disk_the_journal_is_reopened_once_and_goes_on(journal):
    journal.append("screen.seen", {})
    _broken_once(journal, "commit")
    assert journal.append("screen.seen", {}).seq == 2
    assert [record.seq for record in wires(journal)] == [1, 2]


def test_a_commit_that_reported_an_error_and_was_made_is_not_made_twice(journal, monkeypatch):
    transact = journal.store.transact
    failed = []

    def commit_then_fail(work):
        done = transact(work)
        if not failed:
            failed.append(True)
            raise JournalBroken("disk I/O error")
        return done

    monkeypatch.setattr(journal.store, "transact", commit_then_fail)
    records = journal.append_all([entry(), sealed(), entry()])
    assert [record.seq for record in records] == [1, 1, 2]
    assert wires(journal) == [records[0], records[2]]
    assert wires(journal, "people") == [records[1]]


def test_a_damaged_file_is_left_as_it_is_and_has_a_name(path):
    damaged = b"not a database at all" * 400
    path.write_bytes(damaged)
    with pytest.raises(JournalBroken):
        Journal(path, "K1", "machine")
    assert path.read_bytes() == damaged


def test_damage_within_the_file_is_found_after_an_unclean_end(path):
    journal = Journal(path, "K1", "machine")
    journal.append_all([entry() for _ in range(500)])
    journal.store.close()
    raw = bytearray(path.read_bytes())
    raw[8192:40_960] = b"\xa5" * 32_768
    path.write_bytes(raw)
    with pytest.raises(JournalBroken):
        Journal(path, "K1", "machine")


def test_the_days_numbers_are_of_that_local_day_only(journal):
    noon = dt.datetime(2026, 11, 2, 12, 10).astimezone()
    for at in (noon, noon + dt.timedelta(hours=1), noon + dt.timedelta(days=1)):
        journal.append("visit.started", {}, b"v" * 16, at)
        journal.append("screen.seen", {}, b"v" * 16, at)
        journal.append("feedback.given", {"score": at.hour - 8}, b"", at)
    journal.append_people("signup.made", uuid4(), "k" * 16, b"box", noon.date())
    counts = day_counts(journal, noon.date())
    assert counts[:5] == (2, 1, 2, 2, 9)
    assert (counts.by_hour[12], counts.by_hour[13], sum(counts.by_hour)) == (1, 1, 2)


def test_status_reads_without_counting_as_a_start(journal, path):
    journal.append_all([entry(), entry(), sealed()])
    before = json.loads(path.with_name("epoch.json").read_text())
    assert status(path) == (journal.epoch, 3, 0, 3)
    assert json.loads(path.with_name("epoch.json").read_text()) == before
    assert status(path.with_name("none.db")) == ("", 0, 0, 0)
    assert not path.with_name("none.db").exists()


def test_writers_of_two_threads_never_share_a_seq(journal):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        records = list(pool.map(lambda _: journal.append("screen.seen", {}), range(100)))
    assert sorted(record.seq for record in records) == list(range(1, 101))
