"""Messages: who writes, what came, a line to answer in."""

from __future__ import annotations

from kivy.uix.widget import Widget

from content.model import Scene
from screens.selftests.phone.body import Phone
from screens.selftests.phone.parts import drawn_keys, sheet, sign_row, titled, words
from screens.units import u


def make(scene: Scene) -> Phone:
    """The messages of ``scene``."""
    head = sheet(padding=[u(18), u(14), u(18), u(14)])
    head.add_widget(titled(scene.picture, scene.title))
    bubbles = []
    for text in scene.lines:
        bubble = sheet(radius=36, size_hint_x=0.94)
        bubble.add_widget(words(text))
        bubbles.append(bubble)
    foot = [sign_row(scene)] if scene.signs else []
    return Phone(head, *bubbles, *drawn_keys(scene), Widget(), *foot, ground="#DDEBE4")
