"""The kind rules every stage keeps: nothing is lost, nothing is stolen, help comes by itself."""

from __future__ import annotations

from typing import Any

import pytest

from content.games import Move
from screens.driving.finger import Finger
from screens.driving.player import Player
from screens.games.fingers import TAPS
from screens.games.hold import LONGEST_S
from screens.games.patience import EASE_S, HINT_S, SPEAK_S
from screens.voice import voice
from tests.screens.app_stage import AppStage
from tests.screens.stage import LANDSCAPE

GAME = "tools"


@pytest.fixture
def player(app_stage: AppStage) -> Player:
    """Four workers and their tools."""
    app_stage.wake()
    app_stage.show("games.play", id=GAME)
    app_stage.page.play_level(2)
    app_stage.driver.frames.quiet()
    return Player(app_stage.driver)


def wrong(player: Player) -> Move:
    round_ = player.stage.round
    return next(move for move in round_.moves if not round_.is_right(move))


def at_home(player: Player, move: Move) -> bool:
    sprite = player.stage.sprites[move.thing]
    return bool(sprite.middle == sprite.home and sprite.held_by is None)


def test_a_wrong_piece_flies_home_and_nothing_is_lost(player: Player) -> None:
    before, move = player.stage.round, wrong(player)
    player.move(move)
    assert player.stage.round == before
    assert at_home(player, move)
    assert player.driver.kiosk.navigator.current.session.stars == 0


def test_a_near_miss_snaps(player: Player) -> None:
    move = player.stage.round.hint
    (x, y), end = player.stage.where(move)
    place = player.stage.sprites[move.place]
    player.driver.drag(x, y, end[0] + place.width * 0.75 - x, end[1] - y)
    assert move.thing in player.stage.round.given


def test_a_piece_let_go_anywhere_else_or_off_the_screen_is_home_again(player: Player) -> None:
    move = player.stage.round.hint
    (x, y), _end = player.stage.where(move)
    for dx, dy in ((30.0, 500.0), (5000.0, 0.0), (-5000.0, -5000.0)):
        before = player.stage.round
        player.driver.drag(x, y, dx, dy)
        if player.stage.round == before:
            assert at_home(player, move)


def test_the_drag_follows_the_finger_within_two_frames(player: Player) -> None:
    move = player.stage.round.hint
    (x, y), _end = player.stage.where(move)
    sprite = player.stage.sprites[move.thing]
    finger = Finger(x, y)
    finger.arrive("begin")
    player.driver.frames.step()
    finger.sx, finger.sy = 0.5, 0.5
    finger.to(500, 900)
    player.driver.frames.step(2)
    assert abs(sprite.middle[0] - 500) < 3
    assert abs(sprite.middle[1] - 900) < 3
    finger.up()
    player.driver.frames.quiet()


def test_ten_fingers_take_what_there_is_and_no_more(player: Player, app_stage: AppStage) -> None:
    stage = player.stage
    before = stage.round
    tray = [stage.sprites[name].middle for name in stage.round.tray]
    fingers = [Finger(*tray[number % len(tray)]).down() for number in range(10)]
    app_stage.stage.step()
    holders = [sprite.held_by for sprite in stage.sprites.values() if sprite.held_by is not None]
    assert len(holders) == len(set(holders)) == len(tray)
    for number, finger in enumerate(fingers):
        finger.to(60 + 100 * number, 1000)
    app_stage.stage.step()
    for finger in fingers:
        finger.up()
    app_stage.driver.frames.quiet()
    assert not stage.fingers.busy
    assert stage.round == before or len(stage.round.given) > len(before.given)


def test_a_resting_wrist_changes_nothing(player: Player, app_stage: AppStage) -> None:
    stage = player.stage
    low = stage.y + 6
    wrist = [Finger(x, low).down() for x in (300, 420, 560)]
    app_stage.stage.step()
    player.finish_round()
    assert stage.round.done
    for finger in wrist:
        finger.up()


def test_what_a_wrist_rests_on_can_be_taken_from_under_it(
    player: Player, app_stage: AppStage
) -> None:
    stage, move = player.stage, player.stage.round.hint
    wrist = Finger(*stage.where(move)[0]).down()
    app_stage.stage.step()
    player.move(move)
    assert move.thing in stage.round.given
    wrist.up()


def test_a_thing_held_still_for_a_minute_goes_home(player: Player, app_stage: AppStage) -> None:
    move = player.stage.round.hint
    (x, y), _end = player.stage.where(move)
    finger = Finger(x, y).down()
    finger.to(x + 200, y + 300)
    app_stage.driver.frames.step(2)
    app_stage.stage.step(int(LONGEST_S) + 2, 1.0)
    app_stage.driver.frames.step(30)
    assert at_home(player, move)
    finger.up()
    app_stage.driver.frames.quiet()


def test_two_children_never_take_from_one_another(player: Player) -> None:
    stage = player.stage
    round_ = stage.round
    moves: list[Move] = []
    for move in round_.moves:
        if round_.is_right(move) and move.thing not in [one.thing for one in moves]:
            moves.append(move)
    player.hands(moves[:2])
    assert stage.round == round_.after(moves[0]).after(moves[1])


def test_a_tap_on_a_thing_and_a_tap_on_its_place_are_enough(player: Player) -> None:
    move = player.stage.round.hint
    start, end = player.stage.where(move)
    player.driver.tap_at(*start)
    player.driver.tap_at(*end)
    assert move.thing in player.stage.round.given


def test_three_taps_anywhere_near_are_enough(player: Player) -> None:
    move = player.stage.round.hint
    (x, y), _end = player.stage.where(move)
    for _tap in range(TAPS):
        player.driver.tap_at(x + 40, y + 30)
    assert move.thing in player.stage.round.given


class Told:
    """What was asked to be said."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said: list[Any] = []
        monkeypatch.setattr(voice, "say", lambda *texts: self.said.extend(texts))


def test_help_comes_by_itself_the_hand_the_voice_an_easier_round(
    player: Player, app_stage: AppStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Told(monkeypatch)
    stage, session = player.stage, app_stage.page.session
    before = stage.round
    app_stage.stage.step(int(HINT_S * 2) - 1, 0.5)
    assert not stage.hand.is_showing
    assert session.hints == 0
    app_stage.stage.step(2, 0.5)
    assert stage.hand.is_showing
    assert session.hints == 1
    assert not told.said
    app_stage.stage.step(int((SPEAK_S - HINT_S) * 2) + 1, 0.5)
    assert told.said == [app_stage.page.game.ask]
    assert stage.round == before
    app_stage.stage.step(int((EASE_S - SPEAK_S) * 2) + 1, 0.5)
    assert session.eased
    assert stage.round == before.eased()


def test_a_touch_sends_the_hand_away(player: Player, app_stage: AppStage) -> None:
    stage = player.stage
    app_stage.stage.step(int(HINT_S) + 1, 1.0)
    assert stage.hand.is_showing
    Finger(500, stage.y + stage.height / 2).down().up()
    assert not stage.hand.is_showing


def test_after_three_slips_the_hand_helps_at_once(player: Player) -> None:
    for _slip in range(3):
        player.move(wrong(player))
    assert player.stage.hand.is_showing


def test_the_idle_warning_in_the_middle_of_a_drag_leaves_nothing_behind(
    player: Player, app_stage: AppStage
) -> None:
    move = player.stage.round.hint
    (x, y), _end = player.stage.where(move)
    finger = Finger(x, y).down()
    finger.to(x + 100, y + 200)
    settings = app_stage.kiosk.machine.settings
    app_stage.driver.let_pass(settings.idle_s + 2)
    assert app_stage.kiosk.idle.warning is not None
    app_stage.driver.let_pass(settings.idle_warning_s + 2)
    assert app_stage.screen == "attract.attract"
    finger.up()
    app_stage.driver.frames.quiet()


def test_no_help_comes_under_the_idle_warning(player: Player, app_stage: AppStage) -> None:
    app_stage.driver.let_pass(app_stage.kiosk.machine.settings.idle_s + 2)
    assert app_stage.kiosk.idle.warning is not None
    session = app_stage.page.session
    player.stage.hand.hide()
    before, hints = player.stage.round, session.hints
    app_stage.driver.let_pass(HINT_S + 2)
    assert (player.stage.round, session.hints) == (before, hints)


def test_the_screen_turned_in_the_middle_of_a_drag_loses_nothing(
    player: Player, app_stage: AppStage
) -> None:
    before = player.stage.round
    move = before.hint
    (x, y), _end = player.stage.where(move)
    finger = Finger(x, y).down()
    finger.to(x + 100, y + 200)
    app_stage.stage.turn(LANDSCAPE)
    app_stage.driver.frames.quiet()
    finger.up()
    app_stage.driver.frames.quiet()
    assert player.stage.round == before
    player.finish_round()
    assert player.stage.round.done


def test_leaving_in_the_middle_of_a_drag_ends_it(player: Player, app_stage: AppStage) -> None:
    move = player.stage.round.hint
    (x, y), _end = player.stage.where(move)
    finger = Finger(x, y).down()
    finger.to(x + 100, y + 200)
    app_stage.kiosk.end("finished")
    app_stage.driver.frames.quiet()
    finger.up()
    assert app_stage.screen == "attract.attract"
