"""A sorting yard: wagons roll from a hump over three points to four tracks.

How they roll is :mod:`.wagon`, what becomes of them on a track :mod:`.track`. What keeps them apart
is the absolute block of every signalling textbook: a signal is red until the block behind it is
free, points are locked from when a wagon can no longer stop before them (approach locking) until
its last axle is clear. Metres are a yard's drawn together; time runs ``QUICK`` times quicker than a
clock: that is play, the rules are not.
"""

from __future__ import annotations

import math
from random import Random

from content.exhibition.exhibits.railway.track import ROOM, Track, roll_on
from content.exhibition.exhibits.railway.wagon import GENTLE, LONG, Cut, Wagon

QUICK = 8.0
SUBSTEPS = 2
TRACKS = 4
FIRST, FIRST_CLEAR = 20.0, 36.0
"""Where the first points are, and where a wagon stands clear of its other leg, m."""
SIGNAL = 52.0
"""Where the signals before the second points stand."""
SECOND, SECOND_CLEAR = 55.0, 72.0
CREST = LONG / 2 + 0.5
"""Where a wagon's front is when its middle is over the crest and it rolls by itself, m."""
LOCKS = 8.0
"""Metres before the first points at which they lock."""
PUSH = 1.3
"""Speed of the shunter behind the hump, m/s."""
ATTENTIVE_S = 15.0
"""The shunter waits when nobody has touched anything for so long."""
LOOKS_S = 2.5
"""Seconds the shunter waits at the crest for a way to the wagon's own track."""
SETTLES_S = 0.6
"""Seconds points have lain free before the signal in front of them shows green."""
SHOWN = 5
"""Wagons waiting behind the hump."""


class Yard:
    """``points`` are where the three points lie, False for the first leg: the first, then those
    behind its two legs. ``waiting`` stand before the hump, ``ladder`` roll over the points."""

    def __init__(self, seed: int = 7) -> None:
        self._seed = seed
        self.restart()

    def restart(self) -> None:
        """An empty yard and a new train behind the hump."""
        # Not a secret: the order of wagons.
        self._random = Random(self._seed)  # noqa: S311
        self.points = [False, False, True]
        self.tracks = [Track() for _track in range(TRACKS)]
        self.ladder: list[Cut] = []
        self.waiting: list[Wagon] = []
        self.sent: list[Wagon] = []
        """Those of the trains that left in the last step."""
        self.bumps: list[tuple[int, float, float]] = []
        """Where wagons met in the last step: the track, the place, m, and how quick, m/s."""
        self._bag: list[int] = []
        self._made = 0
        self._idle = math.inf
        self._looked = 0.0
        self._freed = [SETTLES_S, SETTLES_S]
        self._fill()

    # What hands do

    def touch(self) -> None:
        """Somebody is there: the shunter goes on."""
        self._idle = 0.0

    def flip(self, number: int) -> bool:
        """Throw points; False while they are locked."""
        self.touch()
        if self.locked(number):
            return False
        self.points[number] = not self.points[number]
        return True

    def route(self, track: int) -> bool:
        """Set all points for a track; False where one is locked the other way."""
        self.touch()
        branch, leg = divmod(track, 2)
        done = True
        for number, way in ((0, bool(branch)), (1 + branch, bool(leg))):
            if self.points[number] != way and not self.flip(number):
                done = False
        return done

    # What the interlocking knows

    def locked(self, number: int) -> bool:
        """Whether points are under a wagon or promised to one."""
        if number == 0:
            return any(
                cut.wagons[0].branch is not None and cut.tail < FIRST_CLEAR for cut in self.ladder
            )
        return any(
            cut.wagons[0].branch == number - 1
            and cut.wagons[0].track is not None
            and cut.tail < SECOND_CLEAR
            for cut in self._all_rolling()
        )

    def lies_to(self, branch: int) -> int:
        """The track behind a leg as its points lie."""
        return 2 * branch + int(self.points[1 + branch])

    @property
    def target(self) -> int:
        """The track all points lie to."""
        return self.lies_to(int(self.points[0]))

    def has_room(self, track: int) -> bool:
        """Whether a track takes one more wagon."""
        found = self.tracks[track]
        promised = sum(cut.wagons[0].track == track for cut in self.ladder)
        return found.leaving is None and found.rest <= 0 and len(found.wagons) + promised < ROOM

    def hump_green(self) -> bool:
        """Whether the block behind the crest is free."""
        return all(cut.tail >= SIGNAL for cut in self.ladder)

    def green(self, branch: int) -> bool:
        """Whether the signal of a leg shows green: its points free, room behind them."""
        settled = self._freed[branch] >= SETTLES_S and not self.locked(1 + branch)
        return settled and self.has_room(self.lies_to(branch))

    @property
    def head(self) -> Wagon:
        """Whose way is to be set: the last wagon without one, else the first that waits."""
        open_ones = [cut.wagons[0] for cut in self.ladder if cut.wagons[0].track is None]
        return open_ones[-1] if open_ones else self.waiting[0]

    # Time

    def step(self, dt: float) -> None:
        """Let ``dt`` seconds of play pass, at most one."""
        left = min(1.0, dt) if math.isfinite(dt) else 0.0
        self.bumps.clear()
        self.sent.clear()
        while left > 1e-9:
            part = min(1 / 60, left)
            left -= part
            self._idle += part
            for leg in (0, 1):
                free = not self.locked(1 + leg)
                self._freed[leg] = self._freed[leg] + part if free else 0.0
            for _turn in range(SUBSTEPS):
                self._move(part * QUICK / SUBSTEPS)
            for track in self.tracks:
                track.rest = max(0.0, track.rest - part)
                track.feast = max(0.0, track.feast - part / 4)

    def _move(self, dt: float) -> None:
        for number, track in enumerate(self.tracks):
            self.bumps += [(number, *bump) for bump in track.move(dt)]
            gone = track.send(number)
            # Strangers come back over the hump for another try.
            self._bag[:0] = [wagon.town for wagon in gone if wagon.town != number]
            self.sent += gone
        for cut in list(self.ladder):
            self._roll_ladder(cut, dt)
        self._push(dt)

    def _push(self, dt: float) -> None:
        """The shunter brings the next wagon to the crest and lets it go where it may."""
        head = self.waiting[0]
        way = PUSH * dt if self._idle < ATTENTIVE_S else 0.0
        if head.s < CREST:
            before = min((cut.tail for cut in self.ladder), default=math.inf)
            way = max(0.0, min(way, CREST - head.s, before - head.s))
            for wagon in self.waiting:
                wagon.s += way
        elif way and self.hump_green():
            self._looked += dt / QUICK
            if self.target != head.town and self._looked < LOOKS_S:
                return
            self._looked = 0.0
            self.ladder.append(Cut([self.waiting.pop(0)], PUSH))
            self._fill()

    def _roll_ladder(self, cut: Cut, dt: float) -> None:
        wagon = cut.wagons[0]
        if wagon.branch is None and wagon.s > FIRST - LOCKS:
            wagon.branch = int(self.points[0])
        if wagon.track is None and wagon.branch is not None:
            needs = cut.speed**2 / (2 * GENTLE) + 3.0
            if SIGNAL - wagon.s < needs and self.green(wagon.branch):
                wagon.track = self.lies_to(wagon.branch)
        if wagon.track is None:
            cut.roll(dt, SIGNAL - wagon.s, 0.0, GENTLE)
            return
        track = self.tracks[wagon.track]
        roll_on(cut, track.cuts, dt)
        if cut.tail >= SECOND_CLEAR or wagon.s >= track.rear - 1e-9:
            self.ladder.remove(cut)
            track.cuts.append(cut)

    def _fill(self) -> None:
        while len(self.waiting) < SHOWN:
            if not self._bag:
                self._bag = list(range(TRACKS)) * ROOM
                self._random.shuffle(self._bag)
            last = self.waiting[-1].tail if self.waiting else 0.0
            self.waiting.append(Wagon(self._made, self._bag.pop(0), last))
            self._made += 1

    def _all_rolling(self) -> list[Cut]:
        return [*self.ladder, *(cut for track in self.tracks for cut in track.cuts)]

    @property
    def wagons(self) -> list[Wagon]:
        """Every wagon there is."""
        leaving = [one for track in self.tracks if track.leaving for one in track.leaving.wagons]
        rolling = [one for cut in self._all_rolling() for one in cut.wagons]
        return [*self.waiting, *rolling, *leaving]

    @property
    def moving(self) -> bool:
        """Whether any wagon rolls or is hauled, or an engine is on its way."""
        rolling = any(cut.speed > 0 for cut in self._all_rolling())
        return rolling or any(track.leaving or track.rest > 0 for track in self.tracks)

    @property
    def energy(self) -> float:
        """Of all that roll by themselves, J for each kg of a wagon."""
        return sum(cut.energy for cut in self._all_rolling())
