"""The train's reward: it leaves with everything on it; whoever wants calm sees it stand loaded."""

from __future__ import annotations

import pytest

from screens.driving.player import Player
from screens.games.train.view import View
from screens.theme import theme
from tests.screens.app_stage import AppStage


@pytest.fixture
def player(app_stage: AppStage) -> Player:
    app_stage.wake()
    app_stage.show("games.play", id="train")
    return Player(app_stage.driver)


def load_all(player: Player) -> View:
    """Bring every box to its wagon; the train may leave after that."""
    stage: View = player.stage
    while stage.round.hint is not None:
        player.step()
    return stage


def beyond(stage: View) -> list[float]:
    """How far each wagon and each box is to the right of where it was loaded, px."""
    parts = [*stage.wagons.values(), *(stage.sprites[box] for box in stage.round.boxes)]
    return [part.middle[0] - part.home[0] for part in parts]


def test_the_loaded_train_leaves_and_takes_its_boxes_along(
    player: Player, app_stage: AppStage
) -> None:
    stage = load_all(player)
    theme.still = False
    frames = app_stage.driver.frames
    while not stage.round.away:
        frames.step()
    frames.step(30)
    far = beyond(stage)
    assert min(far) > 0
    assert max(far) - min(far) < 2
    frames.step(60)
    assert min(beyond(stage)) > max(far)


def test_one_who_goes_away_while_it_leaves_leaves_nothing_running(
    player: Player, app_stage: AppStage
) -> None:
    stage = load_all(player)
    theme.still = False
    while not stage.round.away:
        app_stage.driver.frames.step()
    app_stage.driver.frames.step(10)
    app_stage.kiosk.go("games.menu")
    gone = beyond(stage)
    app_stage.driver.frames.step(10)
    assert beyond(stage) == gone
    assert min(gone) >= stage.width


def test_in_the_calm_mode_it_stands_loaded(player: Player, app_stage: AppStage) -> None:
    stage = load_all(player)
    app_stage.driver.let_pass(stage.rest_s + 0.2)
    assert stage.round.away
    assert set(beyond(stage)) == {0.0}
