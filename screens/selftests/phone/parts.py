"""What the screens of the phone are put together of: sheets with words, drawn keys, titles."""

from __future__ import annotations

from typing import Any

from kivy.uix.anchorlayout import AnchorLayout
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from content.model import Scene, Text
from screens.page import is_reach
from screens.selftests.phone.body import ink
from screens.theme import BLACK, CLEAR, WHITE, Colour, theme
from screens.units import measure, u
from screens.widgets.surface import Picture, Sheet
from screens.widgets.words import Words

READ, ABOVE = 38, 34
"""Design units of its letters on a standing screen, and where it stands over the half that is
touched: larger than the page's, for they are what is read. A lying screen has no room for that."""
SIGN = 100
"""Design units of a drawn key with a picture."""


def sheet(fill: Colour = WHITE, radius: float = 32, **kwargs: Any) -> Sheet:
    """A column on a rounded sheet, as tall as what it holds."""
    kwargs.setdefault("padding", [u(26), u(20), u(26), u(20)])
    made = Sheet(orientation="vertical", size_hint_y=None, spacing=u(10), **kwargs)
    made.radius = u(radius)
    made.fill = WHITE if theme.contrast else fill
    made.line = u(3)
    made.line_colour = BLACK if theme.contrast else CLEAR
    made.bind(minimum_height=made.setter("height"))
    return made


def words(text: Text, role: str = "text", **kwargs: Any) -> Words:
    """A text on the phone's screen."""
    least = u(ABOVE if is_reach() else READ) if measure.portrait else 0
    kwargs.setdefault("font_size", max(least, theme.text_px(role)))
    kwargs.setdefault("color", ink())
    return Words(text.say(theme.lang), role=role, **kwargs)


def titled(picture: str, title: Text, side: float = 72, **kwargs: Any) -> BoxLayout:
    """A picture and a name beside it; ``kwargs`` are the name's."""
    row = BoxLayout(size_hint_y=None, spacing=u(18))
    row.bind(minimum_height=row.setter("height"))
    row.add_widget(Picture(picture, side, pos_hint={"center_y": 0.5}))
    row.add_widget(words(title, "strong", pos_hint={"center_y": 0.5}, **kwargs))
    return row


def drawn_key(text: Text, loud: bool = True) -> Sheet:
    """What looks like a key of the phone. It is no control."""
    colours = theme.paint("flax" if loud else "paper")
    made = sheet(colours.fill, 36, padding=[u(20), u(18), u(20), u(18)])
    made.fill = colours.fill
    if not loud:
        made.line_colour = ink()
    made.add_widget(words(text, "strong", color=colours.ink, halign="center"))
    return made


def drawn_keys(scene: Scene) -> list[Widget]:
    """The keys with words, the loudest first: side by side where a standing screen has room."""
    keys: list[Widget] = [drawn_key(text, loud=not at) for at, text in enumerate(scene.keys)]
    if len(keys) < 2 or theme.large or not measure.portrait:
        return keys
    row = BoxLayout(size_hint_y=None, spacing=u(16))
    row.bind(minimum_height=row.setter("height"))
    for key in keys:
        row.add_widget(key)
    return [row]


def sign_row(scene: Scene) -> Widget:
    """The keys with pictures, in a row in the middle."""
    row = BoxLayout(size_hint=(None, None), spacing=u(28), height=u(SIGN))
    row.bind(minimum_width=row.setter("width"))
    for name in scene.signs:
        key = AnchorLayout(size_hint=(None, None), size=(u(SIGN), u(SIGN)))
        disc = Sheet(padding=u(16))
        disc.radius, disc.fill = u(SIGN), WHITE
        disc.line, disc.line_colour = u(4), ink()
        disc.add_widget(Picture(name, SIGN - 32))
        key.add_widget(disc)
        row.add_widget(key)
    held = AnchorLayout(size_hint_y=None, height=u(SIGN))
    held.add_widget(row)
    return held
