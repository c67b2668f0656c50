"""All challenges, as pictures to touch, each with the best of today."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.gridlayout import GridLayout

from content.model import Challenge, Competence
from kiosk.best import board
from screens.challenges.view import offered
from screens.page import Page
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import Tile
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.words import Words

HUES = ("#FFE2B8", "#CFE0FF", "#D6F0DD", "#FFD8CC", "#E6DBFF", "#CDEFF2")


class Screen(Page):
    """What one can try oneself at."""

    tone = "night"

    def heading(self) -> Heading:
        return Heading(
            title=_("Минута мастера"),
            kicker=_("WorldSkills · «Абилимпикс»"),
            subtitle=_("Угадайте или попробуйте себя в деле: одному или вдвоём."),
            tone="night",
        )

    def build(self, column: Column) -> None:
        known = offered(self.kiosk.machine.library)
        ink = theme.palette("night").ink
        number = 0
        for title, part in (
            (_("Викторины"), [one for one in known if one.competence is None]),
            (_("Шестьдесят секунд мастерства"), [one for one in known if one.competence]),
        ):
            if part:
                column.add_widget(Words(title, role="heading", color=ink))
                column.add_widget(self._tiles(part, number))
                number += len(part)

    def _tiles(self, challenges: list[Challenge], first: int) -> GridLayout:
        """A tile for each, in colours from the one numbered ``first`` on."""
        library = self.kiosk.machine.library
        best = board(self.kiosk.machine).all(self.kiosk.today)
        grid = GridLayout(
            cols=1 if theme.large else 2 if measure.portrait else 3, spacing=[u(28), u(28)]
        )
        for number, challenge in enumerate(challenges, first):
            competence = library.find(Competence, challenge.competence)
            lead = (competence.name if competence is not None else challenge.lead).say(theme.lang)
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
        return grid

    def is_stale(self) -> bool:
        return True

    def _open(self, challenge: str, *_args: Any) -> None:
        self.kiosk.go("challenges.play", id=challenge)
