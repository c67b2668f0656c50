"""Clusters as things to touch: a pin on the constellation and a key of the list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from kivy.clock import Clock
from kivy.properties import ColorProperty
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from content.model import Cluster
from screens.kv import load_kv
from screens.page import is_reach
from screens.theme import mix, rgba, theme
from screens.typography import SOFT
from screens.units import u
from screens.widgets.buttons import Face
from screens.widgets.press import Key
from screens.widgets.sky import Constellation
from screens.widgets.surface import Picture
from screens.widgets.words import Words

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

load_kv(__file__)

PIN, SMALL_PIN = 140, 96
"""Design units across a pin, and across one of many."""
BADGE, SMALL_BADGE = 96, 70
"""Likewise across a badge in a list."""
MANY = 8
"""More clusters than these are many."""
ROUNDS = 40
"""Rounds of pushing pins apart in each way; more change nothing that can be seen."""
WAYS = ("less", "up", "aside", "less")
"""Along the axis where two overlap less; where the map's edge is in the way, only up and down, or
only aside; then the rest."""


class Badge(Widget):
    """A picture on a rounded square of the cluster's hue."""

    fill = ColorProperty((1, 1, 1, 1))

    def __init__(self, cluster: Cluster, side: float, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), size=(u(side), u(side)), **kwargs)
        self.fill = theme.palette("linen").paper if theme.contrast else rgba(cluster.hue)
        self._picture = Picture(cluster.picture, side * 0.72)
        self.add_widget(self._picture)
        self.bind(pos=self._centre, size=self._centre)
        self._centre()

    def _centre(self, *_args: Any) -> None:
        spare = (self.width - self._picture.width) / 2
        self._picture.pos = (self.x + spare, self.y + spare)


class Pin(Key):
    """A cluster's pin over its town."""

    def __init__(self, cluster: Cluster, side: float = PIN, **kwargs: Any) -> None:
        super().__init__(
            label=cluster.title.say(theme.lang).replace(SOFT, ""),
            size_hint=(None, None),
            radius=side * 0.31,
            **kwargs,
        )
        self.size = (u(side), u(side) + self.edge)
        hue = rgba(cluster.hue)
        palette = theme.palette("linen")
        self.fill = palette.paper if theme.contrast else hue
        self.edge_colour = palette.edge if theme.contrast else mix(hue, rgba("#0B1038"), 0.45)
        self.fg, self.bg = palette.ink, self.fill
        self.lively = not is_reach()
        face = Face(self, padding=[u(side / 7)] * 4)
        face.add_widget(Picture(cluster.picture, side * 5 / 7))
        self.add_widget(face)


class ClusterKey(Key):
    """A cluster in a list: its badge and its name."""

    def __init__(
        self, cluster: Cluster, tone: str = "night", badge: float = BADGE, **kwargs: Any
    ) -> None:
        super().__init__(label=cluster.title.say(theme.lang).replace(SOFT, ""), radius=40, **kwargs)
        palette = theme.palette(tone)
        self.fill, self.edge_colour = palette.paper, palette.edge
        self.fg, self.bg = palette.ink, palette.paper
        edge = badge / 6
        face = Face(self, padding=[u(edge * 1.5), u(edge), u(18), u(edge)], spacing=u(edge * 1.5))
        face.add_widget(Badge(cluster, badge, pos_hint={"center_y": 0.5}))
        self._words = Words(cluster.title.say(theme.lang), role="strong", color=palette.ink)
        self._words.pos_hint = {"center_y": 0.5}
        face.add_widget(self._words)
        self.add_widget(face)
        self.text_px = self._words.font_size
        self._badge = badge
        self._words.bind(height=self._least)
        self._least()

    def _least(self, *_args: Any) -> None:
        room = u(self._badge / 3) + self.edge
        self.size_hint_min_y = max(u(self._badge), self._words.height) + room


def cluster_grid(kiosk: Kiosk, clusters: Sequence[Cluster] | None = None) -> GridLayout:
    """Clusters as keys on a light page; all of them where none are named."""
    grid = GridLayout(cols=1 if theme.large else 2, size_hint_y=None, spacing=[u(24), u(24)])
    grid.bind(minimum_height=grid.setter("height"))
    for cluster in kiosk.machine.library.clusters if clusters is None else clusters:
        key = ClusterKey(cluster, "linen")
        key.bind(on_act=partial(_open, kiosk, cluster.id))
        grid.add_widget(key)
    return grid


def _open(kiosk: Kiosk, cluster: str, *_args: Any) -> None:
    kiosk.go("exhibition.cluster", id=cluster)


class ClusterMap(FloatLayout):
    """The constellation with a pin for each cluster, pushed apart where they would overlap."""

    def __init__(self, sky: Constellation, clusters: list[Cluster], on_open: Any) -> None:
        super().__init__()
        self.sky = sky
        sky.size_hint = (None, None)
        self.add_widget(sky)
        self._pins: list[tuple[Cluster, Pin]] = []
        self._side = SMALL_PIN if len(clusters) > MANY else PIN
        for cluster in clusters:
            pin = Pin(cluster, self._side)
            pin.bind(on_act=partial(on_open, cluster.id))
            self._pins.append((cluster, pin))
            self.add_widget(pin)
        self._place_once = Clock.create_trigger(self._place, -1)
        self.bind(pos=self._later, size=self._later)

    def _later(self, *_args: Any) -> None:
        self.sky.pos, self.sky.size = self.pos, self.size
        self._place_once()

    def _place(self, *_args: Any) -> None:
        places = self.sky.project()
        side = u(self._side) + u(14)
        spots = [
            [*places.get(cluster.home, (self.center_x, self.center_y))]
            for cluster, _pin in self._pins
        ]
        for number, spot in enumerate(spots):
            # A little nudge of its own, so that two pins of one town part at all.
            spot[0] += u(3) * (number - len(spots) / 2)
            spot[1] += u(44)
        for number in range(len(WAYS) * ROUNDS):
            for first in range(len(spots)):
                for second in range(first + 1, len(spots)):
                    _part(spots[first], spots[second], side, WAYS[number // ROUNDS])
            for spot in spots:
                spot[0] = min(max(spot[0], self.x + side / 2), self.right - side / 2)
                spot[1] = min(max(spot[1], self.y + side / 2), self.top - side / 2)
        for (_cluster, pin), (x, y) in zip(self._pins, spots, strict=True):
            pin.center = (round(x), round(y))
        self.sky.keep_clear = [(*pin.pos, *pin.size) for _cluster, pin in self._pins]


def _part(a: list[float], b: list[float], side: float, way: str) -> None:
    """Push two overlapping squares apart, one of :data:`WAYS`."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    over_x, over_y = side - abs(dx), side - abs(dy)
    if over_x <= 0 or over_y <= 0:
        return
    if way == "aside" or (way == "less" and over_x < over_y):
        push = over_x / 2 * (1 if dx >= 0 else -1)
        a[0] -= push
        b[0] += push
    else:
        push = over_y / 2 * (1 if dy >= 0 else -1)
        a[1] -= push
        b[1] += push
