"""A strip of photographs on the page of a thing, and the way to its video.

At most :data:`DECODED` photographs are decoded at once: those in sight and the next. They come
after the page's first frame, and go when the page does.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.animation import Animation
from kivy.clock import Clock
from kivy.graphics.texture import Texture
from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty, NumericProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.stencilview import StencilView
from kivy.uix.widget import Widget

from content.media import packed
from content.model import Media
from screens.media.darkroom import Darkroom, Order
from screens.media.pane import RADIUS, Pane
from screens.page import Page
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import RoundKey, Row
from screens.widgets.press import Pressable
from screens.widgets.scroller import SLOP, Column
from screens.widgets.words import Words

DECODED = 4
LATER_S = 0.05
"""After the page appeared: its first frame is not late for photographs."""
WIDE, TALL, GAP = 620, 413, 24
"""Design units of a card and of the room between two."""


def show_media(page: Page, column: Column, of: str, thing: Any) -> None:
    """Put the photographs and the video of a thing on its page; nothing where it has none.
    ``of`` is its kind as :data:`content.media.CARRIERS` calls it."""
    photos = [one for one in thing.media if one.kind == "photo"]
    if photos:
        column.add_widget(Strip(page, of, thing.id, photos))
    for video in (one for one in thing.media if one.kind == "video"):
        row = Row(video.alt.say(theme.lang), _("Видео"), "film-projector")
        row.bind(on_act=lambda *_args: page.kiosk.go("media.video", of=of, id=thing.id))
        column.add_widget(row)


class PhotoCard(Pressable):
    """One photograph, cut to its card."""

    def __init__(self, media: Media, **kwargs: Any) -> None:
        alt = media.alt.say(theme.lang)
        super().__init__(label=alt, size_hint=(None, None), **kwargs)
        self.alt = alt
        palette = theme.palette("linen")
        self.fg, self.bg = palette.ink, palette.paper
        self.text_px = theme.text_px("text")
        self.pane = Pane("linen")
        self.add_widget(self.pane)
        self.failed = self.asked = False

    def take(self, texture: Texture | None) -> None:
        """The photograph is decoded, or cannot be."""
        self.failed = texture is None
        if texture is None:
            self.pane.say("framed-picture", self.alt)
            self.pane.hush(not self.lively)
        else:
            self.pane.show(texture)

    def drop(self) -> None:
        """Give the photograph back; words may stay."""
        self.asked = False
        if self.pane.texture is not None:
            self.pane.show(None)


class Strip(BoxLayout):
    """Photographs side by side, moved by a finger or by keys. ``offset`` is px to the left."""

    offset = NumericProperty(0)
    overflows = BooleanProperty(False)
    """Whether it can be moved: then a card acts when the finger lifts."""

    def __init__(self, page: Page, of: str, id: str, photos: list[Media]) -> None:
        super().__init__(orientation="vertical", size_hint_y=None, spacing=u(16))
        self._page, self._of, self._id, self._photos = page, of, id, photos
        self._folder = page.kiosk.machine.library.folder
        self._darkroom = Darkroom()
        self._shown = False
        self._load_soon = Clock.create_trigger(self._load, LATER_S)
        self.window = StencilView(size_hint_y=None)
        self.cards = [PhotoCard(one) for one in photos]
        for number, card in enumerate(self.cards):
            card.bind(on_act=partial(self._open, number))
            self.window.add_widget(card)
        self.add_widget(self.window)
        self._keys = self._make_keys() if len(photos) > 1 else None
        if self._keys is not None:
            self.add_widget(self._keys)
        self.bind(minimum_height=self.setter("height"))
        self.window.bind(pos=self._lay, size=self._lay)
        self.bind(offset=self._lay, width=self._measure)
        page.bind(parent=self._page_moved)
        self._measure()

    # Life: with the page in the frame, and no longer

    def stop(self) -> None:
        """Nothing is left running and no photograph in memory."""
        self._shown = False
        self._load_soon.cancel()
        Animation.cancel_all(self, "offset")
        self._darkroom.close()
        for card in self.cards:
            card.drop()

    def _page_moved(self, _page: Page, parent: Widget | None) -> None:
        if parent is None:
            self.stop()
        elif self.get_parent_window() is not None or self.parent is not None:
            self._shown = True
            self._load_soon()

    # Where everything is

    @property
    def step(self) -> float:
        """From one card to the next, px."""
        return float(self.cards[0].width + u(GAP))

    @property
    def reach(self) -> float:
        """The greatest offset."""
        return max(0.0, self.step * len(self.cards) - u(GAP) - self.width)

    @property
    def at(self) -> int:
        """The first card that is not half gone."""
        return min(len(self.cards) - 1, max(0, round(self.offset / self.step)))

    def _measure(self, *_args: Any) -> None:
        if self.width <= 1:
            return
        wide = min(u(WIDE), self.width)
        tall = wide * TALL / WIDE
        if len(self.cards) == 1:
            tall = min(self.width * 9 / 16, u(560 if measure.portrait else 480))
            wide = self.width
        if theme.reach and measure.portrait:
            tall = min(tall, u(300))
        for card in self.cards:
            card.size = (round(wide), round(tall))
        self.window.height = round(tall)
        self.overflows = self.reach > 1
        if self._keys is not None:
            self._keys.opacity = 1 if self.overflows else 0
        self._lay()

    def _lay(self, *_args: Any) -> None:
        for number, card in enumerate(self.cards):
            x = self.window.x + number * self.step - self.offset
            card.pos = (round(x), self.window.y)
            card.pane.pos, card.pane.size = card.pos, card.size
            card.lively = -1 <= x - self.window.x <= self.width - card.width + 1
            card.pane.hush(not card.lively)
        if self._keys is not None:
            self._count.say(f"{self.at + 1} / {len(self.cards)}")
        if self._shown:
            self._load_soon()

    def wanted(self) -> list[int]:
        """The cards to have decoded: those in sight, then the next."""
        first = int(self.offset // self.step)
        return list(range(first, min(len(self.cards), first + DECODED)))

    # Photographs

    def _load(self, _dt: float) -> None:
        wanted = self.wanted()
        for number, card in enumerate(self.cards):
            if number not in wanted:
                card.drop()
            elif not card.asked:
                card.asked = True
                size = (int(card.width), int(card.height))
                path = packed(self._folder, self._photos[number])
                order = Order(path, size, cover=True, radius=int(u(RADIUS)))
                self._darkroom.ask(order, partial(self._take, card))

    def _take(self, card: PhotoCard, texture: Texture | None) -> None:
        # By now a finger may have moved it out of sight.
        if card.asked:
            card.take(texture)

    def _open(self, number: int, *_args: Any) -> None:
        self._page.kiosk.go("media.photo", of=self._of, id=self._id, n=number)

    # Moving

    def _make_keys(self) -> BoxLayout:
        keys = BoxLayout(size_hint_y=None, height=u(104), spacing=u(20))
        self._count = Words(role="small", color=theme.palette("linen").muted, halign="right")
        self._count.pos_hint = {"center_y": 0.5}
        keys.add_widget(self._count)
        for sign, label, by in (("‹", _("Предыдущее фото"), -1), ("›", _("Следующее фото"), 1)):
            key = RoundKey(sign, label, "paper", side=96, edge=6)
            key.bind(on_act=partial(self._move, by))
            keys.add_widget(key)
        return keys

    def _move(self, by: int, *_args: Any) -> None:
        self._glide_to((self.at + by) * self.step)

    def _glide_to(self, goal: float) -> None:
        goal = min(max(0.0, goal), self.reach)
        Animation.cancel_all(self, "offset")
        if theme.calm:
            self.offset = goal
        else:
            Animation(offset=goal, d=0.22, t="out_cubic").start(self)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if self.overflows and self.window.collide_point(*touch.pos):
            Animation.cancel_all(self, "offset")
            touch.grab(self)
        return bool(super().on_touch_down(touch))

    def on_touch_move(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_move(touch))
        across, along = abs(touch.x - touch.ox), abs(touch.y - touch.oy)
        if not touch.ud.get("scrolling") and across > u(SLOP) and across > along:
            # From now on the page does not scroll by this finger.
            touch.ud["scrolling"], touch.ud["scroller"] = True, self
        if touch.ud.get("scroller") is self:
            self.offset = min(max(0.0, self.offset - touch.dx), self.reach)
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_up(touch))
        touch.ungrab(self)
        if touch.ud.get("scroller") is self:
            swept = touch.ox - touch.x
            part = 0.35 if swept > 0 else -0.35
            self._glide_to(round(self.offset / self.step + part) * self.step)
        elif not touch.ud.get("scrolling"):
            self._bring(touch.x)
        return True

    def _bring(self, x: float) -> None:
        """A card half out of sight was touched: it comes in whole."""
        for number, card in enumerate(self.cards):
            if not card.lively and card.x <= x < card.x + card.width:
                self._glide_to(number * self.step)
