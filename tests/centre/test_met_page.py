"""The page for who came with a child: what it tells, what it never asks for, and how it reads."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, sync_playwright

from content.model import College, Contact, Pack, Profession, Town
from sync.centre import packs
from sync.centre.embedded import Running
from sync.centre.home import Home
from tests.centre.browsing import Visitor
from tests.centre.packing import EVENTS, both, build
from tests.centre.test_browser import AXE, CHROMIUM, PHONE, check, opened

COLLEGE = College(
    id="college",
    name=both("Колледж вымышленных ремёсел", "College of invented crafts"),
    short=both("Колледж", "College"),
    town="town",
    profile=both("Звёзды", "Stars"),
    source="S01",
)


def trade(id: str, ru: str, en: str, colleges: list[str]) -> Profession:
    """An invented trade."""
    return Profession(
        id=id,
        code="15.01.05",
        name=both(ru, en),
        title=both(ru, en),
        kind="profession",
        picture="door",
        clusters=[],
        day=both(f"{ru} зажигает «а можно?». Потом спит.", f"A {en} lights “may I?”. Then sleeps."),
        likes=[both("звёзды", "stars")] * 3,
        klimov=["technics"],
        riasec="R",
        source="S01",
        colleges=colleges,
    )


TRADES = [
    trade("grinder", "Шлифовщик звёзд", "Star grinder", ["college", "gone"]),
    trade("lighter", "Фонарщик луны", "Moon lighter", []),
    *(trade(f"other-{n}", f"Мастер {n}", f"Master {n}", []) for n in range(10)),
]
MEETING = msgspec.structs.replace(
    EVENTS[0],
    id="kids",
    in_days=40,
    audiences=["preschool"],
    title=both("Утро для малышей", "A morning for the little ones"),
)
LESSON = msgspec.structs.replace(
    EVENTS[0], id="lesson", in_days=3, title=both("Урок звёзд", "A lesson of stars")
)
OTHERS = [LESSON, MEETING]


def publish(home: Path, folder: Path, **changes: object) -> Path:
    """Publish the invented trades, with other fields of the pack changed."""
    folder = build(folder, dt.datetime.now(dt.UTC).isoformat())
    pack = msgspec.json.decode((folder / "pack.json").read_bytes(), type=Pack)
    told = {
        "towns": [Town("town", both("Город", "Town"), 54.0, 32.0, 1)],
        "professions": TRADES,
        "colleges": [COLLEGE],
        "events": [msgspec.structs.replace(EVENTS[0], tags=["open-day"]), *EVENTS[1:], *OTHERS],
        **changes,
    }
    body = msgspec.json.encode(msgspec.structs.replace(pack, **told))
    (folder / "pack.json").write_bytes(body)
    manifest = msgspec.json.decode((folder / "manifest.json").read_bytes())
    manifest["files"]["pack.json"] = hashlib.sha256(body).hexdigest()
    (folder / "manifest.json").write_bytes(msgspec.json.encode(manifest))
    packs.publish(Home(home), folder)
    return home


@pytest.fixture
def shown(home: Path, tmp_path: Path) -> Path:
    return publish(home, tmp_path / "pack")


def test_each_is_told_with_its_day_and_where_it_is_taught(shown: Path, centre: Running) -> None:
    page = Visitor(centre.url).get("/met/grinder+lighter")
    assert page.status == 200
    assert page.says(
        "Шлифовщик звёзд зажигает «а можно?». Потом спит.", "Учат здесь · Город", COLLEGE.name.ru
    )
    assert page.says("Фонарщик луны", "Где этому учат ближе к вам, подскажет Центр.")
    assert page.text.count("Где этому учат") == 1


def test_in_english_no_russian_word_is_left(shown: Path, centre: Running) -> None:
    page = Visitor(centre.url, "en").get("/met/grinder+lighter")
    assert page.says("Star grinder", COLLEGE.name.en, "A morning for the little ones")
    assert not re.search("[А-Яа-яЁё]", page.text.replace("По-русски", ""))


def test_what_is_for_the_youngest_comes_first_and_the_past_and_others_never(
    shown: Path, centre: Running
) -> None:
    text = Visitor(centre.url).get("/met/grinder").text
    titles = ["Утро для малышей", "Единый день открытых дверей", "Урок звёзд"]
    assert sorted(titles, key=text.index) == titles
    assert "Прошедшее" not in text
    assert "Консультация" not in text


def test_without_events_the_centre_is_named_with_its_telephone(
    home: Path, tmp_path: Path, centre: Running
) -> None:
    contact = Contact(both("Центр звёзд", "Star Centre"), both("Башня", "Tower"), phone="000-00-00")
    publish(home, tmp_path / "pack", events=[], contact=contact)
    page = Visitor(centre.url).get("/met/grinder")
    assert page.says("Ближайшие события для семей подскажет Центр.", "Центр звёзд", "000-00-00")


def test_unknown_ones_are_left_out_and_nobody_is_told_of_twice(
    shown: Path, centre: Running
) -> None:
    text = Visitor(centre.url).get("/met/nobody+lighter+grinder+lighter").text
    assert text.index("<h2>Фонарщик луны") < text.index("<h2>Шлифовщик звёзд")
    assert text.count("<h2>Фонарщик луны") == 1


@pytest.mark.parametrize("sign", ["%2B", "%20", ","])
def test_a_plus_that_another_program_turned_into_something_else_is_understood(
    shown: Path, centre: Running, sign: str
) -> None:
    assert Visitor(centre.url).get(f"/met/grinder{sign}lighter").says("Фонарщик луны")


@pytest.mark.parametrize(
    "path", ["/met", "/met/none", "/met/+", "/met/..%2f..", "/met/%00", "/met/a/b", "/met/%D1%8F"]
)
def test_none_that_is_known_is_a_kind_page(shown: Path, centre: Running, path: str) -> None:
    page = Visitor(centre.url).get(path)
    assert page.status == 404
    assert page.says("Такой страницы нет")


def test_a_thousand_are_answered_with_a_few(shown: Path, centre: Running) -> None:
    ids = [one.id for one in TRADES] + [f"x{n}" for n in range(1000)]
    page = Visitor(centre.url).get("/met/" + "+".join(ids))
    assert page.status == 200
    assert page.text.count('class="card met"') == 8
    none = Visitor(centre.url).get("/met/" + "+".join(f"x{n}" for n in range(1000)))
    assert none.status == 404


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=60))
def test_odd_characters_are_never_said_back(shown: Path, centre: Running, odd: str) -> None:
    try:
        path = quote(odd, safe="")
    except UnicodeEncodeError:
        return
    page = Visitor(centre.url).get(f"/met/grinder+%3Cb%3Eodd%3C%2Fb%3E{path}+grinder")
    if page.status == 200:
        assert "odd" not in page.text
    else:
        assert page.status == 404


def test_before_anything_is_published_the_page_says_so(centre: Running) -> None:
    assert Visitor(centre.url).get("/met/grinder").status == 404


def test_nothing_comes_from_elsewhere_nothing_is_remembered_and_it_is_light(
    shown: Path, centre: Running
) -> None:
    page = Visitor(centre.url).get("/met/" + "+".join(one.id for one in TRADES))
    for address in re.findall(r'(?:src|href|action)="([^"]+)"', page.text):
        assert address.startswith("/"), address
    assert [cookie.split("=")[0] for cookie in page.set_cookies] == ["lang"]
    assert "<script" not in page.text
    assert "<input" not in page.text
    assert len(page.text.encode()) < 60_000


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
    for address in ("/met/grinder+lighter", "/met/none"):
        page.goto(centre.url + address)
        check(page)
    page.close()


@needs_browser
def test_without_scripts_the_other_language_is_one_touch_away(
    browser: Browser, shown: Path, centre: Running
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="ru-RU")
    page = context.new_page()
    page.goto(f"{centre.url}/met/grinder+lighter")
    assert page.locator("text=Фонарщик луны").first.is_visible()
    page.click("a.lang")
    assert page.locator("text=Moon lighter").first.is_visible()
    context.close()
