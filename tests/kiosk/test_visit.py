import datetime as dt
from concurrent.futures import wait

import msgspec
import pytest

from kiosk.journal import JournalBroken
from kiosk.journal.schema import STREAMS
from kiosk.visit import MODES, Visit
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


PRIVATE = ("signup.start", "signup.age", "signup.form", "signup.consent", "signup.thanks")


@pytest.mark.parametrize("name", [*PRIVATE, "home.goodbye"])
def test_where_a_person_signs_up_is_never_told(machine, name):
    visit = machine.start_visit()
    visit.screen_seen(name, "consultation", 1000)
    visit.end("finished")
    assert [record.kind for record, _ in told(machine)] == ["visit.started", "visit.ended"]


class Told:
    """Keeps what a visit tells and moves its clock."""

    def __init__(self):
        self.now = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
        self.lines = []

    def record(self, kind, body, visit=b"", at=None):
        self.lines.append((kind, body, visit, at))

    def look(self, visit, name, seconds):
        self.now += dt.timedelta(seconds=seconds)
        visit.screen_seen(name, "", seconds * 1000)


@pytest.fixture
def told_to():
    return Told()


@pytest.fixture
def visit(told_to):
    return Visit(told_to, "ru", lambda: told_to.now, "Зал", "exhibition")


def test_a_visit_that_signed_up_has_no_hole_to_know_it_by(told_to, visit):
    told_to.look(visit, "home.home", 5)
    told_to.look(visit, "exhibition.events", 20)
    for name in PRIVATE:
        told_to.look(visit, name, 30)
    visit.rate(5)
    told_to.look(visit, "signup.thanks", 10)
    visit.end("finished")
    kinds = [kind for kind, *_ in told_to.lines]
    assert kinds == ["visit.started", "screen.seen", "screen.seen", "visit.ended", "feedback.given"]
    dwells = [body["dwell_ms"] for kind, body, *_ in told_to.lines if kind == "screen.seen"]
    assert dwells == [5_000, 180_000]
    started, ended = told_to.lines[0][3], told_to.lines[3][3]
    assert sum(dwells) == (ended - started).total_seconds() * 1000


def test_only_the_last_mark_counts_and_it_comes_after_the_end(told_to, visit):
    for score in (1, 5, 4):
        visit.rate(score)
        told_to.now += dt.timedelta(seconds=3)
    visit.end("finished")
    rated = [line for line in told_to.lines if line[0] == "feedback.given"]
    assert rated == [("feedback.given", {"score": 4}, b"", told_to.now)]
    assert told_to.lines[-1] == rated[0]


@pytest.mark.parametrize("step", [-7200, 86_400 * 365])
def test_a_clock_set_during_a_visit_makes_no_impossible_dwell(told_to, visit, step):
    told_to.look(visit, "home.home", 5)
    told_to.now += dt.timedelta(seconds=step)
    visit.end("idle")
    (dwell,) = [body["dwell_ms"] for kind, body, *_ in told_to.lines if kind == "screen.seen"]
    assert 5_000 <= dwell <= 3_600_000


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


def test_a_visit_that_outlives_its_machine_stumbles_over_nothing_and_tells_nothing(settings):
    from kiosk.machine import Machine

    with Machine.open(settings) as machine:
        visit = machine.start_visit()
    visit.screen_seen("home.home")
    visit.end("idle")
    assert machine.trouble is None
    with Machine.open(settings) as again:
        assert [record.kind for record, _ in told(again)] == ["visit.started"]


def test_the_modes_are_those_of_the_screens():
    assert {"contrast", "large", "reach", "calm"} == MODES
