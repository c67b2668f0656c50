"""Frames confined to what changed: nothing of the rest is lost."""

from __future__ import annotations

from kivy.graphics import Color, Rectangle
from kivy.uix.widget import Widget
from PIL import ImageChops

from screens.damage import damage
from screens.driving import picture
from tests.screens.stage import Stage


def test_a_confined_frame_changes_nothing_outside_its_box_and_the_next_one_draws_it(
    stage: Stage,
) -> None:
    widget = Widget()
    with widget.canvas:
        colour = Color(1, 0, 0, 1)
        Rectangle(size=stage.window.size)
    stage.root.add_widget(widget)
    stage.step(2)
    before = picture.take(stage.window)
    colour.rgb = (0, 1, 0)
    damage.mark(100, 200, 50, 60)
    stage.glass.frames.step(1)
    after = picture.read(stage.window)
    left, upper, right, lower = ImageChops.difference(before, after).getbbox()
    assert (right - left, lower - upper) == (52, 62)
    assert (left, after.height - lower) == (100, 200)
    stage.glass.frames.step(1)
    whole = picture.read(stage.window)
    assert whole.getcolors() == [(whole.width * whole.height, (0, 255, 0))]
