"""What a finger moves at a stone, and where to: facets, the spark, points that shine."""

from __future__ import annotations

from collections.abc import Sequence

from kivy.graphics import Color, InstructionGroup, PopMatrix, PushMatrix, Rectangle, Translate

from screens.games.diamond.gem import Pane, painted, tint
from screens.games.sprite import LEAST, Sprite
from screens.shapes import disc, lines
from screens.theme import BLACK, Colour, mix, rgba, theme
from screens.units import u

GOLD = "#FFD23F"
INSET = 0.94
"""How much of its place a facet fills."""


class Shard(Sprite):
    """A facet to be set, in its true shape."""

    def __init__(self, name: str, label: str, ink: str, side: float = LEAST) -> None:
        self.ink = ink
        self._corners: tuple[tuple[float, float], ...] = ()
        self._drawn = InstructionGroup()
        self._key: tuple[object, ...] = ()
        super().__init__(name, label, "", side)

    def _make(self) -> None:
        super()._make()
        with self.canvas:
            PushMatrix()
            self._at = Translate(0, 0)
        self.canvas.add(self._drawn)
        with self.canvas:
            PopMatrix()

    def cut(self, corners: Sequence[tuple[float, float]]) -> None:
        """Take the shape of these corners, px, as they lie in the stone."""
        shape = tuple(corners)
        if shape != self._corners:
            self._corners = shape
            self._lay()
            self.mark()

    def _lay(self, *_args: object) -> None:
        super()._lay()
        self._at.xy = self.middle
        key = (self._corners, *self.size, self.grown)
        if key == self._key or not self._corners:
            return
        # Moving costs a translation alone.
        self._key = key
        self._drawn.clear()
        xs, ys = zip(*self._corners, strict=True)
        wide, tall = max(xs) - min(xs), max(ys) - min(ys)
        scale = min(self.size) * self.grown * INSET / max(wide, tall)
        across, up = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
        corners = tuple(((x - across) * scale, (y - up) * scale) for x, y in self._corners)
        for part in painted(Pane(corners, self.ink)):
            self._drawn.add(part)
        edge = BLACK if theme.contrast else mix(rgba("#14183A"), tint(self.ink), 0.55)
        self._drawn.add(Color(*edge))
        ends = [*corners[1:], corners[0]]
        self._drawn.add(lines(list(zip(corners, ends, strict=True)), u(9)))


class Place(Sprite):
    """Where a facet belongs: found by a finger, drawn by the stone itself."""

    def __init__(self, name: str, label: str, side: float = LEAST) -> None:
        super().__init__(name, label, "", side, role="place")


class Shine(Sprite):
    """A corner of the outline. ``glow`` 2: the next one, 1: one of those after it, 0: passed."""

    def __init__(self, name: str, label: str, side: float = LEAST) -> None:
        self.glow = 1
        super().__init__(name, label, "", side, role="place")

    def _make(self) -> None:
        with self.canvas:
            self._discs: list[tuple[Color, Rectangle, float]] = []
            for part in (1.0, 0.72, 0.42):
                colour = Color(1, 1, 1, 1)
                self._discs.append((colour, Rectangle(texture=disc()), part))
        super()._make()

    def become(self, glow: int) -> None:
        """Shine as one of these."""
        if glow != self.glow:
            self.glow = glow
            self._lay()
            self.mark()

    def _lay(self, *_args: object) -> None:
        super()._lay()
        x, y = self.middle
        for (colour, part, share), ink in zip(self._discs, _inks(self.glow), strict=True):
            side = min(self.size) * share * (1.0 if self.glow == 2 else 0.62)
            colour.rgba = ink
            part.pos, part.size = (x - side / 2, y - side / 2), (side, side)


def _inks(glow: int) -> tuple[Colour, Colour, Colour]:
    """From the halo to the heart."""
    clear = (1.0, 1.0, 1.0, 0.0)
    if not glow:
        return clear, clear, clear
    if theme.contrast:
        return BLACK, rgba("#FFFFFF"), BLACK if glow == 2 else rgba("#FFFFFF")
    if glow == 2:
        return (*rgba(GOLD)[:3], 0.35), rgba(GOLD), rgba("#FFF8DC")
    return (1.0, 1.0, 1.0, 0.16), rgba("#B9C6FF"), rgba("#E9EEFF")
