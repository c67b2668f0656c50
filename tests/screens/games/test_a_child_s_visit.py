"""A preschooler's visit: the menu, the five minutes, the rest, whom one met."""

from __future__ import annotations

import datetime as dt

import pytest

from content.model import Game
from kiosk.playtime import Playtime
from screens.driving.player import Player
from screens.games.rest import MOVE_S
from screens.widgets.qr import QrCode
from tests.screens.app_stage import AppStage
from tests.screens.looking import faults
from tests.screens.stage import LANDSCAPE, PORTRAIT


def play(app: AppStage, game: str) -> Player:
    app.show("games.play", id=game)
    return Player(app.driver)


def run_out(app: AppStage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the child's time be over."""
    monkeypatch.setattr(Playtime, "over", property(lambda _self: True))


def test_the_tile_of_little_ones_opens_the_games_and_pictures_open_them(
    app_stage: AppStage,
) -> None:
    app_stage.wake()
    app_stage.tap("Малыш")
    assert app_stage.screen == "games.menu"
    game = app_stage.kiosk.machine.library.every(Game)[0]
    app_stage.tap(game.name.ru)
    assert (app_stage.screen, app_stage.page.ref) == ("games.play", game.id)
    app_stage.tap("Все игры")
    assert app_stage.screen == "games.menu"
    app_stage.tap("Взрослым")
    assert (app_stage.screen, app_stage.page.ref) == ("exhibition.path", "preschool")


def test_time_ends_between_two_rounds_never_in_one(
    app_stage: AppStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    app_stage.wake()
    player = play(app_stage, "tools")
    run_out(app_stage, monkeypatch)
    app_stage.driver.let_pass(5)
    assert app_stage.screen == "games.play"
    player.finish_round()
    app_stage.driver.let_pass(4)
    assert app_stage.screen == "games.rest"


def test_the_rest_leads_through_its_movements_and_then_to_goodbye(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.kiosk.navigator.start("games.rest")
    lines = len(app_stage.page.phrases("rest"))
    assert lines >= 3
    app_stage.driver.let_pass(lines * MOVE_S / 2)
    assert app_stage.screen == "games.rest"
    app_stage.driver.let_pass(lines * MOVE_S / 2 + lines + 2)
    assert app_stage.screen == "games.bye"


def test_nobody_is_warned_of_silence_while_they_rest(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.kiosk.navigator.start("games.rest")
    app_stage.page.phrases = lambda _id: [app_stage.kiosk.machine.library.clusters[0].title] * 99
    app_stage.driver.let_pass(app_stage.kiosk.machine.settings.idle_s + 5)
    assert app_stage.kiosk.idle.warning is None


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=str)
def test_goodbye_shows_whom_one_met_and_a_code_for_the_grown_up(
    enrolled: AppStage, size: tuple[int, int]
) -> None:
    enrolled.stage.turn(size)
    enrolled.wake()
    play(enrolled, "tools").finish_round()
    enrolled.driver.let_pass(1)
    met = enrolled.kiosk.visit.playtime.met
    assert met
    enrolled.kiosk.navigator.start("games.bye")
    enrolled.driver.frames.quiet()
    assert not list(faults(enrolled.kiosk.frame))
    code = next(one.widget for one in enrolled.driver.controls() if isinstance(one.widget, QrCode))
    assert code.address.endswith("/met/" + "+".join(met))
    enrolled.tap("До встречи")
    assert enrolled.screen == "attract.attract"


def test_a_kiosk_nobody_knows_says_goodbye_without_a_code(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.kiosk.navigator.start("games.bye")
    app_stage.driver.frames.quiet()
    assert not [one for one in app_stage.driver.controls() if isinstance(one.widget, QrCode)]
    assert not list(faults(app_stage.kiosk.frame))


def test_the_next_visitor_begins_anew(app_stage: AppStage) -> None:
    app_stage.wake()
    player = play(app_stage, "tools")
    player.finish_round()
    app_stage.driver.let_pass(4)
    app_stage.kiosk.end("finished")
    app_stage.driver.frames.quiet()
    app_stage.wake()
    play(app_stage, "tools")
    assert app_stage.page.session.stars == 0
    assert not app_stage.page.playtime.met


def test_who_comes_back_to_a_game_goes_on_with_their_stars(app_stage: AppStage) -> None:
    app_stage.wake()
    play(app_stage, "tools").finish_round()
    app_stage.driver.let_pass(4)
    app_stage.tap("Все игры")
    play(app_stage, "tools")
    assert app_stage.page.session.stars == 1


def test_the_clock_is_the_setting_s_and_counts_from_the_first_game() -> None:
    now = dt.datetime(2026, 11, 23, 10, tzinfo=dt.UTC)
    moments = [now]
    time = Playtime(5, lambda: moments[-1])
    moments.append(now + dt.timedelta(minutes=4, seconds=59))
    assert not time.over
    moments.append(now + dt.timedelta(minutes=5))
    assert time.over
