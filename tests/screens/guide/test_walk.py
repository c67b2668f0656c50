"""Leading a group from stand to stand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk import hall as halls
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.guide.hands import (
    DOWN,
    LEFT,
    PAGE_DOWN,
    PAGE_UP,
    RIGHT,
    UP,
    begin,
    click,
)
from tests.screens.looking import faults
from tests.screens.stage import UNLIKE_WAYS, Stage

QUIET = 15 * 60


def texts(app: AppStage) -> str:
    shown = [one.text for one in app.kiosk.frame.walk() if hasattr(one, "text")]
    return " ".join(" ".join(shown).split())


def told(app: AppStage) -> list[tuple[str, dict[str, Any]]]:
    return [(one.kind, json.loads(one.body)) for one in app.records()]


def test_a_group_is_led_by_touch_to_the_end_and_the_attract_screen(staffed: AppStage) -> None:
    stops = begin(staffed)
    for stop in stops:
        assert f"Остановка {stop.order} из {len(stops)}" in texts(staffed)
        talk = halls.talk(staffed.kiosk.machine.library, stop.stand, "ru")
        assert " ".join(talk.lines) in texts(staffed)
        if talk.figure is not None:
            assert talk.figure.value.ru in texts(staffed)
            assert str(talk.figure.year) in texts(staffed)
        assert "?" in texts(staffed), "a stop has a question to the group"
        staffed.tap("Дальше")
    assert "Спасибо, что прошли с нами" in texts(staffed)
    staffed.tap("В начало")
    assert staffed.screen == "attract.attract"
    assert staffed.kiosk.visit is None


def test_a_remote_leads_on_and_back(staffed: AppStage) -> None:
    stops = begin(staffed)
    click(staffed, PAGE_UP)
    assert staffed.page.number == 0, "before the first stop there is none"
    for number, key in enumerate((PAGE_DOWN, RIGHT, DOWN), 1):
        click(staffed, key)
        assert staffed.page.number == number
    for number, key in zip((2, 1, 0), (PAGE_UP, LEFT, UP), strict=True):
        click(staffed, key)
        assert staffed.page.number == number
    click(staffed, ord("b"))
    assert staffed.page.number == 0
    for _stop in stops:
        click(staffed, PAGE_DOWN)
    assert staffed.page.stop_shown is None
    click(staffed, PAGE_DOWN)
    assert staffed.screen == "attract.attract"
    click(staffed, PAGE_DOWN)
    assert staffed.screen == "attract.attract", "afterwards the remote leads nowhere"


def test_larger_stays_from_stop_to_stop_and_comes_round(staffed: AppStage) -> None:
    def size() -> float:
        said = " ".join(halls.talk(library, staffed.page.stop_shown.stand, "ru").lines)
        return float(
            next(one.font_size for one in staffed.page.walk()
                 if " ".join(getattr(one, "text", "").split()) == said)
        )  # fmt: skip

    library = staffed.kiosk.machine.library
    begin(staffed)
    first = size()
    staffed.tap("Крупнее")
    second = size()
    assert second > first
    staffed.tap("Дальше")
    assert size() == second
    staffed.tap("Крупнее")
    assert size() > second
    staffed.tap("Мельче")
    assert size() == first


def test_nobody_is_asked_whether_they_are_there_while_a_guide_talks(staffed: AppStage) -> None:
    begin(staffed)
    staffed.driver.let_pass(QUIET - 70)
    assert staffed.kiosk.frame.over == []
    assert staffed.screen == "guide.walk"
    click(staffed, PAGE_DOWN)
    staffed.driver.let_pass(QUIET - 70)
    assert staffed.kiosk.frame.over == [], "a press of the remote counts as a touch"


def test_a_walk_everybody_left_says_so_and_ends_by_itself(staffed: AppStage) -> None:
    begin(staffed)
    staffed.driver.let_pass(QUIET - 58)
    assert staffed.page.forgotten.warning is not None
    assert list(faults(staffed.kiosk.frame)) == []
    staffed.driver.let_pass(62)
    assert staffed.screen == "attract.attract"
    assert staffed.kiosk.visit is None


@pytest.mark.parametrize("way", ["touch", "remote"])
def test_the_warning_is_answered_by_a_touch_or_by_the_remote(staffed: AppStage, way: str) -> None:
    begin(staffed)
    staffed.driver.let_pass(QUIET - 58)
    if way == "touch":
        staffed.tap("Я здесь")
    else:
        click(staffed, PAGE_DOWN)
    assert staffed.page.forgotten.warning is None
    assert staffed.page.number == 0, "the answer moves nothing"
    staffed.driver.let_pass(90)
    assert staffed.screen == "guide.walk"
    assert staffed.kiosk.frame.over == []


def test_it_tells_the_screens_shown_and_nothing_else(staffed: AppStage) -> None:
    before = len(told(staffed))
    stops = begin(staffed)
    staffed.tap("Дальше")
    staffed.tap("Крупнее")
    staffed.tap("Выйти")
    staffed.driver.settle()
    records = told(staffed)[before:]
    assert {kind for kind, _body in records} == {"visit.started", "screen.seen", "visit.ended"}
    seen = [(body["screen"], body.get("ref")) for kind, body in records if kind == "screen.seen"]
    first, second = (stop.stand.id for stop in stops[:2])
    assert seen == [("guide.walk", first), ("guide.walk", second), ("guide.walk", second)]
    assert [body["how"] for kind, body in records if kind == "visit.ended"] == ["staff"]


def test_staff_who_turn_back_leave_no_visit(staffed: AppStage) -> None:
    before = told(staffed)
    staffed.tap("Вести группу")
    staffed.tap("Вернуться")
    assert staffed.screen == "staff.day"
    staffed.driver.settle()
    assert told(staffed) == before


def test_the_choice_left_alone_goes_back_to_the_attract_screen(staffed: AppStage) -> None:
    staffed.tap("Вести группу")
    staffed.driver.let_pass(182)
    assert staffed.screen == "attract.attract"


@pytest.mark.parametrize(("size", "mode"), UNLIKE_WAYS, ids=str)
def test_the_walk_can_be_touched_and_read(
    stage: Stage, tmp_path: Path, size: tuple[int, int], mode: str
) -> None:
    stage.turn(size)
    found = []
    with switched_on(stage, tmp_path / "kiosk") as app:
        for lang in ("ru", "en"):
            app.kiosk.set_language(lang)
            app.kiosk.set_modes(frozenset({mode} if mode else ()))
            for name, args in [
                ("guide.choose", {}),
                ("guide.walk", {"route": "adult", "stop": 3}),
                ("guide.walk", {"route": "pupil", "stop": 1, "larger": 2}),
                ("guide.walk", {"route": "pupil", "stop": 99}),
            ]:
                app.show(name, **args)
                found += [f"{lang} {name} {args}: {one}" for one in faults(app.kiosk.frame)]
    assert not found, "\n".join(found)
