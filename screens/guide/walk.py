"""A stop of a walk with a group: a big picture, two sentences, a figure, a question; and the end.

A touch, a presenter's remote or the keys of a keyboard lead on and back. No idle warning comes;
a walk everybody has left ends by itself.
"""

from __future__ import annotations

from typing import Any

from kivy.input.motionevent import MotionEvent
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from content.model import Figure
from kiosk import hall as halls
from kiosk.hall import Stop, Talk
from screens.guide.clicker import Clicker
from screens.guide.forgotten import Forgotten
from screens.guide.questions import question
from screens.page import Box, Page
from screens.theme import _, rgba, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey
from screens.widgets.header import MARGIN, Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card, Picture
from screens.widgets.words import Words

SIZES, LYING = (1.4, 1.8, 2.2), (1.2, 1.6, 2.0)
"""How many times as large as elsewhere the text is; the larger key takes them in turn. A
lying screen shows less of it at a time."""
FOOT, BESIDE = 40, 136
"""Design units around the controls, and to the right of the text."""


class Screen(Page):
    """``route`` is an audience, ``stop`` counts from 0: one past the last is the end. ``larger``
    is a place in :data:`SIZES`."""

    tone = "hue"
    has_bar = False
    idles = False
    gap = 32

    def __init__(self, kiosk: Any, **kwargs: Any) -> None:
        super().__init__(kiosk, **kwargs)
        self._clicker = Clicker(kiosk.window, self._clicked_on, self._clicked_back)
        self.forgotten = Forgotten(kiosk, self._end)
        self._keys: Widget | None = None

    # What is shown

    @property
    def stops(self) -> list[Stop]:
        """The stops of the walk."""
        library = self.kiosk.machine.library
        hall = halls.hall_of(library)
        route = halls.route_of(hall, self.args.get("route")) if hall is not None else None
        return halls.stops_of(library, hall, route) if hall is not None and route else []

    @property
    def number(self) -> int:
        """The stop's number from 0; as many as there are stops at the end."""
        return max(0, min(int(self.args.get("stop", 0)), len(self.stops)))

    @property
    def stop_shown(self) -> Stop | None:
        """The stop shown; None at the end."""
        stops = self.stops
        return stops[self.number] if self.number < len(stops) else None

    @property
    def ref(self) -> str:
        stop = self.stop_shown
        return stop.stand.id if stop is not None else ""

    def heading(self) -> Heading:
        stop = self.stop_shown
        if stop is None:
            return Heading(
                title=_("Спасибо, что прошли с нами!"), kicker=_("Экскурсия"), back=False
            )
        talk = self._talk(stop)
        of = _("Остановка {n} из {all}").format(n=stop.order, all=len(self.stops))
        where = _("Стенд № {n}").format(n=stop.stand.number)
        return Heading(
            title=talk.cluster.title.say(theme.lang) if talk.cluster is not None else talk.title,
            kicker=f"{of} · {where}",
            badge=True,
            picture=talk.picture,
            tone="hue",
            hue=stop.stand.hue,
            back=False,
        )

    def build(self, column: Column) -> None:
        stop = self.stop_shown
        ink = theme.palette("linen").ink
        if stop is None:
            column.add_widget(Widget(size_hint_y=0.5))
            column.add_widget(Picture("rocket", 300, pos_hint={"center_x": 0.5}))
            thanks = _("Возвращайтесь со своими вопросами: киоск и Центр ждут каждого.")
            column.add_widget(self._words(thanks, "text", ink, halign="center"))
            column.add_widget(Widget())
            return
        talk = self._talk(stop)
        column.add_widget(self._words(" ".join(talk.lines), "text", ink))
        if talk.figure is not None:
            column.add_widget(self._figure(talk.figure))
        column.add_widget(self._question(question(talk, self.number)))

    def fill(self) -> None:
        super().fill()
        self._keys = self._controls()
        self.add_widget(self._keys)
        self._arrange()

    def _talk(self, stop: Stop) -> Talk:
        return halls.talk(self.kiosk.machine.library, stop.stand, theme.lang)

    def _words(self, text: str, role: str, colour: Any, **kwargs: Any) -> Words:
        times = (SIZES if measure.portrait else LYING)[self._larger]
        if theme.large:
            times = max(1.0, times / 1.4)
        return Words(
            text, role=role, color=colour, font_size=round(theme.text_px(role) * times), **kwargs
        )

    def _figure(self, figure: Figure) -> Card:
        palette, lang = theme.palette("linen"), theme.lang
        card = Card(spacing=u(8))
        value = palette.ink if theme.contrast else theme.paint("flax").fill
        card.add_widget(self._words(figure.value.say(lang), "heading", value))
        card.add_widget(self._words(figure.label.say(lang), "small", palette.ink))
        source = self.kiosk.machine.library.source(figure.source, lang)
        line = f"{figure.year} · {source}"
        card.add_widget(Words(line, role="small", color=palette.muted))
        return card

    def _question(self, text: str) -> Card:
        fill = rgba("#FFE9B8")
        card = Card(fill=fill)
        row = BoxLayout(size_hint_y=None, spacing=u(28))
        row.bind(minimum_height=row.setter("height"))
        row.add_widget(Picture("light-bulb", 96, pos_hint={"center_y": 0.5}))
        words = self._words(text, "strong", theme.palette("linen").ink)
        words.pos_hint = {"center_y": 0.5}
        row.add_widget(words)
        card.add_widget(row)
        return card

    # The controls

    @property
    def _larger(self) -> int:
        return int(self.args.get("larger", 0)) % len(SIZES)

    def _controls(self) -> Widget:
        end, stacked = self.stop_shown is None, measure.portrait or theme.large
        grown = self._larger == len(SIZES) - 1
        onward = ActionKey(
            _("В начало") if end else _("Дальше"), "gold", size="heading", units=150, radius=56
        )
        onward.bind(on_act=self._on)
        small = GridLayout(cols=3, size_hint_y=None, spacing=u(24))
        small.bind(minimum_height=small.setter("height"))
        for text, act, shown in (
            (_("Назад"), self._back, self.number > 0),
            (_("Мельче") if grown else _("Крупнее"), self._grow, not end),
            (_("Выйти"), self._end, not end),
        ):
            key = ActionKey(text, "paper", units=120)
            key.bind(on_act=act)
            key.lively = shown
            key.opacity = 1 if shown else 0
            small.add_widget(key)
        keys = BoxLayout(
            orientation="vertical" if stacked else "horizontal",
            size_hint=(None, None),
            spacing=u(24),
        )
        if stacked:
            keys.add_widget(onward)
            keys.add_widget(small)
        else:
            small.size_hint_x = 1.7
            for part in (small, onward):
                part.pos_hint = {"center_y": 0.5}
                keys.add_widget(part)
        keys.bind(minimum_height=self._arrange)
        return keys

    def room(self) -> list[float]:
        left, top, _right, low = super().room()
        # The key that scrolls stands beside the words, not on them.
        return [left, top, u(BESIDE), low]

    def places(self) -> tuple[Box, Box, Box]:
        head, art, body = super().places()
        if self._keys is None:
            return head, art, body
        tall = self._foot
        return head, art, Box(body.x, body.y + tall, body.width, max(1, body.height - tall))

    @property
    def _foot(self) -> float:
        least = self._keys.minimum_height if self._keys is not None else 0
        return float(least) + 2 * u(FOOT)

    def _arrange(self, *_args: Any) -> None:
        super()._arrange()
        keys = self._keys
        if keys is None or self.header is None or self.width <= 1:
            return
        _head, _art, body = super().places()
        keys.size = (body.width - 2 * u(MARGIN), keys.minimum_height)
        keys.pos = (body.x + u(MARGIN), body.y + u(FOOT))

    # The life cycle

    def enter(self, **args: Any) -> None:
        super().enter(**args)
        self._clicker.start()
        self.forgotten.start()

    def leave(self) -> None:
        super().leave()
        self._clicker.stop()
        self.forgotten.stop()

    def on_touch_down(self, touch: MotionEvent) -> bool:
        self.forgotten.touched()
        return bool(super().on_touch_down(touch))

    # The way

    def _clicked_on(self) -> None:
        self._clicked(self._on)

    def _clicked_back(self) -> None:
        self._clicked(self._back)

    def _clicked(self, act: Any) -> None:
        if self.forgotten.warning is not None:
            # Who is far from the screen answers the warning by the remote; nothing else moves.
            self.forgotten.start()
            return
        act()

    def _on(self, *_args: Any) -> None:
        if self.stop_shown is None:
            self._end()
        else:
            self._show(stop=self.number + 1)

    def _back(self, *_args: Any) -> None:
        if self.number > 0:
            self._show(stop=self.number - 1)

    def _grow(self, *_args: Any) -> None:
        self._show(larger=(self._larger + 1) % len(SIZES))

    def _show(self, **changed: int) -> None:
        self.kiosk.navigator.replace("guide.walk", **{**self.args, **changed})

    def _end(self, *_args: Any) -> None:
        self.kiosk.end("staff")
