"""The phone's pages: small, in the reader's language, and silent about who wrote what."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from sqlalchemy import select

from sync.centre.embedded import Running
from sync.centre.store.tables import signups as signup_table
from tests.centre.browsing import Visitor
from tests.centre.phoning import agree, count_forms, fill, signup_token
from tests.centre.sending import Sender, enrolled


@pytest.fixture
def sender(published: Path, centre: Running) -> Sender:
    return enrolled(centre.centre.store, "Выставка 01")


@pytest.fixture
def phone(centre: Running) -> Visitor:
    return Visitor(centre.url)


def test_the_landing_page_tells_the_server_nothing(phone: Visitor, sender: Sender) -> None:
    page = phone.get("/q")
    assert page.status == 200
    assert page.headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "unsafe" not in page.headers["content-security-policy"]
    assert not re.search(r"https?://|style=|onclick|<script>", page.text)


def test_pages_are_small(phone: Visitor, sender: Sender) -> None:
    token = signup_token(sender)
    consent, kept = fill(phone, token)
    pages = [phone.get("/q"), phone.post("/q", token=token), consent, agree(phone, kept)]
    for page in pages:
        size = len(page.text.encode())
        for asset in re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text):
            size += len(phone.get(asset).text.encode())
        assert size < 60 * 1024


def test_the_browser_s_language_is_asked_first(centre: Running, sender: Sender) -> None:
    assert Visitor(centre.url, "en-GB,en;q=0.9,ru;q=0.5").get("/q").says("Open")
    assert Visitor(centre.url, "de,ru;q=0.5").get("/q").says("Открыть")
    assert Visitor(centre.url, "zh-CN").get("/q").says("Open")


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
