"""What came first and what came next: the road of a thing from the field to the hand.

Flax is sown, comes up, blooms blue and ripens; it is pulled, not mown, for its fibre runs from
the root to the top; fibre is spun into thread, thread woven into cloth, cloth sewn into a shirt:
the order of the exhibition's own flax road. Grain is ground into flour, flour makes dough, dough
is baked. Steps may be left out, never changed about.

Each place takes its own step at any time, so that two may lay one road.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Self

from content.games.round import Move, Round
from content.model import Game, Struct

FLAX = ("seed", "sprout", "flower", "sheaf", "thread", "cloth", "shirt")
GRAIN = ("ear", "flour", "dough", "bread")
STORIES = (FLAX, GRAIN)
SEWING = ("sewer", "designer")
"""Who waits at the end of the road, or wants to know where a shirt comes from."""
BAKER = "baker"
"""Who wants to know where bread comes from."""
SHOWN = 5
"""Things that lie in the tray at once; others wait until there is room."""


class Level(Struct, frozen=True):
    """``roads``: steps from first to last. ``given`` lie there at first; where ``missing`` is not
    0, all but so many from the middle do. ``strangers``: things of other roads in the tray."""

    roads: list[list[str]]
    given: tuple[str, ...] = ()
    missing: int = 0
    strangers: int = 0
    shadows: bool = False


def place_of(step: str) -> str:
    """The name of a step's place."""
    return f"place {step}"


@dataclass(frozen=True)
class Road(Round):
    """``tray`` has a slot for each thing it shows, empty where nothing came; ``queue`` waits.
    ``walkers`` stand at the head of each road, ``master`` at the end of a single one."""

    roads: tuple[tuple[str, ...], ...]
    walkers: tuple[str, ...]
    master: str
    tray: tuple[str, ...]
    queue: tuple[str, ...]
    laid: frozenset[str]
    shadows: bool = False
    walked: bool = False
    """Whether, when all was laid, the road has been walked."""

    @property
    def steps(self) -> tuple[str, ...]:
        """All steps, road by road."""
        return tuple(step for road in self.roads for step in road)

    @property
    def whole(self) -> bool:
        """Whether nothing is missing on the roads."""
        return self.laid.issuperset(self.steps)

    @property
    def moves(self) -> Sequence[Move]:
        """Anything in the tray, to any empty place."""
        if self.whole:
            return ()
        places = [place_of(step) for step in self.steps if step not in self.laid]
        return [Move(thing, place) for thing in self.tray if thing for place in places]

    def after(self, move: Move) -> Self:
        """A step is taken by its own place; the next one in the queue takes its slot."""
        if move not in self.moves or place_of(move.thing) != move.place:
            return self
        coming, queue = (self.queue[0], self.queue[1:]) if self.queue else ("", ())
        tray = tuple(coming if thing == move.thing else thing for thing in self.tray)
        return replace(self, tray=tray, queue=queue, laid=self.laid | {move.thing})

    @property
    def hint(self) -> Move | None:
        """The earliest step that lies in the tray."""
        here = (step for step in self.steps if step in self.tray and step not in self.laid)
        return next((Move(step, place_of(step)) for step in here), None)

    @property
    def done(self) -> bool:
        """The road is whole and has been walked."""
        return self.walked

    @property
    def met(self) -> Sequence[str]:
        """Those who stand at the road."""
        return tuple(one for one in (*self.walkers, self.master) if one)

    def rested(self) -> Self:
        """A whole road is walked."""
        return replace(self, walked=True) if self.whole else self

    def eased(self) -> Self:
        """The next step is laid, and places show what they are for."""
        return replace(super().eased(), shadows=True)


def deal(level: Level, game: Game, seed: int) -> Road:
    """The things of a level mixed in the tray. Raises ValueError for a road that changes the
    order of a story about, and for more strangers than leave room for what belongs there."""
    random = Random(seed)  # noqa: S311 - play, no secret
    roads = tuple(tuple(road) for road in level.roads)
    stories = [_story(road) for road in roads]
    if level.strangers >= SHOWN:
        raise ValueError("strangers fill the tray")
    given = set(level.given)
    if level.missing:
        inner = [step for road in roads for step in road[1:-1]]
        away = random.sample(inner, level.missing)
        given = {step for road in roads for step in road if step not in away}
    others = [step for story in STORIES if story not in stories for step in story]
    things = [step for road in roads for step in road if step not in given]
    things = random.sample(things, len(things))
    # Strangers lie there from the start: what is in the queue always belongs somewhere.
    room = SHOWN - level.strangers
    tray = [*things[:room], *random.sample(others, level.strangers)]
    random.shuffle(tray)
    wonders = [random.choice(SEWING) if story == FLAX else BAKER for story in stories]
    single = len(roads) == 1
    return Road(
        roads=roads,
        walkers=("farmer",) if single else tuple(wonders),
        master=wonders[0] if single else "",
        tray=tuple(tray),
        queue=tuple(things[room:]),
        laid=frozenset(given),
        shadows=level.shadows,
    )


def _story(road: tuple[str, ...]) -> tuple[str, ...]:
    """The story a road is of."""
    for story in STORIES:
        if road and road == tuple(step for step in story if step in road):
            return story
    raise ValueError(f"the order of a road is wrong: {', '.join(road)}")
