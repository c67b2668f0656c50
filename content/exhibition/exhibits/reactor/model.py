"""A reactor led by its rods.

Point kinetics with one group of delayed neutrons in the prompt-jump approximation (J. R. Lamarsh,
«Introduction to Nuclear Reactor Theory», the chapter on kinetics; the same in every course):

    n = (c + s) / (1 - rho)         the neutrons follow their precursors at once
    dc/dt = lambda (n - c)          the precursors follow the neutrons slowly

with rho in dollars (reactivity over the share of delayed neutrons), ``n`` the power, ``c`` the
precursors scaled so that ``n = c`` where rho is 0, and ``s`` a small source that keeps a lowered
reactor from going out. The temperature T follows the power by Newton's law of cooling, and it
holds the reactor back: rho = worth of the rods - DEFECT * T. Near the middle of a core a rod's
worth is nearly proportional to its way, and here it is so all along.

Power and temperature are shares: 1 is the evening peak. The reactor's time runs ``QUICK`` times
quicker than a clock, the day ``DAY_QUICK`` times: both are play, the laws are not.
"""

from __future__ import annotations

import math

from content.exhibition.exhibits.reactor.demand import HOURS, demand

QUICK = 20.0
"""Seconds of the reactor in one second of play."""
DAY_S = 84.0
"""Seconds of play in a day."""
DAY_QUICK = HOURS * 3600 / DAY_S
DECAY = 0.08
"""Decay constant of the one group of precursors, 1/s: about that of uranium-235's six groups
averaged."""
COOLING_S = 6.0
"""Time constant of the fuel's temperature, s: a few seconds for oxide fuel."""
DEFECT = 0.8
"""What the temperature takes at full power, dollars."""
LOWEST, HIGHEST = -0.1, 1.1
"""The rods' worth all the way down and all the way up, dollars."""
SOURCE = 0.012
"""The neutron source, as a power."""
MOST = 0.6
"""Dollars the kinetics are trusted with: near 1 prompt neutrons alone would carry on, and the
prompt-jump approximation ends. The interlock keeps far from it."""
INTERLOCK = 0.45
"""Above so many dollars the drive waits and lifts no further."""
DRIVE = 0.9
"""Ways of the rods a second of play, by the drive."""
FALL = 2.4
"""The same when protection lets them go."""
PROTECTION = 1.28
"""The power at which protection lets the rods go."""
SHUT = -3.0
"""Dollars its own rods add while it holds."""
CLEAR = 2.0
"""Dollars a second by which they are drawn out again afterwards."""
CALM = 0.16
"""The power below which protection lets the rods be lifted again."""
NEAR = 0.08
"""How far supply may be from demand and meet it."""
START_HOUR = 5.0
LONGEST = 1 / 60
"""Seconds of play in one step of the sums."""


def worth(rods: float) -> float:
    """Reactivity of rods lifted by a share 0 to 1, dollars."""
    return LOWEST + (HIGHEST - LOWEST) * rods


def rods_for(power: float) -> float:
    """How far rods are lifted where a power holds itself: worth = DEFECT * power."""
    return min(1.0, max(0.0, (DEFECT * power - LOWEST) / (HIGHEST - LOWEST)))


class Reactor:
    """The reactor, its day, and how well one follows the other."""

    def __init__(self) -> None:
        self.restart()

    def restart(self, hour: float = START_HOUR) -> None:
        """Before dawn, quietly meeting the demand."""
        self.hour = hour % HOURS
        power = demand(self.hour)
        self.rods = self.aim = rods_for(power)
        """How far the rods are lifted, and to where the drive takes them, 0 to 1."""
        self.precursors = self.temperature = power
        self.power = power
        self.tripped = False
        """Whether protection holds the rods down."""
        self.shut = 0.0
        """What its own rods add, dollars."""
        self.kept = [0.0] * HOURS
        """Of each hour of the last day, the share in which supply met demand."""
        self.harmony = 1.0
        """How long it has been met, 0 to 1."""

    @property
    def demand(self) -> float:
        """What the region asks for now, 0 to 1."""
        return demand(self.hour)

    @property
    def meets(self) -> bool:
        """Whether the supply meets the demand."""
        return abs(self.power - self.demand) <= NEAR

    @property
    def whole_day(self) -> bool:
        """Whether most of every hour of the last day was met; the one under way is not asked."""
        now = int(self.hour) % HOURS
        return all(met > 0.5 for hour, met in enumerate(self.kept) if hour != now)

    @property
    def reactivity(self) -> float:
        """Of rods, temperature and protection together, dollars."""
        return min(MOST, worth(self.rods) - DEFECT * self.temperature + self.shut)

    def lift(self, share: float) -> None:
        """Ask the drive to take the rods there: 0 down, 1 up. Not while protection holds them."""
        if math.isfinite(share) and not self.tripped:
            self.aim = min(1.0, max(0.0, share))

    def step(self, dt: float) -> None:
        """Let ``dt`` seconds of play pass."""
        left = min(1.0, dt) if math.isfinite(dt) else 0.0
        while left > 1e-9:
            part = min(LONGEST, left)
            left -= part
            self._move(part)
            self._react(part * QUICK)
            self._day(part)

    def _move(self, dt: float) -> None:
        if self.tripped:
            self.rods = max(0.0, self.rods - FALL * dt)
            self.tripped = self.rods > 0 or self.power > CALM
            return
        self.shut = min(0.0, self.shut + CLEAR * dt)
        way = self.aim - self.rods
        if way > 0 and self.reactivity > INTERLOCK:
            return
        self.rods += min(DRIVE * dt, max(-DRIVE * dt, way))

    def _react(self, seconds: float) -> None:
        self.power = (self.precursors + SOURCE) / (1 - self.reactivity)
        self.precursors += DECAY * (self.power - self.precursors) * seconds
        self.temperature += (self.power - self.temperature) / COOLING_S * seconds
        if self.power >= PROTECTION and not self.tripped:
            self.tripped, self.aim, self.shut = True, 0.0, SHUT
            self.power = (self.precursors + SOURCE) / (1 - self.reactivity)

    def _day(self, dt: float) -> None:
        before = int(self.hour)
        self.hour = (self.hour + dt * HOURS / DAY_S) % HOURS
        now = int(self.hour) % HOURS
        if now != before:
            self.kept[now] = 0.0
        met = self.meets
        if met:
            self.kept[now] = min(1.0, self.kept[now] + dt * HOURS / DAY_S)
        self.harmony = min(1.0, max(0.0, self.harmony + (dt / 1.5 if met else -dt)))
