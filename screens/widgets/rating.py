"""Five faces: how was it here?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from kivy.uix.gridlayout import GridLayout

from screens.theme import _, rgba, theme
from screens.units import u
from screens.widgets.buttons import Face
from screens.widgets.press import Key
from screens.widgets.surface import Card, Picture
from screens.widgets.words import Words

FACES = (
    "crying-face",
    "slightly-frowning-face",
    "neutral-face",
    "slightly-smiling-face",
    "star-struck",
)


class Rating(Card):
    """The question and the faces; one touch answers, 1 to 5, and only once."""

    def __init__(self, on_rate: Callable[[int], None], tone: str = "linen", **kwargs: Any) -> None:
        super().__init__(tone, spacing=u(20), **kwargs)
        palette = theme.palette(tone)
        self._on_rate = on_rate
        self._question = Words(
            _("Как вам здесь?"), role="heading", color=palette.ink, halign="center"
        )
        self.add_widget(self._question)
        names = (_("Плохо"), _("Не очень"), _("Так себе"), _("Хорошо"), _("Отлично"))
        grid = GridLayout(cols=len(FACES), size_hint_y=None, height=u(170), spacing=u(20))
        self._faces = []
        for score, (picture, name) in enumerate(zip(FACES, names, strict=True), start=1):
            face = RatingFace(picture, name)
            face.bind(on_act=partial(self._rate, score))
            self._faces.append(face)
            grid.add_widget(face)
        self.add_widget(grid)

    def _rate(self, score: int, *_args: Any) -> None:
        self._on_rate(score)
        for number, face in enumerate(self._faces, start=1):
            face.lively = False
            face.mark(number == score)
        self._question.say(_("Спасибо! Мы это запомним."))


class RatingFace(Key):
    """One face of five."""

    def __init__(self, picture: str, name: str, **kwargs: Any) -> None:
        super().__init__(label=name, edge=8, radius=40, **kwargs)
        self._paint(rgba("#F6F1E7"))
        face = Face(self, padding=[u(10)] * 4)
        self._picture = Picture(picture, 124, pos_hint={"center_x": 0.5, "center_y": 0.5})
        self._picture.size_hint_x = 1
        face.add_widget(self._picture)
        self.add_widget(face)

    def _paint(self, fill: Any) -> None:
        palette = theme.palette("linen")
        self.fill = palette.paper if theme.contrast else fill
        self.edge_colour = palette.edge
        self.fg, self.bg = palette.ink, self.fill

    def mark(self, chosen: bool) -> None:
        """Show which face was chosen."""
        if chosen:
            self._paint(rgba("#FFC94D"))
            if theme.contrast:
                self.fill = self.bg = theme.palette("linen").ink
            self.line = u(6)
            self.line_colour = theme.palette("linen").ink
        else:
            self._picture.tint = (1, 1, 1, 0.35)
