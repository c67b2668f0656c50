"""The supply at the foot of the bench: a switch to throw, a needle, a fuse to push, and all the
posts cables go to."""

from __future__ import annotations

import math

from kivy.graphics import Canvas, Color, PopMatrix, PushMatrix, Rotate, Translate

from content.exhibition.exhibits.circuit.model import MINUS, PLUS, RATING, Circuit
from screens.exhibits import strokes
from screens.exhibits.circuit.places import Places
from screens.exhibits.circuit.tools import ink
from screens.shapes import lines
from screens.theme import BLACK, WHITE, rgba, theme

PALE = rgba("#C4C4C4")
"""What only carries something, in the contrast mode."""
OPEN_ANGLE = 52.0
"""Degrees the lever stands up when the switch is open."""
SWING = 58.0
"""Degrees of the needle to either side."""
EASE = 0.28
"""Part of the way lever, needle and button go in a frame."""


class Supply:
    """Draws the panel and the posts."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self._places: Places | None = None

    def lay(self, places: Places) -> None:
        """Paint everything for these places."""
        self._places = places
        self.canvas.clear()
        panel = places.panel
        edge = panel.height * 0.05
        with self.canvas:
            strokes.sheet(panel.x, panel.y, panel.width, panel.height, panel.height * 0.2,
                          ink("#20286F", BLACK))  # fmt: skip
            strokes.sheet(panel.x, panel.y + edge, panel.width, panel.height - edge,
                          panel.height * 0.2, ink("#454CAB", WHITE))  # fmt: skip
            if theme.contrast:
                strokes.outline(*panel, panel.height * 0.2, 4, BLACK)
            self._paint_switch(places)
            self._paint_meter(places)
            self._paint_fuse(places)
            self._paint_plates(places)
            self._glows = {}
            for post, (x, y) in places.posts.items():
                self._paint_post(post, x, y, places.radius)

    def _paint_plates(self, places: Places) -> None:
        """Each tool's pair of posts on a plate of its own; a plus and a minus by the supply's."""
        radius = places.radius
        for name, cell in places.cells.items():
            (left, y), (right, _y) = places.posts[f"{name}.a"], places.posts[f"{name}.b"]
            low = y - radius * 1.35
            x, wide, tall = left - radius * 1.3, right - left + 2.6 * radius, cell.y - low
            strokes.sheet(x, low, wide, tall, radius * 1.3, ink("#20286F", BLACK))
            if theme.contrast:
                strokes.sheet(x + 4, low + 4, wide - 8, tall - 8, radius * 1.2, WHITE)
        Color(*ink("#FFFFFF"))
        long, thin = radius * 0.5, radius * 0.12
        for post, way in ((PLUS, -1), (MINUS, 1)):
            x, y = places.posts[post]
            x, y = x + way * radius * 2.1, y - radius * 0.5
            strokes.boxes([(x - long, y - thin, 2 * long, 2 * thin)])
            if post == PLUS:
                strokes.boxes([(x - thin, y - long, 2 * thin, 2 * long)])

    def _paint_switch(self, places: Places) -> None:
        box = places.switch
        unit = min(box.width, box.height * 1.1)
        x, y = box.x + box.width * 0.22, box.y + box.height * 0.36
        far = unit * 0.56
        strokes.sheet(x - unit * 0.12, y - unit * 0.16, far + unit * 0.24, unit * 0.2, unit * 0.05,
                      ink("#2C3284", PALE))  # fmt: skip
        Color(*ink("#C9CEF0"))
        for place in (x, x + far * 0.82):
            strokes.boxes([(place - unit * 0.035, y - unit * 0.06, unit * 0.07, unit * 0.16)])
        self._lit = Color(*ink("#FFC94D")[:3], 0)
        self._lit.a = 0
        self._lit_at = (x + far * 0.82, y + unit * 0.04)
        self._lit_glow = strokes.glow(*self._lit_at, unit * 0.4)
        PushMatrix()
        Translate(x, y + unit * 0.05)
        self._lever = Rotate(angle=0, axis=(0, 0, 1))
        Color(*ink("#C9CEF0"))
        strokes.boxes([(0, -unit * 0.035, far * 0.9, unit * 0.07)])
        strokes.sheet(far * 0.78, -unit * 0.09, unit * 0.34, unit * 0.18, unit * 0.09,
                      ink("#C98F1B", PALE))  # fmt: skip
        strokes.sheet(far * 0.78, -unit * 0.07, unit * 0.34, unit * 0.16, unit * 0.08,
                      ink("#FFC94D"))  # fmt: skip
        PopMatrix()
        Color(*ink("#8A90B8"))
        strokes.ball(x, y + unit * 0.05, unit * 0.07)

    def _paint_meter(self, places: Places) -> None:
        box = places.meter
        strokes.sheet(*box, box.height * 0.2, ink("#2C3284", BLACK))
        pad = box.height * 0.07
        strokes.sheet(box.x + pad, box.y + pad, box.width - 2 * pad, box.height - 2 * pad,
                      box.height * 0.15, ink("#F6F1E7", WHITE))  # fmt: skip
        x, y = box.x + box.width / 2, box.y + box.height * 0.16
        far = min(box.width * 0.5, box.height * 0.82) - pad * 1.6
        marks, over = [], []
        for number in range(13):
            angle = math.radians(SWING - number * 2 * SWING / 12)
            way = (-math.sin(angle), math.cos(angle))
            inner = 0.82 if number % 3 else 0.74
            pair = tuple(
                (x + way[0] * part * far, y + way[1] * part * far) for part in (inner, 1.0)
            )
            (over if number > 9 else marks).append(pair)
        Color(*ink("#14183A"))
        lines(marks, max(2, far * 0.03))
        Color(*ink("#D9482B"))
        lines(over, max(3, far * 0.06))
        PushMatrix()
        Translate(x, y)
        self._needle = Rotate(angle=SWING, axis=(0, 0, 1))
        Color(*ink("#D9482B"))
        strokes.polygon([(-far * 0.03, 0), (far * 0.03, 0), (far * 0.008, far * 0.94),
                         (-far * 0.008, far * 0.94)])  # fmt: skip
        PopMatrix()
        Color(*ink("#14183A"))
        strokes.ball(x, y, far * 0.09)

    def _paint_fuse(self, places: Places) -> None:
        box = places.fuse
        unit = min(box.width, box.height * 1.1)
        x, y = box.x + box.width * 0.55, box.y + box.height * 0.2
        self._jut = unit * 0.2
        self._ask = Color(1, 0.79, 0.3, 0)
        self._ask_glow = strokes.glow(x, y + unit * 0.3, unit * 1.3)
        self._paint_sign(x, y, unit)
        PushMatrix()
        self._button = Translate(0, 0)
        strokes.sheet(x - unit * 0.2, y + unit * 0.04, unit * 0.4, unit * 0.34, unit * 0.06,
                      ink("#C98F1B", BLACK))  # fmt: skip
        Color(*ink("#FFFFFF", WHITE))
        strokes.boxes([(x - unit * 0.2, y + unit * 0.19, unit * 0.4, unit * 0.05)])
        strokes.sheet(x - unit * 0.24, y + unit * 0.3, unit * 0.48, unit * 0.16, unit * 0.08,
                      ink("#FFC94D"))  # fmt: skip
        PopMatrix()
        strokes.sheet(x - unit * 0.34, y - unit * 0.06, unit * 0.68, unit * 0.3, unit * 0.06,
                      ink("#2C3284", PALE))  # fmt: skip
        self._window = Color(*ink("#7BD88F", WHITE))
        strokes.sheet(x - unit * 0.2, y + unit * 0.04, unit * 0.4, unit * 0.09, unit * 0.045, None)

    def _paint_sign(self, x: float, y: float, unit: float) -> None:
        """Where only ink is nothing glows: an arrow over the button says that it wants a push."""
        self._sign = Color(*BLACK)
        self._sign.a = 0
        tip, half = y + unit * 0.7, unit * 0.17
        strokes.polygon([(x - half, tip + half * 0.85), (x + half, tip + half * 0.85), (x, tip)])

    def _paint_post(self, post: str, x: float, y: float, radius: float) -> None:
        colour = Color(1, 0.85, 0.45, 0)
        self._glows[post] = (colour, strokes.glow(x, y, 0.1))
        hue = {PLUS: "#D9482B", MINUS: "#2F49C9"}.get(post, "#C98F1B")
        Color(*ink("#141B57"))
        strokes.ball(x, y, radius * 1.12)
        Color(*ink(hue))
        strokes.ball(x, y, radius)
        Color(*ink({PLUS: "#FF8A66", MINUS: "#7FA0FF"}.get(post, "#FFD873"), WHITE))
        strokes.ball(x, y, radius * 0.74)
        Color(*ink(hue if post in (PLUS, MINUS) else "#8A5F0A"))
        if post in (PLUS, MINUS):
            long, thin = radius * 0.44, radius * 0.11
            strokes.boxes([(x - long, y - thin, 2 * long, 2 * thin)])
            if post == PLUS:
                strokes.boxes([(x - thin, y - long, 2 * thin, 2 * long)])
        else:
            strokes.ball(x, y, radius * 0.3)

    def light(self, post: str, strength: float) -> None:
        """Let a post glow, 0 to 1."""
        if self._places is None:
            return
        colour, glow = self._glows[post]
        colour.a = 0.0 if theme.contrast else strength
        across = self._places.radius * 5.4 if strength > 0.02 and not theme.contrast else 0.1
        strokes.put(glow, *self._places.posts[post], across)

    def draw(self, circuit: Circuit, pulse: float) -> None:
        """Show the supply; ``pulse`` (0 to 1) lights what asks to be pushed."""
        if self._places is None:
            return
        lever = 0.0 if circuit.closed else OPEN_ANGLE
        self._lever.angle += (lever - self._lever.angle) * EASE
        part = min(1.25, max(0.0, circuit.amperes / RATING))
        needle = SWING - 2 * SWING * min(1.0, part * 0.75)
        self._needle.angle += (needle - self._needle.angle) * EASE
        out = 0.0 if circuit.fuse else self._jut
        self._button.y += (out - self._button.y) * EASE * 1.5
        self._window.rgba = ink(
            "#7BD88F" if circuit.live else "#39407F", BLACK if circuit.live else WHITE
        )
        self._lit.a = 0.0 if theme.contrast or not circuit.live else 0.8
        ask = 0.0 if circuit.fuse or theme.contrast else 0.35 + 0.6 * pulse
        self._ask.a = ask
        self._sign.a = 0.0 if circuit.fuse or not theme.contrast else 1.0
