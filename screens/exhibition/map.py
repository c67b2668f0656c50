"""The map of clusters: pins on the constellation, and the same clusters as a list in reach."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.gridlayout import GridLayout

from screens.exhibition.hue import BADGE, MANY, SMALL_BADGE, ClusterKey, ClusterMap
from screens.page import Box, Page
from screens.theme import CLEAR, _, theme
from screens.units import measure, u
from screens.widgets.header import MARGIN, Heading
from screens.widgets.scroller import Column

ASIDE, FAR_ASIDE = 440, 600
"""Design units the lying map stands from the left: over the bar, whose corner it leaves free; in
the large mode beside the bar, which is higher."""


LIST, WIDE_LIST = 540, 780
"""Design units across the list beside a lying map: of one column, and of two."""


class Screen(Page):
    """Where professions are born."""

    tone = "night"

    def heading(self) -> Heading:
        return Heading(
            title=_("Где рождаются профессии"),
            kicker=_("Карта кластеров"),
            tone="night",
        )

    def make_art(self) -> Any:
        clusters = self.kiosk.machine.library.clusters
        return ClusterMap(self.constellation(), clusters, self._open)

    def fill(self) -> None:
        super().fill()
        if self.header is not None:
            # The sky is one: nothing parts the words from the map.
            self.header.line_colour = CLEAR

    def build(self, column: Column) -> None:
        clusters = self.kiosk.machine.library.clusters
        many = len(clusters) > MANY
        one = theme.large or not (measure.portrait or many)
        gap = u(20 if many else 24)
        grid = GridLayout(cols=1 if one else 2, spacing=[gap, gap])
        for cluster in clusters:
            key = ClusterKey(cluster, badge=SMALL_BADGE if many else BADGE)
            key.bind(on_act=partial(self._open, cluster.id))
            grid.add_widget(key)
        grid.bind(minimum_height=grid.setter("size_hint_min_y"))
        column.add_widget(grid)

    def art_share(self, room: float) -> float:
        need = self.scroller.column.minimum_height if self.scroller is not None else 0
        return max(room * 0.36, room - max(need, u(300)))

    def places(self) -> tuple[Box, Box, Box]:
        if measure.portrait:
            return super().places()
        assert self.header is not None
        x, y, w, h = self.x, self.y, self.width, self.height
        many = len(self.kiosk.machine.library.clusters) > MANY and not theme.large
        side, aside, low = u(LIST), u(FAR_ASIDE if theme.large else ASIDE), u(16)
        if many:
            # A wide list leaves no room beside the bar: the map stands over it.
            side, aside, low = u(WIDE_LIST), u(MARGIN), self.kiosk.bar_height + u(64)
        words = self.header.column.minimum_height
        return (
            Box(x, y, w - side, h),
            Box(x + aside, y + low, w - side - aside, h - words - low),
            Box(x + w - side, y, side, h),
        )

    def room(self) -> list[float]:
        if measure.portrait:
            return [u(MARGIN), u(20), u(MARGIN), u(36)]
        return [u(20), u(56), u(MARGIN), u(56)]

    def _open(self, cluster: str, *_args: Any) -> None:
        self.kiosk.go("exhibition.cluster", id=cluster)
