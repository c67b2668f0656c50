"""Controls of the design: the button, the round back key, the tile and the row."""

from __future__ import annotations

from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from screens.theme import _, mix, rgba, theme
from screens.units import u
from screens.widgets.press import Key
from screens.widgets.surface import Picture
from screens.widgets.words import Words


class Face(BoxLayout):
    """What lies on a key: a box kept on the key's face."""

    def __init__(self, key: Key, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), **kwargs)
        self._key = key
        key.bind(pos=self._follow, size=self._follow)
        self._follow()

    def _follow(self, *_args: Any) -> None:
        self.pos = (self._key.x, self._key.y + self._key.edge)
        self.size = (self._key.width, max(0, self._key.height - self._key.edge))


class ActionKey(Key):
    """A button with a word or two and perhaps a picture. ``paint`` is one of the theme's."""

    def __init__(
        self,
        text: str,
        paint: str = "flax",
        picture: str = "",
        size: str = "text",
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("size_hint_y", None)
        height = kwargs.pop("units", 128)
        super().__init__(label=text, **kwargs)
        colours = theme.paint(paint)
        self.fill, self.edge_colour = colours.fill, colours.edge
        self.fg, self.bg = colours.ink, colours.fill
        self.face = Face(self, padding=[u(20), u(10), u(20), u(10)], spacing=u(16))
        self.face.add_widget(Widget())
        if picture:
            self.face.add_widget(
                Picture(picture, min(76, height * 0.6), pos_hint={"center_y": 0.5})
            )
        role = "heading" if size == "heading" else "strong"
        self.words = Words(
            text, role=role, color=colours.ink, size_hint_x=None, halign="center", free=True
        )
        self.words.pos_hint = {"center_y": 0.5}
        self.face.add_widget(self.words)
        self.face.add_widget(Widget())
        self.add_widget(self.face)
        self.text_px = self.words.font_size
        self._picture_room = u(92) if picture else 0
        self._least = u(height)
        self.height = self._least
        self.bind(width=self._fit)
        self._fit()

    def say(self, text: str) -> None:
        """Change the word on it."""
        self.label = text
        self.words.say(text)
        self._fit()

    def _fit(self, *_args: Any) -> None:
        room = max(u(60), self.width - u(40) - self._picture_room - u(34))
        self.words.measure(room)
        if self.size_hint_y is None:
            self.height = max(self._least, self.words.height + u(36) + self.edge)


class RoundKey(Key):
    """A square key with one sign on it, such as «back»."""

    def __init__(self, sign: str, label: str, paint: str = "paper", **kwargs: Any) -> None:
        side = kwargs.pop("side", 108)
        super().__init__(
            label=label, size_hint=(None, None), size=(u(side), u(side)), radius=32, **kwargs
        )
        colours = theme.paint(paint)
        self.fill, self.edge_colour = colours.fill, colours.edge
        self.fg, self.bg = colours.ink, colours.fill
        face = Face(self)
        words = Words(sign, role="heading", color=colours.ink, halign="center", valign="middle")
        words.size_hint_y = 1
        face.add_widget(words)
        self.add_widget(face)
        self.text_px = words.font_size


class Tile(Key):
    """A big coloured tile: a picture over a word and a line. In the large mode the picture
    stands beside the words."""

    def __init__(
        self,
        title: str,
        lead: str = "",
        picture: str = "",
        colour: str = "#FFFFFF",
        *,
        side: float = 148,
        beside: bool | None = None,
        role_of_title: str = "heading",
        role_of_lead: str = "small",
        centred: bool = False,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("radius", 44)
        super().__init__(label=title, **kwargs)
        palette = theme.palette("linen")
        base = rgba(colour)
        self.fill = palette.paper if theme.contrast else base
        self.edge_colour = (
            palette.edge
            if theme.contrast or colour == "#FFFFFF"
            else mix(base, rgba("#14183A"), 0.16)
        )
        self.fg, self.bg = palette.ink, self.fill
        beside = theme.large if beside is None else beside
        halign = "center" if centred else "left"
        self.face = Face(
            self,
            orientation="horizontal" if beside else "vertical",
            padding=[u(32), u(24), u(24), u(22)],
            spacing=u(28 if beside else 8),
        )
        if picture:
            place = {"center_y": 0.5} if beside else ({"center_x": 0.5} if centred else {})
            if centred and not beside:
                self.face.add_widget(Widget())
            self.face.add_widget(Picture(picture, side, pos_hint=place))
        words = BoxLayout(orientation="vertical", spacing=u(6), size_hint_y=None)
        self.title = Words(title, role=role_of_title, color=palette.ink, halign=halign)
        words.add_widget(self.title)
        self.text_px = self.title.font_size
        if lead:
            ink = palette.ink if theme.contrast else rgba("#3A3F6B")
            self.lead = Words(lead, role=role_of_lead, color=ink, halign=halign)
            words.add_widget(self.lead)
            self.text_px = self.lead.font_size
        words.bind(minimum_height=words.setter("height"))
        if beside:
            words.pos_hint = {"center_y": 0.5}
            self.face.add_widget(words)
        else:
            if not centred:
                self.face.add_widget(Widget())
            self.face.add_widget(words)
            if centred:
                self.face.add_widget(Widget())
        self.add_widget(self.face)
        self._words, self._side, self._beside = words, u(side) if picture else 0, beside
        words.bind(height=self._least)
        self._least()

    def _least(self, *_args: Any) -> None:
        room = self.face.padding[1] + self.face.padding[3] + self.edge
        if self._beside:
            least = max(self._side, self._words.height) + room
        else:
            gaps = len(self.face.children) - 1
            least = self._side + self._words.height + gaps * self.face.spacing + room
        self.size_hint_min_y = least
        if self.size_hint_y is None:
            self.height = least


class Row(Key):
    """A line of a list: picture, title and a line under it, and a sign that it opens."""

    def __init__(
        self,
        title: str,
        lead: str = "",
        picture: str = "",
        *,
        tone: str = "linen",
        opens: bool = True,
        colour: str = "",
        trailing: str = "",
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("size_hint_y", None)
        super().__init__(label=title, **kwargs)
        palette = theme.palette(tone)
        self.fill = palette.paper if theme.contrast or not colour else rgba(colour)
        self.edge_colour = palette.edge
        self.fg, self.bg = palette.ink, self.fill
        self.face = Face(self, padding=[u(36), u(22), u(30), u(22)], spacing=u(32))
        if picture:
            self.face.add_widget(Picture(picture, 108, pos_hint={"center_y": 0.5}))
        words = BoxLayout(orientation="vertical", spacing=u(6), size_hint_y=None)
        words.pos_hint = {"center_y": 0.5}
        heading = Words(title, role="strong", color=palette.ink)
        words.add_widget(heading)
        self.text_px = heading.font_size
        if lead:
            under = Words(lead, role="small", color=palette.muted)
            words.add_widget(under)
            self.text_px = under.font_size
        words.bind(minimum_height=words.setter("height"))
        self.face.add_widget(words)
        if trailing:
            mark = Words(trailing, role="small", color=palette.ink, size_hint_x=None, width=u(190))
            mark.halign = "right"
            mark.pos_hint = {"center_y": 0.5}
            self.face.add_widget(mark)
        if opens:
            sign = Words(
                "›", role="heading", color=theme.paint("flax").fill, size_hint_x=None, width=u(30)
            )
            if theme.contrast or tone in ("night", "hue"):
                sign.color = palette.ink
            sign.pos_hint = {"center_y": 0.5}
            self.face.add_widget(sign)
        self.add_widget(self.face)
        self._words, self._least = words, u(108) if picture else u(70)
        words.bind(height=self._grow)
        self._grow()

    def _grow(self, *_args: Any) -> None:
        self.height = max(self._least, self._words.height) + u(44) + self.edge


def back_key(on_act: Any, tone: str = "linen", hue: str = "") -> RoundKey:
    """The key that goes back, in the tone of the page."""
    key = RoundKey("‹", _("Назад"), "glass" if tone in ("night", "hue") else "paper")
    if hue:
        colours = theme.glass_on(hue)
        key.fill, key.edge_colour, key.bg = colours.fill, colours.edge, colours.fill
    key.bind(on_act=on_act)
    return key
