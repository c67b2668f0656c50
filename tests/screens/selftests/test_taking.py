"""Self-tests by injected touches: from the menu to a result that leads somewhere."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

import content
from content.loading import load
from content.model import SelfTest
from content.selftests.sheet import Sheet
from screens.theme import _, theme
from screens.widgets.qr import QrCode
from tests.screens.app_stage import AppStage
from tests.screens.looking import faults
from tests.screens.stage import LANDSCAPE, PORTRAIT

TESTS = {one.id: one for one in load(Path(content.__path__[0])).values(SelfTest)}
SECONDS = 3
"""A person reads for so long."""
WAYS = [
    (PORTRAIT, "", "ru"),
    (LANDSCAPE, "", "en"),
    (PORTRAIT, "large", "ru"),
    (PORTRAIT, "reach", "en"),
]


def begin(app: AppStage, test: str) -> None:
    if app.kiosk.visit is None:
        app.wake()
    app.show("selftests.start", id=test)
    app.tap(_("Начать"))


def answer(app: AppStage, random: Random, seconds: int = SECONDS) -> None:
    """Read, choose, and go on."""
    app.driver.let_pass(seconds)
    keys = [one for one in app.driver.controls() if one.role == "radio"]
    app.driver.tap_control(random.choice(keys))
    if app.kiosk.frame.over:
        app.tap(_("Понятно"))


def take(app: AppStage, test: str, seed: int = 1, seconds: int = SECONDS) -> None:
    random = Random(seed)
    for _item in TESTS[test].items:
        assert app.screen == "selftests.item"
        answer(app, random, seconds)


@pytest.mark.parametrize("id", TESTS)
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_each_is_taken_to_its_end(enrolled: AppStage, id: str, lang: str) -> None:
    app = enrolled
    app.wake()
    app.kiosk.set_language(lang)
    begin(app, id)
    take(app, id)
    assert app.screen == "selftests.result"
    codes = [one.widget for one in app.driver.controls() if isinstance(one.widget, QrCode)]
    assert len(codes) == 1
    assert "/q#" in codes[0].address
    told = [json.loads(one.body) for one in app.records() if one.kind == "selftest.finished"]
    assert [one["test"] for one in told] == [id]
    assert len(told[0]["answers"]) == len(told[0]["ms"]) == len(TESTS[id].items)
    assert set(told[0]) == {"test", "version", "lang", "answers", "ms"}
    app.tap(_("Назад"))
    assert app.screen == "selftests.start"


@pytest.mark.parametrize(("size", "mode", "lang"), WAYS, ids=str)
def test_every_item_can_be_touched_and_read(
    app_stage: AppStage, size: tuple[int, int], mode: str, lang: str
) -> None:
    app_stage.stage.turn(size)
    app_stage.wake()
    app_stage.kiosk.set_language(lang)
    app_stage.kiosk.set_modes(frozenset({mode} if mode else ()))
    found = []
    for id, test in TESTS.items():
        for at in range(0, len(test.items), 3):
            app_stage.kiosk.navigator.start("selftests.item", id=id, sheet=Sheet(test), at=at)
            app_stage.driver.frames.quiet()
            found += [f"{id} {at}: {one}" for one in faults(app_stage.kiosk.frame)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("size", "mode", "lang"), WAYS, ids=str)
def test_every_result_can_be_touched_and_read(
    enrolled: AppStage, size: tuple[int, int], mode: str, lang: str
) -> None:
    enrolled.stage.turn(size)
    enrolled.wake()
    enrolled.kiosk.set_language(lang)
    enrolled.kiosk.set_modes(frozenset({mode} if mode else ()))
    found = []
    for id, test in TESTS.items():
        sheet, random = Sheet(test), Random(2)
        for item in test.items:
            sheet.choose(random.randrange(max(2, len(item.answers))), 3000)
        for screen in ("result", "start", "about"):
            enrolled.kiosk.navigator.start(f"selftests.{screen}", id=id, sheet=sheet)
            enrolled.driver.frames.quiet()
            found += [f"{id} {screen}: {one}" for one in faults(enrolled.kiosk.frame)]
    assert not found, "\n".join(found)


def test_back_leads_to_the_item_before_and_its_answer_can_be_changed(app_stage: AppStage) -> None:
    begin(app_stage, "draws_me")
    sheet = app_stage.page.sheet
    answer(app_stage, Random(1))
    first = sheet.answers[0]
    app_stage.tap("Назад")
    chosen = [one.widget for one in app_stage.driver.controls() if one.role == "radio"]
    assert [key.chosen for key in chosen].index(True) == first
    other = next(one for one in app_stage.driver.controls()
                 if one.role == "radio" and not one.widget.chosen)  # fmt: skip
    app_stage.driver.tap_control(other)
    assert sheet.answers[0] == 1 - first
    assert sheet.at == 1


def test_a_hasty_sheet_gets_another_try_and_no_profile(app_stage: AppStage) -> None:
    begin(app_stage, "draws_me")
    take(app_stage, "draws_me", seconds=0)
    assert app_stage.screen == "selftests.result"
    assert app_stage.page.doubtful
    app_stage.tap("Пройти ещё раз")
    assert app_stage.page.sheet.reached == 0


def test_the_change_of_language_keeps_the_item_and_the_answers(app_stage: AppStage) -> None:
    begin(app_stage, "draws_me")
    for _item in range(3):
        answer(app_stage, Random(5))
    before = list(app_stage.page.sheet.answers)
    app_stage.kiosk.switch_language()
    app_stage.driver.frames.quiet()
    assert theme.lang == "en"
    assert app_stage.page.sheet.answers == before
    assert app_stage.page.args["at"] == 3


def test_who_walks_away_leaves_only_where(app_stage: AppStage) -> None:
    begin(app_stage, "draws_me")
    for _item in range(4):
        answer(app_stage, Random(5))
    app_stage.kiosk.end("idle")
    app_stage.driver.frames.quiet()
    left = [json.loads(one.body) for one in app_stage.records() if one.kind == "selftest.left"]
    assert left == [{"test": "draws_me", "version": 1, "reached": 4}]
    app_stage.wake()
    begin(app_stage, "draws_me")
    assert app_stage.page.sheet.reached == 0
