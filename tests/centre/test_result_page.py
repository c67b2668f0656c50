"""A self-test's result on a phone: what it tells, what it refuses, what it never hands on."""

from __future__ import annotations

import base64
import datetime as dt
import re
import struct
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import qrcode
import zxingcpp
from playwright.sync_api import Browser, Response, sync_playwright
from sqlalchemy import select

from content.model import SelfTest
from content.selftests.scoring import reach
from sync import token as tokens
from sync.centre import clock
from sync.centre.embedded import Running
from sync.centre.pages import door
from sync.centre.pages.telling import tell
from sync.centre.store import kiosks
from sync.centre.store.tables import forms
from sync.sign import TOKEN
from tests.centre import taking
from tests.centre.browsing import Visitor
from tests.centre.phoning import agree, fill, number_on
from tests.centre.sending import Sender, enrolled
from tests.centre.taking import result_token, told
from tests.centre.test_browser import AXE, CHROMIUM, PHONE, check, opened

DRAWS = taking.tests()["draws_me"]
POINTS = [6, 6, 4, 2, 2]
LIMIT = 60 * 1024
"""Bytes of the page with all it loads."""


def extremes(test: SelfTest) -> list[list[int]]:
    """Scores from end to end: the least, the most, one high, all the same share."""
    limits = list(reach(test).values())
    low, high = [one[0] for one in limits], [one[1] for one in limits]
    return [low, high, [high[0], *low[1:]], [(a + b) // 2 for a, b in limits]]


@pytest.fixture
def shown(home: Path, tmp_path: Path) -> Path:
    taking.publish(home, tmp_path / "pack", dt.datetime.now(dt.UTC).isoformat())
    return home


@pytest.fixture
def sender(shown: Path, centre: Running) -> Sender:
    return enrolled(centre.centre.store, "Выставка 01")


@pytest.fixture
def phone(centre: Running) -> Visitor:
    return Visitor(centre.url)


def test_a_result_tells_its_ties_its_trades_and_where_to_come(
    phone: Visitor, sender: Sender
) -> None:
    page = phone.post("/q", token=result_token(sender, told(DRAWS, POINTS)))
    assert page.status == 200
    assert page.says(DRAWS.name.ru, "Природа + Техника", "Впереди поровну", "6 / 8")
    assert page.says(DRAWS.traits["nature"].text.ru, DRAWS.traits["technics"].text.ru)
    assert page.says("Подойдёт в нашей области", "Записаться", DRAWS.promise.ru)
    assert 3 <= page.text.count('<section class="card">') <= 5
    assert "<polygon" in page.text


@pytest.mark.parametrize("id", taking.tests())
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_test_has_its_page_from_end_to_end(
    sender: Sender, centre: Running, id: str, lang: str
) -> None:
    test = taking.tests()[id]
    for points in extremes(test):
        page = Visitor(centre.url, lang).post("/q", token=result_token(sender, told(test, points)))
        assert page.status == 200, points
        assert page.text.count('class="go"') >= 1
        if lang == "en":
            assert not re.search("[А-Яа-яЁё]", page.text.replace("По-русски", ""))


def test_all_equal_puts_no_direction_before_another() -> None:
    equal = tell(DRAWS, dict.fromkeys(DRAWS.traits, 4), "ru")
    assert equal.leads == []
    assert equal.notes == ["Всё поровну: значит, выбирать можно по тому, что рядом."]


def test_a_tie_for_the_second_place_names_all_of_it() -> None:
    score = dict(zip(DRAWS.traits, [8, 4, 4, 2, 2], strict=True))
    said = tell(DRAWS, score, "ru")
    assert [one.name for one in said.leads] == ["Природа", "Техника", "Люди"]
    assert said.notes == ["На втором месте поровну: они названы все."]


def test_three_directions_are_told_and_who_stands_level_with_the_third_is_named() -> None:
    test = taking.tests()["where_next"]
    limits = reach(test)
    high, *others = limits
    score = {trait: low for trait, (low, _high) in limits.items()} | {high: limits[high][1]}
    said = tell(test, score, "ru")
    names = [test.traits[id].name.ru for id in (high, *others)]
    assert [one.name for one in said.leads] == names[:3]
    assert said.notes == [f"Наравне с третьим: {', '.join(names[3:])}."]


def of_a_newer_kind(sender: Sender) -> str:
    """A token as a later program might make it: signed, of kind 9."""
    kiosk, now = sender.id.encode(), int(time.time())
    payload = struct.pack(">BIIB", 9, now, now + 600, len(kiosk)) + kiosk + b"something"
    signed = payload + sender.private.sign(TOKEN + b"\0" + payload)
    return base64.urlsafe_b64encode(signed).decode().rstrip("=")


def test_every_bad_code_gets_a_plain_page(phone: Visitor, sender: Sender) -> None:
    good = result_token(sender, told(DRAWS, POINTS))
    stranger = Sender(sender.store, "STRANGER", sender.private)
    revoked = enrolled(sender.store, "Отозванный")
    with sender.store.write() as connection:
        kiosks.revoke(connection, revoked.id, clock.now())
    middle = len(good) // 2
    altered = good[:middle] + ("A" if good[middle] != "A" else "B") + good[middle + 1 :]
    cases = {
        good[:-4]: (400, "Код не прочитался"),
        altered: (400, "Код не прочитался"),
        result_token(stranger, told(DRAWS, POINTS)): (404, "Этот код не наш"),
        result_token(revoked, told(DRAWS, POINTS)): (403, "Этот киоск больше не работает"),
        result_token(sender, told(DRAWS, POINTS), life=-1): (410, "Срок кода вышел"),
        result_token(sender, told(DRAWS, POINTS, version=99)): (404, "Код новее этой страницы"),
        of_a_newer_kind(sender): (404, "Код новее этой страницы"),
        result_token(sender, "no_such.1:1,2"): (404, "Пока не можем показать"),
        result_token(sender, told(DRAWS, POINTS[:-1])): (400, "Код не прочитался"),
        result_token(sender, told(DRAWS, [9, 6, 3, 1, 1])): (400, "Код не прочитался"),
        result_token(sender, "draws_me"): (400, "Код не прочитался"),
    }
    for token, (status, words) in cases.items():
        page = phone.post("/q", token=token)
        assert (page.status, page.says(words)) == (status, True), words
        assert "<polygon" not in page.text
    assert phone.post("/q", token=good).status == 200


def test_a_test_that_has_changed_since_is_not_read_by_its_old_points(
    home: Path, tmp_path: Path, phone: Visitor, centre: Running
) -> None:
    newer = msgspec.structs.replace(DRAWS, version=DRAWS.version + 1)
    built_at = dt.datetime.now(dt.UTC).isoformat()
    taking.publish(home, tmp_path / "pack", built_at, selftests=[newer])
    sender = enrolled(centre.centre.store)
    page = phone.post("/q", token=result_token(sender, told(DRAWS, POINTS)))
    assert (page.status, page.says("Тест с тех пор изменился")) == (410, True)


def test_before_anything_is_published_the_page_says_so(centre: Running) -> None:
    sender = enrolled(centre.centre.store)
    page = Visitor(centre.url).post("/q", token=result_token(sender, told(DRAWS, POINTS)))
    assert (page.status, page.says("Пока не можем показать")) == (404, True)


def ways_in(text: str) -> list[str]:
    """Everything the sign-up buttons of a page hand on."""
    found = re.findall(r'<form method="post" action="/q">(.*?)</form>', text, re.DOTALL)
    return [one for one in found if 'class="go"' in one]


def test_a_sign_up_from_a_result_carries_no_trace_of_it(
    centre: Running, phone: Visitor, sender: Sender
) -> None:
    other = enrolled(centre.centre.store, "Выставка 02")
    one = phone.post("/q", token=result_token(sender, told(DRAWS, POINTS)))
    two = Visitor(centre.url).post("/q", token=result_token(other, told(DRAWS, [5, 7, 4, 2, 2])))
    first, second = (ways_in(page.text)[-1] for page in (one, two))
    assert first == second
    (way,) = re.findall(r'value="(consultation[^"]+)"', first)
    who = phone.post("/q", token=way)
    assert who.says("Кого записываем?")
    _, kept = fill(phone, way)
    assert number_on(agree(phone, kept))
    with centre.centre.store.read() as connection:
        rows = connection.execute(select(forms.c.kiosk)).all()
    assert [tuple(row) for row in rows] == [("",)]
    assert all("draws_me" not in value for value in [*kept.values(), *phone.cookies.values()])


def test_a_door_opens_its_own_event_for_a_week_and_nothing_else() -> None:
    pepper, now = b"p" * 32, dt.datetime(2026, 11, 23, 15, tzinfo=dt.UTC)
    text = door.make(pepper, "open-day", now)
    found = door.opens(pepper, text)
    assert found is not None
    assert (found.kiosk, found.event) == ("", "open-day")
    assert dt.timedelta(days=7) <= dt.datetime.fromtimestamp(found.expires, dt.UTC) - now
    assert door.opens(b"q" * 32, text) is None
    for wrong in ("", ".", "..", text[:-1], "gone" + text[8:], text.replace("open", "opem")):
        assert door.opens(pepper, wrong) is None


def test_an_expired_door_says_so(centre: Running, phone: Visitor, shown: Path) -> None:
    long_ago = dt.datetime.now(dt.UTC) - dt.timedelta(days=30)
    page = phone.post("/q", token=door.make(centre.centre.keys.pepper, "open-day", long_ago))
    assert (page.status, page.says("Срок кода вышел")) == (410, True)


def test_nothing_comes_from_elsewhere(phone: Visitor, sender: Sender) -> None:
    page = phone.post("/q", token=result_token(sender, told(DRAWS, POINTS)))
    for address in re.findall(r'(?:src|href|action)="([^"]+)"', page.text):
        assert address.startswith("/"), address
    assert "<script" not in page.text
    assert "style=" not in page.text


needs_browser = pytest.mark.skipif(
    not (CHROMIUM.exists() and AXE.exists()), reason="no chromium or axe-core on this machine"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@needs_browser
@pytest.mark.parametrize(
    ("size", "locale"),
    [(PHONE, "ru-RU"), ((320, 568), "en-GB")],
    ids=["phone", "old-en"],
)
def test_the_code_on_the_screen_opens_the_page_and_all_of_it_is_small(
    browser: Browser, centre: Running, sender: Sender, size: tuple[int, int], locale: str
) -> None:
    page = opened(browser, size, locale)
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    for test in taking.tests().values():
        for points in extremes(test)[2:3]:
            token = result_token(sender, told(test, points))
            picture = qrcode.make(tokens.address(centre.url, token)).convert("L")
            (code,) = zxingcpp.read_barcodes(picture)
            page.goto("about:blank")
            answers.clear()
            page.goto(code.text)
            page.wait_for_selector(".result")
            page.wait_for_load_state("networkidle")
            began = max(n for n, one in enumerate(answers) if one.request.method == "POST")
            told_of = [one for one in answers[began:] if one.status == 200]
            assert 0 < sum(len(one.body()) for one in told_of) < LIMIT
            assert "#" not in page.url
            check(page)
    page.click("button.lang")
    page.wait_for_selector(".result")
    check(page)
    page.click("a.back")
    page.wait_for_selector(".result")
    page.click("button.go >> nth=0")
    page.wait_for_selector("button.choice")
    check(page)
    page.close()


@needs_browser
def test_without_scripts_the_pasted_address_shows_the_result(
    browser: Browser, centre: Running, sender: Sender
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="ru-RU")
    page = context.new_page()
    page.goto(f"{centre.url}/q")
    token = result_token(sender, told(DRAWS, POINTS))
    page.fill("#token", tokens.address(centre.url, token))
    page.click("button.go")
    assert page.locator("h1 >> text=Природа + Техника").is_visible()
    context.close()
