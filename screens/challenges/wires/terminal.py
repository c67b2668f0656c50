"""One terminal: a brass block with a screw, a letter and what it is for."""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.uix.floatlayout import FloatLayout

from screens.challenges.brush import spot, stroke
from screens.exhibits.strokes import outline, sheet
from screens.theme import rgba, theme
from screens.typography import fitting_size
from screens.units import u
from screens.widgets.words import Words


class Terminal(FloatLayout):
    """Glows while it waits for its wire."""

    def __init__(self, name: str, role: str, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), **kwargs)
        self.glows = self.wired = False
        self._role = role
        ink = theme.palette("linen").ink
        self.name = Words(name, role="headline", color=ink, free=True, size_hint=(None, None))
        self.use = Words(
            role, role="small", color=ink, halign="center", size_hint=(None, None), font_size=u(26)
        )
        self._full = self.name.font_size
        self.add_widget(self.name)
        self.add_widget(self.use)
        self._draw_once = Clock.create_trigger(self._draw, -1)
        self.bind(pos=self._draw_once, size=self._draw_once)

    def show(self, *, glows: bool, wired: bool) -> None:
        """Change how it looks."""
        self.glows, self.wired = glows, wired
        self._draw_once()

    def _draw(self, *_args: Any) -> None:
        x, y, wide, tall = self.x, self.y, self.width, self.height
        self.canvas.before.clear()
        with self.canvas.before:
            brass = rgba("#FFD873") if self.glows else rgba("#D9DCEA")
            if theme.contrast:
                brass = (1, 1, 1, 1)
            sheet(x, y, wide, tall, u(30), brass)
            line = (
                rgba("#14183A") if theme.contrast else rgba("#C98F1B" if self.glows else "#A9AFC9")
            )
            outline(x, y, wide, tall, u(30), u(12 if self.glows else 4), line)
            radius = min(wide * 0.16, tall * 0.13)
            cx, cy = x + wide / 2, y + tall * 0.2
            spot(cx, cy, radius, rgba("#5C6379"))
            spot(cx, cy, radius * 0.84, rgba("#EEF0F7"))
            if not self.wired:
                slot = radius * 0.55
                stroke(
                    ((cx - slot, cy - slot), (cx + slot, cy + slot)), radius * 0.28, rgba("#5C6379")
                )
        self.name.font_size = min(self._full, wide * 0.42)
        self.name.measure()
        self.name.pos = (x + (wide - self.name.width) / 2, y + tall - self.name.height - u(16))
        self.use.width = max(u(60), wide - u(16))
        self.use.height = self.use.texture_size[1]
        self.use.pos = (x + u(8), self.name.y - self.use.height - u(2))
        fits = fitting_size(self._role, self.use.font_name, u(26), self.use.width, 0) >= u(26)
        self.use.opacity = 1 if fits and self.use.y > y + tall * 0.34 else 0
