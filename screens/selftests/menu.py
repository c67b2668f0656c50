"""The self-tests: those for the visitor's audience first."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.gridlayout import GridLayout

from content.model import SelfTest
from kiosk.i18n import ngettext
from screens.page import Page
from screens.theme import _, light_of, theme
from screens.units import measure, u
from screens.widgets.buttons import Tile
from screens.widgets.header import Heading
from screens.widgets.scroller import Column


class Screen(Page):
    """Which test?"""

    def heading(self) -> Heading:
        return Heading(
            title=_("Проверить себя"),
            kicker=_("Созвездие профессий"),
            subtitle=_("Короткие тесты: компас, а не диагноз. Имя никто не спросит."),
            picture="compass",
        )

    def build(self, column: Column) -> None:
        library, visit = self.kiosk.machine.library, self.kiosk.visit
        audience = visit.audience if visit is not None else None
        tests = sorted(library.every(SelfTest), key=lambda one: audience not in one.audiences)
        grid = GridLayout(cols=1 if theme.large or measure.portrait else 2, spacing=[u(24), u(24)])
        for test in tests:
            minutes = ngettext(theme.lang, "{n} минута", "{n} минуты", "{n} минут", test.minutes)
            tile = Tile(
                test.name.say(theme.lang),
                f"{test.ages.say(theme.lang)} · {minutes}",
                test.picture,
                light_of(test.hue),
                side=112,
                beside=True,
            )
            tile.bind(on_act=partial(self._open, test.id))
            grid.add_widget(tile)
        grid.bind(minimum_height=grid.setter("size_hint_min_y"))
        column.add_widget(grid)

    def is_stale(self) -> bool:
        return True

    def _open(self, test: str, *_args: Any) -> None:
        self.kiosk.go("selftests.start", id=test)
