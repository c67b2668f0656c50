"""Signing up on one's own phone, step by step, without a script."""

from __future__ import annotations

import datetime as dt
import logging
import re
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from sync import token as tokens
from sync.centre import clock
from sync.centre.embedded import Running
from sync.centre.store import kiosks, signups
from sync.centre.store.tables import forms
from sync.centre.store.tables import signups as signup_table
from sync.centre.vault.client import VaultClient
from sync.centre.vault.messages import Box
from sync.form import decode
from sync.records import request_number
from tests.centre.browsing import Page, Visitor
from tests.centre.conftest import PASSPHRASE
from tests.centre.packing import CONSENTS
from tests.centre.sending import NAME, Sender, enrolled

TYPED = "8 900 000-00-00"


@pytest.fixture
def sender(published: Path, centre: Running) -> Sender:
    return enrolled(centre.centre.store, "Выставка 01")


@pytest.fixture
def phone(centre: Running) -> Visitor:
    return Visitor(centre.url)


def signup_token(sender: Sender, event: str = "open-day", life: int = 600) -> str:
    now = int(time.time())
    return tokens.make(tokens.SignupToken(sender.id, event, now, now + life), sender.private)


def ticket_token(sender: Sender, number: str) -> str:
    now = int(time.time())
    return tokens.make(tokens.TicketToken(sender.id, number, now, now + 600), sender.private)


def fill(
    visitor: Visitor, token: str, who: str = "adult", /, **fields: str
) -> tuple[Page, dict[str, str]]:
    """As far as the page after the form; and what was posted."""
    form = visitor.post("/q/form", token=token, who=who)
    given = {"name": NAME, "phone": TYPED, "count": "", "note": ""} | fields
    kept = {"token": token, "who": who, "slip": form.hidden("slip"), **given}
    return visitor.post("/q/form", step="filled", **kept), kept


def agree(phone: Visitor, kept: dict[str, str], consent: str = "signup 2026-11") -> Page:
    return phone.post("/q/agree", do="agree", consent=consent, **kept)


def number_on(page: Page) -> str:
    found = re.search(r'class="number">([0-9A-Z]{4}-[0-9A-Z]{4})<', page.text)
    assert found, page.text
    return found.group(1)


def count_forms(centre: Running) -> int:
    with centre.centre.store.read() as connection:
        return len(connection.execute(select(forms.c.id)).all())


def test_the_landing_page_tells_the_server_nothing(phone: Visitor, sender: Sender) -> None:
    page = phone.get("/q")
    assert page.status == 200
    assert page.headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "unsafe" not in page.headers["content-security-policy"]
    assert not re.search(r"https?://|style=|onclick|<script>", page.text)


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


def test_the_browser_s_language_is_asked_first(centre: Running, sender: Sender) -> None:
    assert Visitor(centre.url, "en-GB,en;q=0.9,ru;q=0.5").get("/q").says("Open")
    assert Visitor(centre.url, "de,ru;q=0.5").get("/q").says("Открыть")
    assert Visitor(centre.url, "zh-CN").get("/q").says("Open")


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
        kiosks.note_asked(connection, sender.id, 0, -120_000, "", _now())
    assert phone.post("/q", token=token).status == 200


def test_a_revoked_kiosk_s_codes_still_open(phone: Visitor, sender: Sender) -> None:
    with sender.store.write() as connection:
        kiosks.revoke(connection, sender.id, _now())
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
            signups.set_status(connection, sender.id, record.id, status, "Анна", _now())
        assert phone.post("/q", token=token).says(words)
        typed = number.lower().replace("-", " ")
        assert phone.post("/answer", number=typed).says(words)
    other = enrolled(sender.store)
    assert phone.post("/q", token=ticket_token(other, number)).says("Заявка ещё в пути")


def test_a_clock_that_is_ahead_ends_nothing_early(phone: Visitor, sender: Sender) -> None:
    with sender.store.write() as connection:
        kiosks.note_asked(connection, sender.id, 0, 3_600_000, "", _now())
    assert phone.post("/q", token=signup_token(sender, life=60)).status == 200
    assert phone.post("/q", token=signup_token(sender, life=-60)).status == 410


def test_a_number_that_is_none_is_said_beside_the_field(phone: Visitor, sender: Sender) -> None:
    page = phone.post("/answer", number="<1>")
    assert (page.status, page.says("В номере восемь знаков", "<1>")) == (422, True)


def test_pages_are_small(phone: Visitor, sender: Sender) -> None:
    token = signup_token(sender)
    consent, kept = fill(phone, token)
    pages = [phone.get("/q"), phone.post("/q", token=token), consent, agree(phone, kept)]
    for page in pages:
        size = len(page.text.encode())
        for asset in re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text):
            size += len(phone.get(asset).text.encode())
        assert size < 60 * 1024


def test_too_long_a_form_is_refused_kindly(phone: Visitor, sender: Sender) -> None:
    page = phone.post("/q/form", token=signup_token(sender), who="adult", note="я" * 9000)
    assert (page.status, page.says("Слишком длинно")) == (413, True)


def test_one_address_cannot_fill_the_store(
    centre: Running, phone: Visitor, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.centre.pages.phone.FORMS_ALLOWED", 2)
    pages = [agree(phone, fill(phone, signup_token(sender))[1]) for _ in range(3)]
    assert [page.status for page in pages] == [200, 200, 429]
    assert count_forms(centre) == 2


def test_a_name_is_nowhere_in_files_or_logs(
    centre: Running,
    phone: Visitor,
    sender: Sender,
    home: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    name, typed = "Невероятина Образцова", "+7 900 123-45-67"
    _, kept = fill(phone, signup_token(sender), name=name, phone=typed, note="секретное слово")
    agree(phone, kept)
    fill(phone, signup_token(sender), name=name, phone="ошибка")
    with sender.store.read() as connection:
        assert connection.execute(select(signup_table.c.id)).all()
    needles = [
        form
        for word in ("Невероятина", "Образцова", "9001234567", "123-45-67", "секретное")
        for form in (word.encode(), word.encode("utf-16-le"), word.lower().encode())
    ]
    files = [path for path in home.rglob("*") if path.is_file()]
    assert any(path.name == "centre.db" for path in files)
    for path in files:
        content = path.read_bytes()
        assert not [needle for needle in needles if needle in content], path.name
    out, err = capfd.readouterr()
    logged = (out + err + caplog.text).encode()
    assert not [needle for needle in needles if needle in logged]


def _now() -> dt.datetime:
    return clock.now()
