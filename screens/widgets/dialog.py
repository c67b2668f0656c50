"""Dialogs: a veil over the page, a card, and one thing to do."""

from __future__ import annotations

from typing import Any

from kivy.properties import ColorProperty, NumericProperty
from kivy.uix.anchorlayout import AnchorLayout
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from screens.kv import load_kv
from screens.page import is_reach
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey
from screens.widgets.surface import Card, Picture
from screens.widgets.words import Words

load_kv(__file__)


class Dialog(AnchorLayout):
    """A card over a darkened page; in the reach mode it stands in the lower half."""

    veil = ColorProperty((0.04, 0.06, 0.22, 0.72))

    def __init__(self, *, width: float = 880, **kwargs: Any) -> None:
        super().__init__(anchor_y="bottom" if is_reach() else "center", **kwargs)
        if is_reach():
            self.padding = [0, 0, 0, u(40)]
        if theme.contrast:
            self.veil = (1, 1, 1, 0.88)
        limit = measure.width - u(64) * 2
        self.card = Card(
            size_hint_x=None, width=min(u(width), limit), room=(56, 52, 56, 52), spacing=u(28)
        )
        self.add_widget(self.card)


class Ring(Widget):
    """Seconds left, as a ring that empties around the number. ``part`` is 0 to 1."""

    part = NumericProperty(1.0)
    ink = ColorProperty((0, 0, 0, 1))
    ground = ColorProperty((0.9, 0.9, 0.95, 1))


class IdleWarning(Dialog):
    """«Are you still here?» with a countdown and one big button."""

    def __init__(self, seconds: float, on_stay: Any, on_leave: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._total = self._left = float(seconds)
        ink = theme.palette("linen").ink
        head = BoxLayout(size_hint_y=None, spacing=u(36))
        head.bind(minimum_height=head.setter("height"))
        self._ring = Ring(size_hint=(None, None), size=(u(200), u(200)))
        self._ring.ink = ink if theme.contrast else theme.paint("flax").fill
        self._number = Words(self._text, role="title", color=ink, free=True)
        self._ring.bind(pos=self._centre, size=self._centre)
        self._ring.add_widget(self._number)
        head.add_widget(self._ring)
        words = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(10))
        words.bind(minimum_height=words.setter("height"))
        words.pos_hint = {"center_y": 0.5}
        words.add_widget(Words(_("Вы ещё здесь?"), role="heading", color=ink))
        words.add_widget(
            Words(
                _("Если нет, экран сам вернётся в начало и всё забудет."),
                color=theme.palette("linen").muted,
            )
        )
        head.add_widget(words)
        self.card.add_widget(head)
        self.stay = ActionKey(_("Я здесь"), "gold", "waving-hand", size="heading", units=168)
        self.stay.bind(on_act=on_stay)
        self.card.add_widget(self.stay)
        self.finish = ActionKey(_("Закончить"), "sand", units=112)
        self.finish.bind(on_act=on_leave)
        self.card.add_widget(self.finish)

    @property
    def _text(self) -> str:
        return str(int(self._left))

    def _centre(self, *_args: Any) -> None:
        ring, number = self._ring, self._number
        number.pos = (
            ring.x + (ring.width - number.width) / 2,
            ring.y + (ring.height - number.height) / 2,
        )

    def count_down(self) -> bool:
        """One second has gone; whether none is left."""
        self._left -= 1
        self._number.say(self._text)
        self._centre()
        self._ring.part = max(0.0, self._left / self._total)
        return self._left <= 0


class Notice(Dialog):
    """A sentence or two and a button: what went wrong, or what a figure rests on."""

    def __init__(
        self, title: str, text: str, on_close: Any, picture: str = "", **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        palette = theme.palette("linen")
        if picture:
            self.card.add_widget(Picture(picture, 140, pos_hint={"center_x": 0.5}))
        self.card.add_widget(Words(title, role="heading", color=palette.ink))
        self.card.add_widget(Words(text, color=palette.muted))
        close = ActionKey(_("Понятно"), "flax")
        close.bind(on_act=on_close)
        self.card.add_widget(close)
