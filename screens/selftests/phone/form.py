"""Rows to read under a title: what was found, networks, a field to fill in."""

from __future__ import annotations

from kivy.uix.widget import Widget

from content.model import Scene
from screens.selftests.phone.body import Phone
from screens.selftests.phone.parts import drawn_keys, sheet, titled, words
from screens.units import u


def make(scene: Scene) -> Phone:
    """The rows of ``scene``."""
    head = sheet(radius=44, padding=[u(22), u(12), u(22), u(12)])
    head.add_widget(titled(scene.picture, scene.title, 64))
    rows = []
    for text in scene.lines:
        row = sheet()
        row.add_widget(words(text))
        rows.append(row)
    return Phone(head, *rows, *drawn_keys(scene), Widget())
