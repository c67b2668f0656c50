"""One track of the sorting yard: wagons meet and couple on it, and leave as a train."""

from __future__ import annotations

from dataclasses import dataclass, field

from content.exhibition.exhibits.railway.wagon import Cut, Wagon

ROOM = 3
"""Wagons of a train."""
END = 120.0
"""Where the first wagon of a train stands against the engine's buffers."""
AWAY = 100.0
"""Metres after which a train is out of sight."""
SOFT = 1.1
"""Speed at which wagons are to meet, m/s."""
TRACK_BRAKE = 0.16
"""What the small retarders along a track take, m/s²."""
HAUL = 0.4
"""What an engine gives a train, m/s²."""
BETWEEN_S = 2.0
"""Seconds until another engine stands at a track whose train has left."""


@dataclass
class Track:
    """One track: its cuts from the front, and its train when it leaves."""

    cuts: list[Cut] = field(default_factory=list)
    leaving: Cut | None = None
    rest: float = 0.0
    """Seconds until its next engine stands there."""
    delivered: int = 0
    """Trains wholly of its own wagons, sent."""
    own: int = 0
    """Own wagons sent altogether."""
    feast: float = 0.0
    """1 when a train of its own has just left, fading."""

    @property
    def wagons(self) -> list[Wagon]:
        """Standing or rolling on it, from the front."""
        return [wagon for cut in self.cuts for wagon in cut.wagons]

    @property
    def rear(self) -> float:
        """Where the last wagon on it ends, m."""
        return self.cuts[-1].tail if self.cuts else END

    def move(self, dt: float) -> list[tuple[float, float]]:
        """Let ``dt`` seconds of the yard pass: wagons roll and couple, a full train is hauled.
        Where wagons met: the place, m, and how quick, m/s."""
        if self.leaving is not None:
            self.leaving.speed += HAUL * dt
            for wagon in self.leaving.wagons:
                wagon.s += self.leaving.speed * dt
            return []
        bumps: list[tuple[float, float]] = []
        done: list[Cut] = []
        for cut in self.cuts:
            roll_on(cut, done, dt)
            if done and done[-1].tail - cut.front < 1e-6:
                bumps.append((cut.front, cut.speed - done[-1].speed))
                done[-1].couple(cut)
            else:
                if not done and cut.speed > 0 and END - cut.front < 1e-6:
                    bumps.append((END, cut.speed))
                    cut.speed = 0.0
                done.append(cut)
        self.cuts = done
        full = len(done) == 1 and len(done[0].wagons) == ROOM
        if full and done[0].speed == 0 and done[0].front > END - 0.1:
            self.leaving, self.cuts = done[0], []
        return bumps

    def send(self, number: int) -> list[Wagon]:
        """The wagons of a train that has just gone out of sight, none most of the time; those of
        ``number``, this track, are counted."""
        train = self.leaving
        if train is None or train.tail < END + AWAY:
            return []
        own = sum(wagon.town == number for wagon in train.wagons)
        self.own += own
        if own == ROOM:
            self.delivered += 1
            self.feast = 1.0
        self.leaving, self.rest = None, BETWEEN_S
        return train.wagons


def roll_on(cut: Cut, ahead: list[Cut], dt: float) -> None:
    """Towards what stands ahead, or the engine's buffers, softly."""
    if ahead:
        cut.roll(dt, ahead[-1].tail - cut.front, SOFT, TRACK_BRAKE)
    else:
        cut.roll(dt, END - cut.front, SOFT / 2, TRACK_BRAKE)
