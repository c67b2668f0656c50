"""A page of the internet under its address."""

from __future__ import annotations

from kivy.uix.widget import Widget

from content.model import Scene
from screens.selftests.phone.body import Phone
from screens.selftests.phone.parts import drawn_keys, sheet, titled, words
from screens.theme import rgba
from screens.units import u
from screens.widgets.surface import Picture

PICTURE = 84
"""Design units of the picture over the words."""


def make(scene: Scene) -> Phone:
    """The page of ``scene``: its address with a lock, a picture, a heading and what it asks."""
    bar = sheet(rgba("#DCE4F6"), 44, padding=[u(16), u(12), u(16), u(12)])
    bar.add_widget(titled("locked", scene.title, 40))
    picture = Picture(scene.picture, PICTURE, pos_hint={"center_x": 0.5})
    texts = [
        words(text, "text" if at else "strong", halign="center")
        for at, text in enumerate(scene.lines)
    ]
    return Phone(bar, picture, *texts, *drawn_keys(scene), Widget(), ground="#FFFFFF")
