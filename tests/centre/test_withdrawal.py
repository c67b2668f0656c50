"""Taking a request back: staff type the number, are asked once more, and it is gone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from sync import token as tokens
from sync.centre.embedded import Running
from sync.centre.store import kiosks, signups
from sync.records import Record, request_number
from tests.centre.browsing import Page, Visitor
from tests.centre.conftest import ADMINISTRATOR
from tests.centre.seeking import found
from tests.centre.sending import NAME, NOW, Sender, enrolled
from tests.centre.test_staff import actions, log_in, unlock


@pytest.fixture
def staff(published: Path, centre: Running) -> Visitor:
    return log_in(centre)


@pytest.fixture
def sender(published: Path, centre: Running) -> Sender:
    return enrolled(centre.centre.store, "Выставка 01")


@pytest.fixture
def record(centre: Running, sender: Sender) -> Record:
    made = sender.signup(1, centre.centre.keys.sealing_public)
    sender.send(made)
    return made


def press(staff: Visitor, page: Page, **more: str) -> Page:
    """Post the page's form that deletes."""
    form = {name: page.hidden(name) for name in ("csrf", "back", "key", "number")}
    return staff.post("/staff/signups/erase", **form | more)


def ticket(centre: Running, sender: Sender, number: str) -> Page:
    now = int(time.time())
    token = tokens.make(tokens.TicketToken(sender.id, number, now, now + 600), sender.private)
    return Visitor(centre.url).post("/q", token=token)


def test_a_request_is_deleted_after_asking_once_more(
    centre: Running, staff: Visitor, sender: Sender, record: Record
) -> None:
    number = request_number(record.id)
    listed = staff.get(f"/staff/signups?number={number.lower()}")
    assert listed.says("Удалить по просьбе", number)
    asked = press(staff, listed)
    assert asked.says("Да, удалить", "Оставить", number, "Выставка 01")
    assert found(sender.store, [record.body])
    done = press(staff, asked, sure="yes")
    assert done.says("данные удалены", number)
    assert not done.says("Удалить по просьбе")
    assert not found(sender.store, [record.body])
    assert (ADMINISTRATOR, "form.erased", number) in actions(centre)
    assert staff.get("/staff/audit").says("удалил анкету", "по просьбе", number)
    assert number not in staff.get("/staff/signups").text
    assert number in staff.get("/staff/signups?status=erased").text


def test_the_person_reads_that_the_data_are_gone(
    centre: Running, staff: Visitor, sender: Sender, record: Record
) -> None:
    number = request_number(record.id)
    press(staff, staff.get("/staff/signups"), sure="yes")
    for page in (
        ticket(centre, sender, number),
        Visitor(centre.url).post("/answer", number=number),
    ):
        assert page.status == 200
        assert page.says("Данные удалены", "будем рады новой заявке")
    english = Visitor(centre.url, "en").post("/answer", number=number)
    assert english.says("The data are deleted")


def test_an_erased_form_is_not_asked_of_the_vault(
    centre: Running, staff: Visitor, sender: Sender, record: Record, vault: None
) -> None:
    other = sender.signup(2, centre.centre.keys.sealing_public, "Другой Тестов")
    sender.send(other)
    number = request_number(record.id)
    listed = staff.get(f"/staff/signups?number={number}")
    press(staff, listed, sure="yes")
    page = unlock(staff)
    assert page.says("Другой Тестов")
    assert not page.says(NAME)
    assert staff.get(f"/staff/signups?number={number}").says("данные удалены")
    read = [subject for _, action, subject in actions(centre) if action == "form.read"]
    assert set(read) == {request_number(other.id)}


def test_a_request_still_on_its_kiosk_is_taken_back_in_advance(
    centre: Running, staff: Visitor, sender: Sender
) -> None:
    coming = sender.signup(1, centre.centre.keys.sealing_public)
    number = request_number(coming.id)
    listed = staff.get(f"/staff/signups?number={number}")
    assert listed.says("Такой заявки у нас пока нет", "Отозвать заранее")
    asked = press(staff, listed, number=number)
    assert asked.says("Этой заявки у нас ещё нет", "Да, удалить")
    done = press(staff, asked, sure="yes")
    assert done.says("Заявку отозвали до того, как она пришла.")
    assert ticket(centre, sender, number).says("Данные удалены")
    assert (ADMINISTRATOR, "form.withdrawn", number) in actions(centre)
    assert staff.get("/staff/audit").says("принял отзыв, анкета ещё в пути")
    assert sender.send(coming) == ["stored"]
    assert not found(sender.store, [coming.body])
    assert ticket(centre, sender, number).says("Данные удалены")
    assert staff.get(f"/staff/signups?number={number}").says("данные удалены")


def test_a_form_that_came_while_staff_were_asked_is_erased_all_the_same(
    centre: Running, staff: Visitor, sender: Sender
) -> None:
    coming = sender.signup(1, centre.centre.keys.sealing_public)
    number = request_number(coming.id)
    asked = press(staff, staff.get(f"/staff/signups?number={number}"), number=number)
    sender.send(coming)
    press(staff, asked, sure="yes")
    assert not found(sender.store, [coming.body])


@pytest.mark.parametrize("number", ["", "<script>", "7K2M"])
def test_a_number_that_is_none_deletes_nothing(
    staff: Visitor, sender: Sender, record: Record, number: str
) -> None:
    csrf = staff.get("/staff/signups").hidden("csrf")
    key = f"{sender.id}.{record.id.hex()}"
    page = staff.post("/staff/signups/erase", csrf=csrf, key=key, number=number, sure="yes")
    assert page.says("запечатано")
    assert found(sender.store, [record.body])
    if number:
        assert staff.get(f"/staff/signups?number={number}").says("В номере восемь знаков")


def test_a_key_of_another_request_than_the_number_deletes_nothing_of_it(
    centre: Running, staff: Visitor, sender: Sender, record: Record
) -> None:
    other = sender.signup(2, centre.centre.keys.sealing_public)
    sender.send(other)
    csrf = staff.get("/staff/signups").hidden("csrf")
    key = f"{sender.id}.{record.id.hex()}"
    number = request_number(other.id)
    staff.post("/staff/signups/erase", csrf=csrf, key=key, number=number, sure="yes")
    assert found(sender.store, [record.body, other.body]) == [record.body]


def test_erasing_is_by_the_person_s_number_also_for_a_revoked_kiosk(
    centre: Running, staff: Visitor, sender: Sender
) -> None:
    with sender.store.write() as connection:
        kiosks.revoke(connection, sender.id, NOW)
    late = sender.signup(1, centre.centre.keys.sealing_public)
    assert sender.send(late) == ["quarantined"]
    number = request_number(late.id)
    asked = press(staff, staff.get(f"/staff/signups?number={number}"), number=number)
    press(staff, asked, sure="yes")
    assert not found(sender.store, [late.body])
    with sender.store.read() as connection:
        assert signups.by_number(connection, number) == []
