"""Leading a group, the first step: whose walk it is. Staff come here from their own screen."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.input.motionevent import MotionEvent
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout

from kiosk import hall as halls
from screens.exhibition.walk import about_minutes
from screens.page import Page, empty_note
from screens.staff.patience import Patience
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey, Row
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.words import Words

PATIENCE_S = 180.0
"""Without a touch for this long the screen is left, as the other staff screens are."""


class Screen(Page):
    """The walks, the language, and the way back."""

    tone = "staff"
    private = True
    has_bar = False
    idles = False

    def __init__(self, kiosk: Any, **kwargs: Any) -> None:
        super().__init__(kiosk, **kwargs)
        self._patience = Patience(PATIENCE_S, self._go_away)

    def heading(self) -> Heading:
        return Heading(
            title=_("Вести группу"),
            kicker=_("Служебное меню"),
            subtitle=_("Выберите маршрут. Листать можно касанием или пультом."),
            picture="busts-in-silhouette",
            tone="staff",
            back=False,
        )

    def build(self, column: Column) -> None:
        library = self.kiosk.machine.library
        hall = halls.hall_of(library)
        grid = GridLayout(
            cols=1 if theme.large or measure.portrait else 2, size_hint_y=None, spacing=u(24)
        )
        grid.bind(minimum_height=grid.setter("height"))
        for route in hall.routes if hall is not None else []:
            audience = library.audience(route.audience)
            if audience is None or hall is None or not halls.stops_of(library, hall, route):
                continue
            line = about_minutes(route.minutes)
            if measure.portrait:
                line = f"{route.name.say(theme.lang)} · {line}"
            row = Row(audience.name.say(theme.lang), line, audience.picture, tone="staff")
            row.bind(on_act=partial(self._begin, route.audience))
            grid.add_widget(row)
        if grid.children:
            column.add_widget(grid)
        else:
            note = _("План выставки ещё не нарисован: вести пока некуда.")
            column.add_widget(empty_note("world-map", note, "staff"))
        promise = _(
            "Экран не погаснет, пока идёт экскурсия. Если 15 минут никто не касается ни экрана, "
            "ни пульта, она закончится сама и за минуту предупредит."
        )
        words = BoxLayout(size_hint_y=None, padding=[0, 0, u(88), 0])
        words.bind(minimum_height=words.setter("height"))
        words.add_widget(Words(promise, role="small", color=theme.palette("staff").muted))
        column.add_widget(words)
        keys = GridLayout(cols=2, size_hint_y=None, spacing=u(24))
        keys.bind(minimum_height=keys.setter("height"))
        other = "English" if theme.lang == "ru" else "Русский"
        for text, act in (
            (other, self.kiosk.switch_language),
            (_("Вернуться"), self._go_back_to_day),
        ):
            key = ActionKey(text, "staff", units=120)
            key.bind(on_act=partial(_call, act))
            keys.add_widget(key)
        column.add_widget(keys)

    # The life cycle

    def enter(self, **args: Any) -> None:
        super().enter(**args)
        self._patience.start()

    def leave(self) -> None:
        super().leave()
        self._patience.stop()

    def on_touch_down(self, touch: MotionEvent) -> bool:
        self._patience.touched()
        return bool(super().on_touch_down(touch))

    def _begin(self, route: str, *_args: Any) -> None:
        # A walk is a visit of its own, which ends as staff's do: it tells the screens shown.
        visit = self.kiosk.machine.start_visit()
        visit.lang, visit.modes = theme.lang, theme.modes
        self.kiosk.visit = visit
        self.kiosk.navigator.start("guide.walk", route=route, stop=0)

    def _go_back_to_day(self) -> None:
        self.kiosk.navigator.start("staff.day")

    def _go_away(self, *_args: Any) -> None:
        self.kiosk.end("staff")


def _call(act: Any, *_args: Any) -> None:
    act()
