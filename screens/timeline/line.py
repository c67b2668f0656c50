"""The line of years: pull the sky, and the star under the middle tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.input.motionevent import MotionEvent
from kivy.uix.boxlayout import BoxLayout

from kiosk.timeline import Point, points, years
from screens.page import COLUMN, Box, Page, empty_note
from screens.theme import _, theme
from screens.timeline.axis import Axis
from screens.timeline.card import FactCard
from screens.timeline.pull import Pull
from screens.timeline.strip import Strip
from screens.units import measure, u
from screens.widgets.buttons import ActionKey
from screens.widgets.header import MARGIN, Heading
from screens.widgets.scroller import SLOP, Column

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

QUIET, EACH = 92, 168
"""Design units a quiet year is wide, and a star has to itself."""
QUIET_LARGE = 124
SKY = 0.5
"""Part of the room under the head that is sky."""


class Screen(Page):
    """``point`` is the id of the point told of; without one, the last of all."""

    tone = "night"
    gap = 20

    def __init__(self, kiosk: Kiosk, **kwargs: Any) -> None:
        super().__init__(kiosk, **kwargs)
        self.points: list[Point] = []
        self.pull: Pull | None = None
        self.strip: Strip | None = None
        self.card: FactCard | None = None
        self.keys: list[ActionKey] = []
        self._swipe: MotionEvent | None = None

    def heading(self) -> Heading:
        return Heading(
            title=_("Лента времени"),
            kicker=_("Чемпионаты мастерства"),
            subtitle=_("Потяните небо пальцем: каждая звезда — событие."),
            tone="night",
        )

    @property
    def ref(self) -> str:
        return ""

    # Building

    def make_art(self) -> Strip | None:
        if self.strip is not None:
            self.strip.stop()
        self.strip = self.pull = None
        self.points = points(self.kiosk.machine.library)
        if not self.points:
            return None
        shown = years(self.points, self.kiosk.today.year)
        axis = Axis(self.points, shown, u(QUIET_LARGE if theme.large else QUIET), u(EACH))
        self.pull = Pull(axis, self._rested)
        self.pull.offset = axis.places[self._asked()]
        self.strip = Strip(self.points, self.pull)
        return self.strip

    def build(self, column: Column) -> None:
        self.card = None
        self.keys = []
        if self.pull is None:
            column.add_widget(
                empty_note("glowing-star", _("Звёзды ещё не зажглись. Спросите нас в Центре."))
            )
            return
        row = BoxLayout(size_hint_y=None, spacing=u(24))
        row.bind(minimum_height=row.setter("height"))
        for text, by in ((_("Раньше"), -1), (_("Позже"), 1)):
            key = ActionKey(f"‹ {text}" if by < 0 else f"{text} ›", "glass", units=104)
            key.label = text
            key.bind(on_act=self._earlier if by < 0 else self._later)
            row.add_widget(key)
            self.keys.append(key)
        column.add_widget(row)
        self.card = FactCard(self.kiosk)
        column.add_widget(self.card)
        self._tell(self._asked())

    def places(self) -> tuple[Box, Box, Box]:
        head, art, body = super().places()
        if measure.portrait or self.strip is None:
            return head, art, body
        low, room = u(24), self.height - u(24)
        sky = room * SKY
        left = self.x + u(COLUMN)
        wide = self.width - u(COLUMN)
        return (
            head,
            Box(left, self.y + self.height - sky, wide, sky),
            Box(left, self.y + low, wide, room - sky - u(12)),
        )

    def art_share(self, room: float) -> float:
        return room * SKY

    def room(self) -> list[float]:
        side = u(MARGIN if measure.portrait else 40)
        return [side, u(12), side, u(24)]

    # Life

    def leave(self) -> None:
        super().leave()
        self._swipe = None
        if self.strip is not None:
            self.strip.stop()

    def reset(self) -> None:
        super().reset()
        if self.args:
            self.args = {}
        self._filled = None

    # Pulling by what lies under the sky

    def on_touch_down(self, touch: MotionEvent) -> bool:
        taken = bool(super().on_touch_down(touch))
        scroller = self.scroller
        if scroller is not None and scroller.collide_point(*touch.pos) and self._swipe is None:
            self._swipe = touch
            touch.grab(self)
            return True
        return taken

    def on_touch_move(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_move(touch))
        if touch is not self._swipe or self.pull is None:
            return True
        across, along = abs(touch.x - touch.ox), abs(touch.y - touch.oy)
        if touch.ud.get("pulls"):
            self.pull.follow(touch)
        elif not touch.ud.get("scrolling") and across > u(SLOP) and across > along:
            touch.ud["pulls"] = touch.ud["scrolling"] = self.pull.seize(touch)
            touch.ud["scroller"] = None
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_up(touch))
        touch.ungrab(self)
        if touch is self._swipe:
            self._swipe = None
        if touch.ud.get("pulls") and self.pull is not None:
            self.pull.release(touch)
        return True

    # Telling

    def _asked(self) -> int:
        wanted = self.args.get("point")
        ids = [point.id for point in self.points]
        return ids.index(wanted) if wanted in ids else len(ids) - 1

    def _earlier(self, *_args: Any) -> None:
        if self.pull is not None:
            self.pull.step(-1)

    def _later(self, *_args: Any) -> None:
        if self.pull is not None:
            self.pull.step(1)

    def _rested(self, number: int | None) -> None:
        self._tell(number)
        if number is None:
            return
        self.args = {"point": self.points[number].id}
        self._filled = dict(self.args)
        place = self.kiosk.navigator.place
        if place is not None and place.name == self.name:
            place.args.clear()
            place.args.update(self.args)

    def _tell(self, number: int | None) -> None:
        if self.card is None:
            return
        self.card.show(self.points[number] if number is not None else None)
        if self.scroller is not None:
            self.scroller.halt()
            self.scroller.offset = 0
