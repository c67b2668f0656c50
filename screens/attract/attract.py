"""The attract screen: the constellation of the region's towns, slowly alive, and scenes of what is
inside.

The first touch wakes it and presses nothing beneath; only its own choices of view and language
act as they wake it.
"""

from __future__ import annotations

from typing import Any

from kivy.input.motionevent import MotionEvent
from kivy.uix.gridlayout import GridLayout

from kiosk.best import board
from kiosk.playbill import Scene, playbill
from screens.attract.scenes import Scenes
from screens.exhibits.view import has_view
from screens.page import Box, Page
from screens.theme import CLEAR, _, theme
from screens.units import measure, u
from screens.widgets.bar import MODE_PICTURES, Item, mode_name
from screens.widgets.buttons import ActionKey
from screens.widgets.choice import Choice
from screens.widgets.header import MARGIN, SIDE, Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Picture

CHOICES = ("large", "contrast", "reach")


class Screen(Page):
    """«Созвездие профессий»: a sky, a title, one big gold button."""

    tone = "night"
    has_bar = False
    idles = False
    gap = 36

    def heading(self) -> Heading:
        contact = self.kiosk.machine.library.pack.contact
        return Heading(
            title=_("Созвездие профессий"),
            kicker=contact.base.say(theme.lang) and _("Центр профориентации Смоленской области"),
            subtitle=_("Найдите свою звезду на карте Смоленщины"),
            tone="night",
            back=False,
            badge=True,
            role="title" if theme.large and not measure.portrait else "display",
        )

    def make_art(self) -> Any:
        return Scenes(self.kiosk, self.constellation(), self._bill)

    def _bill(self) -> list[Scene]:
        machine = self.kiosk.machine
        return playbill(
            machine.settings.attract,
            machine.library,
            machine.now().astimezone(),
            board(machine).all(self.kiosk.today),
            has_view,
        )

    def build(self, column: Column) -> None:
        squat = theme.large and not measure.portrait
        self.touch_me = ActionKey(
            _("Коснитесь экрана"),
            "gold",
            "backhand-index-pointing-up",
            size="text" if squat else "heading",
            units=150 if squat else 200,
            edge=14,
            radius=64,
        )
        column.add_widget(self.touch_me)
        items = [
            Item(mode_name(mode), MODE_PICTURES[mode], self._wake_in_mode(mode))
            for mode in CHOICES
            if mode != "reach" or measure.portrait
        ]
        other = "English" if theme.lang == "ru" else "Русский"
        items.append(Item(other, "globe-with-meridians", self._wake_in_other_language))
        grid = GridLayout(
            cols=2 if theme.large else len(items),
            size_hint_y=None,
            spacing=[u(24), u(24)],
        )
        grid.bind(minimum_height=grid.setter("height"))
        for item in items:
            grid.add_widget(Choice(item))
        column.add_widget(grid)

    def fill(self) -> None:
        super().fill()
        if self.header is not None:
            # The sky is one: nothing parts the words from the stars.
            self.header.line_colour = CLEAR
        self.rocket = Picture("rocket", 250)
        if not theme.contrast and self.art is not None and not theme.reach:
            self.add_widget(self.rocket)
            self.art.bind(pos=self._place_rocket, size=self._place_rocket)
            self.art.bind(plain=self._hide_rocket)
            self._place_rocket()

    def enter(self, **args: Any) -> None:
        super().enter(**args)
        if self.art is not None:
            self.art.play()

    def leave(self) -> None:
        super().leave()
        if self.art is not None:
            self.art.halt()

    def places(self) -> tuple[Box, Box, Box]:
        x, y, w, h = self.x, self.y, self.width, self.height
        assert self.header is not None
        words = self.header.column.minimum_height
        if not measure.portrait:
            left = u(880)
            foot = max(u(470), self._body_height())
            return (
                Box(x, y + foot, left, h - foot),
                Box(x + left, y + u(40), w - left - u(30), h - u(80)),
                Box(x, y, left, foot),
            )
        body = self._body_height()
        head = Box(x, y + h - words, w, words)
        return head, Box(x, y + body, w, head.y - y - body), Box(x, y, w, body)

    def _body_height(self) -> float:
        if self.scroller is None:
            return u(520)
        return float(
            min(
                self.height * (0.5 if measure.portrait else 0.6),
                max(u(420), self.scroller.column.minimum_height),
            )
        )

    def room(self) -> list[float]:
        side = u(MARGIN if measure.portrait else SIDE)
        return [side, u(30), side, u(64)]

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if touch.ud.get("knock"):
            return True
        if not super().on_touch_down(touch) or not touch.ud.get("chosen"):
            self.kiosk.wake()
        return True

    def _place_rocket(self, *_args: Any) -> None:
        if self.art is None:
            return
        if measure.portrait:
            self.rocket.pos = (self.x + self.width - u(400), self.art.y - u(70))
        else:
            self.rocket.pos = (self.x + self.width - u(300), self.art.y + u(10))

    def _hide_rocket(self, _art: Any, plain: bool) -> None:
        self.rocket.opacity = 1 if plain else 0

    def _wake_in_mode(self, mode: str) -> Any:
        def act() -> None:
            self.kiosk.wake()
            self.kiosk.set_modes(theme.modes | {mode})

        return act

    def _wake_in_other_language(self) -> None:
        self.kiosk.wake()
        self.kiosk.switch_language()
