"""The diamond by touches: to a bright stone, lying and standing, and by too many fingers."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest

from content.model import Exhibit, Text
from screens.exhibits.diamond.view import DiamondView, make
from tests.screens.stage import LANDSCAPE, PORTRAIT, Stage

FACE = Exhibit(
    "diamond", Text("Камень", "Stone"), Text("Тяните", "Pull"), "diamonds", "gem-stone",
    Text("Свет", "Light"), "GK", 1,
)  # fmt: skip


def shown(stage: Stage, size: tuple[int, int]) -> DiamondView:
    stage.turn(size)
    view = make(FACE)
    view.size_hint = (None, None)
    view.size, view.pos = (stage.window.width * 0.9, stage.window.height * 0.6), (40, 300)
    stage.root.add_widget(view)
    stage.step(2)
    view.start()
    return view


def drag(stage: Stage, view: DiamondView, name: str, dx: float, dy: float) -> None:
    x, y = view.bench.handles[name]
    finger = stage.finger(x, y)
    for part in range(1, 5):
        finger.to(x + dx * part / 4, y + dy * part / 4)
        stage.step()
    finger.up()
    stage.step(40)


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_a_deeper_pavilion_wakes_the_stone_and_it_sparks(
    stage: Stage, size: tuple[int, int], tmp_path: Path
) -> None:
    view = shown(stage, size)
    sleeping = view.diamond.brightness
    y = view.bench.handles["culet"][1]
    deep = view.bench.cy - math.tan(math.radians(41)) * view.bench.scale - view.bench.knob * 1.25
    drag(stage, view, "culet", 0, deep - y)
    assert view.diamond.pavilion == pytest.approx(41, abs=0.5)
    assert view.diamond.brightness > 1.5 * sleeping
    assert view.diamond.alive
    assert view.face.since < 2
    view.restart()
    assert view.diamond.brightness == sleeping
    view.stop()


def test_a_finger_that_leaves_the_view_still_holds(stage: Stage) -> None:
    view = shown(stage, PORTRAIT)
    drag(stage, view, "left", -5000, 5000)
    assert view.diamond.crown == 46
    drag(stage, view, "lamp", 5000, -5000)
    assert view.diamond.lean == -40
    assert not view.held
    view.stop()


def test_ten_fingers_hold_each_thing_once_and_leaving_lets_all_go(stage: Stage) -> None:
    view = shown(stage, PORTRAIT)
    names = ["culet", "left", "right", "lamp", "culet"] * 2
    fingers: list[Any] = [stage.finger(*view.bench.handles[name]) for name in names]
    held = sorted(name for name, _dx, _dy in view.held.values())
    assert held == ["culet", "lamp", "left"]
    for finger in fingers:
        finger.to(finger.x + 50, finger.y - 400)
    stage.step(3)
    view.stop()
    assert not view.held
    for finger in fingers:
        finger.up()


def test_it_plays_itself_to_a_bright_stone(stage: Stage) -> None:
    view = shown(stage, PORTRAIT)
    view.demonstrates = True
    with stage.glass.frames.unseen():
        stage.step(60 * 9)
    assert view.diamond.alive
    view.stop()
