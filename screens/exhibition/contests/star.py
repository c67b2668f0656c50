"""A year on the plot: a beam of light as tall as its participants are many, with a star on it."""

from __future__ import annotations

from functools import cache
from typing import Any

from kivy.graphics import BorderImage, Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.properties import BooleanProperty

from content.model import Championship
from screens.exhibition.contests.story import number_of, spoken
from screens.pictures import star_texture
from screens.shapes import column_of, disc, patch, ring, whole
from screens.theme import WHITE, Colour, mix, rgba, theme
from screens.units import u
from screens.widgets.press import Pressable
from screens.widgets.words import Words

GOLD, WARM = rgba("#FFC94D"), rgba("#FFF6E0")
CORE, LIT_CORE, HOLLOW = 36, 46, 34
"""Design units across a star, the chosen one, and a hollow one."""
HALO = 46
"""Design units from a star's middle to the rim of its halo."""
BEAM = 34
LEAST = 96
FOOT, HEAD = 44, 44
"""Design units between the year and a beam, and between a star and the top of its place."""
"""Design units across the place of a year at least."""


@cache
def _beam() -> Texture:
    return column_of([0.10 + 0.90 * (step / 63) ** 1.4 for step in range(64)])


class YearStar(Pressable):
    """One championship. ``part`` is its participants as a part of the lane's most; where no source
    gives a number the star is hollow and stands at the foot."""

    chosen = BooleanProperty(False)

    def __init__(self, contest: Championship, most: int, hue: str, **kwargs: Any) -> None:
        super().__init__(label=spoken(contest), size_hint=(None, None), **kwargs)
        self.contest = contest
        self.part = (contest.participants or 0) / most if most else 0.0
        palette = theme.palette("night")
        self.fg, self.bg = palette.ink, palette.paper
        self._ink, self._hue = palette.ink, mix(rgba(hue), WHITE, 0.22)
        self.year = Words(
            str(contest.year), role="small", color=palette.ink, free=True, size_hint=(None, None)
        )
        number = number_of(contest)
        self.number = Words(
            number, role="strong", color=palette.ink, free=True, size_hint=(None, None)
        )
        self.text_px = self.year.font_size
        self.add_widget(self.number)
        self.add_widget(self.year)
        self.tip = (0.0, 0.0)
        self.bind(pos=self.draw, size=self.draw, chosen=self.draw, pressed=self.draw)

    @property
    def is_hollow(self) -> bool:
        """Whether no source gives its participants."""
        return self.contest.participants is None

    @staticmethod
    def height_for(room: float) -> float:
        """The height, px, at which the tallest beam is ``room`` px."""
        words = theme.text_px("small") * 1.3 + theme.text_px("strong") * 1.25
        return float(round(words + u(FOOT) + u(HEAD) + room))

    @property
    def least(self) -> float:
        """The width it needs, px."""
        words = max(self.year.width, self.number.width)
        return max(u(LEAST), words + u(12))

    def aim(self) -> None:
        """Find the star's middle for the present place, px: before lines are drawn to it."""
        foot = self.year.height + u(FOOT)
        room = max(u(10), self.height - foot - u(HEAD) - theme.text_px("strong") * 1.25)
        self.tip = (self.x + self.width / 2, self.y + foot + room * self.part)

    def draw(self, *_args: Any) -> None:
        """Draw it as it stands and is chosen."""
        self.aim()
        x, y = self.tip
        lit = self.chosen or self.pressed
        self.year.pos = (round(x - self.year.width / 2), self.y + u(14))
        self.number.pos = (round(x - self.number.width / 2), round(y + u(28)))
        colour = self._star_colour(lit)
        self.number.color = self.year.color = colour if not theme.contrast else self._ink
        self.canvas.before.clear()
        with self.canvas.before:
            if theme.contrast:
                self._plain(x, y, lit)
            else:
                self._shining(x, y, lit, colour)

    def _star_colour(self, lit: bool) -> Colour:
        return GOLD if lit else WARM

    def _shining(self, x: float, y: float, lit: bool, colour: Colour) -> None:
        low = self.y + self.year.height + u(24)
        if lit:
            Color(1, 1, 1, 0.10)
            corner = whole(u(30))
            BorderImage(texture=patch(corner), border=[corner] * 4, pos=self.pos, size=self.size)
        if self.is_hollow:
            side = u(HOLLOW)
            Color(*colour[:3], 1 if lit else 0.7)
            outline = ring(whole(side / 2), max(2, int(u(4))))
            Rectangle(texture=outline, pos=(x - side / 2, y - side / 2), size=(side, side))
            return
        Color(*(GOLD if lit else self._hue))
        Rectangle(texture=_beam(), pos=(x - u(BEAM) / 2, low), size=(u(BEAM), max(1, y - low)))
        Color(*colour[:3], 0.75 if lit else 0.45)
        halo = u(HALO * (1.4 if lit else 1))
        Rectangle(texture=star_texture(), pos=(x - halo, y - halo), size=(2 * halo, 2 * halo))
        core = u(LIT_CORE if lit else CORE)
        Color(*colour)
        Rectangle(texture=disc(), pos=(x - core / 2, y - core / 2), size=(core, core))

    def _plain(self, x: float, y: float, lit: bool) -> None:
        """Ink on white: a bar, filled when chosen; a ring where there is no number."""
        low = self.y + self.year.height + u(24)
        Color(*self._ink)
        if self.is_hollow:
            side = u(HOLLOW)
            outline = ring(whole(side / 2), max(2, int(u(8 if lit else 4))))
            Rectangle(texture=outline, pos=(x - side / 2, y - side / 2), size=(side, side))
            return
        corner = whole(u(12))
        shape = patch(corner) if lit else ring(corner, max(2, int(u(5))))
        tall = max(2.0 * corner + 2, y + u(16) - low)
        BorderImage(
            texture=shape, border=[corner] * 4, pos=(x - u(BEAM) / 2, low), size=(u(BEAM), tall)
        )
