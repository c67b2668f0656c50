"""Signing up on one's own phone, step by step, without a script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import select

from sync.centre.embedded import Running
from sync.centre.store import signups
from sync.centre.store.tables import forms
from sync.centre.vault.client import VaultClient
from sync.centre.vault.messages import Box
from sync.form import decode
from sync.records import request_number
from tests.centre.browsing import Visitor
from tests.centre.conftest import PASSPHRASE
from tests.centre.packing import CONSENTS
from tests.centre.phoning import TYPED, agree, count_forms, fill, number_on, signup_token
from tests.centre.sending import NAME, Sender, enrolled


@pytest.fixture
def sender(published: Path, centre: Running) -> Sender:
    return enrolled(centre.centre.store, "Выставка 01")


@pytest.fixture
def phone(centre: Running) -> Visitor:
    return Visitor(centre.url)


def test_a_sign_up_goes_from_the_code_to_a_number(
    centre: Running, phone: Visitor, sender: Sender, vault: None
) -> None:
    token = signup_token(sender)
    assert phone.post("/q", token=token).says("Единый день открытых дверей", "осталось мест: 2")
    page, kept = fill(phone, token, note="Удобно вечером")
    assert page.says("Согласие signup", "2026-11", NAME)
    assert count_forms(centre) == 0
    thanks = agree(phone, kept)
    number = number_on(thanks)
    with centre.centre.store.read() as connection:
        [row] = connection.execute(select(forms)).all()
        [line] = signups.by_number(connection, number)
    assert (line.source, line.event, line.status) == ("phone", "open-day", "new")
    assert request_number(row.id) == number
    assert len(row.body) % 512 == 48
    client = VaultClient(centre.centre.home.vault_socket)
    handle = client.unlock(PASSPHRASE, "Анна", 60).handle
    [plain] = client.open(
        handle, "Анна", [Box("phone", row.id, "signup.made", row.schema, number, row.body)]
    )
    form = decode(plain or b"")
    assert (form.name, form.phone, form.note) == (NAME, "+79000000000", "Удобно вечером")
    assert form.consent.sha256 == CONSENTS[0].sha256("ru")


def test_pressing_agree_twice_makes_one_sign_up(
    centre: Running, phone: Visitor, sender: Sender
) -> None:
    _, kept = fill(phone, signup_token(sender))
    assert number_on(agree(phone, kept)) == number_on(agree(phone, kept))
    assert count_forms(centre) == 1


def test_nothing_is_stored_without_consent(centre: Running, phone: Visitor, sender: Sender) -> None:
    _, kept = fill(phone, signup_token(sender))
    assert phone.post("/q/agree", **kept).says("Согласие signup")
    assert phone.post("/q/agree", do="back", **kept).says("Дальше: согласие", NAME)
    assert agree(phone, kept, "signup 2020-01").says("Дальше: согласие")
    assert agree(phone, kept | {"slip": "A" * 54}).says("Дальше: согласие")
    assert count_forms(centre) == 0


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": ""}, "Напишите, как к вам обращаться."),
        ({"name": "<b>"}, "Имя — буквами"),
        ({"phone": ""}, "Нужен телефон"),
        ({"phone": "123"}, "Похоже, в номере ошибка."),
        ({"note": "я" * 301}, "Покороче, пожалуйста"),
    ],
)
def test_a_mistake_is_named_beside_the_field_and_the_rest_is_kept(
    phone: Visitor, sender: Sender, fields: dict[str, str], words: str
) -> None:
    page, _ = fill(phone, signup_token(sender), **{"note": "важное"} | fields)
    assert page.status == 422
    assert page.says(words, "Почти готово")
    for name, value in {"name": NAME, "phone": TYPED, "note": "важное"}.items():
        if name not in fields:
            assert page.says(value)
    [wrong] = fields
    assert f'id="{wrong}-wrong"' in page.text
    assert re.search(rf'aria-describedby="[^"]*{wrong}-wrong', page.text)


def test_for_a_child_the_parent_signs_another_consent(phone: Visitor, sender: Sender) -> None:
    form = phone.post("/q/form", token=signup_token(sender), who="child")
    assert form.says("Имя родителя", "До 14 лет записывает родитель.")
    page, kept = fill(phone, signup_token(sender), "child")
    assert page.says("Согласие parent")
    assert number_on(agree(phone, kept, "parent 2026-11"))


def test_a_class_has_a_number_and_no_names(centre: Running, phone: Visitor, sender: Sender) -> None:
    page, _ = fill(phone, signup_token(sender), "class", count="4")
    assert page.says("Сколько будет учеников: от 5 до 40.")
    page, kept = fill(phone, signup_token(sender), "class", count="24")
    assert page.says("Согласие class", "учеников: 24")
    assert number_on(agree(phone, kept, "class 2026-11"))
    page = phone.post("/q/form", token=signup_token(sender, "consultation"), who="class")
    assert page.says("Кого записываем?")


def test_the_language_is_switched_without_losing_what_was_typed(
    phone: Visitor, sender: Sender
) -> None:
    _, kept = fill(phone, signup_token(sender))
    page = phone.post("/q/form", step="filled", lang="en", **kept)
    assert page.says("Next: consent", NAME)
    assert 'lang="en"' in page.text
    assert phone.post("/q", token=kept["token"]).says("Regional open day")
