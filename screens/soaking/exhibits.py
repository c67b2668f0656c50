"""Exhibits, opened in turn from their menu, played with and left; a visit is one of each."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from content.model import Exhibit, Feature
from screens.driving.controls import box_of
from screens.exhibits.view import View, has_view
from screens.navigation import ATTRACT
from screens.soaking.hand import Hand, Place
from screens.soaking.tally import SEED
from screens.theme import _, theme

if TYPE_CHECKING:
    from screens.driving.driver import Driver
    from screens.soaking.tally import Tally

MENU = "exhibits.menu"
TOUCHES = (3, 6)
KEY_SHARE, PAIR_SHARE = 0.15, 0.3


class Kind:
    """One exhibit from the menu back to it."""

    warm_up = 50

    def __init__(self, driver: Driver, tally: Tally) -> None:
        self._driver = driver
        self._hand = Hand(driver, tally, self._moving)
        self._chance = random.Random(SEED)  # noqa: S311 - the same play each time
        self._library = driver.kiosk.machine.library
        self.shown = [one for one in self._library.every(Exhibit) if has_view(one)]

    def once(self, number: int) -> None:
        """Open one, play, go back; after the last of them the visitor leaves."""
        if self._driver.screen == ATTRACT:
            self.begin()
        place = (number - 1) % len(self.shown)
        self.open(self.shown[place])
        for _touch in range(self._chance.randint(*TOUCHES)):
            self._play()
        self.leave()
        if place == len(self.shown) - 1:
            self._hand.press(_("Выйти"))
            self._hand.press(_("Готово"))

    def begin(self) -> None:
        """A visitor comes and finds the menu on the path of those it is for."""
        self._driver.wake()
        feature = next(one for one in self._library.every(Feature) if one.screen == MENU)
        # An audience with a screen of its own has no path with features on it.
        paths = (one for one in self._library.audiences if not one.screen)
        whose = next(one for one in paths if one.id in feature.audiences)
        for one in (whose, feature):
            self._hand.press(one.name.say(theme.lang))

    def open(self, exhibit: Exhibit) -> float:
        """Touch an exhibit's tile on the menu. Ms until it was complete."""
        return self._hand.open(self._driver.control(exhibit.name.say(theme.lang)))

    def leave(self) -> None:
        """Back to the menu."""
        self._hand.press(_("Назад"))

    def _moving(self) -> list[Any]:
        view = getattr(self._driver.kiosk.navigator.current, "view", None)
        return [view.beat] if isinstance(view, View) else []

    def _play(self) -> None:
        draw = self._chance.random()
        if draw < KEY_SHARE:
            self._hand.press(_("Заново"))
        elif draw < KEY_SHARE + PAIR_SHARE:
            self._hand.drags([(self._somewhere(), self._somewhere()) for _finger in range(2)])
        elif draw < 0.75:
            self._hand.drag(self._somewhere(), self._somewhere())
        else:
            self._hand.tap(self._somewhere())

    def _somewhere(self) -> Place:
        page: Any = self._driver.kiosk.navigator.current
        x, y, wide, tall = box_of(page.view)
        return x + wide * self._chance.random(), y + tall * self._chance.random()
