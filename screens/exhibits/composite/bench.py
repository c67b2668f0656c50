"""The testing bench: supports, the golden handle with its spring, and what the bar can carry."""

from __future__ import annotations

from kivy.graphics import Canvas, Color, Mesh, Rectangle

from content.exhibition.exhibits.composite.laminate import SPAN
from content.exhibition.exhibits.composite.model import CARRIES, DEEPEST, Composite
from screens.exhibits import strokes
from screens.exhibits.composite.bar import DEEP, OVER, SKEW, THICK, Bar
from screens.page import Box
from screens.pictures import album
from screens.shapes import lines
from screens.theme import BLACK, WHITE, rgba, theme
from screens.units import u

PICTURES = ("teddy-bear", "backpack", "woman-construction-worker", "cow")
"""What each of ``CARRIES`` is."""
FREE = 0.22
"""The spring's length at rest, shares of the span."""
TIGHT = 0.24
"""What is left of it under the strongest finger, shares of its length."""
COILS = 7
HANDLE, HANDLE_TALL = 0.26, 0.15
"""The handle's width and height, shares of the span."""
TALL = 1.21
"""Of all that moves, at its highest and deepest, shares of the span."""
UNSEEN = 0.01
"""A light this clear need not be drawn."""
HOVER = 0.05
"""How high the tip hangs over the bar while nobody presses, shares of the span."""
RIM = 5
"""Of the handle as ink on white, px."""
GOLD, GOLD_EDGE, GOLD_LIGHT = rgba("#FFC94D"), rgba("#C98F1B"), rgba("#FFE9B0")
STEEL, DARK = rgba("#9AA0C8"), rgba("#5B62A6")


class Bench:
    """Draws the bench around a :class:`Bar`. A finger's way of 1 is :attr:`travel` px."""

    def __init__(self) -> None:
        self.behind, self.before = Canvas(), Canvas()
        self.bar = Bar()
        self.box = Box(0, 0, 1, 1)
        self.travel = 1.0
        self._joy = 0.0
        self._lit = [0.0] * len(CARRIES)
        self._laid = False

    def lay(self, box: Box) -> None:
        """Paint everything for a place."""
        self.box = box
        row = min(u(150), box.height * 0.2)
        room = box.height - row
        span = min(box.width * 0.8, room / TALL)
        sag = DEEPEST / SPAN * span
        base = u(26)
        x = box.x + box.width / 2 - span * 0.04
        y = box.y + base + sag * 1.06 + (room - TALL * span) * 0.4
        self.travel = sag
        self.bar.lay((x, y), span)
        self.behind.clear()
        self.before.clear()
        with self.behind:
            self._weights(Box(box.x, box.top - row, box.width, row))
            self._supports(x, y, span, base)
        with self.before:
            self._handle_parts(span)
        self._laid = True

    def handle_at(self, bar: Composite) -> tuple[float, float]:
        """The middle of the handle, px."""
        x, y = self._tip(bar)
        return x, y + self._spring(bar) + HANDLE_TALL * self.bar.span * 0.62

    def draw(self, bar: Composite, seconds: float, pulse: float, call: float) -> None:
        """Move what moves; ``pulse`` lights the handle, ``call`` the place of the first sheet."""
        if not self._laid:
            return
        self._place.a = 0.0 if bar.layers else 1.0 if theme.contrast else 0.45 + 0.5 * call
        self.bar.draw(bar)
        span = self.bar.span
        x, y = self._tip(bar)
        long = self._spring(bar)
        hx, hy = self.handle_at(bar)
        wide, tall = HANDLE * span, HANDLE_TALL * span
        shown = 1.0 if bar.layers and bar.broken is None else 0.35
        for colour in self._faint:
            colour.a = shown
        self._halo.a = 0.0 if theme.contrast else pulse * shown
        # What is not seen would cost as much as what is.
        lit_by = wide * 1.9 if self._halo.a > UNSEEN else 0.0
        strokes.put(self._light, hx, hy, lit_by, tall * 2.9)
        rim = RIM if theme.contrast else 0
        for sheet, inset, down in (
            (self._edge, 0, 0.0 if rim else tall * 0.1),
            (self._cap, rim, 0.0),
        ):
            sheet.pos = (round(hx - wide / 2) + inset, round(hy - tall / 2 - down) + inset)
        self._gleam.pos = (hx - wide * 0.4, hy + tall * 0.16)
        self._nose.pos = (x - span * 0.035, y)
        self._coil(x, y + span * 0.05, max(2.0, long - span * 0.05), span * 0.07)
        for n, (glow, tint) in enumerate(self._rows):
            aim = 1.0 if n < bar.carried else 0.0
            self._lit[n] += (aim - self._lit[n]) * min(1.0, seconds * 6)
            lit = self._lit[n]
            glow.a = (1.0 if lit > 0.5 else 0.0) if theme.contrast else 0.85 * lit
            tint.a = 0.28 + 0.72 * lit
        for link, lit in zip(self._links, self._lit[1:], strict=True):
            link.a = lit if theme.contrast else 0.75 * lit
        done = bar.carried == len(CARRIES)
        self._joy += ((1.0 if done else 0.0) - self._joy) * min(1.0, seconds * 2)
        self._glory.a = 0.0 if theme.contrast else 0.55 * self._joy
        x, y = self.bar.mid
        strokes.put(self._aura, x, y, span * 1.5 if self._glory.a > UNSEEN else 0.0, span)

    def _tip(self, bar: Composite) -> tuple[float, float]:
        x, y = self.bar.top(bar)
        return x, y if bar.leant is not None else y + HOVER * self.bar.span

    def _spring(self, bar: Composite) -> float:
        long = FREE * self.bar.span
        if bar.leant is None:
            return long
        tight = max(0.0, bar.leant - bar.sag / DEEPEST)
        return long * (1 - (1 - TIGHT) * min(1.0, tight))

    def _coil(self, x: float, y: float, tall: float, wide: float) -> None:
        half = max(1.5, wide * 0.09)
        vertices: list[float] = []
        for n in range(2 * COILS + 1):
            side = 0 if n in (0, 2 * COILS) else (wide / 2 if n % 2 else -wide / 2)
            up = y + tall * n / (2 * COILS)
            vertices += (x + side, up - half, 0, 0, x + side, up + half, 0, 1)
        self._zigzag.vertices = vertices

    def _weights(self, box: Box) -> None:
        self._rows: list[tuple[Color, Color]] = []
        count = len(PICTURES)
        side = min(u(112), box.height * 0.8, box.width / count * 0.7)
        pitch = min(box.width / count, side * 2.0)
        left = box.x + (box.width - pitch * count) / 2
        self._links: list[Color] = []
        for n in range(count - 1):
            self._links.append(Color(*(BLACK if theme.contrast else GOLD)))
            y = box.y + box.height / 2
            lines([((left + pitch * (n + 0.5), y), (left + pitch * (n + 1.5), y))], u(4))
        for n, name in enumerate(PICTURES):
            x, y = left + pitch * (n + 0.5), box.y + box.height / 2
            glow = Color(*(BLACK if theme.contrast else (1, 0.82, 0.4, 1)))
            if theme.contrast:
                strokes.ball(x, y + side * 0.0, side * 0.66)
                Color(1, 1, 1, 1)
                strokes.ball(x, y, side * 0.6)
            else:
                strokes.glow(x, y, side * 2.1)
            tint = Color(1, 1, 1, 0.3)
            Rectangle(
                texture=album.texture(name, side), pos=(round(x - side / 2), round(y - side / 2)),
                size=(side, side),
            )  # fmt: skip
            self._rows.append((glow, tint))

    def _supports(self, x: float, y: float, span: float, base: float) -> None:
        bare = theme.contrast
        box = self.box
        self._glory = Color(1, 0.8, 0.36, 0)
        self._aura = strokes.glow(x, y, 0, 1)
        half = span * (0.5 + OVER) + span * 0.06
        foot = y - self.travel * 1.06 - base
        foot = max(box.y, foot)
        strokes.sheet(x - half, foot, 2 * half, base, base / 2, BLACK if bare else DARK)
        for side in (-1, 1):
            sx = x + side * span / 2
            wide = span * 0.075
            low = foot + base * 0.6
            strokes.sheet(
                sx - wide / 2, low, wide, y - low - span * 0.02, span * 0.02,
                BLACK if bare else STEEL,
            )  # fmt: skip
            Color(*(BLACK if bare else DARK))
            strokes.ball(sx, y - span * 0.032, span * 0.034)
            Color(*(WHITE if bare else rgba("#C9CDEB")))
            strokes.ball(sx, y - span * 0.032, span * 0.022)

        wide, thick = span * (1 + 2 * OVER), THICK * span
        skew, deep, line = DEEP * SKEW * span, DEEP * 0.8 * span, max(2.0, span * 0.006)
        left, right = x - wide / 2, x + wide / 2
        self._place = Color(*(BLACK if bare else GOLD))
        lines(
            [
                ((left, y), (right, y)),
                ((left, y), (left, y + thick)),
                ((right, y), (right, y + thick)),
                ((left, y + thick), (right, y + thick)),
                ((left, y + thick), (left + skew, y + thick + deep)),
                ((right, y + thick), (right + skew, y + thick + deep)),
                ((left + skew, y + thick + deep), (right + skew, y + thick + deep)),
            ],
            line,
        )

    def _handle_parts(self, span: float) -> None:
        bare = theme.contrast
        wide, tall = HANDLE * span, HANDLE_TALL * span
        self._halo = Color(1, 0.82, 0.4, 0)
        self._light = strokes.glow(0, 0, 1)
        self._faint: list[Color] = []
        self._faint.append(Color(*(BLACK if bare else STEEL)))
        indices = []
        for n in range(2 * COILS):
            a = 2 * n
            indices += [a, a + 2, a + 3, a, a + 3, a + 1]
        self._zigzag = Mesh(mode="triangles", indices=indices)
        self._faint.append(Color(*(BLACK if bare else GOLD_EDGE)))
        self._nose = strokes.ball(0, 0, span * 0.035)
        self._edge = strokes.sheet(0, 0, wide, tall, tall * 0.42, BLACK if bare else GOLD_EDGE)
        self._faint.append(self._last_colour())
        self._cap = strokes.sheet(0, 0, wide, tall, tall * 0.42, WHITE if bare else GOLD)
        if bare:
            self._cap.size = (round(wide) - 2 * RIM, round(tall) - 2 * RIM)
        self._faint.append(self._last_colour())
        self._gleam = strokes.sheet(
            0, 0, wide * 0.8, tall * 0.2, tall * 0.1, WHITE if bare else GOLD_LIGHT
        )
        self._faint.append(self._last_colour())

    def _last_colour(self) -> Color:
        return next(one for one in reversed(self.before.children) if isinstance(one, Color))
