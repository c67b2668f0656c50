"""Every game by injected touches: to its end, alone and by two pairs of hands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import content
from content.games import Move
from content.games.session import STARS
from content.loading import load
from content.model import Game
from screens.driving.controls import Box
from screens.driving.player import Player
from screens.games.sprite import LEAST
from screens.units import measure
from tests.screens.app_stage import AppStage
from tests.screens.looking import faults
from tests.screens.stage import LANDSCAPE, PORTRAIT

GAMES = {game.id: game for game in load(Path(content.__path__[0])).values(Game)}
WAYS = [(PORTRAIT, ""), (PORTRAIT, "reach"), (LANDSCAPE, ""), (LANDSCAPE, "contrast")]
TOLD = {"game", "level", "tries", "hints", "seconds"}
SLACK = 2
"""Pixels of rounding."""


def begin(app: AppStage, game: str) -> Player:
    if app.kiosk.visit is None:
        app.wake()
    app.show("games.play", id=game)
    return Player(app.driver)


def deal(app: AppStage, level: int) -> None:
    """Deal a round of a level anew."""
    app.page.play_level(level)
    app.driver.frames.quiet()
    assert app.page.session.round == app.page.stage.round


def together(stage: Any) -> list[Move]:
    """Right moves of different things to different places that can be made at once."""
    found: list[Move] = []
    round_ = stage.round
    for move in stage.round.moves:
        fresh = move.thing not in [one.thing for one in found]
        if fresh and round_.is_right(move):
            found.append(move)
            round_ = round_.after(move)
    return found


@pytest.mark.parametrize("id", GAMES)
def test_a_child_plays_it_to_all_its_stars(app_stage: AppStage, id: str) -> None:
    player = begin(app_stage, id)
    session = app_stage.page.session
    tries = []
    for star in range(1, STARS + 1):
        tries.append(player.finish_round())
        app_stage.driver.let_pass(4)
        assert session.stars == star
    assert app_stage.page.prize is not None
    assert app_stage.page.stage is None or not app_stage.page.stage.running
    told = [json.loads(one.body) for one in app_stage.records() if one.kind == "game.finished"]
    assert [set(one) for one in told] == [TOLD] * STARS
    assert [one["game"] for one in told] == [id] * STARS
    assert all(one["tries"] >= 1 and one["seconds"] >= 0 for one in told)
    assert [one["level"] for one in told] == sorted(one["level"] for one in told)


@pytest.mark.parametrize(("size", "mode"), WAYS, ids=str)
@pytest.mark.parametrize("id", GAMES)
def test_every_level_can_be_touched_in_every_way(
    app_stage: AppStage, id: str, size: tuple[int, int], mode: str
) -> None:
    app_stage.stage.turn(size)
    begin(app_stage, id)
    if mode:
        app_stage.kiosk.set_modes(frozenset({mode}))
        app_stage.driver.frames.quiet()
    found = []
    last = len(GAMES[id].levels) - 1
    # Contrast changes colours alone: what stands where is looked at in the other ways.
    for level in (0, last) if mode == "contrast" else range(last + 1):
        deal(app_stage, level)
        found += [f"level {level + 1}: {fault}" for fault in faults(app_stage.kiosk.frame)]
        for control in app_stage.driver.controls():
            side = min(control.whole.width, control.whole.height) / measure.unit
            if side < LEAST - SLACK:
                found.append(f"level {level + 1}: «{control.label}» is {side:.0f} units")
        found += [f"level {level + 1}: {fault}" for fault in outside(app_stage)]
    assert not found, "\n".join(found)


def outside(app: AppStage) -> list[str]:
    """What of a stage can be moved and does not lie within it."""
    stage = app.page.stage
    room = Box(*stage.pos, *stage.size)
    names = {one for move in stage.round.moves for one in (move.thing, move.place) if one}
    found = [f"«{name}» is not there" for name in names - set(stage.sprites)]
    for name in names & set(stage.sprites):
        if not room.has(*stage.sprites[name].middle):
            found.append(f"«{name}» lies outside")
    return found


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=str)
@pytest.mark.parametrize("id", [game.id for game in GAMES.values() if game.hands == 2])
def test_two_pairs_of_hands_play_at_once(
    app_stage: AppStage, id: str, size: tuple[int, int]
) -> None:
    app_stage.stage.turn(size)
    player = begin(app_stage, id)
    deal(app_stage, len(GAMES[id].levels) - 1)
    met = 0
    for _move in range(60):
        stage = player.stage
        if stage.round.done:
            break
        moves = together(stage)[:2]
        before = stage.round
        if len(moves) == 2:
            met += 1
            player.hands(moves)
            assert stage.round == before.after(moves[0]).after(moves[1])
        else:
            player.step()
    assert player.stage.round.done
    assert met, "never were there two things to do at once"
    app_stage.driver.let_pass(1)
    assert app_stage.page.session.stars == 1


@pytest.mark.parametrize("id", GAMES)
def test_a_round_goes_on_where_it_was_when_the_screen_turns(app_stage: AppStage, id: str) -> None:
    player = begin(app_stage, id)
    player.step()
    before = player.stage.round
    app_stage.stage.turn(LANDSCAPE)
    app_stage.driver.frames.quiet()
    assert player.stage.round == before
    if not before.done:
        player.finish_round()
    assert player.stage.round.done
