"""A clock that is wrong: nothing fails, and the order of records is that of their seqs."""

import datetime as dt
from concurrent.futures import wait

import pytest

from kiosk import staff
from kiosk.handoff import signup_url
from kiosk.journal.schema import STREAMS
from kiosk.signup import Draft, submit
from tests.kiosk.conftest import CONSENT

MOMENTS = [
    dt.datetime(1970, 1, 1, 0, 0, 1, tzinfo=dt.UTC),
    dt.datetime(2000, 2, 29, tzinfo=dt.UTC),
    dt.datetime(2107, 6, 1, tzinfo=dt.UTC),
    dt.datetime(9998, 12, 31, 23, 59, tzinfo=dt.UTC),
]


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: str(moment.year))
def test_a_day_goes_by_whatever_the_clock_says(enrolled, monkeypatch, moment):
    monkeypatch.setattr(enrolled, "now", lambda: moment)
    visit = enrolled.start_visit()
    visit.screen_seen("home.home", "", 5000)
    made = Draft(event="consultation", age_band="adult")
    made.fields.update(name="Тест Тестов", phone="+79000000000")
    assert submit(enrolled, made, CONSENT).result().number
    url = signup_url(enrolled, "consultation")
    assert url or moment.year > 2100  # a token's times are 32 bits
    monkeypatch.setattr(enrolled, "now", lambda: moment - dt.timedelta(hours=3))
    visit.rate(4)
    visit.end("finished")
    wait([enrolled.worker.submit(lambda: None)])
    assert enrolled.trouble is None
    with enrolled.journal.store.read() as connection:
        use = STREAMS["use"]
        kinds = connection.execute(use.select().order_by(use.c.seq)).all()
    assert [row.kind for row in kinds] == [
        "visit.started",
        "screen.seen",
        "visit.ended",
        "feedback.given",
    ]
    assert staff.day_report(enrolled).pending == 5
