"""What is put on lies where it is worn, in the right order, and stays."""

from __future__ import annotations

from typing import Any

from content.games import Move
from content.games.dress.rules import OUTFITS
from screens.games.dress.figure import LAYERS, PLACES, WORN
from tests.screens.app_stage import AppStage


def begin(app: AppStage, level: int) -> Any:
    app.wake()
    app.show("games.play", id="dress")
    page, session = app.page, app.page.session
    # A stage that is left keeps its round.
    page.stage.stop()
    page.stage = None
    session.level = level
    session.again()
    app.kiosk.navigator.rebuild()
    app.driver.frames.quiet()
    return app.page.stage


def test_all_that_is_worn_has_its_place_on_the_figure() -> None:
    for outfit in OUTFITS.values():
        for place, thing in outfit.items():
            worn, spot = WORN[thing], PLACES[place]
            assert worn.x < spot.x + spot.width
            assert spot.x < worn.x + worn.width
            assert worn.y < spot.y + spot.height
            assert spot.y < worn.y + worn.height


def test_no_two_places_lie_on_one_another() -> None:
    areas = list(PLACES.values())
    for number, one in enumerate(areas):
        for other in areas[:number]:
            apart = (
                one.x >= other.x + other.width
                or other.x >= one.x + one.width
                or one.y >= other.y + other.height
                or other.y >= one.y + one.height
            )
            assert apart, (one, other)


def test_the_helmet_lies_over_the_goggles_whichever_comes_first(app_stage: AppStage) -> None:
    stage = begin(app_stage, 3)
    for place in reversed(LAYERS):
        if place in stage.round.bare:
            stage.make(Move(stage.round.outfit[place], place))
            app_stage.driver.frames.step()
    order = [
        stage.children.index(stage.sprites[stage.round.outfit[place]])
        for place in LAYERS
        if place in stage.round.outfit
    ]
    assert order == sorted(order, reverse=True)
    app_stage.driver.let_pass(4)


def test_what_does_not_belong_flies_back_to_the_tray(app_stage: AppStage) -> None:
    stage = begin(app_stage, 3)
    wrong = next(move for move in stage.round.moves if not stage.round.is_right(move))
    thing = stage.sprites[wrong.thing]
    home, before = thing.home, stage.round
    (x, y), end = stage.where(wrong)
    app_stage.driver.drag(x, y, end[0] - x, end[1] - y, 4)
    app_stage.driver.let_pass(1)
    assert stage.round == before
    assert thing.middle == home
