"""Where a video is: a line one touches to go on from there, and the time in figures."""

from __future__ import annotations

from typing import Any

from kivy.graphics import BorderImage, Color, Rectangle
from kivy.input.motionevent import MotionEvent
from kivy.properties import NumericProperty

from screens.damage import damage
from screens.shapes import disc, patch
from screens.theme import _, mix, theme
from screens.units import u
from screens.widgets.press import Pressable
from screens.widgets.words import Words

TALL, THICK, KNOB = 96, 20, 52
"""Design units: of the control, the line on it, its knob."""


class Playline(Pressable):
    """Dispatches ``on_seek`` with the second wanted when the finger lifts. ``at`` and ``length``
    are seconds; nothing can be sought while the length is unknown (0)."""

    __events__ = ("on_seek",)
    at = NumericProperty(0)
    length = NumericProperty(0)

    def __init__(self, tone: str, **kwargs: Any) -> None:
        label = _("Место в видео")
        super().__init__(label=label, role="slider", size_hint_y=None, height=u(TALL), **kwargs)
        palette = theme.palette(tone)
        self.fg, self.bg = palette.ink, palette.ground
        gone = palette.ink if theme.contrast else theme.paint("gold").fill
        self._dragged: float | None = None
        with self.canvas:
            Color(*mix(palette.ground, palette.ink, 0.3))
            self._whole = BorderImage()
            Color(*gone)
            self._gone = BorderImage()
            self._knob = Rectangle(texture=disc(), size=(u(KNOB), u(KNOB)))
        self._time = Words(role="small", color=palette.ink, halign="right", size_hint=(None, None))
        self.text_px = self._time.font_size
        self.add_widget(self._time)
        self.bind(pos=self._lay, size=self._lay, at=self._lay, length=self._lay)
        self._lay()

    def on_seek(self, second: float) -> None:
        """Someone wants to go on from there; bind it."""

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if not self.collide_point(*touch.pos) or touch.ud.get("spent") or not self.length:
            return False
        touch.grab(self)
        touch.ud["scroller"] = self  # this finger scrolls nothing
        self._drag(touch.x)
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return False
        self._drag(touch.x)
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        second, self._dragged = self._dragged, None
        if second is not None:
            self.dispatch("on_seek", second)
        return True

    @property
    def _run(self) -> tuple[float, float]:
        """Where the line begins, px, and how long it is."""
        room = theme.text_px("small") * 6.2
        return self.x + u(KNOB) / 2, max(1.0, self.width - u(KNOB) - room)

    def _drag(self, x: float) -> None:
        start, long = self._run
        self._dragged = min(1.0, max(0.0, (x - start) / long)) * self.length
        self._lay()

    def _lay(self, *_args: Any) -> None:
        start, long = self._run
        at = self.at if self._dragged is None else self._dragged
        part = min(1.0, at / self.length) if self.length else 0.0
        middle, thick = self.y + self.height / 2, u(THICK)
        corner = max(1, int(thick / 2))
        for shape, width in ((self._whole, long), (self._gone, long * part)):
            shape.texture, shape.border = patch(corner), [corner] * 4
            shape.pos, shape.size = (start, middle - thick / 2), (max(thick, width), thick)
        side = self._knob.size[0]
        self._knob.pos = (round(start + long * part - side / 2), round(middle - side / 2))
        self._time.say(f"{clock(at)} / {clock(self.length)}" if self.length else clock(at))
        self._time.width = self.x + self.width - start - long - u(KNOB) / 2
        self._time.pos = (start + long + u(KNOB) / 2, round(middle - self._time.height / 2))
        x, y = self.to_window(*self.pos)
        damage.mark(x, y, self.width, self.height)


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
