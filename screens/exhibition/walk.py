"""A walk's controls: a chip for each audience, and a stop or a stand as a line of the list."""

from __future__ import annotations

from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from content.model import Audience, Stand
from kiosk.hall import Stop
from kiosk.i18n import ngettext
from screens.shapes import disc
from screens.theme import _, rgba, theme
from screens.typography import SOFT
from screens.units import u
from screens.widgets.buttons import Face
from screens.widgets.press import Key
from screens.widgets.surface import Picture
from screens.widgets.words import Words

GOLD = "#FFC94D"


def about_minutes(minutes: int) -> str:
    """«около 15 минут»."""
    return ngettext(theme.lang, "около {n} минуты", "около {n} минут", "около {n} минут", minutes)


class AudienceChip(Key):
    """Whose walk to show; gold while it is shown. ``upright``: the picture over the name."""

    def __init__(self, audience: Audience, on: bool, upright: bool, **kwargs: Any) -> None:
        label = audience.name.say(theme.lang).replace(SOFT, "")
        super().__init__(label=label, edge=6, radius=40, **kwargs)
        colours = theme.paint("glass")
        if on:
            colours = theme.paint("ink" if theme.contrast else "gold")
        self.fill, self.edge_colour = colours.fill, colours.edge
        self.fg, self.bg = colours.ink, colours.fill
        face = Face(
            self,
            orientation="vertical" if upright else "horizontal",
            padding=[u(4), u(12), u(4), u(10)] if upright else [u(20), u(8), u(14), u(8)],
            spacing=u(4 if upright else 14),
        )
        middle = {"center_x": 0.5} if upright else {"center_y": 0.5}
        if upright:
            face.add_widget(Widget(size_hint_min_y=0))
        face.add_widget(Picture(audience.picture, 48, pos_hint=middle))
        small = u(24) if upright and not theme.large else theme.text_px("small")
        self._words = Words(label, role="small", font_size=small, color=colours.ink)
        self._words.halign = "center" if upright else "left"
        self._words.pos_hint = {"center_y": 0.5}
        face.add_widget(self._words)
        if upright:
            face.add_widget(Widget(size_hint_min_y=0))
        self.add_widget(face)
        self.text_px = small
        self._over = u(48 + 12 + 22) if upright else u(16)
        self._words.bind(height=self._least)
        self._least()

    def _least(self, *_args: Any) -> None:
        self.size_hint_min_y = max(u(100), self._words.height + self._over) + self.edge


class Number(Widget):
    """A number on a disc."""

    def __init__(self, number: int, gold: bool, **kwargs: Any) -> None:
        ground, ink = theme.palette("linen").paper, theme.palette("linen").ink
        if theme.contrast:
            ground, ink = (ink, ground) if gold else (ground, ink)
        elif gold:
            ground = rgba(GOLD)
        self._words = Words(str(number), role="strong", color=ink, free=True)
        self._words.measure()
        side = max(u(58), self._words.height * 1.25)
        super().__init__(size_hint=(None, None), size=(side, side), **kwargs)
        with self.canvas:
            Color(*ground)
            self._round = Rectangle(texture=disc(), size=(side, side))
        self.add_widget(self._words)
        self.bind(pos=self._lay)
        self._lay()

    def _lay(self, *_args: Any) -> None:
        self._round.pos = self.pos
        words = self._words
        words.pos = (
            self.x + (self.width - words.width) / 2,
            self.y + (self.height - words.height) / 2,
        )


class StandRow(Key):
    """A stand in the list: its number or, on a walk, which stop it is and for how long."""

    def __init__(self, stand: Stand, stop: Stop | None, tone: str = "night", **kwargs: Any) -> None:
        name = stand.name.say(theme.lang)
        super().__init__(label=name.replace(SOFT, ""), radius=36, **kwargs)
        palette = theme.palette(tone)
        self.fill, self.edge_colour = palette.paper, palette.edge
        self.fg, self.bg = palette.ink, palette.paper
        face = Face(self, padding=[u(16), u(12), u(16), u(12)], spacing=u(14))
        number = stand.number if stop is None else stop.order
        face.add_widget(Number(number, stop is not None, pos_hint={"center_y": 0.5}))
        face.add_widget(Picture(stand.picture, 64, pos_hint={"center_y": 0.5}))
        self._words = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(2))
        self._words.bind(minimum_height=self._words.setter("height"))
        self._words.pos_hint = {"center_y": 0.5}
        strong = Words(name, role="strong", color=palette.ink)
        self._words.add_widget(strong)
        self.text_px = strong.font_size
        if stop is not None:
            under = Words(self._under(stop), role="small", color=palette.muted)
            self._words.add_widget(under)
            self.text_px = under.font_size
        face.add_widget(self._words)
        self.add_widget(face)
        self._words.bind(height=self._least)
        self._least()

    def _under(self, stop: Stop) -> str:
        where = _("Стенд № {n}").format(n=stop.stand.number)
        return f"{where} · {about_minutes(stop.minutes)}" if stop.minutes else where

    def _least(self, *_args: Any) -> None:
        self.size_hint_min_y = max(u(72), self._words.height) + u(24) + self.edge
