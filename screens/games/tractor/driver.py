"""Who drives over the board: a tractor that looks where it goes, or a robot on wheels."""

from __future__ import annotations

from kivy.graphics import BorderImage, Color, Rectangle

from screens.games.sprite import Sprite
from screens.shapes import disc, patch, whole
from screens.theme import rgba


class Driver(Sprite):
    """``wheeled``: its picture is a head, and stands on a small chassis."""

    def __init__(self, picture: str, side: float, *, wheeled: bool) -> None:
        self._wheeled = wheeled
        self._leftward = True
        super().__init__("driver", "", picture, side, part=0.74 if wheeled else 0.94)
        self.lively = False

    def face(self, *, leftward: bool) -> None:
        """Look left, as its picture does, or right."""
        if leftward != self._leftward:
            self._leftward = leftward
            self._lay()
            self.mark()

    def _make(self) -> None:
        with self.canvas:
            Color(*rgba("#3D4A78" if self._wheeled else "#14183A", 1 if self._wheeled else 0.0))
            self._body = BorderImage()
            Color(*rgba("#232C52", 1 if self._wheeled else 0.0))
            self._wheels = [Rectangle(texture=disc()) for _wheel in range(2)]
        super()._make()

    def _lay(self, *_args: object) -> None:
        super()._lay()
        side = min(self.size) * self.grown
        x, y = self.middle[0] - side / 2, self.middle[1] - side / 2
        if self._wheeled:
            corner = whole(side * 0.07)
            self._body.texture, self._body.border = patch(corner), [corner] * 4
            self._body.pos = (x + side * 0.2, y + side * 0.1)
            self._body.size = (side * 0.6, side * 0.16)
            for wheel, at in zip(self._wheels, (0.17, 0.58), strict=True):
                wheel.pos, wheel.size = (x + side * at, y + side * 0.01), (side * 0.25, side * 0.25)
            self._image.pos = (self._image.pos[0], y + side * 0.22)
            return
        texture = self._image.texture
        if texture is not None:
            ax, ay, bx, by, cx, cy, dx, dy = texture.tex_coords
            kept = (ax, ay, bx, by, cx, cy, dx, dy)
            turned = (bx, by, ax, ay, dx, dy, cx, cy)
            self._image.tex_coords = kept if self._leftward else turned
