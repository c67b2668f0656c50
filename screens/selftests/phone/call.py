"""A call: who it is, what is said, the keys below."""

from __future__ import annotations

from kivy.uix.widget import Widget

from content.model import Scene
from screens.selftests.phone.body import Phone
from screens.selftests.phone.parts import drawn_keys, sheet, sign_row, words
from screens.theme import theme
from screens.units import measure
from screens.widgets.surface import Picture

FACE, LYING = 116, 170
"""Design units of the face of who calls; on a lying screen."""


def make(scene: Scene) -> Phone:
    """The call of ``scene``."""
    side = FACE if measure.portrait or theme.large else LYING
    face = Picture(scene.picture, side, pos_hint={"center_x": 0.5})
    said = []
    for text in scene.lines:
        bubble = sheet(radius=36)
        bubble.add_widget(words(text, halign="center"))
        said.append(bubble)
    name = words(scene.title, "strong", halign="center")
    foot = [sign_row(scene)] if scene.signs else []
    return Phone(face, name, *said, *drawn_keys(scene), Widget(), *foot, ground="#E4DEFA")
