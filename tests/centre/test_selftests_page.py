"""«Самотесты» at the desk: the figures, the plots, the table to take away; and for whom."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser, sync_playwright

from content.selftests.sheet import written
from sync.centre.embedded import Running
from sync.centre.packs import Shelf
from tests.centre import taking
from tests.centre.browsing import Visitor
from tests.centre.conftest import ADMINISTRATOR, PASSWORD
from tests.centre.sending import Sender, enrolled
from tests.centre.test_browser import AXE, CHROMIUM, DESK, PHONE, check, opened
from tests.centre.test_measuring import people
from tests.centre.test_staff import log_in

DRAWS = taking.tests()["draws_me"]
SHEETS = 120


def send(sender: Sender, answers: Sequence[Sequence[int]], start: int = 1, version: int = 1) -> int:
    """Sheets of a test, then one that was left; the next free place."""
    test = DRAWS
    bodies: list[tuple[str, dict[str, object]]] = [
        (
            "selftest.finished",
            {
                "test": test.id,
                "version": version,
                "lang": "ru",
                "answers": written(list(one)),
                "ms": [2500] * len(one),
            },
        )
        for one in answers
    ]
    bodies.append(("selftest.left", {"test": test.id, "version": version, "reached": 7}))
    records = [
        sender.record(start + n, kind, msgspec.json.encode(body))
        for n, (kind, body) in enumerate(bodies)
    ]
    sender.send(*records)
    return start + len(records)


@pytest.fixture
def shown(home: Path, tmp_path: Path) -> Path:
    taking.publish(home, tmp_path / "pack", dt.datetime.now(dt.UTC).isoformat())
    return home


@pytest.fixture
def sender(shown: Path, centre: Running) -> Sender:
    return enrolled(centre.centre.store, "Выставка 01")


@pytest.fixture
def staff(shown: Path, centre: Running) -> Visitor:
    return log_in(centre)


@pytest.mark.parametrize("path", ["", "/sheets.csv?test=draws_me&version=1"])
def test_nobody_sees_it_without_logging_in(centre: Running, sender: Sender, path: str) -> None:
    send(sender, people(DRAWS, 3))
    page = Visitor(centre.url).get(f"/staff/selftests{path}")
    assert (page.status, page.headers["location"]) == (303, "/staff/login")


def test_before_the_first_sheet_the_page_says_when_there_will_be_some(staff: Visitor) -> None:
    page = staff.get("/staff/selftests")
    assert page.says("Анкет пока нет", DRAWS.name.ru)


def test_figures_come_with_the_sheets_and_follow_them(staff: Visitor, sender: Sender) -> None:
    answers = people(DRAWS, SHEETS)
    free = send(sender, answers[:20])
    page = staff.get("/staff/selftests?test=draws_me&version=1")
    assert page.says("Согласованность пока неизвестна", "Где бросают", "Природа")
    assert '<p class="big">20</p>' in page.text
    send(sender, [*answers[20:], [0] * 20], free)
    page = staff.get("/staff/selftests?test=draws_me&version=1")
    assert f'<p class="big">{SHEETS + 1}</p>' in page.text
    assert page.says("наспех 0, один ответ 1, не читается 0")
    assert "Согласованность пока неизвестна" not in page.text
    found = re.findall(r'data-name="Согласованность">([^<]+)<', page.text)
    assert len(found) == 5
    assert all(re.fullmatch(r"−?\d,\d\d", one) for one in found)


def test_a_version_nobody_published_tells_its_counts_and_owns_up_to_the_rest(
    staff: Visitor, sender: Sender
) -> None:
    send(sender, people(DRAWS, 12), version=77)
    page = staff.get("/staff/selftests?test=draws_me&version=77")
    assert page.says("нет ни в одном опубликованном наборе", "версия 77", "Время на вопрос")
    assert "Согласованность" not in page.text


def test_a_version_is_measured_on_by_the_pack_that_held_it(
    shown: Path, tmp_path: Path, staff: Visitor, sender: Sender
) -> None:
    send(sender, people(DRAWS, SHEETS))
    newer = msgspec.structs.replace(DRAWS, version=2)
    taking.publish(shown, tmp_path / "newer", "2026-01-01T00:00:00+00:00", selftests=[newer])
    page = staff.get("/staff/selftests?test=draws_me&version=1")
    assert page.says("Согласованность", "версия 2")


@pytest.mark.parametrize(
    "query", ["?test=../x&version=1", "?version=" + "9" * 400, "?test=%00&version=x", "?test=none"]
)
def test_a_test_that_is_none_shows_the_first_there_is(
    staff: Visitor, sender: Sender, query: str
) -> None:
    send(sender, people(DRAWS, 3))
    page = staff.get(f"/staff/selftests{query}")
    assert (page.status, page.says("Время на вопрос")) == (200, True)
    assert staff.get(f"/staff/selftests/sheets.csv{query}").status == 404


def test_the_table_is_a_row_a_sheet_without_kiosk_visit_or_moment(
    staff: Visitor, sender: Sender
) -> None:
    send(sender, people(DRAWS, 30))
    page = staff.get("/staff/selftests/sheets.csv?test=draws_me&version=1")
    assert page.headers["content-type"].startswith("text/csv")
    assert "attachment" in page.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(page.text.lstrip("\ufeff")), delimiter=";"))
    assert len(rows) == 30
    assert sender.id not in page.text
    assert (b"v" * 16).hex() not in page.text
    assert "2026-" not in page.text


def test_in_english_no_russian_word_is_left(staff: Visitor, sender: Sender) -> None:
    send(sender, people(DRAWS, SHEETS))
    page = staff.get("/staff/selftests?test=draws_me&version=1&lang=en")
    text = page.text.replace("По-русски", "").replace(ADMINISTRATOR, "")
    assert not re.search("[А-Яа-яЁё]", text)


def test_what_was_computed_is_kept_until_more_comes_in(
    shown: Path, centre: Running, sender: Sender
) -> None:
    from sync.centre.measuring.kept import Kept

    kept, shelf = Kept(), Shelf(centre.centre.home)
    free = send(sender, people(DRAWS, 5))
    once = kept.measured(centre.centre, shelf)
    assert kept.measured(centre.centre, shelf) is once
    send(sender, people(DRAWS, 1), free)
    assert kept.measured(centre.centre, shelf).figures[0].finished == 6


def test_a_centre_starts_without_numpy() -> None:
    code = "import sync.centre.app, sys; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


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
    ("size", "locale"), [(PHONE, "ru-RU"), (DESK, "en-GB")], ids=["phone", "desk-en"]
)
def test_axe_finds_nothing_to_mend(
    browser: Browser, centre: Running, sender: Sender, size: tuple[int, int], locale: str
) -> None:
    page = opened(browser, size, locale)
    page.goto(f"{centre.url}/staff/login")
    page.fill("#name", ADMINISTRATOR)
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("nav")
    page.goto(f"{centre.url}/staff/selftests")
    check(page)
    send(sender, people(DRAWS, SHEETS))
    page.goto(f"{centre.url}/staff/selftests")
    page.wait_for_selector("svg.plot")
    check(page)
    page.close()
