"""The cards of the game of pairs: they turn by a motion that ends, and forgive near misses."""

from __future__ import annotations

from typing import Any

from content.games.pairs.rules import fellow
from screens.games.pairs.view import LOOK_S, View
from tests.screens.app_stage import AppStage


def dealt(app: AppStage, level: int) -> Any:
    app.wake()
    app.show("games.play", id="pairs")
    session = app.page.session
    app.show("games.menu")
    session.level = level
    session.again()
    app.show("games.play", id="pairs")
    assert isinstance(app.page.stage, View)
    return app.page.stage


def test_a_card_turns_on_the_press_and_two_strangers_turn_back(app_stage: AppStage) -> None:
    stage = dealt(app_stage, 5)
    first = stage.cards[0]
    second = next(one for one in stage.cards[1:] if one.name != fellow(first.name))
    for card in (first, second):
        app_stage.driver.tap_at(*card.middle)
    app_stage.driver.let_pass(0.4)
    assert [card.look for card in (first, second)] == ["face", "face"]
    app_stage.driver.let_pass(LOOK_S + 0.5)
    app_stage.driver.frames.quiet()
    assert {card.look for card in stage.cards} == {"back"}
    assert all(card.share == 1.0 for card in stage.cards)


def test_every_back_has_its_star_before_any_card_was_turned(app_stage: AppStage) -> None:
    stage = dealt(app_stage, 5)
    assert {card.look for card in stage.cards} == {"back"}
    assert all(card._image.texture is not None for card in stage.cards)


def test_a_touch_between_two_cards_turns_the_nearer_and_one_on_an_open_card_none(
    app_stage: AppStage,
) -> None:
    stage = dealt(app_stage, 5)
    first, second = stage.cards[0], stage.cards[1]
    app_stage.driver.tap_at(*first.middle)
    app_stage.driver.tap_at(first.x + first.width - 2, first.middle[1])
    assert stage.round.up == (first.name,)
    app_stage.driver.tap_at(second.x - 3, second.middle[1])
    assert second.name in {*stage.round.up, *stage.round.found}


def test_nothing_turns_after_the_screen_was_left(app_stage: AppStage) -> None:
    stage = dealt(app_stage, 5)
    app_stage.driver.tap_at(*stage.cards[0].middle)
    stage.stop()
    assert stage.cards[0].look == "face"
    assert stage.turning._event is None
