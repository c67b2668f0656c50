"""A sprite whose picture fills a box of any shape: our own drawings are stored square."""

from __future__ import annotations

from typing import Any

from kivy.graphics import Color, Rectangle

from screens.games.sprite import LEAST, Sprite
from screens.pictures import album


class Fitted(Sprite):
    """``twin``: the picture at the left end of the box and its mirror at the right one: a roof of
    two slopes, a pair of gloves."""

    def __init__(
        self,
        name: str,
        label: str,
        picture: str,
        side: float = LEAST,
        *,
        twin: bool = False,
        role: str = "piece",
    ) -> None:
        self.twin = twin
        self.extent = (0.0, 0.0)
        """What the picture fills, px, in the middle of the sprite."""
        self.share = 0.5
        """How much of the width each of a pair takes."""
        super().__init__(name, label, picture, side, role=role)

    def fit(
        self, size: tuple[float, float], extent: tuple[float, float], share: float = 0.5
    ) -> None:
        """Be ``size`` px about the same middle, the picture ``extent`` px."""
        self.extent, self.share = (round(extent[0]), round(extent[1])), share
        size = (round(size[0]), round(size[1]))
        self.mark()
        if tuple(self.size) != size:
            middle = self.middle
            self.size = size
            self.bring(*middle)
        self._image.texture = self._texture()
        self._lay()

    def _texture(self) -> Any:
        return album.texture(self.picture, max(self.extent)) if self.picture else None

    def _make(self) -> None:
        with self.canvas:
            self._tint = Color(1, 1, 1, 1)
            self._image, self._mirror = Rectangle(), Rectangle()

    def _lay(self, *_args: Any) -> None:
        wide, tall = self.extent[0] * self.grown, self.extent[1] * self.grown
        x = round(self.x + (self.width - wide) / 2)
        y = round(self.y + (self.height - tall) / 2)
        # Halves that meet lie a little over one another: no seam between them.
        one = round(wide * self.share) + 2 if self.twin else round(wide)
        self._image.pos, self._image.size = (x, y), (one, tall) if self.picture else (0, 0)
        self._mirror.size = (0, 0)
        texture = self._image.texture
        if self.twin and texture is not None:
            left, right, upper_right, upper_left = (
                texture.tex_coords[at : at + 2] for at in (0, 2, 4, 6)
            )
            self._mirror.texture = texture
            self._mirror.tex_coords = [*right, *left, *upper_left, *upper_right]
            self._mirror.pos, self._mirror.size = (x + round(wide) - one, y), (one, tall)
