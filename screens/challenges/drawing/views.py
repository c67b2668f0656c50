"""The drawing: front view, top view under it, left view to the right."""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.uix.floatlayout import FloatLayout

from content.exhibition.challenges.drawing.part import SIDE, Cells, Part, Seen
from screens.challenges.brush import box, stroke
from screens.challenges.drawing.solid import LINE, cube, tones
from screens.exhibits.strokes import outline, sheet
from screens.theme import Colour, _, rgba, theme
from screens.units import u
from screens.widgets.words import Words

GAP = 0.9
"""Between the views, in cubes."""


class Views(FloatLayout):
    """Three views of a part on squared paper."""

    def __init__(self, part: Part, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), **kwargs)
        self.part = part
        ink = theme.palette("linen").ink
        self.names = [
            Words(name, role="small", color=ink, free=True, size_hint=(None, None))
            for name in (_("спереди"), _("сверху"), _("слева"))
        ]
        for name in self.names:
            self.add_widget(name)
        self._draw_once = Clock.create_trigger(self._draw, -1)
        self.bind(pos=self._draw_once, size=self._draw_once)

    def _draw(self, *_args: Any) -> None:
        self.canvas.before.clear()
        if self.width < 2 or self.height < 2:
            return
        name = u(40) * (1.4 if theme.large else 1)
        across = 2 * SIDE + GAP
        unit = min(
            (self.width - u(70)) / across, (self.height - u(60) - 2 * name) / (2 * SIDE + GAP * 0.4)
        )
        wide, tall = across * unit, (2 * SIDE + GAP * 0.4) * unit + 2 * name
        x, y = self.x + (self.width - wide) / 2, self.y + (self.height - tall) / 2
        # Front above left, top under it, the left view beside the front.
        upper = y + (SIDE + GAP * 0.4) * unit + name
        origins = ((x, upper), (x, y), (x + (SIDE + GAP) * unit, upper))
        with self.canvas.before:
            sheet(self.x, self.y, self.width, self.height, u(36), rgba("#FFFFFF"))
            if theme.contrast:
                outline(self.x, self.y, self.width, self.height, u(36), u(5), (0, 0, 0, 1))
            views = zip(self.part.views, self.part.shapes, tones(), origins, strict=True)
            for seen, shape, tone, (left, low) in views:
                self._view(seen, shape, tone, left, low, unit)
            # In the corner the views leave free: which way they look, by the tones of its faces.
            cube(x + (SIDE + GAP) * unit, y, SIDE * unit, SIDE * unit)
        for words, (left, low) in zip(self.names, origins, strict=True):
            words.measure()
            words.pos = (left, low + SIDE * unit + u(4))
            # Where a view is narrower than its name the tones of the cube must do.
            words.opacity = 1 if words.width <= (SIDE + GAP) * unit - u(4) else 0

    def _view(
        self, seen: Seen, shape: Cells, tone: Colour, left: float, low: float, unit: float
    ) -> None:
        for cx, cy in shape:
            box(left + cx * unit, low + cy * unit, unit + 1, unit + 1, tone)
        for step in range(SIDE + 1):
            for points in (
                ((left + step * unit, low), (left + step * unit, low + SIDE * unit)),
                ((left, low + step * unit), (left + SIDE * unit, low + step * unit)),
            ):
                stroke(points, 2, (*LINE[:3], 0.16), joints=False)
        for x0, y0, x1, y1 in seen:
            ends = ((left + x0 * unit, low + y0 * unit), (left + x1 * unit, low + y1 * unit))
            stroke(ends, max(3.0, unit * 0.075), LINE)
