"""Leading a group from stand to stand, and a scanner that opens a stand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk import hall as halls
from kiosk.signup import Draft
from screens.guide.scanner import BURST_S
from screens.theme import theme
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.looking import faults
from tests.screens.stage import UNLIKE_WAYS, Stage
from tests.sync.double import CentreDouble

PIN = "2468"
PAGE_UP, PAGE_DOWN, RIGHT, LEFT, UP, DOWN, ENTER = 280, 281, 275, 276, 273, 274, 13
SHIFTED = dict(zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./", strict=True))
QUIET = 15 * 60


@pytest.fixture
def staffed(stage: Stage, tmp_path: Path) -> Iterator[AppStage]:
    """A kiosk whose staff screen is open."""
    with switched_on(stage, tmp_path / "kiosk", pin=PIN) as app:
        app.driver.knock()
        with app.driver.frames.unseen():
            for digit in PIN:
                app.tap(digit)
            app.tap("Войти")
        app.driver.settle()
        assert app.screen == "staff.day"
        yield app


def begin(app: AppStage, audience: str = "pupil") -> list[Any]:
    """Choose a walk by touches; its stops."""
    app.tap("Вести группу")
    found = app.kiosk.machine.library.audience(audience)
    assert found is not None
    app.tap(found.name.say(theme.lang))
    assert app.screen == "guide.walk"
    stops: list[Any] = app.page.stops
    return stops


def press(app: AppStage, key: int, sign: str = "", *modifiers: str) -> None:
    """A key goes down and up."""
    app.kiosk.window.dispatch("on_key_down", key, 0, sign or None, list(modifiers))
    app.kiosk.window.dispatch("on_key_up", key, 0)


def click(app: AppStage, key: int) -> None:
    press(app, key)
    app.driver.frames.quiet()


def scan(app: AppStage, text: str) -> None:
    """What a scanner does: the keys of a text in one burst, then Enter."""
    for sign in text:
        shift = sign in SHIFTED or sign.isupper()
        plain = SHIFTED.get(sign, sign.lower())
        press(app, ord(plain), plain, *(["shift"] if shift else []))
    press(app, ENTER, "\r")
    app.driver.frames.quiet()


def texts(app: AppStage) -> str:
    shown = [one.text for one in app.kiosk.frame.walk() if hasattr(one, "text")]
    return " ".join(" ".join(shown).split())


def told(app: AppStage) -> list[tuple[str, dict[str, Any]]]:
    return [(one.kind, json.loads(one.body)) for one in app.records()]


# The walk


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


# The scanner


def address(app: AppStage, number: int = 3) -> tuple[str, str]:
    """A stand's id and what its plate says."""
    stand = app.kiosk.machine.library.pack.stands[number]
    return stand.id, halls.stand_address("https://centre.example:8443", stand.id)


def test_a_scanned_plate_opens_its_stand(app_stage: AppStage) -> None:
    app_stage.wake()
    id, said = address(app_stage)
    scan(app_stage, said)
    assert app_stage.screen == "exhibition.stand"
    assert app_stage.kiosk.navigator.place.args == {"id": id}
    app_stage.tap("Назад")
    assert app_stage.screen == "home.home"


def test_a_scan_wakes_the_attract_screen(app_stage: AppStage) -> None:
    scan(app_stage, address(app_stage)[1])
    assert app_stage.screen == "exhibition.stand"
    assert app_stage.kiosk.visit is not None
    app_stage.driver.let_pass(62)
    assert app_stage.kiosk.idle.warning is not None, "the idle clock counts"


def test_a_scan_answers_the_idle_warning(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.driver.let_pass(62)
    assert app_stage.kiosk.idle.warning is not None
    scan(app_stage, address(app_stage)[1])
    assert app_stage.kiosk.frame.over == []
    app_stage.driver.let_pass(40)
    assert app_stage.screen == "exhibition.stand"


@pytest.mark.parametrize(
    "said",
    ["", "4601234567890", "https://centre.example/s/none", "https://centre.example/q#abc",
     "https://centre.example/s/", "<script>", "x" * 3000],
)  # fmt: skip
def test_anything_else_scanned_changes_nothing(app_stage: AppStage, said: str) -> None:
    app_stage.wake()
    scan(app_stage, said)
    assert app_stage.screen == "home.home"
    scan(app_stage, address(app_stage)[1])
    assert app_stage.screen == "exhibition.stand", "and what comes next is read"


def test_keys_of_long_ago_are_no_part_of_a_scan(app_stage: AppStage) -> None:
    app_stage.wake()
    scanner, now = app_stage.kiosk.frame.scanner, [100.0]
    scanner._clock = lambda: now[0]
    press(app_stage, ord("q"), "q")
    now[0] += BURST_S * 2
    scan(app_stage, address(app_stage)[1])
    assert app_stage.screen == "exhibition.stand"


def test_a_scanner_writes_in_no_field_and_takes_nobody_out_of_a_form(
    enrolled: AppStage,
) -> None:
    enrolled.wake()
    event = enrolled.kiosk.board()[0].event
    enrolled.kiosk.draft = Draft(event=event.id, way="person", lang="ru")
    enrolled.kiosk.draft.age_band = "adult"
    enrolled.show("signup.form", id=event.id)
    enrolled.driver.type("Тест")
    before = dict(enrolled.kiosk.draft.fields)
    said = address(enrolled)[1]
    for sign in said:
        enrolled.kiosk.window.dispatch("on_textinput", sign)
    scan(enrolled, said)
    assert enrolled.kiosk.draft.fields == before
    assert enrolled.screen == "signup.form"


def test_a_scan_disturbs_neither_staff_nor_a_walk(staffed: AppStage) -> None:
    scan(staffed, address(staffed)[1])
    assert staffed.screen == "staff.day"
    begin(staffed)
    scan(staffed, address(staffed)[1])
    assert staffed.screen == "guide.walk"


def test_a_kiosk_switched_off_listens_no_more(
    stage: Stage, tmp_path: Path, centre: CentreDouble
) -> None:
    def listening() -> int:
        found = stage.window.get_property_observers("on_key_down")
        return len([one for one in found if one is not None])

    before = listening()
    with switched_on(stage, tmp_path / "kiosk", centre) as app:
        app.wake()
        assert listening() == before + 1
    assert listening() == before
