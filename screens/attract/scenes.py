"""What plays on the attract screen: the sky, exhibits that play themselves, what is on next.

One scene is there at a time; it is made when its turn comes and let go after it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from content.model import Challenge, Event, Exhibit
from kiosk.best import board
from kiosk.playbill import Scene
from screens.damage import damage
from screens.exhibits.view import View, make_view
from screens.theme import _, theme
from screens.units import u
from screens.widgets.sky import Constellation
from screens.widgets.surface import Card, Picture
from screens.widgets.words import Words

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

SCENE_S = 18.0
"""Seconds of one scene."""
CARD = 760
"""Design units across the card of an event, at most."""


class Scenes(FloatLayout):
    """Shows one scene of the playbill after another. It takes no touch: the first one only wakes
    the kiosk."""

    plain = BooleanProperty(True)
    """Whether the sky is all there is now."""

    def __init__(self, kiosk: Kiosk, sky: Constellation, bill: Callable[[], list[Scene]]) -> None:
        super().__init__()
        self.kiosk, self.sky = kiosk, sky
        self.scene = Scene("sky")
        self._bill, self._turn = bill, 0
        self._shown: Widget | None = None
        self._caption = Words(
            "", role="strong", color=theme.palette("night").ink, halign="center", size_hint_x=None
        )
        self._next = Clock.create_trigger(self._go_on, SCENE_S, interval=True)
        sky.size_hint = (None, None)
        self.add_widget(sky)
        self.bind(pos=self._lay, size=self._lay)

    def play(self) -> None:
        """Begin with the first scene of this hour's playbill; in the calm mode it stays."""
        self._turn = 0
        self.show(Scene("sky"))
        if not theme.calm:
            self._next()

    def halt(self) -> None:
        """Stop and let the scene go."""
        self._next.cancel()
        self.show(Scene("sky"))
        self.sky.alive = False

    def show(self, scene: Scene) -> None:
        """Change to a scene; one of something that is gone shows the sky."""
        damage.all()
        self._let_go()
        self.scene = scene
        made = self._make(scene)
        if made is None:
            self.scene = Scene("sky")
            self.sky.opacity, self.sky.alive = 1, True
        else:
            self.sky.opacity, self.sky.alive = 0, False
            self._shown = made
            self.add_widget(made)
            self._lay()
            if isinstance(made, View):
                made.start()
            else:
                made.bind(height=self._lay)
        self.plain = made is None

    def on_touch_down(self, touch: MotionEvent) -> bool:
        return False

    def on_touch_move(self, touch: MotionEvent) -> bool:
        return False

    def on_touch_up(self, touch: MotionEvent) -> bool:
        return False

    def _go_on(self, _dt: float) -> None:
        bill = self._bill()
        self._turn = (self._turn + 1) % len(bill)
        self.show(bill[self._turn])

    def _let_go(self) -> None:
        if isinstance(self._shown, View):
            self._shown.stop()
        if self._shown is not None:
            self.remove_widget(self._shown)
        if self._caption.parent is not None:
            self.remove_widget(self._caption)
        self._shown = None

    def _make(self, scene: Scene) -> Widget | None:
        library = self.kiosk.machine.library
        if scene.kind == "exhibit" and (exhibit := library.find(Exhibit, scene.ref)):
            view = make_view(exhibit)
            view.size_hint = (None, None)
            view.demonstrates = True
            self._caption.width = self.width
            self._caption.say(exhibit.name.say(theme.lang))
            self.add_widget(self._caption)
            return view
        if scene.kind == "event" and (event := library.find(Event, scene.ref)):
            when = next((self.kiosk.when(e) for e in self.kiosk.board() if e.event == event), "")
            return _card(event.picture, event.title.say(theme.lang), when, _("Скоро в Центре"))
        if scene.kind == "best" and (challenge := library.find(Challenge, scene.ref)):
            line = _("Лучший результат сегодня: {score}").format(
                score=board(self.kiosk.machine).of(challenge.id, self.kiosk.today) or 0
            )
            name = challenge.name.say(theme.lang)
            return _card(challenge.picture, name, line, _("Шестьдесят секунд мастерства"))
        return None

    def _lay(self, *_args: Any) -> None:
        self.sky.pos, self.sky.size = self.pos, self.size
        if isinstance(self._shown, View):
            caption = u(64)
            self._caption.width = self.width
            self._caption.pos = (self.x, self.y)
            side = u(40)
            self._shown.pos = (self.x + side, self.y + caption)
            self._shown.size = (self.width - 2 * side, max(1, self.height - caption))
        elif self._shown is not None:
            self._shown.width = min(u(CARD), self.width - u(80))
            x = self.x + (self.width - self._shown.width) / 2
            self._shown.pos = (x, self.y + (self.height - self._shown.height) / 2)


def _card(picture: str, title: str, line: str, kicker: str) -> Card:
    card = Card("night", size_hint_x=None, spacing=u(18))
    ink = theme.palette("night").ink
    card.add_widget(Picture(picture, 220, pos_hint={"center_x": 0.5}))
    card.add_widget(Words(kicker, role="small", color=ink, halign="center"))
    card.add_widget(Words(title, role="headline", color=ink, halign="center"))
    if line:
        card.add_widget(Words(line, role="strong", color=ink, halign="center"))
    return card
