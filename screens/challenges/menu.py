"""All challenges, as pictures to touch, each with the best of today."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.gridlayout import GridLayout

from content.model import Challenge, Competence
from kiosk.best import board
from screens.challenges.view import has_view
from screens.page import Page
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import Tile
from screens.widgets.header import Heading
from screens.widgets.scroller import Column

HUES = ("#FFE2B8", "#CFE0FF", "#D6F0DD", "#FFD8CC", "#E6DBFF", "#CDEFF2")


class Screen(Page):
    """What one can try oneself at."""

    tone = "night"

    def heading(self) -> Heading:
        return Heading(
            title=_("Минута мастера"),
            kicker=_("WorldSkills · «Абилимпикс»"),
            subtitle=_("Выберите компетенцию и попробуйте себя: одному или вдвоём."),
            tone="night",
        )

    def build(self, column: Column) -> None:
        library = self.kiosk.machine.library
        best = board(self.kiosk.machine).all(self.kiosk.today)
        known = [one for one in library.every(Challenge) if has_view(one)]
        grid = GridLayout(
            cols=1 if theme.large else 2 if measure.portrait else 3, spacing=[u(28), u(28)]
        )
        for number, challenge in enumerate(known):
            competence = library.find(Competence, challenge.competence)
            lead = competence.name.say(theme.lang) if competence is not None else ""
            if challenge.id in best:
                lead = _("Лучший сегодня: {score}").format(score=best[challenge.id])
            tile = Tile(
                challenge.name.say(theme.lang),
                lead,
                challenge.picture,
                HUES[number % len(HUES)],
                side=128,
            )
            tile.bind(on_act=partial(self._open, challenge.id))
            grid.add_widget(tile)
        grid.bind(minimum_height=grid.setter("size_hint_min_y"))
        column.add_widget(grid)

    def is_stale(self) -> bool:
        return True

    def _open(self, challenge: str, *_args: Any) -> None:
        self.kiosk.go("challenges.play", id=challenge)
