from concurrent.futures import wait

import msgspec
import pytest

from kiosk.journal import JournalBroken
from kiosk.journal.schema import STREAMS
from kiosk.visit import MODES, PRIVATE
from sync.messages import unpack_record


def told(machine):
    wait([machine.worker.submit(lambda: None)])
    table = STREAMS["use"]
    with machine.journal.store.read() as connection:
        rows = connection.execute(table.select().order_by(table.c.n)).all()
    records = [unpack_record(row.wire) for row in rows]
    return [(record, msgspec.json.decode(record.body)) for record in records]


def test_a_visit_tells_where_it_was_and_what_was_looked_at(machine):
    visit = machine.start_visit()
    visit.audience, visit.modes, visit.lang = "pupil", frozenset({"large", "calm"}), "en"
    visit.screen_seen("exhibition.cluster", "metal", 4200)
    visit.end("finished")
    lines = told(machine)
    assert [(record.kind, body) for record, body in lines] == [
        ("visit.started", {"place": "Тестовый зал", "profile": "exhibition"}),
        ("screen.seen", {"screen": "exhibition.cluster", "ref": "metal", "dwell_ms": 4200}),
        (
            "visit.ended",
            {"how": "finished", "lang": "en", "audience": "pupil", "modes": ["calm", "large"]},
        ),
    ]
    assert {record.visit for record, _ in lines} == {visit.id}
    assert len(visit.id) == 16


def test_two_visits_have_nothing_in_common(machine):
    assert machine.start_visit().id != machine.start_visit().id


@pytest.mark.parametrize("name", sorted(PRIVATE))
def test_where_a_person_writes_is_never_told(machine, name):
    visit = machine.start_visit()
    visit.screen_seen(name, "consultation", 1000)
    assert [record.kind for record, _ in told(machine)] == ["visit.started"]


def test_an_ended_visit_tells_nothing_more(machine):
    visit = machine.start_visit()
    visit.end("idle")
    visit.end("finished")
    visit.screen_seen("home.home")
    visit.rate(5)
    assert [record.kind for record, _ in told(machine)] == ["visit.started", "visit.ended"]


@pytest.mark.parametrize("score", [0, 6, -1])
def test_a_mark_is_one_to_five(machine, score):
    machine.start_visit().rate(score)
    assert [record.kind for record, _ in told(machine)] == ["visit.started"]


def test_a_broken_journal_never_reaches_the_visitor_and_staff_hear_of_it(machine, monkeypatch):
    def broken(*_):
        raise JournalBroken("disk I/O error")

    monkeypatch.setattr(machine.journal, "append", broken)
    visit = machine.start_visit()
    visit.screen_seen("home.home")
    visit.rate(5)
    visit.end("finished")
    wait([machine.worker.submit(lambda: None)])
    assert isinstance(machine.trouble, JournalBroken)
    monkeypatch.undo()
    machine.start_visit()
    wait([machine.worker.submit(lambda: None)])
    assert machine.trouble is None


def test_a_visit_after_the_machine_is_off_is_silent(settings):
    from kiosk.machine import Machine

    with Machine.open(settings) as machine:
        visit = machine.start_visit()
    visit.screen_seen("home.home")
    visit.end("idle")


def test_the_modes_are_those_of_the_screens():
    assert {"contrast", "large", "reach", "calm"} == MODES
