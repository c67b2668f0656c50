"""What a scanned code opens: a page for each that is good, a kind word for each that is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.centre import clock
from sync.centre.embedded import Running
from sync.centre.store import kiosks, signups
from sync.records import request_number
from tests.centre.browsing import Visitor
from tests.centre.phoning import signup_token, ticket_token
from tests.centre.sending import Sender, enrolled


@pytest.fixture
def sender(published: Path, centre: Running) -> Sender:
    return enrolled(centre.centre.store, "Выставка 01")


@pytest.fixture
def phone(centre: Running) -> Visitor:
    return Visitor(centre.url)


def test_every_bad_token_gets_a_kind_page(centre: Running, phone: Visitor, sender: Sender) -> None:
    good = signup_token(sender)
    stranger = Sender(sender.store, "STRANGER", sender.private)
    cases = {
        "": (400, "Код не прочитался"),
        "garbage": (400, "Код не прочитался"),
        good[:-3]: (400, "Код не прочитался"),
        ("A" if good[0] != "A" else "B") + good[1:]: (400, "Код не прочитался"),
        signup_token(stranger): (404, "Этот код не наш"),
        signup_token(sender, life=-1): (410, "Срок кода вышел"),
        signup_token(sender, "no-such-event"): (404, "Пока не можем записать"),
        signup_token(sender, "gone"): (410, "Это событие уже прошло"),
    }
    for token, (status, words) in cases.items():
        page = phone.post("/q", token=token)
        assert (page.status, page.says(words)) == (status, True), words
        assert phone.post("/q/form", token=token, who="adult").status == status
        assert phone.post("/q/agree", token=token, who="adult").status == status
    assert phone.post("/q", token=f"{centre.url}/q#{good}").status == 200


def test_a_kiosk_with_a_slow_clock_still_hands_over(phone: Visitor, sender: Sender) -> None:
    token = signup_token(sender, life=-60)
    with sender.store.write() as connection:
        kiosks.note_asked(connection, sender.id, 0, -120_000, "", clock.now())
    assert phone.post("/q", token=token).status == 200


def test_a_clock_that_is_ahead_ends_nothing_early(phone: Visitor, sender: Sender) -> None:
    with sender.store.write() as connection:
        kiosks.note_asked(connection, sender.id, 0, 3_600_000, "", clock.now())
    assert phone.post("/q", token=signup_token(sender, life=60)).status == 200
    assert phone.post("/q", token=signup_token(sender, life=-60)).status == 410


def test_a_revoked_kiosk_s_codes_still_open(phone: Visitor, sender: Sender) -> None:
    with sender.store.write() as connection:
        kiosks.revoke(connection, sender.id, clock.now())
    assert phone.post("/q", token=signup_token(sender)).status == 200


def test_without_published_content_nobody_is_misled(centre: Running) -> None:
    sender = enrolled(centre.centre.store)
    page = Visitor(centre.url).post("/q", token=signup_token(sender))
    assert page.says("Пока не можем записать")


def test_a_ticket_shows_how_the_request_stands(
    centre: Running, phone: Visitor, sender: Sender
) -> None:
    record = sender.signup(1, centre.centre.keys.sealing_public)
    number = request_number(record.id)
    token = ticket_token(sender, number)
    assert phone.post("/q", token=token).says("Заявка ещё в пути", number)
    sender.send(record)
    assert phone.post("/q", token=token).says("Заявка ждёт ответа")
    said = {"accepted": "Место за вами", "waiting": "Лист ожидания", "declined": "Не получилось"}
    for status, words in said.items():
        with sender.store.write() as connection:
            signups.set_status(connection, sender.id, record.id, status, "Анна", clock.now())
        assert phone.post("/q", token=token).says(words)
        typed = number.lower().replace("-", " ")
        assert phone.post("/answer", number=typed).says(words)
    other = enrolled(sender.store)
    assert phone.post("/q", token=ticket_token(other, number)).says("Заявка ещё в пути")


def test_a_number_that_is_none_is_said_beside_the_field(phone: Visitor, sender: Sender) -> None:
    page = phone.post("/answer", number="<1>")
    assert (page.status, page.says("В номере восемь знаков", "<1>")) == (422, True)
