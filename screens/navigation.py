"""From screen to screen: screens are found by name, built on first use and kept.

``exhibition.cluster`` is the class ``Screen`` of ``screens/exhibition/cluster.py``.
"""

from __future__ import annotations

import importlib
import importlib.util
import logging
import time
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from screens.page import Page

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

log = logging.getLogger(__name__)
ATTRACT = "attract.attract"
KEPT = 6
"""Pages kept built, the last ones used: each holds some 6 MB of text and shapes."""


def has_screen(name: str) -> bool:
    """Whether this program has a screen of that name."""
    group, _, screen = name.partition(".")
    try:
        return importlib.util.find_spec(f"screens.{group}.{screen}") is not None
    except (ImportError, ValueError):
        return False


@dataclass(frozen=True)
class Place:
    """A screen with its arguments, and how far it was scrolled."""

    name: str
    args: dict[str, Any]
    offset: float = 0.0

    def is_about(self, ids: Mapping[str, Set[str]]) -> bool:
        """Whether one of its arguments is one of these, given by kind. A screen named like a kind
        (``exhibition.cluster``) is about that kind alone: two kinds may share an id."""
        kind = self.name.rpartition(".")[2]
        those = ids[kind] if kind in ids else set().union(*ids.values())
        return any(isinstance(value, str) and value in those for value in self.args.values())


class Navigator:
    """The way a visitor has gone. ``current`` is the page shown."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk
        self._kept: dict[str, Page] = {}
        self._way: list[Place] = []
        self._entered = 0.0
        self.current: Page | None = None

    @property
    def place(self) -> Place | None:
        """Where the visitor is."""
        return self._way[-1] if self._way else None

    def go(self, name: str, **args: Any) -> None:
        """Show a screen and remember the one left behind."""
        place = Place(name, args)
        self._remember_offset()
        if self.place is None or (self.place.name, self.place.args) != (name, args):
            self._way.append(place)
        self._show(place)

    def replace(self, name: str, **args: Any) -> None:
        """Show a screen instead of the current one: back will not return to it."""
        if self._way:
            self._way.pop()
        self.go(name, **args)

    def back(self) -> None:
        """Return to the screen before, or home."""
        if len(self._way) > 1:
            self._way.pop()
            self._show(self._way[-1])
        else:
            self._kiosk.go_home()

    def back_to(self, name: str) -> None:
        """Forget the way after the last place of that screen, without showing anything yet."""
        last = next((n for n in range(len(self._way), 0, -1) if self._way[n - 1].name == name), 0)
        if last:
            self._leave()
            self._way = self._way[:last]

    def start(self, name: str, **args: Any) -> None:
        """Begin the way anew at a screen."""
        self._way = [Place(name, args)]
        self._show(self._way[0])

    def rebuild(self) -> None:
        """Build everything anew for a new mode, language or size; stay where we are."""
        self._remember_offset()
        self.forget_pages()
        if self._way:
            self._show(self._way[-1], again=True)

    def forget(self, ids: Mapping[str, Set[str]]) -> None:
        """Forget the places about any of these, given by kind; where the visitor stands at
        one, the whole way."""
        if self._way and self._way[-1].is_about(ids):
            self.forget_way()
        self._way = [place for place in self._way if not place.is_about(ids)]

    def reset(self) -> None:
        """Forget the visitor on every kept screen."""
        for page in self._kept.values():
            page.reset()

    def forget_way(self) -> None:
        """Leave the current screen and forget how the visitor came here."""
        self._leave()
        self._way = []

    def forget_pages(self) -> None:
        """Drop every built screen."""
        self._leave()
        gone = len(self._kept)
        self._kept.clear()
        if gone:
            self._kiosk.sweep_soon(gone)

    def page(self, name: str) -> Page:
        """The kept page of that name, built if this is its first use or was long ago."""
        page = self._kept.pop(name, None)
        if page is None:
            module = importlib.import_module(f"screens.{name}")
            page = module.Screen(self._kiosk)
            page.name = name
        self._kept[name] = page
        while len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
            self._kiosk.sweep_soon()
        return page

    def _show(self, place: Place, again: bool = False) -> None:
        self._leave(again)
        page = self.page(place.name)
        page.size = self._kiosk.frame.size
        page.enter(**place.args)
        self.current = page
        self._entered = time.monotonic()
        self._kiosk.frame.show(page)
        if page.scroller is not None:
            page.scroller.offset = place.offset

    def _remember_offset(self) -> None:
        if self._way and self.current is not None and self.current.scroller is not None:
            last = self._way[-1]
            if last.name == self.current.name:
                self._way[-1] = Place(last.name, last.args, self.current.scroller.offset)

    def _leave(self, again: bool = False) -> None:
        page = self.current
        if page is None:
            return
        page.leave()
        self.current = None
        if not page.private and not again:
            dwell = round((time.monotonic() - self._entered) * 1000)
            self._kiosk.seen(page.name, page.ref, dwell)
