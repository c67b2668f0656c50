"""How the day's end, its plot and the last sending are put into words."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import Future
from typing import Any

import pytest

from kiosk.journal.errors import JournalError
from screens.staff.outcome import outcome_of
from screens.staff.plot import busiest, hours_shown
from screens.staff.sending import last_line
from screens.theme import theme
from sync.uplink import SyncResult, UplinkError


def failed(error: BaseException) -> Future[Any]:
    future: Future[Any] = Future()
    future.set_exception(error)
    return future


def arrived(**parts: Any) -> Future[Any]:
    future: Future[Any] = Future()
    result = SyncResult(1672, 0, 0, 0, 0, 1.0, "")
    future.set_result(result._replace(**parts))
    return future


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_way_the_day_can_end_has_a_sentence_of_its_own(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from typing import get_args

    from kiosk.i18n import translator
    from sync.http import Reason

    monkeypatch.setattr(theme, "lang", lang)
    monkeypatch.setattr(theme, "gettext", translator(lang))
    ways = [failed(UplinkError(reason)) for reason in get_args(Reason)]
    ways += [failed(JournalError("x")), arrived(), arrived(sent=0), arrived(pending=7)]
    ways += [arrived(revoked=True), arrived(quarantined=2), arrived(gone=3)]
    told = [outcome_of(way) for way in ways]
    assert len({one.text for one in told}) == len(told)
    kept = told[: len(get_args(Reason))]
    word = "сохранено" if lang == "ru" else "kept"
    assert all(word in one.text and not one.sent for one in kept)
    if lang == "en":
        assert not any("а" <= sign <= "я" for one in kept for sign in one.text + one.title)


def test_an_error_nobody_foresaw_still_closes_the_day() -> None:
    outcome = outcome_of(failed(RuntimeError("boom")))
    assert "сохранено" in outcome.text
    assert "boom" not in outcome.text


def test_the_plot_shows_opening_hours_and_every_busy_hour() -> None:
    day = [0] * 24
    assert list(hours_shown(day)) == list(range(9, 18))
    assert busiest(day) is None
    day[7], day[20], day[12] = 1, 2, 2
    assert list(hours_shown(day)) == list(range(7, 21))
    assert busiest(day) == 12


def test_the_last_sending_is_said_as_people_say_it() -> None:
    moment = dt.datetime(2026, 11, 22, 18, 2).astimezone()
    today = dt.date(2026, 11, 22)
    stamp = moment.astimezone(dt.UTC).isoformat()
    assert last_line(stamp, today) == "Прошлая отправка: сегодня, 18:02."
    assert last_line(stamp, today + dt.timedelta(days=1)) == "Прошлая отправка: вчера, 18:02."
    assert last_line("", today) == "Ещё ни разу не отправляли."
    assert last_line("nonsense", today) == ""
