"""One who plays: follows the hints of a round with fingers until it is done."""

from __future__ import annotations

from typing import Any

from content.games import Move
from screens.driving.driver import Driver
from screens.driving.finger import Finger

MOST = 200
"""Moves of a round at most."""
DRAG_STEPS = 4


class Player:
    """Plays the game shown."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def stage(self) -> Any:
        """The stage shown; None where there is none."""
        return getattr(self.driver.kiosk.navigator.current, "stage", None)

    def move(self, move: Move) -> None:
        """Make a move with a finger, and let everything come to rest."""
        (x, y), end = self.stage.where(move)
        if end is None:
            self.driver.tap_at(x, y)
        else:
            self.driver.drag(x, y, end[0] - x, end[1] - y, DRAG_STEPS)

    def step(self) -> bool:
        """The next right move; False when the round waits for nothing."""
        stage = self.stage
        if stage is None or stage.round.done:
            return False
        hint = stage.round.hint
        if hint is None:
            self.driver.let_pass(stage.rest_s + 0.1)
        else:
            self.move(hint)
        return True

    def finish_round(self) -> int:
        """Play until the round is done; the moves it took. RuntimeError where it has no end."""
        for count in range(MOST):
            if not self.step():
                return count
        raise RuntimeError(f"{self.driver.screen} has no end")

    def hands(self, moves: list[Move]) -> None:
        """Several hands at once: each takes its thing, all move together, all let go."""
        ways = [self.stage.where(move) for move in moves]
        fingers = [Finger(*start).down() for start, _end in ways]
        self.driver.frames.step()
        for share in (0.3, 0.7, 1.0):
            for finger, (start, end) in zip(fingers, ways, strict=True):
                end = end or start
                finger.to(*(a + (b - a) * share for a, b in zip(start, end, strict=True)))
            self.driver.frames.step()
        for finger in fingers:
            finger.up()
        self.driver.frames.quiet()
