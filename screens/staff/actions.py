"""What staff can do on the screen of the day, by how far the day has come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from kivy.uix.boxlayout import BoxLayout

from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey

State = Literal["open", "sending", "sent", "kept"]
"""The day is open, being sent, sent, or closed with records still on the kiosk."""
Act = Callable[..., None]


class Actions(BoxLayout):
    """One big key at the foot and small ones over it; on a lying screen all in a row. ``main`` is
    the big one."""

    def __init__(self, close_day: Act, examine: Act, go: Act, **kwargs: Any) -> None:
        self._wide = not measure.portrait
        super().__init__(
            orientation="horizontal" if self._wide else "vertical",
            size_hint_y=None,
            spacing=u(24),
            **kwargs,
        )
        self.bind(minimum_height=self.setter("height"))
        self._close_day, self._go = close_day, go
        self._state: State | None = None
        self.checkup = self._make(_("Проверка"), "stethoscope", examine)
        self.main: ActionKey
        self.exit: ActionKey | None = None
        self.again: ActionKey | None = None
        self._small = BoxLayout(size_hint=(1.4 if self._wide else 1, None), spacing=u(24))
        self._small.bind(minimum_height=self._small.setter("height"))

    def show(self, state: State) -> None:
        """The keys of this state."""
        if state == self._state:
            return
        self._state = state
        self.clear_widgets()
        self._small.clear_widgets()
        self._small.add_widget(self.checkup)
        self.exit = self.again = None
        if state in ("open", "sending"):
            self.exit = self._key(_("Выйти"), "door", self._go)
        elif state == "kept":
            self.again = self._key(_("Ещё раз"), "satellite-antenna", self._close_day)
        self.add_widget(self._small)
        self.main = self._main(state)
        self.add_widget(self.main)

    def checking(self, going_on: bool) -> None:
        """Whether the checkup is under way: its key then waits."""
        self.checkup.lively = not going_on
        self.checkup.say(_("Проверяем…") if going_on else _("Проверка"))

    def _main(self, state: State) -> ActionKey:
        text, paint, act = {
            "open": (_("Закрыть день"), "flax", self._close_day),
            "sending": (_("Отправляем…"), "staff", None),
            "sent": (_("Готово, выйти"), "ink", self._go),
            "kept": (_("Готово, выйти"), "ink", self._go),
        }[state]
        units = 144 if self._wide else 168
        size = "text" if self._wide and theme.large else "heading"
        key = ActionKey(text, paint, size=size, units=units, edge=12, radius=56)
        if act is None:
            key.lively = False
        else:
            key.bind(on_act=act)
        return key

    def _key(self, text: str, picture: str, act: Act) -> ActionKey:
        key = self._make(text, picture, act)
        self._small.add_widget(key)
        return key

    def _make(self, text: str, picture: str, act: Act) -> ActionKey:
        # In a row of three the words need the picture's room.
        picture = "" if self._wide else picture
        key = ActionKey(text, "staff", picture, units=144 if self._wide else 120)
        key.bind(on_act=act)
        return key
