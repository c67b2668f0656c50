import datetime as dt
from itertools import pairwise

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.journal.schema import STREAMS
from kiosk.simulate import HOURS, simulate
from sync.messages import unpack_record


def journalled(machine):
    with machine.journal.store.read() as connection:
        return [
            unpack_record(row.wire)
            for table in STREAMS.values()
            for row in connection.execute(table.select().order_by(table.c.n))
        ]


def test_what_it_says_is_what_was_journalled(enrolled):
    made = simulate(enrolled, 120, seed=5)
    records = journalled(enrolled)
    assert made.records == len(records) == sum(made.by_kind.values())
    assert made.visits == made.by_kind["visit.started"] == made.by_kind["visit.ended"] == 120
    assert made.signups == made.by_kind["signup.made"] > 0


@settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(visits=st.integers(1, 40), more=st.integers(0, 600), seed=st.integers(0, 99))
def test_a_wanted_number_of_records_is_met_exactly(enrolled, visits, more, seed):
    made = simulate(enrolled, visits, seed, records=2 * visits + more)
    assert made.records == 2 * visits + more
    assert made.by_kind["visit.started"] == visits


def test_without_a_centre_nobody_signs_up(machine):
    assert simulate(machine, 100).signups == 0


def test_the_same_seed_tells_the_same_story(machine):
    day = dt.date(2026, 11, 2)

    def story(seed):
        before = len(journalled(machine))
        simulate(machine, 30, seed, day=day)
        return [(r.kind, r.at, r.body) for r in journalled(machine)[before:]]

    assert story(4) == story(4) != story(5)


def test_visits_come_in_opening_hours_and_never_in_the_future(machine):
    simulate(machine, 80)
    started = [r for r in journalled(machine) if r.kind == "visit.started"]
    moments = [dt.datetime.fromisoformat(record.at) for record in started]
    assert {moment.astimezone().hour for moment in moments} <= set(HOURS)
    assert all(a <= b for a, b in pairwise(moments))
    assert max(moments) < machine.now()


def test_people_of_the_simulation_are_obviously_invented(enrolled, centre):
    from sync.form import decode
    from sync.seal import binding, unseal

    simulate(enrolled, 150, seed=1)
    for record in journalled(enrolled):
        if record.stream == "people":
            info = binding(record.kiosk, record.id, record.kind, record.schema)
            form = decode(unseal(record.body, centre.sealing, info))
            assert form.phone.startswith("+790000000")


def test_it_puts_no_pack_in_place(machine, settings):
    simulate(machine, 1)
    assert not (settings.home / "packs").exists()
    assert msgspec.json.decode(journalled(machine)[0].body)["place"] == "Тестовый зал"


@pytest.mark.parametrize(("visits", "records"), [(0, None), (5, 9)])
def test_what_cannot_be_is_refused(machine, visits, records):
    with pytest.raises(ValueError, match="at least"):
        simulate(machine, visits, records=records)
