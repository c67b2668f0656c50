"""The staff door: a PIN, and nothing else. A visitor who strays here is taken back."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any

from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from kiosk import staff
from kiosk.i18n import ngettext
from kiosk.staff import Entry
from screens.background import Teller, when_done
from screens.page import Page, is_reach
from screens.staff.patience import Patience
from screens.staff.pinpad import Dots, PinPad
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.words import Words

PATIENCE_S = 30.0
"""Without a touch for this long the door closes by itself."""
WIDTH = 860
"""Design units the pad is wide at most."""


class Screen(Page):
    """«Для сотрудников»: dots, a line that answers, the pad, the way back."""

    tone = "staff"
    has_bar = False
    idles = False

    def __init__(self, kiosk: Any, **kwargs: Any) -> None:
        super().__init__(kiosk, **kwargs)
        self._patience = Patience(PATIENCE_S, self._go_away)
        self._countdown = Clock.create_trigger(self._second, 1.0, interval=True)
        self._waiting: Teller | None = None
        self._locked_s = 0

    def heading(self) -> Heading:
        return Heading(
            title=_("Для сотрудников"),
            kicker=_("Служебный вход"),
            subtitle=_("Введите PIN киоска."),
            picture="locked-with-key",
            tone="staff",
            back=False,
        )

    def build(self, column: Column) -> None:
        if measure.portrait and not is_reach():
            column.add_widget(Widget())
        self.dots = Dots()
        column.add_widget(self.dots)
        self.line = Words("", halign="center", color=theme.palette("staff").ink)
        self.line.pos_hint = {"center_y": 0.5}
        self._slot = BoxLayout(size_hint_y=None)
        self._slot.add_widget(self.line)
        self.line.bind(height=self._make_room)
        self._make_room()
        column.add_widget(self._slot)
        units = 204 if measure.portrait else (122 if theme.large else 130)
        self.pad = PinPad(106 if is_reach() else units, self._typed, self._check)
        self.back = ActionKey(_("Вернуться"), "staff", units=112)
        self.back.bind(on_act=self._go_away)
        for widget in (self.pad, self.back):
            widget.size_hint_x = None
            widget.width = min(u(WIDTH), self._room_across())
            widget.pos_hint = {"center_x": 0.5}
            column.add_widget(widget)

    # The life cycle

    def enter(self, **args: Any) -> None:
        super().enter(**args)
        self._say("")
        self.pad.hold()
        self._patience.start()
        self._ask()

    def leave(self) -> None:
        super().leave()
        self._patience.stop()
        self._countdown.cancel()
        self._forget_waiting()
        self.pad.clear()

    def reset(self) -> None:
        super().reset()
        self.pad.clear()

    def on_touch_down(self, touch: MotionEvent) -> bool:
        self._patience.touched()
        return bool(super().on_touch_down(touch))

    # Asking the door

    def _ask(self) -> None:
        """Whether a PIN is set at all, and whether the door is locked still."""
        machine = self.kiosk.machine
        self._wait_for(machine.worker.submit(_look, machine), self._looked)

    def _looked(self, future: Future[tuple[bool, int]]) -> None:
        if future.exception() is not None:
            self._say(_cannot_check(), alarm=True)
            self.pad.wake()
            return
        is_set, wait = future.result()
        if not is_set:
            self._say_unset()
        elif wait:
            self._lock(wait)
        else:
            self._countdown.cancel()
            self._say("")
            self.pad.wake()

    def _check(self, pin: str) -> None:
        machine = self.kiosk.machine
        self.pad.hold()
        self._wait_for(machine.worker.submit(staff.check_pin, machine, pin), self._checked)

    def _checked(self, future: Future[Entry]) -> None:
        self.pad.clear()
        self.pad.wake()
        entry = future.result() if future.exception() is None else Entry(False, 0, 0)
        if entry.ok:
            self.kiosk.navigator.start("staff.day")
        elif entry.unset:
            self._say_unset()
        elif entry.locked_s:
            self._lock(entry.locked_s)
        elif entry.left:
            self._say(_wrong(entry.left), alarm=True)
        else:
            self._say(_cannot_check(), alarm=True)

    # Answering

    def _typed(self, count: int) -> None:
        self.dots.count = count
        if count:
            self._say("")

    def _lock(self, seconds: int) -> None:
        self._locked_s = seconds
        self.pad.sleep()
        self._say_locked()
        self._countdown.cancel()
        self._countdown()

    def _second(self, _dt: float) -> None:
        self._locked_s -= 1
        if self._locked_s > 0:
            self._say_locked()
        else:
            # The door's own clock has the last word.
            self._countdown.cancel()
            self._ask()

    def _say_locked(self) -> None:
        self._say(
            ngettext(
                theme.lang,
                "PIN не подошёл пять раз. Подождите {n} секунду.",
                "PIN не подошёл пять раз. Подождите {n} секунды.",
                "PIN не подошёл пять раз. Подождите {n} секунд.",
                self._locked_s,
            ),
            alarm=True,
        )

    def _say_unset(self) -> None:
        self.pad.sleep()
        self._say(
            _("PIN ещё не задан. Подключите киоск к Центру заново или задайте KIOSK_PIN."),
            alarm=True,
        )

    def _say(self, text: str, alarm: bool = False) -> None:
        self.line.say(text)
        self.line.color = theme.palette("staff").ink
        if alarm and not theme.contrast:
            self.line.color = theme.paint("brick").fill

    # What is under way

    def _make_room(self, *_args: Any) -> None:
        # Room for two lines at once, so that the pad stays where it is.
        self._slot.height = max(u(120 if theme.large else 88), self.line.height)

    def _wait_for(self, future: Future[Any], callback: Any) -> None:
        self._forget_waiting()
        self._waiting = when_done(future, callback)

    def _forget_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _go_away(self, *_args: Any) -> None:
        self.kiosk.end("staff")

    def _room_across(self) -> float:
        left, _top, right, _bottom = self.room()
        across = measure.width if measure.portrait else measure.width - u(640)
        return across - left - right


def _look(machine: Any) -> tuple[bool, int]:
    door = staff.door(machine)
    return door.is_set, door.wait_s()


def _wrong(left: int) -> str:
    return ngettext(
        theme.lang,
        "PIN не подошёл. Осталась {n} попытка.",
        "PIN не подошёл. Осталось {n} попытки.",
        "PIN не подошёл. Осталось {n} попыток.",
        left,
    )


def _cannot_check() -> str:
    return _("Проверить PIN не получилось: диск не отвечает. Попробуйте ещё раз.")
