"""The pages in a real browser: readable by axe's measure, usable by hand and by keyboard."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sync import token as tokens
from sync.centre.embedded import Running
from sync.records import request_number
from tests.centre.conftest import ADMINISTRATOR, PASSPHRASE, PASSWORD
from tests.centre.sending import NAME, Sender, enrolled

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = Path("/usr/bin/chromium")
PHONE, DESK = (390, 844), (1280, 800)
SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])

pytestmark = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason="no chromium on this machine"),
    pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture
def sender(published: Path, centre: Running) -> Sender:
    return enrolled(centre.centre.store, "Выставка 01")


def opened(browser: Browser, size: tuple[int, int], locale: str = "ru-RU") -> Page:
    width, height = size
    page = browser.new_page(
        viewport={"width": width, "height": height}, bypass_csp=True, locale=locale
    )
    page.set_default_timeout(60_000)
    return page


def check(page: Page) -> None:
    """No finding of axe's, and nothing to scroll sideways."""
    page.add_script_tag(path=str(AXE))
    found = page.evaluate(
        "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa']}))"
        ".violations.map(v => v.id + ' ' + v.nodes.map(n => n.html).join(' '))"
    )
    assert found == [], page.url
    room = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(room) <= 0, page.url


def address(centre: Running, sender: Sender, token: tokens.Token) -> str:
    return tokens.address(centre.url, tokens.make(token, sender.private))


@pytest.mark.parametrize(
    ("size", "locale"),
    [(PHONE, "ru-RU"), (PHONE, "en-GB"), (DESK, "ru-RU")],
    ids=["phone", "phone-en", "desk"],
)
def test_a_qr_code_leads_to_a_number(
    browser: Browser, centre: Running, sender: Sender, size: tuple[int, int], locale: str
) -> None:
    page, now = opened(browser, size, locale), int(time.time())
    token = tokens.SignupToken(sender.id, "open-day", now, now + 600)
    page.goto(f"{centre.url}/q")
    check(page)
    page.goto("about:blank")
    page.goto(address(centre, sender, token))
    page.wait_for_selector("button.choice")
    assert "#" not in page.url
    check(page)
    page.click("button.choice.adult")
    check(page)
    page.fill("#phone", "123")
    page.click("button.go")
    check(page)
    assert page.locator("#name-wrong").is_visible()
    page.fill("#name", NAME)
    page.fill("#phone", "8 900 000-00-00")
    page.click("button.go")
    check(page)
    page.click("button.go")
    assert page.locator(".number").is_visible()
    check(page)
    page.click("button.back")
    check(page)
    page.close()


@SIZES
def test_a_code_that_has_expired_says_so(
    browser: Browser, centre: Running, sender: Sender, size: tuple[int, int]
) -> None:
    page = opened(browser, size)
    page.goto(address(centre, sender, tokens.SignupToken(sender.id, "open-day", 0, 1)))
    page.wait_for_selector("h1 >> text=Срок кода вышел")
    check(page)
    page.close()


def test_the_address_pasted_by_hand_serves_without_scripts(
    browser: Browser, centre: Running, sender: Sender
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="ru-RU")
    page, now = context.new_page(), int(time.time())
    code = address(centre, sender, tokens.SignupToken(sender.id, "open-day", now, now + 600))
    page.goto(f"{centre.url}/q")
    page.fill("#token", code)
    page.click("button.go")
    page.click("button.choice.child")
    page.fill("#name", NAME)
    page.fill("#phone", "+7 900 000-00-00")
    page.click("button.go")
    page.click("button.go")
    assert page.locator(".number").is_visible()
    context.close()


def test_the_script_obeys_the_page_s_own_policy(
    browser: Browser, centre: Running, sender: Sender
) -> None:
    context = browser.new_context(locale="ru-RU")
    page, now = context.new_page(), int(time.time())
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(address(centre, sender, tokens.SignupToken(sender.id, "open-day", now, now + 600)))
    page.wait_for_selector("button.choice")
    assert not [text for text in complaints if "Security Policy" in text]
    context.close()


@SIZES
def test_staff_read_a_form_by_keyboard_alone(
    browser: Browser, centre: Running, sender: Sender, vault: None, size: tuple[int, int]
) -> None:
    sender.send(
        sender.signup(1, centre.centre.keys.sealing_public),
        sender.record(1, "visit.started"),
    )
    page = opened(browser, size)
    page.goto(f"{centre.url}/staff")
    check(page)
    for text in (ADMINISTRATOR, "Tab", PASSWORD):
        page.keyboard.press(text) if text == "Tab" else page.keyboard.type(text)
    page.keyboard.press("Enter")
    page.wait_for_selector("h2 >> text=Посещения за 14 дней")
    check(page)
    page.goto(f"{centre.url}/staff/signups")
    check(page)
    page.focus("#passphrase")
    page.keyboard.type(PASSPHRASE)
    page.keyboard.press("Enter")
    page.wait_for_selector(f"text={NAME}")
    check(page)
    page.focus("select")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("select.accepted")
    for path in ("/staff", "/staff/kiosks", "/staff/audit"):
        page.goto(centre.url + path)
        check(page)
    page.close()


@pytest.mark.parametrize(
    ("size", "locale", "word"),
    [(PHONE, "ru-RU", "Удалить по просьбе"), (DESK, "en-GB", "Delete as asked")],
    ids=["phone", "desk-en"],
)
def test_staff_delete_a_form_by_keyboard_alone(
    browser: Browser,
    centre: Running,
    sender: Sender,
    size: tuple[int, int],
    locale: str,
    word: str,
) -> None:
    record = sender.signup(1, centre.centre.keys.sealing_public)
    sender.send(record)
    number = request_number(record.id)
    page = opened(browser, size, locale)
    page.goto(f"{centre.url}/staff/login")
    page.fill("#name", ADMINISTRATOR)
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("h1")
    page.goto(f"{centre.url}/staff/signups")
    page.focus("input[type=search]")
    page.keyboard.type(number.lower())
    page.keyboard.press("Enter")
    page.wait_for_selector(f"h2 >> text={number}")
    check(page)
    page.focus(f"button:has-text('{word}')")
    page.keyboard.press("Enter")
    page.wait_for_selector("button.stop")
    check(page)
    page.focus("button.stop")
    page.keyboard.press("Enter")
    page.wait_for_selector("td .sealed")
    assert page.locator("button.link").count() == 0
    check(page)
    page.goto(f"{centre.url}/staff/signups?number=0000-0000")
    check(page)
    page.goto(f"{centre.url}/answer")
    page.fill("#number", number)
    page.click("button.go")
    page.wait_for_selector(".state.travelling")
    check(page)
    page.close()
