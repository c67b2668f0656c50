"""A page of the internet under its address."""

from __future__ import annotations

from kivy.uix.widget import Widget

from content.model import Scene
from screens.selftests.phone.body import Phone
from screens.selftests.phone.parts import drawn_keys, sheet, titled, words
from screens.theme import rgba, theme
from screens.units import measure, u
from screens.widgets.surface import Picture

PICTURE, LYING = 84, 150
"""Design units of the picture over the words; on a lying screen."""

NARROW = 33
"""Design units of an address's letters in the large mode of a lying screen: it keeps to one line,
for it is read letter by letter."""


def make(scene: Scene) -> Phone:
    """The page of ``scene``: its address with a lock, a picture, a heading and what it asks."""
    bar = sheet(rgba("#DCE4F6"), 44, padding=[u(16), u(12), u(16), u(12)])
    narrow = {"font_size": u(NARROW)} if theme.large and not measure.portrait else {}
    bar.add_widget(titled("locked", scene.title, 40, **narrow))
    side = PICTURE if measure.portrait or theme.large else LYING
    picture = Picture(scene.picture, side, pos_hint={"center_x": 0.5})
    texts = [
        words(text, "text" if at else "strong", halign="center")
        for at, text in enumerate(scene.lines)
    ]
    return Phone(bar, picture, *texts, *drawn_keys(scene), Widget(), ground="#FFFFFF")
