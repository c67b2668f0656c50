"""A strip of flax: sown, grown, pulled, retted.

Growth: thermal time (degree-days above a base temperature; R. de Réaumur's rule, in every course
of agronomy) counted only as far as there is water, and a logistic curve over it (P. F. Verhulst):

    d heat / dt = max(0, T - BASE) * water factor        dh / d heat = GROWTH h (1 - h)

Retting: what glues fibre to wood goes by first-order kinetics while the stalk lies in water.
Shares are 0 to 1; temperatures degrees Celsius; heat degree-days.
"""

from __future__ import annotations

import math

PLANTS = 24
SOW_REACH = 0.035
"""How far from the hand seed falls, in widths of the strip."""
RAIN_C, SUN_C, BASE_C = 11.0, 22.0, 5.0
"""Air in rain and in sun, and below what flax rests: a textbook figure."""
DAYS_S = 15.0
"""Days of growth in a second of play."""
RIPE = 1000.0
"""Degree-days to early yellow ripeness, about."""
FLOWER = (480.0, 780.0)
"""Degree-days between which it flowers."""
SPROUT = 0.02
"""Its height, a share, when it comes up."""
GROWTH = 2 * math.log(1 / SPROUT - 1) / RIPE
"""Per degree-day: so that it is as far from full height when ripe as it was from none."""
WETTING, DRYING = 0.9, 0.55
"""Of the soil's water a second: added by rain, taken by sun."""
THIRST = 0.3
"""The water below which it begins to suffer."""
PULL_REACH = 0.09
"""How far a hand reaches among the stalks, in widths of the strip."""
HANDFUL = 6
ROOT = 0.3
"""How far a stalk is lifted before its root lets go, in its heights."""
RET = 1.7
"""Of the glue a second that goes in water."""
RETTED = 0.12
"""Glue left when a stalk is done."""


def where(number: int) -> float:
    """Where a plant stands, 0 to 1."""
    return (number + 0.5) / PLANTS


class Field:
    """The strip under the hands."""

    def __init__(self) -> None:
        self.sown = [False] * PLANTS
        self.sun = 0.1
        """The weather: 0 rain, 1 sun."""
        self.water = 0.5
        self.heat = 0.0
        self.height = SPROUT
        self.lift = [0.0] * PLANTS
        self.pulled = [False] * PLANTS
        self.glue = [1.0] * PLANTS

    def finish(self, stage: int) -> None:
        """Be as after that many of sowing, growing and pulling."""
        if stage > 0:
            self.sown = [True] * PLANTS
        if stage > 1:
            self.heat, self.height = RIPE, grown(RIPE)
        if stage > 2:
            self.pulled, self.glue = [True] * PLANTS, [0.0] * PLANTS

    # Hands

    def sow(self, place: float) -> None:
        """Let seed fall there, 0 to 1 along the strip."""
        for number in range(PLANTS):
            if abs(where(number) - place) <= SOW_REACH:
                self.sown[number] = True

    def weather(self, sun: float) -> None:
        """Ask for rain (0), sun (1), or what is between."""
        if math.isfinite(sun):
            self.sun = min(1.0, max(0.0, sun))

    def grasp(self, place: float) -> list[int]:
        """The stalks a hand closes on there."""
        near = sorted(
            (abs(where(number) - place), number)
            for number in range(PLANTS)
            if not self.pulled[number]
        )
        return [number for far, number in near[:HANDFUL] if far <= PULL_REACH]

    def raise_(self, stalks: list[int], lift: float) -> None:
        """Lift grasped stalks, in heights; beyond ``ROOT`` they are out."""
        if not math.isfinite(lift):
            return
        for number in stalks:
            if not self.pulled[number]:
                self.lift[number] = max(0.0, lift)
                self.pulled[number] = lift >= ROOT

    # How far it is

    @property
    def flowering(self) -> float:
        """How much it flowers, 0 to 1."""
        first, last = FLOWER
        middle, half = (first + last) / 2, (last - first) / 2
        return max(0.0, 1 - ((self.heat - middle) / half) ** 2)

    @property
    def ripeness(self) -> float:
        """How yellow it is, 0 to 1."""
        return min(1.0, max(0.0, (self.heat - FLOWER[1]) / (RIPE - FLOWER[1])))

    @property
    def comfort(self) -> float:
        """How well it is watered, 0 to 1."""
        return min(1.0, self.water / THIRST)

    def progress(self, stage: int) -> float:
        """How far sowing (0), growing (1) or pulling and retting (2) is, 0 to 1."""
        if stage == 0:
            return sum(self.sown) / PLANTS
        if stage == 1:
            return min(1.0, self.heat / RIPE)
        loose = sum(1 - glue for glue in self.glue) / PLANTS / (1 - RETTED)
        done = all(self.pulled) and max(self.glue) <= RETTED
        return 1.0 if done else min(0.99, (sum(self.pulled) / PLANTS + loose) / 2)

    def grow(self, dt: float) -> None:
        """``dt`` seconds of weather."""
        self.water += (
            WETTING * (1 - self.sun) * (1 - self.water) - DRYING * self.sun * self.water
        ) * dt
        self.water = min(1.0, max(0.0, self.water))
        warm = max(0.0, RAIN_C + (SUN_C - RAIN_C) * self.sun - BASE_C)
        self.heat = min(RIPE, self.heat + warm * DAYS_S * self.comfort * dt)
        self.height = grown(self.heat)

    def ret(self, dt: float) -> None:
        """``dt`` seconds in water for what is pulled."""
        for number, out in enumerate(self.pulled):
            if out:
                self.glue[number] *= math.exp(-RET * dt)


def grown(heat: float) -> float:
    """Height after a sum of heat: the logistic curve, solved."""
    return 1 / (1 + (1 / SPROUT - 1) * math.exp(-GROWTH * heat))
