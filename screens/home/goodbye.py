"""Goodbye: the sky again, five faces to rate the visit, and the way out."""

from __future__ import annotations

from typing import Any

from kivy.uix.widget import Widget

from screens.page import Box, Page, is_reach
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey
from screens.widgets.header import Heading
from screens.widgets.rating import Rating
from screens.widgets.scroller import Column


class Screen(Page):
    """The end of a visit."""

    tone = "night"
    gap = 32

    def is_stale(self) -> bool:
        # The next visitor rates anew.
        return True

    def heading(self) -> Heading:
        return Heading(
            title=_("Спасибо, что заглянули!"),
            kicker=_("Созвездие профессий"),
            subtitle=_("Возвращайтесь: звёзды никуда не денутся."),
            tone="night",
        )

    def make_art(self) -> Any:
        return self.constellation(names=measure.portrait and not theme.large)

    def art_share(self, room: float) -> float:
        need = self.scroller.column.minimum_height if self.scroller is not None else u(480)
        return max(0, room - need)

    def places(self) -> tuple[Box, Box, Box]:
        head, art, body = super().places()
        if measure.portrait or self.scroller is None:
            return head, art, body
        low = min(self.scroller.column.minimum_height, body.height)
        sky = Box(body.x, body.y + low, body.width, body.height - low)
        return head, sky, Box(body.x, body.y, body.width, low)

    def build(self, column: Column) -> None:
        if is_reach():
            column.add_widget(Widget())
        column.add_widget(Rating(self.kiosk.rate, "night"))
        done = ActionKey(_("Готово"), "gold", size="heading", units=150)
        done.bind(on_act=self._finish)
        column.add_widget(done)

    def _finish(self, *_args: Any) -> None:
        self.kiosk.end("finished")
