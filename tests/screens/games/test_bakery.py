"""The recipe comes to light as the bowl fills; what is baked comes out of the oven."""

from __future__ import annotations

import math

from screens.driving.player import Player
from tests.screens.app_stage import AppStage


def test_the_recipe_comes_to_light_part_by_part_and_bread_comes_out(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.show("games.play", id="bakery")
    player = Player(app_stage.driver)
    stage = player.stage

    def lit() -> int:
        return sum(part.dim == 1.0 for part in stage.card._parts)

    parts = len(stage.round.recipe.of)
    for number in range(parts):
        assert lit() == number
        player.step()
    assert lit() == parts
    while not stage.round.inside:
        player.step()
    assert not any(baked.shown for baked in stage.baked), "it bakes first"
    app_stage.driver.let_pass(math.ceil(stage.rest_s))
    assert all(baked.shown for baked in stage.baked)


def test_one_too_many_flies_home_and_the_next_lies_in_the_tray(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.show("games.play", id="bakery")
    player = Player(app_stage.driver)
    stage = player.stage
    first = stage.round.hint
    assert first is not None
    home = stage.sprites[first.thing].middle
    player.move(first)
    kind = first.thing.partition("#")[0]
    second = stage.sprites[stage.round.offered(kind)]
    assert second.shown
    assert second.middle == home, "the next one lies where the first lay"
    before = stage.round
    app_stage.driver.drag(*home, *(b - a for a, b in zip(home, stage.bowl.middle, strict=True)))
    app_stage.driver.let_pass(1)
    assert stage.round == before
    assert second.middle == home
