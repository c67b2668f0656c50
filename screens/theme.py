"""Colours, sizes of text and the visitor's modes, from the tokens of the design.

Widgets read the theme when they are built; a change of mode or language rebuilds the screen.
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable
from dataclasses import dataclass, replace

from screens.units import u

Colour = tuple[float, float, float, float]


def rgba(code: str, alpha: float = 1.0) -> Colour:
    """``#RRGGBB`` to Kivy's four numbers from 0 to 1."""
    return (
        int(code[1:3], 16) / 255,
        int(code[3:5], 16) / 255,
        int(code[5:7], 16) / 255,
        alpha,
    )


def mix(a: Colour, b: Colour, part: float) -> Colour:
    """A colour ``part`` (0 to 1) of the way from ``a`` to ``b``."""
    r, g, blue, alpha = (x + (y - x) * part for x, y in zip(a, b, strict=True))
    return (r, g, blue, alpha)


def luminance(colour: Colour) -> float:
    """How bright a colour is, 0 to 1, as WCAG has it."""
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour[:3])
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def shades(code: str) -> tuple[Colour, Colour, Colour]:
    """A cluster's hue as a ground for white text, from the foot to the top of a page: ever darker,
    at least 5 to 1 against white. A cool hue goes into the night; a warm one stays itself, for
    orange with blue is mud."""
    colour = rgba(code)
    hue, light, full = colorsys.rgb_to_hls(*colour[:3])
    warm = WARM[0] < hue < WARM[1]

    def darkened(part: float) -> Colour:
        if warm:
            return (*colorsys.hls_to_rgb(hue - 0.02, light * (1 - part), full), 1.0)
        return mix(colour, rgba("#14183A"), part)

    parts = [step / 50 for step in range(51)]
    found = [
        next(shade for part in parts if 1.05 / (luminance(shade := darkened(part)) + 0.05) >= ratio)
        for ratio in (5.0, 6.6, 9.0)
    ]
    return (found[0], found[1], found[2])


def light_of(code: str) -> str:
    """A hue so light that ink on it reads 7 to 1 at least, #RRGGBB."""
    colour, white = rgba(code), rgba("#FFFFFF")
    ink = luminance(rgba("#14183A")) + 0.05
    light = next(
        shade
        for step in range(21)
        if (luminance(shade := mix(colour, white, step / 20)) + 0.05) / ink >= 7
    )
    return "#" + "".join(f"{round(255 * channel):02X}" for channel in light[:3])


INK = rgba("#14183A")
WHITE = rgba("#FFFFFF")
BLACK = rgba("#000000")
CLEAR = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Palette:
    """The colours of one tone of a page. ``line`` is a border's width in design units."""

    ground: Colour
    ink: Colour
    muted: Colour
    paper: Colour
    edge: Colour
    glass: Colour
    line: float = 0
    line_colour: Colour = CLEAR


LINEN = Palette(
    ground=rgba("#F6F1E7"),
    ink=INK,
    muted=rgba("#565B85"),
    paper=WHITE,
    edge=rgba("#E5DCCB"),
    glass=WHITE,
)
STAFF = replace(LINEN, ground=rgba("#F2F3F9"), edge=rgba("#DDE0EE"))
NIGHT = Palette(
    ground=rgba("#0B1038"),
    ink=WHITE,
    muted=rgba("#D5D8F2"),
    paper=rgba("#2A3285"),
    edge=rgba("#0B1038"),
    glass=(1, 1, 1, 0.16),
)
CONTRAST = Palette(
    ground=WHITE,
    ink=BLACK,
    muted=BLACK,
    paper=WHITE,
    edge=BLACK,
    glass=WHITE,
    line=5,
    line_colour=BLACK,
)
NIGHT_SKY = ("#3B3FA8", "#18226B", "#0B1038")
DUSK_SKY = ("#94587F", "#5F4A9C", "#3B3FA8", "#2A3290", "#18226B", "#121A52", "#0B1038")
"""The sky from the foot to the top, in the night and where the sun has just set."""
WARM = (0.05, 0.16)
"""Hues between which a colour is orange, as :mod:`colorsys` counts them."""


@dataclass(frozen=True)
class Paint:
    """How a button is painted."""

    fill: Colour
    edge: Colour
    ink: Colour


PAINTS = {
    "gold": Paint(rgba("#FFC94D"), rgba("#C98F1B"), INK),
    "flax": Paint(rgba("#2F49C9"), rgba("#1E318F"), WHITE),
    "paper": Paint(WHITE, rgba("#E5DCCB"), INK),
    "ink": Paint(INK, BLACK, WHITE),
    "brick": Paint(rgba("#C23C20"), rgba("#8A2712"), WHITE),
    "sand": Paint(rgba("#F3EDE0"), rgba("#DCD1BD"), INK),
    "staff": Paint(WHITE, rgba("#DDE0EE"), INK),
    "glass": Paint(rgba("#454CAB"), rgba("#2C3284"), WHITE),
}
CONTRAST_PAINTS = {
    "loud": Paint(BLACK, BLACK, WHITE),
    "quiet": Paint(WHITE, BLACK, BLACK),
}
LOUD = ("gold", "flax", "ink", "brick")

SIZES = {
    "display": 96,
    "title": 72,
    "headline": 56,
    "heading": 44,
    "text": 32,
    "strong": 32,
    "small": 26,
}
"""Text sizes in design units; nothing is smaller than 24."""
FACES = {
    "display": "Unbounded",
    "title": "Unbounded",
    "headline": "Unbounded",
    "heading": "UnboundedMedium",
    "text": "Onest",
    "strong": "OnestBold",
    "small": "OnestMedium",
}
LARGE = 1.4


class Theme:
    """The theme in force: the visitor's modes and language."""

    def __init__(self) -> None:
        self.modes: frozenset[str] = frozenset()
        self.lang = "ru"
        self.still = False
        self.gettext: Callable[[str], str] = str

    @property
    def contrast(self) -> bool:
        """Ink on white, no pictures behind text."""
        return "contrast" in self.modes

    @property
    def large(self) -> bool:
        """Text 1.4 times as large."""
        return "large" in self.modes

    @property
    def reach(self) -> bool:
        """All controls in the lower half of a standing screen."""
        return "reach" in self.modes

    @property
    def calm(self) -> bool:
        """Nothing moves by itself or glides."""
        return self.still or "calm" in self.modes

    def palette(self, tone: str) -> Palette:
        """The palette of a page's tone: ``linen``, ``night``, ``hue`` or ``staff``."""
        if self.contrast:
            return CONTRAST
        return {"night": NIGHT, "hue": NIGHT, "staff": STAFF}.get(tone, LINEN)

    def paint(self, kind: str) -> Paint:
        """How a button of this kind is painted now."""
        if self.contrast:
            return CONTRAST_PAINTS["loud" if kind in LOUD else "quiet"]
        return PAINTS[kind]

    def glass_on(self, hue: str) -> Paint:
        """A quiet button on a ground of this hue."""
        if self.contrast:
            return CONTRAST_PAINTS["quiet"]
        _low, _middle, top = shades(hue)
        return Paint(mix(top, WHITE, 0.15), mix(top, BLACK, 0.4), WHITE)

    def text_px(self, role: str) -> float:
        """Pixels of a text role, grown in the large mode."""
        return u(SIZES[role] * (LARGE if self.large else 1))


theme = Theme()


def _(message: str) -> str:
    """The message in the visitor's language."""
    return theme.gettext(message)
