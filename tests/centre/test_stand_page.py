"""A stand's page on a phone: what it tells, what it never asks for, and how it reads."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser, sync_playwright

from content.model import Cluster, College, Figure, Hall, Pack, Profession, Spot, Stand, Town
from sync import token as tokens
from sync.centre import packs
from sync.centre.embedded import Running
from sync.centre.home import Home
from tests.centre.browsing import Visitor
from tests.centre.packing import EVENTS, both, build
from tests.centre.sending import enrolled
from tests.centre.test_browser import AXE, CHROMIUM, PHONE, check, opened

SOURCE = "S01"
CLUSTER = Cluster(
    id="stars",
    kind="story",
    name=both("Звёздное дело", "The trade of stars"),
    title=both("Звёзды", "Stars"),
    lead=both("Зажигают по одной", "Lit one by one"),
    makes=both("Здесь шлифуют звёзды. Потом их вешают.", "Stars are ground here. Then hung."),
    picture="door",
    hue="#4A6CF7",
    towns=["town"],
    home="town",
    source=SOURCE,
    order=1,
    base="college",
    professions=["grinder"],
    figures=[Figure(both("семь", "seven"), both("звёзд в ковше", "in a dipper"), SOURCE, 2024)],
)
PROFESSION = Profession(
    id="grinder",
    code="15.01.05",
    name=both("Шлифовщик", "Grinder"),
    title=both("Шлифовщик звёзд", "Star grinder"),
    kind="profession",
    picture="door",
    clusters=["stars"],
    day=both("Шлифует.", "Grinds."),
    likes=[both("звёзды", "stars")] * 3,
    klimov=["technics"],
    riasec="R",
    source=SOURCE,
)
COLLEGE = College(
    id="college",
    name=both("Колледж вымышленных ремёсел", "College of invented crafts"),
    short=both("Колледж", "College"),
    town="town",
    profile=both("Звёзды", "Stars"),
    source=SOURCE,
)
STANDS = [
    Stand(
        id=id,
        hall="hall",
        number=number,
        name=both(f"Стенд звёзд {number}", f"A stand of stars {number}"),
        lead=both("Потрогайте луч.", "Touch a ray."),
        picture="door",
        hue="#4A6CF7",
        x=float(number),
        y=1.0,
        width=0.5,
        depth=0.5,
        cluster=cluster,
        screen=screen,
        sample=True,
    )
    for number, (id, cluster, screen) in enumerate(
        [("stars", "stars", None), ("board", None, "exhibition.events")], 1
    )
]
HALL = Hall("hall", both("Зал", "Hall"), 9, 9, Spot(0, 0), Spot(5, 5), [])


@pytest.fixture
def shown(home: Path, tmp_path: Path) -> Path:
    """A home whose published pack has a hall of two stands."""
    folder = build(tmp_path / "pack", dt.datetime.now(dt.UTC).isoformat())
    pack = msgspec.json.decode((folder / "pack.json").read_bytes(), type=Pack)
    own = msgspec.structs.replace(EVENTS[0], id="own", in_days=40, cluster="stars",
                                  title=both("Вечер звёзд", "Evening of stars"))  # fmt: skip
    pack = msgspec.structs.replace(
        pack,
        towns=[Town("town", both("Город", "Town"), 54.0, 32.0, 1)],
        clusters=[CLUSTER],
        professions=[PROFESSION],
        colleges=[COLLEGE],
        events=[*pack.events, own],
        halls=[HALL],
        stands=STANDS,
        sources={SOURCE: both("Справочник", "A reference book")},
    )
    body = msgspec.json.encode(pack)
    (folder / "pack.json").write_bytes(body)
    manifest = msgspec.json.decode((folder / "manifest.json").read_bytes())
    manifest["files"]["pack.json"] = hashlib.sha256(body).hexdigest()
    (folder / "manifest.json").write_bytes(msgspec.json.encode(manifest))
    packs.publish(Home(home), folder)
    return home


def test_a_stand_tells_its_cluster_trades_and_colleges(shown: Path, centre: Running) -> None:
    page = Visitor(centre.url).get("/s/stars")
    assert page.status == 200
    assert page.says("Стенд № 1", "Пример стенда", CLUSTER.makes.ru, "Шлифовщик звёзд", "15.01.05")
    assert page.says(COLLEGE.name.ru, "Город", "базовый колледж", "семь", "2024 · Справочник")


def test_in_english_no_russian_word_is_left(shown: Path, centre: Running) -> None:
    page = Visitor(centre.url, "en").get("/s/stars")
    assert page.says("Stand 1", CLUSTER.makes.en, "Star grinder", COLLEGE.name.en)
    assert not re.search("[А-Яа-яЁё]", page.text.replace("По-русски", ""))


def test_the_stand_s_own_event_comes_first_and_the_past_never(shown: Path, centre: Running) -> None:
    text = Visitor(centre.url).get("/s/stars").text
    assert text.index("Вечер звёзд") < text.index("Единый день открытых дверей")
    assert "Прошедшее" not in text


def test_a_stand_about_no_cluster_still_says_where_to_come(shown: Path, centre: Running) -> None:
    page = Visitor(centre.url).get("/s/board")
    assert page.status == 200
    assert page.says("Стенд звёзд 2", "Единый день открытых дверей")
    assert "Кем можно стать" not in page.text


@pytest.mark.parametrize(
    "path", ["/s", "/s/", "/s/none", "/s/..%2f..", "/s/%D1%8F", "/s/" + "a" * 900]
)
def test_an_unknown_stand_is_a_kind_page(shown: Path, centre: Running, path: str) -> None:
    page = Visitor(centre.url).get(path)
    if page.status in (301, 307):
        page = Visitor(centre.url).get("/s")
    assert page.status == 404
    assert "<h1>" in page.text


def test_before_anything_is_published_the_page_says_so(centre: Running) -> None:
    page = Visitor(centre.url).get("/s/stars")
    assert page.status == 404
    assert page.says("Такого стенда пока нет")


def test_nothing_comes_from_elsewhere_and_nothing_is_remembered_but_the_language(
    shown: Path, centre: Running
) -> None:
    page = Visitor(centre.url).get("/s/stars")
    for address in re.findall(r'(?:src|href|action)="([^"]+)"', page.text):
        assert address.startswith("/"), address
    assert [cookie.split("=")[0] for cookie in page.set_cookies] == ["lang"]
    assert 'name="phone"' not in page.text


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
@pytest.mark.parametrize("locale", ["ru-RU", "en-GB"])
@pytest.mark.parametrize("size", [PHONE, (320, 568)], ids=["phone", "old"])
def test_axe_finds_nothing_to_mend(
    browser: Browser, shown: Path, centre: Running, locale: str, size: tuple[int, int]
) -> None:
    page = opened(browser, size, locale)
    for address in ("/s/stars", "/s/board", "/s/none"):
        page.goto(centre.url + address)
        check(page)
    page.close()


@needs_browser
def test_the_kiosk_s_own_code_leads_from_the_stand_into_the_form(
    browser: Browser, shown: Path, centre: Running
) -> None:
    sender, now = enrolled(centre.centre.store, "Выставка 01"), int(time.time())
    token = tokens.make(tokens.SignupToken(sender.id, "own", now, now + 600), sender.private)
    page = opened(browser, PHONE)
    page.goto(f"{centre.url}/s/stars")
    assert not page.locator("button.go").is_visible()
    page.goto("about:blank")
    page.goto(f"{centre.url}/s/stars#{token}")
    page.wait_for_selector("button.go")
    check(page)
    assert "#" not in page.url
    page.click("a.lang")
    page.wait_for_selector("button.go >> text=Sign up")
    page.click("button.go")
    page.wait_for_selector("button.choice")
    assert "Evening of stars" in page.inner_text("h1")
    page.close()


@needs_browser
def test_without_scripts_the_page_still_tells_everything(
    browser: Browser, shown: Path, centre: Running
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="ru-RU")
    page = context.new_page()
    page.goto(f"{centre.url}/s/stars")
    assert page.locator("text=Шлифовщик звёзд").is_visible()
    page.click("a.back")
    assert page.locator("#token").is_visible()
    context.close()
