"""The bar between its supports: each layer a bent strip, the top one with its face."""

from __future__ import annotations

from collections.abc import Sequence

from kivy.graphics import Canvas, Color, Mesh

from content.exhibition.exhibits.composite.laminate import SPAN
from content.exhibition.exhibits.composite.model import DEEPEST, GONE_S, MOST, Composite
from screens.exhibits import strokes
from screens.exhibits.composite.cloths import EDGE, SIDE, edge, face
from screens.theme import WHITE, mix, rgba, theme

PARTS = 22
"""Straight parts of a bent bar; even, so that one ends in the middle."""
OVER = 0.09
"""How far it reaches over each support, shares of the span."""
THICK, DEEP = 0.029, 0.12
"""Of a layer, and of the face seen from above, shares of the span: far from their true size."""
SKEW = 0.5
"""How far the face leans, shares of its depth."""
LOOSE = 0.28
"""The gap under a dry layer, shares of a layer."""
RESIN, GLOW = rgba("#F0B23C"), rgba("#FF5A36")


class Bar:
    """Draws the layers. ``mid`` is the middle between the tops of the supports, px."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self.mid = (0.0, 0.0)
        self.span = 1.0
        self._known: object = None

    def lay(self, mid: tuple[float, float], span: float) -> None:
        """Make the strips once for a place."""
        self.mid, self.span = mid, span
        self.canvas.clear()
        bare = theme.contrast
        self._strips: list[tuple[Color, Mesh]] = []
        with self.canvas:
            for _layer in range(MOST):
                tint = Color(1, 1, 1, 1)
                self._strips.append((tint, Mesh(mode="triangles", texture=edge("glass", 0, bare))))
            self._face_tint = Color(1, 1, 1, 1)
            self._face = Mesh(mode="triangles", texture=face("glass", 0, bare))
            self._resin = Color(*RESIN[:3], 0)
            self._film = Mesh(mode="triangles")
            self._crack = Color(1, 0.85, 0.5, 0)
            self._flash = strokes.glow(0, 0, 1)
        self._known = None

    @property
    def depth(self) -> float:
        """Of the face, px."""
        return DEEP * self.span

    def height(self, bar: Composite) -> float:
        """How thick the stack is drawn, px."""
        return sum(self._lifts(bar))

    def top(self, bar: Composite) -> tuple[float, float]:
        """The middle of the top of the bar, where one presses, px."""
        x, y = self.mid
        return x, y - self._sag(bar) + self.height(bar) + self.depth * 0.4

    def has(self, x: float, y: float, bar: Composite) -> bool:
        """Whether a point is on the bar or near it."""
        half = self.span * (0.5 + OVER)
        low = self.mid[1] - self._sag(bar) - self.span * 0.1
        return abs(x - self.mid[0]) <= half and low <= y <= self.top(bar)[1] + self.span * 0.12

    def draw(self, bar: Composite) -> None:
        """Bend it as the model has it; nothing is done where nothing changed."""
        known = (round(bar.sag * 2e4), tuple(bar.layers), bar.broken, round(bar.lying, 2),
                 round(bar.force))  # fmt: skip
        if known == self._known:
            return
        self._known = known
        broken = bar.broken is not None
        fade = 1.0
        if broken:
            fade = min(1.0, max(0.0, (GONE_S - bar.lying) / 0.7))
        spine = self._spine(bar)
        indices = _indices(broken)
        lift = 0.0
        bare = theme.contrast
        for k, (tint, mesh) in enumerate(self._strips):
            if k >= len(bar.layers):
                mesh.indices = []
                continue
            layer = bar.layers[k]
            heat = bar.strain[k] if k < len(bar.strain) and not broken else 0.0
            if broken and k == bar.broken:
                heat = 1.0
            shade = mix(WHITE, RESIN, 0.0 if bare else 0.34 * layer.soaked)
            tint.rgba = (*mix(shade, GLOW, 0.0 if bare else 0.75 * heat**2)[:3], fade)
            gap = self._gap(layer.soaked) if k else 0.0
            low = lift + gap
            lift = low + THICK * self.span
            mesh.texture = edge(layer.cloth, layer.angle, bare)
            mesh.vertices = self._strip(spine, low, lift)
            mesh.indices = indices
        self._top(bar, spine, lift, indices, fade)
        flash = max(0.0, 1 - bar.lying / 0.5) if broken and not bare else 0.0
        self._crack.a = flash
        x, y = self.mid
        strokes.put(self._flash, x, y - self._sag(bar) + lift / 2, self.span * 0.5 if flash else 0)

    def _top(
        self,
        bar: Composite,
        spine: Sequence[tuple[float, float, float, float, float]],
        lift: float,
        indices: list[int],
        fade: float,
    ) -> None:
        if not bar.layers:
            self._face.indices = self._film.indices = []
            return
        layer = bar.layers[-1]
        vertices: list[float] = []
        depth = self.depth
        for along, x, y, nx, ny in spine:
            tx, ty = x + nx * lift, y + ny * lift
            at = along / (self.span * 0.2)
            vertices += (tx, ty, at, 0, tx + depth * SKEW, ty + depth * 0.8, at, 0.75)
        self._face.texture = face(layer.cloth, layer.angle, theme.contrast)
        self._face.vertices = self._film.vertices = vertices
        self._face.indices = indices
        self._film.indices = indices if layer.soaked and not theme.contrast else []
        self._face_tint.a = fade
        self._resin.a = 0.0 if theme.contrast else 0.42 * layer.soaked * fade

    def _sag(self, bar: Composite) -> float:
        sag = bar.sag
        if bar.broken is not None:
            part = min(1.0, bar.lying / 0.35)
            sag += (DEEPEST * 0.62 - sag) * part * part if sag < DEEPEST * 0.62 else 0.0
        return sag / SPAN * self.span

    def _gap(self, soaked: float) -> float:
        return LOOSE * THICK * self.span * (1 - soaked)

    def _lifts(self, bar: Composite) -> list[float]:
        return [
            THICK * self.span + (self._gap(layer.soaked) if k else 0.0)
            for k, layer in enumerate(bar.layers)
        ]

    def _spine(self, bar: Composite) -> list[tuple[float, float, float, float, float]]:
        """Along its foot: px along the bar, the place, and the way up from it. Bent it is the
        cubic of a load in the middle, 3 s - 4 s^3; broken it is two straight halves."""
        mx, my = self.mid
        sag, broken = self._sag(bar), bar.broken is not None
        found = []
        for n in range(PARTS + 1):
            share = (n / PARTS) * (1 + 2 * OVER) - OVER
            s = min(share, 1 - share)
            if broken or s < 0:
                down, slope = sag * (2 * s if broken else 3 * s), sag * (2 if broken else 3)
            else:
                down, slope = sag * (3 * s - 4 * s**3), sag * (3 - 12 * s * s)
            if share > 0.5:
                slope = -slope
            slope /= self.span
            long = (1 + slope * slope) ** 0.5
            # A deep bend draws the ends in: the bar slides over its supports.
            x = mx + (share - 0.5) * self.span * (1 - 0.55 * (sag / self.span) ** 2)
            if broken and n == PARTS // 2:
                slope, long = 0.0, 1.0
            found.append((share * self.span, x, my - down, slope / long, 1 / long))
        return found

    def _strip(
        self, spine: Sequence[tuple[float, float, float, float, float]], low: float, high: float
    ) -> list[float]:
        vertices: list[float] = []
        wide = THICK * self.span * SIDE / EDGE
        for along, x, y, nx, ny in spine:
            at = along / wide
            vertices += (x + nx * low, y + ny * low, at, 0, x + nx * high, y + ny * high, at, 1)
        return vertices


def _indices(broken: bool) -> list[int]:
    """Triangles of a strip; a broken one has lost the part left of its middle."""
    found = []
    for n in range(PARTS):
        if not (broken and n == PARTS // 2 - 1):
            a = 2 * n
            found += [a, a + 2, a + 3, a, a + 3, a + 1]
    return found
