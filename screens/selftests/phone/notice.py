"""A window in the middle of the screen that asks something."""

from __future__ import annotations

from kivy.uix.widget import Widget

from content.model import Scene
from screens.selftests.phone.body import Phone
from screens.selftests.phone.parts import drawn_keys, sheet, words
from screens.units import u
from screens.widgets.surface import Picture


def make(scene: Scene) -> Phone:
    """The window of ``scene``."""
    window = sheet(radius=44, padding=u(28))
    window.spacing = u(18)
    window.add_widget(Picture(scene.picture, 120, pos_hint={"center_x": 0.5}))
    window.add_widget(words(scene.title, "strong", halign="center"))
    for text in scene.lines:
        window.add_widget(words(text, halign="center"))
    for key in drawn_keys(scene):
        window.add_widget(key)
    return Phone(Widget(), window, Widget(), ground="#CBD8F3")
