"""A scanner that opens a stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import hall as halls
from kiosk.signup import Draft
from screens.guide.scanner import BURST_S
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.guide.hands import (
    begin,
    press,
    scan,
)
from tests.screens.stage import Stage
from tests.sync.double import CentreDouble


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
