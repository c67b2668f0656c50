"""Rounds of games, each played to its end by following its hints; a visit is one round of each,
or as many as it is time to rest after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.model import Game
from screens.driving.player import Player
from screens.games.menu import playable
from screens.navigation import ATTRACT
from screens.theme import _, theme

if TYPE_CHECKING:
    from screens.driving.driver import Driver
    from screens.soaking.tally import Tally

MENU, PLAY = "games.menu", "games.play"
REWARD_S = 4.0
"""Seconds after the last move until the next round, or the prize, is there."""


class Kind:
    """One round from the menu back to it."""

    warm_up = 50

    def __init__(self, driver: Driver, tally: Tally) -> None:
        self._driver = driver
        self._tally = tally
        self._player = Player(driver)
        library = driver.kiosk.machine.library
        self.shown = [one for one in library.every(Game) if playable(one)]
        self._child = next(one for one in library.audiences if one.screen == MENU)

    def once(self, number: int) -> None:
        """Open a game, finish a round, see the star; levels rise within a visit."""
        driver = self._driver
        if driver.screen == ATTRACT:
            driver.wake()
            driver.tap(self._child.name.say(theme.lang))
        place = (number - 1) % len(self.shown)
        driver.tap(self.shown[place].name.say(theme.lang))
        self._tally.tap(driver.tap_ms)
        self._tally.screen(driver.load_ms)
        while self._player.step():
            self._tally.tap(driver.tap_ms)
        driver.let_pass(REWARD_S)
        if driver.screen == PLAY:
            driver.tap(_("Все игры"))
        if driver.screen != MENU or place == len(self.shown) - 1:
            driver.kiosk.end("idle")
            driver.frames.quiet()
