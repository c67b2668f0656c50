"""The Centre's programmes as a list."""

from __future__ import annotations

from functools import partial
from typing import Any

from screens.page import Page
from screens.theme import _, theme
from screens.widgets.buttons import Row
from screens.widgets.header import Heading
from screens.widgets.scroller import Column


class Screen(Page):
    """All programmes of the Centre."""

    def heading(self) -> Heading:
        return Heading(
            title=_("Программы Центра"),
            kicker=_("Созвездие профессий"),
            subtitle=_("От детского сада до пенсии: чем Центр может помочь."),
        )

    def build(self, column: Column) -> None:
        for programme in self.kiosk.machine.library.programmes:
            row = Row(
                programme.name.say(theme.lang),
                programme.who.say(theme.lang),
                programme.picture,
            )
            row.bind(on_act=partial(self._open, programme.id))
            column.add_widget(row)

    def _open(self, programme: str, *_args: Any) -> None:
        self.kiosk.go("exhibition.programme", id=programme)
