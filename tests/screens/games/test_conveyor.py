"""The belt: what it brings comes out of the machine and may be taken once it lies still."""

from __future__ import annotations

from screens.driving.player import Player
from screens.games.conveyor.view import RUN_S
from screens.theme import theme
from tests.screens.app_stage import AppStage


def test_the_next_things_come_out_of_the_machine_and_then_lie_still(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.show("games.play", id="conveyor")
    player, frames = Player(app_stage.driver), app_stage.driver.frames
    stage = player.stage
    while stage.round.hint is not None:
        player.step()
    theme.still = False
    while not stage.round.lying:
        frames.step()
    came = [stage.sprites[name] for name in stage.round.lying]
    mouth = stage.machine.x + stage.machine.width
    assert all(piece.shown and piece.middle[0] < mouth for piece in came)
    app_stage.driver.let_pass(RUN_S + 0.2)
    assert all(piece.middle == piece.home for piece in came)
    assert all(piece.middle[0] > mouth for piece in came)


def test_what_was_brought_is_no_control_any_more(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.show("games.play", id="conveyor")
    player = Player(app_stage.driver)
    move = player.stage.round.hint
    player.move(move)
    assert not player.stage.sprites[move.thing].lively
    assert move.thing in player.stage.round.at(move.place)
