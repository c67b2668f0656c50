"""The flax road by touches, from seed to shirt, lying and standing, and by too many fingers."""

from __future__ import annotations

import math
from typing import Any

import pytest

from content.exhibition.exhibits.linen.model import Stage
from content.model import Exhibit, Text
from screens.driving.finger import Finger
from screens.exhibits.linen.view import LinenView, make
from tests.screens.stage import LANDSCAPE, PORTRAIT
from tests.screens.stage import Stage as Theatre

FACE = Exhibit(
    "linen", Text("Лён", "Flax"), Text("Ведите", "Lead"), "flax", "thread", Text("Нить", "Yarn"),
    "GK", 1,
)  # fmt: skip


def shown(stage: Theatre, size: tuple[int, int]) -> LinenView:
    stage.turn(size)
    view = make(FACE)
    view.size_hint = (None, None)
    view.size, view.pos = (stage.window.width * 0.9, stage.window.height * 0.6), (40, 300)
    stage.root.add_widget(view)
    stage.step(2)
    view.start()
    return view


class Hand:
    """A finger on the view, by shares of the work's box."""

    def __init__(self, theatre: Theatre, view: LinenView) -> None:
        self.theatre, self.view = theatre, view
        self.finger: Finger | None = None

    def to(self, across: float, up: float, frames: int = 1) -> None:
        x, y = self.view.scene.at(across, up)
        if self.finger is None:
            self.finger = Finger(x, y).down()
        else:
            self.finger.to(x, y)
        self.theatre.step(frames)

    def up(self) -> None:
        if self.finger is not None:
            self.finger.up()
        self.finger = None


def work(hand: Hand, stage: Stage) -> None:
    """The movement of a star, until it is done."""
    view = hand.view
    if stage is Stage.SOW:
        for part in range(12):
            hand.to(0.02 + 0.96 * part / 11, 0.6)
    elif stage is Stage.GROW:
        for part in range(60):
            hand.to(0.55 + 0.2 * math.sin(part / 4), 0.13, 10)
            if view.road.done:
                break
    elif stage is Stage.PULL:
        while not all(view.road.field.pulled):
            first = view.road.field.pulled.index(False)
            x = 0.06 + 0.88 * (first + 2.5) / 24
            for up in (0.5, 0.6, 0.95):
                hand.to(x, up)
            hand.up()
        for _frame in range(240):
            hand.theatre.step()
            if view.road.done:
                break
    elif stage is Stage.COMB:
        for part in range(12):
            hand.to(float(part % 2), 0.55)
    elif stage is Stage.SPIN:
        centre = view.scene
        for part in range(80):
            turn = part * 0.5
            reach = 0.2
            x = 0.62 + reach * math.cos(turn) * centre.box.height / centre.box.width
            hand.to(x, 0.5 + reach * math.sin(turn))
    elif stage is Stage.WEAVE:
        hand.to(0.14, 0.3)
        for part in range(14):
            hand.to(1.2 if part % 2 == 0 else -0.2, 0.3)
    hand.up()


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_six_movements_lead_from_a_seed_to_a_shirt(stage: Theatre, size: tuple[int, int]) -> None:
    view = shown(stage, size)
    hand = Hand(stage, view)
    for star in list(Stage)[:-1]:
        assert view.road.stage is star
        with stage.glass.frames.unseen():
            work(hand, star)
            assert view.road.done, star
            stage.step(90)
    assert view.road.stage is Stage.SHIRT
    stage.finger(*view.stars.places[Stage.SPIN]).up()
    stage.step(2)
    assert view.road.stage is Stage.SPIN
    assert view.road.wheel.yarn == 0
    view.restart()
    assert view.road.stage is Stage.SOW
    assert view.road.reached is Stage.SOW
    view.stop()


def test_a_star_one_has_not_reached_stays_dark(stage: Theatre) -> None:
    view = shown(stage, PORTRAIT)
    stage.finger(*view.stars.places[Stage.WEAVE]).up()
    stage.step(2)
    assert view.road.stage is Stage.SOW
    view.stop()


@pytest.mark.parametrize("star", list(Stage))
def test_ten_fingers_do_no_harm_and_leaving_lets_all_go(stage: Theatre, star: Stage) -> None:
    view = shown(stage, PORTRAIT)
    view.road.reached = Stage.SHIRT
    view.road.go(star)
    stage.step(2)
    fingers: list[Any] = [
        stage.finger(*view.scene.at(0.05 + 0.1 * number, 0.3 + 0.05 * number))
        for number in range(10)
    ]
    for push in (60, -4000, 4000):
        for number, finger in enumerate(fingers):
            finger.to(finger.x + push * (1 if number % 2 else -1), finger.y + push)
        stage.step(2)
    view.restart()
    stage.step(1)
    for finger in fingers:
        finger.to(300, 500)
    stage.step(1)
    assert sum(view.road.field.sown) == 0
    view.stop()
    assert not view.scene.hands
    for finger in fingers:
        finger.up()


def test_it_plays_itself_to_the_shirt_and_begins_again(stage: Theatre) -> None:
    view = shown(stage, PORTRAIT)
    view.demonstrates = True
    with stage.glass.frames.unseen():
        for _second in range(40):
            stage.step(60)
            if view.road.stage is Stage.SHIRT:
                break
        assert view.road.stage is Stage.SHIRT
        stage.step(60 * 6)
    assert view.road.stage is Stage.SOW
    view.stop()
